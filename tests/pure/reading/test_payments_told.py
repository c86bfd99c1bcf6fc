"""Payments that are said to have been made, sums in every writing, invoices by any name."""

from datetime import datetime
from decimal import Decimal

import pytest

from relance_mailer.reading.amounts import amounts_in
from relance_mailer.reading.dates import in_figures
from relance_mailer.reading.numbers_named import invoices_in
from relance_mailer.reading.understand import read_text

THURSDAY = datetime.fromisoformat("2026-10-29T10:12:00+01:00")

PAID = (
    ("La facture a été réglée le 20 octobre par virement.", "2026-10-20", "transfer", None),
    ("Virement effectué hier.", "2026-10-28", "transfer", None),
    ("Je vous ai envoyé un chèque n° 0004512 le 22/10.", "2026-10-22", "cheque", None),
    ("Payé par carte bancaire lundi.", "2026-10-26", "card", None),
    ("J'ai réglé 450 € en espèces au comptoir vendredi dernier.", "2026-10-23", "cash", "450.00"),
    ("La LCR a été débitée le 30/09.", "2026-09-30", "bill", None),
    ("Le prélèvement est passé le 5.", "2026-10-05", "debit", None),
    ("Nous avons viré 1 215,60 € ce matin.", "2026-10-29", "transfer", "1215.60"),
    ("C'est payé depuis mardi.", "2026-10-27", None, None),
    ("Déjà payée il y a trois semaines.", "2026-10-08", None, None),
    ("Facture soldée par chèque du 15 octobre, encaissé le 21.", "2026-10-15", "cheque", None),
    ("J'ai payé la moitié, 300 €, le 12 octobre par CB.", "2026-10-12", "card", "300.00"),
    ("We paid it by bank transfer on 14 October.", "2026-10-14", "transfer", None),
    ("The invoice was paid by cheque last Monday.", "2026-10-26", "cheque", None),
    ("Hemos pagado la factura el 15 de octubre por transferencia.", "2026-10-15", "transfer", None),
    ("La fattura è stata pagata il 15 ottobre con bonifico.", "2026-10-15", "transfer", None),
    ("C'est réglé.", "", None, None),
    ("Réglé par virement SEPA du 19/10/2026, référence VIR-8812.", "2026-10-19", "transfer", None),
    ("Le mandat a été émis le 12/10 par la trésorerie.", "2026-10-12", "mandate", None),
    ("Votre facture du 3 septembre a été payée le 1er octobre.", "2026-10-01", None, None),
    ("On vous a fait un virement de 2 000 euros avant-hier.", "2026-10-27", "transfer", "2000.00"),
    ("Le chèque est parti par la poste mardi.", "2026-10-27", "cheque", None),
)


@pytest.mark.parametrize("text, day, means, amount", PAID)
def test_payment_is_told_with_its_day_and_means(
    text: str, day: str, means: str | None, amount: str | None
) -> None:
    reading = read_text(text, sent_at=THURSDAY)
    assert str(reading.paid_on or "") == day
    assert reading.paid_by == means
    assert reading.paid_amount == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize(
    "text, partly",
    [
        ("J'ai payé la moitié, 300 €, le 12 octobre par CB.", True),
        ("Nous avons versé un acompte de 500 € lundi par virement.", True),
        ("La facture a été réglée le 20 octobre par virement.", False),
    ],
)
def test_part_of_a_debt_is_said_to_be_paid(text: str, partly: bool) -> None:
    assert read_text(text, sent_at=THURSDAY).paid_partly is partly


