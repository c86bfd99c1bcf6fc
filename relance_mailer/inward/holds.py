"""How long each message holds a dossier, and where patience ends.

Days are counted from the message's Date, bounded by the server's receipt time, in French business
days of the debtor's postcode. A cap acts on the dossier; the message's outcome stays the
contract's.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from relance_mailer.dossier.state import ON_ITS_WAY, Dossier, HoldTaken, LetterState
from relance_mailer.dossier.values import HUMAN_ANSWERS, Answer, InvoiceNumber
from relance_mailer.workdays import (
    ONE_DAY,
    PARIS,
    Zone,
    add_business_days,
    business_day_from,
    is_business_day,
    zone_of,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Holds:
    """The lengths and caps of the holds; days are business days unless said otherwise."""

    ack_days: int = 3
    paid_days: int = 2
    invoice_request_days: int = 3
    promise_grace_days: int = 2
    promise_undated_days: int = 5
    absence_grace_days: int = 1
    absence_cap_days: int = 15  # calendar days
    temporary_bounce_days: int = 2
    level_cap_days: int = 20  # all holds of one level, dated promises and plans aside
    promise_horizon_days: int = 60  # calendar days
    promises_max: int = 2  # for the same invoices: one more goes to a human
    same_answer_max: int = 2  # of one sort within answers_days: a third one goes to a human
    answers_max: int = 5  # of all sorts within answers_days: one more goes to a human
    answers_days: int = 30  # calendar days


class Reason(StrEnum):
    """Why a dossier is held: the identifiers that `Held.reason` keeps."""

    ACK = "ack"  # accusé de réception
    PAID = "paid"  # paiement annoncé comme fait
    INVOICE_REQUEST = "invoice_request"  # facture demandée
    PROMISE_UNDATED = "promise_undated"  # promesse sans date
    ABSENCE = "absence"  # absence
    TEMPORARY_BOUNCE = "temporary_bounce"  # remise impossible pour l'instant


@dataclass(frozen=True, kw_only=True, slots=True)
class Granted:
    """Held until a day (on which the sequence may go on); `invoices` are those it is about."""

    until: date
    invoices: tuple[InvoiceNumber, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Spent:
    """The hold was given before: nothing is held, the sequence goes on."""

    because: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Exhausted:
    """A cap that asks for a human; `reason` is the identifier of the review."""

    reason: str
    because: str


Hold = Granted | Spent | Exhausted

# These two are agreed by people: no cap counts them.
_UNCOUNTED = frozenset({"plan", "human"})
_ONCE_A_LEVEL = frozenset({Reason.ACK, Reason.PROMISE_UNDATED})
_BY_THE_MACHINE = frozenset(Answer) - HUMAN_ANSWERS - {Answer.THANKS}
_ONCE_AN_INVOICE = frozenset({Reason.PAID, Reason.INVOICE_REQUEST})


def counted_from(sent_at: datetime | None, received_at: datetime) -> date:
    """The day in Paris from which a message's holds count: its Date, never after its receipt."""
    moment = min(sent_at, received_at) if sent_at else received_at
    return moment.astimezone(PARIS).date()


def hold_for(
    reason: Reason,
    dossier: Dossier,
    holds: Holds,
    *,
    day: date,
    stated: date | None = None,
    invoices: tuple[InvoiceNumber, ...] = (),
) -> Hold:
    """Until when a message of `day` holds the dossier, or which cap ends it.

    `stated` is the day of payment of a `paid`, or the return of an absence; `invoices` are those
    that the message names, none meaning all that are open.
    """
    if reason in _ONCE_A_LEVEL and _taken(dossier, reason):
        return Spent(because=f"suspension « {reason} » déjà accordée à ce niveau")
    if reason is Reason.TEMPORARY_BOUNCE and _taken(dossier, reason):
        return Exhausted(reason="bounce", because="deuxième échec de remise au même niveau")
    if reason in _ONCE_AN_INVOICE:
        invoices = _not_yet(dossier, reason, invoices)
        if not invoices:
            return Spent(because=f"suspension « {reason} » déjà accordée pour ces factures")
    until = _until(reason, holds, zone_of_debtor(dossier), day=day, stated=stated)
    if until <= day:
        return Spent(because="la date annoncée est passée")
    if _days_held(dossier, day, until) > holds.level_cap_days:
        return Exhausted(
            reason="holds_exhausted",
            because=f"plus de {holds.level_cap_days} jours ouvrés de suspension à ce niveau",
        )
    return Granted(until=until, invoices=invoices)


def promise_for(
    dates: tuple[date, ...],
    dossier: Dossier,
    holds: Holds,
    *,
    day: date,
    invoices: tuple[InvoiceNumber, ...] = (),
) -> Granted | Exhausted:
    """When a dated promise is judged (its first date and the bank's days), or which cap ends it."""
    limit = day + timedelta(days=holds.promise_horizon_days)
    if max(dates) > limit:
        return Exhausted(
            reason="promise_too_far",
            because=f"promesse au {max(dates):%d/%m/%Y}, "
            f"au-delà de {holds.promise_horizon_days} jours",
        )
    before = _promises_before(dossier, invoices)
    if before >= holds.promises_max:
        return Exhausted(
            reason="promises_exhausted",
            because=f"{before + 1}e promesse pour les mêmes factures",
        )
    zone = zone_of_debtor(dossier)
    return Granted(until=add_business_days(min(dates), holds.promise_grace_days, zone))


