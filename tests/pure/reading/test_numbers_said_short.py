"""Invoice numbers as people shorten, join and list them, and figures that are none."""

import pytest

from relance_mailer.reading.numbers_named import invoices_in

THREE = ("F2026-2041", "F2026-2057", "F2026-2063")
SLASHED = ("FA-26/0118", "FA-26/0119", "FA-26/0120", "FA-26/0131")
GLUED = ("202600871", "202600872", "202600915")

SAID = (
    ("FA2041 réglée", THREE, ("F2026-2041",)),
    ("F 2041", THREE, ("F2026-2041",)),
    ("la F-2057", THREE, ("F2026-2057",)),
    ("Facture 2026-2041", THREE, ("F2026-2041",)),
    ("réf. 2057", THREE, ("F2026-2057",)),
    ("les factures 2041/2057", THREE, ("F2026-2041", "F2026-2057")),
    ("la facture F2026-2041/2057", THREE, ("F2026-2041", "F2026-2057")),
    ("les n° 2041 2057 2063", THREE, THREE),
    ("Pour la 2041 ok. 2057 : non.", THREE, ("F2026-2041", "F2026-2057")),
    ("celle qui se termine par 57", THREE, ("F2026-2057",)),
    ("26/118", SLASHED, ("FA-26/0118",)),
    ("de 118 à 120", SLASHED, ("FA-26/0118", "FA-26/0119", "FA-26/0120")),
    ("la 871 et la 915", GLUED, ("202600871", "202600915")),
)

NOT_SAID = (
    ("le chèque 2041 est parti", THREE),
    ("nous sommes au 2041 rue Pasteur", THREE),
    ("votre facture de 2041 €", THREE),
    ("celle qui se termine par un compliment", THREE),
)


@pytest.mark.parametrize(("text", "known", "named"), SAID)
def test_a_number_said_short(text: str, known: tuple[str, ...], named: tuple[str, ...]) -> None:
    assert invoices_in(text, known) == named


@pytest.mark.parametrize(("text", "known"), NOT_SAID)
def test_a_figure_that_is_no_invoice(text: str, known: tuple[str, ...]) -> None:
    assert invoices_in(text, known) == ()
