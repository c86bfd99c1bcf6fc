"""A debtor's own bank and the account on the invoice are no other details of ours."""

from datetime import datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading import own_banking
from relance_mailer.reading.intents.order import weigh
from relance_mailer.reading.payee import doubts_on_payee
from relance_mailer.words import Outcome

AT = datetime.fromisoformat("2026-03-10T10:00:00+01:00")  # a Tuesday

OUR_USUAL_ACCOUNT = (
    *own_banking.NO_CHANGE,
    "I'll pay on Friday, just waiting on the new bank card.",
    "We've switched banks and the new bank needs two days. You'll be paid on Friday.",
    "Paid on 3 March to the IBAN on your invoice.",
    "Our system spat it back, I had mistyped the IBAN. I redid it and it's paid.",
    "It came back because I left a digit out of the IBAN. Paid again on Monday.",
)

REAL = (
    *own_banking.CHANGES,
    "Our bank changed your details as you asked, paid on Friday.",
    "We changed bank details as you wrote, it goes on Friday.",
    "I've got the confirmation with the IBAN from your e-mail on it. Paid on Tuesday.",
    "My mistake in the IBAN, it went to somebody else. I paid it on Thursday.",
    "One digit of the IBAN was wrong, your colleague gave me the right one. Paid on Thursday.",
    "We changed banks in August, and you did too: paid to the new account on Friday.",
    "Paid on Tuesday to your fitter, it's him I'm cross with and not you.",
    "It was booked under the wrong name, somebody else has the money. Paid in June.",
)


@pytest.mark.parametrize("text", OUR_USUAL_ACCOUNT)
def test_the_own_bank_is_no_other_account_of_ours(text: str) -> None:
    assert doubts_on_payee(text, weigh(text)) == ()


@pytest.mark.parametrize("text", REAL)
def test_another_account_is_a_human_s(text: str) -> None:
    assert outcome_of_words(text, AT) is Outcome.REVIEW
