"""Raw messages: their bytes are committed before anything else happens to them (P4).

A message is its bytes: the same ones in another folder, or under another UID, are the same
message. So are other bytes with the same Message-ID, Date and sender: two deliveries, or a server
that ends a message otherwise than another. Every place where it was seen is kept, so that it is
not fetched again.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient

from relance_mailer.dossier.values import CreditorId, Digest, MessageId, PageId
from relance_mailer.inward.glance import Glance
from relance_mailer.ports import Fate, Kept, RawMessage, Waiting
from relance_mailer.store.database import Database
from relance_mailer.store.effects import chunks, keep_evidence
from relance_mailer.store.fields import storable
from relance_mailer.store.statements import asked, asked_at_length, lines, places
from relance_mailer.store.tables import Evidence, InboxMessage, InboxName, InboxPage, InboxPlace
from relance_mailer.store.traces import folded_mark

Scanned = tuple[Digest, RawMessage, Glance]

KNOWN_UIDS = """WHERE mailbox = $1 AND folder = $2 AND uidvalidity = $3 AND uid > $4"""
UNREAD = "WHERE creditor = $1 AND fate = $2 ORDER BY ordered_at, id LIMIT $3"
WAITING = "WHERE fate IN ({fates}) ORDER BY ordered_at, id"
BEGINS_SO = "WHERE digest >= $1 AND digest <= $2 ORDER BY id LIMIT 10"
COUNTS = "SELECT fate, COUNT(*) FROM inbox {where} GROUP BY fate"
WAIT = "SELECT fate, COUNT(*) FROM inbox WHERE creditor = $1 AND fate IN ($2, $3) GROUP BY fate"

COUNTED_AFTER = 500
"""New messages of one process after which the database is told to look at its tables."""

DIGEST_PREFIX = re.compile(r"[0-9a-f]{4,64}")


def digest_of(raw: bytes) -> Digest:
    """The name of a raw message or of a MIME."""
    return Digest(sha256(raw).hexdigest())


def date_of(glance: Glance) -> datetime | None:
    """The Date header as the scan read it, None when it is unreadable or absurd."""
    try:
        moment = datetime.fromisoformat(glance.sent_at)
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


class DatabaseInbox:
    """Implements `ports.Inbox`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._until_counted = COUNTED_AFTER

    async def keep(
        self,
        creditor: CreditorId,
        mailbox: str,
        messages: Sequence[tuple[RawMessage, Glance]],
        *,
        sent_folder: bool,
    ) -> int:
        """Commit raw bytes; those already kept (same bytes, or same folder and UID) are left.

        Another shape of a message that is kept is evidence and a place, never read again. Answers
        how many were new. One transaction for all.
        """
        mailbox = mailbox.lower()
        scanned = [(digest_of(raw.raw), raw, glance) for raw, glance in messages]
        async with self._database.transaction() as client:
            placed = await _known_places(client, mailbox, scanned)
            fresh = [item for item in scanned if _place(item[1]) not in placed]
            kept = await _known_digests(client, creditor, mailbox, fresh)
            new = {item[0]: item for item in reversed(fresh) if item[0] not in kept}
            rows = [
                _message(creditor, mailbox, item, sent_folder=sent_folder)
                for item in reversed(new.values())
            ]
            rows = await _first_shapes(client, rows)
            if new:
                await keep_evidence(client, {digest: new[digest][1].raw for digest in new})
            if rows:
                await InboxMessage.bulk_create(rows, ignore_conflicts=True, using_db=client)
                await _put_names(client, (new[Digest(row.digest)] for row in rows))
            await _put_places(client, mailbox, fresh)
        await self._grown_by(len(rows))
        return len(rows)

    async def _grown_by(self, messages: int) -> None:
        """Once for a process: what comes at a first start is enough to be known for what it is."""
        if self._until_counted > 0:
            self._until_counted -= messages
            if self._until_counted <= 0:
                await self._database.count_anew("inbox", "inbox_places", "inbox_names", "evidence")

    async def known_uids(
        self, mailbox: str, folder: str, uidvalidity: int, *, above: int = 0
    ) -> frozenset[int]:
        """The UIDs of that folder, above a number, that were kept already."""
        told = [storable(mailbox.lower()), storable(folder), uidvalidity, above]
        with self._database.entered() as client:
            rows = await lines(
                client, InboxPlace, KNOWN_UIDS, told, columns=("uid",), at_length=True
            )
        return frozenset(row["uid"] for row in rows)

    async def unread(self, creditor: CreditorId, *, limit: int) -> tuple[Kept, ...]:
        """Unread messages in the order of their Date (of their arrival, when it is unreadable)."""
        told = [creditor, Fate.UNREAD.value, limit]
        with self._database.entered() as client:
            return tuple(map(_kept, await lines(client, InboxMessage, UNREAD, told)))

    async def waiting(self, fates: Iterable[Fate]) -> tuple[Kept, ...]:
        """Messages with one of these fates, oldest first."""
        wanted = [fate.value for fate in fates]
        if not wanted:
            return ()
        text = WAITING.format(fates=places(wanted))
        with self._database.entered() as client:
            found = await lines(client, InboxMessage, text, wanted, at_length=True)
        return tuple(map(_kept, found))

    async def find(self, digest_prefix: str) -> Kept | None:
        """The message whose digest begins so, None when there is none or more than one."""
        prefix = digest_prefix.strip().lower()
        if not DIGEST_PREFIX.fullmatch(prefix):
            return None
        with self._database.entered() as client:
            found = await lines(client, InboxMessage, BEGINS_SO, [prefix, prefix + "g"])
        return _kept(found[0]) if len({line["digest"] for line in found}) == 1 else None

    async def raw(self, digests: Sequence[Digest]) -> Mapping[Digest, bytes]:
        """The bytes of messages; those that are not kept are left out."""
        found: dict[Digest, bytes] = {}
        with self._database.entered() as client:
            for part in chunks(list(dict.fromkeys(digests))):
                rows = Evidence.filter(digest__in=part).using_db(client)
                for digest, content in await rows.values_list("digest", "content"):
                    found[Digest(digest)] = bytes(content)
        return found

    async def led_to(self, digest: Digest) -> tuple[PageId, ...]:
        """The pages of the journal to which a message led when it was settled."""
        with self._database.entered() as client:
            rows = InboxPage.filter(digest=digest).using_db(client).order_by("page")
            return tuple(PageId(page) for (page,) in await rows.values_list("page"))

    async def counts(self, creditor: CreditorId | None = None) -> Mapping[Fate, int]:
        """How many messages have each fate; fates without any are left out."""
        values = [] if creditor is None else [creditor]
        text = COUNTS.format(where="WHERE creditor = $1" if values else "")
        with self._database.entered() as client:
            rows = await asked_at_length(client, text, values)
        return {Fate(row[0]): row[1] for row in rows}

    async def wait(self, creditor: CreditorId) -> Waiting:
        """How many messages are unread, and how many are set aside."""
        told = [creditor, Fate.UNREAD.value, Fate.SET_ASIDE.value]
        with self._database.entered() as client:
            found = {row[0]: row[1] for row in await asked(client, WAIT, told)}
        return Waiting(unread=found.get(told[1], 0), set_aside=found.get(told[2], 0))

    async def known_message_ids(
        self, ids: Sequence[MessageId], *, sent_folder: bool
    ) -> frozenset[MessageId]:
        """Which of these Message-IDs a kept message bears, in the Sent folder or in the others.

        In the others it is a journal copy; in the Sent folder it is the provider's own copy.
        """
        asked = {folded_mark(name): name for name in ids}
        found: set[MessageId] = set()
        with self._database.entered() as client:
            for part in chunks(list(asked)):
                rows = InboxMessage.filter(message_id__in=part, sent_folder=sent_folder)
                told = await rows.using_db(client).values_list("message_id")
                found.update(asked[name] for (name,) in told)
        return frozenset(found)

    async def naming(self, message_ids: Sequence[MessageId]) -> Mapping[MessageId, Digest]:
        """Kept messages of others that name one of these Message-IDs: proof that it arrived."""
        asked = {folded_mark(name): name for name in message_ids}
        found: dict[MessageId, Digest] = {}
        with self._database.entered() as client:
            for part in chunks(list(asked)):
                names = InboxName.filter(name__in=part).using_db(client).order_by("id")
                told = await names.values_list("name", "digest")
                rows = InboxMessage.filter(digest__in=[digest for _, digest in told])
                others = await rows.filter(sent_folder=False).using_db(client).values_list("digest")
                theirs = {digest for (digest,) in others}
                for name, digest in told:
                    if digest in theirs:
                        found.setdefault(asked[name], Digest(digest))
        return found


