"""Payments that come back: "3 × 400 € les 5 de chaque mois", "200 € par mois en 4 fois"."""

import re
from datetime import date, timedelta
from decimal import Decimal

from relance_mailer.reading.amounts import Amount, amounts_in
from relance_mailer.reading.calendar_words import MONTH, MONTH_NUMBERS
from relance_mailer.reading.date_choices import Weighed
from relance_mailer.reading.date_rules import made
from relance_mailer.reading.dates import Dated
from relance_mailer.reading.message import Part
from relance_mailer.workdays import add_months, end_of_month

_PARTS_MAX = 24
_EACH_MONTH = re.compile(
    r"\b(?:par mois|chaque mois|tous les mois|de chaque mois|mensuel\w*|mensualites?|/ ?mois"
    r"|(?:tous les|chaque) (?:le )?\d{1,2}\b(?! (?:jours|matins|soirs|semaines|ans|heures"
    r"|minutes))|a month|per month|every month|monthly"
    r"|each month)"
)
_TIMES = re.compile(
    r"\b(?:(?:en|pendant|sur|durant) )?(?P<times>\d{1,2}) ?(?:x\b|×|fois|mensualites|echeances"
    r"|versements|virements|cheques|mois\b|semaines\b|times|months|instal\w+|payments)"
)
_UNTIL = re.compile(rf"\b(?:jusqu (?:en|a|au mois de|fin)|until) ({MONTH})\b")
# "le 5 de chaque mois de septembre à décembre", "fin de mois, de mars à mai"
_FROM_TO = re.compile(
    rf"\b(?:d(?:e|es mois de|e fin)?|entre|from) ({MONTH}) (?:a|au|et|jusqu (?:en|a)|to|until)"
    rf"(?: fin)? ({MONTH})\b"
)
_AT_ITS_END = re.compile(
    r"\b(?:(?<!jours )fin de(?: chaque)?|chaque fin de|a la fin de(?: chaque)?) mois\b"
)
_OF_THE_NEXT = re.compile(
    r"\bdes (?P<times>\d|deux|trois|quatre|six) (?:prochains mois|mois (?:a"
    r" venir|qui viennent|suivants))\b"
)
_WEEKLY = re.compile(
    r"\b(?:par semaine|chaque semaine|toutes les semaines|(?:tous les|chaque) (?:lundi|mardi"
    r"|mercredi"
    r"|jeudi|vendredi)s?|a week|per week|every week|weekly)\b"
)
# Whether that is 14 days or 15 nobody says: the first one only is sure.
_FORTNIGHTLY = re.compile(
    r"\btous les (?:15|quinze) jours\b|\b(?:par|chaque) quinzaine\b|fortnightly"
)
# "le 10 de chaque mois à partir du 10 novembre": the first one is told.
_STARTING = re.compile(
    r"\b(?:a partir|a compter|des|demarrage|debut|premiere?(?: \w+)?|starting|from|beginning)"
    r"(?: (?:du|de|d|le|on|the))* ?$"
)
# "Nous payons les 10 et 25 de chaque mois" is how they pay all the world.
_HABIT = re.compile(
    r"\bune (?:seule )?fois par (?:mois|semaine)\b|\b(?:nous (?:pay|regl)ons|on (?:paie|paye"
    r"|regle)|(?:nos|les) (?:paiements|virements"
    r"|reglements|fournisseurs)) (?:\w+ ){0,4}?les \d{1,2},? (?:et|ou) (?:le )?\d{1,2}\b"
)
_DAY = re.compile(
    r"\b(?:les?|tous les|chaque|the|a partir du|a compter du|des le) (\d{1,2})(?:er|st|nd|rd|th)?\b"
    r"(?! ?(?:x|×|fois|matins|soirs|jours|semaines|ans|mois|mensualites|echeances|versements"
    r"|virements|cheques|€|euros?|eur)\b)"
)


