"""Letters that a named human orders, approves, rejects or posts.

No letter is ordered in `legal`, nor while P1 leaves the debtor no template.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import assert_never

from relance_mailer.desk import french
from relance_mailer.desk.decisions import Approve, OrderLetter, RecordPosting, Reject
from relance_mailer.desk.possible import Decision, Impossible, done, no_letter_at_all
from relance_mailer.dossier import events as e
from relance_mailer.dossier.ordered import PlanConfirmation, PlanOffer
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import ON_ITS_WAY, Dossier
from relance_mailer.dossier.values import Answer, Digest, MessageId
from relance_mailer.law.waiving import void_waiver
from relance_mailer.words import Kind
from relance_mailer.workdays import PARIS

REJECTED = "letter_rejected"


def letter_decided(
    verdict: OrderLetter | Approve | Reject | RecordPosting,
    dossier: Dossier,
    today: date,
    levels: Collection[str],
) -> Decision:
    """What follows from a human's word on a letter."""
    by, because = verdict.by, verdict.because
    match verdict:
        case OrderLetter():
            return _may_not_leave(verdict, dossier, levels) or _ordered(verdict, dossier, today)
        case Approve():
            return no_letter_at_all(dossier) or (
                e.LetterApproved(
                    by=by,
                    because=because,
                    step=verdict.step,
                    amount=verdict.amount,
                    invoices=verdict.invoices,
                ),
            )
        case Reject():
            return _rejected(verdict, dossier, today)
        case RecordPosting():
            return _posted(verdict, dossier, today)
        case _:
            assert_never(verdict)


def _ordered(verdict: OrderLetter, dossier: Dossier, today: date) -> Decision:
    ordered = e.LetterOrdered(
        by=verdict.by,
        because=verdict.because,
        template=verdict.template,
        message=verdict.message,
        says=verdict.says,
    )
    return in_thread(ordered, dossier, today)


def in_thread(
    ordered: e.LetterOrdered, dossier: Dossier, today: date
) -> tuple[e.DossierEvent, ...]:
    """The order, and what it answers where the debtor's message is at hand.

    The answer goes to whoever wrote, in his thread; it leaves on the order alone.
    """
    answer = Answer(ordered.template) if ordered.template in set(Answer) else None
    message = ordered.message
    owed = {(one.answer, one.message) for one in dossier.answers_owed}
    if answer is None or message is None or (answer, message) in owed:
        return (ordered,)
    heard = _mail(dossier, message) or _call(dossier, message)
    if heard is None:
        return (ordered,)
    because = ordered.because
    return (replace(heard, because=because, answer=answer, not_before=today), ordered)


def _mail(dossier: Dossier, message: Digest) -> e.AnswerOwed | None:
    last = dossier.last_message
    if last is None or last.message != message or last.kind is not Kind.HUMAN:
        return None
    on = last.sent_at.astimezone(PARIS).date()
    return e.AnswerOwed(
        because="",
        answer=Answer.EXPLANATION,
        message=message,
        message_id=last.message_id,
        sender=last.sender,
        subject=last.subject,
        received_on=on,
        not_before=on,
        quoted=last.spans[0] if last.spans else "",
    )


def _call(dossier: Dossier, note: Digest) -> e.AnswerOwed | None:
    """A call has no thread: the answer goes to whom we spoke with, where his address is known."""
    call = next((one for one in dossier.calls if one.note == note), None)
    if call is None:
        return None
    spoken = call.with_whom.casefold()
    known = (one.email for one in dossier.contacts if one.email and one.name.casefold() == spoken)
    return e.AnswerOwed(
        because="",
        answer=Answer.EXPLANATION,
        message=note,
        message_id=MessageId(""),
        sender=next(known, ""),
        subject="",
        received_on=call.on,
        not_before=call.on,
        quoted=call.said,
    )


def _rejected(verdict: Reject, dossier: Dossier, today: date) -> Decision:
    """A letter that must not leave: a human decides, or it comes again after a day."""
    known = dossier.letter(verdict.step)
    if known is not None and known.state not in ON_ITS_WAY:
        return Impossible(because=f"{french.step(verdict.step)} : cette lettre est partie")
    if verdict.until is not None and verdict.until <= today:
        return Impossible(because=f"le {french.day(verdict.until)} n'est pas à venir")
    by, because = verdict.by, verdict.because
    rejected = e.LetterRejected(by=by, because=because, step=verdict.step)
    if dossier.phase not in (Phase.RUNNING, Phase.HELD):
        return (rejected,)
    if verdict.until is not None:
        return (rejected, e.Held(because=because, by=by, until=verdict.until, reason="human"))
    why = f"{french.step(verdict.step)} refusée par {by} : {because}"
    return (rejected, e.ReviewAsked(because=why, reason=REJECTED))


def _posted(verdict: RecordPosting, dossier: Dossier, today: date) -> Decision:
    if verdict.posted_on > today:
        return Impossible(because=f"le {french.day(verdict.posted_on)} est à venir")
    if not verdict.number.strip():
        return Impossible(because="il faut le numéro du recommandé")
    posting = e.PostingRecorded(
        by=verdict.by,
        because=verdict.because,
        step=verdict.step,
        posted_on=verdict.posted_on,
        number=verdict.number,
    )
    return (posting, *done(dossier, {f"post:{verdict.step}"}, verdict))


def _void_waiver(verdict: OrderLetter, dossier: Dossier) -> Impossible | None:
    words = verdict.says.words if verdict.says else None
    if not isinstance(words, PlanOffer | PlanConfirmation) or not words.waived:
        return None
    void = void_waiver(dossier.debtor.segment) if dossier.debtor else ""
    return Impossible(because=void) if void else None


def _may_not_leave(
    verdict: OrderLetter, dossier: Dossier, levels: Collection[str]
) -> Impossible | None:
    template = verdict.template
    known = {*(levels or french.LEVELS), *(answer.value for answer in Answer)}
    if template not in known:
        return Impossible(because=f"modèle « {template} » inconnu (connus : {sorted(known)})")
    if verdict.says is not None and verdict.says.template != template:
        return Impossible(because=f"ces mots sont ceux d'un autre modèle que « {template} »")
    if (void := _void_waiver(verdict, dossier)) is not None:
        return void
    if dossier.owed <= 0 and template != Answer.THANKS:
        return Impossible(because="rien n'est dû : seul un remerciement peut partir")
    return no_letter_at_all(dossier)
