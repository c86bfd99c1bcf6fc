"""What is said of a partner, a customer, a bank is neither an insult to us nor their insolvency."""

from datetime import UTC, datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading.intents import third_parties
from relance_mailer.reading.intents.order import weigh
from relance_mailer.words import Intent, Outcome

SENT_AT = datetime(2026, 3, 3, 9, tzinfo=UTC)


def outcome_of(text: str) -> Outcome:
    return outcome_of_words(text, SENT_AT)


@pytest.mark.parametrize("intent, text", third_parties.ELSEWHERE)
def test_what_is_about_another_is_taken_back(intent: Intent, text: str) -> None:
    assert intent not in weigh(text).intents


@pytest.mark.parametrize("intent, text", third_parties.OURS)
def test_what_is_about_us_two_stays(intent: Intent, text: str) -> None:
    assert intent in weigh(text).intents


@pytest.mark.parametrize(
    "text",
    [
        "T'as raison de gueuler. Le maître d'ouvrage me balade depuis novembre, ce connard. Je peux"
        " te lâcher 500 balles le 27, le reste quand ce guignol aura signé.",
        "Mon associé, un fumier, m'a laissé toute l'ardoise. Je vous règle le 20 mars.",
        "Ma belle-soeur, cette sorcière, a gardé le chéquier ; virement lundi 9 mars.",
        "Ce salaud de promoteur ne me paie pas. Je vous fais 500 € vendredi.",
        "Ma banque est une bande d'incapables. Le virement est parti lundi.",
        "Je suis une ordure de vous avoir oublié. Payé ce matin.",
        "Ma petite-fille vous embrasse, je vous paie vendredi.",
        "C'est une petite fille, je pars en congé maternité. Écrivez à a.duhamel@kervella.example.",
        "Le tribunal a mis sa boîte à lui en liquidation, je continue et vous paie le 20 mars.",
        "Mon ancien associé a coulé sa société, le tribunal l'a mise en liquidation judiciaire. De"
        " mon côté tout va bien, je vous vire la somme le 20 mars.",
        "Mon frère a fermé, son garage est en liquidation. Moi je vous paie le 20 mars.",
        "Les gars du cabinet d'à côté sont en redressement judiciaire. Nous vous réglons vendredi.",
        "La liquidation judiciaire de mon locataire a été prononcée. Je vous paie vendredi.",
        "We had a letter from a liquidator about one of our customers. You will be paid on Friday.",
        "My ex-partner's company went into liquidation. Ours is fine, we pay you on 20 March.",
        "One of our suppliers has gone into administration. Payment to you goes out on Friday.",
        "Le tribunal a prononcé la liquidation de Durand et Fils hier, quel choc ici. Je"
        " vous vire la somme le 20 mars.",
        "Saint-Roch Bois est en redressement judiciaire depuis lundi, on change de scierie. Le"
        " virement part vendredi.",
    ],
)
def test_nothing_about_another_ends_the_amicable_phase(text: str) -> None:
    assert outcome_of(text) is not Outcome.LEGAL


@pytest.mark.parametrize(
    "text",
    [
        "Bande de connards, le virement part vendredi.",
        "Ce connard de votre comptable va le regretter.",
        "Vous n'êtes que des charognards. Mon associé est parti.",
        "Notre société a été mise en liquidation judiciaire le 2 février, Me Dupont la liquide.",
        "Le tribunal a prononcé la liquidation judiciaire de l'entreprise. Le liquidateur est"
        " Me Dupont.",
        "Mon associé et moi avons été placés en redressement judiciaire le 2 mars.",
        "Je réponds pour ma soeur : son institut est en liquidation judiciaire depuis le 7"
        " juillet, liquidateur Me Roussel à Béziers.",
        "Our company went into liquidation last Friday. The liquidator is Mr Smith.",
        "Le tribunal a prononcé la liquidation judiciaire mardi, nous rendons les clés ce soir.",
        "Nous avons tenu trente ans, l'énergie a été multipliée par quatre, le four tombait en"
        " panne. Nous avons déposé le bilan et le tribunal a prononcé la liquidation.",
    ],
)
def test_what_is_said_to_us_and_of_the_writer_does(text: str) -> None:
    assert outcome_of(text) is Outcome.LEGAL


@pytest.mark.parametrize(
    "text",
    [
        "Je connais l'école de vos enfants. Il serait regrettable que nous devions en parler"
        " là-bas.",
        "Votre petite Clio grise est devant le dépôt. Ce serait bête qu'il lui arrive des"
        " bricoles, une nuit.",
        "Il paraît que vos enfants rentrent seuls de l'école. J'espère que l'on s'est compris.",
        "You're a filthy little leech and a bully.",
        "Continuez, et mes cousins viendront faire un tour de vos camions avec un briquet.",
        "encore un message jte retrouve toi et ta famille",
        "Vous êtes la lie de la profession, des sous-hommes.",
    ],
)
def test_a_threat_in_gloves_is_one(text: str) -> None:
    assert outcome_of(text) is Outcome.LEGAL


