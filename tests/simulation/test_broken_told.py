"""`relance simulate` on a house that breaks a promise: its ending, its words, how it replays."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from relance_mailer.__main__ import app
from relance_mailer.simulate.case import case_of
from relance_mailer.simulate.mishaps import Mishap
from relance_mailer.simulate.telling import SORTS
from simulation.breaks import doubt_is_offered_again
from simulation.scenes import TAKEN

LOST = Mishap.LOST_REPLY_TAKEN
REPLAYS = "  pour rejouer : "
COMMAND = TAKEN.case.command()


@pytest.fixture(autouse=True)
def sends_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A house that sends again what the server may have taken."""
    TAKEN.set(monkeypatch)
    doubt_is_offered_again(monkeypatch)


def plays(words: Sequence[str]) -> Any:
    assert words[:2] == ["relance", "simulate"]
    return CliRunner().invoke(app, [*words[1:]])


def test_a_broken_run_says_what_was_broken_by_which_faults_and_how_to_replay_it() -> None:
    """The line that replays it plays the same run, which is then told as one object."""
    told = plays(COMMAND.split())
    assert told.exit_code == 1, told.output
    head, *lines, last = told.output.splitlines()
    assert last == REPLAYS + COMMAND

    again = plays([*last.removeprefix(REPLAYS).split(), "--json"])
    assert again.exit_code == 1, again.output
    (line,) = again.output.splitlines()
    row = json.loads(line)
    assert case_of(line) == TAKEN.case
    assert row["broken"][0]["promise"] == "P3"
    breaches = [f"  {one['promise']} : {one['told']}" for one in row["broken"]]
    assert lines[: len(breaches)] == breaches
    assert set(row["injected"]) == {LOST}
    assert re.fullmatch(rf" +{row['injected'][LOST]}  {SORTS[LOST]}", lines[len(breaches)])
    assert head.startswith(f"graine {TAKEN.seed} : promesse rompue · {row['played_days']} jours, ")


def test_of_many_seeds_the_broken_one_is_named_and_stays_broken_when_resumed(
    tmp_path: Path,
) -> None:
    seed = f"--seed {TAKEN.seed} "
    assert seed in COMMAND
    many = COMMAND.replace(seed, f"--seeds {TAKEN.seed}-{TAKEN.seed} --jobs 1 ")
    words = [*many.split(), "--resume", str(tmp_path / "graines.jsonl")]
    first, resumed = plays(words), plays(words)
    assert (first.exit_code, resumed.exit_code) == (1, 1), first.output + resumed.output
    assert REPLAYS + COMMAND in first.output.splitlines()
    assert "1 déjà finies" in resumed.output
    for done in (first, resumed):
        assert "0 graines sur 1 sans promesse rompue" in done.output
        assert done.output.splitlines()[-1] == f"graines en échec : {TAKEN.seed}"
