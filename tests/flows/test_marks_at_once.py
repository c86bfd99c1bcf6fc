"""Marks of a database that was brought back: none is lost between machines, or to a clock."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

from fakes.register import FakeRegister
from flows.test_brought_back import Story
from flows.world import US, World, paris
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import MessageId, PageId
from relance_mailer.flows.restored import OTHER_KEY, answered, mark, pending
from relance_mailer.ports import Departure

AT = paris("2026-10-20T09:00")
DEPARTED = Departure(
    at=AT,
    page=PageId("dossier:brezance/BZ-1"),
    seq=9,
    step="1/reminder_1/1",
    message_id=MessageId("relance.a@brezance.example"),
)


class Interrupted(FakeRegister):
    """A register into which somebody else writes after the first look."""

    meanwhile: list[Callable[[], Awaitable[object]]]

    async def get(self, name: str) -> str | None:
        """The value as it stood before the other wrote."""
        value = await super().get(name)
        while self.meanwhile:
            await self.meanwhile.pop()()
        return value


async def test_a_mark_that_comes_while_the_mailbox_answers_an_earlier_one_stays() -> None:
    """Another machine starts meanwhile, and saw letters leave of which nobody else knows."""
    world = World(AT)
    first = await mark(world.house, "restore", since=world.clock.at)
    world.clock.at += timedelta(seconds=5)
    await mark(world.house, "restore", since=world.clock.at, departures=[DEPARTED])
    await answered(world.house, US, first, [US])
    waiting = await pending(world.house, US)
    assert waiting is not None
    assert waiting.departures == (DEPARTED,)


async def test_an_old_answer_is_none_to_a_mark_of_a_clock_that_was_set_back() -> None:
    world = World(AT)
    await answered(world.house, US, await mark(world.house, "restore", since=world.clock.at), [US])
    assert await pending(world.house, US) is None
    world.clock.at -= timedelta(hours=1)
    await mark(world.house, "restore", since=world.clock.at)
    assert await pending(world.house, US) is not None


async def test_two_machines_that_mark_at_once_both_have_their_say() -> None:
    world = World(AT)
    register = Interrupted()
    house = replace(world.house, register=register)
    other = replace(DEPARTED, message_id=MessageId("relance.b@brezance.example"))
    register.meanwhile = [lambda: mark(house, "rolled_back", since=AT, departures=[other])]
    await mark(house, "rolled_back", since=AT, departures=[DEPARTED])
    waiting = await pending(house, US)
    assert waiting is not None
    assert {one.message_id for one in waiting.departures} == {
        DEPARTED.message_id,
        other.message_id,
    }


async def test_a_key_that_changed_once_makes_the_evidence_of_both_marks_incomplete() -> None:
    house = World(AT).house
    await mark(house, "restore", since=AT)
    assert (await mark(house, OTHER_KEY, since=AT)).how == OTHER_KEY
    assert (await mark(house, "rolled_back", since=AT)).how == OTHER_KEY


async def test_a_page_that_grew_again_is_still_seen_to_have_lost_a_letter() -> None:
    story = Story("BZ-1")
    world = story.world
    await story.starts()
    await world.syncs()
    kept = story.keeps()
    await story.works(files=False)
    assert len(world.mailer.delivered) == 1
    story.puts_back(kept)
    for number in range(8):
        note = e.NoteWritten(because="vu", by="Anne", text=f"Vu {number}")
        await world.writes_down("BZ-1", note)
    await story.starts()
    assert await pending(world.house, US) is not None
    await story.works(files=False)
    assert len(world.mailer.delivered) == 1
