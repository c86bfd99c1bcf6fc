"""A seat at the desk: one late dossier on a real database, and somebody who decides there."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from html import unescape

import httpx2

from doors.conftest import opened
from doors.desk_browser import OURS, Browser, browsing
from flows.world import ROOT, US, World, paris, row
from relance_mailer.adapters.legal_press import SetPress
from relance_mailer.adapters.typesetting import Typesetter
from relance_mailer.dossier import events as e
from relance_mailer.ports import DeskRole
from relance_mailer.store.database import Database
from relance_mailer.web.typed import as_seen

PAGE = "/dossier/brezance/BZ-1"
TEMPLATES = (ROOT / "templates",)


@dataclass
class Seat:
    """A world with one late dossier, a desk on its database, and somebody signed in."""

    world: World
    browser: Browser
    database: Database

    async def get(self, path: str = PAGE) -> httpx2.Response:
        """A page is opened."""
        return await self.browser.client.get(path)

    async def acts(
        self, slug: str, *, seen: str | None = None, **form: str | list[str]
    ) -> httpx2.Response:
        """The form of an act is sent, of the dossier as it stands or as it was seen."""
        version = await self.seen() if seen is None else seen
        return await self.sends(f"{PAGE}/acte/{slug}", version=version, **form)

    async def seen(self) -> str:
        """The last entry of the dossier as its page carries it now."""
        page = (await self.world.dossier()).key.page
        return as_seen((await self.world.house.journal.read([page]))[page].last)

    async def loses_its_last_entry(self) -> None:
        """The database is put back to the moment before the last entry."""
        with self.database.entered() as client:
            last = "SELECT MAX(id) FROM journal"
            await client.execute_query(f"DELETE FROM journal WHERE id = ({last})")

    async def sends(self, path: str, **form: str | list[str]) -> httpx2.Response:
        """A form of our own page."""
        return await self.browser.client.post(path, data=form, headers=OURS)

    async def enters(self, name: str, role: DeskRole) -> None:
        """Somebody takes the seat."""
        await self.browser.has(name, role)
        await self.browser.signs_in(name)

    async def last(self) -> e.Event:
        """The last event of the dossier."""
        return (await self.world.events())[-1]


@asynccontextmanager
async def seated(url: str) -> AsyncIterator[Seat]:
    """A dossier chased once on 5 October 2026, and a manager at the desk."""
    world = World(paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    async with opened(url) as database, browsing(database) as empty:
        press = SetPress(Typesetter(TEMPLATES), TEMPLATES)
        world.house = replace(empty.desk.house, clock=world.clock, papers=world.papers, press=press)
        desk = browsing(database, house=world.house, creditors={US: world.creditor})
        async with desk as browser:
            await world.works()
            made = Seat(world=world, browser=browser, database=database)
            await made.enters("Anne Roux", DeskRole.MANAGER)
            yield made


def words(answer: httpx2.Response) -> str:
    """What a page says, tags and doubled blanks left out."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())
