"""Leases: one holder at a time, renewed by him alone, free when their time is over."""

import asyncio
from datetime import timedelta

from contracts.conftest import Store
from relance_mailer.ports import Lease

MAILBOX = "mailbox:acme"


async def test_the_first_holds_it_and_the_others_hear_who_does(store: Store) -> None:
    assert await store.leases.take(MAILBOX, "un", seconds=20) == "un"
    assert await store.leases.take(MAILBOX, "deux", seconds=20) == "un"
    assert await store.leases.held() == (Lease(name=MAILBOX, holder="un"),)


async def test_each_lease_is_one_of_its_own(store: Store) -> None:
    assert await store.leases.take(MAILBOX, "un", seconds=20) == "un"
    assert await store.leases.take("ledger:acme", "deux", seconds=20) == "deux"
    assert [lease.holder for lease in await store.leases.held()] == ["deux", "un"]


async def test_its_holder_renews_it_for_as_long_as_he_lives(store: Store) -> None:
    for _ in range(4):
        assert await store.leases.take(MAILBOX, "un", seconds=20) == "un"
        store.real_time.now += timedelta(seconds=15)
        assert await store.leases.take(MAILBOX, "deux", seconds=20) == "un"


async def test_who_is_heard_of_no_more_loses_it(store: Store) -> None:
    await store.leases.take(MAILBOX, "un", seconds=20)
    store.real_time.now += timedelta(seconds=20)
    assert await store.leases.take(MAILBOX, "deux", seconds=20) == "un"
    store.real_time.now += timedelta(seconds=1)
    assert await store.leases.held() == ()
    assert await store.leases.take(MAILBOX, "deux", seconds=20) == "deux"
    assert await store.leases.take(MAILBOX, "un", seconds=20) == "deux"


async def test_who_wakes_too_late_but_before_the_others_goes_on(store: Store) -> None:
    await store.leases.take(MAILBOX, "un", seconds=20)
    store.real_time.now += timedelta(minutes=5)
    assert await store.leases.take(MAILBOX, "un", seconds=20) == "un"
    assert await store.leases.take(MAILBOX, "deux", seconds=20) == "un"


async def test_what_is_given_back_is_free_at_once(store: Store) -> None:
    await store.leases.take(MAILBOX, "un", seconds=20)
    await store.leases.give_back(MAILBOX, "un")
    assert await store.leases.take(MAILBOX, "deux", seconds=20) == "deux"


async def test_nobody_gives_back_what_another_holds(store: Store) -> None:
    await store.leases.take(MAILBOX, "un", seconds=20)
    await store.leases.give_back(MAILBOX, "deux")
    await store.leases.give_back("ledger:acme", "deux")
    assert await store.leases.take(MAILBOX, "deux", seconds=20) == "un"


async def test_of_many_who_ask_at_the_same_moment_one_holds_it(store: Store) -> None:
    names = [f"n{number}" for number in range(8)]
    for _ in range(3):
        answers = await asyncio.gather(
            *(store.leases.take(MAILBOX, name, seconds=20) for name in names)
        )
        assert len(set(answers)) == 1, answers
        store.real_time.now += timedelta(seconds=21)


async def test_one_that_is_given_back_while_another_asks_is_no_fault(store: Store) -> None:
    """Between being refused and asking by whom, nobody may hold it any more."""
    names = [f"n{number}" for number in range(4)]

    async def works(name: str) -> int:
        held = 0
        for _ in range(60):
            if await store.leases.take(MAILBOX, name, seconds=20) == name:
                held += 1
                await store.leases.give_back(MAILBOX, name)
        return held

    assert sum(await asyncio.gather(*(works(name) for name in names))) > 0
