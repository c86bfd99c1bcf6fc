"""Trains the second opinion and writes its weights and figures.

    python -m training.train --corpus ../shared/corpus/replies --corpus ../shared/corpus/dev

Every fold is learnt without its own texts, so that the figures are about texts that the weights
have not seen; the rules, which have been written with the corpora at hand, take no part in them.
"""

import argparse
import base64
import json
import zlib
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from relance_mailer.reading.judgement import Voices
from relance_mailer.reading.second_opinion import Opinion, Weights, opinion_on
from training.figures import figures
from training.learner import learn
from training.material import Text, corpus_texts, examples, own_texts
from training.voices import learn_voices

ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "relance_mailer" / "reading" / "second_opinion_weights.py"
FIGURES = Path(__file__).parent / "figures.json"
_LINE = 2_000
_HEAD = '''\
# ruff: noqa: E501
"""The weights of the second opinion, written by `python -m training.train`: not for hands."""

# fmt: off
UNIT = {unit!r}
BIAS = {bias!r}
VOICES_INTENT = {voices.intent!r}
VOICES_STARTS = {voices.starts!r}
VOICES_HUMAN = {voices.human!r}
PACKED = """
{packed}
"""
'''


def main() -> None:
    """Reads the material, cross-validates, learns from all of it, writes weights and figures."""
    arguments = _arguments()
    texts = own_texts()
    alone = sum(text.source == "own" for text in texts)
    for folder in arguments.corpus:
        texts += corpus_texts(folder)
    parts = [*without_each(texts, arguments.folds), texts]
    with ProcessPoolExecutor() as pool:
        *learnt, whole = pool.map(_learnt, parts)
    unseen = cross_validated(texts, learnt)
    voices = learn_voices(texts[:alone], unseen[:alone])
    FIGURES.write_text(json.dumps(figures(texts, unseen, voices), indent=2) + "\n")
    WEIGHTS.write_text(packed(whole, voices), encoding="utf-8")
    print(f"{len(texts)} textes, {WEIGHTS.stat().st_size // 1024} Kio")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, action="append", default=[])
    parser.add_argument("--folds", type=int, default=3)
    return parser.parse_args()


def cross_validated(texts: list[Text], learnt: Sequence[Weights]) -> list[Opinion]:
    """The opinion on each text of those weights that were learnt without it."""
    return [opinion_on(text.text, learnt[at % len(learnt)]) for at, text in enumerate(texts)]


def without_each(texts: list[Text], folds: int) -> list[list[Text]]:
    """The texts without those of each fold; their places are dealt out in turn."""
    return [[text for at, text in enumerate(texts) if at % folds != fold] for fold in range(folds)]


def _learnt(texts: list[Text]) -> Weights:
    return learn(examples(texts))


def packed(weights: Weights, voices: Voices) -> str:
    """The weights as the text of a module."""
    names = "\n".join(weights.rows).encode()
    packed_bytes = zlib.compress(names + b"\0" + b"".join(weights.rows.values()), 9)
    text = base64.b85encode(packed_bytes).decode()
    lines = [text[start : start + _LINE] for start in range(0, len(text), _LINE)]
    return _HEAD.format(
        unit=weights.unit,
        bias=weights.bias,
        packed="\n".join(lines),
        voices=voices,
    )


if __name__ == "__main__":
    main()
