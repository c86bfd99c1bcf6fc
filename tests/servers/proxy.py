"""A TCP proxy that cuts, swallows, delays or freezes: the network on a bad day."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from servers.ports import LOOPBACK

CHUNK = 65_536
STOP_SECONDS_MAX = 5.0


class Proxy:
    """Stands between a client and a server on loopback, on the test's own event loop."""

    def __init__(self, target_port: int) -> None:
        self._target_port = target_port
        self._server: asyncio.Server | None = None
        self._pairs: set[tuple[asyncio.StreamWriter, asyncio.StreamWriter]] = set()
        self._forgotten: set[tuple[asyncio.StreamWriter, asyncio.StreamWriter]] = set()
        self._flowing = asyncio.Event()
        self._flowing.set()
        self._swallowing = False
        self._refusing = False
        self._delay_seconds = 0.0
        self._cut_at: bytes | None = None
        self._swallow_after: bytes | None = None
        self._serving: set[asyncio.Task[None]] = set()
        self._awaited: dict[bytes, asyncio.Event] = {}
        self.opened = 0
        self.swallowed = asyncio.Event()
        self.was_cut = asyncio.Event()

    @property
    def port(self) -> int:
        """Where the client connects."""
        assert self._server is not None
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    @property
    def alive(self) -> int:
        """How many connections are open now."""
        return len(self._pairs)

    def cut_now(self) -> None:
        """Reset every connection; new ones are let through."""
        for near, far in tuple(self._pairs):
            near.transport.abort()
            far.transport.abort()
        self.was_cut.set()

    def cut_when_client_says(self, words: bytes) -> None:
        """Reset the connection, once, instead of letting these words of the client through."""
        self._cut_at = words

    async def client_said(self, words: bytes) -> None:
        """Wait until the client says these words, from now on."""
        await self._awaited.setdefault(words, asyncio.Event()).wait()

    def swallow_replies(self) -> None:
        """From now on nothing that the server says reaches the client."""
        self._swallowing = True

    def swallow_replies_after(self, words: bytes) -> None:
        """The client's words still pass; from then on nothing that the server says comes back.

        `b"\\r\\n.\\r\\n"` is the final dot of SMTP: the server takes the letter, nobody hears it.
        """
        self._swallow_after = words

    def freeze(self) -> None:
        """Nothing passes either way; connections stay open."""
        self._flowing.clear()

    def forget(self) -> None:
        """Nothing passes any more on the connections that are open; new ones are let through."""
        self._forgotten |= self._pairs

    def delay(self, seconds: float) -> None:
        """Every answer of the server comes that much later."""
        self._delay_seconds = seconds

    def refuse(self) -> None:
        """New connections are closed at once."""
        self._refusing = True

    def mend(self) -> None:
        """All as if nothing had been asked for."""
        self._swallowing = self._refusing = False
        self._cut_at = self._swallow_after = None
        self._delay_seconds = 0.0
        self._flowing.set()

    async def start(self) -> None:
        """Listen."""
        self._server = await asyncio.start_server(self._serve, LOOPBACK, 0)

    async def stop(self) -> None:
        """Close everything."""
        assert self._server is not None
        self._server.close()
        self.mend()
        self.cut_now()
        if self._serving:
            await asyncio.wait(self._serving, timeout=STOP_SECONDS_MAX)

    async def _serve(self, from_client: asyncio.StreamReader, near: asyncio.StreamWriter) -> None:
        self.opened += 1
        serving = asyncio.current_task()
        assert serving is not None
        self._serving.add(serving)
        serving.add_done_callback(self._serving.discard)
        if self._refusing:
            near.close()
            return
        try:
            from_server, far = await asyncio.open_connection(LOOPBACK, self._target_port)
        except OSError:
            near.transport.abort()
            return
        pair = (near, far)
        self._pairs.add(pair)
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(self._carry(from_client, pair, far, self._client_says))
                both.create_task(self._carry(from_server, pair, near, self._server_says))
        finally:
            self._pairs.discard(pair)
            near.transport.abort()
            far.transport.abort()

    async def _carry(
        self,
        source: asyncio.StreamReader,
        pair: tuple[asyncio.StreamWriter, asyncio.StreamWriter],
        sink: asyncio.StreamWriter,
        passes: Callable[["_Said"], Awaitable[bool]],
    ) -> None:
        before = b""
        try:
            while data := await source.read(CHUNK):
                if await passes(_Said(before, data)) and pair not in self._forgotten:
                    sink.write(data)
                    await sink.drain()
                before = data
            sink.write_eof()
        except OSError:
            # A side that was reset, not closed, has no end to pass on: the other is told so too.
            for end in pair:
                end.transport.abort()

    async def _client_says(self, said: "_Said") -> bool:
        for words, event in self._awaited.items():
            if said.has(words):
                event.set()
        await self._flowing.wait()
        if said.has(self._cut_at):
            self._cut_at = None
            self.cut_now()
            return False
        if said.has(self._swallow_after):
            self._swallowing = True
        return True

    async def _server_says(self, _: "_Said") -> bool:
        await self._flowing.wait()
        if self._swallowing:
            self.swallowed.set()
            return False
        if self._delay_seconds:
            await _later(self._delay_seconds)
        return True


@dataclass(frozen=True, slots=True)
class _Said:
    """What just came, and the piece before it: words may come in two."""

    before: bytes
    data: bytes

    def has(self, words: bytes | None) -> bool:
        """Whether these words end in what just came."""
        if words is None:
            return False
        overlap = len(words) - 1
        return words in (self.before[-overlap:] if overlap else b"") + self.data


@asynccontextmanager
async def running_proxy(target_port: int) -> AsyncIterator[Proxy]:
    """A proxy in front of a loopback port, for as long as the block lasts."""
    proxy = Proxy(target_port)
    await proxy.start()
    try:
        yield proxy
    finally:
        await proxy.stop()


async def _later(seconds: float) -> None:
    """A slow line: what it carries arrives that much later."""
    loop = asyncio.get_running_loop()
    arrived = loop.create_future()
    loop.call_later(seconds, arrived.set_result, None)
    await arrived
