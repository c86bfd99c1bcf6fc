"""Invoices named by their place or size in the list of our letter quoted below."""

import pytest

from relance_mailer.reading.told_below import invoices_ranked

TWO = ("BH26-0451", "BH26-0458")
THREE = ("BH26-0027", "BH26-0031", "BH26-0044")
LETTER_OF_TWO = (
    "- BH26-0451 du 08/05/2026, exigible au 07/06/2026 : 2 742,00 €\n"
    "- BH26-0458 du 12/05/2026, exigible au 11/06/2026 : 611,00 €\n"
)
LETTER_OF_THREE = (
    "> - BH26-0027 du 01/01/2026 : 1 530,00 €\n"
    "> - BH26-0031 du 05/01/2026 : 1 530,00 €\n"
    "> - BH26-0044 du 09/01/2026 : 218,40 €\n"
)

OF_TWO = {
    "Ci-joint l'avis de débit pour la plus petite des deux.": (TWO[1],),
    "La petite est payée.": (TWO[1],),
    "La grosse, je la conteste.": (TWO[0],),
    "La grande sera honorée. Quant à la seconde, patientez.": TWO,
    "La grosse je maintiens, c'est la coop.": (TWO[0],),
    "La première est partie, la seconde suivra.": TWO,
    "Pour la première : vendredi.": (TWO[0],),
    "La dernière, non.": (TWO[1],),
    "BH26-0458 vendredi. Pour l'autre, patientez.": (TWO[0],),
    "The larger one is wrong; the other is fine.": (),
    "The first is paid.": (TWO[0],),
    "Votre relance est la troisième.": (),
    "La première mensualité part vendredi.": (),
    "La première fois que je vois cette facture.": (),
    "La petite cuillère manque au colis.": (),
    "La grosse chaleur nous ralentit.": (),
    "La seconde livraison est incomplète.": (),
    "Je vous paie la semaine prochaine.": (),
    "Les deux seront payées.": (),
    "L'autre jour je vous ai écrit.": (),
    "C'est votre première relance.": (),
    "Je vous paye le reste dans la seconde.": (),
}
OF_THREE = {
    "Les deux premières : payées. La troisième, non.": THREE,
    "La plus petite est réglée.": (),
    "Les deux premières sont parties.": THREE[:2],
    "La dernière est contestée.": THREE[2:],
}


@pytest.mark.parametrize("own", OF_TWO)
def test_of_two_invoices(own: str) -> None:
    assert invoices_ranked(own, f"{own}\n\n{LETTER_OF_TWO}", TWO) == OF_TWO[own]


@pytest.mark.parametrize("own", OF_THREE)
def test_of_three_invoices(own: str) -> None:
    assert invoices_ranked(own, f"{own}\n\n{LETTER_OF_THREE}", THREE) == OF_THREE[own]


def test_without_a_letter_below_nothing_is_told() -> None:
    assert invoices_ranked("La première est partie.", "La première est partie.", TWO) == ()
