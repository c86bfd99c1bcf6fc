"""What a letter asks of people: a reader to find, a letter to post, a call to make."""

import re
from collections.abc import Iterable
from datetime import date

from relance_mailer.dossier import events as e
from relance_mailer.dossier.fold import FIND
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import StepKey
from relance_mailer.law.reckoning import Flag
from relance_mailer.outward.addressing import ladder_of
from relance_mailer.outward.listing import ZERO, Line
from relance_mailer.outward.steps import level_in_french
from relance_mailer.words import Role, Segment

SOUGHT = {
    Role.CHIEF_ACCOUNTANT: "le chef comptable",
    Role.CFO: "le directeur financier",
    Role.LEGAL_REPRESENTATIVE: "le représentant légal",
    Role.TREASURER: "le trésorier",
    Role.PRESIDENT: "le président",
    Role.PUBLIC_ACCOUNTANT: "le comptable public",
    Role.HEAD_OF_BODY: "l'ordonnateur",
}

RATE = "check_rate:"
ONE_PERSON = frozenset({Segment.SOLE_TRADER, Segment.CONSUMER})


def reader_to_find(role: Role, level: str, dossier: Dossier, today: date) -> e.TaskOpened | None:
    """A missing role opens a task, once, and doesn't delay the letter.

    One at a time, and none at a debtor's who is one person: he reads what is sent to him.
    """
    task = f"{FIND}{role}"
    sought = SOUGHT.get(role)
    known = any(contact.role is role for contact in dossier.contacts)
    alone = dossier.debtor is not None and dossier.debtor.segment in ONE_PERSON
    if sought is None or known or alone or task in dossier.tasks_ever:
        return None
    if _higher_one_is_sought(role, dossier):
        return None
    return e.TaskOpened(
        because=f"{level_in_french(level)} : cette lettre lui est destinée",
        task=task,
        what=f"Trouver {sought} : nom et adresse",
        due_on=today,
    )


def _higher_one_is_sought(role: Role, dossier: Dossier) -> bool:
    sought = {task.task.removeprefix(FIND) for task in dossier.tasks if task.task.startswith(FIND)}
    return bool(sought - set(ladder_of(role)))


POST = "post:"
"""What begins the task of posting a letter; the step follows."""
NOT_POSTED = "posting_is_recorded"  # the gate's own check


def posting_task(step: StepKey) -> str:
    """The name of the task of posting that letter."""
    return f"{POST}{step}"


def has_deadline(task: str) -> bool:
    """Whether the sequence itself does something when the task's day is over."""
    return is_call(task) or task.startswith(POST)


def posting_late(
    step: StepKey, dossier: Dossier, announced_on: date, today: date
) -> e.LetterDelayed | None:
    """The alarm: the days for posting are over; told once, and the letter still waits (§5)."""
    name = posting_task(step)
    task = next((one for one in dossier.tasks if one.task == name), None)
    if task is None or task.due_on >= today:
        return None
    if any(noted.step == step and NOT_POSTED in noted.checks for noted in dossier.delays):
        return None
    return e.LetterDelayed(
        because=f"recommandé à poster avant le {task.due_on:%d/%m/%Y}, dépôt non saisi",
        step=step,
        due_on=announced_on,
        checks=(NOT_POSTED,),
    )


def letter_to_post(step: StepKey, dossier: Dossier, due_on: date) -> e.TaskOpened | None:
    """The task of posting; it stays until the posting is recorded: never skipped."""
    name = posting_task(step)
    if any(task.task == name for task in dossier.tasks):
        return None
    return e.TaskOpened(
        because="la mise en demeure part en recommandé",
        task=name,
        what=(
            "Imprimer (« relance dossier notice »), signer et poster la mise en demeure, puis "
            "saisir le jour et le numéro d'envoi"
        ),
        due_on=due_on,
    )


CALL = "call:"
"""What begins the task of a call; the step follows, its attempt left out."""
_LEVELS_CALL = re.compile(rf"{CALL}\d+/")


def call_task(step: StepKey) -> str:
    """The name of the task of calling for that step."""
    return f"{CALL}{step.course}/{step.name}"


def is_call(task: str) -> bool:
    """Whether a task is a call that a timeline asked for."""
    return _LEVELS_CALL.match(task) is not None


def calls_to_skip(dossier: Dossier, today: date) -> tuple[e.TaskSkipped, ...]:
    """Calls that have no object any more (R34), and those that nobody made in time.

    In `review` and `legal` a human has the dossier and its tasks.
    """
    calls = [task for task in dossier.tasks if is_call(task.task)]
    if not calls or dossier.phase in (Phase.REVIEW, Phase.LEGAL):
        return ()
    because = _without_object(dossier)
    return tuple(
        e.TaskSkipped(
            because=because or f"appel non passé le {call.due_on:%d/%m/%Y}",
            task=call.task,
            due_on=call.due_on,
        )
        for call in calls
        if because or call.due_on < today
    )


def _without_object(dossier: Dossier) -> str:
    if dossier.owed <= ZERO:
        return "plus rien n'est dû"
    if dossier.promise is not None or dossier.plan is not None:
        return "un engagement est en cours"
    return "le dossier est suspendu" if dossier.phase is Phase.HELD else ""


def level_to_call(step: StepKey, dossier: Dossier, due_on: date) -> e.TaskOpened | None:
    """The task of a level that is a telephone call; None while it is open."""
    task = call_task(step)
    if task in dossier.tasks_ever:
        return None
    return e.TaskOpened(
        because=f"{level_in_french(step.name)} : niveau de la chronologie",
        task=task,
        what="Appeler le débiteur : qui paie, combien, quel jour ?",
        due_on=due_on,
    )


def call_to_make(step: StepKey, dossier: Dossier, due_on: date) -> e.TaskOpened | None:
    """A telephone call beside a letter to a debtor of a big amount, once."""
    task = call_task(step)
    if task in dossier.tasks_ever:
        return None
    return e.TaskOpened(
        because=f"montant important, {level_in_french(step.name)} envoyée",
        task=task,
        what="Appeler le débiteur : qui paie, combien, quel jour ?",
        due_on=due_on,
    )


def rates_to_check(
    lines: Iterable[Line], dossier: Dossier, due_on: date
) -> tuple[e.TaskOpened, ...]:
    """An agreed rate under the legal floor is reckoned, and a human looks at it, once."""
    return tuple(
        e.TaskOpened(
            because="taux convenu sous trois fois le taux légal (C. com. L441-10 II)",
            task=f"{RATE}{line.number}",
            what=f"Facture {line.number} : vérifier la licéité du taux de retard convenu",
            due_on=due_on,
        )
        for line in lines
        if Flag.RATE_BELOW_FLOOR in line.flags and f"{RATE}{line.number}" not in dossier.tasks_ever
    )
