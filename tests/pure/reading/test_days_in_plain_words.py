"""Days and sums as people name them, resolved against Wednesday, 14 October 2026."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from relance_mailer.reading.intents.phrases import sentences
from relance_mailer.reading.promises import pledge_in

SENT_AT = datetime.fromisoformat("2026-10-14T10:00:00+02:00")

DAYS = (
    ("Nous vous réglerons courant semaine 43.", "2026-10-23"),
    ("Règlement S44.", "2026-10-30"),
    ("Paiement à J+10.", "2026-10-24"),
    ("Paiement à J+3 ouvrés.", "2026-10-19"),
    ("Nous réglons entre le 20 et le 25.", "2026-10-25"),
    ("On vous règle d'ici la fin de la semaine prochaine.", "2026-10-23"),
    ("On vous règle avant la fin de la semaine.", "2026-10-16"),
    ("Vous serez payé au cours de la semaine prochaine.", "2026-10-23"),
    ("Mandatement le 20, paiement par la trésorerie 10 jours après.", "2026-10-30"),
    ("paiement 05.11", "2026-11-05"),
    ("vir fin de moi", "2026-10-31"),
    ("Payment will be made within twelve days.", "2026-10-26"),
    ("Le virement partira le trente octobre.", "2026-10-30"),
    ("Virement vendredi 30.", "2026-10-30"),
    ("Je vous paie lundi en huit.", "2026-10-26"),
    ("Règlement première quinzaine de novembre.", "2026-11-15"),
    ("Votre facture, échue le 30 septembre, sera réglée le 23 octobre.", "2026-10-23"),
)

PARTS = (
    ("La moitié part vendredi, l'autre moitié quinze jours après.", ("2026-10-16", "2026-10-31")),
    (
        "Le gros du montant part lundi, et ce qui manque à la Toussaint.",
        ("2026-10-19", "2026-11-01"),
    ),
)

NO_DAY = (
    "Je vous paie trois jours après réception de votre avoir.",
    "On vous vire ça dans la foulée.",
)

SUMS = (
    ("Nous réglerons 2 000 € HT, soit 2 400 € TTC, le 6 novembre.", "2400"),
    ("Vous aurez 500 maintenant et 300 le mois prochain, je paie.", "800"),
    ("Le 5 et le 20 novembre je vous vire 300 € à chaque fois.", "600"),
    ("Virement de douze cents euros demain.", "1200"),
)


def _days(text: str) -> tuple[date, ...]:
    told = frozenset(sentence.raw for sentence in sentences(text))
    return pledge_in(text, SENT_AT, told=told).dates


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_day_that_is_meant(text: str, day: str) -> None:
    assert _days(text) == (date.fromisoformat(day),)


@pytest.mark.parametrize(("text", "days"), PARTS)
def test_a_part_is_counted_from_the_part_before(text: str, days: tuple[str, ...]) -> None:
    assert _days(text) == tuple(map(date.fromisoformat, days))


@pytest.mark.parametrize("text", NO_DAY)
def test_no_day_is_read_where_none_is_named(text: str) -> None:
    assert _days(text) == ()


@pytest.mark.parametrize(("text", "amount"), SUMS)
def test_the_sum_that_is_meant(text: str, amount: str) -> None:
    assert pledge_in(text, SENT_AT).amount == Decimal(amount)
