"""The fold: entries of a page, in order, make the `Dossier`; an illegal move or a gap raises."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import assert_never

from relance_mailer.dossier import events as e
from relance_mailer.dossier.contacts import contact_changed, merged, proposed_by
from relance_mailer.dossier.disputes import (
    demanded_again,
    disputed_by,
    entrusted,
    mended_in_ledger,
)
from relance_mailer.dossier.kept import letter_of_others, letter_queued
from relance_mailer.dossier.misread import corrected
from relance_mailer.dossier.phases import Move, Phase
from relance_mailer.dossier.state import (
    GIVEN_BACK,
    Dossier,
    InvoiceKept,
    LetterKept,
    LetterState,
    Resume,
)
from relance_mailer.dossier.values import (
    Answer,
    Digest,
    Invoice,
    StepKey,
    answer_step,
    key_of_page,
)
from relance_mailer.dossier.waits import (
    held_by,
    moved,
    plan_lost,
    planless,
    promised_by,
    with_fate,
)
from relance_mailer.words import Intent, Kind, Permanence
from relance_mailer.workdays import PARIS

FIND = "find:"
"""What begins the task of looking for a reader; the role follows."""


def fold(entries: Iterable[e.Entry]) -> Dossier | None:
    """The dossier that a page's entries make, or None for an empty page."""
    dossier: Dossier | None = None
    for entry in entries:
        dossier = apply(dossier, entry)
    return dossier


def apply(dossier: Dossier | None, entry: e.Entry) -> Dossier:
    """The dossier after one more entry; an illegal move or a gap in the numbering raises."""
    if dossier is None:
        key = key_of_page(entry.page)
        assert key is not None, f"{entry.page} n'est pas la page d'un dossier"
        dossier = Dossier(key=key)
    assert entry.seq == dossier.version + 1, (entry.page, entry.seq, dossier.version)
    dossier = replace(dossier, version=entry.seq)
    if entry.event is None:
        return dossier
    day = entry.at.astimezone(PARIS).date()
    match entry.event:
        case (e.DebtorDescribed() | e.InvoiceOpened() | e.InvoiceChanged() | e.InvoiceSettled()) | (
            (e.InvoiceCancelled() | e.PaymentRecorded() | e.CreditNoteRecorded()) | e.HabitTold()
        ):
            return _ledger(dossier, entry.event, day)
        case (e.LetterQueued() | e.LetterLeaving() | e.LetterSent() | e.LetterRefused()) | (
            (e.LetterStayed() | e.LetterUnsure() | e.LetterWithdrawn() | e.LetterDelayed())
            | (e.InvoiceListed() | e.NoticePrinted() | e.ContactBounced())
        ):
            return _post(dossier, entry.event, day)
        case (e.MessageRead() | e.LinkContested() | e.DistressSeen() | e.CauseRecorded()) | (
            e.AnswerOwed() | e.ContactProposed() | e.ContactAbsent() | e.PlanProposed()
        ):
            return _message(dossier, entry.event)
        case (e.PromiseKept() | e.PlanLost() | e.PlanKept() | e.TaskSkipped()) | (
            e.TaskOpened() | e.DisputeEnded() | e.ManagerTold()
        ):
            return _calendar(dossier, entry.event, day)
        case (
            (e.NoteWritten() | e.CallLogged() | e.TaskDone() | e.PostingRecorded())
            | (e.TaskEntrusted() | e.ManagerObjected())
            | (e.ContactChanged() | e.PlanAgreed() | e.DisputeOpened() | e.DisputeDecided())
            | (e.LetterOrdered() | e.LetterApproved() | e.LetterRejected() | e.DossierClaimed())
            | (e.DossierReleased() | e.AcknowledgementConfirmed() | e.LegalStepTaken())
            | (e.BodyErased() | e.ReadingCorrected())
            | (e.DocumentAttached() | e.DocumentDetached())
        ):
            return _human(dossier, entry.event, day)
        case (
            (e.Held() | e.PromiseMade() | e.ReviewAsked() | e.HandedToLegal() | e.HoldEnded())
            | (e.PromiseBroken() | e.HumanResumed() | e.HumanReopened() | e.HumanClosed())
            | (e.Settled())
        ):
            return _move(dossier, entry.event, day)
        case e.MessageIgnored() | e.MessageUnlinked() | e.MessageLinked() | e.MessageSetAside():
            return dossier
        case _:
            assert_never(entry.event)


