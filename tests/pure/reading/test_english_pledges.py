"""English pledges and want of money, said in the words of trade or at the kitchen table."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading import harmless_english
from relance_mailer.reading.intents import english_hardship, english_pledges
from relance_mailer.reading.intents.order import weigh
from relance_mailer.reading.misgivings import misgivings
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Intent, Outcome

TUESDAY = datetime(2026, 3, 10, 9, tzinfo=UTC)
A_HUMANS = {Outcome.REVIEW, Outcome.LEGAL}

DAYS = (
    ("Payment will be effected within eight days of today.", "2026-03-18"),
    ("We will pay net 30 from today.", "2026-04-09"),
    ("We will pay two weeks today.", "2026-03-24"),
    ("We'll pay two weeks on Friday.", "2026-03-27"),
    ("We'll pay two weeks from now.", "2026-03-24"),
    ("It'll be paid a month from today.", "2026-04-10"),
    ("It'll be paid in a couple of days.", "2026-03-12"),
    ("I'll pay it by COB.", "2026-03-10"),
    ("I'll pay it by COB tomorrow.", "2026-03-11"),
    ("We will pay by close of play Thursday.", "2026-03-12"),
    ("We will pay midweek.", "2026-03-11"),
    ("We will pay midweek next week.", "2026-03-18"),
    ("I'll pay it before the month is out.", "2026-03-31"),
    ("It will be paid by month's end, Odile.", "2026-03-31"),
    ("It will be released in the March month-end payment run (31/03).", "2026-03-31"),
    ("We will pay at quarter end.", "2026-03-31"),
    ("I'll pay it this day week.", "2026-03-17"),
    ("I'll pay Friday next.", "2026-03-20"),
    ("will pay u fri week", "2026-03-20"),
    ("nxt friday defo, i'll pay", "2026-03-20"),
    ("Will do it Mon.", "2026-03-16"),
    ("Thurs run, you're in it.", "2026-03-12"),
    ("I'll pay on the first Friday in April.", "2026-04-03"),
    ("I'll pay on the fifteenth.", "2026-03-15"),
    ("We'll pay the Tuesday after Easter.", "2026-04-07"),
    ("You'll have the money before the Fourth of July.", "2026-07-04"),
    ("It's Tuesday and I'm shattered, I'll pay you Friday.", "2026-03-13"),
    ("It will not be today but Tuesday the 24th that we pay.", "2026-03-24"),
    ("I'm having it paid on 13 March.", "2026-03-13"),
    ("I get paid on the 30th and so do you.", "2026-03-30"),
)
SUMS = (
    ("I'll send you 500 on Friday and 500 a fortnight later.", "2026-03-13 2026-03-27", "1000"),
    (
        "I'll pay 600 this Friday and the remaining 600 at the end of April.",
        "2026-03-13 2026-04-30",
        "1200",
    ),
    ("Will send 450 quid fri", "2026-03-13", "450"),
    ("87.50 comin on friday, soz", "2026-03-13", "87.50"),
    ("I can do the €760 this Friday, it's no trouble.", "2026-03-13", "760"),
)
GO_ON = (
    ("I'll send the lot through Wise this evening.", Outcome.HOLD_UNTIL),
    ("Yep will do it Mon.", Outcome.HOLD_UNTIL),
    ("Please expect the credit in your account by the 12th.", Outcome.HOLD_UNTIL),
    ("We've got it slotted for payment at EOM.", Outcome.HOLD_UNTIL),
    ("I have announced the transfer for Thursday's run.", Outcome.HOLD_UNTIL),
    ("Things are very slow here at the minute.", Outcome.CONTINUE),
    ("My hours were cut and I'm behind with everything.", Outcome.CONTINUE),
    ("It's hand to mouth at the moment.", Outcome.CONTINUE),
    ("I hope to have something for you soon but I can't promise.", Outcome.CONTINUE),
    ("We are experiencing some delay with outgoing payments at present.", Outcome.CONTINUE),
    ("Treasury is only releasing critical suppliers for now.", Outcome.CONTINUE),
    ("All vendor disbursements have been temporarily paused by corporate.", Outcome.CONTINUE),
    ("Forget what I wrote about Friday, the money did not come.", Outcome.CONTINUE),
)
GROUNDS = (
    "I'll get you paid Thursday, but only for the four chairs that arrived.",
    "I'll send the lot on Monday less what your driver broke.",
    "We transfer on Friday what we think is fair.",
    "We wire the 3,200 on Thursday, the 400 for travel was never agreed.",
    "You get your money on Wednesday if the man comes to fix the pump first.",
    "We've got it slotted for payment at EOM, minus the two days nobody showed up.",
    "Pay day for it is the 28th provided the gutters hold.",
    "End of June for all of it, when the second half of the order is finally here.",
    "Paying Wednesday. The amount should be 300 and not 380 though.",
    "I'll do it Monday when you've sent the right invoice.",
    "Will do it Mon, but the price you told me was lower.",
    "We pay on the 30th the part that we ordered.",
    "The invoice is on the list for the 27th without the surcharge.",
    "Sending it Tuesday, for the dozen that survived the trip.",
    "I'll have that with you within 48 hours but the wheel still squeaks.",
    "I'll put the money across on Friday, except for the broken tile.",
    "Trade is very slow since you dug up the pavement in front of us.",
    "Business is dead because your system keeps crashing.",
    "Things are very slow here since the new pump went in.",
    "Our customers haven't paid us since the parts you made were no good.",
    "There's not much in the till, and for that boiler I would not pay anyway.",
    "All payments have been put on hold by corporate pending the credit note.",
    "We've been told to hold all supplier payments until the audit of your invoices is done.",
    "Forget what I wrote about Friday, the goods came back from our customer.",
    "The money isn't there and the work isn't finished either.",
    "I'd pay if I had it, but half of it I don't owe.",
    "I lost my job and the sofa wobbles.",
    "Money is tight, and the invoice is too high by 200.",
    "Our main contract fell through after the delay with the machine.",
    "The bank has frozen our account and a liquidator was appointed on Monday.",
    "I hope to send you something, could we do 50 a month?",
    "Wages come first, and honestly you didn't finish the job.",
    "The harvest was poor, the seed never came up.",
    "We're waiting for a customer to pay us, he says the paint peels.",
    "Finance isn't picking up the phone. We never ordered this.",
    "I'm skint. See you in court.",
    "I'm broke, leave me alone or I'll come round and sort you out.",
    "Nothing coming in, and I won't pay a cent.",
    "Please disregard my message about paying on Tuesday, we found the defect.",
    "I'll pay what I owe, 300, on Friday.",
    "We settle the balance on Friday after taking off the returned boxes.",
    "I'll pay Friday when the wages come, the plumber we had before you did it for half.",
    "Your driver deserves a medal but the crate was open. Paying on Friday what arrived.",
    "The van was broken into because your lock doesn't lock. Paying Friday.",
    "The tap that leaked has been fine since my own plumber came. I'll pay Friday.",
    "Broke my wrist on your steps. I'll pay Friday.",
    "The credit note for the cracked tiles arrived and is booked, the second is missing."
    " Paying Friday.",
    "Our shop was broken into through the door you fitted. Will pay Monday.",
    "I pay what I owe on Friday and what I owe is nothing for the paint.",
    "We will pay the sum claimed no later than Friday but we contest the interest.",
)


@pytest.mark.parametrize(("said", "on"), DAYS)
def test_english_days(said: str, on: str) -> None:
    assert read_text(said, sent_at=TUESDAY).promise_dates == (date.fromisoformat(on),)


@pytest.mark.parametrize(("said", "days", "amount"), SUMS)
def test_english_sums(said: str, days: str, amount: str) -> None:
    reading = read_text(said, sent_at=TUESDAY)
    assert " ".join(each.isoformat() for each in reading.promise_dates) == days
    assert reading.promised_amount == Decimal(amount)


@pytest.mark.parametrize(("said", "outcome"), GO_ON)
def test_what_is_plain_goes_on(said: str, outcome: Outcome) -> None:
    assert outcome_of_words(said, TUESDAY) is outcome


@pytest.mark.parametrize("said", GROUNDS)
def test_a_ground_beside_it_is_a_humans(said: str) -> None:
    assert outcome_of_words(said, TUESDAY) in A_HUMANS


@pytest.mark.parametrize("said", harmless_english.HIDES_NOTHING)
def test_a_sign_in_harmless_english_hides_nothing(said: str) -> None:
    assert misgivings(said, weigh(said)) == ()


@pytest.mark.parametrize("said", harmless_english.HIDES)
def test_the_same_sign_in_earnest_is_a_humans(said: str) -> None:
    assert outcome_of_words(said, TUESDAY) in A_HUMANS


@pytest.mark.parametrize("said", english_pledges.TAKES)
def test_a_pledge_is_found(said: str) -> None:
    assert {each.intent for each in english_pledges.find(said)} == {Intent.PROMISE}


@pytest.mark.parametrize("said", english_hardship.TAKES)
def test_want_of_money_is_found(said: str) -> None:
    assert {each.intent for each in english_hardship.find(said)} == {Intent.DISTRESS}


@pytest.mark.parametrize("said", [*english_pledges.LEAVES, *english_hardship.LEAVES])
def test_what_only_sounds_like_it_is_left(said: str) -> None:
    assert not english_pledges.find(said)
    assert not english_hardship.find(said)
