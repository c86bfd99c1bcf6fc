"""One pass of a job for one creditor: run the flow, remember what went wrong, say what to do next.

The daemon runs passes when the table says so, the demonstration and the command `once` run them one
after another: the same passes, the same order.
"""

import asyncio
import traceback
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

import structlog

from relance_mailer.adapters.witness import append_line
from relance_mailer.daemon.clockwork import Job, in_order
from relance_mailer.daemon.saying import Voice
from relance_mailer.dossier.values import CreditorId, DossierKey
from relance_mailer.flows.fetch_mail import Fetched, fetch_mail
from relance_mailer.flows.file_copies import file_copies
from relance_mailer.flows.house import (
    Creditor,
    Doors,
    House,
    fault_key,
    halted_key,
    inbox_read_key,
    moment,
)
from relance_mailer.flows.keep_journal import anchor
from relance_mailer.flows.plan_letters import Planned, plan_letters
from relance_mailer.flows.print_notice import tend_notices
from relance_mailer.flows.read_mail.one_pass import Read, read_mail
from relance_mailer.flows.reconcile import reconcile
from relance_mailer.flows.restored import look_for_rollback, pending
from relance_mailer.flows.send_letters import SEEN, Posted, send_letters
from relance_mailer.flows.sync_ledger import Synced, sync_ledger
from relance_mailer.flows.tell_managers import Told, tell_managers
from relance_mailer.flows.tell_operator import Watched, tell_operator
from relance_mailer.outward.gate import CLOCKS_DIFFER_BY
from relance_mailer.ports import Fault
from relance_mailer.wiring.build import Relance

log = structlog.get_logger()