def _with_invoice(dossier: Dossier, kept: InvoiceKept) -> Dossier:
    others = tuple(k for k in dossier.invoices if k.invoice.number != kept.invoice.number)
    return replace(dossier, invoices=(*others, kept))


def _ledger(dossier: Dossier, event: e.LedgerFact | e.InvoiceOpened, day: date) -> Dossier:
    match event:
        case e.DebtorDescribed():
            return replace(
                dossier,
                debtor=event.debtor,
                contacts=merged(dossier.contacts, dossier.told_contacts, event.contacts),
                told_contacts=event.contacts,
            )
        case e.InvoiceOpened():
            dossier = _with_invoice(dossier, _opened(dossier, event.invoice))
            return moved(dossier, Move.INVOICE_OPENED, day)
        case e.InvoiceChanged():
            before = dossier.invoice(event.invoice.number)
            kept = mended_in_ledger(before or InvoiceKept(invoice=event.invoice), event)
            return _with_invoice(dossier, replace(kept, invoice=event.invoice, open=True))
        case e.InvoiceSettled() | e.InvoiceCancelled():
            gone = dossier.invoice(event.number)
            assert gone is not None, event
            return _with_invoice(
                dossier,
                replace(
                    gone,
                    open=False,
                    disputed=False,
                    correction_awaited=False,
                    closed_on=day,
                    settled_how=event.how if isinstance(event, e.InvoiceSettled) else None,
                ),
            )
        case e.PaymentRecorded():
            insolvent = dossier.barred_by is Intent.INSOLVENCY and event.amount > 0
            return replace(
                dossier,
                payments=(*dossier.payments, event),
                paid_after_insolvency=dossier.paid_after_insolvency | insolvent,
            )
        case e.HabitTold():
            return replace(dossier, told_past=event.invoices)
        case e.CreditNoteRecorded():
            return replace(dossier, credit_notes=(*dossier.credit_notes, event))
        case _:
            assert_never(event)


def _opened(dossier: Dossier, invoice: Invoice) -> InvoiceKept:
    """One that is open already, in a dossier that owes again, stays contested if it was."""
    known = dossier.invoice(invoice.number)
    if known is not None and known.open:
        return replace(known, invoice=invoice)
    return InvoiceKept(invoice=invoice)


def _with_letter(dossier: Dossier, step: StepKey, **changes: object) -> Dossier:
    letters = tuple(
        replace(letter, **changes) if letter.step == step else letter  # type: ignore[arg-type]
        for letter in dossier.letters
    )
    return replace(dossier, letters=letters)


def _post(dossier: Dossier, event: e.PostFact, day: date) -> Dossier:
    match event:
        case e.LetterQueued():
            return _queued(dossier, event, day)
        case e.LetterLeaving():
            return _with_letter(dossier, event.step, state=LetterState.LEAVING)
        case e.LetterSent():
            return _sent(dossier, event)
        case e.LetterRefused():
            if not event.permanent:
                return _with_letter(dossier, event.step, state=LetterState.QUEUED)
            refused = _with_letter(dossier, event.step, state=LetterState.REFUSED)
            return _disapproved(refused, event.step)
        case e.LetterStayed():
            kept = dossier.letter(event.step)
            on_its_way = kept is not None and kept.state is LetterState.LEAVING
            return (
                _with_letter(dossier, event.step, state=LetterState.QUEUED)
                if on_its_way
                else dossier
            )
        case e.LetterUnsure():
            return _counted(dossier, event.step, LetterState.UNSURE, event.left_on or day)
        case e.LetterWithdrawn():
            return _given_back(dossier, event.step, LetterState.WITHDRAWN)
        case e.LetterDelayed():
            return replace(dossier, delays=(*dossier.delays, event))
        case e.InvoiceListed():
            letter = dossier.letter(event.step)
            assert letter is not None, event
            invoices = tuple(dict.fromkeys((*letter.invoices, event.number)))
            return _with_letter(dossier, event.step, invoices=invoices)
        case e.NoticePrinted():
            return replace(dossier, notices=(*dossier.notices, event))
        case e.ContactBounced():
            return _came_back(dossier, event)
        case _:
            assert_never(event)


