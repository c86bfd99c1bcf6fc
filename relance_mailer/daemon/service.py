"""The real daemon: the table wakes it, the mailbox's push wakes it sooner, SIGTERM ends it well.

Each creditor has four lanes that work side by side, so that a reply is read while letters leave:
ledger, inward (fetch, read), outward (plan, send, file) and saying (what waits, and to whom it is
told: a server that hangs keeps no other lane from saying so). Within a lane passes follow one
another; what two lanes both touch is guarded by the journal's versions, not by luck.

Any number of daemons may serve one database: all of them send and read, one at a time watches a
mailbox, and a pass over all dossiers is one daemon's at a time (`turns`).
"""

import asyncio
import random
import signal
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger

from relance_mailer.adapters.collector import look_seldom
from relance_mailer.adapters.process import is_gone, this_process
from relance_mailer.daemon.clockwork import Job, in_order, next_runs
from relance_mailer.daemon.engine import Engine, Report, Result
from relance_mailer.daemon.turns import MAILBOX_LEASE, Turns, Watch
from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.fetch_mail import Fetched
from relance_mailer.flows.house import fault_key
from relance_mailer.flows.read_mail.one_pass import Read
from relance_mailer.flows.send_letters import LEASE_SECONDS as CLAIM_SECONDS
from relance_mailer.ports import Fault, Permanent, Temporary

log = structlog.get_logger()

LANES: Mapping[str, frozenset[Job]] = {
    "ledger": frozenset({Job.SYNC_LEDGER, Job.ANCHOR}),
    "inward": frozenset({Job.FETCH_MAIL, Job.FETCH_ALL_MAIL, Job.READ_MAIL}),
    "outward": frozenset(
        {Job.PLAN_LETTERS, Job.PLAN_ANSWERS, Job.TELL_MANAGERS, Job.SEND_LETTERS, Job.FILE_COPIES}
    ),
    "saying": frozenset({Job.TELL_OPERATOR}),
}
AT_START = (Job.SYNC_LEDGER, Job.FETCH_ALL_MAIL, Job.READ_MAIL, Job.PLAN_LETTERS, Job.SEND_LETTERS)
THE_WATCHERS = frozenset({Job.FETCH_MAIL, Job.FETCH_ALL_MAIL, Job.FILE_COPIES})
"""What is done in the mailbox: by whoever watches it, and by nobody else."""
IN_TURN = frozenset({Job.SYNC_LEDGER, Job.PLAN_LETTERS, Job.TELL_MANAGERS})
"""Passes over everything: two daemons at once would only overtake each other."""
TURN_SECONDS = 2.0
"""After how long a pass asks again whose turn it is."""
IDLE_SECONDS = 480.0
"""Renewing IDLE is the proof that the server still lives."""
BACKOFF_SECONDS = (1.0, 60.0)


class Lane:
    """Passes of one creditor that follow one another."""

    def __init__(self, engine: Engine, creditor: CreditorId, turns: Turns) -> None:
        self._engine = engine
        self._creditor = creditor
        self._turns = turns
        self._wanted: set[Job] = set()
        self._wake = asyncio.Event()

    def ask(self, *jobs: Job) -> None:
        """Run these as soon as the lane is free."""
        self._wanted.update(jobs)
        self._wake.set()

    async def serve(self, others: "Shift") -> None:
        """Work until the stop; what runs is finished first."""
        while not self._engine.stop.is_set():
            await self._wake.wait()
            self._wake.clear()
            jobs, self._wanted = in_order(self._wanted), set()
            for job in jobs:
                if self._engine.stop.is_set():
                    return
                await self._run(job, others)

    async def _run(self, job: Job, others: "Shift") -> None:
        """Run what is ours to run; what another daemon does at this moment is asked for again."""
        if job in THE_WATCHERS and not others.watches:
            return
        if job not in IN_TURN:
            await self._pass(job, others)
            return
        async with self._turns.in_turn(f"{job}:{self._creditor}") as ours:
            if ours:
                await self._pass(job, others)
            else:
                asyncio.get_running_loop().call_later(TURN_SECONDS, self.ask, job)

    async def _pass(self, job: Job, others: "Shift") -> None:
        report = await self._engine.run(job, self._creditor)
        _tell(report)
        others.heard(report)
        others.ask(*report.then)

    def end(self) -> None:
        """Let a waiting lane see the stop."""
        self._wake.set()


