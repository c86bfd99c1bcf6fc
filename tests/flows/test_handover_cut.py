"""A letter whose bytes never went counts as not sent, and whoever looks reads why none leaves."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from fakes.mailer import FakeMailer
from fakes.witness import FakeWitness
from flows.world import World, paris, row
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import LetterState
from relance_mailer.flows.house import outage_key
from relance_mailer.flows.status import status
from relance_mailer.outward.causes import SERVER
from relance_mailer.ports import Departure, Handover, Outbox, OutboxState, Stayed, Temporary

FULL = "departs.jsonl : écriture impossible : No space left on device"


class FullDisk(FakeWitness):
    """The disk beside the database takes nothing more."""

    async def note(self, departure: Departure) -> None:
        """Refused."""
        raise Temporary(FULL)


async def _turn() -> None:
    """Let the others run."""
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_soon(done.set_result, None)
    await done


async def ready(dossiers: int) -> World:
    """Letters are written and everything was read a moment ago."""
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row(f"BZ-{n}", f"FA-{n}") for n in range(1, dossiers + 1)]
    await world.syncs()
    await world.fetches()
    await world.plans()
    return world


async def test_a_departure_that_cannot_be_noted_leaves_no_letter_in_doubt() -> None:
    world = await ready(3)
    world.house = replace(world.house, witness=FullDisk())
    for minute in range(1, 4):
        world.goes_to(f"2026-10-05T09:0{minute}")
        await world.fetches()
        posted = await world.sends()
        assert FULL in str(posted.faults[0])
    assert await world.house.outbox.counts(world.creditor.id) == {OutboxState.QUEUED: 3}
    rows = await world.house.outbox.in_state(world.creditor.id, [OutboxState.QUEUED])
    assert [one.tries for one in rows] == [0, 0, 0]  # a server's first 451 is no last one
    assert FULL in " ".join((await status(world.house, world.creditor)).waiting_because)
    world.house = replace(world.house, witness=FakeWitness())
    world.goes_to("2026-10-05T09:30")
    await world.fetches()
    for _ in range(3):
        await world.sends()
    assert len(world.mailer.delivered) == 3
    for name in ("BZ-1", "BZ-2", "BZ-3"):
        dossier = await world.dossier(name)
        assert dossier.phase is Phase.RUNNING
        assert [letter.state for letter in dossier.letters] == [LetterState.SENT]


async def test_a_server_that_cuts_every_letter_is_said_and_named_when_the_day_is_missed() -> None:
    world = await ready(2)
    world.mailer.answers = [Stayed(text="connexion perdue")] * 2
    await world.sends()
    told = await status(world.house, world.creditor)
    assert [cause.check for cause in told.causes] == [SERVER]
    assert "connexion perdue" in told.sentence
    missed = await world.house.register.get(outage_key(world.creditor.id))
    assert missed == "2026-10-05 connexion perdue"
    world.goes_to("2026-10-05T09:10")
    await world.fetches()
    await world.sends()
    assert (await status(world.house, world.creditor)).causes == ()


class Tired:
    """An outbox that cannot be written at the moment at which a letter is given back."""

    def __init__(self, outbox: Outbox, refused: asyncio.Event) -> None:
        self._outbox = outbox
        self.refused = refused

    def __getattr__(self, name: str) -> Any:
        return getattr(self._outbox, name)

    async def release(self, ids: Sequence[str]) -> None:
        """Refused once."""
        if ids and not self.refused.is_set():
            self.refused.set()
            raise Temporary("base de données occupée")
        await self._outbox.release(ids)


class TwoLines(FakeMailer):
    """The first letter finds no server while the second one's reply is on its way."""

    def __init__(self, failed: asyncio.Event) -> None:
        super().__init__()
        self.under_way, self.failed = asyncio.Event(), failed

    async def hand_over(self, mime: bytes, **asked: Any) -> Handover:
        """Fail at once, or answer a few turns after that."""
        if not self.offered:
            self.offered += 1
            await self.under_way.wait()
            raise Temporary("connexion refusée")
        leaving = asked.pop("leaving")

        async def left() -> None:
            await leaving()
            self.under_way.set()
            await self.failed.wait()
            for _ in range(10):
                await _turn()  # whoever would cut it off has his

        return await super().hand_over(mime, leaving=left, **asked)


async def test_a_letter_on_its_way_is_not_cut_off_by_the_fault_of_another() -> None:
    world = await ready(2)
    refused = asyncio.Event()
    world.mailer = TwoLines(refused)
    world.creditor = replace(world.creditor, connections=2)
    world.house = replace(world.house, outbox=cast(Outbox, Tired(world.house.outbox, refused)))
    posted = await world.sends()
    assert [str(fault) for fault in posted.faults] == [
        "connexion refusée",
        "base de données occupée",
    ]
    assert len(posted.sent) == 1
    counts = await world.house.outbox.counts(world.creditor.id)
    assert counts == {OutboxState.QUEUED: 1, OutboxState.SENT: 1}
