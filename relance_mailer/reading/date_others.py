"""Dates that are another thing's: an invoice's, a letter's, an event's, a habit's, a state's.

"La facture du 3", "l'incendie du 17", "la poste ferme le vendredi", "le 10, c'est aujourd'hui".
"""

import re

from relance_mailer.reading.dates import Dated
from relance_mailer.reading.intents.phrases import any_of
from relance_mailer.reading.tenses import PAST, owns

_NOT_A_PROMISE = re.compile(
    r"(?:factures?|relances?|mails?|(?<!au )(?<!par le )(?<!dans le )courriers?|lettres?|rappels?"
    r"|messages?"
    r"|commandes?|devis|recommandes?|courriels?|livraisons?|reunion(?: de \w+)?|comite|seance"
    r"|commission|entretien|visite|intervention"
    r"|audience|demeure|avoir|releve|statement|invoices?|reminder|letter|email|rechnung|factura"
    r"|fattura"
    r"|echeance etait|bon) (?:(?:n|no|numero|ref|[\w/-]{0,12}\d[\w/-]{0,12}|ci jointe?|recue?s?"
    r"|(?<!r)emise?s?|datee?s?|initiale?|echue?s?|impayee?s?|precedente?s?|en date|was) ){0,3}"
    r"(?:du|de|d|of|dated|au|vom|del|:) ?$"
    r"|(?:depuis|a partir|a compter|apres|jusqu|since|after|from|until|till"
    r"|recue?s?|(?<!r)emise?s?|remise(?= $)|echue?s?|livree?s?|deposee?s?) (?:le |du |de |d "
    r"|au |on |the |a )?$"
    r"|(?:mois|salaires?|paie|loyer|prestations?|travaux|chantier|periode"
    r"|week ?end|pont|fete|foire|mariage"
    r"|exercice|trimestre|saison) (?:de |d |du )$"
    r"|(?:fermeture|cloture|conges?|treve|inventaire|primes?) (?:annuelle )?(?:de |d )$"
    r"|(?:wrote|said|told you) (?:on |it |for )?$"
    r"|(?:tous les|chaque|every|each) $|\b(?:c est|c etait|sera|tombe) un $"
    r"|\b(?:prend|prendra|prennent|dure|durera|met|mettra|mettent) (?:bien |environ |encore "
    r"|toujours )?$|\b(?:au lieu|plutot que|instead of)(?: de| le| du)* ?$"
    r"|\b(?:pas de \w+|rien) avant (?:le )?$|\bpas avant (?:le )?$"
    r"|\b(?:pas|rien|non|not|nicht|ni) (?:le |pour |avant |this |ce |cette )?$"
)
# "Laissez tomber la date du 10 que je vous avais donnée."
_CALLED_OFF = any_of(
    r"(?:laiss\w+ tomber|oubli\w+|annul\w+|ne (?:tien\w+|vaut) plus|caduque?|plus d actualite"
    r"|forget"
    r"|scrap|ignore|ne (?:pourra|pourront|peut|sera|seront|pouvons) (?:\w+ )?(?:pas )?(?:etre"
    r" )?(?:respect"
    r"|tenu|honor|tenir)\w*|j?pe(?:ux|ut)? pas (?:la )?(?:tenir|honorer|respecter))"
)
_SAID_BEFORE = re.compile(
    r"^ ?,? (?:que|qu|dont|i|we|that)\b.{0,30}\b(?:avais?|avions|avez|aviez|ai|avons|gave|told"
    r"|said)\b"
)
_ITS_DATE = re.compile(
    r"\b(?:dates?|promesses?|echeances?|engagement|parole|promis|dit|annonce)(?: du| de| le|"
    r" pour)* ?$"
)
# "Notre assemblée est mercredi 21, mais ça n'a rien à voir."
_NOTHING_TO_DO = re.compile(
    r"^\W*(?:mais |et )?(?:ca|cela|ce|qui) (?:ne )?n (?:a|aura) (?:strictement |pas |absolument"
    r" )?(?:rien a"
    r" voir|d influence|de rapport|d incidence)"
)
# "Un copropriétaire demandait qu'on vous paie tout en janvier."
_SOMEBODY_WANTED = re.compile(
    r"\b(?:demandait|demandaient|voulait|voulaient|souhaitait|souhaitaient|exigeait|reclamait)"
    r" (?:que |qu )"
    r"[^,;.]{0,40}$"
)
# "Je m'étais engagé pour le 6, je tiendrai le 13": the old word, where a new one stands beside.
_TOLD_ONCE = any_of(
    r"(?:ai|avons) (?:bien |deja )?(?:dit|annonce|indique)\b|"
    r"(?:etais|etions|avais|avions|avait) (?:\w+ ){0,3}?(?:engage|promis|dit|annonce|prevu|indique"
    r"|donne|communique|parle|convenu|fixe|ecrit|compte)\w*"
    r"|(?:prevu|promis|annonce|convenu)\w* initialement|initialement (?:prevu|promis|annonce)\w*"
    r"|(?:had|d) (?:said|promised|told|planned|agreed)|originally"
)


