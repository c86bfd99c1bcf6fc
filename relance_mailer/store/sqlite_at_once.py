"""SQLite without a thread of its own: each statement is run where it is asked for.

For the simulation, where thousands of passes follow one another in one thread and nobody else
waits; the daemon must not do this, its network would wait for the disk. Named by `at_once=1` in
the database's URL.
"""

import sqlite3
from asyncio import Future
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import aiosqlite
from tortoise.backends.base.client import TransactionContext
from tortoise.backends.sqlite.client import SqliteClient
from tortoise.exceptions import IntegrityError, OperationalError

from relance_mailer.store.sqlite_client import (
    ImmediateClient,
    ImmediateContext,
    ImmediateTransaction,
)

OPTION = "at_once"


class _AtOnce:
    """aiosqlite's queue to its thread, with the work done as it is put in."""

    def put_nowait(self, item: tuple[Future[Any] | None, Callable[[], Any]]) -> None:
        """Do it, and tell whoever waits."""
        future, function = item
        try:
            result = function()
        except Exception as error:
            if future is None:
                raise
            future.set_exception(error)
        else:
            if future is not None:
                future.set_result(result)


@contextmanager
def _in_the_orms_words() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OperationalError(error) from error
    except sqlite3.IntegrityError as error:
        raise IntegrityError(error) from error


def _asked(
    connection: aiosqlite.Connection | None, query: str, values: Sequence[Any] | None
) -> tuple[int, list[Any]]:
    """As Tortoise's own: the rows, and how many there are or were changed."""
    assert connection is not None
    plain = connection._conn
    before = plain.total_changes
    with _in_the_orms_words():
        rows = plain.execute(query, values or ()).fetchall()
    return (plain.total_changes - before) or len(rows), rows


class AtOnceTransaction(ImmediateTransaction):
    """A transaction whose statements take no way round."""

    async def execute_query(
        self, query: str, values: list[Any] | None = None
    ) -> tuple[int, Sequence[Any]]:
        """The rows of a statement."""
        return _asked(self._connection, query, values)

    async def execute_many(self, query: str, values: list[list[Any]]) -> None:
        """Run a statement for each list of values."""
        with _in_the_orms_words():
            self._connection._conn.executemany(query, values)


class AtOnceClient(ImmediateClient):
    """The client that `engine` names."""

    async def execute_query(
        self, query: str, values: list[Any] | None = None
    ) -> tuple[int, Sequence[Any]]:
        """The rows of a statement; nobody else is in the middle of one, there is one thread."""
        if self._connection is None:
            await self.create_connection(with_db=True)
        return _asked(self._connection, query, values)

    def _in_transaction(self) -> TransactionContext:
        return ImmediateContext(AtOnceTransaction(self), self._lock)

    async def create_connection(self, with_db: bool) -> None:
        """Connect in this thread; aiosqlite's own is never started."""
        if self._connection is not None:
            return
        connection = aiosqlite.connect(self.filename, isolation_level=None)
        connection._tx = _AtOnce()  # type: ignore[assignment]  # all that is asked of a queue
        self._connection = await connection._connect()
        self._connection._conn.row_factory = sqlite3.Row
        for pragma, value in self.pragmas.items():
            await (await self._connection.execute(f"PRAGMA {pragma}={value}")).close()
        await self._post_connect()


def get_client_class(db_info: dict[str, Any]) -> type[SqliteClient]:
    """What Tortoise asks the module that `engine` names."""
    return AtOnceClient
