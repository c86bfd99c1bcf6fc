"""Spans of absence: made plainer for the grammar of time, or told without any closing date.

"Du 3 au 7" said on the 3rd is this month's, "2–13 March" is a span and no subtraction; "toute la
semaine", "tout le mois d'août", "15 jours", "semaines 11 et 12" end without a date that closes.
"""

import re
from datetime import date, timedelta

from relance_mailer.reading.calendar_words import MONTH, MONTH_NUMBERS

WEEK_ROWS = frozenset({"week_number", "next_week", "week_of"})
"""Rows of the grammar of time that name a whole week."""

_AWAY_FOR = (
    r"\b(?:absente?s?|en conges?|en vacances|fermee?s?|en (?:rtt|formation|deplacement)"
    r"|hors (?:du |de )?bureau|pas (?:la|au bureau|disponibles?)|indisponibles?|off|away|on leave"
    r"|closed"
    r"|out of (?:the )?office)\b[^.!?]{0,25}\b"
)
_TODAY = re.compile(rf"{_AWAY_FOR}(?:aujourd hui|ce jour(?! la)|cet apres midi|ce matin|today)\b")
_THIS_WEEK = re.compile(rf"{_AWAY_FOR}(?:toute la|cette|this|all) (?:semaine|week)\b(?! prochaine)")
_DURATION = re.compile(rf"{_AWAY_FOR}(\d{{1,2}}) (jours?|semaines?|days?|weeks?)\b")
_WHOLE_DAY = re.compile(rf"{_AWAY_FOR}(?:pour )?(?:toute )?la journee\b")
_TODAY_AND = re.compile(
    rf"{_AWAY_FOR}(?:aujourd hui|ce jour|today) (?:et|and) (?:demain|tomorrow)\b"
)
_WEEKS = re.compile(r"\b(?:semaines|weeks) (?:\d{1,2}(?:,| et| and| a| au| to)? )+?(\d{1,2})\b")
_WHOLE_MONTH = re.compile(
    r"\b(?:ferme\w*|clos\w*|absente?s?|en conges?|en vacances|en roue libre|closed"
    r"|away)\b[^.!?]{0,40}"
    r"\b(?:tout(?: le mois d[e]?)?|au mois d[e]?|durant le mois d[e]?|en|all(?: of)?|during) "
    rf"(?:(?:{MONTH}) (?:et|and) (?:en )?)?({MONTH})\b(?! \d)"
)
_DURATION_FROM = re.compile(
    r"\b(\d{1,2}|une?) (jours?|semaines?|days?|weeks?) a (?:partir|compter) (?:du|de) (?:\w+di )?"
    rf"(\d{{1,2}})(?:er)? ({MONTH})\b"
)
_HYPHENED = re.compile(rf"\b(\d{{1,2}}) ?[-–] ?(\d{{1,2}}) ({MONTH})\b")
_BLANKED = re.compile(rf"\b(\d{{1,2}} (?:{MONTH}))(?: {{2,4}}| [-–>] )(\d{{1,2}} (?:{MONTH}))\b")
_BARE_SPAN = re.compile(
    r"\b(du (?:\w+di )?(\d{1,2})(?:er)?) (?:au|jusqu au) (?:\w+di )?(\d{1,2})(?:er)?\b"
    rf"(?! ?(?:{MONTH}|mars?\b|h\b|[/.-]\d))"
)
_THE_TH = re.compile(r"\bthe (\d{1,2})(?:st|nd|rd|th)\b(?! of\b| \w+ 20)")
_INCLUSIVE = re.compile(r"\b(absent|present)[.·(]e\)?(?:[.·]?s)?\b")
_FEAST_DAY = re.compile(r"\b(?:au |le )?jeudi de l (?=ascension\b)")


def plainer(words: str, day: date) -> str:
    """The folded words with their spans written as the grammar of time reads them."""
    words = _FEAST_DAY.sub("a l ", _INCLUSIVE.sub(r"\1e", words))
    words = _THE_TH.sub(r"le \1", words)
    words = _HYPHENED.sub(r"du \1 \3 au \2 \3", words)
    words = _BLANKED.sub(r"du \1 au \2", words)
    return _BARE_SPAN.sub(lambda match: _closed(match, day), words)


def _closed(match: re.Match[str], day: date) -> str:
    """ "Du 3 au 7" said on the 3rd: the 7th is the next one that the calendar has."""
    number = int(match[3])
    for ahead in range(32):
        on = day + timedelta(days=ahead)
        if on.day == number:
            return f"du au {on.day}/{on.month:02}/{on.year}"
    return match[0]


def end_of_span(words: str, day: date, *, by_machine: bool = False) -> date | None:
    """The day after a span that is told without a closing date: today, this week, so many days."""
    if match := _DURATION_FROM.search(words):
        begins = _next(int(match[3]), MONTH_NUMBERS[match[4]], day)
        return begins and _after(begins, match[1], match[2])
    if _TODAY_AND.search(words):
        return weekday_after(day + timedelta(days=1))
    if _THIS_WEEK.search(words):
        return day + timedelta(days=7 - day.weekday())
    if by_machine and (match := _WEEKS.search(words)):
        return _monday_after_week(int(match[1]), day)
    if span := _DURATION.search(words):
        return _after(day, span[1], span[2])
    if by_machine and (match := _WHOLE_MONTH.search(words)):
        return _after_month(MONTH_NUMBERS[match[1]], day)
    if _TODAY.search(words) or (by_machine and _WHOLE_DAY.search(words)):
        return weekday_after(day)
    return None


def _after(begins: date, count: str, unit: str) -> date:
    days = (1 if count.startswith("un") else int(count)) * (
        7 if unit.startswith(("sem", "week")) else 1
    )
    return weekday_after(begins + timedelta(days=days - 1))


def _next(number: int, month: int, day: date) -> date | None:
    for year in (day.year, day.year + 1):
        try:
            on = date(year, month, number)
        except ValueError:
            return None
        if on >= day - timedelta(days=60):
            return on
    return None


def _monday_after_week(week: int, day: date) -> date | None:
    if not 1 <= week <= 52:
        return None
    year = day.year + (week < day.isocalendar().week)
    return date.fromisocalendar(year, week, 1) + timedelta(days=7)


def _after_month(month: int, day: date) -> date:
    year = day.year + (month < day.month)
    first = date(year + month // 12, month % 12 + 1, 1)
    return weekday_after(first - timedelta(days=1))


def weekday_after(day: date) -> date:
    """The next day from Monday to Friday."""
    day += timedelta(days=1)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day
