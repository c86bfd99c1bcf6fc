"""The inbox in memory; `FakeJournal` settles messages as the effects of its commits."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from relance_mailer.dossier.values import CreditorId, Digest, MessageId, PageId
from relance_mailer.inward.glance import Glance
from relance_mailer.ports import Fate, Kept, Overtaken, RawMessage, SettleMessage, Waiting

FOR_A_HUMAN = {Fate.UNREAD, Fate.UNLINKED, Fate.CONTESTED, Fate.SET_ASIDE}


class FakeInbox:
    """Implements `ports.Inbox`."""

    def __init__(self) -> None:
        self.kept: list[Kept] = []
        self.raws: dict[Digest, bytes] = {}
        self.pages: dict[Digest, set[PageId]] = {}
        self.places: set[tuple[str, str, int, int]] = set()

    def settle(self, settled: SettleMessage) -> None:
        """Say what became of a message."""
        allowed = FOR_A_HUMAN if settled.by_hand else {Fate.UNREAD}
        changed = False
        for number, kept in enumerate(self.kept):
            his = settled.creditor in (None, kept.creditor)
            if kept.digest == settled.message and kept.fate in allowed and his:
                self.kept[number] = replace(kept, fate=settled.fate)
                changed = True
        if not changed:
            raise Overtaken(f"message {settled.message[:12]} déjà traité")
        self.pages.setdefault(settled.message, set()).update(settled.pages)

    async def led_to(self, digest: Digest) -> tuple[PageId, ...]:
        """The pages to which a message led."""
        return tuple(sorted(self.pages.get(digest, ())))

    async def keep(
        self,
        creditor: CreditorId,
        mailbox: str,
        messages: Sequence[tuple[RawMessage, Glance]],
        *,
        sent_folder: bool,
    ) -> int:
        """Keep raw bytes; answers how many were new."""
        mailbox = mailbox.lower()
        new = 0
        for raw, glance in messages:
            place = (mailbox, raw.folder, raw.uidvalidity, raw.uid)
            digest = Digest(sha256(raw.raw).hexdigest())
            known = (creditor, mailbox, digest) in {
                (kept.creditor, kept.mailbox, kept.digest) for kept in self.kept
            }
            if place not in self.places and not known:
                self.raws[digest] = raw.raw
                one = _kept(creditor, mailbox, digest, raw, glance, sent_folder)
                if not any(_is_same_message(one, kept) for kept in self.kept):
                    new += 1
                    self.kept.append(one)
            self.places.add(place)
        return new

    async def known_uids(
        self, mailbox: str, folder: str, uidvalidity: int, *, above: int = 0
    ) -> frozenset[int]:
        """The UIDs of that folder, above a number, that were kept already."""
        here = (mailbox.lower(), folder, uidvalidity)
        mine = (place[3] for place in self.places if place[:3] == here)
        return frozenset(uid for uid in mine if uid > above)

    async def unread(self, creditor: CreditorId, *, limit: int) -> tuple[Kept, ...]:
        """Unread messages in the order of their Date."""
        mine = [k for k in self.kept if k.creditor == creditor and k.fate is Fate.UNREAD]
        return tuple(sorted(mine, key=_moment))[:limit]

    async def raw(self, digests: Sequence[Digest]) -> Mapping[Digest, bytes]:
        """The bytes of messages."""
        return {digest: self.raws[digest] for digest in digests if digest in self.raws}

    async def waiting(self, fates: Iterable[Fate]) -> tuple[Kept, ...]:
        """Messages with one of these fates, oldest first."""
        wanted = set(fates)
        return tuple(sorted((k for k in self.kept if k.fate in wanted), key=_moment))

    async def find(self, digest_prefix: str) -> Kept | None:
        """The message whose digest begins so."""
        found = [k for k in self.kept if k.digest.startswith(digest_prefix.strip().lower())]
        alone = len(digest_prefix.strip()) >= 4 and len({k.digest for k in found}) == 1
        return found[0] if alone else None

    async def counts(self, creditor: CreditorId | None = None) -> Mapping[Fate, int]:
        """How many messages have each fate."""
        return dict(Counter(k.fate for k in self.kept if creditor in (None, k.creditor)))

    async def wait(self, creditor: CreditorId) -> Waiting:
        """How many messages are unread, and how many are set aside."""
        counts = await self.counts(creditor)
        return Waiting(unread=counts.get(Fate.UNREAD, 0), set_aside=counts.get(Fate.SET_ASIDE, 0))

    async def known_message_ids(
        self, ids: Sequence[MessageId], *, sent_folder: bool
    ) -> frozenset[MessageId]:
        """Which of these Message-IDs a kept message bears."""
        borne = {k.glance.message_id for k in self.kept if k.sent_folder is sent_folder}
        return frozenset(name for name in ids if name in borne)

    async def naming(self, message_ids: Sequence[MessageId]) -> Mapping[MessageId, Digest]:
        """Kept messages of others that name one of these Message-IDs."""
        found: dict[MessageId, Digest] = {}
        for kept in (k for k in self.kept if not k.sent_folder):
            for name in message_ids:
                if name in kept.glance.names:
                    found.setdefault(name, kept.digest)
        return found


def _moment(kept: Kept) -> datetime:
    return kept.sent_at or kept.received_at


def _is_same_message(one: Kept, other: Kept) -> bool:
    """Other bytes, but the same Message-ID, Date and sender."""
    if not one.glance.message_id or one.sent_at is None:
        return False
    return _name(one) == _name(other)


def _name(kept: Kept) -> tuple[object, ...]:
    glance = kept.glance
    place = (kept.creditor, kept.mailbox, kept.sent_folder)
    return (*place, glance.message_id.strip().casefold(), kept.sent_at, glance.sender)


def _kept(
    creditor: CreditorId,
    mailbox: str,
    digest: Digest,
    raw: RawMessage,
    glance: Glance,
    sent_folder: bool,
) -> Kept:
    return Kept(
        digest=digest,
        creditor=creditor,
        mailbox=mailbox,
        folder=raw.folder,
        sent_folder=sent_folder,
        received_at=raw.received_at,
        sent_at=datetime.fromisoformat(glance.sent_at) if glance.sent_at else None,
        size=len(raw.raw),
        glance=glance,
        fate=Fate.UNREAD,
        truncated=raw.truncated,
    )
