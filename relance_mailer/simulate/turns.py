"""Several actors on one database, one step at a time: the seed says whose step is next.

Threads and sockets would decide that by luck. Here an actor (a daemon, one of its lanes, an
operator) runs alone until its next call of a port; there the chance chooses who goes on.
"""

import asyncio
from collections.abc import Awaitable, Mapping
from contextvars import ContextVar
from random import Random

_actor: ContextVar[str] = ContextVar("actor", default="")


class Turns:
    """Gives the word to one actor after the other."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._words: dict[str, asyncio.Event] = {}

    async def together(self, works: Mapping[str, Awaitable[object]]) -> list[BaseException]:
        """Run all of them, their steps mixed; what was raised, in the order of their names."""
        self._words = {name: asyncio.Event() for name in sorted(works)}
        tasks = [asyncio.create_task(self._one(name, works[name])) for name in sorted(works)]
        self._hand_on()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
        return [one for one in ended if isinstance(one, BaseException)]

    async def cross(self) -> None:
        """Between two steps: somebody else may go on here."""
        me = _actor.get()
        if me not in self._words or len(self._words) == 1:
            return
        mine = self._words[me]
        mine.clear()
        self._hand_on()
        await mine.wait()

    async def _one(self, name: str, work: Awaitable[object]) -> None:
        _actor.set(name)
        await self._words[name].wait()
        try:
            await work
        finally:
            del self._words[name]
            self._hand_on()

    def _hand_on(self) -> None:
        if self._words:
            self._words[self._chance.choice(sorted(self._words))].set()
