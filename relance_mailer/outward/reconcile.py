"""What the ledger says now against what the dossier knows: opened, changed, paid, gone.

The ledger's matching is the truth for what is open; `payments.csv` gives the days
and may be ahead of it. Reconciling the same rows twice gives no event the second time.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal

from relance_mailer.dossier import events as e
from relance_mailer.dossier.fold import apply
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import COUNTS_AS_SENT, Dossier, InvoiceKept
from relance_mailer.dossier.values import (
    Contact,
    Invoice,
    InvoiceKind,
    InvoiceNumber,
    LedgerPayment,
    LedgerRow,
    MessageId,
    PastInvoice,
    StepKey,
)
from relance_mailer.law.terms import with_legal_term
from relance_mailer.outward.holding import ZERO, settling
from relance_mailer.workdays import PARIS

SCOPE_ALL = "all"  # a row that vanished is looked at by a human
SCOPE_OPEN_ITEMS = "open_items"  # it is settled
BY_RANK = ("reminder_1", "reminder_2", "reminder_3", "formal_notice")
LEDGER = "grand livre"
ANY_INVOICE = "*"
"""Before a dossier among the refused: a row of it that does not even say its invoice."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Ledger:
    """The rows and payments of one dossier."""

    rows: Sequence[LedgerRow]
    payments: Sequence[LedgerPayment]
    refused: frozenset[str]
    scope: str
    today: date
    levels: Sequence[str]


def reconcile(
    rows: Sequence[LedgerRow],
    dossier: Dossier | None,
    payments: Sequence[LedgerPayment],
    *,
    scope: str,
    today: date,
    refused: frozenset[str] = frozenset(),
    levels: Sequence[str] = BY_RANK,
    past: Sequence[PastInvoice] = (),
) -> tuple[e.DossierEvent, ...]:
    """The events that bring a dossier up to what its rows and payments say, oldest matter first.

    `refused` are invoices that stand in a faulty row: nothing is known of them and nothing of them
    changes. `levels` are the names that `last_level` may give by rank, `past` the debtor's last
    paid invoices, in whichever dossier.
    """
    told = _Ledger(
        rows=[_with_payments(row, payments) for row in rows if row.invoice.number not in refused],
        payments=payments,
        refused=refused,
        scope=scope,
        today=today,
        levels=levels,
    )
    if dossier is None:
        if not any(_is_demanded(row) for row in told.rows):
            return ()
        dossier = Dossier(key=rows[0].key)
    events = [*_described(told, dossier), *_habit(past, dossier)]
    for row in told.rows:
        events += _row(row, told, dossier)
    events += _gone(told, dossier)
    events += _taken_over(told, dossier)
    events += _owing_again(events, dossier, today)
    events += _barred(events, dossier)
    return (*events, *settling(_after(events, dossier, today), today))


def _with_payments(row: LedgerRow, payments: Sequence[LedgerPayment]) -> LedgerRow:
    """A payment seen in the bank and not in the ledger yet already counts."""
    own = [payment for payment in payments if payment.number == row.invoice.number]
    invoice = _paid_by(own, row.invoice)
    invoice = with_legal_term(invoice, row.debtor.segment, row.debtor.sector)
    # A ledger has thousands of rows about which nothing is new: they are not made anew.
    return row if invoice is row.invoice else replace(row, invoice=invoice)


def _paid_by(own: Sequence[LedgerPayment], invoice: Invoice) -> Invoice:
    received = sum((_signed(payment) for payment in own if payment.kind != "credit_note"), ZERO)
    credited = sum((payment.amount for payment in own if payment.kind == "credit_note"), ZERO)
    paid, credited = max(invoice.paid, received), max(invoice.credited, credited)
    if (paid, credited) == (invoice.paid, invoice.credited):
        return invoice
    return replace(invoice, paid=paid, credited=credited)


def _signed(payment: LedgerPayment) -> Decimal:
    return -payment.amount if payment.kind == "refund" else payment.amount


def _is_demanded(row: LedgerRow) -> bool:
    invoice = row.invoice
    return not row.cancelled and invoice.kind is InvoiceKind.INVOICE and invoice.left > ZERO


