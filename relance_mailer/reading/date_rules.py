"""How each row of the grammar of time becomes a date (the conventions stand in `dates`)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from relance_mailer.reading.calendar_words import COUNTS, MONTH_NUMBERS, WEEKDAY_NUMBERS
from relance_mailer.workdays import add_months, business_day_from, end_of_month

_ROLL_DAYS = 240  # a bare day and month further ahead than this was meant as past


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """What a row is resolved against: the message's day, the words around, the date before."""

    day: date
    words: str
    before: date | None = None


Resolver = Callable[[re.Match[str], Scene], date | None]


def next_weekday(day: date, weekday: int) -> date:
    """The next such weekday (Monday 0) strictly after the day."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def friday_of(day: date, weeks: int = 0) -> date:
    """The Friday of the day's week (Monday to Sunday), or of a later one."""
    return day - timedelta(days=day.weekday()) + timedelta(days=4, weeks=weeks)


def _made(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _year_of(text: str | None) -> int | None:
    if not text:
        return None
    year = int(text)
    return year + 2000 if year < 100 else year


def _ahead(number: int, month: int, year: int | None, day: date) -> date | None:
    if year is not None:
        return _made(year, month, number)
    found = _made(day.year, month, number)
    if found and found >= day:
        return found
    following = _made(day.year + 1, month, number)
    # A day that has just gone is more likely spoken of than the same one eleven months on.
    return following if following and (following - day).days <= _ROLL_DAYS else None


def _behind(number: int, month: int, year: int | None, day: date) -> date | None:
    if year is not None:
        return _made(year, month, number)
    found = _made(day.year, month, number)
    return found if found and found <= day else _made(day.year - 1, month, number)


def _count(text: str) -> int | None:
    return int(text) if text.isdigit() else COUNTS.get(text)


def iso(match: re.Match[str], scene: Scene) -> date | None:
    return _made(int(match[1]), int(match[2]), int(match[3]))


def numeric(match: re.Match[str], scene: Scene) -> date | None:
    return _ahead(int(match[1]), int(match[2]), _year_of(match[3]), scene.day)


def day_month(match: re.Match[str], scene: Scene) -> date | None:
    return _ahead(int(match[1]), MONTH_NUMBERS[match[2]], _year_of(match[3]), scene.day)


def month_day(match: re.Match[str], scene: Scene) -> date | None:
    return _ahead(int(match[2]), MONTH_NUMBERS[match[1]], _year_of(match[3]), scene.day)


def same_day_of(match: re.Match[str], scene: Scene) -> date | None:
    if scene.before is None:
        return None
    month = MONTH_NUMBERS[match[1]]
    found = _made(scene.before.year, month, scene.before.day)
    if found is not None and found < scene.before:
        return _made(scene.before.year + 1, month, scene.before.day)
    return found


def bare_day(match: re.Match[str], scene: Scene) -> date | None:
    number = int(match["day"])
    if not 1 <= number <= 31:
        return None
    base = scene.day
    if scene.before is not None and scene.before > scene.day and number > scene.before.day:
        base = scene.before.replace(day=1)
        return _made(base.year, base.month, number)
    for months in range(3):
        first = add_months(base.replace(day=1), months)
        found = _made(first.year, first.month, number)
        if found is not None and found > scene.day:
            return found
    return None


def day_of_next_month(match: re.Match[str], scene: Scene) -> date | None:
    first = add_months(scene.day.replace(day=1), 1)
    return _made(first.year, first.month, int(match[1]))


def day_of_this_month(match: re.Match[str], scene: Scene) -> date | None:
    found = _made(scene.day.year, scene.day.month, int(match[1]))
    return found if found and found >= scene.day else None


def weekday(match: re.Match[str], scene: Scene) -> date | None:
    found = next_weekday(scene.day, WEEKDAY_NUMBERS[match["weekday"]])
    tail = match["tail"] or ""
    if "quinze" in tail or "15" in tail:
        return found + timedelta(days=14)
    if "huit" in tail or "8" in tail:
        return found + timedelta(days=7)
    if re.search(r"suiv|apres", tail) and scene.before is not None:
        return next_weekday(scene.before, found.weekday())
    if re.search(r"\bsemaine pro|pro\b|prochain", tail) or (match["head"] or "").strip() in {
        "nachsten",
        "proximo",
        "prossimo",
    }:
        return friday_of(scene.day, 1) + timedelta(days=found.weekday() - 4)
    return found


def next_named(match: re.Match[str], scene: Scene) -> date | None:
    return friday_of(scene.day, 1) + timedelta(days=WEEKDAY_NUMBERS[match["weekday"]] - 4)


def weekday_number(match: re.Match[str], scene: Scene) -> date | None:
    number = int(match["day"])
    for months in range(2):
        first = add_months(scene.day.replace(day=1), months)
        found = _made(first.year, first.month, number)
        if found and found > scene.day and found.weekday() == WEEKDAY_NUMBERS[match["weekday"]]:
            return found
    return bare_day(match, scene)


def in_days(match: re.Match[str], scene: Scene) -> date | None:
    count = _count(match["count"])
    if count is None or count > 366:
        return None
    unit = match["unit"]
    if unit.startswith(("h", "st")) or unit in {"ore", "oras"}:
        return scene.day + timedelta(days=max(1, count // 24) if count >= 24 else 0)
    if unit.startswith(("sem", "week", "woch", "settim")):
        return scene.day + timedelta(weeks=count)
    if unit.startswith(("mois", "month", "monat", "mes")):
        return add_months(scene.day, count)
    if (match["open"] or "").strip():
        return _weekdays_after(scene.day, count)
    return scene.day + timedelta(days=count)


def _weekdays_after(day: date, count: int) -> date:
    """Monday to Friday; the convention leaves public holidays in."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def month_part(match: re.Match[str], scene: Scene) -> date | None:
    part, month = match[1], MONTH_NUMBERS[match[2]]
    year = _year_of(match[3])
    if year is None:
        year = scene.day.year
        if end_of_month(date(year, month, 1)) < scene.day:
            year += 1
    return _part_of(date(year, month, 1), part)


def _part_of(first: date, part: str) -> date:
    if part.startswith(("fin", "end", "cour", "ende", "dans", "late", "final")):
        return end_of_month(first)
    if part.startswith(("mi", "mid")):
        return first.replace(day=15)
    return business_day_from(first)


def relative_month(match: re.Match[str], scene: Scene) -> date | None:
    words = match[0]
    first = scene.day.replace(day=1)
    if re.search(r"prochain|next|pro\b|nachsten|proximo|prossimo|d apres|suivant", words):
        base = scene.before.replace(day=1) if scene.before and "suivant" in words else first
        first = add_months(base, 1)
    part = "mi" if re.search(r"\bmi |milieu|mid", words) else ""
    part = "debut" if re.search(r"debut|begin|start|anfang|principios|inizio", words) else part
    found = _part_of(first, part or "fin")
    return found if found >= scene.day else _part_of(add_months(first, 1), part or "fin")


def thirty_days_end_of_month(match: re.Match[str], scene: Scene) -> date | None:
    return end_of_month(scene.day + timedelta(days=int(match[1])))


def next_week(match: re.Match[str], scene: Scene) -> date | None:
    if re.search(r"debut|begin|start|early|anfang|des (?:la )?semaine", match[0]):
        late = re.search(r"pas avant|au plus tard|le temps qu|courant", scene.words)
        return friday_of(scene.day, 1) - timedelta(days=3 if late else 4)
    if re.search(r"milieu|mi |mid", match[0]):
        return friday_of(scene.day, 1) - timedelta(days=2)
    return friday_of(scene.day, 1)


def this_week(match: re.Match[str], scene: Scene) -> date | None:
    if re.search(r"debut", match[0]):
        return next_weekday(scene.day, 0)
    friday = friday_of(scene.day)
    return friday if friday >= scene.day else friday + timedelta(weeks=1)


def weekend(match: re.Match[str], scene: Scene) -> date | None:
    return scene.day + timedelta(days=6 - scene.day.weekday())


def week_number(match: re.Match[str], scene: Scene) -> date | None:
    number = int(match[1])
    if not 1 <= number <= 53:
        return None
    for year in (scene.day.year, scene.day.year + 1):
        try:
            friday = date.fromisocalendar(year, number, 5)
        except ValueError:
            continue
        if friday >= scene.day:
            return friday
    return None


def end_of_year(match: re.Match[str], scene: Scene) -> date | None:
    return date(scene.day.year, 12, 31)


def christmas(match: re.Match[str], scene: Scene) -> date | None:
    return _ahead(25, 12, None, scene.day)


def later_by(days: int) -> Resolver:
    return lambda match, scene: scene.day + timedelta(days=days)


def earlier_by(days: int) -> Resolver:
    return lambda match, scene: scene.day - timedelta(days=days)


def day_after_that(match: re.Match[str], scene: Scene) -> date | None:
    return scene.before + timedelta(days=1) if scene.before else None


def that_day(match: re.Match[str], scene: Scene) -> date | None:
    return scene.before


def past_bare_day(match: re.Match[str], scene: Scene) -> date | None:
    number = int(match["day"])
    for months in range(3):
        first = add_months(scene.day.replace(day=1), -months)
        found = _made(first.year, first.month, number)
        if found is not None and found <= scene.day:
            return found
    return None


def past_weekday(match: re.Match[str], scene: Scene) -> date | None:
    back = (scene.day.weekday() - WEEKDAY_NUMBERS[match["weekday"]] - 1) % 7 + 1
    return scene.day - timedelta(days=back)


def past_numeric(match: re.Match[str], scene: Scene) -> date | None:
    return _behind(int(match[1]), int(match[2]), _year_of(match[3]), scene.day)


def past_day_month(match: re.Match[str], scene: Scene) -> date | None:
    return _behind(int(match[1]), MONTH_NUMBERS[match[2]], _year_of(match[3]), scene.day)


def ago(match: re.Match[str], scene: Scene) -> date | None:
    count = _count(match[1])
    if count is None:
        return None
    return scene.day - timedelta(days=count * (7 if match[2].startswith(("s", "w")) else 1))