def is_an_old_word(clause: str) -> bool:
    """Whether the clause repeats what was once said of a payment."""
    return _TOLD_ONCE.search(clause) is not None


_EVERY_WEEK = re.compile(r"(?<!avant )(?<!pour )(?<!d ici )(?<!au plus tard )\ble $")


# "La campagne de vendredi prochain", "le lot de jeudi en huit": surely one to come.
_SURELY_NEXT = re.compile(r"(?:prochaine?|pro|en (?:huit|8|quinze|15)|qui vient|suivant|d apres)$")


def _is_no_day_to_come(before: str, head: str, words: str) -> bool:
    """ "C'est réglé, virement de vendredi" is gone, "fermé le vendredi" comes every week."""
    if before.endswith(" de ") and PAST.search(words) and not _SURELY_NEXT.search(head):
        return True
    return head.endswith("di") and _EVERY_WEEK.search(before) is not None


_AFTER_IT = re.compile(
    r"^ ?(?:dernier(?! delai)|passe\b|last|je saurai|pas possible|ca va pas"
    r"|qui (?:l|m|vous) arrange)"
)
_INVOICE_BEFORE = re.compile(
    r"(?:factur\w*|relance|mail|(?<!au )courrier|lettre|rappel|message|commande|devis"
    r"|courriel|mise en demeure|recommande)"
    r" (?:[\w/-]+ |de (?:(?:m|mr|mme|mlle|me|maitre|monsieur|madame|votre|notre)\.? )?\w+ )?$"
)
# Whoever passes by, checks or repairs that day brings no money.
_VISITOR = any_of(
    r"(?:l|le|la|un|une|votre|notre|son|vos|mon) (?:organisme|inspect\w+|expert(?! comptable)"
    r"|technicien\w*|depann\w+|livreur\w*|ouvrier\w*|auditeur\w*|controleur\w*|architecte|chauffeur"
    r"|plombier|electricien|reparateur|installateur|poseur|equipe technique|huissier|transporteur)"
    r" (?:\w+ ){0,3}?(?:pass\w+|vien\w+|interv\w+|repass\w+|arriv\w+|livr\w+|termin\w+)"
)
_OF_A_PAYMENT = any_of(r"(?:cheque|especes|virement|liquide|encaiss\w+)")
_AT_MY_RETURN = re.compile(r"\b(?:a|des) (?:mon|notre|son|leur) retour,? (?:le |lundi )?$")
_PAYS = any_of(
    r"(?:pa[iy]\w+|regl\w+|vir(?!us)\w+|vers(?!ion)\w+|sold\w+|cheque|mandat\w+|depos\w+)"
)
# "Nos paiements partent les 10 et 25": how they pay, and no day of this payment.
_RUNS_ON = re.compile(
    r"\b(?:(?:nous (?:pay|regl)ons|on (?:paie|paye|regle))(?: (?:tous )?(?:nos|les) (?:fournisseurs"
    r"|factures))?|(?:nos|les) (?:paiements|virements"
    r"|reglements|campagnes|runs|fournisseurs|mandatements) (?:fournisseurs )?(?:partent"
    r"|sont (?:\w+)|ont lieu|interviennent|se font|tombent|s effectuent)) (?:\w+ ){0,2}?$"
)
_ALWAYS = re.compile(
    r"\b(?:nous (?:pay|regl)ons|on (?:paie|paye|regle)) (?:toujours|habituellement|d habitude"
    r"|normalement|en general|systematiquement|d ordinaire) (?:le \d{1,2} )?$"
)
# "On paye nos fournisseurs le 15 et le 30": two days for all the world.
_EVERYBODY = re.compile(r"\b(?:nos|tous les|les) (?:fournisseurs|factures)\b")
_TWO_DAYS = re.compile(r"le \d\d? e$")
_SEVERAL = re.compile(r"^ ?(?:et|,|ou) (?:le )?\d")
# What bears the day of a payment: "le virement du 10"; any other noun's day is its own.
_BEARS_A_PAYMENT = re.compile(
    r"\b(?:virements?|vir|paiements?|reglements?|cheques?|versements?|prelevements?|traites?|lcr"
    r"|mandats?|mandatements?|lots?|runs?|trains?|series?|sessions?|campagnes?|vagues?|fournees?"
    r"|echeances?|dates?|valeurs?|celui|celle|ceux|semaines?|journee|matinee|soiree|nuit|soir|matin"
    r"|liste|pile|paquet|tour|cycle|traitement|bordereau|execution|emission|depart|decaissement"
    r"|lotissement|remise|campagne"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|autour|partir|compter|proche|des|fin|mi"
    r"|debut|quinzaine|decade|passe|prevu|tresorerie|fournisseurs?|groupes?) $"
)
_NOUN_OF_A_DAY = re.compile(
    r"\b(?:l|le|la|les|un|une|ce|cet|cette|notre|votre|mon|ma|nos|vos"
    r"|en(?= (?:commission|conseil|bureau|comite|assemblee|reunion|seance) )) (\w{4,} )(?:(?:de"
    r"|du|d) \w{3,} )?$"
)


