"""The simulation's own honesty: a promise that is broken in the house on purpose is seen broken."""

from collections import Counter

import pytest

from relance_mailer.daemon.logs import log_nothing
from relance_mailer.outward import gate
from relance_mailer.simulate.run import BROKEN, run
from simulation import scenes
from simulation.breaks import reader_stands_still
from simulation.layers import nothing_else
from simulation.mutations import MUTATIONS, NOT_SHOWN, Mutation
from simulation.scenes import Scene

GUARDED = [one for one in MUTATIONS if one.unasked and one.broken is not nothing_else]
SCENES = {name: one for name, one in vars(scenes).items() if isinstance(one, Scene)}
PROMISES = [f"P{number}" for number in range(1, 11)]


@pytest.fixture(autouse=True)
def quiet() -> None:
    log_nothing()


@pytest.mark.parametrize("name", sorted(SCENES))
async def test_the_house_as_it_stands_keeps_its_word(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = SCENES[name]
    scene.set(monkeypatch)
    ended = await run(scene.case)
    assert ended.breaches == ()
    assert ended.letters > 0
    assert set(ended.faults) <= {sort.value for sort in scene.faults}
    assert bool(ended.faults) == bool(scene.faults)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: f"{one.promise}-{one.name}")
async def test_a_broken_house_is_seen(mutation: Mutation, monkeypatch: pytest.MonkeyPatch) -> None:
    mutation.scene.set(monkeypatch)
    mutation.apply(monkeypatch)
    ended = await run(mutation.scene.case, only_until_a_breach=False)
    named = {one.promise for one in ended.breaches}
    assert mutation.promise in {one.promise for one in ended.breaches if mutation.told in one.told}
    # A break that only raises would be seen by anybody.
    assert BROKEN not in named, ended.breaches


@pytest.mark.parametrize("mutation", GUARDED, ids=lambda one: f"{one.promise}-{one.name}")
async def test_where_the_gate_still_asks_the_promise_is_kept(
    mutation: Mutation, monkeypatch: pytest.MonkeyPatch
) -> None:
    mutation.scene.set(monkeypatch)
    mutation.broken(monkeypatch)
    ended = await run(mutation.scene.case)
    named = {one.promise for one in ended.breaches}
    assert mutation.promise not in named, ended.breaches
    assert BROKEN not in named, ended.breaches


def test_of_every_check_of_the_gate_a_break_is_seen_or_it_is_said_why_not() -> None:
    shown = {name for one in MUTATIONS for name in one.unasked}
    assert {check.__name__ for check in gate.CHECKS} == shown | set(NOT_SHOWN)
    assert shown.isdisjoint(NOT_SHOWN)


@pytest.mark.parametrize("name", ["HOSTILE", "PROMISES", "DISPUTES"])
async def test_letters_wait_where_the_reader_stands_still(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mail that is fetched and never read is lost to the debtor, and no letter passes it."""
    SCENES[name].set(monkeypatch)
    reader_stands_still(monkeypatch)
    ended = await run(SCENES[name].case)
    assert {one.promise for one in ended.breaches} == {"P4"}
    assert ended.letters > 0


def test_each_promise_is_broken_in_several_ways_and_each_scene_shows_a_break() -> None:
    counts = Counter(one.promise for one in MUTATIONS)
    assert all(counts[promise] >= 3 for promise in PROMISES), counts
    shown = [one.scene for one in MUTATIONS]
    assert all(scene in shown for scene in SCENES.values())
