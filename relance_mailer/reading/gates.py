"""Patterns of many alternatives, of which only those are tried that can match.

Most patterns of the reader match nothing in most texts, and a search that fails costs as much as
one that succeeds. From each alternative is derived, once, a set of short strings of which every
match holds at least one (its *gate*); a text is cut, once, into its strings of four signs. Only
the alternatives whose gate the text passes are searched, each for itself. The answer is that of
the whole pattern: the leftmost match, of the first alternative that matches there.
"""

import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import Any

try:  # The parser of the standard library is private: without it all is searched, only slower.
    from re import _parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover
    _parser = None

_SHORT, _LONG = 3, 4
_WAYS_MAX = 100  # spellings of one alternative that are followed
_GATE_MAX = 1_500
_GATES_MAX = 3
_TOO_OFTEN = 0.5  # a further gate that lets so many texts pass is not worth the asking
_TEXT_MAX = 6_000  # a longer text is searched at once: cutting it up costs more
_RARE_SIGNS = frozenset("@")  # one alone says enough
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

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The whole, compiled."""
        return re.compile(f"{self._before}(?:{self._words}){self._after}", self._flags)

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        return alternatives_of(self._words)

    @cached_property
    def gates(self) -> tuple[tuple[frozenset[int], ...], ...]:
        """The gates of each alternative; without any it is always tried."""
        return tuple(gates_of(part, self._flags) for part in self._parts)

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

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`, with the same proviso."""
        if len(text) > _TEXT_MAX or self._index.tried(text):
            return self.pattern.finditer(self._cased(text))
        return iter(())

    def first_of(self, parts: Iterable[int], text: str) -> re.Match[str] | None:
        """The leftmost match of some of the alternatives, given by their places in order."""
        text = self._cased(text)
        best: re.Match[str] | None = None
        for part in parts:
            found = self._part(part).search(text)
            if found is not None and (best is None or found.start() < best.start()):
                best = found
        return best

    def _part(self, part: int) -> re.Pattern[str]:
        known = self._compiled.get(part)
        if known is None:
            words = f"{self._before}(?:{self._parts[part]}){self._after}"
            known = self._compiled[part] = re.compile(words, self._flags)
        return known

    def _cased(self, text: str) -> str:
        return text.lower() if self._lower else text


def gated(words: str, flags: int = 0) -> Gated:
    """The pattern, gated, one of those that are asked of whole texts and of subjects."""
    return Gated(words, flags, shelf=_WHOLE_TEXTS)


class Shelf:
    """Patterns that are asked of the same texts: which may match is looked up once for all."""

    def __init__(self) -> None:
        self._by_gram: dict[int, list[int]] = {}
        self._always: list[int] = []
        self._places: list[tuple[int, int, int, tuple[frozenset[int], ...]]] = []
        self.indexes = 0

    def enrolled(self, patterns: Sequence[Gated]) -> int:
        """The number under which `tried` knows the patterns from now on."""
        index = self.indexes
        self.indexes += 1
        for number, pattern in enumerate(patterns):
            for part, gates in enumerate(pattern.gates):
                place = len(self._places)
                self._places.append((index, number, part, gates[1:]))
                if not gates:
                    self._always.append(place)
                    continue
                for gram in gates[0]:
                    self._by_gram.setdefault(gram, []).append(place)
        return index

    def tried(self, index: int, text: str) -> Tried:
        """The patterns that may match, by their places, each with the places of alternatives."""
        return self.all_tried(text).get(index, ())

    def all_tried(self, text: str) -> Mapping[int, Tried]:
        """The same for all that are enrolled, by the number of their index."""
        return passing(self, self.indexes, text)

    def passing(self, text: str) -> dict[int, Tried]:
        """`tried` for all that are enrolled; those of which nothing may match are not in it."""
        grams, by_gram = grams_of(text), self._by_gram
        # The shelf's strings are many times a text's: the text's are gone through, by the library.
        known = by_gram.keys() & grams
        wanted = set(self._always).union(*map(by_gram.__getitem__, known))
        found: dict[int, dict[int, list[int]]] = {}
        for place in sorted(wanted):
            index, number, part, gates = self._places[place]
            if gates and any(map(grams.isdisjoint, gates)):
                continue
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


@lru_cache(maxsize=512)
def grams_of(text: str) -> frozenset[int]:
    """The strings of four signs of a text, in lower case, each as one whole number."""
    signs = b" " + _octets(text)
    found: set[int] = set()
    for shift in range(_LONG):
        end = shift + (len(signs) - shift) // _LONG * _LONG
        if end > shift:
            found.update(memoryview(signs)[shift:end].cast("I").tolist())
    found.update(ord(sign) for sign in _RARE_SIGNS.intersection(text))
    return frozenset(found)


