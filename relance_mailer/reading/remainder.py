"""What of a text no rule explained, and whether that could hide a ground that a human must see.

A reminder that goes out although the debtor contested costs most. So a text that would only be
held is given to a human when a sentence that no standing intent accounts for denies something
about goods, prices, contracts or the law.
"""

from relance_mailer.reading.intents.order import Weighed
from relance_mailer.reading.intents.phrases import Sentence, any_of, sentences
from relance_mailer.words import Intent

_SHORT = 25  # signs: greetings and closings

_MATTER = any_of(
    r"(?:livr\w+|command\w+|devis|prix|tarif|factur(?:ez|iez|ee?s?)\b|chantier|travaux|garanti\w*"
    r"|pose\w*|materiel|marchandise\w*|contrat|prestation\w*|montant|technicien|repar\w*|panne"
    r"|casse\w*|defaut\w*|colis|qualite|erreur|faux|fausse|honte|tribunal|avocat|plainte"
    r"|huissier|menac\w+|refus\w*|pas question|voleurs?|escrocs?|arnaque\w*"
    r"|merde|con\b|conn\w+|creve\w*|gueule|reflechi\w+|regrett\w+|interets|frais"
    r"|penalites|indemnit\w*|reserves?|avoir\b|remise|annul\w+|resili\w+|sauf que|par contre"
    r"|en revanche|toutefois|cependant|rgpd|donnees|adresse perso\w*|liquidat\w+|redressement"
    r"|mandataire|jugement|justice|juge|procedure|article|prescri\w+|signe\w*"
    r"|abus\w*|mort\w*|deced\w+|order\w*|deliver\w*|price|broken|damaged|contract|lawyer)"
)
_ABOUT_PAPER = any_of(
    r"(?:(?:recu|vu|eu|trouve\w*|retrouve\w*|perdue?|egaree?|ouvre|ouvrir|parvenue?"
    r"|depos\w+|portail"
    r"|chorus|plateforme|document|piece jointe|lien|mail|boite|adresse|siret"
    r"|commande|engagement)\b)"
)
_ANOTHER_PART = any_of(
    r"(?:pour|quant a|sur) (?:l autre|les autres|la deuxieme|la seconde|le reste|la premiere)\b"
    r"|for the other|as for the"
)
_DENIAL = any_of(r"(?:ne|n|pas|jamais|rien|aucun\w*|plus|ni|non|not|never|no|sans|nicht|kein\w*)\b")


def hides_a_ground(text: str, weighed: Weighed, *, dated: bool) -> bool:
    """Whether what is unexplained may be a ground; a dated promise needs two such sentences."""
    spans = [finding.span for finding in weighed.findings]
    asks_paper = Intent.INVOICE_REQUEST in weighed.intents
    telling = [
        sentence
        for sentence in sentences(text)
        if len(sentence.folded) > _SHORT
        and not any(span in sentence.raw for span in spans)
        and not (asks_paper and _ABOUT_PAPER.search(sentence.folded))
        and _tells(sentence)
    ]
    return len(telling) >= (2 if dated and Intent.PROMISE in weighed.intents else 1)


def _tells(sentence: Sentence) -> bool:
    words = sentence.folded
    if _ANOTHER_PART.search(words):
        return True
    return bool(_MATTER.search(words)) and bool(_DENIAL.search(words))
