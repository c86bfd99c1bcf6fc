"""The pieces joined to a mail, as bytes to be saved: never shown, never run (P10).

A piece is a leaf part with a file name, or one that is neither text nor HTML. Their number, depth
and size are bounded; what can't be decoded is handed over as it came.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message

from relance_mailer.adapters.opened_mail import (
    UNREADABLE,
    Part,
    disposition_of,
    header_of,
    inside_of,
    leaves,
    name_of,
    octets_of,
    opened,
    type_of,
)

PIECES_MAX = 100
NAME_MAX = 120
_FORBIDDEN = frozenset('\\/:*?"<>|')


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A piece joined to a mail: a harmless file name, the type that it claims, its bytes.

    A picture that the text shows (a logo, a signature) only `decorates`: nobody joined it. Any
    other piece is one whatever its disposition says: Apple Mail joins a PDF "inline".
    """

    name: str
    content_type: str
    data: bytes
    decorates: bool = False


def pieces_of(raw: bytes) -> tuple[Piece, ...]:
    """The pieces of a mail in their order; none for what is no mail at all."""
    return pieces_in(leaves(opened(raw)))


def pieces_in(parts: Iterable[Part]) -> tuple[Piece, ...]:
    """The pieces among the leaves of a mail."""
    found: list[Piece] = []
    for part in parts:
        if (piece := _piece(part, len(found) + 1)) is not None:
            found.append(piece)
        if len(found) >= PIECES_MAX:
            break
    return tuple(found)


def _piece(part: Part, number: int) -> Piece | None:
    content_type, named = type_of(part), name_of(part)
    if not named and content_type in ("text/plain", "text/html"):
        return None
    if content_type.startswith("multipart/"):
        return None  # damaged: no part of it could be told apart
    if content_type == "message/rfc822":
        name = f"message-{number}.eml"
        return Piece(name=name, content_type=content_type, data=_inner(part))
    return Piece(
        name=_harmless(named, number),
        content_type=content_type,
        data=octets_of(part),
        decorates=_decorates(part),
    )


def _decorates(part: Part) -> bool:
    if not type_of(part).startswith("image/"):
        return False
    shown = disposition_of(part)
    return shown == "inline" or (not shown and bool(header_of(part, "Content-ID")))


def _inner(part: Part) -> bytes:
    """The mail that a part holds, as bytes; none where it is too deep to be written out again."""
    first = next(iter(inside_of(part)), None)
    try:
        return first.as_bytes() if isinstance(first, Message) else octets_of(part)
    except UNREADABLE:
        return b""


def _harmless(name: str, number: int) -> str:
    """A file name that leads nowhere and commands nothing."""
    kept = "".join("_" if sign in _FORBIDDEN or not sign.isprintable() else sign for sign in name)
    kept = kept.strip(" ._")[-NAME_MAX:]
    return kept or f"piece-{number}"
