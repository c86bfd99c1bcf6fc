"""Who speaks as the trustee, and who only of him: the one stranger whose word is believed."""

import pytest

from relance_mailer.reading.intents.insolvency import officer_writes

OFFICERS = (
    "Agissant en qualité de liquidateur, je vous informe du jugement du 3 mars.",
    "Je vous invite à me faire parvenir votre déclaration de créance dans les deux mois.",
    "Il vous appartient de me déclarer votre créance à peine de forclusion.",
    "Votre créance est connue ; vous devrez me la déclarer avant le 4 juin.",
    "Merci de m'adresser sous deux mois votre déclaration de créances.",
    "Les déclarations de créances sont à envoyer à mon étude.",
    "Les créances sont à déclarer auprès de notre étude.",
    "I was appointed joint administrator of Harbour Ltd by the court.",
    "For and on behalf of the Joint Administrators",
    "We are the joint liquidators of Perrin Ltd.",
    "A proof of debt form is attached and should reach me by 15 January.",
    "Please complete the proof of debt form and return it to this office.",
)
OTHERS = (
    "Nous sommes en redressement judiciaire, le mandataire est Maître Ollier.",
    "Adressez votre déclaration de créance au mandataire judiciaire.",
    "Vous pouvez déclarer votre créance auprès de Me Ollier.",
    "Pouvez-vous me faire parvenir la facture de mars ?",
    "Merci de m'adresser un relevé de vos créances ouvertes, je règle vendredi.",
    "Pouvez-vous me déclarer le montant exact ?",
    "L'étude de Me Perrin suit notre dossier.",
    "The administrators were appointed last week, please write to them.",
    "An administrator will contact you about your claim.",
    "I was appointed accounts manager in March.",
    "Please send proof of delivery to this office.",
    "We act on behalf of the buyer.",
)


@pytest.mark.parametrize("text", OFFICERS)
def test_an_officer_speaks_for_the_procedure(text: str) -> None:
    assert officer_writes(text)


@pytest.mark.parametrize("text", OTHERS)
def test_who_only_speaks_of_him_is_none(text: str) -> None:
    assert not officer_writes(text)
