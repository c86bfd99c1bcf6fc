"""The calendar decides nothing while an answer may lie unread: silence, a broken word."""

import pytest

from flows.world import World, paris, row

WHOLE_COURSE = ("2026-10-05", "2026-10-13", "2026-10-21", "2026-10-29")


@pytest.fixture
async def world() -> World:
    """A debtor who got every letter, on the eve of the day on which he counts as silent."""
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    for day in WHOLE_COURSE:
        world.goes_to(f"{day}T09:00")
        await world.works()
    assert len(world.mailer.delivered) == len(WHOLE_COURSE)
    return world


async def test_an_answer_still_in_the_mailbox_keeps_the_silent_out_of_legal(world: World) -> None:
    world.goes_to("2026-11-12T09:00")
    await world.syncs()
    world.writes("Bonjour, je conteste cette facture : rien n'a été livré.")
    planned = await world.plans()
    assert (planned.stale, planned.moved) == (True, [])
    assert "HandedToLegal" not in await world.kinds()

    await world.fetches()
    assert (await world.plans()).moved == []

    await world.reads()
    await world.plans()
    assert "HandedToLegal" not in await world.kinds()
    assert (await world.dossier()).phase == "review"


async def test_once_everything_is_read_the_silent_one_is_handed_over(world: World) -> None:
    world.goes_to("2026-11-12T09:00")
    await world.syncs()
    assert (await world.plans()).moved == []
    await world.fetches()
    assert [name for _, name in (await world.plans()).moved] == ["HandedToLegal"]


async def test_a_promise_is_not_called_broken_on_an_old_ledger() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    await world.works()
    world.writes("Bonjour, je vous règle le 7 octobre.")
    await world.works()
    world.goes_to("2026-10-13T09:00")
    await world.fetches()
    assert (await world.plans()).moved == []
    await world.syncs()
    assert "PromiseBroken" in [name for _, name in (await world.plans()).moved]
