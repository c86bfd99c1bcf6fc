"""Every store suite runs three times: in memory, on SQLite on disk, on PostgreSQL."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fakes.journal import FakeStore
from relance_mailer.ports import Inbox, Journal, Lookup, Outbox, Register
from relance_mailer.store.database import open_database
from relance_mailer.store.inbox import DatabaseInbox
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.store.lookup import DatabaseLookup
from relance_mailer.store.outbox import DatabaseOutbox
from relance_mailer.store.register import DatabaseRegister


class RealTime:
    """The time of machines, for leases; a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The moment."""
        return self.now


@dataclass(frozen=True, kw_only=True, slots=True)
class Store:
    """The five ports of one back end."""

    journal: Journal
    outbox: Outbox
    inbox: Inbox
    lookup: Lookup
    register: Register
    real_time: RealTime


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
            real_time=real_time,
        )
        return
    postgres = request.param == "postgres"
    url = request.getfixturevalue("postgres_url") if postgres else f"sqlite://{tmp_path}/r.db"
    database = await open_database(url)
    try:
        yield Store(
            journal=DatabaseJournal(database),
            outbox=DatabaseOutbox(database, real_now=real_time),
            inbox=DatabaseInbox(database),
            lookup=DatabaseLookup(database),
            register=DatabaseRegister(database),
            real_time=real_time,
        )
    finally:
        await database.close()