def _place(raw: RawMessage) -> tuple[str, int, int]:
    return (raw.folder, raw.uidvalidity, raw.uid)


async def _known_places(
    client: BaseDBAsyncClient, mailbox: str, scanned: Sequence[Scanned]
) -> frozenset[tuple[str, int, int]]:
    known: set[tuple[str, int, int]] = set()
    for folder, uidvalidity in {(raw.folder, raw.uidvalidity) for _, raw, _ in scanned}:
        here = (folder, uidvalidity)
        uids = [raw.uid for _, raw, _ in scanned if (raw.folder, raw.uidvalidity) == here]
        for part in chunks(uids):
            rows = InboxPlace.filter(
                mailbox=mailbox,
                folder=folder,
                uidvalidity=uidvalidity,
                uid__in=part,
                uid__range=(min(part), max(part)),
            )
            found = await rows.using_db(client).values_list("uid")
            known.update((folder, uidvalidity, uid) for (uid,) in found)
    return frozenset(known)


async def _known_digests(
    client: BaseDBAsyncClient, creditor: CreditorId, mailbox: str, fresh: Sequence[Scanned]
) -> frozenset[str]:
    known: set[str] = set()
    # Asked for by digest alone: a database that knows nothing of a table yet (no statistics) may
    # look through all of the mailbox instead.
    for part in chunks([digest for digest, _, _ in fresh]):
        rows = InboxMessage.filter(digest__in=part).using_db(client)
        for of, box, digest in await rows.values_list("creditor", "mailbox", "digest"):
            if (of, box) == (creditor, mailbox):
                known.add(digest)
    return frozenset(known)


