"""Whole readings in which the second opinion tips the scale, with the shipped weights."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from relance_mailer.reading.judgement import LEGAL
from relance_mailer.reading.understand import read_text, weighed_by_rules
from relance_mailer.words import Intent

TUESDAY = datetime(2026, 3, 10, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.mark.parametrize(
    "text, intent",
    [
        ("L'ordre est saisi en banque, exécution vendredi.", Intent.PROMISE),
        ("C'est en bonne voie, je m'en charge.", Intent.ACK),
        ("Les radiateurs n'ont jamais chauffé, nous attendons un avoir.", Intent.DISPUTE),
        ("Please take my address off your list.", Intent.OPT_OUT),
    ],
)
def test_replies_that_are_read(text: str, intent: Intent) -> None:
    assert read_text(text, sent_at=TUESDAY).intents[0] is intent


def test_the_day_of_a_promise_that_only_the_second_opinion_saw() -> None:
    text = "L'ordre est saisi en banque pour vendredi."
    assert Intent.PROMISE not in weighed_by_rules(text, TUESDAY).intents
    reading = read_text(text, sent_at=TUESDAY)
    assert reading.promise_dates == (date(2026, 3, 13),)
    assert reading.findings[0].rule == "second avis"


@pytest.mark.parametrize(
    "text",
    [
        "Votre gentille secrétaire devrait changer de trottoir le soir.",
        "Je vous réglerai votre compte un de ces jours, croyez-moi.",
    ],
)
def test_a_veiled_threat_is_never_legal_by_the_model_nor_let_pass(text: str) -> None:
    reading = read_text(text, sent_at=TUESDAY)
    assert not set(reading.intents) & LEGAL
    assert reading.doubts or Intent.DISPUTE in reading.intents


def test_a_doubt_is_told_once() -> None:
    reading = read_text("Gronf blurp tchak.", sent_at=TUESDAY)
    assert reading.intents == ()
    assert reading.doubts.count("nothing_understood") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Je ne refuse pas de payer, je demande juste la correction.",
        "Je ne paierai pas deux fois la même chose.",
        "Je ne paierai pas tant que je n'ai pas de réponse.",
        "Pas question de payer pour un chantier inachevé.",
        "On ne paie pas une facture sans bon de commande, c'est la règle ici.",
        "Je ne vais pas pouvoir payer tout de suite, pouvez-vous attendre ?",
        "Votre sous-traitant est un escroc, il a volé mes outils.",
        "Je ne paierai pas les pénalités, le principal oui.",
        "Il est hors de question que je paie une prestation que je n'ai pas commandée.",
        "Vous n'aurez rien tant que la fuite n'est pas réparée.",
        "Votre machine de merde est encore en panne.",
        "C'est de l'arnaque, le prix a doublé entre le devis et la facture.",
        "J'ai porté plainte pour usurpation d'identité, ce contrat n'est pas de moi.",
        "Mon avocat vous contactera au sujet des malfaçons.",
        "Je vous interdis d'ajouter des frais à cette facture.",
        "Si vous continuez à m'ignorer je saisis le médiateur pour ce défaut.",
        "Notre société risque le dépôt de bilan si vous n'acceptez pas un étalement.",
        "Un mandataire ad hoc nous assiste, merci de suspendre vos demandes.",
        "La société à qui vous avez livré, Batiplus, est en liquidation : ce n'est pas nous.",
        "Vous vous foutez de moi, le portail est toujours bloqué !",
        "J'en ai ras le bol de vos pannes à répétition.",
        "Faut pas prendre les gens pour des cons, il y avait 20 cartons, pas 30.",
        "Je ne comprends rien à votre facture, appelez moi.",
        "On ne réglera pas l'option que vous avez ajoutée sans nous demander.",
        "Pourquoi devrais-je payer ?",
        "We won't pay until the leak is fixed.",
        "We are not going to pay for goods we never got.",
        "This is a rip-off, the quote said 300.",
        "Is it true that you would go to court for 50 euros?",
        "Je ne donnerai pas suite à votre demande tant que vous n'aurez pas produit le contrat.",
        "Je refuse de payer le transport, il était offert.",
        "La direction refuse de valider cette facture sans le PV.",
        "Vous êtes bien gentils mais la chaudière ne marche pas.",
        "J'ai traité votre livreur d'imbécile, je m'en excuse, mais il a cassé le muret.",
        "Je ne paierai pas avant vendredi, date à laquelle je touche mon salaire.",
        "Je ne vais pas vous payer aujourd'hui mais demain sans faute.",
        "Vous n'aurez rien avant lundi, le chéquier est au bureau.",
        "C'est promis, que je crève si je ne paie pas vendredi !",
        "Je suis un imbécile, j'ai payé EDF deux fois et pas vous. Virement ce soir.",
        "Ces voleurs de la banque m'ont bloqué la carte, je paie mardi.",
        "La liquidation des congés de mon collègue a retardé la compta, paiement vendredi.",
        "Notre client Batiplus est en liquidation judiciaire, ça nous met dans l'embarras.",
        "Le redressement fiscal nous a secoués mais votre virement part le 20.",
        "Après la sauvegarde du serveur, je retrouverai la facture et je la paie demain.",
        "On a évité la liquidation de justesse, je vous règle le 30.",
        "Ne vous mettez pas en colère, j'ai payé hier.",
    ],
)
def test_hard_words_and_partial_refusals_are_not_escalated(text: str) -> None:
    reading = read_text(text, sent_at=TUESDAY)
    assert reading.doubts or not LEGAL.intersection(reading.intents)
