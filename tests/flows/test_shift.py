"""What the watcher of a mailbox asks for when the mailbox changes hands, or is out of reach."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from fakes.leases import FakeLeases
from relance_mailer.daemon.clockwork import Job
from relance_mailer.daemon.engine import Report
from relance_mailer.daemon.service import Shift
from relance_mailer.daemon.turns import Turns
from relance_mailer.dossier.values import CreditorId
from relance_mailer.ports import Temporary

US = CreditorId("acme")
MAILBOX = f"mailbox:{US}"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


class Mailbox:
    """Pushes when the test says so."""

    def __init__(self) -> None:
        self.pushes: asyncio.Queue[bool] = asyncio.Queue()

    async def wait_for_push(self, folder: str, *, seconds: float) -> bool:
        """Wait for the test."""
        return await self.pushes.get()


class Engine:
    """Runs nothing, and tells what it was asked to run."""

    def __init__(self, mailbox: Mailbox) -> None:
        self.stop = asyncio.Event()
        self.ran: list[Job] = []
        self.fails: set[Job] = set()
        creditor = SimpleNamespace(folders=["INBOX"])
        self.relance = SimpleNamespace(
            creditors={US: creditor},
            doors={US: SimpleNamespace(mailbox=mailbox)},
            house=SimpleNamespace(
                clock=SimpleNamespace(now=lambda: datetime(2026, 1, 1, tzinfo=UTC))
            ),
        )
        self.voice = SimpleNamespace(tells_fault=lambda *words, **named: False)

    async def keep(self, name: str, fault: str) -> None:
        """Nothing is kept."""

    async def run(self, job: Job, creditor: CreditorId) -> Report:
        """One pass."""
        self.ran.append(job)
        return Report(creditor=creditor, job=job, fault="IMAP muet" if job in self.fails else "")


class Time:
    """Real time that a test moves."""

    def __init__(self) -> None:
        self.passed = 0.0

    def seconds(self) -> float:
        """A daemon's clock."""
        return self.passed


class Scene:
    """A shift at work, what it reaches, and what it was asked for."""

    def __init__(self) -> None:
        self.time, self.mailbox = Time(), Mailbox()
        self.engine = Engine(self.mailbox)
        self.leases = FakeLeases(lambda: NOW)
        turns = Turns(leases=self.leases, me="nous", seconds=self.time.seconds)
        engine: Any = self.engine
        self.shift = Shift(engine, US, turns)

    async def until_ran(self, *jobs: Job) -> None:
        """Wait until these ran since the last question."""
        async with asyncio.timeout(10):
            while not set(jobs) <= set(self.engine.ran):
                await turn()
        self.engine.ran.clear()

    async def comes_back(self) -> None:
        """The wait after a fault is over."""
        self.time.passed += 200.0
        self.shift._mailbox._hurry.set()


async def turn() -> None:
    """Let the others run."""
    done = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(done.set_result, None)
    await done


@asynccontextmanager
async def at_work() -> AsyncIterator[Scene]:
    """A shift, until the end of the block."""
    scene = Scene()
    task = asyncio.create_task(scene.shift.serve())
    try:
        yield scene
    finally:
        scene.engine.stop.set()
        async with asyncio.timeout(10):
            await task


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    async with at_work() as one:
        yield one


async def test_who_takes_a_mailbox_looks_into_it_and_at_the_letters_left_behind(
    scene: Scene,
) -> None:
    """Whoever held it may have died with letters in his hands."""
    await scene.until_ran(Job.FETCH_ALL_MAIL, Job.SEND_LETTERS)


async def test_a_push_fetches(scene: Scene) -> None:
    await scene.until_ran(Job.FETCH_ALL_MAIL)
    await scene.mailbox.pushes.put(True)
    await scene.until_ran(Job.FETCH_MAIL)


async def test_what_is_to_be_fetched_while_we_give_way_is_fetched_when_we_come_back(
    scene: Scene,
) -> None:
    """A mailbox out of reach is not asked again and again, and no request is lost by it."""
    await scene.until_ran(Job.FETCH_ALL_MAIL)
    scene.engine.fails = {Job.FETCH_MAIL}
    scene.shift.ask(Job.FETCH_MAIL)
    await scene.until_ran(Job.FETCH_MAIL)
    async with asyncio.timeout(10):
        while scene.shift.watches:
            await turn()
    scene.shift.ask(Job.FETCH_MAIL, Job.FILE_COPIES)
    scene.shift.ask(Job.READ_MAIL)
    async with asyncio.timeout(10):
        while Job.READ_MAIL not in scene.engine.ran:
            await turn()
    assert scene.engine.ran == [Job.READ_MAIL]
    scene.engine.fails, scene.engine.ran = set(), []
    await scene.comes_back()
    await scene.until_ran(Job.FETCH_ALL_MAIL, Job.FILE_COPIES)


async def test_a_fault_of_the_mailbox_leaves_it_to_another(scene: Scene) -> None:
    await scene.until_ran(Job.FETCH_ALL_MAIL)
    scene.shift._give_way(Temporary("IMAP muet"))
    async with asyncio.timeout(10):
        while await scene.leases.held():
            await turn()
    assert await scene.leases.take(MAILBOX, "un autre", seconds=20.0) == "un autre"
