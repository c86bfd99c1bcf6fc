"""Nobody decides on a dossier that went on since he looked at it, not even in the same instant."""

from dataclasses import replace

import pytest

from flows.world import US, World, paris, row
from relance_mailer.desk.decisions import HoldUntil
from relance_mailer.desk.possible import Impossible
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import DossierId, DossierKey
from relance_mailer.flows.read_mail.corrected import confirm_by_hand
from relance_mailer.flows.work_desk import CHANGED, act
from relance_mailer.ports import LastEntry, Overtaken
from relance_mailer.workdays import add_business_days

KEY = DossierKey(creditor=US, dossier=DossierId("BZ-1"))
NOTE = e.NoteWritten(by="Yann", because="note", text="il a rappelé")


async def _late() -> World:
    world = World(paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    await world.works()
    return world


async def _last(world: World) -> LastEntry:
    return (await world.house.journal.read([KEY.page]))[KEY.page].last


async def _only_what_was_seen_is_decided(world: World, seen: LastEntry) -> None:
    before = await world.kinds()
    until = add_business_days(world.clock.today(), 3)
    hold = HoldUntil(by="Anne", because="vu", until=until)
    refused = await act(world.house, world.creditor, KEY, hold, seen=seen)
    assert refused == Impossible(because=CHANGED)
    assert await world.kinds() == before
    done = await act(world.house, world.creditor, KEY, hold, seen=await _last(world))
    assert not isinstance(done, Impossible)


async def test_a_decision_on_what_has_changed_is_refused_and_writes_nothing() -> None:
    world = await _late()
    seen = await _last(world)
    await world.writes_down("BZ-1", NOTE)
    await _only_what_was_seen_is_decided(world, seen)


async def test_an_entry_of_the_same_number_is_not_what_he_looked_at() -> None:
    """The database was put back under him, and somebody wrote on."""
    world = await _late()
    await world.writes_down("BZ-1", NOTE)
    seen = await _last(world)
    world.store.journal.rows[KEY.page].pop()
    await world.writes_down("BZ-1", replace(NOTE, text="il conteste tout"))
    assert (await _last(world)).version == seen.version
    await _only_what_was_seen_is_decided(world, seen)


async def test_a_reading_is_not_confirmed_on_a_dossier_that_went_on() -> None:
    world = await _late()
    world.writes("Nous contestons cette facture.")
    await world.works()
    dossier = await world.dossier()
    kept = await world.house.inbox.find(dossier.messages[-1])
    assert kept is not None
    seen = await _last(world)
    await world.writes_down("BZ-1", NOTE)
    before = await world.kinds()
    with pytest.raises(Overtaken, match="relisez"):
        await confirm_by_hand(
            world.house, world.creditor, kept, KEY, by="Anne", because="lu", seen=seen
        )
    assert await world.kinds() == before
