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
from relance_mailer.reading.date_alongside import (
    denied_days,
    hangs_on_a_paper,
    has_kept_his_word,
    is_taken_back,
    leaves_himself,
    without_company,
)
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
from relance_mailer.reading.date_english_roles import (
    PAID_THEN,
    has_left,
    is_an_english_old_word,
    is_anothers,
    is_gone,
    without_announcing,
)
from relance_mailer.reading.date_gone import goes_on_in_the_past
from relance_mailer.reading.date_others import (
    is_an_old_word,
    is_another,
    is_cashable_from,
    is_shut,
)
from relance_mailer.reading.date_role_words import (
    ANSWERED,
    ARRIVES,
    ASKED,
    BUSINESS,
    CONDITION,
    DOUBTED,
    DUE,
    ELLIPTIC,
    FROM_AN_EVENT,
    FROM_TODAY,
    HANDED_ON,
    HOPED,
    IF_UNHEARD,
    MONEY,
    NEGATED,
    ON_A_THIRD,
    ORDERED,
    OTHER_CREDITOR,
    PAYMENT_ITSELF,
    RELATIVE_ROWS,
    SENT,
    THERE,
    TO_YOU,
)
from relance_mailer.reading.date_then import earns, pays_then
from relance_mailer.reading.dates import Dated
from relance_mailer.reading.intents.handed_on import hands_on
from relance_mailer.reading.intents.phrases import any_of
from relance_mailer.reading.tenses import AHEAD, INCOME, PAST, owns


def payment_days(found: tuple[Dated, ...], words: str) -> list[Weighed]:
    """The dates of a sentence on which its writer pays, heaviest only, in order."""
    if not found:
        return []
    denied = denied_days(found, words)
    words = without_company(words)
    clauses = clauses_of(words, found)
    conditional = CONDITION.search(IF_UNHEARD.sub(" ", words)) is not None
    on_paper = hangs_on_a_paper(words)
    places = [(dated.start, dated.end) for dated in found]
    amounts = [each.start for each in with_sums_at(amounts_in(words, bare=True), words, places)]
    if has_kept_his_word(words) or DOUBTED.search(words) or ON_A_THIRD.search(words):
        return []
    weighed: list[Weighed] = []
    for dated in found:
        if dated.row == "same_day":  # "le 20 juin, juillet et août": as the one before
            weight = weighed[-1].weight if weighed else 0
        elif (
            (on_paper and dated.row in _COUNTED_ROWS)
            or _is_excluded(dated, words, clauses, conditional=conditional)
            or goes_on_in_the_past(dated, words, clauses, found)
        ):
            continue
        else:
            weight = _weight_of(dated, words, clauses, amounts)
        if weight and dated.on not in denied:
            weighed.append(Weighed(dated=dated, weight=weight))
    weighed = _with_company(_without_old_words(weighed, clauses, words), words)
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


_COUNTED_ROWS = RELATIVE_ROWS - {"tomorrow"}


def _without_old_words(
    weighed: list[Weighed], clauses: tuple[Clause, ...], words: str
) -> list[Weighed]:
    """ "J'avais dit le 6, ce sera le 13": the first is gone where the second is told."""
    told = [each for each in weighed if not is_an_old_word(clause_at(each.dated.start, clauses))]
    return told if told or is_taken_back(words) else weighed


