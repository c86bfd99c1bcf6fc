"""Which of several dates holds where they all speak of one payment.

A range ends on its last day, an alternative on the later one, a correction and a shift on the new
one, a period on the day that tells it; what is added ("and the rest on the 20th") stands beside.
"""

import re
from dataclasses import dataclass

from relance_mailer.reading.dates import Dated

VAGUE = {"weekday", "week_number", "this_week", "next_week", "week_of"}
"""Rows of the grammar of time that a day beside them makes precise."""

_ARTICLE = (
    r"(?:le |au |a |du |pour le |pour |de |the |on |to |on the |to the |until )*"
    r"(?:\w+di |\w+day |premier |prochain )?"
)
# "soit le 28", "valeur le 7", "i.e. 16 October" say the date before again.
_SAID_AGAIN = re.compile(
    rf"\b(?:ce qui (?:donne|fait|nous (?:mene|amene|porte)|tombe|met)(?: bien| a| au| donc)?|soit"
    rf"|valeur|c est a dire|cad|a savoir|autrement dit|en clair|i ?\.? ?e\b\.?|that is"
    rf"|namely|meaning|donc(?: chez vous)?|disons|mettons|say),? {_ARTICLE}$"
)
# "plutôt le 9", "décalé au 6", "celui du 10", "make that the 9th": this one, of all that are named.
_SETTLES = re.compile(
    r"\b(?:(?:(?<!a )(?<!et )cel(?:ui|le)|comptez(?: sur)?|plutot|finalement|en fait"
    r"|make (?:that|it)|rather|instead"
    r"|(?:decal|report|repouss|recul|avanc|deplac|repla|remis|remet|posit\w+ de nouveau"
    r"|postpon|push|mov|resched|delay|slip)\w*(?: (?!du |de |from )\w+| de (?:la|l|notre|votre"
    r"|cette) \w+)?) "
    rf"(?:bien |donc )?{_ARTICLE}$|mais bien {_ARTICLE}$|(?:donc|du coup) ce sera {_ARTICLE}$)"
)
_SHIFT_IS_NO_PROMISE = re.compile(r"\b(?:pas|not|jamais|never|soit|si|pourr\w+|possible)\b[^,.;]*$")
_SHIFTED = re.compile(
    r"\b(?:decal|report|repouss|recul|avanc|deplac|remis|postpon|push|mov|resched|delay|slip)"
)
# "Ce ne sera pas le 12 comme écrit, mais jeudi 19": the day that takes the other's place.
_INSTEAD = re.compile(
    r"\b(?:pas|plus|not|non) (?:pour |avant |a |possible |be )*(?:le |la |du |ce |the |on "
    r"|on the )?"
    r"(?:\w+di |\w+day )?(?:\d|demain\b|fin\b|cette|tomorrow|this)[^.;:!?]{0,60}?,? (?:mais|but) "
    rf"(?:(?:bien|plutot|donc|rather|sera|ce sera) )?{_ARTICLE}$"
)
_INSTEAD_WINDOW = 110
# "la 12 au lot du 10, la 13 à celui"
_AS_WELL = re.compile(r"\b(?:a|et) cel(?:ui|le) (?:du |de )?$")
# "La 12 part vendredi, pour la 13 comptez fin mars": each has its day.
_OF_ANOTHER_PAPER = re.compile(
    r"\b(?:pour|quant a|et|as for|and) (?:l autre|les autres|la (?:seconde|deuxieme|troisieme"
    r"|derniere|petite|grosse|\w{0,5}\d{2,})|celle (?:de|d)|le (?:reste|solde|complement"
    r"|second)|the (?:other|rest|balance|second)|[a-z]{1,4} ?\d{3,})\b[^.;]{0,30}$"
)
_RATHER = re.compile(r" ?,? (?:plutot|finalement|instead|rather)\b")
# "…, sinon mercredi", "au pire mardi": the day to which the promise falls back.
_FALLBACK = re.compile(
    r"(?:,|\bet|\bou|^)? ?\b(?:sinon|au pire(?: des cas)?|a defaut|faute de quoi|at (?:the )?worst"
    rf"|otherwise|failing that|or else|au plus tard|au maximum|grand maximum) {_ARTICLE}$"
)
_IF_BEHIND = re.compile(
    r"^ ?(?:,? ?(?:si (?:la|le|les|l|ma|mon|notre|ca|il|elle|jamais|besoin|probleme|retard|je|on)\b"
    r"|au pire|if (?:the|my|our|it|i|we)\b|at (?:the )?worst|at (?:the )?latest|au plus tard"
    r"|grand maximum|maximum|max\b|dernier delai))"
)
_DAY_JUST_SAID = re.compile(
    r"(?:di|day|\d|demain|tomorrow|semaine|week|mois"
    r"|paques|noel|toussaint|pentecote|ascension|fetes), $"
)
_OR = re.compile(
    r"^ ?,? ?(?:\w+ ){0,1}?(?:ou|or|oder|o|et au plus tard|au plus tard|soit|donc"
    r"|valeur|soit le|plutot|voire|entre) (?:le |au |on |bien |plus |le |the "
    r"|on )*$"
)
_RANGE_FROM = re.compile(r"\b(?:entre|du|de|between|from|zwischen|tra|dal) (?:le |the |dem |il )?$")
_RANGE_HEAD = re.compile(r"(?:du|dal|vom) ")
_RANGE_TO = re.compile(r"^ ?(?:et|au|a|and|to|und|e|al)(?: le| the| dem| il)? ?$")
_AND_THE = re.compile(r"et le |au ")
_APPOSED = re.compile(r"^ ?[,(:]? ?(?:soit|donc|c est a dire)? ?$")
_TOO = re.compile(r" ?(?:aussi|egalement|idem|pareil|de meme|too|as well)\b")
_WINDOW = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Weighed:
    """A date and how surely money is paid on it, 1 to 3."""

    dated: Dated
    weight: int


