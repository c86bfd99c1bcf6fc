"""What a power cut leaves of files that are written beside the database: what was flushed.

While a run is played, `os.fsync` notes how long the file was; bytes behind that may be lost, whole
or in part. The database's own log is SQLite's matter: see `machine`.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random


class Disk:
    """Knows of each file how many of its bytes are surely on the disk."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._flushed: dict[tuple[int, int], int] = {}  # by device and inode

    @contextmanager
    def spinning(self) -> Iterator[None]:
        """Inside, flushes are noted; the files are in memory, and nothing waits for a real disk."""
        real = os.fsync
        os.fsync = self._flush  # type: ignore[assignment]  # ours give it numbers alone
        try:
            yield
        finally:
            os.fsync = real

    def loses_power(self, *files: Path) -> None:
        """Cut each file somewhere in what was never flushed."""
        for file in files:
            if not file.exists():
                continue
            told = file.stat()
            flushed = self._flushed.get((told.st_dev, told.st_ino), 0)
            if flushed < told.st_size:
                os.truncate(file, self._chance.randint(flushed, told.st_size))

    def _flush(self, handle: int) -> None:
        told = os.fstat(handle)
        self._flushed[told.st_dev, told.st_ino] = told.st_size
