"""A dossier given back to the sequence by a human: by which level, and not before which day."""

from collections.abc import Callable, Collection
from datetime import date

from relance_mailer.desk import french
from relance_mailer.desk.decisions import Reopen, Resume
from relance_mailer.desk.possible import (
    Decision,
    Impossible,
    answers_somebody,
    cause_is_missing,
    cause_told,
    not_from,
)
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Move, Phase, permits
from relance_mailer.dossier.state import Dossier


def given_back(
    verdict: Resume | Reopen, dossier: Dossier, today: date, levels: Collection[str]
) -> Decision:
    """The return to the sequence; `Settled` follows at once where nothing is owed."""
    move, told = Move.HUMAN_RESUMED, "reprendre les relances"
    event: Callable[..., e.HumanResumed | e.HumanReopened] = e.HumanResumed
    if isinstance(verdict, Reopen):
        move, told, event = Move.HUMAN_REOPENED, "rouvrir le dossier", e.HumanReopened
    if not permits(dossier.phase, move):
        return not_from(dossier, told)
    wrong = _wrong_return(verdict.next_step, verdict.not_before, today, levels)
    cause = verdict.cause if isinstance(verdict, Resume) else None
    is_exchange = dossier.phase is Phase.REVIEW and answers_somebody(dossier)
    wrong = wrong or cause_is_missing(cause, dossier, told, is_exchange=is_exchange)
    if wrong:
        return wrong
    back = event(
        because=verdict.because,
        by=verdict.by,
        next_step=verdict.next_step,
        not_before=verdict.not_before,
    )
    known = cause_told(cause, dossier, verdict)
    return (*known, back, *_settled_if_nothing_owed(dossier, today))


def _wrong_return(
    next_step: str, not_before: date, today: date, levels: Collection[str]
) -> Impossible | None:
    if not next_step.strip():
        return Impossible(because="il faut dire par quel niveau reprendre")
    if levels and next_step not in levels:
        return Impossible(
            because=f"niveau « {next_step} » inconnu (connus : {french.many(sorted(levels))})"
        )
    if not_before < today:
        return Impossible(because=f"le {french.day(not_before)} est passé")
    return None


def _settled_if_nothing_owed(dossier: Dossier, today: date) -> tuple[e.Settled, ...]:
    if dossier.owed > 0:
        return ()
    return (e.Settled(because="plus rien n'est dû sur ce dossier", settled_on=today),)