def _queued(dossier: Dossier, event: e.LetterQueued, day: date) -> Dossier:
    letter = letter_queued(event)
    return replace(
        dossier,
        letters=(*dossier.letters, letter),
        contact_days=(*dossier.contact_days, (event.composed_for, event.sort)),
    )


def _given_back(dossier: Dossier, step: StepKey, state: LetterState) -> Dossier:
    """The letter did not reach anybody: its day is free again, its answer is owed again."""
    letter = dossier.letter(step)
    assert letter is not None, step
    # The second bounce of one letter must not give back a day that a call has taken since.
    if letter.state in GIVEN_BACK:
        return dossier
    day = (letter.composed_for or letter.sent_on, letter.sort)
    days = list(dossier.contact_days)
    if day in days:
        days.remove(day)
    dossier = replace(dossier, contact_days=tuple(days))
    return _with_letter(dossier, step, state=state)


def _sent(dossier: Dossier, event: e.LetterSent) -> Dossier:
    day = event.sent_at.astimezone(PARIS).date()
    if dossier.letter(event.step) is None:
        return _sent_by_others(dossier, event, day)
    return _counted(dossier, event.step, LetterState.SENT, day)


def _counted(dossier: Dossier, step: StepKey, state: LetterState, day: date) -> Dossier:
    """The letter counts as sent, in doubt or not: its course runs, its answer is given (P3)."""
    known = dossier.letter(step)
    assert known is not None, step
    dossier = _with_letter(dossier, step, state=state, sent_on=day)
    ordered = tuple(o for o in dossier.ordered if o.template not in {known.template, known.level})
    if known.level is not None:
        return replace(
            dossier,
            course=max(dossier.course, step.course),
            resume=None,
            broken_promise=None,
            ordered=ordered,
        )
    owed = tuple(a for a in dossier.answers_owed if not _answered(a, known))
    return replace(dossier, answers_owed=owed, ordered=ordered)


def _answered(owed: e.AnswerOwed, letter: LetterKept) -> bool:
    return owed.message == letter.answers and owed.answer.value == letter.template


def _sent_by_others(dossier: Dossier, event: e.LetterSent, day: date) -> Dossier:
    letter = letter_of_others(event, day)
    return replace(
        dossier,
        letters=(*dossier.letters, letter),
        course=max(dossier.course, event.step.course) if event.level else dossier.course,
        contact_days=(*dossier.contact_days, (day, e.Sort.UNSOLICITED)),
    )


def _came_back(dossier: Dossier, event: e.ContactBounced) -> Dossier:
    if event.permanence is Permanence.PERMANENT and event.email:
        dossier = replace(dossier, bounced=tuple(sorted({*dossier.bounced, event.email})))
    if event.step is None or not event.not_delivered or dossier.letter(event.step) is None:
        return dossier
    returned = _given_back(dossier, event.step, LetterState.BOUNCED)
    return _disapproved(returned, event.step)


def _disapproved(dossier: Dossier, step: StepKey) -> Dossier:
    """A human's yes outlives a missed day, but neither his no nor the reader's server."""
    gone = (step.course, step.name)
    other = (one for one in dossier.approvals if (one.step.course, one.step.name) != gone)
    return replace(dossier, approvals=tuple(other))


def _message(dossier: Dossier, event: e.MessageFact) -> Dossier:
    match event:
        case e.MessageRead():
            a_person = event.kind is Kind.HUMAN
            shown = event if a_person or not dossier.last_message else None
            return replace(
                dossier,
                # Whoever approved a letter had not read what the debtor says now.
                approvals=() if a_person else dossier.approvals,
                last_message=shown or dossier.last_message,
                messages=(*dossier.messages, event.message),
            )
        case e.LinkContested():
            return replace(dossier, messages=(*dossier.messages, event.message))
        case e.DistressSeen():
            return replace(dossier, distress=event)
        case e.CauseRecorded():
            return replace(dossier, cause=event.cause)
        case e.AnswerOwed():
            return replace(dossier, answers_owed=(*dossier.answers_owed, event))
        case e.ContactProposed():
            return proposed_by(dossier, event)
        case e.ContactAbsent():
            return replace(dossier, absent=(*dossier.absent, (event.email, event.until)))
        case e.PlanProposed():
            return replace(dossier, plan_proposed=event)
        case _:
            assert_never(event)


