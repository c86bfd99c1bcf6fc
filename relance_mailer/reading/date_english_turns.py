"""Days as English people name them in passing: short, misspelt, counted on from another day.

"Tomoz", "this arvo", "a week tomorrow", "week on Friday", "in ten days' time", "weds 18th", "run
is 28th", "on Friday of that week", "the day before Thanksgiving", "the second half of April". The
rows that every English letter has stand in `date_english_rows`.
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
from relance_mailer.reading.date_periods import easter_of, nth_weekday, week_number
from relance_mailer.reading.date_rules import (
    Resolver,
    Scene,
    ahead,
    friday_of,
    later_by,
    made,
    next_weekday,
    nothing,
)
from relance_mailer.workdays import add_months, end_of_month

_TOMORROW = (
    r"(?:tomorrow|tomorro|tommorr?ow|tomorow|tomoro|tomorrer|tomozz?|tomos|tmrw|tmrow|tmorrow"
    r"|tmr|tmw|2moro|2morrow|2mrw|2moz|the morrow)"
)
_TH = r"(?:st|nd|rd|th)"
_SHORT = r"(?:mon|tues?|weds?|thurs?|thur|fri|sat|sun)"
_NUMBERS = {**WEEKDAY_NUMBERS, "weds": 2}
_TENTHS = {name: day for name, day in ENGLISH_ORDINALS.items() if day >= 10}
_TENTH = "|".join(sorted((name.replace(" ", "[ -]") for name in _TENTHS), key=len, reverse=True))
_ENDS = (
    r"(?= ?(?:$|[.,;:!)]|now\b|not\b|at (?:the|its) (?:very )?latest|latest|sorry|soz\b|instead"
    r"|then\b|as\b|for\b|and\b|or\b|in full|with\b|when\b|without|if\b|i (?:promise|swear)|by\b"
    r"|but\b|promise|def\w*\b|pls\b|please|first thing|am\b|pm\b|cob\b|eob\b|cop\b|morning"
    r"|afternoon"
    r"|evening|s (?:run|batch)\b|run\b|batch\b|because|bcs\b|cos\b|cause\b|from\b|before\b"
    r"|after\b|once\b|via\b|that s\b|which\b|so\b|xx?\b|it is\b|instead\b|rather\b|at \d))"
)
_ONE_OF = {**AMERICAN_FEASTS, "labour day": AMERICAN_FEASTS["labor day"]}
_FIXED = {
    "christmas": (12, 25), "christmas day": (12, 25), "new year s day": (1, 1),
    "may day": (5, 1), "lady day": (3, 25), "midsummer day": (6, 24), "anzac day": (4, 25),
    "australia day": (1, 26), "waitangi day": (2, 6), "canada day": (7, 1),
    "independence day": (7, 4), "the 4th of july": (7, 4), "veterans day": (11, 11),
    "halloween": (10, 31), "bonfire night": (11, 5), "bastille day": (7, 14),
    "st patrick s day": (3, 17), "paddy s day": (3, 17), "michaelmas": (9, 29),
    "boxing day": (12, 26), "bloomsday": (6, 16),
}  # fmt: skip
_MOVABLE = {
    "good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1, "whit monday": 50,
    "whit sunday": 49, "whitsun": 49, "maundy thursday": -3, "shrove tuesday": -47,
    "pancake day": -47, "ash wednesday": -46, "ascension day": 39, "corpus christi": 60,
}  # fmt: skip
_FEAST = "|".join(sorted({**_ONE_OF, **_FIXED, **_MOVABLE}, key=len, reverse=True))
_NAMED = (
    "may day|lady day|midsummer day|anzac day|australia day|waitangi day|canada day|veterans day"
    "|independence day|whit monday|maundy thursday|shrove tuesday|pancake day|ash wednesday"
    "|ascension day|corpus christi|michaelmas|bloomsday"
)
_FAR = 120
_NAMES_IT = 30  # signs between a date and the weekday that names it


def _feast_of(name: str, day: date) -> date | None:
    """The next such feast, none where it is too far to be meant."""
    for year in (day.year, day.year + 1):
        if name in _ONE_OF:
            month, weekday, which = _ONE_OF[name]
            found: date | None = nth_weekday(date(year, month, 1), weekday, which)
        elif name in _MOVABLE:
            found = easter_of(year) + timedelta(days=_MOVABLE[name])
        else:
            found = made(year, *_FIXED[name])
        if found is not None and found >= day:
            return found if (found - day).days <= _FAR else None
    return None


def _feast(match: re.Match[str], scene: Scene) -> date | None:
    return _feast_of(match["feast"], scene.day)


def _beside_a_feast(match: re.Match[str], scene: Scene) -> date | None:
    found = _feast_of(match["feast"], scene.day)
    if found is None:
        return None
    return found + timedelta(days=-1 if match["side"] in {"before", "eve"} else 1)


def _weekday_after_a_feast(match: re.Match[str], scene: Scene) -> date | None:
    found = _feast_of(match["feast"], scene.day)
    if found is None:
        return None
    named = next_weekday(found, _NUMBERS[match["weekday"]])
    return named if match["side"] == "after" else named - timedelta(days=7)


def _counted_time(match: re.Match[str], scene: Scene) -> date | None:
    """ "In ten days' time" is counted from now, whatever else the sentence tells."""
    if _WAITS_FOR.search(scene.words[match.end() :]):
        return None
    count = COUNTS.get(match["count"], 2) if not match["count"].isdigit() else int(match["count"])
    unit = match["unit"]
    if unit.startswith("month"):
        return add_months(scene.day, count)
    if unit.startswith("fortnight"):
        return scene.day + timedelta(weeks=2 * count)
    return scene.day + timedelta(days=count if unit.startswith("day") else 7 * count)


_WAITS_FOR = re.compile(
    r"\b(?:if|unless|provided|assuming|as long as|(?:once|when|after|as soon as) (?:you|your))\b"
)


def _weeks_on(match: re.Match[str], scene: Scene) -> date | None:
    """ "A week tomorrow", "two weeks Friday", "a fortnight on Tuesday"."""
    groups = match.groupdict()
    count = groups["count"] or "a"
    weeks = int(count) if count.isdigit() else COUNTS.get(count, 1)
    if groups["unit"].startswith("fortnight"):
        weeks *= 2
    named = groups.get("weekday")
    if named is None:
        days = 0 if groups.get("today") else 1
        return scene.day + timedelta(weeks=weeks, days=days)
    return next_weekday(scene.day, _NUMBERS[named]) + timedelta(weeks=weeks)


def _hours_on(match: re.Match[str], scene: Scene) -> date | None:
    return scene.day + timedelta(days=(int(match["count"]) + 23) // 24)


def _wednesday_of_next(match: re.Match[str], scene: Scene) -> date | None:
    return friday_of(scene.day, 1) - timedelta(days=2)


def _end_of_week(match: re.Match[str], scene: Scene) -> date | None:
    found = friday_of(scene.day, 1 if re.search(r"\b(?:next|nxt)\b", match[0]) else 0)
    return found if found >= scene.day else None


def _of_the_month(match: re.Match[str], scene: Scene) -> date | None:
    """ "The first of the month", "mid-month", "mid next month"."""
    first = add_months(scene.day.replace(day=1), 1)
    if match["part"].startswith("mid"):
        if "next" in match[0]:
            return first.replace(day=15)
        this = scene.day.replace(day=15)
        return this if this >= scene.day else first.replace(day=15)
    return first


def _last_of_the_month(match: re.Match[str], scene: Scene) -> date | None:
    return end_of_month(scene.day)


def _first_of(month: str, day: date) -> date | None:
    """The first day of such a month: this one, or the next that is so called."""
    if MONTH_NUMBERS[month] == day.month:
        return day.replace(day=1)
    return ahead(1, MONTH_NUMBERS[month], None, day)


def _half_of(match: re.Match[str], scene: Scene) -> date | None:
    """ "The second half of April" ends with the month, the first one on the 15th."""
    this = scene.day.replace(day=1)
    following = add_months(this, 1) if match["next"] else this
    first = _first_of(match["month"], scene.day) if match["month"] else following
    if first is None:
        return None
    return first.replace(day=15) if match["half"] == "first" else end_of_month(first)


def _of_march(match: re.Match[str], scene: Scene) -> date | None:
    first = _first_of("march", scene.day)
    if first is None:
        return None
    part = match["part"]
    if part.startswith("mid"):
        return first.replace(day=15)
    return end_of_month(first) if part in {"end", "late"} else first


def _working_weekday(match: re.Match[str], scene: Scene) -> date | None:
    named = match["month"]
    following = add_months(scene.day.replace(day=1), 1)
    first = _first_of(named, scene.day) if named else following
    which = {"first": 1, "second": 2, "third": 3, "last": -1}[match["nth"]]
    return nth_weekday(first, _NUMBERS[match["weekday"]], which) if first else None


def _first_week_in(match: re.Match[str], scene: Scene) -> date | None:
    first = _first_of(match["month"], scene.day)
    return nth_weekday(first, 4, 1 if match["nth"] == "first" else -1) if first else None


def _number_of_day(match: re.Match[str], scene: Scene) -> date | None:
    """ "On 28th", "weds 18th", "the seventeenth": the next one."""
    groups = match.groupdict()
    if groups.get("named"):
        number = _TENTHS[groups["named"].replace("-", " ")]
    else:
        number = int(match["day"])
    for months in range(3):
        first = add_months(scene.day.replace(day=1), months)
        found = made(first.year, first.month, number)
        if found is not None and found > scene.day:
            return found
    return None


def _named_of_month(match: re.Match[str], scene: Scene) -> date | None:
    number = _TENTHS[match["named"].replace("-", " ")]
    return ahead(number, MONTH_NUMBERS[match["month"]], None, scene.day)


def _twice_told(match: re.Match[str], scene: Scene) -> date | None:
    """ "Of Dec 31.12": the month in a word and in figures."""
    if MONTH_NUMBERS[match["name"]] != int(match["month"]):
        return None
    return ahead(int(match["day"]), int(match["month"]), None, scene.day)


def _dotted(match: re.Match[str], scene: Scene) -> date | None:
    return ahead(int(match["day"]), int(match["month"]), None, scene.day)


def _of_that_week(match: re.Match[str], scene: Scene) -> date | None:
    """ "In week 47 … on Friday of that week"."""
    if scene.before is None:
        return None
    number = _NUMBERS[match["weekday"]]
    return scene.before - timedelta(days=scene.before.weekday()) + timedelta(days=number)


def _same_day(match: re.Match[str], scene: Scene) -> date | None:
    return scene.before


def _names_it(match: re.Match[str], scene: Scene) -> date | None:
    """ "The thirtieth, that's a Friday": the weekday of a day told before is no other day."""
    number = _NUMBERS[match["weekday"]]
    if match["article"]:
        return None
    near = scene.before is not None and match.start() - scene.before_end < _NAMES_IT
    if near and scene.before is not None and scene.before.weekday() == number:
        return None
    return next_weekday(scene.day, number)


def _short_weekday(match: re.Match[str], scene: Scene) -> date | None:
    return next_weekday(scene.day, _NUMBERS[match["weekday"]])


def _after_this_one(match: re.Match[str], scene: Scene) -> date | None:
    """ "The Friday after this one"."""
    return next_weekday(scene.day, _NUMBERS[match["weekday"]]) + timedelta(weeks=1)


_WEEKS = rf"(?P<count>a|one|{COUNT}|[2-8]) (?P<unit>weeks?|fortnights?)(?: s)?(?: time)?"
_ON = r"(?:on |from |come |this |this coming )?"
_WHEN = (
    r"(?= ?(?:$|[.,;!)]|when\b|once\b|first thing|morning|afternoon|evening|night|latest|at the"
    r" latest|for (?:sure|definite|certain)|def\w*\b|am\b|pm\b|i promise|promise|xx?\b|ta\b|cheers"
    r"|without|after\b|before\b|sorry|soz))"
)
ENGLISH_TURNS: tuple[tuple[str, str, Resolver], ...] = (
    (
        "every_day",
        r"\b(?:five|six|seven|[5-7]) days (?:a|per|out of seven|each|every)(?: single)? week\b",
        nothing,
    ),
    (
        "no_day",
        rf"\b{WEEKDAY} (?:tray|pile|folder|inbox|in ?tray|basket|meeting|call|catch ?up|huddle"
        rf"|stand ?up|clinic|market|class|team|shift|post ?bag|off ?ice hours)\b",
        nothing,
    ),
    ("after_tomorrow", rf"\b(?:the )?day after {_TOMORROW}\b", later_by(2)),
    (
        "tomorrow",
        r"\b(?:tomorro|tommorr?ow|tomorow|tomoro|tomorrer|tomozz|tomos|tmrow|tmorrow|tmr|tmw"
        r"|2moro|2morrow|2mrw|2moz)\b",
        later_by(1),
    ),
    (
        "today",
        r"\bthis (?:arvo|avo|aft|arv)\b|\b(?:2nite|tonite|2night|2day)\b"
        r"|\b(?:before|by the time) the day (?:is (?:out|over|done)|s (?:out|over|done)|ends)\b"
        r"|\bbefore (?:i|we) (?:go home|close|knock off|clock off|shut)(?: (?:today|tonight))?"
        r"(?= ?(?:$|[.,;!)]))",
        later_by(0),
    ),
    (
        "counted_on",
        rf"\b(?:(?P<count>a|one|{COUNT}|[2-8]) )(?P<unit>weeks?|fortnights?)"
        rf" (?:from |on )?(?:(?P<today>today|(?<=from )now|this day)|{_TOMORROW})\b",
        _weeks_on,
    ),
    ("counted_on", rf"\b{_TOMORROW} week\b", later_by(8)),
    (
        "counted_on",
        rf"(?<!once )(?<!twice )(?<!times )\b(?P<count>a|one|{COUNT}|[2-8])"
        rf" (?P<unit>weeks?|fortnights?) {_ON}(?P<weekday>{WEEKDAY}|{_SHORT})\b{_WHEN}",
        _weeks_on,
    ),
    (
        "counted_on",
        rf"(?<!this )(?<!next )(?<!last )(?<!every )(?<!each )(?<!per )(?<!the )(?<!a )(?<!one )"
        rf"(?<!past )(?<!that )(?<!whole )(?<!weeks )\b(?P<count>)(?P<unit>week) on "
        rf"(?P<weekday>{WEEKDAY}|{_SHORT})\b",
        _weeks_on,
    ),
    (
        "counted_on",
        rf"\b(?:in|within) (?:about |around |roughly |some |a )?(?P<count>\d{{1,2}}|couple of"
        rf"|{COUNT}) (?P<unit>days?|weeks?|fortnights?|months?)(?: s| )? time\b",
        _counted_time,
    ),
    (
        "counted_on",
        rf"\b(?:inside|in under|in less than|in roughly|in around|in (?:at|no) (?:the )?more than"
        rf"|within (?:about|around|roughly|at most|a maximum of|max))"
        rf" (?P<count>\d{{1,2}}|{COUNT}) (?P<unit>days?|weeks?|fortnights?|months?)\b",
        _counted_time,
    ),
    (
        "hours",
        r"\b(?:in|within|inside)(?: the)?(?: next)? (?P<count>24|36|48|72|96) ?(?:hrs?|hour)\b",
        _hours_on,
    ),
    ("next_week", r"\b(?:the )?middle of (?:next|nxt) (?:week|wk)\b", _wednesday_of_next),
    (
        "this_week",
        r"\b(?:by|before|at|for) (?:the )?weeks?(?: s)? (?:end|out)\b"
        r"|\b(?:the )?(?:tail |back )?end of (?:the |this )?(?:wk|working week)\b"
        r"|\bbefore the week ?end\b|\bthis side of the week ?end\b|\b(?:inside|within) the week\b"
        r"|\bbefore (?:the )?week (?:is|s) out\b|\blater this wk\b|\bthis wk\b",
        _end_of_week,
    ),
    (
        "next_week",
        r"\b(?:(?:the )?(?:tail |back )?end of )?(?:nxt (?:week|wk)|next wk)\b",
        _end_of_week,
    ),
    (
        "of_next_month",
        r"\b(?:the )?(?P<part>first|1st) of (?:the|next) month\b",
        _of_the_month,
    ),
    (
        "month_part",
        r"\b(?P<part>mid|middle of)(?: the| this| of)?(?: next)? ?month\b(?! end)",
        _of_the_month,
    ),
    (
        "relative_month",
        r"\bbefore (?:the )?month (?:s|is) (?:out|over|up)\b|\b(?:the )?last day of"
        r" (?:the|this) month\b|\b(?:the )?(?:back|tail) end of (?:the|this) month\b"
        r"|\b(?:by|at) months? end\b",
        _last_of_the_month,
    ),
    (
        "month_part",
        rf"\b(?:the )?(?P<half>first|second|latter|last|other) half of (?:(?P<month>{MONTH})"
        r"|(?:the|this|(?P<next>next)) month)\b",
        _half_of,
    ),
    (
        "month_part",
        r"\b(?P<part>end|late|early|start|beginning|mid|middle)(?: of)? mar\b(?! ?\d)",
        _of_march,
    ),
    (
        "weekday_of_month",
        rf"\b(?P<nth>first|second|third|last) (?:working |business |bank )"
        rf"(?P<weekday>{WEEKDAY}) (?:of|in) (?:(?P<month>{MONTH})|(?:the |next )month)\b",
        _working_weekday,
    ),
    (
        "week_of_month",
        rf"\b(?:the )?(?P<nth>first|last) (?:full )?week (?:in|of) (?P<month>{MONTH})\b",
        _first_week_in,
    ),
    (
        "weekday_number",
        rf"\bweds,? (?:the )?(?P<day>[0-2]?\d|3[01]){_TH}?\b(?! ?(?:{MONTH}|of|[€£$%:]|h\b|am\b"
        rf"|pm\b|euros?|eur\b|quid|{_TH}))(?![\d/.,]\d)",
        _number_of_day,
    ),
    (
        "not_then",
        rf"\bnot (?:on |by |for |until |till )?(?:the )?(?:[0-2]?\d|3[01]){_TH}\b(?! (?:of )?"
        rf"{MONTH})(?! (?:time|attempt|reminder|letter))",
        nothing,
    ),
    (
        "bare_day",
        rf"\b(?:(?:on|by|for|around|about) (?:the )?|(?:(?<=\bis )|(?<=\bs )|(?<=\brun )|(?<=\bto )"
        rf"|(?<=\bdue )|(?<=\bit )|(?<=\bthat )|(?<=\bbut )|(?<=\bsay ))(?:the )?)"
        rf"(?P<day>[0-2]?\d|3[01]){_TH}\b(?! (?:of )?{MONTH}){_ENDS}(?! ?and final)",
        _number_of_day,
    ),
    (
        "bare_day",
        rf"\bthe (?P<day>[0-2]?\d|3[01]){_TH}\b(?= (?:s (?:run|batch|file|list)\b|instead|it is"
        r"|now\b|please|pls\b|not the|rather|will do it|works|definitely|for (?:sure|definite"
        r"|certain)|then\b))",
        _number_of_day,
    ),
    (
        "bare_day",
        rf"\b(?:the |on the |by the )(?P<named>{_TENTH})(?! (?:of|time|floor|century|attempt"
        r"|invoice|reminder|letter|birthday|anniversary|century|\w+ (?:of|time)\b))\b"
        rf"{_ENDS}",
        _number_of_day,
    ),
    (
        "nth_of_month",
        rf"\b(?:the )?(?P<named>{_TENTH}) (?:of )?(?P<month>{MONTH})\b",
        _named_of_month,
    ),
    (
        "numeric",
        rf"\b(?P<name>{MONTH}) (?P<day>[0-2]?\d|3[01])\.(?P<month>0?\d|1[0-2])\b(?!\.?\d)",
        _twice_told,
    ),
    (
        "numeric",
        r"\b(?:run|batch|date|valuta|per|until|latest|due|it s|scheduled|mon|tue|wed|thu|fri)"
        r"(?: is| of| from)? (?P<day>[0-2]?\d|3[01])\.(?P<month>0?[1-9]|1[0-2])\b\.?"
        r"(?!\d)(?! ?(?:€|eur|euros?|£|gbp|usd|h\b))",
        _dotted,
    ),
    (
        "week_number",
        r"\b(?P<head>)(?:in |on )?wk ?(?P<week>\d{1,2})\b(?! ?(?:[€£$]|euros?))",
        week_number,
    ),
    (
        "of_that_week",
        rf"\b(?:on |by )?(?:the )?(?P<weekday>{WEEKDAY})(?: in| of)(?: the| that| this same"
        r"| the same) (?:same )?week\b(?! (?:of|after|before|commencing|beginning|ending|\d))",
        _of_that_week,
    ),
    (
        "that_day",
        r"\b(?:on )?(?:the |that )?(?:very )?same day\b(?! (?:as|deliver|transfer|payment"
        r"|that|each|every|every|we|i\b))|\bthat (?:same|very) (?:morning|afternoon|evening)\b"
        r"|\bthere and then\b",
        _same_day,
    ),
    (
        "names_it",
        rf"\b(?:that|which|it) (?:is|s|will be|ll be|falls on|happens to be)"
        rf" (?P<article>a |also a )?(?P<weekday>{WEEKDAY})\b(?! (?:\d|the \d))",
        _names_it,
    ),
    (
        "short_weekday",
        r"(?<!newly )(?<!just )(?<!got )(?<!to )(?<!last )(?<!since )(?<!there it )"
        r"(?<!me )(?<!they )\b(?P<weekday>(?<=on )sat|(?<=by )sat|(?<=this )sat|(?<=it )sat"
        r"|(?<=come )sat|(?<=next )sat|(?<=on )sun|(?<=by )sun|(?<=this )sun|(?<=come )sun"
        rf"|weds|wed|thurs?|thur|fri|(?<=on )tues|(?<=it )tues)\b{_WHEN}",
        _short_weekday,
    ),
    (
        "short_weekday",
        rf"(?:^|(?<=[.,;:!] ))(?P<weekday>{_SHORT})\b(?= (?:am|pm|morning|afternoon|first thing"
        r"|latest)\b)",
        _short_weekday,
    ),
    (
        "after_this_one",
        rf"\b(?:the )?(?P<weekday>{WEEKDAY}) after (?:this(?: one| coming one)?|that one)\b",
        _after_this_one,
    ),
    (
        "beside_a_feast",
        rf"\b(?:the )?(?:day )(?P<side>before|after) (?P<feast>{_FEAST})\b",
        _beside_a_feast,
    ),
    (
        "beside_a_feast",
        rf"\b(?:the )?(?P<weekday>{WEEKDAY}|{_SHORT}) (?P<side>before|after)"
        rf" (?P<feast>{_FEAST})\b",
        _weekday_after_a_feast,
    ),
    ("english_feast", rf"\b(?P<feast>{_NAMED})\b", _feast),
    (
        "english_feast",
        r"\bthis side of (?P<feast>christmas|easter|halloween)\b",
        _feast,
    ),
)
