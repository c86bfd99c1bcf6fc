"""A message as a pass needs it: parsed, its clues looked up, linked, read."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from relance_mailer.dossier.reference import Mark, fits, is_notice, token_in
from relance_mailer.dossier.values import (
    DebtorId,
    DossierId,
    DossierKey,
    MessageId,
    own_domain,
)
from relance_mailer.flows.house import Creditor, House
from relance_mailer.flows.read_mail.addressee import Ours
from relance_mailer.flows.restored import pending
from relance_mailer.inward.arrival import Arrival
from relance_mailer.inward.authentication import TOPMOST, Authentication, authentication
from relance_mailer.inward.clues import bounced, clues_in, names_in
from relance_mailer.inward.dated import rightly_dated
from relance_mailer.inward.link import Candidate, Clues, Contested, Link, Linked, link
from relance_mailer.inward.objection import may_object
from relance_mailer.inward.own_copies import (
    about_others,
    failed_addresses,
    own_among,
    refused_copy,
)
from relance_mailer.inward.own_letters import named_by_mark, step_signed
from relance_mailer.inward.sent import (
    SentMail,
    clues_of_sent,
    contact_of_sent,
    sent_mail,
)
from relance_mailer.ports import (
    Kept,
)
from relance_mailer.reading.message import Incoming, Reading
from relance_mailer.reading.parse import parse
from relance_mailer.reading.understand import understand, within
from relance_mailer.words import Kind
from relance_mailer.workdays import PARIS

IN_A_THREAD_FROM = 256 * 1024
"""A message of this many bytes is parsed beside the loop, so that nothing else waits for it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """A message gathered: what was parsed, what it may be about, whose pages it needs."""

    kept: Kept
    arrival: Arrival | None = None
    debtor: DebtorId | None = None  # whose other dossiers it moves too
    siblings: tuple[DossierKey, ...] = ()
    sent: SentMail | None = None
    sent_about: DossierKey | None = None
    sent_candidate: Candidate | None = None
    ours: bool = False
    unknown_letter: bool = False  # ours by its signature, and no page knows it
    objects_to: DossierKey | None = None  # a colleague may answer what he was told of (S4)

    @property
    def keys(self) -> tuple[DossierKey, ...]:
        """The dossiers that it may write upon."""
        if self.sent_about is not None:
            return (self.sent_about,)
        if self.arrival is None:
            return ()
        asked = (self.objects_to,) if self.objects_to else ()
        match self.arrival.link:
            case Linked() as linked:
                return (linked.key, *self.siblings, *asked)
            case Contested() as contested:
                return (*contested.candidates, *asked)
            case _:
                return asked


@dataclass(frozen=True, kw_only=True, slots=True)
class Scanned:
    """A message parsed, and the clues to whose it is."""

    kept: Kept
    one: Incoming | SentMail
    clues: Clues