def _described(told: _Ledger, dossier: Dossier) -> Iterable[e.DossierEvent]:
    """Who owes and whom to write to, when the ledger itself changed its word.

    What humans or messages changed meanwhile is theirs: the comparison is with the last telling.
    While a row of the dossier is refused its contact is missing, and nobody is taken away.
    """
    doubtful = {kept.invoice.number for kept in dossier.invoices} & told.refused
    if not told.rows or doubtful or f"{ANY_INVOICE}{dossier.key.dossier}" in told.refused:
        return
    debtor = told.rows[0].debtor
    contacts: dict[tuple[str, str, str], Contact] = {}
    for row in told.rows:
        for contact in row.contacts:
            contacts.setdefault((contact.email, contact.role, contact.phone), contact)
    if debtor == dossier.debtor and tuple(contacts.values()) == dossier.told_contacts:
        return
    yield e.DebtorDescribed(because=LEDGER, debtor=debtor, contacts=tuple(contacts.values()))


def _habit(past: Sequence[PastInvoice], dossier: Dossier) -> Iterable[e.DossierEvent]:
    """Payments of invoices that this page never saw; told again only when there are others."""
    foreign = tuple(one for one in past if dossier.invoice(one.number) is None)
    if foreign and foreign != dossier.told_past:
        yield e.HabitTold(because="règlements au grand livre", invoices=foreign)


def paid_invoices(
    rows: Iterable[LedgerRow], payments: Mapping[str, Sequence[LedgerPayment]], last: int
) -> tuple[PastInvoice, ...]:
    """The last so many paid invoices among these rows whose day of payment the ledger gives."""
    found = []
    for row in rows:
        invoice = with_legal_term(row.invoice, row.debtor.segment, row.debtor.sector)
        if row.cancelled or invoice.kind is not InvoiceKind.INVOICE or invoice.left > ZERO:
            continue
        days = [one.paid_on for one in payments.get(invoice.number, ()) if one.kind == "payment"]
        if days:
            past = PastInvoice(number=invoice.number, due_on=invoice.due_on, paid_on=max(days))
            found.append(past)
    return tuple(sorted(found, key=lambda past: (past.due_on, past.number))[-last:])


def _row(row: LedgerRow, told: _Ledger, dossier: Dossier) -> Iterable[e.DossierEvent]:
    known = dossier.invoice(row.invoice.number)
    if dossier.invoices and row.invoice.currency != dossier.currency:
        because = (
            f"facture {row.invoice.number} en {row.invoice.currency}, dossier en {dossier.currency}"
        )
        return _once(dossier, f"currency:{row.invoice.number}", "currency_differs", because, told)
    if row.cancelled:
        return _cancelled(row.invoice, known, told)
    if known is None:
        return _opened(row, told, dossier)
    if not known.open:
        return _reopened(row.invoice, known, told, dossier)
    return _moved(row.invoice, known, told, dossier)


def _cancelled(
    invoice: Invoice, known: InvoiceKept | None, told: _Ledger
) -> Iterable[e.DossierEvent]:
    if known is not None and known.open:
        yield e.InvoiceCancelled(
            because="annulée au grand livre", number=invoice.number, cancelled_on=told.today
        )


def _opened(row: LedgerRow, told: _Ledger, dossier: Dossier) -> Iterable[e.DossierEvent]:
    invoice = row.invoice
    if invoice.kind is not InvoiceKind.INVOICE:
        if invoice.left > ZERO:
            yield e.InvoiceChanged(because=f"{LEDGER} : {invoice.kind}", invoice=invoice)
        return
    if invoice.left == ZERO:
        return
    yield e.InvoiceOpened(because=LEDGER, invoice=invoice)
    yield from _money(invoice, None, told, dossier)


def _reopened(
    invoice: Invoice, known: InvoiceKept, told: _Ledger, dossier: Dossier
) -> Iterable[e.DossierEvent]:
    """A refused cheque, or a row that came back; what a human waived stays waived."""
    if invoice.left == ZERO or (known.waived and invoice.left <= known.invoice.left):
        return
    yield from _money(invoice, known, told, dossier)
    if invoice.kind is InvoiceKind.INVOICE:
        yield e.InvoiceOpened(because="de nouveau ouverte au grand livre", invoice=invoice)
    else:
        yield e.InvoiceChanged(because="de nouveau ouvert au grand livre", invoice=invoice)


