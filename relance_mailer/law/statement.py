"""What a dossier owes on a day: every invoice reckoned, with what was paid and credited on it.

Letters, the statement of account, the formal notice and the accountant's reckoning all take their
figures here, so that they are the same. Invoices past their due date are reckoned, those contested
by a human's verdict apart from the others: nothing of them is demanded (R22). When insolvency
proceedings open, the reckoning ends the day before the judgment (C. com. L622-28).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import TypeVar

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Invoice, InvoiceKind, InvoiceNumber
from relance_mailer.law.deadlines import LegalStep
from relance_mailer.law.rates import RATES, RateTable, shipped_rates
from relance_mailer.law.reckoning import (
    ZERO,
    Account,
    Imputation,
    Payment,
    Reckoning,
    Terms,
    account,
    exact,
    reckon_by,
)
from relance_mailer.workdays import ONE_DAY

_Fact = TypeVar("_Fact", e.PaymentRecorded, e.CreditNoteRecorded)
Payments = Mapping[InvoiceNumber, tuple[Payment, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """What a reckoning needs besides the dossier: dated payments, and the table of rates."""

    payments: Payments = field(default_factory=dict)
    rates: RateTable = field(default_factory=shipped_rates)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stated:
    """An invoice with all that happened to it and what it comes to.

    `set_off` is what open credits of the dossier take off it, `contested_part` what a human's
    verdict takes out of a demand that goes on (R22): neither bears interest. `reckoning` is None
    for one that is not due yet.
    """

    invoice: Invoice
    set_off: Decimal = ZERO
    contested_part: Decimal = ZERO
    payments: tuple[e.PaymentRecorded, ...] = ()
    credit_notes: tuple[e.CreditNoteRecorded, ...] = ()
    reckoning: Reckoning | None = None
    contested: bool = False

    @property
    def interest_exact(self) -> Decimal:
        """The interest of all days before it was rounded."""
        return exact(self.reckoning.parts) if self.reckoning else ZERO


class Moved(Enum):
    """What lowered an invoice, or raised it again."""

    PAID = auto()
    PAID_BACK = auto()  # returned or bounced: what it took off is owed again
    CREDITED = auto()
    CONTESTED = auto()  # the part that a human's verdict took out (R22)
    SET_OFF = auto()  # by open credits of the dossier


@dataclass(frozen=True, kw_only=True, slots=True)
class Movement:
    """A line of an invoice's account; `amount` has its sign: below zero it lowers the invoice."""

    what: Moved
    amount: Decimal
    on: date | None = None  # None: not known
    seen_on: date | None = None  # when the ledger first said so, of one whose day is not known
    reference: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """The account of a dossier on a day."""

    on: date  # the last day that bears interest
    asked_on: date  # the day asked for; later than `on` when proceedings were opened
    imputation: Imputation
    rates: RateTable
    rows: tuple[Stated, ...]  # open invoices past due and demanded, oldest due first
    contested: tuple[Stated, ...] = ()
    coming: tuple[Stated, ...] = ()  # not due yet
    paid_late: tuple[Stated, ...] = ()  # settled: interest and fee remain due
    credits: tuple[Invoice, ...] = ()  # credit notes and down payments that nothing took up

    @property
    def demanded(self) -> Account:
        """What the invoices past due come to, open credits taken off."""
        found = account(row.reckoning for row in self.rows if row.reckoning)
        taken = sum((row.set_off for row in self.rows), ZERO)
        rest = sum((credit.left for credit in self.credits), ZERO) - taken
        return replace(found, principal=found.principal - rest)


def statement_of(
    dossier: Dossier,
    on: date,
    *,
    only: Collection[InvoiceNumber] | None = None,
    imputation: Imputation = Imputation.LEDGER,
    notice_received_on: date | None = None,
    rates: RateTable = RATES,
) -> Statement:
    """The account of a dossier; `only` keeps to some invoices (those of a letter).

    `notice_received_on` is the proven day of the formal notice: the legal interest of a consumer
    counts from it, and without it there is none. Raises `UnknownSemester`.
    """
    assert dossier.debtor is not None, dossier.key
    until = last_day(dossier, on)
    listed = [one for one in dossier.open_invoices if only is None or one.number in only]
    disputed = dossier.disputed if only is None else frozenset()
    late = [one for one in listed if one.due_on < on]
    demanded = [one for one in late if one.number not in disputed]
    terms = Terms(
        segment=dossier.debtor.segment,
        economic=bool(dossier.debtor.economic),
        formal_notice_on=notice_received_on,
        imputation=imputation,
        rates=rates,
    )
    asked = [replace(one, credited=one.credited + _contested(one, dossier)) for one in demanded]
    rows = tuple(
        _stated(one, credited, dossier, terms, until)
        for one, credited in zip(demanded, less_open_credits(asked, dossier), strict=True)
    )
    return Statement(
        on=until,
        asked_on=on,
        imputation=imputation,
        rates=rates,
        rows=rows,
        contested=tuple(
            replace(_stated(one, one, dossier, terms, until), contested=True)
            for one in late
            if one.number in disputed
        ),
        paid_late=_paid_late(dossier, terms, until) if only is None else (),
        coming=tuple(_movements(one, dossier) for one in listed if one.due_on >= on),
        credits=dossier.open_credits,
    )


