"""Whose turn it is: one daemon at a time, the dead passed over, the cut off left out."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from fakes.leases import FakeLeases
from relance_mailer.daemon.turns import LEASE_SECONDS, RENEW_SECONDS, Turns, Watch
from relance_mailer.ports import Temporary

MAILBOX = "mailbox:acme"


class Time:
    """Real time that a test moves, for the database and for the daemons alike."""

    def __init__(self) -> None:
        self.passed = 0.0

    def now(self) -> datetime:
        """The database's clock."""
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=self.passed)

    def seconds(self) -> float:
        """A daemon's clock."""
        return self.passed


class Leases(FakeLeases):
    """A database that may be out of reach, and that a test can wait for."""

    def __init__(self, time: Time) -> None:
        super().__init__(time.now)
        self.gone = False
        self.why: Exception = Temporary("base injoignable")
        self.asked = asyncio.Event()

    async def take(self, name: str, holder: str, *, seconds: float) -> str:
        """Take or renew, if we are reached."""
        self.asked.set()
        if self.gone:
            raise self.why
        return await super().take(name, holder, seconds=seconds)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def leases(time: Time) -> Leases:
    return Leases(time)


def daemon(leases: Leases, time: Time, name: str, dead: str = "") -> Turns:
    return Turns(leases=leases, me=name, is_gone=lambda one: one == dead, seconds=time.seconds)


async def test_a_pass_is_one_daemons_at_a_time(leases: Leases, time: Time) -> None:
    one, two = daemon(leases, time, "un"), daemon(leases, time, "deux")
    async with one.in_turn("plan") as ours:
        assert ours
        async with two.in_turn("plan") as theirs:
            assert not theirs
        async with two.in_turn("ledger") as theirs:
            assert theirs
    async with two.in_turn("plan") as theirs:
        assert theirs


async def test_a_pass_that_fails_gives_its_turn_back(leases: Leases, time: Time) -> None:
    one, two = daemon(leases, time, "un"), daemon(leases, time, "deux")
    with pytest.raises(ZeroDivisionError):
        async with one.in_turn("plan"):
            _ = 1 / 0
    async with two.in_turn("plan") as theirs:
        assert theirs


async def test_without_the_database_a_pass_runs_and_says_itself_why_it_fails(
    leases: Leases, time: Time
) -> None:
    leases.gone = True
    async with daemon(leases, time, "un").in_turn("plan") as ours:
        assert ours


async def test_a_holder_that_died_on_this_machine_is_passed_over_at_once(
    leases: Leases, time: Time
) -> None:
    assert await daemon(leases, time, "mort").take(MAILBOX)
    assert not await daemon(leases, time, "deux").take(MAILBOX)
    assert await daemon(leases, time, "trois", dead="mort").take(MAILBOX)


async def watching(watch: Watch) -> asyncio.Task[None]:
    """A watch that is kept, and ours."""
    task = asyncio.create_task(watch.keep())
    async with asyncio.timeout(10):
        await watch.taken()
    return task


