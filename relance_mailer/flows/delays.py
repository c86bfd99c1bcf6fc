"""Why a level that was announced leaves late: noted once for each set of causes (P6, P9)."""

from collections.abc import Sequence
from datetime import datetime

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import StepKey
from relance_mailer.outward.asked import Refusal
from relance_mailer.outward.timeline import LetterStep
from relance_mailer.workdays import PARIS

NO_CAUSE = frozenset({"working_hours_in_france"})
"""A night delays nothing: what kept the letter back by day is the cause."""
NOT_MEANT_TO_LEAVE = "mode_is_send"
BECAUSE_MAX = 500


def delay_of(
    step: LetterStep,
    dossier: Dossier,
    refused: Sequence[Refusal],
    *,
    now: datetime,
    send_until: str,
) -> e.LetterDelayed | None:
    """What is to be noted of an announced level that is kept back; None: not late, or noted."""
    checks = tuple(sorted({one.check for one in refused} - NO_CAUSE))
    if not checks or NOT_MEANT_TO_LEAVE in checks:
        return None
    if not _was_announced(step, dossier) or not _day_is_over(step, now, send_until):
        return None
    if any(set(noted.checks) == set(checks) for noted in _noted(dossier, step.key)):
        return None
    causes = [one.because for one in refused if one.check in checks]
    return e.LetterDelayed(
        because=" ; ".join(causes)[:BECAUSE_MAX],
        step=step.key,
        due_on=step.due_on,
        checks=checks,
    )


def because_of(step: LetterStep, dossier: Dossier, now: datetime) -> str:
    """Why the letter is composed today and, when that is late, what delayed it."""
    if not _was_announced(step, dossier) or step.due_on >= now.astimezone(PARIS).date():
        return step.because
    announced = f"{step.because} ; annoncée pour le {step.due_on:%d/%m/%Y}"
    noted = _noted(dossier, step.key)
    if noted:
        causes = " ; ".join(dict.fromkeys(one.because for one in noted))
        return f"{announced}, retardée : {causes}"[:BECAUSE_MAX]
    if dossier.phase_since is not None and dossier.phase_since > step.due_on:
        return announced  # a hold or a review of those days stands in the journal
    return f"{announced}, le service ne l'a pas préparée plus tôt"


def _was_announced(step: LetterStep, dossier: Dossier) -> bool:
    """A first letter was announced by nobody; one that a human orders has his reason."""
    return step.level is not None and step.ordered is None and dossier.last_level is not None


def _day_is_over(step: LetterStep, now: datetime, send_until: str) -> bool:
    local = now.astimezone(PARIS)
    if step.due_on != local.date():
        return step.due_on < local.date()
    return f"{local:%H:%M}" >= send_until


def _noted(dossier: Dossier, step: StepKey) -> list[e.LetterDelayed]:
    """What was noted of this level, whatever the attempt."""
    place = (step.course, step.name)
    return [one for one in dossier.delays if (one.step.course, one.step.name) == place]
