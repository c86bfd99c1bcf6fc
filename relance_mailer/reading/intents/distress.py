"""Hints of cash trouble, and a promise withdrawn or reduced to a hope.

The examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.intents import hard_times
from relance_mailer.reading.intents.payments import find_lack
from relance_mailer.reading.intents.phrases import PAY_TO, WHEN, find_by, rule
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Nous avons du retard dans le traitement des règlements.",
    "La trésorerie est tendue en ce moment.",
)
LEAVES = (
    "Désolé du retard, la facture s'était égarée.",
    "Ma trésorerie n'est pas en cause, je conteste le prix.",
)

_RULES = (
    rule(
        "trésorerie",
        r"banque ne (?:suit|repond)|(?:en )?attente d\w (?:\w+ ){0,4}(?:subvention"
        r"|versement|dotation|financement|pret)s?|(?:tres|vraiment|assez"
        r"|plutot) (?:complique|difficile|tendu|dur)\w* (?:en ce moment"
        r"|actuellement|pour nous|ces temps)",
        r"coupe (?:la |nos |les |ma |mes )?(?:ligne|lignes|credit|vivres)"
        r"|(?:campagnes?|runs?|paiements?|reglements?|virements?"
        r"|decaissements?)(?: \w+){0,4} (?:sont |est |ont ete |a ete )?(?:gele"
        r"|suspendu|stoppe|bloque|arrete|interrompu)\w*|jusqu a nouvel ordre"
        r"|(?:versement|subvention|dotation|pret|deblocage"
        r"|fonds)(?: \w+){0,8} (?:repousse|decale|reporte|retarde|suspendu|coupe"
        r"|attendu)\w*|ne couvre (?:plus|pas)|c ?est (?:tres |vraiment "
        r"|un peu )?(?:serre|tendu|juste)\b|on paye? les salaires|je fais au mieux"
        r"|comme on peut|marche au ralenti|rentrees? d argent|pas de rentrees?"
        r"|(?:on|nous) attend\w* (?:\w+ ){0,4}(?:client|donneur|subvention|rentree"
        r"|banque)|a sec\b|plus un sou|plus de tresorerie|tresorerie ne",
        r"(?:tresorerie|treso|cash ?flow|liquidit\w+|cash\b"
        r"|caisse) (?:\w+ ){0,6}(?:tendue?s?|difficil\w*|delicate?|compliqu\w+|basse?"
        r"|vide|serree?|fragile|ne (?:permet|suit)|a sec|insuffisant\w*|exsangue"
        r"|bloqu\w+|souffr\w+|problem\w*|trouee?|optimi[sz]ation|au plus"
        r"|trouvee sur place|faible)|(?:probleme\w*|souci\w*|difficult\w+|tension\w*"
        r"|tendu\w*|creux|trou\w*|manque|coup de mou|arbitrage|serre\w*|comite"
        r"|gestion prudente|galere|pas de|plus de|plan)(?: \w+){0,4} (?:de |d |en "
        r"|cote |sur la |dans la |niveau )?(?:tresorerie|treso\b|liquidit\w+|cash\b"
        r"|rentrees?|argent)|trou d air|(?:difficult\w+|probleme\w*"
        r"|souci\w*) (?:financ\w+|d argent|economique\w*|passager\w*|avec (?:la|ma"
        r"|notre) banque|bancaires?|de (?:paiement|virement)s?|avec les virements)"
        r"|fins? de mois (?:\w+ )?(?:difficile|commencent|dur)\w*|a court (?:de|d)\b"
        r"|dans le rouge|a decouvert|decouvert (?:\w+ ){0,5}(?:coup|baiss|renouvel"
        r"|depass|refus|supprim)\w*|surendett\w+|(?:compte|comptes|carte|chequier"
        r"|cheques|lignes?)(?: \w+){0,6} (?:bloqu\w+|a sec|vides?|au plus bas"
        r"|retir\w+|gelee?s?|negati\w+|saisis?|passe plus|baissee?s?|abaissee?s?"
        r"|coupee?s?|cloturee?s?)|au plus bas",
        r"(?:retards?|lenteurs?|prennent du retard"
        r"|pris du retard) (?:\w+ ){0,6}(?:reglements?|paiements?|virements?"
        r"|fournisseurs|tout le monde|traitement)|(?:virements?|reglements?"
        r"|paiements?|mandats?|cheques?|sorties?(?: de fonds)?|decaissements?|fonds"
        r"|ordres)(?: \w+){0,8} (?:rejet\w+|gel\w+|suspendu\w*|bloqu\w+"
        r"|au compte gouttes|annul\w+|arbitr\w+|interdit\w*|en attente (?:de|d)"
        r"|a l arret|refuse\w*|au ralenti|limit\w+|differ\w+)|rien ne sort"
        r"|tout est (?:a l arret|bloque|gele)|au compte gouttes"
        r"|consigne est de ne rien (?:decaisser|payer)|on priorise|priorisons"
        r"|(?:comptabilite|compta|service comptable|accounting)(?: \w+){0,5} (?:prend"
        r"|prennent|repond|accept\w+|traite)\w* plus|ne prend plus (?:les|d"
        r"|aucun) appels?|plus autorisee? a communiquer|comite de tresorerie"
        r"|cellule de crise|pas d instruction de paiement|(?:la|ma|notre"
        r"|nos) banqu\w+ (?:\w+ ){0,8}(?:bloqu|tard|train|refus|coup|rappel|valid"
        r"|change|lach|tout|ferm|repond|suspend|retir|baiss|dit)\w*"
        r"|banquier (?:\w+ ){0,4}(?:rappelle|frileux|lach|repond|chien|bloqu|interdit"
        r"|refus)\w*|banque frileuse|chiens\b.{0,20}banqu|banquiers sont"
        r"|ma banque fait|conseiller (?:a la banque|n est jamais|est jamais)"
        r"|vois avec (?:ma|la|notre) banque|discussion avec (?:eux|la banque"
        r"|nos banques|notre banque)",
        r"(?:(?:je |on |nous |j )?(?:ne |n )?(?:peux|peut|pouvons|pourrai|pourrons"
        r"|puis|arrive\w*|sais|saurai|suis pas en mesure de|sommes pas en mesure de"
        r"|pourrai) (?:\w+ )?(?:pas|plus|rien|point"
        r"|malheureusement pas) (?:\w+ ){0,5}(?:"
        + PAY_TO
        + r"|donner|sortir|faire partir|m en sortir|honorer|a payer|a joindre|verser"
        r"|tenir))|(?:pas|plus) (?:les moyens|d argent|de sous|un sou|un rond|de quoi"
        r"|une thune|un centime en)|au dessus de mes moyens|impossible (?:de "
        r"|pour (?:moi|nous|l instant) de )(?:vous )?(?:payer|regler|honorer)|(?:zero"
        r"|aucun|plus de|pas de|perdu (?:mon|nos?|notre)|sans|moins de) (?:revenu"
        r"|recette|rentree|salaire|activite|emploi|travail|boulot|client\w*"
        r"|commande)s?|(?:au chomage|rsa\b|pole emploi|france travail|petite retraite"
        r"|pension de)(?!.{0,30}(?:verse|arrive) donc)|(?:la|une) (?:saison|annee"
        r"|periode|passe|rentree|recette|conjoncture|activite|frequentation"
        r"|situation)(?: \w+){0,5} (?:compliqu\w+|difficil\w+|mauvaise|maigre|creuse"
        r"|catastroph\w+|calme|dure|delicate|mort\w*|noire|tendue|desastr\w+"
        r"|en dessous|longue|tres|demarre)|(?:periode|saison|mois|passe"
        r"|annee) (?:creuse?|difficile|compliquee?|sans\b|dure|noire?|mauvaise?"
        r"|de merde)|mauvaise passe|c ?est (?:la galere|la cata\w*|tres dur"
        r"|dur (?:en ce|pour)|la merde|calme,|compliqu\w+ (?:en ce|pour|la|chez"
        r"|financ)|un peu (?:la galere|complique|tendu|juste))|la c ?est compliqu\w+"
        r"|c est complique en ce|en galere|galere\b|on rame|la tete (?:sous"
        r"|hors de) l eau|(?:gros |principal |mon |notre |nos |deux |un )(?:clients?"
        r"|donneurs? d ordre)(?: \w+){0,6} (?:paie\w*|pay\w*|lach\w*|parti\w*"
        r"|depos\w+|liquid\w+|retard|doit|balade|perdu\w*|faillite|impay\w*|faux bond"
        r"|en redressement)|impayes sur les bras|(?:me|nous) doi(?:t|vent)"
        r"|encaissement (?:qui|\w+ glisse|attendu)|en attente (?:d un gros|de (?:la"
        r"|notre|ma) (?:subvention|remboursement|deblocage|fonds))"
        r"|subvention(?: \w+){0,6} (?:pas|coup\w+|retard|attend\w*|reduit\w*|verse\w*"
        r"|supprim\w*|baiss\w*)|attend\w+ (?:\w+ ){0,4}(?:subvention|dotation"
        r"|financement|pret|deblocage)|baisse de (?:notre|la) dotation|jongle\b"
        r"|dos rond|me verse (?:plus )?rien|ne me verse|la corde|a bout de souffle"
        r"|bouts? de ficelle|trois bouts|dans la merde|mettre la cle sous"
        r"|depose(?:r)? le bilan|serrer les dents|compt\w+ chaque (?:sou|euro"
        r"|centime)s?|on s accroche|remont\w+ (?:doucement )?la pente"
        r"|d ou le retard (?:avec|de)|entre deux chaises|cambriol\w+|sinistre sur"
        r"|liquidation d un client|mandat ad hoc|conciliation\b|revue des engagements"
        r"|repreneur|plan social|ferme le mois prochain|(?:huissier"
        r"|saisie)\b.{0,40}(?:prie|supplie|deja|impots)|coupe en deux|rognee?|rogner"
        r"|retards? de (?:subvention|paiement de)|on vous dira ce qui|mes dettes"
        r"|tour viendra|(?:perdu|perte de) (?:les |la |mon |ma |un |trois |quart"
        r"|moitie)|separer de (?:ma|mon|notre) (?:vendeuse|salarie\w*|vendeur"
        r"|employe\w*)|pas (?:encore )?verse\w*|retard considerable"
        r"|actif n est pas partage|coince\b|une reponse a apporter|aucune reponse"
        r"|n ai pas d explication|je ne sais pas\. j|d un peu d air|peu d air"
        r"|respirer",
        r"(?:paiements?|reglements?|virements?)(?: \w+){0,4} (?:pris du retard"
        r"|en retard|a la traine)|(?:trouble|problem|issue)s? with (?:the |our "
        r"|my )?(?:transfers?|bank|payments?)|sort something out with the bank"
        r"|arret maladie(?=.{0,80}(?:vers|indemnit|revenu))|rien ne sort"
        r"|grand chose ne sort|arbitrage|rang \d+|vis sur ma carte|(?:regard\w+"
        r"|etat d\w) (?:ses chaussures|compte)|(?:cash|liquidity|cashflow|funds"
        r"|banking) (?:\w+ ){0,3}(?:issue\w*|problem\w*|tight|constraint\w*"
        r"|optimi[sz]ation|flow|short\w*|difficult\w+|squeeze)|tight (?:at the moment"
        r"|cash|right now|month)|short of (?:cash|funds)|(?:delay|backlog"
        r"|slow)\w* (?:\w+ ){0,4}(?:payments?|processing|bank)"
        r"|payment runs? (?:\w+ ){0,3}(?:on hold|suspended|moved|frozen|delayed)"
        r"|struggling|can t (?:afford|pay (?:right now|at the moment|yet|anything))"
        r"|cannot pay|waiting (?:for|on) (?:our|a) (?:client|customer|bank|funding"
        r"|grant)|liquiditat\w*|zahlungsschwierig\w*|engpass"
        r"|verzogerung\w* bei (?:den )?zahlung\w*|retraso en (?:la tramitacion"
        r"|los pagos)|(?:problema|tema|dificultad)\w* (?:\w+ ){0,2}(?:banco|tesoreria"
        r"|liquidez)|retraso en la|difficolta (?:di|con|finanziar\w+)"
        r"|ritard\w+ (?:nei|con i|dei) pagament\w+|liquidita|problem\w+ con la banca",
        leaves=(
            r"(?:n ?est|ne) (?:\w+ ){0,3}pas (?:un probleme|une question|en cause"
            r"|la question) (?:de )?(?:tresorerie|argent)?|ce n est pas (?:un probleme"
            r"|une question) d|pas de (?:probleme|souci)s? (?:de|d)|aucun probleme"
            r"|saine et|j aurais les fonds|je ne joue pas|interets de retard"
            r"|penalites? de retard|(?:site|logiciel|machine|chaudiere"
            r"|four) (?:\w+ ){0,4}(?:livre|vendu|repar|loue)\w*|vous me faites perdre"
            r"|banque (?:me |nous |m )?(?:dit|assure|confirme|annonce|indique"
            r"|promet) qu\w* (?:vous|tu)"
            r" (?:l |le |les |la )?(?:aur|verr|recevr)\w+|si tout (?:allait|va|allait donc) bien"
            r"|par votre faute|a cause de (?:vous|votre)|lenteur de votre",
        ),
    ),
    rule(
        "paiements à l'arrêt",
        r"(?:retards?|lenteurs?) (?:generalise\w* |general\w* )?(?:de |dans (?:le traitement de"
        r"|le |les"
        r" |nos )?)[^.;!?]{0,30}(?:reglements?|paiements?|virements?)[^;!?]{0,60}(?:aucune|pas de"
        r"|sans"
        r"|ni) (?:date|visibilite|echeance)",
        r"(?:comptabilite|compta|standard|direction|fiduciaire|finance team|accounts team)\b"
        r"(?: \w+){0,4} (?:ne |n )?(?:decroche|repond|prend|not taking|isn t taking)\w*(?: \w+)?"
        r" (?:plus|calls)",
        r"n y aura (?:rien|pas de (?:virement|paiement|reglement|cheque)) (?:le \d|lundi|mardi"
        r"|mercredi"
        r"|jeudi|vendredi|ce|cette|avant|pour)",
        r"plus personne ne decide|(?:pile|caisse|situation) (?:est )?(?:haute|vide|ce qu elle est)"
        r"|pas la (?:grande )?forme\b(?=.{0,60}(?:caisse|depart|banque|tresorerie))"
        r"|(?:date|echeance) du [^.;!?]{0,60}(?:ne |n )(?:pourra|sera|peut)\w*(?: \w+){0,3}"
        r" (?:respecte|tenu|honore)\w*",
        strength=3,
    ),
    rule(
        "promesse retirée",
        r"(?:ne |n )?(?:pourrai|pourrons|peux|pouvons|va|vais|sera"
        r"|serai) (?:\w+ )?(?:pas|plus) (?:\w+ ){0,6}(?:comme (?:promis|convenu|prevu"
        r"|dit|ecrit|annonce)|vendredi finalement|tenir (?:la|ma|notre|mes)"
        r"|honorer (?:la|ma|notre|mon)|la date)|(?:oublie[zr]?"
        r"|annule[zr]?) (?:la date|ma promesse|ce que j ai dit|le \d)"
        r"|finalement (?:\w+ ){0,4}(?:pas|impossible|non)|(?:j ?avais|vous avais"
        r"|nous avions) (?:dit|promis|annonc\w+|ecrit)(?=.{0,80}(?:pas|plus"
        r"|impossible|mais|rate|finalement))|contrairement a ce que (?:je|nous)"
        r"|j ?espere (?:pouvoir )?(?:vous )?(?:payer|regler|y arriver)"
        r"|esper\w+ (?:pouvoir )?(?:vous )?(?:payer|regler|solder)"
        r"|redonne pas de date|sans (?:pouvoir )?(?:vous )?(?:donner|garantir"
        r"|date) (?:de )?(?:date|possible)|(?:pas|aucune) (?:de )?(?:date|visibilite"
        r"|echeance) (?:a (?:vous )?(?:donner|ce stade|communiquer)|pour l instant"
        r"|possible|sur)|vous donner une date|pas la visibilite"
        r"|n avons plus la visibilite|(?:date|echeance|engagement|calendrier"
        r"|paiement)\b(?: \w+){0,5} (?:ne"
        r"|n) (?:peut|peuvent|pourra|pourront|sera|seront|saurait) (?:\w+ )?(?:pas "
        r"|plus )?(?:etre )?"
        r"(?:maintenu|tenu|respect|honor|garanti)\w*|(?:pas"
        r"|plus) en mesure d\w? (?:\w+ ){0,3}(?:communiquer"
        r"|donner|avancer|annoncer|fixer|garantir)\b|appels? de fonds\b(?: \w+){0,2} (?:pas|n|ne)\b"
        r"(?: \w+){0,4} (?:honor|pay|rentr|regl|vers)\w*|no (?:date|visibility)|cannot give you a",
        leaves=(
            rf"pas (?:\w+ ){{0,2}}?[^.;!?]{{0,50}} mais (?:bien |plutot |le |au |pour )*{WHEN}",
            r"valideur|approbat\w+|workflow|en cours d examen|transmis\w* au",
        ),
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """Where the text lets cash trouble show."""
    told = find_by(Intent.DISTRESS, _RULES, text)
    return told + find_lack(text) + hard_times.find(text)
