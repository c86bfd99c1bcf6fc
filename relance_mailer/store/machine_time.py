"""The time that leases are counted in: one clock for all machines on a database, its own.

The clocks of two machines differ by seconds or by hours, and one of them may be set back: a lease
counted by both would be held by both, or by none. SQLite has no clock but its machine's, and no
other machine either.
"""

from datetime import UTC, datetime

from tortoise.backends.base.client import BaseDBAsyncClient

ON_POSTGRES = "SELECT clock_timestamp() AS now"
ON_SQLITE = "SELECT strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now') AS now"


async def database_now(client: BaseDBAsyncClient) -> datetime:
    """The moment by the database's own clock, aware, in UTC."""
    if client.capabilities.dialect == "postgres":
        (row,) = await client.execute_query_dict(ON_POSTGRES)
        moment: datetime = row["now"]
        return moment.astimezone(UTC)
    (row,) = await client.execute_query_dict(ON_SQLITE)
    return datetime.fromisoformat(row["now"])
