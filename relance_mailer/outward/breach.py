"""A promise that was broken: the next level quotes it, and its confirmation said what follows."""

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import COUNTS_AS_SENT, Dossier, LetterKept
from relance_mailer.dossier.values import Answer
from relance_mailer.law.routes import Act


def broken_since_last(dossier: Dossier) -> e.PromiseBroken | None:
    """The promise that was broken since the last level left: the next level quotes it."""
    broken, last = dossier.broken_promise, dossier.last_level
    if broken is None or (last and last.sent_on and broken.made_on < last.sent_on):
        return None
    return broken


def told_of_breach(broken: e.PromiseBroken, dossier: Dossier) -> LetterKept | None:
    """The confirmation of that promise, which said what a breach leads to, if it left."""
    messages = {
        taken.promise.message
        for taken in dossier.promises
        if taken.promise.made_on == broken.made_on
    }
    return next(
        (
            letter
            for letter in reversed(dossier.letters)
            if letter.template == Answer.PROMISE_CONFIRMATION
            and letter.answers in messages
            and letter.state in COUNTS_AS_SENT
        ),
        None,
    )


def leads_to_notice(broken: e.PromiseBroken, dossier: Dossier) -> bool:
    """Whether this breach is the second and its confirmation announced the formal notice."""
    told = told_of_breach(broken, dossier)
    times = sum(1 for taken in dossier.promises if taken.fate == "broken")
    return (
        times > 1
        and told is not None
        and told.announced_for_promise
        and told.announces == Act.FORMAL_NOTICE
    )
