"""Every legal clock by date: when it rings, and where the dossier then stands in the queue."""

from collections.abc import Sequence
from datetime import date

import pytest

from relance_mailer.desk.queues import Queue, Waiting, waiting_in
from relance_mailer.desk.rank import Tier
from relance_mailer.dossier import events as e
from relance_mailer.dossier.fold import fold
from relance_mailer.words import Segment
from values.court import entries_of, invoice, opened, step

LEGAL = e.HandedToLegal(because="silence", reason="silent")


def line_on(events: Sequence[e.Event], today: date) -> Waiting | None:
    """The dossier's line in the legal queue on that day."""
    dossier = fold(entries_of(events))
    assert dossier is not None
    found = [one for one in waiting_in(dossier, today) if one.queue is Queue.LEGAL]
    return found[0] if found else None


# Story, what was done, the last day, a day that is not near yet, one that is.
CLOCKS = (
    ("requête : consigner les frais sous quinze jours (CPC 1425)",
     (step("petition_filed", date(2026, 10, 1)),), date(2026, 10, 16), None, date(2026, 10, 2)),
    ("ordonnance du 28 août : six mois pour signifier (CPC 1411)",
     (step("order_issued", date(2026, 8, 28)),), date(2027, 2, 28),
     date(2027, 2, 11), date(2027, 2, 15)),
    ("ordonnance du 2 septembre : trois mois (décret 2026-96)",
     (step("order_issued", date(2026, 9, 2)),), date(2026, 12, 2),
     date(2026, 11, 17), date(2026, 11, 18)),
    ("signification à personne : un mois pour s'opposer (CPC 1416)",
     (step("order_served", date(2026, 9, 14)),), date(2026, 10, 14),
     date(2026, 9, 29), date(2026, 9, 30)),
    ("opposition : consigner sous quinze jours (CPC 1425)",
     (step("objection_received", date(2026, 10, 5)),), date(2026, 10, 20), None,
     date(2026, 10, 6)),
    ("BODACC du 25 septembre : deux mois pour déclarer (R622-24)",
     (step("bodacc_published", date(2026, 9, 25)),), date(2026, 11, 25),
     date(2026, 11, 9), date(2026, 11, 10)),
)  # fmt: skip


@pytest.mark.parametrize("story, steps, ends, far, near", CLOCKS, ids=[one[0] for one in CLOCKS])
def test_each_clock_stands_first_within_ten_business_days(
    story: str, steps: tuple[e.Event, ...], ends: date, far: date | None, near: date
) -> None:
    events = [*opened(), LEGAL, *steps]
    if far is not None:
        line = line_on(events, far)
        assert line is not None
        assert (line.deadline, line.rank.tier) == (ends, Tier.REST), far
    for today in (near, ends):
        line = line_on(events, today)
        assert line is not None
        assert (line.deadline, line.rank.tier) == (ends, Tier.DEADLINE), today
        assert f"le {ends:%d/%m/%Y}" in line.rank.reasons[0]


def test_a_clock_that_nobody_met_stays_first() -> None:
    events = [*opened(), LEGAL, step("order_issued", date(2026, 9, 2))]
    line = line_on(events, date(2026, 12, 10))
    assert line is not None
    assert line.rank.tier is Tier.DEADLINE


@pytest.mark.parametrize("segment, dies_on", [
    (Segment.SME, date(2026, 10, 31)),
    (Segment.CONSUMER, date(2026, 10, 31)),
])  # fmt: skip
def test_limitation_rings_whatever_the_phase(segment: Segment, dies_on: date) -> None:
    """Five years between professionals, two against a consumer; a running dossier too."""
    years = 5 if segment is Segment.SME else 2
    due_on = dies_on.replace(year=dies_on.year - years)
    events = opened(segment, invoice(due_on=due_on), sector="services")
    assert line_on(events, date(2026, 8, 15)) is None
    line = line_on(events, date(2026, 9, 15))
    assert line is not None
    assert (line.reason, line.deadline) == ("legal_deadline", dies_on)
    assert "prescription de la facture FA-2026-118" in line.because
    near = line_on(events, date(2026, 10, 19))
    assert near is not None
    assert near.rank.tier is Tier.DEADLINE


def test_a_dossier_in_review_has_its_clock_there() -> None:
    asked = e.ReviewAsked(because="litige", reason="dispute")
    events = [*opened(), asked, step("bodacc_published", date(2026, 9, 25))]
    dossier = fold(entries_of(events))
    assert dossier is not None
    lines = waiting_in(dossier, date(2026, 11, 20))
    assert [(one.queue, one.deadline) for one in lines] == [(Queue.REVIEW, date(2026, 11, 25))]


def test_what_was_paid_rings_no_more() -> None:
    events = [
        *opened(Segment.SME, invoice(due_on=date(2021, 10, 31)), sector="services"),
        e.InvoiceSettled(
            because="payée",
            number=invoice().number,
            settled_on=date(2026, 9, 1),
            how=e.Settlement.PAID,
        ),
    ]
    assert line_on(events, date(2026, 10, 20)) is None