def _moved(
    invoice: Invoice, known: InvoiceKept, told: _Ledger, dossier: Dossier
) -> Iterable[e.DossierEvent]:
    yield from _money(invoice, known, told, dossier)
    if invoice != known.invoice:
        yield e.InvoiceChanged(because=_what_changed(known.invoice, invoice), invoice=invoice)
    if invoice.left == ZERO:
        how = e.Settlement.CREDITED if invoice.paid == ZERO else e.Settlement.PAID
        yield e.InvoiceSettled(
            because="soldée au grand livre",
            number=invoice.number,
            settled_on=told.today,
            how=how,
        )


_TOLD = {"amount": "montant", "paid": "payé", "due_on": "échéance", "credited": "avoirs"}


def _what_changed(before: Invoice, after: Invoice) -> str:
    parts = [
        f"{word} {getattr(before, name)} → {getattr(after, name)}"
        for name, word in _TOLD.items()
        if getattr(before, name) != getattr(after, name)
    ]
    return f"{LEDGER} : {', '.join(parts) or 'autres données'}"


def _money(
    invoice: Invoice, known: InvoiceKept | None, told: _Ledger, dossier: Dossier
) -> Iterable[e.DossierEvent]:
    """What came in since: the dated payments first, the rest as the ledger's own difference."""
    recorded = [one for one in dossier.payments if one.number == invoice.number]
    rest = invoice.paid - sum((one.amount for one in recorded), ZERO)
    counted = Counter((one.paid_on, one.amount, one.reference) for one in recorded)
    for payment in sorted(_of(invoice, told, credit=False), key=lambda one: one.paid_on):
        amount = _signed(payment)
        mark = (payment.paid_on, amount, payment.reference)
        if counted[mark] > 0:
            counted[mark] -= 1
        elif (rest > ZERO and amount <= rest) or (rest < ZERO and amount < ZERO):
            rest -= amount
            yield replace(
                _payment(invoice, amount, payment.paid_on, payment.reference, "relevé"),
                day_is_known=True,
            )
    if rest != ZERO:
        # The day of what was paid before we came is unknown: the debtor gets the benefit.
        on = told.today if known is not None else min(invoice.due_on, told.today)
        yield _payment(invoice, rest, on, "", LEDGER)
    yield from _credits(invoice, known, told)


def _payment(
    invoice: Invoice, amount: Decimal, on: date, reference: str, source: str
) -> e.PaymentRecorded:
    word = "reçu" if amount > ZERO else "repris"
    return e.PaymentRecorded(
        because=f"{source} : {abs(amount)} {invoice.currency} {word}",
        number=invoice.number,
        amount=amount,
        paid_on=on,
        reference=reference,
    )


def _credits(
    invoice: Invoice, known: InvoiceKept | None, told: _Ledger
) -> Iterable[e.DossierEvent]:
    """Credit notes beyond those that were already taken off the price."""
    before = known.invoice.credited if known else ZERO
    so_far = ZERO
    for note in sorted(_of(invoice, told, credit=True), key=lambda one: one.paid_on):
        so_far += note.amount
        if so_far > before:
            yield e.CreditNoteRecorded(
                because="avoir",
                number=invoice.number,
                amount=note.amount,
                credited_on=note.paid_on,
                reference=note.reference,
            )


def _of(invoice: Invoice, told: _Ledger, *, credit: bool) -> list[LedgerPayment]:
    return [
        payment
        for payment in told.payments
        if payment.number == invoice.number and (payment.kind == "credit_note") is credit
    ]