class Shift:
    """The lanes and the watcher of one creditor."""

    def __init__(self, engine: Engine, creditor: CreditorId, turns: Turns) -> None:
        self._engine = engine
        self._creditor = creditor
        self._lanes = {name: Lane(engine, creditor, turns) for name in LANES}
        self._mailbox = Watch(turns, f"{MAILBOX_LEASE}:{creditor}")
        self._failures = 0

    @property
    def watches(self) -> bool:
        """Whether the mailbox is ours to look into now."""
        return self._mailbox.is_ours

    def ask(self, *jobs: Job) -> None:
        """Give each job to its lane."""
        for name, members in LANES.items():
            wanted = [job for job in jobs if job in members]
            if wanted:
                self._lanes[name].ask(*wanted)

    async def serve(self) -> None:
        """Work until the stop."""
        async with asyncio.TaskGroup() as group:
            watchers = [
                group.create_task(self._mailbox.keep()),
                group.create_task(self._watch()),
            ]
            for lane in self._lanes.values():
                group.create_task(lane.serve(self))
            await self._engine.stop.wait()
            for watcher in watchers:
                watcher.cancel()
            for lane in self._lanes.values():
                lane.end()

    def heard(self, report: Report) -> None:
        """A mailbox of which we read nothing is left to another daemon, which may reach it."""
        fetched = report.result
        if report.job in {Job.FETCH_MAIL, Job.FETCH_ALL_MAIL} and report.fault:
            told = fetched if isinstance(fetched, Fetched) else Fetched()
            if not told.new:
                self._give_way(next(iter(told.faults.values()), Temporary(report.fault)))

    async def _watch(self) -> None:
        """Whenever the mailbox becomes ours: fetch what came while nobody listened, then idle.

        What was asked of a mailbox that was not ours is asked now.
        """
        while True:
            is_new = await self._mailbox.taken()
            self.ask(Job.FETCH_ALL_MAIL, Job.FILE_COPIES)
            if is_new:
                self._take_letters_over()
            idling = asyncio.create_task(self._idle())
            try:
                await self._mailbox.lost()
            finally:
                idling.cancel()
                await asyncio.wait({idling})

    def _take_letters_over(self) -> None:
        """Whoever watched before us may be dead, with letters in his hands.

        They are free at the end of his claim: at the latest, so long after now.
        """
        self.ask(Job.SEND_LETTERS)
        loop = asyncio.get_running_loop()
        loop.call_later(CLAIM_SECONDS + 1.0, self.ask, Job.SEND_LETTERS)

    async def _idle(self) -> None:
        """Idle on the first watched folder; any push means: go and look."""
        creditor = self._engine.relance.creditors[self._creditor]
        mailbox = self._engine.relance.doors[self._creditor].mailbox
        noted = True
        while True:
            try:
                pushed = await mailbox.wait_for_push(creditor.folders[0], seconds=IDLE_SECONDS)
            except Fault as error:
                await self._note_watch(str(error))
                self._give_way(error)
                return
            except Exception as error:
                # Our own fault: said with its place; what is queued leaves all the same.
                log.error("erreur interne", action="watch", trace=traceback.format_exc())
                await self._note_watch(f"erreur interne : {error!r}")
                self._give_way(error)
                return
            if pushed:
                self.ask(Job.FETCH_MAIL)
            self._failures = 0
            if noted:
                await self._note_watch("")
                noted = False

    def _give_way(self, error: Exception) -> None:
        if not self.watches:
            return  # watching and fetching fail for the same reason: it counts once
        self._failures += 1
        self._mailbox.give_way(_wait_seconds(error, self._failures))

    async def _note_watch(self, because: str) -> None:
        key, now = (self._creditor, "watch"), self._engine.relance.house.clock.now()
        self._engine.voice.tells_fault(key, "watch", because, now, event="veille interrompue")
        try:
            await self._engine.keep(fault_key(*key), because)
        except Fault as error:
            log.warning("état non noté", action="watch", because=str(error))


def _wait_seconds(error: Exception, failures: int) -> float:
    """Full jitter below a ceiling that doubles, from 1 s to a minute.

    What only an operator mends (a refused password) is asked again after a minute at the earliest.
    """
    low, high = BACKOFF_SECONDS
    wait = random.uniform(low / 2, min(high, low * 2.0**failures))
    return wait + 60.0 if isinstance(error, Permanent) else wait


async def serve(engine: Engine) -> None:
    """Run until the engine's stop is set (SIGTERM and SIGINT set it); ends in order.

    A letter in mid-SMTP is finished; nothing is cancelled but the watcher.
    """
    look_seldom()
    turns = Turns(leases=engine.relance.leases, me=this_process(), is_gone=is_gone)
    shifts = {creditor: Shift(engine, creditor, turns) for creditor in engine.relance.creditors}
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, engine.stop.set)
    scheduler = _scheduler()
    ticker = _Ticker(engine, scheduler, shifts)
    scheduler.start()
    try:
        for shift in shifts.values():
            shift.ask(*AT_START)
        ticker.plan()
        log.info("en service", creditors=sorted(shifts))
        async with asyncio.TaskGroup() as group:
            for shift in shifts.values():
                group.create_task(shift.serve())
    finally:
        scheduler.shutdown(wait=False)
        for sign in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(sign)
        log.info("arrêt en ordre")


def _scheduler() -> AsyncIOScheduler:
    return AsyncIOScheduler(
        timezone=UTC,
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
    )


class _Ticker:
    """Wakes at the table's next moment, then plans the one after it."""

    def __init__(
        self, engine: Engine, scheduler: AsyncIOScheduler, shifts: Mapping[CreditorId, Shift]
    ) -> None:
        self._engine = engine
        self._scheduler = scheduler
        self._shifts = shifts

    def plan(self) -> None:
        """Have the scheduler wake us at the next moment of business time."""
        now = self._engine.relance.house.clock.now()
        moment, jobs = next_runs(now)
        wake_at = self._engine.relance.real_now() + max(moment - now, timedelta(milliseconds=5))
        self._scheduler.add_job(self._tick, DateTrigger(run_date=wake_at), args=[moment, jobs])

    async def _tick(self, moment: datetime, jobs: tuple[Job, ...]) -> None:
        if self._engine.stop.is_set():
            return
        for shift in self._shifts.values():
            shift.ask(*jobs)
        self.plan()


def _tell(report: Report) -> None:
    if report.fault or not report.result:
        return
    done = {"action": report.job.value, "creditor": report.creditor}
    if left := _left(report.result):
        # A backlog is long: whoever waits for the first letters sees that it shrinks.
        log.info("rattrapage", **done, left=left)
    else:
        log.info("passage", **done)


def _left(result: Result) -> int:
    """Messages that a pass over a mailbox leaves to the next ones."""
    return result.left if isinstance(result, Fetched | Read) else 0
