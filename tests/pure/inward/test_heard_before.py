"""A dossier that comes to a debtor takes the move of his others, where it was for his own words."""

from dataclasses import replace
from datetime import date

import pytest

from pure.inward.inward_values import MESSAGE, dossier, key
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.inward.heard_before import UNREADABLE, heard_before
from relance_mailer.words import Intent

OPENED = replace(dossier(), key=key("BZ-9"), phase=Phase.RUNNING, phase_since=date(2026, 10, 1))


def in_legal(word: str, bar: Intent | None) -> Dossier:
    """Another dossier of the debtor in the legal queue."""
    told = e.HandedToLegal(because="ses mots", reason=word, message=MESSAGE)
    return replace(dossier(), phase=Phase.LEGAL, legal=told, barred_by=bar)


def in_review(bar: Intent) -> Dossier:
    """Another dossier of the debtor that a human has to look at."""
    told = e.ReviewAsked(because="ses mots", reason=bar.value, message=MESSAGE)
    return replace(dossier(), phase=Phase.REVIEW, review_reasons=(told,), barred_by=bar)


@pytest.mark.parametrize("word", [Intent.HOSTILE, Intent.INSOLVENCY])
def test_what_took_his_others_to_the_legal_queue_takes_this_one(word: Intent) -> None:
    [moved] = heard_before(OPENED, [in_review(Intent.OPT_OUT), in_legal(word.value, word)])
    assert isinstance(moved, e.HandedToLegal)
    assert (moved.reason, moved.message) == (word.value, MESSAGE)
    assert "ses mots" in moved.because


@pytest.mark.parametrize(
    ("word", "bar"),
    [
        ("insolvency", Intent.OPT_OUT),
        ("silent", Intent.INSOLVENCY),
        ("human", Intent.HOSTILE),
    ],
)
def test_his_word_counts_though_something_else_came_first(word: str, bar: Intent) -> None:
    [moved] = heard_before(OPENED, [in_legal(word, bar)])
    assert isinstance(moved, e.HandedToLegal)
    assert moved.reason in {"insolvency", "hostile"}


@pytest.mark.parametrize(
    "other",
    [
        in_review(Intent.OPT_OUT),
        in_review(Intent.HOSTILE),
        in_legal("refusal", Intent.REFUSAL),
        replace(dossier(), phase=Phase.SETTLED, barred_by=Intent.HOSTILE),
    ],
    ids=["opt_out", "doubtful insult", "refusal of one invoice", "closed"],
)
def test_whatever_else_bars_him_leaves_this_one_to_a_human(other: Dossier) -> None:
    [asked] = heard_before(OPENED, [other])
    assert isinstance(asked, e.ReviewAsked)
    assert asked.reason == other.barred_by
    assert str(other.key.dossier) in asked.because


@pytest.mark.parametrize("other", [dossier(), in_legal("silent", None), in_legal("human", None)])
def test_his_silence_or_our_own_decision_says_nothing_of_this_one(other: Dossier) -> None:
    assert heard_before(OPENED, [other]) == ()


def test_one_of_his_that_cannot_be_read_is_a_human_s() -> None:
    [asked] = heard_before(OPENED, [dossier()], [key("BZ-7")])
    assert isinstance(asked, e.ReviewAsked)
    assert asked.reason == UNREADABLE
    assert "BZ-7" in asked.because


@pytest.mark.parametrize("phase", [Phase.REVIEW, Phase.LEGAL])
def test_one_that_waits_for_a_human_already_is_not_asked_about_twice(phase: Phase) -> None:
    stands = replace(OPENED, phase=phase, barred_by=Intent.HOSTILE)
    assert heard_before(stands, [dossier()], [key("BZ-7")]) == ()


def test_in_the_legal_queue_nothing_more_is_asked() -> None:
    stands = replace(OPENED, phase=Phase.LEGAL)
    assert heard_before(stands, [in_review(Intent.OPT_OUT)]) == ()
