"""Opening, migrating and closing the database; the one way in for every file of this room.

Several databases may be open in one process, and every task may use each: the ORM's context is
entered for each piece of work instead of being inherited by chance. They must be of one make at a
time, SQLite or PostgreSQL: Tortoise keeps a model's dialect in the model itself. No task is ever
started inside a transaction (it would inherit the transaction's connection), and no network call
is made in one (SQLite has one connection and one lock).
"""

import asyncio
import importlib
import os
import pkgutil
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.context import TortoiseContext, _current_context
from tortoise.migrations.executor import MigrationExecutor, MigrationTarget
from tortoise.transactions import in_transaction

from relance_mailer.ports import Permanent
from relance_mailer.store import queue_lines
from relance_mailer.store.faults import raise_as_fault, translated

APP = "store"
TABLES = "relance_mailer.store.tables"
MIGRATIONS = "relance_mailer.store.migrations"
CONNECTION = "default"

SQLITE_PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",  # NORMAL could lose the "leaving" commit in a power cut
    "busy_timeout": 5000,  # milliseconds
    "journal_size_limit": 67_108_864,
    "secure_delete": "ON",  # an erased body leaves nothing in the file
    "cache_size": -32_768,
}
AT_ONCE = "at_once"  # in the URL of SQLite: no thread of its own, see `sqlite_at_once`
MODE_PATIENCE = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0)  # seconds between tries of the journal mode
POSTGRES_LIMITS = {
    "timeout": 10,  # seconds to connect
    "command_timeout": 60,  # seconds for a statement
    # A daemon that is frozen in the middle of a transaction, or cut off, would keep its rows locked
    # from the others for as long as it sleeps. None of ours waits for anything but the database.
    "server_settings": {"idle_in_transaction_session_timeout": "15s"},
}
MIGRATION_LOCK = 7_352_623  # any number that no other program takes on this database


Keep = Callable[["Database", str], Awaitable[None]]
"""Keeps a database before the migration of that name changes it."""


class Database:
    """An open database; `open_database` makes one."""

    def __init__(self, context: TortoiseContext, sqlite_file: Path | None) -> None:
        self._context = context
        self.sqlite_file = sqlite_file

    @contextmanager
    def _in_context(self) -> Iterator[None]:
        # Tortoise's own `with context` keeps one token, which two tasks would take from each other.
        token = _current_context.set(self._context)
        try:
            with translated():
                yield
        finally:
            _current_context.reset(token)

    @contextmanager
    def entered(self) -> Iterator[BaseDBAsyncClient]:
        """The ORM's context for a piece of work; failures leave it as `ports.Fault`."""
        # As `_in_context`, in one step: every question to the database comes through here.
        token = _current_context.set(self._context)
        try:
            yield self._context.connections.get(CONNECTION)
        except Exception as error:
            raise_as_fault(error)
        finally:
            _current_context.reset(token)

    async def start(self, config: dict[str, Any]) -> None:
        """Read the tables' definitions and prepare the connection."""
        # Tortoise keeps the SQL of inserts by the connection's name, whatever its dialect.
        EXECUTOR_CACHE.clear()
        with self._in_context():
            await self._context.init(config=config)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[BaseDBAsyncClient]:
        """One transaction: committed at the end, rolled back by any exception."""
        with self.entered():
            async with in_transaction(CONNECTION) as client:
                yield client

    async def checkpoint(self) -> None:
        """Empty SQLite's write-ahead log, where an erased body would still be read."""
        if self.sqlite_file is not None:
            with self.entered() as client:
                await client.execute_query("PRAGMA wal_checkpoint(TRUNCATE)")

    async def count_anew(self, *tables: str) -> None:
        """Have PostgreSQL look at tables that grew at once; by itself it does a minute later.

        Until then it takes fifty of many thousand rows for a quarter of all, and reads all of them.
        SQLite looks into its indexes anyway.
        """
        if self.sqlite_file is None:
            with self.entered() as client:
                await client.execute_query("ANALYZE " + ", ".join(tables))

    async def close(self) -> None:
        """Close every connection; without it the process would not end."""
        with self._in_context():
            await self._context.close_connections()


async def open_database(url: str, *, keep: Keep | None = None) -> Database:
    """The database of that URL (`sqlite:///…` or `postgres://…`), with all migrations run.

    A SQLite file that needs migrations is copied first, as `FILE.avant-MIGRATION`; one on a server
    that holds rows is given to `keep`. Raises `Temporary` or `Permanent` in French.
    """
    credentials = _credentials(url)
    database = Database(TortoiseContext(), _sqlite_file(credentials))
    try:
        await database.start(_config(credentials))
        with translated():
            await _try_file(database.sqlite_file, credentials["credentials"].get("journal_mode"))
        await _migrate(database, keep)
    except BaseException:
        await asyncio.shield(database.close())
        raise
    return database


async def connected(url: str) -> Database:
    """The database of that URL as it stands, over one connection, whatever its schema.

    For whoever keeps it or brings it back; everybody else wants `open_database`.
    """
    credentials = _credentials(url)
    if _sqlite_file(credentials) is None:
        credentials["credentials"].update(minsize=1, maxsize=1)
    database = Database(TortoiseContext(), _sqlite_file(credentials))
    try:
        await database.start(_config(credentials))
        with translated():
            await _try_file(database.sqlite_file, credentials["credentials"].get("journal_mode"))
    except BaseException:
        await asyncio.shield(database.close())
        raise
    return database


