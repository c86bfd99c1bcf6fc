"""SQLite without a thread of its own: each statement is run where it is asked for.

For the simulation, where thousands of passes follow one another in one thread and nobody else
waits; the daemon must not do this, its network would wait for the disk. Named by `at_once=1` in
the database's URL.
"""

from asyncio import Future
from collections.abc import Callable
from typing import Any

import aiosqlite
from tortoise.backends.sqlite.client import SqliteClient

from relance_mailer.store.sqlite_client import Answer, ImmediateClient, asked_here


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


class AtOnceClient(ImmediateClient):
    """The client that `engine` names."""

    async def execute_query(self, query: str, values: list[Any] | None = None) -> Answer:
        """The rows of a statement; nobody else is in the middle of one, there is one thread."""
        if self._connection is None:
            await self.create_connection(with_db=True)
        return asked_here(self._connection, query, values)

    execute_here = execute_query

    async def _opened(self) -> aiosqlite.Connection:
        """Open in this thread; aiosqlite's own is never started."""
        connection = aiosqlite.connect(self.filename, isolation_level=None)
        connection._tx = _AtOnce()  # type: ignore[assignment]  # all that is asked of a queue
        return await connection._connect()


def get_client_class(db_info: dict[str, Any]) -> type[SqliteClient]:
    """What Tortoise asks the module that `engine` names."""
    return AtOnceClient
