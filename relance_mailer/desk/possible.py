"""What a human's decision answers: the events that it writes, or why it cannot be, in French."""

from collections.abc import Collection
from dataclasses import dataclass

from relance_mailer.desk import french
from relance_mailer.desk.decisions import Verdict
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import COUNTS_AS_SENT, Dossier
from relance_mailer.words import Cause, Kind


@dataclass(frozen=True, kw_only=True, slots=True)
class Impossible:
    """Why a decision cannot be carried out, in French, and what would do instead."""

    because: str


Decision = tuple[e.DossierEvent, ...] | Impossible

_INSTEAD = {
    Phase.SETTLED: "rien n'y est dû",
    Phase.RUNNING: "il est en relance",
    Phase.HELD: "il est suspendu",
    Phase.REVIEW: "il est à examiner : reprendre, clore ou passer au contentieux",
    Phase.LEGAL: "il est au contentieux : seule une réouverture motivée l'en sort",
}


def not_from(dossier: Dossier, what: str) -> Impossible:
    """The act is not possible where the dossier stands."""
    return Impossible(because=f"{what} : impossible, {_INSTEAD[dossier.phase]}")


def no_letter_at_all(dossier: Dossier) -> Impossible | None:
    """Why nothing at all may leave for this dossier (P1), None when something may."""
    if dossier.phase is Phase.LEGAL:
        return Impossible(because="aucune lettre ne part d'un dossier au contentieux (P1)")
    if dossier.barred_by is not None:
        bar = french.INTENTS[dossier.barred_by]
        return Impossible(because=f"aucune lettre après « {bar} » avant une reprise motivée (P1)")
    return None


def done(dossier: Dossier, met: Collection[str], verdict: Verdict) -> tuple[e.TaskDone, ...]:
    """The tasks that the decision itself fulfils: nobody has to close them a second time."""
    return tuple(
        e.TaskDone(by=verdict.by, because=verdict.because, task=task.task)
        for task in dossier.tasks
        if task.task in met
    )


def cause_told(
    cause: Cause | None, dossier: Dossier, verdict: Verdict
) -> tuple[e.CauseRecorded, ...]:
    """The cause of lateness that the human names with his decision, where it is news."""
    if cause is None or cause is dossier.cause:
        return ()
    return (e.CauseRecorded(because=verdict.because, by=verdict.by, cause=cause),)


def cause_is_missing(
    cause: Cause | None, dossier: Dossier, what: str, *, is_exchange: bool
) -> Impossible | None:
    """R13: no exchange is closed without its cause; « inconnue » is an answer, silence is none."""
    if not is_exchange or cause is not None or dossier.cause is not None:
        return None
    known = french.many([f"{one} ({french.CAUSES[one]})" for one in Cause])
    return Impossible(
        because=f"{what} : la cause du retard n'est pas inscrite (R13) ; "
        f"ajoutez --cause, une de : {known}"
    )


def was_chased(dossier: Dossier) -> bool:
    """Whether a level has left for this dossier: somebody was late, and was asked."""
    return any(letter.level and letter.state in COUNTS_AS_SENT for letter in dossier.letters)


def answers_somebody(dossier: Dossier) -> bool:
    """Whether the review that a human ends was asked for by a person's message."""
    last = dossier.last_message
    asked = any(one.message is not None for one in dossier.review_reasons)
    return asked and last is not None and last.kind is Kind.HUMAN
