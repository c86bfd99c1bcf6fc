"""Bringing a database back from an archive: all of it or nothing, into either make.

The rows go into tables of the archive's own schema, and migrations bring them to today's. On
SQLite this is done in a file of its own, which then takes the database's place by SQLite's own
backup, in one transaction; on PostgreSQL all of it is one transaction. A process that is killed
leaves what stood before.
"""

import asyncio
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tortoise.backends.base.client import BaseDBAsyncClient

from relance_mailer.ports import Permanent
from relance_mailer.store.archive import Archive
from relance_mailer.store.database import (
    Database,
    connected,
    make_private,
    make_tables,
    open_database,
)
from relance_mailer.store.faults import translated
from relance_mailer.store.folds import all_heads
from relance_mailer.store.keeping import (
    Checked,
    Progress,
    copy_sqlite,
    remove_sqlite,
    rows_of,
    shape_of,
)
from relance_mailer.store.portable import (
    BYTES_AT_ONCE,
    MODELS,
    ROWS_AT_ONCE,
    count_of,
    go_on_counting,
    migrations_in,
    put_rows,
    shapes_in,
    values_of,
)

TRUTH = ("journal", "outbox", "inbox", "evidence")
"""A database with a row in one of these holds somebody's work."""

FORGOTTEN = ("inbox_read_at:", "inbox_read_whole_at:", "ledger_synced_at:", "account_paused:")
"""What the register says of the outside is not true of the day on which it is brought back."""

TABLES_OF_TORTOISE = ("tortoise_migrations",)


async def stands_empty(url: str) -> bool:
    """Whether nothing would be lost: no database there, or one without anybody's work."""
    database = await connected(url)
    try:
        async with database.transaction() as client:
            standing = {shape.table for shape in await shapes_in(client)}
            for table in TRUTH:
                if table in standing and await count_of(client, table):
                    return False
        return True
    finally:
        await asyncio.shield(database.close())


async def assert_alone(url: str) -> None:
    """Raise `Permanent` where another process, a daemon say, is seen to use the database."""
    database = await connected(url)
    try:
        if database.sqlite_file is None:
            await _assert_alone_on_server(database)
    finally:
        await asyncio.shield(database.close())
    if database.sqlite_file is not None:
        await asyncio.to_thread(_assert_alone_on_file, database.sqlite_file)


OTHERS = """SELECT pid, COALESCE(application_name, '') AS program,
    COALESCE(host(client_addr), 'cette machine') AS place FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend'
    AND pid <> pg_backend_pid() ORDER BY pid"""


async def _assert_alone_on_server(database: Database) -> None:
    async with database.transaction() as client:
        others = await client.execute_query_dict(OTHERS)
    if others:
        told = ", ".join(f"{row['program'] or 'sans nom'} ({row['place']})" for row in others[:5])
        raise Permanent(
            f"{len(others)} autre(s) session(s) sur cette base : {told} ; arrêtez le service "
            "et fermez ce qui s'en sert"
        )


