"""What four unknown hands taught: nobody to write to, bare promises, old words."""

from datetime import UTC, datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.words import Outcome

DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)

SAID = [
    # Who is not the one to write to, and knows nobody who is: a human finds the address.
    (
        "Bonjour, bien reçu, mais je suis seulement intérimaire au standard. Les factures, c'est le"
        " premier étage, je n'ai pas leurs adresses.",
        Outcome.REVIEW,
    ),
    (
        "Bonjour, M. Keller est parti à la retraite vendredi et son poste n'est pas encore pourvu."
        " J'ai fait suivre, mais je ne sais vraiment pas vous dire à qui écrire maintenant.",
        Outcome.REVIEW,
    ),
    (
        "Bien reçu, mais la boulangerie a été vendue en avril et nous n'avons repris que les murs.",
        Outcome.REVIEW,
    ),
    ("Je n'ai pas son adresse sous la main mais je paie vendredi.", Outcome.HOLD_UNTIL),
    # An old word taken back, with the day that it named.
    (
        "Please disregard what I wrote about paying on the 17th. I'm no longer able to keep to it.",
        Outcome.CONTINUE,
    ),
    ("Please disregard what I wrote, we will pay on the 17th.", Outcome.HOLD_UNTIL),
    # Who pays on which day, and nothing else.
    ("Hi, we'll pay it on Friday. Thanks", Outcome.HOLD_UNTIL),
    ("Payment next week, you have my word.", Outcome.HOLD_UNTIL),
    ("Hello,\nYou'll have it on Friday.\nCheers,\nTrev Barker", Outcome.HOLD_UNTIL),
    ("Bonjour, je règle vendredi. Cdt\nL. Perrot", Outcome.HOLD_UNTIL),
    ("Je règle vendredi.\nSophie Perrot", Outcome.HOLD_UNTIL),
    ("Je règle vendredi.\nRéparez.", Outcome.REVIEW),
    ("Je règle vendredi.\nIncomplet", Outcome.REVIEW),
    ("Je règle vendredi.\nPartiellement", Outcome.REVIEW),
    ("We'll pay on Friday if fixed.", Outcome.REVIEW),
    ("We'll pay on Friday.\nPump Broken", Outcome.REVIEW),
    # Nothing is owed, or not by the writer.
    (
        "J'ai cédé le fonds le 31 janvier, la marchandise est partie dans un magasin qui n'est plus"
        " le mien. Ce n'est donc pas à moi de les régler. Le repreneur : contact@cimes.example.",
        Outcome.REVIEW,
    ),
    (
        "September is paid on the 20th. No payment is due for October: the retainer was suspended"
        " by mutual consent and you did not carry out any work after that date.",
        Outcome.REVIEW,
    ),
    ("Payé le 3 mars par virement, je ne comprends pas pourquoi vous m'écrivez.", Outcome.HOLD),
]


@pytest.mark.parametrize(("text", "outcome"), SAID)
def test_it_is_read_as_it_is_meant(text: str, outcome: Outcome) -> None:
    assert outcome_of_words(text, DAY) is outcome