AMOUNTS = (
    ("1 200€50", "1200.50"),
    ("1.200,50 EUR", "1200.50"),
    ("1,200.50 EUR", "1200.50"),
    ("12k€", "12000.00"),
    ("12 k euros", "12000.00"),
    ("1,5 k€", "1500.00"),
    ("mille deux cents euros", "1200.00"),
    ("deux mille trois cent quarante euros", "2340.00"),
    ("quatre-vingt-quinze euros", "95.00"),
    ("douze euros et cinquante centimes", "12.50"),
    ("cent euros", "100.00"),
    ("€ 450", "450.00"),
    ("450,-€", "450.00"),
    ("450 €uros", "450.00"),
    ("3 × 400 €", "1200.00"),
    ("3x400€", "1200.00"),
    ("trois fois 400 euros", "1200.00"),
    ("1'250,00 EUR", "1250.00"),
    ("12 345,67 €", "12345.67"),
    ("1 234 567,89 €", "1234567.89"),
    ("30 %", ""),
    ("FA-2026-1200", ""),
    ("le 12/11", ""),
    ("tél 0612345678", ""),
    ("640e", "640.00"),
    ("640 eur ttc", "640.00"),
    ("un million d'euros", "1000000.00"),
    ("quinze cents euros", "1500.00"),
    ("0,00 €", ""),
    ("-120 €", ""),
)


@pytest.mark.parametrize("words, amount", AMOUNTS)
def test_sum_is_read_in_any_writing(words: str, amount: str) -> None:
    assert " ".join(str(found.value) for found in amounts_in(in_figures(words))) == amount


INVOICES = (
    (
        ("FA2026-0118", "FA2026-0121", "FA2026-0205"),
        "La FA2026-0118 est réglée, la 121 suivra.",
        "FA2026-0118 FA2026-0121",
    ),
    (("FA2026-0118", "FA2026-0121"), "facture n°0118", "FA2026-0118"),
    (("FA2026-0118", "FA2026-0121"), "factures 118, 121", "FA2026-0118 FA2026-0121"),
    (("FA2026-0118", "FA2026-0121"), "FA 2026 0118", "FA2026-0118"),
    (("FA2026-0118", "FA2026-0121"), "fa2026/118", "FA2026-0118"),
    (("F-26/0412",), "Votre facture F26 0412", "F-26/0412"),
    (("F-26/0412",), "F 26-412 bon à payer", "F-26/0412"),
    (
        ("2026-001187", "2026-001203"),
        "la 1187 et la 1203 sont en double",
        "2026-001187 2026-001203",
    ),
    (("2026-001187",), "au 11 rue du 87e régiment", ""),
    (("FA2026-0118",), "commande 118", ""),
    (("FA2026-0118",), "je paie 118 € lundi", ""),
    (("FA2026-0118",), "chèque n° 118", ""),
    (("FA2026-0118",), "rdv à 1h18", ""),
    (("FA2026-0118", "FB2026-0118"), "la 118 est payée", ""),
    (("VT-0013290", "VT-0013305"), "VT13290 et VT13305 : ok", "VT-0013290 VT-0013305"),
    (("VT-0013290",), "VT-OO13290", "VT-0013290"),
    (
        ("FA2026-0118", "FA2026-0119", "FA2026-0120"),
        "factures 0118 à 0120",
        "FA2026-0118 FA2026-0119 FA2026-0120",
    ),
    (("26-1150", "26-1177"), "Règlement prévu au 31 mars pour la 26-1177.", "26-1177"),
    (("26-1150",), "le 26-11-50", ""),
    (("10234",), "J'ai bien reçu la facture 10234.", "10234"),
    (("10234",), "code postal 10234", ""),
    (("FA-1", "FA-2"), "FA-1 payée, FA-2 non", "FA-1 FA-2"),
    (
        ("FA2026-0041", "FA2026-0042", "FA2026-0043"),
        "J'ai la 41 et la 43 mais pas la 42.",
        "FA2026-0041 FA2026-0043 FA2026-0042",
    ),
    (("FA2026-0118",), "Facture n° FA2026-0118.", "FA2026-0118"),
)


@pytest.mark.parametrize("known, text, named", INVOICES)
def test_invoice_is_known_by_any_of_its_names(
    known: tuple[str, ...], text: str, named: str
) -> None:
    assert " ".join(invoices_in(text, known)) == named
