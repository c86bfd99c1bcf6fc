"""Money gone, letters passed on, addresses, papers, debts and want of money, as people say them."""

from datetime import datetime
from pathlib import Path

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading.intents import english_voices, english_whereto
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Intent, Outcome

NEIGHBOURS = (
    Path(__file__).with_name("voices_in_english.txt").read_text(encoding="utf-8").splitlines()
)
"""Replies in the same words that a human must see."""
AT = datetime.fromisoformat("2026-03-10T10:00:00+01:00")  # a Tuesday


def outcome(text: str) -> Outcome:
    return outcome_of_words(text, AT)


def found(text: str) -> set[Intent]:
    findings = (*english_voices.find(text), *english_whereto.find(text))
    return {each.intent for each in findings}


@pytest.mark.parametrize(("intent", "text"), [*english_voices.TAKES, *english_whereto.TAKES])
def test_such_words_are_found(intent: Intent, text: str) -> None:
    assert intent in found(text)


@pytest.mark.parametrize(("intent", "text"), [*english_voices.LEAVES, *english_whereto.LEAVES])
def test_what_only_sounds_like_them_is_not(intent: Intent, text: str) -> None:
    assert intent not in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Our 1,480 euros left us on the 4th.",
        "Went across yesterday by bank transfer. Should be with ye by tomorrow.",
        "Already squared away. Visa, March 4, over the phone.",
        "Both settled on Friday, one after the other.",
        "Direct debit taken 4 March.",
        "Good news: your money's on its way by international transfer.",
        "That's been seen to, it went by wire from our Leeds branch on 2 March.",
        "its done, transfered 2 days ago",
    ],
)
def test_money_that_is_gone_gives_time(text: str) -> None:
    assert Intent.PAID in read_text(text, sent_at=AT).intents
    assert outcome(text) is Outcome.HOLD


@pytest.mark.parametrize(
    "text",
    [
        "Receipt of your letter dated 2 March is hereby acknowledged. It has been referred to the"
        " officer in charge.",
        "got ur email, will show my mum she does the bills",
        "Yes I've seen your letter, I'll have a word with Norman when he's back.",
        "Reminder received and handed to the Keeper of Accounts.",
    ],
)
def test_a_letter_passed_on_gives_time(text: str) -> None:
    assert Intent.ACK in read_text(text, sent_at=AT).intents
    assert outcome(text) is Outcome.HOLD


@pytest.mark.parametrize(
    "text",
    [
        "Queries about payment are to be addressed to vendors@polar.example.",
        "Not me I'm afraid, it's my sister you want: jess@spoon.example. She does all the bills.",
        "Wrong office, I'm afraid. Send it to ap.france@kestrel.example.",
        "Mr Sikorski has left. Questions about invoices are taken by Katarzyna, kb@wir.example.",
        "You've got the wrong desk. The one with the purse is Nora, nora@sierra.example.",
    ],
)
def test_an_address_in_any_turn_is_gone_on_with(text: str) -> None:
    assert set(read_text(text, sent_at=AT).intents) == {Intent.REDIRECT}
    assert outcome(text) is Outcome.CONTINUE


@pytest.mark.parametrize(
    "text, intents",
    [
        (
            "Got your email, sent it on to Siobhan in the office, she's siobhan@daly.example.",
            {Intent.ACK, Intent.REDIRECT},
        ),
        (
            "Your letter arrived and I gave it to our new bookkeeper today. From now on write to"
            " her: e.nord@koivu.example.",
            {Intent.ACK, Intent.REDIRECT},
        ),
        (
            "That's been taken care of, it went by wire on 2 March. For whatever comes next please"
            " use comptes@riviere.example.",
            {Intent.PAID, Intent.REDIRECT},
        ),
        ("soz will get it paid, just waiting on a big customer", {Intent.PROMISE}),
    ],
)
def test_what_gives_time_does_so_beside_an_address_or_want(text: str, intents: set[Intent]) -> None:
    assert set(read_text(text, sent_at=AT).intents) == intents
    assert outcome(text) is Outcome.HOLD


@pytest.mark.parametrize(
    "text",
    [
        "I've taken note, but I only mind the switchboard. It's the Payments section you need. No"
        " idea of the name, sorry.",
        "Noted. I just teach the watercolours here and I don't know who does the bills.",
        "I only rent the barn out for the owners, their bills are nothing to do with me. I can't"
        " even tell you where to write.",
        "I left that firm in spring. No idea who looks after their bills now.",
        "We're only house-sitting and haven't got an address for them. You'd need to ask somebody"
        " else.",
    ],
)
def test_nobody_to_write_to_is_a_human_s(text: str) -> None:
    assert Intent.REDIRECT in read_text(text, sent_at=AT).intents
    assert outcome(text) is Outcome.REVIEW


@pytest.mark.parametrize(
    "text",
    [
        "I only do the post here and have no idea who deals with it, so I've passed it to my boss.",
        "I've sent it on to accounts, I'm just the receptionist and couldn't say who handles it.",
    ],
)
def test_who_passes_it_on_needs_no_name(text: str) -> None:
    assert Intent.REDIRECT not in found(text)


@pytest.mark.parametrize("text", NEIGHBOURS)
def test_a_ground_in_the_same_words_never_goes_on(text: str) -> None:
    assert outcome(text) in {Outcome.REVIEW, Outcome.LEGAL}
