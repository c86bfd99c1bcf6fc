"""What migrations do to a file that holds somebody's data, and how values stand in it."""

import asyncio
import importlib
import pkgutil
import sqlite3
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tortoise.migrations import operations

from contracts.store_cases import ACME, AT, BOX, DAY, key, letter, message, opening, record
from doors.conftest import opened
from relance_mailer.dossier import events as e
from relance_mailer.ports import Permanent, Rebuilt, Temporary
from relance_mailer.store import migrations, tables
from relance_mailer.store.database import open_database
from relance_mailer.store.inbox import DatabaseInbox
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.store.leases import DatabaseLeases
from relance_mailer.store.lookup import DatabaseLookup
from relance_mailer.store.outbox import DatabaseOutbox
from relance_mailer.store.tables import InboxMessage

PAGE = key().page


async def test_moments_are_compared_in_utc(sqlite_url: str) -> None:
    """10:00 in Paris is not before 09:30 in Paris, whatever the offset that it comes with."""
    paris = timezone(timedelta(hours=2))
    async with opened(sqlite_url) as database:
        raw, glance = message(sent_at=None, received_at=datetime(2026, 10, 20, 10, 0, tzinfo=paris))
        await DatabaseInbox(database).keep(ACME, BOX, [(raw, glance)], sent_folder=False)
        with database.entered() as client:
            for hour, minute, found in ((9, 30, 0), (10, 0, 1), (10, 30, 1)):
                until = datetime(2026, 10, 20, hour, minute, tzinfo=paris)
                rows = InboxMessage.filter(received_at__lte=until).using_db(client)
                assert await rows.count() == found
            with pytest.raises(ValueError, match="sans fuseau"):
                await InboxMessage.filter(received_at__lte=AT.replace(tzinfo=None)).using_db(client)


async def test_amounts_are_cents_in_the_table(db_file: Path, sqlite_url: str) -> None:
    """No float anywhere near."""
    async with opened(sqlite_url) as database:
        await record(DatabaseJournal(database), key(), opening(amount="0.29"))
    rows = sqlite3.connect(db_file).execute(
        "SELECT owed_cents, typeof(owed_cents) FROM dossier_index"
    )
    assert rows.fetchall() == [(29, "integer")]


def _schema(db_file: Path) -> dict[str, Any]:
    """Tables, columns, unique keys and indexes as SQLite itself tells them."""
    connection = sqlite3.connect(db_file)
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    found: dict[str, Any] = {}
    for (table,) in connection.execute(named).fetchall():
        indexes = []
        for _, name, unique, origin, partial in connection.execute(f"PRAGMA index_list({table})"):
            columns = [row[2] for row in connection.execute(f"PRAGMA index_info('{name}')")]
            indexes.append((tuple(columns), unique, origin, partial))
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        found[table] = (sorted(row[1:] for row in columns), sorted(indexes))
    connection.close()
    found.pop("tortoise_migrations", None)
    return found


async def test_the_migrations_make_the_tables_that_the_code_declares(
    db_file: Path, sqlite_url: str, tmp_path: Path
) -> None:
    """Column by column, key by key."""
    async with opened(sqlite_url):
        pass
    declared = tmp_path / "declared.db"
    async with opened(f"sqlite://{declared}") as database:
        with database.entered() as client:
            for table in _schema(declared):
                await client.execute_query(f'DROP TABLE "{table}"')
            await database._context.generate_schemas()
            await client.execute_query(tables.ONE_LETTER_STANDS)
    assert _schema(db_file) == _schema(declared)
    assert len(_schema(db_file)) == 15


SAFE = (
    operations.CreateModel,
    operations.AddField,
    operations.AddIndex,
    operations.RunSQL,
)


def test_no_migration_rebuilds_a_table() -> None:
    """Tortoise's other operations lose rows and unique keys on SQLite."""
    for module in pkgutil.iter_modules(migrations.__path__):
        migration = importlib.import_module(f"{migrations.__name__}.{module.name}").Migration
        for operation in migration.operations:
            assert isinstance(operation, SAFE), f"{module.name}: {operation.describe()}"
            if isinstance(operation, operations.AddField):
                field: Any = operation.field
                assert field.null or field.has_db_default(), f"{module.name}: db_default="


