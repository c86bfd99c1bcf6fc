"""Fetching: nothing lost, nothing twice, whatever humans and servers do to the mailbox."""

from collections.abc import Sequence
from typing import Any

import pytest

from flows.world import World, paris, row
from relance_mailer.ports import Fate, FolderView, RawMessage, Temporary


@pytest.fixture
async def world() -> World:
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    await world.syncs()
    return world


async def test_a_message_is_fetched_once(world: World) -> None:
    world.writes("Bonjour")
    assert (await world.fetches()).total == 1
    assert (await world.fetches()).total == 0
    assert (await world.fetches(full=True)).total == 0


async def test_a_folder_made_anew_is_read_again_and_nothing_acted_on_twice(world: World) -> None:
    raw = world.writes("Je règle demain.")
    await world.fetches()
    await world.reads()
    world.mailbox.make("INBOX")
    world.mailbox.put(raw, at=world.clock.at)
    world.writes("Autre message")
    assert (await world.fetches()).total == 1
    read = await world.reads()
    assert len(read.told) == 1


async def test_a_full_pass_finds_what_lies_below_the_high_water_mark(world: World) -> None:
    """A server that gives a message a lower UID than it gave before lies; full passes see it."""
    world.writes("un")
    await world.fetches()
    validity = (await world.mailbox.look("INBOX")).uidvalidity
    await world.house.register.set("uid:brezance:INBOX", f"{validity}:99")
    world.writes("deux")
    assert (await world.fetches()).total == 0
    assert (await world.fetches(full=True)).total == 1


async def test_a_cut_in_the_middle_loses_nothing(world: World) -> None:
    for number in range(120):
        world.writes(f"message {number}")
    fetch = world.mailbox.fetch
    calls = 0

    async def cut(view: object, uids: object) -> tuple[RawMessage, ...]:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise Temporary("connexion coupée")
        return await fetch(view, uids)  # type: ignore[arg-type]

    world.mailbox.fetch = cut  # type: ignore[method-assign]
    first = await world.fetches()
    assert list(first.faults) == ["INBOX"]
    second = await world.fetches()
    assert second.faults == {}
    counts = await world.house.inbox.counts()
    assert counts[Fate.UNREAD] == 120


async def test_what_is_fetched_ahead_waits_for_what_is_written_down(world: World) -> None:
    """The next batch comes meanwhile, but not on top of large ones; a full disk loses neither."""
    small, large = ["petit"] * 60, ["x" * 1024 * 200] * 60
    for number, text in enumerate([*small, *large]):
        world.writes(f"{text} {number}")
    told: list[str] = []
    fetch, keep = world.mailbox.fetch, world.house.inbox.keep
    full = True

    async def seen(view: FolderView, uids: Sequence[int]) -> tuple[RawMessage, ...]:
        told.append("fetch")
        return await fetch(view, uids)

    async def kept(*args: Any, **more: Any) -> int:
        if full:
            raise Temporary("disque plein")
        new = await keep(*args, **more)
        told.append("kept")
        return new

    world.mailbox.fetch = seen  # type: ignore[method-assign]
    world.house.inbox.keep = kept  # type: ignore[method-assign]
    assert (await world.fetches()).total == 0
    assert told == ["fetch", "fetch"]
    full = False
    told.clear()
    assert (await world.fetches()).total == 120
    assert told == ["fetch", "fetch", "kept", "kept", "fetch", "kept"]


async def test_an_inbox_that_was_not_read_whole_does_not_count_as_read(world: World) -> None:
    world.mailbox.fail_next(Temporary("injoignable"))
    await world.fetches()
    planned = await world.plans()
    checks = {refusal.check for one in planned.withheld for refusal in one.refusals}
    assert "inbox_was_read_lately" in checks


async def test_a_message_that_the_server_cannot_read_out_is_shown_to_a_human(world: World) -> None:
    world.writes("lisible")
    uid = world.mailbox.put(b"illisible", at=world.clock.at)
    fetch = world.mailbox.fetch

    async def without(view: object, uids: object) -> tuple[RawMessage, ...]:
        brought = await fetch(view, uids)  # type: ignore[arg-type]
        return tuple(message for message in brought if message.uid != uid)

    world.mailbox.fetch = without  # type: ignore[method-assign]
    assert (await world.fetches()).total == 2
    assert (await world.fetches()).total == 0
    await world.reads()
    waiting = await world.house.inbox.waiting([Fate.UNLINKED])
    raws = await world.house.inbox.raw([kept.digest for kept in waiting])
    assert any(f"UID {uid}".encode() in raw for raw in raws.values())