async def end(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait({task})


async def test_a_watch_is_ours_until_its_time_is_over(leases: Leases, time: Time) -> None:
    """Frozen for longer than the lease: it is not ours when we wake, before anything is asked."""
    watch = Watch(daemon(leases, time, "un"), MAILBOX)
    task = await watching(watch)
    time.passed += LEASE_SECONDS - 0.1
    assert watch.is_ours
    time.passed += 0.2
    assert not watch.is_ours
    async with asyncio.timeout(10):
        await watch.lost()
    assert await daemon(leases, time, "deux").take(MAILBOX)
    await end(task)
    assert [lease.holder for lease in await leases.held()] == ["deux"]


async def test_an_orderly_end_gives_the_mailbox_back(leases: Leases, time: Time) -> None:
    task = await watching(Watch(daemon(leases, time, "un"), MAILBOX))
    await end(task)
    assert await leases.held() == ()


@pytest.mark.parametrize("turns_later", range(6))
async def test_an_end_is_heard_though_something_else_happens_at_that_moment(
    leases: Leases, time: Time, turns_later: int
) -> None:
    """A daemon that is stopped while it gives way must not watch on for ever."""
    watch = Watch(daemon(leases, time, "un"), MAILBOX)
    keeping = await watching(watch)
    waiting = asyncio.create_task(_waits_for_ever(watch))
    for _ in range(3):
        await _turn()
    watch._hurry.set()
    watch._changed.set()
    for _ in range(turns_later):
        await _turn()
    for task in (keeping, waiting):
        task.cancel()
    for _ in range(50):
        await _turn()
    ended = (keeping.done(), waiting.done())
    for task in (keeping, waiting):
        task.cancel()
    await asyncio.wait({keeping, waiting})
    assert ended == (True, True)


async def _waits_for_ever(watch: Watch) -> None:
    while True:
        await watch.lost()
        await watch.taken()


async def test_who_cannot_reach_the_mailbox_leaves_it_to_the_next_who_asks(
    leases: Leases, time: Time
) -> None:
    watch = Watch(daemon(leases, time, "un"), MAILBOX)
    task = await watching(watch)
    leases.asked.clear()
    watch.give_way(0.5)
    assert not watch.is_ours
    async with asyncio.timeout(10):
        await watch.lost()
        while await leases.held():
            await _turn()
    assert not leases.asked.is_set()
    other = daemon(leases, time, "deux")
    time.passed += RENEW_SECONDS
    assert not watch.is_ours
    assert await other.take(MAILBOX)
    await end(task)


async def _turn() -> None:
    """Let the others run."""
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_soon(done.set_result, None)
    await done


async def test_alone_one_comes_back_to_it_by_oneself(leases: Leases, time: Time) -> None:
    watch = Watch(daemon(leases, time, "un"), MAILBOX)
    task = await watching(watch)
    watch.give_way(0.0)
    await _turn()
    time.passed += RENEW_SECONDS + 1.5
    watch._hurry.set()
    async with asyncio.timeout(30):
        await watch.taken()
    await end(task)


async def test_the_log_tells_of_the_watch_when_it_changes_hands_and_else_of_nothing(
    leases: Leases, time: Time
) -> None:
    """A mailbox that nobody reaches is given up and taken again every minute: that is no news."""
    watch = Watch(daemon(leases, time, "un"), MAILBOX)
    with capture_logs() as lines:
        task = await watching(watch)
        for _ in range(3):
            await gives_way_and_comes_back(watch, time)
        assert [line["event"] for line in lines] == ["veille prise"]
        watch.give_way(0.0)
        await released(leases)
        assert await daemon(leases, time, "deux").take(MAILBOX)
        time.passed += RENEW_SECONDS + 1.5
        await looks(watch, leases)
        assert [line["event"] for line in lines][1:] == ["veille perdue"]
        time.passed += LEASE_SECONDS
        await looks(watch, leases)
        assert [line["event"] for line in lines][2:] == ["veille prise"]
        await end(task)


async def test_a_database_out_of_reach_is_said_once(leases: Leases, time: Time) -> None:
    watch = Watch(daemon(leases, time, "un"), MAILBOX)
    with capture_logs() as lines:
        task = await watching(watch)
        leases.gone = True
        for _ in range(3):
            await looks(watch, leases)
        leases.gone = False
        await looks(watch, leases)
        leases.gone = True
        await looks(watch, leases)
        await end(task)
    said = [line["event"] for line in lines]
    assert said == ["veille prise", "bail non renouvelé", "base retrouvée", "bail non renouvelé"]


async def test_who_takes_the_watch_over_knows_that_it_was_anothers(
    leases: Leases, time: Time
) -> None:
    """What the other had begun may lie there; coming back to one's own watch is no takeover."""
    watch = Watch(daemon(leases, time, "un"), MAILBOX)
    task = asyncio.create_task(watch.keep())
    async with asyncio.timeout(10):
        assert await watch.taken()
        await gives_way_and_comes_back(watch, time)
        assert not await watch.taken()
    time.passed += LEASE_SECONDS + 1.0
    other = daemon(leases, time, "deux")
    assert await other.take(MAILBOX)
    await looks(watch, leases)
    await other.give_back(MAILBOX)
    await looks(watch, leases)
    async with asyncio.timeout(10):
        assert await watch.taken()
    await end(task)


async def gives_way_and_comes_back(watch: Watch, time: Time) -> None:
    watch.give_way(0.0)
    await _turn()
    time.passed += RENEW_SECONDS + 1.5
    watch._hurry.set()
    async with asyncio.timeout(10):
        while not watch.is_ours:
            await _turn()


async def released(leases: Leases) -> None:
    async with asyncio.timeout(10):
        while await leases.held():
            await _turn()


async def looks(watch: Watch, leases: Leases) -> None:
    """Let it ask the database once more, and draw its conclusion."""
    leases.asked.clear()
    watch._hurry.set()
    async with asyncio.timeout(10):
        await leases.asked.wait()
    for _ in range(5):
        await _turn()


async def test_a_database_out_of_reach_leaves_the_watch_to_its_time(
    leases: Leases, time: Time
) -> None:
    watch = Watch(daemon(leases, time, "un"), MAILBOX)
    task = await watching(watch)
    leases.gone = True
    leases.asked.clear()
    watch._hurry.set()
    async with asyncio.timeout(10):
        await leases.asked.wait()
    assert watch.is_ours
    time.passed += LEASE_SECONDS
    assert not watch.is_ours
    await end(task)


async def test_a_fault_of_our_own_about_a_lease_ends_no_daemon(leases: Leases, time: Time) -> None:
    """What the turn is for still runs, and the watch is asked for again."""
    leases.gone, leases.why = True, IndexError("list index out of range")
    turns = daemon(leases, time, "un")
    async with turns.in_turn("plan") as ours:
        assert ours
    watch = Watch(turns, MAILBOX)
    task = asyncio.create_task(watch.keep())
    leases.asked.clear()
    async with asyncio.timeout(10):
        await leases.asked.wait()
    leases.gone = False
    watch.give_way(0.0)
    time.passed += 60.0
    async with asyncio.timeout(10):
        await watch.taken()
    await end(task)
    assert task.cancelled()
