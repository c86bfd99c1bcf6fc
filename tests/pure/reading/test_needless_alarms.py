"""Harmless replies in which one word rang: whose crack, whose dispute, whose arm it was."""

from datetime import UTC, datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading.intents.order import weigh
from relance_mailer.reading.misgivings import misgivings
from relance_mailer.reading.remainder import hides_a_ground
from relance_mailer.words import Intent, Outcome

DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)
ALARMS = {Intent.DISPUTE, Intent.QUESTION, Intent.PLAN_REQUEST, Intent.OPT_OUT, Intent.INSOLVENCY}

INNOCENT = (
    "Le voisin a fait constater une fissure qui datait de Napoléon, le grutier était en arrêt."
    " Votre facture est dans la liasse de virements de mardi.",
    "Désolée pour le ton, le « connard » c'était pour le plongeur, pas pour vous. Je donne votre"
    " mail à la gérante ce soir.",
    "Bonjour, c'est pour quelle commande exactement ? Renvoyez-moi la facture, merci.",
    "Je vous verse 400 € d'ici la fin du mois, c'est ce que je peux faire.",
    "Je vous paie vendredi. Éric Vaudran",
    "La kermesse a rapporté, alléluia. Vous aurez vos 1 050 € le 17 juillet.",
    "L'affaire des bons dépareillés, qui nous avait opposés en novembre, est close depuis votre"
    " avoir de décembre. La somme sera virée le 4 avril.",
    "Je regarderai sur le relevé s'il est passé, mais le chèque a été posté le 2.",
)
REAL = (
    "Le mur a une fissure depuis votre chantier. Virement mardi.",
    "Désolée pour le ton, mais le chantier n'est pas fini. Je donne votre mail à la gérante.",
    "C'est pour quelle commande ? Je n'ai rien commandé. Renvoyez-moi la facture.",
    "Je vous verse 400 €, est-ce que je peux faire le reste en trois fois ?",
    "Je vous paie vendredi ce que ça vaudra.",
    "J'ai rapporté la ponceuse au dépôt. Vous aurez le reste le 17 juillet.",
    "Mon chef me dit que nous n'avons pas commandé les colliers. Je transmets à la compta.",
    "L'affaire des bons dépareillés n'est pas close, j'attends votre avoir. Virement le 4 avril.",
    "Le relevé des heures est faux, mais le chèque a été posté le 2.",
)


@pytest.mark.parametrize("text", INNOCENT)
def test_no_rule_alarms(text: str) -> None:
    weighed = weigh(text)
    assert not weighed.intents & ALARMS
    assert misgivings(text, weighed) == ()
    assert not hides_a_ground(text, weighed, dated=True)


@pytest.mark.parametrize("text", REAL)
def test_its_real_neighbour_is_a_humans(text: str) -> None:
    assert outcome_of_words(text, DAY) in {Outcome.REVIEW, Outcome.LEGAL}
