"""Whole readings in which the second opinion tips the scale, with the shipped weights."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from relance_mailer.reading.judgement import LEGAL
from relance_mailer.reading.understand import read_text, weighed_by_rules
from relance_mailer.words import Intent

TUESDAY = datetime(2026, 3, 10, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.mark.parametrize(
    "text, intent",
    [
        ("L'ordre est saisi en banque, exécution vendredi.", Intent.PROMISE),
        ("C'est en bonne voie, je m'en charge.", Intent.ACK),
        ("Les radiateurs n'ont jamais chauffé, nous attendons un avoir.", Intent.DISPUTE),
        ("Please take my address off your list.", Intent.OPT_OUT),
    ],
)
def test_replies_that_are_read(text: str, intent: Intent) -> None:
    assert read_text(text, sent_at=TUESDAY).intents[0] is intent


def test_the_day_of_a_promise_that_only_the_second_opinion_saw() -> None:
    text = "L'ordre est saisi en banque, exécution vendredi."
    assert Intent.PROMISE not in weighed_by_rules(text, TUESDAY).intents
    reading = read_text(text, sent_at=TUESDAY)
    assert reading.promise_dates == (date(2026, 3, 13),)
    assert reading.findings[0].rule == "second avis"


@pytest.mark.parametrize(
    "text",
    [
        "Votre gentille secrétaire devrait changer de trottoir le soir.",
        "Je vous réglerai votre compte un de ces jours, croyez-moi.",
    ],
)
def test_a_veiled_threat_is_never_legal_by_the_model_nor_let_pass(text: str) -> None:
    reading = read_text(text, sent_at=TUESDAY)
    assert not set(reading.intents) & LEGAL
    assert reading.doubts or Intent.DISPUTE in reading.intents


def test_a_doubt_is_told_once() -> None:
    reading = read_text("Zyx wvut srqp onml.", sent_at=TUESDAY)
    assert reading.intents == ()
    assert reading.doubts.count("nothing_understood") == 1
