"""Which invoices a letter lists, and what each of them comes to on the day of the letter.

A letter lists every overdue invoice of the dossier (R7), less those that are contested by a
human's verdict (R22) or promised; a formal notice only those that stood in an earlier letter of
the course: nobody is put in notice for an invoice that was never asked for.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from relance_mailer.dossier.state import COUNTS_AS_SENT, Dossier
from relance_mailer.dossier.values import Invoice, InvoiceKind, InvoiceNumber
from relance_mailer.law.limitation import limited_in
from relance_mailer.law.reckoning import Flag, Part, reckon
from relance_mailer.law.statement import Figures, less_open_credits
from relance_mailer.words import Segment

FORMAL_NOTICE = "formal_notice"  # mise en demeure
PRE_DUE = "pre_due"  # avant échéance
LOOK_AHEAD_DAYS = 5  # how far before its due date an invoice is named, unless the level says

ZERO = Decimal("0.00")
RECKONED_AT = frozenset({"reminder_3", FORMAL_NOTICE})
RECKONED_AT_PUBLIC = RECKONED_AT | {"reminder_2"}  # due of right


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """An invoice as a letter lists it; `interest` and `fee` are None where none is claimed.

    A credit that no invoice has taken up is a line too: below zero, and never due.
    """

    number: InvoiceNumber
    issued_on: date
    due_on: date | None  # None: a credit
    amount: Decimal
    left: Decimal
    days_late: int
    po_number: str = ""
    order_ref: str = ""
    portal_id: str = ""
    received_on: date | None = None
    performed_on: date | None = None
    document: str = ""
    contested: Decimal | None = None  # the part that is examined apart: not in `left` (R22)
    interest: Decimal | None = None
    fee: Decimal | None = None
    rate: str = ""  # as it is printed: every rate with its semesters
    ground: str = ""  # where the rate comes from, with its article
    parts: tuple[Part, ...] = ()
    flags: frozenset[Flag] = frozenset()  # what a human should look at in the reckoning

    @property
    def is_credit(self) -> bool:
        """Whether the line is taken off instead of being asked for."""
        return self.due_on is None


def line_of(invoice: Invoice, today: date) -> Line:
    """The invoice as a line of a letter of that day."""
    return Line(
        number=invoice.number,
        issued_on=invoice.issued_on,
        due_on=invoice.due_on,
        amount=invoice.amount,
        left=invoice.left,
        days_late=max((today - invoice.due_on).days, 0),
        po_number=invoice.po_number or "",
        order_ref=invoice.order_ref or "",
        portal_id=invoice.portal_id or "",
        received_on=invoice.received_on,
        performed_on=invoice.performed_on,
        document=invoice.document or "",
    )


def with_contested(line: Line, dossier: Dossier) -> Line:
    """The line of a level, which says what part of the invoice it leaves out as contested."""
    kept = dossier.invoice(line.number)
    if kept is None or not kept.disputed or kept.contested is None:
        return line
    return replace(line, contested=kept.contested)


def credit_line(credit: Invoice) -> Line:
    """A credit note or down payment as the line of a letter that takes off what is left of it."""
    return Line(
        number=credit.number,
        issued_on=credit.issued_on,
        due_on=None,
        amount=-credit.amount,
        left=-credit.left,
        days_late=0,
        document=credit.document or "",
    )


def less_credits(invoices: Iterable[Invoice], dossier: Dossier) -> Decimal:
    """What these invoices come to once the open credits are taken off; may be below zero."""
    asked = sum((invoice.left for invoice in invoices), ZERO)
    return asked - sum((credit.left for credit in dossier.open_credits), ZERO)


def still_demanded(dossier: Dossier, numbers: Collection[InvoiceNumber]) -> Decimal:
    """What a level that lists these numbers would ask for as principal now (its own `total`).

    Contested invoices are taken out, and the credits of today are taken off: a letter whose amount
    differs is no longer valid.
    """
    listed = (invoice for invoice in dossier.demandable if invoice.number in numbers)
    return less_credits(listed, dossier)


def credits_beside(invoices: Sequence[Invoice], dossier: Dossier) -> tuple[Invoice, ...]:
    """The credits that an answer has to show: none while it names no more than is owed."""
    named = sum((invoice.left for invoice in invoices), ZERO)
    return dossier.open_credits if named > dossier.owed else ()


def demanded(dossier: Dossier, template: str, today: date) -> tuple[Invoice, ...]:
    """The invoices that a level demands, oldest due first."""
    promised = _promised(dossier)
    kept = tuple(i for i in pursued(dossier, today) if i.number not in promised)
    if template != FORMAL_NOTICE:
        return kept
    asked_for = asked_before(dossier)
    return tuple(invoice for invoice in kept if invoice.number in asked_for)


def pursued(dossier: Dossier, today: date) -> tuple[Invoice, ...]:
    """The overdue invoices that may still be demanded: not contested, not limited (§6)."""
    limited = limited_in(dossier, today)
    return tuple(one for one in dossier.overdue(today) if one.number not in limited)


def announced(dossier: Dossier, today: date, offset_days: int | None) -> tuple[Invoice, ...]:
    """The invoices that fall due within the days of a `pre_due` letter, else the next one."""
    ahead = abs(offset_days) if offset_days else LOOK_AHEAD_DAYS
    coming = tuple(invoice for invoice in dossier.demandable if invoice.due_on >= today)
    near = tuple(i for i in coming if i.due_on <= today + timedelta(days=ahead))
    return near or coming[:1]


def asked_before(dossier: Dossier) -> frozenset[InvoiceNumber]:
    """The invoices that stood in a letter of the course that left."""
    return frozenset(
        number
        for letter in dossier.course_letters
        if letter.level is not None and letter.state in COUNTS_AS_SENT
        for number in letter.invoices
    )


def _promised(dossier: Dossier) -> frozenset[InvoiceNumber]:
    if dossier.promise is None:
        return frozenset()
    if dossier.promise.invoices:
        return frozenset(dossier.promise.invoices)
    return frozenset(invoice.number for invoice in dossier.open_invoices)


def is_reckoned(template: str, segment: Segment) -> bool:
    """Whether a level claims interest and fee; a consumer is never asked for them."""
    if segment is Segment.CONSUMER:
        return False
    levels = RECKONED_AT_PUBLIC if segment is Segment.PUBLIC else RECKONED_AT
    return template in levels


def reckoned(
    invoices: Iterable[Invoice],
    dossier: Dossier,
    today: date,
    figures: Figures,
) -> tuple[Line, ...]:
    """The lines with interest and fee on that day; raises `UnknownSemester`."""
    whole = tuple(invoices)
    return tuple(
        replace(_with_reckoning(one, dossier, today, figures), left=known.left)
        for one, known in zip(less_open_credits(whole, dossier), whole, strict=True)
    )


def _with_reckoning(invoice: Invoice, dossier: Dossier, today: date, figures: Figures) -> Line:
    assert dossier.debtor is not None
    line = line_of(invoice, today)
    found = reckon(
        invoice,
        segment=dossier.debtor.segment,
        economic=bool(dossier.debtor.economic),
        on=today,
        payments=figures.payments.get(invoice.number, ()),
        rates=figures.rates,
    )
    if found.interest == ZERO and found.fee == ZERO:
        return line
    return replace(
        line,
        interest=found.interest or None,
        fee=found.fee or None,
        rate=found.rate,
        ground=found.ground,
        parts=found.parts,
        flags=found.flags,
    )


def received(dossier: Dossier) -> Decimal:
    """What was paid on the invoices of the last course that are closed now."""
    asked = {number for letter in dossier.course_letters for number in letter.invoices}
    closed = [
        kept
        for kept in dossier.invoices
        if not kept.open
        and kept.invoice.number in asked
        and kept.invoice.kind is InvoiceKind.INVOICE
    ]
    return sum((k.invoice.amount - k.invoice.credited for k in closed), ZERO)


def in_all(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of what is claimed; None when nothing is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, ZERO) if known else None
