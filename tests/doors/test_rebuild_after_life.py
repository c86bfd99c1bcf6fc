"""What the caches say after months of a random life is what `rebuild` makes of the journal."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, time
from pathlib import Path

from doors.conftest import opened
from flows.world import US
from relance_mailer.flows.house import House
from relance_mailer.flows.keep_journal import anchors_of, rebuild
from relance_mailer.outward.managing import Telling
from relance_mailer.store.archive import reading
from relance_mailer.store.bringing_back import bring_back
from relance_mailer.store.database import Database
from relance_mailer.store.inbox import DatabaseInbox
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.store.keeping import About, back_up, checked
from relance_mailer.store.lookup import DatabaseLookup
from relance_mailer.store.outbox import DatabaseOutbox
from relance_mailer.store.portable import count_of
from relance_mailer.store.register import DatabaseRegister
from simulation.life import Life

LEAST_ENTRIES = 90
CACHES = ("dossier_index", "traces", "queue_lines")


def on_database(life: Life, database: Database) -> House:
    """The life's house with the real store behind its ports."""
    return replace(
        life.world.house,
        journal=DatabaseJournal(database),
        outbox=DatabaseOutbox(database, real_now=life.world.clock.now),
        inbox=DatabaseInbox(database),
        lookup=DatabaseLookup(database),
        register=DatabaseRegister(database),
    )


@asynccontextmanager
async def a_life(url: str, seed: int) -> AsyncIterator[tuple[Life, Database]]:
    """Some months of six debtors, their ledger, their replies and our mishaps."""
    life = Life(seed=seed, start=date(2025, 2, 1), end=date(2025, 5, 31), mishaps=True)
    async with opened(url) as database:
        life.world.house = on_database(life, database)
        telling = Telling(level="reminder_3", business_days=5)
        life.world.creditor = replace(life.world.creditor, telling=telling)
        await life.live()
        # A pass without mishaps: one that waited leaves yesterday's day of the next look behind.
        life.trouble = None
        await life._pass(date(2025, 6, 3), time(9))
        yield life, database


async def rebuilt(life: Life, house: House) -> tuple[str, ...]:
    """What the command `rebuild` would say."""
    found = await rebuild(house, {US: life.world.creditor})
    assert found.unreadable == ()
    return found.differed


async def test_rebuild_changes_nothing_after_a_life_nor_after_it_was_brought_back(
    any_url: str, tmp_path: Path
) -> None:
    """The caches that ran, those made anew, and those of a restored backup say the same."""
    on_sqlite = any_url.startswith("sqlite")
    async with a_life(any_url, 411 if on_sqlite else 412) as (life, database):
        house = life.world.house
        assert await rebuilt(life, house) == ()
        verified = await house.journal.verify(await house.journal.heads())
        assert (verified.broken, verified.entries > LEAST_ENTRIES) == ((), True)
        about = About(
            made_at=house.clock.now(), software="1", creditors=(US,), key_mark="", files={}
        )
        kept = tmp_path / "vie.zip"
        await back_up(database, kept, about)
        with database.entered() as client:
            lines = {table: await count_of(client, table) for table in CACHES}
    back = f"sqlite://{tmp_path}/revenue.db"
    if on_sqlite:
        with reading(kept) as archive:
            await bring_back(back, archive, checked(archive, anchors_of(())), {})
        async with opened(back) as database:
            assert await rebuilt(life, on_database(life, database)) == ()
            with database.entered() as client:
                for table in CACHES:
                    await client.execute_query(f'DELETE FROM "{table}"')
            assert await rebuilt(life, on_database(life, database))
            assert await rebuilt(life, on_database(life, database)) == ()
            with database.entered() as client:
                assert {table: await count_of(client, table) for table in CACHES} == lines
