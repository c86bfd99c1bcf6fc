"""The daemon as a process of its own: started, killed, ended, and asked by the command line."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chaos.folder import ROOT, Folder

END_SECONDS_MAX = 60.0
POLL_SECONDS = 0.05


@dataclass(slots=True)
class Service:
    """A running `relance run`."""

    process: asyncio.subprocess.Process
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
            await asyncio.wait_for(asyncio.shield(self.process.wait()), seconds)

    async def kill(self) -> None:
        """kill -9."""
        if not self.has_ended:
            self.process.kill()
        await self.process.wait()

    async def end(self) -> int:
        """SIGTERM; answers the exit code."""
        if not self.has_ended:
            self.process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self.process.wait(), END_SECONDS_MAX)


async def start(folder: Folder, *, now: str, name: str = "service") -> Service:
    """`relance -c … --now … run`, its log in a file of the folder."""
    log = folder.root / f"{name}.log"
    with log.open("ab") as sink:
        process = await asyncio.create_subprocess_exec(
            *_command(folder, now),
            "run",
            stdin=asyncio.subprocess.DEVNULL,
            stdout=sink,
            stderr=sink,
            env=_environment(),
        )
    return Service(process, log)


@asynccontextmanager
async def running(folder: Folder, *, now: str, name: str = "service") -> AsyncIterator[Service]:
    """A daemon that does not outlive the block."""
    service = await start(folder, now=now, name=name)
    try:
        yield service
    finally:
        await service.kill()


async def asked(
    folder: Folder, *words: str, now: str, said: str | None = None
) -> tuple[int, str, str]:
    """A command of the operator: exit code, what it printed, what it complained of.

    `said` is what he types.
    """
    process = await asyncio.create_subprocess_exec(
        *_command(folder, now),
        *words,
        stdin=asyncio.subprocess.DEVNULL if said is None else asyncio.subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
    )
    out, err = await asyncio.wait_for(
        process.communicate(None if said is None else said.encode()), END_SECONDS_MAX
    )
    assert process.returncode is not None
    return process.returncode, out.decode(), err.decode()


async def told(folder: Folder, *words: str, now: str) -> list[dict[str, Any]]:
    """The JSON lines of a command that must succeed."""
    code, out, err = await asked(folder, *words, "--json", now=now)
    assert code == 0, err
    return [json.loads(line) for line in out.splitlines()]


async def until(happened: Callable[[], bool], *, seconds: float, what: str) -> None:
    """Return once it happened; other tasks go on meanwhile, and a real time limit ends it."""
    never = asyncio.Event()
    try:
        async with asyncio.timeout(seconds):
            while not happened():
                with suppress(TimeoutError):
                    await asyncio.wait_for(never.wait(), POLL_SECONDS)
    except TimeoutError:
        raise TimeoutError(f"waited {seconds} s for: {what}") from None


def _command(folder: Folder, now: str) -> list[str]:
    return [sys.executable, "-m", "relance_mailer", "-c", str(folder.settings), "--now", now]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
