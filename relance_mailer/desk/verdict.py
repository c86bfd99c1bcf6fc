"""What a named human decides about a dossier, and the events that follow, or why it cannot be.

Nothing here raises on a decision that is out of place: the desk shows the refusal. Whether a move
is possible is asked of `phases` alone; the rest is what the facts need in order to be whole (an
author, a reason, a day that is not past, an invoice that is open, the cause of lateness before an
exchange is closed).
"""

import re
from collections.abc import Collection
from datetime import date
from typing import assert_never

from relance_mailer.desk import french
from relance_mailer.desk.agreements import settled_with_debtor
from relance_mailer.desk.decisions import (
    AgreePlan,
    Approve,
    Call,
    Claim,
    Close,
    ConfirmAcknowledgement,
    DecideDispute,
    Entrust,
    FinishTask,
    HandOver,
    HoldUntil,
    KeepContact,
    Note,
    ObjectToLevel,
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
from relance_mailer.desk.notes import noted
from relance_mailer.desk.orders import letter_decided
from relance_mailer.desk.possible import (
    Decision,
    Impossible,
    cause_is_missing,
    cause_told,
    done,
    not_from,
    was_chased,
)
from relance_mailer.desk.returning import given_back
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Move, Phase, permits
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Contact
from relance_mailer.law.deadlines import LegalStep


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
        case (Note() | Call() | RecordCause() | FinishTask()) | (
            Claim() | Release() | Entrust() | ObjectToLevel()
        ):
            return noted(verdict, dossier, today)
        case HoldUntil() | HandOver() | Close():
            return _set_apart(verdict, dossier, today)
        case Resume() | Reopen():
            return given_back(verdict, dossier, today, levels)
        case OpenDispute() | DecideDispute() | AgreePlan():
            return settled_with_debtor(verdict, dossier, today, levels)
        case KeepContact() | RemoveContact():
            return _contact(verdict, dossier)
        case OrderLetter() | Approve() | Reject() | RecordPosting():
            return letter_decided(verdict, dossier, today, levels)
        case ConfirmAcknowledgement() | TakeLegalStep():
            return _legal(verdict, dossier, today)
        case _:
            assert_never(verdict)


def _set_apart(verdict: HoldUntil | HandOver | Close, dossier: Dossier, today: date) -> Decision:
    by, because = verdict.by, verdict.because
    match verdict:
        case HoldUntil():
            # The table lets a hold pass in other phases, where it would change nothing.
            if dossier.phase not in (Phase.RUNNING, Phase.HELD):
                return not_from(dossier, "suspendre le dossier")
            if verdict.until <= today:
                return Impossible(because=f"le {french.day(verdict.until)} n'est pas à venir")
            return (e.Held(because=because, by=by, until=verdict.until, reason="human"),)
        case HandOver():
            if dossier.phase is Phase.LEGAL:
                return not_from(dossier, "passer au contentieux")
            if not permits(dossier.phase, Move.HANDED_TO_LEGAL) or dossier.owed <= 0:
                return Impossible(because="passer au contentieux : impossible, rien n'est dû")
            return (e.HandedToLegal(because=because, by=by, reason="human"),)
        case Close():
            if not permits(dossier.phase, Move.HUMAN_CLOSED):
                return not_from(dossier, "clore le dossier")
            if dossier.owed > 0 and not verdict.waiver.strip():
                left = french.amount(dossier.owed, dossier.currency)
                return Impossible(because=f"il reste {left} : clore demande un abandon écrit")
            late = was_chased(dossier)
            unasked = cause_is_missing(verdict.cause, dossier, "clore", is_exchange=late)
            closed = e.HumanClosed(because=because, by=by, waiver=verdict.waiver.strip())
            return unasked or (*cause_told(verdict.cause, dossier, verdict), closed)
        case _:
            assert_never(verdict)


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
    return (kept, *done(dossier, met, verdict))


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
            return (taken, *done(dossier, {"declare_claim"} if declared else (), verdict))
        case _:
            assert_never(verdict)
