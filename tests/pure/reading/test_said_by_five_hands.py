"""What five more authors showed at first sight: each family in words of our own."""

from datetime import datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading.message import Reading
from relance_mailer.reading.numbers_named import address_to_use
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Intent, Outcome

AT = datetime.fromisoformat("2026-03-10T10:00:00+01:00")  # a Tuesday


def reading(text: str) -> Reading:
    return read_text(text, sent_at=AT)


def outcome(text: str) -> Outcome:
    return outcome_of_words(text, AT)


@pytest.mark.parametrize(
    "text",
    [
        "Les factures sont traitées par la mairie : compta@villedebrou.example. Je leur fais"
        " suivre.",
        "Pour tout règlement c'est Nora : nora@atelier-brun.example. Je lui ai fait passer.",
        "Je fais suivre au siège, c'est eux qui paient. À l'avenir : daf@groupe-brun.example.",
    ],
)
def test_who_passes_it_on_himself_gives_time_and_an_address(text: str) -> None:
    assert set(reading(text).intents) == {Intent.ACK, Intent.REDIRECT}
    assert outcome(text) is Outcome.HOLD


@pytest.mark.parametrize(
    "text",
    [
        "La facture 4417 manque toujours sur le portail fournisseurs.",
        "FA-4417 toujours absente de notre système.",
        "La 4417 est encore introuvable dans notre logiciel.",
    ],
)
def test_an_invoice_that_their_books_do_not_hold_is_asked_for(text: str) -> None:
    assert set(reading(text).intents) == {Intent.INVOICE_REQUEST}


@pytest.mark.parametrize(
    "text",
    [
        "Facture 4417 : deux cartons manquants.",
        "Sur la 4417 il manque le service fait dans notre outil.",
    ],
)
def test_what_was_not_delivered_is_no_missing_invoice(text: str) -> None:
    assert outcome(text) is Outcome.REVIEW


def test_instalments_ask_for_no_paper() -> None:
    text = "Pouvons-nous étaler les deux factures sur mai et juin ?"
    assert set(reading(text).intents) == {Intent.PLAN_REQUEST}


@pytest.mark.parametrize(
    "text, intents",
    [
        ("L'assureur a versé hier. Je solde tout jeudi.", {Intent.PROMISE}),
        ("Le chèque est fait et signé, je le mets à la poste samedi.", {Intent.PROMISE}),
        ("J'ai fait 300 € ce matin. Le reste demain.", {Intent.PAID, Intent.PROMISE}),
        ("Le chèque est fait et signé, il est parti hier.", {Intent.PAID}),
    ],
)
def test_what_is_paid_and_what_will_be(text: str, intents: set[Intent]) -> None:
    assert set(reading(text).intents) == intents


@pytest.mark.parametrize(
    "text",
    [
        "4471 was paid on 20 February; 4502 follows next Wednesday.",
        "Half of it was sent this morning and the other €415 follows on Friday.",
    ],
)
def test_what_is_left_follows_on_a_day(text: str) -> None:
    read = reading(text)
    assert set(read.intents) == {Intent.PAID, Intent.PROMISE}
    assert read.promise_dates


def test_goods_that_follow_are_no_money() -> None:
    assert outcome("The second parcel follows on Friday.") is Outcome.REVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Payé le 21 janvier, mais vers le compte que vous aviez à la Banque du Nord.",
        "Notre virement est parti hier sur le compte d'avant, notre fiche n'était pas à jour.",
        "Réglé lundi, sur l'IBAN qui figurait sur vos factures de 2023.",
        "ma mère dit qu'elle a donné 800€ en liquide au monsieur venu monter la tente. on vous"
        " doit que 120",
        "On a remis 1 200 € en espèces à la dame du chantier, le solde part vendredi.",
    ],
)
def test_money_sent_to_an_account_of_before_is_a_human_s(text: str) -> None:
    assert outcome(text) is Outcome.REVIEW


def test_money_sent_to_the_account_of_the_invoice_goes_on() -> None:
    assert outcome("Le virement est parti hier sur le compte de votre facture.") is Outcome.HOLD


def test_who_has_left_and_names_no_address_is_a_human_s() -> None:
    text = (
        "The addressee left our company in May. Questions about balances are to be raised with"
        " the finance department of the group."
    )
    assert outcome(text) is Outcome.REVIEW


@pytest.mark.parametrize(
    "text, address",
    [
        ("Not mine. Try w.kuiper@staal-zwolle.example.", "w.kuiper@staal-zwolle.example"),
        ("Not w.kuiper@staal-zwolle.example any more.", None),
        ("N'écrivez plus à anne@brun.example, voyez nora@brun.example.", "nora@brun.example"),
    ],
)
def test_a_denial_ends_with_its_sentence(text: str, address: str | None) -> None:
    assert address_to_use(text) == address


def test_a_day_gone_by_is_of_a_payment_and_no_promise() -> None:
    text = (
        "VT-12894 réglée le 05/03 par virement, référence VALM26030500774. Les deux autres suivent."
    )
    read = reading(text)
    assert Intent.PAID in read.intents
    assert Intent.PROMISE not in read.intents


def test_a_letter_passed_to_the_boss_is_no_promise() -> None:
    assert set(reading("ok bien recu jfais suivre au patron il rentre ce soir").intents) == {
        Intent.ACK
    }
