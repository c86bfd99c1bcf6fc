"""What is paid, promised or asked for without a verb: each turn, and words that sound like it."""

from datetime import UTC, date, datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading.intents import few_words
from relance_mailer.reading.intents.order import weigh
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Intent, Outcome

TUESDAY = datetime(2026, 3, 10, 9, tzinfo=UTC)


@pytest.mark.parametrize(("intent", "text"), few_words.TAKES)
def test_the_turn_is_taken(intent: Intent, text: str) -> None:
    assert intent in {found.intent for found in few_words.find(text)}
    assert intent in weigh(text).intents


@pytest.mark.parametrize(("intent", "text"), few_words.LEAVES)
def test_its_look_alike_is_left(intent: Intent, text: str) -> None:
    assert intent not in {found.intent for found in few_words.find(text)}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("389 euros, vendredi, par CB sur votre lien.", date(2026, 3, 13)),
        ("ça part ds la semaine", date(2026, 3, 13)),
        ("slt cv partir ds huitaine dsl du retard", date(2026, 3, 18)),
        ("je vous mets onze cents euros le quinze avril", date(2026, 4, 15)),
    ],
)
def test_it_waits_for_the_day(text: str, day: date) -> None:
    reading = read_text(text, sent_at=TUESDAY)
    assert reading.promise_dates == (day,)
    assert outcome_of_words(text, TUESDAY) is Outcome.HOLD_UNTIL


@pytest.mark.parametrize(
    "text",
    [
        "300 € par CB vendredi si vous reprenez les cartons.",
        "À la Saint-Jean. Vous reprendrez d'abord la cuve.",
        "Lundi sans faute vous venez réparer, sinon rien.",
        "On vous la règle, moins les heures non faites.",
        "Il manque le bon de commande : nous n'avons jamais commandé.",
        "Espèces, à la dame du marché, mardi. J'ai le reçu.",
        "J'ai refait le virement hier sur le nouveau RIB reçu par mail.",
        "Je passe votre courrier à ma secrétaire et à mon avocat.",
        "La lettre de change a été présentée et rejetée, nous contestons.",
        "Le reliquat, mille euros, vous l'aurez à la livraison des deux derniers cartons.",
    ],
)
def test_what_hides_behind_few_words_is_a_humans(text: str) -> None:
    assert outcome_of_words(text, TUESDAY) is Outcome.REVIEW


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Je règle demain.", True),
        ("Bonjour Madame, nous réglerons votre facture le 20 octobre 2026. Cordialement", True),
        ("On paie fin de mois, bonne journée", True),
        ("Nous réglerons le 20 si la porte ferme.", False),
        ("Nous réglerons 300 le 20.", False),
        ("Je ne règle pas demain.", False),
        ("Nous réglerons le 20, sauf le port.", False),
    ],
)
def test_a_bare_promise_says_nothing_else(text: str, bare: bool) -> None:
    assert few_words.is_a_bare_promise(text) is bare
    if bare:
        assert outcome_of_words(text, TUESDAY) is Outcome.HOLD_UNTIL