def _is_an_events(before: str) -> bool:
    """Whether "du 17" is the day of a thing that happened: "l'incendie du 17"."""
    noun = _NOUN_OF_A_DAY.search(before)
    if noun is None or _A_LIST_OF_PAYMENTS.search(noun[0]):
        return False
    return _BEARS_A_PAYMENT.search(noun[1]) is None


_A_LIST_OF_PAYMENTS = re.compile(
    r"\b(?:etat|serie|journal) de (?:paiement|mandatement|reglement)s? $"
)


# "Votre comité du jeudi", "chers amis du lundi": a day that names something else.
_OF_A_WEEKDAY = re.compile(
    r"\b(?:comite|reunion|amis?|amie?s|marche|conseil|bureau|menage|match|entrainement"
    r"|repetition|cours"
    r"|repas|dejeuner|messe|equipe|permanence|rituel|mail|message|appel|coup de fil)s? du $"
)
# "Le 10, c'est aujourd'hui", "le compte est à 212 € aujourd'hui": how things stand.
_IS_NOW = re.compile(
    r"^ ?,? (?:c|c est|it s|is) (?:deja )?(?:aujourd|auj\b|today|demain|passe|hier)(?! que)"
    # "Demain c'est férié", "vendredi, c'est l'anniversaire du petit": what day that is.
    r"|^ ?,? (?:c est|it s|is) (?:deja |encore |aussi )?(?:jour |un jour |a |la |le |l |les |mon "
    r"|ma |notre |son |sa |my |our |the )?(?:ferie|chome|bank holiday|public holiday|saint|sainte"
    r"|armistice|anniversaire|fetes?|noel|paques|toussaint|ascension|pentecote|assomption|mariage"
    r"|bapteme|communion|rentree|pont\b|foire|match|reunion|assemblee|inventaire|birthday|wedding"
    r"|christmas|easter)"
)
# "Nous sommes jeudi": the day on which he writes.
_WE_ARE = re.compile(r"\b(?:nous|on) (?:est|sommes)(?: deja| encore| bien)? (?:le )?$")
_FEAST_ROWS = {"saints_day", "feast", "movable_feast", "holy_day", "feast_eve"}
_THAT_IS = re.compile(r"\b(?:c est|it s|it is)(?: deja| bientot| aussi)? $")
_NO_MORE = re.compile(r"^\W*(?:$|[,.;:!?)]|(?:et|donc|aujourd|matin|soir|and|so)\b)")
_STATE = re.compile(
    r"(?:\bc(?: est)?(?: deja)? |\bencaissables? (?:des )?|\b(?:est|sont|suis|sommes) (?:a|de|at) "
    r"[\d .,]{1,10}(?:€|euros?|eur)? )$"
)
# "saisi ce jour pour une exécution le 3": the day of the entry is not that of the payment.
_ENTERED = re.compile(
    r"\b(?:saisie?|enregistree?|programmee?|validee?|preparee?|ordonnee?|signee?|lancee?|entered"
    r"|set up|initiated|mise? en (?:banque|parapheur|signature)) (?:le |on )?$"
)
_AND_RUNS = re.compile(
    r"^,? (?:et )?(?:pour|avec|for|execut|partira|effecti|poste|envoye|expedie"
    r"|vire)[^.;]{0,40}\b(?:execution|le|value"
    r"|valeur|on)\b"
)
# "Vous pouvez encaisser le chèque à partir du 10": the day from which the money is there.
_CASHABLE = any_of(
    r"(?:encaiss\w+|remettre|presenter|deposer) (?:\w+ ){0,3}(?:cheques?|lcr|traite)\b"
    r"|cheques? (?:\w+ ){0,6}a (?:remettre|encaisser|deposer|presenter)\b"
    r"|(?:represent\w+|relanc\w+|refaire|lancer) (?:\w+ ){0,3}prelevements?\b"
    r"|prelevements? (?:\w+ ){0,2}possibles?\b|(?:pouvez|peux) (?:\w+ ){0,2}prelever\b"
)
# "Laissez-moi jusqu'à vendredi et je vous paie."
_GRANTED = re.compile(
    r"\b(?:laiss\w+|donn\w+|accord\w+|give|allow)(?: (?:moi|nous|me|us))? (?:encore |juste )?"
    r"(?:jusqu (?:au|a)|until|till) ?(?:le )?$"
)
# "The payment goes till end of next week", as Germans say "by".
_PAYS_TILL = re.compile(
    r"\b(?:payment|transfer|money|amount|invoice|it|we|i|you)(?: will| shall| ll| is| gets?| then"
    r"| be)* (?:goes|go|leaves?|pay|settle|transfer|do|done|made|paid|settled|transferred|have it"
    r"|have (?:the|your) money|receive(?: it| the money)?|execute|executed|follows?)(?: it| this|"
    r" you| the \w+| your \w+| latest| out)* (?:until|till|til) (?:the |latest )?$"
)
_FOR_THE_MONEY = re.compile(
    r"^ ?(?:for|pour) (?:the |our |your |le |notre |votre )?(?:payment|transfer|money|funds"
    r"|virement"
    r"|paiement|reglement)\b"
)
_FROM = re.compile(r"\b(?:a partir|a compter) (?:du |de )?$")
_FROM_THEN = re.compile(r"\b(?:a partir|a compter) \w{0,3} ?$")


