"""The account of a dossier: the worked examples as a whole dossier, and what stands apart."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier, InvoiceKept
from relance_mailer.dossier.values import (
    CreditorId,
    Debtor,
    DebtorId,
    DossierId,
    DossierKey,
    Invoice,
    InvoiceKind,
    InvoiceNumber,
)
from relance_mailer.law.rates import Rates, Semester, UnknownSemester, with_rows
from relance_mailer.law.reckoning import Account, Imputation
from relance_mailer.law.statement import Statement, last_day, payments_of, statement_of
from relance_mailer.words import Segment

KEY = DossierKey(creditor=CreditorId("brezance"), dossier=DossierId("BZ-1"))


def invoice(
    number: str,
    amount: str,
    due_on: date,
    *,
    paid: str = "0.00",
    kind: InvoiceKind = InvoiceKind.INVOICE,
) -> Invoice:
    return Invoice(
        number=InvoiceNumber(number),
        issued_on=due_on,
        due_on=due_on,
        amount=Decimal(amount),
        paid=Decimal(paid),
        kind=kind,
    )


def payment(number: str, amount: str, on: date, *, known: bool = True) -> e.PaymentRecorded:
    return e.PaymentRecorded(
        because="relevé",
        number=InvoiceNumber(number),
        amount=Decimal(amount),
        paid_on=on,
        day_is_known=known,
    )


def dossier_of(*invoices: Invoice, segment: Segment = Segment.SME) -> Dossier:
    return Dossier(
        key=KEY,
        debtor=Debtor(debtor_id=DebtorId("C-1"), name="Ateliers Kerlan", segment=segment),
        invoices=tuple(InvoiceKept(invoice=one) for one in invoices),
    )


def sums(found: Statement) -> tuple[str, str, str]:
    whole = found.demanded
    return str(whole.principal), str(whole.interest), str(whole.fee)


E8 = replace(
    dossier_of(invoice("F-8", "5000.00", date(2026, 6, 30), paid="2000.00")),
    payments=(payment("F-8", "2000.00", date(2026, 8, 15)),),
)
STORIES = (
    (
        "E1 un semestre",
        dossier_of(invoice("F-1", "1500.00", date(2026, 7, 31))),
        date(2026, 10, 15),
        Imputation.LEDGER,
        ("1500.00", "38.73", "40.00"),
    ),
    (
        "E3 quatre semestres",
        dossier_of(invoice("F-3", "12000.00", date(2025, 5, 31))),
        date(2026, 9, 30),
        Imputation.LEDGER,
        ("12000.00", "1962.76", "40.00"),
    ),
    (
        "E8 imputé au principal, comme le lettrage",
        E8,
        date(2026, 9, 30),
        Imputation.LEDGER,
        ("3000.00", "125.02", "40.00"),
    ),
    (
        "E8 imputé aux intérêts d'abord",
        E8,
        date(2026, 9, 30),
        Imputation.LEGAL,
        ("3078.14", "48.10", "40.00"),
    ),
    (
        "le jour du règlement n'est pas connu : dès l'échéance",
        replace(E8, payments=(payment("F-8", "2000.00", date(2026, 8, 15), known=False),)),
        date(2026, 9, 30),
        Imputation.LEDGER,
        ("3000.00", "93.76", "40.00"),
    ),
    (
        "une facture non échue n'est pas demandée",
        dossier_of(
            invoice("F-1", "1500.00", date(2026, 7, 31)),
            invoice("F-2", "900.00", date(2026, 10, 15)),
        ),
        date(2026, 10, 15),
        Imputation.LEDGER,
        ("1500.00", "38.73", "40.00"),
    ),
    (
        "un avoir ouvert baisse le prix de la plus ancienne, sans intérêt sur lui",
        dossier_of(
            invoice("F-1", "2000.00", date(2026, 7, 31)),
            invoice("AV-1", "500.00", date(2026, 8, 31), kind=InvoiceKind.CREDIT_NOTE),
        ),
        date(2026, 10, 15),
        Imputation.LEDGER,
        ("1500.00", "38.73", "40.00"),
    ),
)


@pytest.mark.parametrize(
    "story, dossier, on, imputation, expected", STORIES, ids=[case[0] for case in STORIES]
)
def test_ce_que_doit_le_dossier(
    story: str,
    dossier: Dossier,
    on: date,
    imputation: Imputation,
    expected: tuple[str, str, str],
) -> None:
    assert sums(statement_of(dossier, on, imputation=imputation)) == expected


def test_e7_l_intérêt_d_un_consommateur_attend_la_mise_en_demeure_prouvée() -> None:
    dossier = dossier_of(invoice("F-7", "800.00", date(2026, 1, 31)), segment=Segment.CONSUMER)
    on = date(2026, 9, 10)
    assert sums(statement_of(dossier, on)) == ("800.00", "0.00", "0.00")
    noticed = statement_of(dossier, on, notice_received_on=date(2026, 3, 10))
    assert sums(noticed) == ("800.00", "10.77", "0.00")


def test_une_facture_contestée_est_comptée_à_part() -> None:
    late = invoice("F-1", "1500.00", date(2026, 7, 31))
    contested = InvoiceKept(invoice=invoice("F-2", "900.00", date(2026, 7, 31)), disputed=True)
    dossier = dossier_of(late)
    dossier = replace(dossier, invoices=(*dossier.invoices, contested))
    found = statement_of(dossier, date(2026, 10, 15))
    assert found.demanded == Account(
        principal=Decimal("1500.00"), interest=Decimal("38.73"), fee=Decimal("40.00")
    )
    ((apart),) = found.contested
    assert (apart.invoice.number, apart.contested) == ("F-2", True)
    assert apart.reckoning is not None
    assert apart.reckoning.interest == Decimal("23.24")


def test_le_jugement_d_ouverture_arrête_le_décompte_la_veille() -> None:
    dossier = replace(
        dossier_of(invoice("F-1", "1500.00", date(2026, 7, 31))),
        legal_steps=(
            e.LegalStepTaken(
                because="BODACC",
                by="Anne",
                legal_step="insolvency_opened",
                taken_on=date(2026, 9, 25),
            ),
        ),
    )
    asked = date(2026, 10, 15)
    assert last_day(dossier, asked) == date(2026, 9, 24)
    found = statement_of(dossier, asked)
    assert (found.on, found.asked_on) == (date(2026, 9, 24), asked)
    assert [
        part.ends_on for row in found.rows if row.reckoning for part in row.reckoning.parts
    ] == [date(2026, 9, 24)]


def test_seuls_les_règlements_datés_font_courir_l_intérêt_jusqu_à_leur_jour() -> None:
    dossier = replace(
        E8,
        payments=(
            payment("F-8", "1500.00", date(2026, 8, 15)),
            payment("F-8", "500.00", date(2026, 9, 1), known=False),
        ),
    )
    assert [one.amount for one in payments_of(dossier)[InvoiceNumber("F-8")]] == [
        Decimal("1500.00")
    ]


def test_un_semestre_inconnu_arrête_tout() -> None:
    dossier = dossier_of(invoice("F-1", "1500.00", date(2026, 7, 31)))
    with pytest.raises(UnknownSemester, match="1er semestre 2027"):
        statement_of(dossier, date(2027, 1, 2))


def test_un_semestre_ajouté_se_compte_avec_sa_source() -> None:
    row = Rates(
        semester=Semester(year=2027, half=1),
        refinancing=Decimal("2.65"),
        legal_professional=Decimal("2.80"),
        legal_private=Decimal("6.90"),
        source="arrêté du 15 décembre 2026",
    )
    dossier = dossier_of(invoice("F-1", "1000.00", date(2026, 12, 21)))
    found = statement_of(dossier, date(2027, 1, 10), rates=with_rows([row]))
    ((stated),) = found.rows
    assert stated.reckoning is not None
    assert [(part.days, str(part.rate)) for part in stated.reckoning.parts] == [
        (10, "12.40"),
        (10, "12.65"),
    ]
    assert stated.reckoning.interest == Decimal("6.86")


def settled(number: str, amount: str, due_on: date, *paid: tuple[str, date]) -> Dossier:
    """A dossier whose one invoice was paid in these parts."""
    dossier = dossier_of(invoice(number, amount, due_on, paid=amount))
    (kept,) = dossier.invoices
    return replace(
        dossier,
        invoices=(replace(kept, open=False),),
        payments=tuple(payment(number, part, on) for part, on in paid),
    )


PAID_LATE = (
    (
        "E2 à cheval sur l'année",
        settled("F-2", "12000.00", date(2025, 11, 30), ("12000.00", date(2026, 2, 28))),
        ("359.51", "40.00"),
    ),
    (
        "E4 année bissextile",
        settled("F-4", "10000.00", date(2023, 12, 15), ("10000.00", date(2024, 3, 15))),
        ("359.32", "40.00"),
    ),
    (
        "E5 le premier jour du semestre",
        settled("F-5", "3000.00", date(2026, 6, 30), ("3000.00", date(2026, 7, 1))),
        ("1.02", "40.00"),
    ),
    (
        "E10 payée en deux fois, une seule indemnité",
        settled(
            "F-10",
            "100.00",
            date(2026, 8, 31),
            ("50.00", date(2026, 9, 15)),
            ("50.00", date(2026, 10, 1)),
        ),
        ("0.78", "40.00"),
    ),
)


@pytest.mark.parametrize("story, dossier, expected", PAID_LATE, ids=[c[0] for c in PAID_LATE])
def test_ce_qui_reste_dû_d_une_facture_payée_en_retard(
    story: str, dossier: Dossier, expected: tuple[str, str]
) -> None:
    found = statement_of(dossier, date(2026, 10, 15))
    ((row),) = found.paid_late
    assert row.reckoning is not None
    assert (str(row.reckoning.interest), str(row.reckoning.fee)) == expected
    assert found.demanded.total == 0


def test_une_facture_payée_à_temps_ou_un_jour_inconnu_ne_laisse_rien() -> None:
    on_time = settled("F-1", "100.00", date(2026, 8, 31), ("100.00", date(2026, 8, 31)))
    undated = settled("F-1", "100.00", date(2026, 8, 31))
    for dossier in (on_time, undated):
        assert statement_of(dossier, date(2026, 10, 15)).paid_late == ()
