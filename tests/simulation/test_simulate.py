"""The simulated world: seeds that hold, the same run for the same seed, what is found kept.

Long runs: `relance simulate --seeds 1-2000 --resume seeds.jsonl`.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from relance_mailer.__main__ import app
from relance_mailer.adapters.shipped import shipped
from relance_mailer.simulate import many
from relance_mailer.simulate import shortest as shorter
from relance_mailer.simulate import world as simulated
from relance_mailer.simulate.case import Case, Level, case_of
from relance_mailer.simulate.many import finished, keep, played, program
from relance_mailer.simulate.mishaps import Mishap
from relance_mailer.simulate.run import BROKEN, run
from relance_mailer.simulate.world import World
from relance_mailer.store import journal
from relance_mailer.store.folds import Folds

SHORT = Case(seed=11, days=14, dossiers=4)
SHARE = [
    *[Case(seed=seed) for seed in (201, 202)],
    *[Case(seed=seed, days=20, dossiers=4) for seed in range(203, 207)],
]


def short(case: Case) -> dict[str, Any]:
    row = played(case)
    return {name: value for name, value in row.items() if name != "seconds"}


@pytest.mark.parametrize("case", SHARE, ids=lambda case: case.seed)
async def test_full_faults_break_no_promise(case: Case) -> None:
    ended = await run(case)
    assert ended.breaches == (), case.command()
    assert ended.letters > 0
    assert sum(ended.faults.values()) > 20


@pytest.mark.parametrize(
    "case", [Case(seed=41, days=7), Case(seed=141, days=46, dossiers=2)], ids=["spring", "autumn"]
)
async def test_the_clocks_are_changed_in_the_middle_of_a_story(case: Case) -> None:
    ended = await run(case)
    assert ended.breaches == (), case.command()
    assert ended.faults[Mishap.SUMMER_TIME] == 1


@pytest.mark.parametrize("sort", [Mishap.UIDVALIDITY, Mishap.EXPUNGED], ids=lambda sort: sort.name)
def test_a_folder_is_touched_between_two_steps_of_a_pass(
    sort: Mishap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(simulated, "IN_THE_MIDST", 1.0)
    world = World(Case(seed=3, days=2, often=((sort.value, 1.0),)))
    world.folders.put(b"Message-ID: <a@b>\r\n\r\nBonjour", at=world.clock.true)
    before = state(world)
    world.day_begins()
    assert state(world) == before
    for _ in range(simulated.STEPS_MAX):
        world.crossed()
    assert state(world) != before
    assert bool(world.truth.withdrawn) is (sort is Mishap.EXPUNGED)


def state(world: World) -> list[tuple[int, tuple[int, ...]]]:
    """The folders as a client would find them."""
    folders = world.folders
    return [(folders._folders[name].uidvalidity, folders.uids(name)) for name in folders.names()]


def test_a_story_without_it_begins_where_no_clock_is_changed() -> None:
    case = Case(seed=41, days=7)
    usual, moved = World(case), World(replace(case, without=(Mishap.SUMMER_TIME.value,)))
    weeks, days_left = divmod((moved.first_day - usual.first_day).days, 7)
    assert (weeks, days_left) == (1, 0)


def test_a_run_is_the_same_where_hardly_a_dossier_stands_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What lies packed in memory comes out as it went in, whatever happened to its dossier."""
    wide = short(SHORT)
    monkeypatch.setattr(journal, "Folds", partial(Folds, open_entries=10))
    assert short(SHORT) == wide


def test_a_seed_plays_the_same_run_whatever_the_order_of_sets() -> None:
    """Another process with another hash seed: letters and journal are the same bytes."""
    words = [f"--{name}" for name in ("seed", "dossiers", "days")]
    figures = [str(SHORT.seed), str(SHORT.dossiers), str(SHORT.days)]
    options = [part for pair in zip(words, figures, strict=True) for part in pair]
    rows = []
    for hashes in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-m", "relance_mailer", "simulate", *options, "--json"],
            env={**os.environ, "PYTHONHASHSEED": hashes},
            capture_output=True,
            check=True,
        )
        rows.append(json.loads(done.stdout))
    first, second = ({k: v for k, v in row.items() if k != "seconds"} for row in rows)
    assert first == second
    assert first["letters"] > 0


