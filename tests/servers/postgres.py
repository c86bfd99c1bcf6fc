"""A throw-away PostgreSQL on a loopback port; each test takes a database of its own."""

import itertools
import signal
import subprocess
from collections.abc import Iterator
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


class Postgres:
    """A running cluster."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self._psql = require("psql", "postgresql-client", beside=BINARIES)
        self._names = (f"relance_{number}" for number in itertools.count(1))
        server = require("postgres", PACKAGE, beside=BINARIES)
        data = folder / "data"
        own_all(folder, USER)
        self._initialise(data)
        settings = [*CAREFREE, f"listen_addresses={LOOPBACK}", f"unix_socket_directories={folder}"]
        options = [word for setting in settings for word in ("-c", setting)]
        self._running = Running(
            [*unprivileged(USER), server, "-D", str(data), "-p", str(self.port), *options],
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

    @contextmanager
    def database(self) -> Iterator[str]:
        """The URL of an empty database, dropped at the end whoever still holds it open."""
        name = next(self._names)
        self._say(f"CREATE DATABASE {name}")
        try:
            yield f"asyncpg://{USER}:unused@{LOOPBACK}:{self.port}/{name}"
        finally:
            self._say(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        """End it at once, without waiting for clients."""
        self._running.stop(signal.SIGINT)


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """A cluster in a temporary folder, for as long as the block lasts."""
    with work_folder("pg") as folder:
        postgres = Postgres(folder)
        try:
            yield postgres
        finally:
            postgres.stop()
