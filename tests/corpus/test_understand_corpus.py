"""Folders of mail through `understand --corpus`: the costly errors may never rise."""

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.folders import OWN, corpora
from corpus.scoring import Score, gold_of, read_rows, score
from relance_mailer.__main__ import app


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """What a corpus must reach; a bar is raised when the reader gets better, never lowered."""

    harmful_at_most: int
    kind: float
    outcome: float
    decided: float
    dates: float
    amounts: float


BARS = {
    "own": Bar(harmful_at_most=0, kind=0.98, outcome=0.98, decided=0.96, dates=0.99, amounts=0.99),
    "orbise": Bar(
        harmful_at_most=0, kind=0.99, outcome=0.95, decided=0.93, dates=0.99, amounts=0.99
    ),
    "sorval": Bar(
        harmful_at_most=0, kind=0.99, outcome=0.9, decided=0.85, dates=0.99, amounts=0.93
    ),
    "morvan": Bar(
        harmful_at_most=0, kind=0.99, outcome=0.94, decided=0.91, dates=0.97, amounts=0.93
    ),
    "talvern": Bar(
        harmful_at_most=0, kind=0.99, outcome=0.93, decided=0.9, dates=0.97, amounts=0.99
    ),
    "brescou": Bar(
        harmful_at_most=0, kind=0.99, outcome=0.91, decided=0.86, dates=0.99, amounts=0.95
    ),
    "quimerc": Bar(
        harmful_at_most=0, kind=0.99, outcome=0.94, decided=0.91, dates=0.94, amounts=0.87
    ),
    "vaudrac": Bar(
        harmful_at_most=0, kind=0.99, outcome=0.92, decided=0.9, dates=0.97, amounts=0.99
    ),
    "lanvec": Bar(
        harmful_at_most=0, kind=0.98, outcome=0.92, decided=0.89, dates=0.95, amounts=0.93
    ),
    "shared-dev": Bar(
        harmful_at_most=0, kind=0.99, outcome=0.97, decided=0.96, dates=0.99, amounts=0.99
    ),
}


@cache
def understood(folder: Path) -> str:
    """The lines that the command prints for a corpus."""
    assert (folder / "ledger.csv").is_file(), f"{folder} : corpus absent (CI en promet un)"
    done = CliRunner().invoke(app, ["understand", "--corpus", str(folder)])
    assert done.exit_code == 0, (done.exception, done.stderr[-3_000:])
    return done.stdout


def judged(folder: Path) -> Score:
    """The score of a corpus."""
    return score(gold_of(folder), read_rows(understood(folder)))


@pytest.fixture(params=corpora(), scope="module")
def name(request: pytest.FixtureRequest) -> str:
    """The corpus used, said in the test's name and in its output.

    Of the module: the tests of one corpus then follow each other, and one worker reads it once.
    """
    used: str = request.param
    print(f"corpus: {used} ({corpora()[used].name})")
    return used


def test_no_reminder_goes_out_where_a_human_was_to_decide(name: str) -> None:
    found = judged(corpora()[name])
    print(found.told())
    assert len(found.harmful) <= BARS[name].harmful_at_most, found.harmful


def test_nobody_is_sent_to_legal_wrongly(name: str) -> None:
    assert judged(corpora()[name]).wrongful == ()


def test_no_message_goes_to_somebody_elses_dossier(name: str) -> None:
    assert judged(corpora()[name]).wrong_dossier == ()


def test_kinds_outcomes_and_figures_stay_above_their_bar(name: str) -> None:
    found, bar = judged(corpora()[name]), BARS[name]
    reached = {
        "kind": (found.kind.rate, bar.kind),
        "outcome": (found.outcome.rate, bar.outcome),
        "decided": (found.decided_without_a_human.rate, bar.decided),
        "dates": (found.dates.rate, bar.dates),
        "amounts": (found.amounts.rate, bar.amounts),
    }
    below = {field: pair for field, pair in reached.items() if pair[0] < pair[1]}
    assert not below, found.told()


def test_every_message_gets_one_line_in_the_order_of_the_files(name: str) -> None:
    folder = corpora()[name]
    lines = [json.loads(line) for line in understood(folder).splitlines()]
    files = sorted(file.name for file in (folder / "inbox").glob("*.eml"))
    assert [line["file"] for line in lines] == files
    fields = set(next(iter(gold_of(folder).values()))) - {"note", "accept"}
    assert [sorted(fields - set(line)) for line in lines if fields - set(line)] == []


def test_a_process_of_its_own_prints_the_same() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "relance_mailer", "understand", "--corpus", str(OWN)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-3_000:]
    assert done.stdout == understood(OWN)


def test_the_score_counts_each_error_apart() -> None:
    gold = {
        "a": {"kind": "human", "intents": ["dispute"], "outcome": "review", "dossier": "D1"},
        "b": {"kind": "human", "intents": ["paid"], "outcome": "hold", "dossier": "D1"},
        "c": {"kind": "bounce", "intents": [], "outcome": "continue", "dossier": None}
        | {"accept": {"outcome": ["review"]}},
        "d": {"kind": "unrelated", "intents": [], "outcome": "ignore", "dossier": None},
    }
    said = {
        "a": gold["a"] | {"outcome": "hold", "dossier": None},
        "b": gold["b"] | {"outcome": "legal", "intents": ["refusal"]},
        "c": gold["c"] | {"outcome": "review"},
        "d": gold["d"] | {"dossier": "D2"},
    }
    found = score(gold, said)
    assert [miss.file for miss in found.harmful] == ["a"]
    assert [miss.file for miss in found.wrongful] == ["b"]
    assert [miss.file for miss in found.wrong_dossier] == ["d"]
    assert [miss.file for miss in found.first_intent.misses] == ["b"]
    assert (found.dossier.hits, found.outcome.hits) == (2, 2)
    # What gold leaves open (c) counts for nobody's decision.
    assert (found.decided_without_a_human.hits, found.decided_without_a_human.total) == (1, 2)


def test_a_message_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="stands twice"):
        read_rows('{"file": "a"}\n{"file": "a"}\n')