def _is_a_visitors(dated: Dated, words: str) -> bool:
    """ "L'expert passe le 25": somebody's visit; "le livreur passe mardi, on règle jeudi" pays."""
    visit = _VISITOR.search(words[: dated.start])
    if visit is None or _OF_A_PAYMENT.search(words):
        return False
    return _ANOTHER_CLAUSE.search(words[visit.end() : dated.start]) is None


_ANOTHER_CLAUSE = re.compile(r"[,;:(]| (?:et|mais|donc|puis|je|nous|on|vous) ")


def _runs_on(dated: Dated, words: str) -> bool:
    """Whether the day is one of those on which they always pay: "les 10 et 25"."""
    if dated.row != "bare_day":
        return False
    if _ALWAYS.search(words[: dated.start]):
        return True
    head = words[dated.start : dated.end]
    listed = head.startswith("les ") or (head.startswith("le ") and _EVERYBODY.search(words))
    if listed and _SEVERAL.match(words[dated.end :]):
        return _RUNS_ON.search(words[: dated.start]) is not None
    if head.startswith("et le ") and _EVERYBODY.search(words):
        return _RUNS_ON.search(_TWO_DAYS.sub("", words[: dated.start + 1])) is not None
    opened = words.rfind(" les ", 0, dated.start)
    between = words[opened + 5 : dated.start] if opened >= 0 else "?"
    if not re.fullmatch(r"\d\d?(?:,? \d\d?)* (?:et|ou)? ?", between.replace("le ", "")):
        return False
    return _RUNS_ON.search(words[: opened + 1]) is not None


# "Vous me dites ne pas avoir reçu le virement du 10": one that should have come.
_LOOKED_FOR = re.compile(
    r"\b(?:recue?|vue?|vois|voit|voyez|trouve\w*|trace d\w*)(?: \w+){0,2} (?:virement|paiement"
    r"|reglement|cheque) $"
)


