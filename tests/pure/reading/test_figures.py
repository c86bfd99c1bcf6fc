"""Amounts, invoice numbers, addresses, promises, days of payment and of return."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from relance_mailer.reading.absences import returns_on
from relance_mailer.reading.amounts import amounts_in, decimal_of
from relance_mailer.reading.dates import in_figures
from relance_mailer.reading.numbers_named import address_to_use, invoices_in
from relance_mailer.reading.payments import payment_in
from relance_mailer.reading.promises import pledge_in

WEDNESDAY = datetime(2026, 3, 11, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
KNOWN = ("FA2025-0871", "FA2025-0902", "F-26/0104", "VT-0013290")


@pytest.mark.parametrize(
    "written, value",
    [
        ("1 215,60", "1215.60"),
        ("8,420.00", "8420.00"),
        ("1.916,00", "1916.00"),
        ("1.500", "1500"),
        ("640", "640"),
    ],
)
def test_figure_is_read_in_every_notation(written: str, value: str) -> None:
    assert decimal_of(written) == Decimal(value)


@pytest.mark.parametrize(
    "words, values",
    [
        ("un virement de 640 euros", ["640.00"]),
        ("1 215,60 €", ["1215.60"]),
        ("mille cinq cents euros", ["1500.00"]),
        ("EUR 8,420.00", ["8420.00"]),
        ("2 x 500 €", ["1000.00"]),
        ("1,5k€", ["1500.00"]),
        ("120 euros 50", ["120.50"]),
        ("la facture 2026-0153 de mars", []),
    ],
)
def test_amounts_of_a_sentence(words: str, values: list[str]) -> None:
    assert [str(amount.value) for amount in amounts_in(in_figures(words))] == values


@pytest.mark.parametrize(
    "text, numbers",
    [
        ("La FA2025-0871 est réglée.", ("FA2025-0871",)),
        ("la fa 2025 0871 svp", ("FA2025-0871",)),
        ("FA20250871", ("FA2025-0871",)),
        ("Concernant la facture 871.", ("FA2025-0871",)),
        ("Factures 871 et 902 payées.", ("FA2025-0871", "FA2025-0902")),
        ("F-26/0104 : bon à payer", ("F-26/0104",)),
        ("je paie 871 € vendredi", ()),
        ("commande 902, rien reçu", ()),
        ("Bonjour, c'est fait.", ()),
    ],
)
def test_invoices_are_written_as_the_ledger_writes_them(
    text: str, numbers: tuple[str, ...]
) -> None:
    assert invoices_in(text, KNOWN) == numbers


@pytest.mark.parametrize(
    "text, address",
    [
        ("Écrivez désormais à compta@exemple.test.", "compta@exemple.test"),
        ("Plus jean@exemple.test : utilisez paul@exemple.test", "paul@exemple.test"),
        ("En mon absence, voyez jeanne@exemple.test", None),
        ("Merci de voir avec la comptabilité.", None),
    ],
)
def test_address_to_use_from_now_on(text: str, address: str | None) -> None:
    assert address_to_use(text) == address


@pytest.mark.parametrize(
    "text, days, amount",
    [
        ("Je vous paie vendredi.", ["2026-03-13"], None),
        ("Virement de 1 200 € programmé le 20 mars.", ["2026-03-20"], "1200.00"),
        ("Je verse 95 € le 15 avril et 95 € le 15 mai.", ["2026-04-15", "2026-05-15"], "190.00"),
        ("Ce sera fait jeudi ou vendredi, le virement part.", ["2026-03-13"], None),
        ("Je ne pourrai pas payer vendredi.", [], None),
        ("Pourriez-vous attendre le 30 avril ?", [], None),
        ("Votre facture du 12 février sera réglée le 31 mars.", ["2026-03-31"], None),
        ("Si vous envoyez le RIB avant vendredi, on verra.", [], None),
    ],
)
def test_what_is_promised(text: str, days: list[str], amount: str | None) -> None:
    pledge = pledge_in(text, WEDNESDAY)
    assert [str(day) for day in pledge.dates] == days
    assert pledge.amount == (None if amount is None else Decimal(amount))


def test_a_promise_is_resolved_in_the_offset_of_the_message() -> None:
    late = datetime(2026, 3, 11, 23, 30, tzinfo=ZoneInfo("America/Guadeloupe"))
    assert pledge_in("Je paie demain.", late).dates == (date(2026, 3, 12),)


@pytest.mark.parametrize(
    "text, day",
    [
        ("La facture a été réglée le 3 mars.", "2026-03-03"),
        ("Virement effectué hier.", "2026-03-10"),
        ("C'est payé.", None),
    ],
)
def test_day_of_payment_that_is_stated(text: str, day: str | None) -> None:
    assert payment_in(text, WEDNESDAY).on == (None if day is None else date.fromisoformat(day))


@pytest.mark.parametrize(
    "text, day",
    [
        ("Je suis absente, de retour le 16 mars.", "2026-03-16"),
        ("Absent jusqu'au 20 mars inclus.", "2026-03-23"),
        ("Nos bureaux sont fermés du 12 au 20 mars.", "2026-03-23"),
        ("Je suis de retour le lundi 23 mars 2026.", "2026-03-23"),
        ("I am out of the office until 20 March.", "2026-03-23"),
        ("Ab dem 23.03.2026 bin ich wieder da, ich bin im Urlaub.", "2026-03-23"),
        ("Je règle le 16 mars.", None),
    ],
)
def test_return_of_an_absent_person(text: str, day: str | None) -> None:
    assert returns_on(text, WEDNESDAY) == (None if day is None else date.fromisoformat(day))


@pytest.mark.parametrize("figure", ["2,000,000,000,000,000,000,000,000,000,00", "9" * 40 + " €"])
def test_a_figure_beyond_all_money_is_no_sum(figure: str) -> None:
    assert amounts_in(f"8/0 {figure}") == ()
