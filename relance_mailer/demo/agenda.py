"""When something happens in the story: the daemon's table, with the idle moments left out.

The real daemon wakes every minute. Here the clock jumps to the moments at which something can come
of it, and every job that the table would have run since the last jump is run once, in its order.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from relance_mailer.demo.behaviour import Act, Debtor, Machine, Pays
from relance_mailer.people.mails import Received
from relance_mailer.words import Segment
from relance_mailer.workdays import ONE_DAY, PARIS, business_day_from, is_business_day

WORKING_MOMENTS = (time(8, 31), time(10, 0), time(14, 0), time(17, 0))
IDLE_MOMENTS = (time(10, 0),)
"""Days off are looked at too: that nothing leaves then is a promise, not a lack of waking up."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Deed:
    """What somebody is going to do, and the letter that made him."""

    debtor: Debtor | None  # None: the rest of the world
    act: Act | None  # None: a newsletter
    letter: Received | None = None


@dataclass(order=True, slots=True)
class _Place:
    at: datetime
    order: tuple[str, int]
    deed: Deed | None = field(compare=False)


class Agenda:
    """Moments in their order; what several people do at one moment is in the order of dossiers."""

    def __init__(self, first_day: date, days: int) -> None:
        self._heap: list[_Place] = []
        self._count = 0
        self.ends_at = _at(first_day + timedelta(days=days - 1), time(18, 10))
        for offset in range(days):
            day = first_day + timedelta(days=offset)
            for hour in WORKING_MOMENTS if is_business_day(day) else IDLE_MOMENTS:
                self._push(_at(day, hour), "", None)
        self._push(self.ends_at, "", None)

    def add(self, at: datetime, deed: Deed) -> None:
        """Note that somebody does something then."""
        self._push(at, deed.debtor.dossier if deed.debtor else "~", deed)

    def moments(self) -> Iterator[tuple[datetime, list[Deed]]]:
        """One moment after the other, with what people do at it; more may be added meanwhile."""
        while self._heap and self._heap[0].at <= self.ends_at:
            at = self._heap[0].at
            deeds = []
            while self._heap and self._heap[0].at == at:
                deed = heapq.heappop(self._heap).deed
                if deed is not None:
                    deeds.append(deed)
            yield at, deeds

    def _push(self, at: datetime, name: str, deed: Deed | None) -> None:
        self._count += 1
        heapq.heappush(self._heap, _Place(at=at, order=(name, self._count), deed=deed))


def moment_of(
    debtor: Debtor, act: Act, after: tuple[int, int], now: datetime, chance: Random
) -> datetime:
    """When he acts: at once if it is his software, within hours, or some days later."""
    if isinstance(act, Machine):
        return now + timedelta(minutes=chance.randint(1, 4))
    days = chance.randint(*after)
    if days == 0 and not isinstance(act, Pays):
        return now + timedelta(minutes=chance.randint(25, 170))
    day = now.astimezone(PARIS).date() + timedelta(days=days)
    return on(debtor, act, day, chance)


def on(debtor: Debtor, act: Act, day: date, chance: Random) -> datetime:
    """An hour of that day at which he may do it; offices and banks work on business days."""
    if isinstance(act, Pays):
        return _at(business_day_from(day), time(11, chance.randint(0, 59)))
    if debtor.segment is Segment.CONSUMER:
        return _at(day, time(chance.randint(9, 20), chance.randint(0, 59)))
    return _at(business_day_from(day), time(chance.randint(9, 17), chance.randint(0, 59)))


def day_after(first_day: date, number: int) -> date:
    """The n-th day of the story (0 is the first)."""
    return first_day + number * ONE_DAY


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, PARIS)
