"""One run: the days of a case, the passes of real daemons in them, every promise asked.

The clock steps to the moments at which something may come of it; what the daemon's table would
have run since the last step is run then. When nothing goes wrong any more, what was left in doubt
is settled and the end is judged.
"""

import asyncio
from collections.abc import Awaitable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from relance_mailer.daemon.clockwork import Job, in_order, jobs_since
from relance_mailer.daemon.engine import ROUNDS_MAX, Engine, Report
from relance_mailer.daemon.service import AT_START, LANES
from relance_mailer.flows.brake import BRAKED
from relance_mailer.flows.send_letters import Posted
from relance_mailer.simulate.case import Case
from relance_mailer.simulate.cast import CREDITOR
from relance_mailer.simulate.debtors import Debtors
from relance_mailer.simulate.ending import at_the_end
from relance_mailer.simulate.estate import configured
from relance_mailer.simulate.judge import Breach, Judge
from relance_mailer.simulate.machine import Machine
from relance_mailer.simulate.mishaps import Mishap
from relance_mailer.simulate.operators import Operators
from relance_mailer.simulate.process import Died, Process
from relance_mailer.simulate.turns import Turns
from relance_mailer.simulate.watching import Watcher
from relance_mailer.simulate.world import STEPS_MAX, World
from relance_mailer.workdays import PARIS, is_business_day

MEMORY = Path("/dev/shm")
"""Where the database stands, if the machine has it: a disk would only cost time."""
WORKING_MOMENTS = (time(8, 31), time(10, 0), time(15, 30))
IDLE_MOMENTS = (time(10, 0),)
QUIET_MOMENTS = frozenset({time(15, 30)})
QUIET_SHARE = 0.25
"""How often such a moment is passed through though nothing happened since the last pass."""
IDLE_SHARE = 0.4
"""How many days off are looked at: that nothing leaves then is a promise, and costs as much."""
AGAIN_MINUTES = (21, 63)
"""After a pass that left something open: a temporary refusal, a doubt, a server that was away. What
is still open then waits for the next moment of the day; an outage of days would be nothing else."""
SETTLING = 5
SETTLING_MINUTES = 21
BROKEN = "interne"
OUR_OWN = ("erreur interne", "dossier(s) en erreur, les autres suivent")
"""What a pass says of a fault of our own: no promise, but no run may have one. Nor may a pass fail
once nothing goes wrong any more: a house in which nothing leaves keeps every promise."""
DESK_HOUR = time(10, 0)
STARTS_MAX = 30
WEEK_DAYS = 7


@dataclass(frozen=True, kw_only=True, slots=True)
class Ended:
    """What a run left behind."""

    case: Case
    breaches: tuple[Breach, ...]
    faults: dict[str, int]  # by sort, those that happened
    letters: int
    messages: int
    deaths: int
    passes: int
    digest: str  # of everything that was received and journaled, salts apart
    days: int  # of the story, until its end or its first breach
    seconds: float = field(compare=False)  # of real time

    def row(self) -> dict[str, Any]:
        """The run as a JSON object."""
        return {
            **self.case.row(),
            "broken": [{"promise": one.promise, "told": one.told} for one in self.breaches],
            "letters": self.letters,
            "messages": self.messages,
            "deaths": self.deaths,
            "passes": self.passes,
            "injected": self.faults,
            "played_days": self.days,
            "digest": self.digest,
            "seconds": round(self.seconds, 2),
        }


async def run(case: Case, *, only_until_a_breach: bool = True) -> Ended:
    """Play a case; the same case gives the same `digest`."""
    began = perf_counter()
    where = str(MEMORY) if MEMORY.is_dir() else None
    with TemporaryDirectory(prefix="relance-simulate-", dir=where) as name:
        stage = _Stage(case, Path(name), eager=only_until_a_breach)
        with stage.machine.disk.spinning():
            return await stage.play(began)


