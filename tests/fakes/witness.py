"""What stands outside the database, in memory."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from relance_mailer.dossier.values import PageId
from relance_mailer.ports import Departure


class FakeWitness:
    """Implements `ports.Witness`; a test may lose it, or write anchors into it."""

    def __init__(self) -> None:
        self.sees_all = True
        self.heads: dict[PageId, tuple[int, str]] = {}
        self.days: list[tuple[datetime, dict[PageId, tuple[int, str]]]] = []
        self.noted: list[Departure] = []
        self.begun: datetime | None = None
        self.put_aside: list[tuple[Departure, ...]] = []

    async def anchored(self) -> Mapping[PageId, tuple[int, str]]:
        """The heads that a test anchored."""
        return self.heads

    def anchor(self, at: datetime, heads: dict[PageId, tuple[int, str]]) -> None:
        """Write an anchor down."""
        self.days.append((at, heads))
        self.heads.update(heads)

    async def anchors_of_days(self) -> Sequence[tuple[datetime, Mapping[PageId, tuple[int, str]]]]:
        """The anchors, newest first."""
        return self.days[::-1]

    async def departures(self) -> tuple[Departure, ...]:
        """The letters that were noted."""
        return tuple(self.noted)

    async def noted_from(self) -> datetime | None:
        """Since when."""
        return self.begun

    async def begin(self, now: datetime) -> None:
        """From now on."""
        self.begun = self.begun or now

    async def note(self, departure: Departure) -> None:
        """Note a letter."""
        self.noted.append(departure)

    async def set_aside(self, at: datetime) -> None:
        """Begin anew."""
        self.put_aside.append(tuple(self.noted))
        self.heads, self.days, self.noted, self.begun = {}, [], [], at
