"""English talk in which a word of a ground stands and none is told, and its dangerous neighbours.

Whose machine failed, whose bank changed, whose word was broken, what was praised: the same words
with something that we did or sold are a human's.
"""

from datetime import datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading import harmless_talk
from relance_mailer.reading.intents.order import weigh
from relance_mailer.reading.misgivings import misgivings
from relance_mailer.reading.remainder import hides_a_ground
from relance_mailer.words import Intent, Outcome

AT = datetime.fromisoformat("2026-03-10T10:00:00+01:00")  # a Tuesday
FOR_A_HUMAN = {Outcome.REVIEW, Outcome.LEGAL}

SILENT = {
    "an own machine": (
        "Sorry love, the boiler went in the pub. Will do yours on Friday.",
        "Our van broke down in Lille. You'll be paid on Friday.",
        "I swore I'd do it Tuesday and then the goddamn walk-in freezer died. Monday it is.",
        "The landlord raised the rent and the boiler packed in. I'll pay on the 20th.",
        "The kitchen oven in the cafe gave up the ghost. Paying on Friday.",
        "My laptop died on Sunday. I'll pay on Friday from my phone.",
    ),
    "an own word": (
        "I know I said the 24th. It goes on the 30th.",
        "I did say Monday. It'll be Thursday.",
        "We said the end of March, it will be the 5th of April.",
        "Please forget what I said. It goes on Friday.",
        "Make that the 14th, as I told you last week.",
        "My husband was supposed to do it. I'll pay on Friday.",
        "I was supposed to remind him. It goes on Friday.",
    ),
    "a bank or a post that is quoted": (
        "Paid on Monday. The bank says it takes three days.",
        "La Poste says it was handed over this morning. The cheque was posted on Monday.",
        "My accountant tells me it was paid in March.",
        "The lad says you've rung twice. Paid on Monday.",
        "I was told by my predecessor that this had been paid in the summer.",
    ),
    "manners": (
        "It goes on Friday. The canteen does good scones, if you're ever over.",
        "I'll pay on Friday. Have a good weekend when you get there!",
        "Paid on Monday. Do check before you chase me again.",
        "Paid on Monday. Give it a day before you send out the search party.",
        "I couldn't answer when you telephoned. It goes on Friday.",
        "It goes on Friday unless the bank goes down.",
        "I believe you. It goes on Friday.",
        "I think we've crossed in the post. Paid on Monday.",
        "Enjoy the rest of your week. Paid on Monday.",
    ),
    "praise": (
        "Paid on Wednesday. The barrels came without a scratch.",
        "It goes on Friday. Nothing was broken for once.",
        "Paid on Monday. Your stretch tents are the only ones that never leaked.",
        "Paid on Monday. The fondue sets you sent are a hit.",
        "Paid on Monday, the rosé is flying off the shelves.",
    ),
    "others who owe": (
        "We're waiting for the refund from HMRC, I'll pay on Friday.",
        "Our VAT refund lands on Friday, you'll be paid that day.",
        "Our biggest customer has called in the administrators. I'll pay on Friday.",
        "The till is empty. I'll pay on Friday.",
        "Bookings fell away this spring. I'll pay on Friday.",
    ),
    "papers": (
        "Please send the invoice again, with the delivery note.",
        "Could you send a copy of the invoice and the signed delivery note?",
        "Please send it again, the IBAN is cut off by the scan.",
        "However, no corresponding document is recorded. Please send the invoice.",
        "We only got the statement. Please send the invoice.",
        "It fell behind the radiator. I'll pay on Friday.",
    ),
    "habits": (
        "It goes at the end of May. We only pay once a month.",
        "Invoices are paid from Rotterdam, once a month. Yours goes on Friday.",
        "My pension comes on the 5th of each month. You'll be paid on the 5th of April.",
        "I'm not going to lie, cash is short. It goes on Friday.",
        "I'm not going to make up a date. It goes on Friday.",
        "The run is on the 28th, they moved it and nobody told us.",
        "We have minus 14 here. Paid on Monday.",
    ),
}
"""Nothing rings, whatever the second opinion makes of them."""

