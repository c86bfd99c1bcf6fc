"""The rows of the grammar of time that only English people say (the others: `date_rows`).

"Monday fortnight" and "a fortnight on Monday" are fourteen days behind the Monday, a fortnight is
fourteen days where "une quinzaine" is fifteen, and a day may be a saint's without his article.
"""

import re
from datetime import date, timedelta

from relance_mailer.reading.calendar_words import MONTH, MONTH_NUMBERS, WEEKDAY, WEEKDAY_NUMBERS
from relance_mailer.reading.date_periods import weekend
from relance_mailer.reading.date_rules import (
    Resolver,
    Scene,
    ahead,
    friday_of,
    later_by,
    next_weekday,
)

_FEASTS = {
    "burns night": (1, 25), "david": (3, 1), "patrick": (3, 17), "paddy": (3, 17),
    "lady day": (3, 25), "george": (4, 23), "midsummer": (6, 24), "bastille": (7, 14),
    "lammas": (8, 1), "michaelmas": (9, 29), "halloween": (10, 31), "all saints": (11, 1),
    "guy fawkes": (11, 5), "bonfire night": (11, 5), "martinmas": (11, 11), "andrew": (11, 30),
    "stephen": (12, 26), "boxing": (12, 26),
}  # fmt: skip
_FEAST = "|".join(_FEASTS)
_FIRST = {"first": 1, "second": 2, "third": 3, "fifth": 5, "tenth": 10, "twelfth": 12,
          "fifteenth": 15, "twentieth": 20, "thirtieth": 30}  # fmt: skip
_FAR = 120


def _feast(match: re.Match[str], scene: Scene) -> date | None:
    month, number = _FEASTS[match["feast"]]
    found = ahead(number, month, None, scene.day)
    return found if found and (found - scene.day).days <= _FAR else None


def _fortnight_on(match: re.Match[str], scene: Scene) -> date | None:
    named = match["before"] or match["behind"]
    return next_weekday(scene.day, WEEKDAY_NUMBERS[named]) + timedelta(days=14)


def _of_next_week(match: re.Match[str], scene: Scene) -> date | None:
    return friday_of(scene.day, 1) + timedelta(days=WEEKDAY_NUMBERS[match["weekday"]] - 4)


def _nth_of_month(match: re.Match[str], scene: Scene) -> date | None:
    return ahead(_FIRST[match["nth"]], MONTH_NUMBERS[match["month"]], None, scene.day)


ENGLISH_ROWS: tuple[tuple[str, str, Resolver], ...] = (
    (
        "english_feast",
        rf"\b(?:on |by |before |at |for |until )(?:(?:saint|st) )?(?P<feast>{_FEAST})"
        r"(?: ?s (?:day|night)\b|(?<=[sx]) day\b|(?<=mas)\b|(?<=night)\b|(?<=een)\b"
        r"|(?<=midsummer)\b)",
        _feast,
    ),
    (
        "fortnight_on",
        rf"\b(?:a fortnight (?:on|from) (?P<before>{WEEKDAY})|(?P<behind>{WEEKDAY}) fortnight)\b",
        _fortnight_on,
    ),
    (
        "fortnight_today",
        r"\b(?:in )?a fortnight (?:from )?today\b|\btoday fortnight\b",
        later_by(14),
    ),
    ("english_fortnight", r"\b(?:in|within) a fortnight\b", later_by(14)),
    ("weekend", r"\b(?:over|at|during|by) the week ?end\b", weekend),
    ("weekday_of_next_week", rf"\b(?P<weekday>{WEEKDAY}) of next week\b", _of_next_week),
    (
        "nth_of_month",
        rf"\bthe (?P<nth>{'|'.join(_FIRST)}) of (?P<month>{MONTH})\b",
        _nth_of_month,
    ),
)
