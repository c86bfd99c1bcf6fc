"""The queues in the browser: counted whole, shown a hundred lines at a time, as R12 orders."""

import re
from collections.abc import AsyncIterator
from datetime import date

import pytest

from contracts.store_cases import DAY, key, opening, told
from doors.conftest import opened
from doors.desk_browser import Browser, browsing
from flows.world import US, World, paris
from relance_mailer.dossier import events as e

NUMBER = 230
ROW = re.compile(r'class="row" href="/dossier/brezance/B-(\d+)"')


@pytest.fixture
async def desk(sqlite_url: str) -> AsyncIterator[Browser]:
    """Somebody before a desk of 230 tasks, the n-th of n euros."""
    creditor = World(paris("2026-10-05T09:00")).creditor
    async with opened(sqlite_url) as database, browsing(database, creditors={US: creditor}) as made:
        journal = made.desk.house.journal
        commits = []
        for number in range(1, NUMBER + 1):
            task = e.TaskOpened(because="", task="t", what="Appeler", due_on=date(2027, 1, 1))
            events = [*opening(f"B-{number}", amount=f"{number}.00"), task]
            commits.append(await told(journal, key(f"B-{number}", US), events, look=DAY))
        await journal.commit(commits)
        await made.has("Anne")
        await made.signs_in("Anne")
        yield made


async def test_today_counts_all_and_shows_the_first(desk: Browser) -> None:
    page = await desk.client.get("/")
    assert f"<b>{NUMBER}</b>" in page.text
    assert ROW.findall(page.text) == ["230", "229", "228"]


@pytest.mark.parametrize(
    ("asked", "first", "last", "neighbours"),
    [
        ("", 230, 131, ["2"]),
        ("?page=2", 130, 31, ["1", "3"]),
        ("?page=3", 30, 1, ["2"]),
        ("?page=9", 30, 1, ["2"]),
        ("?page=0", 230, 131, ["2"]),
        ("?page=-1", 230, 131, ["2"]),
        ("?page=²", 230, 131, ["2"]),
        ("?page=99999999999999999999", 230, 131, ["2"]),
    ],
)
async def test_a_queue_is_read_page_by_page(
    desk: Browser, asked: str, first: int, last: int, neighbours: list[str]
) -> None:
    """A number that no page has is the first or the last one, never an error."""
    page = await desk.client.get(f"/file/tasks{asked}")
    assert page.status_code == 200
    assert ROW.findall(page.text) == [str(number) for number in range(first, last - 1, -1)]
    assert re.findall(r'href="/file/tasks\?page=(\d+)"', page.text) == neighbours
    assert "26 565,00" in page.text.replace("\u202f", " ").replace("\xa0", " ")