def _octets(text: str) -> bytes:
    """One octet a sign: what is no Western letter is a question mark in texts and gates alike."""
    return text.lower().encode("latin-1", "replace")


def gates_of(words: str, flags: int = 0) -> tuple[frozenset[int], ...]:
    """Sets of strings, in lower case: every match holds one of each; the most telling first."""
    if _parser is None:
        return ()
    found = [each for each in _all_needed(_parser.parse(words, flags)) if len(each) <= _GATE_MAX]
    further = (each for each in found[1:_GATES_MAX] if _expected(each) < _TOO_OFTEN)
    return tuple(_grams(each) for each in (*found[:1], *further))


def _grams(needed: frozenset[str]) -> frozenset[int]:
    return frozenset(
        int.from_bytes(signs, sys.byteorder)
        for word in needed
        for signs in _long(_octets(_rarest(word.lower())))
    )


def _long(signs: bytes) -> tuple[bytes, ...]:
    """Four signs as they are; three with whatever may stand before them."""
    if len(signs) in {1, _LONG}:
        return (signs,)
    return tuple(bytes((before,)) + signs for before in range(256))


# How often each sign stands in a French text, in thousandths; what is not here is rarer.
_OFTEN = dict(zip(" eatsinrulodcmpév", (160, 115, 62, 62, 62, 58, 55, 52, 48, 45, 42, 30, 25, 24,
                                        24, 17, 13), strict=True))  # fmt: skip
_SELDOM = 7
_COMMON_WORDS = (
    "le de la je vous est pas l nous ne votre en n un et que les facture d au il ai ce on du j pour"
    " c mon notre par ete me plus merci m sur avec une payer the mois bien moi bonjour dans ma"
    " cette tout qui paiement paye des suis rien avons depuis virement compte ca vos mais fait we"
    " qu avez cheque jours you chez y to banque sera nos pouvez reglement sont ou service jamais"
    " this sous si our vendredi argent avant etes s dossier deux regle sans paie relance mail"
    " demande bon lundi encore fin signe etre t commande echeance recu please passe jour mes faire"
    " comptable personne invoice adresse non demain donc fois part sommes avoir toujours voir jeudi"
    " fais solde retard dit semaine elle peux faut factures suite apres your peut not and in will"
)
"""The words of replies, the most frequent first."""
_COMMON_TAGS = (
    "we you be have num your our he money span month day invoice number paid can been paper payx"
    " dop eur sendp sendx payi leaven sendi whenif leavep contactx had don debt was"
)
"""The tags of replies (`intents.gist`) likewise."""


@cache
def _rarest(word: str) -> str:
    """The sign, or the three or four signs, of the word that are least expected in a text."""
    for sign in _RARE_SIGNS.intersection(word):
        return sign
    size = _LONG if len(word) >= _LONG else _SHORT
    return min((word[at : at + size] for at in range(len(word) - size + 1)), key=_chance)


@cache
def _chance(signs: str) -> float:
    letters = math.prod(_OFTEN.get(sign, _SELDOM) / 1000 for sign in signs)
    return max(letters, _chance_in_words().get(signs, 0.0))


@cache
def _chance_in_words() -> dict[str, float]:
    """How likely a sentence holds these signs because of the common words."""
    chances: dict[str, float] = defaultdict(float)
    for words in (_COMMON_WORDS, _COMMON_TAGS):
        for rank, word in enumerate(words.split()):
            ended = f" {word} "
            for size in (_SHORT, _LONG):
                for at in range(len(ended) - size + 1):
                    chances[ended[at : at + size]] += 1 / (rank + 4)
    return chances


def _needed(nodes: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    """Of the strings that a sequence must hold the set that says most."""
    return next(iter(_all_needed(nodes)), None)


def _all_needed(nodes: Sequence[tuple[Any, Any]]) -> list[frozenset[str]]:
    """Sets of strings of each of which a sequence must hold one, the rarest first."""
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
    telling = [each for each in candidates if each and all(map(_tells, each))]
    return sorted(telling, key=_expected)


def _expected(strings: frozenset[str]) -> float:
    """How often one of the strings may be expected in a text, roughly."""
    return sum(_chance(_rarest(each)) for each in strings)


def _tells(word: str) -> bool:
    return len(word) >= _SHORT or not _RARE_SIGNS.isdisjoint(word)


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
        if each is None or len(found) + len(each) > _GATE_MAX:
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
