"""The holds and promises that a message takes, their caps, and the answers owed with them."""

import re
from datetime import date
from decimal import Decimal

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Answer, InvoiceNumber, MessageId
from relance_mailer.inward.arrival import Arrival
from relance_mailer.inward.holds import (
    Exhausted,
    Granted,
    Holds,
    Reason,
    Spent,
    hold_for,
    one_answer_more,
    promise_for,
)
from relance_mailer.inward.outcome import Judged, quoted
from relance_mailer.reading.message import Reading
from relance_mailer.words import Intent, Kind
from relance_mailer.workdays import business_day_after

# A copy of the invoice does not help who wants it on a portal or asks for bank details.
_MORE_THAN_A_COPY = re.compile(
    r"chorus|portail|plate-?forme|d[ée]pos(?:er|ée?s?)\b|portal|\bRIB\b|\bIBAN\b|coordonn[ée]es "
    r"bancaires|bank details|num[ée]ro d'engagement",
    re.IGNORECASE,
)


def holds_taken(
    arrival: Arrival, judged: Judged, dossier: Dossier, holds: Holds
) -> tuple[e.DossierEvent, ...]:
    """The holds and promises of a message with the answers owed, or the reviews of their caps.

    Only a running or held dossier can be held: elsewhere a human or the ledger has the word. Where
    a cap asks for a human nothing else is taken: no answer is owed while he decides.
    """
    taken = _no_endless_answers(_taken(arrival, judged, dossier, holds), arrival, dossier, holds)
    asked = tuple(event for event in taken if isinstance(event, e.ReviewAsked))
    return asked or taken


def _no_endless_answers(
    taken: tuple[e.DossierEvent, ...], arrival: Arrival, dossier: Dossier, holds: Holds
) -> tuple[e.DossierEvent, ...]:
    """What is taken, or the review of the cap on answers."""
    for event in taken:
        if isinstance(event, e.AnswerOwed):
            cap = one_answer_more(event.answer, dossier, holds, day=arrival.day)
            if cap is not None:
                return (_capped(arrival, cap),)
    return taken


def _taken(
    arrival: Arrival, judged: Judged, dossier: Dossier, holds: Holds
) -> tuple[e.DossierEvent, ...]:
    if dossier.phase not in (Phase.RUNNING, Phase.HELD):
        return ()
    reading = arrival.reading
    if reading.kind is Kind.AUTO_REPLY:
        # An automaton's absence never moves the check of a promise.
        return () if dossier.promise else _hold(arrival, judged, dossier, holds, Reason.ABSENCE)
    if reading.kind is Kind.BOUNCE:
        return _hold(arrival, judged, dossier, holds, Reason.TEMPORARY_BOUNCE)
    return tuple(
        event
        for intent in _held_by(reading)
        for event in _by_intent(intent, arrival, judged, dossier, holds)
    )


def _held_by(reading: Reading) -> tuple[Intent, ...]:
    """The intents that hold; an `ack` beside a stronger one adds nothing.

    Nor does a `paid` beside a dated promise: which invoice is which is not known, and nobody is
    asked to prove the payment of what he has just promised. The promise's day judges all.
    """
    holding = [
        intent
        for intent in (Intent.PROMISE, Intent.PAID, Intent.INVOICE_REQUEST)
        if intent in reading.intents
    ]
    if Intent.PROMISE in holding and reading.promise_dates:
        holding = [intent for intent in holding if intent is not Intent.PAID]
    return tuple(holding) or tuple(i for i in reading.intents if i is Intent.ACK)


def _by_intent(
    intent: Intent, arrival: Arrival, judged: Judged, dossier: Dossier, holds: Holds
) -> tuple[e.DossierEvent, ...]:
    reading = arrival.reading
    if intent is Intent.PROMISE:
        if reading.promise_dates:
            return _promise(arrival, judged, dossier, holds)
        if dossier.promise:
            # "Comme promis" after a dated promise: the date is known, and it judges.
            return ()
        held = _hold(arrival, judged, dossier, holds, Reason.PROMISE_UNDATED)
        asked = _is_held(held) and Intent.INVOICE_REQUEST not in reading.intents
        return (*held, _answer(arrival, judged, Answer.DATE_REQUEST, intent)) if asked else held
    if intent is Intent.PAID:
        return _hold(arrival, judged, dossier, holds, Reason.PAID)
    if intent is Intent.INVOICE_REQUEST:
        return _invoice_request(arrival, judged, dossier, holds)
    reason = Reason.ABSENCE if reading.returns_on else Reason.ACK
    return _hold(arrival, judged, dossier, holds, reason)


