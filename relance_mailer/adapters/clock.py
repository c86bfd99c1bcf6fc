"""The only room that asks the time; everything below is told.

Business time may be set apart from real time (rehearsals, demonstration, simulation). Leases, time
limits and TLS never use it.
"""

import time
from datetime import UTC, date, datetime, timedelta

from relance_mailer.workdays import PARIS


def paris_day(moment: datetime) -> date:
    """The day in Europe/Paris on which a moment falls."""
    return moment.astimezone(PARIS).date()


class SystemClock:
    """Real time."""

    def now(self) -> datetime:
        """The moment, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The day in Europe/Paris."""
        return paris_day(self.now())


class SettableClock:
    """Business time from a chosen start: standing still, or `running` at the normal speed."""

    def __init__(self, start: datetime, *, running: bool) -> None:
        self._start = _aware(start)
        self._running = running
        self._started = time.monotonic()

    def now(self) -> datetime:
        """The moment, in UTC."""
        if not self._running:
            return self._start
        return self._start + timedelta(seconds=time.monotonic() - self._started)

    def today(self) -> date:
        """The day in Europe/Paris."""
        return paris_day(self.now())


class SteppedClock:
    """Business time that moves only when it is told to, and never back."""

    def __init__(self, start: datetime) -> None:
        self._now = _aware(start)

    def now(self) -> datetime:
        """The moment, in UTC."""
        return self._now

    def today(self) -> date:
        """The day in Europe/Paris."""
        return paris_day(self._now)

    def step_to(self, moment: datetime) -> None:
        """Go to a moment; one that lies behind is our own fault (ValueError)."""
        if _aware(moment) < self._now:
            raise ValueError(f"business time cannot go back from {self._now} to {moment}")
        self._now = _aware(moment)


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} names no time zone")
    return moment.astimezone(UTC)


def since_boot() -> float:
    """Real seconds since the machine started; on Linux those that it slept count too.

    For pauses and leases: no clock that is set changes it, and a suspended machine does not stop
    it, as it stops `time.monotonic`.
    """
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))
