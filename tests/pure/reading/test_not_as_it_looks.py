"""Polite replies in words of an end, and serious ones in words of a promise or a thank-you.

Six hands that knew no rule wrote to mislead a reader, in French and in English; a line is one
message, `|` is a new line of it. At first sight none of two hundred polite ones was taken for an
end, and then 16 of eight hundred; 20 of two hundred serious ones went on, and then 4 of five
hundred. Those of which no rule could be told are not in the list.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.words import Outcome

HERE = Path(__file__).parent
DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)


def messages(name: str) -> list[str]:
    lines = HERE.joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.replace("|", "\n") for line in lines]


@pytest.mark.parametrize("text", messages("polite_though.txt"))
def test_a_polite_debtor_is_never_sent_to_the_legal_queue(text: str) -> None:
    assert outcome_of_words(text, DAY) is not Outcome.LEGAL


@pytest.mark.parametrize("text", messages("serious_though.txt"))
def test_a_serious_word_never_goes_on_by_itself(text: str) -> None:
    assert outcome_of_words(text, DAY) in {Outcome.REVIEW, Outcome.LEGAL}
