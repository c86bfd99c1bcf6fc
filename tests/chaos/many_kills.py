"""Hundreds of kill -9 at every commit point by name: `python -m chaos.many_kills --kills 300`.

The kills come in parts (`--part`), each on a fresh database with a mailbox of its own: a part that
fails is said with its seed, its folder is kept, and the others go on. `--results FILE` keeps what
each part showed; the same command on the same program takes up again where it stood, and sums all
of it. What is counted is counted at the servers: letters and mails lost or twice, hung lives (none,
is the aim), doubts at most one a connection and kill, each in review.

Runs from the project's root with `PYTHONPATH=.:tests nice -n 10 python -m chaos.many_kills`.
"""

import argparse
import asyncio
import shutil
import signal
import sys
import tempfile
import traceback
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random, SystemRandom
from time import monotonic

from chaos.folder import Folder, Where
from chaos.killing import ANSWER_SECONDS, EVERYWHERE, OF_A_START, ONCE, Killing, Neighbour, Tally
from chaos.line import SlowLine, slow_line
from chaos.results import Row, fingerprint, keep, line_of, report_of, seed_of, taken_up
from chaos.trial import Trial
from servers.dovecot import Dovecot, running_dovecot
from servers.postfix import Postfix, running_postfix
from servers.postgres import Postgres, running_postgres

DEBTORS_A_PART = 5_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    kills: int
    part: int
    database: str
    daemons: int
    seed: int
    minutes: float
    only: list[str]
    results: Path | None
    keep: Path

    @property
    def asked(self) -> Row:
        """What a row must have been shown of to count here."""
        return {
            "program": fingerprint(),
            "database": self.database,
            "daemons": self.daemons,
            "a_part": self.part,
            "only": self.only,
        }

    @property
    def parts(self) -> range:
        return range(-(-self.kills // self.part))


@dataclass(frozen=True, kw_only=True, slots=True)
class Servers:
    """What all parts share."""

    dovecot: Dovecot
    postfix: Postfix
    postgres: Postgres | None


def trial_of(
    root: Path, database: str, dovecot: Dovecot, postfix: Postfix, line: SlowLine, seed: int
) -> Trial:
    """A folder without any debt yet."""
    where = Where(mailbox=dovecot.fresh_user(), smtp_port=line.port, imap_port=dovecot.imap_port)
    folder = Folder(root, where, database=database).write(())
    return Trial(folder, (), dovecot, postfix, line, Random(seed))


async def play(killing: Killing, wanted: Wanted, number: int, *, until: float) -> None:
    """One part: a death at the very beginning, a life that tells the points, deaths at them."""
    kills = min(wanted.part, wanted.kills - number * wanted.part)
    two = wanted.daemons > 1
    sides = [f"{side} {name}" for name in OF_A_START for side in ("before", "after")]
    await killing.one(sides[number % len(sides)], Neighbour(killing, wanted=False))
    points = sorted({*await killing.first_life(), *EVERYWHERE})
    points = [point for point in points if ONCE not in point and _is_wanted(point, wanted.only)]
    # Each part begins where the last one ended: all points come up equally often.
    Random(wanted.seed).shuffle(points)
    at = number * wanted.part % len(points)
    in_turn = points[at:] + points[:at]
    await killing.kill(in_turn, kills, neighbour=two, until=until, turn=number)
    await killing.judge()


def _is_wanted(point: str, only: list[str]) -> bool:
    return not only or any(name in point for name in only)


async def one_part(wanted: Wanted, number: int, servers: Servers, until: float) -> Row:
    """A part from its beginning to its verdict, as a row of results."""
    tally, began = Tally(), monotonic()
    row: Row = {"part": number, "seed": wanted.seed + number, "failed": "", **wanted.asked}
    async with AsyncExitStack() as stack:
        line = await stack.enter_async_context(
            slow_line(servers.postfix.plain_port, seconds=ANSWER_SECONDS)
        )
        url = "sqlite:///relance.db"
        if servers.postgres is not None:
            url = stack.enter_context(servers.postgres.database())
        root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="relance-kills-")))
        trial = trial_of(root, url, servers.dovecot, servers.postfix, line, row["seed"])
        killing = Killing(trial, tally)
        killing.begins_with(100_000 + number * DEBTORS_A_PART)
        try:
            await play(killing, wanted, number, until=until)
        except Exception as error:
            row["failed"] = f"{type(error).__name__}: {str(error)[:600]}"
            kept = wanted.keep / f"{wanted.database}-{row['seed']}"
            shutil.copytree(root, kept, dirs_exist_ok=True)
            (kept / "failure.txt").write_text(traceback.format_exc())
    return {**row, "seconds": monotonic() - began, **tally.row()}


async def main(wanted: Wanted, rows: list[Row]) -> None:
    """The whole command; after so many minutes no more are killed, and what there is is judged."""
    until = monotonic() + wanted.minutes * 60.0
    with ExitStack() as stack:
        dovecot = stack.enter_context(running_dovecot())
        postfix = stack.enter_context(running_postfix(dovecot))
        postgres = None
        if wanted.database == "postgres":
            postgres = stack.enter_context(running_postgres())
        servers = Servers(dovecot=dovecot, postfix=postfix, postgres=postgres)
        for number in wanted.parts:
            if number in {row["part"] for row in rows} or monotonic() > until:
                continue
            row = await one_part(wanted, number, servers, until)
            rows.append(row)
            print(line_of(row), flush=True)
            keep(wanted.results, row)


def _wanted() -> tuple[Wanted, list[Row]]:
    """What is asked for, and the rows that show some of it already."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--part", type=int, default=30, help="kills on one database")
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--daemons", type=int, choices=(1, 2), default=1)
    parser.add_argument("--minutes", type=float, default=240.0)
    parser.add_argument("--seed", type=int, help="else that of the results, or any")
    parser.add_argument(
        "--only", action="append", default=[], help="points with this in their name"
    )
    parser.add_argument("--results", type=Path, help="a file to go on from, a line a part")
    keep = Path(tempfile.gettempdir()) / "relance-kills-failed"
    parser.add_argument("--keep", type=Path, default=keep, help="where a failed part is kept")
    told = vars(parser.parse_args())
    seed = told.pop("seed")
    wanted = Wanted(**told, seed=seed or 0)
    rows, aside = taken_up(wanted.results, wanted.asked, seed)
    if wanted.results is not None:
        print(f"{len(rows)} parts taken up, {aside} left aside: not of this program and command")
    if seed is None:
        seed = seed_of(rows[0]) if rows else SystemRandom().randrange(1_000_000)
    return replace(wanted, seed=seed), rows


if __name__ == "__main__":
    asked, parts = _wanted()
    # Ended in order, it leaves no server behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    print(f"--seed {asked.seed}", flush=True)
    asyncio.run(main(asked, parts))
    print(report_of(parts) if parts else "no part was played: nothing is shown")
    if missing := set(asked.parts) - {part["part"] for part in parts}:
        print(f"parts that were not played: {len(missing)}")
    failed = [part for part in parts if part["failed"]]
    for part in failed:
        print(line_of(part))
    sys.exit(0 if parts and not failed else 1)
