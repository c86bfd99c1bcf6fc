"""The daemon as a process of its own: started, killed, ended, and asked by the command line."""

import asyncio
import json
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic
from typing import Any

from chaos.folder import Folder
from chaos.nursery import TODAY, Child, Program, born
from chaos.pulse import queued_seconds

PROGRAM = "relance_mailer"
END_SECONDS_MAX = 60.0
BUSY_SECONDS_MAX = 120.0
"""Nobody waits longer for a daemon, however busy the machine is."""
POLL_SECONDS = 0.05


@dataclass(slots=True)
class Service:
    """A running `relance run`."""

    process: Child
    log: Path

    def said(self) -> str:
        """Its log so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    async def says(self, words: str, *, seconds: float = 30.0) -> None:
        """Wait until its log has these words; a daemon that ended without them is an error."""
        await until(lambda: words in self.said() or self.has_ended, seconds=seconds, what=words)
        assert words in self.said(), f"le service s'est arrêté : {self.said()}"

    @property
    def has_ended(self) -> bool:
        return self.process.returncode is not None

    async def lives_for(self, seconds: float) -> None:
        """Let it work for a while of real time, or until it ends."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.process.wait(), seconds)

    async def lives_for_its_own(
        self, seconds: float, *, unless: Callable[[], bool] = lambda: False
    ) -> None:
        """Let it work for a while, or until it ends: what it waits for a processor is added."""
        began, end = self.own_time, monotonic() + BUSY_SECONDS_MAX
        while not (self.has_ended or unless()):
            if self.own_time - began >= seconds or monotonic() >= end:
                return
            await self.lives_for(POLL_SECONDS)

    @property
    def own_time(self) -> float:
        """Seconds that go by for it: those in which it waits for a processor do not count."""
        return monotonic() - queued_seconds(self.process.pid)

    async def kill(self) -> None:
        """kill -9."""
        if not self.has_ended:
            self.process.kill()
        await self.process.wait()

    async def end(self) -> int:
        """SIGTERM; answers the exit code."""
        if not self.has_ended:
            self.process.send_signal(signal.SIGTERM)
        await self.lives_for(END_SECONDS_MAX)
        if not self.has_ended:
            self.process.send_signal(signal.SIGUSR1)
            await self.lives_for(1.0)
            raise TimeoutError(f"ne s'arrête pas : {self.said()[-6_000:]}")
        return await self.process.wait()


async def start(
    folder: Folder,
    *,
    now: str,
    name: str = "service",
    module: str = PROGRAM,
    program: Program = TODAY,
) -> Service:
    """`relance -c … --now … run`, its log in a file of the folder."""
    log = folder.root / f"{name}.log"
    return await begun(log, module, *_words(folder, now), "run", program=program)


async def begun(log: Path, module: str, *words: str, program: Program = TODAY) -> Service:
    """A module as a process, what it says in a file."""
    with log.open("ab") as sink, TemporaryFile() as nothing:
        process = await born(
            module, words, stdin=nothing, stdout=sink, stderr=sink, program=program
        )
    return Service(process, log)


@asynccontextmanager
async def running(
    folder: Folder,
    *,
    now: str,
    name: str = "service",
    module: str = PROGRAM,
    program: Program = TODAY,
) -> AsyncIterator[Service]:
    """A daemon that does not outlive the block."""
    service = await start(folder, now=now, name=name, module=module, program=program)
    try:
        yield service
    finally:
        await service.kill()


async def asked(
    folder: Folder, *words: str, now: str, said: str | None = None, module: str = PROGRAM
) -> tuple[int, str, str]:
    """A command of the operator: exit code, what it printed, what it complained of.

    `said` is what he types.
    """
    with TemporaryFile() as typed, TemporaryFile() as out, TemporaryFile() as err:
        typed.write((said or "").encode())
        typed.seek(0)
        process = await born(
            module, [*_words(folder, now), *words], stdin=typed, stdout=out, stderr=err
        )
        code = await asyncio.wait_for(process.wait(), END_SECONDS_MAX)
        for file in (out, err):
            file.seek(0)
        return code, out.read().decode(), err.read().decode()


async def told(
    folder: Folder, *words: str, now: str, module: str = PROGRAM
) -> list[dict[str, Any]]:
    """The JSON lines of a command that must succeed."""
    code, out, err = await asked(folder, *words, "--json", now=now, module=module)
    assert code == 0, err
    return [json.loads(line) for line in out.splitlines()]


async def until(
    happened: Callable[[], bool], *, seconds: float, what: str, poll_seconds: float = POLL_SECONDS
) -> None:
    """Return once it happened; other tasks go on meanwhile, and a real time limit ends it."""
    never = asyncio.Event()
    try:
        async with asyncio.timeout(seconds):
            while not happened():
                with suppress(TimeoutError):
                    await asyncio.wait_for(never.wait(), poll_seconds)
    except TimeoutError:
        raise TimeoutError(f"waited {seconds} s for: {what}") from None


def _words(folder: Folder, now: str) -> list[str]:
    return ["-c", str(folder.settings), "--now", now]
