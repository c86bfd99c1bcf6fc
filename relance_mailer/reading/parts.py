"""One part of a message asked with care: every accessor of the library that may raise is guarded.

Types are the library's own; outside `parse` and `reports` nothing sees them.
"""

from email.errors import MessageError
from email.message import Message
from functools import lru_cache
from quopri import decodestring

from relance_mailer.reading import headers

DEPTH_MAX = 30
LEAVES_MAX = 50

_QUOTED = "quoted-printable"
# All that the standard library was seen to raise on hostile bytes (bpo issues on email).
UNREADABLE = (
    ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError,
    ArithmeticError, MessageError,
)  # fmt: skip


def type_of(part: "Message[str, str]") -> str:
    """The content type, lower-cased; text/plain when it cannot be read."""
    try:
        return part.get_content_type().lower()
    except UNREADABLE:
        return "text/plain"


@lru_cache(maxsize=512)
def _told_in(content_type: str, name: str) -> object:
    """A parameter as the library reads it: few programs write all mail, in the same few words."""
    alone: Message[str, str] = Message()
    alone["content-type"] = content_type
    return alone.get_param(name)


def children_of(part: "Message[str, str]") -> list["Message[str, str]"]:
    """The parts inside, none for a leaf."""
    # Asked for its payload, a leaf is decoded: a charset such as idna makes the library raise.
    payload = part.get_payload() if part.is_multipart() else []
    return [child for child in payload if isinstance(child, Message)]


def octets_of(part: "Message[str, str]") -> bytes:
    """The bytes of a leaf, transfer encoding undone as far as it can be."""
    try:
        found = part.get_payload(decode=True)
    except UNREADABLE:
        found = None
    if isinstance(found, bytes):
        told = str(part.get("content-transfer-encoding", ""))[:80].lower()
        # The library knows the exact word alone, and leaves "Quoted-Printable " as it came.
        if told != _QUOTED and told.strip().startswith(_QUOTED):
            return decodestring(found)
        return found
    try:
        payload = part.get_payload()
    except UNREADABLE:
        return b""
    return payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""


def charset_of(part: "Message[str, str]") -> str:
    """The declared charset, utf-8 when none is."""
    return parameter_of(part, "charset") or "utf-8"


def parameter_of(part: "Message[str, str]", name: str) -> str:
    """A parameter of the content type, lower-cased, or an empty string."""
    try:
        told = part.get("content-type")
        found = _told_in(told, name) if isinstance(told, str) else part.get_param(name)
    except UNREADABLE:
        return ""
    if isinstance(found, tuple):
        found = found[2]
    return found.strip().lower() if isinstance(found, str) else ""


def disposition_of(part: "Message[str, str]") -> str:
    """inline, attachment or an empty string."""
    return header_of(part, "content-disposition").partition(";")[0].strip().lower()


def file_name_of(part: "Message[str, str]") -> str:
    """The name of an attached file, decoded and bounded."""
    if "content-disposition" not in part and "name" not in str(part.get("content-type")).lower():
        return ""
    try:
        name = part.get_filename() or ""
    except UNREADABLE:
        return "illisible"
    return headers.plain(name)[:200]


def header_of(part: "Message[str, str]", name: str) -> str:
    """The first header of that name, bounded and undecoded."""
    found = headers.bounded(item for item in part.raw_items() if item[0].lower() == name)
    return found[0][1] if found else ""


def leaves_of(message: "Message[str, str]") -> list["Message[str, str]"]:
    """The leaves of a forwarded message that are not themselves messages, bounded."""
    stack = [(message, 0)]
    found: list[Message[str, str]] = []
    while stack and len(found) < LEAVES_MAX:
        part, depth = stack.pop()
        if type_of(part).startswith("message/") or depth > DEPTH_MAX:
            continue
        children = children_of(part)
        stack.extend((child, depth + 1) for child in reversed(children[:LEAVES_MAX]))
        if not children:
            found.append(part)
    return found
