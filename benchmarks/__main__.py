"""`python -m benchmarks`: speed and memory on this machine, as ratios of a baseline where one is.

Each benchmark is a process of its own, so that its peak memory is its own.
"""

import argparse
import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from benchmarks import (  # noqa: E402  # after the path of the tests' servers
    backlog,
    bounces,
    court,
    desk,
    first_start,
    growth,
    letters,
    push,
    reading,
    soak,
)
from benchmarks.measure import Figure, machine  # noqa: E402

BENCHMARKS: Mapping[str, Callable[[argparse.Namespace], Awaitable[list[Figure]]]] = {
    "letters": lambda asked: letters.run(asked.letters, asked.runs, database=asked.database),
    "backlog": lambda asked: backlog.run(asked.messages, asked.runs, database=asked.database),
    "desk": lambda asked: desk.run(asked.dossiers, asked.askings),
    "reading": lambda asked: reading.run(asked.runs),
    "court": lambda asked: court.run(asked.exhibits, asked.runs),
    "push": lambda asked: push.run(asked.pushes),
    "first-start": lambda asked: first_start.run(asked.old),
    "bounces": lambda asked: bounces.run(asked.bounces),
    "growth": lambda asked: growth.run(asked.letters),
    "soak": lambda asked: soak.run(
        asked.minutes, asked.samples, times=asked.times, before=asked.before
    ),
}
LONG = frozenset({"bounces", "first-start", "growth", "soak"})
"""Those that are asked for by name only."""


def main() -> None:
    """Run all benchmarks, or one in this very process."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("only", nargs="?", choices=sorted(BENCHMARKS))
    parser.add_argument("--letters", type=int, default=300)
    parser.add_argument("--messages", type=int, default=2_000)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--old", type=int, default=50_000, help="messages at the first start")
    parser.add_argument("--bounces", type=int, default=10_000, help="reports of a flood")
    parser.add_argument("--exhibits", type=int, default=150)
    parser.add_argument("--dossiers", type=int, default=100_000, help="of the desk")
    parser.add_argument("--askings", type=int, default=100, help="of each page of the desk")
    parser.add_argument("--pushes", type=int, default=12)
    parser.add_argument("--minutes", type=float, default=60.0, help="of the soak")
    parser.add_argument("--times", type=float, default=soak.TIMES, help="the ordinary load")
    parser.add_argument("--before", type=int, default=soak.BEFORE, help="letters before the soak")
    parser.add_argument("--samples", type=Path, help="file for what the soak sees, JSON lines")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="one object a line")
    asked = parser.parse_args()
    if asked.only is None:
        put({"machine": machine()} if asked.json else f"machine: {machine()}")
        for name in sorted(BENCHMARKS.keys() - LONG, key=list(BENCHMARKS).index):
            words = [sys.executable, "-m", "benchmarks", name, *sys.argv[1:]]
            subprocess.run(words, check=True, cwd=ROOT)
        return
    figures = asyncio.run(BENCHMARKS[asked.only](asked))
    if not asked.json:
        put(f"\n{asked.only}")
    for figure in figures:
        put({"benchmark": asked.only, **figure.row()} if asked.json else f"  {figure}")


def put(line: object) -> None:
    """A line, at once."""
    print(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False), flush=True)


main()
