"""A daemon that kills itself with SIGKILL at a named point: `python -m chaos.doomed PLAN`.

The production code knows nothing of it: the doors that wiring built are wrapped here. A point is
a transaction on the database, named by the port's method that opened it and by what it commits,
or a step of a handover to a server. So a new commit is a new point by itself. `before` a commit
everything is written and nothing is kept; `after` it nobody has heard yet that it is kept.

PLAN is a JSON object: settings, now, point (empty: live, and write the names of all points that
are passed into `trace`), when (before, after), nth.
"""

import asyncio
import json
import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from relance_mailer.daemon.engine import Engine
from relance_mailer.daemon.logs import log_to_stderr
from relance_mailer.daemon.service import serve
from relance_mailer.ports import Commit
from relance_mailer.settings.loading import load
from relance_mailer.store.database import Database
from relance_mailer.wiring.build import Relance, build

NOBODY = "someone"
_calling: ContextVar[str] = ContextVar("calling", default=NOBODY)


@dataclass
class Doom:
    """Where it ends, and what was passed before."""

    point: str
    when: str
    nth: int
    trace: Path | None
    passed: Counter[str] = field(default_factory=Counter)

    def reach(self, name: str, when: str) -> None:
        """One more passage; the one that is meant is the last."""
        self.passed[f"{when} {name}"] += 1
        if self.trace is not None and self.passed[f"{when} {name}"] == 1:
            with self.trace.open("a", encoding="utf-8") as file:
                file.write(f"{when} {name}\n")
        if (name, when) == (self.point, self.when) and (self.passed[f"{when} {name}"] == self.nth):
            os.kill(os.getpid(), signal.SIGKILL)


class Named:
    """A port whose calls give their name to the transactions that they open.

    The register writes single statements without one: its calls are the points.
    """

    def __init__(self, name: str, port: object, doom: Doom) -> None:
        self._name, self._port, self._doom = name, port, doom

    def __getattr__(self, method: str) -> Any:
        found = getattr(self._port, method)
        if not asyncio.iscoroutinefunction(found):
            return found

        async def called(*args: Any, **named: Any) -> Any:
            name = f"{self._name}.{method}{_what(args)}"
            token = _calling.set(name)
            try:
                if name.startswith("register.set"):
                    self._doom.reach(name, "before")
                answer = await found(*args, **named)
                if name.startswith("register.set"):
                    self._doom.reach(name, "after")
                return answer
            finally:
                _calling.reset(token)

        return called


def _what(args: tuple[Any, ...]) -> str:
    """What is written, in so far as it names a point: kinds of events, a register's name."""
    if not args:
        return ""
    if isinstance(args[0], Sequence) and args[0] and isinstance(args[0][0], Commit):
        kinds = {
            type(event).__name__
            for commit in args[0]
            for write in commit.writes
            for event in write.events
        }
        return f"[{'+'.join(sorted(kinds)) or 'look'}]"
    return f"[{args[0].partition(':')[0]}]" if isinstance(args[0], str) else ""


def watched(database: Database, doom: Doom) -> None:
    """Every transaction of this database is a point from now on."""
    original = database.transaction

    @asynccontextmanager
    async def transaction() -> AsyncIterator[Any]:
        name = _calling.get()
        async with original() as client:
            yield client
            doom.reach(name, "before")
        doom.reach(name, "after")

    database.transaction = transaction  # type: ignore[method-assign]


class DoomedMailer:
    """A submission account whose handover has four points."""

    def __init__(self, mailer: Any, doom: Doom) -> None:
        self._mailer, self._doom = mailer, doom

    async def hand_over(
        self, mime: bytes, *, leaving: Callable[[], Awaitable[None]], **named: Any
    ) -> Any:
        """Offer a letter."""

        async def going() -> None:
            self._doom.reach("mailer.leaving", "before")
            await leaving()
            self._doom.reach("mailer.leaving", "after")

        self._doom.reach("mailer.hand_over", "before")
        answer = await self._mailer.hand_over(mime, leaving=going, **named)
        self._doom.reach("mailer.hand_over", "after")
        return answer

    async def close(self) -> None:
        """Give the connections back."""
        await self._mailer.close()


class DoomedMailbox:
    """A mailbox in which filing a copy has two points."""

    def __init__(self, mailbox: Any, doom: Doom) -> None:
        self._mailbox, self._doom = mailbox, doom

    def __getattr__(self, method: str) -> Any:
        return getattr(self._mailbox, method)

    async def append(self, folder: str, raw: bytes, *, at: datetime) -> None:
        """File a message."""
        self._doom.reach("mailbox.append", "before")
        await self._mailbox.append(folder, raw, at=at)
        self._doom.reach("mailbox.append", "after")


def doomed(relance: Relance, doom: Doom) -> Relance:
    """The house, its doors wrapped."""
    watched(relance.database, doom)
    house = relance.house
    ports = {
        one.name: Named(one.name, getattr(house, one.name), doom)
        for one in fields(house)
        if one.name not in {"clock", "renderer", "papers", "press"}
    }
    doors = {
        creditor: replace(
            one,
            mailer=DoomedMailer(one.mailer, doom),  # type: ignore[arg-type]
            mailbox=DoomedMailbox(one.mailbox, doom),  # type: ignore[arg-type]
        )
        for creditor, one in relance.doors.items()
    }
    leases: Any = Named("leases", relance.leases, doom)
    return replace(
        relance,
        house=replace(house, **ports),  # type: ignore[arg-type]
        doors=doors,
        leases=leases,
    )


async def live(plan: dict[str, Any]) -> None:
    """Serve until the point, or SIGTERM."""
    trace = Path(plan["trace"]) if plan.get("trace") else None
    doom = Doom(plan.get("point", ""), plan.get("when", ""), plan.get("nth", 1), trace)
    now = datetime.fromisoformat(plan["now"])
    relance = await build(load(Path(plan["settings"])), now=now, running=True)
    try:
        await serve(Engine(relance=doomed(relance, doom)))
    finally:
        await relance.close()


if __name__ == "__main__":
    log_to_stderr(as_json=False)
    asyncio.run(live(json.loads(sys.argv[1])))
