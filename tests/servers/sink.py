"""smtp-sink from Debian's Postfix: an SMTP server that fails in the way one asks for."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from servers.ports import LOOPBACK, free_port
from servers.process import Running, own_all, unprivileged, work_folder
from servers.require import require

RUN_AS = "nobody"
BACKLOG = "256"


class Sink:
    """A running smtp-sink and what it took."""

    def __init__(self, folder: Path, *flags: str) -> None:
        self._binary = require("smtp-sink", "postfix")
        self.host = LOOPBACK
        self.port = free_port()
        self._taken = folder / "taken"
        self._taken.mkdir()
        own_all(folder, RUN_AS)
        self._running = self._start(flags)

    def _start(self, flags: Sequence[str]) -> Running:
        here = f"{LOOPBACK}:{self.port}"
        return Running(
            [*unprivileged(RUN_AS), self._binary, "-d", f"{self._taken}/", *flags, here, BACKLOG],
            ports=[self.port],
            log=self._taken.with_name("console.log"),
        )

    def becomes(self, *flags: str) -> None:
        """End it and start another on the same port, beside what this one took."""
        self._running.stop()
        self._running = self._start(flags)

    @property
    def folder(self) -> Path:
        """Where it lays the messages that it takes, a file each."""
        return self._taken

    def messages(self) -> tuple[bytes, ...]:
        """Every message whose final dot was seen or awaited, envelope in its first lines."""
        files = sorted(self._taken.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        return tuple(path.read_bytes() for path in files)

    def stop(self) -> None:
        """End it."""
        self._running.stop()


@contextmanager
def running_sink(*flags: str) -> Iterator[Sink]:
    """A sink for as long as the block lasts.

    Flags that matter here: `-q .` cuts after the final dot without a reply, `-Q .` says 421 and
    cuts, `-r RCPT` refuses for a while, `-f RCPT` for good (`-B "550 5.1.1 …"` chooses the words),
    `-w 5` answers DATA after five seconds: it never waits after the dot.
    """
    with work_folder("sink") as folder:
        sink = Sink(folder, *flags)
        try:
            yield sink
        finally:
            sink.stop()