def _calendar(dossier: Dossier, event: e.CalendarFact, day: date) -> Dossier:
    match event:
        case e.PromiseKept():
            return replace(dossier, promise=None, promises=with_fate(dossier.promises, "kept"))
        case e.PlanLost():
            return plan_lost(dossier, event, day)
        case e.PlanKept():
            return planless(dossier)
        case e.DisputeEnded():
            return demanded_again(dossier, event)
        case e.ManagerTold():
            return replace(dossier, manager_told=event)
        case e.TaskOpened():
            others = tuple(task for task in dossier.tasks if not _gives_way(task, event))
            ever = tuple(dict.fromkeys((*dossier.tasks_ever, event.task)))
            # A task named like an answer's step takes that answer over: a human gives it.
            owed = tuple(
                one
                for one in dossier.answers_owed
                if answer_step(0, one.answer, one.message).name != event.task
            )
            return replace(dossier, tasks=(*others, event), tasks_ever=ever, answers_owed=owed)
        case e.TaskSkipped():
            return _without_task(dossier, event.task, day)
        case _:
            assert_never(event)


def _without_task(dossier: Dossier, task: str, day: date) -> Dossier:
    tasks = tuple(one for one in dossier.tasks if one.task != task)
    return replace(dossier, tasks=tasks, tasks_over=(*dossier.tasks_over, (task, day)))


def _gives_way(task: e.TaskOpened, to: e.TaskOpened) -> bool:
    """One reader is looked for at a time: the one whom the latest level needs."""
    return task.task == to.task or (task.task.startswith(FIND) and to.task.startswith(FIND))


def _human(dossier: Dossier, event: e.HumanFact, day: date) -> Dossier:
    match event:
        case e.CallLogged():
            # Whoever approved a letter did not know what was said on the telephone.
            dossier = replace(dossier, calls=(*dossier.calls, event), approvals=())
            if not event.unsolicited:
                return dossier
            contact = (event.on, e.Sort.UNSOLICITED)
            return replace(dossier, contact_days=(*dossier.contact_days, contact))
        case e.TaskDone():
            return _without_task(dossier, event.task, day)
        case e.PostingRecorded():
            dossier = replace(dossier, postings=(*dossier.postings, event))
            return _with_letter(dossier, event.step, posted_on=event.posted_on)
        case e.ContactChanged():
            return contact_changed(dossier, event)
        case e.PlanAgreed():
            return replace(dossier, plan=event, plan_since=day)
        case e.DisputeOpened() | e.DisputeDecided():
            return disputed_by(dossier, event, day)
        case e.LetterOrdered():
            offered = event if event.template == Answer.PLAN_OFFER else dossier.plan_offered
            return replace(dossier, ordered=(*dossier.ordered, event), plan_offered=offered)
        case e.LetterApproved():
            return replace(dossier, approvals=(*dossier.approvals, event))
        case e.LetterRejected():
            return _disapproved(dossier, event.step)
        case e.DossierClaimed():
            return replace(dossier, claimed_by=event.by, claimed_until=event.until)
        case e.DossierReleased():
            return replace(dossier, claimed_by=None, claimed_until=None)
        case e.TaskEntrusted():
            return entrusted(dossier, event)
        case e.AcknowledgementConfirmed():
            return replace(dossier, acknowledged=(*dossier.acknowledged, event))
        case e.LegalStepTaken():
            return replace(dossier, legal_steps=(*dossier.legal_steps, event))
        case e.ReadingCorrected():
            return corrected(dossier, event)
        case e.DocumentAttached():
            return replace(dossier, documents=(*_without(dossier, event.document), event))
        case e.DocumentDetached():
            return replace(dossier, documents=_without(dossier, event.document))
        case e.NoteWritten() | e.ManagerObjected() | e.BodyErased():
            return dossier
        case _:
            assert_never(event)


