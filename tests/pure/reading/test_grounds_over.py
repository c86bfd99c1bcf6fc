"""Grounds that are over, payments surely told, dates repeated: what a machine may let go on."""

from datetime import datetime

import pytest

from relance_mailer.reading.intents import over
from relance_mailer.reading.intents.errands import find_papers, find_receipts
from relance_mailer.reading.intents.order import weigh
from relance_mailer.reading.intents.payments import find_payments, find_pledges
from relance_mailer.reading.intents.phrases import sentences
from relance_mailer.reading.promises import pledge_in
from relance_mailer.words import Intent

SENT = datetime.fromisoformat("2026-03-10T10:00:00+01:00")


@pytest.mark.parametrize("text", over.OVER)
def test_a_ground_that_is_over(text: str) -> None:
    assert all(over.is_over(each) for each in sentences(text))


@pytest.mark.parametrize(
    "text", [*over.NOT_OVER, "Le règlement interviendra une fois les réserves levées."]
)
def test_a_ground_that_is_not_over(text: str) -> None:
    assert not any(over.is_over(each) for each in sentences(text))


@pytest.mark.parametrize(
    "text, disputed",
    [
        ("L'avoir est arrivé hier, j'ai viré le reste ce matin.", False),
        ("J'ai retourné tous mes tiroirs, un duplicata svp.", False),
        ("L'avoir est arrivé mais il est faux, j'ai viré le reste ce matin.", True),
        ("J'ai retourné la marchandise, un avoir svp.", True),
        ("L'avoir n'est toujours pas arrivé, je paierai après.", True),
    ],
)
def test_what_is_over_contests_nothing(text: str, disputed: bool) -> None:
    assert (Intent.DISPUTE in weigh(text).intents) is disputed


@pytest.mark.parametrize(
    "text",
    [
        "chèque glissé dans votre boîte dimanche soir",
        "180 virés à l'instant",
        "It went out on Friday with the weekly batch.",
        "Le virement est parti hier.",
        "Ticket de carte retrouvé, payé au comptoir le 3.",
    ],
)
def test_a_payment_surely_told_is_no_promise(text: str) -> None:
    assert any(each.strength == 3 for each in find_payments(text))
    assert Intent.PROMISE not in weigh(text).intents


@pytest.mark.parametrize(
    "text",
    [
        "Le virement partira vendredi.",
        "Je n'ai pas pu virer hier.",
        "Si je l'ai payé hier ?",
        "Il est transmis ce jour au maire.",
    ],
)
def test_no_payment_is_sure_of_what_has_not_left(text: str) -> None:
    assert not any(each.strength == 3 for each in find_payments(text))


@pytest.mark.parametrize(
    "text, days, amount",
    [
        ("Fin mars, comme convenu.", "2026-03-31", None),
        ("On avait dit le 15, ça reste le 15.", "2026-03-15", None),
        ("La moitié est partie ce matin, l'autre moitié suivra le 31.", "2026-03-31", None),
        ("Quarante euros cinquante vous arriveront jeudi.", "2026-03-12", "40.50"),
        ("La 349 part au virement du 20, la 371 à celui du 31.", "2026-03-20 2026-03-31", None),
        ("Pour la 0440 je la paie demain.", "2026-03-11", None),
        ("Ils partent en recommandé mercredi, le premier est à encaisser.", "2026-03-11", None),
    ],
)
def test_dates_and_amounts_beside_each_other(text: str, days: str, amount: str | None) -> None:
    pledge = pledge_in(text, SENT, told=frozenset(each.raw for each in sentences(text)))
    assert " ".join(map(str, pledge.dates)) == days
    assert (None if pledge.amount is None else str(pledge.amount)) == amount


@pytest.mark.parametrize(
    "text", ["Fin mars, comme convenu.", "Le solde suivra vendredi.", "Traite au 10 avril."]
)
def test_a_date_repeated_or_a_rest_is_a_promise(text: str) -> None:
    assert any(each.strength == 3 for each in find_pledges(text))


def test_a_rest_that_waits_for_the_work_is_none() -> None:
    found = find_pledges("Le solde sera versé à la réception des travaux.")
    assert all(each.rule != "le reste suivra" for each in found)


@pytest.mark.parametrize(
    "text, sure",
    [
        ("Je pose votre lettre sur le bureau du patron.", True),
        ("Il manque encore deux visas.", True),
        ("Bien reçu, mais la machine est en panne.", False),
        ("Nous n'avons jamais passé cette commande.", False),
    ],
)
def test_a_letter_passed_on(text: str, sure: bool) -> None:
    assert any(each.strength == 3 for each in find_receipts(text)) is sure


@pytest.mark.parametrize(
    "text, sure",
    [
        ("Shoot over a copy and I'll look.", True),
        ("Un scan suffira.", True),
        ("Je vous retourne la facture, elle n'est pas pour nous.", False),
        ("Vous pouvez m'envoyer les huissiers.", False),
    ],
)
def test_a_paper_asked_for(text: str, sure: bool) -> None:
    assert any(each.strength == 3 for each in find_papers(text)) is sure
