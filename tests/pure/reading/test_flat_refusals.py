"""Polite flat refusals end the amicable phase; a ground, a delay, a payment beside one do not."""

from datetime import UTC, datetime

import pytest

from relance_mailer.inward.outcome import deciding_intent, intent_outcome
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Outcome

FLAT = (
    "La réponse est non. Rien ne sera versé et nous n'avons pas d'explication à donner.",
    "Notre position est arrêtée : cette facture ne sera jamais réglée. Inutile d'insister.",
    "Le gérant a tranché : il ne paiera pas, ni ce mois-ci ni plus tard, et ne souhaite pas "
    "s'en expliquer.",
    "Nous n'entendons pas payer cette somme et n'avons pas à nous en justifier.",
    "Ma décision est définitive, je ne réglerai pas cette facture. Faites ce que bon vous semble.",
    "Aucun règlement n'interviendra de notre part. Inutile de relancer.",
    "Vous n'obtiendrez rien de moi, pas la peine d'écrire.",
    "Je ne paierai pas, c'est tout. Assignez-moi si ça vous chante.",
    "Je vais rien payer du tout, point final.",
    "Non, je ne paie pas. Pas d'explication.",
    "Nous avons décidé de ne pas honorer cette facture et nous n'y reviendrons pas.",
    "Vous ne tirerez de moi ni euro ni explication.",
    "Je m'abstiendrai de payer, et je n'ai pas à motiver ma décision.",
    "C'est un refus pur et simple de paiement, sans discussion.",
)
NOT_FLAT = (
    "La réponse est non tant que le portail n'est pas réparé.",
    "Le gérant ne paiera pas aujourd'hui, il paiera jeudi.",
    "Nous n'entendons pas payer des heures non faites.",
    "Aucun règlement n'interviendra avant la réception des travaux.",
    "Rien ne sera versé avant le 15, notre banque bloque.",
    "Ma décision est prise : je change de banque, et je vous paie lundi.",
    "Je m'abstiendrai de commentaires, le virement part demain.",
    "Vous n'obtiendrez rien de plus que les 400 € que je dois vraiment.",
    "Je ne paierai pas deux fois, le virement est parti mardi.",
    "Je ne peux pas payer, je n'ai plus rien. Je n'ai pas d'explication à vous donner de plus.",
    "Il ne paiera pas, il est mort en octobre. Je n'ai rien à ajouter.",
    "La direction a tranché : elle ne paiera pas la ligne transport, sans discussion.",
    "Notre client ne paiera pas, il l'a dit, et nous attendons.",
    "Elle ne sera pas payée ce mois-ci, décision de la direction, mais le mois prochain oui.",
    "Je n'ai pas à me justifier d'avoir été hospitalisé, je ne paierai pas de pénalités.",
    "Vous n'obtiendrez rien en me menaçant, je paie vendredi.",
    "Vous n'obtiendrez pas plus vite le virement en écrivant tous les jours.",
    "Rien ne sera réglé tant que je suis hospitalisé, désolé.",
    "Rien ne sera fait avant mon retour de congés le 25.",
    "Aucun paiement ne sera effectué cette semaine, la comptable est absente.",
    "Aucun règlement n'interviendra ce mois-ci faute de trésorerie.",
    "Nous n'entendons pas payer en retard, le virement part demain.",
    "Je n'entends pas payer pour mon voisin, la facture n'est pas à moi.",
    "Je m'abstiendrai de payer la pose qui est ratée.",
    "La décision est prise, on paie le 30. Inutile d'écrire.",
    "Il ne paiera pas par chèque mais par virement, et il ne souhaite pas s'en expliquer "
    "davantage.",
    "Elle ne paiera pas, elle est sous tutelle, voyez l'UDAF. Je n'ai rien à ajouter.",
    "La direction ne paiera pas cette facture qui ne la concerne pas. Inutile d'insister.",
    "Mon ex-mari ne paiera pas, et moi j'ai divorcé. Pas d'explication à donner.",
    "Je ne paierai pas, j'ai déjà payé. Point final.",
)


def is_legal(text: str) -> bool:
    """Whether the amicable phase ends by itself."""
    reading = read_text(
        f"Bonjour,\n\n{text}\n\nCordialement,", sent_at=datetime(2026, 11, 19, 9, tzinfo=UTC)
    )
    first = deciding_intent(reading)
    return (
        not reading.doubts and first is not None and intent_outcome(reading, first) is Outcome.LEGAL
    )


@pytest.mark.parametrize("text", FLAT)
def test_a_flat_refusal_goes_to_legal(text: str) -> None:
    assert is_legal(text)


@pytest.mark.parametrize("text", NOT_FLAT)
def test_nothing_else_does(text: str) -> None:
    assert not is_legal(text)
