"""A ground that English writers add behind an address or a payment, or tell by irony."""

from datetime import datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from pure.reading.signs_shown import signs_shown
from relance_mailer.reading import english_besides
from relance_mailer.words import Outcome

AT = datetime.fromisoformat("2026-03-10T10:00:00+01:00")  # a Tuesday


@pytest.mark.parametrize("text", english_besides.TAKES)
def test_a_word_behind_an_address_or_a_payment_shows(text: str) -> None:
    assert signs_shown(english_besides.SIGNS, text)


@pytest.mark.parametrize("text", english_besides.LEAVES)
def test_its_harmless_neighbour_does_not(text: str) -> None:
    assert not signs_shown(english_besides.SIGNS, text)


@pytest.mark.parametrize(
    "text",
    [
        "Marvellous. A third reminder for a pool cover that has yet to be spotted in the wild. Do"
        " send it along some day and I'll happily look at the bill.",
        "Splendid, a bill for curtains that nobody has ever hung.",
        "The summerhouse has yet to materialise. Your reminders come like clockwork.",
        "We'd be delighted to discuss the invoice once the gazebo deigns to arrive.",
        "Lovely. An invoice for a website which still doesn't exist.",
    ],
)
def test_what_never_came_is_a_human_s_however_it_is_put(text: str) -> None:
    assert outcome_of_words(text, AT) is Outcome.REVIEW
