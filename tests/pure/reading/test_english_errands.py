"""English replies of clerks: what was paid, handed on or wanted goes on, a reserve is a human's."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pure.reading.plain_mail import outcome_of_words
from pure.reading.signs_shown import signs_shown
from relance_mailer.reading import english_reserves
from relance_mailer.reading.intents import english_errands, english_innocents, english_papers
from relance_mailer.reading.intents.phrases import fold
from relance_mailer.reading.intents.question import find as find_questions
from relance_mailer.words import Intent, Outcome

HERE = Path(__file__).parent
DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)
A_HUMANS = {Outcome.REVIEW, Outcome.LEGAL}
GROUNDS = HERE.joinpath("reserves_in_english.txt").read_text(encoding="utf-8").splitlines()
HELD = HERE.joinpath("errands_in_english.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("text", HELD)
def test_an_errand_is_held(text: str) -> None:
    assert outcome_of_words(text, DAY) in {Outcome.HOLD, Outcome.CONTINUE}


@pytest.mark.parametrize("text", GROUNDS)
def test_a_reserve_beside_an_errand_never_goes_on(text: str) -> None:
    assert outcome_of_words(text, DAY) in A_HUMANS


@pytest.mark.parametrize(("intent", "text"), [*english_errands.TAKES, *english_papers.TAKES])
def test_the_turns_take(intent: Intent, text: str) -> None:
    found = (*english_errands.find(text), *english_papers.find(text))
    assert intent in {each.intent for each in found}


@pytest.mark.parametrize(("intent", "text"), [*english_errands.LEAVES, *english_papers.LEAVES])
def test_the_turns_leave(intent: Intent, text: str) -> None:
    found = (*english_errands.find(text), *english_papers.find(text))
    assert intent not in {each.intent for each in found}


@pytest.mark.parametrize("text", english_reserves.TAKES)
def test_the_signs_show(text: str) -> None:
    assert signs_shown(english_reserves.SIGNS, text)


@pytest.mark.parametrize("text", english_reserves.LEAVES)
def test_the_signs_leave(text: str) -> None:
    assert not signs_shown(english_reserves.SIGNS, text)


@pytest.mark.parametrize("text", english_innocents.HIDES_NOTHING)
def test_innocent_words_are_known(text: str) -> None:
    assert _is_innocent(text)


@pytest.mark.parametrize("text", english_innocents.HIDES)
def test_their_neighbours_are_not(text: str) -> None:
    assert not _is_innocent(text)


def _is_innocent(text: str) -> bool:
    words = fold(text)
    tables = (*english_innocents.SIGNS.values(), *english_innocents.FOUND.values())
    return any(each.search(words) for each in tables)


def test_a_question_for_a_paper_asks_nothing_else() -> None:
    asked = "Never got this invoice. Can you mail it over?"
    found = (*find_questions(asked), *english_papers.find(asked))
    left = english_papers.without_what_asks_for_papers(found, asked)
    assert Intent.QUESTION not in {each.intent for each in left}
    more = "Can you mail me the invoice and explain the extra charge?"
    found = (*find_questions(more), *english_papers.find(more))
    left = english_papers.without_what_asks_for_papers(found, more)
    assert Intent.QUESTION in {each.intent for each in left}
