"""Everyday replies in German, Spanish and Italian, with their gold beside them.

What goes on by itself does so with its day and its sum. What a human must see is mostly said in
passing, in plain words, beside a promise or a payment: none of it goes on.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading.intents.abroad import is_abroad
from relance_mailer.reading.intents.talk_abroad import is_ordinary
from relance_mailer.reading.language import language_of
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Outcome

FILE = Path(__file__).with_name("replies_abroad.txt")
A_HUMANS = frozenset({Outcome.REVIEW, Outcome.LEGAL})
DECIDED_AT_LEAST = 0.88
DAY = datetime(2026, 3, 3, 9, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """A reply with the day it was sent, and what must be made of it."""

    text: str
    sent_at: datetime
    outcome: Outcome
    dates: tuple[date, ...]
    amount: Decimal | None


def _replies() -> tuple[Reply, ...]:
    mails = FILE.read_text(encoding="utf-8").removeprefix("=== ").split("\n=== ")
    return tuple(_reply(*mail.split("\n", 1)) for mail in mails)


def _reply(head: str, text: str) -> Reply:
    on, _, outcome, dates, amount, *_ = (part.strip() for part in head.split("|"))
    return Reply(
        text=text.strip("\n"),
        sent_at=datetime.fromisoformat(on).replace(hour=9, tzinfo=UTC),
        outcome=Outcome(outcome),
        dates=tuple(map(date.fromisoformat, dates.removeprefix("dates=").split(";")))
        if dates
        else (),
        amount=Decimal(amount.removeprefix("amount=")) if amount else None,
    )


HARMLESS = tuple(each for each in _replies() if each.outcome not in A_HUMANS)
SERIOUS = tuple(each for each in _replies() if each.outcome in A_HUMANS)


@pytest.mark.parametrize("reply", SERIOUS, ids=lambda reply: reply.text[:60])
def test_what_a_human_must_see_goes_to_a_human(reply: Reply) -> None:
    outcome = outcome_of_words(reply.text, reply.sent_at)
    assert outcome in A_HUMANS
    assert reply.outcome is Outcome.LEGAL or outcome is Outcome.REVIEW


def test_most_of_what_is_harmless_goes_on_by_itself() -> None:
    left = [each.text for each in HARMLESS if outcome_of_words(each.text, each.sent_at) in A_HUMANS]
    assert 1 - len(left) / len(HARMLESS) >= DECIDED_AT_LEAST, left


@pytest.mark.parametrize("reply", HARMLESS, ids=lambda reply: reply.text[:60])
def test_what_goes_on_does_so_with_its_day_and_sum(reply: Reply) -> None:
    outcome = outcome_of_words(reply.text, reply.sent_at)
    reading = read_text(reply.text, sent_at=reply.sent_at)
    assert outcome not in A_HUMANS - {Outcome.REVIEW}
    if outcome is not Outcome.REVIEW:
        assert outcome is reply.outcome
        assert reading.promise_dates == reply.dates
        assert reply.amount is None or reading.promised_amount == reply.amount


@pytest.mark.parametrize(
    "text",
    [
        "Hola Maria, je vous règle vendredi. Gracias !",
        "Guten Tag Frau Keller, le virement part demain. Danke !",
        "Ciao, payé ce matin. Grazie mille",
        "Muchas gracias pour votre patience, paiement lundi",
        "Buongiorno Paolo, virement fait hier, a presto",
        "Hola ! Réglé. Hasta luego",
        "Liebe Grüsse de Strasbourg, je paie le 15",
        "La facture de Casa del Sol sera payée vendredi",
        "Salve, je paie lundi. Di Marco",
        "Tant que j'y pense, le virement se fera vendredi, y compris les frais.",
        "Merci, réglé par Juan Del Rio y Los Amigos",
        "Mañana, promis, je vous vire tout",
        "T'es gentil, nos virements se font le vendredi.",
    ],
)
def test_a_foreign_word_makes_no_french_mail_foreign(text: str) -> None:
    assert not is_abroad(text)
    assert language_of(text) == "fr"
    assert "unread_language" not in read_text(text, sent_at=DAY).doubts


@pytest.mark.parametrize(
    "text",
    [
        "Mein Mann war krank, er überweist am Freitag.",
        "Die Rechnung lag noch im Auto unter dem Sitz.",
        "La chica de contabilidad está de baja.",
        "La factura se había traspapelado, culpa nuestra.",
        "La fattura era finita nella cartella sbagliata, colpa nostra.",
        "Siamo in piena raccolta delle pesche.",
    ],
)
def test_talk_around_a_payment_is_ordinary(text: str) -> None:
    assert is_ordinary(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Pumpe macht wieder Geräusche.",
        "Das Telefon geht seit gestern wieder aus.",
        "Ihr Kollege war am Montag da.",
        "Una de las sillas cojea.",
        "Mándeme el resto, por favor.",
        "La factura es de otra empresa.",
        "Due scatole erano vuote.",
        "Molto contenti del lavoro, a parte la porta.",
        "Mi chiami prima, per favore.",
    ],
)
def test_what_may_be_a_ground_is_not_ordinary(text: str) -> None:
    assert not is_ordinary(text)
