"""What a legal paper is made of: plain blocks that are set in type or written for a word processor.

A sheet of the file and a draft for the court are the same values: what prints them knows nothing
of law, and what decides upon them nothing of typesetting.
"""

from dataclasses import dataclass

BLANK = "……………………………"
"""What a person has to fill in by hand."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """A title inside a paper."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """A paragraph; `strong` where the eye must stop, `small` for sources and method."""

    text: str
    strong: bool = False
    small: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Fields:
    """Labels and what stands beside them."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """Rows under a head; `figures` names the columns set to the right, `wide` the ones that grow.

    With `totals`, that many last rows stand apart and the very last one is strong; `parts` are the
    places of rows that head the ones below them.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[int, ...] = ()
    wide: tuple[int, ...] = (0,)
    totals: int = 0
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Points:
    """An enumeration."""

    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Verbatim:
    """Somebody's own words, line ends kept: a mail, a note."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Signature:
    """Where a person dates and signs: who, and under which quality."""

    place: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """A new page."""


Block = Heading | Paragraph | Fields | Table | Points | Verbatim | Signature | Turn


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A paper, or a part of a larger one: its title and what stands under it."""

    title: str
    blocks: tuple[Block, ...]
