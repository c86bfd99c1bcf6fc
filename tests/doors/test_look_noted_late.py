"""A day of the next look that is noted late takes nothing back of what was written meanwhile."""

import asyncio
from contextvars import copy_context
from datetime import timedelta
from itertools import count

import pytest
from tortoise.backends.base.client import BaseDBAsyncClient

from contracts.store_cases import DAY, key, opening, record, told
from doors.conftest import opened
from relance_mailer.dossier import events as e
from relance_mailer.ports import Overtaken
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.store.lookup import DatabaseLookup

LOOKS_MAX = 2_000
SOON, LATER = DAY + timedelta(days=1), DAY + timedelta(days=30)
MEANWHILE = (
    e.ReviewAsked(because="il conteste", reason="dispute"),
    opening(email="direction@zenith-pain.example")[0],
)
"""A line of the index, one of a queue, and an address that names the dossier."""

WAITING = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> \
pg_backend_pid() AND wait_event_type = 'Lock'"


async def waits_behind(client: BaseDBAsyncClient, task: asyncio.Task[None]) -> None:
    """The task waits for a row that this transaction holds."""
    for looked in count():
        assert looked < LOOKS_MAX, "nobody waits"
        assert not task.done(), task
        rows, _ = await client.execute_query(WAITING)
        if rows:
            return


@pytest.mark.parametrize("remembers", [True, False], ids=["known page", "page never read"])
async def test_the_other_commits_between_the_look_and_its_note(
    postgres_url: str, *, remembers: bool
) -> None:
    """On a server, where two commits run at once: the later entry's lines stand."""
    outside = copy_context()
    async with opened(postgres_url) as one, opened(postgres_url) as other:
        here, there = DatabaseJournal(one), DatabaseJournal(other)
        await record(here, key(), opening(), look=DAY)
        look = await told(here, key(), [], look=LATER)
        noted_by = here if remembers else DatabaseJournal(one)
        async with other.transaction() as writing:
            await record(there, key(), MEANWHILE, look=SOON)
            noting = asyncio.create_task(noted_by.commit([look]), context=outside)
            await waits_behind(writing, noting)
        await noting
        [line] = await DatabaseLookup(one).index(key().creditor)
        assert (line.next_look_on, line.reason) == (SOON, "dispute")
        assert (await here.rebuild(lambda dossier: SOON)).differed == ()


async def test_one_that_comes_behind_the_entry_is_overtaken(any_url: str) -> None:
    async with opened(any_url) as one, opened(any_url) as other:
        here, there = DatabaseJournal(one), DatabaseJournal(other)
        await record(here, key(), opening(), look=DAY)
        look = await told(here, key(), [], look=LATER)
        await record(there, key(), MEANWHILE, look=SOON)
        with pytest.raises(Overtaken):
            await here.commit([look])
        assert (await here.rebuild(lambda dossier: SOON)).differed == ()


async def test_a_look_is_noted_where_nothing_was_written_meanwhile(any_url: str) -> None:
    async with opened(any_url) as database:
        journal = DatabaseJournal(database)
        await record(journal, key(), opening(), look=DAY)
        await DatabaseJournal(database).commit([await told(journal, key(), [], look=LATER)])
        [line] = await DatabaseLookup(database).index(key().creditor)
        assert line.next_look_on == LATER
        assert (await journal.rebuild(lambda dossier: LATER)).differed == ()


async def test_a_line_that_was_lost_comes_back_with_the_next_look(any_url: str) -> None:
    async with opened(any_url) as database:
        journal = DatabaseJournal(database)
        await record(journal, key(), opening(), look=DAY)
        with database.entered() as client:
            await client.execute_query("DELETE FROM dossier_index")
        await journal.commit([await told(journal, key(), [], look=LATER)])
        [line] = await DatabaseLookup(database).index(key().creditor)
        assert line.next_look_on == LATER
