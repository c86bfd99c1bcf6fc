"""pymap, an IMAP server in Python with mailboxes in memory: the second real counterpart."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from servers.ports import LOOPBACK, free_port
from servers.process import Running, greets, work_folder

# Its demonstration user; there is no other one in the `dict` backend.
USER, PASSWORD = "demouser", "demopass"


class Pymap:
    """A running pymap."""

    def __init__(self, folder: Path) -> None:
        self.host = LOOPBACK
        self.port = free_port()
        self.user, self.password = USER, PASSWORD
        binary = str(Path(sys.executable).parent / "pymap")
        self._running = Running(
            [binary, "--host", LOOPBACK, "--port", str(self.port), "dict", "--demo-data"],
            ports=[self.port],
            log=folder / "console.log",
            is_up=greets,
        )

    def stop(self) -> None:
        """End it."""
        self._running.stop()


@contextmanager
def running_pymap() -> Iterator[Pymap]:
    """A pymap for as long as the block lasts."""
    with work_folder("pymap") as folder:
        server = Pymap(folder)
        try:
            yield server
        finally:
            server.stop()
