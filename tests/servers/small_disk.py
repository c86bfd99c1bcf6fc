"""A disk that is soon full: a tmpfs of a few megabytes (mounting asks for root)."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from servers.process import work_folder
from servers.require import require_right, require_root


@contextmanager
def mounted(megabytes: int) -> Iterator[Path]:
    """Such a disk, for as long as the block lasts."""
    require_root("mount")
    with work_folder("disque") as folder:
        size = f"size={megabytes}m"
        mount = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)]
        if subprocess.run(mount, check=False, capture_output=True).returncode:
            require_right("mount", "un conteneur sans droit de monter un disque")
        try:
            yield folder
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk: Path, *, leave: int = 0) -> Path:
    """Take the room that is left, but for so many bytes; answers the file to take away again."""
    filler = disk / "plein"
    room = os.statvfs(disk)
    filler.write_bytes(b"\0" * max(0, room.f_bavail * room.f_bsize - leave))
    return filler
