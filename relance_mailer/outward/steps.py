"""How a step is named: its course, its attempt, and whether it has left already.

A course begins with the first level while none runs and ends when no invoice that stood in one of
its letters is open. The attempt rises only where nothing was delivered: withdrawn, refused, or
bounced with "not delivered".
"""

from datetime import date

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import COUNTS_AS_SENT, Dossier, LetterKept, LetterState
from relance_mailer.dossier.values import Answer, Digest, StepKey, answer_step
from relance_mailer.words import LEVELS_IN_FRENCH

NOT_DELIVERED = frozenset({LetterState.WITHDRAWN, LetterState.REFUSED, LetterState.BOUNCED})


def level_step(dossier: Dossier, name: str) -> StepKey:
    """The step of a level: in the course that runs, unless the level has left in it already.

    Only a human leads back to a level that has left; a new course begins with it then.
    """
    course = _course(dossier)
    if any(
        letter.step.name == name and letter.state in COUNTS_AS_SENT
        for letter in _in(dossier, course)
    ):
        course += 1
    return StepKey(course=course, name=name, attempt=_attempt(dossier, course, name))


def owed_step(dossier: Dossier, owed: e.AnswerOwed) -> StepKey:
    """The step of an answer owed to a message."""
    step = answer_step(dossier.course, owed.answer, owed.message)
    tries = [letter.step for letter in dossier.letters if letter.step.name == step.name]
    if not tries:
        return step
    last = max(tries)
    return StepKey(
        course=last.course,
        name=step.name,
        attempt=_attempt(dossier, last.course, step.name),
    )


def ordered_step(dossier: Dossier, ordered: e.LetterOrdered) -> StepKey:
    """The step of an ordered answer; a second order of the same letter is another step.

    A letter whose fate is unknown counts as sent: only a further order sends it again (P3).
    """
    name = answer_step(0, Answer(ordered.template), ordered.message or Digest("ordered")).name
    left = sum(
        1
        for letter in dossier.letters
        if letter.step.name.startswith(name) and letter.state in COUNTS_AS_SENT
    )
    twins = [
        one
        for one in dossier.ordered
        if (one.template, one.message) == (ordered.template, ordered.message)
    ]
    number = left + next(place for place, one in enumerate(twins) if one is ordered)
    name = name if number == 0 else f"{name}:{number + 1}"
    return StepKey(
        course=dossier.course, name=name, attempt=_attempt(dossier, dossier.course, name)
    )


def step_named(text: str) -> StepKey:
    """The step of its printed form, `1/formal_notice/1`, as tasks name it; raises `ValueError`."""
    course, _, rest = text.partition("/")
    name, _, attempt = rest.rpartition("/")
    if not (course.isdecimal() and name and attempt.isdecimal()):
        raise ValueError(f"« {text} » n'est pas une étape (attendu : 1/formal_notice/1)")
    return StepKey(course=int(course), name=name, attempt=int(attempt))


def posted_on(dossier: Dossier, step: StepKey) -> date | None:
    """The day on which the letter of that step was posted, None when nobody recorded it."""
    return next(
        (
            posting.posted_on
            for posting in reversed(dossier.postings)
            if (posting.step.course, posting.step.name) == (step.course, step.name)
        ),
        None,
    )


def has_left(dossier: Dossier, name: str) -> bool:
    """Whether an answer of that name counts as sent, in whichever course."""
    return any(
        letter.step.name == name and letter.state in COUNTS_AS_SENT for letter in dossier.letters
    )


def level_in_french(name: str) -> str:
    """How people name a level; one of another name stands as it is configured."""
    return LEVELS_IN_FRENCH.get(name, name)


def tries_of(dossier: Dossier, step: StepKey, state: LetterState) -> tuple[LetterKept, ...]:
    """The letters of this step, in any attempt, that stand in that state."""
    return tuple(
        letter
        for letter in dossier.letters
        if (letter.step.course, letter.step.name) == (step.course, step.name)
        and letter.state is state
    )


def _course(dossier: Dossier) -> int:
    if dossier.course_runs:
        return dossier.course
    begun = any(
        letter.level is not None and letter.state in COUNTS_AS_SENT
        for letter in dossier.course_letters
    )
    return dossier.course + 1 if begun else max(dossier.course, 1)


def _in(dossier: Dossier, course: int) -> tuple[LetterKept, ...]:
    return tuple(letter for letter in dossier.letters if letter.step.course == course)


def _attempt(dossier: Dossier, course: int, name: str) -> int:
    """One more than the last attempt that did not reach anybody."""
    failed = [
        letter.step.attempt
        for letter in _in(dossier, course)
        if letter.step.name == name and letter.state in NOT_DELIVERED
    ]
    return max(failed, default=0) + 1


def bounced_twice(dossier: Dossier, step: StepKey) -> bool:
    """The same letter is tried again once only."""
    return len(tries_of(dossier, step, LetterState.BOUNCED)) > 1
