"""What stands outside the database, in memory."""

from collections.abc import Mapping
from datetime import datetime

from relance_mailer.dossier.values import PageId
from relance_mailer.ports import Departure


class FakeWitness:
    """Implements `ports.Witness`; a test may lose it, or write anchors into it."""

    def __init__(self) -> None:
        self.sees_all = True
        self.heads: dict[PageId, tuple[int, str]] = {}
        self.noted: list[Departure] = []
        self.begun: datetime | None = None
        self.put_aside: list[tuple[Departure, ...]] = []

    async def anchored(self) -> Mapping[PageId, tuple[int, str]]:
        """The heads that a test anchored."""
        return self.heads

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
        self.heads, self.noted, self.begun = {}, [], at
