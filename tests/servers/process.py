"""Start a server, wait until it answers, stop it: what all counterparts of the tests share."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import psutil

from servers.ports import LOOPBACK

START_SECONDS_MAX = 30.0
STOP_SECONDS_MAX = 20.0
LINGER_SECONDS_MAX = 2.0
POLL_SECONDS = 0.01


def wait_until(happened: Callable[[], bool], *, seconds: float, what: str) -> None:
    """Return once it happened; a real server that doesn't do it in time is an error."""
    end = time.monotonic() + seconds
    never = threading.Event()
    while not happened():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {seconds} s for: {what}")
        never.wait(POLL_SECONDS)


def answers(port: int) -> bool:
    """Whether something accepts connections on a loopback port."""
    with socket.socket() as probe:
        probe.settimeout(1.0)
        return probe.connect_ex((LOOPBACK, port)) == 0


def greets(port: int) -> bool:
    """Whether a server on a loopback port says its first word: all its parts are there."""
    try:
        with socket.create_connection((LOOPBACK, port), timeout=START_SECONDS_MAX) as probe:
            return probe.recv(1) != b""
    except OSError:
        return False


@contextlib.contextmanager
def work_folder(name: str) -> Iterator[Path]:
    """A short-named folder that an unprivileged server can enter, gone at the end.

    Not pytest's own: that one is closed to other users, and too long for a Unix socket.
    """
    folder = Path(tempfile.mkdtemp(prefix=f"relance-{name}-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def own_all(folder: Path, user: str) -> None:
    """Give a folder and all in it to a user, when that can be done."""
    if os.geteuid() != 0:
        return
    account = pwd.getpwnam(user)
    os.chown(folder, account.pw_uid, account.pw_gid)
    for path in folder.rglob("*"):
        os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)


def unprivileged(user: str) -> tuple[str, ...]:
    """The words before a command that let it run as a user and die with the tests."""
    dies_with_us = ("setpriv", "--pdeathsig", "TERM")
    if os.geteuid() != 0:
        return dies_with_us
    account = pwd.getpwnam(user)
    identity = (f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups")
    return (*dies_with_us, *identity)


class Running:
    """A server in the foreground, child of the tests."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        ports: Sequence[int],
        log: Path,
        is_up: Callable[[int], bool] = answers,
    ) -> None:
        self._log = log
        with log.open("ab") as sink:
            # The server gets its own session: a Ctrl-C at the terminal is for the tests alone.
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=sink, stderr=sink, start_new_session=True
            )
        try:
            wait_until(
                lambda: self._died() or all(map(is_up, ports)),
                seconds=START_SECONDS_MAX,
                what=f"{command[-1]} to listen on {list(ports)}",
            )
        except TimeoutError:
            self.stop(signal.SIGKILL)
            raise
        if self._died():
            raise RuntimeError(f"{' '.join(command)} died: {self.output()}")

    def _died(self) -> bool:
        return self.process.poll() is not None

    def output(self) -> str:
        """What the server printed."""
        return self._log.read_text(errors="replace")[-4_000:]

    def family(self) -> list[psutil.Process]:
        """The server's process and all that it started."""
        with contextlib.suppress(psutil.NoSuchProcess):
            head = psutil.Process(self.process.pid)
            return [head, *head.children(recursive=True)]
        return []

    def signal_all(self, number: int) -> None:
        """Send a signal to the server and to all that it started."""
        for member in self.family():
            with contextlib.suppress(psutil.NoSuchProcess):
                member.send_signal(number)

    def stop(self, number: int = signal.SIGTERM) -> None:
        """End the server; one that lingers is killed."""
        family = self.family()
        self.signal_all(signal.SIGCONT)
        if not self._died():
            self.process.send_signal(number)
        # The children go first: a master that waits for one of them lingers as long as that one.
        for member in psutil.wait_procs(family, timeout=LINGER_SECONDS_MAX)[1][::-1]:
            with contextlib.suppress(psutil.NoSuchProcess):
                member.kill()
        self.process.wait(STOP_SECONDS_MAX)
