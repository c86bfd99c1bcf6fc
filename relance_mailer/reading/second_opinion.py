"""A second opinion on what a text says: a linear model over words and pieces of words.

It knows no rule and no rule knows it, so that where both agree there is evidence and where they
differ a human can be asked (`judgement`). It is trained outside the package (`training/`) and only
adds numbers here. It reads a text whole and sentence by sentence, since what decides often stands
in one sentence of five.

- A *feature* is a word, a piece of 3 to 5 letters of it, or a pair of neighbours; digits, days and
  months stand for each other ("le 12 mars" and "le 3 avril" are the same words).
- A feature that the weights don't know is skipped; the sum is divided by the root of how many are.
"""

import math
import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import Protocol

from relance_mailer.reading.intents.gist import gist_of
from relance_mailer.reading.intents.phrases import Sentence, sentences
from relance_mailer.words import INTENT_ORDER, Intent

_WORD = re.compile(r"[a-z]+|\d+|[?!@€%]")
_ADDRESS = re.compile(r"\S{1,64}@\S{1,80}")
_DAY = re.compile(r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri)day")
_MONTH = re.compile(
    r"janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?"
    r"|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?|january|february|march|april|june|july|august"
    r"|september|october|november|december"
)
_PIECE_MIN, _PIECE_MAX = 3, 5
_WORD_MAX = 24
_STEM = 5
_FEW_SIGNS = 12

