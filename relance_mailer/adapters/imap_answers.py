"""What an IMAP server's answers say, read by patterns and never by position.

Servers differ in the order of FETCH attributes and mix unsolicited lines in, so each
« n FETCH ( » line is read with all that follows it up to the next one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from itertools import pairwise

from relance_mailer.adapters.imap_names import decode_folder, unquote

_FETCH = re.compile(rb"\d+ FETCH \(", re.IGNORECASE)
_NUMBER = re.compile(rb"\d{1,10}")  # of 32 bits: RFC 3501 §9, nz-number
_UID = re.compile(rb"\bUID (\d{1,10})(?!\d)", re.IGNORECASE)
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d{1,19})(?!\d)", re.IGNORECASE)
_INTERNALDATE = re.compile(rb'\bINTERNALDATE "([^"]*)"', re.IGNORECASE)
_QUOTED_BODY = re.compile(rb'\bBODY\[\](?:<\d+>)? ("(?:[^"\\]|\\.)*")', re.IGNORECASE | re.DOTALL)
_LIST = re.compile(rb'LIST \(([^)]*)\) (?:"(?:[^"\\]|\\.)*"|NIL) ?(.*)', re.IGNORECASE | re.DOTALL)
_DATE = re.compile(r" ?(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)")
_HEADER_DATE = re.compile(rb"^Date:[ \t]*([^\r\n]+)", re.IGNORECASE | re.MULTILINE)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
UNKNOWN_DATE = datetime(1970, 1, 1, tzinfo=UTC)

Lines = Sequence[bytes | bytearray]


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetched:
    """What one FETCH response told of a message; `body` is None when it brought none."""

    uid: int
    size: int | None
    received: str
    body: bytes | bytearray | None


def fetched(lines: Lines) -> Iterator[Fetched]:
    """Every response that names a UID, in the order of the server."""
    for group in _groups(lines):
        words = b" ".join(part for part in group if isinstance(part, bytes))
        if uid := _UID.search(words):
            size, date = _SIZE.search(words), _INTERNALDATE.search(words)
            yield Fetched(
                uid=int(uid[1]),
                size=int(size[1]) if size else None,
                received=date[1].decode("ascii", "replace") if date else "",
                body=_body(group, words),
            )


def _groups(lines: Lines) -> Iterator[list[bytes | bytearray]]:
    group: list[bytes | bytearray] = []
    for line in lines[:-1]:
        if isinstance(line, bytes) and _FETCH.match(line):
            if group:
                yield group
            group = [line]
        elif group:
            group.append(line)
    if group:
        yield group


def _body(group: Lines, words: bytes) -> bytes | bytearray | None:
    for part in group:
        if isinstance(part, bytearray):
            return part
    # A server may send a short or empty body as a quoted string (RFC 3501 §9, nstring).
    quoted = _QUOTED_BODY.search(words)
    return unquote(quoted[1]) if quoted else None


def found_uids(lines: Lines) -> Iterator[int]:
    """The numbers of all SEARCH responses."""
    for line in lines[:-1]:
        name, _, numbers = bytes(line).partition(b" ")
        if name.upper() == b"SEARCH":
            yield from (int(number) for number in numbers.split() if _NUMBER.fullmatch(number))


def listed_folders(lines: Lines) -> Iterator[str]:
    """The decoded names of the folders that can be selected."""
    for line, following in pairwise(lines):
        answer = _LIST.match(line) if isinstance(line, bytes) else None
        if answer and not re.search(rb"\\(Noselect|NonExistent)\b", answer[1], re.IGNORECASE):
            name = bytes(following) if isinstance(following, bytearray) else unquote(answer[2])
            yield decode_folder(name)


def read_internal_date(text: str) -> datetime | None:
    """The moment of an INTERNALDATE, None when it is none."""
    parts = _DATE.fullmatch(text)
    if parts is None or parts[2].lower() not in MONTHS:
        return None
    day, year, hour, minute, second = (int(parts[index]) for index in (1, 3, 4, 5, 6))
    offset = timedelta(hours=int(parts[8]), minutes=int(parts[9]))
    zone = timezone(-offset if parts[7] == "-" else offset) if offset < timedelta(days=1) else UTC
    try:
        return datetime(
            year, MONTHS.index(parts[2].lower()) + 1, day, hour, minute, second, tzinfo=zone
        )
    except ValueError:
        return None


def received_at(internal_date: str, raw: bytes) -> datetime:
    """When the message came: the server's word, else its own Date, else the beginning of 1970."""
    moment = read_internal_date(internal_date)
    if moment is not None:
        return moment
    header = _HEADER_DATE.search(raw[:65_536])
    try:
        written = parsedate_to_datetime(header[1].decode("ascii", "replace")) if header else None
    except ValueError:
        written = None
    if written is None:
        return UNKNOWN_DATE
    return written if written.tzinfo else written.replace(tzinfo=UTC)


def internal_date(moment: datetime) -> str:
    """A moment as APPEND wants it (RFC 3501 §9, date-time), whatever the locale."""
    month = MONTHS[moment.month - 1].capitalize()
    return f"{moment.day:02d}-{month}-{moment:%Y %H:%M:%S %z}"


def uid_set(uids: Iterable[int]) -> str:
    """UIDs in the short form: 3, 4, 5, 9 are « 3:5,9 »."""
    spans: list[tuple[int, int]] = []
    for uid in sorted(set(uids)):
        if spans and uid == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], uid)
        else:
            spans.append((uid, uid))
    return ",".join(str(low) if low == high else f"{low}:{high}" for low, high in spans)
