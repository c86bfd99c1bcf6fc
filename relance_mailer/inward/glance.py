"""Before anything is read: whom a raw message names, by a bounded scan of its bytes.

It knows no MIME, decodes nothing but the simplest header forms and never raises: it serves to keep
a debtor from being written to while a message that may be his lies unread or set aside. What it
misses (a body in base64) the reader finds later; what it takes too much of costs a short wait.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from itertools import islice

from relance_mailer.dossier.reference import marks_in

HEADER_BYTES = 65_536
BODY_BYTES = 4_096
RETURNED_BYTES = 65_536  # where the headers of a returned letter are looked for
IDS_MAX = 60
INVOICES_MAX = 40
NAMED_MAX = 200

_HEADER_END = re.compile(rb"\r?\n\r?\n")
_HEADER = re.compile(
    rb"^(from|date|message-id|in-reply-to|references|subject):"
    rb"([^\n]{0,2000}(?:\n[ \t][^\n]{0,1000}){0,80})",
    re.IGNORECASE | re.MULTILINE,
)
_BOX = re.compile(
    rb"^(to|cc|reply-to|x-dossier):([^\n]{0,2000}(?:\n[ \t][^\n]{0,1000}){0,80})",
    re.IGNORECASE | re.MULTILINE,
)
_ID = re.compile(rb"<\s*([^<>\s]{3,300})\s*>")
_ADDRESS = re.compile(rb"[\w.!#$%&'*+/=?^`{|}~-]{1,80}@[\w.-]{1,200}")
# The look behind keeps a long run of letters from being tried at each of them.
_NAMED = re.compile(rb"(?<![\w.%+-])[\w.%+-]{1,80}@[\w.-]{1,200}")
_FAILED = re.compile(
    rb"^x-failed-recipients:([^\n]{0,2000}(?:\n[ \t][^\n]{0,1000}){0,80})",
    re.IGNORECASE | re.MULTILINE,
)
_CODED = re.compile(
    rb"^(?:[A-Za-z0-9+/]{40,76}\r?\n){0,1600}[A-Za-z0-9+/]{4,76}={0,2}\r?$", re.MULTILINE
)
_ENCODED_WORD = re.compile(r"=\?[^?\s]{1,40}\?([bqBQ])\?([^?\s]{0,200})\?=(?:\s+(?==\?))?")
_QUOTED_PRINTABLE = re.compile(rb"=(?:[0-9A-F]{2}|\r?\n)")
_DATE_OR_AMOUNT = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,3}|\d{1,2}[:h]\d\d")


@dataclass(frozen=True, kw_only=True, slots=True)
class Glance:
    """What a scan of the first bytes saw: all of it unproved."""

    sender: str = ""  # address, lower-cased
    message_id: str = ""
    sent_at: str = ""  # the Date header, ISO in UTC, empty when unreadable
    names: tuple[str, ...] = ()  # message-ids answered, references seen
    marks: tuple[str, ...] = ()  # tokens and bare references seen in subject and first body bytes
    invoices: tuple[str, ...] = ()  # words that look like invoice numbers


def glance(raw: bytes) -> Glance:
    """Whom these bytes seem to name; any bytes at all have an answer."""
    end = _HEADER_END.search(raw[:HEADER_BYTES])
    head = raw[: end.start()] if end else raw[:HEADER_BYTES]
    body = raw[end.end() : end.end() + RETURNED_BYTES] if end else b""
    headers = _headers(head)
    text = _subject(headers.get("subject", b"")) + "\n" + _plain(body[:BODY_BYTES])
    marks = marks_in(text)
    ids = _ids(headers.get("message-id", b""))
    return Glance(
        sender=_sender(headers.get("from", b"")),
        message_id=next(ids, ""),
        sent_at=_moment(headers.get("date", b"")),
        names=_names(headers, body),
        marks=marks.references,
        invoices=_invoices(marks.numbers),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Boxes:
    """The addresses in a raw message's headers, lower-cased, and whether they name a dossier."""

    to: frozenset[str] = frozenset()  # To and Cc
    reply_to: frozenset[str] = frozenset()
    names_dossier: bool = False  # as reminders of other programs do (X-Dossier)


