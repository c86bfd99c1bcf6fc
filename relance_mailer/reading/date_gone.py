"""Dates of payments that were made, where no tense says so: a participle alone, or one of a row.

Takes "Réglé jeudi.", "Fait samedi, chèque posté", "saisi le 18 mai, rejeté, ressaisi le 20", "à la
date du 24, débité"; leaves "Réglé jeudi prochain", "Payé vendredi au plus tard", "validée le 3,
mise en paiement le 31".
"""

import re

from relance_mailer.reading.calendar_words import MONTH, WEEKDAY
from relance_mailer.reading.date_clauses import Clause, clause_at
from relance_mailer.reading.dates import Dated
from relance_mailer.reading.tenses import AHEAD, PAST, owns

_DONE = (
    r"(?:faite?s?|reglee?s?|payee?s?|viree?s?|soldee?s?|postee?s?|envoyee?s?|partie?s?|versee?s?"
    r"|deposee?s?|debitee?s?|executee?s?|effectuee?s?|emise?s?|sent|paid|wired|transferred|settled"
    r"|posted|done)"
)
_OPENS = (
    r"^\W*(?:(?:bonjour|bonsoir|salut|coucou|hello|hi|re|oui|yes|deja|facture|la|the|elle|votre"
    r"|fa|n|[\w/-]*\d[\w/-]*|madame|monsieur)[ ,.:!]+){0,5}(?:[^.:;?!]{1,40}:\W*)?"
)
_DAY = rf"(?:(?:le|on|ce|cette|this|last) )?(?:{WEEKDAY}|\d{{1,2}}(?:er)?)"
# "C'est fait madame, virement de 284,50 samedi soir".
_BY_A_TRANSFER = (
    rf"c ?(?:est )?(?:deja |bien )?{_DONE}(?:,? (?:madame|monsieur|mme|mr|chef))?"
    r",? (?:par )?(?:virement|cheque|paiement)(?: de \d[\d ]*(?:,\d\d)?(?: ?€| euros?)?)?"
)
# "Réglé jeudi.": who means the one to come says so.
_DONE_THEN = re.compile(
    rf"{_OPENS}(?:(?:bien |deja |all )?{_DONE}|{_BY_A_TRANSFER})"
    r"(?: (?:par|via|en|by|via) \w+)?(?: (?:sur|depuis) (?:le|votre|mon|notre) (?:compte|tel"
    r"|telephone|appli)"
    r"(?: (?:habituel|joint|courant))?)?,? "
    rf"(?:(?:du|de) )?{_DAY}"
    r"(?: (?:matin|soir|midi|dernier|morning|night|afternoon|evening))?(?=\W|$)"
    rf"(?! (?:(?:matin|soir|midi) )?(?:prochaine?s?|pro\b|qui vient|en (?:huit|quinze|8|15)"
    rf"|au plus|dernier delai|sans faute"
    rf"|promis|max\w*|c est|(?:je|j|on|nous|si|ou)\b|a partir|avant|next|at the latest|(?:le )?\d"
    rf"|(?:de )?la semaine|{MONTH}))"
)
_LATER = re.compile(
    r"^\W*(?:au plus tard|promis|sans faute|dernier delai|max|c est (?:sur|promis|dit)|si |comme"
    r" (?:prevu|promis)|juste apres|des que|when|once|as soon)"
)


def was_done_then(dated: Dated, words: str, *, day_of_month: int) -> bool:
    """Whether a bare participle opens the sentence and the day is its own: "Réglé le 11.".

    A number greater than the message's own day of the month may be one to come.
    """
    found = _DONE_THEN.match(words)
    if found is None or not found.start() <= dated.start < found.end():
        return False
    if dated.row == "bare_day" and dated.on.day > day_of_month:
        return False
    return dated.row in {"weekday", "bare_day"} and not _LATER.match(words[found.end() :])


_PARTICIPLE = re.compile(
    r"^\W*(?:(?:et|puis|enfin|ensuite|bien|finalement|donc|and|then) )*(?:res?)?(?:saisie?s?"
    r"|execut\w+"
    r"|debite\w*|comptabilise\w*|visee?s?|mise?s? (?:en|au) \w+|signee?s?|rejetee?s?|presente\w*"
    r"|emise?s?|postee?s?|remise?s?|validee?s?|mandate\w*|transmise?s?|encaisse\w*|lancee?s?"
    r"|partie?s?|viree?s?|payee?s?|reglee?s?|envoyee?s?|deposee?s?|ordonnance\w*|credite\w*"
    r"|relancee?s?|prelevee?s?)\b"
)
_NAMED = re.compile(rf"\b\d{{1,2}}(?:er)? (?:{MONTH})\b|(?<![\d/])\d{{1,2}}/\d{{1,2}}(?![\d/])")
_AT_ITS_DATE = re.compile(r"\b(?:releves?|extraits?|statement)\b.{0,60}\ba la date du? ?$")


def goes_on_in_the_past(
    dated: Dated, words: str, clauses: tuple[Clause, ...], found: tuple[Dated, ...]
) -> bool:
    """Whether the day is one of a row of things done, whose first named a day and month gone by.

    "Saisi le 18 mai, rejeté, ressaisi le 20, débité le 25": the month is May's.
    """
    if _AT_ITS_DATE.search(words[: dated.start + 3]):
        return True
    clause = next((each for each in reversed(clauses) if each.start <= dated.start), clauses[0])
    if dated.row != "bare_day" or not _PARTICIPLE.match(clause.words) or owns(clause.words):
        return False
    ahead = {range(each.start, each.end) for each in found if not _is_past(each, clauses)}
    gone = [
        match
        for match in _NAMED.finditer(words[: clause.start])
        if not any(match.start() in span for span in ahead)
    ]
    told = words[: clause.start]
    return bool(gone) and (bool(PAST.search(told)) or not AHEAD.search(told))


def _is_past(dated: Dated, clauses: tuple[Clause, ...]) -> bool:
    clause = clause_at(dated.start, clauses)
    return PAST.search(clause) is not None and AHEAD.search(clause) is None
