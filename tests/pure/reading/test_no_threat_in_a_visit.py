"""Words of a threat or of a ground that announce a payment, or deny that there is a ground."""

from datetime import UTC, datetime

import pytest

from relance_mailer.reading.understand import weighed_by_rules
from relance_mailer.words import Intent

SENT_AT = datetime(2026, 10, 14, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "J'aurai l'argent jeudi. Je viens vous voir avec.",
        "Je viens vous voir mardi avec le chèque.",
        "Avec la rentrée des enfants je ne sais plus où j'habite. Je règle vendredi.",
        "Il n'y a aucun désaccord sur cette facture. Le virement part vendredi.",
    ],
)
def test_who_comes_with_the_money_threatens_nobody(text: str) -> None:
    assert not weighed_by_rules(text, SENT_AT).intents & {Intent.HOSTILE, Intent.DISPUTE}


@pytest.mark.parametrize(
    "text",
    [
        "Je viens vous voir demain, préparez-vous.",
        "Je sais où vous habitez.",
        "Je viens vous voir avec mes potes.",
    ],
)
def test_a_threat_stays_one(text: str) -> None:
    assert Intent.HOSTILE in weighed_by_rules(text, SENT_AT).intents


def test_a_disagreement_stays_a_dispute() -> None:
    weighed = weighed_by_rules("Je suis en désaccord avec votre facture.", SENT_AT)
    assert Intent.DISPUTE in weighed.intents


@pytest.mark.parametrize(
    "text",
    [
        "Vous êtes sourds ou quoi ? J'ai dit le 28, je paie le 28.",
        "Etes-vous sourd ? Le virement part vendredi.",
        "Are you deaf? I said Friday.",
    ],
)
def test_impatience_is_no_insult(text: str) -> None:
    assert Intent.HOSTILE not in weighed_by_rules(text, SENT_AT).intents


def test_an_insult_beside_it_stays_one() -> None:
    text = "Vous êtes sourds ou complètement débiles, bande de voleurs ?"
    assert Intent.HOSTILE in weighed_by_rules(text, SENT_AT).intents
