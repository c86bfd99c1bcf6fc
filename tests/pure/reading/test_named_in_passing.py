"""A paper handed on, money on its way and a broken word promise nothing, whatever the day."""

from datetime import UTC, datetime

import pytest

from relance_mailer.reading.intents import named_in_passing
from relance_mailer.reading.message import Reading
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Intent

SENT_AT = datetime(2026, 3, 3, 9, tzinfo=UTC)


def read(text: str) -> Reading:
    return read_text(text, sent_at=SENT_AT)


@pytest.mark.parametrize(
    "text",
    [
        *named_in_passing.NO_PLEDGES,
        "Reçu, je donne ça à notre trésorière ce soir à la répétition.",
        "Je file le papier à ma comptable lundi matin et elle voit ça.",
        "J'ai bien eu votre courriel et je le remets au DAF ce soir.",
        "je suis sous un toit, je donne ca a ma femme ce soir, bien recu",
        "Merci pour votre relance. Je la glisse dans le dossier de mon mari qui tient les comptes"
        " le dimanche soir.",
        "J'ai bien eu votre relance, je la mets à la signature de mon mari ce week-end.",
        "Bien noté, je fais suivre à Nadine demain matin.",
        "Moi je passe à l'état civil dès demain. Bien reçu.",
        "Viré ce matin, vous le verrez demain sur votre compte.",
        "We wired it yesterday, both invoices in one go. Should be with you by tomorrow.",
        "La date du 15 octobre que je vous avais indiquée ne pourra être respectée : notre"
        " affactureur a suspendu ses financements.",
        "Je ne pourrai pas tenir la date du 15, je n'ai pas d'autre date à vous donner.",
        "Retard général dans le traitement de nos règlements, pas de visibilité à ce jour.",
    ],
)
def test_nobody_pays_on_the_day_that_is_named(text: str) -> None:
    reading = read(text)
    assert Intent.PROMISE not in reading.intents
    assert reading.promise_dates == ()
    assert reading.doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        *named_in_passing.PLEDGES,
        "Je le mets au paiement vendredi.",
        "Je mets ça au prochain virement, le 20 mars.",
        "Je passe à votre agence vendredi avec le chèque.",
        "Je vous le dépose à l'accueil vendredi.",
        "Je donne l'ordre à la banque ce soir.",
        "Ça part cet aprem, vous aurez l'ordre de virement avant 17 h.",
        "Je suis dans le tracteur, oui je m'en occupe le treize mars, c'est le jour où je passe au"
        " crédit agricole de toute façon.",
    ],
)
def test_a_pledge_stays_one(text: str) -> None:
    assert Intent.PROMISE in read(text).intents


def test_who_hands_the_paper_on_acknowledges_it() -> None:
    reading = read("Je file le papier à ma comptable lundi matin et elle voit ça.")
    assert reading.intents == (Intent.ACK,)


@pytest.mark.parametrize(
    "text, intents",
    [
        ("On règle. Désolé du retard.", {Intent.PROMISE}),
        ("ok ok je vous règle ça, le temps de retrouver le chéquier.", {Intent.PROMISE}),
        (
            "Yes, we owe it and we will pay it. The bank has trimmed our overdraft.",
            {Intent.PROMISE},
        ),
        ("Vendredi prochain, via le Crédit Agricole. Renvoyez-moi votre IBAN.", {Intent.PROMISE}),
        (
            "Retards de règlement généralisés depuis la fusion, aucune visibilité à ce jour.",
            {Intent.DISTRESS},
        ),
    ],
)
def test_short_and_laconic_commitments_are_heard(text: str, intents: set[Intent]) -> None:
    assert intents <= set(read(text).intents)


@pytest.mark.parametrize(
    "text, intents",
    [
        (
            "On avait eu une histoire de caution. Ça a été réglé par votre agence. Cette fois"
            " vous serez réglés le 12 mars, par virement.",
            {Intent.PROMISE},
        ),
        (
            "Les gars, je les ai payés, le reste a attendu. Je vous fais 500 € le 31 mars.",
            {Intent.PROMISE},
        ),
        ("Je paie le 22. Mettez compta@durand.example dans votre fichier.", {Intent.PROMISE}),
        ("Conseiller appelé, je relance les 1240,50 ce vendredi.", {Intent.PROMISE}),
        ("Sous 48h vous avez les 1 240,50, je suis devant la banque en ligne.", {Intent.PROMISE}),
        ("La moitié est partie lundi. Reste 612 € que Bruno virera vendredi.", {Intent.PROMISE}),
        ("J'ai ouvert l'appli et soldé ce que je vous devais.", {Intent.PAID}),
        ("Bonjour, j'ai donc transmis votre message ce matin à ma collègue.", {Intent.ACK}),
    ],
)
def test_only_what_is_about_the_claim_is_heard(text: str, intents: set[Intent]) -> None:
    heard = set(read(text).intents)
    assert intents <= heard
    assert not heard & ({Intent.INVOICE_REQUEST} - intents)


@pytest.mark.parametrize(
    "text",
    [
        "Le souci de RIB est réglé, le virement est parti hier.",
        "C'est réglé depuis mardi, vérifiez votre compte.",
        "Le litige ? Ça a été réglé, et j'ai payé la facture lundi.",
    ],
)
def test_a_payment_of_ours_stays_paid(text: str) -> None:
    assert Intent.PAID in read(text).intents
