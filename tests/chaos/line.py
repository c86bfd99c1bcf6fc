"""A slow line to the mail server, on which one can wait for the n-th letter to reach some point."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from servers.proxy import Proxy, _Said

SENDER, RECIPIENT, DATA, FINAL_DOT = b"MAIL FROM", b"RCPT TO", b"DATA\r\n", b"\r\n.\r\n"
"""What the client says; the letters themselves must not pass for a command."""
TAKEN = b"queued as"
"""What Postfix answers when the letter is in its queue."""


class SlowLine(Proxy):
    """A proxy in clear that delays every answer and counts what passes."""

    def __init__(self, target_port: int) -> None:
        super().__init__(target_port)
        self.passed: Counter[bytes] = Counter()
        self._waiters: list[tuple[bytes, int, asyncio.Event]] = []

    async def reaches(self, words: bytes, number: int) -> None:
        """Wait until these words passed that often since the beginning."""
        event = asyncio.Event()
        self._waiters.append((words, number, event))
        self._wake()
        await event.wait()

    async def _carry(
        self,
        source: asyncio.StreamReader,
        pair: tuple[asyncio.StreamWriter, asyncio.StreamWriter],
        sink: asyncio.StreamWriter,
        passes: Callable[[_Said], Awaitable[bool]],
    ) -> None:
        try:
            await super()._carry(source, pair, sink, passes)
        finally:
            # Who was killed says no goodbye: the other side hears that the line is gone.
            sink.close()

    async def _client_says(self, said: _Said) -> bool:
        passes = await super()._client_says(said)
        self._count(said, (SENDER, RECIPIENT, DATA, FINAL_DOT))
        return passes

    async def _server_says(self, said: _Said) -> bool:
        passes = await super()._server_says(said)
        self._count(said, (TAKEN,))
        return passes

    def _count(self, said: _Said, words: tuple[bytes, ...]) -> None:
        for one in words:
            if said.has(one):
                self.passed[one] += 1
        self._wake()

    def _wake(self) -> None:
        for words, number, event in self._waiters:
            if self.passed[words] >= number:
                event.set()


@asynccontextmanager
async def slow_line(target_port: int, *, seconds: float) -> AsyncIterator[SlowLine]:
    """A line whose answers come that much later, for as long as the block lasts."""
    line = SlowLine(target_port)
    await line.start()
    line.delay(seconds)
    try:
        yield line
    finally:
        await line.stop()
