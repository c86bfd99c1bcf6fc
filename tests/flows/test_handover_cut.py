"""A letter whose bytes never went counts as not sent, and whoever looks reads why none leaves."""

from dataclasses import replace

from fakes.witness import FakeWitness
from flows.world import World, paris, row
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import LetterState
from relance_mailer.flows.house import outage_key
from relance_mailer.flows.status import status
from relance_mailer.outward.causes import SERVER
from relance_mailer.ports import Departure, OutboxState, Stayed, Temporary

FULL = "departs.jsonl : écriture impossible : No space left on device"


class FullDisk(FakeWitness):
    """The disk beside the database takes nothing more."""

    async def note(self, departure: Departure) -> None:
        """Refused."""
        raise Temporary(FULL)


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
