"""Payments that come back: "3 × 400 € les 5 de chaque mois", "200 € par mois en 4 fois"."""

import re
from datetime import date
from decimal import Decimal

from relance_mailer.reading.amounts import Amount, amounts_in
from relance_mailer.reading.calendar_words import MONTH, MONTH_NUMBERS
from relance_mailer.reading.date_choices import Weighed
from relance_mailer.reading.date_rules import made
from relance_mailer.reading.message import Part
from relance_mailer.workdays import add_months

_PARTS_MAX = 24
_EACH_MONTH = re.compile(
    r"\b(?:par mois|chaque mois|tous les mois|de chaque mois|mensuel\w*|mensualites?|/ ?mois"
    r"|(?:tous les|chaque) (?:le )?\d{1,2}\b|a month|per month|every month|monthly|each month)"
)
_TIMES = re.compile(
    r"\b(?:(?:en|pendant|sur|durant) )?(?P<times>\d{1,2}) ?(?:x\b|×|fois|mensualites|echeances"
    r"|versements|virements|cheques|mois\b|times|months|instal\w+|payments)"
)
_UNTIL = re.compile(rf"\b(?:jusqu (?:en|a|au mois de|fin)|until) ({MONTH})\b")
# "Nous payons les 10 et 25 de chaque mois" is how they pay all the world.
_HABIT = re.compile(
    r"\b(?:nous (?:pay|regl)ons|on (?:paie|paye|regle)|(?:nos|les) (?:paiements|virements"
    r"|reglements|fournisseurs)) (?:\w+ ){0,4}?les \d{1,2},? (?:et|ou) (?:le )?\d{1,2}\b"
)
_DAY = re.compile(
    r"\b(?:les?|tous les|chaque|the|a partir du|a compter du|des le) (\d{1,2})(?:er|st|nd|rd|th)?\b"
    r"(?! ?(?:x|×|fois|mois|mensualites|echeances|versements|virements|cheques|€|euros?|eur)\b)"
)


def series_in(words: str, kept: list[Weighed], day: date) -> tuple[Part, ...]:
    """The dates of a payment that comes back each month, nothing where it is told once.

    Without a number of times only the first one is sure.
    """
    if not _EACH_MONTH.search(words) or _HABIT.search(words):
        return ()
    first = kept[0].dated.on if kept else _first_day(words, day)
    if first is None:
        return ()
    times = _times(words, first)
    each = _each(words)
    days = [add_months(first, months) for months in range(times)]
    return tuple(Part(on=on, amount=each) for on in days)


def _first_day(words: str, day: date) -> date | None:
    """The next such day of the month after the message."""
    match = _DAY.search(words)
    if match is None:
        return None
    candidates = (add_months(day.replace(day=1), months) for months in range(3))
    days = (made(first.year, first.month, int(match[1])) for first in candidates)
    return next((found for found in days if found is not None and found > day), None)


def _times(words: str, first: date) -> int:
    if match := _TIMES.search(words):
        return max(1, min(int(match["times"]), _PARTS_MAX))
    if match := _UNTIL.search(words):
        return (MONTH_NUMBERS[match[1]] - first.month) % 12 + 1
    return 1


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
