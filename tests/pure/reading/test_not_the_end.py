"""A family's firm, a bankruptcy escaped and a refusal of another's are nobody's legal queue."""

from datetime import UTC, datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading.intents.not_the_end import AN_END, NONE
from relance_mailer.reading.intents.order import weigh
from relance_mailer.words import Intent, Outcome

NO_END_OF_OURS = (
    "L'entreprise de mon mari est en liquidation.",
    "La société de mon beau-frère a été mise en redressement judiciaire.",
    "La boîte de ma femme est en faillite.",
    "L'entreprise où travaille mon mari est en liquidation judiciaire.",
    "Le restaurant de mes parents est en liquidation.",
    "La société qui emploie mon fils est en redressement.",
    "Le garage de mon frère est en liquidation judiciaire depuis mardi.",
    "La sarl d'un ami vient d'être placée en liquidation.",
    "L'usine où mon mari travaillait est en liquidation judiciaire.",
    "Mon mari a sa société en liquidation judiciaire.",
    "Le magasin de ma fille a été mis en liquidation, quelle année.",
    "L'agence qui emploie ma femme est en redressement judiciaire.",
    "J'ai failli déposer le bilan, mais ça va.",
    "On a failli finir en liquidation, mais c'est reparti.",
    "Nous avons failli déposer le bilan en mars.",
    "J'ai bien cru devoir déposer le bilan, ça va mieux.",
    "Nous avons évité la liquidation judiciaire de justesse.",
    "On est passé à deux doigts du redressement judiciaire.",
    "J'ai manqué de déposer le bilan l'an dernier.",
    "On a frôlé le dépôt de bilan.",
    "Nous étions à deux doigts de la cessation de paiements, c'est derrière nous.",
    "Nous avons failli être mis en liquidation.",
    "J'étais près de déposer le bilan mais la banque a suivi.",
    "J'ai presque déposé le bilan l'an dernier, maintenant ça roule.",
    "La liquidation judiciaire nous a été épargnée.",
    "La pizzeria de mon gendre vient de déposer le bilan.",
    "Le cabinet de mon ex-mari est en redressement judiciaire.",
    "La société a échappé à la liquidation judiciaire.",
    "Nous n'avons pas été placés en redressement judiciaire.",
    "On n'a pas déposé le bilan.",
    "Nous ne sommes pas en liquidation judiciaire, je vous rassure.",
    "Rassurez-vous, la société n'a jamais été en redressement judiciaire.",
    "Je n'ai pas déposé le bilan.",
    "Nous n'avons pas été mis en liquidation judiciaire, contrairement aux bruits.",
    "On est pas en liquidation judiciaire.",
    "Personne n'a déposé le bilan chez nous.",
    "Aucune procédure collective n'est ouverte contre nous.",
    "Aucun liquidateur n'a été nommé.",
    "La société n'est ni en redressement ni en liquidation judiciaire.",
    "Il n'y a pas de redressement judiciaire chez nous.",
    "Il n'a jamais été question de déposer le bilan.",
    "Le bruit court que nous avons déposé le bilan : c'est faux.",
    "La coopérative est en redressement et nous paye avec un mois de décalage.",
    "Notre période d'observation s'est terminée en 2019 par un plan, fini de payer l'an dernier.",
    "Faut-il payer à vous ou à l'administrateur ?",
    "Aucune société du groupe n'est en redressement judiciaire.",
    "Aucune de nos filiales n'a jamais été mise en liquidation judiciaire.",
    "Pas une seule de nos boutiques n'est en faillite.",
    "Jamais notre maison n'a été en redressement judiciaire.",
    "Jamais nous n'avons été en cessation de paiements.",
    "On vous a dit que nous étions en liquidation judiciaire, il n'en est rien.",
)
OUR_END = (
    "Notre société est en liquidation judiciaire depuis mardi.",
    "J'ai déposé le bilan.",
    "L'entreprise est en liquidation.",
    "L'entreprise familiale est en liquidation judiciaire.",
    "La société que je dirige est en redressement judiciaire.",
    "Mon mari et moi avons une société, elle est en liquidation judiciaire.",
    "Je suis la femme de M. Durand, son entreprise est en liquidation judiciaire.",
    "Je vous écris pour mon mari, l'entreprise de mon mari est en liquidation judiciaire.",
    "L'entreprise de mon mari et moi est en liquidation judiciaire.",
    "J'ai failli pleurer, notre société est en liquidation judiciaire depuis mardi.",
    "Nous ne pouvons pas payer, la société a été placée en redressement judiciaire.",
    "Nous n'avons pas payé car nous sommes en liquidation judiciaire.",
    "Nous n'avons pas le droit de régler, le redressement judiciaire a été prononcé.",
    "Je ne peux pas, j'ai déposé le bilan.",
    "On vous a dit vrai, nous sommes en liquidation judiciaire.",
    "Vos frais, c'est faux, et nous avons déposé le bilan.",
    "Aucun paiement ne sera fait, notre société est en liquidation judiciaire.",
    "Aucune de nos dettes n'est payable, la société est en sauvegarde.",
    "Jamais de la vie, notre société est en redressement judiciaire.",
    "Jamais nous n'avons été payés, et nous sommes en redressement judiciaire.",
    "Notre coopérative est en redressement judiciaire et nous payons par annuités.",
    "Notre période d'observation s'est terminée en mars par une liquidation judiciaire.",
    "Bien que cela puisse faire rire, nous sommes en liquidation judiciaire, je ne plaisante pas.",
    "We are a firm of insolvency practitioners appointed over the company: lodge your claims.",
)


def outcome(text: str) -> Outcome:
    """What follows from a plain mail of a Thursday."""
    mail = f"Bonjour,\n\n{text}\n\nCordialement,"
    return outcome_of_words(mail, datetime(2026, 11, 19, 9, tzinfo=UTC))


@pytest.mark.parametrize("text", NO_END_OF_OURS)
def test_an_end_that_is_none_is_a_human_s(text: str) -> None:
    assert outcome(text) is Outcome.REVIEW


@pytest.mark.parametrize("text", OUR_END)
def test_an_end_of_ours_is_legal(text: str) -> None:
    assert outcome(text) is Outcome.LEGAL


@pytest.mark.parametrize("intent, text", NONE)
def test_it_is_taken_back(intent: Intent, text: str) -> None:
    assert intent not in weigh(text).intents


@pytest.mark.parametrize("intent, text", AN_END)
def test_it_stands(intent: Intent, text: str) -> None:
    assert intent in weigh(text).intents
