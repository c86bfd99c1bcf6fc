"""What the rules on wording have to know of a language: its dates, its words, how they are found.

A row of a list is a pattern and a phrase that it finds, as people write it: the phrase is its
test. Patterns are matched on normalised text (lower case, no accents, plain apostrophes and
blanks, no HTML), on stems where a form varies, as whole words.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from relance_mailer.law.routes import Act

Row = tuple[str, str]  # a pattern, and a phrase that it finds


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Tongue:
    """A language in which letters are written and judged."""

    language: str
    weekdays: tuple[str, ...]  # normalised, Monday first
    months: tuple[str, ...]  # normalised
    first_of_month: str  # how the first day is written: 1er, 1
    figures: str  # a date in figures, which tables and subjects alone may hold
    soft: tuple[Row, ...]  # asks leave to be paid, guesses, wishes, gives no date
    undated: tuple[Row, ...]  # an act that needs a date in its sentence
    hedges: tuple[Row, ...]  # empties a sentence that holds a date
    disregard: tuple[Row, ...]  # once, in the line on what to send when it is paid
    harsh: tuple[Row, ...]  # judges, threatens, imitates an act, gives orders, charges undue sums
    below_notice: tuple[Row, ...]  # allowed in the formal notice alone
    consumer: tuple[Row, ...]  # what a consumer is never charged
    costs: tuple[Row, ...]  # a sum that is due only under its legal name
    costs_allowed: str  # that name, between professionals and in public purchases
    degree: tuple[Row, ...]  # facts only: adverbs and adjectives of degree
    motives: tuple[Row, ...]  # motives attributed to the debtor
    repeated: tuple[str, ...]  # words that may stand once
    interest: tuple[Row, ...]  # from the second reminder on
    notice: tuple[Row, ...]  # the formal notice, announced or made
    notice_act: tuple[Row, ...]  # the act itself
    posted: tuple[Row, ...]  # registered post, where there is some
    before_due: tuple[Row, ...]  # what is not said before the due date
    court: tuple[Row, ...]  # from the formal notice on
    acts: Mapping[Act, tuple[Row, ...]]  # which words say that an act is announced
    semester: str  # what a rate's half of a year is called
    vat: str  # VAT added to a sum
    vat_none: str  # and the words that say there is none
    alternatives: tuple[str, ...]  # « Monsieur/Madame » left open
    greetings: tuple[str, ...]  # what stands before a name in the greeting
    small_words: frozenset[str]  # words that only this language has, to find it in another's letter

    def in_full(self, day: date) -> str:
        """« mardi 20 octobre 2026 », normalised."""
        number = self.first_of_month if day.day == 1 else str(day.day)
        return f"{self.weekdays[day.weekday()]} {number} {self.months[day.month - 1]} {day.year}"

    @property
    def dates(self) -> re.Pattern[str]:
        """Any date, in words or in figures."""
        return _dates(self)


@cache
def _dates(tongue: Tongue) -> re.Pattern[str]:
    stems = "|".join(f"{name}|{name[:3]}" for name in tongue.months)
    return re.compile(rf"\b\d{{1,2}}(?:er)? (?:{stems}) \d{{1,4}}\b|{tongue.figures}")


@cache
def finds(rows: tuple[Row, ...]) -> re.Pattern[str]:
    """One pattern that finds any of these rows as whole words."""
    return compiled(*(pattern for pattern, _ in rows))


def compiled(*patterns: str) -> re.Pattern[str]:
    """One pattern that finds any of these as whole words."""
    return re.compile(r"(?<![\w])(?:" + "|".join(patterns) + r")(?![\w])")


def joined(tongues: Iterable[Tongue], name: str) -> tuple[Row, ...]:
    """The rows of that list in all these languages."""
    return tuple(row for tongue in tongues for row in getattr(tongue, name))
