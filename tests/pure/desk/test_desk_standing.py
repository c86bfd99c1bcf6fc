"""What a cache of the queues holds answers for every day as if the dossier were looked at then."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pure.desk.test_desk_properties import Act, acts, happens, lives_a_day
from pure.dossier.every_event import EVERY_EVENT
from relance_mailer.desk.queues import Queue, waiting_in
from relance_mailer.desk.standing import Standing, standings
from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier
from values.stories import Story, debtor, invoice, story
from values.timelines import SME

OLD = invoice("FA-OLD", due_on="2023-02-15")
HOSTILE = e.HandedToLegal(because="« voleurs »", reason="hostile")
BOUNCE = next(event for event in EVERY_EVENT if isinstance(event, e.ContactBounced))
FILED = e.LegalStepTaken(
    because="dépôt", by="Anne", legal_step="petition_filed", taken_on=date(2026, 9, 1)
)

PUBLISHED, ISSUED, SERVED = (
    replace(FILED, legal_step=step) for step in ("bodacc_published", "order_issued", "order_served")
)


def on_that_day(dossier: Dossier, day: date) -> list[Standing]:
    return [one for one in standings(dossier) if one.first_day <= day <= one.last_day]


def as_looked_at(dossier: Dossier, day: date) -> list[tuple[object, ...]]:
    return [
        (nth, line.queue, line.deadline, line.amount, line.rank.risk, line.since, line.subject)
        for nth, line in enumerate(waiting_in(dossier, day))
    ]


def as_kept(dossier: Dossier, day: date) -> list[tuple[object, ...]]:
    kept = on_that_day(dossier, day)
    return [
        (one.nth, one.queue, one.ends_on, one.amount, one.risk, one.since, one.subject)
        for one in sorted(kept, key=lambda one: one.nth)
    ]


def happened(*events: e.DossierEvent) -> Dossier:
    told = story(SME, OLD, invoice("FA-NEW", due_on="2026-09-30"))
    told.happens(*events)
    return told.dossier


ALONE = [
    ("rien n'attend", ()),
    ("au contentieux", (HOSTILE,)),
    ("requête déposée", (HOSTILE, FILED)),
    ("à examiner", (e.ReviewAsked(because="?", reason="question"),)),
    ("adresse morte", (BOUNCE,)),
    ("BODACC, en relance", (PUBLISHED,)),
    ("BODACC, au contentieux", (HOSTILE, PUBLISHED)),
    ("ordonnance signifiée, en relance", (FILED, ISSUED, SERVED, BOUNCE)),
]
DAYS = [date(2026, 1, 1) + timedelta(days=11 * number) for number in range(250)]


@pytest.mark.parametrize(("story_", "events"), ALONE, ids=[one[0] for one in ALONE])
def test_every_day_finds_the_lines_of_that_day(
    story_: str, events: tuple[e.DossierEvent, ...]
) -> None:
    """The warning of limitation comes a year before and goes with the last day."""
    dossier = happened(*events)
    limits = {one.ends_on for one in standings(dossier) if one.ends_on}
    edges = [day + timedelta(days=by) for day in limits for by in (-366, -365, -61, -60, 0, 1)]
    for day in (*DAYS, *edges):
        assert as_kept(dossier, day) == as_looked_at(dossier, day), day


def test_a_deadline_that_comes_into_sight_begins_a_new_line() -> None:
    """Nothing, the old invoice's limitation, nothing, the new one's, nothing."""
    kept = [one for one in standings(happened(HOSTILE)) if one.queue is Queue.LEGAL]
    assert [one.ends_on is not None for one in kept] == [False, True, False, True, False]
    for one, after in pairwise(kept):
        assert one.last_day + timedelta(days=1) == after.first_day


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(min_value=0, max_value=9), acts()), max_size=10),
    st.lists(st.integers(min_value=0, max_value=2500), min_size=3, max_size=3),
)
def test_whatever_happened_the_lines_are_those_of_the_day(
    lived: list[tuple[int, Act]], later: list[int]
) -> None:
    """Random lives, looked at on random days after."""
    told: Story = story(SME, OLD, invoice(), invoice("FA-2", amount="200.00"), who=debtor())
    told.today = date(2026, 10, 1)
    for wait, act in lived:
        for _ in range(wait):
            lives_a_day(told, None, [])
            told.today += timedelta(days=1)
        happens(told, act)
        for days in (0, *later):
            day = told.today + timedelta(days=days)
            assert as_kept(told.dossier, day) == as_looked_at(told.dossier, day), (act, day)
