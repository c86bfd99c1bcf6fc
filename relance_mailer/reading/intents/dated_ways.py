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
    r"|\b(?:rendez vous|rdv|reunion|rappel\w+|appel(?!ee?\b)\w+|visite|reponse|audience"
    r"|chantier)\b|\?"
)
_TO = r"(?: \w+){0,4}?,? (?:pour |des |le |au |a partir du |d ici |avant |by |on |this )*"

_BARGAINED = (
    r"\b(?:si|sauf|peut etre|esper\w+|jamais|tant que|a condition|sous reserve|avoir|livr\w+"
    r"|conteste\w*|litige|rendez|rdv|reunion|visite|audience|chantier|rappel\w*|propos\w+"
    r"|souhait\w+|possible|if|unless|could|would|suggest\w*|propose\w*|assur\w+|client\w*"
    r"|locataire\w*|mutuelle|notaire)\b|\?"
)
_A_SUM = r"(?:\d[\d ,]{0,8}(?: ?(?:€|euros?|balles|e\b))?|(?:\w+ ){1,5}?(?:euros?|balles))"

_RULES = (
    rule(
        "payé dès que notre argent rentre",
        r"(?:vous serez|tu seras) (?:\w+ )?(?:paye|regle|solde|vire)\w* (?:des que|des qu|sitot que"
        r"|aussitot que|aussitot|des)\b [^.;!?]{0,40}?(?:fonds|argent|subvention|investisseurs"
        r"|salaire"
        r"|pret|banque|vente|recette|loyers?|indemnites?|clients?|mairie|departement|region)\b",
        r"you (?:will|ll) (?:get|have|receive) your (?:money"
        r"|payment)\b[^.;!?]{0,30}? as soon as (?:the"
        r"|my|our) (?:council|bank|client|customer|grant|insurer|insurance|buyer|tenant|funding)\b",
        leaves=(
            r"\b(?:si|sauf|jamais|tant que|a condition|sous reserve|(?:un|votre|l) avoir|livr\w+"
            r"|repar\w+|conteste\w*|litige|if|unless|once you|peut etre|esper\w+|vous aurez"
            r"|faillite|liquidat\w+|redressement)\b|\?",
        ),
        strength=3,
    ),
    rule(
        "pas ce jour-là mais tel jour",
        r"(?:sera|seront|partira|partiront|passera|tombera|arrivera) (?:\w+ )?pas (?:pour |avant "
        r"|le "
        r"|ce )*(?:\w+di\b|\d|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|fin|cette"
        rf" semaine|demain)[^.;!?]{{0,60}}? mais (?:bien |plutot |donc |sera |ce sera |le |au "
        rf"|pour "
        rf"|a )*{WHEN}",
        needs=(
            r"(?:vir(?!us)\w+|paiement|regl\w+|cheque|pa[iy]\w+|montant|factur\w+|somme|argent)"
            r"|€|euros?\b|\b(?:finalement|en fait),? ce",
        ),
        leaves=(_BARGAINED,),
        strength=3,
    ),
    rule(
        "virement automatique tel jour",
        rf"(?:{WHEN}|(?:premier|dernier) jour (?:ouvre|du mois))[^.;!?]{{0,20}}?"
        r"\b(?:virement|prelevement) (?:automatique|programme|permanent)\W*$",
        leaves=(_NOT_SURE, _BARGAINED),
        strength=3,
    ),
    rule(
        "programmé tel jour, sans plus",
        r"^\W*(?:(?:bonjour|bonsoir|oui|bien|c est|voila|deja|facture|elle est|c) ?[,:]? )*"
        r"(?:programmee?s?|planifiee?s?|calee?s?|positionnee?s?|ordonnancee?s?"
        rf"|mise?s? (?:en|au) paiement) (?:en |pour |au |le |a |la |sur )*{WHEN}",
        leaves=(_NOT_SURE,),
        strength=3,
    ),
    rule(
        "nouveau jour",
        r"(?:nouveau (?:creneau|jour)|nouvelle (?:date|echeance)|nouvel engagement)\b[^.;!?]{0,30}?"
        rf"(?::|,|\best\b|\bsera\b|\bc est\b) (?:donc |la |le |au |en |pour )*{WHEN}",
        leaves=(_BARGAINED,),
        strength=3,
    ),
    rule(
        "telle somme mise tel jour",
        rf"(?:je|j|nous|on) (?:vous |te )?(?:mets|met|mettons|lache|claque|rends|rend) (?:les "
        rf"|encore )?{_A_SUM}{_TO}{WHEN}",
        rf"(?:vous|tu) (?:l |les |le |la )?(?:aurez|auras|recevrez) (?:a|pour|le jour de"
        rf"|au soir de)"
        rf" {WHEN}",
        leaves=(_BARGAINED,),
        strength=3,
    ),
    rule(
        "veillé à ce que ce soit payé",
        r"(?:(?:fai[st]|faisons|ferai|fait) en sorte|(?:ai|avons|a) (?:\w+ )?(?:obtenu|veille"
        r"|insiste"
        r"|demande)|veillerai|veillerons)\b[^.;!?]{0,45}? qu\w* (?:\w+ ){0,4}?(?:soit|soient|soyez)"
        r" (?:\w+ ){0,2}?(?:pay|regl|vir|vers|sold|mis|integr|inscri|inclu|honor|mandat"
        rf"|ordonnanc|programm)\w*\b[^.;!?]{{0,40}}?{WHEN}",
        leaves=(_NOT_SURE, _BARGAINED),
        strength=3,
    ),
    rule(
        "released for such a day",
        r"(?:payment|transfer|money|it|invoice|cheque|funds) (?:\w+ )?(?:is|are|has been|was"
        r"|have been)"
        r" (?:\w+ )?(?:released|approved|cleared|passed|signed off|set up"
        r"|keyed in) for (?:payment )?"
        rf"(?:on |by |the |this |next )*{WHEN}",
        r"(?:payment|transfer|money|it) (?:itself )?(?:leaves|leave|is leaving|goes out"
        r"|is going out|is"
        rf" made|is being made) (?:us )?(?:on |by |the |this |next )*{WHEN}",
        rf"(?:instructed|told) (?:our|my|the) bank (?:for|to [^.;!?]{{2,30}} (?:on"
        rf"|by)) (?:the )?{WHEN}",
        r"(?:see|make sure|ensure|arrange)(?: to it)?(?: that)?(?: for)? (?:it|this|you"
        r"|the invoice|your"
        rf" invoice) (?:is|are|gets?|to be) (?:\w+ )?paid (?:by|on|before) (?:the )?(?:{WHEN}|\d)",
        rf"(?:you|it) (?:will|ll|shall) (?:have|get|receive) (?:it|your money|your payment)"
        rf" (?:on |by |the |this |next )*{WHEN}",
        rf"^\W*(?:so|then|right),? (?:the |on )?{WHEN}(?: \w+){{0,2}} it is\b",
        r"(?:two|three|four|five|six|\d) (?:equal |monthly )?(?:payments|instal?lments"
        r"|transfers) of"
        rf" [€£$]? ?\d[\d,.]*(?: ?(?:€|euros?))?(?: each)?,? (?:on|starting|from)\b.{{0,20}}{WHEN}",
        leaves=(_NOT_SURE, _BARGAINED),
        strength=3,
    ),
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
        rf"(?: de virement)?| les \d[\d ]{{0,6}}(?:,\d\d)? ?(?:€|euros?)?)?{_TO}{WHEN}",
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
        "inscrit à telle échéance",
        r"(?:je|on|nous) (?:le|la|les|l|vous) (?:remet(?:s|tons)?|report(?:e|ons)|recal(?:e|ons)"
        r"|replac(?:e|ons)|reprogramm(?:e|ons)|repositionn(?:e|ons)|decal(?:e|ons)|bascul(?:e|ons))"
        rf" (?:au|pour le|sur le|a) {WHEN}",
        r"(?:je|on|nous) (?:le|la|les|l) (?:remet(?:s|tons)?|report(?:e|ons)|recal(?:e|ons)"
        r"|replac(?:e|ons)"
        r"|reprogramm(?:e|ons)|repositionn(?:e|ons)|decal(?:e|ons)|bascul(?:e|ons)) (?:au|pour le"
        r"|sur le)"
        r" \d{1,2}\b",
        r"(?:\d+ ?(?:€|euros?|eur)|vos (?:sous|deux factures|factures)|votre (?:argent|du|solde)"
        r"|(?:le|la)"
        r" (?:solde|somme|totalite|tout|reste)) (?:est|sont|seront|sera) (?:bien |donc"
        r" )?(?:prevue?s?"
        r"|programmee?s?|calee?s?|planifiee?s?|inscrite?s?) (?:pour |le |au |a |ce |la |dans le"
        r" lot du"
        rf" )*{WHEN}",
        r"(?:est|sont|sera|a ete|seront) (?:bien )?(?:inscrite?|portee?|positionnee?|rattachee?"
        r"|integree?"
        r"|programmee?|mise?|prevue?)s? (?:a|dans|sur|au) (?:l |la |le |les )?(?:prochaine?"
        r" )?(?:echeances?"
        r"|campagne|lot|serie|train|reglements?|virements?|ordonnancement|mandatement|bordereau)"
        rf"(?: \w+)?? (?:de |du |d |des )?{WHEN}",
        r"(?:ordre|virement|paiement|reglement)\b[^.;!?]{0,30}, execution"
        rf" (?:prevue |fixee )?(?:le |au |pour le )?{WHEN}",
        leaves=(_BARGAINED,),
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
        "l'argent part tel jour",
        rf"(?:argent|sous|fonds|somme|virement|paiement|reglement|money|payment|transfer)(?:"
        rf" \w+){{0,2}}? "
        rf"(?:quitt(?:e|era|ent) (?:notre|nos|mon|le)|sort(?:ira|iront)?\b|leaves?|is leaving"
        rf"|goes out|tombe(?:ra)?)(?: \w+){{0,6}}?,? (?:le |au |en |on |ce )*{WHEN}",
        rf"^\W*(?:bonjour,? )?{WHEN},? (?:c est|ce sera) (?:chez vous|sur votre compte)\b",
        rf"(?:c est )?(?:de la|d ici|du mien) que (?:partir\w+|sortir\w+|part|sort)\b"
        rf"[^;]{{0,40}}{WHEN}",
        rf"\d[\d ]{{0,7}}(?:,\d\d)? ?(?:€|euros?)? (?:que|qui) (?:\w+ ){{1,3}}?(?:virera|paiera"
        rf"|payera|versera|reglera"
        rf"|postera"
        rf"|virerai|reglerai|paierai|verserai|vire|verse){_TO}{WHEN}",
        rf"(?:j|nous|on) (?:ai|avons|a|aurai|aurons) (?:les )?\d[\d ]{{0,6}}(?:,\d\d)? ?(?:€"
        rf"|euros?|balles)?"
        rf" pour (?:vous|toi){_TO}{WHEN}",
        rf"vous (?:aurez|recevrez|toucherez) (?:l integralite|la totalite|l ensemble|le tout|tout)"
        rf"(?:,? soit [\d ,.€]{{2,14}}(?:euros?)?)?,? (?:le |au |en |pour |avant )*{WHEN}",
        rf"(?:m|nous) (?:autorise|charge|demande) (?:a|de|d) (?:vous )?(?:regler|payer|virer"
        rf"|verser|solder)"
        rf"[^;]{{0,45}}{WHEN}",
        needs=(WHEN,),
        leaves=(
            _NOT_SURE,
            r"\b(?:est|sont|a ete|etait) (?:bien )?(?:sorti|parti|tombe)\w*|client\w*|caf"
            r"|subvention",
        ),
        strength=3,
    ),
    rule(
        "au prochain lot, tel jour",
        r"(?:je|on|nous) (?:vous |te )?(?:la |le |les )?(?:passe|mets|glisse|ajoute|passons"
        r"|mettons|passerai"
        r"|mettrai|inclus|integre) (?:\w+ )?(?:dans|a|au|avec) (?:le |la |les |notre "
        r"|nos )?(?:prochaine? )?"
        r"(?:lot|campagne|train|session|vague|serie|fournee|bordereau|remise|virements?"
        r"|paiements?|run)"
        rf"\b(?: \w+){{0,3}}? (?:de |du |d )?{WHEN}",
        r"(?:est|sont|sera|seront|etes|serez|figure\w*|passe\w*|is|are|it s|that s) (?:\w+ ){0,2}?"
        r"(?:remise?s? |inscrite?s? |mise?s? |calee?s? |posee?s? |locked |booked |included "
        r"|slotted )?"
        r"(?:au|dans|sur|into|in|on|for) (?:le |la |the |notre |our )?(?:prochaine?|bordereau"
        r"|remise"
        r"|lot|paquet|liste|campagne|train|session|vague|serie|fournee|batch|(?:\w+ ){0,3}?run)\b"
        rf"[^;]{{0,30}}?{WHEN}",
        needs=(WHEN,),
        leaves=(_NOT_SURE, r"\b(?:liquide|mandate|ordonnance|transmis)\w*\b"),
        strength=3,
    ),
    rule(
        "in the next run",
        r"(?:locked|booked|included|slotted|scheduled|queued|set|is|it s|that s) (?:in|into|on"
        r"|for|in for)"
        r" (?:the|our) (?:\w+ ){1,3}(?:payment )?(?:run|batch)\b",
        needs=(
            WHEN,
            r"\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:january|february|march|april|may|june|july|august"
            r"|september|october|november|december)",
        ),
        leaves=(_NOT_SURE,),
        strength=3,
    ),
    rule(
        "la petite tel jour",
        r"^\W*(?:bonjour,? )?(?:la (?:petite|grosse|premiere|seconde|deuxieme|derniere)|celle de"
        r" [\d ,.]{2,10}(?:€|euros?))(?: facture)?(?: \([\d ,.]{2,10}(?:€|euros?)?\))? ?[,:] "
        rf"(?:ce sera |c est |on |pour |le |au |a )*{WHEN}",
        rf"^\W*(?:bonjour,? )?{WHEN}(?: prochaine?)?,? (?:via|par|en|avec) (?:le |la |un"
        rf" )?(?:virement|cheque"
        r"|carte|credit|banque|boursorama|qonto|prelevement|instantane)\b",
        needs=(WHEN,),
        leaves=(_NOT_SURE,),
        strength=3,
    ),
    rule(
        "l'autre partira tel jour",
        r"(?:celle (?:de |d |du )(?:mois de |d )?\w+|l autre(?: moitie| facture| partie)?"
        r"|la (?:seconde"
        r"|suivante)|le (?:reste|solde|second))(?:, [^,;]{1,30},)? (?:partira|suivra|suit|arrivera)"
        rf"(?: \w+){{0,2}}? (?:le |au |en |fin |pour )*{WHEN}",
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
    rule(
        "tel jour, c'est payé",
        rf"^\W*(?:(?:bonjour|ok|d accord|promis|bien recu)\b,? )*(?:pour )?{WHEN}(?: prochaine?"
        r"| au plus tard| sans faute)?,? c est (?:bien )?(?:(?:paye|regle|vire|solde|verse|poste)\b"
        r"(?! (?:depuis|hier|par|avec retard|mais pas))|fait(?=\W*$))",
        r"(?:vir|virement|paiement|reglement|cheque) (?:est |sera )?(?:fait|effectue|envoye|poste"
        r"|emis) (?:sous (?:\d|huit|quinz|peu)|d ici|dans (?:les (?!delais)|la (?:journee|semaine"
        r"|matinee)|l (?:heure|apres)))",
        needs=(WHEN,),
        leaves=(
            _NOT_SURE,
            r"(?:dernier|derniere|passee?|ecoulee?|hier|depuis|il y a|comme prevu)\b",
        ),
        strength=3,
    ),
)


DATED_RULES = frozenset(each.name for each in _RULES)
"""Names of the rules that no word of a payment made takes back."""


def find_dated(text: str) -> tuple[Finding, ...]:
    """The commitments of the text that only their day tells; a question is none."""
    return find_by(Intent.PROMISE, _RULES, text, leaves=lambda sentence: sentence.asks)
