"""What every match of a pattern must hold, read out of the pattern: its gates (`gates`)."""

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from relance_mailer.reading.gate_signs import (
    LONG,
    RARE_SIGNS,
    SHORT,
    chance_of,
    compared,
    is_of_word,
    number_of,
)

try:  # The parser of the standard library is private: without it all is searched, only slower.
    from re import _parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover
    _parser = None

GATES_MAX = 3
"""Gates of one alternative."""
_SIGNS_MAX = 6
_WAYS_MAX = 100  # spellings of one alternative that are followed
_GATE_MAX = 1_500
_EACH_MAX = 2  # gates that are made of one set of strings
_TOO_OFTEN = 2.0  # a further gate that nearly every sentence passes says nothing
_BOUND = "\b"  # in a needed string: a word begins or ends here


def gates_of(words: str, flags: int = 0) -> tuple[frozenset[int], ...]:
    """Sets of strings, as they are compared: every match holds one of each.

    The most telling comes first.
    """
    if _parser is None or flags & re.ASCII:  # words end elsewhere for ASCII
        return ()
    needed = [each for each in _all_needed(_parser.parse(words, flags)) if len(each) <= _GATE_MAX]
    grams = (
        frozenset(_told_by(word)[nth] for word in each)
        for each in needed[:GATES_MAX]
        for nth in range(_EACH_MAX)
    )
    found = sorted(dict.fromkeys(grams), key=_expected_of)[:GATES_MAX]
    return tuple(
        frozenset(map(number_of, each))
        for each in found
        if each is found[0] or _expected_of(each) < _TOO_OFTEN
    )


@cache
def _told_by(word: str) -> tuple[str, ...]:
    """The strings of a word by which it is looked for, the rarest first, one beside the other."""
    rare = sorted(RARE_SIGNS.intersection(word))
    if rare:
        return (rare[0],) * _EACH_MAX
    signs = _bounded(word)
    size = min(len(signs), LONG)
    places = sorted(range(len(signs) - size + 1), key=lambda at: chance_of(signs[at : at + size]))
    apart = [at for at in places if abs(at - places[0]) >= size // 2] or places
    return signs[places[0] :][:size], signs[apart[0] :][:size]


def _bounded(word: str) -> str:
    """The word as it is compared; where it surely ends or begins there is a blank."""
    signs = word.lower()
    bare = signs.replace(_BOUND, "")
    if not bare:
        return ""
    before = " " if signs[0] == _BOUND and is_of_word(bare[0]) else ""
    after = " " if signs[-1] == _BOUND and is_of_word(bare[-1]) else ""
    return before + compared(bare) + after


def _needed(nodes: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    """Of the strings that a sequence must hold the set that says most."""
    return next(iter(_all_needed(nodes)), None)


def _all_needed(nodes: Sequence[tuple[Any, Any]]) -> list[frozenset[str]]:
    """Sets of strings of each of which a sequence must hold one, the rarest first."""
    candidates: list[frozenset[str]] = []
    running: frozenset[str] = frozenset({""})
    merged = list(_merged(nodes))
    for at, node in enumerate(merged):
        ways = _ways(node)
        once = _repeated(node) if ways is None else None
        if once is not None:
            candidates.append(_joined(running, once) or running)
            running = once
            continue
        joined = None if ways is None else _joined(running, ways)
        if joined is not None:
            running = joined
            continue
        candidates.append(running)
        running = frozenset({""}) if ways is None else ways
        around = merged[max(0, at - 1) : at], merged[at + 1 : at + 2]
        if ways is None and (inner := _inside(node, *map(_bounds_in, around))) is not None:
            candidates.append(inner)
    candidates.append(running)
    telling = [each for each in candidates if each and all(map(_tells, each))]
    return sorted(telling, key=_expected)


def _expected(strings: frozenset[str]) -> float:
    """How often one of the strings may be expected in a sentence, roughly."""
    # Added without rounding: the order of a set is another in each process.
    return math.fsum(chance_of(_told_by(each)[0]) for each in strings)


def _expected_of(grams: frozenset[str]) -> float:
    return math.fsum(map(chance_of, grams))


def _tells(word: str) -> bool:
    return not RARE_SIGNS.isdisjoint(word) or len(_bounded(word)) >= SHORT


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
    if kind == "AT":
        return frozenset({"" if value.name == "AT_NON_BOUNDARY" else _BOUND})
    if kind in {"ASSERT", "ASSERT_NOT"}:
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


def _repeated(node: tuple[Any, Any]) -> frozenset[str] | None:
    """What stands at the beginning and at the end of what stands once or oftener."""
    kind, value = node[0].name, node[1]
    if kind not in {"MAX_REPEAT", "MIN_REPEAT"} or not value[0]:
        return None
    return _of_sequence([each for _ in range(min(value[0], LONG)) for each in value[2]])


def _of_set(members: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    """The signs of a set as they are compared, where these are few: `[ ,:]` is a blank."""
    found = {_of_member(kind.name, value) for kind, value in members}
    if len(found) > _SIGNS_MAX or None in found:
        return None
    return frozenset(sign for sign in found if sign is not None)


_CATEGORIES = {
    "CATEGORY_DIGIT": "0",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_WORD": " ",
}


def _of_member(kind: str, value: Any) -> str | None:
    if kind == "LITERAL":
        sign = chr(value).lower()
        return sign if sign in RARE_SIGNS else compared(sign)
    if kind == "RANGE":
        return "0" if {*map(chr, value)} <= set("0123456789") else None
    return _CATEGORIES.get(value.name) if kind == "CATEGORY" else None


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


def _bounds_in(nodes: Sequence[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    return [node for node in nodes if node[0].name == "AT"]


def _inside(
    node: tuple[Any, Any], before: list[tuple[Any, Any]], after: list[tuple[Any, Any]]
) -> frozenset[str] | None:
    """What a node that is no short list of strings must hold all the same.

    `before` and `after` are the ends of words that stand beside it.
    """
    kind, value = node[0].name, node[1]
    if kind == "SUBPATTERN" and not (value[1] or value[2]):
        return _needed([*before, *value[3], *after])
    if kind == "BRANCH":
        found: set[str] = set()
        for each in value[1]:
            needed = _needed([*before, *each, *after])
            if needed is None:
                return None
            found |= needed
        return frozenset(found)
    if kind in {"MAX_REPEAT", "MIN_REPEAT"} and value[0] >= 1:
        return _needed(value[2])
    return None
