"""What every benchmark shares: repeated figures, the machine in one line, peak memory."""

import os
import platform
import resource
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A measure taken several times; `per_second` or another unit named by `unit`."""

    name: str
    unit: str
    values: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    def __str__(self) -> str:
        low, high = min(self.values), max(self.values)
        runs = len(self.values)
        return f"{self.name}: {self.median:.3g} {self.unit} ({low:.3g}–{high:.3g}, {runs} runs)"

    def row(self) -> dict[str, Any]:
        """For `--json`."""
        return {
            **asdict(self),
            "median": self.median,
            "min": min(self.values),
            "max": max(self.values),
        }


def ratio(name: str, ours: Sequence[float], bare: Sequence[float]) -> Figure:
    """Ours against the baseline of the same run, pair by pair."""
    values = tuple(mine / theirs for mine, theirs in zip(ours, bare, strict=True))
    return Figure(name=name, unit="of the baseline", values=values)


def peak_memory() -> Figure:
    """The most that this process ever held."""
    kibibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Figure(name="peak memory", unit="MiB", values=(kibibytes / 1024,))


def machine() -> str:
    """In general terms."""
    cores = len(os.sched_getaffinity(0))
    return (
        f"{cores} cores, {platform.machine()}, Linux {platform.release().split('-')[0]}, "
        f"{platform.python_implementation()} {platform.python_version()}, servers on loopback"
    )
