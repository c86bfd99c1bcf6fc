"""Words of an end that are denied, another's or said to comfort lead no dossier to `legal`."""

from datetime import UTC, datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.words import Outcome

A_DAY = datetime(2026, 11, 19, 9, tzinfo=UTC)

NO_END = (
    "Mon associé me dit que vous êtes des escrocs, je lui ai répondu que non, que vous étiez "
    "simplement mal organisés. Départagez-nous : deux factures portent les mêmes semaines 6 "
    "et 7. Une seule est due, annulez l'autre.",
    "Ma femme prétend que vous êtes des voleurs. Je ne la crois pas, mais la facture compte "
    "deux fois la pose.",
    "Le voisin raconte que vous êtes des bandits, moi je ne le crois pas. Il reste une erreur "
    "de métré.",
    "Mon comptable dit que vous êtes des escrocs et je vous ai défendus. Expliquez-moi la ligne 3.",
    "On me dit que vous êtes des arnaqueurs, je ne suis pas de cet avis. Le virement part "
    "vendredi.",
    "Non mais ces cartons, c'est de la merde en boîte ! Le fond a lâché dans l'escalier. Vous "
    "n'y êtes pour rien vous, ma pauvre, mais moi je ne paye pas 37 vases cassés. Envoyez-moi "
    "un avoir et on n'en parle plus.",
    "Cette machine est une saloperie. Ce n'est pas votre faute, ma pauvre dame, mais elle est "
    "en panne depuis mars.",
    "Votre livreur est un sauvage. Je ne vous en veux pas, ma petite dame, mais il manque "
    "deux colis.",
    "Depuis deux mois magasinier, puisque notre distributeur a déposé le bilan. Lui, pas "
    "nous, je vous rassure. Je vous paie dès que l'avance arrive.",
    "Notre imprimeur a été placé en liquidation judiciaire. Lui, pas nous. Virement vendredi.",
    "Le groupe Maréchal est en redressement judiciaire depuis lundi. Eux, pas nous ! Le "
    "virement part vendredi.",
    "Notre diffuseur est en liquidation judiciaire, nous vous réglons le 30.",
    "Our distributor has entered creditors' voluntary liquidation and owes us a season. We "
    "will pay you on Friday.",
    "We heard that Ashdown Ltd entered voluntary liquidation. Is that you?",
    "One of our main customers entered compulsory liquidation last week. Your payment will be "
    "late.",
    "We narrowly avoided that the court appointed an examiner, all is well now. Payment on Friday.",
    "If claims must be lodged with the liquidators tell us, we are your creditor as well.",
)
AN_END = (
    "Mon associé me dit que vous êtes des escrocs et il a raison.",
    "Mon associé me dit que vous êtes des escrocs, je lui ai répondu que non, que vous étiez "
    "pires.",
    "Ma pauvre fille, apprenez à lire, vous n'êtes qu'une incapable.",
    "Ma pauvre dame, vous êtes complètement débile.",
    "Please be advised that Ashdown Restoration Ltd entered creditors' voluntary liquidation "
    "on 1 July 2026. All claims should be lodged with the joint liquidators. No payment will "
    "be made by the company.",
    "Dear Cécile,\nWith a heavy heart: the High Court has appointed an examiner to the "
    "company on Tuesday, for seventy days at first. I'm not allowed to pay anything from "
    "before that date, not even the milk. His name is Fergal Moloney of Moloney Byrne, he'll "
    "be in touch with every creditor.",
    "Dear Sir, the company went into compulsory liquidation on 3 March. Claims must be "
    "submitted to the liquidator.",
    "Our company has been placed into provisional liquidation. Proofs of debt should be sent "
    "to the liquidators.",
    "Maître Delphine Rocher, liquidateur de la SAS Couverture & Fluides du Léman, désignée "
    "par jugement du 7 mai, vous informe qu'aucun paiement ne peut plus intervenir pour les "
    "créances antérieures. Merci d'adresser votre déclaration à l'étude.",
    "Nous avons déposé le bilan hier. Notre distributeur aussi.",
)


@pytest.mark.parametrize("text", NO_END)
def test_what_is_denied_or_another_s_is_no_end(text: str) -> None:
    assert outcome_of_words(text, A_DAY) is not Outcome.LEGAL


@pytest.mark.parametrize("text", AN_END)
def test_what_is_said_to_us_or_of_oneself_is_one(text: str) -> None:
    assert outcome_of_words(text, A_DAY) is Outcome.LEGAL
