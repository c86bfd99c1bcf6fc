"""One look at a mailbox: raw bytes kept with their scan; nothing is read here, nothing is flagged.

Humans read, move and delete in the same mailbox, so no flag of theirs is trusted: a folder's UIDs
are compared with those that were kept. The high-water mark only saves work and is advanced after
the bytes are committed; a `full` pass compares every UID. The Sent folder is looked at like the
others: what colleagues send by hand is a contact, and a copy of our own proves nothing.

A pass takes a bounded number of messages: the first look into a mailbox of many years ends when it
is told to, says how far it is, and lets the reading begin. Until nothing is left the mailbox does
not count as read (P2).
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.house import (
    Creditor,
    House,
    inbox_left_key,
    inbox_read_key,
    inbox_read_whole_key,
)
from relance_mailer.inward.glance import glance
from relance_mailer.ports import Fault, FolderView, Mailbox, RawMessage

BATCH = 50
"""Messages a FETCH (more costs the IMAP library quadratic time)."""

AHEAD_BYTES = 8 * 1024 * 1024
"""Messages held while the next are fetched; larger ones are written down before."""

PASS_MESSAGES = 2_000
"""Messages that a pass brings, all folders together: a few seconds of work."""


@dataclass(slots=True)
class Fetched:
    """What a pass did: how many new messages, by folder, and which folders could not be read.

    `left` are messages that stand in the folders and that the next passes will bring; `brought`
    are all that the server handed over, those that were known in another place too.
    """

    new: dict[str, int] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)
    left: int = 0
    brought: int = 0

    @property
    def total(self) -> int:
        """New messages in all folders."""
        return sum(self.new.values())

    def counts(self) -> dict[str, int]:
        """What the pass did, in figures."""
        return {"new": self.total, "to_fetch": self.left}


@dataclass(slots=True)
class _Pass:
    """A pass under way: what it may still bring."""

    house: House
    creditor: Creditor
    mailbox: Mailbox
    full: bool
    fetched: Fetched
    room: int


async def fetch_mail(
    house: House,
    creditor: Creditor,
    mailbox: Mailbox,
    *,
    full: bool = False,
    limit: int = PASS_MESSAGES,
) -> Fetched:
    """Keep messages of the watched folders that are not kept yet, at most so many.

    The mailbox counts as read (P2) only when every folder was, to its end.
    """
    fetched = Fetched()
    began_at = house.clock.now()
    this = _Pass(
        house=house, creditor=creditor, mailbox=mailbox, full=full, fetched=fetched, room=limit
    )
    watched = [(folder, False) for folder in creditor.folders]
    if creditor.sent_folder:
        watched.append((creditor.sent_folder, True))
    for folder, is_sent in watched:
        try:
            fetched.new[folder] = await _folder(this, folder, is_sent)
        except Fault as error:
            fetched.faults[folder] = error
    await _note_left(house, creditor.id, fetched.left)
    if not fetched.faults and not fetched.left:
        await house.register.set(inbox_read_key(creditor.id), began_at.isoformat())
        if full:
            await house.register.set(inbox_read_whole_key(creditor.id), began_at.isoformat())
    return fetched


async def _note_left(house: House, creditor: CreditorId, left: int) -> None:
    name = inbox_left_key(creditor)
    if left or await house.register.get(name):
        await house.register.set(name, str(left) if left else None)


async def _folder(this: _Pass, folder: str, is_sent: bool) -> int:
    house, mailbox = this.house, this.mailbox
    name = f"uid:{this.creditor.id}:{folder}"
    validity, highest = _mark(await house.register.get(name))
    above = 0 if this.full else highest
    view = await mailbox.look(folder, above=above)
    if view.uidvalidity != validity and above:
        # Another folder stands under the same name: every UID is a new one.
        above = 0
        view = await mailbox.look(folder, above=above)
    known = await house.inbox.known_uids(mailbox.address, folder, view.uidvalidity, above=above)
    missing = sorted(uid for uid in view.uids if uid not in known)
    now = missing[: this.room]
    left = len(missing) - len(now)
    this.room -= len(now)
    this.fetched.left += left
    new, unread = await _in_batches(this, view, now, is_sent)
    new += await _unreadable(house, this.creditor.id, mailbox, view, unread, is_sent)
    if not left:
        top = max(view.uids, default=highest if view.uidvalidity == validity else 0)
        await house.register.set(name, f"{view.uidvalidity}:{top}")
    return new


def _mark(value: str | None) -> tuple[int, int]:
    validity, _, highest = (value or "0:0").partition(":")
    return int(validity), int(highest)


async def _in_batches(
    this: _Pass, view: FolderView, wanted: Sequence[int], is_sent: bool
) -> tuple[int, list[int]]:
    """How many messages were new, and the UIDs that the server did not bring.

    While a batch is written down the server reads the next one out, and the crew that will read
    an arrear makes ready.
    """
    new, unread = 0, list[int]()
    batches = [wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH)]
    ahead: Sequence[RawMessage] | BaseException | None = None
    for uids, following in zip(batches, [*batches[1:], ()], strict=False):
        messages = await this.mailbox.fetch(view, uids) if ahead is None else ahead
        if isinstance(messages, BaseException):
            raise messages
        keeping, ahead = _kept(this, messages, is_sent), None
        if following and sum(len(message.raw) for message in messages) <= AHEAD_BYTES:
            ahead, kept = await asyncio.gather(
                this.mailbox.fetch(view, following), keeping, return_exceptions=True
            )
            if isinstance(kept, BaseException):
                raise kept
        else:
            kept = await keeping
        new += kept
        if kept and len(wanted) >= this.creditor.backlog_from:
            this.house.crew.come()
        brought = {message.uid for message in messages}
        unread += sorted(set(uids) - brought)
        this.fetched.brought += len(brought)
    return new, unread


async def _kept(this: _Pass, messages: Sequence[RawMessage], is_sent: bool) -> int:
    """How many of the messages were new."""
    scanned = [(message, glance(message.raw)) for message in messages]
    if not scanned:
        return 0
    inbox, mailbox = this.house.inbox, this.mailbox.address
    return await inbox.keep(this.creditor.id, mailbox, scanned, sent_folder=is_sent)


async def _unreadable(
    house: House,
    creditor: CreditorId,
    mailbox: Mailbox,
    view: FolderView,
    uids: Sequence[int],
    is_sent: bool,
) -> int:
    """A message that stands in the folder and that the server cannot read out is shown to a human.

    A note in its place is kept under its UID: it says where the message stands, and nothing waits
    for it for ever. What a human deleted meanwhile is gone, and nobody's loss.
    """
    if not uids or is_sent:
        return 0
    still = set((await mailbox.look(view.folder, above=min(uids) - 1)).uids)
    notes = [
        RawMessage(
            folder=view.folder,
            uidvalidity=view.uidvalidity,
            uid=uid,
            raw=_NOTE.format(folder=view.folder, uid=uid, validity=view.uidvalidity).encode(),
            received_at=house.clock.now(),
        )
        for uid in uids
        if uid in still
    ]
    if not notes:
        return 0
    scanned = [(note, glance(note.raw)) for note in notes]
    return await house.inbox.keep(creditor, mailbox.address, scanned, sent_folder=False)


_NOTE = """\
Subject: Message illisible sur le serveur
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Le serveur montre un message qu'il ne sait pas rendre : dossier {folder}, UID {uid}
(UIDVALIDITY {validity}). Ouvrez-le dans votre logiciel de messagerie.
"""
