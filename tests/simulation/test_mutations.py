"""The simulation's own honesty: a promise that is broken in the house on purpose is seen broken."""

from collections import Counter

import pytest

from relance_mailer.daemon.logs import log_nothing
from relance_mailer.simulate.run import run
from simulation.mutations import MUTATIONS, STORIES, Mutation, storm

LEAST = {"P3": 3, "P6": 1, "P7": 1, "P8": 1, "P9": 3}


@pytest.fixture(autouse=True)
def quiet() -> None:
    log_nothing()


@pytest.mark.parametrize("story", sorted({one.story for one in MUTATIONS}))
async def test_the_house_as_it_stands_weathers_the_storm(
    story: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    storm(monkeypatch, story)
    ended = await run(STORIES[story])
    assert ended.breaches == ()
    assert ended.letters > 2


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: f"{one.promise}-{one.name}")
async def test_a_broken_house_is_seen(mutation: Mutation, monkeypatch: pytest.MonkeyPatch) -> None:
    storm(monkeypatch, mutation.story)
    mutation.apply(monkeypatch)
    ended = await run(STORIES[mutation.story])
    assert mutation.promise in {one.promise for one in ended.breaches}


def test_promises_are_broken_often_enough() -> None:
    counts = Counter(one.promise for one in MUTATIONS)
    assert all(counts[promise] >= least for promise, least in LEAST.items()), counts
