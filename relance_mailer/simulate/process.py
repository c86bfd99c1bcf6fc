"""A process of ours in the simulated world: its engine, its open database, and how it dies.

Every call of a port is a crossing. There another actor may go on, something may happen outside, or
the process dies: from then on nothing that it still does reaches anything (every further call ends
it), and what it had in memory is gone.
"""

import asyncio
import inspect
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar, cast

from relance_mailer.daemon.engine import Engine, Report
from relance_mailer.flows.house import Doors, House
from relance_mailer.ports import Temporary
from relance_mailer.settings.loading import Settings
from relance_mailer.simulate.cast import CREDITOR
from relance_mailer.simulate.estate import CheapPapers, database_url, renderer
from relance_mailer.simulate.mishaps import AT_THE_DOOR, Mishap
from relance_mailer.simulate.servers import SimulatedLedger, SimulatedMailbox
from relance_mailer.simulate.turns import Turns
from relance_mailer.simulate.world import OURS, World
from relance_mailer.store.database import Database
from relance_mailer.wiring.build import Relance, build

COMMITS = frozenset({"commit", "keep", "claim"})
Port = TypeVar("Port")


class Died(BaseException):
    """The process is dead; nothing in the house may catch this."""


class Deaths(Protocol):
    """What keeps what a death leaves on the disk."""

    def die(self, life: "Life", sort: Mishap) -> None:
        """This process dies here, or all of the machine's."""
        ...

    @contextmanager
    def torn_commit(self, life: "Life") -> Iterator[None]:
        """The process dies while the commit inside is written."""
        ...


@dataclass(slots=True, eq=False)
class Life:
    """Whether a process lives, and what it shares with the others."""

    world: World
    turns: Turns
    deaths: Deaths
    file: Path
    alive: bool = True


class Crossing:
    """Stands before a port: between two of its calls everything may happen."""

    def __init__(self, port: object, life: Life, *, stores: Database | None, mortal: bool) -> None:
        self._port = port
        self._life = life
        self._database = stores
        self._mortal = mortal

    def __getattr__(self, name: str) -> Any:
        """Asked once for each name: what it answers is kept."""
        found = getattr(self._port, name)
        if not inspect.iscoroutinefunction(found):
            return found

        async def crossed(*args: Any, **kwargs: Any) -> Any:
            await self._before()
            if "leaving" in kwargs:
                kwargs["leaving"] = self._deadly(kwargs["leaving"])
            if not self._mortal:
                return await found(*args, **kwargs)
            if self._database is not None:
                answer = await self._stored(name, lambda: found(*args, **kwargs))
            else:
                answer = await found(*args, **kwargs)
            self._struck()
            return answer

        setattr(self, name, crossed)
        return crossed

    async def _before(self) -> None:
        life = self._life
        self._live()
        await life.turns.cross()
        self._live()
        if self._mortal:
            life.world.crossed()
            self._struck()

    async def _stored(self, name: str, call: Callable[[], Any]) -> Any:
        """A call of the store, with what may befall a database."""
        weather, database = self._life.world.weather, self._database
        assert database is not None
        if weather.lasts(Mishap.DATABASE_GONE):
            raise Temporary("base de données injoignable : le disque ne répond pas")
        if weather.strikes(Mishap.DATABASE_LOCKED):
            with _locked(self._life.file):
                return await call()
        if weather.strikes(Mishap.DISK_FULL):
            await _room(database, 1)
            try:
                return await call()
            finally:
                await _room(database, PAGES_MAX)
        if name in COMMITS and weather.strikes(Mishap.KILL_IN_COMMIT):
            with self._life.deaths.torn_commit(self._life):
                await call()
            self._live()
        return await call()

    def _deadly(self, leaving: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
        """Between the announcement of a letter and its first byte a process may die as well."""

        async def announced() -> None:
            await leaving()
            for sort in AT_THE_DOOR:
                if self._life.alive and self._life.world.chaos.strikes_at_the_door(sort):
                    self._life.deaths.die(self._life, sort)
            self._live()

        return announced

    def _struck(self) -> None:
        for sort in (Mishap.CRASH, Mishap.POWER_CUT):
            if self._life.alive and self._life.world.weather.strikes(sort):
                self._life.deaths.die(self._life, sort)
        self._live()

    def _live(self) -> None:
        if not self._life.alive:
            raise Died


PAGES_MAX = 1_073_741_823


async def _room(database: Database, pages: int) -> None:
    """Let the database grow to so many pages; never below what it has."""
    with database.entered() as client:
        await client.execute_query(f"PRAGMA max_page_count={pages}")


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    """Another program holds SQLite's one lock for writing."""
    other = sqlite3.connect(file, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        yield
    finally:
        other.close()


@dataclass(slots=True, eq=False)
class Process:
    """A daemon that runs: an engine on ports that may fail, over an open database."""

    relance: Relance
    engine: Engine
    life: Life
    ledger: SimulatedLedger

    @property
    def house(self) -> House:
        """The ports without any crossing: for those who only look."""
        return self.relance.house

    def operator(self) -> House:
        """The house as somebody at the desk uses it: in this process, dying with it."""
        return _crossed(self.house, self.life, self.relance.database, mortal=False)

    async def end(self) -> None:
        """Give everything back; what a death leaves on the disk was copied before."""
        self.life.alive = False
        await self.relance.close()


async def started(settings: Settings, life: Life, on_report: Callable[[Report], None]) -> Process:
    """A daemon comes up on the database file of that life."""
    world = life.world
    database = settings.table.database.model_copy(update={"url": database_url(life.file)})
    table = settings.table.model_copy(update={"database": database})
    mailbox = SimulatedMailbox(OURS, world.folders, world.weather)
    ledger = SimulatedLedger(world.books.last_export, world.weather)
    relance = await build(
        replace(settings, table=table),
        clock=world.clock,
        mailbox=lambda row: mailbox,
        mailer=lambda row: world.office,
        ledger=lambda row: ledger,
        real_now=world.clock.machine,
        renderer=renderer(),
        papers=CheapPapers(),
    )
    doors = Doors(
        mailbox=_across(mailbox, life),
        mailer=_across(world.office, life),
        ledger=_across(ledger, life),
    )
    house = _crossed(relance.house, life, relance.database, mortal=True)
    shown = replace(relance, house=house, doors={CREDITOR: doors})
    engine = Engine(relance=shown, on_report=on_report, looking=_Open())
    return Process(relance=relance, engine=engine, life=life, ledger=ledger)


class _Open(asyncio.Lock):
    """Keeps nobody out: who waits for a lane that waits for its turn would wait for ever."""

    async def acquire(self) -> Literal[True]:
        """At once."""
        return True

    def release(self) -> None:
        """Nothing was taken."""


def _across(port: Port, life: Life) -> Port:
    # The crossing answers to the port's own protocol, method by method.
    return cast(Port, Crossing(port, life, stores=None, mortal=True))


def _crossed(house: House, life: Life, database: Database, *, mortal: bool) -> House:
    def across(port: Port) -> Port:
        return cast(Port, Crossing(port, life, stores=database, mortal=mortal))

    return replace(
        house,
        journal=across(house.journal),
        outbox=across(house.outbox),
        inbox=across(house.inbox),
        lookup=across(house.lookup),
        register=across(house.register),
    )
