"""Money that left, a paper that a colleague gets: no promise; what is still to come is one."""

from datetime import datetime

import pytest

from relance_mailer.reading.intents import handed_on
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Intent

ON_MONDAY = datetime.fromisoformat("2026-10-19T10:00:00+02:00")

NO_DAY = (
    "Bonjour, bien reçu, je le passe à ma fille ce soir, elle tient les comptes.",
    "Reçu, je donne ça à notre trésorière ce soir à la répétition.",
    "Bien reçu, je vais la transmettre demain à notre aide-comptable.",
    "Bonjour, merci, je ferai suivre votre courrier à notre comptable dans la semaine.",
    "Bonjour, bien reçu. Je la mets à la signature du maire jeudi.",
    "Received, thank you. I'm passing it to our accounts team tomorrow.",
    "Bonjour, la somme est partie mardi de notre compte, vous l'aurez au plus tard demain.",
    "Bonjour, réglée ce matin de bonne heure, vérifiez demain.",
    "We wired it yesterday, both invoices in one go. Should be with you by tomorrow.",
    "Le virement est parti vendredi. Vous devriez le voir d'ici un ou deux jours.",
    "Réglé jeudi. Renvoyez-moi quand même une facture acquittée.",
    "Réglé le 11, envoyez-moi une facture acquittée.",
    "Fait samedi, chèque n° 7741208, posté entre deux rendez-vous.",
    "Le virement avait été saisi le 18 mai, rejeté, ressaisi le 20, puis débité le 25.",
    "Reçu. Je pars ce soir, retour le 10 novembre, je m'en occupe à ce moment-là.",
)

STILL_A_DAY = (
    ("Je passe au bureau samedi matin et je vous fais le virement.", "2026-10-24"),
    ("Je le donne à ma femme ce soir, elle vous paie vendredi.", "2026-10-23"),
    ("Je remets le chèque à votre chauffeur jeudi.", "2026-10-22"),
    ("Je vous le passe au prochain lot, vendredi.", "2026-10-23"),
    ("Le chèque est parti hier. Le solde devrait arriver le 30.", "2026-10-30"),
    ("Réglée vendredi au plus tard.", "2026-10-23"),
    ("Facture validée le 3, mise en paiement le 30.", "2026-10-30"),
    ("Mardi 27 je passe au dépôt, je la règle par carte à ce moment-là.", "2026-10-27"),
)


@pytest.mark.parametrize("text", NO_DAY)
def test_no_day_is_promised(text: str) -> None:
    assert read_text(text, sent_at=ON_MONDAY).promise_dates == ()


@pytest.mark.parametrize(("text", "day"), STILL_A_DAY)
def test_a_day_is_promised(text: str, day: str) -> None:
    reading = read_text(text, sent_at=ON_MONDAY)
    assert Intent.PROMISE in reading.intents
    assert [on.isoformat() for on in reading.promise_dates] == [day]


@pytest.mark.parametrize("text", handed_on.TAKES)
def test_a_paper_is_handed_on(text: str) -> None:
    assert read_text(f"Reçu. {text}", sent_at=ON_MONDAY).promise_dates == ()


@pytest.mark.parametrize("text", handed_on.LEAVES)
def test_money_is_handed_over(text: str) -> None:
    assert Intent.PROMISE in read_text(text, sent_at=ON_MONDAY).intents