SENTENCES_MAX = 200
LABELS = len(INTENT_ORDER) + 1
"""The intents in their order, then "a human must see it"."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Opinion:
    """How likely each intent is (0 to 1), and that the text needs a human whatever it says.

    `spans` are the sentences that speak most for each intent. `whole` and `sentences` hold the odds
    (natural logarithms, a column a label) of the text and of each sentence that was `told`, for who
    weighs finer.
    """

    shares: Mapping[Intent, float]
    human: float
    spans: Mapping[Intent, str]
    whole: tuple[float, ...] = ()
    sentences: tuple[tuple[float, ...], ...] = ()
    told: tuple[str, ...] = ()


class SecondReader(Protocol):
    """Anything that has an opinion on a text; what it says never decides alone."""

    def __call__(self, text: str) -> Opinion:
        """What the text seems to say."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Weights:
    """What was learnt: for each feature one signed byte a label, times `unit`, plus `bias`."""

    rows: Mapping[str, bytes]
    unit: float
    bias: tuple[float, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A sentence or a text as features: its different words, and the pairs between neighbours."""

    words: frozenset[str]
    pairs: frozenset[str]


def opinion_on(text: str, weights: Weights) -> Opinion:
    """The mean of the text as a whole and of its strongest sentence, for each label."""
    told = _telling(text)
    parts = [_known(passage(each), weights) for each in told]
    rows = [_weights_of(part, weights) for part in parts]
    whole = rows[0] if len(rows) == 1 else _weights_of(_joined(parts), weights)
    columns = list(zip(*rows, strict=True))
    mean = [
        (_share(one) + _share(max(column))) / 2 for one, column in zip(whole, columns, strict=True)
    ]
    return Opinion(
        shares=dict(zip(INTENT_ORDER, mean, strict=False)),
        human=mean[-1],
        spans={
            intent: told[column.index(max(column))].raw
            for intent, column in zip(INTENT_ORDER, columns, strict=False)
        },
        whole=tuple(whole),
        sentences=tuple(map(tuple, rows)),
        told=tuple(each.raw for each in told),
    )


def passages(text: str) -> tuple[Passage, ...]:
    """The sentences of a text that are more than a greeting, as features."""
    return tuple(passage(each) for each in _telling(text))


def _telling(text: str) -> list[Sentence]:
    found = sentences(text)[:SENTENCES_MAX]
    longer = [each for each in found if len(each.folded) > _FEW_SIGNS]
    return longer or list(found) or [Sentence(raw=text, folded="", unquoted="")]


def passage(sentence: Sentence) -> Passage:
    """One sentence as features: its words as they stand, and the families that they belong to."""
    plain = sentence.folded
    plain = _ADDRESS.sub(" @ ", plain) if "@" in plain else plain
    words = list(map(_same, _WORD.findall(plain)))
    stems = [word[:_STEM] for word in words]
    # A sentence has a hundred of them: the library joins them faster than we can write them.
    pairs = (
        *map(" ".join, pairwise(words)),
        *map("+".join, pairwise(stems)),
        *map("~".join, zip(stems, stems[2:], strict=False)),
        *_turns(sentence),
    )
    return Passage(words=frozenset(words), pairs=frozenset(pairs))


def _turns(sentence: Sentence) -> Iterator[str]:
    """Families that follow each other, whatever their forms: "je … paierai … pas"."""
    tags = gist_of(sentence).tags.split()
    marked = [f"<{one}" for one in tags]
    return chain(
        (one for one in marked if one[1].isupper()),
        map(">".join, zip(marked, tags[1:], strict=False)),
        map("_".join, zip(marked, tags[2:], strict=False)),
        map(">".join, zip(marked, tags[1:], tags[2:], strict=False)),
    )


def together(parts: tuple[Passage, ...]) -> Passage:
    """Several passages as one."""
    return Passage(
        words=frozenset().union(*(part.words for part in parts)),
        pairs=frozenset().union(*(part.pairs for part in parts)),
    )


def pieces(word: str) -> tuple[str, ...]:
    """A word's features: itself, and its pieces with the ends marked."""
    ended = f"_{word[:_WORD_MAX]}_"
    return (
        word,
        *(
            ended[start : start + size]
            for size in range(_PIECE_MIN, _PIECE_MAX + 1)
            for start in range(len(ended) - size + 1)
        ),
    )


@lru_cache(maxsize=16_384)
def _same(word: str) -> str:
    """Digits, days and months as one word each."""
    if word[0].isdigit():
        return "0"
    if _DAY.fullmatch(word):
        return "JOUR"
    return "MOIS" if _MONTH.fullmatch(word) else word


@dataclass(frozen=True, kw_only=True, slots=True)
class _Known:
    """What the weights know of a passage: rows in lanes; of a word, how many features they sum."""

    words: dict[str, tuple[int, int]]
    pairs: dict[str, int]


def _known(part: Passage, weights: Weights) -> _Known:
    lanes = _in_lanes(weights)
    return _Known(
        words={word: _of_word(weights, word) for word in part.words},
        pairs={pair: lanes[pair] for pair in lanes.keys() & part.pairs},
    )


def _joined(parts: Sequence[_Known]) -> _Known:
    """What is known of several passages as one (`together`)."""
    words: dict[str, tuple[int, int]] = {}
    pairs: dict[str, int] = {}
    for part in parts:
        words.update(part.words)
        pairs.update(part.pairs)
    return _Known(words=words, pairs=pairs)


def _share(weight: float) -> float:
    return 1 / (1 + math.exp(-weight))


def _weights_of(part: _Known, weights: Weights) -> list[float]:
    # The order of a set differs from run to run: whole numbers add up the same in any.
    known = len(part.pairs) + sum(count for count, _ in part.words.values())
    total = sum(part.pairs.values()) + sum(row for _, row in part.words.values())
    scale = weights.unit / math.sqrt(max(1, known))
    signed = (lane - 128 * known for lane in _lanes_of(total))
    return [
        max(-30.0, min(30.0, scale * value + bias))
        for value, bias in zip(signed, weights.bias, strict=True)
    ]


_LANE = 4  # octets: room for the sum of 16 million features


@lru_cache(maxsize=8)
def _in_lanes(weights: Weights) -> dict[str, int]:
    """Each row as one whole number with a lane a label, so that one addition adds all labels."""
    lanes: dict[str, int] = {}
    spread = bytearray(LABELS * _LANE)
    for name, row in weights.rows.items():
        spread[::_LANE] = row
        lanes[name] = int.from_bytes(spread, "little")
    return lanes


def _lanes_of(total: int) -> tuple[int, ...]:
    return struct.unpack(f"<{LABELS}I", total.to_bytes(LABELS * _LANE, "little"))


@lru_cache(maxsize=16_384)
def _of_word(weights: Weights, word: str) -> tuple[int, int]:
    """How many of a word's features are known, and their sum in lanes."""
    lanes = _in_lanes(weights)
    rows = [row for row in map(lanes.get, pieces(word)) if row is not None]
    return len(rows), sum(rows)
