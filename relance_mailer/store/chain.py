"""The hashes that make the journal's history provable, with nothing but sha256.

For entry number `seq` of a page:

    header    = JSON array [page, seq, at, kind, version], UTF-8, no blanks, nothing escaped that
                JSON does not ask for; `at` is ISO 8601 in UTC with six decimals and +00:00
    body_hash = sha256(salt ‖ body), in hexadecimal; both as the bytes that stand in the table
    chain     = sha256(previous chain ‖ header ‖ body_hash), in hexadecimal, the two hashes taken
                as their 64 hexadecimal characters; before the first entry: 64 zeros

Salt and body can be erased (`BodyErased` says when and why): the body's hash stays, and with it
the chain. The salt keeps anybody from guessing an erased body by hashing what it may have been.
A tail that was cut off is found by comparing with heads written down earlier (`anchors`).
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from relance_mailer.dossier.values import PageId

BEGINNING = "0" * 64
SALT_BYTES = 16


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """An entry as it stands in the table."""

    page: PageId
    seq: int
    at: str
    kind: str
    version: int
    salt: bytes | None
    body: bytes | None
    body_hash: str
    chain: str


def moment_text(at: datetime) -> str:
    """The moment as it stands in the header; a naive one raises."""
    if at.tzinfo is None:
        raise ValueError(f"datetime sans fuseau {at}")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def header(page: str, seq: int, at: str, kind: str, version: int) -> bytes:
    """The line that is hashed beside the body."""
    line = [page, seq, at, kind, version]
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def hash_of_body(salt: bytes, body: bytes) -> str:
    """What stands in the chain for a body."""
    return sha256(salt + body).hexdigest()


def link(previous: str, head: bytes, body_hash: str) -> str:
    """The chain after one more entry."""
    return sha256(previous.encode() + head + body_hash.encode()).hexdigest()


def next_row(
    page: PageId,
    seq: int,
    at: str,
    encoded: tuple[str, int, bytes],
    *,
    salt: bytes,
    after: str,
) -> Row:
    """The row of a new entry (kind, version, body) that follows the chain `after`."""
    kind, version, body = encoded
    body_hash = hash_of_body(salt, body)
    return Row(
        page=page,
        seq=seq,
        at=at,
        kind=kind,
        version=version,
        salt=salt,
        body=body,
        body_hash=body_hash,
        chain=link(after, header(page, seq, at, kind, version), body_hash),
    )


def broken_links(rows: Iterable[Row]) -> tuple[str, ...]:
    """Where and how a page's chain does not hold, in French; `rows` in order of `seq`."""
    found: list[str] = []
    expected, previous = 1, BEGINNING
    for row in rows:
        where = f"{row.page}, entrée {row.seq}"
        if row.seq != expected:
            found.append(f"{where} : entrée {expected} manquante")
        found.extend(f"{where} : {fault}" for fault in _faults(row, previous))
        expected, previous = row.seq + 1, row.chain
    return tuple(found)


def _faults(row: Row, previous: str) -> Iterable[str]:
    if (row.salt is None) != (row.body is None):
        yield "sel ou contenu effacé seul"
    if row.salt and row.body and hash_of_body(row.salt, row.body) != row.body_hash:
        yield "le contenu ne correspond pas à son empreinte"
    head = header(row.page, row.seq, row.at, row.kind, row.version)
    if link(previous, head, row.body_hash) != row.chain:
        yield "la chaîne est rompue (en-tête, empreinte ou entrée précédente modifiés)"


def broken_anchors(
    chains: Mapping[tuple[PageId, int], str], anchors: Mapping[PageId, tuple[int, str]]
) -> tuple[str, ...]:
    """Which heads written down earlier the journal no longer has; `chains` at those places."""
    found = []
    for page, (seq, chain) in sorted(anchors.items()):
        stands = chains.get((page, seq))
        if stands is None:
            found.append(f"{page}, entrée {seq} : ancrée, absente du journal (fin coupée)")
        elif stands != chain:
            found.append(f"{page}, entrée {seq} : l'ancre dit une autre chaîne")
    return tuple(found)
