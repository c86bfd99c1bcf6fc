"""Headers of a message read with care: bounded before they are decoded, never raising.

The standard library's own decoding blocks for seconds on a long encoded word and recurses on
nested comments; so every value is cut first and every failure falls back on what can be seen.
"""

import re
from base64 import b64decode
from collections.abc import Iterable
from datetime import UTC, datetime
from email.errors import MessageError
from email.header import decode_header
from email.utils import getaddresses, parsedate_to_datetime
from quopri import decodestring

from relance_mailer.reading.letters import decoded, folded
from relance_mailer.reading.message import Mailbox

HEADER_CHARACTERS_MAX = 4096
HEADERS_MAX = 400
IDS_MAX = 200
_ID_CHARACTERS_MAX = 32_768

_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,80}@[\w.-]{1,200}")
_LOOSE = re.compile(r"<?(?:mailto:)?" + _ADDRESS.pattern + ">?", re.IGNORECASE)
_ENCODED_WORD = re.compile(r"=\?([\w.:*+-]{1,60})\?([BbQq])\?([^?\s]{0,2000})\?=")
_SIMPLE_MAILBOX = re.compile(
    r'\s{0,9}(?:"([\w .&\'-]{1,120})"|([^\W\d_][\w &=?+*/-]{0,300}))?\s{0,9}'
    r"<([\w.+-]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,80}){1,5})>\s{0,9}",
    re.ASCII,
)
_BARE_ADDRESS = re.compile(r"\s?([\w.+-]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,80}){1,5})\s?", re.ASCII)
_MESSAGE_ID = re.compile(r"<\s*([^<>\s]{1,300})\s*>")
_FOLDING = re.compile(r"\r?\n[ \t]*|\r")
_FRENCH_DATE = re.compile(
    r"(\d{1,2})\s+(janv|févr|fevr|mars|avr|mai|juin|juil|août|aout|sept|oct|nov|déc|dec)"
    r"[a-zé]*\.?\s+(\d{4}\s+\d{1,2}:\d\d(?::\d\d)?.*)",
    re.IGNORECASE,
)
_MONTHS = {
    "janv": "Jan", "févr": "Feb", "fevr": "Feb", "mars": "Mar", "avr": "Apr", "mai": "May",
    "juin": "Jun", "juil": "Jul", "août": "Aug", "aout": "Aug", "sept": "Sep", "oct": "Oct",
    "nov": "Nov", "déc": "Dec", "dec": "Dec",
}  # fmt: skip


def bounded(raw_items: Iterable[tuple[str, object]]) -> tuple[tuple[str, str], ...]:
    """All headers in order, names lower-cased, values unfolded, undecoded and capped."""
    kept: list[tuple[str, str]] = []
    for name, value in raw_items:
        if len(kept) == HEADERS_MAX:
            break
        limit = _ID_CHARACTERS_MAX if name.lower() in ("references",) else HEADER_CHARACTERS_MAX
        kept.append(
            (_eight_bit(name).lower(), unfolded(_eight_bit(str(value)[: limit * 2]))[:limit])
        )
    return tuple(kept)


def unfolded(value: str) -> str:
    """A header value on one line."""
    if "\n" not in value and "\r" not in value:
        return value.strip()
    return _FOLDING.sub(" ", value).strip()


def _eight_bit(value: str) -> str:
    """Raw bytes that the parser kept as surrogates, read as text."""
    if value.isascii():
        return value
    return decoded(value.encode("utf-8", "surrogateescape"), "utf-8")


def plain(value: str) -> str:
    """A header value as a person sees it: encoded words decoded (RFC 2047), letters folded."""
    value = unfolded(value[:HEADER_CHARACTERS_MAX])
    if "=?" not in value:
        return " ".join(folded(value).split())
    try:
        pieces = decode_header(value)
    except (ValueError, LookupError, TypeError, AssertionError, MessageError):
        return " ".join(folded(_ENCODED_WORD.sub(_leniently, value)).split())
    text = "".join(
        decoded(piece, charset or "utf-8") if isinstance(piece, bytes) else piece
        for piece, charset in pieces
    )
    return " ".join(folded(text).split())


def _leniently(word: re.Match[str]) -> str:
    """An encoded word whose base64 was cut, read as far as it goes."""
    charset, coding, text = word[1], word[2].lower(), word[3]
    if coding == "q":
        return decoded(decodestring(text.replace("_", " ").encode("utf-8", "replace")), charset)
    bare = re.sub(r"[^A-Za-z0-9+/]", "", text)
    whole = bare[: len(bare) - (len(bare) % 4 == 1)]
    return decoded(b64decode(whole + "=" * (-len(whole) % 4)), charset)


def mailboxes(value: str) -> tuple[Mailbox, ...]:
    """The mailboxes of an address header; those without any address are left out."""
    value = value[:HEADER_CHARACTERS_MAX]
    if not value:
        return ()
    # The library takes its time over what is nearly always a name and an address.
    if simple := _SIMPLE_MAILBOX.fullmatch(value):
        return (Mailbox(name=plain(simple[1] or simple[2] or ""), address=simple[3].lower()),)
    if bare := _BARE_ADDRESS.fullmatch(value):
        return (Mailbox(name="", address=bare[1].lower()),)
    try:
        pairs = getaddresses([value])
    except (RecursionError, ValueError, IndexError, TypeError, AttributeError):
        pairs = []
    found = tuple(
        Mailbox(name=plain(name).strip("\"' "), address=plain(address).lower().rstrip("."))
        for name, address in pairs
        if "@" in address and " " not in address
    )
    if found and (len(found) > 1 or found[0].name):
        return found
    seen = plain(value)
    loose = tuple(dict.fromkeys(address.lower() for address in _ADDRESS.findall(seen))) or tuple(
        one.address for one in found
    )
    # An address without its brackets, or inside an encoded word: what is left is the name.
    name = _LOOSE.sub(" ", seen).strip(" \"'<>(),;")[:200] if len(loose) == 1 else ""
    return tuple(Mailbox(name=name, address=address.rstrip(".")) for address in loose)


def mailbox(value: str) -> Mailbox:
    """The first mailbox of a header; without an address, its words as a name."""
    found = mailboxes(value)
    return found[0] if found else Mailbox(name=plain(value)[:200], address="")


def message_ids(value: str) -> tuple[str, ...]:
    """Message identifiers without their brackets, in order; bare ones are taken too."""
    found = _MESSAGE_ID.findall(value)
    if not found:
        found = [word for word in value.split() if "@" in word and len(word) <= 300]
    return tuple(dict.fromkeys(found))[-IDS_MAX:]


def sent_at(value: str) -> datetime | None:
    """The moment that a Date header states, in its own offset; None when it cannot be read."""
    value = value[:200]
    if french := _FRENCH_DATE.search(value):
        value = f"{french[1]} {_MONTHS[french[2].lower()]} {french[3]}"
    try:
        moment = parsedate_to_datetime(value)
        # "-0000" says that the zone is unknown (RFC 5322 §3.3): the day is read in UTC.
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        moment.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None
    return moment
