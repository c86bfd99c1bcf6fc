"""The faults that last: which of them hold now, and since when nothing could be seen."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from relance_mailer.simulate.clock import RIGHT, WorldClock
from relance_mailer.simulate.mishaps import LASTS, Chaos, Mishap

_CLOCKS = {Mishap.CLOCK_AHEAD: 1, Mishap.CLOCK_BEHIND: -1}
_WRONG_AT_MOST = (timedelta(minutes=3), timedelta(hours=40))


@dataclass(frozen=True, kw_only=True, slots=True)
class Spell:
    """A fault that lasts: which, how long, and by how much the clock is wrong in it."""

    sort: Mishap
    lasts: timedelta
    skew: timedelta | None = None

    @property
    def moves_the_clock(self) -> bool:
        """Whether business time jumps when it begins."""
        return self.skew is not None


class Weather:
    """What of the world is out of order at a moment."""

    def __init__(self, chaos: Chaos, clock: WorldClock) -> None:
        self.chaos = chaos
        self.clock = clock
        self._until: dict[Mishap, datetime] = {}

    def morning(self) -> tuple[Spell, ...]:
        """What begins today, drawn; each is still to `begin`."""
        drawn = []
        for sort in LASTS:
            if self.chaos.strikes(sort) and not self.lasts(sort):
                span = self.chaos.span(sort)
                skew = self._wrong_by() * _CLOCKS[sort] if sort in _CLOCKS else None
                drawn.append(Spell(sort=sort, lasts=span, skew=skew))
        return tuple(drawn)

    def begin(self, spell: Spell) -> None:
        """From now on it holds."""
        self._until[spell.sort] = self.clock.true + spell.lasts
        if spell.skew is not None:
            self.clock.skew = spell.skew

    @property
    def clock_is_due(self) -> bool:
        """Whether the clock is wrong though its spell is over: somebody sets it right."""
        return self.clock.skew != RIGHT and not any(self.lasts(sort) for sort in _CLOCKS)

    def set_clock_right(self) -> None:
        """The clock shows the true time again, unless another spell began meanwhile."""
        if self.clock_is_due:
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
