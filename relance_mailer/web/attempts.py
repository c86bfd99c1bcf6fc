"""How often somebody may try to sign in: a few failures are free, then each one costs more time.

Counted for the name and for the browser's address apart, so that neither one name from many places
nor many names from one place gets through. Kept in memory: a restart forgives, and is rare.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

FREE = 5
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(hours=1)
KEPT_MAX = 10_000


@dataclass(slots=True)
class _Failures:
    count: int
    last_at: datetime


class Attempts:
    """Failures by key; `now` is real time, aware."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._failures: dict[str, _Failures] = {}

    def wait_for(self, *keys: str) -> timedelta:
        """How long the next attempt must wait: the longest of its keys, zero when it may come."""
        now = self._now()
        waits = [self._wait(key, now) for key in keys]
        return max(waits, default=timedelta())

    def failed(self, *keys: str) -> None:
        """An attempt with these keys was wrong."""
        now = self._now()
        self._forget(now)
        for key in keys:
            known = self._failures.get(key)
            count = known.count + 1 if known else 1
            self._failures[key] = _Failures(count=count, last_at=now)

    def succeeded(self, *keys: str) -> None:
        """An attempt with these keys was right: they start anew."""
        for key in keys:
            self._failures.pop(key, None)

    def _wait(self, key: str, now: datetime) -> timedelta:
        known = self._failures.get(key)
        if known is None or known.count < FREE or now - known.last_at > FORGOTTEN_AFTER:
            return timedelta()
        doubled: timedelta = FIRST_WAIT * 2 ** min(known.count - FREE, 10)
        ends_at = known.last_at + min(doubled, LONGEST_WAIT)
        return max(ends_at - now, timedelta())

    def _forget(self, now: datetime) -> None:
        if len(self._failures) < KEPT_MAX:
            return
        self._failures = {
            key: one for key, one in self._failures.items() if now - one.last_at <= FORGOTTEN_AFTER
        }
        if len(self._failures) >= KEPT_MAX:
            by_age = sorted(self._failures.items(), key=lambda item: item[1].last_at)
            self._failures = dict(by_age[KEPT_MAX // 2 :])
