"""A database that was put back under a running program is noticed, whoever writes on first."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from contracts.conftest import emptied
from contracts.store_cases import key, opening, record
from relance_mailer.dossier import events as e
from relance_mailer.store.database import Database
from relance_mailer.store.journal import DatabaseJournal

NOTE = e.NoteWritten(because="vu", by="Anne", text="rappelé")


@pytest.fixture(params=["sqlite", "postgres"])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """A fresh database."""
    async with emptied(request, tmp_path) as fresh:
        yield fresh


async def put_back(database: Database, entries: int) -> None:
    """As a copy of the moment at which it had so many entries."""
    with database.entered() as client:
        kept = f"SELECT id FROM journal ORDER BY id LIMIT {entries}"
        await client.execute_query(f"DELETE FROM journal WHERE id NOT IN ({kept})")
        pages = "SELECT page FROM journal"
        await client.execute_query(f"DELETE FROM dossier_index WHERE page NOT IN ({pages})")


async def test_the_last_entry_is_gone(database: Database) -> None:
    journal = DatabaseJournal(database)
    for one in ("un", "deux"):
        await record(journal, key(one), opening(key(one)))
    await put_back(database, 2)
    assert await journal.went_back()
    assert not await journal.went_back()


async def test_who_writes_on_before_anybody_looks_hides_nothing(database: Database) -> None:
    """A colleague decides on a dossier that lost nothing, before the next pass asks."""
    journal = DatabaseJournal(database)
    await record(journal, key("un"), opening(key("un")))
    assert not await journal.went_back()
    await record(journal, key("deux"), opening(key("deux")))
    await put_back(database, 2)
    await record(journal, key("un"), [NOTE])
    assert await journal.went_back()
    assert not await journal.went_back()


async def test_an_entry_written_again_on_the_same_page_is_another(database: Database) -> None:
    journal = DatabaseJournal(database)
    await record(journal, key("un"), opening(key("un")))
    assert not await journal.went_back()
    await record(journal, key("un"), [NOTE])
    await put_back(database, 2)
    other = DatabaseJournal(database)
    await record(other, key("un"), [NOTE])
    await record(journal, key("un"), [NOTE])
    assert await journal.went_back()
    assert not await other.went_back()
