"""What is told of an invoice that dies soon, once for each of its warnings (§3.3, §6)."""

from collections.abc import Iterator
from datetime import date, timedelta

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Invoice
from relance_mailer.law.limitation import Limitation, dies_after, limitations
from relance_mailer.workdays import ONE_DAY

LIMITATION = "limitation:"
"""What begins the task of looking at a limitation; the invoice and the warning's days follow."""
WARN_DAYS = (180, 90)
"""A human is told, the sequence goes on."""
REVIEW_DAYS = (60, 30, 0)
"""A human decides, the sequence waits; 0: the claim is limited and is demanded no more."""


def limitation_to_tell(dossier: Dossier, today: date) -> tuple[e.DossierEvent, ...]:
    """The warnings of today that were not told yet, and the review that the last ones ask for."""
    if _first_warning(dossier) > today:
        return ()
    found: list[e.DossierEvent] = []
    reasons: dict[str, str] = {}
    for invoice, limitation in _overdue(dossier, today):
        left = limitation.known_warning(today)
        if left is None or left not in WARN_DAYS + REVIEW_DAYS or was_told(dossier, invoice, left):
            continue
        because = f"facture {invoice.number} : prescription le {limitation.known_on:%d/%m/%Y}"
        found.append(_task(invoice, left, because, today))
        if left in REVIEW_DAYS:
            reasons["limitation_near" if left else "limitation_over"] = because
    asked = [e.ReviewAsked(because=why, reason=reason) for reason, why in reasons.items()]
    return (*found, *asked)


def limitation_days(dossier: Dossier, today: date) -> Iterator[date]:
    """Every later day on which a warning may fall; a young dossier is looked at once it is not."""
    if _first_warning(dossier) > today:
        yield _first_warning(dossier)
        return
    for invoice, limitation in limitations(dossier):
        if invoice.number in dossier.disputed:
            continue
        for left in WARN_DAYS + REVIEW_DAYS:
            day = limitation.known_on - timedelta(days=left)
            day = day if left else day + ONE_DAY
            if day > today:
                yield day


def _first_warning(dossier: Dossier) -> date:
    """A day before which there is nothing to tell, whatever the term of its invoices."""
    dies = dies_after(dossier)
    return dies if dies == date.max else dies - timedelta(days=max(WARN_DAYS))


def was_told(dossier: Dossier, invoice: Invoice, left: int) -> bool:
    """Whether a human was told of that warning of that invoice."""
    return _name(invoice, left) in dossier.tasks_ever


def _overdue(dossier: Dossier, today: date) -> Iterator[tuple[Invoice, Limitation]]:
    overdue = {invoice.number for invoice in dossier.overdue(today)}
    return ((one, found) for one, found in limitations(dossier) if one.number in overdue)


def _name(invoice: Invoice, left: int) -> str:
    return f"{LIMITATION}{invoice.number}:{left}"


def _task(invoice: Invoice, left: int, because: str, today: date) -> e.TaskOpened:
    what = f"Décider avant la prescription : {because}"
    if left == 0:
        what = f"Créance prescrite, elle n'est plus réclamée : {because}"
    return e.TaskOpened(because=because, task=_name(invoice, left), what=what, due_on=today)
