"""Read the gates out of all patterns of the reader and write them down: `python -m training.gates`.

With `--check` nothing is written: it says, and fails, where the table is not what it would be.
"""

import gc
import importlib
import pkgutil
import sys
from pathlib import Path
from textwrap import wrap

from relance_mailer import reading
from relance_mailer.reading import gate_table
from relance_mailer.reading.gate_strings import gates_of
from relance_mailer.reading.gates import Gated
from relance_mailer.reading.gates_kept import Gates, digest_of, packed, unpacked

TABLE = Path(reading.__file__).parent / "gate_table.py"
WIDTH = 2_000
HEAD = '''\
"""The gates of the reader's patterns, written by `python -m training.gates`: not for hands."""

# fmt: off
PACKED = """
'''


def read_out() -> dict[str, Gates]:
    """The gates of every pattern that the reader's modules hold."""
    for module in pkgutil.walk_packages(reading.__path__, f"{reading.__name__}."):
        importlib.import_module(module.name)
    patterns = {one for gated in _gated() for one in gated.alternatives}
    return {digest_of(words, flags): gates_of(words, flags) for words, flags in patterns}


def _gated() -> list[Gated]:
    return [one for one in gc.get_objects() if isinstance(one, Gated)]


def main(words: list[str]) -> int:
    """The exit code: 1 where the table is not what it would be."""
    found = read_out()
    if words == ["--check"]:
        differ = found.items() ^ unpacked(gate_table.PACKED).items()
        print(f"{len(found)} patterns, {len({digest for digest, _ in differ})} differ")
        return 1 if differ else 0
    lines = "\n".join(wrap(packed(found), WIDTH))
    TABLE.write_text(f'{HEAD}{lines}\n"""\n', encoding="utf-8")
    print(f"{len(found)} patterns, {TABLE.stat().st_size // 1024} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
