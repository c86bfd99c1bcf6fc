"""What beside a promise or a payment hides a part, a thing or a hand, and what only sounds so."""

import pytest

from pure.reading.signs_shown import signs_shown
from relance_mailer.reading.intents import question
from relance_mailer.reading.second_looks import LEAVES, SIGNS, TAKES

STOPS = (
    "Règlement vendredi, une fois que la vitrine sera recollée.",
    "Je paierai quand j'aurai reçu les clés.",
    "Paiement ce jour, sous toutes réserves.",
    "Le 12, ou pas, ça dépendra de vous.",
    "Je règle la part qui nous revient lundi.",
    "Virement de 300, les 40 de différence étant le prix des assiettes.",
    "On paie jeudi, sans la ligne « gestion ».",
    "Je vous retourne les deux cartons et je paie le reste.",
    "Parlons aussi du volet, et je règle.",
    "Votre camion a enfoncé le portail. Virement demain.",
    "Je vire lundi. Le tiroir s'est décroché.",
    "I'll pay Friday, the hinges are hanging off.",
    "Payé en liquide au jeune homme qui est venu.",
    "La boîte mail a été piratée, j'avais payé.",
    "Je règle pour elle. Cessez de lui écrire, elle est très fragile.",
    "Je paie le forfait, pas les options.",
)
PASSES = (
    "Règlement vendredi, une fois que la paie sera passée.",
    "Je paierai quand j'aurai reçu ma pension.",
    "Paiement ce jour, sans réserve aucune.",
    "Le 12, ça dépend du courrier mais au plus tard le 14.",
    "Je règle ma part de fatigue aussi, lundi.",
    "Virement de 300, les 40 suivants le 30.",
    "On paie jeudi, c'est sur la ligne 12 du lot.",
    "Je vous retourne le mandat signé.",
    "Parlons d'autre chose : je règle demain.",
    "Votre camion est passé ce matin, le chauffeur a pris le chèque.",
    "Je vire lundi. Mon fils s'est cassé le bras.",
    "I'll pay Friday, hanging in there.",
    "Payé en liquide à votre comptoir.",
    "Je paie le 30, pas avant.",
    "Je règle pour elle, elle vous embrasse.",
    "On paie mardi, pas lundi.",
)


@pytest.mark.parametrize("text", [*STOPS, *TAKES])
def test_a_second_look_stops(text: str) -> None:
    assert signs_shown(SIGNS, text)


@pytest.mark.parametrize("text", [*PASSES, *LEAVES])
def test_a_second_look_lets_pass(text: str) -> None:
    assert signs_shown(SIGNS, text) == []


QUESTIONS = (
    "Le virement ?",
    "Je paie lundi. Les frais, c'est obligatoire ?",
    "Quel montant ? Je ne sais plus.",
    "Qui est-ce ? Je ne vous connais pas.",
    "Combien ? Dites-moi.",
    "Où ça ? Je ne vois pas.",
    "Êtes-vous sûrs ? J'en doute.",
    "Pourquoi ? Personne ne me répond.",
    "Which one? I have two.",
    "Pouvez-vous patienter ? Merci.",
)


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_stays_one(text: str) -> None:
    assert question.find(text)
