"""SQLite as the house needs it: writers queue up at BEGIN, and a failed BEGIN leaves no lock.

Tortoise begins deferred transactions: one that has read and then writes while another process
wrote in between fails at once, whatever the time limit. BEGIN IMMEDIATE waits its turn. Its own
context doesn't give the lock back when BEGIN fails or is cancelled, which would stop the process.

aiosqlite's thread does what may wait: for another process at BEGIN, for the disk at the commit, and
for long questions. What asks by keys and what is written between the two is done where it is asked
for: handing it to the thread and back takes five times as long as SQLite does. So that they never
meet on the connection, whoever is cancelled while the thread works for him waits for its answer
before he gives the lock back, and the connection is closed under that lock.
The module's name holds "sqlite" because Tortoise's migrations choose their dialect by it.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

import aiosqlite
from tortoise.backends.base.client import TransactionalDBClient, TransactionContext
from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
)
from tortoise.connection import get_connections
from tortoise.exceptions import IntegrityError, OperationalError

ASKED_AT_A_STRETCH = 16
"""Questions after which other tasks have their turn, as they had while the thread answered."""

Answer = tuple[int, Sequence[Any]]
"""How many rows there are or were changed, and the rows."""


@contextmanager
def _in_the_orms_words() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OperationalError(error) from error
    except sqlite3.IntegrityError as error:
        raise IntegrityError(error) from error


def asked_here(
    connection: aiosqlite.Connection | None, query: str, values: Sequence[Any] | None
) -> Answer:
    """A statement run in the thread that asks, as Tortoise's own `execute_query` answers."""
    assert connection is not None
    plain = connection._conn
    before = plain.total_changes
    with _in_the_orms_words():
        rows = plain.execute(query, values or ()).fetchall()
    return (plain.total_changes - before) or len(rows), rows


class PatientConnection(aiosqlite.Connection):
    """aiosqlite's, which a cancelled task leaves once the thread has answered, and not before."""

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if not self._running or not self._connection:
            raise ValueError("Connection closed")
        answer = asyncio.get_running_loop().create_future()
        self._tx.put_nowait((answer, partial(fn, *args, **kwargs)))
        try:
            return await asyncio.shield(answer)
        except asyncio.CancelledError:
            while not answer.done():
                with suppress(asyncio.CancelledError):
                    await asyncio.wait({answer})
            raise


class ImmediateTransaction(SqliteTransactionWrapper):
    """A transaction that takes the write lock when it begins, and then waits for nobody."""

    async def execute_query(self, query: str, values: list[Any] | None = None) -> Answer:
        """The rows of a statement."""
        return asked_here(self._connection, query, values)

    async def execute_many(self, query: str, values: list[list[Any]]) -> None:
        """Run a statement for each list of values."""
        with _in_the_orms_words():
            self._connection._conn.executemany(query, values)

    async def begin(self) -> None:
        """Take the write lock, waiting for it as long as `busy_timeout` says."""
        try:
            await self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise OperationalError(error) from error

    async def commit(self) -> None:
        """Commit; a disk that is full says so here."""
        try:
            await super().commit()
        except sqlite3.OperationalError as error:
            await self._connection.rollback()
            raise OperationalError(error) from error

    async def execute_script(self, query: str) -> None:
        """Run the statements one by one: sqlite3's own script call commits before it begins."""
        for statement in query.split(";"):
            if statement.strip():
                await self.execute_query(statement)


class ImmediateContext(SqliteTransactionContext):
    """Gives the lock back when the transaction could not begin."""

    async def __aenter__(self) -> TransactionalDBClient:
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            await self.connection.begin()
        except BaseException:
            # Whoever is cancelled in it may have begun nevertheless.
            try:
                await self._undo()
            finally:
                self._trxlock.release()
            raise
        self.token = get_connections().set(self.connection_name, self.connection)
        entered: TransactionalDBClient = self.connection
        return entered

    async def _undo(self) -> None:
        if self.connection._connection:
            await self.connection._connection.rollback()


class ImmediateClient(SqliteClient):
    """The connection that `engine` names."""

    _asked = 0  # questions answered in the thread that asks
    _waits_for_nobody = False  # a reader: there is a write-ahead log

    def _in_transaction(self) -> TransactionContext:
        return ImmediateContext(ImmediateTransaction(self), self._lock)

    async def execute_many(self, query: str, values: list[list[Any]]) -> None:
        """Run a statement for each list of values, in a transaction that nothing leaves open."""
        async with self._in_transaction() as transaction:
            await transaction.execute_many(query, values)

    async def execute_here(self, query: str, values: list[Any] | None = None) -> Answer:
        """The rows of a question by keys; a reader of a write-ahead log waits for no writer."""
        if not self._waits_for_nobody:
            answer: Answer = await self.execute_query(query, values)
            return answer
        self._asked += 1
        if not self._asked % ASKED_AT_A_STRETCH:
            await asyncio.sleep(0)
        async with self.acquire_connection() as connection:
            return asked_here(connection, query, values)

    async def create_connection(self, with_db: bool) -> None:
        """Connect; a connection whose pragmas fail is closed, or its thread would never end."""
        if self._connection is not None:
            return
        try:
            self._connection = await self._opened()
            self._connection._conn.row_factory = sqlite3.Row
            for pragma, value in self.pragmas.items():
                await (await self._connection.execute(f"PRAGMA {pragma}={value}")).close()
            # As SQLite has it: not every file system bears the log that was asked for.
            [(mode,)] = await self._connection.execute_fetchall("PRAGMA journal_mode")
            self._waits_for_nobody = mode == "wal"
            await self._post_connect()
        except BaseException:
            await super().close()
            raise

    async def _opened(self) -> aiosqlite.Connection:
        """Open to both threads: SQLite serialises what they ask (its default threading mode)."""
        return await PatientConnection(self._connect, iter_chunk_size=64)

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self.filename, isolation_level=None, check_same_thread=False)

    async def close(self) -> None:
        """Close once nobody is in the middle of anything."""
        if self._connection is None:
            return
        async with self._lock:
            await super().close()


def get_client_class(db_info: dict[str, Any]) -> type[SqliteClient]:
    """What Tortoise asks the module that `engine` names."""
    return ImmediateClient
