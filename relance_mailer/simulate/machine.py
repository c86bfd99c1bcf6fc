"""The machine on which our daemons run: its disk, and what every death leaves on it.

The database is the real one on a real file. A death leaves the file and its write-ahead log as
they stand at that moment; the next process opens a copy of both and recovers as SQLite does. A
death in the middle of a commit cuts the log somewhere in that commit's frames. A power cut kills
every process and leaves torn bytes behind the last commit that was flushed: with `synchronous =
FULL`, asked of each process's own connection, that is the last one that returned; with less the log
is cut anywhere. Of the files beside the database it takes what no `fsync` covered. What it does not
show is a disk that lies about its flushes.
"""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from random import Random
from shutil import copyfile

from relance_mailer.adapters.witness import departures_beside
from relance_mailer.daemon.engine import Report
from relance_mailer.settings.loading import Settings
from relance_mailer.simulate.disk import Disk
from relance_mailer.simulate.estate import DATABASE, lay_database
from relance_mailer.simulate.mishaps import Mishap
from relance_mailer.simulate.process import Life, Process, started
from relance_mailer.simulate.turns import Turns
from relance_mailer.simulate.world import World
from relance_mailer.store.database import Database

LOG = "-wal"
FULL = 2  # https://www.sqlite.org/pragma.html#pragma_synchronous
TORN_MAX = 9_000  # bytes: two pages and a bit
Reports = Callable[[Process, Report], None]


class Machine:
    """The disk and the processes; at most two daemons, of which the first one always runs."""

    def __init__(self, folder: Path, settings: Settings, world: World, turns: Turns) -> None:
        self._folder = folder
        self._settings = settings
        self._world = world
        self._turns = turns
        self._chance = Random(f"{world.case.seed}:disk")
        self._generation = 0
        self.file = folder / DATABASE
        self._next: Path | None = None  # what the last death left
        self.disk = Disk(Random(f"{world.case.seed}:power"))
        self._flushes = True  # every process so far flushed each commit before it returned
        self.processes: list[Process] = []
        self.on_report: Reports = lambda process, report: None

    async def start(self) -> Process:
        """A daemon comes up, on what stands on the disk."""
        if self._next is not None and not self.processes:
            self._put_in_place(self._next)
        if not self.file.exists():
            await lay_database(self.file)
        life = Life(world=self._world, turns=self._turns, deaths=self, file=self.file)
        process: Process

        def told(report: Report) -> None:
            self.on_report(process, report)

        process = await started(self._settings, life, told)
        self._flushes = self._flushes and await flushes_commits(process.relance.database)
        self.processes.append(process)
        return process

    @asynccontextmanager
    async def copied(self) -> AsyncIterator[Process]:
        """A process on a copy of the disk, for those who look and may touch."""
        file = self._folder / f"copie-{DATABASE}"
        self._copy(file, _log_of(self.file))
        life = Life(world=self._world, turns=self._turns, deaths=self, file=file)
        process = await started(self._settings, life, lambda report: None)
        try:
            yield process
        finally:
            await process.end()
            for end in ("", LOG, "-shm"):
                beside(file, end).unlink(missing_ok=True)

    async def bury(self) -> int:
        """Close what died; answers how many did."""
        dead = [one for one in self.processes if not one.life.alive]
        for one in dead:
            self.processes.remove(one)
            await one.end()
        return len(dead)

    async def stop(self, process: Process) -> None:
        """A daemon ends in order."""
        self.processes.remove(process)
        await process.end()

    def die(self, life: Life, sort: Mishap) -> None:
        """This process dies here; a power cut ends them all."""
        log = _log_of(self.file)
        if sort is Mishap.POWER_CUT:
            if not self._flushes:
                log = log[: self._chance.randint(0, len(log))]
            log += self._chance.randbytes(self._chance.randint(0, TORN_MAX))
            for other in self.processes:
                other.life.alive = False
            anchors = self.processes[0].relance.anchors
            self.disk.loses_power(anchors, departures_beside(anchors))
        life.alive = False
        if not any(one.life.alive for one in self.processes):
            self._keep(log)

    @contextmanager
    def torn_commit(self, life: Life) -> Iterator[None]:
        """The process dies while the commit inside is written to the log.

        With another daemon on the same file nothing is cut: it dies behind its commit.
        """
        if len(self.processes) > 1:
            try:
                yield
            finally:
                self.die(life, Mishap.CRASH)
            return
        log_before = _log_of(self.file)
        self._keep(log_before)
        try:
            yield
        finally:
            life.alive = False
            log_after = _log_of(self.file)
            assert self._next is not None
            if log_after.startswith(log_before):
                cut = self._chance.randint(len(log_before), len(log_after))
                beside(self._next, LOG).write_bytes(log_after[:cut])

    def _keep(self, log: bytes) -> None:
        self._generation += 1
        self._next = self._named(self._generation)
        self._copy(self._next, log)

    def _copy(self, file: Path, log: bytes) -> None:
        copyfile(self.file, file)
        if log:
            beside(file, LOG).write_bytes(log)

    def _put_in_place(self, kept: Path) -> None:
        """What the last death left is the database now, under its one name: its witnesses know it.

        Those who died have closed the file by then, and written to it what a dead one never would.
        """
        for end in ("", LOG, "-shm"):
            beside(self.file, end).unlink(missing_ok=True)
        for end in ("", LOG):
            if beside(kept, end).exists():
                beside(kept, end).replace(beside(self.file, end))
        self._next = None

    def _named(self, generation: int) -> Path:
        return self._folder / f"laissee-{generation}.db"


async def flushes_commits(database: Database) -> bool:
    """Whether a commit that returned is on the disk, by the connection's own word."""
    with database.entered() as client:
        (row,) = await client.execute_query_dict("PRAGMA synchronous")
    return int(row["synchronous"]) >= FULL


def beside(file: Path, end: str) -> Path:
    """The database file itself, or one of those that SQLite keeps beside it."""
    return file.with_name(file.name + end)


def _log_of(file: Path) -> bytes:
    log = beside(file, LOG)
    return log.read_bytes() if log.exists() else b""
