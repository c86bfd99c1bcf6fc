"""A crew in this process whose hands die over whatever holds a word."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from relance_mailer.ports import CutShort

Item = TypeVar("Item")
Answer = TypeVar("Answer")


@dataclass
class FakeCrew:
    """Implements `ports.Crew`."""

    deadly: str = ""
    kills: int = 0  # of the system, over whoever holds the word; then it may be read
    spares: bool = False  # only the system kills
    portions: list[int] = field(default_factory=list)
    rested: int = 0
    hired: bool = False
    called: int = 0

    def come(self) -> None:
        """Counted."""
        self.called += 1

    async def each(self, work: Callable[[Item], Answer], items: Sequence[Item]) -> Sequence[Answer]:
        """The work done on each item, unless one of them holds the word."""
        self.portions.append(len(items))
        self.hired = True
        if self.deadly and any(self.deadly in repr(item) for item in items):
            if self.kills:
                self.kills -= 1
                raise CutShort("processus de lecture tué par le système (SIGKILL)")
            if not self.spares:
                raise RuntimeError("processus de lecture arrêté au milieu")
        return [work(item) for item in items]

    async def rest(self) -> None:
        """Counted."""
        self.rested += 1
        self.hired = False
