"""Raw messages from an open folder: small ones in batches, large ones in chunks, giants in part.

A message that the server refuses to read out must not hide the others: its batch is asked for
again one by one, and it alone is left out.
"""

import io
from collections.abc import Iterator, Sequence

import structlog

from relance_mailer.adapters.imap_account import Denied, ImapLimits
from relance_mailer.adapters.imap_answers import Fetched, fetched, received_at, uid_set
from relance_mailer.adapters.imap_session import ImapSession
from relance_mailer.ports import FolderView, RawMessage

# Sizes are short answers: more of them go into one command.
SIZES_A_BATCH = 500
HEADERS_END = b"\r\n\r\n"

log = structlog.get_logger()


async def fetch_messages(
    session: ImapSession, view: FolderView, uids: Sequence[int], limits: ImapLimits
) -> tuple[RawMessage, ...]:
    """The messages of an open folder in the order of their UIDs, without those that vanished."""
    wanted = sorted(set(uids))
    messages: list[RawMessage] = []
    for start in range(0, len(wanted), SIZES_A_BATCH):
        sizes = await _sizes(session, wanted[start : start + SIZES_A_BATCH])
        for batch in _batches(sizes, limits):
            messages += await _read_batch(session, view, batch, limits)
    return tuple(messages)


async def _sizes(session: ImapSession, uids: Sequence[int]) -> list[Fetched]:
    """Size and date of those that still stand there."""
    asked = frozenset(uids)
    lines = await session.run("FETCH", uid_set(uids), "(RFC822.SIZE INTERNALDATE)", by_uid=True)
    known = {answer.uid: answer for answer in fetched(lines) if answer.size is not None}
    return [known[uid] for uid in sorted(asked & known.keys())]


def _batches(sizes: Sequence[Fetched], limits: ImapLimits) -> Iterator[list[Fetched]]:
    """A message that doesn't come whole in one answer stands alone."""
    whole_bytes = min(limits.whole_bytes, limits.message_bytes)
    batch: list[Fetched] = []
    weight = 0
    for answer in sizes:
        size = answer.size or 0
        full = len(batch) >= limits.batch_messages or weight + size > limits.batch_bytes
        if batch and (full or size > whole_bytes):
            yield batch
            batch, weight = [], 0
        batch.append(answer)
        weight += size
        if size > whole_bytes:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


async def _read_batch(
    session: ImapSession, view: FolderView, batch: Sequence[Fetched], limits: ImapLimits
) -> list[RawMessage]:
    size = batch[0].size or 0
    try:
        if size > limits.message_bytes:
            bodies = await _beginning(session, batch[0].uid, limits)
        elif size > limits.whole_bytes:
            bodies = await _in_chunks(session, batch[0].uid, limits)
        else:
            bodies = await _whole(session, [answer.uid for answer in batch])
    except Denied as error:
        return await _one_by_one(session, view, batch, limits, error)
    return [
        RawMessage(
            folder=view.folder,
            uidvalidity=view.uidvalidity,
            uid=answer.uid,
            raw=bodies[answer.uid],
            received_at=received_at(answer.received, bodies[answer.uid]),
            truncated=size > limits.message_bytes,
        )
        for answer in batch
        if answer.uid in bodies
    ]


async def _one_by_one(
    session: ImapSession,
    view: FolderView,
    batch: Sequence[Fetched],
    limits: ImapLimits,
    error: Denied,
) -> list[RawMessage]:
    if len(batch) == 1:
        log.warning(
            "imap", action="unreadable", folder=view.folder, uid=batch[0].uid, why=str(error)
        )
        return []
    return [
        message
        for answer in batch
        for message in await _read_batch(session, view, [answer], limits)
    ]


async def _whole(session: ImapSession, uids: Sequence[int]) -> dict[int, bytes]:
    lines = await session.run("FETCH", uid_set(uids), "(BODY.PEEK[])", by_uid=True)
    asked = frozenset(uids)
    return {
        answer.uid: bytes(answer.body)
        for answer in fetched(lines)
        if answer.body is not None and answer.uid in asked
    }


async def _in_chunks(session: ImapSession, uid: int, limits: ImapLimits) -> dict[int, bytes]:
    """A server's RFC822.SIZE may be a few bytes wrong: the end is where a chunk comes short."""
    whole = io.BytesIO()
    while whole.tell() <= limits.message_bytes:
        chunk = await _piece(session, uid, whole.tell(), limits.chunk_bytes)
        if chunk is None:
            return {}
        whole.write(chunk)
        if len(chunk) < limits.chunk_bytes:
            break
    return {uid: whole.getvalue()}


async def _beginning(session: ImapSession, uid: int, limits: ImapLimits) -> dict[int, bytes]:
    head = await _piece(session, uid, 0, limits.head_bytes)
    if head is None:
        return {}
    end = head.find(HEADERS_END)
    body = end + len(HEADERS_END) if end >= 0 else 0
    return {uid: bytes(head[: body + limits.beginning_bytes])}


async def _piece(
    session: ImapSession, uid: int, offset: int, length: int
) -> bytes | bytearray | None:
    """A part of a message, None when it has vanished."""
    section = f"(BODY.PEEK[]<{offset}.{length}>)"
    lines = await session.run("FETCH", str(uid), section, by_uid=True)
    bodies = (answer.body for answer in fetched(lines) if answer.uid == uid)
    return next((body for body in bodies if body is not None), None)
