"""The model never decides alone: what it alone sees goes on only with a word of the matter."""

import pytest

from relance_mailer.reading.intents.hints import LEAVES, TAKES, is_hinted
from relance_mailer.reading.intents.order import Weighed
from relance_mailer.reading.judgement import DOUBT, judged
from relance_mailer.reading.last_word import case_of, with_last_word
from relance_mailer.reading.second_opinion import Opinion
from relance_mailer.reading.shipped_opinion import shipped_last_word, shipped_voices
from relance_mailer.words import INTENT_ORDER, Intent


@pytest.mark.parametrize("intent, text", TAKES)
def test_takes(intent, text):
    assert is_hinted(intent, text)


@pytest.mark.parametrize("intent, text", LEAVES)
def test_leaves(intent, text):
    assert not is_hinted(intent, text)


def _sure_of(intent: Intent) -> Opinion:
    shares = {each: 0.99 if each is intent else 0.001 for each in INTENT_ORDER}
    odds = (*(4.6 if each is intent else -6.9 for each in INTENT_ORDER), -6.9)
    return Opinion(
        shares=shares,
        human=0.001,
        spans=dict.fromkeys(INTENT_ORDER, "Tout va bien."),
        whole=odds,
        sentences=(odds,),
        told=("Tout va bien.",),
    )


def _last(intent: Intent, text: str) -> Weighed:
    silent = Weighed(intents=frozenset(), findings=(), doubts=("nothing_understood",), text=text)
    opinion = _sure_of(intent)
    heard = judged(silent, opinion, shipped_voices(), addressed=False)
    harmless = (-9.0, *(0.0 for _ in shipped_last_word()[1:]))
    case = case_of(silent, opinion, dated=False)
    return with_last_word(heard, case, harmless, addressed=False)[0]


@pytest.mark.parametrize("intent", [Intent.PAID, Intent.PROMISE, Intent.ACK, Intent.DISTRESS])
def test_the_model_alone_decides_nothing(intent):
    assert DOUBT in _last(intent, "").doubts


@pytest.mark.parametrize("intent", [Intent.PAID, Intent.PROMISE, Intent.ACK, Intent.DISTRESS])
def test_with_a_word_of_the_matter_it_does(intent):
    both = _last(intent, dict(TAKES)[intent])
    assert both.intents == {intent}
    assert both.doubts == ()
