"""How a row of the grammar of time that names a day becomes a date (see `dates`)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from relance_mailer.reading.calendar_words import COUNTS, MONTH_NUMBERS, WEEKDAY_NUMBERS
from relance_mailer.workdays import add_months

ROLL_DAYS = 240  # a bare day and month further ahead than this was meant as past
_SOON_DAYS = 90  # of two ways to read 11/05 in English, the one that lies so near is meant


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """What a row is resolved against: the message's day, the words around, the date before.

    `before_end` is where the date before ends; `base` is that date again, or the one before it,
    where it is no other thing's ("votre relance du 12"); `month_first` says that the writer is
    American, `english` that he may be.
    """

    day: date
    words: str
    before: date | None = None
    before_end: int = 0
    base: date | None = None
    english: bool = False
    month_first: bool = False


Resolver = Callable[[re.Match[str], Scene], date | None]


def next_weekday(day: date, weekday: int) -> date:
    """The next such weekday (Monday 0) strictly after the day."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def friday_of(day: date, weeks: int = 0) -> date:
    """The Friday of the day's week (Monday to Sunday), or of a later one."""
    return day - timedelta(days=day.weekday()) + timedelta(days=4, weeks=weeks)


def made(year: int, month: int, number: int) -> date | None:
    """The date, or nothing where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def year_of(text: str | None) -> int | None:
    """The year as written, two digits meant in this century."""
    if not text:
        return None
    year = int(text)
    return year + 2000 if year < 100 else year


def ahead(number: int, month: int, year: int | None, day: date) -> date | None:
    """That day of that month, from the message's day on unless a year is given."""
    if year is not None:
        return made(year, month, number)
    found = made(day.year, month, number)
    if found and found >= day:
        return found
    following = made(day.year + 1, month, number)
    # A day that has just gone is more likely spoken of than the same one eleven months on.
    return following if following and (following - day).days <= ROLL_DAYS else None


def behind(number: int, month: int, year: int | None, day: date) -> date | None:
    """That day of that month, up to the message's day unless a year is given."""
    if year is not None:
        return made(year, month, number)
    found = made(day.year, month, number)
    return found if found and found <= day else made(day.year - 1, month, number)


def _count(text: str) -> int | None:
    if not text:
        return 1  # "une petite semaine"
    return int(text) if text.isdigit() else COUNTS.get(text)


def nothing(match: re.Match[str], scene: Scene) -> date | None:
    """Words that look like a date and are none: they are taken, and name no day."""
    return None


def iso(match: re.Match[str], scene: Scene) -> date | None:
    return made(int(match[1]), int(match[2]), int(match[3]))


def numeric(match: re.Match[str], scene: Scene) -> date | None:
    """ "05/11": the day first; the month first where an American or the calendar says so."""
    first, second, *rest = (part for part in match.groups() if part)
    year = rest[0] if rest else None
    day_first = ahead(int(first), int(second), year_of(year), scene.day)
    if not scene.english or first == second:
        return day_first
    month_first = ahead(int(second), int(first), year_of(year), scene.day)
    if scene.month_first or day_first is None:
        return month_first
    near = month_first is not None and 0 <= (month_first - scene.day).days <= _SOON_DAYS
    far = not 0 <= (day_first - scene.day).days <= _SOON_DAYS
    return month_first if near and far else day_first


def day_month(match: re.Match[str], scene: Scene) -> date | None:
    return ahead(_day_number(match[1]), _month(match[2]), year_of(match[3]), scene.day)


def month_day(match: re.Match[str], scene: Scene) -> date | None:
    return ahead(int(match[2]), MONTH_NUMBERS[match[1]], year_of(match[3]), scene.day)


def _month(name: str) -> int:
    return 3 if name == "mar" else MONTH_NUMBERS[name]


def _day_number(text: str) -> int:
    return int(text) if text.isdigit() else COUNTS.get(text, 1)  # "premier"


def same_day_of(match: re.Match[str], scene: Scene) -> date | None:
    """ "les 5 avril, mai et juin": the day that was named before, in another month."""
    if scene.before is None:
        return None
    month = MONTH_NUMBERS[match[1]]
    found = made(scene.before.year, month, scene.before.day)
    if found is not None and found < scene.before:
        return made(scene.before.year + 1, month, scene.before.day)
    return found


