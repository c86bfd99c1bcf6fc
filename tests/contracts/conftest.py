"""Every store suite runs three times: in memory, on SQLite on disk, on PostgreSQL."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fakes.journal import FakeStore
from fakes.leases import FakeLeases
from relance_mailer.ports import Inbox, Journal, Leases, Lookup, Outbox, Register
from relance_mailer.store.database import Database, open_database
from relance_mailer.store.inbox import DatabaseInbox
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.store.leases import DatabaseLeases
from relance_mailer.store.lookup import DatabaseLookup
from relance_mailer.store.outbox import DatabaseOutbox
from relance_mailer.store.register import DatabaseRegister
from servers.postgres import Postgres


class RealTime:
    """The time of machines, for leases; a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The moment."""
        return self.now


@dataclass(frozen=True, kw_only=True, slots=True)
class Store:
    """The ports of one back end."""

    journal: Journal
    outbox: Outbox
    inbox: Inbox
    lookup: Lookup
    register: Register
    leases: Leases
    real_time: RealTime


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with its tables, made once: each test takes a copy."""
    file = tmp_path_factory.mktemp("store") / "migrated.db"

    async def migrate() -> None:
        await (await open_database(f"sqlite://{file}")).close()

    with ThreadPoolExecutor(1) as thread:  # the test that asks first runs a loop already
        thread.submit(lambda: asyncio.run(migrate())).result()
    return file


@pytest.fixture(scope="session")
def shared_postgres_url(postgres: Postgres) -> Iterator[str]:
    """A PostgreSQL database with its tables, made once: each test empties it."""
    with postgres.database() as url:
        yield url


@asynccontextmanager
async def emptied(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """A database without any row."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "r.db")
        url = f"sqlite://{tmp_path}/r.db"
    else:
        url = request.getfixturevalue("shared_postgres_url")
    database = await open_database(url)
    try:
        if request.param == "postgres":
            with database.entered() as client:
                await client.execute_query(f"TRUNCATE {', '.join(TABLES)}")
        yield database
    finally:
        await database.close()


TABLES = """journal outbox contacts evidence inbox inbox_places inbox_names inbox_pages
dossier_index queue_lines traces register leases""".split()


@pytest.fixture(params=["memory", "sqlite", "postgres"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """A fresh store."""
    real_time = RealTime()
    if request.param == "memory":
        fake = FakeStore(real_time)
        yield Store(
            journal=fake.journal,
            outbox=fake.outbox,
            inbox=fake.inbox,
            lookup=fake.lookup,
            register=fake.register,
            leases=FakeLeases(real_time),
            real_time=real_time,
        )
        return
    async with emptied(request, tmp_path) as database:
        yield Store(
            journal=DatabaseJournal(database),
            outbox=DatabaseOutbox(database, real_now=real_time),
            inbox=DatabaseInbox(database),
            lookup=DatabaseLookup(database),
            register=DatabaseRegister(database),
            leases=DatabaseLeases(database, real_now=real_time),
            real_time=real_time,
        )
