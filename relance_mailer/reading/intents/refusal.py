"""A flat refusal to pay, with no ground that someone could examine.

"Je ne peux pas payer" is distress; "je ne paie pas tant que ce n'est pas repris" is a dispute;
"je ne refuse pas" is no refusal. Whether a ground stands beside it is weighed in `order`.
The examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.intents.phrases import (
    DONE,
    OBJ,
    OWE_US,
    PAY_TO,
    WHEN,
    find_by,
    rule,
)
from relance_mailer.reading.intents.stands import find_refusals
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Je ne paierai pas, inutile d'insister.",
    "Vous n'aurez pas un centime.",
)
LEAVES = (
    "Je ne refuse pas de payer, j'attends ma paie.",
    "Je ne paierai pas avant vendredi.",
)

_WILL = (
    r"(?:p[ae]i?e?rai|paierai|payerai|reglerai|virerai|verserai|paierons|payerons"
    r"|reglerons|verserons"
    r"|virerons|paiera|payera|reglera|versera|virera|paie|paye|pai|regle|payons|reglons)"
)
_NONE = r"(?:pas|rien|jamais|plus|que dalle|pas un (?:sou|centime|rond|euro)|aucun\w*)"

_LATER_OR_ABLE = (
    OWE_US,
    r"(?:pas|pay|paying) (?:pour|for) (?:de|des|du|un|une|something|a|the|what|ce)\b",
    r"(?:plus|pas|rien) que\b|plus (?:personne|aucun fournisseur)|(?:ne "
    r"|n )?(?:peux|peut|pourrai|pouvons|pourrons"
    r"|puis|sais|pouvais) (?:\w+ )?(?:pas|plus|rien)"
    r"|refuse pas|refusons pas|refus de payer\b.{0,10}(?:non|pas)|pas un refus|pas (?:un )?refus"
    r"|avant (?:le |la |fin|lundi|mardi|mercredi|jeudi|vendredi|samedi|d)"
    r"|(?:payer|regler|verser) (?:d avance|en (?:ligne|deux|plusieurs|especes|liquide)|par "
    r"|au guichet|sur )"
    r"|deux fois|2 fois|double|sans (?:la |une? |le |votre |ma |facture|bon"
    r"|numero|rib|iban)"
    r"|pas (?:encore|maintenant|tout de suite|demain|aujourd|ce mois"
    r"|immediatement|vendredi|lundi|tout|toujours|directement|moi qui|a temps)"
    r"|(?:normal|comment|faudrait|pourquoi|risque|si) .{0,50}\bpas\b.{0,40}\?"
    r"|si (?:je|on|nous|vous) "
    r"|d un (?:coup|bloc)|en (?:une|1) (?:seule )?fois|(?:s|elle|il) ne (?:me"
    r"|nous) p|ne (?:me|nous) (?:paie|paye|regle|a|ont)"
    r"|mon client|mes clients|c ?est (?:le|la|mon|ma|notre) \w+ qui (?:paie|paye"
    r"|regle)|les frais|indemnite|interets|penalites|40 (?:€|euros)"
    r"|(?:je )?(?:passe|gere|traite) (?:que )?des commandes|pas moi qui"
    r"|pas autorise|n a pas pu|n ont pas pu|ne (?:comprends?|vois) pas"
    r"|vous rassur|pas ne pas"
    r"|(?:mari|femme|frere|soeur|fils|fille|ex|pere|mere|locataire|voisine?|compagne|compagnon"
    r"|associee?|collegue|assureur|assurance|mutuelle|syndic|employeur) (?:ne p[ae]i|refus)",
)

_RULES = (
    rule(
        "ne paiera pas",
        r"(?:je|j|nous|on|jne|jn|la societe|notre societe|l association|ma societe"
        rf"|la direction) ?(?:ne |n )?{OBJ}{_WILL} (?:{OBJ})?(?:donc |absolument "
        r"|strictement |surement |certainement |evidemment |de toute facon "
        rf"|tout simplement )?{_NONE}",
        rf"j(?:e )?p(?!eu)[ae]i?[ey]?\w{{0,4}} (?:pas|rien|jamais|que dalle)|jamais (?:je"
        rf"|on|nous) ?(?:ne )?{OBJ}{_WILL}|(?:je|on|nous) paye? jamais",
        r"(?:ne |n )?(?:compte|comptons|entends|entendons|souhaite|souhaitons|veux"
        r"|voulons|vais|allons|ai pas l intention de"
        r"|avons pas l intention de) (?:\w+ )?(?:pas|rien|nullement|aucunement"
        rf"|plus) (?:(?:du tout|l intention de) )?{OBJ}{PAY_TO}",
        r"(?:decision|position|choix|choisi|decide|decidee|decides|prefere"
        rf"|preferons)(?: \w+){{0,5}} (?:de )?(?:ne )?(?:pas|rien"
        rf"|jamais) {OBJ}{PAY_TO}",
        r"(?:pas question|hors de question|plutot crever|aucune intention|pas envie"
        rf"|aucune envie) (?:de |d |que (?:je|nous|on) ?)?(?:ne )?{OBJ}(?:{PAY_TO}"
        r"|regle|paie|paye|verse|crever)?",
        r"(?:je |nous |on )?refus(?:e|es|ons|ent) (?:donc |categoriquement |de "
        rf"|tout |le |ce |purement et simplement ){{0,5}}(?:{PAY_TO}|paiement"
        r"|reglement)",
        r"(?:n ai|ai|avons|n avons|aucune|ont|n ont) (?:pas |nullement |aucune "
        rf"|aucunement )?(?:l )?intention de {OBJ}{PAY_TO}|je refuse\W*(?:$|[,.;!])"
        rf"|^\W*(?:vous )?payer \W{{1,3}}(?:et puis quoi|jamais|non\b|avec quelle)"
        r"|(?:il )?ne sortira (?:pas|rien)|mettez moi au tribunal"
        r"|relance[zr]? tant que vous voul\w+|jusqu a la st ?glinglin|(?:ne (?:vous "
        r"|la |le |les )?(?:pas|plus|rien) payer|ne pas (?:vous |la |le "
        r"|les )?(?:payer|regler))",
        r"(?:notre|mon) refus de (?:paiement|payer|regler)|assignez (?:nous|moi)"
        r"|(?:ne )?(?:procedera|effectuera|fera|procederons"
        r"|effectuerons) (?:a )?aucun (?:reglement|paiement|versement)"
        r"|(?:ne )?(?:reglerai|paierai|payerai|reglerons|paierons) ni (?:le|la"
        r"|votre)|(?:je|nous) (?:prends|prenons) le pari|votre avocat vous coutera"
        r"|(?:will not|won t|wont|not going to|refuse to|do not intend to"
        r"|don t intend to|no intention of|never) (?:be )?(?:\w+ )?(?:pay|paying"
        r"|settle|settling)",
        r"(?:ich|wir) (?:werde|werden|zahle|zahlen|bezahle|bezahlen) (?:\w+ )?nicht\b"
        r"(?! (?:mit|per|in|bar|vor|bis|ohne|am|im|auf|heute|sofort|gleich|diesen|diese|alles"
        r"|zweimal"
        r"|doppelt)\b)"
        r"|no (?:voy|vamos) a pagar|non (?:paghero|pagheremo|pago)",
        rf"(?:aucune|pas de|nulle|pas la moindre) raison (?:de|pour) {OBJ}{PAY_TO}",
        # Whoever is meant by the subject: an office, an association, the direction.
        r"(?:ne |n )(?:vous |en |lui ){0,2}(?:acquitter|payer|paier|regler|verser|debourser"
        r"|donner)\w+"
        r" (?:pas |meme pas )?(?:le (?:premier|moindre)|un seul) (?:centime|sou|euro|cent)",
        r"(?:resolu|vot[ei]\w*|decid\w+|decision|choisi|convenu|arrete)\b[^.;!?]{0,40}\bne"
        r" (?:pas|plus|rien|jamais|point) (?:vous |la |le |l |y |en ){0,2}(?:honorer|payer|regler"
        r"|acquitter|solder|verser|donner suite)",
        r"(?:resolu|vote|decide\w*|decision)\b[^.;!?]{0,40}\bne donner aucune suite",
        r"(?:ne |n )?(?:sortir\w*|viendr\w+|partir\w*) (?:jamais|pas|plus) de (?:ma|notre|nos|mes)"
        r" (?:poches?|caisses?|comptes?)",
        r"payer \? (?:[^.!]{0,40}[?!] )?(?:\w+ )?(?:quelle (?:drole d )?idee|jamais|non\b|nan\b|et"
        r" puis quoi)",
        r"(?:we|i) (?:are|re|am|m) not paying (?:this|it|you|that|them|these|those|anything|a"
        r" (?:penny|cent|thing)|one)\b|not a (?:single )?(?:penny|cent|euro) from (?:us|me)"
        r"|(?:won t|will not) see (?:a|one) (?:single )?(?:penny|cent|euro)",
        leaves=(*_LATER_OR_ABLE, r"rien (?:cette (?:annee|semaine)|ce (?:trimestre|semestre))"),
    ),
    rule(
        "vous n'aurez rien",
        r"(?:vous |tu )?(?:n ?)?(?:aurez|auras|verrez|verras|toucherez|recevrez"
        r"|obtiendrez|aure) (?:strictement |absolument |donc |jamais )?(?:rien|jamais"
        r"|pas un (?:sou|centime|rond|radis|kopeck|euro|cent)|que dalle"
        r"|pas mon argent|plus un)",
        r"pas un (?:seul )?(?:sou|centime|rond|radis|kopeck|cent\b|euro)\b|(?:zero"
        r"|0) (?:euro|€|centime)(?: de (?:ma|notre) part)?\W*(?:point|et|$)|que dalle",
        r"(?:je|on|moi je|moi|nous) (?:ne |n )?(?:debourse\w*|donne\w*|verse\w*|sors"
        r"|lache\w*|sortira\w*) (?:rien|pas un|aucun|que dalle|strictement rien"
        r"|pas un rond)",
        r"n y (?:compte[zs]? (?:pas|plus)|donner\w+ aucune suite)"
        r"|n en verra pas la couleur|ne versera (?:rien|pas|aucun)"
        r"|aucune suite(?: financiere)?\W*$",
        r"aucun (?:paiement|reglement|versement) (?:ne sera|de (?:notre|ma) part|aux"
        r"|a attendre|n interviendra)",
        leaves=(
            *_LATER_OR_ABLE,
            r"(?:ce (?:mois|trimestre|semestre|compte|rib)|cette (?:annee|semaine)|cet (?:iban|ete"
            r"|hiver)|pour l instant|pour le moment|avant|reponse)",
        ),
    ),
    rule(
        "c'est non",
        r"payer \?\W+(?:moi|nous)\b|^\W*toujours non\b|(?:c est moi qui )?dis non\b"
        r"|y ?a rien a prendre"
        r"|nothing doing|over my dead body|not a (?:penny|cent)\b",
        r"(?:c ?est (?:donc )?(?:un refus|non\b)|^non\W*$|^(?:lol |nan"
        r"|non)\W{1,3}(?:non|merci|flemme)\b|point final|fin de (?:l echange"
        r"|la discussion|non recevoir)|(?:je|nous) ne consen\w+ pas"
        r"|fin de non recevoir|ma position|retour a l envoyeur|(?:sans"
        r"|pas de) (?:discussion|justification)|meme reponse que|je ne le ferai pas"
        r"|plutot pas\b|rayez la dette|classez (?:mon dossier|moi en perte)"
        r"|passez (?:le|la|ca|moi) en pertes?|asseyez vous dessus"
        r"|(?:vous pouvez )?toujours (?:courir|attendre|rever)|dans vos reves)",
        r"(?:n a |n avons |n ai )?(?:pas|aucune|no) (?:further )?(?:explication"
        r"|justification|reason|explanation)\w* (?:a|to|will)|^no\W*$",
        leaves=(
            WHEN,
            OWE_US,
            r"(?:pas|ce n) .{0,12}(?:refus|non)\b",
            r"\?",
            r"si c ?est non|non (?:pour|a|au|aux|concernant|quant|sur|en ce qui)\b(?! (?:tou"
            r"|jamais))",
            r"(?:n est|est) pas (?:un )?refus",
            DONE + r"\b.{0,20}(?:deja|depuis)",
            r"(?:c ?est|si) (?:oui ou )?non (?:ou|mais|,)",
        ),
    ),
    # Only a hint: it makes a refusal where the second opinion sees nothing else (`judgement`).
    rule(
        "peut-être un refus",
        r"(?:pa[iy]\w{1,7}|regler\w*|honorer\w*|versera\w*|donner\w*) (?:\w+ )?(?:pas|plus|jamais"
        r"|rien)\b|(?:ne |n )(?:pas |veut pas |veulent pas |veux pas )(?:vous )?(?:payer|regler)",
        r"(?:aurez|auras|verrez|toucherez) (?:\w+ )?(?:pas|rien|jamais)|comptez pas|asseoir dessus"
        r"|jamais de la vie|garde (?:mes sous|mon argent)|au tribunal|pertes et profits"
        r"|pas de (?:paiement|reglement)|contre le paiement|(?:pas|aucune) (?:\w+ )?suite\b"
        r"|(?:c ?est|reponse est|mais) non\b|reclamez toujours|insaisissable|pas un (?:rond|sou)",
        r"(?:not|never|won t|wont|no) (?:\w+ ){0,3}(?:pay|paying|payment|penny|dime|cent)\b"
        r"|sue (?:us|me)\b",
        leaves=(
            r"(?:ne |n )?(?:dis|dit|pense|crois|dites) (?:pas|plus|jamais)",
            r"(?:pas|plus) (?:par|en) (?:cheques?|carte|virement|especes|prelevement|liquide"
            r"|une fois)",
            r"(?:deux fois|aujourd|tout de suite|avant)\b|si (?:je|on|nous) |[^?]{0,200}\?\W*$",
            r"(?:pas|rien|pay|paying|payment) (?:pour|for|until|before|unless|sans|tant)\b",
        ),
        strength=1,
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """The flat refusals of the text."""
    return find_by(Intent.REFUSAL, _RULES, text) + find_refusals(text)
