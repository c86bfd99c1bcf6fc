"""English refusals, hostility and insolvency that are sure, and their words where they are none."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading.intents import (
    flat_out_english,
    hostile_english,
    nothing_else,
)
from relance_mailer.reading.intents.order import weigh
from relance_mailer.reading.intents.phrases import BEYOND_DOUBT
from relance_mailer.words import Intent, Outcome

HERE = Path(__file__).parent
DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)


def lines_of(name: str) -> list[str]:
    return HERE.joinpath(name).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("text", [*lines_of("refusals_in_english.txt"), *flat_out_english.REFUSALS])
def test_a_refusal_and_nothing_else_is_sure(text: str) -> None:
    assert [each.strength for each in nothing_else.find(text)] == [BEYOND_DOUBT]


@pytest.mark.parametrize("text", flat_out_english.NONE)
def test_a_limit_beside_it_makes_it_none(text: str) -> None:
    assert not nothing_else.find(text)


@pytest.mark.parametrize("text", [*lines_of("hostile_in_english.txt"), *hostile_english.TAKES])
def test_an_insult_or_a_threat_to_us_is_sure(text: str) -> None:
    assert [each.strength for each in hostile_english.find(text)] == [BEYOND_DOUBT]


@pytest.mark.parametrize("text", hostile_english.LEAVES)
def test_a_joke_and_a_report_are_a_hint_at_most(text: str) -> None:
    assert all(each.strength == 1 for each in hostile_english.find(text))


@pytest.mark.parametrize("text", lines_of("insolvent_in_english.txt"))
def test_the_debtors_own_proceedings_are_heard(text: str) -> None:
    assert Intent.INSOLVENCY in weigh(text).intents


@pytest.mark.parametrize("text", lines_of("no_ends_in_english.txt"))
def test_the_same_words_said_otherwise_are_never_legal(text: str) -> None:
    assert outcome_of_words(text, DAY) is not Outcome.LEGAL
