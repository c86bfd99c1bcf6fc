"""Everyday replies that are held back: nobody writes a rule from them, no weights learn them.

Only totals are taken. What may go on by itself waits for a human less and less; what a human must
see never goes on, and nobody is handed to legal wrongly.
"""

from pathlib import Path

import pytest

from relance_mailer.dossier.values import CreditorId, DossierId, DossierKey
from relance_mailer.inward.authentication import Authentication
from relance_mailer.inward.link import Linked
from relance_mailer.inward.outcome import outcome_of
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Outcome
from training.material import Text, mails_in

HELD_BACK = Path(__file__).parent / "everyday"
A_HUMANS = frozenset({Outcome.REVIEW, Outcome.LEGAL})
KEY = DossierKey(creditor=CreditorId("c"), dossier=DossierId("d"))


def _got(text: Text) -> Outcome:
    reading = read_text(text.text, sent_at=text.sent_at)
    link = Linked(key=KEY, evidence=())
    return outcome_of(reading, link, Authentication.ABSENT)[0]


@pytest.mark.parametrize(
    "name, decided_at_least",
    [
        ("wholesaler", 0.70),
        ("hirer", 0.76),
        ("parents", 0.83),
        ("observer", 0.73),
        ("plant", 0.84),
        ("clinic", 0.79),
        ("bureau", 0.83),
        ("paint", 0.76),
        ("gites", 0.54),
        ("branches", 0.66),
        ("offices", 0.90),
        ("services", 0.86),
        ("trades", 0.85),
        ("freight", 0.69),
        ("packers", 0.91),
        ("market", 0.94),
        ("villas", 0.71),
    ],
)
def test_everyday_replies_that_nobody_has_read(name: str, decided_at_least: float) -> None:
    texts = list(mails_in(HELD_BACK / f"{name}.txt"))
    pairs = [(Outcome(text.outcome), _got(text)) for text in texts]
    harmful = [pair for pair in pairs if pair[0] in A_HUMANS and pair[1] not in A_HUMANS]
    wrongful = [pair for pair in pairs if pair[0] is not Outcome.LEGAL and pair[1] is Outcome.LEGAL]
    free = [got not in A_HUMANS for wanted, got in pairs if wanted not in A_HUMANS]
    print(name, len(texts), f"decided {sum(free)}/{len(free)}")
    assert harmful == []
    assert wrongful == []
    assert sum(free) / len(free) >= decided_at_least
