"""The rows of the grammar of time that only English people say (the others: `date_rows`).

"Monday fortnight" and "a fortnight on Monday" are fourteen days behind the Monday, a fortnight is
fourteen days where "une quinzaine" is fifteen, and a day may be a saint's without his article.
"""

import re
from datetime import date, timedelta

from relance_mailer.reading.calendar_words import (
    AMERICAN_FEASTS,
    COUNT,
    COUNTS,
    ENGLISH_ORDINALS,
    MONTH,
    MONTH_NUMBERS,
    WEEKDAY,
    WEEKDAY_NUMBERS,
)
from relance_mailer.reading.date_periods import easter_of, nth_weekday, weekend
from relance_mailer.reading.date_rules import (
    Resolver,
    Scene,
    ahead,
    friday_of,
    later_by,
    next_weekday,
    weekdays_after,
)
from relance_mailer.workdays import add_months, end_of_month

_FEASTS = {
    "burns night": (1, 25), "david": (3, 1), "patrick": (3, 17), "paddy": (3, 17),
    "lady day": (3, 25), "george": (4, 23), "midsummer": (6, 24), "bastille": (7, 14),
    "lammas": (8, 1), "michaelmas": (9, 29), "halloween": (10, 31), "all saints": (11, 1),
    "guy fawkes": (11, 5), "bonfire night": (11, 5), "martinmas": (11, 11), "andrew": (11, 30),
    "stephen": (12, 26), "boxing": (12, 26),
}  # fmt: skip
_FEAST = "|".join(_FEASTS)
_FIRST = {name: day for name, day in ENGLISH_ORDINALS.items() if " " not in name}
_FAR = 120
_EASTER_DAYS = {"thursday": -3, "saturday": -1, "sunday": 0, "monday": 1, "tuesday": 2}
_COUNTED = rf"(?:the next |about |another )?(?P<count>\d{{1,2}}|couple of|{COUNT})"
_UNIT = r"(?P<open>working |business |bank |calendar )?(?P<unit>days?|weeks?|months?)"
_OF_TODAY = (
    r"(?:from|of|after) (?:today(?: s date)?|now|(?:the )?(?:date|receipt|day) of (?:this|the"
    r" present|my)(?: present)? (?:e ?mail|mail|letter|message|reply|note)|(?:this|my) (?:e ?mail"
    r"|mail|letter|message|reply|note)|this day)"
)
_BEHIND = (
    r"(?= ?(?:$|[.,;!)/]|at (?:the )?(?:latest|night)|latest|first thing|morning|afternoon|evening"
    r"|night"
    r"|am\b|pm\b|for (?:sure|definite|certain|all|the)|def\w*|without|when|once|after|before|with"
    r"|by|from|as|and|or|in|i\b|if|thanks|thx|ta\b|cheers|sorry|soz|promise|run|payment|ok|x+\b))"
)
_SHORT = r"(?P<weekday>mon|tues?|weds?|thurs?|thur?|fri)"


def _feast(match: re.Match[str], scene: Scene) -> date | None:
    month, number = _FEASTS[match["feast"]]
    found = ahead(number, month, None, scene.day)
    return found if found and (found - scene.day).days <= _FAR else None


def _feast_of_america(match: re.Match[str], scene: Scene) -> date | None:
    month, weekday, which = AMERICAN_FEASTS[match["feast"]]
    found = nth_weekday(date(scene.day.year, month, 1), weekday, which)
    return found if 0 <= (found - scene.day).days <= _FAR else None


def _counted_on(match: re.Match[str], scene: Scene) -> date | None:
    """ "Two weeks today", "ten working days from now", "a couple of days"."""
    named = match["count"]
    count = 2 if named == "couple of" else int(named) if named.isdigit() else COUNTS[named]
    groups = match.groupdict()
    if groups.get("weekday"):
        return next_weekday(scene.day, WEEKDAY_NUMBERS[groups["weekday"]]) + timedelta(weeks=count)
    if match["unit"].startswith("week"):
        return scene.day + timedelta(weeks=count)
    if match["unit"].startswith("month"):
        return add_months(scene.day, count)
    if groups.get("open") and not groups["open"].startswith("calendar"):
        return weekdays_after(scene.day, count)
    return scene.day + timedelta(days=count)


