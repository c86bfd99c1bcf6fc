"""PostgreSQL as the house needs it: a transaction that can't begin gives its connection back.

Tortoise's own context keeps it, and after as many failures as the pool has connections every
later call would wait for ever. The module's name holds "asyncpg" because Tortoise's migrations
choose their dialect by it. Needs the extra `postgres`.

A connection comes back to the pool as it went out: nothing of ours listens, sets anything or locks
beyond its transaction. asyncpg would ask the server to forget all that, once for every question.
"""

from typing import Any

from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import (
    TransactionalDBClient,
    TransactionContext,
    TransactionContextPooled,
)


class PooledContext(TransactionContextPooled):
    """Gives the connection back when the transaction could not begin."""

    async def __aenter__(self) -> TransactionalDBClient:
        try:
            return await super().__aenter__()
        except BaseException as error:
            if getattr(self, "token", None) is not None:
                self.client._finalized = True  # nothing to roll back: the pool resets what it takes
                await self.__aexit__(type(error), error, error.__traceback__)
            raise


async def _as_it_is(connection: Any) -> None:
    """A transaction that is left open was rolled back by asyncpg before it asks this."""


class PooledClient(AsyncpgDBClient):
    """The pool that `engine` names."""

    async def create_pool(self, **kwargs: Any) -> Any:
        """The pool, whose connections are taken back without a word to the server."""
        return await super().create_pool(reset=_as_it_is, **kwargs)

    def _in_transaction(self) -> TransactionContext:
        return PooledContext(TransactionWrapper(self), self._pool_init_lock)


def get_client_class(db_info: dict[str, Any]) -> type[AsyncpgDBClient]:
    """What Tortoise asks the module that `engine` names."""
    return PooledClient