class _Stage:
    """A run under way."""

    def __init__(self, case: Case, folder: Path, *, eager: bool) -> None:
        self.case = case
        self.world = World(case)
        self.judge = Judge(self.world)
        Debtors(self.world)
        self.operators = Operators(self.world)
        self.turns = Turns(Random(f"{case.seed}:turns"))
        settings = configured(folder, case.seed)
        self.machine = Machine(folder, settings, self.world, self.turns)
        self.machine.on_report = self._reported
        self.watcher = Watcher(self.world, self.judge, self.machine.file)
        self._week = 0  # in which all was looked at
        self._eager = eager
        self._chance = Random(f"{case.seed}:stage")
        self._deaths = 0
        self._passes = 0
        self._happened = 0  # outside, since the last pass
        self._calm = False  # nothing goes wrong any more, and all had time to come right
        self._again: set[datetime] = set()
        self._tries = 0  # since the last moment of the day

    async def play(self, began: float) -> Ended:
        """Every moment of every day, then the end."""
        self.world.day_begins()
        self.world.happen()
        try:
            await self._pass(AT_START)
            last = self.world.clock.true
            for at in self._moments():
                self._until(at)
                if self._is_quiet(at):
                    continue
                now = self.world.clock.true
                await self._pass(_needed(jobs_since(last, now)), desk=_is_desk_hour(at))
                last = now
                if self.judge.breaches and self._eager:
                    break
            if not self.judge.breaches:
                await self._settle(last)
            return await self._ended(began)
        finally:
            for process in list(self.machine.processes):
                await self.machine.stop(process)

    def _moments(self) -> Iterator[datetime]:
        """The moments of the table that matter, and those at which something is tried again."""
        for offset in range(self.case.days):
            day = self.world.at(offset, time(6, 30))
            if offset:
                self._until(day)
                self.world.day_begins()
            works = is_business_day(day.astimezone(PARIS).date())
            if not works and self._chance.random() > IDLE_SHARE:
                continue
            for hour in WORKING_MOMENTS if works else IDLE_MOMENTS:
                at = self.world.at(offset, hour)
                yield from self._before(at)
                self._tries = 0
                yield at
            yield from self._before(self.world.at(offset, time(21, 0)))

    def _before(self, at: datetime) -> Iterator[datetime]:
        while near := [again for again in self._again if again < at]:
            self._again.discard(min(near))
            yield min(near)

    def _until(self, at: datetime) -> None:
        self.world.go_on(at)
        self.world.clocks_are_looked_at()
        self._happened += self.world.happen()

    def _is_quiet(self, at: datetime) -> bool:
        """Whether a pass would only find what the last one left."""
        if self._happened or at.astimezone(PARIS).time() not in QUIET_MOMENTS:
            return False
        return self._chance.random() >= QUIET_SHARE

    async def _pass(self, jobs: Sequence[Job], *, desk: bool = False) -> None:
        """What is due, by all who are there; whoever died in it comes up again and looks first."""
        self._happened, at_desk = 0, desk
        weather = self.world.weather
        if weather.strikes(Mishap.MAIL_IN_PASS) or weather.strikes(Mishap.LEDGER_IN_PASS):
            self.world.in_pass = weather.chaos.chance.randint(1, STEPS_MAX)
        for _ in range(STARTS_MAX):
            if not self.machine.processes:
                await self.machine.start()
                jobs = in_order((*AT_START, *jobs))
            works = await self._works(jobs, desk=desk)
            await self._together(works)
            self._passes += 1
            died = await self.machine.bury()
            self._deaths += died
            for other in self.machine.processes[1:]:
                await self.machine.stop(other)
            if died:
                self.watcher.died()
                desk = False
                continue
            await self._watched(at_desk=at_desk)
            return
        raise AssertionError(f"{STARTS_MAX} deaths in one pass: {self.case}")

    async def _watched(self, *, at_desk: bool) -> None:
        """What can be asked after a pass; more of it in the morning, and the rest once a week."""
        (process,) = self.machine.processes
        found = await self.watcher.after_a_pass(process)
        if at_desk and not found:
            found = await self.watcher.of_the_day(process)
        week = (self.world.clock.true.date() - self.world.first_day).days // WEEK_DAYS
        if week > self._week and not found:
            self._week = week
            async with self.machine.copied() as copy:
                found = await self.watcher.of_the_week(copy, week)
        self.judge.breaches += found

    async def _works(self, jobs: Sequence[Job], *, desk: bool) -> dict[str, Awaitable[object]]:
        weather = self.world.weather
        first = self.machine.processes[0]
        works: dict[str, Awaitable[object]] = {}
        if weather.strikes(Mishap.LANES_TOGETHER):
            works |= _lanes(first.engine, jobs)
        else:
            works["daemon"] = first.engine.run_all(jobs)
        if weather.strikes(Mishap.TWO_DAEMONS):
            second = await self.machine.start()
            works["second"] = second.engine.run_all(jobs)
        if desk or weather.strikes(Mishap.OPERATOR_IN_PASS):
            works["desk"] = self.operators.work(first.operator(), first.relance.creditors[CREDITOR])
        return works

    async def _together(self, works: dict[str, Awaitable[object]]) -> None:
        desk = works.pop("desk", None)
        if desk is not None and not works:
            raise AssertionError("an operator needs a daemon")
        if desk is not None:
            works["desk"] = desk
        for error in await self.turns.together(works):
            if not _is_death(error):
                raise error

    def _reported(self, process: Process, report: Report) -> None:
        self.watcher.reported(report)
        if report.job is Job.SYNC_LEDGER and report.result is not None:
            self.judge.took_in(process.ledger.given)
        # The brake holds until the evening what went wrong that day: it is no failure of its own.
        fails = report.fault and self._calm and BRAKED not in report.fault
        if fails or any(words in report.fault for words in OUR_OWN):
            self.judge.breaches.append(
                Breach(promise=BROKEN, told=f"{report.job} : {report.fault}")
            )
        posted = report.result
        unfinished = isinstance(posted, Posted) and (posted.refused or posted.in_doubt)
        if (report.fault or unfinished) and not self._again and self._tries < len(AGAIN_MINUTES):
            wait = timedelta(minutes=AGAIN_MINUTES[self._tries])
            self._again.add(self.world.clock.true + wait)
            self._tries += 1

    async def _settle(self, last: datetime) -> None:
        """Nothing goes wrong any more: what is open is read, tried again or put to a human."""
        self.world.weather.clear()
        for place in range(1, SETTLING + 1):
            self._calm = place == SETTLING
            self._until(self.world.clock.true + timedelta(minutes=SETTLING_MINUTES))
            now = self.world.clock.true
            self.world.books.export()
            await self._pass(in_order((*AT_START, *jobs_since(last, now))))
            last = now
            (process,) = self.machine.processes
            creditor = process.relance.creditors[CREDITOR]
            await self.operators.start_again(process.operator(), creditor)
        (process,) = self.machine.processes
        told = await at_the_end(process, self.world, self.judge)
        self.judge.breaches += told

    async def _ended(self, began: float) -> Ended:
        if not self.machine.processes:
            await self.machine.start()
        house = self.machine.processes[0].house
        told = sha256()
        for letter in self.world.letters:
            told.update(f"{letter.told_at} {letter.recipients}".encode() + letter.raw)
        for page in await house.journal.pages():
            for entry in await house.journal.entries(page):
                told.update(repr(entry).encode())
        counts = self.world.chaos.counts
        return Ended(
            case=self.case,
            breaches=tuple(self.judge.breaches),
            faults={sort.value: counts[sort] for sort in Mishap if counts[sort]},
            letters=len(self.world.letters),
            messages=len(self.world.truth.said),
            deaths=self._deaths,
            passes=self._passes,
            digest=told.hexdigest(),
            days=(self.world.clock.true.astimezone(PARIS).date() - self.world.first_day).days + 1,
            seconds=perf_counter() - began,
        )


