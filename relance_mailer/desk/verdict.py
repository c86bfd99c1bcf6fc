"""What a named human decides about a dossier, and the events that follow, or why it cannot be.

Nothing here raises on a decision that is out of place: the desk shows the refusal. Whether a move
is possible is asked of `phases` alone; the rest is what the facts need in order to be whole (an
author, a reason, a day that is not past, an invoice that is open).

- On a dossier that owes nothing, a return to the sequence is followed by `Settled` in one commit.
- A verdict on a dispute takes the contested part out and gives the rest back (R22). A dossier that
  is merely held keeps its hold: the rest may be promised.
- No letter is ordered in `legal`, nor while P1 leaves the debtor no template.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import assert_never

from relance_mailer.desk import french
from relance_mailer.desk.decisions import (
    AgreePlan,
    Approve,
    Call,
    Claim,
    Close,
    ConfirmAcknowledgement,
    DecideDispute,
    FinishTask,
    HandOver,
    HoldUntil,
    KeepContact,
    Note,
    OpenDispute,
    OrderLetter,
    RecordCause,
    RecordPosting,
    Reject,
    Release,
    RemoveContact,
    Reopen,
    Resume,
    TakeLegalStep,
    Verdict,
)
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Move, Phase, permits
from relance_mailer.dossier.state import ON_ITS_WAY, Dossier
from relance_mailer.dossier.values import Answer, Contact
from relance_mailer.law.deadlines import LegalStep
from relance_mailer.workdays import add_business_days

CREDIT_NOTE_BUSINESS_DAYS = 5  # R23: correct quickly


@dataclass(frozen=True, kw_only=True, slots=True)
class Impossible:
    """Why a decision cannot be carried out, in French, and what would do instead."""

    because: str


Decision = tuple[e.DossierEvent, ...] | Impossible


def decide(
    verdict: Verdict, dossier: Dossier, *, today: date, levels: Collection[str] = ()
) -> Decision:
    """The events that a human's decision writes, in one commit, or why it cannot be.

    `levels`, when given, are the names that the dossier's timeline has: a next step or an ordered
    letter outside of them is refused.
    """
    if not verdict.by.strip():
        return Impossible(because="une décision demande un auteur")
    if not verdict.because.strip():
        return Impossible(because="une décision demande un motif")
    match verdict:
        case Note() | Call() | RecordCause() | FinishTask() | Claim() | Release():
            return _noted(verdict, dossier, today)
        case HoldUntil() | HandOver() | Close():
            return _set_apart(verdict, dossier, today)
        case Resume() | Reopen():
            return _given_back(verdict, dossier, today, levels)
        case OpenDispute() | DecideDispute() | AgreePlan():
            return _settled_with_debtor(verdict, dossier, today, levels)
        case KeepContact() | RemoveContact():
            return _contact(verdict, dossier)
        case OrderLetter() | Approve() | Reject() | RecordPosting():
            return _letter(verdict, dossier, today, levels)
        case ConfirmAcknowledgement() | TakeLegalStep():
            return _legal(verdict, dossier, today)
        case _:
            assert_never(verdict)


def _noted(
    verdict: Note | Call | RecordCause | FinishTask | Claim | Release, dossier: Dossier, today: date
) -> Decision:
    by, because = verdict.by, verdict.because
    match verdict:
        case Note():
            if not verdict.text.strip():
                return Impossible(because="la note est vide")
            return (e.NoteWritten(by=by, because=because, text=verdict.text),)
        case Call():
            if verdict.on > today:
                return Impossible(because=f"l'appel du {french.day(verdict.on)} est à venir")
            if not verdict.with_whom.strip():
                return Impossible(because="il faut dire à qui l'on a parlé (nom, fonction)")
            return (
                e.CallLogged(
                    by=by,
                    because=because,
                    on=verdict.on,
                    with_whom=verdict.with_whom,
                    said=verdict.said,
                    unsolicited=verdict.unsolicited,
                ),
            )
        case RecordCause():
            return (e.CauseRecorded(because=f"{because} ({by})", cause=verdict.cause),)
        case FinishTask():
            if all(task.task != verdict.task for task in dossier.tasks):
                known = french.many([task.task for task in dossier.tasks]) or "aucune"
                return Impossible(because=f"pas de tâche « {verdict.task} » (ouvertes : {known})")
            return (e.TaskDone(by=by, because=because, task=verdict.task),)
        case Claim():
            if dossier.claimed_by and dossier.claimed_by != by:
                return Impossible(because=f"le dossier est pris en charge par {dossier.claimed_by}")
            return (e.DossierClaimed(by=by, because=because),)
        case Release():
            if dossier.claimed_by is None:
                return Impossible(because="personne n'a pris ce dossier en charge")
            return (e.DossierReleased(by=by, because=because),)
        case _:
            assert_never(verdict)


_INSTEAD = {
    Phase.SETTLED: "rien n'y est dû",
    Phase.RUNNING: "il est en relance",
    Phase.HELD: "il est suspendu",
    Phase.REVIEW: "il est à examiner : reprendre, clore ou passer au contentieux",
    Phase.LEGAL: "il est au contentieux : seule une réouverture motivée l'en sort",
}


def _not_from(dossier: Dossier, what: str) -> Impossible:
    return Impossible(because=f"{what} : impossible, {_INSTEAD[dossier.phase]}")


def _set_apart(verdict: HoldUntil | HandOver | Close, dossier: Dossier, today: date) -> Decision:
    by, because = verdict.by, verdict.because
    match verdict:
        case HoldUntil():
            # The table lets a hold pass in other phases, where it would change nothing.
            if dossier.phase not in (Phase.RUNNING, Phase.HELD):
                return _not_from(dossier, "suspendre le dossier")
            if verdict.until <= today:
                return Impossible(because=f"le {french.day(verdict.until)} n'est pas à venir")
            return (e.Held(because=because, by=by, until=verdict.until, reason="human"),)
        case HandOver():
            if dossier.phase is Phase.LEGAL:
                return _not_from(dossier, "passer au contentieux")
            if not permits(dossier.phase, Move.HANDED_TO_LEGAL) or dossier.owed <= 0:
                return Impossible(because="passer au contentieux : impossible, rien n'est dû")
            return (e.HandedToLegal(because=because, by=by, reason="human"),)
        case Close():
            if not permits(dossier.phase, Move.HUMAN_CLOSED):
                return _not_from(dossier, "clore le dossier")
            if dossier.owed > 0 and not verdict.waiver.strip():
                left = french.amount(dossier.owed, dossier.currency)
                return Impossible(because=f"il reste {left} : clore demande un abandon écrit")
            return (e.HumanClosed(because=because, by=by, waiver=verdict.waiver.strip()),)
        case _:
            assert_never(verdict)


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


def _given_back(
    verdict: Resume | Reopen, dossier: Dossier, today: date, levels: Collection[str]
) -> Decision:
    move, told = Move.HUMAN_RESUMED, "reprendre les relances"
    event: Callable[..., e.HumanResumed | e.HumanReopened] = e.HumanResumed
    if isinstance(verdict, Reopen):
        move, told, event = Move.HUMAN_REOPENED, "rouvrir le dossier", e.HumanReopened
    if not permits(dossier.phase, move):
        return _not_from(dossier, told)
    wrong = _wrong_return(verdict.next_step, verdict.not_before, today, levels)
    if wrong:
        return wrong
    back = event(
        because=verdict.because,
        by=verdict.by,
        next_step=verdict.next_step,
        not_before=verdict.not_before,
    )
    return (back, *_settled_if_nothing_owed(dossier, today))


def _settled_if_nothing_owed(dossier: Dossier, today: date) -> tuple[e.Settled, ...]:
    if dossier.owed > 0:
        return ()
    return (e.Settled(because="plus rien n'est dû sur ce dossier", settled_on=today),)


def _settled_with_debtor(
    verdict: OpenDispute | DecideDispute | AgreePlan,
    dossier: Dossier,
    today: date,
    levels: Collection[str],
) -> Decision:
    match verdict:
        case OpenDispute():
            return _dispute_opened(verdict, dossier, today, levels)
        case DecideDispute():
            return _dispute_decided(verdict, dossier, today)
        case AgreePlan():
            return _plan_agreed(verdict, dossier, today)
        case _:
            assert_never(verdict)


def _dispute_opened(
    verdict: OpenDispute, dossier: Dossier, today: date, levels: Collection[str]
) -> Decision:
    if dossier.phase is Phase.LEGAL:
        return _not_from(dossier, "ouvrir un litige")
    wrong = _wrong_dispute(verdict, dossier, today)
    if wrong:
        return wrong
    opened = e.DisputeOpened(
        by=verdict.by,
        because=verdict.because,
        invoices=verdict.invoices,
        amount=verdict.amount,
        ground=verdict.ground,
        owner=verdict.owner,
        answer_by=verdict.answer_by,
    )
    if dossier.phase is not Phase.REVIEW:
        return (opened,)
    back = Resume(
        by=verdict.by,
        because=verdict.because,
        next_step=verdict.next_step,
        not_before=verdict.not_before,
    )
    resumed = _given_back(back, dossier, today, levels)
    return resumed if isinstance(resumed, Impossible) else (opened, *resumed)


def _wrong_dispute(verdict: OpenDispute, dossier: Dossier, today: date) -> Impossible | None:
    left = {invoice.number: invoice.left for invoice in dossier.open_invoices}
    unknown = [number for number in verdict.invoices if number not in left]
    if unknown or not verdict.invoices:
        named = french.many(unknown) or "aucune facture nommée"
        return Impossible(because=f"pas de facture ouverte à contester : {named}")
    contested = sum((left[number] for number in set(verdict.invoices)), Decimal(0))
    if not 0 < verdict.amount <= contested:
        at_most = french.amount(contested, dossier.currency)
        return Impossible(because=f"le montant contesté va jusqu'à {at_most}")
    if not verdict.ground.strip() or not verdict.owner.strip():
        return Impossible(because="un litige demande un motif et qui répond")
    if verdict.answer_by < today:
        return Impossible(because=f"le {french.day(verdict.answer_by)} est passé")
    return None


def _dispute_decided(verdict: DecideDispute, dossier: Dossier, today: date) -> Decision:
    foreign = [number for number in verdict.invoices if number not in dossier.disputed]
    if foreign or not verdict.invoices:
        named = french.many(foreign) or "aucune facture nommée"
        return Impossible(because=f"pas de litige ouvert : {named}")
    decided = e.DisputeDecided(
        by=verdict.by,
        because=verdict.because,
        invoices=verdict.invoices,
        creditor_at_fault=verdict.creditor_at_fault,
    )
    if not verdict.creditor_at_fault:
        return (decided,)
    numbers = french.many(verdict.invoices)
    task = e.TaskOpened(
        because=f"litige tranché en faveur du débiteur par {verdict.by} (R23)",
        task=f"credit_note:{verdict.invoices[0]}",
        what=f"établir l'avoir ou la facture rectifiée : {numbers}",
        due_on=add_business_days(today, CREDIT_NOTE_BUSINESS_DAYS),
    )
    return (decided, task)


def _plan_agreed(verdict: AgreePlan, dossier: Dossier, today: date) -> Decision:
    if dossier.phase is Phase.LEGAL:
        return _not_from(dossier, "accorder un échéancier")
    if dossier.owed <= 0:
        return Impossible(because="rien n'est dû : pas d'échéancier à accorder")
    days = [part.due_on for part in verdict.instalments]
    if not days or days != sorted(set(days)) or days[0] < today:
        return Impossible(because="un échéancier demande des dates à venir, dans l'ordre")
    stated = sum((part.amount or Decimal(0) for part in verdict.instalments), Decimal(0))
    if stated > dossier.owed or any(
        part.amount is not None and part.amount <= 0 for part in verdict.instalments
    ):
        return Impossible(
            because="les échéances dépassent ce qui est dû, ou l'une d'elles est nulle"
        )
    agreed = e.PlanAgreed(by=verdict.by, because=verdict.because, instalments=verdict.instalments)
    return (agreed,)


_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def _contact(verdict: KeepContact | RemoveContact, dossier: Dossier) -> Decision:
    if isinstance(verdict, RemoveContact):
        gone = next((c for c in dossier.contacts if c.email == verdict.email.lower()), None)
        proposed = any(p.email == verdict.email.lower() for p in dossier.proposed)
        if not verdict.email or (gone is None and not proposed):
            return Impossible(because=f"pas de contact {verdict.email or 'sans adresse'}")
        contact = gone or Contact(email=verdict.email.lower())
        return (
            e.ContactChanged(by=verdict.by, because=verdict.because, contact=contact, removed=True),
        )
    email = verdict.contact.email
    if email and (email != email.lower() or not _ADDRESS.fullmatch(email)):
        return Impossible(because=f"« {email} » n'est pas une adresse en minuscules")
    if not email and not verdict.contact.phone:
        return Impossible(because="un contact demande une adresse ou un téléphone")
    kept = e.ContactChanged(
        by=verdict.by,
        because=verdict.because,
        contact=verdict.contact,
        replaces=verdict.replaces.lower(),
    )
    met = {f"find:{verdict.contact.role}"}
    if all(proposed.email == email for proposed in dossier.proposed):
        met.add("confirm_contact")
    return (kept, *_done(dossier, met, verdict))


def _done(dossier: Dossier, met: Collection[str], verdict: Verdict) -> tuple[e.TaskDone, ...]:
    """The tasks that the decision itself fulfils: nobody has to close them a second time."""
    return tuple(
        e.TaskDone(by=verdict.by, because=verdict.because, task=task.task)
        for task in dossier.tasks
        if task.task in met
    )


def _letter(
    verdict: OrderLetter | Approve | Reject | RecordPosting,
    dossier: Dossier,
    today: date,
    levels: Collection[str],
) -> Decision:
    by, because = verdict.by, verdict.because
    match verdict:
        case OrderLetter():
            wrong = _may_not_leave(verdict.template, dossier, levels)
            message = verdict.message
            return wrong or (
                e.LetterOrdered(by=by, because=because, template=verdict.template, message=message),
            )
        case Approve():
            return _no_letter_at_all(dossier) or (
                e.LetterApproved(by=by, because=because, step=verdict.step),
            )
        case Reject():
            known = dossier.letter(verdict.step)
            if known is not None and known.state not in ON_ITS_WAY:
                return Impossible(because=f"{french.step(verdict.step)} : cette lettre est partie")
            return (e.LetterRejected(by=by, because=because, step=verdict.step),)
        case RecordPosting():
            if verdict.posted_on > today:
                return Impossible(because=f"le {french.day(verdict.posted_on)} est à venir")
            if not verdict.number.strip():
                return Impossible(because="il faut le numéro du recommandé")
            posting = e.PostingRecorded(
                by=by,
                because=because,
                step=verdict.step,
                posted_on=verdict.posted_on,
                number=verdict.number,
            )
            return (posting, *_done(dossier, {f"post:{verdict.step}"}, verdict))
        case _:
            assert_never(verdict)


def _no_letter_at_all(dossier: Dossier) -> Impossible | None:
    if dossier.phase is Phase.LEGAL:
        return Impossible(because="aucune lettre ne part d'un dossier au contentieux (P1)")
    if dossier.barred_by is not None:
        bar = french.INTENTS[dossier.barred_by]
        return Impossible(because=f"aucune lettre après « {bar} » avant une reprise motivée (P1)")
    return None


def _may_not_leave(template: str, dossier: Dossier, levels: Collection[str]) -> Impossible | None:
    known = {*(levels or french.LEVELS), *(answer.value for answer in Answer)}
    if template not in known:
        return Impossible(because=f"modèle « {template} » inconnu (connus : {sorted(known)})")
    if dossier.owed <= 0 and template != Answer.THANKS:
        return Impossible(because="rien n'est dû : seul un remerciement peut partir")
    return _no_letter_at_all(dossier)


def _legal(
    verdict: ConfirmAcknowledgement | TakeLegalStep, dossier: Dossier, today: date
) -> Decision:
    match verdict:
        case ConfirmAcknowledgement():
            if verdict.message not in dossier.messages:
                return Impossible(because="ce message n'est pas dans le dossier")
            if verdict.acknowledged_on > today:
                return Impossible(because=f"le {french.day(verdict.acknowledged_on)} est à venir")
            return (
                e.AcknowledgementConfirmed(
                    by=verdict.by,
                    because=verdict.because,
                    message=verdict.message,
                    acknowledged_on=verdict.acknowledged_on,
                ),
            )
        case TakeLegalStep():
            if verdict.taken_on > today:
                return Impossible(because=f"le {french.day(verdict.taken_on)} est à venir")
            if verdict.legal_step not in french.LEGAL_STEPS:
                known = french.many(sorted(french.LEGAL_STEPS))
                return Impossible(because=f"étape inconnue (connues : {known})")
            taken = e.LegalStepTaken(
                by=verdict.by,
                because=verdict.because,
                legal_step=verdict.legal_step,
                taken_on=verdict.taken_on,
                reference=verdict.reference,
            )
            declared = verdict.legal_step == LegalStep.CLAIM_DECLARED
            return (taken, *_done(dossier, {"declare_claim"} if declared else (), verdict))
        case _:
            assert_never(verdict)
