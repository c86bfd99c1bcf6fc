"""A letter as it is first kept: from the event that queued it, or told of one sent elsewhere."""

from datetime import date

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import LetterKept, LetterState


def letter_queued(event: e.LetterQueued) -> LetterKept:
    """A letter that stands in the outbox."""
    return LetterKept(
        step=event.step,
        state=LetterState.QUEUED,
        level=None if event.step.is_answer else event.step.name,
        template=event.template,
        sort=event.sort,
        message_id=event.message_id,
        to=event.to,
        cc=event.cc,
        subject=event.subject,
        amount=event.amount,
        invoices=event.invoices,
        composed_for=event.composed_for,
        deadline_on=event.deadline_on,
        next_on=event.next_on,
        announces=event.announces,
        announced_for_promise=event.announced_for_promise,
        answers=event.answers,
        mime=event.mime,
        enclosed=tuple(one.name for one in event.enclosed),
    )


def letter_of_others(event: e.LetterSent, day: date) -> LetterKept:
    """A letter that another program or a person sent on that day."""
    return LetterKept(
        step=event.step,
        state=LetterState.SENT,
        level=event.level,
        template=event.level or "",
        sort=e.Sort.UNSOLICITED,
        message_id=event.message_id,
        to=event.to,
        subject=event.subject,
        sent_on=day,
        imported=event.imported,
        colleague=event.colleague,
        mime=event.mime,
    )
