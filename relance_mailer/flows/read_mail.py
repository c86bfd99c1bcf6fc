"""Raw → parse → link → understand → decide → journal, in the order of the messages' dates.

Fifty messages are gathered, decided upon and committed at once; when anything in a batch fails it
is done again one by one, and the message that fails alone is set aside with its bytes, visible,
while the next one goes on. A sent mail that a colleague wrote is a contact, never a reply.
"""

import asyncio
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from relance_mailer.dossier import events as e
from relance_mailer.dossier.reference import Mark, fits, token_in
from relance_mailer.dossier.state import Dossier, LetterState
from relance_mailer.dossier.values import (
    Digest,
    DossierId,
    DossierKey,
    PageId,
)
from relance_mailer.flows.house import Creditor, House, look_of
from relance_mailer.flows.record import Draft, record
from relance_mailer.inward.arrival import Arrival
from relance_mailer.inward.authentication import TOPMOST, Authentication, authentication
from relance_mailer.inward.clues import clues_in
from relance_mailer.inward.decide import (
    decide,
    decide_for_candidate,
    decide_for_mailbox,
    decide_for_sibling,
)
from relance_mailer.inward.link import Candidate, Clues, Contested, Link, Linked, link
from relance_mailer.inward.outcome import outcome_of
from relance_mailer.inward.sent import (
    SentMail,
    clues_of_sent,
    colleagues,
    dossier_of_sent,
    sent_mail,
)
from relance_mailer.ports import (
    Fate,
    Fault,
    Kept,
    MoveLetter,
    OutboxState,
    Overtaken,
    SettleMessage,
    TakeContact,
)
from relance_mailer.reading.message import Incoming, Reading
from relance_mailer.reading.parse import parse
from relance_mailer.reading.understand import understand
from relance_mailer.words import Kind, Outcome
from relance_mailer.workdays import PARIS

GONE = frozenset({LetterState.LEAVING, LetterState.SENT, LetterState.UNSURE})
BATCH = 50
BATCH_BYTES = 32 * 1024 * 1024
IN_A_THREAD_FROM = 256 * 1024
"""A message of this many bytes is parsed beside the loop, so that nothing else waits for it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What became of one message."""

    message: Digest
    outcome: Outcome | None  # None for a sent mail and for one that was set aside
    dossier: DossierKey | None
    because: str


@dataclass(slots=True)
class Read:
    """What a pass did; `more` says that unread messages are left."""

    told: list[Told] = field(default_factory=list)
    set_aside: list[Told] = field(default_factory=list)
    more: bool = False

    @property
    def total(self) -> int:
        """Messages that got a fate."""
        return len(self.told) + len(self.set_aside)

    def counts(self) -> dict[str, int]:
        """What the pass did, in figures."""
        return {"read": len(self.told), "set_aside": len(self.set_aside)}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Item:
    """A message gathered: what was parsed, what it may be about, whose pages it needs."""

    kept: Kept
    arrival: Arrival | None = None
    siblings: tuple[DossierKey, ...] = ()
    sent: SentMail | None = None
    sent_about: DossierKey | None = None
    sent_candidate: Candidate | None = None
    ours: bool = False

    @property
    def keys(self) -> tuple[DossierKey, ...]:
        """The dossiers that it may write upon."""
        if self.sent_about is not None:
            return (self.sent_about,)
        if self.arrival is None:
            return ()
        match self.arrival.link:
            case Linked() as linked:
                return (linked.key, *self.siblings)
            case Contested() as contested:
                return contested.candidates
            case _:
                return ()


async def read_mail(house: House, creditor: Creditor) -> Read:
    """One pass over the oldest unread messages of a creditor's mailbox."""
    done = Read()
    waiting = await house.inbox.unread(creditor.id, limit=BATCH + 1)
    batch = _bounded(waiting[:BATCH])
    if batch:
        await _read_batch(house, creditor, batch, done)
    done.more = len(waiting) > len(batch)
    return done


