"""Databases for the store's doors tests: opened for sure, closed for sure."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from relance_mailer.store.database import Database, open_database


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """A database that is closed whatever happens."""
    database = await open_database(url)
    try:
        yield database
    finally:
        await database.close()


@pytest.fixture
def db_file(tmp_path: Path) -> Path:
    """Where the SQLite file will stand."""
    return tmp_path / "relance.db"


@pytest.fixture
def sqlite_url(db_file: Path) -> str:
    """Its URL."""
    return f"sqlite://{db_file}"


@pytest.fixture(params=["sqlite", "postgres"])
def any_url(request: pytest.FixtureRequest, sqlite_url: str) -> str:
    """Each back end in its turn."""
    if request.param == "sqlite":
        return sqlite_url
    url: str = request.getfixturevalue("postgres_url")
    return url
