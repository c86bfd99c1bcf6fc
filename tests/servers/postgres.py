"""A throw-away PostgreSQL on a loopback port; each test takes a database of its own.

One that a test breaks may lose what it said was written, unless it is asked to keep its word.
"""

import itertools
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from servers.ports import LOOPBACK, free_port
from servers.process import Running, own_all, unprivileged, wait_until, work_folder
from servers.require import require

USER = "postgres"
PACKAGE = "postgresql"
BINARIES = "/usr/lib/postgresql/*/bin"
# Data is thrown away: what guards it against a power cut only costs time.
CAREFREE = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=100",
    "timezone=UTC",
)
# Of one that is stopped in mid-work: what was committed is with the kernel, which goes on.
KEEPS_ITS_WORD = (*CAREFREE, "synchronous_commit=on")


class Postgres:
    """A running cluster."""

    def __init__(self, folder: Path, settings: Sequence[str] = CAREFREE) -> None:
        self.port = free_port()
        self._psql = require("psql", "postgresql-client", beside=BINARIES)
        self._names = (f"relance_{number}" for number in itertools.count(1))
        self._folder, self._settings = folder, settings
        own_all(folder, USER)
        self._initialise(folder / "data")
        self.start()

    def start(self) -> None:
        """Start it, or start it again, and wait until it takes orders."""
        folder = self._folder
        server = require("postgres", PACKAGE, beside=BINARIES)
        where = (f"listen_addresses={LOOPBACK}", f"unix_socket_directories={folder}")
        options = [word for one in (*self._settings, *where) for word in ("-c", one)]
        data = str(folder / "data")
        self._running = Running(
            [*unprivileged(USER), server, "-D", data, "-p", str(self.port), *options],
            ports=[self.port],
            log=folder / "postgres.log",
        )
        # It listens before it has recovered, and says FATAL until then.
        wait_until(self._is_ready, seconds=60, what="PostgreSQL to take orders")

    def _is_ready(self) -> bool:
        try:
            self._say("SELECT 1")
        except subprocess.CalledProcessError:
            return False
        return True

    def _initialise(self, data: Path) -> None:
        initdb = require("initdb", PACKAGE, beside=BINARIES)
        words = ["-D", str(data), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run(
            [*unprivileged(USER), initdb, *words, "--locale=C.UTF-8"],
            cwd=data.parent,
            check=True,
            capture_output=True,
            timeout=120,
        )

    def _say(self, statement: str) -> None:
        where = ["-h", LOOPBACK, "-p", str(self.port), "-U", USER, "-d", "postgres"]
        subprocess.run(
            [self._psql, "-X", "-q", *where, "-v", "ON_ERROR_STOP=1", "-c", statement],
            check=True,
            capture_output=True,
            timeout=60,
        )

    def create(self) -> str:
        """The URL of an empty database, which is thrown away with the cluster."""
        name = next(self._names)
        self._say(f"CREATE DATABASE {name}")
        return f"asyncpg://{USER}:unused@{LOOPBACK}:{self.port}/{name}"

    @contextmanager
    def database(self) -> Iterator[str]:
        """The URL of an empty database, dropped at the end whoever still holds it open."""
        url = self.create()
        try:
            yield url
        finally:
            self._say(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")

    def stop(self, number: int = signal.SIGINT) -> None:
        """End it at once, without waiting for clients."""
        self._running.stop(number)

    def fall(self) -> None:
        """Stop it as a failing machine does: nothing is put in order, no client is told."""
        self.stop(signal.SIGQUIT)

    def freeze(self) -> None:
        """It and all its processes neither run nor end; who connects waits."""
        self._running.signal_all(signal.SIGSTOP)

    def wake(self) -> None:
        """They go on where they stood."""
        self._running.signal_all(signal.SIGCONT)


@contextmanager
def running_postgres(settings: Sequence[str] = CAREFREE) -> Iterator[Postgres]:
    """A cluster in a temporary folder, for as long as the block lasts."""
    with work_folder("pg") as folder:
        postgres = Postgres(folder, settings)
        try:
            yield postgres
        finally:
            postgres.stop()
