"""Which answer owed may still be given: its message is fresh, and no newer word overtook it."""

from datetime import date
from typing import assert_never

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier, LetterState
from relance_mailer.dossier.values import HUMAN_ANSWERS, Answer, StepKey
from relance_mailer.outward.holding import ZERO
from relance_mailer.outward.steps import bounced_twice, has_left, owed_step, tries_of


def answer_to_give(
    dossier: Dossier, today: date, days_max: int
) -> tuple[StepKey, e.AnswerOwed] | None:
    """The oldest answer that may be given today; in `review` only what a human approved."""
    for owed in sorted(dossier.answers_owed, key=lambda one: (one.received_on, one.message)):
        key = owed_step(dossier, owed)
        by_hand = owed.answer in HUMAN_ANSWERS or dossier.phase is Phase.REVIEW
        if by_hand and not dossier.approves(key):
            continue
        if is_stale(owed, dossier, today, days_max) or has_left(dossier, key.name):
            continue
        if tries_of(dossier, key, LetterState.REFUSED) or bounced_twice(dossier, key):
            continue
        if key.name in dossier.tasks_ever:  # a human's: its document is not at hand
            continue
        if owed.not_before <= today:
            return key, owed
    return None


def is_stale(owed: e.AnswerOwed, dossier: Dossier, today: date, days_max: int) -> bool:
    """An answer that time or a newer word has overtaken is not given any more."""
    # What the calendar owes is owed from its own day: the promise may be months old.
    of_calendar = owed.answer in (Answer.THANKS, Answer.PROOF_REQUEST)
    since = max(owed.received_on, owed.not_before) if of_calendar else owed.received_on
    if (today - since).days > days_max:
        return True
    promise = dossier.promise
    match owed.answer:
        case Answer.THANKS:
            return False
        case Answer.PROMISE_CONFIRMATION:
            return promise is None or promise.message != owed.message
        case Answer.DATE_REQUEST:
            return promise is not None or dossier.owed == ZERO
        case (
            Answer.DUPLICATE | Answer.PROOF_REQUEST | Answer.DISPUTE_ACK | Answer.DISPUTE_ANSWER
        ) | (Answer.PLAN_OFFER | Answer.PLAN_CONFIRMATION | Answer.EXPLANATION):
            return dossier.owed == ZERO
        case _:
            assert_never(owed.answer)


def owed_for(dossier: Dossier, ordered: e.LetterOrdered) -> e.AnswerOwed | None:
    """The answer owed that an order is about, None when it is about none."""
    return next(
        (
            owed
            for owed in dossier.answers_owed
            if owed.answer == ordered.template and ordered.message in (None, owed.message)
        ),
        None,
    )
