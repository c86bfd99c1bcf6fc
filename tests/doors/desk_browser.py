"""A browser without a screen for the desk's tests: keeps cookies, says where it comes from."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2

from fakes.clock import FakeClock
from flows.world import ROOT
from relance_mailer.adapters.render import MailRenderer
from relance_mailer.flows.colleagues import add_colleague
from relance_mailer.flows.house import House
from relance_mailer.ports import DeskRole
from relance_mailer.store.colleagues import DatabaseColleagues
from relance_mailer.store.database import Database
from relance_mailer.store.inbox import DatabaseInbox
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.store.lookup import DatabaseLookup
from relance_mailer.store.outbox import DatabaseOutbox
from relance_mailer.store.register import DatabaseRegister
from relance_mailer.web.app import build_app
from relance_mailer.web.desk import Desk
from relance_mailer.web.passwords import hashed

URL = "http://127.0.0.1:8025"
PASSWORD = "une phrase assez longue"
_KEPT: list[str] = []  # hashing takes a tenth of a second: once is enough
OURS = {"Sec-Fetch-Site": "same-origin"}


@dataclass
class RealTime:
    """The time of machines; a test moves it."""

    at: datetime = datetime(2026, 10, 5, 7, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def passes(self, **span: float) -> None:
        """Time goes by."""
        self.at += timedelta(**span)


@dataclass
class Browser:
    """A desk and somebody in front of it."""

    client: httpx2.AsyncClient
    desk: Desk
    time: RealTime
    people: DatabaseColleagues = field(init=False)

    def __post_init__(self) -> None:
        assert isinstance(self.desk.colleagues, DatabaseColleagues)
        self.people = self.desk.colleagues

    async def has(self, name: str, role: DeskRole = DeskRole.AGENT) -> None:
        """Somebody may sign in with `PASSWORD`."""
        if not _KEPT:
            _KEPT.append(await hashed(PASSWORD))
        await add_colleague(self.people, name, role, _KEPT[0], at=self.time(), where="test")

    async def posts(self, path: str, **form: str) -> httpx2.Response:
        """A form of one of our own pages is sent."""
        return await self.client.post(path, data=form, headers=OURS)

    async def signs_in(self, name: str, password: str = PASSWORD) -> httpx2.Response:
        """The form of the door."""
        return await self.posts("/entrer", name=name, password=password)


@asynccontextmanager
async def browsing(database: Database, **desk: Any) -> AsyncIterator[Browser]:
    """A desk on this database, and nobody signed in yet."""
    time = RealTime()
    house = House(
        clock=FakeClock(datetime(2026, 10, 5, 9, tzinfo=UTC)),
        journal=DatabaseJournal(database),
        outbox=DatabaseOutbox(database, real_now=time),
        inbox=DatabaseInbox(database),
        lookup=DatabaseLookup(database),
        register=DatabaseRegister(database),
        renderer=MailRenderer((ROOT / "templates",)),
    )
    made = Desk(
        **{
            "house": house,
            "creditors": {},
            "colleagues": DatabaseColleagues(database),
            "real_now": time,
            "secret": "s" * 64,
            "public_url": URL,
            **desk,
        }
    )
    transport = httpx2.ASGITransport(app=build_app(made))
    async with httpx2.AsyncClient(transport=transport, base_url=URL) as client:
        yield Browser(client=client, desk=made, time=time)