def _weight_of(
    dated: Dated, words: str, clauses: tuple[Clause, ...], amounts: Sequence[int]
) -> int:
    before = just_before(dated, words)
    if settles(dated, words) or is_told_again(before) or is_fallback(dated, words):
        return 3
    if DUE.search(before) and _BILL.search(words):
        return 3
    if DUE.search(before) or _is_said(dated, words, clauses):
        return 2
    clause = next((each for each in reversed(clauses) if each.start <= dated.start), clauses[0])
    if _SIGNED.search(clause.words) and len(clauses) > 1:
        return 1
    start, end = clause.start, clause.start + len(clause.words)
    if MERE.match(words[start : dated.start] + words[dated.end : end]):
        # "le solde, 420, au 15": the sum stands in the clause before.
        start = max((each.start for each in clauses if each.start < start), default=start)
    if _BRINGS.match(words[end:]) or pays_then(dated, words, clauses):
        return 3
    stated = any(start <= place < end for place in amounts)
    weight = _weight(clause.words, stated=stated)
    if weight == 1 and start < clause.start:
        # "goes out on our next run, Friday 27th": a mere day behind the words that tell of it.
        weight = max(1, _weight(words[start:end], stated=stated))
    return weight


# "Traite acceptée et postée ce jour, échéance 30 septembre": on that day it is cashed.
_BILL = any_of(r"(?:traites?|lcr|billets? a ordre|effet de commerce)\b")
# "On se voit le 28 pour le chantier, je vous apporte le chèque."
_BRINGS = re.compile(
    r"^\W*(?:et )?(?:je|j|on|nous) (?:vous |te |t )?(?:(?:apporte|remet|donne)\w* (?:le|un|votre"
    r"|ton"
    r"|mon|notre) (?:cheque|reglement|paiement|argent|solde)|(?:paie|paye|regle)\w* (?:alors"
    r"|sur place"
    r"|a ce moment|en mains?|en especes))[^.;\d]{0,20}\W*$"
)


# "Lundi matin, le 21, je suis allé à la banque": days in front of what is past.
_PAST_ACT = any_of(
    r"(?:(?:j|nous|on|il|elle) (?:\w+ )?(?:ai|avons|a|avait|avais)|suis (?:all|pass|part|rentr"
    r"|tomb)\w+"
    r"|i (?:went|was|had|did|sat|paid|sent|wired))\b"
)


def _is_fronted_past(dated: Dated, words: str, clauses: tuple[Clause, ...]) -> bool:
    """Whether nothing but days and times stands before a clause that is past, from the start on."""
    for clause in clauses:
        inside = clause.start <= dated.start < clause.start + len(clause.words)
        behind = clause.start <= dated.start and not inside
        if (inside or behind) and not _FRONT.match(clause.words):
            return False
        if clause.start > dated.start and not _FRONT.match(clause.words):
            told = clause.words[:_FRONT_SIGNS]
            return _PAST_ACT.search(told) is not None and not AHEAD.search(told)
    return False


_FRONT_SIGNS = 40
_FRONT = re.compile(
    r"^\W*(?:(?:on|le|the|ce|et|de|retour du \w+|matin|soir|midi|morning|evening|afternoon|\w+di"
    r"|dimanche"
    r"|\w+day|\d{1,2}(?:er|st|nd|rd|th)?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre"
    r"|octobre|novembre|decembre)\b[ ,]*)+$"
)


# "Le chèque sera signé mardi et je le posterai le lendemain."
_SIGNED = any_of(r"(?:sera|est|signera|signe) (?:\w+ )?(?:signee?|a la signature|le cheque)")


def _weight(clause: str, *, stated: bool = False) -> int:
    own = owns(clause)
    money = stated or bool(MONEY.search(clause) or PAID_THEN.search(clause))
    if INCOME.search(clause) and not own:
        return 0
    sent = SENT.search(clause) is not None
    if BUSINESS.search(clause):
        if own and money:
            return 3
        return 1 if money or sent else 0
    if money:
        return 2 if ORDERED.search(clause) and "pa" not in clause else 3
    return 2 if sent else 1


