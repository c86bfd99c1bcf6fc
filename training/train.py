"""Trains the second opinion and writes its weights and figures.

    python -m training.train --corpus ../shared/corpus/replies --corpus ../shared/corpus/dev

Every fold is learnt without its own hands, so that the figures are about people whom the weights
have not read; the rules, which have been written with the corpora at hand, take no part in them.
"""

import argparse
import base64
import json
import zlib
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from relance_mailer.reading.judgement import Voices
from relance_mailer.reading.second_opinion import Weights, opinion_on
from training.figures import figures
from training.last_word import heard_of, learn_last_word
from training.learner import learn
from training.material import (
    Text,
    bags,
    corpus_texts,
    everyday_texts,
    examples,
    later_texts,
    own_texts,
    plain_words,
)
from training.voices import learn_voices

ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "relance_mailer" / "reading" / "second_opinion_weights.py"
LAST_WORD = WEIGHTS.with_name("last_word_weights.py")
FIGURES = Path(__file__).parent / "figures.json"
_LINE = 8_000
_HEAD = '''\
# ruff: noqa: E501
"""The weights of the second opinion, written by `python -m training.train`: not for hands."""

# fmt: off
UNIT = {unit!r}
BIAS = {bias!r}
VOICES_INTENT = {voices.intent!r}
VOICES_STARTS = {voices.starts!r}
PACKED = """
{packed}
"""
'''
_LAST_HEAD = '''\
# ruff: noqa: E501
"""What each voice counts in the last word, written by `python -m training.train`."""

# fmt: off
'''


def main() -> None:
    """Reads the material, cross-validates, learns from all of it, writes weights and figures."""
    arguments = _arguments()
    texts = own_texts() + later_texts() + everyday_texts() + plain_words()
    for folder in arguments.corpus:
        texts += corpus_texts(folder)
    folds = dealt(texts, arguments.folds)
    parts = [
        [text for text in texts if folds[text.hand] != fold] for fold in range(arguments.folds)
    ]
    with ProcessPoolExecutor() as pool:
        whole, *learnt = pool.map(_learnt, [texts, *parts])
    write(texts, folds, whole, learnt)
    print(f"{len(texts)} textes, {WEIGHTS.stat().st_size // 1024} Kio")


def write(
    texts: list[Text], folds: dict[str, int], whole: Weights, learnt: Sequence[Weights]
) -> None:
    """Learns how much each voice counts, from opinions without the hand, and writes it all."""
    unseen = [opinion_on(text.text, learnt[folds[text.hand]]) for text in texts]
    alone = [at for at, text in enumerate(texts) if text.source == "own"]
    voices = learn_voices([texts[at] for at in alone], [unseen[at] for at in alone])
    heard = [heard_of(*one, voices) for one in zip(texts, unseen, strict=True)]
    others = [
        [each for each in heard if folds[each.text.hand] != fold] for fold in range(len(learnt))
    ]
    with ProcessPoolExecutor() as pool:
        counts, *without = pool.map(learn_last_word, [heard, *others])
    last = [each.last(without[folds[each.text.hand]]) for each in heard]
    FIGURES.write_text(json.dumps(figures(heard, last), indent=2) + "\n")
    WEIGHTS.write_text(packed(whole, voices), encoding="utf-8")
    LAST_WORD.write_text(f"{_LAST_HEAD}COUNTS = {counts!r}\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, action="append", default=[])
    parser.add_argument("--folds", type=int, default=2)
    return parser.parse_args()


def dealt(texts: list[Text], folds: int) -> dict[str, int]:
    """The fold of each hand: no opinion is asked on what the same hand has taught."""
    hands = sorted({text.hand for text in texts})
    return {hand: at % folds for at, hand in enumerate(hands)}


def _learnt(texts: list[Text]) -> Weights:
    return learn(examples(texts), bags(texts))


def packed(weights: Weights, voices: Voices) -> str:
    """The weights as the text of a module."""
    names = "\n".join(weights.rows).encode()
    packed_bytes = zlib.compress(names + b"\0" + b"".join(weights.rows.values()), 9)
    text = base64.b64encode(packed_bytes).decode()
    lines = [text[start : start + _LINE] for start in range(0, len(text), _LINE)]
    return _HEAD.format(
        unit=weights.unit,
        bias=weights.bias,
        packed="\n".join(lines),
        voices=voices,
    )


if __name__ == "__main__":
    main()