def known_schema() -> tuple[str, ...]:
    """The migrations that this program knows, in order."""
    modules = pkgutil.iter_modules(importlib.import_module(MIGRATIONS).__path__)
    return tuple(sorted(module.name for module in modules))


async def make_tables(client: BaseDBAsyncClient, schema: str) -> None:
    """In the transaction that runs: the tables as they stood after that migration."""
    executor = _executor(client)
    await executor.recorder.ensure_schema(executor._schema_editor(atomic=False))
    await executor.migrate([MigrationTarget(APP, schema)])


def _credentials(url: str) -> dict[str, Any]:
    with translated():
        expanded = expand_db_url(url)
    credentials: dict[str, Any] = expanded["credentials"]
    if expanded["engine"].endswith("sqlite"):
        credentials["file_path"] = unquote(credentials["file_path"])
        asked = {key: value for key, value in credentials.items() if f"{key}=" in url}
        engine, defaults = "relance_mailer.store.sqlite_client", {**SQLITE_PRAGMAS, **asked}
        if credentials.pop(AT_ONCE, None):
            engine, defaults = "relance_mailer.store.sqlite_at_once", {**defaults}
            defaults.pop(AT_ONCE)
    elif expanded["engine"].endswith("asyncpg"):
        engine, defaults = _postgres_engine(), {**POSTGRES_LIMITS, **credentials}
    else:
        raise Permanent(f"[database] url : sqlite:// ou postgres:// attendu, reçu {url[:12]}…")
    return {"engine": engine, "credentials": {**credentials, **defaults}}


def _postgres_engine() -> str:
    try:
        importlib.import_module("asyncpg")
    except ImportError as error:
        raise Permanent(
            "PostgreSQL demande un complément : installez relance-mailer[postgres]"
        ) from error
    return "relance_mailer.store.asyncpg_client"


def _sqlite_file(connection: dict[str, Any]) -> Path | None:
    file_path = connection["credentials"].get("file_path")
    return Path(file_path) if file_path else None


def _config(connection: dict[str, Any]) -> dict[str, Any]:
    return {
        "connections": {CONNECTION: connection},
        "apps": {
            APP: {"models": [TABLES], "migrations": MIGRATIONS, "default_connection": CONNECTION}
        },
        "use_tz": True,
        "timezone": "UTC",
    }


def _executor(client: BaseDBAsyncClient) -> MigrationExecutor:
    return MigrationExecutor(client, {APP: {"models": [TABLES], "migrations": MIGRATIONS}})


async def _migrate(database: Database, keep: Keep | None) -> None:
    """Run what is pending and fill the cache of the queues, all in one transaction.

    A crash in the middle leaves the old schema. Another process that starts meanwhile waits.
    """
    with database.entered() as client:
        await client.execute_query("SELECT 1")
        pending = [step.migration.name for step in await _executor(client).plan()]
        if not pending and await queue_lines.filled(client):
            return
        if pending:
            await asyncio.to_thread(_keep_copy, database.sqlite_file, pending[0])
    if pending and keep is not None and await _holds_rows(database):
        await keep(database, pending[0])
    async with database.transaction() as client:
        if client.capabilities.dialect == "postgres":
            await client.execute_query(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
        executor = _executor(client)
        # Before it is asked for: on PostgreSQL a missing table would spoil the transaction.
        await executor.recorder.ensure_schema(executor._schema_editor(atomic=False))
        await executor.migrate()
        await queue_lines.fill(client)


async def _holds_rows(database: Database) -> bool:
    """Whether a database on a server has a journal with entries."""
    if database.sqlite_file is not None:
        return False
    with database.entered() as client:
        named = await client.execute_query_dict(
            "SELECT to_regclass('journal') IS NOT NULL AS there"
        )
        if not named[0]["there"]:
            return False
        rows = await client.execute_query_dict("SELECT EXISTS (SELECT 1 FROM journal) AS there")
    return bool(rows[0]["there"])


async def _try_file(sqlite_file: Path | None, journal_mode: str | None) -> None:
    """Open the file once with the plain library: a failing aiosqlite leaves its thread behind.

    Its journal mode is set here, with patience of our own: while another process opens the same
    new file, SQLite refuses the change at once, whatever `busy_timeout` says.
    """
    if sqlite_file is None:
        return
    make_private(sqlite_file)
    for patience in (*MODE_PATIENCE, None):
        try:
            await asyncio.to_thread(_set_mode, sqlite_file, journal_mode)
        except sqlite3.OperationalError as error:
            if patience is None or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            await asyncio.sleep(patience)
        else:
            return


def _set_mode(sqlite_file: Path, journal_mode: str | None) -> None:
    with closing(sqlite3.connect(sqlite_file)) as connection:
        connection.execute("PRAGMA schema_version")
        if journal_mode and journal_mode.isalpha():
            connection.execute(f"PRAGMA journal_mode={journal_mode}")


def make_private(file: Path) -> None:
    """Debtors' data: a file that we create is for its owner alone, and so are its -wal and -shm."""
    with suppress(FileExistsError, FileNotFoundError, PermissionError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _keep_copy(sqlite_file: Path | None, migration: str) -> None:
    """Copy the file with SQLite's own backup: a plain copy would miss the write-ahead log."""
    if sqlite_file is None:
        return
    source = sqlite3.connect(sqlite_file)
    try:
        if not source.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return
        target = sqlite_file.with_name(f"{sqlite_file.name}.avant-{migration}")
        make_private(target)
        copy = sqlite3.connect(target)
        try:
            source.backup(copy)
        finally:
            copy.close()
    finally:
        source.close()
