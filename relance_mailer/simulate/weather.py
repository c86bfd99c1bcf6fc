"""The faults that last: which of them hold now, and since when nothing could be seen."""

from datetime import datetime, timedelta

from relance_mailer.simulate.clock import RIGHT, WorldClock
from relance_mailer.simulate.mishaps import LASTS, Chaos, Mishap

_CLOCKS = {Mishap.CLOCK_AHEAD: 1, Mishap.CLOCK_BEHIND: -1}
_WRONG_AT_MOST = (timedelta(minutes=3), timedelta(hours=40))


class Weather:
    """What of the world is out of order at a moment."""

    def __init__(self, chaos: Chaos, clock: WorldClock) -> None:
        self.chaos = chaos
        self.clock = clock
        self._until: dict[Mishap, datetime] = {}

    def morning(self) -> tuple[Mishap, ...]:
        """What begins today, each at once; answers what did."""
        begun = []
        for sort in LASTS:
            if self.chaos.strikes(sort) and not self.lasts(sort):
                self._until[sort] = self.clock.true + self.chaos.span(sort)
                begun.append(sort)
                if sort in _CLOCKS:
                    self.clock.skew = self._wrong_by() * _CLOCKS[sort]
        return tuple(begun)

    def step(self) -> None:
        """Somebody sets the clock right when its spell is over."""
        if not any(self.lasts(sort) for sort in _CLOCKS):
            self.clock.skew = RIGHT

    def lasts(self, sort: Mishap) -> bool:
        """Whether that spell holds now."""
        until = self._until.get(sort)
        return until is not None and self.clock.true < until

    def strikes(self, sort: Mishap) -> bool:
        """Whether such a fault happens at this very step."""
        return self.chaos.strikes(sort)

    def clear(self) -> None:
        """From now on nothing goes wrong."""
        self._until.clear()
        self.chaos.over = True
        self.clock.skew = RIGHT

    def _wrong_by(self) -> timedelta:
        least, most = _WRONG_AT_MOST
        return least + (most - least) * self.chaos.chance.random() ** 3
