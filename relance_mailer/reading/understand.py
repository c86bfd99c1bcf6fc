"""What a message says: its kind, what its sender newly wrote, the intents and the figures."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal

from relance_mailer.reading import automata, quoting, told_below
from relance_mailer.reading import kind as kinds
from relance_mailer.reading.absences import returns_on
from relance_mailer.reading.intents.abroad import (
    is_abroad,
    may_hide_a_ground,
    papers_asked_for,
)
from relance_mailer.reading.intents.insolvency import officer_writes
from relance_mailer.reading.intents.order import (
    OUTCOME,
    Weighed,
    ordered,
    weigh,
    without_empty_promise,
)
from relance_mailer.reading.intents.phrases import TEXT_LIMIT
from relance_mailer.reading.intents.talk_abroad import is_ordinary
from relance_mailer.reading.judgement import RULE, Voices, judged
from relance_mailer.reading.language import language_of
from relance_mailer.reading.last_word import Case, case_of, with_last_word
from relance_mailer.reading.message import Incoming, Reading
from relance_mailer.reading.numbers_named import address_to_use, invoices_in, mentions_in
from relance_mailer.reading.passed_on import parted, with_what_is_lent
from relance_mailer.reading.payee import doubts_on_payee
from relance_mailer.reading.payments import Payment, payment_in
from relance_mailer.reading.promises import Pledge, pledge_in
from relance_mailer.reading.remainder import hides_a_ground
from relance_mailer.reading.second_opinion import Opinion
from relance_mailer.reading.shipped_opinion import (
    shipped_last_word,
    shipped_reader,
    shipped_voices,
)
from relance_mailer.reading.told_below import (
    invoices_above,
    invoices_ranked,
    invoices_told,
    with_told_below,
)
from relance_mailer.words import Intent, Kind, Outcome

_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
_REPLY_MARK = re.compile(
    r"^\s*(?:re|tr|fw|fwd|aw|antw|sv|r[ée]f\.?|r|i|rif|rv|wg|res|enc)\s*(?:\[\d+\])?\s*:\s*",
    re.IGNORECASE,
)


def understand(
    incoming: Incoming,
    *,
    known_invoices: tuple[str, ...] = (),
    own_domains: tuple[str, ...] = (),
    names_a_dossier: bool = False,
) -> Reading:
    """Everything that is read out of a message (contract §1 to §3).

    `known_invoices` are the numbers as the ledger writes them; `own_domains` are the creditor's,
    whose addresses are never one to write to; `names_a_dossier`: it bears a reference of ours.
    Raises nothing on any `Incoming`.
    """
    kind = kinds.kind_of(incoming)
    sent_at = incoming.date or _NO_DATE
    ours = kind.by_topic and (names_a_dossier or _names_a_claim(incoming, known_invoices))
    if kind.kind is Kind.HUMAN or ours:
        reading = _of_human(incoming, sent_at, known_invoices, own_domains)
        return replace(reading, doubts=(*reading.doubts, *kind.doubts))
    return _of_machine(incoming, kind, sent_at, own_domains)


def within(reading: Reading, incoming: Incoming, known_invoices: tuple[str, ...]) -> Reading:
    """The same reading with the invoices of one dossier: short numbers mean something there.

    Everything else that is read out of a person's words does not depend on the ledger.
    """
    if reading.kind is not Kind.HUMAN:
        return reading
    subject = _own_subject(incoming.subject)
    named = f"{subject}\n{reading.reply_text}" if subject else reading.reply_text
    told = with_told_below(reading.reply_text, incoming.text, known_invoices, named)
    return replace(reading, invoices=told)


def may_name_by_sum(reading: Reading) -> bool:
    """Whether a person names invoices by what they cost: `with_sums` then needs the ledger."""
    return reading.kind is Kind.HUMAN and told_below.may_name_by_sum(reading.reply_text)


def with_sums(reading: Reading, owed: Mapping[str, Collection[Decimal]]) -> Reading:
    """The same reading with the invoices that it names by sums, which are given for each one.

    With a single invoice there is nothing to tell apart.
    """
    if len(owed) < 2 or not may_name_by_sum(reading):
        return reading
    named = told_below.invoices_of_sums(reading.reply_text, owed)
    return replace(reading, invoices=tuple(dict.fromkeys((*reading.invoices, *named))))


def _names_a_claim(incoming: Incoming, known: tuple[str, ...]) -> bool:
    """Whether a message that looks like other business names an invoice of the ledger."""
    return bool(known) and bool(invoices_in(f"{incoming.subject}\n{incoming.text}", known))


def read_text(
    text: str,
    *,
    sent_at: datetime,
    subject: str = "",
    known_invoices: tuple[str, ...] = (),
    not_these: tuple[str, ...] = (),
) -> Reading:
    """The reading of a person's own words, without a mail around them."""
    return _reading(
        _Words(own=text, all=text, subject=_own_subject(subject)),
        sent_at,
        known_invoices,
        not_these=not_these,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Words:
    """What the sender wrote, that and what the debtor's side forwarded, and an own subject."""

    own: str
    all: str
    subject: str


def _of_human(
    incoming: Incoming, sent_at: datetime, known: tuple[str, ...], own_domains: tuple[str, ...]
) -> Reading:
    new = quoting.new_text(incoming)
    parts = parted(new)
    words = _Words(own=new.reply, all=parts.all, subject=_own_subject(incoming.subject))
    ours = tuple(
        mailbox.address
        for mailbox in (*incoming.to, *incoming.cc)
        if mailbox.domain in own_domains or not own_domains
    )
    sender = incoming.sender.address
    reading = _reading(words, sent_at, known, not_these=(sender, *ours), sender=sender)
    if parts.lent or parts.unclaimed:
        vouched = replace(words, all=parts.vouched)
        own = _reading(vouched, sent_at, known, not_these=(sender, *ours), sender=sender)
        reading = with_what_is_lent(reading, own, parts)
    if known:
        told = (
            *invoices_told(new.reply, incoming.text, known),
            *invoices_above(new.reply, incoming.text, known),
            *invoices_ranked(new.reply, incoming.text, known),
        )
        reading = replace(reading, invoices=tuple(dict.fromkeys((*reading.invoices, *told))))
    hidden = ("hidden_text",) if incoming.hidden_text.strip() else ()
    return replace(reading, doubts=(*reading.doubts, *hidden))


def _reading(
    words: _Words,
    sent_at: datetime,
    known: tuple[str, ...],
    *,
    not_these: tuple[str, ...],
    sender: str = "",
) -> Reading:
    text = words.all or words.subject
    address = address_to_use(text, not_these=not_these, own=sender)
    heard, case = heard_in(
        text, sent_at, shipped_reader(text), shipped_voices(), addressed=address is not None
    )
    weighed, weighing = with_last_word(
        heard, case, shipped_last_word(), addressed=address is not None
    )
    pledge = _pledge(text, sent_at, weighed)
    if not pledge.dates and _is_of_a_day_gone_by(weighed):
        weighed = without_empty_promise(weighed)
    back = _back(text, sent_at, weighed, promised=bool(pledge.dates))
    intents = ordered(
        weighed.intents,
        dated=bool(pledge.dates),
        addressed=address is not None,
        back=back is not None,
    )
    payment = _payment(text, sent_at, weighed)
    named = f"{words.subject}\n{words.own}" if words.subject else words.own
    return Reading(
        kind=Kind.HUMAN,
        intents=intents,
        findings=weighed.findings,
        reply_text=words.own,
        promise_dates=pledge.dates,
        promised_amount=pledge.amount,
        invoices=invoices_in(named, known),
        redirect_to=address,
        returns_on=back,
        paid_on=payment.on,
        paid_by=payment.by,
        paid_amount=payment.amount,
        paid_partly=payment.partly,
        promise_parts=pledge.parts,
        officer=Intent.INSOLVENCY in weighed.intents and officer_writes(text),
        mentions=mentions_in(named),
        doubts=tuple(dict.fromkeys((*weighed.doubts, *doubts_on_payee(text, weighed)))),
        weighing=weighing,
    )


def heard_in(
    text: str, sent_at: datetime, opinion: Opinion, voices: Voices, *, addressed: bool
) -> tuple[Weighed, Case]:
    """What both voices make of a text, and the case that the last word is asked about."""
    ruled = weighed_by_rules(text, sent_at)
    dated = bool(_pledge(text, sent_at, ruled).dates)
    heard = judged(ruled, opinion, voices, addressed=addressed)
    return heard, case_of(ruled, opinion, dated=dated)


def _is_of_a_day_gone_by(weighed: Weighed) -> bool:
    """Whether rules alone heard a promise beside a payment: "réglée le 10/11", on the 13th."""
    pledged = {each.rule for each in weighed.findings if each.intent is Intent.PROMISE}
    return Intent.PAID in weighed.intents and RULE not in pledged


def _back(text: str, sent_at: datetime, weighed: Weighed, *, promised: bool) -> date | None:
    """When the writer is back: a dossier waits for no third person's return (contract §5)."""
    if promised or not weighed.intents <= _OF_THE_ABSENT:
        return None
    return returns_on(text, sent_at, of_the_writer=True)


def weighed_by_rules(text: str, sent_at: datetime) -> Weighed:
    """What the rules alone make of a text, with their doubts."""
    weighed = weigh(text)
    pledge = _pledge(text, sent_at, weighed)
    if not pledge.dates:
        weighed = without_empty_promise(weighed)
    return replace(weighed, doubts=_doubts(text, weighed, pledge))


def _payment(text: str, sent_at: datetime, weighed: Weighed) -> Payment:
    if Intent.PAID not in weighed.intents:
        return Payment()
    return payment_in(
        text, sent_at, told=_told_by_the_second(weighed, Intent.PAID), seen=weighed.seen
    )


def _told_by_the_second(weighed: Weighed, intent: Intent) -> frozenset[str]:
    """The sentences in which the second opinion alone sees the intent."""
    found = (each for each in weighed.findings if each.intent is intent and each.rule == RULE)
    return frozenset(each.span for each in found)


def _pledge(text: str, sent_at: datetime, weighed: Weighed) -> Pledge:
    if Intent.PROMISE not in weighed.intents:
        return Pledge()
    told = _told_by_the_second(weighed, Intent.PROMISE)
    undisputed = not weighed.intents & (_FOR_A_HUMAN | {Intent.PAID})
    beside_paid = not undisputed and not weighed.intents & _FOR_A_HUMAN
    return pledge_in(
        text, sent_at, undisputed=undisputed, beside_paid=beside_paid, told=told, seen=weighed.seen
    )


_OF_THE_ABSENT = frozenset({Intent.ACK, Intent.PROMISE, Intent.REDIRECT})

_FOR_A_HUMAN = frozenset(
    intent
    for intent, outcome in OUTCOME.items()
    if outcome in {Outcome.LEGAL, Outcome.REVIEW} and intent is not Intent.REDIRECT
)


def _doubts(text: str, weighed: Weighed, pledge: Pledge) -> tuple[str, ...]:
    found = [*weighed.doubts, *doubts_on_payee(text, weighed)]
    if len(text) > TEXT_LIMIT:
        found.append("too_long")
    if not weighed.intents & _FOR_A_HUMAN and hides_a_ground(
        text, weighed, dated=bool(pledge.dates)
    ):
        found.append("unread_ground")
    if _is_unread_language(text, weighed.intents, pledge):
        found.append("unread_language")
    return tuple(dict.fromkeys(found))


def _is_unread_language(text: str, intents: frozenset[Intent], pledge: Pledge) -> bool:
    """Whether only the plain cases of the language are read, and this is none of them."""
    if language_of(text) in {"fr", "en"} and not is_abroad(text):
        return False
    if not intents:
        return True
    if intents & _FOR_A_HUMAN:
        return False
    if Intent.PROMISE in intents and not pledge.dates:
        return True
    return may_hide_a_ground(text) or not is_ordinary(text, papers=papers_asked_for(text))


def _own_subject(subject: str) -> str:
    """The subject if the sender wrote it, nothing if it only answers ours."""
    return "" if _REPLY_MARK.match(subject) else subject.strip()


def _of_machine(
    incoming: Incoming,
    kind: kinds.KindReading,
    sent_at: datetime,
    own_domains: tuple[str, ...],
) -> Reading:
    text = automata.own_part(incoming.text)
    auto = kind.kind is Kind.AUTO_REPLY
    named = f"{incoming.subject}\n{text}"
    return Reading(
        kind=kind.kind,
        redirect_to=_lasting_address(incoming, text, own_domains) if auto else None,
        returns_on=returns_on(named, sent_at, by_machine=True) if auto else None,
        bounce_permanence=kind.permanence,
        bounce_expired=kind.expired,
        bounce_mailbox_full=kind.mailbox_full,
        bounced_recipients=kind.recipients,
        bounce_reason=kind.reason,
        mentions=mentions_in(named),
        doubts=kind.doubts,
    )


def _lasting_address(incoming: Incoming, text: str, own_domains: tuple[str, ...]) -> str | None:
    """The address to use from now on that an automaton gives; a stand-in's is none."""
    ours = tuple(box.address for box in incoming.to if not own_domains or box.domain in own_domains)
    return address_to_use(text, not_these=(incoming.sender.address, *ours))
