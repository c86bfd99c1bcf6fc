"""Learns the weights of the second opinion: logistic regression by stochastic descent.

Plain Python, so that retraining needs nothing installed and gives the same bytes everywhere: the
order of the examples comes from a seed, and no set is ever walked unsorted.
"""

import math
import random
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from operator import mul

from relance_mailer.reading.judgement import NEEDS_A_HUMAN
from relance_mailer.reading.second_opinion import LABELS, Passage, Weights, pieces
from relance_mailer.words import INTENT_ORDER
from training.material import Bag, Example, Known

EPOCHS = 8
DECAY = 5e-7
SLOWING = 1e-5
FIRST_STEP = 0.6
RARE = 2
"""A feature seen in fewer examples is not learnt."""
NOT_WORTH = 0.01
"""An error this small moves no weight: it saves most of the time and changes nothing."""
FEATURES_MAX = 150_000
_OUTLIERS = 0.001
"""So many weights may be cut to the largest byte: else the few largest round off all small ones."""
_LABELS = {
    Known.ALL: tuple(range(LABELS)),
    Known.HARMLESS: (
        *(place for place, intent in enumerate(INTENT_ORDER) if intent in NEEDS_A_HUMAN),
        LABELS - 1,
    ),
    Known.SERIOUS: (LABELS - 1,),
}
"""The labels that an example teaches."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Row:
    places: list[int]
    values: list[float]
    wanted: list[float]
    labels: tuple[int, ...]
    counts: float


def learn(
    examples: Sequence[Example], bags: Sequence[Bag] = (), *, features_max: int = FEATURES_MAX
) -> Weights:
    """The weights learnt from the examples, rounded to one byte each.

    Of a bag it is known that one sentence needs a human, not which: half of the way the one that
    alarms most is taken for it.
    """
    seen = [_features(example.passage) for example in examples]
    counts = Counter(chain.from_iterable(set(each) for each in seen))
    names = sorted(name for name, count in counts.items() if count >= RARE)
    place_of = {name: place for place, name in enumerate(names)}
    rarity = [math.log(len(seen) / counts[name]) / 4 for name in names]
    rows = [
        _row(features, example, place_of, rarity)
        for features, example in zip(seen, examples, strict=True)
    ]
    chosen_among = [
        [_row(_features(example.passage), example, place_of, rarity) for example in bag]
        for bag in bags
    ]
    columns, bias = _descend(rows, chosen_among, len(names))
    return _rounded(names, rarity, columns, bias, features_max)


def _features(passage: Passage) -> list[str]:
    """All features of a passage; a piece that stands in two words counts twice."""
    words = chain.from_iterable(pieces(word) for word in sorted(passage.words))
    return [*words, *sorted(passage.pairs)]


def _row(
    features: list[str], example: Example, place_of: dict[str, int], rarity: list[float]
) -> _Row:
    places = [place_of[name] for name in features if name in place_of]
    norm = 1 / math.sqrt(max(1, len(places)))
    wanted = [1.0 if intent in example.intents else 0.0 for intent in INTENT_ORDER]
    return _Row(
        places=places,
        values=[rarity[place] * norm for place in places],
        wanted=[*wanted, 1.0 if example.needs_a_human else 0.0],
        labels=_LABELS[example.known],
        counts=example.counts,
    )


def _descend(
    rows: list[_Row], bags: list[list[_Row]], size: int
) -> tuple[list[Sequence[float]], list[float]]:
    columns = [array("d", bytes(8 * size)) for _ in range(LABELS)]
    bias = [-2.0] * LABELS
    order = list(range(len(rows)))
    chance = random.Random(20)
    taken = 0
    shrunk = 1.0
    for epoch in range(EPOCHS):
        if epoch == EPOCHS // 2:
            rows = [*rows, *(max(bag, key=lambda row: _total(row, columns[-1])) for bag in bags)]
            order = list(range(len(rows)))
        chance.shuffle(order)
        for number in order:
            row = rows[number]
            step = FIRST_STEP * _GAIN / (1 + FIRST_STEP * _GAIN * SLOWING * taken)
            shrunk *= 1 - step * DECAY
            taken += 1
            for label in row.labels:
                column = columns[label]
                total = bias[label] + shrunk * _total(row, column)
                error = row.wanted[label] - 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
                if abs(error) < NOT_WORTH:
                    continue
                push = step * row.counts * error / shrunk
                for place, value in zip(row.places, row.values, strict=True):
                    column[place] += push * value
                bias[label] += step * row.counts * error * 0.02
    return [[weight * shrunk for weight in column] for column in columns], bias


def _total(row: _Row, column: Sequence[float]) -> float:
    return sum(map(mul, map(column.__getitem__, row.places), row.values), 0.0)


_GAIN = 16.0
"""The rows are about a quarter long; the step makes up for it."""


def _rounded(
    names: list[str],
    rarity: list[float],
    columns: list[Sequence[float]],
    bias: list[float],
    features_max: int,
) -> Weights:
    """The strongest features only, each weight as a signed byte around 128."""
    rows = [
        (name, [column[place] * rarity[place] for column in columns])
        for place, name in enumerate(names)
    ]
    rows.sort(key=lambda row: (-max(map(abs, row[1])), row[0]))
    kept = sorted(rows[:features_max])
    sizes = sorted(abs(weight) for _, row in kept for weight in row)
    unit = sizes[-1 - int(len(sizes) * _OUTLIERS)] / 127
    return Weights(
        rows={name: bytes(_signed(weight / unit) for weight in row) for name, row in kept},
        unit=unit,
        bias=tuple(round(value, 6) for value in bias),
    )


def _signed(value: float) -> int:
    return 128 + max(-127, min(127, round(value)))