def _gone(told: _Ledger, dossier: Dossier) -> Iterable[e.DossierEvent]:
    """Open invoices that the ledger does not name any more."""
    unsure = f"{ANY_INVOICE}{dossier.key.dossier}" in told.refused
    named = {row.invoice.number for row in told.rows} | told.refused
    for kept in dossier.invoices:
        number = kept.invoice.number
        if not kept.open or number in named:
            continue
        if told.scope == SCOPE_OPEN_ITEMS and not unsure:
            yield e.InvoiceSettled(
                because="sortie du grand livre des postes ouverts",
                number=number,
                settled_on=told.today,
                how=e.Settlement.VANISHED,
            )
        else:
            because = f"facture {number} disparue du grand livre sans y être soldée"
            yield from _once(dossier, f"vanished:{number}", "invoice_vanished", because, told)


def _once(
    dossier: Dossier, task: str, reason: str, because: str, told: _Ledger
) -> tuple[e.DossierEvent, ...]:
    """A human looks at it once: having resumed the dossier, he is not asked again."""
    if task in dossier.tasks_ever:
        return ()
    return (
        e.TaskOpened(because=LEDGER, task=task, what=f"Vérifier : {because}", due_on=told.today),
        e.ReviewAsked(because=because, reason=reason),
    )


def _taken_over(told: _Ledger, dossier: Dossier) -> Iterable[e.DossierEvent]:
    """A reminder that the ledger remembers from before we came: no debtor starts from zero."""
    dated = [row for row in told.rows if row.last_contact_on is not None and _is_demanded(row)]
    if not dated or any(letter.state in COUNTS_AS_SENT for letter in dossier.letters):
        return
    row = max(dated, key=lambda one: one.last_contact_on or date.min)
    day = row.last_contact_on
    assert day is not None, row
    level = _level_named(row.last_level, told.levels)
    name = level or f"contact:{day.isoformat()}"
    step = StepKey(course=max(dossier.course, 1) if level else dossier.course, name=name)
    yield e.LetterSent(
        because=f"dernier contact le {day:%d/%m/%Y} selon le grand livre",
        step=step,
        message_id=MessageId(""),
        sent_at=datetime.combine(day, time(12), tzinfo=PARIS),
        imported=True,
        level=level,
    )
    if level is not None:
        for number in _overdue_then(told, day):
            yield e.InvoiceListed(because="échue ce jour-là", number=number, step=step)


def _overdue_then(told: _Ledger, day: date) -> tuple[InvoiceNumber, ...]:
    return tuple(
        row.invoice.number for row in told.rows if _is_demanded(row) and row.invoice.due_on < day
    )


def _level_named(text: str | None, levels: Sequence[str]) -> str | None:
    """A level by its name or by its rank from 1; anything else is a contact without a level."""
    told = (text or "").strip()
    if told in levels:
        return told
    if told.isdecimal() and 1 <= int(told) <= len(levels):
        return levels[int(told) - 1]
    return None


def _owing_again(
    events: Sequence[e.DossierEvent], dossier: Dossier, today: date
) -> Iterable[e.DossierEvent]:
    """A credit note settled the dossier without closing its invoice: what is owed again runs."""
    after = _after(events, dossier, today)
    if after.phase is Phase.SETTLED and after.owed > ZERO:
        oldest = after.open_invoices[0]
        yield e.InvoiceOpened(because="de nouveau due, avoirs déduits", invoice=oldest)


def _barred(events: Sequence[e.DossierEvent], dossier: Dossier) -> Iterable[e.DossierEvent]:
    """A closed dossier keeps its bar: its next invoice is looked at by a human."""
    opened = any(isinstance(event, e.InvoiceOpened) for event in events)
    if opened and dossier.barred_by and dossier.phase in (Phase.SETTLED, Phase.RUNNING, Phase.HELD):
        because = f"nouvelle facture d'un débiteur à qui l'on n'écrit plus ({dossier.barred_by})"
        yield e.ReviewAsked(because=because, reason="barred_debtor")


def _after(events: Sequence[e.DossierEvent], dossier: Dossier, today: date) -> Dossier:
    """The dossier once these events are folded in."""
    at = datetime.combine(today, time(12), tzinfo=PARIS)
    for event in events:
        entry = e.Entry(
            page=dossier.key.page,
            seq=dossier.version + 1,
            at=at,
            kind=type(event).__name__,
            event=event,
        )
        dossier = apply(dossier, entry)
    return dossier
