"""What eight more authors showed at first sight: each family in words of our own."""

from datetime import date, datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading.message import Reading
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Intent, Outcome

AT = datetime.fromisoformat("2026-09-29T10:00:00+02:00")  # a Tuesday


def reading(text: str) -> Reading:
    return read_text(text, sent_at=AT)


def outcome(text: str) -> Outcome:
    return outcome_of_words(text, AT)


@pytest.mark.parametrize(
    "text",
    [
        "Bien reçu, je fais suivre à mon associé. Nous avons pris 40 sacs et votre papier en compte"
        " 60.",
        "Je transmets. Mais il y avait deux poseurs et vous en facturez quatre.",
        "Merci, c'est noté ; votre note en met 12, j'en ai reçu 8.",
    ],
)
def test_a_count_against_theirs_is_a_dispute_beside_a_receipt(text: str) -> None:
    assert Intent.DISPUTE in reading(text).intents
    assert outcome(text) is Outcome.REVIEW


def test_a_count_of_papers_is_no_dispute() -> None:
    text = "Je n'ai que deux factures et votre relevé en affiche trois : renvoyez-moi la troisième."
    assert Intent.DISPUTE not in reading(text).intents


@pytest.mark.parametrize(
    "text",
    [
        "Semaine 42, validé par le siège.",
        "Virement semaine 42, validé par le directeur.",
        "C'est visé par le service, paiement semaine 42.",
    ],
)
def test_what_their_own_people_have_passed_is_no_part(text: str) -> None:
    assert reading(text).promise_dates == (date(2026, 10, 16),)
    assert outcome(text) is Outcome.HOLD_UNTIL


def test_what_their_surveyor_has_passed_is_one() -> None:
    assert outcome("Virement semaine 42 du montant validé par notre métreur.") is Outcome.REVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Je vous avais annoncé un virement fin septembre, je dois hélas revenir sur ma parole.",
        "Je ne peux pas vous redonner de date sans risquer de mentir.",
        "La caisse est vide et je n'ai plus de date à vous donner, navré.",
        "Nous revenons sur notre promesse de vendredi : la banque ne suit plus.",
    ],
)
def test_who_takes_his_word_back_promises_nothing(text: str) -> None:
    told = reading(text)
    assert Intent.PROMISE not in told.intents
    assert Intent.INVOICE_REQUEST not in told.intents
    assert told.promise_dates == ()


@pytest.mark.parametrize(
    "text",
    [
        "Je fais ma compta le dimanche soir. Pouvez-vous m'envoyer la facture ?",
        "Renvoyez-la-moi, et pas d'affolement, les virements de fin d'année traînent chez nous.",
        "Pouvez-vous m'envoyer la facture ? Les paiements de fin de mois prennent du retard ici.",
    ],
)
def test_a_habit_is_no_day_of_payment(text: str) -> None:
    told = reading(text)
    assert told.promise_dates == ()
    assert outcome(text) is Outcome.HOLD


@pytest.mark.parametrize(
    "text",
    [
        "Je fais le virement dimanche soir.",
        "Les virements de fin de mois partent le 30, vous êtes dedans.",
    ],
)
def test_a_day_of_payment_stays_one(text: str) -> None:
    assert len(reading(text).promise_dates) == 1
    assert outcome(text) is Outcome.HOLD_UNTIL


@pytest.mark.parametrize(
    "text",
    [
        "Nous avons cédé l'agence en mai à un repreneur dont nous ignorons les coordonnées.",
        "La 4102 concerne un immeuble dont nous ne sommes plus syndic depuis janvier. Elle est à"
        " adresser à notre successeur, le cabinet Thiébaut. La 4085 est payée depuis le 24 août.",
        "Le bar a changé de mains au printemps ; c'est à réclamer au nouveau gérant. Merci.",
        "We sold the pub in March and the new owners have taken over everything. You'll have to"
        " contact them; I've lost their details. Best wishes.",
        "I gave up my shop last year. Try the new people, I never had their address.",
    ],
)
def test_who_has_sold_and_names_no_address_leaves_it_to_a_human(text: str) -> None:
    assert Intent.REDIRECT in reading(text).intents
    assert outcome(text) is Outcome.REVIEW


@pytest.mark.parametrize(
    "text",
    [
        "We've sold the old van, so the money is there: you'll be paid on Friday.",
        "J'ai trouvé un repreneur pour le camion, je vous règle vendredi.",
    ],
)
def test_who_has_sold_something_and_pays_is_no_stranger_to_it(text: str) -> None:
    assert reading(text).promise_dates == (date(2026, 10, 2),)
    assert Intent.REDIRECT not in reading(text).intents
