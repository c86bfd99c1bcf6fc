"""Hard words of oneself and names of one's family insult nobody; those at the creditor still do."""

from datetime import UTC, datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading.intents import hostile
from relance_mailer.words import Outcome

A_DAY = datetime(2026, 11, 19, 9, tzinfo=UTC)
NOBODY = (
    "Bonjour jeune homme. Ma petite-fille vient vendredi, on vous paiera ensemble.",
    "Ma petite-fille s'occupe du virement, elle passe samedi.",
    "Ma petite fille est née mardi, je paie vendredi.",
    "Je vous paie vendredi avec ma petite-fille, je ne vois plus les chiffres.",
    "Notre petite fille a eu la varicelle, le virement part lundi.",
    "Ma grande fille fera le virement demain.",
    "Ma petite-fille, Léa, fera le virement vendredi.",
    "Mon petit-fils m'aide pour internet, je règle demain.",
    "Ma petite fille me montre comment on fait, virement ce soir.",
    "C'est ma petite-fille qui tient mes papiers, je paie le 27 novembre.",
    "Ma belle-fille travaille à la banque, elle fera le virement lundi.",
    "Quel escroc, ce trésorier ! Je parle de moi, qui paie en retard. Virement demain.",
    "Quel escroc ! Je parle de moi. Le virement part vendredi.",
    "Quel idiot ! Je parle bien sûr de moi. Virement demain.",
    "L'escroc, c'est moi : j'ai oublié la facture. Virement vendredi.",
    "Quel voleur, ce client ! C'est de moi que je parle. Je règle demain.",
    "Pauvre type ! Je parle de moi, j'ai oublié. Je paie vendredi.",
    "L'imbécile de service, c'est moi. Je vous vire ça lundi.",
    "Quelle andouille ! Je parle de ma pomme. Virement lundi.",
    "Voleur, menteur, escroc ! Je parle de moi, évidemment. Chèque posté demain.",
    "Menteur et tricheur ! Je parle de moi, pas de vous. Virement lundi.",
    "Ma grande fille vous fera un chèque demain.",
    "Demandez à ma petite fille, elle a mon chéquier.",
    "Ma pauvre petite dame, ce n'est pas votre faute, je paie le 10 décembre.",
    "Ma pauvre dame, je n'ai pas un sou avant le 10 décembre.",
    "Vous me cassez les pieds mais vous avez raison. Virement ce soir.",
)
THE_CREDITOR = (
    "Ma pauvre petite dame, allez vous faire voir.",
    "Vous me cassez les pieds avec vos relances à la con.",
    "Vous avez raison de dire que vous êtes des voleurs, vous me cassez les pieds.",
    "Écoutez ma petite fille, apprenez votre métier.",
    "Ma petite fille, vous n'êtes qu'une voleuse.",
    "Vous n'êtes qu'un escroc. Je parle de moi quand je veux, et de vous aussi.",
    "Bande d'escrocs ! Je parle de moi si je veux.",
    "Ma petite-fille compte mieux que vous, bande de voleurs.",
    "Va te faire foutre, ma petite fille.",
    "Je sais où tu habites, escroc. Je parle de moi et de mes cousins.",
    "Pauvre fille, trouvez un vrai métier.",
    "Ecoute ma petite fille, tu vas le regretter.",
    "Bande de voleurs, vous êtes des escrocs. L'imbécile, c'est moi, d'avoir commandé chez vous.",
    "Ta gueule, escroc. Je parle de moi et toi tu payes.",
    "Espèce de voleur. Ma petite-fille est plus honnête que vous.",
    "Bon, ma petite dame, trouvez un autre métier.",
    "Allez crever, ma petite fille.",
    "Ordure ! Vautour ! Ma petite-fille a pleuré à cause de vos lettres.",
    "Escrocs ! L'idiote, c'est moi, d'avoir signé chez vous.",
)


@pytest.mark.parametrize("text", NOBODY)
def test_hard_words_of_oneself_and_ones_family_are_no_hostility(text: str) -> None:
    assert all(each.strength < 2 for each in hostile.find(text))
    assert outcome_of_words(text, A_DAY) is not Outcome.LEGAL


@pytest.mark.parametrize("text", THE_CREDITOR)
def test_those_at_the_creditor_are(text: str) -> None:
    assert outcome_of_words(text, A_DAY) is Outcome.LEGAL
