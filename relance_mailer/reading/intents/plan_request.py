"""Instalments or more time are asked for or proposed for agreement.

Instalments announced as settled are a promise. The examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.intents.payments import find_plans
from relance_mailer.reading.intents.phrases import find_by, rule
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Serait-il possible de payer en trois fois ?",
    "Pourriez-vous m'accorder un délai jusqu'à la fin du mois ?",
)
LEAVES = (
    "Le règlement en deux fois convenu avec votre collègue partira le 10 et le 25.",
    "Nous paierons à l'échéance du 15.",
)

_PIECES = (
    r"(?:en|de|des|par|sur|les?) (?:\w+ )?(?:\d{1,2}|deux|trois|quatre|cinq|six"
    r"|sept|huit|dix|douze|plusieurs|petites?|quelques) (?:fois|mois|mensualites?"
    r"|echeances?|versements?|tranches?|traites?|cheques?|paiements?|reglements?"
    r"|virements?|petits bouts|bouts)"
)
_SETTLED = (
    r"convenu avec votre|(?:je|nous) (?:vous )?confirm\w+ (?:l|notre|mon) echeancier|(?:dans|sur"
    r"|selon|a|au) (?:mon|notre|l|nos) echeancier|(?:comme"
    r" (?:convenu|prevu|promis|dit)|conformement a|me convient"
    r"|nous convient|c ?est d ?accord|proposee? par votre|ok pour"
    r"|l echeancier (?:convenu|signe|accepte)|accepte votre|propose par votre"
    r"|d accord pour (?:le|l|votre))",
    r"(?:ne |n )?(?:veux|demande|veut|voulons) pas (?:d |de )?(?:echeancier"
    r"|delai)|(?:facture|factures) en (?:trois|deux|\d) (?:fois|exemplaires)"
    r"|(?:relance\w*|appel\w*|ecrit|dit|prevenu\w*|signal\w*|paye|demande"
    r"|repete\w*|menti|passe|essaye|relanc\w+|rappel\w*) (?:\w+ ){0,3}(?:\d|deux"
    r"|trois|quatre|cinq|plusieurs|dix) fois",
    r"delai (?:de (?:prescription|\d+ jours (?:qui|court|a compter|prevu|legal)"
    r"|livraison|traitement|levee|deux ans|retractation)|global|legal|contractuel"
    r"|interbancaire)|(?:mon|du|de|d un) decouvert|hors delai"
    r"|dans les (?:meilleurs )?delais|brefs? delai|delai du comptable",
)

_RULES = (
    rule(
        "en plusieurs fois",
        r"(?:payer|regler|solder|rembourser|verser|etaler|echelonner|decouper"
        r"|diviser|fractionner|faire|reglement|paiement|mettre|proposer?|propose"
        r"|accepter\w*|accorder|vous (?:faire|paye[rz]?)|peux|possible|envisageable"
        r"|veux|voudrais?|aimerais?|souhait\w+|solution"
        rf"|prefere) (?:\w+ ){{0,6}}{_PIECES}|^\W*{_PIECES}(?! (?:sont|ont|seront|du|des|de)\b)"
        rf"|{_PIECES}(?=.{{0,80}}(?:possible|\?|d ?accord|accept|convien|irait|oui"
        rf"|fache|serai|peux|tiens|arrang))|\b\d{{1,2}} ?(?:x|fois) ?(?:\d"
        rf"|c ?possible|oui|sans|,)|\d{{1,2}} fois (?:oui|c possible|ca)|(?:deux"
        r"|trois|quatre|cinq|six) fois (?:c possible|oui|sans|,|ca)",
        r"echeancier|echelonn\w+|etal(?:er|ement|ez|onner|ons)|mensualit\w+"
        r"|moratoire(?! de)|plan (?:de )?(?:paiement|reglement|d apurement"
        r"|d etalement|en \d)|apurement|facilit\w+ de paiement|delais? de (?:paiement"
        r"|grace|reglement)|instal?lments?|payment plan|pay (?:in|over|monthly)"
        r"|raten\w*|ratenzahlung|teilzahl\w*|stundung|plazos|aplazamiento|fraccion\w+"
        r"|rateizz\w+|dilazion\w+|pagament\w+ a rate|piano di (?:rientro|pagamento)"
        r"|traites? avalisee?|reconnaissance de dette",
        r"(?:\d+|cent|deux cents|trois cents|cinquante|trente|quarante|vingt"
        r"|petite somme|un peu|somme|bouts?|quelque chose) ?(?:€|euros?|e\b"
        r"|balles)? ?(?:(?:tous les|par|chaque|chq|/ ?|ts les) ?(?:mois|semaines?"
        r"|quinzaines?|sem\b|lundis?|vendredis?)|par ci)|paiements? mensuels?"
        r"|petits? (?:bouts|versements|paiements)|par petits? bouts?|(?:per|a|each"
        r"|every) (?:month|week)\b(?=.{0,40}\?)|can i pay .{0,30}(?:monthly|weekly"
        r"|a month|parts)",
        leaves=(
            *_SETTLED,
            r"merci (?:pour|de|d avoir accepte) (?:l |votre |cet |le )?(?:etalement"
            r"|echeancier|delai|accord|facilite)",
        ),
    ),
    rule(
        "du temps",
        r"moitie (?:en|fin|debut|maintenant|ce mois|le) .{0,30}(?:moitie|reste"
        r"|autre)|est ce qu(?:e)? ?(?:on|je|nous) p(?:eut|eux|ouvons|ourrait"
        r"|ourrais) (?:\w+ ){0,3}(?:faire|payer|regler|partager|couper)|(?:split\w*"
        r"|spread\w*) (?:the|it|this|over|my|our)|(?:a bit|little|some) more time"
        r"|two (?:payments|halves)|bear with us until",
        r"(?:demand\w+|accord\w+|laiss\w+|donn\w+|octroy\w+|obtenir|besoin|avoir"
        r"|consent\w+|solliciter?|sollicit\w+|voudrais|aimerais|faudrait|faut"
        r"|serait il|peut on|pourr\w+|puis je|souhait\w+|proposer?"
        r"|sous forme) (?:\w+ ){0,7}(?:delais?|report\w*|sursis|temps\b|repit"
        r"|differe\b|decalage|moratoire|gel\b|prolongation|rallonge|allongement"
        r"|quelques (?:jours|semaines|mois)|un mois|deux mois|2 mois|3 mois"
        r"|trois mois|\d+ (?:jours|semaines|mois)(?= (?:de plus|supplement|svp|,|\."
        r"|pour)))",
        r"(?:peut on|pouvez vous|pourriez vous|est ce qu(?:e)? (?:on|vous|je) (?:peut"
        r"|peux|pouvez|pourrait|pourriez|accept)\w*|accepteriez vous|acceptez vous"
        r"|tu peux|tu pourrais|pourrait on|pourrais je|puis je|vous pouvez"
        r"|pourrait il|serait il possible|vous serait il|est il possible|possible"
        r"|si vous pouviez|voulez vous bien|seriez vous d accord|vous conviendrait"
        r"|vous accepteriez) (?:\w+ ){0,8}(?:report\w*|decal\w+|attendre|patient\w+"
        r"|repouss\w+|differ\w+|gel\w+|suspendre (?:la|les|toute|vos) (?:procedure"
        r"|poursuites|demarches?|frais)|bloquer la|attende?[zs]?|jusqu a|jusqu en"
        r"|jusqu au|plus tard|s arranger|un arrangement|arranger|laisser (?:jusqu|un"
        r"|du|le temps)|me laisser|nous laisser|solder? en)",
        r"(?:laiss\w+|donne\w*|accord\w+) (?:moi|nous) (?:\w+ ){0,5}(?:du temps|jusqu"
        r"|delai|mois|semaines|jours|respirer|souffler|me retourner|un peu|le temps"
        r"|juste)|(?:un )?(?:mois|semaine|peu|jours?)s? de (?:plus|delai"
        r"|repit)(?: .{0,40})?\?|un peu de temps|laisse[rz] passer|patienter jusqu"
        r"|vous (?:demand\w+|serais? (?:reconnaissante?|oblig\w+"
        r"|gre)) de (?:bien vouloir )?(?:patienter|attendre|reporter|accepter un"
        r"|suspendre toute|nous (?:accorder|octroyer|consentir))"
        r"|reconnaissante? de patienter|soumise? a votre accord|proposez (?:moi"
        r"|nous)? ?(?:un|une|\W*$)|m ?arranger avec vous|trouver un (?:arrangement"
        r"|accord|terrain)|s arranger\b|(?:juste|encore|que) (?:\d|deux|trois|une"
        r"|quelques) (?:semaines?|jours|mois)\W*$|souffler jusqu|tu peux attendre"
        r"|vous pouvez attendre|peux attendre que|demande pas la charite",
        r"(?:envisageable|possible|ok pour vous|convient|irait|faisable"
        r"|jouable)\b.{0,80}(?:vers|pay|regl|tiers|moitie|fois|mois|trimestre"
        r"|semaine)\w*.{0,80}\?|(?:vers|pay|regl|tiers|moitie|fois|mois|trimestre"
        r"|semaine)\w*.{0,60}(?:envisageable"
        r"|(?<!des que )(?<!vite )(?<!tot )possible|ok pour vous|c ?est ok"
        r"|vous convient|ca irait|faisable|jouable)\b|(?:ca|cela|elle"
        r"|il)? ?vous (?:irait|conviendrait|arrangerait)|a mon rythme|petites sommes"
        r"|moratoire de|(?:sollicit\w+|faire appel a) votre (?:indulgence"
        r"|comprehension pour)|t irait|vous irait|sans ton feu vert"
        r"|que vous consentirez|en une fois\. proposez|laissez moi quelques"
        r"|pouvez vous geler|acceptez vous (?:\d|deux|trois|quatre)"
        r"|vous prions de nous accorder|accepter (?:quatre|trois|deux|cinq"
        r"|\d) (?:echeances|mensualites|versements|traites)",
        r"(?:could|can|would|may) (?:you|we|i|the remaining \d*) (?:\w+ ){0,6}(?:wait"
        r"|extension|extend|more time|postpone|defer|until|delay|grace|later"
        r"|installments?)|(?:need|ask\w*|request\w*|grant us|give (?:me"
        r"|us)) (?:\w+ ){0,5}(?:more time|extension|extra (?:time|days|weeks?)"
        r"|few (?:more )?(?:weeks|days)|until)|zahlungsaufschub|mas tiempo|proroga\b"
        r"|prorroga\b|piu tempo|aufschub|fristverlangerung",
        leaves=(
            *_SETTLED,
            r"(?:vous|tu) (?:m |nous |me )?(?:avez|as|aviez|avoir) (?:\w+ )?(?:attend\w*"
            r"|patient\w*|laiss\w*|accord\w*)|merci (?:d avoir|de (?:votre )?patien\w*)"
            r"|vous (?:remerci\w+) (?:de|d avoir|pour) (?:\w+ )?(?:patien|attend"
            r"|maint)\w*|pas (?:le |eu le )?temps (?:de|d)|en temps voulu|le temps (?:de"
            r"|d|que)|manque de temps|(?:de ton|du) temps libre"
            r"|laissez moi (?:juste )?(?:finir|ouvrir|verifier|regarder)"
            r"|merci de patienter|merci de votre",
            r"(?:ni|aucun) (?:delai|report|echeancier|etalement)",
            r"laissez (?:moi|nous) (?:\w+ ){0,3}(?:jours?|heures?|semaine|minutes?) (?:pour|de|d)"
            r" (?:(?:le|la|les|l|y|m|me) ){0,2}(?:depil|deball|tri|rang|rentr|arriv|retrouv|verif"
            r"|control|rapproch|pointer|cherch|regard"
            r"|consult"
            r"|demand|comprendre|reprendre (?:le|contact)|faire le point|voir)",
        ),
    ),
    rule(
        "le faire plus tard",
        r"je (?:vous )?(?:propose|suggere|proposerais) (?:\w+ ){0,6}(?:\d"
        r"|de (?:vous )?(?:payer|regler|verser|solder)|un (?:acompte|versement"
        r"|premier))|nous vous proposons|proposons (?:\w+ ){0,5}(?:versement"
        r"|reglement|acompte|de (?:regler|solder|verser)|echeance)|qu en pensez vous"
        r"|dites (?:moi|nous|le moi) (?:si (?:c ?est|cela|vous)|oui|ce que vous|vite)"
        r"|(?:ca|cela) vous (?:irait|va|conviendrait|convient)"
        r"|si vous (?:etes d accord|acceptez|le voulez|en etes d accord|me dites oui)"
        r"|vous conviendrait|peux (?:vous )?(?:pas )?(?:tout )?(?:payer|regler|sortir"
        r"|faire) (?:\w+ ){0,4}d un (?:coup|bloc)|pas (?:tout )?(?:d un (?:coup|bloc)"
        r"|en une (?:seule )?fois)|quand je touche|si on pouvait"
        r"|pouvez vous (?:attendre|patienter)|la moitie (?:quand|maintenant|ce mois)",
        leaves=(
            r"propose de (?:vous )?rappel\w*",
            *_SETTLED,
            r"(?:facture|rib|carte|cheque)s? .{0,20}vous (?:convient|va)|rappel\w* (?:moi"
            r"|nous)",
        ),
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """Where the text asks for instalments or time."""
    return find_by(Intent.PLAN_REQUEST, _RULES, text) + find_plans(text)
