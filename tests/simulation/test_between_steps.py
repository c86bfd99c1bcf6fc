"""What goes wrong between two steps of a pass, and between a letter's announcement and its dot."""

import pytest

from contracts.simulated import Ordered
from relance_mailer.ports import Handover, Refused, Stayed, Taken, Temporary, Unsure
from relance_mailer.simulate import mishaps
from relance_mailer.simulate import world as simulated
from relance_mailer.simulate.case import Case
from relance_mailer.simulate.clock import RIGHT
from relance_mailer.simulate.mishaps import LASTS, Mishap
from relance_mailer.simulate.run import run
from relance_mailer.simulate.servers import PostOffice
from relance_mailer.simulate.world import World

CLOCKS = (Mishap.CLOCK_AHEAD, Mishap.CLOCK_BEHIND)


def holds(world: World, sort: Mishap) -> bool:
    return world.weather.lasts(sort) and (sort not in CLOCKS or world.clock.skew != RIGHT)


def steps(world: World) -> None:
    for _ in range(simulated.STEPS_MAX):
        world.crossed()


@pytest.mark.parametrize("sort", list(LASTS), ids=lambda sort: sort.name)
def test_a_spell_begins_between_two_steps_of_a_pass(
    sort: Mishap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(simulated, "IN_THE_MIDST", 1.0)
    world = World(Case(seed=3, days=2, often=((sort.value, 1.0),)))
    world.day_begins()
    assert not holds(world, sort)
    steps(world)
    assert holds(world, sort)


@pytest.mark.parametrize("sort", CLOCKS, ids=lambda sort: sort.name)
def test_nobody_touches_the_clock_while_a_letter_is_at_the_door(
    sort: Mishap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(simulated, "IN_THE_MIDST", 1.0)
    world = World(Case(seed=3, days=2, often=((sort.value, 1.0),)))
    world.day_begins()
    world.office.in_hand = 1
    steps(world)
    assert world.clock.skew == RIGHT
    world.office.in_hand = 0
    world.crossed()
    assert world.clock.skew != RIGHT


def test_the_clock_is_set_right_between_two_steps_once_its_spell_is_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = World(Case(seed=3, days=2, often=((Mishap.CLOCK_AHEAD.value, 1.0),)))
    monkeypatch.setattr(simulated, "IN_THE_MIDST", 0.0)
    world.day_begins()
    world.clock.go_on(world.clock.true + LASTS[Mishap.CLOCK_AHEAD][1])
    monkeypatch.setattr(simulated, "IN_THE_MIDST", 1.0)
    for _ in range(3):  # whoever comes is not sent for again
        world.clocks_are_looked_at()
    assert world.clock.skew != RIGHT
    steps(world)
    assert world.clock.skew == RIGHT


async def offered(office: PostOffice) -> Handover | None:
    """What the server says; None where it was given up before the letter was announced."""
    announced = []

    async def leaving() -> None:
        announced.append(True)

    try:
        answer = await office.hand_over(
            b"Subject: un\r\n\r\n",
            envelope_from="relances@relance.test",
            recipients=["compta@client.example"],
            envelope_id="K7Q2M",
            leaving=leaving,
        )
    except Temporary:
        assert not announced
        return None
    assert announced
    assert not office.in_hand
    return answer


@pytest.mark.parametrize(
    ("sort", "ends"),
    [
        (Mishap.SMTP_421, {(None, 0), (Stayed, 0), (Refused, 0)}),
        (Mishap.SMTP_SILENT, {(None, 0), (Unsure, 0), (Unsure, 1)}),
        (Mishap.SMTP_SLOW, {(Taken, 1)}),
    ],
    ids=["421", "silence", "slow"],
)
async def test_a_server_gives_up_before_the_letter_in_it_and_behind_it(
    sort: Mishap, ends: set[tuple[type | None, int]]
) -> None:
    office = PostOffice(Ordered([sort]))
    seen = set()
    for _ in range(40):
        taken: list[object] = []
        office.deliver = taken.append
        answer = await offered(office)
        seen.add((type(answer) if answer else None, len(taken)))
    assert seen == ends


async def test_a_process_dies_between_the_announcement_and_the_final_dot(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of such a letter nobody can know whether it left: it is a human's, and never sent again."""
    monkeypatch.setattr(mishaps, "AT_THE_DOOR", {Mishap.CRASH: 0.3, Mishap.POWER_CUT: 0.1})
    others = tuple(sort.value for sort in Mishap if sort not in mishaps.AT_THE_DOOR)
    rare = tuple((sort.value, 0.0) for sort in mishaps.AT_THE_DOOR)
    case = Case(seed=6, days=30, dossiers=4, without=others, often=rare)
    ended = await run(case)
    assert ended.breaches == (), case.command()
    assert ended.letters > 0
    assert ended.faults[Mishap.CRASH] > 0
    assert ended.deaths >= sum(ended.faults.values()) > 1
