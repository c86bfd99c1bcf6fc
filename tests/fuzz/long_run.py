"""Hostile material for as long as one likes; whatever raises is made small and kept.

`PYTHONPATH=.:tests python -m fuzz.long_run --minutes 60 [--only message] [--first-seed N]`

Most of it is made, the rest are the cases of `tests/fuzz/corpus/TARGET/` with new wounds. A case
that was found is kept there; the suite plays all of them in every run. Ctrl-C ends it; the seed
that is printed last is where the next run goes on.
"""

import sys
import traceback
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from time import monotonic

from fuzz.targets import TARGETS, Target

CORPUS = Path(__file__).parent / "corpus"
SLOW_SECONDS = 3.0
"""Of processor time: a case that takes longer is ended, told, and kept."""


def main() -> int:
    """Feed all targets in turn; the number of faults found is the exit code (at most 99)."""
    asked = ArgumentParser(prog="python -m fuzz.long_run", description=__doc__)
    asked.add_argument("--minutes", type=float, default=10.0)
    asked.add_argument("--only", choices=sorted(TARGETS), action="append")
    asked.add_argument("--first-seed", type=int, default=1)
    asked.add_argument("--keep", type=Path, default=CORPUS, help="where what is found is kept")
    told = asked.parse_args()
    names = told.only or sorted(TARGETS)
    began = told_at = monotonic()
    found: Counter[str] = Counter()
    seed = told.first_seed
    kept = {name: kept_for(name) for name in names}
    while monotonic() - began < told.minutes * 60:
        name = names[seed % len(names)]
        if fault := _fault_of(TARGETS[name], kept[name], seed):
            raw, why = fault
            if not found[why]:
                file = _keep(told.keep / name, _smallest(TARGETS[name], raw, why))
                print(f"graine {seed} : {name} : {why} → {file}", flush=True)
            found[why] += 1
        seed += 1
        if monotonic() - told_at > 60:
            told_at = monotonic()
            print(f"graine {seed} : {len(found)} défaut(s)", flush=True)
    print(f"{seed - told.first_seed} cas, dernière graine {seed - 1}, {len(found)} défaut(s)")
    return min(len(found), 99)


def kept_for(name: str) -> tuple[bytes, ...]:
    """What stands in the corpus for a target, in the order of its names."""
    return tuple(path.read_bytes() for path in sorted((CORPUS / name).glob("*.bin")))


def _fault_of(target: Target, kept: Sequence[bytes], seed: int) -> tuple[bytes, str] | None:
    raw = target.material(Random(seed), kept)
    why = _why(target, raw)
    return (raw, why) if why else None


def _why(target: Target, raw: bytes) -> str:
    """Where and how it fails, empty when it does not."""
    try:
        target.survives(raw, seconds=SLOW_SECONDS)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} ({Path(place.filename).name}:{place.lineno})"
    return ""


def _smallest(target: Target, raw: bytes, why: str) -> bytes:
    """The case without what is not needed for the same fault, within a few hundred tries."""
    size = max(1, len(raw) // 2)
    tries = 0
    while size and tries < 600:
        at = 0
        while at < len(raw) and tries < 600:
            tries += 1
            shorter = raw[:at] + raw[at + size :]
            if _why(target, shorter) == why:
                raw = shorter
            else:
                at += size
        size //= 2
    return raw


def _keep(folder: Path, raw: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{sha256(raw).hexdigest()[:12]}.bin"
    file.write_bytes(raw)
    return file


if __name__ == "__main__":
    sys.exit(main())
