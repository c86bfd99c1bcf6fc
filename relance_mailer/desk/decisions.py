"""What a named human may decide about a dossier: one value a decision, nothing of what follows.

Author and reason are plain words here: `verdict.decide` refuses a decision that lacks one, so that
the desk can say so instead of failing.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from relance_mailer.dossier.events import Instalment
from relance_mailer.dossier.ordered import Says
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
    """A telephone call or a meeting; `unsolicited`: we called.

    `settles` says that what was heard brings its own next date (a dated promise) or ends the
    amicable phase: no other date has to be named then. What is heard is decided upon as a mail is.
    """

    on: date
    with_whom: str
    said: str
    unsolicited: bool = True
    role: str = ""
    phone: str = ""
    next_on: date | None = None
    meeting: bool = False
    settles: bool = False
    cause: Cause | None = None
    note: Digest | None = None


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
    cause: Cause | None = None


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
    cause: Cause | None = None


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
    acknowledge: Says | None = None  # the letter that says so, ordered with the verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class DecideDispute(_Decided):
    """We were wrong, or we were right (R23).

    `correction`, where we were wrong: credit_note, corrected_invoice or new_due_date. `pay_by` is
    the date given to the debtor: what was contested is not demanded again before.
    """

    invoices: tuple[InvoiceNumber, ...]
    creditor_at_fault: bool
    correction: str = ""
    pay_by: date | None = None
    answer: Says | None = None  # the letter that says so, ordered with the verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreePlan(_Decided):
    """Instalments that were agreed; they are confirmed in writing (R20).

    Named, `next_step` gives a dossier in review back: its levels wait while the plan runs.
    """

    instalments: tuple[Instalment, ...]
    next_step: str = ""
    confirm: Says | None = None  # the confirmation, ordered with the agreement
    accessories: Decimal = Decimal("0.00")  # interest and fees that the plan includes
    cause: Cause | None = None


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
    says: Says | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Approve(_Decided):
    """A prepared letter may leave as it stands: these invoices, this amount."""

    step: StepKey
    amount: Decimal | None = None
    invoices: tuple[InvoiceNumber, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Reject(_Decided):
    """A prepared letter must not leave: a human decides, or nothing leaves until a day."""

    step: StepKey
    until: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ObjectToLevel(_Decided):
    """Whoever knows the customer objects to a level (S4), for good or until a day."""

    level: str
    until: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Entrust(_Decided):
    """A task, or `dispute`, has another owner."""

    task: str
    owner: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FinishTask(_Decided):
    """A task was done, or is not to be done."""

    task: str
    cause: Cause | None = None


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
    """I work on it, until that day included; None: some days."""

    until: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Release(_Decided):
    """I don't any more."""


Verdict = (
    (Note | Call | RecordCause | HoldUntil | Resume | HandOver | Reopen | Close)
    | (OpenDispute | DecideDispute | AgreePlan | KeepContact | RemoveContact)
    | (OrderLetter | Approve | Reject | FinishTask | RecordPosting | ObjectToLevel | Entrust)
    | (ConfirmAcknowledgement | TakeLegalStep | Claim | Release)
)
