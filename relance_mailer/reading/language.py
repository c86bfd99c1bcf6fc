"""Which language a text is in, by its small words: enough to know what is not read."""

from functools import lru_cache

from relance_mailer.reading.intents.phrases import fold

_STOP_WORDS: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "fr": "le la les de des du un une et est je vous nous pas que qui pour sur dans votre notre"
        " bonjour merci mais avec ce il on au ca j l d c s n qu y se si non ci par tant virement"
        " paiement reglement facture regle paye paie demain vendredi lundi",
        "en": "the of and to is we you i our your this for not that it in on have be with please"
        " are was",
        "de": "der die das und ist wir sie nicht ich den von zu mit ihre ihr wird werden guten fur"
        " eine auf im",
        "es": "el los las y es que de del no por para con su hemos nos le se una buenos esta ya",
        "it": "il lo gli e che di del non per con vostra abbiamo ci le si una buongiorno della sono"
        " gia la",
    }.items()
}


@lru_cache(maxsize=16)
def language_of(text: str) -> str:
    """The language whose small words are most frequent, French in doubt."""
    tokens = [token.strip(".,;:!?") for token in fold(text[:4_000]).split()]
    scores = {code: sum(map(stops.__contains__, tokens)) for code, stops in _STOP_WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    near = scores["fr"] >= scores[best] - 1 or scores[best] < 3
    return "fr" if (near and best != "en") or scores["fr"] == scores[best] else best
