"""Polite flat refusals end the amicable phase; a ground, a delay, a payment beside one do not."""

from datetime import UTC, datetime

import pytest

from relance_mailer.inward.outcome import deciding_intent, intent_outcome
from relance_mailer.reading.intents import flatly
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Outcome

FLAT = (
    *flatly.FLAT,
    "La réponse est non. Rien ne sera versé et nous n'avons pas d'explication à donner.",
    "Notre position est arrêtée : cette facture ne sera jamais réglée. Inutile d'insister.",
    "Le gérant a tranché : il ne paiera pas, ni ce mois-ci ni plus tard, et ne souhaite pas "
    "s'en expliquer.",
    "Ma décision est définitive, je ne réglerai pas cette facture. Faites ce que bon vous semble.",
    "Aucun règlement n'interviendra de notre part. Inutile de relancer.",
    "Vous n'obtiendrez rien de moi, pas la peine d'écrire.",
    "Je ne paierai pas, c'est tout. Assignez-moi si ça vous chante.",
    "Je vais rien payer du tout, point final.",
    "Non, je ne paie pas. Pas d'explication.",
    "Vous ne tirerez de moi ni euro ni explication.",
    "On vous paiera pas, vous pouvez toujours courir. Envoyez qui vous voulez.",
    "We are not paying this. Not now, not later.",
    "We're not paying it, full stop. Do your worst.",
    "Payer ? Jamais de la vie. Vous pouvez relancer jusqu'à la Saint-Glinglin.",
    "Je ne paierai pas et je ne vous donnerai aucune raison. Portez l'affaire où vous voulez.",
    "L'argent ne sortira pas de ma poche, saisissez le tribunal de votre choix.",
    "Nous ne vous verserons pas un centime. Faites ce que vous voulez, nous ne répondrons plus.",
    "Bonjour Madame, merci pour votre gentil courrier. Je ne paierai pas. Ne me demandez pas"
    " pourquoi, c'est ainsi. Bonne journée à vous et aux vôtres.",
    "You won't see a single penny from us, so don't bother writing again.",
    "Je m'abstiendrai de payer, et je n'ai pas à motiver ma décision.",
    "C'est un refus pur et simple de paiement, sans discussion.",
)
NOT_FLAT = (
    *flatly.GROUNDED,
    "Non, je ne paierai pas par chèque, je vous fais un virement vendredi, c'est décidé.",
    "Je ne paierai pas de pénalités, c'est définitif. Le principal part vendredi.",
    "Pas envie de payer deux fois, point final.",
    "On n'a pas à se justifier, on paie vendredi.",
    "Nous ne réglerons plus par chèque, décision du bureau à l'unanimité. Virement le 20.",
    "Il a été décidé de ne pas régler avant le conseil du 20 mars.",
    "Vous ne verrez plus un centime de retard, promis.",
    "Not a penny left until Friday.",
    "We are not paying this week, end of story. Next Friday.",
    "I'm not paying this from the old account; the wire goes Friday.",
    "Je ne vous donnerai pas de raison de vous plaindre : virement vendredi.",
    "Je ne paierai pas un centime de plus que le devis, c'est définitif.",
    "Le conseil municipal a voté de ne pas régler les frais de retard, mais le principal"
    " est mandaté.",
    "Je ne paie pas, c'est mon ex qui a commandé, faites ce que vous voulez.",
    "Je ne paierai pas cette facture, elle est au nom de mon frère. Inutile d'insister.",
    "On ne paie pas, vous pouvez toujours courir, le chantier est en plan depuis mars.",
    "Je ne règle pas, le jardin est un champ de boue depuis votre passage. Point final.",
    "Hors de question de payer. Les volets claquent, la poignée est restée dans la main"
    " de ma fille. Point barre.",
    "Je refuse de payer pour du vent. Point final.",
    "Je ne paierai pas, ma mère n'avait plus toute sa tête quand elle a signé. Faites ce"
    " que bon vous semble.",
    "Je ne vous paierai pas, j'attends toujours le monteur. Ne cherchez pas d'autre raison.",
    "We are not paying this. The thing arrived in bits. End of story.",
    "We're not paying it, it isn't ours, full stop.",
    "Ça sortira pas de ma poche, c'est l'assurance qui doit payer.",
    "Cet argent ne sortira pas de ma poche avant lundi.",
    "La copropriété a voté de ne pas payer, l'ascenseur est encore arrêté.",
    "Je ne paierai pas, point final. Vos gars ont salopé mon parquet.",
    "Nous ne payons pas, définitivement : vous n'êtes jamais venus.",
    "We are not paying this until the boiler works.",
    "We are not paying this twice. It left our account on Monday.",
    "On ne paie pas, faites ce que vous voulez. Le carrelage se décolle partout.",
    "On ne paie pas, c'est décidé, c'est à la mairie de payer.",
    "Je refuse de payer, votre patron sait très bien pourquoi. Inutile d'insister.",
    "Je n'ai aucune raison de payer une chose que je n'ai pas reçue.",
    "Je ne paierai pas avant vendredi, c'est décidé.",
    "Je ne paie pas sous la menace, faites ce que vous voulez. Le virement part le 20 novembre.",
    "Je ne vous réglerai pas cette somme, c'est définitif, tu m'avais promis une remise.",
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
    "Mon assureur refuse de payer.",
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