# "…, le reste au retour de mes congés le 8 juin": of a share a holiday says when, not what.
_SHARE_OPENS = re.compile(
    r"^\W*(?:et |puis |then |and )*(?:le (?:reste|solde|complement|premier|second|dernier)|l autre"
    r"|la (?:premiere|seconde|derniere)|the (?:rest|balance|other|second|remaining|remainder)"
    r"|(?:what|whatever) (?:is|s) (?:left|due)|what(?:ever)? remains"
    r"|(?:the )?(?:first|second|third|last|other) (?:one|half|payment|part)"
    r"|(?:pour |quant a |as for )?(?:l autre|les (?:autres|petites|grosses|suivantes)"
    r"|la (?:petite|grosse|deuxieme|\w{0,5}\d{2,})"
    r"|[a-z]{1,4} ?\d{3,}))\b"
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
    if is_cashable_from(dated, words):
        return False
    if _tells_of_the_past(dated, words, clauses):
        return True
    # "La moitié est partie hier, l'autre arrivera le 15": what has not left yet.
    to_come = _opens_a_share(clause)
    if _THERE_BY.search(clause) and _LEFT.search(words[: dated.start]) and not to_come:
        return True
    if settles(dated, words) or is_fallback(dated, words):
        return is_another(dated, words)
    if PAST.search(clause) and not AHEAD.search(clause) and not _is_said(dated, words, clauses):
        return not (earns(clause) and pays_then(dated, words, clauses))
    if (
        is_shut(clause)
        or leaves_himself(clause)
        or hands_on(clause)
        or _is_fronted_past(dated, words, clauses)
    ):
        return True
    if pays_then(dated, words, clauses):
        return is_another(dated, words)
    above = _clause_before(dated, clauses)
    if _IS_FIXED.match(clause) and BUSINESS.search(above[-_NOUN:]):
        return True
    if words[: dated.start].endswith("(") and INCOME.search(above):
        return True
    if ARRIVES.search(clause) and PAST.search(words[: dated.start]) and not owns(clause):
        return not to_come
    head = words[dated.start : dated.end]
    if head == "dans l heure" and _AT_SOME_TIME.search(words[: dated.start]):
        return True
    if dated.row in RELATIVE_ROWS and (
        conditional or _counts_from_an_event(dated, words[dated.end : dated.end + 40])
    ):
        return True
    if OTHER_CREDITOR.search(clause) and not TO_YOU.search(clause):
        return True
    if is_gone(clause) or is_anothers(clause, words) or is_an_english_old_word(dated, words):
        return True
    if has_left(dated, words):
        return True
    if ANSWERED.search(without_announcing(clause)) and not owns(clause):
        return True
    if THERE.search(clause) and not MONEY.search(clause):
        return True
    if HANDED_ON.search(clause) and not PAYMENT_ITSELF.search(clause):
        return True
    return (
        is_another(dated, words)
        or NEGATED.search(clause) is not None
        or HOPED.search(clause) is not None
        or (ASKED.search(clause) is not None and not owns(clause))
        or CONDITION.match(given := _AND.sub("", clause)) is not None
        or _IF_SOMEBODY.match(given) is not None
    )


# "Si Marcel passe mardi, qu'il me prenne deux caisses."
_IF_SOMEBODY = re.compile(
    r"s(?:i|il|ils) (?!possible|besoin|tout va|dieu)\w+ (?:\w+ )?(?:pass|vien|v[ae]|vous)\w*\b"
)
_AND = re.compile(r"^\W*(?:(?:et|puis|mais|bon) )*")
# "J'ai dit la Saint-Martin": what was said, and stands.
_IS_SAID = re.compile(
    r"^\W*(?:bien )?(?:j|je|on|nous) (?:vous |te |t )?(?:l )?(?:ai|a|avons) (?:bien |deja )?(?:dit"
    r"|promis"
    r"|annonce)(?: que)?(?: (?:c est|ce sera))?(?: (?:pour|a|au|le|la|l))* $"
)


def _is_said(dated: Dated, words: str, clauses: tuple[Clause, ...]) -> bool:
    start = max((each.start for each in clauses if each.start <= dated.start), default=0)
    return _IS_SAID.search(words[start : dated.start]) is not None


# "Le solde à la livraison, prévue le 20": the delivery's day.
_IS_FIXED = re.compile(r"^\W*(?:prevue?s?|fixee?s?|programmee?s?|annoncee?s?) (?:le|pour|au|du)?")
_NOUN = 16
# "Je viens de faire le virement, vous l'aurez demain": it has left already.
_LEFT = any_of(
    r"(?:(?:lance|fait|emis|parti|envoye|poste|execute|effectue|valide)e?s? (?:ce jour|ce matin"
    r"|hier"
    r"|a l instant|aujourd ?hui)|vien\w+ de (?:donner l ordre|valider|faire|virer|payer|regler"
    r"|poster|emettre|lancer)"
    r"|(?:virement|cheque|paiement"
    r"|reglement) (?:\w+ ){0,2}?(?:fait|emis|parti|poste|execute|effectue|envoye"
    r"|passe)e?s? (?:ce matin"
    r"|hier|a l instant|ce jour)|confirme l execution|(?:reglee?s?|payee?s?|viree?s?|postee?s?"
    r"|faite?s?) (?:ce matin|hier|a l instant|ce jour|tout a l heure)|(?:ai|avons|a ete|est)"
    r" (?:bien "
    r"|deja )?(?:fait"
    r"|emis|parti|poste|execute|effectue|envoye|vire|paye|regle)e?s?\b)"
)
# "Le 24, date à laquelle la région nous verse l'aide et où je vous vire dans l'heure"
_AT_SOME_TIME = any_of(
    r"(?:date a laquelle|ou je|quand|des que|aussitot que|le jour ou|(?:verse|tombe|touche|paie"
    r"|paye)\b"
    r".{0,40} et (?:je|on|nous))\b"
)
_THERE_BY = any_of(
    r"(?:vous (?:l |les |le )?(?:aurez|avez|recevrez|verrez)|(?:sera|seront) (?:chez vous|sur votre"
    r"|credite)|arriv\w+|devri\w+ (?:l |le |la |les )?(?:avoir|voir|recevoir)|verifi\w+"
    r"|regardez|check\b|you (?:ll|will|should) have)"
)


def _clause_before(dated: Dated, clauses: tuple[Clause, ...]) -> str:
    place = next((at for at, one in enumerate(clauses) if one.start > dated.start), len(clauses))
    return clauses[place - 2].words if place > 1 else ""


def _counts_from_an_event(dated: Dated, after: str) -> bool:
    """ "30 jours à réception" names no day; "10 jours à compter d'aujourd'hui" does."""
    if dated.row in {"today", "tomorrow"}:
        return False  # "ce soir après la fermeture"
    return FROM_AN_EVENT.match(after) is not None and FROM_TODAY.match(after) is None


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
    if _KEPT_IN_MIND.search(above.words):
        return False
    return bool(PAST.search(above.words)) and not AHEAD.search(above.words)


# "Je n'ai pas oublié : le 15."
_KEPT_IN_MIND = re.compile(r"\bpas (?:vous )?(?:oublie|perdu de vue)")


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
    return start > 0 and ELLIPTIC.match(rest) is not None


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
    return named and ELLIPTIC.match(rest) is not None


_SHARE_MAX = 80
_SHARE = re.compile(
    r"\b(?:acompte|solde|reste|moitie|tiers|versement|virement|cheque|autre|second|seconde|deuxieme"
    r"|troisieme|dernier|derniere|complement|pareil|idem|autant|petite|grosse|half|rest|balance"
    r"|same"
    rf"|(?:la|facture|fact) \w{{0,5}}\d{{2,}}|celle|pour (?:{MONTH})|[a-z]{{1,4}} ?\d{{3,}})\b"
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
    if day.row in _MONTH_ROWS | VAGUE | RELATIVE_ROWS | {"that_day"} or not _lies_in(day, period):
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