_THEN = re.compile(r"\b(?:reste|solde|puis|ensuite|autre|second|seconde|deuxieme|rest|balance)\b")


# "Ci-joint le chèque daté du 12" was written on a 12th gone by; post-dated ones name their month.
_DATED = re.compile(
    r"\b(?:(?<!la )(?<!une )(?<!cette )(?<!meme )datee?s?|parvenue?s?|recue?s?)(?: le)? ?$"
)
_DATED_SIGNS = 20
# "Je devais payer le 2, ce sera le 16": the day gone by is none of the month to come.
_GONE_BY = re.compile(
    r"\b(?:devai\w+|avais|avions|avait|dit|promis|annonce|prevu|echeances?|etai\w+|on est|sommes"
    r"|tombee?s?|arrivee?s?|hier|absente?|malade|debitee?|aujourd hui"
    r"|validee?s?|visee?s?|controlee?s?|mandatee?s?|ordonnancee?s?|enregistree?s?"
    r"|comptabilisee?s?)\b"
    r"(?: (?!sera|ce\b|puis|et)\w+){0,4}? (?:le |au |du )?\d{1,2}(?:er)?\W*$"
)
_GONE_SIGNS = 60


def bare_day(match: re.Match[str], scene: Scene) -> date | None:
    """ "le 5": the next 5th after the message, after the date before where the words say so."""
    groups = match.groupdict()
    number = _day_number(groups["day"] or groups["listed"])
    base = scene.day
    if _DATED.search(scene.words[max(0, match.start() - _DATED_SIGNS) : match.start()]):
        return None
    before = scene.words[max(0, scene.before_end - _GONE_SIGNS) : scene.before_end]
    if scene.base is not None and scene.base > scene.day and not _is_gone_by(before, scene):
        if number >= scene.base.day:
            return made(scene.base.year, scene.base.month, number)
        if _THEN.search(scene.words[scene.before_end : match.start()]):
            base = scene.base
    for months in range(3):
        first = add_months(base.replace(day=1), months)
        found = made(first.year, first.month, number)
        if found is not None and found > base:
            return found
    return None


def _is_gone_by(before: str, scene: Scene) -> bool:
    """Whether the date before was a day of this month, told as one that is past."""
    rolled = scene.base is not None and scene.base.day <= scene.day.day
    return rolled and _GONE_BY.search(before) is not None


def day_of_next_month(match: re.Match[str], scene: Scene) -> date | None:
    first = add_months(scene.day.replace(day=1), 1)
    return made(first.year, first.month, _day_number(match[1]))


def day_of_this_month(match: re.Match[str], scene: Scene) -> date | None:
    found = made(scene.day.year, scene.day.month, _day_number(match[1]))
    return found if found and found >= scene.day else None


# "Lundi prochain, sinon mercredi": the Wednesday that follows that Monday.
_OR_ELSE = re.compile(r"\b(?:sinon|au pire|voire|otherwise|at worst|failing that)\b[^.]{0,12}$")


_CORRECTED = re.compile(r"\b(?:mais|plutot|pas|non|au lieu|not|instead|rather)\b")


def _follows(found: date, match: re.Match[str], scene: Scene) -> bool:
    """ "Je rentre lundi et je vous paie mardi", said on a Monday: the Tuesday after that Monday."""
    if scene.base is None or found >= scene.base or match["head"]:
        return False
    if scene.base.weekday() >= found.weekday() or (scene.base - scene.day).days > 7:
        return False
    return not _CORRECTED.search(scene.words[scene.before_end : match.start()])