def _net_days(match: re.Match[str], scene: Scene) -> date | None:
    return scene.day + timedelta(days=int(match["count"]))


def _short_weekday(match: re.Match[str], scene: Scene) -> date | None:
    """ "Will do it Mon", "fri week", "nxt fri"."""
    number = WEEKDAY_NUMBERS[match["weekday"].replace("weds", "wed")]
    groups = match.groupdict()
    if (groups.get("head") or "").startswith(("next", "nxt")):
        return friday_of(scene.day, 1) + timedelta(days=number - 4)
    return next_weekday(scene.day, number) + timedelta(weeks=1 if groups.get("tail") else 0)


def _unless_today(match: re.Match[str], scene: Scene) -> date | None:
    """ "It's Tuesday and I'm shattered", said on a Tuesday, names no day to come."""
    number = WEEKDAY_NUMBERS[match["weekday"]]
    return None if scene.day.weekday() == number else next_weekday(scene.day, number)


def _later_than_that(match: re.Match[str], scene: Scene) -> date | None:
    """ "500 on Friday and 500 a fortnight later"."""
    if scene.before is None:
        return None
    count = COUNTS[match["count"]]
    if match["unit"].startswith("month"):
        return add_months(scene.before, count)
    return scene.before + timedelta(weeks=count * (2 if match["unit"][0] == "f" else 1))


def _midweek(match: re.Match[str], scene: Scene) -> date | None:
    if "next" in match[0]:
        return friday_of(scene.day, 1) - timedelta(days=2)
    return next_weekday(scene.day, 2)


def _end_of_this_month(match: re.Match[str], scene: Scene) -> date | None:
    return end_of_month(scene.day)


def _end_of_named_month(match: re.Match[str], scene: Scene) -> date | None:
    found = ahead(1, MONTH_NUMBERS[match["month"]], None, scene.day)
    if MONTH_NUMBERS[match["month"]] == scene.day.month:
        return end_of_month(scene.day)
    return end_of_month(found) if found else None