def _bounded(waiting: Sequence[Kept]) -> list[Kept]:
    """As many as fit into the memory that a batch may take, at least one."""
    batch: list[Kept] = []
    size = 0
    for kept in waiting:
        if batch and size + kept.size > BATCH_BYTES:
            break
        batch.append(kept)
        size += kept.size
    return batch


async def _read_batch(house: House, creditor: Creditor, batch: Sequence[Kept], done: Read) -> None:
    try:
        done.told += await _processed(house, creditor, batch)
    except Fault as error:
        if len(batch) > 1 and isinstance(error, Overtaken):
            for kept in batch:
                await _read_batch(house, creditor, [kept], done)
        elif not isinstance(error, Overtaken):
            raise
        # Overtaken alone: another reader has it, or the next pass will.
    except Exception:
        if len(batch) > 1:
            for kept in batch:
                await _read_batch(house, creditor, [kept], done)
        else:
            done.set_aside.append(await _set_aside(house, creditor, batch[0]))


async def _processed(house: House, creditor: Creditor, batch: Sequence[Kept]) -> list[Told]:
    items = await _gather(house, creditor, batch)
    pages = {creditor.page, *(key.page for item in items for key in item.keys)}

    def decided(draft: Draft) -> list[Told]:
        return [_decide(draft, creditor, item) for item in items]

    look = look_of(creditor, house.clock.today())
    return await record(house.journal, sorted(pages), decided, at=house.clock.now(), look=look)


async def _gather(house: House, creditor: Creditor, batch: Sequence[Kept]) -> list[_Item]:
    raws = await house.inbox.raw([kept.digest for kept in batch])
    parsed = [await _parsed(raws[kept.digest], kept) for kept in batch]
    clues = [_clues(one, creditor) for one in parsed]
    found = await house.lookup.candidates_many(creditor.id, clues)
    items = []
    for kept, one, candidates in zip(batch, parsed, found, strict=True):
        if isinstance(one, SentMail):
            items.append(_sent_item(kept, one, candidates, creditor))
        else:
            items.append(await _item(house, creditor, kept, one, candidates))
    return items


async def _parsed(raw: bytes, kept: Kept) -> Incoming | SentMail:
    work = sent_mail if kept.sent_folder else parse
    if len(raw) >= IN_A_THREAD_FROM:
        return await asyncio.to_thread(work, raw)
    return work(raw)


def _clues(one: Incoming | SentMail, creditor: Creditor) -> Clues:
    if isinstance(one, SentMail):
        return clues_of_sent(one)
    return clues_in(
        one,
        mark_fits=lambda mark: _signed_by_us(creditor, mark),
        own_addresses=frozenset(creditor.own_addresses),
    )


def _signed_by_us(creditor: Creditor, mark: Mark) -> bool:
    key = DossierKey(creditor=creditor.id, dossier=DossierId(mark.dossier))
    return fits(creditor.token_key, key, mark.five)


def _sent_item(
    kept: Kept, mail: SentMail, candidates: Sequence[Candidate], creditor: Creditor
) -> _Item:
    if token_in(mail.message_id):
        return _Item(kept=kept, sent=mail, ours=True)
    about = dossier_of_sent(mail, candidates) if mail.sent_at else None
    return _Item(
        kept=kept,
        sent=mail,
        sent_about=about,
        sent_candidate=next((one for one in candidates if one.key == about), None),
    )


async def _item(
    house: House,
    creditor: Creditor,
    kept: Kept,
    incoming: Incoming,
    candidates: tuple[Candidate, ...],
) -> _Item:
    reading, linked = read_and_link(
        incoming,
        candidates,
        own_domains=creditor.own_domains,
        own_addresses=frozenset(creditor.own_addresses),
    )
    since = creditor.act_on_messages_since
    arrival = Arrival(
        message=kept.digest,
        incoming=incoming,
        reading=reading,
        link=linked,
        received_at=kept.received_at,
        today=house.clock.today(),
        authentication=_authentication(incoming, creditor),
    )
    old = since is not None and arrival.sent_at.astimezone(PARIS).date() < since
    return _Item(
        kept=kept,
        arrival=replace(arrival, moves_nothing=old),
        siblings=await _siblings(house, creditor, arrival, candidates),
        ours=token_in(incoming.message_id) is not None,
    )


