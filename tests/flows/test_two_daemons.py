"""Two daemons on one outbox, one of them frozen before or after any call, whatever happens then.

The first is stopped at each point of its pass in turn, longer than its lease; the other works, a
debtor writes, a doubt is settled; then the first wakes and goes on as if nothing had been.
"""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from flows.world import ROOT, World, paris, row
from relance_mailer.adapters.render import MailRenderer
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import LetterState
from relance_mailer.flows.send_letters import (
    LEASE_SECONDS,
    RETRY_MINUTES,
    TRIES_MAX,
    Posted,
    send_letters,
)
from relance_mailer.ports import OutboxState, Stayed

HOSTILE = "Vous êtes des escrocs et des voleurs, allez vous faire foutre."
PORTS = ("journal", "outbox", "inbox", "lookup", "register")
RENDERER = MailRenderer((ROOT / "templates",))
LONG_PASS = 200
"""More calls than a pass of one letter makes: the last points are never reached."""


@dataclass
class Meanwhile:
    """What happens once, at the n-th point of a pass."""

    at: int
    act: Callable[[], Awaitable[None]]
    points: list[str] = field(default_factory=list)

    async def point(self, name: str) -> None:
        """One more point is reached."""
        self.points.append(name)
        if len(self.points) == self.at:
            await self.act()

    @property
    def happened(self) -> bool:
        return len(self.points) >= self.at


class Stepped:
    """A port before and after whose every call somebody else may act."""

    def __init__(self, port: object, meanwhile: Meanwhile) -> None:
        self._port, self._meanwhile = port, meanwhile

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._port, name)
        if not inspect.iscoroutinefunction(method):
            return method

        async def called(*args: Any, **named: Any) -> Any:
            where = f"{type(self._port).__name__}.{name}"
            await self._meanwhile.point(f"avant {where}")
            answer = await method(*args, **named)
            await self._meanwhile.point(f"après {where}")
            return answer

        return called


async def ready() -> World:
    """A first letter stands in the outbox; real time is business time here."""
    world = World(at=paris("2026-10-05T09:00"))
    world.house = replace(world.house, renderer=RENDERER)
    world.ledger.rows = [row()]
    world.mailer.seconds = lambda: world.clock.at.timestamp()
    await world.syncs()
    await world.fetches()
    await world.plans()
    return world


async def first_sends(world: World, meanwhile: Meanwhile) -> Posted:
    """The first daemon's pass, frozen once."""
    ports = {name: Stepped(getattr(world.house, name), meanwhile) for name in PORTS}
    house = replace(world.house, **ports)  # type: ignore[arg-type]
    mailer: Any = Stepped(world.mailer, meanwhile)
    return await send_letters(house, world.creditor, mailer)


async def every_point(act: Callable[[World], Awaitable[None]]) -> list[tuple[str, World, Posted]]:
    """The pass interrupted at each of its points, in turn; at the end of the list it was whole."""
    told = []
    for at in range(1, LONG_PASS):
        world = await ready()

        async def happens(world: World = world) -> None:
            await act(world)

        meanwhile = Meanwhile(at, happens)
        posted = await first_sends(world, meanwhile)
        if not meanwhile.happened:
            return told
        told.append((meanwhile.points[at - 1], world, posted))
    raise AssertionError("une passe sans fin")


def letters(world: World) -> int:
    return len(world.mailer.delivered)


async def test_a_letter_whose_lease_ran_out_is_moved_on_by_one_of_them() -> None:
    """The other claims it, sends it, settles it: the first finds it gone wherever it was frozen."""

    async def other_sends(world: World) -> None:
        world.clock.at += timedelta(seconds=LEASE_SECONDS + 1)
        await world.sends()

    points = await every_point(other_sends)
    for where, world, _ in points:
        await world.sends()
        assert letters(world) == 1, where
        assert (await world.dossier()).letters[0].state is LetterState.SENT, where
        kinds = await world.kinds()
        assert (kinds.count("LetterLeaving"), kinds.count("LetterSent")) == (1, 1), where
    names = {where for where, _, _ in points}
    assert {"avant FakeMailer.hand_over", "après FakeJournal.commit"} <= names


async def test_an_insult_read_by_the_other_while_the_first_is_frozen_stops_its_letter() -> None:
    """Nothing leaves after the debtor's word is read, at whichever point the first was frozen."""
    before: dict[int, int] = {}

    async def insult(world: World) -> None:
        world.clock.at += timedelta(minutes=5)
        world.writes(HOSTILE)
        await world.fetches()
        await world.reads()
        before[id(world)] = letters(world)

    for where, world, posted in await every_point(insult):
        assert letters(world) == before[id(world)], where
        dossier = await world.dossier()
        assert dossier.phase is Phase.LEGAL, where
        if letters(world) == 0:
            assert not posted.sent, where
            await world.fetches()
            await world.sends()
            state = (await world.dossier()).letters[0].state
            assert state in {LetterState.QUEUED, LetterState.WITHDRAWN}, (where, state)


async def test_a_doubt_that_the_other_settled_stays_settled_when_the_first_wakes() -> None:
    """Frozen between the commit and the dot for longer than doubts wait: unsure, in review, told.

    The letter did not leave, and the human who has to decide can read it.
    """

    async def doubt_is_settled(world: World) -> None:
        world.clock.at += timedelta(minutes=20)
        await world.fetches()
        await world.sends()

    stayed = 0
    for where, world, _ in await every_point(doubt_is_settled):
        dossier = await world.dossier()
        letter = dossier.letters[0]
        if letter.state is not LetterState.UNSURE:
            continue
        kinds = await world.kinds()
        assert dossier.phase is Phase.REVIEW, where
        if letters(world) == 0:
            stayed += 1
            assert kinds[-1] == "LetterStayed", (where, kinds)
        else:
            events = await world.events()
            assert isinstance(events[-1], e.NoteWritten), (where, kinds)
            assert "bien partie" in events[-1].text
        await world.sends()
        assert letters(world) <= 1, where
        counts = await world.house.outbox.counts(world.creditor.id)
        assert counts == {OutboxState.UNSURE: 1}, where
    assert stayed, "aucun gel entre l'écriture du départ et le point final"


async def test_a_letter_that_stayed_is_offered_again_after_a_while() -> None:
    world = await ready()
    world.mailer.answers = [Stayed(text="ligne coupée")]
    posted = await world.sends()
    assert [why for _, why in posted.stayed] == ["ligne coupée"]
    assert (await world.dossier()).letters[0].state is LetterState.QUEUED
    assert (await world.kinds())[-2:] == ["LetterLeaving", "LetterStayed"]
    await world.sends()
    assert letters(world) == 0
    world.goes_to("2026-10-05T09:09")
    await world.fetches()
    await world.sends()
    assert letters(world) == 1


async def test_a_letter_that_is_cut_every_time_is_a_humans() -> None:
    world = await ready()
    world.mailer.answers = [Stayed(text="ligne coupée")] * (TRIES_MAX + 2)
    for minutes in RETRY_MINUTES:
        await world.fetches()
        await world.sends()
        world.clock.at += timedelta(minutes=minutes + 1)
    dossier = await world.dossier()
    assert world.mailer.offered == TRIES_MAX
    assert [asked.reason for asked in dossier.review_reasons] == ["handover_cut"]
    assert dossier.letters[0].state is LetterState.WITHDRAWN
    await world.fetches()
    await world.sends()
    assert world.mailer.offered == TRIES_MAX
    assert letters(world) == 0