ANSWERED = (
    "Did we get the goods? Yes, on 2 April. You'll be paid on 1 June.",
    "When will you be paid? On 1 June.",
    "Why then? Because the council pays me on the 8th. It goes on the 10th of April.",
    'My manager\'s words were "what muppet let that happen?" It goes on Friday.',
)

DANGEROUS = (
    *harmless_talk.HIDES,
    "The freezer you sold us died. Will pay on Friday.",
    "I swore I'd pay Tuesday and then your freezer died with two grand of lamb inside. Monday.",
    "The freezer died again, will pay Friday once it holds.",
    "Our new boiler packed in last week. I'll pay Friday. Can you send someone to look at it?",
    "The boiler in the pub went, three weeks after your man serviced it. Will pay Friday.",
    "The extractor failed its test, your fitter wired it wrong. We pay on the 30th.",
    "My freezer died, you can have it back. I'll pay on Friday.",
    "Our server went down because of your update. We pay on the 30th.",
    "Our printer broke down, it's under warranty with you. I'll pay on Friday.",
    "I've had no heating since Saturday, will pay Friday.",
    "I've had no heating since your visit. Will pay Friday.",
    "I'm not asking for anything but a credit note. Will pay on Friday.",
    "I'm not asking you for anything, only that you finish the job. Will pay on Friday.",
    "I said Monday, your men came on Thursday. Paying on Friday.",
    "I said Friday and I meant it: finish the wall by then and you'll be paid.",
    "I know I said the 10th, but you said you'd take 50 off. It goes on Friday.",
    "As I told you on the 7th, the price was 400. It goes on Friday.",
    "Your fitter was supposed to do it on the 3rd. I'll pay on Friday.",
    "I was supposed to pay when it was finished. It goes on Friday.",
    "I was supposed to pay 200, you billed 300. It goes on Friday.",
    "The bank says it was the wrong amount. Paid on Monday.",
    "My accountant says it's too much. It goes on Friday.",
    "Accounts say you have billed us for two. Paid on Friday.",
    "Treasury says it's paid, less the two hours. Paid on Friday.",
    "The lad says you've rung to say you'd take it back. Paying on Friday.",
    "I checked it against the dockets and they don't agree. It goes on Friday.",
    "I believed you when you said it was included. Paid on Friday.",
    "Between you and me the work was poor. Paid on Friday.",
    "If you're ever over, take the broken one back. Paying on Friday.",
    "If you have it fixed I'll pay on Friday.",
    "Before you write again, have the tap looked at. Paid on Friday.",
    "When you rang to say the parts were late I cancelled. Paid the rest on Friday.",
    "When your husband came he broke the gate. Paying on Friday.",
    "When you get a minute come and fix the latch. Paid on Friday.",
    "After that you and I need to talk about the hours. Paying on Friday.",
    "Nothing was broken except two lids. Paid on Friday.",
    "Nothing was missing but the price is wrong. Paid on Friday.",
    "They came without a scratch, only the wrong colour. Paid on Friday.",
    "Your tents never leaked until this year. Paying on Friday.",
    "The pump you sent is a beauty but it drips. Paying on Friday.",
    "The rooms are half empty because your heating failed. I'll pay on Friday.",
    "Bookings fell away after your website went down. Paying on Friday.",
    "The tank is empty, you never filled it. Paying on Friday.",
    "Your VAT refund offer still stands? Paying on Friday.",
    "The handle fell off the door you hung. Paying on Friday.",
    "The paint came off our door. Paying on Friday.",
    "All the best from a soggy cellar, your pump gave up again. Paying on Friday.",
    "The transfer will leave on Friday, the training did not take place.",
    "What you sent is not what I ordered. Paying on Friday.",
    "Please send the invoice and the signed delivery note, we never had the goods.",
    "The delivery note lists two, please send a copy of the invoice.",
    "According to the delivery note it was eight. Please send the invoice again.",
    "I pay 50 once a month. First one on Friday.",
    "We only pay once a month and could you take it in three goes? First on Friday.",
    "I'm not going to lie, the work is poor. It goes on Friday.",
    "I'm not going to give you a date until you've fixed it.",
    "Our customer went into liquidation and so have we.",
    "Our dealer went into liquidation, the debt was theirs, not ours.",
    "Nobody told us it would cost extra. Paying on Friday.",
    "Minus 14 for the broken lamp, goes on Friday.",
    "Got sign off from the boss for everything but the call out. Friday.",
    "It's him you want, he signed for it and we never did: bob@x.example",
    "Some clown in your accounts billed us twice. Paid on Friday.",
    "Stupid system you sold us. Paid on Friday.",
    "Did we get the goods? No. Paid the other on Friday.",
    "Did we get the goods? Yes, half of them. Paid on Friday.",
    "When will you be paid? On Friday, if the door is hung by then.",
    "Why then? Because it still leaks. On Friday.",
    "My boss asked why we were charged twice. Paying on Friday.",
    "Wrong colour, mate. You want accounts@x.example",
    "No complaints, except that the door sticks. Paid on Friday.",
    "The money left on the 6th and the sofa never arrived.",
    "Nobody queries anything except the third line. It goes on Friday.",
    "As the delivery note bore their name, we have transferred the money to them in May.",
    "Finance says it was paid back by you in March. I'll look.",
    "The treasurer says it is half settled and the other half is disputed.",
    "It's them you should bill, not me: office@x.example",
    "Wrong Tom, I bought nothing. Try tom@x.example",
    "Sorry, the freezer died. Will pay on Friday.",
    "Give it until later this week before you collect the broken one. Paid on Friday.",
)


