"""The oracle's own calendar: French business days, by no library and none of the house's code."""

from datetime import date, timedelta
from functools import cache

ONE_DAY = timedelta(days=1)


@cache
def easter(year: int) -> date:
    """Easter Sunday, by the computus of Meeus, Jones and Butcher."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int) -> frozenset[date]:
    """The eleven national holidays (C. trav. L3133-1)."""
    fixed = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
    moving = (1, 39, 50)  # Easter Monday, Ascension, Whit Monday
    return frozenset(
        {date(year, month, day) for month, day in fixed}
        | {easter(year) + timedelta(days=days) for days in moving}
    )


def is_open(day: date) -> bool:
    """Monday to Friday, no holiday."""
    return day.weekday() < 5 and day not in holidays(day.year)


def after(day: date, count: int = 1) -> date:
    """The count-th business day strictly after the day."""
    while count:
        day += ONE_DAY
        count -= is_open(day)
    return day