async def test_a_file_is_copied_before_it_is_migrated(db_file: Path, sqlite_url: str) -> None:
    """With what its write-ahead log holds; a fresh file and an up-to-date one aren't."""
    writer = sqlite3.connect(db_file)
    writer.execute("PRAGMA journal_mode=WAL")
    writer.execute("CREATE TABLE older (word TEXT)")
    writer.execute("INSERT INTO older VALUES ('kept')")
    writer.commit()
    async with opened(sqlite_url):
        pass
    writer.close()
    copies = list(db_file.parent.glob("relance.db.avant-*"))
    assert [copy.name for copy in copies] == ["relance.db.avant-0001_first"]
    copy = sqlite3.connect(copies[0])
    assert copy.execute("SELECT word FROM older").fetchall() == [("kept",)]
    copy.close()
    copies[0].unlink()
    async with opened(sqlite_url):
        pass
    assert not copies[0].exists()


async def test_a_migration_that_fails_leaves_the_old_schema(db_file: Path, sqlite_url: str) -> None:
    """One transaction: no table of the new schema stands, and the next start tries again."""
    connection = sqlite3.connect(db_file)
    connection.execute("CREATE TABLE register (word TEXT)")
    connection.commit()
    with pytest.raises((Temporary, Permanent)):
        await open_database(sqlite_url)
    assert set(_schema(db_file)) == {"register"}
    connection.execute("DROP TABLE register")
    connection.commit()
    connection.close()
    async with opened(sqlite_url) as database:
        assert await DatabaseJournal(database).pages() == ()


async def test_two_processes_may_start_at_once(any_url: str) -> None:
    """One of them migrates, the other finds it done."""
    databases = await asyncio.gather(*(open_database(any_url) for _ in range(8)))
    try:
        await record(DatabaseJournal(databases[2]), key(), opening())
    finally:
        for database in databases:
            await database.close()


async def test_a_database_of_an_older_program_gets_its_queues_at_the_start(any_url: str) -> None:
    """Rows that no commit of ours wrote, or that an older program counted otherwise."""
    task = e.TaskOpened(because="", task="t", what="Appeler", due_on=DAY)
    async with opened(any_url) as database:
        await record(DatabaseJournal(database), key(), [*opening(), task])
        with database.entered() as client:
            await client.execute_query("UPDATE queue_lines SET owed_cents = 7")
    async with opened(any_url) as database:
        [untouched] = await DatabaseLookup(database).queue_sizes([ACME], DAY)
        assert untouched.amount == Decimal("0.07")
        with database.entered() as client:
            await client.execute_query("UPDATE register SET value = '0' WHERE name = 'queue_lines'")
    async with opened(any_url) as database:
        [written] = await DatabaseLookup(database).queue_sizes([ACME], DAY)
        assert (written.queue, written.lines, written.amount) == ("tasks", 1, Decimal("1200.50"))
        assert await DatabaseJournal(database).rebuild(lambda dossier: DAY) == Rebuilt()


async def test_an_older_program_works_on_while_a_newer_one_adds_its_table(any_url: str) -> None:
    """Migrations only add: who started before never looks at the new table."""
    async with opened(any_url) as older:
        with older.entered() as client:
            await client.execute_query("DROP TABLE leases")
            await client.execute_query("DELETE FROM tortoise_migrations WHERE name = '0004_leases'")
        journal = DatabaseJournal(older)
        await record(journal, key("D-0"), opening("D-0"))

        async def works() -> None:
            for number in range(1, 6):
                name = f"D-{number}"
                await record(journal, key(name), opening(name))
                event, effect = letter(key(name))
                await record(journal, key(name), [event], effects=[effect])

        async def upgrades() -> None:
            async with opened(any_url) as newer:
                leases = DatabaseLeases(newer)
                assert await leases.take("mailbox:acme", "neuf", seconds=20) == "neuf"
                await record(DatabaseJournal(newer), key("N-0"), opening("N-0"))

        await asyncio.gather(works(), upgrades())
        await record(journal, key("D-9"), opening("D-9"))
        rows = await DatabaseOutbox(older).claim(ACME, now=AT, lease_seconds=20, limit=50)
        assert len(rows) == 5
        assert len(await journal.pages()) == 8
