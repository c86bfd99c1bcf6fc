"""Ask those who know the customer (S4): our account manager is told before the hard level.

A mail to our own house, never a contact with the debtor. It leaves five business days before the
level where the chain leaves so much time, else as soon as the level is foreseen; the level waits
until the day after. Without an account manager in the ledger nobody is told.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import StepKey
from relance_mailer.outward.forecast import forecast
from relance_mailer.outward.levels import Timeline
from relance_mailer.outward.timeline import LetterStep, days_of

HORIZON = timedelta(days=120)
"""How far a level is foreseen: the longest promise and its chain."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """Before which level the account manager is told, and how many business days ahead."""

    level: str = "reminder_3"
    business_days: int = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """Whom to tell, of which level, from which day on; `level_on` is the day foreseen for it."""

    to: str
    step: StepKey
    level: str
    on: date
    level_on: date


def notice_due(
    dossier: Dossier, timeline: Timeline, telling: Telling | None, today: date
) -> Notice | None:
    """The mail that the account manager is owed, None when he knows or nothing is ahead."""
    manager = dossier.debtor.account_manager_email if dossier.debtor else None
    if telling is None or not manager or not _is_ahead(dossier, timeline, telling):
        return None
    if dossier.manager_told is not None and _is_about(dossier.manager_told, dossier, telling):
        return None
    if task_of(telling, dossier) in dossier.tasks_ever:
        return None
    step = _foreseen(dossier, timeline, telling, today)
    if step is None:
        return None
    found, level_on = step
    days = days_of(dossier, timeline)
    on = level_on
    for _ in range(telling.business_days):
        on = days.before(on)
    return Notice(to=manager, step=found.key, level=telling.level, on=on, level_on=level_on)


def was_told(dossier: Dossier, telling: Telling, today: date) -> bool:
    """Whether he was told before today, by mail or by hand."""
    told = dossier.manager_told
    if told is not None and _is_about(told, dossier, telling):
        return told.told_on < today
    task = task_of(telling, dossier)
    return task in dossier.tasks_ever and all(one.task != task for one in dossier.tasks)


def task_of(telling: Telling, dossier: Dossier) -> str:
    """The task of telling him by hand, where no mail of ours may reach him."""
    return f"manager:{dossier.course}/{telling.level}"


def _is_about(told: e.ManagerTold, dossier: Dossier, telling: Telling) -> bool:
    return (told.course, told.level) == (dossier.course, telling.level)


def _is_ahead(dossier: Dossier, timeline: Timeline, telling: Telling) -> bool:
    """Whether that level comes next: what stands before it in the course has left."""
    if dossier.phase not in (Phase.RUNNING, Phase.HELD) or dossier.barred_by:
        return False
    if dossier.resume is not None:
        return dossier.resume.next_step == telling.level
    names = [level.name for level in timeline.levels]
    last = dossier.last_level
    if last is None or telling.level not in names or last.level not in names:
        return False
    return names.index(last.level) + 1 == names.index(telling.level)


def _foreseen(
    dossier: Dossier, timeline: Timeline, telling: Telling, today: date
) -> tuple[LetterStep, date] | None:
    for foreseen in forecast(dossier, timeline, today, today + HORIZON):
        step = foreseen.step
        if isinstance(step, LetterStep) and step.level is not None:
            return (step, foreseen.on) if step.level.name == telling.level else None
    return None
