"""Whether an address may live again, where a provider says why in words and gives no code."""

import pytest

from relance_mailer.reading.message import DeliveryReport
from relance_mailer.reading.permanence import judged
from relance_mailer.words import Permanence

FULL = (
    "la boîte aux lettres de votre correspondant a atteint sa capacité maximale.",
    "L'espace alloué à ce compte est épuisé.",
    "Votre correspondant n'a plus de place dans sa boîte.",
    "Le compte du destinataire a atteint sa limite de stockage.",
    "Le volume maximal de la boîte est dépassé.",
    "Capacité de la boîte dépassée.",
    "Mémoire de la boîte insuffisante.",
    "mailbox has reached its maximum size",
    "Speicherplatz des Empfängers überschritten.",
    "Das Postfach des Empfängers ist voll.",
    "La cuota del destinatario ha sido superada.",
    "Lo spazio del destinatario è esaurito.",
)
LATER = (
    "Impossible de se connecter au serveur de destination.",
    "Trop de messages envoyés, réessayez plus tard.",
    "Le serveur du destinataire a refusé la connexion à plusieurs reprises.",
    "Expiration du délai de remise.",
    "Nous vous invitons à renouveler votre envoi demain.",
)
NEVER = (
    "Le fichier joint dépasse la taille autorisée.",
    "Le destinataire est inconnu.",
    "Boîte désactivée faute d'utilisation.",
    "L'adresse n'existe pas ou n'existe plus, inutile de renouveler votre message.",
    "Ce compte a été résilié par son titulaire.",
    "Le nom de domaine n'existe pas.",
    "Message rejeté : contenu indésirable.",
    "Cet utilisateur ne fait pas partie de nos abonnés.",
    "La boîte est inactive depuis douze mois.",
    "Empfänger unbekannt.",
)
_NOTHING = DeliveryReport(recipient="", action="", status="", diagnostic="")


def _told(reason: str) -> str:
    return (
        "Votre message n'a pas pu être remis au destinataire suivant :\n\n   x@orange.example\n\n"
        f"Motif : {reason}"
    )


@pytest.mark.parametrize("reason", FULL)
def test_a_full_box_is_temporary(reason: str) -> None:
    found = judged(_NOTHING, _told(reason))
    assert (found.permanence, found.mailbox_full) == (Permanence.TEMPORARY, True)


@pytest.mark.parametrize("reason", LATER)
def test_what_may_still_arrive_is_temporary(reason: str) -> None:
    found = judged(_NOTHING, _told(reason))
    assert (found.permanence, found.mailbox_full) == (Permanence.TEMPORARY, False)


@pytest.mark.parametrize("reason", NEVER)
def test_what_never_arrives_is_permanent(reason: str) -> None:
    assert judged(_NOTHING, _told(reason)).permanence is Permanence.PERMANENT