def _hold(
    arrival: Arrival, judged: Judged, dossier: Dossier, holds: Holds, reason: Reason
) -> tuple[e.DossierEvent, ...]:
    reading = arrival.reading
    # What the duplicate starts is counted from the day on which it leaves.
    day = arrival.today if reason is Reason.INVOICE_REQUEST else arrival.day
    stated = reading.paid_on if reason is Reason.PAID else reading.returns_on
    hold = hold_for(reason, dossier, holds, day=day, stated=stated, invoices=arrival.invoices)
    match hold:
        case Spent():
            return ()
        case Exhausted():
            return (_capped(arrival, hold),)
        case Granted():
            return (
                e.Held(
                    because=judged.because,
                    until=hold.until,
                    reason=reason.value,
                    message=arrival.message,
                    then=Answer.PROOF_REQUEST.value if reason is Reason.PAID else "",
                    invoices=hold.invoices,
                ),
            )


def _is_held(events: tuple[e.DossierEvent, ...]) -> bool:
    return any(isinstance(event, e.Held | e.PromiseMade) for event in events)


def _capped(arrival: Arrival, hold: Exhausted) -> e.ReviewAsked:
    return e.ReviewAsked(because=hold.because, reason=hold.reason, message=arrival.message)


def _promise(
    arrival: Arrival, judged: Judged, dossier: Dossier, holds: Holds
) -> tuple[e.DossierEvent, ...]:
    """A dated promise, its confirmation owed; the same promise said again is no new one."""
    reading = arrival.reading
    dates = tuple(sorted(set(reading.promise_dates)))
    running = dossier.promise
    if running and _says_again(running, dates, arrival.invoices):
        return ()
    hold = promise_for(dates, dossier, holds, day=arrival.day, invoices=arrival.invoices)
    if isinstance(hold, Exhausted):
        return (_capped(arrival, hold),)
    amount = reading.promised_amount
    made = e.PromiseMade(
        because=judged.because,
        instalments=tuple(
            e.Instalment(due_on=day, amount=amount if len(dates) == 1 else _told_for(day, reading))
            for day in dates
        ),
        invoices=arrival.invoices,
        until=hold.until,
        message=arrival.message,
        made_on=arrival.day,
        made_by=arrival.incoming.sender.name or arrival.incoming.sender.address,
        amount=amount,
    )
    return (made, _answer(arrival, judged, Answer.PROMISE_CONFIRMATION, Intent.PROMISE))


def _told_for(day: date, reading: Reading) -> Decimal | None:
    """The sum told for one of several days; None where one of its parts has none."""
    told = [part.amount for part in reading.promise_parts if part.on == day]
    if not told or None in told:
        return None
    return sum((amount for amount in told if amount is not None), Decimal(0))


def _says_again(
    running: e.PromiseMade, dates: tuple[date, ...], invoices: tuple[InvoiceNumber, ...]
) -> bool:
    """The same days for invoices that the running promise is about (none named: all of them)."""
    if tuple(part.due_on for part in running.instalments) != dates:
        return False
    return not running.invoices or (bool(invoices) and set(invoices) <= set(running.invoices))


def _invoice_request(
    arrival: Arrival, judged: Judged, dossier: Dossier, holds: Holds
) -> tuple[e.DossierEvent, ...]:
    """The duplicate is owed when every document asked for is at hand, else a human sends it."""
    held = _hold(arrival, judged, dossier, holds, Reason.INVOICE_REQUEST)
    if any(isinstance(event, e.ReviewAsked) for event in held):
        return held
    open_ones = dossier.open_invoices
    asked = [i for i in open_ones if not arrival.invoices or i.number in arrival.invoices]
    asked_for = quoted(arrival.reading, Intent.INVOICE_REQUEST) or arrival.reading.reply_text
    at_hand = bool(asked) and all(invoice.document for invoice in asked)
    if at_hand and not _MORE_THAN_A_COPY.search(asked_for):
        return (*held, _answer(arrival, judged, Answer.DUPLICATE, Intent.INVOICE_REQUEST))
    numbers = ", ".join(arrival.invoices) or "toutes les factures ouvertes"
    until = next((event.until for event in held if isinstance(event, e.Held)), None)
    task = e.TaskOpened(
        because=judged.because,
        task="send_duplicate",
        what=f"Envoyer ce qui est demandé ({numbers}) : « {asked_for[:120]} »",
        due_on=until or business_day_after(arrival.today),
    )
    return (*held, task)


def _answer(arrival: Arrival, judged: Judged, answer: Answer, intent: Intent) -> e.AnswerOwed:
    """An answer owed at once to the person who wrote, in his own thread."""
    incoming = arrival.incoming
    thread = (*incoming.references, *incoming.in_reply_to)
    return e.AnswerOwed(
        because=judged.because,
        answer=answer,
        message=arrival.message,
        message_id=MessageId(incoming.message_id),
        sender=incoming.sender.address,
        subject=incoming.subject,
        received_on=arrival.day,
        not_before=arrival.today,
        references=tuple(MessageId(name) for name in dict.fromkeys(thread)),
        quoted=quoted(arrival.reading, intent),
    )