def one_answer_more(
    answer: Answer, dossier: Dossier, holds: Holds, *, day: date
) -> Exhausted | None:
    """Which cap an answer owed to a message of `day` would pass, None when it passes none.

    A robot that can't be told from a person by one message is told by its patience: it asks the
    same again and again, whatever it was answered. A controller who has sent the copy twice takes
    the telephone.
    """
    given = _answers_of_late(dossier, holds, day)
    same = given.count(answer)
    if same >= holds.same_answer_max:
        because = f"même réponse déjà donnée {same} fois en {holds.answers_days} jours"
    elif len(given) >= holds.answers_max:
        because = f"{len(given)} réponses déjà données en {holds.answers_days} jours"
    else:
        return None
    because += " : un automate répond peut-être, un humain lit avant d'écrire encore"
    return Exhausted(reason="answers_exhausted", because=because)


def _answers_of_late(dossier: Dossier, holds: Holds, day: date) -> list[Answer]:
    """The answers that the machine gave, or owes, to the debtor's messages of the last days."""
    since = day - timedelta(days=holds.answers_days)
    # What is queued is still owed, and counted there.
    given = [
        letter
        for letter in dossier.letters
        if letter.level is None
        and letter.state not in (*ON_ITS_WAY, LetterState.WITHDRAWN)
        and (letter.composed_for or day) > since
    ]
    owed = [one.answer for one in dossier.answers_owed if one.received_on > since]
    said = (*owed, *(letter.template for letter in given))
    return [answer for answer in _BY_THE_MACHINE for one in said if one == answer]


def zone_of_debtor(dossier: Dossier) -> Zone:
    """Which public holidays hold for the debtor."""
    return zone_of(dossier.debtor.postcode if dossier.debtor else None)


def _until(reason: Reason, holds: Holds, zone: Zone, *, day: date, stated: date | None) -> date:
    match reason:
        case Reason.ACK:
            return add_business_days(day, holds.ack_days, zone)
        case Reason.PAID:
            return add_business_days(max(stated or day, day), holds.paid_days, zone)
        case Reason.INVOICE_REQUEST:
            return add_business_days(day, holds.invoice_request_days, zone)
        case Reason.PROMISE_UNDATED:
            return add_business_days(day, holds.promise_undated_days, zone)
        case Reason.TEMPORARY_BOUNCE:
            return add_business_days(day, holds.temporary_bounce_days, zone)
        case Reason.ABSENCE:
            cap = business_day_from(day + timedelta(days=holds.absence_cap_days), zone)
            return min(add_business_days(stated or day, holds.absence_grace_days, zone), cap)


def _level(dossier: Dossier) -> str | None:
    last = dossier.last_level
    return last.level if last else None


def _at_this_level(dossier: Dossier) -> tuple[HoldTaken, ...]:
    level = _level(dossier)
    return tuple(taken for taken in dossier.holds_taken if taken.level == level)


def _taken(dossier: Dossier, reason: Reason) -> bool:
    return any(taken.reason == reason for taken in _at_this_level(dossier))


def _not_yet(
    dossier: Dossier, reason: Reason, invoices: tuple[InvoiceNumber, ...]
) -> tuple[InvoiceNumber, ...]:
    """The invoices meant for which this hold was never given (an empty hold was about all)."""
    before = [taken for taken in dossier.holds_taken if taken.reason == reason]
    meant = invoices or tuple(invoice.number for invoice in dossier.open_invoices)
    return tuple(
        number
        for number in meant
        if not any(not taken.invoices or number in taken.invoices for taken in before)
    )


def _days_held(dossier: Dossier, day: date, until: date) -> int:
    """Business days of all holds of this level with the new one; a day held twice counts once."""
    spans = [(t.since, t.until) for t in _at_this_level(dossier) if t.reason not in _UNCOUNTED]
    zone = zone_of_debtor(dossier)
    days: set[date] = set()
    for start, end in (*spans, (day, until)):
        while start < end:
            days.add(start)
            start += ONE_DAY
    return sum(1 for held in days if is_business_day(held, zone))


def _promises_before(dossier: Dossier, invoices: tuple[InvoiceNumber, ...]) -> int:
    """How many promises were made for one of the invoices meant.

    One that named none was about all that was owed then: not about an invoice issued later.
    """
    meant = {
        invoice.number: invoice.issued_on
        for invoice in dossier.open_invoices
        if not invoices or invoice.number in invoices
    }
    return sum(
        any(
            number in taken.promise.invoices
            or (not taken.promise.invoices and issued_on <= taken.promise.made_on)
            for number, issued_on in meant.items()
        )
        for taken in dossier.promises
    )
