"""Whether a clause speaks of what is gone or of what comes, and whose money it is.

Takes as gone: "je l'ai payée hier", "le virement a quitté la banque"; as to come: "il partira
jeudi", "paiement prévu le 12". "Notre client nous paie" is money that comes in, "nous payons" ours.
"""

from relance_mailer.reading.calendar_words import MONTH, WEEKDAY
from relance_mailer.reading.intents.phrases import any_of

_PAYS_ME = (
    r"(?:pa[iy]ent|versent|virent|reglent|pa[iy]e|paiera|payer|verse|versera|verser|vire|regle"
    r"|reglera"
    r"|regler|doit|rembourse)"
)
INCOME = any_of(
    r"(?:(?:virement|paiement|reglement|cheque|argent) (?:de|d) (?:mon|ma|notre|mes|nos|un|l|la) "
    r"(?:client\w*|assur\w+|banque|caf|locataire\w*|mutuelle|region|subvention|departement|mairie"
    r"|agence|assurance)|attend\w* (?:l |le |la |un |une |les |des )?(?:gros |grosse )?(?:argent"
    r"|subvention|virement|paiement|reglement|encaissement|rentree)|(?:mon|son|le) salaire"
    r"|(?:salaires?|paies?|payes?|loyers?|pensions?"
    r"|cotisations?|subventions?"
    r"|primes?|allocations?|rsa|aides?|argent|client\w*|rentree\w*|recettes?) (?:\w+ ){0,3}?tomb\w+"
    r"|tomb\w+ (?:les?|la|mes|nos|ma|mon) (?!\d|\w+di\b|jour|lendemain)"
    r"|(?<!avec )(?<!apres )(?<!avant )(?<!avec toute )la pa(?:ie|ye)\b|touche\w*|j(?:encaiss"
    r"|touch)\w+"
    r"|(?:acompte|client\w*|recettes?|loyers?|arrhes|fonds|subvention|prime|remboursement|paie)"
    r" (?:qui "
    r"|me |nous |doit |va )*(?:rentr|tomb|arriv|debloqu)\w+|solde de (?:la|mon|notre|l)"
    r" (?:mairie|commune"
    r"|client\w*|region|departement|etat)"
    r"|(?:suis|serai|sommes|serons) paye\b"
    r"|(?:conjoint|mari|femme|compagn\w+|fils|fille) (?:est|sera) payee?\b"
    r"|(?<!vous )toucher\w*|acompte qui|recevoir \d|recu \d"
    r"|(?<!vous )(?<!pourrez )(?<!pouvez )(?<!\ba )(?<!pas )encaiss(?!able|ez)\w+|recois|recevrai"
    r"|recevons"
    r"|sur mon compte"
    r"|(?:client\w*|assurance\w*|assureur\w*|caf|banque|locataire\w*|maitre d ouvrage"
    rf"|donneur d ordre|mutuelle|notaire|etat|region|sucrerie|laiterie) (?:(?!pour |vous )\w+"
    rf" ){{0,3}}?(?:me |nous "
    rf"|m )?{_PAYS_ME}\b"
    rf"|(?:me|nous|m) {_PAYS_ME}\b)",
)
_OWN_PLEDGE = any_of(
    r"(?:je|j|on|i|we) (?:ne |vous |te |t |la |le |les |l |y |en |m |will |ll )*(?:pa[iy]\w+"
    r"|regl\w+|vir\w+|vers\w+|sold\w+|fer(?:ai|ons)|fais|fait le (?:virement|cheque)"
    r"|envo\w+|enverr\w+|depos\w+|poste\w*|mets|engage|pay|settle|transfer|wire)"
    r"|(?:je|j|on|nous) (?:le|la|les|l) (?:repasse|retente|represente|refais|relance)\b"
    # "Notre client nous paie" is no pledge of ours.
    r"|nous (?:vous |te |t |la |le |les |l |y |en |nous )*(?:pa[iy]\w*ons|regl\w*ons|vir\w*ons"
    r"|vers\w*ons|sold\w*ons|ferons|faisons|envo\w+ons|enverrons|depos\w*ons|post\w*ons"
    r"|mettons|engage\w*)"
    r"|vous (?:serez|aurez|l aurez|etes pay)"
    r"|il vous (?:paie|paye|regle)\w*|(?:partir\w*|partent|part) (?:chez|le|au|des|avec)"
    r"|elle (?:sera|est) (?:payee|reglee|viree)"
)
# "Vous l'avez mercredi", "vous avez demain votre argent": a day to come, and no participle.
_NO_DAY = r"(?!(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|ce soir|le \d)\b)"
# Words that end as participles do and are none.
_NO_PARTICIPLE = (
    r"(?:une|votre|notre|cette|compte|comptable|caisse|banque|facture|somme|semaine|mois|date|reste"
    r"|solde|moitie|liste|pile|base|depuis|puis|jamais|mais|encore|entre|contre|comme|autre|centre"
    r"|juste|avis|parole|promesse|confiance|plus|vous|nous|tous|sous|prochaine?|quinzaine"
    r"|argent|codes|acces|cles|identifiants|signatures?|confirme que)\b"
)
# "It is paid on Friday the 20th": what was paid was paid, and what is paid that day will be.
_ON_A_DAY = (
    rf"(?:(?<=\bis paid)|(?<=\bare paid)|(?<=\bs paid)) (?:on|by|before) (?:{WEEKDAY}|(?:the )?"
    rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}|{MONTH} \d|the \d{{1,2}}(?:st|nd|rd|th)\b)"
)
PAST = any_of(
    r"(?:allais|allions|allait|comptais|comptions|voulais|voulions|pensais|pensions"
    r"|etais sur le point|etais prete?|etait prete?|etions pretes?)\b",
    r"(?:payee?s?|reglee?s?|soldee?s?|viree?s?) par (?:le|la|l|les|notre|mon|ma|nos|un|une)\b",
    r"(?<!je )(?<!on )(?<!nous )(?<!je les )(?<!je la )(?<!je le )(?<!on la )(?<!on les"
    r" )(?:payee?s?|reglee?s?|soldee?s?) (?:par|en|via|sur) (?:carte"
    r"|virement|cheque"
    r"|cb|lcr|especes|ligne|votre|prelevement|tip)|confirmee?s? (?:sur|le \d)",
    r"(?:ai|as|(?:on|il|elle|qui|nous|m|l|vous|client|banque|bureau|\w+iere?"
    rf"|compta|direction) a|avons|avez|ont|jai|g|avait|avais|aviez|avions|ete) {_NO_DAY}"
    rf"(?!que \d)(?:\w+ ){{0,3}}?(?!{_NO_PARTICIPLE})(?:\w{{2,}}(?:ee?s?|ies?|is|us?|ues?|it"
    r"|ert)\b)|(?:viens|vient|venons|viennent) (?:\w+ ){0,2}?(?:de|d) (?!mois)\w+"
    r"|(?:ai|as|a|avons|avez|ont) (?:bien |deja )?eue?s?\b"
    r"|\ba (?:bien |deja |ete )?(?:quitte|saute|passe|vire|regle|paye|verse|envoye|emis|debite"
    r"|execute|effectue|encaisse|transmis|poste|depose)e?s?\b|(?:est|sont|etait|etaient|suis"
    r"|sommes) (?:bien |deja "
    r"|\w+ |\w+ et \w+ |\w+ \w+ )?(?:pass|part|sorti|arriv|venu|repart|revenu|rest|tomb|all|paye"
    r"|regle(?!ment)"
    r"|encaisse|debite)\w*|(?<!be )(?<!get )(?<!gets )(?<!getting )"
    r"(?<!having it )(?<!having this )(?<!getting it )(?<!getting you )(?<!becomes )paid\b"
    rf"(?!{_ON_A_DAY})|ended|had|have been"
    r"|(?<!to )(?<!right )left (?:our|us|my|this|last|the (?:bank|account|building|house))\b"
    r"|(?<!to )(?<!right )(?<!is )(?<!s )left (?:the|on)\b|(?<!be )(?<!get )(?<!gets )sent\b"
    r"|keyed in|was"
    r"|were|contenait|etait|distribue|levee?s?"
    r"|poste(?:e|es|s)? \w+di (?:a|dans) (?:la|ma|notre|votre) (?:boite|poste)"
    r"|(?:parti|vire|verse|paye|regle|envoye|poste)e?s? (?:hier|ce matin|\w+di dernier"
    r"|la semaine derniere"
    r"|il y a)|commencee?s?|repart\b(?! (?:le|au|en|lundi|mardi|mercredi|jeudi|vendredi|demain|ce"
    r" soir|cette|des|dans|fin|debut)\b)|rejet(?:s|ee?s?)?\b|hier|deja|went|yesterday"
    r"|wurden?|haben|habe|bereits|ha sido|hemos|he pagado|e stat[ao]|abbiamo",
)
AHEAD = any_of(
    rf"(?:is|are|s) (?:\w+ )?paid(?={_ON_A_DAY})",
    r"(?:(?:assure|dit|confirme|promis|garanti|annonce|certifie|affirme|jure|indique|precise)\w*"
    r"(?: par \w+| au telephone| hier| ce matin)? qu\w* "
    r"(?:\w+ ){1,6}?\w+(?:rait|raient|riez)\b|mise?s? en paiement (?:pour|au) |(?:ai|avons|a|ont)"
    r" (?:\w+ )?(?:decide|choisi|convenu) (?:de|d|que|qu)\b|(?:ai|avons|a|ont) (?:\w+ )?(?:cale"
    r"|fixe"
    r"|positionne|programme|planifie|inscrit) (?:\w+ ){1,5}?(?:au|pour|le|sur) (?=\d|le \d"
    r"|\w+di\b|fin\b"
    r"|mi\b|la fin)|(?:\w+di|\d|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre"
    r"|novembre|decembre|mois|semaine|demain|sainte? \w+) c est (?:paye|regle|vire|fait|chez vous)"
    r"|sans faute|c est sur|attendue?s?\b|\w+(?:rai|ras|ra|rons|rez|ront)\b|(?:vais|vas|va"
    r"|allons)\b"
    r"|allez|vont|will"
    r"|ll\b|shall|ill (?:have|get|pay|send|do|make|transfer|settle|wire)\b"
    r"|qu\w* (?:\w+ ){0,4}?(?:soi(?:t|ent|s)|soyez) (?:\w+ ){0,2}?(?:pay|regl|vir|vers|sold|mis"
    r"|integr"
    r"|inscri|inclu|pass|trait|honor|mandat|ordonnanc|programm)\w*"
    r"|(?:dit|confirme|assure|promis|garanti|annonce|certifie|affirme|jure|indique)\w* qu\w* "
    r"(?:\w+ ){0,6}?(?:pay|regl|vir|vers|mandat|sold|part|pass|execut)ait\b"
    r"|(?<!comme )prevu\w*|programm\w+|planifi\w+|(?<!comme )(?<!as )promis\w*"
    r"|(?<!1re )(?<!premiere )(?<!une )part\b|partent"
    r"|paie\b|(?:je|on|j|jvous|jte"
    r"|vous|te|la|les|le|l|tt|tout|tu) paye\b"
    r"|(?<!ai )(?<!deja )(?<!avons )(?<!ete )(?<!ont )(?<!avez )(?<! a )(?:regle|vire)\b"
    r"|virement (?:le|lundi|mardi|mercredi|jeudi|vendredi|demain)"
    r"|poste mercredi|doit|engag\w+|donc|ce sera|au plus tard|d ici|ordonnance\w*"
    r"|date du|comptez|differe\w*"
    r"|(?:ai|avons) (?:bien )?(?:note|retenu|bloque|cale|fixe|inscrit|positionne) (?:pour )?(?:le"
    r"|\w+di)\b"
    r"|decal\w+|accorde|(?:vous|tu) (?:etes|es) (?:pay|regl)\w+"
    r"|(?:vous avez|tu as) (?:votre|vos|ton|tes|le|l) ?(?:cheque|virement|argent|reglement)"
    r"|vous (?:l |les )?avez (?:\w+di|demain|ce soir|le \d)"
    r"|(?:donne|demande|transmis|dit|instruction|ordre|consigne)\w* (?:\w+ ){0,2}?a (?:la|l|ma|mon"
    r"|notre|mes|nos) (?:banque|comptab\w+|compta|secretaire|service|siege|mari|femme|tresori\w+) "
    r"(?:de |d |pour )(?:vous |le |la |l )?\w+(?:er|tre|re)\b)",
)
FUTURE = any_of(
    r"(?:\w+(?:rai|rons|ront|era|ira)\b|vais|va|allons|vont|will|ll\b|prevue?s?|programmee?s?"
    r"|planifiee?s?|attendue?s?|going to|scheduled|due to|(?:prelev|encaiss|present|debit)ez"
    r"|(?:pouvez|peux|pourrez) (?:\w+ )?(?:prelever|debiter|encaisser|deposer|remettre"
    r"|representer))"
)
"""A verb in the future, or a participle of what is fixed for later."""


def owns(clause: str) -> bool:
    return _OWN_PLEDGE.search(clause) is not None


def comes(clause: str) -> bool:
    """Whether a clause speaks of what comes: a verb in the future, or no word of the past."""
    if FUTURE.search(clause) or owns(clause):
        return True
    return bool(AHEAD.search(clause)) and not PAST.search(clause)
