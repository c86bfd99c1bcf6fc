"""When each flow runs: a table, and the pure question of what comes next.

The daemon wakes at these moments, the demonstration and the simulation step to them. A moment is
business time; nothing is planned between 02:00 and 03:00, an hour that summer time takes or gives
twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from relance_mailer.workdays import ONE_DAY, PARIS


class Job(StrEnum):
    """A pass of work; the members stand in the order in which due ones are run."""

    SYNC_LEDGER = "sync-ledger"
    FETCH_MAIL = "fetch-mail"
    FETCH_ALL_MAIL = "fetch-all-mail"
    READ_MAIL = "read-mail"
    PLAN_LETTERS = "plan-letters"
    PLAN_ANSWERS = "plan-answers"  # only the dossiers in which something happened
    TELL_MANAGERS = "tell-managers"
    SEND_LETTERS = "send-letters"
    FILE_COPIES = "file-copies"
    ANCHOR = "anchor"
    TELL_OPERATOR = "tell-operator"  # last: it says what the others left behind


@dataclass(frozen=True, kw_only=True, slots=True)
class Every:
    """Again and again, on a grid that starts at midnight UTC."""

    minutes: int

    def after(self, moment: datetime) -> datetime:
        """The first moment of the grid strictly after the given one."""
        midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        passed = (moment - midnight) // timedelta(minutes=self.minutes)
        return midnight + timedelta(minutes=self.minutes) * (passed + 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Daily:
    """Once a day at an hour of Europe/Paris."""

    at: time

    def after(self, moment: datetime) -> datetime:
        """The first such hour strictly after the given moment, with the moment's own zone."""
        local = moment.astimezone(PARIS)
        day = local.date()
        while datetime.combine(day, self.at, PARIS) <= local:
            day += ONE_DAY
        return datetime.combine(day, self.at, PARIS).astimezone(moment.tzinfo)


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line of the table: which job, when."""

    job: Job
    when: Every | Daily


TABLE: tuple[Line, ...] = (
    Line(job=Job.SYNC_LEDGER, when=Every(minutes=10)),
    Line(job=Job.FETCH_MAIL, when=Every(minutes=2)),
    Line(job=Job.FETCH_ALL_MAIL, when=Every(minutes=15)),
    Line(job=Job.READ_MAIL, when=Every(minutes=2)),
    Line(job=Job.PLAN_LETTERS, when=Every(minutes=10)),
    Line(job=Job.PLAN_LETTERS, when=Daily(at=time(8, 31))),
    Line(job=Job.TELL_MANAGERS, when=Every(minutes=30)),
    Line(job=Job.TELL_MANAGERS, when=Daily(at=time(8, 32))),
    Line(job=Job.SEND_LETTERS, when=Every(minutes=1)),
    Line(job=Job.FILE_COPIES, when=Every(minutes=5)),
    Line(job=Job.ANCHOR, when=Daily(at=time(18, 5))),
    Line(job=Job.TELL_OPERATOR, when=Every(minutes=1)),
)
"""The freshness of P2 asks for an inbox read within ten minutes, the push for less: see daemon."""


def next_runs(now: datetime, table: Sequence[Line] = TABLE) -> tuple[datetime, tuple[Job, ...]]:
    """The next moment strictly after `now` at which something runs, and what, in order."""
    moments = [(line.when.after(now), line.job) for line in table]
    first = min(moment for moment, _ in moments)
    return first, in_order(job for moment, job in moments if moment == first)


def jobs_since(last: datetime, now: datetime) -> tuple[Job, ...]:
    """The jobs that the table would have run after `last` and up to `now`, each once."""
    return in_order(line.job for line in TABLE if line.when.after(last) <= now)


def in_order(jobs: Iterable[Job]) -> tuple[Job, ...]:
    """The jobs, each once, in the order of the table of members."""
    wanted = set(jobs)
    return tuple(job for job in Job if job in wanted)
