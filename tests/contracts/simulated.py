"""The simulated servers as the contract suites ask them, with the weather that a test orders."""

from collections.abc import Iterable

from relance_mailer.simulate.case import Case, Level
from relance_mailer.simulate.clock import WorldClock
from relance_mailer.simulate.mishaps import Chaos, Mishap
from relance_mailer.simulate.weather import Weather
from servers.letters import MORNING


class Ordered(Weather):
    """Nothing goes wrong but what is ordered."""

    def __init__(self, ordered: Iterable[Mishap] = ()) -> None:
        super().__init__(Chaos(Case(seed=1, level=Level.NONE)), WorldClock(MORNING))
        self._ordered = frozenset(ordered)

    def lasts(self, sort: Mishap) -> bool:
        return sort in self._ordered

    def strikes(self, sort: Mishap) -> bool:
        return sort in self._ordered
