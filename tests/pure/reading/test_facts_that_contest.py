"""Facts set beside the bill contest it; figures, days and refusals of a bank do not."""

import pytest

from relance_mailer.reading.intents import contested
from relance_mailer.reading.intents.order import weigh
from relance_mailer.words import Intent

CONTEST = (
    "On a compté au quai : neuf bacs, pas douze.",
    "Quantité reçue 36, quantité facturée 48.",
    "Le devis indiquait 900, votre facture indique 1 050.",
    "L'intérimaire n'est venu que trois jours sur cinq.",
    "Le tarif n'est pas celui de notre accord.",
    "L'installation devait être gratuite.",
    "La TVA est comptée à 20 au lieu de 10.",
    "Le forfait week-end n'a pas lieu d'être.",
    "Personne ici n'a signé de contrat d'entretien.",
    "Il n'y a jamais eu d'intervention en mai.",
    "Facturez plutôt le nouveau propriétaire.",
    "Nous n'avons plus de dépôt à Castres.",
    "On vous l'a refusée à la réception, relisez le bon.",
    "Les bouquets sont arrivés fanés.",
    "La pompe fuit depuis que vous l'avez changée.",
    "Vous deviez reprendre l'ancien lave-linge.",
    "Payé sans le transport, qui était offert.",
    "Les réserves ne sont toujours pas levées.",
    "La seconde moitié attendra que le travail soit jugé bon.",
    "Vous me devez un avoir de 60 €.",
    "The price doesn't match the order.",
    "Le four est tombé en panne trois jours après la pose.",
    "0412 : non.",
    "Les 25 € de frais de gestion, on n'en a jamais parlé.",
    "D'accord pour 260, mais pas pour 340.",
)
NO_CONTEST = (
    "Le 12, pas le 9.",
    "Reçue le 36, lue le 48e jour.",
    "Le calendrier indiquait le 9, ce sera le 10.",
    "La trésorière ne vient que trois jours par mois.",
    "Le tarif me va très bien.",
    "Le café est gratuit chez nous, passez.",
    "La TVA est bonne, je paie le 10.",
    "Personne ne m'a donné votre lettre.",
    "Il n'y a eu que des malheurs cette année.",
    "Le nouveau propriétaire règle la facture lundi.",
    "Nous avons un dépôt à Castres, passez y prendre le chèque.",
    "On vous l'a postée ce matin.",
    "Nous sommes arrivés fatigués du salon.",
    "La pluie tombe depuis lundi.",
    "Vous devez avoir reçu mon chèque.",
    "Payé sans attendre, dès votre mail.",
    "Les scellés ne sont pas levés par ma banque.",
    "La seconde moitié partira vendredi.",
    "Je vous dois un café.",
    "The boss doesn't match my patience.",
    "Non, plutôt mardi.",
    "Le virement a été refusé par la banque.",
    "Le compte est bloqué, je vois ma conseillère.",
)


@pytest.mark.parametrize("text", [*CONTEST, *contested.TAKES])
def test_a_fact_against_the_bill_is_a_ground(text: str) -> None:
    found = contested.find(text)
    assert found
    assert all(each.span and each.span in text for each in found)
    assert Intent.DISPUTE in weigh(text).intents


@pytest.mark.parametrize("text", [*NO_CONTEST, *contested.LEAVES])
def test_what_only_has_its_shape_is_none(text: str) -> None:
    assert contested.find(text) == ()
