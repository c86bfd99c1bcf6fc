"""How a row of the grammar of time that names a period or a feast becomes a date (see `dates`).

A period ends on its last day, its beginning is its first working day, its middle the 15th.
"""

import re
from datetime import date, timedelta

from relance_mailer.reading.calendar_words import (
    DAYS_OF_SAINTS,
    FEASTS,
    HOLY_DAYS,
    MONTH_NUMBERS,
    MOVABLE_FEASTS,
    ORDINALS,
    SAINTS_DAYS,
    WEEKDAY_NUMBERS,
)
from relance_mailer.reading.date_rules import (
    ROLL_DAYS,
    Scene,
    ahead,
    friday_of,
    made,
    next_weekday,
    weekdays_after,
    year_of,
)
from relance_mailer.workdays import add_months, business_day_from, end_of_month

_WORKING_DAYS_MAX = 20
_FEAST_DAYS = 300  # "avant Noël", said in January, is told of the last one
_NEXT = re.compile(r"prochain|next|pro\b|nachsten|proximo|prossimo|d apres|suivant|que viene")
_BEGINNING = re.compile(r"debut|begin|start|early|anfang|principios|inizio")
_MIDDLE = re.compile(r"\bmi |milieu|mid|mitte|mediados|meta")


def _part_of(first: date, part: str) -> date:
    if _BEGINNING.match(part):
        return business_day_from(first)
    if part.startswith(("mi", "mid", "med", "meta")):
        return first.replace(day=15)
    return end_of_month(first)


def _month_named(month: int, year: int | None, day: date) -> date | None:
    """The first of the month that is meant, none where it has just gone."""
    if year is not None:
        return date(year, month, 1)
    first = date(day.year, month, 1)
    if end_of_month(first) >= day:
        return first
    first = date(day.year + 1, month, 1)
    return first if (first - day).days <= ROLL_DAYS else None


def month_part(match: re.Match[str], scene: Scene) -> date | None:
    """ "fin mars", "mi-avril", "début mai": with `month` and `year`."""
    first = _month_named(MONTH_NUMBERS[match["month"]], year_of(match["year"]), scene.day)
    return None if first is None else _part_of(first, match["part"] or "")


def relative_month(match: re.Match[str], scene: Scene) -> date | None:
    """ "fin du mois", "début de mois prochain", "mois prochain"."""
    words = match[0]
    first = scene.day.replace(day=1)
    if _NEXT.search(words):
        base = scene.before.replace(day=1) if scene.before and "suivant" in words else first
        first = add_months(base, 1)
    part = "mi" if _MIDDLE.search(words) else ""
    part = "debut" if _BEGINNING.search(words) else part
    found = _part_of(first, part)
    return found if found >= scene.day else _part_of(add_months(first, 1), part)


def thirty_days_end_of_month(match: re.Match[str], scene: Scene) -> date | None:
    """ "30 jours fin de mois", "30 jours fin de mois le 10"."""
    ended = end_of_month(scene.day + timedelta(days=int(match[1])))
    return ended + timedelta(days=int(match[2])) if match[2] else ended


def _first_of_named(match: re.Match[str], scene: Scene) -> date | None:
    """The first of the month that a row names: a name, "du mois", "du mois prochain"."""
    if match["month"]:
        return _month_named(MONTH_NUMBERS[match["month"]], year_of(match["year"]), scene.day)
    return add_months(scene.day.replace(day=1), 1 if _NEXT.search(match[0]) else 0)


def fortnight_of(match: re.Match[str], scene: Scene) -> date | None:
    """ "première quinzaine de novembre" ends on the 15th; a "décade" on the 10th or 20th."""
    first = _first_of_named(match, scene)
    if first is None:
        return None
    step = 10 if "decade" in match[0] else 15
    which = ORDINALS[match["nth"]]
    if which == 1 or (which == 2 and step == 10):
        return first.replace(day=step * which)
    return end_of_month(first)


def week_of_month(match: re.Match[str], scene: Scene) -> date | None:
    """ "première semaine de décembre": its Friday among the first seven days."""
    first = _first_of_named(match, scene)
    return None if first is None else nth_weekday(first, 4, ORDINALS[match["nth"]])


def weekday_of_month(match: re.Match[str], scene: Scene) -> date | None:
    """ "le dernier vendredi de septembre"."""
    first = _first_of_named(match, scene)
    if first is None:
        return None
    weekday, which = WEEKDAY_NUMBERS[match["weekday"]], ORDINALS[match["nth"]]
    found = nth_weekday(first, weekday, which)
    if found >= scene.day or match["month"]:
        return found
    return nth_weekday(add_months(first, 1), weekday, which)


def nth_weekday(first: date, weekday: int, which: int) -> date:
    """Such a weekday of the month, the last one for a negative count."""
    if which < 0:
        ended = end_of_month(first)
        return ended - timedelta(days=(ended.weekday() - weekday) % 7)
    return next_weekday(first - timedelta(days=1), weekday) + timedelta(weeks=which - 1)


