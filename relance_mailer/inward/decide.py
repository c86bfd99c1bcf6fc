"""What follows from a message: the contract's outcome, and the events that it writes.

`MessageRead` is always written. A message can only raise a dossier: a move that the table of
phases does not have from where the dossier stands is not emitted; in `review` and `legal` the
message is shown to the human who has the word there.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Move, Phase, permits
from relance_mailer.dossier.state import Dossier
from relance_mailer.inward.arrival import BARRING, GRAVE, Arrival
from relance_mailer.inward.holds import Holds
from relance_mailer.inward.link import Contested, Linked
from relance_mailer.inward.outcome import Judged, intent_outcome, judge
from relance_mailer.inward.pauses import holds_taken
from relance_mailer.inward.recorded import facts, message_read
from relance_mailer.reading.understand import within
from relance_mailer.words import Intent, Kind, Outcome

_MOVES: dict[type[e.Event], Move] = {
    e.Held: Move.HELD,
    e.PromiseMade: Move.HELD,
    e.ReviewAsked: Move.REVIEW_ASKED,
    e.HandedToLegal: Move.HANDED_TO_LEGAL,
}


NAMED_ELSEWHERE = "named_elsewhere"
"""A message of another dossier of the debtor speaks of an invoice of this one."""

_SILENT_PHASES: dict[Phase, str] = {
    Phase.SETTLED: "soldé",
    Phase.REVIEW: "à examiner par un humain",
    Phase.LEGAL: "au contentieux",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """The outcome of the contract, the sentence that says why, and what is written."""

    outcome: Outcome
    because: str
    events: tuple[e.Event, ...] = ()


def decide(arrival: Arrival, dossier: Dossier, holds: Holds) -> Decision:
    """What a message does to the one dossier to which it is linked."""
    assert isinstance(arrival.link, Linked), arrival.link
    judged = judge(arrival.reading, arrival.link, arrival.authentication)
    read = message_read(arrival, judged)
    if arrival.moves_nothing:
        events: tuple[e.DossierEvent, ...] = (read, *_old(arrival, judged))
    else:
        recorded = facts(arrival, judged, dossier)
        moves = _moves(arrival, judged, dossier, holds)
        read = replace(read, because=judged.because + _without_effect(judged, dossier, moves))
        events = (read, *recorded, *moves)
    return Decision(
        outcome=judged.outcome,
        because=read.because,
        events=_permitted(dossier, events),
    )


def decide_for_sibling(arrival: Arrival, dossier: Dossier) -> tuple[e.DossierEvent, ...]:
    """What the message does to another dossier of the same debtor (contract §2).

    Hostility, insolvency and an opt-out are about the debtor; a refusal too, unless it names
    invoices. What else it says of an invoice of that dossier a human reads: nothing is demanded
    there meanwhile of what may be promised, paid or contested.
    """
    if not isinstance(arrival.link, Linked) or arrival.reading.kind is not Kind.HUMAN:
        return ()
    judged = judge(arrival.reading, arrival.link, arrival.authentication)
    because = f"même débiteur, message du dossier {arrival.link.key.dossier} : {judged.because}"
    about_him = _about_the_debtor(arrival, judged)
    if not about_him:
        asks = judged.outcome is not Outcome.IGNORE and not arrival.moves_nothing
        named = _named_in(arrival, dossier) if asks else ()
        if not named or dossier.phase not in (Phase.RUNNING, Phase.HELD):
            return ()
        because = f"{because} ; nomme aussi {', '.join(named)}"
        return _permitted(dossier, _reviews(arrival, because, [NAMED_ELSEWHERE]))
    legal = [i for i in about_him if intent_outcome(arrival.reading, i) is Outcome.LEGAL]
    if legal and judged.outcome is Outcome.LEGAL and not arrival.moves_nothing:
        return _permitted(dossier, _to_legal(arrival, because, legal[0].value))
    return _permitted(dossier, _reviews(arrival, because, [i.value for i in about_him]))


def _named_in(arrival: Arrival, dossier: Dossier) -> tuple[str, ...]:
    """The open invoices of another dossier whose whole number the message says itself."""
    numbers = tuple(str(invoice.number) for invoice in dossier.open_invoices)
    if not numbers:
        return ()
    said = _letters_and_figures(f"{arrival.incoming.subject} {arrival.reading.reply_text}")
    found = within(arrival.reading, arrival.incoming, numbers).invoices
    return tuple(number for number in found if _letters_and_figures(number) in said)


def _letters_and_figures(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def decide_for_candidate(arrival: Arrival, dossier: Dossier) -> tuple[e.DossierEvent, ...]:
    """What a contested message does to one of the dossiers to which it may belong: it waits."""
    judged = judge(arrival.reading, arrival.link, arrival.authentication)
    if not isinstance(arrival.link, Contested) or judged.outcome is Outcome.IGNORE:
        return ()
    contested = _link_contested(arrival, arrival.link, judged)
    if arrival.moves_nothing and not _is_grave(arrival):
        return (contested,)
    asked = e.ReviewAsked(because=judged.because, reason=judged.reason, message=arrival.message)
    return (contested, *_permitted(dossier, (asked,)))


def decide_for_mailbox(arrival: Arrival) -> Decision:
    """What is written on the mailbox's page for a message without one sure dossier."""
    judged = _of_today(arrival, judge(arrival.reading, arrival.link, arrival.authentication))
    sender, subject = arrival.incoming.sender.address, arrival.incoming.subject
    if isinstance(arrival.link, Contested) and judged.outcome is not Outcome.IGNORE:
        event: e.Event = _link_contested(arrival, arrival.link, judged)
    elif judged.outcome is Outcome.IGNORE:
        event = e.MessageIgnored(
            because=judged.because,
            message=arrival.message,
            kind=arrival.reading.kind,
            sender=sender,
            subject=subject,
        )
    else:
        event = e.MessageUnlinked(
            because=judged.because,
            message=arrival.message,
            kind=arrival.reading.kind,
            sender=sender,
            subject=subject,
            intents=arrival.reading.intents,
        )
    return Decision(outcome=judged.outcome, because=judged.because, events=(event,))