def _needed(jobs: Sequence[Job]) -> tuple[Job, ...]:
    """Without the look that the full one behind it would only repeat."""
    full = Job.FETCH_ALL_MAIL in jobs
    return tuple(job for job in jobs if not (full and job is Job.FETCH_MAIL))


def _lanes(engine: Engine, jobs: Sequence[Job]) -> dict[str, Awaitable[object]]:
    """The daemon's lanes side by side, each calling for what another has to do."""
    wanted: dict[str, list[Job]] = {name: [] for name in LANES}

    def ask(asked: Sequence[Job]) -> None:
        for name, members in LANES.items():
            wanted[name] += [job for job in asked if job in members]

    async def serve(name: str) -> None:
        for _ in range(ROUNDS_MAX):
            todo, wanted[name] = in_order(wanted[name]), []
            for job in todo:
                report = await engine.run(job, CREDITOR)
                ask(report.then)
            if not wanted[name]:
                return

    async def rest() -> None:
        await asyncio.sleep(0)

    ask(jobs)
    return {name: serve(name) if wanted[name] else rest() for name in LANES}


def _is_death(error: BaseException) -> bool:
    if isinstance(error, BaseExceptionGroup):
        return all(_is_death(one) for one in error.exceptions)
    return isinstance(error, Died)


def _is_desk_hour(at: datetime) -> bool:
    local = at.astimezone(PARIS)
    return local.time() == DESK_HOUR and is_business_day(local.date())
