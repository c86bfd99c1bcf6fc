"""Signs of life of a daemon that may be killed at any of them, and what they say of hanging.

Each transaction, each step of a handover and each beginning and end of a pass is a sign: a line
with its moment, and with how long the process has waited for a processor by then. On a machine
that has too much to do it is not the daemon that hangs, and that time does not count; how long it
was on the wall is told beside it. Each letter that begins to leave is a sign too, by its name: what
stands in doubt at the end is told apart by the life that handed it over.
"""

import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from time import monotonic

BEFORE, AFTER, BEGINS, ENDS = "before", "after", "begins", "ends"
"""On which side of a point, or of a pass, a sign stands."""
LEAVES = "leaves"
"""The side of a sign that names a letter instead: from here on its fate may be unknown."""
NANOSECONDS = 1e9
PROC = Path("/proc")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sign:
    """At `at` seconds (monotonic, the same in all processes), having queued so long by then."""

    at: float
    queued: float
    side: str
    name: str


class Pulse:
    """A file of signs, written without a buffer: what is written survives the process."""

    def __init__(self, file: Path) -> None:
        self._file = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def sign(self, side: str, name: str) -> None:
        """One more sign."""
        line = f"{monotonic():.3f} {queued_seconds(os.getpid()):.3f} {side} {name}\n"
        os.write(self._file, line.encode())


def queued_seconds(pid: int, *, proc: Path = PROC) -> float:
    """How long the main thread of a process has waited for a processor; 0 when it is gone.

    That thread alone, for the passes run on it: the waits of several at once add up to more than
    went by on the wall, and a silence would look shorter than it was. The second field of
    schedstat, which Linux has: elsewhere nothing is taken off. Who hangs waits for no processor:
    none of that time is hidden.
    """
    try:
        said = (proc / f"{pid}/task/{pid}/schedstat").read_text()
        return int(said.split()[1]) / NANOSECONDS
    except (OSError, IndexError):
        return 0.0


def signs_of(file: Path) -> list[Sign]:
    """What a daemon wrote; a line that its death cut short is left out."""
    lines = file.read_text().split("\n")[:-1] if file.exists() else []
    parts = (line.split(" ", 3) for line in lines)
    return [
        Sign(at=float(at), queued=float(queued), side=side, name=name)
        for at, queued, side, name in parts
    ]


def points_in(signs: Sequence[Sign]) -> Counter[str]:
    """The points that were passed, `before …` and `after …`, and how often."""
    return Counter(f"{sign.side} {sign.name}" for sign in signs if sign.side in {BEFORE, AFTER})


def on_the_wall(signs: Sequence[Sign]) -> list[Sign]:
    """The same signs, by which nothing is taken off."""
    return [replace(sign, queued=0.0) for sign in signs]


def longest_silence(signs: Sequence[Sign], *, born_at: float, end: Sign) -> float:
    """The longest time without a sign, from the birth to the end, in seconds of its own."""
    all_signs = [Sign(at=born_at, queued=0.0, side="", name=""), *signs, end]
    return max(_between(sooner, later) for sooner, later in pairwise(all_signs))


def longest_pass(signs: Sequence[Sign], *, end: Sign) -> float:
    """The longest pass, in seconds of its own; one that the death cut short lasted until then."""
    begun: dict[str, Sign] = {}
    lasted = [0.0]
    for sign in signs:
        if sign.side == BEGINS:
            begun[sign.name] = sign
        elif sign.side == ENDS and sign.name in begun:
            lasted.append(_between(begun.pop(sign.name), sign))
    return max((*lasted, *(_between(sign, end) for sign in begun.values())))


def _between(sooner: Sign, later: Sign) -> float:
    passed = later.at - sooner.at
    return passed - min(max(later.queued - sooner.queued, 0.0), passed)


@dataclass(frozen=True, kw_only=True, slots=True)
class Doubts:
    """How many letters each death left in doubt, and each cut that a life outlived."""

    deaths: Counter[int]  # by the life
    cuts: Counter[tuple[int, int]]  # by the life and the cut


def doubts_of(
    unsure: Collection[str], lives: Sequence[Sequence[Sign]], *, cuts: Sequence[float] = ()
) -> Doubts:
    """What left these letters in doubt: who handed each over last, and what befell it next.

    A line that is cut at one of these moments takes the letters on it from every daemon that lives;
    its death takes only what it has handed over since.
    """
    handed: dict[str, tuple[float, int]] = {}
    for life, signs in enumerate(lives):
        for sign in signs:
            if sign.side == LEAVES and sign.name in unsure:
                handed[sign.name] = max(handed.get(sign.name, (0.0, 0)), (sign.at, life))
    strange = sorted(set(unsure) - set(handed))
    assert not strange, f"in doubt, and no daemon that was to die handed them over: {strange}"
    found = Doubts(deaths=Counter(), cuts=Counter())
    for at, life in handed.values():
        cut = bisect_left(cuts, at)
        if cut < len(cuts) and cuts[cut] < lives[life][-1].at:
            found.cuts[life, cut] += 1
        else:
            found.deaths[life] += 1
    return found