@pytest.mark.parametrize(
    "text",
    [
        "Je sais que vous terminez à 18 h, je vous appelle avant. Le virement part demain.",
        "Mon frère vous rendra visite lundi avec le chèque.",
        "Ce serait dommage que vos enfants ratent la fête ! Je vous paie vendredi.",
        "Mes cousins viendront faire un tour chez vous vendredi pour déposer le chèque.",
        "On s'est bien compris au téléphone, je paie vendredi. Bonjour à votre mari.",
        "Aucun reproche à votre maison. On s'est bien compris au téléphone, je paie vendredi.",
        "Mon fils a rapporté le bidon d'essence hier. Virement fait ce matin.",
        "Mon fils fera un tour dans votre magasin samedi, il a votre chèque.",
        "Je te retrouve la facture et je te paie vendredi.",
        "J'ai rendu votre voiture, il fait nuit quand je rentre. Je vous paie demain.",
        "It would be a shame if we lost your friendship. Your car is back, we pay on Friday.",
    ],
)
def test_a_visit_and_a_greeting_threaten_nobody(text: str) -> None:
    assert Intent.HOSTILE not in weigh(text).intents


@pytest.mark.parametrize(
    "text",
    [
        "Notre banque nous a lâchés, le tribunal a ouvert le redressement judiciaire mardi. Bien"
        " reçu votre mail.",
        "Notre client nous doit 40 000 €, et le tribunal a ouvert une procédure de sauvegarde.",
        "Mon ex-femme avait tout pris, la liquidation judiciaire a été prononcée. Bien reçu.",
        "La société de mon associé et moi est en liquidation. Merci de votre message.",
        "Mon associé a déposé les clés au liquidateur hier, c'est fini. Bien reçu votre relance.",
    ],
)
def test_a_court_beside_somebody_s_name_never_goes_on_by_itself(text: str) -> None:
    assert outcome_of(text) in {Outcome.LEGAL, Outcome.REVIEW}


@pytest.mark.parametrize(
    "text",
    [
        "Notre plus gros exposant, celui pour qui vous aviez fait l'îlot, a été mis en liquidation"
        " en août et nous laisse une ardoise de 40 000 €. Nous, nous sommes debout, personne ne"
        " parle de tribunal chez nous, mais chaque paiement est devenu un casse-tête.",
        "Notre adhérent le plus important a été mis en liquidation judiciaire en mars, ça fait un"
        " trou. De notre côté les règlements tournent au ralenti.",
        "Un de nos gros adhérents a déposé le bilan en août. Nos règlements prennent du retard.",
        "Le distributeur qui prenait les deux tiers de notre production est passé en liquidation"
        " judiciaire le 12.",
        "La coopérative à laquelle nous livrions notre lait a été mise en redressement judiciaire.",
        "L'enseigne dont nous étions franchisés est en liquidation judiciaire.",
        "Le club pour lequel on brodait les maillots est en liquidation judiciaire.",
        "Vous confondez avec notre homonyme de Nantes qui est en redressement judiciaire.",
        "L'hôtel qui nous donnait tout son linge a été mis en liquidation judiciaire et nous laisse"
        " 8 000 euros d'impayés.",
        "Le traiteur qui sous-louait notre cuisine est en liquidation judiciaire depuis mai.",
        "Notre assureur est en liquidation judiciaire, on attend.",
        "Notre ancien gérant est en liquidation personnelle, la société va bien. Virement le 20.",
        "On a racheté le fonds, l'ancienne société est en liquidation judiciaire.",
    ],
)
def test_the_end_of_who_dealt_with_the_writer_is_not_the_writer_s(text: str) -> None:
    assert outcome_of(text) is not Outcome.LEGAL


@pytest.mark.parametrize(
    "text",
    [
        "Nous avons perdu notre plus gros exposant et avons été mis en liquidation judiciaire.",
        "Notre organisateur nous a plantés et nous sommes en liquidation judiciaire.",
        "Nous sommes debout mais notre société est en redressement judiciaire depuis le 3.",
        "Notre principal sponsor a fait faillite, l'association est en liquidation judiciaire.",
        "Le tribunal nous a placés en sauvegarde, notre plus gros annonceur nous doit 30 000 €.",
        "Notre agence a été mise en liquidation judiciaire le 3 mars.",
    ],
)
def test_the_writer_s_own_end_beside_another_s_is_his(text: str) -> None:
    assert outcome_of(text) is Outcome.LEGAL


@pytest.mark.parametrize(
    "text",
    [
        "Notre plus gros client a été mis en liquidation, et nous aussi depuis lundi.",
        "Notre principal fournisseur est en redressement judiciaire et nous également.",
        "Notre grossiste a été mis en liquidation et le tribunal nous a mis en sauvegarde.",
        "Notre client a déposé le bilan, à notre tour nous déposons le nôtre.",
    ],
)
def test_the_same_fate_is_never_passed_over(text: str) -> None:
    assert outcome_of(text) in {Outcome.LEGAL, Outcome.REVIEW}
