"""Patterns of many alternatives, of which only those are tried that can match.

Most patterns of the reader match nothing in most texts, and a search that fails costs as much as
one that succeeds. From each alternative are derived, once, up to three sets of short strings of
each of which every match holds one (its *gates*); a text is cut, once, into its strings of four
signs. Only the alternatives all whose gates a text opens are searched, each for itself. The answer
is that of the whole pattern: the leftmost match, of the first alternative that matches there.

Gates and texts are compared in one small alphabet: small letters, any figure as 0, and whatever
belongs to no word as a blank, so that the end of a word (`\\b`), `[ ,:]` and `\\d` are signs too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from relance_mailer.reading.compiled_later import COMPILED_LATER
from relance_mailer.reading.gate_signs import grams_of
from relance_mailer.reading.gate_strings import GATES_MAX, gates_of
from relance_mailer.reading.gates_kept import Gates, kept_gates

_TEXT_MAX = 6_000  # a longer text is searched at once: cutting it up costs more
_CAPITAL = re.compile(r"(?<!\\)[A-ZÀ-Þ]")

Tried = tuple[tuple[int, list[int]], ...]
"""Places of patterns, each with the places of those of its alternatives that may match."""


class Gated:
    """A pattern of alternatives with their gates, all derived when first asked for."""

    def __init__(
        self,
        words: str,
        flags: int = 0,
        *,
        before: str = "",
        after: str = "",
        shelf: "Shelf | None" = None,
    ) -> None:
        # Comparing without regard to case is slow: small letters are compared with small letters.
        self._lower = bool(flags & re.IGNORECASE) and not _CAPITAL.search(words)
        self._flags = flags & ~re.IGNORECASE if self._lower else flags
        self._words, self._before, self._after = words, before, after
        self._shelf = shelf
        self._compiled: dict[int, re.Pattern[str]] = {}
        COMPILED_LATER.add(self)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The whole, compiled."""
        return re.compile(f"{self._before}(?:{self._words}){self._after}", self._flags)

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        return alternatives_of(self._words)

    @cached_property
    def gates(self) -> tuple[Gates, ...]:
        """The gates of each alternative; without any it is always tried."""
        return tuple(map(_gates_of, self.alternatives))

    @property
    def alternatives(self) -> tuple[tuple[str, int], ...]:
        """Each alternative as its gates are read out of it, and its flags."""
        # What must follow a match is as good a sign as the match itself.
        after = self._after.replace("(?=", "(?:", 1)
        return tuple((f"{self._before}(?:{part}){after}", self._flags) for part in self._parts)

    @cached_property
    def _index(self) -> "Index":
        return Index((self,), self._shelf)

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`; where case doesn't count the match is of the text in small."""
        if len(text) > _TEXT_MAX:
            return self.pattern.search(self._cased(text))
        for _, parts in self._index.tried(text):
            return self.first_of(parts, text)
        return None

    def may_match(self, text: str) -> bool:
        """Whether the text opens the gates of an alternative, which every match does."""
        return len(text) > _TEXT_MAX or bool(self._index.tried(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`, with the same proviso."""
        if self.search(text) is None:
            return iter(())
        return self.pattern.finditer(self._cased(text))

    def sub(self, instead: str, text: str) -> str:
        """As `re.Pattern.sub`, for patterns of which case counts."""
        return text if self.search(text) is None else self.pattern.sub(instead, text)

    def first_of(self, parts: Iterable[int], text: str) -> re.Match[str] | None:
        """The leftmost match of some of the alternatives, given by their places in order."""
        text = self._cased(text)
        best: re.Match[str] | None = None
        for part in parts:
            found = self._part(part).search(text)
            if found is not None and (best is None or found.start() < best.start()):
                best = found
        return best

    def compile_now(self) -> None:
        """Compile each alternative; the whole is asked for by few texts."""
        for part in range(len(self._parts)):
            self._part(part)

    def _part(self, part: int) -> re.Pattern[str]:
        known = self._compiled.get(part)
        if known is None:
            words = f"{self._before}(?:{self._parts[part]}){self._after}"
            known = self._compiled[part] = re.compile(words, self._flags)
        return known

    def _cased(self, text: str) -> str:
        return text.lower() if self._lower else text


def _gates_of(alternative: tuple[str, int]) -> Gates:
    kept = kept_gates(*alternative)
    return gates_of(*alternative) if kept is None else kept


def gated(words: str, flags: int = 0) -> Gated:
    """The pattern, gated, one of those that are asked of whole texts."""
    return Gated(words, flags, shelf=_WHOLE_TEXTS)


class Shelf:
    """Patterns that are asked of the same texts: which may match is looked up once for all.

    Each alternative has a *place* and, in one whole number for all of them, a bit for each of the
    gates that it may have; a string of four signs has such a number with the bits of the gates that
    it opens. What a text opens is then a handful of additions, with nothing asked one by one.
    """

    def __init__(self) -> None:
        self._opened_by: dict[int, int] = {}
        self._open = 0  # the bits of the gates that an alternative has not
        self._firsts = 0  # the first bit of every place
        self._places: list[tuple[int, int, int]] = []
        self.indexes = 0

    def enrolled(self, patterns: Sequence[Gated]) -> int:
        """The number under which `tried` knows the patterns from now on."""
        index = self.indexes
        self.indexes += 1
        for number, pattern in enumerate(patterns):
            for part, gates in enumerate(pattern.gates):
                self._enrol(gates)
                self._places.append((index, number, part))
        return index

    def _enrol(self, gates: Gates) -> None:
        first = 1 << len(self._places) * GATES_MAX
        self._firsts |= first
        for at in range(GATES_MAX):
            if at >= len(gates):
                self._open |= first << at
                continue
            bit = first << at
            # Strings that open the same gates share one number: fewer are to be fetched.
            shared: dict[int, int] = {}
            for gram in gates[at]:
                known = self._opened_by.get(gram, 0)
                self._opened_by[gram] = shared.setdefault(known, known | bit)

    def tried(self, index: int, text: str) -> Tried:
        """The patterns that may match, by their places, each with the places of alternatives."""
        return self.all_tried(text).get(index, ())

    def all_tried(self, text: str) -> Mapping[int, Tried]:
        """The same for all that are enrolled, by the number of their index."""
        return passing(self, self.indexes, text)

    def passing(self, text: str) -> dict[int, Tried]:
        """`tried` for all that are enrolled; those of which nothing may match are not in it."""
        opened = self._open
        for bits in filter(None, map(self._opened_by.get, grams_of(text))):
            opened |= bits
        passed = self._firsts & opened
        for at in range(1, GATES_MAX):
            passed &= opened >> at
        found: dict[int, dict[int, list[int]]] = {}
        while passed:
            lowest = passed & -passed
            passed ^= lowest
            index, number, part = self._places[lowest.bit_length() // GATES_MAX]
            found.setdefault(index, {}).setdefault(number, []).append(part)
        return {index: tuple(patterns.items()) for index, patterns in found.items()}


_WHOLE_TEXTS = Shelf()


@lru_cache(maxsize=512)
def passing(shelf: Shelf, enrolled: int, text: str) -> dict[int, Tried]:
    """What passes on a shelf with so many enrolled, remembered: every rule asks it of a text."""
    return shelf.passing(text)


class Index:
    """Several patterns at once: which alternatives of which are to be tried on a text."""

    def __init__(self, patterns: Sequence[Gated], shelf: Shelf | None = None) -> None:
        self._shelf = shelf or Shelf()
        self.number = self._shelf.enrolled(patterns)

    def tried(self, text: str) -> Tried:
        """The patterns that may match, by their places, each with the places of alternatives."""
        return self._shelf.tried(self.number, text)


def alternatives_of(words: str) -> tuple[str, ...]:
    """The alternatives of a pattern, cut at the bars that stand in no group and no set."""
    parts, depth, start, place = [], 0, 0, 0
    while place < len(words):
        sign = words[place]
        if sign == "\\":
            place += 1
        elif sign == "[":
            place = _end_of_set(words, place)
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and depth == 0:
            parts.append(words[start:place])
            start = place + 1
        place += 1
    return (*parts, words[start:])


def _end_of_set(words: str, place: int) -> int:
    """Where a set of signs ends; a bracket that opens it is one of its signs."""
    place += 2 if words[place + 1 : place + 2] == "^" else 1
    if words[place : place + 1] == "]":
        place += 1
    while words[place : place + 1] not in {"]", ""}:
        place += 2 if words[place] == "\\" else 1
    return place
