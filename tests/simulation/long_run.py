"""Many lives, as long as one likes.

`PYTHONPATH=.:tests python -m simulation.long_run --lives 50 --years 5`
"""

import asyncio
import sys
from argparse import ArgumentParser
from datetime import date

from simulation.life import Life
from simulation.oracle import judged

FIRST_YEAR, LAST_YEAR = 2019, 2026  # the semesters whose rates are known


def one_life(seed: int, years: int, people: int) -> tuple[int, tuple[str, ...]]:
    """How many letters left in a life, and what the oracle has to say."""
    year = FIRST_YEAR + seed % max(LAST_YEAR - FIRST_YEAR - years + 1, 1)
    life = Life(
        seed=seed,
        start=date(year, 2, 1),
        end=date(min(year + years - 1, LAST_YEAR), 12, 31),
        people=people,
        mishaps=seed % 2 == 0,
    )
    asyncio.run(life.live())
    return len(life.mailer.posted), judged(life)


def main() -> int:
    """Live and judge; the number of breaches is the exit code (at most 99)."""
    asked = ArgumentParser(description=__doc__)
    asked.add_argument("--lives", type=int, default=10)
    asked.add_argument("--years", type=int, default=5)
    asked.add_argument("--people", type=int, default=9)
    asked.add_argument("--first-seed", type=int, default=1)
    told = asked.parse_args()
    breaches = 0
    for seed in range(told.first_seed, told.first_seed + told.lives):
        letters, faults = one_life(seed, told.years, told.people)
        breaches += len(faults)
        print(f"graine {seed} : {letters} lettres, {len(faults)} manquement(s)", flush=True)
        for fault in faults:
            print(f"  {fault}")
    return min(breaches, 99)


if __name__ == "__main__":
    sys.exit(main())