def weekday(match: re.Match[str], scene: Scene) -> date | None:
    """A bare weekday is the next one after the message; "prochain" is that of the next week."""
    found = next_weekday(scene.day, WEEKDAY_NUMBERS[match["weekday"]])
    # "Vendredi en huit", said on a Friday, counts from today.
    today = found - timedelta(days=7) if (found - scene.day).days == 7 else found
    head, tail = (match["head"] or "").strip(), (match["tail"] or "").strip()
    if "quinze" in tail or "15" in tail:
        return today + timedelta(days=14)
    if "huit" in tail or "8" in tail:
        return today + timedelta(days=7)
    if tail == "after":
        return next_weekday(scene.before, found.weekday()) if scene.before else None
    if "einer woche" in tail or tail == "week" or head.startswith("a week"):
        return found + timedelta(days=7)
    if tail == "fortnight":
        return found + timedelta(days=14)
    if "following" in tail:
        return friday_of(scene.before or scene.day, 1) + timedelta(days=found.weekday() - 4)
    if re.search(r"suiv|apres", tail) and scene.before is not None:
        return next_weekday(scene.before, found.weekday())
    if (
        re.search(
            r"\bsemaine (?:pro|qui|a venir)|pro\b|prochain|next week|proximo|prossimo|semana"
            r"|settimana|woche",
            tail,
        )
        or head
    ):
        return friday_of(scene.day, 1) + timedelta(days=found.weekday() - 4)
    if _follows(found, match, scene):
        return next_weekday(scene.base or scene.day, found.weekday())
    if (found - scene.day).days == 7 and scene.words[: match.start()].endswith(("ce ", "this ")):
        return scene.day  # "ce jeudi", said on a Thursday
    if scene.before is not None and _OR_ELSE.search(scene.words[scene.before_end : match.start()]):
        return next_weekday(scene.before, found.weekday())
    return found


def next_named(match: re.Match[str], scene: Scene) -> date | None:
    return friday_of(scene.day, 1) + timedelta(days=WEEKDAY_NUMBERS[match["weekday"]] - 4)


# "Virement effectué lundi 16", said on the 19th: what is done bears the day on which it was.
_DONE_ON = re.compile(
    r"(?:^\W*|\b(?:virements?|cheques?|paiements?|reglements?|sommes?|mandat|traite|ordre|factures?"
    r"|ai|avons|ont|ete|est|sont) (?:[\w°]+ ){0,3}?)(?:effectuee?s?|executee?s?|passee?s?|emise?s?"
    r"|faite?s?|postee?s?|remise?s?|partie?s?|viree?s?|versee?s?|payee?s?|reglee?s?|debitee?s?"
    r"|prelevee?s?|encaissee?s?|deposee?s?|envoyee?s?|donnee?s?)(?: \w+){0,5} $"
)
_TO_BE_DONE = re.compile(
    r"\b(?:sera|seront|serez|etre|vais|va|allons|prevue?s?|programmee?s?|positionnee?s?|plus tard"
    r"|pour|d ici|avant)\b"
)
_DONE_SIGNS = 50
_GONE_BY_DAYS = 31


def weekday_number(match: re.Match[str], scene: Scene) -> date | None:
    """ "vendredi 13": the 13th; of two months the one in which it is a Friday.

    None where only one gone by was a Friday, or where something was done on that one.
    """
    number = _day_number(match["day"])
    weekday = WEEKDAY_NUMBERS[match["weekday"].rstrip(".")]
    gone = past_bare_day(match, scene) if match["day"].isdigit() else None
    was_one = (
        gone is not None
        and gone.weekday() == weekday
        and 0 < (scene.day - gone).days <= _GONE_BY_DAYS
    )
    before = scene.words[max(0, match.start() - _DONE_SIGNS) : match.start()]
    if was_one and _DONE_ON.search(before) and not _TO_BE_DONE.search(before):
        return gone
    for months in range(2):
        first = add_months(scene.day.replace(day=1), months)
        found = made(first.year, first.month, number)
        if found and found >= scene.day and found.weekday() == weekday:
            return found
    return gone if was_one else bare_day(match, scene)


# "Mandatement le 24 juin et paiement sous 10 jours": the accountant counts from the order.
_ONCE_ORDERED = re.compile(
    r"\b(?:mandat\w*|ordonnanc\w*|liquidation)\b[^.;]{0,40}\d(?: \w{3,9})?,? (?:et |puis |pour )?"
    r"(?:un |le )?"
    r"(?:paiement|reglement|virement|versement)(?: \w+){0,2} $"
)


