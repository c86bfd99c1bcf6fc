"""Days and sums as English people tell them in passing, and the day that is a promise by itself."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading.dates import dates_in, in_figures
from relance_mailer.reading.intents import english_days
from relance_mailer.reading.message import Reading
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Intent, Outcome

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


@pytest.mark.parametrize("said", english_days.TAKES)
def test_a_day_by_itself_promises(said: str) -> None:
    assert {each.intent for each in english_days.find(said)} == {Intent.PROMISE}


@pytest.mark.parametrize("said", english_days.LEAVES)
def test_a_day_of_something_else_promises_nothing(said: str) -> None:
    assert not english_days.find(said)


PROMISED = (
    (
        "On the road till tonight. Doing it tmrw am, promise.",
        ("2026-03-04",),
        None,
    ),
    (
        "Two weeks today, every penny.",
        ("2026-03-17",),
        None,
    ),
    (
        "Fair dos. Friday week, in full.",
        ("2026-03-13",),
        None,
    ),
    (
        "sorry mate, this arvo from the ute",
        ("2026-03-03",),
        None,
    ),
    (
        "It's going out a week tomorrow.",
        ("2026-03-11",),
        None,
    ),
    (
        "bank hol mon so tues 17th, all keyed",
        ("2026-03-17",),
        None,
    ),
    (
        "It'll be with you in eight days' time, once our auditors leave me alone.",
        ("2026-03-11",),
        None,
    ),
    (
        "Make that the 20th please, not the 13th. Our signatory is away, apologies from all of us.",
        ("2026-03-20",),
        None,
    ),
    (
        "so sorry, run is 26th not 19th",
        ("2026-03-26",),
        None,
    ),
    (
        "Will go with the month-end run.",
        ("2026-03-31",),
        None,
    ),
    (
        "Signed off at last. End of March, with the foreign suppliers.",
        ("2026-03-31",),
        None,
    ),
    (
        "So: 16 March, which is my first day back in the office.",
        ("2026-03-16",),
        None,
    ),
    (
        "We pay you on the first working day of April, which is a Wednesday.",
        ("2026-04-01",),
        None,
    ),
    (
        "Revised date of payment is 20th March, which our treasurer has confirmed.",
        ("2026-03-20",),
        None,
    ),
    (
        "You're in the March 27 batch.",
        ("2026-03-27",),
        None,
    ),
    (
        "Both have signed. Your transfer's been dated 13 March.",
        ("2026-03-13",),
        None,
    ),
    (
        "All approved. Value date in your bank: Monday 16.",
        ("2026-03-16",),
        None,
    ),
    (
        "no stress, comes with last run of march 31.3",
        ("2026-03-31",),
        None,
    ),
    (
        "I couldn't pay it on Friday, I will pay it on the 13th.",
        ("2026-03-13",),
        None,
    ),
    (
        "Bumped from today to Friday week. Our bank file bounced.",
        ("2026-03-13",),
        None,
    ),
    (
        "The payment I mentioned for this Friday slips by one week, to March 13.",
        ("2026-03-13",),
        None,
    ),
    (
        "I told you the 6th, and I meant it. So it'll be the 13th now and not the 6th.",
        ("2026-03-13",),
        None,
    ),
    (
        "Back from Malta Mon 9th and paying it same day.",
        ("2026-03-09",),
        None,
    ),
    (
        "On Tuesday 10th he signs and you're paid the same day.",
        ("2026-03-10",),
        None,
    ),
    (
        "Your big one is planned in week 12 and I put it on Friday of that week.",
        ("2026-03-20",),
        None,
    ),
    (
        "The invoice is in the run of week 12. We pay on the Friday of that week.",
        ("2026-03-20",),
        None,
    ),
    (
        "The office reopens on the 9th and you'll be paid on the 10th of March.",
        ("2026-03-10",),
        None,
    ),
    (
        "The euro account gets topped up tomorrow and yours goes out on Friday.",
        ("2026-03-06",),
        None,
    ),
    (
        "Funds from the county arrive in March and our bursar pays on St Patrick's Day.",
        ("2026-03-17",),
        None,
    ),
    (
        "You'll have it on the thirtieth of April, that's a Thursday.",
        ("2026-04-30",),
        None,
    ),
    (
        "You're right, I'm a muppet. You shall have it before Easter, and a pint if you ever come"
        " through Ludlow.",
        ("2026-04-05",),
        None,
    ),
    (
        "Friday week you'll have it, sorry again.",
        ("2026-03-13",),
        None,
    ),
    (
        "£500 on 10 March, £500 on 24 March and £500 on 7 April. Standing order.",
        (
            "2026-03-10",
            "2026-03-24",
            "2026-04-07",
        ),
        "1500",
    ),
    (
        "A thousand pounds goes this Friday and the other thousand on 20 March.",
        (
            "2026-03-06",
            "2026-03-20",
        ),
        "2000",
    ),
    (
        "3,200 goes this Friday, the other 3,200 two weeks after, on the 20th.",
        (
            "2026-03-06",
            "2026-03-20",
        ),
        "6400",
    ),
    (
        "Half this Friday, half the Friday after. 450 a go.",
        (
            "2026-03-06",
            "2026-03-13",
        ),
        "900",
    ),
    (
        "Half (1,500) this Friday, the other half (1,500) the Friday after.",
        (
            "2026-03-06",
            "2026-03-13",
        ),
        "3000",
    ),
    (
        "Each time 300,00 EUR on 16 March, 16 April and 18 May. The order stands at the bank.",
        (
            "2026-03-16",
            "2026-04-16",
            "2026-05-18",
        ),
        "900",
    ),
    (
        "We pay the balance in three parts of EUR 1,500 each, on 10 March, 10 April and 11 May.",
        (
            "2026-03-10",
            "2026-04-10",
            "2026-05-11",
        ),
        "4500",
    ),
    (
        "Eleven hundred euros on Friday.",
        ("2026-03-06",),
        "1100",
    ),
    (
        "Thirteen hundred and twenty euros, I've got it down for next Friday, March 13.",
        ("2026-03-13",),
        "1320",
    ),
    (
        "The four hundred and seventeen euros ninety will be done by Friday.",
        ("2026-03-06",),
        "417.90",
    ),
    (
        "Five hundred euro this Thursday, and whatever's left on Monday the 16th.",
        (
            "2026-03-05",
            "2026-03-16",
        ),
        "500",
    ),
    (
        "The payment goes till end of next week, you have my word.",
        ("2026-03-13",),
        None,
    ),
    (
        "On Friday 13 we do the last payments before the holidays and yours is one of them.",
        ("2026-03-13",),
        None,
    ),
)


@pytest.mark.parametrize(("text", "days", "amount"), PROMISED)
def test_the_day_and_the_sum_are_promised(
    text: str, days: tuple[str, ...], amount: str | None
) -> None:
    read = reading(text)
    assert read.promise_dates == tuple(date.fromisoformat(day) for day in days)
    assert outcome_of_words(text, AT) is Outcome.HOLD_UNTIL
    if amount is not None:
        assert read.promised_amount == Decimal(amount)


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


A_HUMANS = (Path(__file__).parent / "days_beside_grounds.txt").read_text().splitlines()
"""The very words of a promise on a day, beside what a human must see."""


@pytest.mark.parametrize("text", A_HUMANS)
def test_a_human_sees_what_stands_beside_the_day(text: str) -> None:
    assert outcome_of_words(text, AT) in {Outcome.REVIEW, Outcome.LEGAL}
