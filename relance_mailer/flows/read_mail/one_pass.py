"""Raw → parse → link → understand → decide → journal, in the order of the messages' dates.

Fifty messages are gathered, decided upon and committed at once; when anything in a batch fails it
is done again one by one, and the message that fails alone is set aside with its bytes, visible,
while the next one goes on. A sent mail that a colleague wrote is a contact, never a reply.

A backlog is read by a crew: what a message says is a function of its bytes and of the dossiers that
they name. All of a pass are parsed at once; while a batch is decided upon and committed here, the
next is understood there. The dossiers that a batch names are looked up between two commits, so that
the same backlog leads to the same journal, whoever is quicker.

A mail that a colleague or another program wrote names its dossier for whatever answers it, and for
whoever it went to, once it is committed: what comes of it never stands in its batch, nor is looked
up before (`ties`).
"""

import asyncio
import traceback
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from relance_mailer.dossier import events as e
from relance_mailer.flows.house import Creditor, House, look_of
from relance_mailer.flows.read_mail.addressee import addressee
from relance_mailer.flows.read_mail.decided import Told, decide_item
from relance_mailer.flows.read_mail.gather import (
    Found,
    Item,
    Scanned,
    gather,
    item_of,
    scanned,
    with_candidates,
    with_siblings,
)
from relance_mailer.flows.read_mail.ties import Ties, ties_of
from relance_mailer.flows.record import Draft, record
from relance_mailer.flows.restored import mark, pending
from relance_mailer.ports import (
    CutShort,
    Fate,
    Fault,
    Kept,
    Overtaken,
    SettleMessage,
    Unreadable,
)

BATCH = 50
BATCH_BYTES = 32 * 1024 * 1024
BATCHES_A_PASS = 8
"""Of a backlog; whatever else the daemon has to do waits for the end of the pass."""


@dataclass(slots=True)
class Read:
    """What a pass did; `more` says that unread messages are left, `left` how many."""

    told: list[Told] = field(default_factory=list)
    set_aside: list[Told] = field(default_factory=list)
    more: bool = False
    left: int = 0

    @property
    def total(self) -> int:
        """Messages that got a fate."""
        return len(self.told) + len(self.set_aside)

    def counts(self) -> dict[str, int]:
        """What the pass did, in figures."""
        return {
            "read": len(self.told),
            "set_aside": len(self.set_aside),
            "to_read": self.left,
        }


async def read_mail(house: House, creditor: Creditor) -> Read:
    """One pass over the oldest unread messages of a creditor's mailbox."""
    done = Read()
    unread = (await house.inbox.wait(creditor.id)).unread
    # A crew that is there reads the end of its backlog too: only its coming is dear.
    if unread >= creditor.backlog_from or (house.crew.hired and unread > BATCH):
        most = BATCH * BATCHES_A_PASS
        waiting = await house.inbox.unread(creditor.id, limit=most + 1)
        taken = _bounded(waiting[:most])
        if taken:
            await _Backlog(house=house, creditor=creditor, done=done).read(taken)
    else:
        await house.crew.rest()
        waiting = await house.inbox.unread(creditor.id, limit=BATCH + 1)
        taken = _bounded(waiting[:BATCH])
        for batch in _batches(taken, await ties_of(house.inbox, taken)):
            await _read_batch(house, creditor, batch, done)
    done.more = len(waiting) > len(taken)
    if done.more:
        done.left = (await house.inbox.wait(creditor.id)).unread
    return done


def _bounded(waiting: Sequence[Kept]) -> list[Kept]:
    """As many as fit into the memory that a pass may take, at least one."""
    batch: list[Kept] = []
    size = 0
    for kept in waiting:
        if batch and size + kept.size > BATCH_BYTES:
            break
        batch.append(kept)
        size += kept.size
    return batch


def _batches(taken: Sequence[Kept], ties: Ties) -> list[Sequence[Kept]]:
    """The messages in their order, cut where a batch is full or one waits for what stands in it."""
    batches: list[list[Kept]] = []
    for kept in taken:
        if not batches or len(batches[-1]) == BATCH or ties.wait([kept], batches[-1]):
            batches.append([])
        batches[-1].append(kept)
    return [*batches]


Gather = Callable[[House, Creditor, Sequence[Kept]], Awaitable[list[Item]]]
"""How the messages of a batch come to be read."""


