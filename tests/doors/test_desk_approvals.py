"""Letters to approve stand in plain words on the first page, one click from being read."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from doors.conftest import opened
from doors.desk_browser import browsing
from doors.desk_seat import PAGE, Seat, words
from flows.world import US, World, paris, row
from relance_mailer.dossier import events as e
from relance_mailer.outward.approving import Approval
from relance_mailer.ports import DeskRole


@pytest.fixture
async def seat(sqlite_url: str) -> AsyncIterator[Seat]:
    """A first reminder that is due and that nobody has approved."""
    world = World(paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    async with opened(sqlite_url) as database, browsing(database) as empty:
        world.house = replace(empty.desk.house, clock=world.clock, papers=world.papers)
        world.creditor = replace(world.creditor, approval=Approval())
        async with browsing(database, house=world.house, creditors={US: world.creditor}) as browser:
            await world.works()
            made = Seat(world=world, browser=browser, database=database)
            await made.enters("Anne Roux", DeskRole.MANAGER)
            yield made


async def test_the_first_page_names_the_letter_and_opens_it(seat: Seat) -> None:
    answer = await seat.get("/")
    said = words(answer)
    assert "lettres à approuver 1" in said
    assert "première relance lire et approuver" in said
    assert "reminder_1" not in said
    assert f'href="{PAGE}?acte=accord#acte"' in answer.text
    opened_page = words(await seat.get(f"{PAGE}?acte=accord"))
    assert "Demande 1 500,00 € : reste dû 1 500,00 €" in opened_page.replace("\u00a0", " ")
    assert "Approuver cette lettre" in opened_page


async def test_what_has_no_since_has_no_dash(seat: Seat) -> None:
    for path in ("/", "/file/approval"):
        assert "depuis le –" not in words(await seat.get(path))


async def test_an_approved_letter_leaves_the_list(seat: Seat) -> None:
    page = (await seat.get(f"{PAGE}?acte=accord")).text
    step = page.partition('name="step" value="')[2].partition('"')[0]
    done = await seat.acts("accord", step=step, amount="1500.00", invoices=["FA-1"])
    assert done.status_code == 303
    assert isinstance(await seat.last(), e.LetterApproved)
    assert "lire et approuver" not in words(await seat.get("/"))
