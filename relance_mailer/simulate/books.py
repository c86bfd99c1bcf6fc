"""Our books in the simulated world, and the export of them that the house reads.

Payments are booked when they come; the export follows on every booking, unless its job is dead
(stale) or somebody put an old file back (rolled back).
"""

from datetime import datetime
from decimal import Decimal
from hashlib import sha256

from relance_mailer.dossier.values import (
    Digest,
    Invoice,
    InvoiceNumber,
    LedgerPayment,
    LedgerRow,
)
from relance_mailer.ports import LedgerReading
from relance_mailer.simulate.cast import Drawn, Owing
from relance_mailer.simulate.mishaps import Mishap
from relance_mailer.simulate.truth import Bill, Truth
from relance_mailer.simulate.weather import Weather
from relance_mailer.workdays import PARIS

KEPT_EXPORTS = 40


class Books:
    """Invoices and payments, and the exports made of them."""

    def __init__(self, truth: Truth, weather: Weather) -> None:
        self._truth = truth
        self._weather = weather
        self._rows: dict[str, LedgerRow] = {}
        self._payments: list[LedgerPayment] = []
        self._exports: list[LedgerReading] = []

    def open_bill(self, owing: Owing, drawn: Drawn) -> None:
        """A new invoice."""
        number = InvoiceNumber(f"F{20260 + len(self._rows)}")
        invoice = Invoice(
            number=number,
            issued_on=min(drawn.on, drawn.due_on),
            due_on=drawn.due_on,
            amount=drawn.amount,
        )
        self._rows[number] = LedgerRow(
            key=owing.key, debtor=owing.debtor, contacts=owing.contacts, invoice=invoice
        )
        self._truth.bills[number] = Bill(
            number=number,
            dossier=owing.dossier,
            debtor=str(owing.debtor.debtor_id),
            due_at=datetime.combine(drawn.due_on, datetime.min.time(), PARIS),
            amount=drawn.amount,
        )

    def pay(self, number: str, amount: Decimal) -> None:
        """Money came in; never more than what is left."""
        now = self._weather.clock.true
        bill = self._truth.bills[number]
        amount = min(amount, bill.left(now))
        if amount <= 0:
            return
        bill.paid.append((now, amount))
        on = now.astimezone(PARIS).date()
        self._payments.append(
            LedgerPayment(number=number, paid_on=on, amount=amount, kind="payment")
        )

    def left(self, number: str) -> Decimal:
        """What is open now."""
        return self._truth.bills[number].left(self._weather.clock.true)

    def owed_by(self, dossier: str) -> list[Bill]:
        """His open invoices, the oldest due first."""
        now = self._weather.clock.true
        own = [one for one in self._truth.bills.values() if one.dossier == dossier]
        return sorted((one for one in own if one.left(now) > 0), key=lambda one: one.due_at)

    def export(self) -> None:
        """The export job runs, unless it is dead."""
        if self._weather.lasts(Mishap.LEDGER_STALE) and self._exports:
            return
        now = self._weather.clock.true
        rows = tuple(self._row(number, now) for number in self._rows)
        payments = tuple(self._payments)
        told = sha256(repr((rows, payments)).encode()).hexdigest()
        self._exports.append(
            LedgerReading(
                rows=rows,
                payments=payments,
                faults=(),
                refused=frozenset(),
                digest=Digest(told),
                modified_at=self._weather.clock.now(),
            )
        )
        del self._exports[:-KEPT_EXPORTS]

    def last_export(self) -> LedgerReading:
        """The file as it stands there now."""
        if self._weather.lasts(Mishap.LEDGER_ROLLED_BACK):
            return self._exports[max(0, len(self._exports) - 6)]
        return self._exports[-1]

    def _row(self, number: str, now: datetime) -> LedgerRow:
        row, bill = self._rows[number], self._truth.bills[number]
        paid = bill.amount - bill.left(now)
        invoice = Invoice(
            number=row.invoice.number,
            issued_on=row.invoice.issued_on,
            due_on=row.invoice.due_on,
            amount=row.invoice.amount,
            paid=paid,
        )
        return LedgerRow(key=row.key, debtor=row.debtor, contacts=row.contacts, invoice=invoice)
