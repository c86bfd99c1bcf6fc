"""The days on which a debtor may be written to: French business days less the creditor's own.

A deadline and a send day are counted in the debtor's zone (Alsace-Moselle has two holidays more);
the creditor may close on further days of his own, on which nobody would read an answer.
"""

from dataclasses import dataclass
from datetime import date

from relance_mailer import workdays
from relance_mailer.workdays import ONE_DAY, Zone, end_of_month


@dataclass(frozen=True, kw_only=True, slots=True)
class Days:
    """Business days of a zone, the creditor's closed days taken out."""

    zone: Zone = Zone.FRANCE
    closed: frozenset[date] = frozenset()

    def is_open(self, day: date) -> bool:
        """Whether the day is a business day on which the creditor works."""
        return day not in self.closed and workdays.is_business_day(day, self.zone)

    def moved(self, day: date) -> date:
        """The day itself if it is open, else the next open one."""
        while not self.is_open(day):
            day += ONE_DAY
        return day

    def after(self, day: date) -> date:
        """The first open day strictly after the day."""
        return self.moved(day + ONE_DAY)

    def before(self, day: date) -> date:
        """The last open day strictly before the day."""
        day -= ONE_DAY
        while not self.is_open(day):
            day -= ONE_DAY
        return day

    def plus(self, day: date, count: int) -> date:
        """The count-th open day after the day (0: the day itself, moved forward)."""
        if count == 0:
            return self.moved(day)
        for _ in range(count):
            day = self.after(day)
        return day

    def closed_until(self, today: date, clock: str, hours: tuple[str, str]) -> date | None:
        """The next day on which letters may leave, None when they may at this hour ("14:05")."""
        if not self.is_open(today) or clock > hours[1]:
            return self.after(today)
        return today if clock < hours[0] else None

    def contact_after(self, day: date, business_days: int, every_days: int | None) -> date:
        """The first day on which R6 allows the next unsolicited contact after one on that day."""
        soonest = self.plus(day, business_days)
        return max(soonest, self.moved(day + every_days * ONE_DAY)) if every_days else soonest


def next_run(day: date, run_days: tuple[int, ...]) -> date:
    """The next payment run after the day; one on the 31st falls on a shorter month's last day."""
    day += ONE_DAY
    while day.day not in run_days and not _stands_for_later(day, run_days):
        day += ONE_DAY
    return day


def _stands_for_later(day: date, run_days: tuple[int, ...]) -> bool:
    return day == end_of_month(day) and day.day < max(run_days)
