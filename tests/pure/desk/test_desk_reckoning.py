"""The reckoning as an accountant reads it: every figure with what it was made of."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from relance_mailer.desk.reckoning import reckoning_in_french
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
from relance_mailer.law.statement import statement_of
from relance_mailer.words import Segment

DEBTOR = Debtor(debtor_id=DebtorId("C-1"), name="Ateliers Kerlan")
OLD = Invoice(
    number=InvoiceNumber("FA-3"),
    issued_on=date(2025, 5, 1),
    due_on=date(2025, 5, 31),
    amount=Decimal("12000.00"),
)


def told(dossier: Dossier, on: date) -> str:
    assert dossier.debtor is not None
    lines = reckoning_in_french(
        statement_of(dossier, on), debtor=dossier.debtor, dossier="BZ-1", currency="EUR"
    )
    return "\n".join(lines).replace("\u00a0", " ")


def dossier_of(invoice: Invoice, debtor: Debtor = DEBTOR) -> Dossier:
    key = DossierKey(creditor=CreditorId("brezance"), dossier=DossierId("BZ-1"))
    return Dossier(key=key, debtor=debtor, invoices=(InvoiceKept(invoice=invoice),))


def test_chaque_semestre_a_sa_ligne_son_taux_et_sa_source() -> None:
    said = told(dossier_of(OLD), date(2026, 9, 30))
    for line in (
        "Facture FA-3 du 01/05/2025, échéance 31/05/2025 : 12 000,00 € TTC",
        "01/06/2025 – 30/06/2025     30       12 000,00    13,15 %  1er semestre 2025",
        "1 962,7562 avant arrondi, soit 1 962,76 €",
        "Indemnité forfaitaire (C. com. D441-5) : 40,00 €",
        "Somme due au 30/09/2026 : 14 002,76 €",
        "1er semestre 2025 : BCE 3,15 % + 10 points, soit 13,15 % – arrêté du 15 décembre 2025",
        "Imputation : règlements imputés au principal, comme le lettrage du grand livre.",
    ):
        assert line in said
    assert [part for part in ("129,6986", "734,9918", "723,0082", "375,0575") if part in said] == [
        "129,6986",
        "734,9918",
        "723,0082",
        "375,0575",
    ]


def test_les_règlements_disent_leur_jour_et_ceux_qui_n_en_ont_pas() -> None:
    invoice = replace(OLD, paid=Decimal("3000.00"), credited=Decimal("500.00"))
    dossier = replace(
        dossier_of(invoice),
        payments=(
            e.PaymentRecorded(
                because="relevé",
                number=OLD.number,
                amount=Decimal("2000.00"),
                paid_on=date(2025, 8, 15),
                reference="VIR 118",
                day_is_known=True,
            ),
        ),
        credit_notes=(
            e.CreditNoteRecorded(
                because="avoir",
                number=OLD.number,
                amount=Decimal("500.00"),
                credited_on=date(2025, 7, 1),
                reference="AV-7",
            ),
        ),
    )
    said = told(dossier, date(2026, 9, 30))
    assert "avoir du 01/07/2025 (AV-7) : -500,00 €" in said
    assert "règlement du 15/08/2025 (VIR 118) : -2 000,00 €" in said
    assert "règlement, jour non connu : -1 000,00 €" in said
    assert "À vérifier : règlement dont le jour n'est pas connu" in said


def test_le_taux_convenu_dit_son_plancher() -> None:
    agreed = replace(
        OLD,
        amount=Decimal("10000.00"),
        due_on=date(2024, 6, 30),
        issued_on=date(2024, 5, 31),
        agreed_rate=Decimal("14"),
    )
    said = told(dossier_of(agreed), date(2024, 12, 31))
    assert "plancher : 3 × 4,92 % = 14,76 %" in said
    assert "705,75 €" in said
    assert "au plancher, les intérêts seraient de 744,07 €" in said


def test_un_consommateur_lit_pourquoi_rien_ne_court() -> None:
    person = replace(DEBTOR, name="Paul Guégan", segment=Segment.CONSUMER)
    said = told(dossier_of(OLD, person), date(2026, 9, 30))
    assert "réception prouvée de la mise en demeure" in said
    assert "40,00" not in said


def test_un_avoir_ouvert_ne_se_déduit_qu_une_fois() -> None:
    credit = replace(OLD, number=InvoiceNumber("AV-3"), amount=Decimal("120.00"))
    credit = replace(credit, kind=InvoiceKind.CREDIT_NOTE)
    dossier = dossier_of(OLD)
    dossier = replace(dossier, invoices=(*dossier.invoices, InvoiceKept(invoice=credit)))
    said = told(dossier, date(2026, 9, 30))
    assert "avoirs et acomptes ouverts, déduits : -120,00 €" in said
    assert "Avoir AV-3 du 01/05/2025, non lettré : -120,00 €" in said
    assert "Dont déduit des factures ci-dessus : -120,00 €" in said
    assert "Principal, avoirs déduits : 11 880,00 €" in said
