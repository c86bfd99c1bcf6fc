"""The pieces joined to a mail, as bytes to be saved: never shown, never run (P10).

A piece is a leaf part with a file name, or one that is neither text nor HTML. Their number, depth
and size are bounded; what can't be decoded is handed over as it came.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message

PIECES_MAX = 100
DEPTH_MAX = 20
NAME_MAX = 120
_FORBIDDEN = frozenset('\\/:*?"<>|')


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A piece joined to a mail: a harmless file name, the type that it claims, its bytes."""

    name: str
    content_type: str
    data: bytes


def pieces_of(raw: bytes) -> tuple[Piece, ...]:
    """The pieces of a mail in their order; none for what is no mail at all."""
    try:
        mail = message_from_bytes(raw, policy=policy.compat32)
        found: list[Piece] = []
        for part in _leaves(mail, 0):
            piece = _piece(part, len(found) + 1)
            if piece is not None:
                found.append(piece)
            if len(found) >= PIECES_MAX:
                break
        return tuple(found)
    except (ValueError, TypeError, LookupError, RecursionError, AttributeError):
        return ()


def _leaves(part: Message, depth: int) -> Iterator[Message]:
    inside = part.get_payload()
    if not isinstance(inside, list):
        yield part
        return
    if depth < DEPTH_MAX and part.get_content_type() != "message/rfc822":
        for one in inside:
            if isinstance(one, Message):
                yield from _leaves(one, depth + 1)
    elif part.get_content_type() == "message/rfc822":
        yield part


def _piece(part: Message, number: int) -> Piece | None:
    content_type = part.get_content_type()
    named = part.get_filename()
    if named is None and content_type in ("text/plain", "text/html"):
        return None
    if content_type == "message/rfc822":
        inside = part.get_payload()
        first = inside[0] if isinstance(inside, list) and inside else None
        data = first.as_bytes() if isinstance(first, Message) else b""
        return Piece(name=f"message-{number}.eml", content_type=content_type, data=data)
    decoded = part.get_payload(decode=True)
    data = decoded if isinstance(decoded, bytes) else b""
    return Piece(name=_harmless(named, number), content_type=content_type, data=data)


def _harmless(name: str | None, number: int) -> str:
    """A file name that leads nowhere and commands nothing."""
    kept = "".join(
        "_" if sign in _FORBIDDEN or not sign.isprintable() else sign for sign in (name or "")
    )
    kept = kept.strip(" ._")[-NAME_MAX:]
    return kept or f"piece-{number}"
