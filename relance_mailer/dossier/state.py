"""A dossier as the fold of its events leaves it: nothing else is known of it, nothing else kept.

What is derived here is only what follows from facts without a date of today: what is due on a day
is asked in `outward/timeline`. The fold itself stands in `fold.py`.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import (
    Contact,
    Debtor,
    Digest,
    DossierKey,
    Invoice,
    InvoiceKind,
    InvoiceNumber,
    MessageId,
    PastInvoice,
    StepKey,
)
from relance_mailer.words import Cause, Intent


class LetterState(StrEnum):
    """What has become of a letter."""

    QUEUED = "queued"
    LEAVING = "leaving"
    SENT = "sent"
    UNSURE = "unsure"  # counts as sent (P3)
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    BOUNCED = "bounced"  # came back undelivered: the step may be tried again


COUNTS_AS_SENT = frozenset({LetterState.SENT, LetterState.UNSURE})
ON_ITS_WAY = frozenset({LetterState.QUEUED, LetterState.LEAVING})
GIVEN_BACK = frozenset({LetterState.WITHDRAWN, LetterState.BOUNCED})  # its day is free again


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterKept:
    """A letter of this dossier and its fate; `level` is None for an answer or a bare contact."""

    step: StepKey
    state: LetterState
    level: str | None
    template: str
    sort: e.Sort
    message_id: MessageId
    to: tuple[str, ...]
    cc: tuple[str, ...] = ()
    subject: str = ""
    amount: Decimal = Decimal("0.00")
    invoices: tuple[InvoiceNumber, ...] = ()
    composed_for: date | None = None
    deadline_on: date | None = None
    next_on: date | None = None
    announces: str = ""
    announced_for_promise: bool = False
    answers: Digest | None = None
    sent_on: date | None = None
    imported: bool = False
    colleague: bool = False
    posted_on: date | None = None
    mime: Digest | None = None
    enclosed: tuple[str, ...] = ()  # the names of the files that went with it


@dataclass(frozen=True, kw_only=True, slots=True)
class InvoiceKept:
    """An invoice of the dossier with what became of it."""

    invoice: Invoice
    open: bool = True
    disputed: bool = False
    correction_awaited: bool = False  # we were wrong: contested until the ledger says so (R23)
    resumes_on: date | None = None  # decided, and not demanded before the date that was given
    contested: Decimal | None = None  # with `disputed`: that part only; None: the whole invoice
    closed_on: date | None = None
    settled_how: e.Settlement | None = None  # how the ledger closed it
    waived: bool = False  # a human renounced it: the ledger's open row does not bring it back

    def renounced(self, day: date) -> "InvoiceKept":
        """The invoice once a human waived all that is open; what was waived before stays so."""
        waived = self.waived or self.open
        return replace(self, open=False, waived=waived, closed_on=self.closed_on or day)


@dataclass(frozen=True, kw_only=True, slots=True)
class HoldTaken:
    """A hold that was taken, for the caps, counted per level and per invoice."""

    reason: str
    level: str | None
    since: date
    until: date
    invoices: tuple[InvoiceNumber, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PromiseTaken:
    """A promise and what became of it: open, kept, broken or replaced by a newer one.

    One that is replaced by a promise for other invoices still holds until its own day.
    """

    promise: e.PromiseMade
    fate: str = "open"


@dataclass(frozen=True, kw_only=True, slots=True)
class Resume:
    """What a human asked for when he gave the dossier back to the sequence."""

    next_step: str
    not_before: date


class _Open(NamedTuple):
    """What is open of a dossier's invoices, and what is owed of it all."""

    invoices: tuple[Invoice, ...]
    credits: tuple[Invoice, ...]
    owed: Decimal


class _Once:
    """The place in which a dossier keeps what its invoices come to, once it was asked.

    No field of it: not compared, not pickled, and what `replace` makes begins without.
    """

    __slots__ = ("_open_kept",)
    _open_kept: _Open


