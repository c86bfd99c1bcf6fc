"""A ground, a refusal, a threat said politely beside a promise: next to none goes on by itself."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from relance_mailer.reading.intents.order import outcome_of
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Outcome

DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)
BESIDE = Path(__file__).parents[3] / "training" / "phrases_beside.txt"
PASS_AT_MOST = 26
"""How many of these sentences pass with weights that never saw them: it may only sink."""


def goes_on(text: str) -> bool:
    reading = read_text(text, sent_at=DAY)
    if reading.doubts or not reading.intents:
        return False
    outcome = outcome_of(reading.intents[0], dated=bool(reading.promise_dates))
    return outcome not in {Outcome.REVIEW, Outcome.LEGAL}


def test_next_to_none_goes_on_by_itself() -> None:
    lines = BESIDE.read_text(encoding="utf-8").splitlines()
    said = [line for line in lines if line and not line.startswith("#")]
    assert len(said) > 140
    passed = [text for text in said if goes_on(text)]
    assert len(passed) <= PASS_AT_MOST, passed


@pytest.mark.parametrize(
    "text",
    [
        "Le virement part lundi, hors frais de port.",
        "Je paie le 20 ce qui a été réellement livré.",
        "C'est réglé, moins le carton qui manquait.",
        "Le 20 sans faute, à ceci près que la porte ne ferme plus.",
        "La première est payée, la seconde est rejetée par notre service technique.",
        "Je vous fais le chèque lundi. L'autre, je maintiens ma position.",
        "Je vous le vire tout de suite, comptez là-dessus et buvez de l'eau.",
        "C'est à eux que nous avons payé, le 5 février.",
    ],
)
def test_what_takes_it_back_stops_it(text: str) -> None:
    assert not goes_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "C'est viré, vous devriez l'avoir demain.",
        "L'informatique c'est pas mon fort. Je vous règle vendredi.",
        "Le paiement partira au 30, nos délais sont de 45 jours fin de mois.",
    ],
)
def test_what_only_sounds_like_a_ground_stops_nothing(text: str) -> None:
    assert goes_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "J'apprends son métier le soir. Votre dû vous sera versé.",
        "Ma belle-fille regarde vos papiers.",
        "D'ici le 30. jpeux pas mieux dire.",
    ],
)
def test_nobody_is_insulted_and_nothing_refused(text: str) -> None:
    assert not set(read_text(text, sent_at=DAY).intents) & {"hostile", "refusal"}