def working_day_of(match: re.Match[str], scene: Scene) -> date | None:
    """ "premier jour ouvré du mois prochain", "last working day of March": Monday to Friday."""
    first = _first_of_named(match, scene)
    if first is None:
        return None
    named = match["nth"] or match[0].split()[0]
    which = ORDINALS.get(named) or int(re.sub(r"\D", "", named) or 0)
    if which < 0:
        ended = end_of_month(first)
        return ended - timedelta(days=max(0, ended.weekday() - 4))
    if not 1 <= which <= _WORKING_DAYS_MAX:
        return None
    found = weekdays_after(first - timedelta(days=1), which)
    later = found < scene.day and "mois" in match[0] and not _NEXT.search(match[0])
    return weekdays_after(add_months(first, 1) - timedelta(days=1), which) if later else found


def last_day_of_month(match: re.Match[str], scene: Scene) -> date | None:
    first = _first_of_named(match, scene)
    return None if first is None else end_of_month(first)


_FOLLOWS = re.compile(r"\bsuivante|qui suit|d apres|following week")
_DELAYED = re.compile(r"pas avant|au plus tard|le temps qu|courant")


def next_week(match: re.Match[str], scene: Scene) -> date | None:
    """Its Friday; its Monday for the beginning, the Tuesday where a word of delay goes with it.

    "La moitié le 6, le reste la semaine suivante": counted from the day that was named before.
    """
    if scene.before is not None and _FOLLOWS.search(match[0]):
        return friday_of(scene.before, 1)
    if _BEGINNING.search(match[0]):
        late = _DELAYED.search(scene.words)
        return friday_of(scene.day, 1) - timedelta(days=3 if late else 4)
    if _MIDDLE.search(match[0]):
        return friday_of(scene.day, 1) - timedelta(days=2)
    return friday_of(scene.day, 1)


def this_week(match: re.Match[str], scene: Scene) -> date | None:
    if _BEGINNING.search(match[0]):
        return next_weekday(scene.day, 0)
    friday = friday_of(scene.day)
    pointed = scene.words[match.end() :].startswith(" la") and "cette" in match[0]
    if scene.before is not None and scene.before > friday and ("dans la" in match[0] or pointed):
        return friday_of(scene.before)  # "elle rentre le 26 et paie dans la semaine"
    return friday if friday >= scene.day else friday + timedelta(weeks=1)


def week_of(match: re.Match[str], scene: Scene) -> date | None:
    """ "la semaine du 23 (mars)": the Friday of the week in which that day lies."""
    number = int(match["day"])
    month = MONTH_NUMBERS[match["month"]] if match["month"] else None
    for months in range(3):
        first = add_months(scene.day.replace(day=1), months)
        found = ahead(number, month or first.month, None if month else first.year, scene.day)
        if found and friday_of(found) >= scene.day:
            return friday_of(found)
    return None


def weekend(match: re.Match[str], scene: Scene) -> date | None:
    """ "Ce week-end" ends on Sunday, "avant le week-end" on Friday."""
    sunday = scene.day + timedelta(days=6 - scene.day.weekday())
    if scene.words[: match.start()].endswith("avant "):
        return max(scene.day, sunday - timedelta(days=2))
    return sunday


def weekday_of_week(match: re.Match[str], scene: Scene) -> date | None:
    """ "le mercredi de la semaine 22", "le mardi de la semaine du 9 mars"."""
    friday = _friday_of_week(int(match["week"]), scene) if match["week"] else week_of(match, scene)
    if friday is None:
        return None
    return friday + timedelta(days=WEEKDAY_NUMBERS[match["weekday"]] - 4)


def week_number(match: re.Match[str], scene: Scene) -> date | None:
    """ "semaine 47": its Friday, this year's or the next one's; "début semaine 47": its Monday."""
    friday = _friday_of_week(int(match["week"]), scene)
    if friday is None or not match["head"]:
        return friday
    return business_day_from(friday - timedelta(days=4))


def _friday_of_week(number: int, scene: Scene) -> date | None:
    if not 1 <= number <= 53:
        return None
    for year in (scene.day.year, scene.day.year + 1):
        try:
            friday = date.fromisocalendar(year, number, 5)
        except ValueError:
            continue
        if friday >= scene.day:
            return friday if (friday - scene.day).days <= ROLL_DAYS else None
    return None


