"""A refusal all of whose words are known goes to `legal`; with one word more a human reads."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from relance_mailer.inward.outcome import deciding_intent, intent_outcome
from relance_mailer.reading.intents import nothing_else
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Outcome

HERE = Path(__file__).parent
A_DAY = datetime(2026, 11, 19, 9, tzinfo=UTC)


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.replace(" / ", "\n") for line in lines if line and not line.startswith("#")]


REFUSALS = [*_lines("flat_refusals.txt"), *_lines("polite_refusals.txt")]
FLAT = [line for line in REFUSALS if not line.startswith("? ")]
A_HUMANS = [line.removeprefix("? ") for line in REFUSALS if line.startswith("? ")]
NOT_FLAT = [*_lines("no_flat_refusals.txt"), *_lines("no_polite_refusals.txt")]


def outcome_of(text: str) -> Outcome:
    """What the text leads to; a doubt makes a human read it."""
    reading = read_text(text, sent_at=A_DAY)
    first = deciding_intent(reading)
    if reading.doubts or first is None:
        return Outcome.REVIEW
    return intent_outcome(reading, first)


@pytest.mark.parametrize("text", [*nothing_else.FLAT_OUT, *FLAT])
def test_a_refusal_and_nothing_else_goes_to_legal(text: str) -> None:
    assert outcome_of(text) is Outcome.LEGAL


@pytest.mark.parametrize("text", A_HUMANS)
def test_a_refusal_in_other_words_is_a_humans(text: str) -> None:
    assert outcome_of(text) in {Outcome.REVIEW, Outcome.LEGAL}


@pytest.mark.parametrize("text", [*nothing_else.NOT_FLAT_OUT, *NOT_FLAT])
def test_what_only_looks_like_one_never_does(text: str) -> None:
    assert outcome_of(text) is not Outcome.LEGAL


GROUNDS = (
    "le carrelage sonne creux",
    "vos gars savent",
    "il manque douze chaises",
    "la date ne colle pas",
    "mon voisin a signé à ma place",
    "on ne s'est jamais vus",
    "ma sœur vous a écrit",
    "il pleut dans le salon",
    "ce n'est pas moi",
    "vous n'êtes pas venus",
    "personne ne m'a rappelé",
    "j'avais dit stop en mars",
    "j'attends votre geste",
    "le compte n'y est pas",
    "on avait dit moitié moins",
    "demandez au syndic",
    "la teinte est verte",
    "l'ascenseur ne monte plus",
    "mon fils a douze ans",
    "tout est dans ma lettre",
    "l'assurance s'en occupe",
    "j'ai tout rendu",
)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(
    "refusal",
    [
        "Je ne paierai pas, {}. Envoyez qui vous voulez.",
        "Vous n'aurez pas un centime : {}. Bonne continuation.",
        "C'est non et ce sera toujours non. {}. Allez au tribunal.",
        "Il n'est pas dans mes intentions de payer. {}. Point final.",
    ],
)
def test_a_ground_in_any_words_takes_it_to_a_human(refusal: str, ground: str) -> None:
    text = refusal.format(ground)
    assert outcome_of(text) is not Outcome.LEGAL
