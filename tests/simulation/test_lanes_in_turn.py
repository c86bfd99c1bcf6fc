"""The lanes of a simulated daemon take turns: none may wait for one that waits for its own."""

import asyncio
from pathlib import Path

import pytest

from relance_mailer.daemon.logs import log_nothing
from relance_mailer.simulate.case import Case, Level
from relance_mailer.simulate.mishaps import Mishap
from relance_mailer.simulate.run import _Stage, run
from simulation.scenes import Scene

SIDE_BY_SIDE = Scene(seed=31, days=3, dossiers=3, faults={Mishap.LANES_TOGETHER: 1.0})
HANGS_AFTER = 120  # seconds; the run takes one


async def test_a_lane_that_looks_outside_keeps_no_other_from_its_step(tmp_path: Path) -> None:
    """The look is one lane's at a time in the real daemon; here nobody would ever go on."""
    stage = _Stage(Case(seed=1, days=1, dossiers=1, level=Level.NONE), tmp_path, eager=True)
    process = await stage.machine.start()
    looking = process.engine.looking
    await looking.acquire()
    second = looking.acquire()
    with pytest.raises(StopIteration):
        second.send(None)
    await stage.machine.stop(process)


async def test_a_daemon_whose_lanes_are_always_mixed_comes_to_its_end() -> None:
    log_nothing()
    async with asyncio.timeout(HANGS_AFTER):
        ended = await run(SIDE_BY_SIDE.case)
    assert ended.breaches == ()
    assert ended.faults[Mishap.LANES_TOGETHER.value] >= ended.passes / 2
    assert ended.letters > 0