def quarter(match: re.Match[str], scene: Scene) -> date | None:
    """ "fin du trimestre", "au premier trimestre 2027", "fin T1", "Q4": its last day."""
    named = match["nth"] or match["digit"]
    if named is None:
        which = (scene.day.month - 1) // 3 + 1 + (1 if _NEXT.search(match[0]) else 0)
        year = scene.day.year + (which - 1) // 4
        which = (which - 1) % 4 + 1
    else:
        which = ORDINALS.get(named) or (int(named) if named.isdigit() else 0)
        if not 1 <= which <= 4:
            return None
        year = year_of(match["year"]) or scene.day.year
        if not match["year"] and end_of_month(date(year, which * 3, 1)) < scene.day:
            year += 1
    if _BEGINNING.search(match[0]):
        return business_day_from(date(year, which * 3 - 2, 1))
    ended = end_of_month(date(year, which * 3, 1))
    return ended if match["year"] or (ended - scene.day).days <= ROLL_DAYS else None


def half_year(match: re.Match[str], scene: Scene) -> date | None:
    """ "fin du semestre": the end of June or of December."""
    if match["nth"]:
        month = 6 if ORDINALS[match["nth"]] == 1 else 12
    else:
        month = 6 if scene.day.month <= 6 else 12
    return ahead(30 if month == 6 else 31, month, year_of(match["year"]), scene.day)


def year_end(match: re.Match[str], scene: Scene) -> date | None:
    """ "fin d'année", "fin 2026", "début d'année" (of the next one)."""
    year = year_of(match.groupdict().get("year")) or scene.day.year
    if _BEGINNING.search(match[0]):
        first = business_day_from(date(year, 1, 1))
        return first if first >= scene.day else business_day_from(date(scene.day.year + 1, 1, 1))
    return date(year + (1 if _NEXT.search(match[0]) else 0), 12, 31)


def feast(match: re.Match[str], scene: Scene) -> date | None:
    """ "avant Noël", "pour la Toussaint"."""
    return _of_the_year(FEASTS[match["feast"] or "jour de l an"], scene.day)


def saints_day(match: re.Match[str], scene: Scene) -> date | None:
    """ "à la Saint-Martin", "pour la Chandeleur"."""
    return _of_the_year(SAINTS_DAYS[match["feast"]], scene.day)


def day_of_saint(match: re.Match[str], scene: Scene) -> date | None:
    """ "on St Patrick's Day"."""
    return _of_the_year(DAYS_OF_SAINTS[match["saint"]], scene.day)


def _of_the_year(month_and_day: tuple[int, int], day: date) -> date | None:
    month, number = month_and_day
    found = ahead(number, month, None, day)
    return found if found and (found - day).days <= _FEAST_DAYS else None


def movable_feast(match: re.Match[str], scene: Scene) -> date | None:
    """ "avant Pâques", "lundi de Pentecôte"."""
    after = MOVABLE_FEASTS[match["movable"]] + (1 if match["monday"] else 0)
    if match["bridge"]:  # "avant le pont de l'Ascension", "avant le week-end de Pâques"
        after -= 1 if match["movable"] == "ascension" else 2
    return _from_easter(after, scene.day)


def holy_day(match: re.Match[str], scene: Scene) -> date | None:
    """ "le Vendredi saint", "Good Friday"."""
    return _from_easter(HOLY_DAYS[match["holy"]], scene.day)


def _from_easter(after: int, day: date) -> date | None:
    """The next day that lies so many days after Easter Sunday."""
    for year in (day.year, day.year + 1):
        found = easter_of(year) + timedelta(days=after)
        if found >= day:
            return found if (found - day).days <= _FEAST_DAYS else None
    return None


def beside_a_day(match: re.Match[str], scene: Scene) -> date | None:
    """ "la veille de Noël", "le lendemain du 14 juillet", "l'avant-veille du 3"."""
    named = _named_day(match, scene)
    if named is None:
        return None
    steps = -1 if "veille" in match["side"] else 1
    twice = match["side"].startswith(("l avant", "avant", "le sur", "sur"))
    found = named + timedelta(days=2 * steps if twice else steps)
    return found if found >= scene.day else None


def _named_day(match: re.Match[str], scene: Scene) -> date | None:
    if match["movable"]:
        return _from_easter(MOVABLE_FEASTS[match["movable"]], scene.day)
    if match["feast"] or match["saint"]:
        named = FEASTS[match["feast"]] if match["feast"] else SAINTS_DAYS[match["saint"]]
        return _of_the_year(named, scene.day)
    return _day_of_some_month(match, scene)


def _day_of_some_month(match: re.Match[str], scene: Scene) -> date | None:
    number = int(match["day"])
    if match["month"]:
        return ahead(number, MONTH_NUMBERS[match["month"]], None, scene.day)
    for months in range(3):
        first = add_months(scene.day.replace(day=1), months)
        found = made(first.year, first.month, number)
        if found is not None and found >= scene.day:
            return found
    return None


_EVES = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "new year s eve": (12, 31),
    "new year s day": (1, 1),
}  # fmt: skip


def feast_eve(match: re.Match[str], scene: Scene) -> date | None:
    """ "on Christmas Eve", "by New Year's Eve"."""
    return _of_the_year(_EVES[match["side"]], scene.day)


def easter_of(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, ch. 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
