"""A crew in this process whose hands die over whatever holds a word."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")


@dataclass
class FakeCrew:
    """Implements `ports.Crew`."""

    deadly: str = ""
    portions: list[int] = field(default_factory=list)
    rested: int = 0

    async def each(self, work: Callable[[Item], Answer], items: Sequence[Item]) -> Sequence[Answer]:
        """The work done on each item, unless one of them holds the word."""
        self.portions.append(len(items))
        if self.deadly and any(self.deadly in repr(item) for item in items):
            raise RuntimeError("processus de lecture arrêté au milieu")
        return [work(item) for item in items]

    async def rest(self) -> None:
        """Counted."""
        self.rested += 1