def in_days(match: re.Match[str], scene: Scene) -> date | None:
    """ "sous 10 jours ouvrés", "d'ici trois semaines", "dans un mois et demi"."""
    count = _count(match["count"])
    if count is None or count > 366:
        return None
    if scene.base is not None and _ONCE_ORDERED.search(scene.words[: match.start()]):
        scene = replace(scene, day=scene.base)
    unit, half = match["unit"], bool(match["half"])
    open_days = bool((match["open"] or match["before"] or "").strip())
    if unit.startswith(("h", "st")) or unit in {"ore", "oras"}:
        days = max(1, count // 24) if count >= 24 else 0
        return weekdays_after(scene.day, days) if open_days else scene.day + timedelta(days=days)
    if unit.startswith(("sem", "week", "woch", "settim")):
        return scene.day + timedelta(weeks=count, days=4 if half else 0)
    if unit.startswith(("mois", "month", "monat", "mes")):
        return add_months(scene.day, count) + timedelta(days=15 if half else 0)
    return weekdays_after(scene.day, count) if open_days else scene.day + timedelta(days=count)


def weekdays_after(day: date, count: int) -> date:
    """Monday to Friday; the convention leaves public holidays in."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def week_after_next(match: re.Match[str], scene: Scene) -> date | None:
    """ "Pas ce vendredi mais le suivant": a week after the next one."""
    return next_weekday(scene.day, WEEKDAY_NUMBERS[match["weekday"]]) + timedelta(weeks=1)


def later_by(days: int) -> Resolver:
    return lambda match, scene: scene.day + timedelta(days=days)


def earlier_by(days: int) -> Resolver:
    return lambda match, scene: scene.day - timedelta(days=days)


def month_after_that(match: re.Match[str], scene: Scene) -> date | None:
    """ "200 € le 10, pareil le mois d'après": the same day of the month that follows."""
    return add_months(scene.before, 1) if scene.before else None


_AROUND = {"le lendemain": 1, "le surlendemain": 2, "la veille": -1}


def day_after_that(match: re.Match[str], scene: Scene) -> date | None:
    """ "Je touche ma paie le 28, virement le lendemain", "on ferme le 1er, payé la veille"."""
    return scene.before + timedelta(days=_AROUND[match[0]]) if scene.before else None


def same_month(match: re.Match[str], scene: Scene) -> date | None:
    """ "le 3 juillet, puis le 31 du même mois"."""
    if scene.before is None:
        return None
    return made(scene.before.year, scene.before.month, int(match["day"]))


def later_than_that(match: re.Match[str], scene: Scene) -> date | None:
    """ "la moitié le 5, l'autre quinze jours après": counted from the date before."""
    count = _count(match["count"])
    if scene.before is None or count is None or count > 366:
        return None
    if match["unit"].startswith(("mois", "month")):
        return add_months(scene.before, count)
    weeks = match["unit"].startswith(("sem", "week"))
    return scene.before + timedelta(days=count * (7 if weeks else 1))


def days_on(match: re.Match[str], scene: Scene) -> date | None:
    """ "J+10": counted from the message's day."""
    count = int(match["count"])
    return weekdays_after(scene.day, count) if match["open"] else scene.day + timedelta(days=count)


def that_day(match: re.Match[str], scene: Scene) -> date | None:
    return scene.before


def day_counted_from(match: re.Match[str], scene: Scene) -> date | None:
    """The day named before, where it is no letter's nor an event's gone by."""
    return scene.base


def past_bare_day(match: re.Match[str], scene: Scene) -> date | None:
    number = int(match["day"])
    for months in range(3):
        first = add_months(scene.day.replace(day=1), -months)
        found = made(first.year, first.month, number)
        if found is not None and found <= scene.day:
            return found
    return None


def past_weekday(match: re.Match[str], scene: Scene) -> date | None:
    back = (scene.day.weekday() - WEEKDAY_NUMBERS[match["weekday"]] - 1) % 7 + 1
    return scene.day - timedelta(days=back)


def past_numeric(match: re.Match[str], scene: Scene) -> date | None:
    return behind(int(match[1]), int(match[2]), year_of(match[3]), scene.day)


def past_day_month(match: re.Match[str], scene: Scene) -> date | None:
    return behind(_day_number(match[1]), _month(match[2]), year_of(match[3]), scene.day)


def ago(match: re.Match[str], scene: Scene) -> date | None:
    count = _count(match[1])
    if count is None:
        return None
    return scene.day - timedelta(days=count * (7 if match[2].startswith(("s", "w")) else 1))
