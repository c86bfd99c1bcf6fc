"""Days on which money comes in, or somebody is back, where the payment follows in the same breath.

Takes "le 28 je touche mon salaire et je vous vire les 240", "je rentre lundi, je fais votre
virement"; leaves "je touche ma paye le 28, je vous règle après", "je rentre lundi, je vous écris".
"""

import re

from relance_mailer.reading.date_clauses import Clause
from relance_mailer.reading.date_role_words import NEGATED
from relance_mailer.reading.dates import Dated
from relance_mailer.reading.intents.phrases import any_of

# "La semaine prochaine je suis au bureau et je vous règle", "elle rentre le 24, c'est la première
# chose qu'elle fera": the day stands with where somebody is, and is the payment's.
_PAYS_THEN = re.compile(
    r"^\W*(?:et |puis |alors |donc |la |aussitot )*(?:(?:je|j|on|nous|elle|il) (?:vous |te |t "
    r"|la |le |les "
    r"|l )+(?:regle|paie|paye|vire|verse|solde|fais|fait)\w*\b"
    r"|(?:je|j|on|nous) (?:fais|fait|ferai|ferons|faisons|vire|paie|paye|regle) (?:vos|votre|tes"
    r"|ton|les|le (?:virement|cheque|reglement|paiement))\b|ce sera (?:mon|ma|notre|la"
    r"|le) premiere?"
    r"|c est le premier (?:virement|paiement|reglement|cheque) qu(?=e? ?(?:je|on|nous|elle|il) "
    r"(?:fer|pass|enverr|emett))"
    r"|c est la premiere chose qu\w*"
    r" ?(?:je |elle |il "
    r"|on |nous )?f[ae]\w+)(?!.*(?:\w{3,}di\b|demain|semaine|soir|mois|(?:le|au|du) \d|\d/\d))"
    r"[^.;:]{0,55}\W*$"
)
# "Le 28 je touche mon salaire et je vous vire les 240."
_EARNS = any_of(
    r"j ?(?:touche|recois|percois|toucherai|recevrai)\b|j ?ai (?:ma|mon|la|le) (?:pa[iy]e|salaire"
    r"|prime|retraite|pension|bourse)\b|(?:je|j|on|nous) (?:touche|recois|recoit|touchons|recevons)"
    r"|(?:pa[iy]e|salaire|retraite|pension|prime|bourse|rsa|caf|allocations?"
    r"|allocs?) (?:me )?(?:tombe"
    r"|arrive|rentre)(?:ra|nt)?\b"
    r"|(?:sucrerie|laiterie|cooperative|coop|client\w*|caf|banque|mairie|region|locataire) (?:me "
    r"|nous )?"
    r"(?:verse|paie|paye|vire|regle|debloque)(?:ra|nt)?\b(?! vo(?:us|tre|s)\b)"
)
_SOME_DAY = any_of(
    r"(?:ensuite|plus tard|bientot|des qu\w*|quand|lorsqu\w*|une fois|si|petit a petit|par mois"
    r"|apres|peut etre|ce que je (?:peux|pourrai))\b"
)
_WHERE = any_of(
    r"(?:rentre\w*|revien\w*|retour\w*|suis|serai|serons|est|sera|m assois|m installe|reprend\w*"
    r"|rouvr\w+"
    r"|ouvr\w+|passe|passerai)\b"
)


def earns(clause: str) -> bool:
    """Whether the clause tells that a wage or a pension comes in."""
    return _EARNS.search(clause) is not None


def pays_then(dated: Dated, words: str, clauses: tuple[Clause, ...]) -> bool:
    """Whether what is told of the day is followed by a payment that names no other."""
    place = next((at for at, one in enumerate(clauses) if one.start > dated.start), len(clauses))
    if not place or place >= len(clauses):
        return False
    told, rest = clauses[place - 1].words, words[clauses[place].start :]
    earned = earns(told) and not _SOME_DAY.search(rest)
    if not earned and not _WHERE.search(told):
        return False
    return _PAYS_THEN.match(_MERE_AND.sub("", rest)) is not None and not NEGATED.search(rest)


_MERE_AND = re.compile(r"^\W*et,? ")