# "Ce soir les virements sont coupés", "la banque est fermée lundi".
_SHUT = any_of(
    r"(?:virements?|paiements?|banque|agence|site|plateforme|appli\w*|guichets?|systeme|logiciel)"
    r" (?:\w+ )?(?:est|sont|sera|seront|reste\w*) (?:deja |tous? |aussi )?(?:coup|ferm|bloqu"
    r"|suspen|clos\b|arret|interromp|indisponib|inaccess|en panne|en maintenance)\w*"
    # "Les soldes démarrent demain": a shop's, and no balance.
    r"|les soldes (?:\w+ ){0,2}?(?:demarr|commenc|debut|finiss|termin|ouvr|repren|arriv|battent)"
)


def is_shut(clause: str) -> bool:
    """Whether the clause says that nothing can be paid then, of whatever day it speaks."""
    return _SHUT.search(clause) is not None


# "Celui du 10 est revenu impayé, je le représente vendredi."
_CAME_BACK = re.compile(
    r"^ n(?: a|ont) pas (?:pu|ete)\b|^ (?:est|a ete|etait|n est|n etait) (?:\w+ )?(?:reserve"
    r"|plein|complet|boucle|revenu|rejete"
    r"|refuse|impaye|bloque|retourne"
    r"|annule)"
)


# "Virement du solde lancé ce jour, vous le verrez sous 48 h": gone.
_DONE_TODAY = re.compile(
    r"\b(?:virements?|cheques?|paiements?|reglements?|ordres?|traites?|lcr"
    r"|billets? a ordre)\b(?!.{0,40}\b(?:sera|seront|est"
    r"|va)\b)"
    r".{0,40}\b(?:lance|emis|effectue|execute|parti|envoye|poste|passe)e?s? (?:le |on )?$"
)


def is_cashable_from(dated: Dated, words: str) -> bool:
    """Whether a cheque may be cashed from that day on: "vous pouvez le déposer à partir du 15"."""
    before = words[max(0, dated.start - 45) : dated.start + 3]
    return _FROM_THEN.search(before) is not None and _CASHABLE.search(words) is not None


def _is_that_feast(dated: Dated, words: str) -> bool:
    """ "Demain c'est la Saint-Martin"; "c'est à la Saint-Martin" tells when."""
    said = words[dated.start : dated.end].startswith(("a ", "pour ", "avant "))
    return not said and _THAT_IS.search(words[: dated.start]) is not None


_TODAYS = {"weekday", "weekday_number", "today"}


def is_another(dated: Dated, words: str) -> bool:
    """Whether the date is an invoice's, a letter's, a beginning, or gone."""
    before, after = words[max(0, dated.start - 45) : dated.start], words[dated.end :]
    if (
        _IS_NOW.match(after)
        or (dated.row in _FEAST_ROWS and _is_that_feast(dated, words))
        or (_WE_ARE.search(before) and dated.row in _TODAYS and _NO_MORE.match(after))
        or _CAME_BACK.match(after)
        or (dated.row == "today" and _STATE.search(before))
    ):
        return True
    told_today = words[dated.start : dated.end].startswith(("ce jour", "aujourd", "a l instant"))
    if told_today and _DONE_TODAY.search(before) and not _AND_RUNS.match(after):
        return True
    if _is_a_visitors(dated, words):
        return True
    if _AT_MY_RETURN.search(before) and not _PAYS.search(words):
        return True
    if _runs_on(dated, words):
        return True
    if _AFTER_IT.match(after) or (_ENTERED.search(before) and _AND_RUNS.match(after)):
        return True
    if _NOT_A_PROMISE.search(before) and not _PAYS_TILL.search(words[: dated.start]):
        granted = _GRANTED.search(before) is not None and (
            owns(words) or _FOR_THE_MONEY.match(after) is not None
        )
        return not granted and not (_FROM.search(before) and _CASHABLE.search(words))
    head = words[dated.start : dated.end]
    if head.startswith(("until ", "jusqu")) and not _PAYS_TILL.search(
        f"{words[: dated.start]}until "
    ):
        return True
    if (
        dated.row == "weekday"
        and not after.startswith(" qui ")
        and _is_no_day_to_come(before, words[dated.start : dated.end], words)
    ):
        return True
    if _CALLED_OFF.search(words) and (_SAID_BEFORE.match(after) or _ITS_DATE.search(before)):
        return True
    if _NOTHING_TO_DO.match(after) or _SOMEBODY_WANTED.search(before):
        return True
    if dated.row.startswith("weekday") and _OF_A_WEEKDAY.search(before):
        return True
    if not head.startswith("du "):
        return False
    signs = (_INVOICE_BEFORE, _LOOKED_FOR)
    return any(sign.search(before) for sign in signs) or _is_an_events(before)