def read_and_link(
    incoming: Incoming,
    candidates: tuple[Candidate, ...],
    *,
    own_domains: tuple[str, ...],
    own_addresses: frozenset[str],
) -> tuple[Reading, Link]:
    """What a message says and whose it is; read again when only one of several dossiers is left,

    because a short invoice number means something only within one dossier.
    """
    invoices = tuple(dict.fromkeys(n for one in candidates for n in one.invoices))
    reading = understand(incoming, known_invoices=invoices, own_domains=own_domains)
    linked = link(
        incoming,
        reading.kind,
        candidates,
        own_addresses=own_addresses,
        passed_on="internal_forward" in reading.doubts,
    )
    if isinstance(linked, Linked) and len(candidates) > 1:
        own = next(one.invoices for one in candidates if one.key == linked.key)
        if len(own) < len(invoices):
            reading = understand(incoming, known_invoices=own, own_domains=own_domains)
    return reading, linked


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """A message judged beside the journal: what it says, what would follow, and why."""

    reading: Reading
    outcome: Outcome
    because: str
    dossier: DossierKey | None
    evidence: tuple[str, ...]


async def judge_raw(house: House | None, creditor: Creditor, raw: bytes) -> Verdict:
    """What a message would lead to, touching nothing.

    Without a house no ledger is known: the sender is taken for a known debtor. The topmost
    `Authentication-Results` is trusted, as the contract says of a corpus (§6).
    """
    incoming = parse(raw)
    found: tuple[Candidate, ...] = ()
    if house is not None:
        found = await house.lookup.candidates(creditor.id, _clues(incoming, creditor))
    reading, linked = read_and_link(
        incoming,
        found,
        own_domains=creditor.own_domains,
        own_addresses=frozenset(creditor.own_addresses),
    )
    supposed: Link = linked
    if house is None and reading.kind is not Kind.UNRELATED:
        nobody = DossierKey(creditor=creditor.id, dossier=DossierId(""))
        supposed = Linked(key=nobody, evidence=())
    passed = authentication(incoming, trusted=TOPMOST)
    outcome, because = outcome_of(reading, supposed, passed)
    return Verdict(
        reading=reading,
        outcome=outcome,
        because=because,
        dossier=linked.key if isinstance(linked, Linked) else None,
        evidence=linked.evidence if isinstance(linked, Linked) else (linked.why,),
    )


def _authentication(incoming: Incoming, creditor: Creditor) -> Authentication:
    if creditor.unnamed_authserv_is_trusted:
        return authentication(incoming, trusted=TOPMOST)
    return authentication(incoming, trusted=creditor.trusted_authserv_ids)


async def _siblings(
    house: House, creditor: Creditor, arrival: Arrival, candidates: tuple[Candidate, ...]
) -> tuple[DossierKey, ...]:
    """The debtor's other dossiers, where what he says is about himself."""
    if not isinstance(arrival.link, Linked) or arrival.reading.kind is not Kind.HUMAN:
        return ()
    key = arrival.link.key
    debtor = next(one.debtor_id for one in candidates if one.key == key)
    all_of_them = await house.lookup.dossiers_of(creditor.id, debtor)
    return tuple(one for one in all_of_them if one != key)


def _decide(draft: Draft, creditor: Creditor, item: _Item) -> Told:
    if item.ours:
        return _own_copy(draft, creditor, item)
    if item.sent is not None:
        return _colleague(draft, creditor, item, item.sent)
    assert item.arrival is not None, item.kept.digest
    match item.arrival.link:
        case Linked() as linked:
            return _linked(draft, creditor, item, item.arrival, linked)
        case Contested() as contested:
            return _contested(draft, creditor, item, item.arrival, contested)
        case _:
            return _on_mailbox_page(draft, creditor, item, item.arrival, ())