Result = Synced | Fetched | Read | Planned | Posted | Told | Watched | int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What a pass did, or why it could not; `then` are the jobs that it calls for at once."""

    creditor: CreditorId
    job: Job
    result: Result = None
    fault: str = ""
    then: tuple[Job, ...] = ()


@dataclass(slots=True)
class Engine:
    """The passes of all creditors."""

    relance: Relance
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    on_report: Callable[[Report], None] = lambda report: None
    touched: dict[CreditorId, set[DossierKey]] = field(default_factory=dict)  # to plan again
    looked: bool = False  # for a rollback of the database
    fell: bool = False  # the database was put back under this process, and nobody marked it yet
    looking: asyncio.Lock = field(default_factory=asyncio.Lock)
    blind: set[CreditorId] = field(default_factory=set)  # whose last plan waited for a reading
    kept: set[CreditorId] = field(default_factory=set)  # whose letters wait for a reading
    readings: Counter[CreditorId] = field(default_factory=Counter)  # that left nothing unread
    voice: Voice = field(default_factory=Voice)

    async def run(self, job: Job, creditor: CreditorId) -> Report:
        """One pass; whatever fails is noted, shown in the status, and the rest goes on."""
        house = self.relance.house
        one = self.relance.creditors[creditor]
        doors = self.relance.doors[creditor]
        try:
            await self._look_outside(job)
            report = await self._pass(job, one, doors)
        except Fault as error:
            report = Report(creditor=creditor, job=job, fault=str(error))
            if job is Job.TELL_OPERATOR:
                self.voice.is_blind(creditor, str(error), house.clock.now())
        except Exception as error:
            # Our own fault: said with its place, and the other jobs go on.
            report = Report(creditor=creditor, job=job, fault=f"erreur interne : {error!r}")
            log.error("erreur interne", action=job.value, trace=traceback.format_exc())
        # A plan of a few dossiers says nothing of a fault that keeps the others waiting.
        if report.fault or job is not Job.PLAN_ANSWERS:
            key = (creditor, _noted_as(job))
            changed = self.voice.tells_fault(key, job.value, report.fault, house.clock.now())
            await self._note(report)
            if changed and job is not Job.TELL_OPERATOR:
                # What began or ended to fail is looked at now, not at the next minute.
                report = replace(report, then=(*report.then, Job.TELL_OPERATOR))
        self.on_report(report)
        return report

    async def run_all(self, jobs: Sequence[Job]) -> list[Report]:
        """The jobs for every creditor in order, and what they call for, until nothing is called."""
        reports = []
        for creditor in self.relance.creditors:
            todo = in_order(jobs)
            for _ in range(ROUNDS_MAX):
                wanted: set[Job] = set()
                for job in todo:
                    # What was called for before this pass is done by it.
                    wanted.discard(job)
                    report = await self.run(job, creditor)
                    reports.append(report)
                    wanted.update(report.then)
                todo = in_order(wanted)
                if not todo:
                    break
        return reports

    async def _pass(self, job: Job, creditor: Creditor, doors: Doors) -> Report:
        house = self.relance.house
        result: Result = None
        then: tuple[Job, ...] = ()
        match job:
            case Job.SYNC_LEDGER:
                result = synced = await sync_ledger(house, creditor, doors.ledger)
                then = (Job.PLAN_LETTERS,) if synced.changed else ()
                if synced.broken:
                    fault = _at_first(synced.broken)
                    return Report(
                        creditor=creditor.id, job=job, result=result, fault=fault, then=then
                    )
            case Job.FETCH_MAIL | Job.FETCH_ALL_MAIL:
                full = job is Job.FETCH_ALL_MAIL
                waited = await _inbox_was_stale(house, creditor)
                result = fetched = await fetch_mail(house, creditor, doors.mailbox, full=full)
                then = (Job.READ_MAIL,) if fetched.total or full else ()
                if fetched.left and fetched.brought and not fetched.faults:
                    # A long mailbox comes in several passes, and is read meanwhile.
                    return Report(creditor=creditor.id, job=job, result=result, then=(job, *then))
                if fetched.faults:
                    why = _by_folder(fetched.faults)
                    return Report(
                        creditor=creditor.id, job=job, result=result, fault=why, then=then
                    )
                if waited:
                    # Letters that waited for this very look (P2) wait for no table.
                    then = (*then, Job.PLAN_LETTERS, Job.SEND_LETTERS)
            case Job.READ_MAIL:
                result = read = await read_mail(house, creditor)
                then = self._after_reading(creditor.id, read)
                if read.more:
                    then = (Job.READ_MAIL, *then)
                elif await self._reconciled(creditor):
                    then = (Job.PLAN_LETTERS,)
                elif read.total:
                    then = (*then, *self._let_go(creditor.id))
            case Job.PLAN_LETTERS | Job.PLAN_ANSWERS:
                return await self._plan(job, creditor)
            case Job.TELL_MANAGERS | Job.FILE_COPIES if await pending(house, creditor.id):
                pass  # nothing leaves, nor is filed, before it is known again what left
            case Job.TELL_MANAGERS:
                result = told = await tell_managers(house, creditor, doors.mailer)
                if told.waiting:
                    fault = _at_first(told.waiting)
                    return Report(creditor=creditor.id, job=job, result=result, fault=fault)
            case Job.SEND_LETTERS:
                readings = self.readings[creditor.id]
                result = posted = await send_letters(house, creditor, doors.mailer, stop=self.stop)
                then = _after_sending(posted)
                if self._keeps(creditor.id, posted, readings):
                    then = (*then, Job.SEND_LETTERS)
                withdrawn = {row.key for row, _ in posted.withdrawn}
                self.touched.setdefault(creditor.id, set()).update(withdrawn)
                if posted.faults:
                    return Report(
                        creditor=creditor.id,
                        job=job,
                        result=result,
                        fault=str(posted.faults[0]),
                    )
                if posted.broken:
                    fault = _at_first([(row.key, why) for row, why in posted.broken])
                    return Report(
                        creditor=creditor.id, job=job, result=result, fault=fault, then=then
                    )
            case Job.FILE_COPIES:
                result = await file_copies(house, creditor, doors.mailbox)
            case Job.ANCHOR:
                await self._anchor()
            case Job.TELL_OPERATOR:
                serving = self.voice.aloud
                watched = await tell_operator(house, creditor, doors, serving=serving)
                self.voice.tells(creditor.id, watched.causes, house.clock.now())
                result = watched if watched.told else None
                if watched.untold:
                    fault = f"l'exploitant n'a pas pu être prévenu : {watched.untold}"
                    return Report(creditor=creditor.id, job=job, fault=fault)
        return Report(creditor=creditor.id, job=job, result=result, then=then)

    def _after_reading(self, creditor: CreditorId, read: Read) -> tuple[Job, ...]:
        """What messages touched is planned at once; all, when all waited for this reading (P2)."""
        if not read.total:
            return ()
        keys = {told.dossier for told in read.told if told.dossier is not None}
        self.touched.setdefault(creditor, set()).update(keys)
        if creditor in self.blind:
            return (Job.PLAN_LETTERS,)
        return (Job.PLAN_ANSWERS,) if keys else ()

    def _let_go(self, creditor: CreditorId) -> tuple[Job, ...]:
        """All is read: letters that waited for it are offered now, not at the next minute."""
        self.readings[creditor] += 1
        if creditor not in self.kept:
            return ()
        self.kept.discard(creditor)
        return (Job.SEND_LETTERS,)

    def _keeps(self, creditor: CreditorId, posted: Posted, readings: int) -> bool:
        """Note whether letters wait for a reading; answers whether it ended while they did."""
        self.kept.discard(creditor)
        checks = {refusal.check for _, refused in posted.waiting for refusal in refused}
        if not (posted.overtaken or checks & SEEN):
            return False
        if self.readings[creditor] != readings:
            return True
        self.kept.add(creditor)
        return False

    async def _plan(self, job: Job, creditor: Creditor) -> Report:
        """Plan all that is due, or what messages and withdrawn letters touched since."""
        only = tuple(sorted(self.touched.pop(creditor.id, set())))
        if job is Job.PLAN_ANSWERS and not only:
            return Report(creditor=creditor.id, job=job)
        if job is Job.PLAN_LETTERS:
            only = ()
        planned = await plan_letters(self.relance.house, creditor, only=only)
        opened = {key for key, kind in planned.moved if kind == "TaskOpened"}
        unprinted = await tend_notices(self.relance.house, creditor, opened)
        if planned.stale:
            self.blind.add(creditor.id)
        elif not only:
            self.blind.discard(creditor.id)
        return Report(
            creditor=creditor.id,
            job=job,
            result=planned,
            fault=_fault_of(planned) or next(iter(unprinted), ""),
            then=(Job.SEND_LETTERS,) if planned.queued else (),
        )

    async def _look_outside(self, job: Job) -> None:
        """Has the database gone back behind what stands outside of it? Asked before every pass.

        What stands in files is compared once, and again where the last entry that this process
        knew is gone. Where it cannot be told nothing leaves, nor is an anchor written over the
        evidence; mail is fetched and read all the same.
        """
        async with self.looking:
            relance = self.relance
            try:
                self.fell |= await relance.house.journal.went_back()
                if self.looked and not self.fell:
                    return
                restored = await look_for_rollback(
                    relance.house, tuple(relance.creditors), surely=self.fell
                )
            except Fault:
                if job in OUTWARD or job is Job.ANCHOR:
                    raise
                return
            self.looked, self.fell = True, False
            if restored is not None:
                lost = len(restored.ahead)
                log.warning("base revenue en arrière", because=restored.because, pages=lost)

    async def _reconciled(self, creditor: Creditor) -> bool:
        """Whether a database that was brought back has just learned again what left."""
        done = await reconcile(self.relance.house, creditor, tuple(self.relance.creditors))
        if done.waits:
            log.info("rapprochement en attente", creditor=creditor.id, because=done.waits)
        if done.done:
            log.warning("rapprochement fait", creditor=creditor.id, **done.counts())
        return done.done

    async def _anchor(self) -> None:
        heads = await anchor(self.relance.house)
        await asyncio.to_thread(append_line, self.relance.anchors, heads.line())

    async def _note(self, report: Report) -> None:
        job = _noted_as(report.job)
        try:
            await self.keep(fault_key(report.creditor, job), report.fault)
            if job == Job.PLAN_LETTERS:
                halted = report.fault if report.result is None else ""
                await self.keep(halted_key(report.creditor, job), halted)
        except Fault as error:
            # The database itself is what fails: the log is all that is left.
            log.warning("état non noté", action=report.job.value, because=str(error))

    async def keep(self, name: str, fault: str) -> None:
        """A fault with the moment of its first coming; none takes it away."""
        register = self.relance.house.register
        before = await register.get(name)
        if fault:
            now = self.relance.house.clock.now().isoformat()
            since = before.partition(" ")[0] if before else now
            await register.set(name, f"{since} {fault}"[:600])
        elif before:
            await register.set(name, None)


OUTWARD = frozenset(
    {Job.PLAN_LETTERS, Job.PLAN_ANSWERS, Job.TELL_MANAGERS, Job.SEND_LETTERS, Job.FILE_COPIES}
)

ROUNDS_MAX = 200
"""Rounds of passes that call for one another; more would be a loop of our own."""


def _by_folder(faults: Mapping[str, Fault]) -> str:
    """What keeps each folder from being read; the same words are said once."""
    folders: dict[str, list[str]] = {}
    for name, why in faults.items():
        folders.setdefault(str(why), []).append(name)
    return " ; ".join(f"{', '.join(names)} : {why}" for why, names in folders.items())


async def _inbox_was_stale(house: House, creditor: Creditor) -> bool:
    read_at = await moment(house.register, inbox_read_key(creditor.id))
    now = house.clock.now()
    oldest = now - timedelta(minutes=creditor.inbox_minutes)
    return read_at is None or not oldest <= read_at <= now + CLOCKS_DIFFER_BY


def _fault_of(planned: Planned) -> str:
    """What the operator has to know of a pass that did its work all the same."""
    if planned.broken:
        return _at_first(planned.broken)
    if planned.overtaken:
        names = ", ".join(key.dossier for key in planned.overtaken[:5])
        return (
            f"{len(planned.overtaken)} dossier(s) changés par un autre pendant la passe, "
            f"repris à la suivante : {names}"
        )
    return planned.template_faults[0] if planned.template_faults else ""


def _at_first(broken: Sequence[tuple[DossierKey, str]]) -> str:
    key, why = broken[0]
    return f"{len(broken)} dossier(s) en erreur, les autres suivent ; {key.dossier} : {why}"


def _after_sending(posted: Posted) -> tuple[Job, ...]:
    wanted = []
    if posted.withdrawn:
        wanted.append(Job.PLAN_ANSWERS)
    if posted.did_something:
        wanted.append(Job.SEND_LETTERS)
    if posted.sent:
        wanted.append(Job.FILE_COPIES)
    return tuple(wanted)


def _noted_as(job: Job) -> str:
    alike = {Job.FETCH_ALL_MAIL: Job.FETCH_MAIL, Job.PLAN_ANSWERS: Job.PLAN_LETTERS}
    return alike.get(job, job).value
