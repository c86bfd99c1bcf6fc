"""What a named human may decide about a dossier: one value a decision, nothing of what follows.

Author and reason are plain words here: `verdict.decide` refuses a decision that lacks one, so that
the desk can say so instead of failing.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from relance_mailer.dossier.events import Instalment
from relance_mailer.dossier.values import Contact, Digest, InvoiceNumber, StepKey
from relance_mailer.words import Cause


@dataclass(frozen=True, kw_only=True, slots=True)
class _Decided:
    """Who decides and why: both are told in the journal."""

    by: str
    because: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Note(_Decided):
    """Something to remember."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Call(_Decided):
    """A telephone call or a meeting; `unsolicited`: we called."""

    on: date
    with_whom: str
    said: str
    unsolicited: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordCause(_Decided):
    """Why the debtor is late (R13)."""

    cause: Cause


@dataclass(frozen=True, kw_only=True, slots=True)
class HoldUntil(_Decided):
    """No level before that day."""

    until: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Resume(_Decided):
    """The sequence goes on, from review or out of a hold."""

    next_step: str
    not_before: date


@dataclass(frozen=True, kw_only=True, slots=True)
class HandOver(_Decided):
    """The amicable phase is over."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reopen(_Decided):
    """Back from the legal queue."""

    next_step: str
    not_before: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Close(_Decided):
    """Nothing is owed, or the rest is waived in writing: `waiver` says where."""

    waiver: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenDispute(_Decided):
    """What is contested, by whom it is answered and until when (R22)."""

    invoices: tuple[InvoiceNumber, ...]
    amount: Decimal
    ground: str
    owner: str
    answer_by: date
    next_step: str
    not_before: date


@dataclass(frozen=True, kw_only=True, slots=True)
class DecideDispute(_Decided):
    """We were wrong, or we were right (R23)."""

    invoices: tuple[InvoiceNumber, ...]
    creditor_at_fault: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreePlan(_Decided):
    """Instalments that were agreed; they are confirmed in writing (R20)."""

    instalments: tuple[Instalment, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class KeepContact(_Decided):
    """Add, confirm or replace a contact."""

    contact: Contact
    replaces: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class RemoveContact(_Decided):
    """This address is written to no more."""

    email: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OrderLetter(_Decided):
    """A named human wants this letter to leave."""

    template: str
    message: Digest | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Approve(_Decided):
    """A prepared letter may leave."""

    step: StepKey


@dataclass(frozen=True, kw_only=True, slots=True)
class Reject(_Decided):
    """A prepared letter must not leave."""

    step: StepKey


@dataclass(frozen=True, kw_only=True, slots=True)
class FinishTask(_Decided):
    """A task was done, or is not to be done."""

    task: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordPosting(_Decided):
    """A registered letter was posted: its deadline starts that day."""

    step: StepKey
    posted_on: date
    number: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmAcknowledgement(_Decided):
    """That message acknowledges the debt (C. civ. 2240)."""

    message: Digest
    acknowledged_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeLegalStep(_Decided):
    """A step before a court or an officer: an identifier of `law.deadlines.LegalStep`."""

    legal_step: str
    taken_on: date
    reference: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim(_Decided):
    """I work on it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Release(_Decided):
    """I don't any more."""


Verdict = (
    (Note | Call | RecordCause | HoldUntil | Resume | HandOver | Reopen | Close)
    | (OpenDispute | DecideDispute | AgreePlan | KeepContact | RemoveContact)
    | (OrderLetter | Approve | Reject | FinishTask | RecordPosting)
    | (ConfirmAcknowledgement | TakeLegalStep | Claim | Release)
)
