"""When a claim dies: the dated tests of the domain guide, what interrupts, when to warn."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pure.dossier.every_event import KEY
from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier, InvoiceKept
from relance_mailer.dossier.values import Debtor, DebtorId, Invoice, InvoiceNumber
from relance_mailer.law.limitation import (
    Interrupter,
    Interruption,
    Start,
    Suspension,
    limitation,
    limitations,
)
from relance_mailer.words import Segment


def invoice(issued_on: date, due_on: date, performed_on: date | None = None) -> Invoice:
    return Invoice(
        number=InvoiceNumber("F-1"),
        issued_on=issued_on,
        due_on=due_on,
        amount=Decimal("100.00"),
        performed_on=performed_on,
    )


OLD = invoice(date(2021, 12, 15), date(2022, 1, 31), date(2021, 11, 30))

# Story, invoice, segment, sector, limitation, start.
CASES = (
    ("entre commerçants, du jour de l'achèvement", OLD, Segment.SME, "services",
     date(2026, 11, 30), Start.PERFORMED),
    ("consommateur, de la livraison",
     invoice(date(2024, 12, 10), date(2025, 1, 10), date(2024, 12, 5)), Segment.CONSUMER,
     "commerce", date(2026, 12, 5), Start.PERFORMED),
    ("transport de marchandises, de la livraison",
     invoice(date(2025, 12, 1), date(2025, 12, 31), date(2025, 11, 28)), Segment.SME, "transport",
     date(2026, 11, 28), Start.PERFORMED),
    ("une association n'est pas un consommateur", OLD, Segment.ASSOCIATION, "services",
     date(2026, 11, 30), Start.PERFORMED),
    ("sans date d'achèvement, de la facture", invoice(date(2024, 2, 29), date(2024, 3, 31)),
     Segment.LARGE, "services", date(2029, 2, 28), Start.ISSUED),
    ("échéance avant facture", invoice(date(2024, 3, 31), date(2024, 3, 1)),
     Segment.LARGE, "services", date(2029, 3, 1), Start.DUE),
    ("un dimanche n'y change rien", invoice(date(2021, 11, 28), date(2021, 12, 28)),
     Segment.SME, "services", date(2026, 11, 28), Start.ISSUED),
)  # fmt: skip


@pytest.mark.parametrize(
    "story, claim, segment, sector, on, start", CASES, ids=[case[0] for case in CASES]
)
def test_le_dernier_jour_pour_agir(
    story: str, claim: Invoice, segment: Segment, sector: str, on: date, start: Start
) -> None:
    found = limitation(claim, segment=segment, sector=sector)
    assert (found.on, found.start, found.assumed_sector) == (on, start, False)
    assert found.at_the_latest_on == on


@pytest.mark.parametrize(
    "segment, latest", [(Segment.SME, date(2026, 11, 30)), (Segment.CONSUMER, date(2023, 11, 30))]
)
def test_secteur_inconnu_le_délai_le_plus_court_et_l_hypothèse_est_dite(
    segment: Segment, latest: date
) -> None:
    found = limitation(OLD, segment=segment)
    assert found.assumed_sector
    assert (found.on, found.known_on) == (date(2022, 11, 30), latest)
    assert found.at_the_latest_on == latest
    assert "secteur inconnu" in found.article
    assert not found.is_over(latest)
    assert found.is_over(date(2026, 12, 1))


def test_une_reconnaissance_confirmée_fait_repartir_le_délai_de_zéro() -> None:
    done = Interruption(on=date(2024, 5, 2), by=Interrupter.ACKNOWLEDGEMENT)
    found = limitation(OLD, segment=Segment.SME, sector="services", interruptions=[done])
    assert found.on == date(2029, 5, 2)
    assert found.interrupted == (done,)


def test_une_promesse_non_confirmée_montre_deux_dates_et_l_alarme_suit_la_plus_proche() -> None:
    found = limitation(OLD, segment=Segment.SME, sector="services", candidates=[date(2024, 5, 2)])
    assert (found.on, found.at_the_latest_on) == (date(2026, 11, 30), date(2029, 5, 2))
    assert found.known_on == date(2026, 11, 30)
    assert found.warning(date(2026, 11, 21)) == found.known_warning(date(2026, 11, 21)) == 30


def test_un_désistement_efface_l_interruption() -> None:
    gone = Interruption(on=date(2024, 5, 2), by=Interrupter.COURT_CLAIM, wiped_out=True)
    found = limitation(OLD, segment=Segment.SME, sector="services", interruptions=[gone])
    assert found.on == date(2026, 11, 30)


def test_ce_qui_vient_après_la_fin_ne_ranime_rien() -> None:
    late = Interruption(on=date(2026, 12, 1), by=Interrupter.ORDER_SERVED)
    found = limitation(OLD, segment=Segment.SME, sector="services", interruptions=[late])
    assert found.on == date(2026, 11, 30)
    assert found.interrupted == ()


def test_une_médiation_arrête_l_horloge_et_laisse_six_mois_au_moins() -> None:
    found = limitation(
        OLD,
        segment=Segment.SME,
        sector="services",
        suspensions=[Suspension(starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 11))],
    )
    assert found.on == date(2027, 5, 11)


# Days before the limitation, warning.
WARNINGS = ((366, None), (365, 365), (181, 365), (180, 180), (90, 90), (61, 90), (60, 60), (31, 60),
            (30, 30), (0, 30), (-1, 0))  # fmt: skip


@pytest.mark.parametrize("left, expected", WARNINGS)
def test_les_alarmes(left: int, expected: int | None) -> None:
    found = limitation(OLD, segment=Segment.SME, sector="services")
    today = date.fromordinal(found.on.toordinal() - left)
    assert found.warning(today) == expected


def test_l_alarme_de_l_hypothèse_se_montre_mais_ne_déplace_rien() -> None:
    found = limitation(OLD, segment=Segment.SME)
    assert found.warning(date(2022, 11, 1)) == 30
    assert found.known_warning(date(2022, 11, 1)) is None
    assert found.warning(date(2022, 12, 1)) is None


STEPS = (
    ("rien", (), date(2026, 11, 30)),
    ("une ordonnance signifiée", (("order_served", date(2026, 3, 2)),), date(2031, 3, 2)),
    ("une requête seule n'interrompt rien", (("petition_filed", date(2026, 3, 2)),),
     date(2026, 11, 30)),
    ("assignation puis désistement", (("summons_served", date(2026, 3, 2)),
                                      ("withdrawn", date(2026, 5, 4))), date(2026, 11, 30)),
    ("une saisie survit au désistement", (("seizure", date(2026, 3, 2)),
                                          ("withdrawn", date(2026, 5, 4))), date(2031, 3, 2)),
)  # fmt: skip


@pytest.mark.parametrize("story, taken, on", STEPS, ids=[case[0] for case in STEPS])
def test_ce_que_le_journal_sait_de_la_prescription(
    story: str, taken: tuple[tuple[str, date], ...], on: date
) -> None:
    debtor = Debtor(debtor_id=DebtorId("C1"), name="Dupont", sector="services")
    dossier = Dossier(
        key=KEY,
        debtor=debtor,
        invoices=(InvoiceKept(invoice=OLD),),
        legal_steps=tuple(
            e.LegalStepTaken(by="Anne", because="greffe", legal_step=step, taken_on=day)
            for step, day in taken
        ),
    )
    ((claim, found),) = limitations(dossier)
    assert (claim, found.known_on) == (OLD, on)


def test_un_règlement_partiel_n_est_qu_un_indice_de_reconnaissance() -> None:
    debtor = Debtor(debtor_id=DebtorId("C1"), name="Dupont", sector="services")
    paid = e.PaymentRecorded(
        because="", number=OLD.number, amount=Decimal("10.00"), paid_on=date(2026, 3, 2)
    )
    dossier = Dossier(
        key=KEY, debtor=debtor, invoices=(InvoiceKept(invoice=OLD),), payments=(paid,)
    )
    ((_, found),) = limitations(dossier)
    assert (found.known_on, found.at_the_latest_on) == (date(2026, 11, 30), date(2031, 3, 2))


DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2026, 12, 31))


@given(issued_on=DAYS, due_on=DAYS, acknowledged_on=DAYS, segment=st.sampled_from(Segment))
def test_une_interruption_ne_rapproche_jamais_la_fin(
    issued_on: date, due_on: date, acknowledged_on: date, segment: Segment
) -> None:
    claim = invoice(issued_on, due_on)
    bare = limitation(claim, segment=segment)
    done = Interruption(on=acknowledged_on, by=Interrupter.ACKNOWLEDGEMENT)
    with_it = limitation(claim, segment=segment, interruptions=[done])
    assert bare.on <= with_it.on <= with_it.known_on <= with_it.at_the_latest_on
