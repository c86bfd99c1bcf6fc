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
    legal_spans,
    waiting_in,
)
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.workdays import ONE_DAY


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
    found: list[Standing] = []
    before: dict[int, Standing] = {}
    for first_day, last_day in _spells(_changes(dossier, spans)):
        now = {one.nth: one for one in _on(dossier, first_day, last_day, spans)}
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


def _on(dossier: Dossier, day: date, last_day: date, spans: tuple[Span, ...]) -> Iterator[Standing]:
    oldest = min((invoice.due_on for invoice in dossier.open_invoices), default=None)
    for nth, line in enumerate(waiting_in(dossier, day, spans=spans)):
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
