"""The second opinion with the weights that are shipped: they are unpacked once, from a constant."""

import base64
import zlib
from functools import lru_cache

from relance_mailer.reading import last_word_weights
from relance_mailer.reading import second_opinion_weights as shipped
from relance_mailer.reading.judgement import Voices
from relance_mailer.reading.second_opinion import LABELS, Opinion, Weights, opinion_on


def shipped_reader(text: str) -> Opinion:
    """What the shipped weights say of a text."""
    return opinion_on(text, shipped_weights())


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """The weights that `training` wrote."""
    unpacked = zlib.decompress(base64.b64decode(shipped.PACKED))
    names, _, signs = unpacked.partition(b"\0")
    return Weights(
        rows={
            name: signs[place * LABELS : (place + 1) * LABELS]
            for place, name in enumerate(names.decode().split("\n"))
        },
        unit=shipped.UNIT,
        bias=shipped.BIAS,
    )


def shipped_voices() -> Voices:
    """How much the rules and these weights count beside each other."""
    return Voices(
        intent=shipped.VOICES_INTENT,
        starts=shipped.VOICES_STARTS,
    )


def shipped_last_word() -> tuple[float, ...]:
    """How much each voice counts where the doubts are weighed together, the start first."""
    return last_word_weights.COUNTS