Found = tuple[Kept, Incoming | SentMail, tuple[Candidate, ...]]
"""A message parsed, with the dossiers that its clues name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Understood:
    """What a message says and whose it is; `own`: recipients of a bounce that are ours."""

    incoming: Incoming
    reading: Reading
    link: Link
    own: frozenset[str]


async def gather(house: House, creditor: Creditor, batch: Sequence[Kept]) -> list[Item]:
    raws = await house.inbox.raw([kept.digest for kept in batch])
    scanned = []
    for kept in batch:
        one = await _parsed(raws[kept.digest], kept)
        scanned.append(Scanned(kept=kept, one=one, clues=clues_of(one, creditor)))
    items = []
    brought_back = await pending(house, creditor.id) is not None
    for found in await with_candidates(house, creditor, scanned):
        items.append(item_of(creditor, house.clock.today(), brought_back, found))
        # Reading is work: whatever else waits in this process has its turn in between.
        await asyncio.sleep(0)
    return await with_siblings(house, creditor, items)


async def _parsed(raw: bytes, kept: Kept) -> Incoming | SentMail:
    work = sent_mail if kept.sent_folder else parse
    if len(raw) >= IN_A_THREAD_FROM:
        return await asyncio.to_thread(work, raw)
    return work(raw)


def scanned(ours: Ours, given: tuple[Kept, bytes]) -> Scanned:
    """A message parsed, with what is to be looked up for it."""
    kept, raw = given
    one = sent_mail(raw) if kept.sent_folder else parse(raw)
    return Scanned(kept=kept, one=one, clues=clues_of(one, ours))


async def with_candidates(
    house: House, creditor: Creditor, scanned: Sequence[Scanned]
) -> list[Found]:
    """The messages with the dossiers that their clues name, all looked up at once."""
    if not scanned:
        return []
    found = await house.lookup.candidates_many(creditor.id, [one.clues for one in scanned])
    return [(one.kept, one.one, each) for one, each in zip(scanned, found, strict=True)]


def item_of(ours: Ours, today: date, brought_back: bool, found: Found) -> Item:
    """A message read and linked; `brought_back`: the database knows not yet what left."""
    kept, one, candidates = found
    known = _was_sent_by_us(one.message_id, candidates)
    if not known and _is_unknown_letter(ours, one, brought_back):
        return Item(kept=kept, ours=True, unknown_letter=True)
    if isinstance(one, SentMail):
        return _sent_item(kept, one, candidates, ours)
    return _item(ours, kept, one, candidates, today=today)


def clues_of(one: Incoming | SentMail, creditor: Ours) -> Clues:
    if isinstance(one, SentMail):
        clues = clues_of_sent(one)
    else:
        clues = clues_in(
            one,
            mark_fits=lambda mark: _signed_by_us(creditor, mark),
            own_addresses=addresses_of(creditor),
        )
    if not token_in(one.message_id):
        return clues
    # A message that looks like a letter of ours: the lookup says whether we sent it.
    return replace(clues, message_ids=(MessageId(one.message_id), *clues.message_ids))


def addresses_of(creditor: Ours) -> frozenset[str]:
    """All addresses at which we receive mail ourselves, lower-cased."""
    journal = (creditor.journal_address,) if creditor.journal_address else ()
    named = (creditor.mailbox, *journal, *creditor.own_addresses)
    return frozenset(address.lower() for address in named)


def _is_own_copy(incoming: Incoming, candidates: Sequence[Candidate], creditor: Ours) -> bool:
    """A letter of ours that comes back to us as it left, from our own address."""
    from_us = incoming.sender.address.lower() in addresses_of(creditor)
    return from_us and _was_sent_by_us(incoming.message_id, candidates)


def _is_unknown_letter(creditor: Ours, one: Incoming | SentMail, brought_back: bool) -> bool:
    """A letter that we signed and that no page knows: the database was brought back.

    What stands in the Sent folder nobody else has put there. Elsewhere the whole signature has to
    fit: a debtor who copies the mark of his dossier must not be able to stop all sending.
    """
    words = f"{one.subject}\n{one.text}"
    key = named_by_mark(one.message_id, words, creditor.token_key, creditor.id)
    if key is None or isinstance(one, SentMail):
        return key is not None
    if one.sender.address.lower() not in addresses_of(creditor):
        return False
    level = one.header("x-reminder-level").strip()
    if step_signed(one.message_id, level, creditor.token_key, key, ()) is not None:
        return True
    return brought_back


def _was_sent_by_us(message_id: str, candidates: Sequence[Candidate]) -> bool:
    """Whether a letter of that Message-ID left from here, or is about to."""
    if not token_in(message_id):
        return False
    return any(MessageId(message_id) in one.by_message_id for one in candidates)


def _signed_by_us(creditor: Ours, mark: Mark) -> bool:
    key = DossierKey(creditor=creditor.id, dossier=DossierId(mark.dossier))
    return fits(creditor.token_key, key, mark.five)


def _sent_item(kept: Kept, mail: SentMail, candidates: Sequence[Candidate], creditor: Ours) -> Item:
    if is_notice(mail.message_id) or _was_sent_by_us(mail.message_id, candidates):
        return Item(kept=kept, sent=mail, ours=True)
    if mail.sent_at is None:
        mail = replace(mail, sent_at=kept.received_at)
    about = contact_of_sent(mail, candidates)
    return Item(
        kept=kept,
        sent=mail,
        sent_about=about,
        sent_candidate=next((one for one in candidates if one.key == about), None),
    )


def _item(
    creditor: Ours,
    kept: Kept,
    incoming: Incoming,
    candidates: tuple[Candidate, ...],
    *,
    today: date,
) -> Item:
    incoming = rightly_dated(incoming, today=today)
    understood = read_and_link(incoming, candidates, creditor)
    since = creditor.act_on_messages_since
    arrival = Arrival(
        message=kept.digest,
        incoming=understood.incoming,
        reading=understood.reading,
        link=understood.link,
        received_at=kept.received_at,
        today=today,
        authentication=_authentication(incoming, creditor),
        own=understood.own,
    )
    old = since is not None and arrival.sent_at.astimezone(PARIS).date() < since
    return Item(
        kept=kept,
        arrival=replace(arrival, moves_nothing=old),
        debtor=_debtor_heard(arrival, candidates),
        ours=_is_own_copy(incoming, candidates, creditor),
        objects_to=may_object(incoming, candidates, _own_house(creditor)),
    )


def _own_house(creditor: Ours) -> frozenset[str]:
    """The domains on which our own people write."""
    domain = own_domain(creditor.mailbox)
    return frozenset({*creditor.own_domains, *([domain] if domain else [])})


def read_and_link(
    incoming: Incoming, candidates: tuple[Candidate, ...], creditor: Ours
) -> Understood:
    """What a message says and whose it is; read again when only one of several dossiers is left,

    because a short invoice number means something only within one dossier.
    """
    domains = creditor.own_domains
    invoices = tuple(dict.fromkeys(n for one in candidates for n in one.invoices))
    incoming = about_others(incoming, _own_among(bounced(incoming), candidates, creditor))
    reading = understand(
        incoming,
        known_invoices=invoices,
        own_domains=domains,
        names_a_dossier=any(one.by_reference for one in candidates),
    )
    own = _own_among(failed_addresses(incoming, reading), candidates, creditor)
    linked = refused_copy(incoming, reading, own) or link(
        incoming,
        reading.kind,
        candidates,
        own_addresses=addresses_of(creditor),
        passed_on="internal_forward" in reading.doubts,
        names_told=names_in((one.debtor_name for one in candidates), reading.reply_text),
        invoices_told=reading.invoices,
    )
    if isinstance(linked, Linked) and len(candidates) > 1:
        theirs = next(one.invoices for one in candidates if one.key == linked.key)
        if len(theirs) < len(invoices):
            reading = within(reading, incoming, theirs)
    return Understood(incoming=incoming, reading=reading, link=linked, own=own)


def _own_among(
    addresses: Sequence[str], candidates: Sequence[Candidate], creditor: Ours
) -> frozenset[str]:
    return own_among(
        addresses,
        candidates,
        own_addresses=addresses_of(creditor),
        own_domains=creditor.own_domains,
    )


def _authentication(incoming: Incoming, creditor: Ours) -> Authentication:
    if creditor.unnamed_authserv_is_trusted:
        return authentication(incoming, trusted=TOPMOST)
    return authentication(incoming, trusted=creditor.trusted_authserv_ids)


def _debtor_heard(arrival: Arrival, candidates: tuple[Candidate, ...]) -> DebtorId | None:
    """The debtor, where what he says is about himself and so about all his dossiers."""
    if not isinstance(arrival.link, Linked) or arrival.reading.kind is not Kind.HUMAN:
        return None
    key = arrival.link.key
    return next(one.debtor_id for one in candidates if one.key == key)


async def with_siblings(house: House, creditor: Creditor, items: list[Item]) -> list[Item]:
    """The items with the debtors' other dossiers, all looked up at once."""
    debtors = [item.debtor for item in items if item.debtor is not None]
    if not debtors:
        return items
    theirs = await house.lookup.dossiers_of_many(creditor.id, debtors)
    return [
        item if item.debtor is None else _beside(item, theirs.get(item.debtor, ()))
        for item in items
    ]


def _beside(item: Item, keys: Sequence[DossierKey]) -> Item:
    linked = item.arrival.link if item.arrival else None
    own = linked.key if isinstance(linked, Linked) else None
    return replace(item, siblings=tuple(key for key in keys if key != own))
