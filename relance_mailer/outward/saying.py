"""What an answer that a human ordered lists and dates, from the words that he gave.

The machine prepares (invoices, what is left, dates), the human says what no machine knows. What
does not agree with the ledger is no letter: the reason goes back to whoever ordered it.
"""

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from typing import assert_never

from relance_mailer.dossier.ordered import (
    DisputeAck,
    DisputeAnswer,
    Explanation,
    PlanConfirmation,
    PlanOffer,
    Says,
    Words,
)
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Invoice, InvoiceNumber
from relance_mailer.outward.answering import Answered, NoLetter
from relance_mailer.outward.listing import ZERO


def said(
    template: str,
    says: Says | None,
    dossier: Dossier,
    *,
    today: date,
    documents: Collection[str],
) -> Answered | NoLetter:
    """The facts of an ordered answer, or why it cannot be written (`not_said`)."""
    if says is None or says.template != template:
        return NoLetter(reason="not_said", because=f"les mots du modèle « {template} » manquent")
    words = says.words
    because = _against_the_ledger(words, dossier, today, documents)
    if because:
        return NoLetter(reason="not_said", because=because)
    return Answered(
        invoices=_invoices(words, dossier, today),
        check_on=main_date(words),
        attachments=words.exhibits if isinstance(words, DisputeAnswer) else (),
        says=words,
    )


def main_date(words: Words) -> date | None:
    """The day on which somebody has to act: the letter's own check."""
    match words:
        case DisputeAck():
            return words.answer_on
        case DisputeAnswer():
            return words.due_on
        case PlanOffer() | PlanConfirmation():
            return words.answer_by
        case Explanation():
            return words.pay_by
        case _:
            assert_never(words)


def dates_of(words: Words) -> tuple[date, ...]:
    """Every day that the letter sets: each lies after the day on which it leaves."""
    found = [main_date(words)]
    if isinstance(words, DisputeAck):
        found.append(words.rest_due_on)
    if isinstance(words, PlanOffer | PlanConfirmation):
        found.append(words.instalments[0].due_on)
    return tuple(day for day in found if day is not None)


def uncontested(words: DisputeAck, lines_total: Decimal) -> Decimal:
    """What stays to be paid of the listed invoices while the contested part is examined."""
    return lines_total - words.contested


def _invoices(words: Words, dossier: Dossier, today: date) -> tuple[Invoice, ...]:
    match words:
        case DisputeAck():
            named = frozenset(words.invoices)
            if words.rest_due_on is not None:
                named |= {invoice.number for invoice in dossier.overdue(today)}
            return _open(dossier, named)
        case DisputeAnswer():
            return _open(dossier, words.invoices)
        case PlanOffer() | PlanConfirmation():
            return _open(dossier, words.invoices) if words.invoices else _uncontested(dossier)
        case Explanation():
            if words.invoices:
                return _open(dossier, words.invoices)
            return dossier.overdue(today) or _uncontested(dossier)
        case _:
            assert_never(words)


def _open(dossier: Dossier, numbers: Collection[InvoiceNumber]) -> tuple[Invoice, ...]:
    return tuple(invoice for invoice in dossier.open_invoices if invoice.number in numbers)


def _uncontested(dossier: Dossier) -> tuple[Invoice, ...]:
    return dossier.demandable


def _against_the_ledger(
    words: Words, dossier: Dossier, today: date, documents: Collection[str]
) -> str:
    """What the dossier says against the words, in French; nothing when it agrees."""
    past = [day for day in dates_of(words) if day <= today]
    if past:
        return f"le {past[0]:%d/%m/%Y} n'est pas après le jour de l'envoi"
    known = {kept.invoice.number for kept in dossier.invoices}
    if strange := [number for number in words.invoices if number not in known]:
        return f"la facture {strange[0]} n'est pas dans ce dossier"
    if not isinstance(words, DisputeAnswer) and not _invoices(words, dossier, today):
        return "aucune des factures nommées n'est ouverte"
    if isinstance(words, DisputeAck):
        return _of_the_dispute(words, dossier, today)
    if isinstance(words, DisputeAnswer):
        missing = [name for name in words.exhibits if name not in documents]
        return (
            f"la pièce « {missing[0]} » n'est pas dans le dossier des documents" if missing else ""
        )
    return ""


def _of_the_dispute(words: DisputeAck, dossier: Dossier, today: date) -> str:
    contested = _left(_open(dossier, words.invoices))
    if words.contested > contested:
        return f"{words.contested} contestés, {contested} restent dus sur ces factures"
    listed = _left(_invoices(words, dossier, today))
    if words.rest_due_on is not None and uncontested(words, listed) <= ZERO:
        return "rien d'échu n'échappe à la contestation : pas de date pour un reste"
    return ""


def _left(invoices: Iterable[Invoice]) -> Decimal:
    return sum((invoice.left for invoice in invoices), ZERO)
