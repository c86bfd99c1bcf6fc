"""A slow line to the mail server, on which one can wait for the n-th letter to reach some point."""

import asyncio
import re
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from servers.proxy import Proxy, _Said

SENDER, RECIPIENT, DATA, FINAL_DOT = b"MAIL FROM", b"RCPT TO", b"DATA\r\n", b"\r\n.\r\n"
"""What the client says; the letters themselves must not pass for a command."""
TAKEN = b"queued as"
"""What Postfix answers when the letter is in its queue."""
GO_AHEAD = b"354 "
_NAMED = re.compile(rb"^RCPT TO:<([^>]+)>", re.IGNORECASE | re.MULTILINE)


class SlowLine(Proxy):
    """A proxy in clear that delays every answer and counts what passes.

    `refused` has, for each recipient, in which `era` a refusal for good reached the client: how
    many had died by then, in a trial that counts them.
    """

    def __init__(self, target_port: int) -> None:
        super().__init__(target_port)
        self.passed: Counter[bytes] = Counter()
        self.refused: defaultdict[str, list[int]] = defaultdict(list)
        self.era: Callable[[], int] = lambda: 0
        self._hang_ups = 0
        self._recipients: dict[asyncio.StreamWriter, str] = {}
        self._waiters: list[tuple[bytes, int, asyncio.Event]] = []

    def hang_up_at_go_ahead(self, times: int) -> None:
        """Close the line, so often, once the server asked for the letter and before it comes."""
        self._hang_ups = times

    def mend(self) -> None:
        """All as if nothing had been asked for."""
        super().mend()
        self._hang_ups = 0

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
        near, _ = pair

        async def noted(said: _Said) -> bool:
            if sink is not near and (to := _NAMED.search(said.data)):
                self._recipients[near] = to.group(1).decode()
            goes_on = await passes(said)
            if sink is near and said.data.startswith(b"5") and near in self._recipients:
                self.refused[self._recipients.pop(near)].append(self.era())
            if sink is near and self._hang_ups and said.data.startswith(GO_AHEAD):
                self._hang_ups -= 1
                # What stands before the end of the line is still read: it is no reset.
                near.write(said.data)
                near.close()
                return False
            return goes_on

        try:
            await super()._carry(source, pair, sink, noted)
        finally:
            # Who was killed says no goodbye: the other side hears that the line is gone.
            sink.close()
            self._recipients.pop(near, None)

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
