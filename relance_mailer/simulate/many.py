"""Many runs: on all cores, each finished one written down at once, so that a stop loses nothing."""

import asyncio
import gc
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import replace
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from traceback import extract_tb
from typing import Any

from relance_mailer.adapters.shipped import shipped
from relance_mailer.daemon.logs import log_nothing
from relance_mailer.simulate.case import Case
from relance_mailer.simulate.judge import Breach
from relance_mailer.simulate.run import BROKEN, Ended, run

Row = dict[str, Any]
PACKAGE = Path(__file__).resolve().parents[1]
COMPILED = "__pycache__"  # written while the program runs
AHEAD = 4
"""Runs that are handed to each core beforehand."""
SPARED = 200_000
"""Objects made before Python looks for cycles: a run is short and ends all it began."""


def played(case: Case) -> Row:
    """One run as a JSON object; an error of its own breaks it, and leaves the others going on."""
    log_nothing()
    gc.set_threshold(SPARED, 50, 50)
    began = perf_counter()
    try:
        return asyncio.run(run(case)).row()
    except Exception as error:
        last = extract_tb(error.__traceback__)[-1]
        told = f"{type(error).__name__} : {error} ({Path(last.filename).name}, {last.lineno})"
        return Ended(
            case=case,
            breaches=(Breach(promise=BROKEN, told=told),),
            faults={},
            letters=0,
            messages=0,
            deaths=0,
            passes=0,
            digest="",
            days=case.days,
            seconds=perf_counter() - began,
        ).row()


def many(cases: Iterable[Case], jobs: int) -> Iterator[Row]:
    """Each run as it ends; with several jobs the order is theirs."""
    if jobs == 1:
        yield from map(played, cases)
        return
    todo = iter(cases)
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        under_way: set[Future[Row]] = set()
        while True:
            more = islice(todo, jobs * AHEAD - len(under_way))
            under_way |= {pool.submit(played, case) for case in more}
            if not under_way:
                return
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            for one in done:
                yield one.result()


def of_seeds(like: Case, seeds: Sequence[int]) -> list[Case]:
    """The same case for each seed."""
    return [replace(like, seed=seed) for seed in seeds]


def finished(file: Path | None, like: Case) -> dict[int, Row]:
    """The runs of such a case, by this very program, that the file tells of, by seed.

    A torn last line is played again, and so is what another version of the program played.
    """
    if file is None or not file.exists():
        return {}
    wanted = {name: value for name, value in like.row().items() if name != "seed"}
    wanted["program"] = program()
    found = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if all(row.get(name) == value for name, value in wanted.items()):
            found[int(row["seed"])] = row
    return found


def keep(file: Path | None, row: Row) -> None:
    """One line for a finished run."""
    if file is None:
        return
    with file.open("a", encoding="utf-8") as opened:
        opened.write(json.dumps({**row, "program": program()}, ensure_ascii=False) + "\n")


@cache
def program() -> str:
    """Twelve signs that stand for all that a run is played with, as it is now."""
    return mark_of((PACKAGE, shipped("templates"), shipped("config")))


def mark_of(folders: Iterable[Path]) -> str:
    """Twelve signs that stand for every file of these folders, its name and its bytes.

    Modules are not all: letters are written from templates, the timelines say when they leave, and
    the desk has pages of its own.
    """
    found = hashlib.sha256()
    for folder in folders:
        for file in sorted(one for one in folder.rglob("*") if one.is_file()):
            if COMPILED not in file.parts:
                name, content = file.relative_to(folder).as_posix(), file.read_bytes()
                found.update(f"{folder.name}/{name}\0{len(content)}\0".encode() + content)
    return found.hexdigest()[:12]
