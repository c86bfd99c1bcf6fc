"""Real grounds in the very words of innocent look-alikes: a human sees each of them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from relance_mailer.inward.outcome import deciding_intent, intent_outcome
from relance_mailer.reading.message import Reading
from relance_mailer.reading.parse import parse
from relance_mailer.reading.understand import understand
from relance_mailer.words import Outcome

REAL = (
    "on a reçu le bon de livraison mais pas les pièces de rechange facturées. Virement vendredi.",
    "Le bordereau mais pas les pièces détachées. Je règle vendredi.",
    "reçu le devis mais pas la pièce. Virement vendredi.",
    "bon de livraison signé mais pas les pièces. Virement vendredi.",
    "le chauffeur nous a planté là sans décharger. Virement vendredi.",
    "le livreur a planté un poteau dans ma clôture. Virement vendredi.",
    "le jardinier a planté des arbres morts. Je règle vendredi.",
    "l'appli plante à chaque commande. Je règle vendredi.",
    "logiciel planté le jour même, aucune assistance. Je règle vendredi.",
    "l'imprimante facturée est en panne. Je règle vendredi.",
    "l'imprimante neuve est en panne. Je règle vendredi.",
    "connexion en panne trois jours sur cinq ce mois-ci. Je règle vendredi.",
    "facture 1450 et non 1540 selon notre accord. Virement vendredi.",
    "la 1200 et non 1500 comme indiqué. Virement vendredi.",
    "sur la commande 1200 et pas 1500. Virement vendredi.",
    "1500 au lieu de la 1200 convenue. Virement vendredi.",
    "je ne veux plus voir un papier de chez vous. Virement vendredi.",
    "vous pouvez la sortir de votre base, cette adresse. Virement vendredi.",
    "l'avoir de 120 € est bien arrivé, il en manque la moitié. Virement vendredi.",
    "l'avoir de 120 € est bien arrivé, il en fallait 240. Virement vendredi.",
    "dès que le photocopieur imprimera, je règle.",
    "quand le logiciel tournera, vous serez payés.",
    "le paiement part dès que la connexion remarchera.",
    "dès que le vélo sera réparé je règle votre facture.",
    "dès que les commandes de mars arriveront, je règle vendredi.",
    "40 palettes ? On en a reçu 30. Virement vendredi.",
    "six heures de pose ? Trois, montre en main. Virement vendredi.",
    "les travaux ? À moitié faits. Virement vendredi.",
    "le deuxième carton ? Jamais arrivé. Virement vendredi.",
    "et la garantie ? Envolée. Virement vendredi.",
    "12 heures ? On en a compté 8. Virement vendredi.",
    "la remise ? Oubliée, encore une fois. Virement vendredi.",
    "n'est-il pas étrange que la moitié manque ? Virement vendredi.",
    "merci pour le report de livraison, trois semaines sans cuisine. Je règle vendredi.",
    "le litige de mars est loin d'être clos. Virement vendredi.",
    "dites à la gamine au standard qu'elle va le regretter. Virement vendredi.",
    "votre gamine au téléphone est malade de la tête. Virement vendredi.",
    "nos réserves seront levées après votre passage. Virement vendredi.",
)

# Written by a hand that had read the exceptions, before it saw what the reader makes of them.
MORE = Path(__file__).with_name("real_grounds.txt").read_text(encoding="utf-8").splitlines()


def read(text: str) -> Reading:
    """A plain mail of a Thursday."""
    at = datetime(2026, 3, 12, 10, tzinfo=UTC)
    head = (
        f"From: anne@client.example\r\nSubject: Re: relance\r\nDate: {at:%d %b %Y %H:%M:%S} +0000"
    )
    raw = f"{head}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBonjour,\r\n{text}\r\n"
    return understand(parse(raw.encode()))


@pytest.mark.parametrize("text", [*REAL, *MORE])
def test_nothing_goes_on_by_itself(text: str) -> None:
    reading = read(text)
    first = deciding_intent(reading)
    outcome = intent_outcome(reading, first) if first else Outcome.REVIEW
    assert reading.doubts or outcome in {Outcome.REVIEW, Outcome.LEGAL}
