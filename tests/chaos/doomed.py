"""A daemon that kills itself with SIGKILL at a named point: `python -m chaos.doomed PLAN`.

The production code knows nothing of it: the doors that wiring built are wrapped here. A point is
a transaction on the database, named by the port's method that opened it and by what it commits,
or a step of a handover to a server. So a new commit is a new point by itself. `before` a commit
everything is written and nothing is kept; `after` it nobody has heard yet that it is kept.

A commit that holds several events is a point by each of their kinds: whichever of them is meant.

PLAN is a JSON object: settings, now, orders (the file that says at which point to die), pulse (the
file into which every point that is passed is written, and every pass).
"""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields, replace
from datetime import datetime
from email import message_from_bytes
from pathlib import Path
from typing import Any

from chaos.orders import Obedience
from chaos.pulse import BEGINS, ENDS, LEAVES, Pulse
from relance_mailer.daemon.clockwork import Job
from relance_mailer.daemon.engine import Engine, Report
from relance_mailer.daemon.logs import log_to_stderr
from relance_mailer.daemon.service import serve
from relance_mailer.dossier.values import CreditorId
from relance_mailer.ports import Commit
from relance_mailer.settings.loading import load
from relance_mailer.store.database import Database
from relance_mailer.wiring.build import Relance, build

NOBODY = ("someone",)
_calling: ContextVar[tuple[str, ...]] = ContextVar("calling", default=NOBODY)


@dataclass
class Doom:
    """Where it ends, and what was passed before."""

    orders: Obedience
    pulse: Pulse

    def reach(self, names: Sequence[str], when: str) -> None:
        """One more passage; the one that is meant is the last."""
        for name in names:
            self.pulse.sign(when, name)
        if self.orders.dies(names, when):
            os.kill(os.getpid(), signal.SIGKILL)


ONE_STATEMENT = {("register", "set"), ("witness", "note")}
"""What is written without a transaction: the call itself is the point."""


class Named:
    """A port whose calls give their name to the transactions that they open."""

    def __init__(self, name: str, port: object, doom: Doom) -> None:
        self._name, self._port, self._doom = name, port, doom

    def __getattr__(self, method: str) -> Any:
        found = getattr(self._port, method)
        if not asyncio.iscoroutinefunction(found):
            return found

        async def called(*args: Any, **named: Any) -> Any:
            names = tuple(f"{self._name}.{method}{what}" for what in _what(self._name, args))
            is_one_statement = (self._name, method) in ONE_STATEMENT
            token = _calling.set(names)
            try:
                if is_one_statement:
                    self._doom.reach(names, "before")
                answer = await found(*args, **named)
                if is_one_statement:
                    self._doom.reach(names, "after")
                return answer
            finally:
                _calling.reset(token)

        return called


def _what(port: str, args: tuple[Any, ...]) -> tuple[str, ...]:
    """What is written, in so far as it names points: kinds of events, a register, a lease."""
    if port in {"register", "leases"} and args and isinstance(args[0], str):
        return (f"[{args[0].partition(':')[0]}]",)
    if port == "journal" and args and all(isinstance(one, Commit) for one in args[0]):
        kinds = {
            type(event).__name__
            for commit in args[0]
            for write in commit.writes
            for event in write.events
        }
        return tuple(f"[{kind}]" for kind in sorted(kinds or {"look"}))
    return ("",)


def watched(database: Database, doom: Doom) -> None:
    """Every transaction of this database is a point from now on."""
    original = database.transaction

    @asynccontextmanager
    async def transaction() -> AsyncIterator[Any]:
        names = _calling.get()
        async with original() as client:
            yield client
            doom.reach(names, "before")
        doom.reach(names, "after")

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
            name = str(message_from_bytes(mime)["Message-ID"])
            self._doom.pulse.sign(LEAVES, name.strip().strip("<>"))
            self._doom.reach(["mailer.leaving"], "before")
            await leaving()
            self._doom.reach(["mailer.leaving"], "after")

        self._doom.reach(["mailer.hand_over"], "before")
        answer = await self._mailer.hand_over(mime, leaving=going, **named)
        self._doom.reach(["mailer.hand_over"], "after")
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
        self._doom.reach(["mailbox.append"], "before")
        await self._mailbox.append(folder, raw, at=at)
        self._doom.reach(["mailbox.append"], "after")


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


@dataclass(slots=True, kw_only=True)
class Watched(Engine):
    """The passes, each a sign of life when it begins and when it ends."""

    pulse: Pulse

    async def run(self, job: Job, creditor: CreditorId) -> Report:
        """One pass."""
        self.pulse.sign(BEGINS, job)
        try:
            return await Engine.run(self, job, creditor)
        finally:
            self.pulse.sign(ENDS, job)


async def live(plan: dict[str, Any]) -> None:
    """Serve until the point, or SIGTERM."""
    pulse = Pulse(Path(plan["pulse"]))
    doom = Doom(Obedience(Path(plan["orders"])), pulse)
    now = datetime.fromisoformat(plan["now"])
    relance = await build(load(Path(plan["settings"])), now=now, running=True)
    try:
        await serve(Watched(relance=doomed(relance, doom), pulse=pulse))
    finally:
        await relance.close()


if __name__ == "__main__":
    log_to_stderr(as_json=False)
    asyncio.run(live(json.loads(sys.argv[1])))
