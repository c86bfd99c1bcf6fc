"""Learns how much the rules and the second opinion count beside each other.

Only texts that the rules were not written for may teach it, or it would learn to trust the rules
more than they deserve on mail that nobody has seen; and only opinions of weights that were learnt
without the text. Logistic regression by Newton's method: a few dozen figures out of thousands of
cases.
"""

import math
from operator import mul

from relance_mailer.reading.judgement import Voices, voices_on
from relance_mailer.reading.second_opinion import Opinion
from relance_mailer.reading.understand import weighed_by_rules
from relance_mailer.words import INTENT_ORDER
from training.material import Text

_ROUNDS = 8
_RIDGE = 1.0

Case = tuple[list[float], float]


def learn_voices(texts: list[Text], unseen: list[Opinion]) -> Voices:
    """The weight of each voice, out of texts and of opinions that were formed without them."""
    intents: list[Case] = []
    for text, opinion in zip(texts, unseen, strict=True):
        weighed = weighed_by_rules(text.text, text.sent_at)
        for place, said in enumerate(voices_on(weighed, opinion)):
            start = [float(place == other) for other in range(len(INTENT_ORDER))]
            intents.append(([*start, *said], float(INTENT_ORDER[place] in text.intents)))
    found = regressed(intents)
    return Voices(
        starts=tuple(found[: len(INTENT_ORDER)]),
        intent=tuple(found[len(INTENT_ORDER) :]),
    )


def regressed(
    cases: list[Case], ridge: float = _RIDGE, counts: list[float] | None = None
) -> list[float]:
    """The weight of each value, large ones held back by `ridge`; a case counts once or `counts`."""
    size = len(cases[0][0])
    found = [0.0] * size
    counts = counts or [1.0] * len(cases)
    for _ in range(_ROUNDS):
        slope = [-ridge * weight for weight in found]
        bend = [[ridge * (row == column) for column in range(size)] for row in range(size)]
        for (values, wanted), much in zip(cases, counts, strict=True):
            total = sum(map(mul, found, values))
            share = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            spread = much * share * (1 - share)
            present = [(place, value) for place, value in enumerate(values) if value]
            for at, (row, value) in enumerate(present):
                slope[row] += much * (wanted - share) * value
                line, pushed = bend[row], spread * value
                for column, other in present[at:]:
                    line[column] += pushed * other
        for row in range(size):
            for column in range(row):
                bend[row][column] = bend[column][row]
        found = [one + step for one, step in zip(found, _solved(bend, slope), strict=True)]
    return [round(weight, 4) for weight in found]


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss's elimination with the largest pivot."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(column + 1, size):
            factor = rows[row][column] / rows[column][column]
            for place in range(column, size + 1):
                rows[row][place] -= factor * rows[column][place]
    solved = [0.0] * size
    for row in reversed(range(size)):
        rest = sum(rows[row][place] * solved[place] for place in range(row + 1, size))
        solved[row] = (rows[row][size] - rest) / rows[row][row]
    return solved