def series_in(
    words: str, kept: list[Weighed], day: date, found: tuple[Dated, ...] = ()
) -> tuple[Part, ...]:
    """The dates of a payment that comes back each month or week, nothing where it is told once.

    Without a number of times only the first one is sure; `found` are all dates of the words.
    """
    weekly = _WEEKLY.search(words) is not None
    signs = (_EACH_MONTH, _OF_THE_NEXT, _FORTNIGHTLY)
    monthly = any(sign.search(words) for sign in signs)
    if not (weekly or monthly) or _HABIT.search(words):
        return ()
    told = _start(words, found) or _first_of_months(words, day)
    first = told or (kept[0].dated.on if kept else None if weekly else _first_day(words, day))
    if first is None:
        return ()
    times = 1 if _FORTNIGHTLY.search(words) else _times(words, first)
    if weekly and times == 1 and told is None:
        return ()
    each = _each(words)
    days = [
        first + timedelta(weeks=step) if weekly else _months_on(words, first, step)
        for step in range(times)
    ]
    return tuple(Part(on=on, amount=each) for on in days)


def _start(words: str, found: tuple[Dated, ...]) -> date | None:
    """The day from which it is paid: "à partir du 10 novembre"."""
    starts = (each.on for each in found if _STARTING.search(words[: each.start]))
    return next(starts, None)


def _first_of_months(words: str, day: date) -> date | None:
    """The first day of "le 5 de chaque mois, de septembre à décembre", "fin de chaque mois"."""
    named = _FROM_TO.search(words)
    if named is None:
        return (
            end_of_month(day) if _AT_ITS_END.search(words) and _EACH_MONTH.search(words) else None
        )
    month = MONTH_NUMBERS[named[1]]
    number = _DAY.search(words)
    for year in (day.year, day.year + 1):
        if _AT_ITS_END.search(words):
            first: date | None = end_of_month(date(year, month, 1))
        else:
            first = made(year, month, int(number[1])) if number else None
        if first is not None and first > day:
            return first
    return None


def _months_on(words: str, first: date, months: int) -> date:
    later = add_months(first, months)
    return end_of_month(later) if _AT_ITS_END.search(words) else later


def _first_day(words: str, day: date) -> date | None:
    """The next such day of the month after the message."""
    match = _DAY.search(words)
    if match is None:
        return None
    candidates = (add_months(day.replace(day=1), months) for months in range(3))
    days = (made(first.year, first.month, int(match[1])) for first in candidates)
    return next((found for found in days if found is not None and found > day), None)


def _times(words: str, first: date) -> int:
    if match := _FROM_TO.search(words):
        return (MONTH_NUMBERS[match[2]] - MONTH_NUMBERS[match[1]]) % 12 + 1
    if match := _OF_THE_NEXT.search(words):
        return _COUNTS.get(match["times"]) or int(match["times"])
    if match := _TIMES.search(words):
        return max(1, min(int(match["times"]), _PARTS_MAX))
    if match := _UNTIL.search(words):
        return (MONTH_NUMBERS[match[1]] - first.month) % 12 + 1
    return 1


_COUNTS = {"deux": 2, "trois": 3, "quatre": 4, "six": 6}


def _each(words: str) -> Decimal | None:
    found = amounts_in(words, bare=True)
    if len(found) != 1:
        return None
    return found[0].value / found[0].times


def parts_of(kept: list[Weighed], amounts: list[Amount], words: str) -> tuple[Part, ...]:
    """Each date with the amount that is said with it: the last one before it, else the next."""
    parts: list[Part] = []
    left = list(amounts)
    before_first = bool(kept and amounts) and amounts[0].start < kept[0].dated.start
    reached = 0
    for place, each in enumerate(kept):
        dated = each.dated
        following = kept[place + 1].dated.start if place + 1 < len(kept) else len(words)
        low, high = (reached, dated.start) if before_first else (dated.end, following)
        near = [amount for amount in left if low <= amount.start < high]
        parts.append(Part(on=dated.on, amount=_joined(near)))
        left = [amount for amount in left if amount not in near]
        reached = dated.end
    return tuple(parts)


def _joined(amounts: list[Amount]) -> Decimal | None:
    """Of the amounts said with one date the last one before it: "les 900 dus : 300 le 5"."""
    return amounts[-1].value if amounts else None