def waits_for_nobody(arrival: Arrival) -> bool:
    """Whether a message is too old to ask anything of anybody (`act_on_messages_since`).

    The first look into a mailbox of ten years would otherwise leave thousands of lines to decide.
    """
    return arrival.moves_nothing and not _is_grave(arrival)


def _of_today(arrival: Arrival, judged: Judged) -> Judged:
    """What follows for the mailbox's page: an old message without dossier asks nobody."""
    if isinstance(arrival.link, Contested) or judged.outcome is Outcome.IGNORE:
        return judged
    if not waits_for_nobody(arrival):
        return judged
    return replace(judged, outcome=Outcome.IGNORE, because=f"message ancien : {judged.because}")


def _moves(
    arrival: Arrival, judged: Judged, dossier: Dossier, holds: Holds
) -> tuple[e.DossierEvent, ...]:
    match judged.outcome:
        case Outcome.LEGAL:
            return _to_legal(arrival, judged.because, judged.reason)
        case Outcome.REVIEW:
            return _reviews(arrival, judged.because, [judged.reason, *_barring(arrival)])
        case Outcome.HOLD | Outcome.HOLD_UNTIL:
            return holds_taken(arrival, judged, dossier, holds)
        case Outcome.CONTINUE | Outcome.IGNORE:
            return ()
        case _:
            assert_never(judged.outcome)


def _without_effect(judged: Judged, dossier: Dossier, moves: tuple[e.DossierEvent, ...]) -> str:
    """Why a message that holds holds nothing here; empty when it does."""
    if judged.outcome not in (Outcome.HOLD, Outcome.HOLD_UNTIL):
        return ""
    if told := _SILENT_PHASES.get(dossier.phase):
        return f" ; sans effet : dossier {told}"
    held = any(type(event) in _MOVES for event in moves)
    return "" if held else " ; rien de plus : déjà accordé à ce niveau, déjà promis, ou passé"


def _old(arrival: Arrival, judged: Judged) -> tuple[e.DossierEvent, ...]:
    """An old message moves nothing, but a grave word in it still asks for a human."""
    if not _is_grave(arrival):
        return ()
    grave = [intent for intent in arrival.reading.intents if intent in GRAVE]
    # A stranger's grave word bars nothing: the human is told who wrote.
    reasons = [intent.value for intent in grave] if arrival.trusted else [judged.reason]
    return _reviews(arrival, f"message ancien : {judged.because}", reasons)


def _to_legal(arrival: Arrival, because: str, reason: str) -> tuple[e.DossierEvent, ...]:
    return (e.HandedToLegal(because=because, reason=reason, message=arrival.message),)


def _reviews(arrival: Arrival, because: str, reasons: list[str]) -> tuple[e.DossierEvent, ...]:
    return tuple(
        e.ReviewAsked(because=because, reason=reason, message=arrival.message)
        for reason in dict.fromkeys(reasons)
    )


def _barring(arrival: Arrival) -> list[str]:
    """The debtor's own words after which no template exists (P1), beside what decided."""
    if not arrival.trusted:
        return []
    return [intent.value for intent in arrival.reading.intents if intent in BARRING]


def _is_grave(arrival: Arrival) -> bool:
    return any(intent in GRAVE for intent in arrival.reading.intents)


def _about_the_debtor(arrival: Arrival, judged: Judged) -> tuple[Intent, ...]:
    """The intents that move all his dossiers; of a stranger only an officer's word."""
    if not arrival.trusted:
        believed = judged.outcome is Outcome.LEGAL
        return (Intent.INSOLVENCY,) if believed else ()
    return tuple(
        intent
        for intent in arrival.reading.intents
        if intent in BARRING and not (intent is Intent.REFUSAL and arrival.reading.invoices)
    )


def _link_contested(arrival: Arrival, link: Contested, judged: Judged) -> e.LinkContested:
    return e.LinkContested(
        because=judged.because,
        message=arrival.message,
        candidates=tuple(key.page for key in link.candidates),
        sender=arrival.incoming.sender.address,
        subject=arrival.incoming.subject,
    )


def _permitted(dossier: Dossier, events: tuple[e.DossierEvent, ...]) -> tuple[e.DossierEvent, ...]:
    """The events without the moves that the table does not have from the dossier's phase."""
    return tuple(
        event
        for event in events
        if (move := _MOVES.get(type(event))) is None or permits(dossier.phase, move)
    )
