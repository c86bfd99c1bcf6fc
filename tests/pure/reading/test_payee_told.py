"""Whoever tells that somebody else has the money is seen by a human; whoever paid us is not.

The two lists are replies in everyday words, a line each, as people of all trades write them.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading.payee_told import LEAVES, TAKES
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Outcome

HERE = Path(__file__).parent
TUESDAY = datetime(2026, 9, 8, 9, tzinfo=UTC)
TO_OTHERS = tuple((HERE / "paid_to_others.txt").read_text("utf-8").splitlines())
TO_US = tuple((HERE / "paid_to_us.txt").read_text("utf-8").splitlines())
OF_MONEY_GONE = {"changed_bank_details", "paid_elsewhere"}


@pytest.mark.parametrize("text", [*TAKES, *TO_OTHERS])
def test_money_that_somebody_else_has_is_a_humans(text: str) -> None:
    assert outcome_of_words(text, TUESDAY) is Outcome.REVIEW


@pytest.mark.parametrize("text", [*LEAVES, *TO_US])
def test_money_that_came_to_us_raises_no_such_doubt(text: str) -> None:
    assert not OF_MONEY_GONE & set(read_text(text, sent_at=TUESDAY).doubts)


def test_most_of_them_go_on() -> None:
    waits = {Outcome.REVIEW, Outcome.LEGAL}
    free = [outcome_of_words(text, TUESDAY) not in waits for text in TO_US]
    assert sum(free) / len(free) >= 0.9


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Notre messagerie a été piratée, renvoyez-nous la facture.", Outcome.HOLD),
        ("Notre messagerie a été piratée, quel est votre vrai RIB ?", Outcome.REVIEW),
        ("Votre messagerie a été piratée, je vous paie vendredi.", Outcome.REVIEW),
        ("Notre boîte mail a été piratée et l'argent est parti ailleurs.", Outcome.REVIEW),
    ],
)
def test_a_mailbox_broken_into(text: str, wanted: Outcome) -> None:
    assert outcome_of_words(text, TUESDAY) is wanted
