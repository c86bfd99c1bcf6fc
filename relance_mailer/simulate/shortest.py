"""The shortest run that still breaks the same promise: what a person can read and a test can keep.

Days first, then dossiers, then sorts of faults, then how many of them. What does not break the
promise any more is put back.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from relance_mailer.simulate.case import Case
from relance_mailer.simulate.many import played

TRIES_MAX = 80
Row = dict[str, Any]
Play = Callable[[Case], Row]


def shortest(
    case: Case,
    row: Row,
    *,
    play: Play = played,
    told: Callable[[Case, Row], None] = lambda case, row: None,
) -> Case:
    """The shortest case found of a run that failed as `row` tells."""
    promise = row["broken"][0]["promise"]
    tries = 0
    shorter = True
    while shorter:
        shorter = False
        for candidate in _shorter(case, row):
            if tries >= TRIES_MAX:
                return case
            tries += 1
            played_row = play(candidate)
            if any(one["promise"] == promise for one in played_row["broken"]):
                case, row, shorter = candidate, played_row, True
                told(case, row)
                break
    return case


def _shorter(case: Case, row: Row) -> Iterator[Case]:
    """What could be left out next, the largest parts first."""
    if row["played_days"] < case.days:
        yield replace(case, days=row["played_days"])
    yield from (replace(case, dossiers=count) for count in _less(case.dossiers))
    injected = row["injected"]
    yield from (
        replace(case, without=tuple(sorted({*case.without, sort}))) for sort in sorted(injected)
    )
    total = sum(injected.values())
    if total:
        most = min(total, case.faults_at_most or total)
        yield from (replace(case, faults_at_most=count) for count in (0, *_less(most)))


def _less(count: int) -> Iterator[int]:
    """Fewer than so many, by halves and then by one."""
    yield from sorted({1, count // 2, count - 1} & set(range(1, count)))
