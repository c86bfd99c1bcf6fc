"""What waits on a dossier, whatever the day is: the lines of its queues as a cache may keep them.

A cache may not hold a day: what R12 asks of today (how late, whether a deadline is near) is left to
whoever reads it. Only legal deadlines bring and move lines by themselves, on days that are known
beforehand: a line that they move stands once for each span of days.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from relance_mailer.desk.queues import (
    CLOCK_AHEAD,
    FIRST_DAY,
    LAST_DAY,
    Queue,
    Span,
    Waiting,
    legal_spans,
    moved_by_days,
    on_every_day,
)
from relance_mailer.desk.rank import Weights
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.workdays import ONE_DAY

_UNRANKED = Weights(horizon_business_days=0)
"""No near deadline is looked for: R12 asks that of today."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """One thing that waits from one day to another, both included, and what R12 ranks it by.

    `nth` is its place among `waiting_in` of its dossier.
    """

    queue: Queue
    nth: int
    first_day: date
    last_day: date
    ends_on: date | None
    amount: Decimal
    oldest_due_on: date | None
    risk: int
    since: date | None
    subject: str


def standings(dossier: Dossier) -> tuple[Standing, ...]:
    """Every line of this dossier in the queues that dossiers stand in, for every day."""
    spans = legal_spans(dossier)
    always = on_every_day(dossier, FIRST_DAY, _UNRANKED)
    found: list[Standing] = []
    before: dict[int, Standing] = {}
    for first_day, last_day in _spells(_changes(dossier, spans)):
        lines = (*moved_by_days(dossier, first_day, _UNRANKED, spans), *always)
        now = {one.nth: one for one in _on(dossier, first_day, last_day, lines)}
        for nth, one in before.items():
            same = replace(one, first_day=first_day, last_day=last_day)
            if now.get(nth) == same:
                now[nth] = replace(one, last_day=last_day)
            else:
                found.append(one)
        before = now
    return (*found, *before.values())


def _spells(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    for day, after in pairwise(days):
        yield day, after - ONE_DAY
    yield days[-1], LAST_DAY


def _on(
    dossier: Dossier, day: date, last_day: date, lines: Sequence[Waiting]
) -> Iterator[Standing]:
    oldest = dossier.open_invoices[0].due_on if dossier.open_invoices else None
    for nth, line in enumerate(lines):
        yield Standing(
            queue=line.queue,
            nth=nth,
            first_day=day,
            last_day=last_day,
            ends_on=line.deadline,
            amount=line.amount,
            oldest_due_on=oldest,
            risk=line.rank.risk,
            since=line.since,
            subject=line.subject,
        )


def _changes(dossier: Dossier, spans: tuple[Span, ...]) -> list[date]:
    """The days on which a line may come, go or move, the first day of all included."""
    looked_at = dossier.phase in {Phase.LEGAL, Phase.REVIEW}
    days = {FIRST_DAY}
    if looked_at or dossier.owed > 0:
        days |= {span.last_day + ONE_DAY for span in spans if span.last_day < LAST_DAY}
        days |= {span.deadline.on - CLOCK_AHEAD for span in spans}
    if looked_at:
        days |= {span.first_day for span in spans}
    return sorted(day for day in days if day >= FIRST_DAY)
