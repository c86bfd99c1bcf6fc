"""Raw → parse → link → understand → decide → journal, in the order of the messages' dates.

Fifty messages are gathered, decided upon and committed at once; when anything in a batch fails it
is done again one by one, and the message that fails alone is set aside with its bytes, visible,
while the next one goes on. A sent mail that a colleague wrote is a contact, never a reply.
"""

import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field

from relance_mailer.dossier import events as e
from relance_mailer.flows.house import Creditor, House, look_of
from relance_mailer.flows.read_mail.decided import Told, decide_item
from relance_mailer.flows.read_mail.gather import Item, gather
from relance_mailer.flows.record import Draft, record
from relance_mailer.flows.restored import mark, pending
from relance_mailer.ports import (
    Fate,
    Fault,
    Kept,
    Overtaken,
    SettleMessage,
    Unreadable,
)

BATCH = 50
BATCH_BYTES = 32 * 1024 * 1024


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
    waiting = await house.inbox.unread(creditor.id, limit=BATCH + 1)
    batch = _bounded(waiting[:BATCH])
    if batch:
        await _read_batch(house, creditor, batch, done)
    done.more = len(waiting) > len(batch)
    if done.more:
        done.left = (await house.inbox.counts(creditor.id)).get(Fate.UNREAD, 0)
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
        if not isinstance(error, Overtaken | Unreadable):
            raise
        if len(batch) > 1:
            for kept in batch:
                await _read_batch(house, creditor, [kept], done)
        elif isinstance(error, Unreadable):
            done.set_aside.append(await _set_aside(house, creditor, batch[0]))
        # Overtaken alone: another reader has it, or the next pass will.
    except Exception:
        if len(batch) > 1:
            for kept in batch:
                await _read_batch(house, creditor, [kept], done)
        else:
            done.set_aside.append(await _set_aside(house, creditor, batch[0]))


async def _processed(house: House, creditor: Creditor, batch: Sequence[Kept]) -> list[Told]:
    items = await gather(house, creditor, batch)
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