async def test_another_seed_is_another_story() -> None:
    calm = replace(SHORT, level=Level.NONE, days=5)
    one, other = await run(calm), await run(replace(calm, seed=12))
    assert one.digest != other.digest
    assert one.faults == {}


def test_the_shortest_failing_run_keeps_its_promise_and_loses_the_rest() -> None:
    def play(case: Case) -> dict[str, Any]:
        fails = case.days >= 9 and case.dossiers >= 2 and "crash" not in case.without
        fails = fails and (case.faults_at_most is None or case.faults_at_most >= 2)
        broken = [{"promise": "P3", "told": "deux fois"}] if fails else []
        injected = {"crash": 3, "uidvalidity": 2}
        if case.without == ("uidvalidity",):
            injected.pop("uidvalidity")
        return {"broken": broken, "played_days": min(case.days, 9), "injected": injected}

    case = Case(seed=5)
    assert shorter.shortest(case, play(case), play=play) == Case(
        seed=5, days=9, dossiers=2, without=("uidvalidity",), faults_at_most=2
    )


def test_a_run_that_ends_in_an_error_is_broken_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(case: Case) -> None:
        raise KeyError(f"dossier {case.seed}")

    monkeypatch.setattr(many, "run", fails)
    row = played(SHORT)
    assert [one["promise"] for one in row["broken"]] == [BROKEN]
    assert "KeyError : 'dossier 11' (test_simulate.py" in row["broken"][0]["told"]
    assert case_of(json.dumps(row)) == SHORT


def test_runs_that_are_finished_are_not_played_again(tmp_path: Path) -> None:
    file, case = tmp_path / "seeds.jsonl", Case(seed=1, days=2)
    row = {**case.row(), "broken": []}
    keep(file, row)
    keep(file, {**row, "seed": 2, "days": 3})
    file.write_text(file.read_text(encoding="utf-8") + '{"seed": 3, "da', encoding="utf-8")
    assert finished(file, case) == {1: {**row, "program": program()}}


def test_runs_of_another_version_of_the_program_are_played_again(tmp_path: Path) -> None:
    file, case = tmp_path / "seeds.jsonl", Case(seed=1, days=2)
    keep(file, {**case.row(), "broken": []})
    told = file.read_text(encoding="utf-8")
    file.write_text(told.replace(program(), "0" * len(program())), encoding="utf-8")
    assert finished(file, case) == {}


@pytest.mark.parametrize(
    "name",
    [
        "relance_mailer/outward/gate.py",
        "relance_mailer/web/templates/base.html",
        "templates/mail/fr/_reminder_1.j2",
        "config/timelines.toml",
    ],
)
def test_whatever_a_run_is_played_with_makes_another_version(tmp_path: Path, name: str) -> None:
    """A copy has the same mark, wherever it stands; one changed line gives it another."""
    folders = [many.PACKAGE, shipped("templates"), shipped("config")]
    copies = [tmp_path / folder.name for folder in folders]
    for folder, copy in zip(folders, copies, strict=True):
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(many.COMPILED))
    assert many.mark_of(copies) == program()
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert many.mark_of(copies) != program()


def test_many_seeds_tell_their_rate_and_go_on_where_they_stopped(tmp_path: Path) -> None:
    file = tmp_path / "seeds.jsonl"
    words = f"simulate --dossiers 1 --days 1 --jobs 1 --json --resume {file} --seeds"
    first = CliRunner().invoke(app, [*words.split(), "1-2"])
    second = CliRunner().invoke(app, [*words.split(), "1-3"])
    assert (first.exit_code, second.exit_code) == (0, 0), first.output + second.output
    rows = [json.loads(line) for line in second.stdout.splitlines()]
    assert [row.get("seed") for row in rows] == [3, None]
    assert rows[-1]["summary"]["seeds"] == 3
    assert rows[-1]["summary"]["seeds_a_minute"] > 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("simulate", "un de --seed N"),
        ("simulate --seed 1 --seeds 1-2", "un de --seed N"),
        ("simulate --seeds 9-2", "deux nombres"),
        ("simulate --seed 1 --often crash=often", "crash=0.01"),
        ("simulate --case absent.json", "absent.json"),
    ],
)
def test_what_cannot_be_played_is_said(words: str, said: str) -> None:
    done = CliRunner().invoke(app, words.split())
    assert done.exit_code == 2
    assert said in done.output
