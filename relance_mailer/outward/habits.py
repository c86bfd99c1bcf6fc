"""How a debtor pays: what his last invoices say of him, and what is not known.

Only invoices whose day of payment is known count: a rule that lacks its datum isn't applied.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from relance_mailer.dossier.events import Settlement
from relance_mailer.dossier.state import COUNTS_AS_SENT, Dossier, InvoiceKept
from relance_mailer.dossier.values import InvoiceKind, InvoiceNumber, PastInvoice
from relance_mailer.outward.levels import Habits
from relance_mailer.outward.listing import PRE_DUE


class Payer(StrEnum):
    """What the last invoices make of a debtor."""

    HABITUAL_LATE = "habitual_late"  # en retard par habitude
    GOOD = "good"  # bon payeur
    ORDINARY = "ordinary"  # ni l'un ni l'autre
    UNKNOWN = "unknown"  # trop peu de factures soldées connues


@dataclass(frozen=True, kw_only=True, slots=True)
class Habit:
    """The verdict and what it rests on: the invoices looked at and how many were late."""

    payer: Payer
    known: int
    late: int


def habit_of(dossier: Dossier, habits: Habits) -> Habit:
    """What the debtor's last invoices say, those of his other dossiers included if told."""
    last = paid_before(dossier)[-habits.looked_at :]
    late = sum(one.days_late > habits.late_days for one in last)
    if late >= habits.late_times:
        payer = Payer.HABITUAL_LATE
    elif late == 0 and len(last) >= habits.good_times:
        payer = Payer.GOOD
    else:
        payer = Payer.ORDINARY if len(last) >= habits.looked_at else Payer.UNKNOWN
    return Habit(payer=payer, known=len(last), late=late)


def paid_before(dossier: Dossier) -> tuple[PastInvoice, ...]:
    """The invoices whose payment is dated, the oldest due first."""
    days = _last_payments(dossier)
    own = [past for kept in dossier.invoices if (past := _past(kept, days)) is not None]
    known = {past.number for past in own}
    told = [past for past in dossier.told_past if past.number not in known]
    return tuple(sorted([*own, *told], key=lambda past: (past.due_on, past.number)))


def is_first_incident(dossier: Dossier) -> bool:
    """Whether this debtor never got a reminder in this dossier."""
    return not any(
        letter.level is not None and letter.template != PRE_DUE and letter.state in COUNTS_AS_SENT
        for letter in dossier.letters
    )


def _past(kept: InvoiceKept, days: Mapping[InvoiceNumber, date]) -> PastInvoice | None:
    """A credit note, a cancellation or a waiver is no payment and says nothing of a habit."""
    invoice = kept.invoice
    if kept.open or kept.waived or invoice.kind is not InvoiceKind.INVOICE:
        return None
    paid_on = days.get(invoice.number) if kept.settled_how is Settlement.PAID else None
    if kept.settled_how is Settlement.VANISHED:
        paid_on = kept.closed_on  # a ledger of open items says no other day
    if paid_on is None:
        return None
    return PastInvoice(number=invoice.number, due_on=invoice.due_on, paid_on=paid_on)


def _last_payments(dossier: Dossier) -> Mapping[InvoiceNumber, date]:
    days: dict[InvoiceNumber, date] = {}
    for payment in dossier.payments:
        if payment.amount > 0:
            days[payment.number] = max(payment.paid_on, days.get(payment.number, date.min))
    return days
