"""Who of several daemons does what only one of them should: rows that are taken for a while.

A lease is taken and renewed by compare-and-set; nobody leads, and a holder that is heard of no
more loses it when its time is over. Nothing rests on it but peace: what must never happen twice is
guarded by the journal's versions and unique keys, for a holder may wake long after its lease.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.expressions import Q

from relance_mailer.ports import Lease, Temporary
from relance_mailer.store.database import Database
from relance_mailer.store.machine_time import database_now
from relance_mailer.store.tables import LeaseRow

TRIES = 5


class DatabaseLeases:
    """Implements `ports.Leases`; without `real_now` the database's own clock counts."""

    def __init__(self, database: Database, *, real_now: Callable[[], datetime] | None = None):
        self._database = database
        self._real_now = real_now

    async def take(self, name: str, holder: str, *, seconds: float) -> str:
        """Take or renew; answers who holds it now."""
        async with self._database.transaction() as client:
            now = await self._now(client)
            until = now + timedelta(seconds=seconds)
            for _ in range(TRIES):
                free = LeaseRow.filter(Q(holder=holder) | Q(until__lt=now), name=name)
                if await free.using_db(client).update(holder=holder, until=until):
                    return holder
                # Whoever inserts the same name at this moment is waited for, and then found.
                new = LeaseRow(name=name, holder=holder, until=until)
                await LeaseRow.bulk_create([new], ignore_conflicts=True, using_db=client)
                found = await LeaseRow.filter(name=name).using_db(client).values_list("holder")
                if found:
                    return str(found[0][0])
                # Its holder gave it back between two statements.
        raise Temporary(f"bail {name} : pris et rendu sans cesse")

    async def give_back(self, name: str, holder: str) -> None:
        """Let others take it at once; what another holds is left."""
        async with self._database.transaction() as client:
            await LeaseRow.filter(name=name, holder=holder).using_db(client).delete()

    async def held(self) -> tuple[Lease, ...]:
        """The leases that have not run out, by name."""
        with self._database.entered() as client:
            now = await self._now(client)
            rows = LeaseRow.filter(until__gte=now).using_db(client).order_by("name")
            return tuple(Lease(name=row.name, holder=row.holder) for row in await rows)

    async def _now(self, client: BaseDBAsyncClient) -> datetime:
        return await database_now(client) if self._real_now is None else self._real_now()