async def _read_batch(
    house: House,
    creditor: Creditor,
    batch: Sequence[Kept],
    done: Read,
    read: Gather = gather,
    again: Gather = gather,
    *,
    last: bool = False,
) -> None:
    """Read, decide and commit a batch; one by one, read `again`, when anything in it fails.

    A message over which the system killed its reader is read once more, with nobody beside it.
    """
    try:
        items = await read(house, creditor, batch)
        done.told += await _decided(house, creditor, items)
    except Fault as error:
        if not isinstance(error, Overtaken | Unreadable):
            raise
        if len(batch) > 1:
            for kept in batch:
                await _read_batch(house, creditor, [kept], done, again, again)
        elif isinstance(error, Unreadable):
            done.set_aside.append(await _set_aside(house, creditor, batch[0]))
        # Overtaken alone: another reader has it, or the next pass will.
    except Exception as error:
        if len(batch) > 1:
            for kept in batch:
                await _read_batch(house, creditor, [kept], done, again, again)
        elif isinstance(error, CutShort) and not last:
            # What the others hold in memory is free for it then.
            await house.crew.rest()
            await _read_batch(house, creditor, batch, done, again, again, last=True)
        else:
            done.set_aside.append(await _set_aside(house, creditor, batch[0]))


async def _decided(house: House, creditor: Creditor, items: Sequence[Item]) -> list[Told]:
    await _mark_unknown(house, creditor, items)
    pages = {creditor.page, *(key.page for item in items for key in item.keys)}

    def decided(draft: Draft) -> list[Told]:
        return [decide_item(draft, creditor, item) for item in items]

    look = look_of(creditor, house.clock.today())
    return await record(house.journal, sorted(pages), decided, at=house.clock.now(), look=look)


async def _mark_unknown(house: House, creditor: Creditor, items: Sequence[Item]) -> None:
    """A letter of ours that no page knows is marked before it is settled: a crash keeps it."""
    moments = [one.kept.sent_at or one.kept.received_at for one in items if one.unknown_letter]
    if moments and await pending(house, creditor.id) is None:
        await mark(house, "letters", since=min(moments))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Backlog:
    """A pass over a backlog, read by the crew."""

    house: House
    creditor: Creditor
    done: Read

    async def read(self, taken: Sequence[Kept]) -> None:
        """The messages of a pass, batch after batch."""
        ties = await ties_of(self.house.inbox, taken)
        batches = _batches(taken, ties)
        try:
            told = iter(await self._scanned(taken))
            parts = [tuple(islice(told, len(batch))) for batch in batches]
            ahead: list[Item] | BaseException = await self._understood(parts[0])
        except Fault:
            raise
        except Exception:
            # One of them cannot be read: which one is found where each batch is read for itself.
            for batch in batches:
                await self._batch(batch, self._by_crew)
            return
        for batch, following in zip(batches, (*parts[1:], ()), strict=True):
            waits = ties.wait([one.kept for one in following], batch)
            ahead = await self._in_step(batch, ahead, following, waits=waits)

    async def _in_step(
        self,
        batch: Sequence[Kept],
        items: list[Item] | BaseException,
        following: Sequence[Scanned],
        *,
        waits: bool,
    ) -> list[Item] | BaseException:
        """Commit a batch while the next is understood, or before where it `waits` for this one.

        Answers the next, or why it failed.
        """

        async def as_read(_: House, __: Creditor, ___: Sequence[Kept]) -> list[Item]:
            if isinstance(items, BaseException):
                raise items
            return items

        if waits:
            await self._batch(batch, as_read)
            answers = asyncio.gather(self._understood(following), return_exceptions=True)
            return (await answers)[0]
        (looked_up,) = await asyncio.gather(self._looked_up(following), return_exceptions=True)
        if isinstance(looked_up, BaseException):
            # What cannot be looked up is found in its own batch, message by message.
            await self._batch(batch, as_read)
            return looked_up
        # The crew has its work before the commit takes this process and the database.
        understood, committed = await asyncio.gather(
            self._items(*looked_up), self._batch(batch, as_read), return_exceptions=True
        )
        if isinstance(committed, BaseException):
            raise committed
        return understood

    async def _batch(self, batch: Sequence[Kept], read: Gather) -> None:
        await _read_batch(self.house, self.creditor, batch, self.done, read, self._by_crew)

    async def _by_crew(self, house: House, creditor: Creditor, batch: Sequence[Kept]) -> list[Item]:
        return await self._understood(await self._scanned(batch))

    async def _scanned(self, batch: Sequence[Kept]) -> Sequence[Scanned]:
        raws = await self.house.inbox.raw([kept.digest for kept in batch])
        work = partial(scanned, addressee(self.creditor))
        return await self.house.crew.each(work, [(kept, raws[kept.digest]) for kept in batch])

    async def _understood(self, batch: Sequence[Scanned]) -> list[Item]:
        return await self._items(*await self._looked_up(batch))

    async def _looked_up(self, batch: Sequence[Scanned]) -> tuple[Sequence[Found], bool]:
        """What the database tells of the messages, and whether it was brought back (`item_of`)."""
        brought_back = await pending(self.house, self.creditor.id) is not None
        return await with_candidates(self.house, self.creditor, batch), brought_back

    async def _items(self, found: Sequence[Found], brought_back: bool) -> list[Item]:
        today = self.house.clock.today()
        work = partial(item_of, addressee(self.creditor), today, brought_back)
        items = await self.house.crew.each(work, found)
        return await with_siblings(self.house, self.creditor, list(items))


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
