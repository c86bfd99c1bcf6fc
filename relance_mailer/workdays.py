"""French working days: what a deadline and a send day are counted in.

Business day = Monday to Friday minus the 11 national holidays (C. trav. L3133-1); in
Alsace-Moselle (departments 57, 67, 68) Good Friday and 26 December too. The years are always
given to the `holidays` library: without a date it would ask the clock.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

import holidays

PARIS = ZoneInfo("Europe/Paris")
ONE_DAY = timedelta(days=1)


class Zone(StrEnum):
    """Which list of public holidays holds."""

    FRANCE = "france"
    ALSACE_MOSELLE = "alsace_moselle"


def zone_of(postcode: str | None) -> Zone:
    """The holiday zone of a French postcode; unknown means the national list."""
    if postcode and postcode.strip()[:2] in {"57", "67", "68"}:
        return Zone.ALSACE_MOSELLE
    return Zone.FRANCE


@cache
def _holidays_of(year: int, zone: Zone) -> frozenset[date]:
    subdivision = "6AE" if zone is Zone.ALSACE_MOSELLE else None
    return frozenset(holidays.country_holidays("FR", subdiv=subdivision, years=year).keys())


def is_holiday(day: date, zone: Zone = Zone.FRANCE) -> bool:
    """Whether the day is a public holiday."""
    return day in _holidays_of(day.year, zone)


def is_business_day(day: date, zone: Zone = Zone.FRANCE) -> bool:
    """Whether the day is Monday to Friday and no public holiday."""
    return day.weekday() < 5 and not is_holiday(day, zone)


def business_day_from(day: date, zone: Zone = Zone.FRANCE) -> date:
    """The day itself if it is a business day, else the next one."""
    while not is_business_day(day, zone):
        day += ONE_DAY
    return day


def business_day_after(day: date, zone: Zone = Zone.FRANCE) -> date:
    """The first business day strictly after the day."""
    return business_day_from(day + ONE_DAY, zone)


def business_day_before(day: date, zone: Zone = Zone.FRANCE) -> date:
    """The last business day strictly before the day."""
    day -= ONE_DAY
    while not is_business_day(day, zone):
        day -= ONE_DAY
    return day


def add_business_days(day: date, count: int, zone: Zone = Zone.FRANCE) -> date:
    """The count-th business day after the day (0: the day itself, moved forward)."""
    if count == 0:
        return business_day_from(day, zone)
    for _ in range(count):
        day = business_day_after(day, zone)
    return day


def business_days_between(start: date, end: date, zone: Zone = Zone.FRANCE) -> int:
    """How many business days lie after `start`, up to and including `end`."""
    return sum(1 for day in _days_after(start, end) if is_business_day(day, zone))


def _days_after(start: date, end: date) -> Iterator[date]:
    day = start + ONE_DAY
    while day <= end:
        yield day
        day += ONE_DAY


def end_of_month(day: date) -> date:
    """The last calendar day of the day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day (CPC 641)."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
