"""The machine on which our daemons run: its disk, and what every death leaves on it.

The database is the real one on a real file. A death leaves the file and its write-ahead log as
they stand at that moment; the next process opens a copy of both and recovers as SQLite does. A
death in the middle of a commit cuts the log somewhere in that commit's frames. A power cut kills
every process and leaves torn bytes behind the last commit that returned; what it does not show is
a disk that lies about its flushes: with `synchronous = FULL` a commit that returned is kept.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from shutil import copyfile

from relance_mailer.daemon.engine import Report
from relance_mailer.settings.loading import Settings
from relance_mailer.simulate.estate import DATABASE, lay_database
from relance_mailer.simulate.mishaps import Mishap
from relance_mailer.simulate.process import Life, Process, started
from relance_mailer.simulate.turns import Turns
from relance_mailer.simulate.world import World

LOG = "-wal"
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
        self._file = folder / DATABASE
        self._next: Path | None = None  # what the last death left
        self.processes: list[Process] = []
        self.on_report: Reports = lambda process, report: None

    async def start(self) -> Process:
        """A daemon comes up, on what stands on the disk."""
        if self._next is not None and not self.processes:
            self._put_in_place(self._next)
        if not self._file.exists():
            await lay_database(self._file)
        life = Life(world=self._world, turns=self._turns, deaths=self, file=self._file)
        process: Process

        def told(report: Report) -> None:
            self.on_report(process, report)

        process = await started(self._settings, life, told)
        self.processes.append(process)
        return process

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
        torn = b""
        if sort is Mishap.POWER_CUT:
            torn = self._chance.randbytes(self._chance.randint(0, TORN_MAX))
            for other in self.processes:
                other.life.alive = False
        life.alive = False
        if not any(one.life.alive for one in self.processes):
            self._keep(torn)

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
        self._keep(b"")
        log_before = _log_of(self._file)
        try:
            yield
        finally:
            life.alive = False
            log_after = _log_of(self._file)
            assert self._next is not None
            if log_after.startswith(log_before):
                cut = self._chance.randint(len(log_before), len(log_after))
                beside(self._next, LOG).write_bytes(log_after[:cut])

    def _keep(self, torn: bytes) -> None:
        self._generation += 1
        kept = self._named(self._generation)
        copyfile(self._file, kept)
        log = _log_of(self._file) + torn
        if log:
            beside(kept, LOG).write_bytes(log)
        self._next = kept

    def _put_in_place(self, kept: Path) -> None:
        """What the last death left is the database now, under its one name: its witnesses know it.

        Those who died have closed the file by then, and written to it what a dead one never would.
        """
        for end in ("", LOG, "-shm"):
            beside(self._file, end).unlink(missing_ok=True)
        for end in ("", LOG):
            if beside(kept, end).exists():
                beside(kept, end).replace(beside(self._file, end))
        self._next = None

    def _named(self, generation: int) -> Path:
        return self._folder / f"laissee-{generation}.db"


def beside(file: Path, end: str) -> Path:
    """The database file itself, or one of those that SQLite keeps beside it."""
    return file.with_name(file.name + end)


def _log_of(file: Path) -> bytes:
    log = beside(file, LOG)
    return log.read_bytes() if log.exists() else b""
