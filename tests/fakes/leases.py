"""Leases in memory."""

from collections.abc import Callable
from datetime import datetime, timedelta

from relance_mailer.ports import Lease


class FakeLeases:
    """Implements `ports.Leases`; `real_now` may be moved by a test to let leases run out."""

    def __init__(self, real_now: Callable[[], datetime]) -> None:
        self.rows: dict[str, tuple[str, datetime]] = {}
        self._real_now = real_now

    async def take(self, name: str, holder: str, *, seconds: float) -> str:
        """Take or renew; answers who holds it now."""
        now = self._real_now()
        holds, until = self.rows.get(name, (holder, now))
        if holds != holder and until >= now:
            return holds
        self.rows[name] = (holder, now + timedelta(seconds=seconds))
        return holder

    async def give_back(self, name: str, holder: str) -> None:
        """Let others take it at once; what another holds is left."""
        if name in self.rows and self.rows[name][0] == holder:
            del self.rows[name]

    async def held(self) -> tuple[Lease, ...]:
        """The leases that have not run out, by name."""
        now = self._real_now()
        return tuple(
            Lease(name=name, holder=holder)
            for name, (holder, until) in sorted(self.rows.items())
            if until >= now
        )
