"""What the parts of `many_kills` showed, a line of a file each: kept, and taken up again.

A row says what it was shown of: this very program with the tests' own part in it, the database,
how many daemons, and what else was asked. A row of anything else proves nothing here and is left
aside, and so is a line that was torn.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from chaos.folder import ROOT
from chaos.killing import Tally
from relance_mailer.simulate.many import program

Row = dict[str, Any]
DRIVES = ("tests/chaos", "tests/servers")
"""What drives a trial besides the program, whose templates and config `program` knows."""


@cache
def fingerprint(root: Path = ROOT) -> str:
    """Twelve signs for the program and all that drives it through its deaths, as they are now."""
    found = sha256(program().encode())
    for file in _files(root):
        found.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return found.hexdigest()[:12]


def _files(root: Path) -> Iterable[Path]:
    """Tests that pytest collects drive no trial of many kills."""
    for folder in DRIVES:
        for file in sorted((root / folder).rglob("*")):
            is_built = "__pycache__" in file.parts
            if file.is_file() and not is_built and not file.name.startswith("test_"):
                yield file


def taken_up(file: Path | None, asked: Row, seed: int | None) -> tuple[list[Row], int]:
    """The rows of what is asked for now, and how many lines were left aside.

    All of one seed: the one that is told, else that of the first row.
    """
    if file is None or not file.exists():
        return [], 0
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = []
    for row in filter(None, map(_read, lines)):
        if all(row.get(name) == value for name, value in asked.items()):
            seed = seed_of(row) if seed is None else seed
            if seed_of(row) == seed:
                rows.append(row)
    return rows, len(lines) - len(rows)


def _read(line: str) -> Row | None:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) and {"part", "seed"} <= set(row) else None


def seed_of(row: Row) -> int:
    """The seed of the command: each part adds its number to it."""
    return int(row["seed"]) - int(row["part"])


def keep(file: Path | None, row: Row) -> None:
    """One line for a finished part."""
    if file is None:
        return
    with file.open("a", encoding="utf-8") as opened:
        opened.write(json.dumps(row) + "\n")


def tally_of(row: Row) -> Tally:
    """What the part counted."""
    return Tally.of({one.name: row[one.name] for one in fields(Tally)})


def line_of(row: Row) -> str:
    """A part in one line."""
    tally = tally_of(row)
    said = (
        f"{name_of(row)}: {tally.kills} kills in {row['seconds']:.0f} s, "
        f"{tally.at_points.total()} at their points, {tally.departures} departures, "
        f"{tally.replies} replies, {tally.unsure} in doubt"
    )
    return f"{said}: FAILED: {row['failed']}" if row["failed"] else said


def name_of(row: Row) -> str:
    """By which a person finds the part again."""
    return f"part {row['part']} (seed {row['seed']})"


def report_of(rows: Sequence[Row]) -> str:
    """All parts as one, those that failed among them."""
    whole = Tally()
    for row in rows:
        whole.add(tally_of(row))
    failed = [name_of(row) for row in rows if row["failed"]]
    return report(whole, sum(row["seconds"] for row in rows), failed=failed)


def report(
    tally: Tally, seconds: float, *, only_tried: bool = False, failed: Sequence[str] = ()
) -> str:
    """What a person reads at the end: the figures, then each point with its kills."""
    names = sorted({*tally.points, *tally.tried})
    return "\n".join(
        (
            f"{tally.kills} kills in {seconds:.0f} s: {tally.at_points.total()} at "
            f"{len(tally.at_points)} of {len(names)} points, {tally.elsewhere} elsewhere, "
            f"{tally.neighbours} of the neighbour",
            f"{tally.departures} departures, {tally.mails} mails, {tally.replies} of them replies, "
            f"{tally.unsure} in doubt (each in review, at most {tally.unsure_of_a_kill} of one "
            f"kill, {tally.unsure_of_a_cut} of one cut line)",
            verdict(tally, failed),
            f"longest silence {_seconds(tally.silence_seconds, tally.silence_wall_seconds)}, "
            f"longest pass {_seconds(tally.pass_seconds, tally.pass_wall_seconds)}, longest "
            f"standstill at the end {_seconds(tally.calm_seconds, tally.calm_wall_seconds)}",
            "| point | tried | killed there |",
            "|---|---|---|",
            *(
                f"| {name} | {tally.tried[name]} | {tally.at_points[name]} |"
                for name in names
                if tally.tried[name] or not only_tried
            ),
        )
    )


def verdict(tally: Tally, failed: Sequence[str]) -> str:
    """What was counted; where a part failed, no zero stands for what nobody counted."""
    counts = {"twice": tally.twice, "lost": tally.lost, "hung": tally.hung}
    if not failed:
        return ", ".join(f"{number} {what}" for what, number in counts.items())
    told = [
        f"at least {number} {what}" if number else f"{what} not shown"
        for what, number in counts.items()
    ]
    return f"{', '.join(told)}: {', '.join(failed)} failed"


def _seconds(own: float, wall: float) -> str:
    return f"{own:.1f} s ({wall:.1f} s on the wall)"