@pytest.mark.parametrize("text", [text for family in SILENT.values() for text in family])
def test_no_sign_rings(text: str) -> None:
    assert misgivings(text, weigh(text)) == ()


@pytest.mark.parametrize("text", harmless_talk.HIDES_NOTHING)
def test_no_sign_rings_in_the_examples(text: str) -> None:
    assert misgivings(text, weigh(text)) == ()


@pytest.mark.parametrize("text", ANSWERED)
def test_what_one_answers_oneself_asks_nothing(text: str) -> None:
    assert Intent.QUESTION not in weigh(text).intents


@pytest.mark.parametrize(
    "text",
    [
        "Wrong Dave, mate. You want accounts@lining.example",
        "Wrong office, I'm afraid. Send it to ap@cladding.example",
        "Paid on Monday. No complaint at all.",
        "Paid in June, it's on the wrong line of your ledger.",
    ],
)
def test_no_word_of_a_complaint_is_left(text: str) -> None:
    assert not hides_a_ground(text, weigh(text), dated=False)


@pytest.mark.parametrize(
    "text",
    [
        "Paid on Monday, our own idiots had mislaid the bill.",
        "I'm such an idiot, I forgot. It goes on Friday.",
        "The stupid system ate it. It goes on Friday.",
    ],
)
def test_nobody_is_insulted_but_oneself(text: str) -> None:
    assert all(each.intent is not Intent.HOSTILE for each in weigh(text).seen)


@pytest.mark.parametrize(
    "text",
    [
        "Paid on Thursday. There was a typo in the IBAN, my fat fingers, so I did it again.",
        "Sorry, the boiler in the pub packed in. Will pay on Friday.",
        "I know I said the 24th and it didn't happen. It goes on Friday.",
    ],
)
def test_it_goes_on(text: str) -> None:
    assert outcome_of_words(text, AT) in {Outcome.HOLD, Outcome.HOLD_UNTIL}


@pytest.mark.parametrize("text", DANGEROUS)
def test_the_same_words_with_a_ground_are_a_human_s(text: str) -> None:
    assert outcome_of_words(text, AT) in FOR_A_HUMAN
