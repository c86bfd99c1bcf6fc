"""SQLite as the house needs it: writers queue up at BEGIN, and a failed BEGIN leaves no lock.

Tortoise begins deferred transactions: one that has read and then writes while another process
wrote in between fails at once, whatever the time limit. BEGIN IMMEDIATE waits its turn. Its own
context doesn't give the lock back when BEGIN fails or is cancelled, which would stop the process.
The module's name holds "sqlite" because Tortoise's migrations choose their dialect by it.
"""

import asyncio
import sqlite3
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient, TransactionContext
from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
)
from tortoise.connection import get_connections
from tortoise.exceptions import OperationalError


class ImmediateTransaction(SqliteTransactionWrapper):
    """A transaction that takes the write lock when it begins."""

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
            # The worker thread may still begin what we were cancelled in: undo it behind it.
            await asyncio.shield(self._undo())
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

    def _in_transaction(self) -> TransactionContext:
        return ImmediateContext(ImmediateTransaction(self), self._lock)

    async def create_connection(self, with_db: bool) -> None:
        """Connect; a connection whose pragmas fail is closed, or its thread would never end."""
        try:
            await super().create_connection(with_db)
        except BaseException:
            await self.close()
            raise


def get_client_class(db_info: dict[str, Any]) -> type[SqliteClient]:
    """What Tortoise asks the module that `engine` names."""
    return ImmediateClient