def _linked(
    draft: Draft, creditor: Creditor, item: _Item, arrival: Arrival, linked: Linked
) -> Told:
    dossier = draft.dossier(linked.key)
    assert dossier is not None, linked.key
    decision = decide(arrival, dossier, creditor.holds)
    draft.write(linked.key.page, decision.events)
    draft.effect(*_came_back(dossier, draft.dossier(linked.key)))
    pages = [linked.key.page]
    for key in item.siblings:
        sibling = draft.dossier(key)
        events = decide_for_sibling(arrival, sibling) if sibling else ()
        draft.write(key.page, events)
        if events:
            pages.append(key.page)
    draft.effect(_settled(item, Fate.READ, pages))
    return Told(
        message=item.kept.digest,
        outcome=decision.outcome,
        dossier=linked.key,
        because=decision.because,
    )


def _came_back(before: Dossier, after: Dossier | None) -> tuple[MoveLetter, ...]:
    """Letters that came back undelivered: their step may be tried again, their day is free."""
    if after is None:
        return ()
    gone = {letter.step for letter in before.letters if letter.state in GONE and letter.mime}
    return tuple(
        MoveLetter(
            key=after.key,
            step=letter.step,
            expected=frozenset({OutboxState.LEAVING, OutboxState.SENT, OutboxState.UNSURE}),
            to=OutboxState.BOUNCED,
            give_back_contact=True,
        )
        for letter in after.letters
        if letter.state is LetterState.BOUNCED
        and letter.step in gone
        and not (letter.imported or letter.colleague)
    )


def _contested(
    draft: Draft, creditor: Creditor, item: _Item, arrival: Arrival, contested: Contested
) -> Told:
    pages = []
    for key in contested.candidates:
        dossier = draft.dossier(key)
        events = decide_for_candidate(arrival, dossier) if dossier else ()
        draft.write(key.page, events)
        if events:
            pages.append(key.page)
    return _on_mailbox_page(draft, creditor, item, arrival, tuple(pages))


def _on_mailbox_page(
    draft: Draft, creditor: Creditor, item: _Item, arrival: Arrival, pages: tuple[PageId, ...]
) -> Told:
    decision = decide_for_mailbox(arrival)
    draft.write(creditor.page, decision.events)
    event = decision.events[0]
    if isinstance(event, e.LinkContested):
        fate = Fate.CONTESTED
    elif isinstance(event, e.MessageUnlinked):
        fate = Fate.UNLINKED
    else:
        fate = Fate.NOBODYS
    draft.effect(_settled(item, fate, pages))
    return Told(
        message=item.kept.digest,
        outcome=decision.outcome,
        dossier=None,
        because=decision.because,
    )


def _own_copy(draft: Draft, creditor: Creditor, item: _Item) -> Told:
    because = "copie d'une lettre partie d'ici"
    sender = item.kept.glance.sender
    ignored = e.MessageIgnored(
        because=because,
        message=item.kept.digest,
        kind=Kind.UNRELATED,
        sender=sender,
        subject="",
    )
    draft.write(creditor.page, [ignored])
    draft.effect(_settled(item, Fate.NOBODYS, ()))
    return Told(message=item.kept.digest, outcome=None, dossier=None, because=because)


def _colleague(draft: Draft, creditor: Creditor, item: _Item, mail: SentMail) -> Told:
    """What a colleague sent by hand takes the debtor's contact of that day, if it is free."""
    key = item.sent_about
    dossier = draft.dossier(key) if key else None
    if key is None or dossier is None:
        because = "courrier envoyé qui ne concerne aucun dossier"
        ignored = e.MessageIgnored(
            because=because,
            message=item.kept.digest,
            kind=Kind.UNRELATED,
            sender=mail.sender,
            subject=mail.subject,
        )
        draft.write(creditor.page, [ignored])
        draft.effect(_settled(item, Fate.NOBODYS, ()))
        return Told(message=item.kept.digest, outcome=None, dossier=None, because=because)
    events = colleagues(mail, dossier)
    draft.write(key.page, events)
    if events and mail.sent_at and item.sent_candidate:
        draft.effect(
            TakeContact(
                creditor=creditor.id,
                debtor=item.sent_candidate.debtor_id,
                day=mail.sent_at.astimezone(PARIS).date(),
                sort=e.Sort.UNSOLICITED,
                key=key,
                step="",
            )
        )
    draft.effect(_settled(item, Fate.READ, [key.page]))
    because = "écrit à la main par un collègue"
    return Told(message=item.kept.digest, outcome=None, dossier=key, because=because)


