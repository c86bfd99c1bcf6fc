"""What names a run: a seed and a few figures; the same case plays the same run, byte for byte."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

DAYS, DOSSIERS = 90, 6
DAYS_MAX = 105
"""The story ends in 2026: the rates of law of the next semester are not known yet."""
DOSSIERS_MAX = 60


class Level(StrEnum):
    """How much goes wrong."""

    NONE = "none"  # rien
    FEW = "few"  # un incident de temps en temps
    FULL = "full"  # tout, souvent


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A run. `faults_at_most` and `without` are what a shorter failing run leaves out.

    Rates of `often` are of the level `full`.
    """

    seed: int
    dossiers: int = DOSSIERS
    days: int = DAYS
    level: Level = Level.FULL
    faults_at_most: int | None = None  # only the first so many happen
    without: tuple[str, ...] = ()  # sorts of faults that never happen
    often: tuple[tuple[str, float], ...] = ()  # other rates than the usual ones, by sort

    def command(self) -> str:
        """What replays it exactly."""
        words = [
            f"relance simulate --seed {self.seed} --dossiers {self.dossiers}",
            f"--days {self.days} --faults {self.level}",
        ]
        if self.faults_at_most is not None:
            words.append(f"--faults-at-most {self.faults_at_most}")
        words += [f"--without {sort}" for sort in self.without]
        words += [f"--often {sort}={rate:g}" for sort, rate in self.often]
        return " ".join(words)

    def row(self) -> dict[str, Any]:
        """The case as a JSON object."""
        return {
            "seed": self.seed,
            "dossiers": self.dossiers,
            "days": self.days,
            "faults": self.level.value,
            "faults_at_most": self.faults_at_most,
            "without": list(self.without),
            "often": dict(self.often),
        }


def case_of(text: str) -> Case:
    """A case from its JSON; raises `ValueError` naming what was expected."""
    try:
        row = json.loads(text)
        return Case(
            seed=int(row["seed"]),
            dossiers=int(row["dossiers"]),
            days=int(row["days"]),
            level=Level(row["faults"]),
            faults_at_most=row.get("faults_at_most"),
            without=tuple(row.get("without", ())),
            often=tuple(sorted(row.get("often", {}).items())),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(
            'un cas de simulation était attendu : {"seed": …, "dossiers": …, "days": …, '
            f'"faults": "full"}} ; il manque ou ne va pas : {error}'
        ) from error
