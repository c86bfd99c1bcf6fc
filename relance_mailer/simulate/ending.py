"""What must hold when nothing goes wrong any more: nothing lost, nothing unsettled, books in order.

A message that stood in the mailbox ends read or before a human; every letter that arrived stands
in the journal, and none that is said to have left did not; what is in doubt was put to a human.
"""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from relance_mailer.dossier import events as e
from relance_mailer.dossier.events import Entry
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import Digest, MessageId, PageId
from relance_mailer.flows.keep_journal import anchors_of, rebuild, verify
from relance_mailer.ports import Fate, OutboxState
from relance_mailer.simulate.cast import CREDITOR
from relance_mailer.simulate.judge import Breach, Judge
from relance_mailer.simulate.process import Process
from relance_mailer.simulate.truth import Said
from relance_mailer.simulate.visitors import at_the_door
from relance_mailer.simulate.world import World
from relance_mailer.store.caches import FRENCH, LOOK
from relance_mailer.workdays import PARIS

Latest = Mapping[PageId, datetime]
PATIENCE = timedelta(days=40)
"""The longest that a timeline waits between two steps, with what a broken ledger may add."""


async def at_the_end(process: Process, world: World, judge: Judge) -> list[Breach]:
    """Every breach that only the end shows."""
    entries = [
        entry
        for page in await process.house.journal.pages()
        for entry in await process.house.journal.entries(page)
    ]
    latest = {entry.page: entry.at for entry in entries}
    found = [
        *[("P4", told) async for told in _unheard(process, world)],
        *[("P3", told) for told in _unaccounted(entries, judge)],
        *[("P3", told) async for told in _still_open(process)],
        *[("P9", told) for told in _without_because(entries)],
        *[("P9", told) async for told in books(process, world)],
        *[("P6", told) async for told in forgotten(process, world, latest)],
        *[("P10", told) async for told in at_the_door(process, world)],
    ]
    return [Breach(promise=promise, told=told) for promise, told in found]


async def _unheard(process: Process, world: World) -> AsyncIterator[str]:
    """P4: every message of the mailbox is read, or waits for a human."""
    for said in world.truth.said:
        kept = await process.house.inbox.find(Digest(said.digest))
        gone = said.message_id in world.truth.withdrawn
        if kept is None:
            if not gone and not await is_kept(process, said):
                yield f"« {said.what} » de {said.dossier or 'personne'} : jamais gardé"
        elif kept.fate is Fate.UNREAD:
            yield f"« {said.what} » de {said.dossier} : pas lu"
        elif kept.fate is Fate.NOBODYS and not _dismissable(said, world):
            yield f"« {said.what} » de {said.dossier} : tenu pour l'affaire de personne"


def _dismissable(said: Said, world: World) -> bool:
    """Whether it may be nobody's: a machine wrote it, or an operator put it away."""
    return said.by_machine or not said.dossier or world.truth.acted_since(said.dossier, said.at)


async def is_kept(process: Process, said: Said) -> bool:
    """Whether its bytes stand in the house, or those of its twin with another Received line."""
    if await process.house.inbox.find(Digest(said.digest)) is not None:
        return True
    known = await process.house.inbox.known_message_ids(
        [MessageId(said.message_id)], sent_folder=False
    )
    return bool(known)


def _unaccounted(entries: Sequence[Entry], judge: Judge) -> Iterator[str]:
    """P3 and P9: what arrived is journaled, what the server refused to say is put to a human."""
    sent = {
        str(one.event.message_id)
        for one in entries
        if isinstance(one.event, e.LetterSent) and not one.event.colleague
    }
    unsure = {
        (one.page, one.event.step) for one in entries if isinstance(one.event, e.LetterUnsure)
    }
    # A report of non-delivery that names a letter in doubt is its fate: nothing else is written.
    returned = {
        (one.page, one.event.step) for one in entries if isinstance(one.event, e.ContactBounced)
    }
    ids = {
        str(one.event.message_id): (one.page, one.event.step)
        for one in entries
        if isinstance(one.event, e.LetterQueued)
    }
    arrived = {one.message_id for one in judge.seen}
    for one in judge.seen:
        if one.message_id not in sent and ids.get(one.message_id) not in unsure | returned:
            yield f"{one.name} : arrivée, pas au journal"
    for message_id in sorted(sent - arrived):
        yield f"{message_id} : au journal comme partie, jamais arrivée"
    asked = {
        one.page
        for one in entries
        if isinstance(one.event, e.ReviewAsked) and one.event.reason == "letter_unsure"
    }
    yield from (f"{page} : doute sans examen" for page, _ in sorted(unsure) if page not in asked)


async def _still_open(process: Process) -> AsyncIterator[str]:
    """P3: no letter stays in doubt."""
    for row in await process.house.outbox.in_state(CREDITOR, [OutboxState.LEAVING]):
        yield f"{row.key.dossier} {row.step} : encore en doute"


def _without_because(entries: Sequence[Entry]) -> Iterator[str]:
    return (
        f"{entry.page} {entry.seq} {entry.kind} : sans motif"
        for entry in entries
        if entry.event is not None and not entry.event.because.strip()
    )


async def books(process: Process, world: World) -> AsyncIterator[str]:
    """P9: the chains verify, no anchored head has gone, every cache is what the journal says."""
    anchors = process.relance.anchors
    lines = anchors.read_text(encoding="utf-8").splitlines() if anchors.exists() else []
    verified = await verify(process.house, anchors_of(lines))
    for told in verified.broken:
        yield told
    creditors = {str(key): one for key, one in process.relance.creditors.items()}
    looks = {row.key: row.next_look_on for row in await process.house.lookup.index(CREDITOR)}
    rebuilt = await rebuild(process.house, creditors)
    for closed in rebuilt.unreadable:
        yield f"journal : {closed}"
    for told in rebuilt.differed:
        if not _of_the_look_alone(told):
            yield f"cache : {told}"
    # A day that the house believed to be was looked at, whether or not it comes again.
    believed = world.clock.latest.astimezone(PARIS).date()
    for row in await process.house.lookup.index(CREDITOR):
        before = looks[row.key]
        if row.next_look_on is None or row.next_look_on <= believed:
            continue
        if before is None or before > row.next_look_on:
            yield f"cache : {row.key.dossier} regardé le {before}, à regarder le {row.next_look_on}"


def _of_the_look_alone(told: str) -> bool:
    """Whether `rebuild` moved the next look and nothing else: the days above judge it."""
    _, _, differences = told.partition(" : ")
    return all(one.startswith(FRENCH[LOOK]) for one in differences.split(", "))


async def forgotten(process: Process, world: World, latest: Latest) -> AsyncIterator[str]:
    """P6: a dossier in the sequence to which nothing happened for weeks though money is late.

    `latest` is the moment of the last entry of each page.
    """
    today = world.clock.true
    for row in await process.house.lookup.index(CREDITOR):
        goes_on = row.phase in (Phase.RUNNING, Phase.HELD) and row.owed >= 30
        late = row.oldest_due_on is not None and (
            today.astimezone(PARIS).date() - row.oldest_due_on > PATIENCE
        )
        if goes_on and late and today - latest[row.key.page] > PATIENCE:
            yield f"{row.key.dossier} : rien depuis le {latest[row.key.page]:%d/%m}"
