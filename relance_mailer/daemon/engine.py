"""One pass of a job for one creditor: run the flow, remember what went wrong, say what to do next.

The daemon runs passes when the table says so, the demonstration and the command `once` run them one
after another: the same passes, the same order.
"""

import asyncio
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import structlog

from relance_mailer.daemon.clockwork import Job, in_order
from relance_mailer.dossier.values import CreditorId, DossierKey
from relance_mailer.flows.fetch_mail import Fetched, fetch_mail
from relance_mailer.flows.house import Creditor, Doors, House, inbox_read_key, moment
from relance_mailer.flows.keep_journal import anchor
from relance_mailer.flows.plan_letters import Planned, plan_letters
from relance_mailer.flows.print_notice import tend_notices
from relance_mailer.flows.read_mail.one_pass import Read, read_mail
from relance_mailer.flows.send_letters import Posted, file_copies, send_letters
from relance_mailer.flows.status import fault_key
from relance_mailer.flows.sync_ledger import Synced, sync_ledger
from relance_mailer.flows.tell_managers import Told, tell_managers
from relance_mailer.outward.gate import CLOCKS_APART
from relance_mailer.ports import Fault
from relance_mailer.wiring.build import Relance

log = structlog.get_logger()

Result = Synced | Fetched | Read | Planned | Posted | Told | int | None


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
    blind: set[CreditorId] = field(default_factory=set)  # whose last plan waited for a reading

    async def run(self, job: Job, creditor: CreditorId) -> Report:
        """One pass; whatever fails is noted, shown in the status, and the rest goes on."""
        one = self.relance.creditors[creditor]
        doors = self.relance.doors[creditor]
        try:
            report = await self._pass(job, one, doors)
            if report.fault:
                log.warning("échec", action=job.value, creditor=creditor, because=report.fault)
        except Fault as error:
            report = Report(creditor=creditor, job=job, fault=str(error))
            log.warning("échec", action=job.value, creditor=creditor, because=str(error))
        except Exception as error:
            # Our own fault: said with its place, and the other jobs go on.
            report = Report(creditor=creditor, job=job, fault=f"erreur interne : {error!r}")
            log.error("erreur interne", action=job.value, trace=traceback.format_exc())
        await self._note(report)
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
                then = (Job.READ_MAIL,) if fetched.total else ()
                if fetched.faults:
                    why = " ; ".join(f"{name} : {why}" for name, why in fetched.faults.items())
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
            case Job.PLAN_LETTERS | Job.PLAN_ANSWERS:
                return await self._plan(job, creditor)
            case Job.TELL_MANAGERS:
                result = told = await tell_managers(house, creditor, doors.mailer)
                if told.waiting:
                    fault = _at_first(told.waiting)
                    return Report(creditor=creditor.id, job=job, result=result, fault=fault)
            case Job.SEND_LETTERS:
                result = posted = await send_letters(house, creditor, doors.mailer, stop=self.stop)
                then = _after_sending(posted)
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

    async def _anchor(self) -> None:
        heads = await anchor(self.relance.house)
        await asyncio.to_thread(_append, self.relance.anchors, heads.line())

    async def _note(self, report: Report) -> None:
        name = fault_key(report.creditor, _noted_as(report.job))
        value = f"{self.relance.house.clock.now().isoformat()} {report.fault}"[:600]
        try:
            # A plan of a few dossiers says nothing of a fault that keeps the others waiting.
            mended = report.job is not Job.PLAN_ANSWERS
            if report.fault or (mended and await self.relance.house.register.get(name)):
                await self.relance.house.register.set(name, value if report.fault else None)
        except Fault as error:
            # The database itself is what fails: the log is all that is left.
            log.warning("état non noté", action=report.job.value, because=str(error))


ROUNDS_MAX = 200
"""Rounds of passes that call for one another; more would be a loop of our own."""


async def _inbox_was_stale(house: House, creditor: Creditor) -> bool:
    read_at = await moment(house.register, inbox_read_key(creditor.id))
    now = house.clock.now()
    oldest = now - timedelta(minutes=creditor.inbox_minutes)
    return read_at is None or not oldest <= read_at <= now + CLOCKS_APART


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


def _append(path: Path, line: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
