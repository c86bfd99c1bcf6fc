"""A database that was put back under a running program is noticed, whoever writes on first."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from contracts.conftest import emptied
from contracts.store_cases import key, opening, record, told
from relance_mailer.dossier import events as e
from relance_mailer.ports import Overtaken
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


async def put_back_and_written(database: Database, entries: int, *texts: str) -> DatabaseJournal:
    """As a copy of that moment, on which another process wrote these notes."""
    await put_back(database, entries)
    other = DatabaseJournal(database)
    for text in texts:
        await record(other, key("un"), [replace(NOTE, text=text)])
    return other


@pytest.fixture
async def journal(database: Database) -> DatabaseJournal:
    """One that has read and written a page of three entries, and looked for a fall before."""
    journal = DatabaseJournal(database)
    await record(journal, key("un"), opening(key("un")))
    await record(journal, key("un"), [e.ReviewAsked(because="appel", reason="verdict")])
    assert not await journal.went_back()
    return journal


async def texts(journal: DatabaseJournal) -> list[str]:
    entries = await journal.entries(key("un").page)
    return [entry.event.text for entry in entries if isinstance(entry.event, e.NoteWritten)]


async def test_a_decision_on_what_is_gone_is_overtaken_at_the_same_version(
    database: Database, journal: DatabaseJournal
) -> None:
    late = await told(journal, key("un"), [replace(NOTE, text="trop tard")])
    await put_back_and_written(database, 2, "autre")
    with pytest.raises(Overtaken):
        await journal.commit([late])
    assert await texts(journal) == ["autre"]
    await record(journal, key("un"), [replace(NOTE, text="relu")])
    assert await texts(journal) == ["autre", "relu"]
    assert (await journal.verify({})).broken == ()
    assert await journal.went_back()


async def test_a_decision_on_an_entry_that_is_gone_leaves_no_gap(
    database: Database, journal: DatabaseJournal
) -> None:
    late = await told(journal, key("un"), [replace(NOTE, text="trop tard")])
    await put_back(database, 2)
    with pytest.raises(Overtaken):
        await journal.commit([late])
    assert await texts(journal) == []
    assert (await journal.verify({})).broken == ()


async def test_an_index_line_of_what_is_gone_is_not_written(
    database: Database, journal: DatabaseJournal
) -> None:
    """A commit without events is refused as well: the line would be of another history."""
    silent = await told(journal, key("un"), [])
    await put_back_and_written(database, 2, "autre")
    with pytest.raises(Overtaken):
        await journal.commit([silent])


@pytest.mark.parametrize("notes", [("autre",), ("autre", "et encore")])
async def test_a_page_written_again_is_read_again(
    database: Database, journal: DatabaseJournal, notes: tuple[str, ...]
) -> None:
    """At the version that was known and beyond it: what is gone is in no fold any more."""
    other = await put_back_and_written(database, 2, *notes)
    page = key("un").page
    assert await journal.read([page]) == await DatabaseJournal(database).read([page])
    await record(journal, key("un"), [replace(NOTE, text="relu")])
    assert (await journal.verify({})).broken == ()
    assert await journal.went_back()
    assert not await other.went_back()


async def test_a_page_that_others_wrote_and_wrote_again_tells_of_the_fall(
    database: Database,
) -> None:
    """It was read only, and the newest entry known stood elsewhere: its own chain tells."""
    journal, other = DatabaseJournal(database), DatabaseJournal(database)
    await record(other, key("deux"), opening(key("deux")))
    assert not await journal.went_back()
    await record(other, key("un"), [*opening(key("un")), NOTE])
    page = key("un").page
    await journal.read([page])
    await put_back_and_written(database, 4, "autre")
    await journal.read([page])
    assert await journal.went_back()
    assert not await journal.went_back()