Shape = tuple[str, datetime, str]
"""Message-ID, Date and sender as they are stored: what two shapes of one message share."""


async def _first_shapes(
    client: BaseDBAsyncClient, rows: Sequence[InboxMessage]
) -> list[InboxMessage]:
    """The messages of which no other shape is kept, nor stands before them; all of one folder.

    Without Message-ID or Date a message is its bytes alone.
    """
    seen: set[Shape] = set()
    for part in chunks([storable(row.message_id) for row in rows if _shape(row)]):
        # By Message-ID alone, for the same reason.
        kept = InboxMessage.filter(message_id__in=part).using_db(client).only(*_OF_A_SHAPE)
        seen |= {shape for row in await kept if _is_beside(row, rows[0]) and (shape := _shape(row))}
    first = []
    for row in rows:
        shape = _shape(row)
        if shape is None or shape not in seen:
            first.append(row)
        if shape is not None:
            seen.add(shape)
    return first


_OF_A_SHAPE = ("id", "creditor", "mailbox", "sent_folder", "message_id", "sent_at", "sender")


def _is_beside(row: InboxMessage, other: InboxMessage) -> bool:
    return (row.creditor, row.mailbox, row.sent_folder) == (
        storable(other.creditor),
        storable(other.mailbox),
        other.sent_folder,
    )


def _shape(row: InboxMessage) -> Shape | None:
    if not row.message_id or row.sent_at is None:
        return None
    return (storable(row.message_id), row.sent_at, storable(row.sender))


def _message(
    creditor: CreditorId, mailbox: str, item: Scanned, *, sent_folder: bool
) -> InboxMessage:
    digest, raw, glance = item
    sent_at = date_of(glance)
    return InboxMessage(
        creditor=creditor,
        mailbox=mailbox,
        digest=digest,
        folder=raw.folder,
        sent_folder=sent_folder,
        received_at=raw.received_at,
        sent_at=sent_at,
        ordered_at=sent_at or raw.received_at,
        size=len(raw.raw),
        sender=glance.sender,
        message_id=folded_mark(glance.message_id),
        glance=json.dumps(asdict(glance)),
        fate=Fate.UNREAD.value,
        truncated=raw.truncated,
    )


async def _put_names(client: BaseDBAsyncClient, items: Iterable[Scanned]) -> None:
    names = sorted({(folded_mark(name), item[0]) for item in items for name in item[2].names})
    rows = [InboxName(name=name, digest=digest) for name, digest in names if name]
    if rows:
        await InboxName.bulk_create(rows, ignore_conflicts=True, using_db=client)


async def _put_places(client: BaseDBAsyncClient, mailbox: str, items: Sequence[Scanned]) -> None:
    rows = [
        InboxPlace(
            mailbox=mailbox,
            folder=raw.folder,
            uidvalidity=raw.uidvalidity,
            uid=raw.uid,
            digest=digest,
        )
        for digest, raw, _ in items
    ]
    if rows:
        await InboxPlace.bulk_create(rows, ignore_conflicts=True, using_db=client)


def _kept(line: Mapping[str, Any]) -> Kept:
    return Kept(
        digest=Digest(line["digest"]),
        creditor=CreditorId(line["creditor"]),
        mailbox=line["mailbox"],
        folder=line["folder"],
        sent_folder=line["sent_folder"],
        received_at=line["received_at"],
        sent_at=line["sent_at"],
        size=line["size"],
        glance=glance_of(line["glance"]),
        fate=Fate(line["fate"]),
        truncated=line["truncated"],
    )


def glance_of(text: str) -> Glance:
    """The scan that a row holds."""
    told: dict[str, Any] = json.loads(text)
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in told.items()
    }
    return Glance(**values)