def _without(dossier: Dossier, document: Digest) -> tuple[e.DocumentAttached, ...]:
    return tuple(kept for kept in dossier.documents if kept.document != document)


_BARRING = {
    Intent.HOSTILE.value: Intent.HOSTILE,
    Intent.REFUSAL.value: Intent.REFUSAL,
    Intent.INSOLVENCY.value: Intent.INSOLVENCY,
    Intent.OPT_OUT.value: Intent.OPT_OUT,
}


def _move(dossier: Dossier, event: e.MoveEvent, day: date) -> Dossier:
    match event:
        case e.Held():
            return held_by(dossier, event, day)
        case e.PromiseMade():
            return promised_by(dossier, event, day)
        case e.ReviewAsked():
            if dossier.phase is not Phase.REVIEW:
                # Whoever said yes before did not know why a human is asked now.
                dossier = replace(dossier, approvals=())
            dossier = moved(dossier, Move.REVIEW_ASKED, day)
            return replace(
                dossier,
                review_reasons=(*dossier.review_reasons, event),
                moved_by=_moved_by(dossier, event),
                barred_by=dossier.barred_by or _BARRING.get(event.reason),
            )
        case e.HandedToLegal():
            return _to_legal(dossier, event, day)
        case e.HoldEnded():
            return replace(moved(dossier, Move.HOLD_ENDED, day), holds=(), promise=None)
        case e.PromiseBroken():
            return replace(
                moved(dossier, Move.HOLD_ENDED, day),
                holds=(),
                promise=None,
                promises=with_fate(dossier.promises, "broken"),
                broken_promise=event,
                broken_on=day,
            )
        case e.HumanResumed():
            return _lowered(moved(dossier, Move.HUMAN_RESUMED, day), event)
        case e.HumanReopened():
            return _lowered(moved(dossier, Move.HUMAN_REOPENED, day), event)
        case e.HumanClosed():
            closed = tuple(kept.renounced(day) for kept in dossier.invoices)
            dossier = replace(dossier, invoices=closed) if event.waiver else dossier
            dossier = moved(dossier, Move.HUMAN_CLOSED, day)
            dossier = replace(dossier, review_reasons=(), legal=None, holds=(), promise=None)
            return replace(dossier, resume=None, broken_promise=None, plan=None)
        case e.Settled():
            dossier = moved(dossier, Move.SETTLED, day)
            fate = with_fate(dossier.promises, "kept")
            dossier = replace(dossier, holds=(), promise=None, promises=fate, resume=None)
            # What a closed course left unsaid must not be quoted in the next one.
            return replace(dossier, broken_promise=None, plan=None)
        case e.InvoiceOpened():
            return _ledger(dossier, event, day)
        case _:
            assert_never(event)


def _to_legal(dossier: Dossier, event: e.HandedToLegal, day: date) -> Dossier:
    first = dossier.phase is not Phase.LEGAL
    return replace(
        moved(dossier, Move.HANDED_TO_LEGAL, day),
        legal=event if first or dossier.legal is None else dossier.legal,
        times_legal=dossier.times_legal + first,
        legal_in=(*dossier.legal_in, dossier.course) if first else dossier.legal_in,
        moved_by=_moved_by(dossier, event),
        barred_by=dossier.barred_by or _BARRING.get(event.reason),
        holds=(),
        promise=None,
        approvals=(),
    )


def _moved_by(dossier: Dossier, event: e.ReviewAsked | e.HandedToLegal) -> tuple[Digest, ...]:
    if event.message is None or event.message in dossier.moved_by:
        return dossier.moved_by
    return (*dossier.moved_by, event.message)


def _lowered(dossier: Dossier, event: e.HumanResumed | e.HumanReopened) -> Dossier:
    """A human gave the dossier back: bars, reasons and holds are lifted, his word is kept."""
    return replace(
        dossier,
        review_reasons=(),
        legal=None,
        barred_by=None,
        holds=(),
        promise=None,
        ordered=(),
        resume=Resume(next_step=event.next_step, not_before=event.not_before),
    )
