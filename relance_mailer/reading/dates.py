"""Expressions of time, resolved against the day on which a message was written.

The grammar is a table: one expression of a calendar a row, in French, English and the plain cases
of German, Spanish and Italian. Conventions: a vague period ends on its last day (end of week:
Friday; week N: its Friday; end of month: last calendar day), the beginning of a period is its
first working day, a bare weekday is the next one strictly after the message, "vendredi prochain"
is that day of the following week, a bare day number that is past or today's is next month's, a
past day and month is next year's; huitaine 8 days, quinzaine 15. Weekends are kept as they are.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from relance_mailer.reading.date_english_rows import ENGLISH_ROWS
from relance_mailer.reading.date_english_turns import ENGLISH_TURNS
from relance_mailer.reading.date_period_rows import PERIOD_ROWS
from relance_mailer.reading.date_rows import DAY_ROWS, PAST_ROWS
from relance_mailer.reading.date_rules import Resolver, Scene
from relance_mailer.reading.gates import Gated, Index
from relance_mailer.reading.intents.phrases import fold
from relance_mailer.reading.numerals import english_in_digits, in_digits

_TEXT_MAX = 2_000  # signs of one sentence: a longer one is no sentence
_HORIZON_DAYS = 420
_DATES_MAX = 60  # in one sentence; more is a calendar, and nobody promises a calendar
_NEEDS_ANOTHER = {
    "same_day",
    "day_after_that",
    "later_than_that",
    "that_day",
    "same_month",
    "month_after_that",
    "week_number",
    "weekday_number",
    "of_that_week",
}
ROWS: tuple[tuple[str, Gated, Resolver], ...] = tuple(
    (name, Gated(pattern), resolve)
    for name, pattern, resolve in (*ENGLISH_ROWS, *ENGLISH_TURNS, *DAY_ROWS, *PERIOD_ROWS)
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Dated:
    """A date that a sentence names, where it stands in `in_figures(sentence)`, and its row."""

    on: date
    start: int
    end: int
    row: str


_SEPT = re.compile(r"(?<=\d) sept\b")
# "Mille deux" is how people say 1 200; whoever means 1 002 says of what.
_HUNDREDS_LEFT_OUT = re.compile(
    r"(?<!en )(?<!\d )\b(mille (?:deux|trois|quatre|cinq|six|sept|huit|neuf))\b(?= ?(?:$|[.,;:!?)]"
    r"|(?:le|vendredi|lundi|mardi|mercredi|jeudi|demain|fin|pour|au|d ici|avant|tout de suite)\b))"
)


_IN_LIST = re.compile(
    r"\b(les|the) (\d{1,2})((?:, \d{1,2}){1,4}),? (et|and|ou) (\d{1,2})"
    r"(?=$|[.;:)]| (?:de chaque|du mois|janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|of "
    r"|jan"
    r"|feb|mar|apr|may|jun|jul|aug|sep))"
)


@lru_cache(maxsize=64)
def in_figures(sentence: str) -> str:
    """The sentence as the grammar reads it: folded, with its numbers in digits.

    A list of days has its article before each of them: "les 5, 15 et 25" → "le 5, le 15 et le 25".
    """
    # "le 5 sept." is a month before it is a seven.
    folded = _SEPT.sub(" septembre", fold(sentence[:_TEXT_MAX]))
    if "mille " in folded:
        folded = _HUNDREDS_LEFT_OUT.sub(r"\1 cents", folded)
    words = in_digits(english_in_digits(folded))
    if " virgule " in words or " a la ligne" in words:
        words = _dictated(words)
    return _IN_LIST.sub(_one_by_one, words) if ", " in words else words


_COMMA = re.compile(r"(?<=\d) virgule (?=\d\d\b)")
_FULL_STOP = re.compile(
    r"(?<!\bau)(?<!\bun)(?<!\ble)(?<!\bce)(?<!\bne) point(?: final| a la ligne)?"
    r"(?= (?!numero|de\b|d\b|du\b|sur\b|mort|\d)|$)"
)


def _dictated(words: str) -> str:
    """Marks that a machine wrote out: "je vous paie le 18 virgule pour la suite je ne sais pas"."""
    words = _FULL_STOP.sub(" ;", words)
    return _COMMA.sub(",", words).replace(" virgule ", ", ").replace(" a la ligne", " ;")


def _one_by_one(match: re.Match[str]) -> str:
    article = "le" if match[1] == "les" else "the"
    between = "".join(f", {article} {day.strip()}" for day in match[3].split(",") if day.strip())
    return f"{article} {match[2]}{between} {match[4]} {article} {match[5]}"


@lru_cache(maxsize=512)  # several rules ask it of the same sentence
def dates_in(
    words: str,
    day: date,
    *,
    english: bool = False,
    month_first: bool = False,
    before: date | None = None,
    apart: frozenset[int] = frozenset(),
) -> tuple[Dated, ...]:
    """Every date that the words (from `in_figures`) name, in order, none counted twice.

    Only dates from the message's day on: for what is past see `past_dates_in`. `month_first`: an
    American writes, 11/05 is the 5th of November; `english`: he may be one, nearness decides.
    `before`: the day that was spoken of before these words ("ce jour-là", "the Monday after").
    `apart`: where dates of other things begin, from which no day of a month is counted.
    """
    found: list[Dated] = []
    reached = 0
    for start, end, row, match, resolve in _matches(words):
        if start < reached or len(found) >= _DATES_MAX:
            continue
        scene = Scene(
            day=day,
            words=words,
            before=found[-1].on if found else before,
            before_end=found[-1].end if found else 0,
            base=next((each.on for each in reversed(found) if each.start not in apart), before),
            english=english,
            month_first=month_first,
        )
        on = resolve(match, scene)
        # Words that name a day gone by, or none, are not read again by another row.
        if on is not None or row not in _NEEDS_ANOTHER:
            reached = end
        if on is not None and day <= on <= day + timedelta(days=_HORIZON_DAYS):
            found.append(Dated(on=on, start=start, end=end, row=row))
    named = _within_its_week(_without_weekday_names(found, words), words)
    return tuple(_spread_months(named, words))


def _matches(words: str) -> list[tuple[int, int, str, re.Match[str], Resolver]]:
    """What each row takes, by place, the longest first."""
    taken = [
        (match.start(), match.end(), ROWS[number][0], match, ROWS[number][2])
        for number, _ in _index().tried(words)
        for match in ROWS[number][1].pattern.finditer(words)
    ]
    taken.sort(key=lambda item: (item[0], -item[1]))
    return taken


@cache
def _index() -> Index:
    return Index([pattern for _, pattern, _ in ROWS])


_CALENDAR_ROWS = {
    "iso",
    "numeric",
    "day_month",
    "month_day",
    "bare_day",
    "of_next_month",
    "tomorrow",
}


def _without_weekday_names(found: list[Dated], words: str) -> list[Dated]:
    """ "lundi 22 septembre": the day of the month decides, the weekday only names it."""
    kept: list[Dated] = []
    for place, dated in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        named = (
            following is not None
            and dated.row == "weekday"
            and not words[following.start :].startswith(("et ", "puis "))
            and following.row in _CALENDAR_ROWS
            and re.fullmatch(
                r"[ ,(]*(?:le |the |den |dem |el |il )?", words[dated.end : following.start]
            )
        )
        if following is not None and named:
            # "celui de vendredi 6": the day begins where its name does.
            found[place + 1] = replace(following, start=dated.start)
        elif following is not None and _is_told_again(dated, following, words):
            continue
        else:
            kept.append(found[place])
    return kept


_TOLD_AGAIN = re.compile(
    r"[^.;:!?€£$\d]{0,48}[,(-] ?(?:so |i e |ie |i\.e\. |that is |that s |meaning |which is |which"
    r" makes it |being |making it )?(?:(?:on )?the )?"
)


def _is_told_again(dated: Dated, following: Dated, words: str) -> bool:
    """ "The Tuesday after the bank holiday, the 5th": a weekday, then the day that is meant."""
    if dated.row != "weekday" or following.row not in _CALENDAR_ROWS - {"tomorrow"}:
        return False
    if dated.on.weekday() != following.on.weekday() or dated.on == following.on:
        return False
    between = words[dated.end : following.start]
    joined = _TOLD_AGAIN.fullmatch(f"{between}the " if between.endswith(", ") else between)
    return joined is not None and _ONE_MORE.search(between) is None


_ONE_MORE = re.compile(
    r"\b(?:and|then|rest|balance|other|second|half|remainder|et|puis|reste|solde|autre|not|pas"
    r"|instead|but|mais|was|promised|told|said)\b"
)
_WEEK_ROWS = {"week_number", "next_week", "week_of"}


_THAT_WEEKS = re.compile(
    r"[ ,(]*(?:le |du |valeur |soit |on |am |(?:avec|dans|par|a) (?:la |le |les |notre |nos )?"
    r"(?:campagne|lot|train|run|fournee|serie|vague|session)s? |with (?:the|our|its) )*"
)
_OR_THAT_WEEKS = re.compile(r" ?(?:ou|et|voire|or|and) (?:le |on )?")


def _within_its_week(found: list[Dated], words: str) -> list[Dated]:
    """ "semaine 34, valeur vendredi", "… mardi ou jeudi": the days of that week, and no other."""
    kept: list[Dated] = []
    week: date | None = None
    for dated in found:
        before = kept[-1] if kept else None
        between = "" if before is None else words[before.end : dated.start]
        if before is not None and dated.row == "weekday" and week is not None:
            if _THAT_WEEKS.fullmatch(between) and before.row in _WEEK_ROWS:
                start = kept.pop().start
                kept.append(replace(dated, on=week + timedelta(dated.on.weekday()), start=start))
                continue
            if _OR_THAT_WEEKS.fullmatch(between) and before.row == "weekday":
                kept.append(replace(dated, on=week + timedelta(dated.on.weekday())))
                continue
        named = dated.row in _WEEK_ROWS or "semaine" in words[dated.start : dated.end]
        week = dated.on - timedelta(dated.on.weekday()) if named else None
        kept.append(dated)
    return kept


def _spread_months(found: list[Dated], words: str) -> list[Dated]:
    """ "le 10, le 20 et le 30 mars": the bare days before take the month that follows."""
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        between = words[this.end : following.start]
        if this.row != "bare_day" or following.row not in {"day_month", "bare_day_of"}:
            continue
        if len(between) > 12 or not re.fullmatch(r"[ ,;/]*(?:et |puis |le |au |and )*", between):
            continue
        try:
            moved = following.on.replace(day=this.on.day)
        except ValueError:
            continue
        found[index] = Dated(on=moved, start=this.start, end=this.end, row="bare_day_of")
    return found


def past_dates_in(words: str, day: date) -> tuple[Dated, ...]:
    """Dates on or before the message's day: "hier", "le 3" already gone, "vendredi dernier"."""
    found: list[Dated] = []
    for row, pattern, resolve in PAST_ROWS:
        for match in pattern.finditer(words):
            on = resolve(match, Scene(day=day, words=words))
            if on is not None and day - timedelta(days=_HORIZON_DAYS) <= on <= day:
                found.append(Dated(on=on, start=match.start(), end=match.end(), row=row))
    found.sort(key=lambda dated: (dated.start, -dated.end))
    return tuple(found)
