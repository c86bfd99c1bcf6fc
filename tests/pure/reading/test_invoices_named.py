"""Invoices named by the short forms that people use, and by what our letter below says of them."""

import pytest

from relance_mailer.reading.numbers_named import invoices_in
from relance_mailer.reading.told_below import invoices_told

KNOWN = (
    "SQ26-0019",
    "SQ26-0023",
    "FA2026-1184",
    "FA2026-3118",
    "90026171",
    "90026158",
    "F-26/0412",
    "F-26/0415",
    "F-26/0417",
    "LOC 77",
)
NAMED = {
    "la 0023 d'accord. Mais 0019, la c'est non": ["SQ26-0023", "SQ26-0019"],
    "0019 soldée. 0023 : jeudi.": ["SQ26-0019", "SQ26-0023"],
    "Bonjour,\n\n0412 et 0415 : la retenue n'a pas été déduite.\n0417 : bon pour règlement.": [
        "F-26/0412",
        "F-26/0415",
        "F-26/0417",
    ],
    "plus de litige sur la 171": ["90026171"],
    "la 3118 est partie": ["FA2026-3118"],
    "Je paie la 3118 et la 1184.": ["FA2026-3118", "FA2026-1184"],
    "les 0412, 0415 et 0417": ["F-26/0412", "F-26/0415", "F-26/0417"],
    "F26 0412 réglée": ["F-26/0412"],
    "F-26-0415 contestée": ["F-26/0415"],
    "fa 2026 / 1184": ["FA2026-1184"],
    "FA20261184": ["FA2026-1184"],
    "facture n° 1184": ["FA2026-1184"],
    "la n°3118": ["FA2026-3118"],
    "Sq26-19": ["SQ26-0019"],
    "SQ 26 0019": ["SQ26-0019"],
    "0412 à 0417": ["F-26/0412", "F-26/0415", "F-26/0417"],
    "- 0412 : payée\n- 0415 : litige": ["F-26/0412", "F-26/0415"],
    "celle en 0412": ["F-26/0412"],
    "Sauf la 0415, tout est bon": ["F-26/0415"],
    "ni la 0412 ni la 0415": ["F-26/0412", "F-26/0415"],
    "pour 0019 et 0023 c'est ok": ["SQ26-0019", "SQ26-0023"],
    "Facture 158 : vue.": ["90026158"],
    "n° 26/0412": ["F-26/0412"],
    "26-0412": ["F-26/0412"],
    "26.0412": ["F-26/0412"],
    "invoice 3118 was paid": ["FA2026-3118"],
    "the 3118 one": ["FA2026-3118"],
    "#3118 paid": ["FA2026-3118"],
    "rue du Lac 171, 56000 Vannes": [],
    "le 19 mars": [],
    "158 € vendredi": [],
    "Tél. 02 97 41 31 18": [],
    "à 19 h": [],
    "il reste 3118,20": [],
    "mon appel du 19": [],
    "commande 1184": [],
    "17, quai 3118": [],
    "Code 0412#": [],
}


@pytest.mark.parametrize("text", NAMED)
def test_short_forms(text: str) -> None:
    assert list(invoices_in(text, KNOWN)) == NAMED[text]


TWO = ("FA2026-1184", "FA2026-3118")
LETTER = """
> - facture FA2026-1184 du 04/01/2026, échue le 03/02/2026 : 3 870,00 € (votre commande KM-4410)
> - facture FA2026-3118 du 02/01/2026, échue le 01/02/2026 : 94,50 € (votre commande KM-4432)
> Total : 3 964,50 €
"""
TOLD = {
    "La petite de 94,50 part demain.": ["FA2026-3118"],
    "Virement des 3 870 € programmé au 20.": ["FA2026-1184"],
    "Will get the 3,870 to you on Friday.": ["FA2026-1184"],
    "KM-4432 is scheduled, KM-4410 was never delivered.": ["FA2026-1184", "FA2026-3118"],
    "Nous réglons les 3 964,50 € vendredi.": [],
    "On fait 500 par mois.": [],
    "Rendez-vous le 20.": [],
}


@pytest.mark.parametrize("own", TOLD)
def test_an_order_or_an_amount_of_the_letter_below(own: str) -> None:
    assert sorted(invoices_told(own, own + LETTER, TWO)) == TOLD[own]


def test_one_invoice_below_leaves_nothing_to_tell_apart() -> None:
    below = "\n> - facture FA2026-1184 : 3 870,00 €"
    assert invoices_told("Les 3 870 partent.", f"Les 3 870 partent.{below}", TWO) == ()


def test_answers_among_the_lines_name_the_line_above() -> None:
    own = "d'accord, 94,50 vendredi\nrien reçu"
    text = (
        "d'accord, 94,50 vendredi\n> FA2026-3118 : 94,50 €\n> FA2026-1184 : 3 870,00 €\nrien reçu"
    )
    assert invoices_told(own, text, TWO) == ()
