"""Commitments that only their day tells: a direct debit allowed, another try, an order's own day.

Takes "Vous pouvez prélever le 18", "Je retente vendredi", "La 602 est en règlement au 30/04";
leaves "Vous pouvez passer le 18", "Je vous rappelle vendredi", "C'est viré depuis le 18".
"""

from relance_mailer.reading.intents.phrases import WHEN, find_by, rule
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Vous pouvez prélever le 18.",
    "Je retente vendredi.",
    "La 602 est en règlement au 30/04.",
)
LEAVES = (
    "Vous pouvez passer prendre les cartons le 18.",
    "Je vous rappelle vendredi.",
    "C'est viré depuis le 18.",
)

_NOT_SURE = (
    r"\b(?:si|if|unless|sauf|peut etre|maybe|esper\w+|hope|pas|plus|jamais|not|never|hier|yesterday"
    r"|depuis|deja|dernier|quand|when|des que|apres (?:reception|votre|l avoir)|tant que"
    r"|a condition|sous reserve|avoir|livr\w+|conteste\w*|litige|propos\w+|souhait\w+)\b"
    r"|\b(?:rendez vous|rdv|reunion|rappel\w+|appel\w+|visite|reponse|audience|chantier)\b|\?"
)
_TO = r"(?: \w+){0,4}?,? (?:pour |des |le |au |a partir du |d ici |avant |by |on |this )*"

