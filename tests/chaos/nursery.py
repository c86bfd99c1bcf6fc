"""Processes that are born with the program in their memory: `python -m chaos.nursery` forks them.

Importing the program takes a processor two seconds and more, and a trial starts it dozens of times
to kill it. The nursery imports it once; whoever is born of it is a process like any other, with a
number, files and a death of its own. It is asked over a socket that names nothing on the disk: an
order and three files come in, the child's number goes out, and how it ended once it has.
"""

import asyncio
import atexit
import faulthandler
import gc
import importlib
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
PATH = f"{ROOT}{os.pathsep}{ROOT / 'tests'}"
ORDER_BYTES_MAX = 65_536
WAITING_MAX = 64


@dataclass(frozen=True, kw_only=True, slots=True)
class Program:
    """What a nursery has in its memory: a clone's package, with what of it is imported.

    Each of them has a nursery of its own. The first folder of `path` holds `relance_mailer`.
    """

    path: str = PATH
    # The first one imports the others: each is found again, and forgotten, as the next.
    imports: tuple[str, ...] = ("chaos.desk", "relance_mailer.__main__", "chaos.doomed")

    @property
    def environment(self) -> dict[str, str]:
        """In which it runs: nothing is found where the test happens to stand."""
        return {**os.environ, "PYTHONPATH": self.path, "PYTHONSAFEPATH": "1"}


TODAY = Program()


class Child:
    """A process of the nursery, as its test sees it."""

    def __init__(self, pid: int, link: socket.socket) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._link = link
        self._ended = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(link, self._ends)

    def _ends(self) -> None:
        said = self._link.recv(ORDER_BYTES_MAX)
        self._loop.remove_reader(self._link)
        self._link.close()
        self.returncode = int(said or -signal.SIGKILL)
        self._ended.set()

    async def wait(self) -> int:
        """Wait until it has ended; answers its exit code, or the signal below zero."""
        await self._ended.wait()
        assert self.returncode is not None
        return self.returncode

    def send_signal(self, number: int) -> None:
        """A signal, unless it has ended."""
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """kill -9."""
        self.send_signal(signal.SIGKILL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What a child shall be."""

    module: str
    arguments: Sequence[str]
    folder: str
    environment: Mapping[str, str]


async def born(
    module: str,
    arguments: Sequence[str],
    *,
    stdin: IO[bytes],
    stdout: IO[bytes],
    stderr: IO[bytes],
    program: Program = TODAY,
) -> Child:
    """`python -m module arguments…`, without waiting for its imports."""
    link = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    link.connect(_nursery(program))
    order = Order(
        module=module,
        arguments=tuple(arguments),
        folder=os.getcwd(),
        environment=program.environment,
    )
    files = [file.fileno() for file in (stdin, stdout, stderr)]
    socket.send_fds(link, [json.dumps(asdict(order)).encode()], files)
    link.setblocking(False)
    pid = await asyncio.get_running_loop().sock_recv(link, ORDER_BYTES_MAX)
    return Child(int(pid), link)


@cache
def _nursery(program: Program) -> bytes:
    """Where this test process's nursery listens; it ends with the test process."""
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with listener:
        listener.bind(b"")  # the kernel finds a name that stands in no folder
        listener.listen(WAITING_MAX)
        nursery = [sys.executable, "-m", "chaos.nursery", *program.imports]
        process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", *nursery],
            stdin=listener.fileno(),
            env=program.environment,
            start_new_session=True,
        )
        name: bytes = listener.getsockname()
    atexit.register(_end, process)
    return name


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()


def serve(modules: Sequence[str]) -> Order:
    """Fork a child for each order; returns in the child alone."""
    listener = socket.socket(fileno=os.dup(sys.stdin.fileno()))
    for module in modules:
        # The child runs it under the name `__main__`: what it imports is what it finds here.
        importlib.import_module(module)
        del sys.modules[module]
    here = Path(os.environ["PYTHONPATH"].split(os.pathsep)[0])
    found = str(sys.modules["relance_mailer"].__file__)
    assert Path(found).is_relative_to(here), f"{found} : un autre programme que celui de {here}"
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        link, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            return _minded(link)
        link.close()


def _minded(link: socket.socket) -> Order:
    """Bear the child, tell its number and how it ends; returns in the child alone.

    The child does not outlive the test that asked for it.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    said, files, _, _ = socket.recv_fds(link, ORDER_BYTES_MAX, 3)
    pid = os.fork()
    if pid == 0:
        link.close()
        for number, file in enumerate(files):
            os.dup2(file, number)
            os.close(file)
        return Order(**json.loads(said))
    for file in files:
        os.close(file)
    try:
        link.send(str(pid).encode())
        ends = os.pidfd_open(pid)
        if ends not in select.select([ends, link], [], [])[0]:
            os.kill(pid, signal.SIGKILL)  # whoever asked for it is gone
        link.send(str(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])).encode())
    finally:
        os._exit(0)


if __name__ == "__main__":
    wanted = serve(sys.argv[1:])
    # Asked by `Service.end`: one that does not end says where it stands.
    faulthandler.register(signal.SIGUSR1, all_threads=True)
    os.chdir(wanted.folder)
    os.environ.clear()
    os.environ.update(wanted.environment)
    sys.argv = [wanted.module, *wanted.arguments]
    runpy.run_module(wanted.module, run_name="__main__", alter_sys=True)
