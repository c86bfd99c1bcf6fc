"""Every bomb opened by whatever opens mail, in a process whose memory is its own.

`python -m values.bomb_range [NAME …]` prints an object a line: bomb, opener, seconds of processor,
MiB above what the process held before, and what the reader made of it.
"""

import gc
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import process_time

from relance_mailer.adapters.mail_text import readable
from relance_mailer.adapters.parts import pieces_of
from relance_mailer.inward.glance import glance
from relance_mailer.reading.parse import parse
from relance_mailer.reading.understand import understand
from values.bombs import BOMBS

OPENERS: Mapping[str, Callable[[bytes], object]] = {
    "read": lambda raw: understand(parse(raw), known_invoices=("FA-2026-00000",)),
    "glance": glance,
    "paper": readable,
    "pieces": pieces_of,
}


def main(names: list[str]) -> None:
    """Open them all, or those named."""
    understand(parse(b"From: a@b.example\r\n\r\nBonjour, je paie demain."))
    for name in names or BOMBS:
        for row in _opened(name, BOMBS[name]()):
            print(json.dumps(row), flush=True)


def _opened(name: str, raw: bytes) -> Iterator[dict[str, object]]:
    for opener, opens in OPENERS.items():
        gc.collect()
        before = _status("VmRSS")
        # From here on the peak is counted anew (proc(5)).
        Path("/proc/self/clear_refs").write_text("5")
        began = process_time()
        made = opens(raw)
        yield {
            "bomb": name,
            "opener": opener,
            "megabytes": round(len(raw) / 1e6, 2),
            "seconds": round(process_time() - began, 3),
            "mebibytes": round(_status("VmHWM") - before, 1),
            "made": type(made).__name__,
        }
        del made


def _status(name: str) -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:")) / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