_RULES = (
    rule(
        "prélèvement permis",
        r"(?:vous|tu) (?:pouvez|peux|pourrez|pourras) (?:le |la |les |nous |me |re)*(?:prelever"
        r"|debiter"
        r"|representer|presenter|encaisser|remettre|deposer)(?: (?:le|la|les|mon|notre"
        r"|votre) (?:cheque"
        rf"|montant|somme|prelevement|traite|tout|solde))?{_TO}{WHEN}",
        rf"(?:cheques?|traite|lcr|effet)\b.{{0,40}} a (?:encaisser|deposer|remettre"
        rf"|presenter){_TO}{WHEN}",
        rf"(?:represent|re ?present)ez (?:le|la) (?:prelevement|cheque|traite|lcr){_TO}{WHEN}",
        r"(?:le |votre )?prelevement du \d{1,2} (?:passera|sera honore|sera approvisionne)",
        needs=(WHEN,),
        leaves=(_NOT_SURE,),
        strength=3,
    ),
    rule(
        "nouvel essai",
        rf"(?:je|j|nous|on) (?:le |la |les |l |vous )*(?:retent|relanc|refai|refer|represent"
        rf"|repass|reessa"
        rf"|recommenc|renvo|remet)\w+(?<!er)(?<!tre)(?<!ire)(?: (?:le|la|un|l) (?:virement|ordre"
        rf"|cheque|paiement"
        rf"|prelevement)"
        rf"(?: de virement)?)?{_TO}{WHEN}",
        rf"c est (?:reparti|relance|repris|recale|reprogramme) (?:pour|a|le|au) {WHEN}",
        rf"(?:je|j|nous|on) (?:vous |te )?complet\w+(?<!er)(?: (?:de|avec|par"
        rf"|les))?(?: \d[\d ,]{{0,8}}"
        rf"(?:€|euros?)?)?{_TO}{WHEN}",
        rf"nouvelle tentative{_TO}{WHEN}",
        needs=(WHEN,),
        leaves=(_NOT_SURE, r"(?:la|une|votre) (?:commande|relance|facture|demande|copie|rib)\b"),
        strength=3,
    ),
    rule(
        "en règlement tel jour",
        r"(?:est|sont|sera|seront|passe|passent|passera) (?:\w+ )?(?:en|au|a la|dans le|sur le)"
        r" (?:reglement|paiement|virement|prelevement|mandatement|run|lot|train|campagne)"
        rf"(?: \w+){{0,2}} (?:au|du|de|le|pour le|ce|of|on) {WHEN}",
        rf"(?:est|sont|sera|seront) (?:viree?s?|reglee?s?|payee?s?) (?:dans la journee|ce soir"
        rf"|demain"
        rf"|d ici {WHEN})",
        rf"(?:date d |l )?execution(?: demandee| prevue| programmee)?(?: le| au| pour le"
        rf"| :)* ?{WHEN}",
        needs=(WHEN,),
        leaves=(_NOT_SURE,),
        strength=3,
    ),
    rule(
        "should be with you",
        rf"(?:should|will|ll|to|gonna) (?:\w+ )?(?:hit|land|reach|be (?:in|on|with"
        rf"|showing))(?: \w+){{0,4}}"
        rf" (?:by |on |this |next )*{WHEN}",
        rf"(?:paid|settled|sorted|cleared) (?:in full |off )?(?:by"
        rf"|before) (?:[a-z ]{{1,20}}, )?(?:the )?"
        rf"(?:{WHEN}|\d)",
        leaves=(_NOT_SURE, r"\b(?:was|were|been|went|already)\b"),
        strength=3,
    ),
    rule(
        "telle mensualité tel jour",
        r"^\W*(?:la |le )?(?:premiere?|1ere?|1re|seconde?|deuxieme|troisieme"
        r"|derniere?) (?:mensualite"
        r"|versement|echeance|virement|paiement|cheque|acompte)\b,?(?: de)? ?\d[\d ]{0,6}(?:,\d\d)?"
        rf" ?(?:€|euros?)?,? (?:le|au|pour le|en|fin|mi)?.{{0,12}}{WHEN}",
        rf"(?:je|jvous|j|nous|on) ?(?:vous |te )?(?:donne|donnerai|file|filerai|remets"
        rf"|apporte)(?: les)?"
        rf" \d[\d ]{{0,6}}(?:,\d\d)? ?(?:€|euros?|balles|e)? ?{_TO}{WHEN}",
        needs=(WHEN,),
        leaves=(_NOT_SURE, r"par (?:mois|semaine)|vous (?:va|convient)"),
        strength=3,
    ),
    rule(
        "pour l'autre, tel jour",
        r"^\W*(?:et |mais |but )?(?:pour|quant a|as for) (?:l autre|les autres|la (?:deuxieme"
        r"|seconde"
        r"|derniere|petite|grosse)|le (?:reste|solde)|the (?:other|rest))(?: facture"
        r"| invoice)?,? (?:ce sera"
        r"|comptez|il faudra attendre|attendez|disons|plutot|c est pour|mettez|on est sur|expect"
        r"|make it)"
        rf" (?:pour |a |au |le |la |sur )*{WHEN}",
        needs=(WHEN,),
        leaves=(_NOT_SURE,),
        strength=3,
    ),
    rule(
        "l'autre partira tel jour",
        r"(?:la|le|l|celle|facture|[a-z]{1,4}) ?[\w-]{0,12}\d{2,} (?:le |la )?(?:partira|part|suit"
        r"|suivra"
        r"|passera|sera"
        rf"|ira|le sera)(?: \w+){{0,3}}? (?:le |au |en |fin |pour )*{WHEN}",
        needs=(WHEN,),
        leaves=(
            r"\b(?:si|peut etre|esper\w+|conteste\w*|litige|livr\w+|des que|apres|quand|refus\w+"
            r"|avoir"
            r"|sous reserve|a condition|tant que|pas|plus)\b|\?",
        ),
        strength=3,
    ),
)


DATED_RULES = frozenset(each.name for each in _RULES)
"""Names of the rules that no word of a payment made takes back."""


def find_dated(text: str) -> tuple[Finding, ...]:
    """The commitments of the text that only their day tells; a question is none."""
    return find_by(Intent.PROMISE, _RULES, text, leaves=lambda sentence: sentence.asks)
