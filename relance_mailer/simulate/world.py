"""The simulated world: its time, its servers, its mailbox, and who does what when."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from random import Random

from relance_mailer.people.mails import Desk
from relance_mailer.simulate.books import Books
from relance_mailer.simulate.case import Case
from relance_mailer.simulate.cast import Drawn, Owing, bills, cast
from relance_mailer.simulate.clock import WorldClock
from relance_mailer.simulate.mishaps import Chaos, Mishap
from relance_mailer.simulate.servers import (
    INBOX,
    SENT,
    Arrived,
    Folders,
    PostOffice,
    message_id_of,
)
from relance_mailer.simulate.truth import Agreed, Contacted, Said, Truth
from relance_mailer.simulate.weather import Weather
from relance_mailer.workdays import PARIS

OURS = "relances@imprimerie-simulee.example"
JOURNAL = "temoin@imprimerie-simulee.example"
FIRST_DAYS = (date(2026, 1, 12), date(2026, 9, 14))
"""The first day is drawn between these: the years' rates are known, and summer time comes or goes
in most stories of ninety days."""
BEGINS = time(7, 30)
IN_THE_MIDST = 0.5
"""How often what is drawn for a day comes between two steps of a pass: a spell that begins, a clock
that is set right, a folder numbered anew, a mail deleted."""
STEPS_MAX = 120
WEEK = timedelta(days=7)

Deed = Callable[[], None]


@dataclass(order=True, slots=True)
class _Place:
    at: datetime
    number: int
    deed: Deed = field(compare=False)


class World:
    """Everything outside our processes."""

    def __init__(self, case: Case) -> None:
        self.case = case
        chance = Random(f"{case.seed}:world")
        least, most = FIRST_DAYS
        self.first_day = least + timedelta(days=chance.randint(0, (most - least).days))
        self.chaos = Chaos(case)
        if not self.chaos.may_befall(Mishap.SUMMER_TIME):
            self.first_day = _without_changes(self.first_day, case.days)
        self.clock = WorldClock(self.at(0, BEGINS))
        self.weather = Weather(self.chaos, self.clock)
        self.truth = Truth()
        self.books = Books(self.truth, self.weather)
        self.folders = Folders()
        self.office = PostOffice(self.weather)
        self.letters: list[Arrived] = []
        self.on_letter: list[Callable[[Arrived], None]] = []
        self.on_plan: list[Callable[[Agreed], None]] = []
        self.cast = {one.dossier: one for one in cast(case.seed, case.dossiers)}
        self._agenda: list[_Place] = []
        self._count = 0
        self.office.deliver = self._taken
        self.in_pass = 0  # steps until something happens in the middle of this pass
        self._midst: list[tuple[int, Deed]] = []  # steps until each of these does
        self._somebody_comes = False  # to set the clock right
        self._hidden = Random(f"{case.seed}:midst")
        self._chance = chance
        self._bills_come()

    def at(self, offset: int, hour: time) -> datetime:
        """A moment of the story by its day (0 is the first) and its hour in Paris."""
        day = self.first_day + timedelta(days=offset)
        return datetime.combine(day, hour, PARIS).astimezone(UTC)

    def agree(self, plan: Agreed) -> None:
        """An operator granted a plan, and its debtor knows."""
        self.truth.plans.append(plan)
        for told in self.on_plan:
            told(plan)

    def go_on(self, moment: datetime) -> None:
        """Time goes by; a night in which the clocks are changed is counted."""
        before = self.clock.true
        self.clock.go_on(moment)
        if _changes(before, self.clock.true):
            self.chaos.befell(Mishap.SUMMER_TIME)

    def later(self, at: datetime, deed: Deed) -> None:
        """Somebody does something then."""
        self._count += 1
        heapq.heappush(self._agenda, _Place(at=at, number=self._count, deed=deed))

    def next_at(self) -> datetime | None:
        """When the next thing happens."""
        return self._agenda[0].at if self._agenda else None

    def happen(self) -> int:
        """Everything that is due by now; answers how much that was."""
        done = 0
        while self._agenda and self._agenda[0].at <= self.clock.true:
            heapq.heappop(self._agenda).deed()
            done += 1
        return done

    def crossed(self) -> None:
        """Between two steps of ours: what was drawn to happen in the middle of a pass does."""
        if self.in_pass > 0:
            self.in_pass -= 1
            if self.in_pass == 0:
                self.hurry()
        if self._midst and not self.chaos.over:
            waiting = [(steps - 1, deed) for steps, deed in self._midst]
            self._midst = [(steps, deed) for steps, deed in waiting if steps]
            for deed in [deed for steps, deed in waiting if not steps]:
                deed()

    def hurry(self) -> None:
        """What was to happen next happens now, in the middle of a pass, if it is near."""
        if self._agenda and self._agenda[0].at <= self.clock.true + timedelta(hours=20):
            heapq.heappop(self._agenda).deed()

    def arrive(self, said: Said, *, folder: str = INBOX) -> None:
        """A message reaches our mailbox; now and then it comes twice, or after those behind it."""
        if folder == INBOX and self.weather.strikes(Mishap.OUT_OF_ORDER):
            delay = timedelta(minutes=self.chaos.chance.randint(5, 2_000))
            self.later(self.clock.true + delay, partial(self._put, said, folder))
            return
        self._put(said, folder)
        if folder == INBOX and self.weather.strikes(Mishap.DELIVERED_TWICE):
            again = said.raw
            if self.chaos.chance.random() < 0.5:
                again = b"Received: from relais.example by mx.example; again\r\n" + again
            delay = timedelta(minutes=self.chaos.chance.randint(0, 600))
            self.later(self.clock.true + delay, partial(self._stand, again, folder))

    def written_by_hand(self, owing: Owing, text: str, chance: Random) -> None:
        """A colleague of ours writes to a debtor; his copy stands in the Sent folder."""
        to = f"{owing.usual.name} <{owing.usual.email}>"
        raw = Desk(chance, OURS).by_hand(to, "Notre facture", text, self.clock.true)
        self._stand(raw, SENT)
        self.truth.contacted.append(
            Contacted(at=self.clock.true, debtor=str(owing.debtor.debtor_id))
        )

    def day_begins(self) -> None:
        """What befalls the servers on a day."""
        for spell in self.weather.morning():
            deed = partial(self.weather.begin, spell)
            self._now_or_in_a_pass(
                partial(self._at_the_clock, deed) if spell.moves_the_clock else deed
            )
        if self.weather.strikes(Mishap.UIDVALIDITY):
            folder = self.chaos.chance.choice((INBOX, SENT))
            self._now_or_in_a_pass(partial(self.folders.number_anew, folder))
        if self.weather.strikes(Mishap.EXPUNGED):
            self._now_or_in_a_pass(self._expunge)
        self.books.export()

    def _now_or_in_a_pass(self, deed: Deed) -> None:
        if self._hidden.random() < IN_THE_MIDST:
            self._midst.append((self._hidden.randint(1, STEPS_MAX), deed))
        else:
            deed()

    def _at_the_clock(self, deed: Deed) -> None:
        """Nobody touches the clock while a letter is at the server's door: the gate has asked it.

        That takes some milliseconds, and whatever the clock says behind them no house can know.
        """
        if self.office.in_hand:
            self._midst.append((1, partial(self._at_the_clock, deed)))
        else:
            deed()

    def clocks_are_looked_at(self) -> None:
        """Somebody sets the clock right when its spell is over, at once or between two steps."""
        if self.weather.clock_is_due and not self._somebody_comes:
            self._somebody_comes = True
            self._now_or_in_a_pass(partial(self._at_the_clock, self._set_right))

    def _set_right(self) -> None:
        self._somebody_comes = False
        self.weather.set_clock_right()

    def _expunge(self) -> None:
        uids = self.folders.uids(INBOX)
        if uids:
            raw = self.folders.take(self.chaos.chance.choice(uids[-5:]))
            self.truth.withdrawn.add(message_id_of(raw))

    def _put(self, said: Said, folder: str) -> None:
        self._stand(said.raw, folder)
        self.truth.said.append(replace(said, at=self.clock.true))

    def _stand(self, raw: bytes, folder: str) -> None:
        self.folders.put(raw, at=self.clock.true, folder=folder)

    def _taken(self, letter: Arrived) -> None:
        self.letters.append(letter)
        if JOURNAL in letter.recipients:
            at = self.clock.true + timedelta(minutes=self._chance.randint(1, 3))
            self.later(at, partial(self._stand, letter.raw, INBOX))
        for told in self.on_letter:
            told(letter)

    def _bills_come(self) -> None:
        for owing in self.cast.values():
            for drawn in bills(self.case.seed, owing, self.first_day, self.case.days):
                offset = (drawn.on - self.first_day).days

                def come(owing: Owing = owing, drawn: Drawn = drawn) -> None:
                    self.books.open_bill(owing, drawn)
                    self.books.export()

                self.later(self.at(offset, time(6, 0)), come)


def _changes(start: datetime, end: datetime) -> bool:
    return start.astimezone(PARIS).utcoffset() != end.astimezone(PARIS).utcoffset()


def _without_changes(first: date, days: int) -> date:
    """The first such day from which no clock is changed for so many days, on the same weekday."""
    # Until what is left is settled, a day behind the last one.
    while _changes(_noon(first), _noon(first + timedelta(days=days + 1))):
        first += WEEK
    return first


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), PARIS)
