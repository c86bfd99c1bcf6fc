"""Patterns that are only searched where they can match: a cheap question before a dear one.

Most patterns of the reader match nothing in most texts, and a search that fails costs as much as
one that succeeds. From a pattern is derived, once, a set of short strings of which every match
holds at least one (its *gate*); a text is cut, once, into its strings of three and five signs.
Where the two sets share nothing the search is spared, and nothing else changes.
"""

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

try:  # The parser of the standard library is private: without it all is searched, only slower.
    from re import _parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover
    _parser = None

_SHORT, _LONG = 3, 5
_WAYS_MAX = 100  # spellings of one pattern that are followed
_GATE_MAX = 1_500
_TEXT_MAX = 6_000  # a longer text is searched at once: cutting it up costs more


_CAPITAL = re.compile(r"(?<!\\)[A-ZÀ-Þ]")
_UNKNOWN: frozenset[str] = frozenset({""})


class Gated:
    """A compiled pattern with its gate, which is derived when it is first asked for."""

    __slots__ = ("_gate", "_lower", "pattern")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        # Comparing without regard to case is slow: small letters are compared with small letters.
        self._lower = bool(pattern.flags & re.IGNORECASE) and not _CAPITAL.search(pattern.pattern)
        if self._lower:
            self.pattern = re.compile(pattern.pattern, pattern.flags & ~re.IGNORECASE)
        self._gate: frozenset[str] | None = _UNKNOWN

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`; where case doesn't count the match is of the text in small."""
        if not self.may_match(text):
            return None
        return self.pattern.search(text.lower() if self._lower else text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`, with the same proviso."""
        if not self.may_match(text):
            return iter(())
        return self.pattern.finditer(text.lower() if self._lower else text)

    def may_match(self, text: str) -> bool:
        """Whether the text holds anything that a match must hold."""
        if len(text) > _TEXT_MAX:
            return True
        gate = self._gate
        if gate is _UNKNOWN:
            gate = self._gate = gate_of(self.pattern)
        return gate is None or not gate.isdisjoint(grams_of(text))


def gated(words: str, flags: int = 0) -> Gated:
    """The pattern, compiled and gated."""
    return Gated(re.compile(words, flags))


@lru_cache(maxsize=512)
def grams_of(text: str) -> frozenset[str]:
    """The strings of three and five signs of a text, in lower case."""
    lower = text.lower()
    return frozenset(
        [lower[at : at + _LONG] for at in range(len(lower) - _LONG + 1)]
        + [lower[at : at + _SHORT] for at in range(len(lower) - _SHORT + 1)]
    )


def gate_of(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """Strings of which every match holds one, in lower case; None where there are no such ones."""
    if _parser is None:
        return None
    needed = _needed(_parser.parse(pattern.pattern, pattern.flags))
    if needed is None or len(needed) > _GATE_MAX:
        return None
    return frozenset(_rarest(word.lower()) for word in needed)


# How often each sign stands in a French text, in thousandths; what is not here is rarer.
_OFTEN = dict(zip(" eatsinrulodcmpév", (160, 115, 62, 62, 62, 58, 55, 52, 48, 45, 42, 30, 25, 24,
                                        24, 17, 13), strict=True))  # fmt: skip
_SELDOM = 7


@cache
def _rarest(word: str) -> str:
    """The three or five signs of the word that are least to be expected in a text."""
    size = _LONG if len(word) >= _LONG else _SHORT
    return min((word[at : at + size] for at in range(len(word) - size + 1)), key=_chance)


def _chance(signs: str) -> float:
    return math.prod(_OFTEN.get(sign, _SELDOM) / 1000 for sign in signs)


def _needed(nodes: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    """Of the strings that a sequence must hold the set that says most."""
    candidates: list[frozenset[str]] = []
    running: frozenset[str] = frozenset({""})
    for node in _merged(nodes):
        ways = _ways(node)
        joined = None if ways is None else _joined(running, ways)
        if joined is not None:
            running = joined
            continue
        candidates.append(running)
        running = frozenset({""}) if ways is None else ways
        if ways is None and (inner := _inside(node)) is not None:
            candidates.append(inner)
    candidates.append(running)
    telling = [each for each in candidates if each and min(map(len, each)) >= _SHORT]
    if len(telling) < 2:
        return telling[0] if telling else None
    return min(telling, key=lambda strings: sum(_chance(_rarest(each)) for each in strings))


def _joined(heads: frozenset[str], tails: frozenset[str]) -> frozenset[str] | None:
    if len(heads) * len(tails) > _WAYS_MAX:
        return None
    if len(heads) == 1 and "" in heads:
        return tails
    return frozenset(head + tail for head in heads for tail in tails)


def _merged(nodes: Sequence[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """The nodes, letters that follow each other as one word."""
    word: list[str] = []
    for node in nodes:
        if node[0].name == "LITERAL":
            word.append(chr(node[1]))
            continue
        if word:
            yield _WORD, "".join(word)
            word = []
        yield node
    if word:
        yield _WORD, "".join(word)


class _Named:
    """A kind of node of our own, beside those of the library."""

    name = "WORD"


_WORD = _Named()


def _ways(node: tuple[Any, Any]) -> frozenset[str] | None:
    """All that a node can be, where these are few; zero-width nodes are nothing."""
    kind, value = node[0].name, node[1]
    if kind == "WORD":
        return frozenset({value})
    if kind in {"AT", "ASSERT", "ASSERT_NOT"}:
        return frozenset({""})
    if kind == "IN":
        return _of_set(value)
    if kind == "SUBPATTERN":
        return None if value[1] or value[2] else _of_sequence(value[3])
    if kind == "BRANCH":
        return _united(_of_sequence(each) for each in value[1])
    if kind in {"MAX_REPEAT", "MIN_REPEAT"}:
        least, most, inner = value
        if (least, most) == (0, 1):
            once = _of_sequence(inner)
            return None if once is None else once | {""}
        return _of_sequence(inner) if (least, most) == (1, 1) else None
    return None


def _of_set(members: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    if len(members) > 6 or any(kind.name != "LITERAL" for kind, _ in members):
        return None
    return frozenset(chr(value) for _, value in members)


def _of_sequence(nodes: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    running: frozenset[str] | None = frozenset({""})
    for node in _merged(nodes):
        ways = _ways(node)
        running = None if ways is None or running is None else _joined(running, ways)
        if running is None:
            return None
    return running


def _united(sets: Iterator[frozenset[str] | None]) -> frozenset[str] | None:
    found: set[str] = set()
    for each in sets:
        if each is None or len(found) + len(each) > _WAYS_MAX:
            return None
        found |= each
    return frozenset(found)


def _inside(node: tuple[Any, Any]) -> frozenset[str] | None:
    """What a node that is no short list of strings must hold all the same."""
    kind, value = node[0].name, node[1]
    if kind == "SUBPATTERN" and not (value[1] or value[2]):
        return _needed(value[3])
    if kind == "BRANCH":
        found: set[str] = set()
        for each in value[1]:
            needed = _needed(each)
            if needed is None:
                return None
            found |= needed
        return frozenset(found)
    if kind in {"MAX_REPEAT", "MIN_REPEAT"} and value[0] >= 1:
        return _needed(value[2])
    return None
