"""SQLite and PostgreSQL under other writers, cancelled tasks, full disks and cut connections."""

import asyncio
import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest

from contracts.store_cases import ACME, BOX, key, message, opening, record, told
from doors.conftest import opened
from relance_mailer.dossier import events as e
from relance_mailer.ports import Permanent, Temporary
from relance_mailer.store.database import Database, open_database
from relance_mailer.store.faults import DISK_FULL, fault_of, translated
from relance_mailer.store.inbox import DatabaseInbox
from relance_mailer.store.journal import DatabaseJournal

PAGE = key().page


async def test_nothing_is_answered_before_it_is_on_the_disk(sqlite_url: str) -> None:
    """The pragmas that the promises rest on are in force."""
    async with opened(sqlite_url) as database:
        with database.entered() as client:
            for pragma, value in (
                ("journal_mode", "wal"),
                ("synchronous", 2),
                ("busy_timeout", 5000),
                ("secure_delete", 1),
            ):
                [row] = await client.execute_query_dict(f"PRAGMA {pragma}")
                assert next(iter(row.values())) == value, pragma


async def test_the_url_may_change_a_pragma(sqlite_url: str) -> None:
    """The rest keeps its default."""
    async with opened(f"{sqlite_url}?busy_timeout=250") as database:
        with database.entered() as client:
            [row] = await client.execute_query_dict("PRAGMA busy_timeout")
            assert row == {"timeout": 250}
            [row] = await client.execute_query_dict("PRAGMA synchronous")
            assert row == {"synchronous": 2}


async def test_the_file_is_for_its_owner_alone(db_file: Path, sqlite_url: str) -> None:
    """Debtors' data, in the write-ahead log too."""
    async with opened(sqlite_url) as database:
        await record(DatabaseJournal(database), key(), opening())
        modes = {part.name: part.stat().st_mode & 0o777 for part in db_file.parent.glob("rel*")}
    assert modes == dict.fromkeys(["relance.db", "relance.db-wal", "relance.db-shm"], 0o600)


async def test_a_writer_waits_for_the_other_process(any_url: str) -> None:
    """Both read, both write: with a deferred BEGIN the second would fail at once on SQLite."""
    async with opened(any_url) as one, opened(any_url) as other:
        await record(DatabaseJournal(one), key(), opening())
        async with asyncio.TaskGroup() as tasks:
            for number, database in enumerate([one, other] * 10):
                where = key(f"T-{number}")
                tasks.create_task(record(DatabaseJournal(database), where, opening(where.dossier)))
        verified = await DatabaseJournal(other).verify({})
        assert (verified.pages, verified.entries, verified.broken) == (21, 42, ())


async def test_a_lock_that_lasts_is_said_and_nothing_hangs(db_file: Path, sqlite_url: str) -> None:
    """Another program holds the file: `Temporary`, and the next commit works."""
    async with opened(f"{sqlite_url}?busy_timeout=20") as database:
        journal = DatabaseJournal(database)
        holder = sqlite3.connect(db_file, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        commit = await told(journal, key(), opening())
        for _ in range(3):
            with pytest.raises(Temporary, match="occupée"):
                await journal.commit([commit])
        holder.execute("ROLLBACK")
        holder.close()
        await journal.commit([commit])
        assert (await journal.read([PAGE]))[PAGE].version == 2


async def test_a_cancelled_begin_leaves_no_transaction_behind(
    db_file: Path, sqlite_url: str
) -> None:
    """The thread begins what the task was cancelled in: it is undone, others can write."""
    async with opened(sqlite_url) as database:
        journal = DatabaseJournal(database)
        commit = await told(journal, key(), opening())
        holder = sqlite3.connect(db_file, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        began = await _begun(database)
        task = asyncio.create_task(journal.commit([commit]))
        await began.wait()
        task.cancel()
        holder.execute("COMMIT")
        with pytest.raises(asyncio.CancelledError):
            await task
        holder.execute("BEGIN IMMEDIATE")
        holder.execute("COMMIT")
        holder.close()
        await journal.commit([commit])


async def _begun(database: Database) -> asyncio.Event:
    """Set once SQLite's thread works on a BEGIN."""
    event, loop = asyncio.Event(), asyncio.get_running_loop()

    def seen(statement: str) -> None:
        if statement.startswith("BEGIN"):
            loop.call_soon_threadsafe(event.set)

    with database.entered() as client:
        connection: Any = client
        await connection._connection.set_trace_callback(seen)
    return event


async def test_a_full_disk_is_said_and_mended_by_room(db_file: Path, sqlite_url: str) -> None:
    """Nothing half written; when there is room again the same commit passes."""
    async with opened(sqlite_url) as database:
        journal, inbox = DatabaseJournal(database), DatabaseInbox(database)
        await record(journal, key(), opening())
        with database.entered() as client:
            [row] = await client.execute_query_dict("PRAGMA page_count")
            await client.execute_query(f"PRAGMA max_page_count = {row['page_count'] + 5}")
        big = message("x" * 1_000_000)
        with pytest.raises(Temporary, match="disque plein"):
            await inbox.keep(ACME, BOX, [big], sent_folder=False)
        assert await inbox.known_uids(BOX, "INBOX", 7) == frozenset()
        with database.entered() as client:
            await client.execute_query("PRAGMA max_page_count = 1000000")
        assert await inbox.keep(ACME, BOX, [big], sent_folder=False) == 1


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mysql://x/y", "attendu"),
        ("nonsense", "url"),
        ("sqlite://", "url"),
        ("sqlite:///nowhere/at/all/relance.db", "dossier existe"),
    ],
)
async def test_a_wrong_url_is_explained(url: str, words: str) -> None:
    """In French, and no thread is left that would keep the process from ending."""
    with pytest.raises(Permanent, match=words):
        await open_database(url)
    assert not [thread for thread in threading.enumerate() if "aiosqlite" in repr(thread)]


async def test_a_file_that_is_no_database_is_explained(db_file: Path, sqlite_url: str) -> None:
    """Permanent: a backup has to be restored."""
    db_file.write_bytes(b"not a database at all, " * 100)
    with pytest.raises(Permanent, match="abîmé"):
        await open_database(sqlite_url)


async def test_a_postgres_that_is_not_there_is_temporary() -> None:
    """It may come back."""
    with pytest.raises(Temporary, match="injoignable"):
        await open_database("postgres://nobody:x@127.0.0.1:1/nothing")


async def test_connections_that_die_are_replaced(postgres_url: str) -> None:
    """The server cuts every connection: one error at most for each, then work goes on."""
    async with opened(postgres_url) as database, opened(postgres_url) as killer:
        journal = DatabaseJournal(database)
        await record(journal, key(), opening())
        for turn in range(8):
            await _kill_others(killer)
            for _ in range(8):  # each connection of the pool may say once that it is dead
                if await _noted(journal, str(turn)):
                    break
        assert (await journal.read([PAGE]))[PAGE].version == 10


async def _noted(journal: DatabaseJournal, text: str) -> bool:
    note = e.NoteWritten(because="tour", by="Anne", text=text)
    try:
        await record(journal, key(), [note])
    except Temporary:
        return False
    return True


async def _kill_others(database: Database) -> None:
    with database.entered() as client:
        await client.execute_query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_our_own_faults_are_not_hidden() -> None:
    """A wrong type is no failure of the world."""
    with pytest.raises(KeyError), translated():
        raise KeyError("x")
    assert fault_of(ValueError("x")) is None
    full = fault_of(OSError(28, "No space left on device"))
    assert isinstance(full, Temporary)
    assert str(full) == DISK_FULL
