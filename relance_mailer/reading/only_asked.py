"""Questions in which alone stands what was taken for said: "Le virement du 12, vous l'avez reçu ?".

They tell nothing that may go on by itself. Somebody who tells something and then asks to look at it
does tell it: "Je vous ai réglé vendredi, pouvez-vous vérifier vos comptes ?".
"""

import re

from relance_mailer.reading.intents.order import Weighed
from relance_mailer.reading.intents.phrases import Sentence, any_of, sentences
from relance_mailer.words import Intent

ASKING = frozenset({Intent.INVOICE_REQUEST, Intent.REDIRECT})
"""What is said by asking."""
_TOLD_THEN_ASKED = any_of(
    r"(?:(?:pouvez|pourriez|peux|voulez) (?:vous|tu) (?:\w+ )?(?:re ?)?(?:verifier|controler"
    r"|regarder|pointer)|(?:could|can|would) you (?:\w+ )?(?:double )?(?:check|look)(?: (?:with|at"
    r"|in))?)"
    r"(?: (?:sur |on |si |que |de )?(?:votre|vos|le|la|les|l|ce|your|the|our)? ?(?:\w+ )?"
    r"(?:comptes?|virement|releves?|reception|encaissements?|paiement|reglement|banque|tresorerie"
    r"|accounts?"
    r"|bank|statement|payment|receipt)\b|(?: de votre cote| chez vous| svp| s il vous plait"
    r"| please)?\W*$)"
)


def only_asked(text: str, weighed: Weighed) -> tuple[Sentence, ...]:
    """The questions in which alone stands what was taken for said."""
    if weighed.intents & ASKING:
        return ()
    told = tuple(
        sentence
        for sentence in sentences(text)
        if any(finding.span in sentence.raw for finding in weighed.findings)
    )
    return told if all(map(_asks, told)) else ()


_A_NAME_IS_ASKED = re.compile(r"\([A-ZÉÈ]\w+ ?\?\W*$")


def _asks(sentence: Sentence) -> bool:
    """Whether a sentence asks, and doesn't tell something that it then asks to look at."""
    if _A_NAME_IS_ASKED.search(sentence.raw):
        return False
    return sentence.asks and not _TOLD_THEN_ASKED.search(sentence.folded)
