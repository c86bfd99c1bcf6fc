"""What stands where history begins: the sort of mark, its lines and the author it names."""

from dataclasses import dataclass
from enum import StrEnum


class Cut(StrEnum):
    """What sort of mark stands at a line."""

    ATTRIBUTION = "attribution"
    HEADERS = "headers"
    ORIGINAL = "original"  # "Message d'origine" between dashes, no headers below it
    FORWARDED = "forwarded"  # "Message transféré" between dashes, no headers below it


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A cut mark from line `start` up to, not including, line `end`; `author` as it was printed."""

    cut: Cut
    start: int
    end: int
    author: str = ""
