"""The time of the simulated world, and what the machine's own clock makes of it.

Leases are counted in the time of machines, which always goes on; business time may be wrong for a
while, ahead or behind, until somebody sets the clock right.
"""

from datetime import date, datetime, timedelta

from relance_mailer.workdays import PARIS

RIGHT = timedelta(0)


class WorldClock:
    """Implements `ports.Clock`; `true` is what every watch but the machine's shows, in UTC."""

    def __init__(self, start: datetime) -> None:
        self.true = start
        self.skew = RIGHT
        self.latest = start  # that anybody was told, wrong hours included

    def now(self) -> datetime:
        """What the machine believes, in UTC."""
        told = self.true + self.skew
        self.latest = max(self.latest, told)
        return told

    def today(self) -> date:
        """The day in Europe/Paris on which the machine believes to be."""
        return self.now().astimezone(PARIS).date()

    def machine(self) -> datetime:
        """The time by which leases are counted."""
        return self.true

    def go_on(self, moment: datetime) -> None:
        """True time never goes back; a moment that is over changes nothing."""
        self.true = max(self.true, moment)