@dataclass(frozen=True, kw_only=True, slots=True)
class Dossier(_Once):
    """All that is known of a dossier after `version` entries of its page."""

    key: DossierKey
    version: int = 0
    phase: Phase = Phase.SETTLED
    phase_since: date | None = None
    debtor: Debtor | None = None
    contacts: tuple[Contact, ...] = ()
    invoices: tuple[InvoiceKept, ...] = ()
    letters: tuple[LetterKept, ...] = ()
    course: int = 0  # the last one begun
    holds: tuple[e.Held, ...] = ()
    promise: e.PromiseMade | None = None
    plan: e.PlanAgreed | None = None
    plan_since: date | None = None  # what was paid before that day is no instalment of it
    holds_taken: tuple[HoldTaken, ...] = ()
    promises: tuple[PromiseTaken, ...] = ()
    answers_owed: tuple[e.AnswerOwed, ...] = ()
    review_reasons: tuple[e.ReviewAsked, ...] = ()
    legal: e.HandedToLegal | None = None
    times_legal: int = 0
    legal_in: tuple[int, ...] = ()  # the courses that ended in the legal queue
    barred_by: Intent | None = None  # P1: no template exists until a human reopens or resumes
    resume: Resume | None = None
    ordered: tuple[e.LetterOrdered, ...] = ()
    approvals: tuple[e.LetterApproved, ...] = ()
    tasks: tuple[e.TaskOpened, ...] = ()
    disputes: tuple[e.DisputeOpened, ...] = ()  # not yet decided
    decided: e.DisputeDecided | None = None  # the last dispute that was decided
    decided_on: date | None = None
    plan_proposed: e.PlanProposed | None = None  # what the debtor asked for last
    plan_offered: e.LetterOrdered | None = None  # what we offered last
    calls: tuple[e.CallLogged, ...] = ()
    manager_told: e.ManagerTold | None = None
    distress: e.DistressSeen | None = None
    cause: Cause | None = None
    last_message: e.MessageRead | None = None
    messages: tuple[Digest, ...] = ()
    moved_by: tuple[Digest, ...] = ()  # messages that sent it to a human or to the legal queue
    corrected: tuple[Digest, ...] = ()  # messages whose reading a human corrected or confirmed
    bounced: tuple[str, ...] = ()  # dead addresses
    absent: tuple[tuple[str, date | None], ...] = ()
    proposed: tuple[e.ContactProposed, ...] = ()  # wait for a human's yes
    contact_days: tuple[tuple[date, e.Sort], ...] = ()
    broken_promise: e.PromiseBroken | None = None  # not yet quoted in a level
    broken_on: date | None = None  # the day on which it was found broken
    claimed_by: str | None = None
    claimed_until: date | None = None  # None with `claimed_by`: until it is released
    acknowledged: tuple[e.AcknowledgementConfirmed, ...] = ()  # interrupts limitation
    legal_steps: tuple[e.LegalStepTaken, ...] = ()
    documents: tuple[e.DocumentAttached, ...] = ()  # put there by people, for the court
    paid_after_insolvency: bool = False
    told_contacts: tuple[Contact, ...] = ()  # as the ledger last told them
    payments: tuple[e.PaymentRecorded, ...] = ()
    credit_notes: tuple[e.CreditNoteRecorded, ...] = ()
    postings: tuple[e.PostingRecorded, ...] = ()
    notices: tuple[e.NoticePrinted, ...] = ()
    tasks_ever: tuple[str, ...] = ()  # no task is opened twice
    tasks_over: tuple[tuple[str, date], ...] = ()  # done or skipped, and on which day
    told_past: tuple[PastInvoice, ...] = ()  # what the ledger told of earlier payments
    delays: tuple[e.LetterDelayed, ...] = ()  # why announced levels left late

    @property
    def open_invoices(self) -> tuple[Invoice, ...]:
        """Invoices with something left to pay, contested ones included, oldest due first."""
        return self._open.invoices

    @property
    def open_credits(self) -> tuple[Invoice, ...]:
        """Credit notes and down payments that no invoice has taken up yet, oldest first."""
        return self._open.credits

    @property
    def owed(self) -> Decimal:
        """What is left of all open invoices less unmatched credits; never below zero."""
        return self._open.owed

    @property
    def _open(self) -> _Open:
        """Asked a hundred times while one letter is decided on: reckoned at the first."""
        try:
            return self._open_kept
        except AttributeError:
            object.__setattr__(self, "_open_kept", _open_of(self.invoices))
            return self._open_kept

    @property
    def contested(self) -> frozenset[InvoiceNumber]:
        """The invoices of which a human's verdict took out a part at least as contested (R22)."""
        return frozenset(kept.invoice.number for kept in self.invoices if kept.disputed)

    @property
    def disputed(self) -> frozenset[InvoiceNumber]:
        """Those of which nothing may be demanded: the contested part is all that is left."""
        return frozenset(
            kept.invoice.number
            for kept in self.invoices
            if kept.disputed and (kept.contested is None or kept.contested >= kept.invoice.left)
        )

    @property
    def demandable(self) -> tuple[Invoice, ...]:
        """Open invoices as they may be demanded, due or not: the contested part is taken off."""
        if not self.contested:
            return self.open_invoices
        parts = {
            kept.invoice.number: kept.contested
            for kept in self.invoices
            if kept.disputed and kept.contested is not None
        }
        disputed = self.disputed
        return tuple(
            replace(invoice, credited=invoice.credited + parts[invoice.number])
            if invoice.number in parts
            else invoice
            for invoice in self.open_invoices
            if invoice.number not in disputed
        )

    @property
    def currency(self) -> str:
        """The dossier's one currency."""
        return self.invoices[0].invoice.currency if self.invoices else "EUR"

    def overdue(self, today: date) -> tuple[Invoice, ...]:
        """Open invoices past their due date that may be demanded: not contested."""
        return tuple(invoice for invoice in self.demandable if invoice.due_on < today)

    def invoice(self, number: str) -> InvoiceKept | None:
        """The invoice of that number, open or not."""
        return next((kept for kept in self.invoices if kept.invoice.number == number), None)

    @property
    def hold_until(self) -> date | None:
        """The day on which the sequence may go on: the latest end counts."""
        ends = [held.until for held in self.holds]
        if self.promise:
            ends.append(self.promise.until)
        return max(ends, default=None)

    @property
    def course_runs(self) -> bool:
        """Whether an invoice that stood in a level of the current course is still open."""
        listed = {number for letter in self.course_levels for number in letter.invoices}
        return bool(listed) and any(invoice.number in listed for invoice in self.open_invoices)

    @property
    def course_letters(self) -> tuple[LetterKept, ...]:
        """The letters of the current course, in order."""
        return tuple(letter for letter in self.letters if letter.step.course == self.course)

    @property
    def course_levels(self) -> tuple[LetterKept, ...]:
        """The levels of the current course that count as sent, in order."""
        return tuple(
            letter
            for letter in self.course_letters
            if letter.level is not None and letter.state in COUNTS_AS_SENT
        )

    @property
    def last_level(self) -> LetterKept | None:
        """The last level of the running course that counts as sent, None when none runs."""
        if not self.course_runs:
            return None
        return max(self.course_levels, key=lambda letter: letter.sent_on or date.min)

    @property
    def on_its_way(self) -> tuple[LetterKept, ...]:
        """Letters queued or leaving."""
        return tuple(letter for letter in self.letters if letter.state in ON_ITS_WAY)

    def letter(self, step: StepKey) -> LetterKept | None:
        """The letter of that step."""
        return next((letter for letter in self.letters if letter.step == step), None)

    @property
    def known_addresses(self) -> frozenset[str]:
        """Contacts and every address that a letter went to: no strangers (contract §4).

        Not whom a colleague wrote to: an expert in copy of his mail is not the debtor.
        """
        written_to = {
            address
            for letter in self.letters
            if not letter.colleague
            for address in letter.to + letter.cc
        }
        return frozenset({c.email for c in self.contacts if c.email} | written_to)

    def approval(self, step: StepKey) -> e.LetterApproved | None:
        """The yes that a human gave that letter, in whichever attempt (a day may be missed)."""
        wanted = (step.course, step.name)
        found = (one for one in self.approvals if (one.step.course, one.step.name) == wanted)
        return max(found, key=self.approvals.index, default=None)

    def approves(self, step: StepKey) -> bool:
        """Whether a human let that letter pass."""
        return self.approval(step) is not None

    @property
    def approved(self) -> tuple[StepKey, ...]:
        """The letters that a human let pass."""
        return tuple(one.step for one in self.approvals)

    @property
    def dispute(self) -> e.DisputeOpened | None:
        """The dispute opened last, of those that are not decided."""
        return self.disputes[-1] if self.disputes else None

    def claimed_on(self, today: date) -> str | None:
        """Who works on this dossier on that day; a claim ends with its last day."""
        over = self.claimed_until is not None and self.claimed_until < today
        return None if over else self.claimed_by

    @property
    def last_unsolicited_on(self) -> date | None:
        """The day of the last unsolicited contact."""
        days = [day for day, sort in self.contact_days if sort is e.Sort.UNSOLICITED]
        return max(days, default=None)


def _open_of(invoices: tuple[InvoiceKept, ...]) -> _Open:
    left = [kept.invoice for kept in invoices if kept.open and kept.invoice.left > 0]
    asked = [one for one in left if one.kind is InvoiceKind.INVOICE]
    credits = [one for one in left if one.kind is not InvoiceKind.INVOICE]
    zero = Decimal("0.00")
    owed = sum((one.left for one in asked), zero) - sum((one.left for one in credits), zero)
    return _Open(
        invoices=tuple(sorted(asked, key=lambda invoice: (invoice.due_on, invoice.number))),
        credits=tuple(sorted(credits, key=lambda credit: (credit.issued_on, credit.number))),
        owed=max(owed, zero),
    )