def _settled(item: _Item, fate: Fate, pages: Sequence[PageId]) -> SettleMessage:
    return SettleMessage(
        message=item.kept.digest,
        fate=fate,
        pages=tuple(pages),
        creditor=item.kept.creditor,
    )


async def _set_aside(house: House, creditor: Creditor, kept: Kept) -> Told:
    """A message that cannot be processed is kept for a human; the queue goes on (P4)."""
    last_line = traceback.format_exc().strip().splitlines()[-1][:300]
    because = f"message impossible à traiter, mis de côté : {last_line}"

    def decided(draft: Draft) -> Told:
        draft.write(creditor.page, [e.MessageSetAside(because=because, message=kept.digest)])
        draft.effect(SettleMessage(message=kept.digest, fate=Fate.SET_ASIDE, creditor=creditor.id))
        return Told(message=kept.digest, outcome=None, dossier=None, because=because)

    look = look_of(creditor, house.clock.today())
    return await record(house.journal, [creditor.page], decided, at=house.clock.now(), look=look)


async def link_by_hand(
    house: House, creditor: Creditor, kept: Kept, key: DossierKey, *, by: str, because: str
) -> Told:
    """A human says whose message it is; it is decided upon as any other of that dossier."""
    raws = await house.inbox.raw([kept.digest])
    incoming = await asyncio.to_thread(parse, raws[kept.digest])
    invoices = await house.lookup.invoice_numbers([key])
    reading = understand(incoming, known_invoices=invoices, own_domains=creditor.own_domains)
    arrival = Arrival(
        message=kept.digest,
        incoming=incoming,
        reading=reading,
        link=Linked(key=key, evidence=(f"rattaché à la main par {by} : {because}",)),
        received_at=kept.received_at,
        today=house.clock.today(),
    )

    def decided(draft: Draft) -> Told:
        dossier = draft.dossier(key)
        assert dossier is not None, key
        linked = e.MessageLinked(because=because, by=by, message=kept.digest, page=key.page)
        draft.write(creditor.page, [linked])
        decision = decide(arrival, dossier, creditor.holds)
        draft.write(key.page, decision.events)
        draft.effect(*_came_back(dossier, draft.dossier(key)))
        draft.effect(
            SettleMessage(
                message=kept.digest,
                fate=Fate.READ,
                pages=(key.page,),
                by_hand=True,
                creditor=creditor.id,
            )
        )
        return Told(
            message=kept.digest,
            outcome=decision.outcome,
            dossier=key,
            because=decision.because,
        )

    look = look_of(creditor, house.clock.today())
    pages = [creditor.page, key.page]
    return await record(house.journal, pages, decided, at=house.clock.now(), look=look)


async def dismiss_by_hand(
    house: House, creditor: Creditor, kept: Kept, *, by: str, because: str
) -> Told:
    """A human says that a waiting message concerns no dossier."""
    why = f"écarté par {by} : {because}"

    def decided(draft: Draft) -> Told:
        ignored = e.MessageIgnored(
            because=why,
            message=kept.digest,
            kind=Kind.UNRELATED,
            sender=kept.glance.sender,
            subject="",
        )
        draft.write(creditor.page, [ignored])
        draft.effect(
            SettleMessage(
                message=kept.digest, fate=Fate.NOBODYS, by_hand=True, creditor=creditor.id
            )
        )
        return Told(message=kept.digest, outcome=Outcome.IGNORE, dossier=None, because=why)

    look = look_of(creditor, house.clock.today())
    return await record(house.journal, [creditor.page], decided, at=house.clock.now(), look=look)
