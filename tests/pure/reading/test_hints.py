"""The model never decides alone: what it alone sees goes on only with a word of the matter."""

import pytest

from relance_mailer.reading.intents.hints import LEAVES, TAKES, is_hinted
from relance_mailer.reading.intents.order import Weighed
from relance_mailer.reading.judgement import DOUBT, judged
from relance_mailer.reading.second_opinion import Opinion
from relance_mailer.reading.shipped_opinion import shipped_voices
from relance_mailer.words import INTENT_ORDER, Intent


@pytest.mark.parametrize("intent, text", TAKES)
def test_takes(intent, text):
    assert is_hinted(intent, text)


@pytest.mark.parametrize("intent, text", LEAVES)
def test_leaves(intent, text):
    assert not is_hinted(intent, text)


def _sure_of(intent: Intent) -> Opinion:
    shares = {each: 0.99 if each is intent else 0.001 for each in INTENT_ORDER}
    return Opinion(shares=shares, human=0.001, spans=dict.fromkeys(INTENT_ORDER, "Tout va bien."))


@pytest.mark.parametrize("intent", [Intent.PAID, Intent.PROMISE, Intent.ACK, Intent.DISTRESS])
def test_the_model_alone_decides_nothing(intent):
    silent = Weighed(intents=frozenset(), findings=(), doubts=("nothing_understood",))
    alone = judged(silent, _sure_of(intent), shipped_voices(), addressed=False)
    assert DOUBT in alone.doubts


@pytest.mark.parametrize("intent", [Intent.PAID, Intent.PROMISE, Intent.ACK, Intent.DISTRESS])
def test_with_a_word_of_the_matter_it_does(intent):
    silent = Weighed(
        intents=frozenset(),
        findings=(),
        doubts=("nothing_understood",),
        text=dict(TAKES)[intent],
    )
    both = judged(silent, _sure_of(intent), shipped_voices(), addressed=False)
    assert both.intents == {intent}
    assert both.doubts == ()