def _assert_alone_on_file(file: Path) -> None:
    """Only whoever is alone can leave the write-ahead log (every connection holds a lock on it)."""
    try:
        with closing(sqlite3.connect(file, timeout=1)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return  # damaged, say: not a matter of who else uses it
        raise Permanent(
            f"{file} : un autre processus s'en sert ; arrêtez le service d'abord"
        ) from error
    except sqlite3.DatabaseError:
        return


async def bring_back(
    url: str,
    archive: Archive,
    proved: Checked,
    marks: Mapping[str, str],
    *,
    progress: Progress = lambda *_: None,
) -> None:
    """Put an archive that was proved in the database's place; `marks` go into its register.

    Raises `Permanent` or `Temporary`, and has changed nothing then.
    """
    database = await connected(url)
    try:
        if database.sqlite_file is None:
            async with database.transaction() as client:
                await _drop_all(client)
                await _fill(client, archive, proved, marks, progress)
    finally:
        await asyncio.shield(database.close())
    if database.sqlite_file is not None:
        await _bring_back_file(database.sqlite_file, archive, proved, marks, progress)


async def _bring_back_file(
    file: Path, archive: Archive, proved: Checked, marks: Mapping[str, str], progress: Progress
) -> None:
    beside = file.with_name(f".{file.name}.remise")
    remove_sqlite(beside)
    url = f"sqlite://{quote(str(beside.absolute()))}"
    try:
        new = await connected(url)
        try:
            async with new.transaction() as client:
                await _fill(client, archive, proved, marks, progress)
        finally:
            await asyncio.shield(new.close())
        await (await open_database(url)).close()  # to today's schema
        await asyncio.to_thread(_take_the_place, beside, file)
    finally:
        for one in (beside, *beside.parent.glob(f"{beside.name}.avant-*")):
            remove_sqlite(one)


def _take_the_place(new: Path, file: Path) -> None:
    """In one transaction of SQLite's own: a power cut leaves the old database or the new one."""
    make_private(file)
    with (
        translated(),
        closing(sqlite3.connect(new)) as source,
        closing(sqlite3.connect(file, timeout=5)) as target,
    ):
        target.execute("PRAGMA synchronous=FULL")
        source.backup(target)


def set_aside_damaged(file: Path, name: str) -> Path:
    """Give a file that SQLite cannot read another name; nothing stands in its place then."""
    aside = file.with_name(name)
    for tail in ("-wal", "-shm", "-journal", ""):
        part = file.with_name(file.name + tail)
        if part.exists():
            part.rename(aside.with_name(aside.name + tail))
    return aside


def copy_whole(file: Path, name: str) -> Path:
    """Copy a SQLite database beside itself; a damaged one raises `Fault`."""
    target = file.with_name(name)
    if target.exists():
        raise Permanent(f"{target} existe déjà")
    copy_sqlite(file, target)
    return target


async def _drop_all(client: BaseDBAsyncClient) -> None:
    for table in (*(model._meta.db_table for model in MODELS), *TABLES_OF_TORTOISE):
        await client.execute_query(f'DROP TABLE IF EXISTS "{table}"')


async def _fill(
    client: BaseDBAsyncClient,
    archive: Archive,
    proved: Checked,
    marks: Mapping[str, str],
    progress: Progress,
) -> None:
    """The archive's tables with its rows, and what is marked; the heads are compared at the end."""
    manifest = proved.manifest
    await make_tables(client, manifest.schema[-1])
    if await migrations_in(client) != manifest.schema:
        raise Permanent(f"le schéma {manifest.schema[-1]} n'a pas pu être fait")
    for table, total in manifest.tables.items():
        await _fill_table(client, archive, table, total, progress)
    await _mark(client, marks)
    if await all_heads(client) != proved.heads:
        raise Permanent("têtes du journal autres que celles de la sauvegarde : rien n'est fait")


async def _fill_table(
    client: BaseDBAsyncClient, archive: Archive, table: str, total: int, progress: Progress
) -> None:
    shape = shape_of(archive, table)
    rows: list[tuple[Any, ...]] = []
    size = done = 0
    for _, line in rows_of(archive, table):
        if rows and (len(rows) >= ROWS_AT_ONCE or size + len(line) > BYTES_AT_ONCE):
            await put_rows(client, shape, rows)
            done += len(rows)
            rows, size = [], 0
            progress(table, done, total)
        rows.append(values_of(shape, line))
        size += len(line)
    await put_rows(client, shape, rows)
    await go_on_counting(client, shape)
    progress(table, total, total)


async def _mark(client: BaseDBAsyncClient, marks: Mapping[str, str]) -> None:
    for name in FORGOTTEN:
        await _execute(client, 'DELETE FROM "register" WHERE "name" LIKE {}', [f"{name}%"])
    for name, value in marks.items():
        await _execute(client, 'DELETE FROM "register" WHERE "name" = {}', [name])
        await _execute(client, 'INSERT INTO "register" VALUES ({}, {})', [name, value])


async def _execute(client: BaseDBAsyncClient, query: str, values: Sequence[str]) -> None:
    postgres = client.capabilities.dialect == "postgres"
    marks = [f"${n}" if postgres else "?" for n in range(1, len(values) + 1)]
    await client.execute_query(query.format(*marks), list(values))
