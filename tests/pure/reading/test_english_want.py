"""Want of money in everyday English, and a day that is taken back."""

from datetime import datetime

import pytest

from relance_mailer.reading.understand import read_text
from relance_mailer.words import Intent

AT = datetime.fromisoformat("2026-03-10T10:00:00+01:00")  # a Tuesday


@pytest.mark.parametrize(
    "text",
    [
        "It's been murder this month, card takings frozen by the processor. Trying everything.",
        "Cash is a right bugger just now and I'm juggling.",
        "I won't feed you a line. February is dead here and I can't swear to anything.",
        "Suppliers have been told to wait. That's all I know.",
    ],
)
def test_want_of_money_alone_is_heard(text: str) -> None:
    assert Intent.DISTRESS in read_text(text, sent_at=AT).intents


def test_a_day_taken_back_is_no_promise() -> None:
    text = (
        "I promised you that the money would leave on the 29th. I'm having to take that back, and I"
        " won't name another day."
    )
    read = read_text(text, sent_at=AT)
    assert Intent.PROMISE not in read.intents
    assert not read.promise_dates