def just_before(dated: Dated, words: str) -> str:
    """The words before a date, as many as tell what it is."""
    return words[max(0, dated.start - _WINDOW) : dated.start]


def settles(dated: Dated, words: str) -> bool:
    """Whether the words before a date make it the one that holds, whatever stood before.

    "Décalé au 12" does; "décalé du 5" and "ne peut être décalé au 12" don't.
    """
    before = just_before(dated, words)
    if is_one_more(dated, words) or _OF_ANOTHER_PAPER.search(before):
        return False
    if _INSTEAD.search(words[max(0, dated.start - _INSTEAD_WINDOW) : dated.start]):
        return True
    found = _SETTLES.search(before)
    if found is None or not _SHIFTED.search(found[0]):
        return found is not None
    left = words[dated.start : dated.end].startswith(("du ", "de ", "from "))
    return not left and not _SHIFT_IS_NO_PROMISE.search(before)


def is_one_more(dated: Dated, words: str) -> bool:
    """ "L'échéance du 15 est maintenue, celle du 30 aussi"."""
    return _TOO.match(words[dated.end :]) is not None


def is_told_again(before: str) -> bool:
    """Whether the words before a date say that it repeats the one before, or joins it."""
    return bool(_SAID_AGAIN.search(before) or _AS_WELL.search(before))


def is_fallback(dated: Dated, words: str) -> bool:
    """Whether a date is the one to which a promise falls back: "sinon mercredi"."""
    before = just_before(dated, words)
    if found := _FALLBACK.search(before):
        return dated.start > found.end() - found.start()
    return bool(_DAY_JUST_SAID.search(before) and _IF_BEHIND.match(words[dated.end :]))


_FALLS_BACK_WITHIN = 60
_ARRIVAL = 30
# "Je le poste samedi, vous l'aurez mardi": the money is there on the second day.
_YOURS = re.compile(
    r"\b(?:(?:vous|tu) (?:l |les |le |la )?(?:aurez|avez|auras|as|recevr\w+|serez pay\w+)"
    r"|vous lavez|(?:il|elle) (?:part|partira|sera (?:poste|en poste|remise?))|chez vous"
    r"|sur votre compte|in your (?:account|bank)|you ll have it"
    r"|execut\w+|effectif|date de valeur|creditee?)\b"
)
_SHARES = re.compile(r"\b(?:reste|solde|autre|second\w*|moitie|rest|balance|other)\b|€|\beuros?\b")


def without_alternatives(kept: list[Weighed], words: str) -> list[Weighed]:
    """ "jeudi ou vendredi", "entre le 10 et le 15", "le 5, valeur le 7": the last one holds."""
    result: list[Weighed] = []
    for each in kept:
        if result:
            before, after = just_before(each.dated, words), words[each.dated.end :][:20]
            if each.dated.row == "beside_a_day" and _IS_ITS_EVE.fullmatch(
                words[result[-1].dated.end : each.dated.start]
            ):
                continue  # "le mardi 26 mai, au lendemain de la Pentecôte"
            if settles(each.dated, words) or _RATHER.match(after):
                result.clear()
            elif _OF_ANOTHER_PAPER.search(before):
                pass
            elif _SAID_AGAIN.search(before) or _replaces(each.dated, result[-1].dated, words):
                result.pop()
        result.append(each)
    return result


_IS_ITS_EVE = re.compile(r" ?[,(]? ?(?:(?:soit|donc|c est|au|a|le|la) ?)*")
_NEAR_DAYS = 7
_IN_OTHER_WORDS = re.compile(r"[ ,(:]*(?:soit |donc |c est a dire )?(?:le |the )?")


def _replaces(dated: Dated, before: Dated, words: str) -> bool:
    between = words[before.end : dated.start]
    if _OR.match(between):
        return True
    head = words[dated.start : dated.end]
    joined = _RANGE_TO.match(between) or (between == " " and _AND_THE.match(head))
    opened = _RANGE_FROM.search(just_before(before, words)) or _RANGE_HEAD.match(
        words[before.start : before.end]
    )
    if opened and joined:
        return True
    if len(between) < _FALLS_BACK_WITHIN and _FALLBACK.search(between):
        return True
    if _YOURS.search(words[before.end : dated.end + _ARRIVAL]) and not _SHARES.search(between):
        return True
    if between in (", ", " ") and _IF_BEHIND.match(words[dated.end :]):
        return True
    if before.row == "in_days" and abs((dated.on - before.on).days) <= _NEAR_DAYS:
        # "dans un mois, le 9 octobre"
        return _IN_OTHER_WORDS.fullmatch(between) is not None
    if not _APPOSED.match(between) or head.startswith(("et ", "puis ")):
        return False
    return dated.on == before.on or bool({dated.row, before.row} & (VAGUE | {"that_day"}))
