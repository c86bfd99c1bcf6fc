"""At which point a daemon is to die: an order to all of a trial, which exactly one carries out.

The order is a file, read again whenever it was replaced: with two daemons whichever comes to the
point first dies there. Who carries it out makes a mark that only one can make; who takes the order
back makes the same mark, so that nobody dies of an order that no longer stands.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """Die `when` (before, after) the `nth` passage of a point; without a point: live."""

    number: int = 0
    point: str = ""
    when: str = ""
    nth: int = 0


class Orders:
    """The file, as the trial writes it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._number = 0
        self._write(Order())

    def give(self, point: str, *, nth: int) -> None:
        """From now on who passes `before NAME` or `after NAME` for the nth time dies there."""
        when, _, what = point.partition(" ")
        self._number += 1
        self._write(Order(number=self._number, point=what, when=when, nth=nth))

    def taken_back(self) -> bool:
        """Take the order back; False when somebody has died of it already."""
        return _first(self.file, self._number)

    def _write(self, order: Order) -> None:
        new = self.file.with_suffix(".new")
        values = {name: getattr(order, name) for name in Order.__slots__}
        new.write_text(json.dumps(values))
        new.replace(self.file)


class Obedience:
    """The file, as a daemon reads it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen: Any = None
        self._order = Order()
        self._passed = 0

    def dies(self, names: Sequence[str], when: str) -> bool:
        """Whether this passage of these points is the one that is meant, and nobody was first."""
        seen = self._file.stat()
        if (seen.st_ino, seen.st_mtime_ns) != self._seen:
            self._seen = (seen.st_ino, seen.st_mtime_ns)
            self._order, self._passed = Order(**json.loads(self._file.read_text())), 0
        if when != self._order.when or self._order.point not in names:
            return False
        self._passed += 1
        return self._passed == self._order.nth and _first(self._file, self._order.number)


def _first(file: Path, number: int) -> bool:
    try:
        os.close(os.open(f"{file}.{number}", os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        return False
    return True
