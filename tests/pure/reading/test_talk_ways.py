"""Paying, passing on and asking as people talk: each turn, and words that only sound like it."""

import pytest

from relance_mailer.reading.intents import talk_ways
from relance_mailer.reading.intents.order import weigh
from relance_mailer.words import Intent


@pytest.mark.parametrize(("intent", "text"), talk_ways.TAKES)
def test_the_turn_is_taken(intent: Intent, text: str) -> None:
    assert intent in {found.intent for found in talk_ways.find(text)}
    assert intent in weigh(text).intents


@pytest.mark.parametrize(("intent", "text"), talk_ways.LEAVES)
def test_its_look_alike_is_left(intent: Intent, text: str) -> None:
    assert intent not in {found.intent for found in talk_ways.find(text)}