def _end_of_quarter(match: re.Match[str], scene: Scene) -> date | None:
    return end_of_month(date(scene.day.year, (scene.day.month + 2) // 3 * 3, 1))


def _after_easter(match: re.Match[str], scene: Scene) -> date | None:
    easter = easter_of(scene.day.year)
    found = next_weekday(easter, WEEKDAY_NUMBERS[match["weekday"]])
    return found if 0 <= (found - scene.day).days <= _FAR else None


def _nth(match: re.Match[str], scene: Scene) -> date | None:
    """ "On the fifteenth": the next one."""
    number = _FIRST[match["nth"]]
    for months in range(3):
        first = add_months(scene.day.replace(day=1), months)
        if first.day + number - 1 <= end_of_month(first).day:
            found = first.replace(day=number)
            if found > scene.day:
                return found
    return None


def _weekday_in_month(match: re.Match[str], scene: Scene) -> date | None:
    first = ahead(1, MONTH_NUMBERS[match["month"]], None, scene.day)
    if MONTH_NUMBERS[match["month"]] == scene.day.month:
        first = scene.day.replace(day=1)
    which = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}[match["nth"]]
    return nth_weekday(first, WEEKDAY_NUMBERS[match["weekday"]], which) if first else None


def _march(match: re.Match[str], scene: Scene) -> date | None:
    return ahead(int(match["day"]), 3, None, scene.day)


def _fortnight_on(match: re.Match[str], scene: Scene) -> date | None:
    named = match["before"] or match["behind"]
    return next_weekday(scene.day, WEEKDAY_NUMBERS[named]) + timedelta(days=14)


def _of_next_week(match: re.Match[str], scene: Scene) -> date | None:
    return friday_of(scene.day, 1) + timedelta(days=WEEKDAY_NUMBERS[match["weekday"]] - 4)


def _after_next(match: re.Match[str], scene: Scene) -> date | None:
    """ "The Monday after next", "the week after next"."""
    named = match["weekday"]
    return friday_of(scene.day, 2) + timedelta(days=WEEKDAY_NUMBERS[named] - 4 if named else 0)


def _at_easter(match: re.Match[str], scene: Scene) -> date | None:
    for year in (scene.day.year, scene.day.year + 1):
        found = easter_of(year) + timedelta(days=_EASTER_DAYS[match["day"]])
        if found >= scene.day:
            return found if (found - scene.day).days <= _FAR else None
    return None


def _next_day(match: re.Match[str], scene: Scene) -> date | None:
    """ "I get paid on the 25th and will pay you the day after"."""
    return scene.before + timedelta(days=1) if scene.before else None


def _nth_of_month(match: re.Match[str], scene: Scene) -> date | None:
    return ahead(_FIRST[match["nth"]], MONTH_NUMBERS[match["month"]], None, scene.day)


ENGLISH_ROWS: tuple[tuple[str, str, Resolver], ...] = (
    (
        "english_feast",
        rf"\b(?:on |by |before |at |for |until )(?:(?:saint|st) )?(?P<feast>{_FEAST})"
        r"(?: ?s (?:day|night)\b|(?<=[sxeg]) day\b|(?<=lady day)\b|(?<=mas)\b|(?<=night)\b"
        r"|(?<=een)\b|(?<=midsummer)\b)",
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
    ("after_next", rf"\b(?:(?P<weekday>{WEEKDAY})|week) after next\b", _after_next),
    ("at_easter", rf"\beaster (?P<day>{'|'.join(_EASTER_DAYS)})\b", _at_easter),
    (
        "next_day",
        r"\bthe (?:very )?(?:day after|next (?:day|morning)|following (?:day|morning)"
        r"|morning after)(?= ?(?:$|[.,;!)]))",
        _next_day,
    ),
    ("english_fortnight", r"\b(?:in a|within (?:a|the)) fortnight\b", later_by(14)),
    ("weekend", r"\b(?:over|at|during|by) the week ?end\b", weekend),
    ("weekday_of_next_week", rf"\b(?P<weekday>{WEEKDAY}) of next week\b", _of_next_week),
    ("weekday_of_next_week", rf"\bnxt (?P<weekday>{WEEKDAY})\b", _of_next_week),
    (
        "weekday_of_next_week",
        rf"\b(?P<weekday>{WEEKDAY}) (?:nxt (?:wk|week)|next(?= ?(?:$|[.;!)]))|next (?=at the"
        r" latest|without fail))\b",
        _of_next_week,
    ),
    (
        "counted_on",
        rf"\b(?:(?:in|within|net) )?{_COUNTED} {_UNIT}(?: s)?(?: time)? {_OF_TODAY}\b",
        _counted_on,
    ),
    (
        "net_days",
        r"\bnet (?P<count>10|14|15|20|30|45|60|90)(?: days)?"
        r" (?:from|of) (?:today|now)\b",
        _net_days,
    ),
    (
        "counted_on",
        rf"\b(?P<count>{COUNT}|[2-8]) (?P<unit>weeks|months?) (?:today|to the day)\b",
        _counted_on,
    ),
    (
        "counted_on",
        rf"\b(?P<count>two|three|four|[2-4]) (?P<unit>weeks) on (?P<weekday>{WEEKDAY})\b",
        _counted_on,
    ),
    (
        "counted_on",
        r"\b(?:in|within)(?: the next)? an? (?P<count>couple of)(?: more)?"
        r" (?P<open>working |business )?(?P<unit>days|weeks|months)\b",
        _counted_on,
    ),
    (
        "short_weekday",
        rf"\b(?P<head>next|nxt) {_SHORT}\b{_BEHIND}",
        _short_weekday,
    ),
    (
        "short_weekday",
        rf"\b(?<![\d,.] ){_SHORT} (?P<tail>week|wk)\b",
        _short_weekday,
    ),
    (
        "short_weekday",
        rf"(?:(?<=\bby )|(?<=\bon )|(?<=\bthis )|(?<=\bit )|(?<=\bpay )|(?<=\bpaid )|(?<=\byou )"
        rf"|(?<=\bu )|(?<=\bya )|(?<=\buntil )|(?<=\btill )|(?<=\btil )|(?<=\bcome )"
        rf"|(?<=\bcomin )"
        rf"|(?<=\bcoming )"
        rf"|(?<=\bthat )|(?<=\bmoney )|(?<=\bquid )|(?<=\beur )|(?<=\beuros )|(?<=\bover )"
        rf"|(?<=\bout )|(?<=\bsent )|(?<=\bdone )|(?<=\bsorted )|(?<=\bin ur acc ))"
        rf"{_SHORT}\b{_BEHIND}",
        _short_weekday,
    ),
    ("midweek", r"\bmid ?week(?: next week)?\b(?! holiday)", _midweek),
    ("its_today", rf"\bit s (?:only |just )?(?:a )?(?P<weekday>{WEEKDAY})\b", _unless_today),
    (
        "later_than_that",
        r"\b(?P<count>a|one|two) (?P<unit>fortnights?|weeks?|months?) (?:later|after|after that)"
        r"\b(?! (?:the|your|my|our|we|i|receipt|delivery)\b)",
        _later_than_that,
    ),
    (
        "short_weekday",
        rf"\b{_SHORT}(?: s)? (?:payment |bacs |pay |cheque )?run\b",
        _short_weekday,
    ),
    ("this_day_week", r"\bthis (?:day week|time next week)\b", later_by(7)),
    (
        "today",
        r"(?<!anything )(?<!everything )(?<!nothing )\b(?:by|before|at|over) (?:lunch(?: ?time)?"
        r"|midday|noon|cob|cop|close of (?:play"
        r"|business)|tea ?time|end of (?:play|business))\b(?!,? (?:on |this |next |tomorrow"
        r"|tmrw|tmr\b|tmw|tomoz"
        rf"|{WEEKDAY}|the |mon\b|tue|wed|thu|fri\b|sat|\d))|\b(?:with)?in the next (?:hour|few"
        r" (?:hours|minutes))\b",
        later_by(0),
    ),
    (
        "relative_month",
        r"\b(?:before the month (?:is (?:out|over)|ends)|(?:the )?month s end"
        r"|end of (?:the )?mth)\b",
        _end_of_this_month,
    ),
    ("month_end_named", rf"\b(?P<month>{MONTH}) month end\b", _end_of_named_month),
    ("quarter_end", r"\b(?:at|by|before) quarter end\b", _end_of_quarter),
    ("after_easter", rf"\b(?P<weekday>{WEEKDAY}) after easter\b", _after_easter),
    (
        "american_feast",
        rf"\b(?:by|before|on) (?P<feast>{'|'.join(AMERICAN_FEASTS)})\b(?! (?:week|break))",
        _feast_of_america,
    ),
    (
        "weekday_of_month",
        rf"\b(?P<nth>first|second|third|fourth|last) (?P<weekday>{WEEKDAY}) in"
        rf" (?P<month>{MONTH})\b",
        _weekday_in_month,
    ),
    ("month_day", r"\bmar\.? (?P<day>[0-2]?\d|3[01])(?:st|nd|rd|th)\b", _march),
    (
        "bare_day",
        rf"\b(?:on|by|before|until) the (?P<nth>{'|'.join(_FIRST)})(?= ?(?:$|[.;!)]|,(?! second)"
        r"|at the"
        r" latest|when|with))",
        _nth,
    ),
    (
        "nth_of_month",
        rf"\bthe (?P<nth>{'|'.join(_FIRST)}) of (?P<month>{MONTH})\b",
        _nth_of_month,
    ),
)
