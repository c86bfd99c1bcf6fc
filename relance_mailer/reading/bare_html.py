"""The words of an HTML source without any parser: one walk from left to right, whatever comes.

For sources that a parser gives up on, and for papers. Each closing sign is looked for at most once
in vain, so that a million comments that never close cost what one costs.
"""

import re
from html import unescape

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,20})?[^<>]{0,2000}>")
_UNSEEN = re.compile(r"<(style|script|title|template|noscript|head)\b", re.IGNORECASE)
_COMMENT, _COMMENT_ENDS = "<!--", "-->"
_WITHOUT_END = re.compile(r"&#[0-9]{10,};?")
_BLOCKS = frozenset("p div br tr li h1 h2 h3 h4 blockquote table ul ol hr pre".split())


def bare_words(source: str, *, between: str = "") -> str:
    """What stands outside tags, comments, scripts and styles; a line for each block.

    `between` is put where a tag within a line stood. Nothing is lost of what never closes.
    """
    walk = _Walk(source)
    kept: list[str] = []
    at = 0
    while (opens := source.find("<", at)) >= 0:
        kept.append(source[at:opens])
        at, sign = walk.past(opens, between)
        kept.append(sign)
    kept.append(source[at:])
    return unescape(_WITHOUT_END.sub("\ufffd", "".join(kept)))


class _Walk:
    """Where what opens at a place ends; remembers which ends the source does not have any more."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._absent: set[str] = set()

    def past(self, opens: int, between: str) -> tuple[int, str]:
        """The place after what opens there, and what stands for it."""
        source = self._source
        if source.startswith(_COMMENT, opens):
            if ends := self._end_of(re.escape(_COMMENT_ENDS), opens + len(_COMMENT)):
                return ends, ""
            return opens + len(_COMMENT), " "
        unseen = _UNSEEN.match(source, opens)
        if unseen and (ends := self._end_of(rf"</{unseen[1].lower()}\s{{0,99}}>", unseen.end())):
            return ends, " "
        tag = _TAG.match(source, opens)
        if tag is None:
            return opens + 1, "<"
        return tag.end(), "\n" if (tag[2] or "").lower() in _BLOCKS else between

    def _end_of(self, pattern: str, at: int) -> int:
        """The place after the next match, 0 when there is none."""
        if pattern in self._absent:
            return 0
        found = re.compile(pattern, re.IGNORECASE).search(self._source, at)
        if found is None:
            self._absent.add(pattern)
            return 0
        return found.end()
