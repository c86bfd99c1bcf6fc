"""The link with what was said before: the last exchange, with its date and its author.

Only what the journal holds is said: that nobody answered is claimed only when no person wrote
since the last letter, and a debtor's words are quoted only when they are the words that decided.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import takewhile

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import COUNTS_AS_SENT, Dossier, LetterKept
from relance_mailer.dossier.values import Contact, MessageId
from relance_mailer.words import Intent, Kind
from relance_mailer.workdays import PARIS

QUOTED_SIGNS_MAX = 160
REFERENCES_MAX = 12  # the first one and the latest: enough for every mail program's threads

# A reason for being late may be private (an illness) and the next reader is another person:
# only commitments and the like are quoted.
_QUOTABLE = frozenset({Intent.PROMISE, Intent.PAID, Intent.ACK, Intent.INVOICE_REQUEST})


@dataclass(frozen=True, kw_only=True, slots=True)
class Past:
    """The link with what was said before: who, when, what (an identifier and the words)."""

    on: date
    # promise_broken, message, paid_part, payment_returned, none (no answer since the last letter)
    what: str
    who: str = ""  # empty when the reader himself wrote
    words: str = ""
    promised_on: date | None = None  # the day of a promise that was broken
    # of what was paid, or taken back, since the last letter; of a broken promise: what came in
    amount: Decimal | None = None
    how: str = "mail"  # call: on the telephone; plan: an agreed plan that was lost


def past_of(dossier: Dossier, reader: Contact) -> Past | None:
    """What a level takes up: a broken promise, else the last word or payment, else the silence."""
    broken = dossier.broken_promise
    if broken is not None:
        return Past(
            on=broken.made_on,
            what="promise_broken",
            who=_who(dossier, broken.made_by, reader),
            promised_on=broken.promised_on,
            amount=broken.received or None,
            how=_how_promised(dossier, broken),
        )
    last = dossier.last_level
    message = _message_since(dossier, last)
    call = _call_since(dossier, last)
    paid = _paid_since(dossier, last)
    said_on = max(
        [*([_day(message)] if message else []), *([call.on] if call else [])], default=None
    )
    if paid is not None and (said_on is None or said_on < paid.on):
        return paid
    if call is not None and (message is None or _day(message) < call.on):
        return _past_of_call(call, reader)
    if message is not None:
        return Past(
            on=_day(message),
            what="message",
            who=_who(dossier, message.sender, reader),
            words=_words(message),
        )
    if last is None or last.sent_on is None:
        return None
    return Past(on=last.sent_on, what="none")


def past_of_answer(owed: e.AnswerOwed, dossier: Dossier, reader: Contact) -> Past:
    """What an answer takes up: the message that it answers, or the call."""
    call = next((one for one in dossier.calls if one.note == owed.message), None)
    if call is not None:
        return _past_of_call(call, reader)
    return Past(
        on=owed.received_on,
        what="message",
        who=_who(dossier, owed.sender, reader),
        words=quotation(owed.quoted),
    )


def _past_of_call(call: e.CallLogged, reader: Contact) -> Past:
    """Whom we spoke with; the note is a colleague's words and never quoted as the debtor's."""
    same = call.with_whom.strip().casefold() == reader.name.strip().casefold()
    return Past(on=call.on, what="message", who="" if same else call.with_whom, how="call")


def _call_since(dossier: Dossier, last: LetterKept | None) -> e.CallLogged | None:
    """A conversation since the last letter: it was not left without an answer."""
    call = dossier.calls[-1] if dossier.calls else None
    if call is None or last is None or last.sent_on is None or call.on < last.sent_on:
        return None
    return call


def _paid_since(dossier: Dossier, last: LetterKept | None) -> Past | None:
    """What the ledger took in or back since the last letter: who paid a part was not silent."""
    if last is None or last.sent_on is None:
        return None
    since = [one for one in dossier.payments if one.paid_on >= last.sent_on]
    since.sort(key=lambda one: one.paid_on)
    if not since:
        return None
    latest = since[-1]
    if latest.amount < 0:
        return Past(on=latest.paid_on, what="payment_returned", amount=-latest.amount)
    kept = list(takewhile(lambda one: one.amount > 0, reversed(since)))
    paid = sum((one.amount for one in kept), Decimal("0.00"))
    return Past(on=latest.paid_on, what="paid_part", amount=paid)


def _how_promised(dossier: Dossier, broken: e.PromiseBroken) -> str:
    if broken.of_plan:
        return "plan"
    notes = {call.note for call in dossier.calls if call.note is not None}
    made = (one.promise for one in dossier.promises if one.promise.made_on == broken.made_on)
    return "call" if any(promise.message in notes for promise in made) else "mail"


def quotation(words: str) -> str:
    """The words as they are quoted: on one line, without quotation marks of their own, bounded."""
    flat = " ".join(words.split()).strip(" «»\"“”'.")
    if len(flat) <= QUOTED_SIGNS_MAX:
        return flat
    return flat[:QUOTED_SIGNS_MAX].rsplit(" ", 1)[0] + "…"


def thread_of(
    dossier: Dossier, course: int, owed: e.AnswerOwed | None = None
) -> tuple[MessageId, ...]:
    """The thread that is kept, oldest first and bounded.

    It ends with the debtor's message for an answer, else with the course's last letter that left.
    """
    if owed is not None:
        ids = (*owed.references, owed.message_id)
    else:
        sent = [
            letter
            for letter in dossier.letters
            if letter.state in COUNTS_AS_SENT
            and letter.step.course == course
            and not letter.colleague
        ]
        sent.sort(key=lambda letter: letter.sent_on or date.min)
        ids = tuple(letter.message_id for letter in sent)
    chain = tuple(dict.fromkeys(message_id for message_id in ids if message_id))
    if len(chain) <= REFERENCES_MAX:
        return chain
    return (chain[0], *chain[1 - REFERENCES_MAX :])


def _message_since(dossier: Dossier, last: LetterKept | None) -> e.MessageRead | None:
    message = dossier.last_message
    if message is None or message.kind is not Kind.HUMAN or message.moves_nothing:
        return None
    if last is not None and last.sent_on is not None and _day(message) < last.sent_on:
        return None
    return message


def _day(message: e.MessageRead) -> date:
    return message.sent_at.astimezone(PARIS).date()


def _words(message: e.MessageRead) -> str:
    quotable = message.intents and message.intents[0] in _QUOTABLE and message.spans
    return quotation(message.spans[0]) if quotable else ""


def _who(dossier: Dossier, writer: str, reader: Contact) -> str:
    if writer == reader.email or writer.strip().casefold() == reader.name.strip().casefold():
        return ""
    named = next((c.name for c in dossier.contacts if c.email == writer and c.name), "")
    return named or writer
