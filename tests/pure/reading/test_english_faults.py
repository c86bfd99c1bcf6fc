"""What is broken, missing, wrong, late or too dear, as English people say it in everyday words."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pure.reading.plain_mail import outcome_of_words
from pure.reading.signs_shown import signs_shown
from relance_mailer.reading import english_faults, english_harm
from relance_mailer.words import Outcome

HERE = Path(__file__).parent
DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)
SIGNS = (*english_faults.SIGNS, *english_harm.SIGNS)
FAULTS = HERE.joinpath("faults_in_english.txt").read_text(encoding="utf-8").splitlines()
NO_FAULTS = HERE.joinpath("no_faults_in_english.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_in_everyday_words_never_goes_on(text: str) -> None:
    assert outcome_of_words(text, DAY) in {Outcome.REVIEW, Outcome.LEGAL}


@pytest.mark.parametrize("text", NO_FAULTS)
def test_praise_old_troubles_and_ones_own_are_no_fault(text: str) -> None:
    assert not signs_shown(SIGNS, text)


@pytest.mark.parametrize("text", [*english_faults.TAKES, *english_harm.TAKES])
def test_the_signs_show(text: str) -> None:
    assert signs_shown(SIGNS, text)


@pytest.mark.parametrize("text", [*english_faults.LEAVES, *english_harm.LEAVES])
def test_the_signs_leave(text: str) -> None:
    assert not signs_shown(SIGNS, text)
