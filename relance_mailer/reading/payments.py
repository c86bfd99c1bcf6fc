"""What a payment that is said to have been made was: its day, its means, its amount."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from relance_mailer.reading.amounts import amounts_in
from relance_mailer.reading.date_clauses import clause_at, clauses_of
from relance_mailer.reading.dates import Dated, in_figures, past_dates_in
from relance_mailer.reading.intents import paid
from relance_mailer.reading.intents.phrases import any_of, sentences
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent, Means

_MEANS: tuple[tuple[Means, re.Pattern[str]], ...] = (
    (Means.CHEQUE, any_of(r"(?:cheques?|chq|cheq|checks?|scheck|assegno)\b")),
    (Means.DEBIT, any_of(r"(?:prelev\w+|direct debit|lastschrift|domiciliacion|sdd)\b")),
    (Means.BILL, any_of(r"(?:lcr|traite|lettre de change|effet|billet a ordre|bor)\b")),
    (Means.CARD, any_of(r"(?:carte(?: bancaire| bleue)?|cb|card|paypal|tpe|en ligne|karte)\b")),
    (Means.CASH, any_of(r"(?:especes|liquide|cash|efectivo|contanti)\b")),
    (Means.MANDATE, any_of(r"(?:mandat(?! de prel| sepa)\w*|tresorerie|tresor public)\b")),
    (
        Means.TRANSFER,
        any_of(
            r"(?:vir\b|virements?|viremen|vire[es]*|sepa|transfer\w*|wire\w*|bank transfer"
            r"|uberweis\w+|uberwiesen|transferencia|bonifico)\b"
        ),
    ),
)
_CASHED = any_of(r"(?:encaisse\w*|debite\w*|credite\w*|presente\w*|cashed|cleared)")
_INVOICE_DATE = re.compile(
    r"(?:factures?|invoice|relances?|courriers?|rechnung|factura|fattura)"
    r" (?:[\w/-]+ ){0,2}(?:du|of|dated|vom|del) ?$"
)
_PART = any_of(
    r"(?:acompte|moitie|une partie|partiellement|en partie|premier versement|reste (?:du|a)"
    r"|le solde (?:suit|suivra|sera)|part payment|partly|half)\b"
)
_TOTAL = re.compile(r"(?:sur (?:les|un total de)|facture de|invoice (?:for|of)|reste|solde de) ?$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Payment:
    """A payment as its payer tells it; what he does not say is None.

    `partly`: he says himself that it was not all.
    """

    on: date | None = None
    by: Means | None = None
    amount: Decimal | None = None
    partly: bool = False


def payment_in(
    text: str,
    sent_at: datetime,
    *,
    told: frozenset[str] = frozenset(),
    seen: tuple[Finding, ...] | None = None,
) -> Payment:
    """The payment that a `paid` tells of: on or before the message's day.

    `told` are sentences known to tell of one, beside those that the rules find; `seen` are the
    findings of the rules where they have been asked already.
    """
    found = paid.find(text) if seen is None else seen
    spans = {finding.span for finding in found if finding.intent is Intent.PAID} | told
    on: date | None = None
    by: Means | None = None
    amount: Decimal | None = None
    partly = False
    for sentence in sentences(text):
        if not any(span in sentence.raw for span in spans):
            continue
        words = in_figures(sentence.raw)
        on = on or _day(words, sent_at.date())
        by = by or _means(words)
        amount = amount or _amount(words)
        partly = partly or _PART.search(words) is not None
    return Payment(on=on, by=by, amount=amount, partly=partly)


def _day(words: str, day: date) -> date | None:
    found = [
        dated
        for dated in past_dates_in(words, day)
        if not _INVOICE_DATE.search(words[max(0, dated.start - 45) : _number_at(dated, words)])
    ]
    if not found:
        return None
    # Of a cheque's day and the day on which it was cashed the payer's own act comes first.
    clauses = clauses_of(words)
    own = [dated for dated in found if not _CASHED.search(clause_at(dated.start, clauses))]
    return (own or found)[0].on


def _number_at(dated: Dated, words: str) -> int:
    """Where the date's own figure begins, its "du" left to what stands before."""
    head = re.match(r"(?:du|of|vom|del) ", words[dated.start : dated.end])
    return dated.start + (head.end() if head else 0)


def _means(words: str) -> Means | None:
    places = [
        (match.start(), means)
        for means, pattern in _MEANS
        if (match := pattern.search(words)) is not None
    ]
    return min(places)[1] if places else None


def _amount(words: str) -> Decimal | None:
    found = [
        amount.value
        for amount in amounts_in(words)
        if not _TOTAL.search(words[max(0, amount.start - 25) : amount.start])
    ]
    return found[0] if len(found) == 1 else None
