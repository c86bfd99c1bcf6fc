"""Which of the dates that a sentence names are days on which its writer pays.

Of an invoice's date, a meeting, a salary, an absence and a payment in one sentence only the last
is a promise. A sentence is cut into clauses; each date is weighed by the words of its own clause
(0: another business, 1: nothing said, 2: something is sent or done, 3: money is paid), and the
heaviest dates are kept. A wrong date is worse than none.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from relance_mailer.reading.amounts import amounts_in, with_sums_at
from relance_mailer.reading.calendar_words import MONTH
from relance_mailer.reading.date_choices import (
    VAGUE,
    Weighed,
    is_fallback,
    is_one_more,
    is_told_again,
    just_before,
    settles,
    without_alternatives,
)
from relance_mailer.reading.date_clauses import MERE, Clause, clause_at, clauses_of
from relance_mailer.reading.date_others import is_an_old_word, is_another
from relance_mailer.reading.dates import Dated
from relance_mailer.reading.intents.phrases import any_of
from relance_mailer.reading.tenses import AHEAD, INCOME, PAST, owns

_MONEY = re.compile(
    r"\b(?:pa(?:ie|ye|y)\w*|regl(?!ement interieur)\w+|vir(?!us|age)\w*|vers(?!ion)\w+|sold\w+"
    r"|cheque\w*|chq|lcr|traite a|sepa|tip|(?<=s )sous|reglement\w*|mandat\w*|prelev\w+|acompte\w*"
    r"|moitie|tiers|reste(?! a (?:votre|disposition)| disponible| joignable)|solde|echeance\w*"
    r"|credit\w*|debit\w*|encaissable\w*|acquitt\w+|honor\w+|valeur|run|campagne|bon a payer"
    r"|recevr\w+|(?:vous|tu) (?:l |les )?(?:aurez|avez|auras|as) (?=\w+di\b|demain|le \d|avant|au )"
    r"|parvien\w+|parviendra|programm\w+|execut\w+|argent|ordre\b"
    r"|settl\w+|transfer\w*|wire\w*|payment\w*|balance|clear\w*"
    r"|zahl\w+|bezahl\w*|uberwie\w+|uberweis\w+|beglich\w+|begleich\w*|betrag|rechnung"
    r"|bonifico|paghe\w+|pagat\w+|pagamento|sald\w+|pag\w+|transferencia|abon\w+)"
    r"|\d ?(?:€|euros?\b|eur\b|k\b|e\b)|\bpart(?:ent|ira|iront)?\b(?= (?:le|la|lundi|mardi|mercredi"
    r"|jeudi|vendredi|demain|au|en|avec|dans|semaine|fin|mi|debut))"
)
_SENT = any_of(
    r"(?:aura lieu|auront lieu|envoi\w*|envoy\w+|enverr\w+|post\w+|depos\w+|ce sera|c est"
    r"|prevu\w*|due|sent|send"
    r"|fais|ferai|faire|fera|mets|mettrai|traite|occupe|donne\w*|session|serie|le sera|chez vous"
    r"|part\b|parti\w*|partent?|servie?s?\b|engage|aurez|auras|valid\w+|ordonnanc\w+|lot|promis"
    r"|ok|sans faute"
    r"|au plus tard|dernier delai|go out|goes out|going out|facture|invoice)",
)
# The authority gives the order, which is not yet the payment.
_ORDERED = any_of(
    r"(?:sign(?:e|er|era|erai|erons|ons|ent|eront)|mandat\w+|ordonnanc\w+|valid\w+|comptabilis\w+"
    r"|saisi\w*)"
)
_BUSINESS = any_of(
    r"(?:rendez vous|rdv|reunion|reuni\w*|conseil|assemblee|comite|commission"
    r"|audience|tribunal|bureau se|rentre\w*|revien\w*|retour|de retour|conge\w*|vacances"
    r"|absen\w+|ferm\w+|hospitalis\w+|formation|ferie\w*|fetes?"
    r"|me (?:doit|fait)|nous doit|rembourse|mon client|notre client|loto"
    r"|kermesse|marche le|livr\w+|commande|contrat|devis|election|elu\w*"
    r"|demenag\w+|signe (?:la|le)|signera|arrete\w*|disponible|joignable|appel\w*|rappel\w*"
    r"|telephon\w+|ecri\w+|parl\w+|dit|demand\w+|notre entretien|passage de|travaux|chantier"
    r"|repasse\w* (?:au|a la)|rouvr\w+|gel(?:e|es|ee|ees)\b|suspendu\w*|interrompu\w*|pars\b"
    r"|partons"
    r"|ouvr(?!e|able)\w+|clotur\w+|inventaire|a lieu|vente|vient|verrai|verra"
    r"|aviser\w*|reprend\w*|ait le|bloque\w*|informatique|caf|pole emploi"
    r"|france travail|subvention|prochaine relance|cherch\w+|parapheur|vote\w*|divorce"
    r"|returns?|back|holiday|meeting|delivery|delivered|seche\w*|nuit d\w*|passe (?:prendre|chez"
    r"|vous voir)|timbre|saurai|finit|termine\w*|commence\w*|sur mon compte)",
)
_THERE = any_of(
    r"(?:est|sera|serai|serons|sont|seront|suis|is|will be|be) (?:\w+ )?(?:la|present\w*|rentree?s?"
    r"|de retour|au bureau|absent\w*|ferme\w*|disponibles?|joignables?|back|there|here|away|off)"
    r" (?:a partir |des |jusqu |on |from |until )?(?:le |au |du |d )?(?:\d|\w+di\b|\w+day\b|demain)"
)
_NEGATED = any_of(
    r"(?:(?:je|j|on|nous) (?:ne )?sai[st] pas|don t know|n attend\w+ (?:rien|pas|plus|aucun)|ne"
    r"|n) (?:\w+ ){0,4}(?:pas|plus|rien|jamais) (?:\w+ )?(?:pay\w+|regl\w+"
    r"|vir\w+|faire|partir|possible|etre possible|vers\w+|honor\w+|la)"
    r"|(?:regler\w*|paier\w*|payer\w*|virer\w*|verser\w*) (?:pas|rien|plus) avant"
    r"|pas possible|impossible|pas en mesure|incapables? de"
    r"|(?:pourrai|peux|va|vais) (?:pas|plus)|pas celui du|jamais dit"
    r"|pas avant les|rien faire avant|not (?:be able|possible)|cannot|can t|unable"
    r"|rien ne (?:sera|part|partira|peut)|aucun (?:paiement|virement|reglement) (?:\w+ )?n"
    r"|(?:je|j|on|nous) (?:ne )?sai[st] pas (?:si|quand)|aurait ete|a defaut|faute de quoi|sinon"
    r"|si (?:jamais|jeudi|lundi|mardi"
    r"|mercredi|vendredi|vous n|on le|rien|vous (?:envoyez|nous|me|m))"
    r"|serait (?:reporte|reportee)|sans (?:reponse|nouvelles?|retour|reaction)\b"
    r"|ne (?:tiendr\w+|tien\w+|vaut|valent) (?:pas|plus)",
)
_ASKED = any_of(
    r"(?:vous|tu) (?:me |nous |m |n )?(?:avez |aviez |as )?(?:demand|exig|reclam|impos|souhait"
    r"|voul|voudr|fix|propos)\w*"
    r"|you (?:ask|want|demand|request)\w*"
)
_HOPED = any_of(
    r"(?:j ?espere|nous esperons|on espere|esperons|en esperant|peut etre|j ?essa[iy]\w+"
    r"|si tout va bien|i hope|we hope|hopefully|maybe|hoffe\w*|espero|spero)"
)
# What has left will be seen: "le virement est parti, vous devriez le voir demain".
_ARRIVES = any_of(
    r"(?:(?:devri\w+|allez|vas) (?:\w+ )?(?:voir|recevoir|avoir)|arriver\w*"
    r"|should (?:see|receive|have|be)|vous (?:le |l )?(?:verrez|recevrez)|figurera|apparaitra"
    r"|credite\w*)"
)
_CONDITION = any_of(
    r"(?:si (?:vous|tu|le|la|les|l|on|mon|ma|notre)|if (?:you|the|we)|wenn sie|sobald|une fois"
    r"|des (?:que|reception)|lorsque|quand vous|a (?:la )?reception|sous reserve|a condition"
    r"|apres reception|sur reception|once|upon|as soon as|when you)\b",
)
# "Rappelez-moi si vous n'avez rien reçu": no payment waits for it.
_IF_UNHEARD = re.compile(r"\bsi (?:vous|tu) (?:n |ne )(?:avez|aviez|as|recev\w+|voyez|voyiez)\b")
_RELATIVE_ROWS = {
    "today", "in_days", "hours", "bare_days", "fortnight", "eight_days", "ten_days", "tomorrow",
}  # fmt: skip
_FROM_TODAY = re.compile(
    r"^ ?(?:ouvres? )?(?:a compter|a partir|from) (?:de |d |du )?(?:aujourd|ce jour|maintenant"
    r"|demain"
    r"|today|now|la presente)"
)
_FROM_AN_EVENT = re.compile(
    r"^ ?(?:ouvres? |maximum |max )?(?:apres|ensuite|plus tard|a compter|a reception|suivant"
    r"|des (?:la |le |que"
    r"|reception)|qui suivent|a partir|from|of (?:receipt|receiving)|after|following|upon"
    r"|once|nach)"
)
# The day on which it falls due gives way to the one on which it is paid.
_DUE = re.compile(
    r"\b(?:echeances?|datee?s?|bordereau|echue?s?|exigibles?|due(?: date)?)(?: interne| le| au"
    r"| du| de| on"
    r"| the|,| :)*"
    r" ?$"
)
# What nobody vouches for, or what hangs on somebody else's money, is no day.
_DOUBTED = any_of(
    r"(?:(?:wouldn t|won t|can t|not) (?:swear|promise|guarantee)|no promises"
    r"|(?:n en|j en) sais rien|sans (?:certitude|garantie)|rien de (?:sur|certain|garanti)"
    r"|si j y arrive|si je m en sors|si j arrive a\b"
    r"|ne (?:vous |te |le |la )*(?:promets|promettons|garanti\w*|jure\w*) (?:rien|pas))"
)
_ON_A_THIRD = any_of(
    r"si (?:mon|ma|notre|nos|mes|le|la) (?:\w+ )?(?:client\w*|banque|assur\w+|caf|locataire\w*"
    r"|subvention\w*|prime|pret|credit) .{0,60}(?:pa[iy]e|verse|vire|debloque|accord|valid|arriv"
    r"|tomb)"
)
_OTHER_CREDITOR = any_of(
    r"(?:urssaf|(?<!avec )(?:les|des|nos) salaires|loyer|impots?|la tva|msa|(?:pay|vers|vir"
    r"|regl)\w+ (?:\w+ )?(?:les|des|mes"
    r"|nos) salaires|(?:autre|mon|notre|d autres)"
    r" fournisseurs?(?! le))\b|promis? a (?!vous|toi|tous|tout|mon|ma|notre|nos|la |payer|regler)"
    r"(?:\w+ ){1,4}(?:de|d) (?:les|le|la|l)? ?(?:sold|pay|regl|vir|vers)"
)
_TO_YOU = any_of(
    r"(?:vous|te|toi|t|votre|vos|tes|ton|ta|you|your|facture)\b(?! (?:savez|comprenez))"
)
# The authority hands the order to its accountant, who pays when he does.
_HANDED_ON = any_of(
    r"mandat\w* (?:\w+ ){0,3}?(?:part\w*|transm\w+|envo\w+|depos\w+|adress\w+|remis)"
    r" (?:\w+ ){0,3}?(?:tresor|tresorerie|perception|percepteur|comptable public|dgfip|sgc"
    r"|payeur)\b"
    r"|remet(?:s|trai|tons|trons)? (?:\w+ ){1,3}?(?:a|au) (?:la|l|mon|ma|notre)"
    r"|(?:envo\w+|enverr\w+|transm\w+|adress\w+|depos\w+|fourni\w*|recevr\w+) (?:\w+ ){0,2}?"
    r"(?:attestation"
    r"|rib\b"
    r"|bon de commande|facture|documents?|papiers?|justificatif|preuve|copie|duplicata|dossier|mail"
    r"|devis|releve|contrat|photos?)|(?:signe|signera|decid\w+|tranch\w+)\b"
    r"|mandat (?:\w+ )?(?:envoye|transmis|emis|parti|signe|depose)\w*"
    r"|(?:intervention|livraison|reunion|visite|expertise|audience|formation|depannage|installation"
    r"|rendez vous|rdv) (?:\w+ ){0,2}?(?:est |sera |a ete )?(?:bien )?(?:prevu|programm|cal|fix"
    r"|annonc|planifi)\w*|depose\w* (?:une )?(?:plainte|le bilan|mon bilan|un recours)"
    r"|passage (?:le|prevu)|(?:je|on|nous) (?:la |le |y |vous )?regarde\w*|(?:serai|serons|suis"
    r"|sommes) (?:\w+ )?(?:au bureau|sur place|present\w*|en deplacement)"
)
# What will be said that day, or was meant to be paid.
_ANSWERED = any_of(
    r"(?:vous|te|t) (?:le |la |en )?(?:dirai|dirons|rappel\w+|repond\w*|recontact\w+"
    r"|tien\w+ (?:au|informe))"
    # "Je vous donne une date d'ici vendredi", "réponse lundi": what is said that day.
    r"|(?:donn\w+|communiqu\w+|indiqu\w+|precis\w+|fix\w+|transm\w+|envo\w+|enverr\w+|ferai"
    r"|give|send|let you have|confirm) (?:\w+ ){0,3}?(?:dates?|reponse|echeancier|planning"
    r"|calendrier|nouvelles|retour|precisions?|visibilite|confirmation|point|answer|update|news)\b"
    r"|promised (?:me|us)|(?:m|nous) (?:a|ont|avait) promis\w*|minutes|\d h\b"
    r"|reviens vers|revenons vers|reviendr\w+ vers|get back|come back to|let you know"
    r"|(?:rendez vous|rdv) (?:le|lundi|mardi|mercredi|jeudi|vendredi|au)|reponse (?:le|lundi"
    r"|mardi|mercredi|jeudi|vendredi|demain|au|pour)|signature\w*"
    r"|(?:je|nous|on) (?:vous |te )?(?:devai|devions|aurais|aurions)\w*"
)
_PAYMENT_ITSELF = any_of(r"(?:paiement|virement|reglement|payee?s?|regle\w*|vire\w*|cheque)")
_ELLIPTIC = re.compile(
    r"^\W*(?:(?:et|puis|le|la|les|l|au|autre|second|seconde|reste|restants?|solde|moitie|deuxieme"
    r"|acompte"
    r"|troisieme|dernier|derniere|ensuite|ce|qui|manque|complement|quart|enfin|ou|plus|tard|pour"
    r"|a|un|une|meme|montant|tiers|soit"
    r"|and|the|rest|balance|other|half|on|by|remainder|und|den|rest|y|el|chose|autres|deux|trois"
    r"|pareil|idem|autant"
    r"|same|again|aussi|egalement|chaque|petite|grosse|grande|principale|interets|complement"
    r"|celles?"
    r"|celui|d|premiere?|attendra|suivra|suivront|suit|passera|partira|partiront|follows?|goes|out|end|of"
    r"|at|in"
    rf"|for|this|next|versement|{MONTH}"
    r"|derniere|last|e|il|euros?|eur|\d[\d ,.]*|execution|virement|cheque|paiement|reglement|mois"
    r"|x|fois|de|du|somme|facture (?:n )?(?=\w{0,5}\d)|[a-z]{0,5}\d[\w/]*)\b\W*){0,12}$|^\W*$"
)


def payment_days(found: tuple[Dated, ...], words: str) -> list[Weighed]:
    """The dates of a sentence on which its writer pays, heaviest only, in order."""
    if not found:
        return []
    clauses = clauses_of(words, found)
    conditional = _CONDITION.search(_IF_UNHEARD.sub(" ", words)) is not None
    places = [(dated.start, dated.end) for dated in found]
    amounts = [each.start for each in with_sums_at(amounts_in(words, bare=True), words, places)]
    if _DOUBTED.search(words) or _ON_A_THIRD.search(words):
        return []
    weighed: list[Weighed] = []
    for dated in found:
        if dated.row == "same_day":  # "le 20 juin, juillet et août": as the one before
            weight = weighed[-1].weight if weighed else 0
        elif _is_excluded(dated, words, clauses, conditional=conditional):
            continue
        else:
            weight = _weight_of(dated, words, clauses, amounts)
        if weight:
            weighed.append(Weighed(dated=dated, weight=weight))
    weighed = _with_company(_without_old_words(weighed, clauses), words)
    weighed = _refined(weighed, words)
    heaviest = max((each.weight for each in weighed), default=0)
    kept = [
        each
        for each in weighed
        if each.weight == heaviest
        or _is_elliptic(each.dated, found, words, clauses)
        or _opens_a_share(clause_at(each.dated.start, clauses))
    ]
    return without_alternatives(kept, words)


def of_other_things(found: tuple[Dated, ...], words: str) -> frozenset[int]:
    """Where dates begin that are a letter's, an invoice's, or gone: no other is counted from them.

    "Votre relance du 12 a croisé notre décision : paiement le 20".
    """
    clauses = clauses_of(words, found)
    return frozenset(
        each.start
        for each in found
        if is_another(each, words)
        or (PAST.search(clause := clause_at(each.start, clauses)) and not AHEAD.search(clause))
    )


def _with_company(weighed: list[Weighed], words: str) -> list[Weighed]:
    """ "Les échéances du 30 octobre et du 30 novembre" weigh the same, the heavier weight."""
    result: list[Weighed] = []
    for each in weighed:
        joined = result and _joins(result[-1].dated, each.dated, words)
        if result and (joined or is_one_more(each.dated, words)):
            weight = max(result[-1].weight, each.weight)
            result[-1] = replace(result[-1], weight=weight)
            each = replace(each, weight=weight)
        result.append(each)
    return result


def _joins(before: Dated, dated: Dated, words: str) -> bool:
    """Whether nothing but "et", "puis", "ou" stands between two days."""
    between = words[before.end : dated.start]
    opened = words[dated.start :].startswith(("et ", "puis ", "ou "))
    return _JOINED.fullmatch(between) is not None and (bool(between.strip()) or opened)


_JOINED = re.compile(
    r" ?(?:(?:et|puis|and|ou|or|voire)(?: le)?)?(?: (?:du|de|celle du|celui du|celle de)){0,2} ?"
)


def _without_old_words(weighed: list[Weighed], clauses: tuple[Clause, ...]) -> list[Weighed]:
    """ "J'avais dit le 6, ce sera le 13": the first is gone where the second is told."""
    told = [each for each in weighed if not is_an_old_word(clause_at(each.dated.start, clauses))]
    return told or weighed


def _weight_of(
    dated: Dated, words: str, clauses: tuple[Clause, ...], amounts: Sequence[int]
) -> int:
    before = just_before(dated, words)
    if settles(dated, words) or is_told_again(before) or is_fallback(dated, words):
        return 3
    if _DUE.search(before):
        return 2
    clause = next((each for each in reversed(clauses) if each.start <= dated.start), clauses[0])
    start, end = clause.start, clause.start + len(clause.words)
    if MERE.match(words[start : dated.start] + words[dated.end : end]):
        # "le solde, 420, au 15": the sum stands in the clause before.
        start = max((each.start for each in clauses if each.start < start), default=start)
    stated = any(start <= place < end for place in amounts)
    return _weight(clause.words, stated=stated)


def _weight(clause: str, *, stated: bool = False) -> int:
    own = owns(clause)
    money = stated or _MONEY.search(clause) is not None
    if INCOME.search(clause) and not own:
        return 0
    sent = _SENT.search(clause) is not None
    if _BUSINESS.search(clause):
        if own and money:
            return 3
        return 1 if money or sent else 0
    if money:
        return 2 if _ORDERED.search(clause) and "pa" not in clause else 3
    return 2 if sent else 1


# "…, le reste au retour de mes congés le 8 juin": of a share a holiday says when, not what.
_SHARE_OPENS = re.compile(
    r"^\W*(?:et |puis |then |and )*(?:le (?:reste|solde|complement|premier|second|dernier)|l autre"
    r"|la (?:premiere|seconde|derniere)|the (?:rest|balance|other|second))\b"
)
_APPOINTED = any_of(
    r"(?:livr\w+|reunion|rdv|rendez|audience|intervention|visite|conteste\w*|litige)"
)


def _opens_a_share(clause: str) -> bool:
    return _SHARE_OPENS.match(clause) is not None and not _APPOINTED.search(clause)


def _is_excluded(
    dated: Dated, words: str, clauses: tuple[Clause, ...], *, conditional: bool
) -> bool:
    clause = clause_at(dated.start, clauses)
    if _tells_of_the_past(dated, words, clauses):
        return True
    if settles(dated, words) or is_fallback(dated, words):
        return is_another(dated, words)
    if PAST.search(clause) and not AHEAD.search(clause):
        return True
    above = _clause_before(dated, clauses)
    if _IS_FIXED.match(clause) and _BUSINESS.search(above[-_NOUN:]):
        return True
    if _THERE_BY.search(clause) and _LEFT.search(words[: dated.start]):
        return True
    if words[: dated.start].endswith("(") and INCOME.search(above):
        return True
    if _ARRIVES.search(clause) and PAST.search(words[: dated.start]) and not owns(clause):
        return True
    if dated.row in _RELATIVE_ROWS and (
        conditional or _counts_from_an_event(dated, words[dated.end : dated.end + 40])
    ):
        return True
    if _OTHER_CREDITOR.search(clause) and not _TO_YOU.search(clause):
        return True
    if _ANSWERED.search(clause) and not owns(clause):
        return True
    if _THERE.search(clause) and not _MONEY.search(clause):
        return True
    if _HANDED_ON.search(clause) and not _PAYMENT_ITSELF.search(clause):
        return True
    return (
        is_another(dated, words)
        or _NEGATED.search(clause) is not None
        or _HOPED.search(clause) is not None
        or (_ASKED.search(clause) is not None and not owns(clause))
        or _CONDITION.match(clause.strip()) is not None
    )


# "Le solde à la livraison, prévue le 20": the delivery's day.
_IS_FIXED = re.compile(r"^\W*(?:prevue?s?|fixee?s?|programmee?s?|annoncee?s?) (?:le|pour|au|du)?")
_NOUN = 16
# "Je viens de faire le virement, vous l'aurez demain": it has left already.
_LEFT = any_of(
    r"(?:vien\w+ de (?:faire|virer|payer|regler|poster|emettre|lancer)|(?:virement|cheque|paiement"
    r"|reglement) (?:\w+ ){0,2}?(?:fait|emis|parti|poste|execute|effectue|envoye"
    r"|passe)e?s? (?:ce matin"
    r"|hier|a l instant|ce jour)|confirme l execution|(?:ai|avons|a ete|est) (?:bien "
    r"|deja )?(?:fait"
    r"|emis|parti|poste|execute|effectue|envoye|vire|paye|regle)e?s?\b)"
)
_THERE_BY = any_of(
    r"(?:vous (?:l |les |le )?(?:aurez|avez|recevrez|verrez)|(?:sera|seront) (?:chez vous|sur votre"
    r"|credite)|arriv\w+|you (?:ll|will|should) have)"
)


def _clause_before(dated: Dated, clauses: tuple[Clause, ...]) -> str:
    place = next((at for at, one in enumerate(clauses) if one.start > dated.start), len(clauses))
    return clauses[place - 2].words if place > 1 else ""


def _counts_from_an_event(dated: Dated, after: str) -> bool:
    """ "30 jours à réception" names no day; "10 jours à compter d'aujourd'hui" does."""
    if dated.row in {"today", "tomorrow"}:
        return False  # "ce soir après la fermeture"
    return _FROM_AN_EVENT.match(after) is not None and _FROM_TODAY.match(after) is None


_MERE_TIME = re.compile(r"^(?:\W|soir|matin|midi|vers|\d\d? ?h|apres midi|dernier|passe)*$")


def _tells_of_the_past(dated: Dated, words: str, clauses: tuple[Clause, ...]) -> bool:
    """ "J'ai bel et bien payé, lundi soir": a mere day behind the past is of the past."""
    place = next((at for at, one in enumerate(clauses) if one.start > dated.start), len(clauses))
    if place < 2:
        return False
    this, above = clauses[place - 1], clauses[place - 2]
    rest = words[this.start : dated.start] + words[dated.end : this.start + len(this.words)]
    joined = dated.row == "bare_day" and re.fullmatch(r"[ ,]*(?:(?:et|puis)[ ,]*)?\W*", rest)
    if not joined and (not dated.row.startswith("weekday") or not _MERE_TIME.match(rest)):
        return False
    return bool(PAST.search(above.words)) and not AHEAD.search(above.words)


def _is_elliptic(
    dated: Dated, found: tuple[Dated, ...], words: str, clauses: tuple[Clause, ...]
) -> bool:
    """ ", le reste le 20": the clause says nothing but a share and its day."""
    start = max((clause.start for clause in clauses if clause.start <= dated.start), default=0)
    clause = clause_at(dated.start, clauses)
    rest, reached = "", start
    for each in found:
        if start <= each.start < start + len(clause):
            rest += words[reached : each.start]
            reached = each.end
    rest += words[reached : start + len(clause)]
    return start > 0 and _ELLIPTIC.match(rest) is not None


def is_a_share(words: str, found: tuple[Dated, ...]) -> bool:
    """Whether a sentence is nothing but a share and its day: "Le 20 : 250 €.", "Solde le 29."."""
    sums = amounts_in(words, bare=True)
    if len(found) != 1 or len(sums) > 1 or len(words) > _SHARE_MAX:
        return False
    spans = sorted([*((each.start, each.end) for each in sums), (found[0].start, found[0].end)])
    rest, reached = "", 0
    for start, end in spans:
        rest, reached = rest + words[reached:start], max(reached, end)
    rest += words[reached:]
    named = bool(sums) or _SHARE.search(rest) is not None
    return named and _ELLIPTIC.match(rest) is not None


_SHARE_MAX = 80
_SHARE = re.compile(
    r"\b(?:acompte|solde|reste|moitie|tiers|versement|virement|cheque|autre|second|seconde|deuxieme"
    r"|troisieme|dernier|derniere|complement|pareil|idem|autant|petite|grosse|half|rest|balance"
    r"|same"
    rf"|celle|pour (?:{MONTH})|[a-z]{{1,4}} ?\d{{3,}})\b"
)
_MONTH_ROWS = {"month_part", "in_month", "relative_month", "fortnight_of"}


def _refined(weighed: list[Weighed], words: str) -> list[Weighed]:
    """ "début janvier promis, le 6 exactement": the day tells what the period meant."""
    result: list[Weighed] = []
    for each in weighed:
        head = words[each.dated.start : each.dated.end]
        if result and each.dated.row == "today" and head.startswith("dans la "):
            # "le 10, virement dans la journée": that day's.
            result[-1] = replace(result[-1], weight=max(result[-1].weight, each.weight))
            continue
        if each.dated.row in _MONTH_ROWS | VAGUE:
            told = [other for other in weighed if _tells(other.dated, each.dated, words)]
            if told:
                continue
            result.append(each)
            continue
        meant = [other.weight for other in weighed if _tells(each.dated, other.dated, words)]
        result.append(Weighed(dated=each.dated, weight=max([each.weight, *meant])))
    return result


_ANOTHER_PART = re.compile(r"\b(?:reste|solde|puis|ensuite|autre|second\w*|et|and|rest)\b|€")


def _tells(day: Dated, period: Dated, words: str) -> bool:
    """Whether the day says when in the period, in the same breath."""
    if day.row in _MONTH_ROWS | VAGUE | _RELATIVE_ROWS or not _lies_in(day, period):
        return False
    first, second = sorted((day, period), key=lambda dated: dated.start)
    return _ANOTHER_PART.search(words[first.end : second.start]) is None


def _lies_in(day: Dated, period: Dated) -> bool:
    if period.row in _MONTH_ROWS:
        return _month(day.on) == _month(period.on)
    return period.row in VAGUE - {"weekday"} and _week(day.on) == _week(period.on)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]
