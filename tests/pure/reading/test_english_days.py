"""Days and sums as English people tell them in passing, and the day that is a promise by itself."""

from datetime import date, datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading.dates import dates_in, in_figures
from relance_mailer.reading.message import Reading
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Outcome

TUESDAY = date(2026, 3, 10)
AT = datetime.fromisoformat("2026-03-03T10:00:00+00:00")  # a Tuesday


def reading(text: str) -> Reading:
    return read_text(text, sent_at=AT)


NAMED = (
    ("tomorro", 3, 11),
    ("tommorow", 3, 11),
    ("tomorow", 3, 11),
    ("2moro", 3, 11),
    ("2mrw", 3, 11),
    ("tmr", 3, 11),
    ("tmw", 3, 11),
    ("this arvo", 3, 10),
    ("this avo", 3, 10),
    ("tonite", 3, 10),
    ("2nite", 3, 10),
    ("before the day is out", 3, 10),
    ("week on Friday", 3, 20),
    ("a week Friday", 3, 20),
    ("two weeks Friday", 3, 27),
    ("the Friday after this one", 3, 20),
    ("one week today", 3, 17),
    ("a week from tomorrow", 3, 18),
    ("a week tomorrow", 3, 18),
    ("tomorrow week", 3, 18),
    ("a fortnight tomorrow", 3, 25),
    ("a fortnight from now", 3, 24),
    ("inside a week", 3, 17),
    ("inside the week", 3, 13),
    ("within the week", 3, 13),
    ("in the next 24 hrs", 3, 11),
    ("in 48 hrs", 3, 12),
    ("by the middle of next week", 3, 18),
    ("by week's end", 3, 13),
    ("before the weekend", 3, 13),
    ("end of wk", 3, 13),
    ("end of nxt week", 3, 20),
    ("nxt week", 3, 20),
    ("next wk", 3, 20),
    ("end of Mar", 3, 31),
    ("first of the month", 4, 1),
    ("first working Monday of April", 4, 6),
    ("mid-month", 3, 15),
    ("mid-next month", 4, 15),
    ("weds 18th", 3, 18),
    ("the seventeenth", 3, 17),
    ("the thirty-first of March", 3, 31),
    ("the twenty-first of March", 3, 21),
    ("twenty-first of April", 4, 21),
    ("last run of march 31.3", 3, 31),
    ("run is 28th", 3, 28),
    ("on 28th", 3, 28),
    ("by 28th", 3, 28),
    ("it's 28th now", 3, 28),
    ("wk 12", 3, 20),
    ("the 29th's run", 3, 29),
    ("on sat", 3, 14),
    ("sending fri", 3, 13),
    ("do yours fri when i get in", 3, 13),
    ("day after tomoz", 3, 12),
    ("Lady Day", 3, 25),
    ("May Day", 5, 1),
    ("Whit Monday", 5, 25),
    ("the day before Good Friday", 4, 2),
    ("the latter half of the month", 3, 31),
    ("the second half of April", 4, 30),
    ("the first half of April", 4, 15),
    ("the first week in April", 4, 3),
    ("before month's out", 3, 31),
    ("in roughly two weeks", 3, 24),
    ("in under a week", 3, 17),
    ("two weeks tomorrow", 3, 25),
    ("this side of Easter", 4, 5),
    ("this side of the weekend", 3, 13),
    ("in ten days' time", 3, 20),
    ("in a couple of days' time", 3, 12),
    ("in a fortnight's time", 3, 24),
    ("two weeks today", 3, 24),
    ("Friday week", 3, 20),
    ("Thursday next", 3, 19),
    ("in week 12 on Friday of that week", 3, 20),
    ("w/c 16 March", 3, 20),
)


@pytest.mark.parametrize(("said", "month", "day"), NAMED)
def test_a_day_in_passing_is_that_day(said: str, month: int, day: int) -> None:
    words = in_figures(f"We'll pay you {said}.")
    assert dates_in(words, TUESDAY, english=True)[-1].on == date(2026, month, day)


@pytest.mark.parametrize(
    "said",
    [
        "He sat on it for weeks.",
        "The letter sat in my tray.",
        "They were wed in Leeds.",
        "The bank does them seven days a week now.",
        "I put it in the Monday tray of our controller.",
        "Not the 21st.",
        "It comes once a week, on no fixed day.",
    ],
)
def test_words_like_these_name_no_day(said: str) -> None:
    assert not dates_in(in_figures(said), TUESDAY, english=True)


@pytest.mark.parametrize(
    "text",
    [
        "Went across yesterday by bank transfer. Should be with you by tomorrow.",
        "Your items were settled in one transfer executed on 2 March, value date today.",
        "That one's away: bank transfer on Wednesday, £388.20, quoting your ref.",
        "It came off my statement on the 24th with your name beside it.",
    ],
)
def test_the_day_of_money_that_is_gone_is_no_promise(text: str) -> None:
    assert not reading(text).promise_dates


@pytest.mark.parametrize(
    "text",
    [
        "I told you the end of March and I must take that back. I can't give you another date.",
        "I promised you the money would leave on the 29th. I have to take that back, I'm sorry."
        " I'd rather give you no date than another wrong one.",
        "Ignore the March 13 date. No new one yet.",
        "We shall pay you in full. I only found your bill again on Friday.",
        "We shall pay you. I put your letter in the Monday tray of our controller.",
    ],
)
def test_a_day_taken_back_or_of_another_matter_is_none(text: str) -> None:
    assert not reading(text).promise_dates
    assert outcome_of_words(text, AT) is not Outcome.HOLD_UNTIL
