"""What is contested: opened, decided, mended in the ledger, demanded again (R22, R23)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier, InvoiceKept
from relance_mailer.dossier.values import InvoiceNumber

DISPUTE = "dispute"
"""What `TaskEntrusted` calls the open disputes."""


def entrusted(dossier: Dossier, event: e.TaskEntrusted) -> Dossier:
    """The dossier whose task, or whose open disputes, have another owner."""
    if event.task == DISPUTE:
        given = tuple(replace(one, owner=event.owner) for one in dossier.disputes)
        return replace(dossier, disputes=given)
    tasks = tuple(
        replace(task, owner=event.owner) if task.task == event.task else task
        for task in dossier.tasks
    )
    return replace(dossier, tasks=tasks)


def disputed_by(dossier: Dossier, event: e.DisputeOpened | e.DisputeDecided, day: date) -> Dossier:
    """The dossier once invoices are contested, or their dispute is decided.

    Decided ones stay out of the letters until the ledger is mended where we were wrong, and until
    the date that the answer gave.
    """
    opened = isinstance(event, e.DisputeOpened)
    awaited = not isinstance(event, e.DisputeOpened) and event.creditor_at_fault
    resumes_on = None if isinstance(event, e.DisputeOpened) else event.resumes_on
    invoices = tuple(
        replace(
            kept,
            disputed=opened or awaited or resumes_on is not None,
            correction_awaited=awaited,
            resumes_on=resumes_on,
            contested=_part(event, kept),
        )
        if kept.invoice.number in event.invoices
        else kept
        for kept in dossier.invoices
    )
    rest = (_without(one, event.invoices) for one in dossier.disputes)
    disputes = tuple(one for one in rest if one.invoices)
    if isinstance(event, e.DisputeOpened):
        return replace(dossier, invoices=invoices, disputes=(*disputes, event))
    return replace(dossier, invoices=invoices, disputes=disputes, decided=event, decided_on=day)


def _part(event: e.DisputeOpened | e.DisputeDecided, kept: InvoiceKept) -> Decimal | None:
    """A part is known of one invoice alone: of several, nobody can say what is whose."""
    if isinstance(event, e.DisputeDecided):
        return kept.contested
    alone = len(event.invoices) == 1
    return event.amount if alone and event.amount < kept.invoice.left else None


def _without(dispute: e.DisputeOpened, numbers: tuple[InvoiceNumber, ...]) -> e.DisputeOpened:
    """What is left of a dispute once these invoices are decided or contested anew."""
    left = tuple(number for number in dispute.invoices if number not in numbers)
    return replace(dispute, invoices=left)


def mended_in_ledger(kept: InvoiceKept, event: e.InvoiceChanged) -> InvoiceKept:
    """An invoice in which we were wrong is demanded again once the ledger was mended (R23).

    Its price was lowered or its due date put off; not before the date that the answer gave.
    """
    price_before = kept.invoice.amount - kept.invoice.credited
    lowered = event.invoice.amount - event.invoice.credited < price_before
    later = event.invoice.due_on > kept.invoice.due_on
    if not (kept.correction_awaited and (lowered or later)):
        return kept
    return replace(kept, disputed=kept.resumes_on is not None, correction_awaited=False)


def demanded_again(dossier: Dossier, event: e.DisputeEnded) -> Dossier:
    """The dossier in which these invoices are demanded again, if the ledger is mended."""
    invoices = tuple(
        replace(kept, disputed=kept.correction_awaited, resumes_on=None)
        if kept.invoice.number in event.invoices
        else kept
        for kept in dossier.invoices
    )
    return replace(dossier, invoices=invoices)
