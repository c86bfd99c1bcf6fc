"""Processes that do pure work beside this one, for as long as there is much of it.

Each is a Python of its own that is told over a pipe what to do (`hand`), ends when the pipe does,
and is cut off when it does not answer in time: work that kills or stops it harms nobody else.
"""

import asyncio
import os
import pickle
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

import structlog

from relance_mailer.adapters.hand import HEAD, framed
from relance_mailer.ports import CutShort

log = structlog.get_logger()

Item = TypeVar("Item")
Answer = TypeVar("Answer")

PROCESSOR_SECONDS_MAX = 60.0
"""For one portion of work; a message of the largest size takes a second. Not by the clock on the
wall: on a machine that has too much to do, a message must not look as if it hung."""
SECONDS_MAX = 900.0
"""By the clock on the wall, for whatever stands still without working."""
PORTIONS_A_HAND = 2
"""How much of what is left a hand takes: the less is left the less, so that all end together."""
GOODBYE_SECONDS = 5.0
WORDS = "import sys; sys.path[:] = {path!r}; from relance_mailer.adapters.hand import main; {call}"


class ProcessCrew:
    """Implements `ports.Crew`. `hands` processes at most, hired when first asked.

    `practise` is what each does when they are told to come before there is work: step by step, each
    given its number, until it answers that there is no other.
    """

    def __init__(
        self,
        hands: int,
        *,
        processor_seconds: float = PROCESSOR_SECONDS_MAX,
        seconds: float = SECONDS_MAX,
        practise: Callable[[int], bool] | None = None,
    ) -> None:
        self._most = hands
        self._processor_seconds = processor_seconds
        self._seconds = seconds
        self._practise = practise
        self._hired: list[Process] = []
        self._coming: asyncio.Task[None] | None = None
        self._wanted = False  # there is work, and practising ends
        self._busy = asyncio.Lock()

    @property
    def hired(self) -> bool:
        """Whether processes stand ready."""
        return bool(self._hired)

    def come(self) -> None:
        """Hire all hands and let them practise, beside whatever is done; see `ports.Crew`."""
        if not self._hired and (self._coming is None or self._coming.done()):
            self._wanted = False
            self._coming = asyncio.create_task(self._come())

    async def each(self, work: Callable[[Item], Answer], items: Sequence[Item]) -> Sequence[Answer]:
        """The work done on each item, in their order; see `ports.Crew`."""
        self._wanted = True
        async with self._busy:
            await self._hire(len(items))
            if not self._hired:
                return [work(item) for item in items]
            return await self._shared(work, items)

    async def rest(self) -> None:
        """Let all hands go; they are hired again when there is work."""
        if self._coming is not None:
            self._coming.cancel()
            await asyncio.wait({self._coming})
        async with self._busy:
            hired, self._hired = self._hired, []
            for hand in hired:
                await _goodbye(hand)

    async def _come(self) -> None:
        try:
            await self._ready()
        except Exception as error:
            log.warning("processus de lecture non préparés", action="read_mail", because=str(error))

    async def _ready(self) -> None:
        async with self._busy:
            if self._wanted:
                return
            await self._hire(self._most)
            # One after the other: all at once would take the processors from whatever is done here.
            for hand in tuple(self._hired):
                await self._practised(hand)

    async def _practised(self, hand: Process) -> None:
        """What goes wrong costs at most the hand: another is hired when there is work."""
        more, step = self._practise is not None, 0
        try:
            while more and not self._wanted:
                more = (await self._told(hand, self._practise, [step])) == [True]
                step += 1
        except Exception as error:
            log.warning("processus de lecture non préparé", action="read_mail", because=str(error))

    async def _hire(self, wanted: int) -> None:
        """As many hands as there is use for; where none can be had, the work is done here."""
        while len(self._hired) < min(self._most, wanted):
            path = [os.path.abspath(place) for place in sys.path]
            words = WORDS.format(path=path, call=f"main({self._processor_seconds!r})")
            try:
                hand = await asyncio.create_subprocess_exec(
                    sys.executable, "-P", "-c", words, stdin=PIPE, stdout=PIPE
                )
                await self._done(hand, len, [""])  # whoever cannot even this is of no use
            except (OSError, RuntimeError) as error:
                log.warning("aucun processus de lecture", action="read_mail", because=str(error))
                return
            self._hired.append(hand)

    async def _shared(
        self, work: Callable[[Item], Answer], items: Sequence[Item]
    ) -> Sequence[Answer]:
        todo = deque(_portions(len(items), len(self._hired) * PORTIONS_A_HAND))
        answers: dict[int, Sequence[Answer]] = {}
        failures: list[Exception] = []

        async def busy(hand: Process) -> None:
            while todo and not failures:
                start, end = todo.popleft()
                try:
                    answers[start] = await self._done(hand, work, items[start:end])
                except Exception as error:
                    failures.append(error)

        async with asyncio.TaskGroup() as group:
            for hand in self._hired:
                group.create_task(busy(hand))
        if failures:
            raise failures[0]
        return [answer for start in sorted(answers) for answer in answers[start]]

    async def _done(
        self, hand: Process, work: Callable[[Item], Answer], items: Sequence[Item]
    ) -> Sequence[Answer]:
        answers = await self._told(hand, work, items)
        if answers is None:
            # It raised there. Here it raises again, whole; or it was the other process's own fault.
            return [work(item) for item in items]
        return answers

    async def _told(self, hand: Process, work: object, items: Sequence[object]) -> list[Any] | None:
        """What the hand answers; None where the work raised."""
        try:
            async with asyncio.timeout(self._seconds):
                return await _asked(hand, (work, items))
        except TimeoutError as error:
            await self._dismissed(hand, at_once=True)
            raise RuntimeError("processus de lecture sans réponse") from error
        except (OSError, EOFError) as error:
            await self._dismissed(hand)
            raise self._of_death(hand.returncode or 0) from error
        except BaseException:
            # What it would say now belongs to nobody.
            await asyncio.shield(self._dismissed(hand, at_once=True))
            raise

    def _of_death(self, code: int) -> RuntimeError:
        """Why a process ended before it answered; a code below zero is a signal's number."""
        who = "processus de lecture"
        match -code:
            case signal.SIGKILL:
                # Nobody here sends it to one that works: the kernel does, short of memory.
                return CutShort(f"{who} tué par le système (SIGKILL) : mémoire insuffisante ?")
            case signal.SIGPROF:
                return RuntimeError(f"{who} arrêté après {self._processor_seconds:.0f} s de calcul")
            case number if number > 0:
                return RuntimeError(f"{who} arrêté au milieu ({signal.Signals(number).name})")
            case _:
                return RuntimeError(f"{who} arrêté au milieu (code {code})")

    async def _dismissed(self, hand: Process, *, at_once: bool = False) -> None:
        if hand in self._hired:
            self._hired.remove(hand)
        await _goodbye(hand, at_once=at_once)


def _portions(items: int, parts: int) -> Iterator[tuple[int, int]]:
    """Where each portion of so many items starts and ends."""
    start = 0
    while start < items:
        end = start + max(1, (items - start) // parts)
        yield start, end
        start = end


async def _asked(hand: Process, what: object) -> list[Any] | None:
    assert hand.stdin is not None
    assert hand.stdout is not None
    hand.stdin.write(framed(what))
    await hand.stdin.drain()
    (length,) = HEAD.unpack(await hand.stdout.readexactly(HEAD.size))
    answers: list[Any] | None = pickle.loads(await hand.stdout.readexactly(length))
    return answers


async def _goodbye(hand: Process, *, at_once: bool = False) -> None:
    assert hand.stdin is not None
    hand.stdin.close()
    try:
        async with asyncio.timeout(0 if at_once else GOODBYE_SECONDS):
            await hand.wait()
    except TimeoutError:
        # Not `hand.kill`: it waits for the process, and asyncio, which does too, then complains.
        with suppress(ProcessLookupError):
            os.kill(hand.pid, signal.SIGKILL)
        await hand.wait()
