"""One look at a mailbox: raw bytes kept with their scan; nothing is read here, nothing is flagged.

Humans read, move and delete in the same mailbox, so no flag of theirs is trusted: a folder's UIDs
are compared with those that were kept. The high-water mark only saves work and is advanced after
the bytes are committed; a `full` pass compares every UID. The Sent folder is looked at like the
others: what colleagues send by hand is a contact, and a copy of our own proves nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.house import Creditor, House, inbox_read_key, inbox_read_whole_key
from relance_mailer.inward.glance import glance
from relance_mailer.ports import Fault, FolderView, Mailbox, RawMessage

BATCH = 50
"""Messages a FETCH (more costs the IMAP library quadratic time)."""


@dataclass(slots=True)
class Fetched:
    """What a pass did: how many new messages, by folder, and which folders could not be read."""

    new: dict[str, int] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """New messages in all folders."""
        return sum(self.new.values())

    def counts(self) -> dict[str, int]:
        """What the pass did, in figures."""
        return {"new": self.total}


async def fetch_mail(
    house: House, creditor: Creditor, mailbox: Mailbox, *, full: bool = False
) -> Fetched:
    """Keep every message of the watched folders that is not kept yet.

    The mailbox counts as read (P2) only when every folder was.
    """
    fetched = Fetched()
    began_at = house.clock.now()
    watched = [(folder, False) for folder in creditor.folders]
    if creditor.sent_folder:
        watched.append((creditor.sent_folder, True))
    for folder, is_sent in watched:
        try:
            fetched.new[folder] = await _folder(house, creditor, mailbox, folder, is_sent, full)
        except Fault as error:
            fetched.faults[folder] = error
    if not fetched.faults:
        await house.register.set(inbox_read_key(creditor.id), began_at.isoformat())
        if full:
            await house.register.set(inbox_read_whole_key(creditor.id), began_at.isoformat())
    return fetched


async def _folder(
    house: House, creditor: Creditor, mailbox: Mailbox, folder: str, is_sent: bool, full: bool
) -> int:
    name = f"uid:{creditor.id}:{folder}"
    validity, highest = _mark(await house.register.get(name))
    view = await mailbox.look(folder, above=0 if full else highest)
    if view.uidvalidity != validity and not full:
        # Another folder stands under the same name: every UID is a new one.
        view = await mailbox.look(folder, above=0)
    known = await house.inbox.known_uids(mailbox.address, folder, view.uidvalidity)
    missing = sorted(uid for uid in view.uids if uid not in known)
    new = 0
    unread: list[int] = []
    for start in range(0, len(missing), BATCH):
        uids = missing[start : start + BATCH]
        brought, kept = await _batch(house, creditor.id, mailbox, view, uids, is_sent)
        new += kept
        unread += sorted(set(uids) - brought)
    new += await _unreadable(house, creditor.id, mailbox, view, unread, is_sent)
    top = max(view.uids, default=highest if view.uidvalidity == validity else 0)
    await house.register.set(name, f"{view.uidvalidity}:{top}")
    return new


def _mark(value: str | None) -> tuple[int, int]:
    validity, _, highest = (value or "0:0").partition(":")
    return int(validity), int(highest)


async def _batch(
    house: House,
    creditor: CreditorId,
    mailbox: Mailbox,
    view: FolderView,
    uids: Sequence[int],
    is_sent: bool,
) -> tuple[set[int], int]:
    """The UIDs that the server brought, and how many of them were new."""
    messages: tuple[RawMessage, ...] = await mailbox.fetch(view, uids)
    scanned = [(message, glance(message.raw)) for message in messages]
    brought = {message.uid for message in messages}
    if not scanned:
        return brought, 0
    kept = await house.inbox.keep(creditor, mailbox.address, scanned, sent_folder=is_sent)
    return brought, kept


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
