"""What follows from what was heard on the telephone: exactly what a mail of the same words does.

The colleague who called says what was meant; nothing is read by machine. The note of the call
stands in the journal beside it (`CallLogged`), so no `MessageRead` is written. An insult hands the
debtor's dossiers to `legal` as a mail would (contract §2).
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Digest, InvoiceNumber
from relance_mailer.inward.arrival import Arrival
from relance_mailer.inward.decide import decide, decide_for_sibling
from relance_mailer.inward.holds import Holds
from relance_mailer.inward.link import Linked
from relance_mailer.reading.message import Finding, Incoming, Mailbox, Reading
from relance_mailer.words import INTENT_ORDER, Intent, Kind
from relance_mailer.workdays import PARIS

EVIDENCE = "entendu au téléphone"
GRAVE = frozenset({Intent.HOSTILE, Intent.REFUSAL, Intent.INSOLVENCY})


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """What the debtor meant, as the colleague who spoke with him understood it.

    `note` names the note of the call as a digest names a mail. `parts` are the instalments of a
    promise; none with `promise` is one without a date.
    """

    note: Digest
    on: date
    who: str
    by: str
    said: str
    intents: tuple[Intent, ...]
    parts: tuple[e.Instalment, ...] = ()
    invoices: tuple[InvoiceNumber, ...] = ()
    paid_on: date | None = None

    @property
    def settles(self) -> bool:
        """Whether it brings its own next date, or ends the amicable phase."""
        dated = Intent.PROMISE in self.intents and bool(self.parts)
        return dated or bool(GRAVE & set(self.intents))


def heard_in(
    heard: Heard, dossier: Dossier, holds: Holds, today: date
) -> tuple[e.DossierEvent, ...]:
    """What is written on the dossier in which the call was made."""
    arrival = _arrival(heard, dossier, today)
    decision = decide(arrival, dossier, holds)
    kept = (event for event in decision.events if not isinstance(event, e.MessageRead))
    return tuple(_told(event, heard) for event in kept if _on_a_page(event))


def heard_of_debtor(
    heard: Heard, called: Dossier, sibling: Dossier, today: date
) -> tuple[e.DossierEvent, ...]:
    """What it does to another dossier of the same debtor."""
    events = decide_for_sibling(_arrival(heard, called, today), sibling)
    return tuple(_told(event, heard) for event in events)


def _on_a_page(event: e.Event) -> bool:
    return not isinstance(event, e.MailboxFact)


def _told(event: e.Event, heard: Heard) -> e.DossierEvent:
    """The event with the colleague's name where it can bear one, and what it comes from."""
    assert not isinstance(event, e.MailboxFact), event
    because = f"au téléphone, {heard.by} : {event.because}"
    match event:
        case e.PromiseMade():
            return replace(event, because=because, instalments=_parts(event, heard))
        case e.Held() | e.HandedToLegal() | e.CauseRecorded():
            return replace(event, because=because, by=heard.by)
        case _:
            return replace(event, because=because)


def _parts(made: e.PromiseMade, heard: Heard) -> tuple[e.Instalment, ...]:
    """A voice names the amount of each part; a mail's reader keeps only their sum."""
    return tuple(sorted(heard.parts, key=lambda part: part.due_on)) or made.instalments


def _arrival(heard: Heard, called: Dossier, today: date) -> Arrival:
    at = datetime.combine(heard.on, time(12), tzinfo=PARIS)
    address = next((c.email for c in called.contacts if c.name and c.name == heard.who), "")
    intents = tuple(intent for intent in INTENT_ORDER if intent in heard.intents)
    amounts = [part.amount for part in heard.parts if part.amount is not None]
    whole = bool(amounts) and len(amounts) == len(heard.parts)
    reading = Reading(
        kind=Kind.HUMAN,
        intents=intents,
        findings=tuple(Finding(intent=one, span=heard.said, rule="call") for one in intents),
        reply_text=heard.said,
        promise_dates=tuple(part.due_on for part in heard.parts),
        promised_amount=sum(amounts, Decimal("0.00")) if whole else None,
        invoices=tuple(heard.invoices),
        paid_on=heard.paid_on,
    )
    incoming = Incoming(
        sender=Mailbox(name=heard.who, address=address),
        reply_to=None,
        to=(),
        cc=(),
        subject="",
        date=at,
        message_id="",
        in_reply_to=(),
        references=(),
        text=heard.said,
    )
    return Arrival(
        message=heard.note,
        incoming=incoming,
        reading=reading,
        link=Linked(key=called.key, evidence=(EVIDENCE,)),
        received_at=at,
        today=today,
    )
