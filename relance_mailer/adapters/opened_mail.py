"""A stored mail opened to be shown: its leaves in their order, bounded, and nothing raises.

Whoever reads what a stranger sent walks through here: the library's own `walk` follows any depth,
and its newer policies parse headers by recursion.
"""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from typing import TypeAlias

from relance_mailer.inward.openable import openable

DEPTH_MAX = 20
PARTS_MAX = 300
HEADER_MAX = 2_000
# All that the standard library was seen to raise on hostile bytes.
UNREADABLE = (
    ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError,
    ArithmeticError, MessageError,
)  # fmt: skip

Part: TypeAlias = "Message[str, str]"


def opened(raw: bytes) -> Part:
    """The mail, or an empty one where these bytes are none."""
    try:
        return message_from_bytes(openable(raw), policy=policy.compat32)
    except UNREADABLE:
        return Message(policy.compat32)


def leaves(mail: Part) -> Iterator[Part]:
    """The parts that hold no others, in their order; a mail within a mail is one of them."""
    stack: list[tuple[Part, int]] = [(mail, 0)]
    for _ in range(PARTS_MAX):
        if not stack:
            return
        part, depth = stack.pop()
        if type_of(part) == "message/rfc822" or not part.is_multipart():
            yield part
        elif depth < DEPTH_MAX:
            below = [one for one in inside_of(part)[:PARTS_MAX] if isinstance(one, Message)]
            stack.extend((one, depth + 1) for one in reversed(below))


def inside_of(part: Part) -> list[object]:
    """What a part holds; nothing for a leaf, whose charset the library may trip over."""
    found: object = part.get_payload() if part.is_multipart() else []
    return list(found) if isinstance(found, list) else []


def type_of(part: Part) -> str:
    """The content type; text/plain where it cannot be read."""
    try:
        return part.get_content_type().lower()
    except UNREADABLE:
        return "text/plain"


def disposition_of(part: Part) -> str:
    """inline, attachment, or an empty string."""
    try:
        return part.get_content_disposition() or ""
    except UNREADABLE:
        return ""


def name_of(part: Part) -> str:
    """The file name, decoded; empty when there is none."""
    try:
        return decoded(part.get_filename() or "")
    except UNREADABLE:
        return "illisible"


def octets_of(part: Part) -> bytes:
    """The bytes of a leaf, its transfer encoding undone as far as it can be."""
    try:
        found = part.get_payload(decode=True)
        return found if isinstance(found, bytes) else b""
    except UNREADABLE:
        return b""


def text_of(part: Part) -> str:
    """The words of a leaf, whatever its charset says."""
    octets = octets_of(part)
    try:
        return octets.decode(part.get_content_charset() or "utf-8")
    except UNREADABLE:
        return octets.decode("utf-8", "replace")


def header_of(mail: Part, name: str) -> str:
    """All headers of that name as a person sees them, on one line."""
    try:
        values = [str(value) for key, value in mail.raw_items() if key.lower() == name.lower()]
    except UNREADABLE:
        return ""
    return " ".join(decoded(value) for value in values[:20])


def decoded(value: str) -> str:
    """A header's words, encoded ones undone (RFC 2047), eight-bit ones read as UTF-8."""
    value = value[:HEADER_MAX].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    value = " ".join(value.split())
    if "=?" not in value:
        return value
    try:
        return "".join(
            piece.decode(charset or "utf-8", "replace") if isinstance(piece, bytes) else piece
            for piece, charset in decode_header(value)
        )
    except UNREADABLE:
        return value