def boxes(raw: bytes) -> Boxes:
    """To whom these bytes went, or ask to be answered; any bytes at all have an answer."""
    end = _HEADER_END.search(raw[:HEADER_BYTES])
    found: dict[bytes, set[str]] = {}
    for name, value in _BOX.findall(raw[: end.start()] if end else raw[:HEADER_BYTES]):
        told = (one.decode("utf-8", "replace").lower() for one in _ADDRESS.findall(value))
        found.setdefault(name.lower(), set()).update(one.rstrip(".") for one in told)
    return Boxes(
        to=frozenset(found.get(b"to", set()) | found.get(b"cc", set())),
        reply_to=frozenset(found.get(b"reply-to", set())),
        names_dossier=b"x-dossier" in found,
    )


def addresses_named(raw: bytes) -> frozenset[str]:
    """The addresses in the body's first bytes, and those that a report says failed, lower-cased.

    A return may name whom it is about nowhere else. Words in base64 are decoded for it: some
    servers report so.
    """
    end = _HEADER_END.search(raw[:HEADER_BYTES])
    head = raw[: end.start()] if end else raw[:HEADER_BYTES]
    body = raw[end.end() : end.end() + RETURNED_BYTES] if end else b""
    plain = binascii.a2b_qp(body) if _QUOTED_PRINTABLE.search(body) else body
    parts = (*_FAILED.findall(head), plain, *map(_decoded, _CODED.findall(body)))
    found = (one for part in parts for one in _NAMED.findall(part))
    told = (one.decode("utf-8", "replace").lower().rstrip(".") for one in found)
    return frozenset(islice(told, NAMED_MAX))


def _decoded(coded: bytes) -> bytes:
    signs = b"".join(coded.split())
    try:
        return binascii.a2b_base64(signs[: len(signs) // 4 * 4])
    except binascii.Error:
        return b""


def _headers(head: bytes) -> dict[str, bytes]:
    """The few headers that are looked at; of several of one name the first counts."""
    found: dict[str, bytes] = {}
    for name, value in _HEADER.findall(head):
        found.setdefault(name.decode("ascii").lower(), value.strip())
    return found


def _ids(value: bytes) -> Iterator[str]:
    return (found.decode("utf-8", "replace") for found in _ID.findall(value))


def _names(headers: dict[str, bytes], body: bytes) -> tuple[str, ...]:
    """The Message-IDs answered, and that of a letter returned in the body."""
    named = [*_ids(headers.get("in-reply-to", b"")), *_ids(headers.get("references", b""))]
    return tuple(dict.fromkeys([*named[-IDS_MAX:], *_returned(body)]))


def _returned(body: bytes) -> Iterator[str]:
    lowered = body.lower()
    at = lowered.find(b"message-id:")
    for _ in range(8):
        if at < 0:
            return
        yield from _ids(body[at : at + 400].partition(b">")[0] + b">")
        at = lowered.find(b"message-id:", at + 1)


def _sender(value: bytes) -> str:
    """The last address of the header: what stands in a display name comes before it."""
    found = _ADDRESS.findall(value[:1000])
    return found[-1].decode("utf-8", "replace").lower().rstrip(".") if found else ""


def _subject(value: bytes) -> str:
    text = value[:1000].decode("utf-8", "replace")
    if "=?" not in text:
        return text
    return _ENCODED_WORD.sub(lambda found: _word(found[1], found[2]), " ".join(text.split()))


def _word(encoding: str, payload: str) -> str:
    """An encoded word (RFC 2047): references are ASCII, so the charset does not matter."""
    try:
        if encoding in "bB":
            octets = binascii.a2b_base64(payload)
        else:
            octets = binascii.a2b_qp(payload.encode("ascii"), header=True)
    except (binascii.Error, ValueError):
        return payload
    return octets.decode("utf-8", "replace")


def _plain(body: bytes) -> str:
    """The body's first bytes; quoted-printable is undone, for a reference may be cut by it."""
    if _QUOTED_PRINTABLE.search(body):
        body = binascii.a2b_qp(body)
    return body.decode("utf-8", "replace")


def _invoices(numbers: tuple[str, ...]) -> tuple[str, ...]:
    words = (word for word in numbers if not _DATE_OR_AMOUNT.fullmatch(word))
    return tuple(words)[:INVOICES_MAX]


def _moment(value: bytes) -> str:
    try:
        moment = parsedate_to_datetime(value[:100].decode("ascii"))
        # "-0000" says that the zone is unknown (RFC 5322 §3.3): it is read as UTC.
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return ""