def _paid_late(dossier: Dossier, terms: Terms, on: date) -> tuple[Stated, ...]:
    """Invoices paid after their due date on days that are known: both accessories remain due."""
    closed = (
        kept.invoice
        for kept in dossier.invoices
        if not kept.open and not kept.waived and kept.invoice.kind is InvoiceKind.INVOICE
    )
    rows = (_stated(invoice, invoice, dossier, terms, on) for invoice in closed)
    return tuple(row for row in rows if row.reckoning and row.reckoning.total > ZERO)


def last_day(dossier: Dossier, on: date) -> date:
    """The last day that bears interest: the eve of the judgment when proceedings were opened."""
    opened = [
        step.taken_on
        for step in dossier.legal_steps
        if step.legal_step == LegalStep.INSOLVENCY_OPENED
    ]
    return min([on, *(day - ONE_DAY for day in opened)])


def payments_of(dossier: Dossier) -> Payments:
    """The payments whose day is known, by invoice; the others are for the debtor's benefit.

    What the ledger took back counts from the day on which that was seen: interest runs again.
    """
    found: dict[InvoiceNumber, tuple[Payment, ...]] = {}
    for one in dossier.payments:
        if one.day_is_known or one.amount < ZERO:
            payment = Payment(paid_on=one.paid_on, amount=one.amount)
            found[one.number] = (*found.get(one.number, ()), payment)
    return found


def less_open_credits(invoices: Sequence[Invoice], dossier: Dossier) -> tuple[Invoice, ...]:
    """The invoices with the open credits taken off their price, the oldest due first.

    No interest runs on what a credit will take up: the debtor gets the benefit of the doubt.
    """
    rest = sum((credit.left for credit in dossier.open_credits), ZERO)
    found = []
    for invoice in invoices:
        taken = min(rest, invoice.left)
        rest -= taken
        found.append(replace(invoice, credited=invoice.credited + taken))
    return tuple(found)


def _stated(
    invoice: Invoice, credited: Invoice, dossier: Dossier, terms: Terms, on: date
) -> Stated:
    payments = payments_of(dossier).get(invoice.number, ())
    told = _movements(invoice, dossier)
    return replace(
        told,
        set_off=max(credited.credited - invoice.credited - told.contested_part, ZERO),
        reckoning=reckon_by(terms, credited, on=on, payments=payments),
    )


def history_of(dossier: Dossier, numbers: Collection[InvoiceNumber]) -> tuple[Stated, ...]:
    """What happened to these invoices, nothing reckoned: for a letter that has its own figures."""
    return tuple(
        _movements(kept.invoice, dossier)
        for kept in dossier.invoices
        if kept.invoice.number in numbers
    )


def movements_of(row: Stated) -> Iterator[Movement]:
    """What happened to an invoice, with its sign: the dated ones first."""
    dated: list[e.PaymentRecorded | e.CreditNoteRecorded] = [*row.credit_notes, *row.payments]
    yield from map(_movement, dated)
    credited = sum((one.amount for one in row.credit_notes), ZERO)
    paid = sum((one.amount for one in row.payments), ZERO)
    if row.invoice.credited != credited:
        yield Movement(what=Moved.CREDITED, amount=credited - row.invoice.credited)
    if row.invoice.paid != paid:
        yield Movement(what=Moved.PAID, amount=paid - row.invoice.paid)
    if row.contested_part:
        yield Movement(what=Moved.CONTESTED, amount=-row.contested_part)
    if row.set_off:
        yield Movement(what=Moved.SET_OFF, amount=-row.set_off)


def _movement(one: e.PaymentRecorded | e.CreditNoteRecorded) -> Movement:
    if isinstance(one, e.CreditNoteRecorded):
        return Movement(
            what=Moved.CREDITED, amount=-one.amount, on=one.credited_on, reference=one.reference
        )
    return Movement(
        what=Moved.PAID if one.amount > 0 else Moved.PAID_BACK,
        amount=-one.amount,
        on=one.paid_on if one.day_is_known else None,
        seen_on=None if one.day_is_known else one.paid_on,
        reference=one.reference,
    )


def _movements(invoice: Invoice, dossier: Dossier) -> Stated:
    return Stated(
        invoice=invoice,
        contested_part=_contested(invoice, dossier),
        payments=_of(invoice, dossier.payments),
        credit_notes=_of(invoice, dossier.credit_notes),
    )


def _contested(invoice: Invoice, dossier: Dossier) -> Decimal:
    """What of it is contested while the rest is demanded."""
    kept = dossier.invoice(invoice.number)
    if kept is None or not kept.disputed or invoice.number in dossier.disputed:
        return ZERO
    return kept.contested or ZERO


def _of(invoice: Invoice, facts: Iterable[_Fact]) -> tuple[_Fact, ...]:
    return tuple(one for one in facts if one.number == invoice.number)
