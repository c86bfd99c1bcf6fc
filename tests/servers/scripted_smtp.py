"""An SMTP server that says after the final dot, or to a recipient, what a test wants it to say."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from servers.ports import LOOPBACK


@dataclass
class ScriptedSmtp:
    """Where it listens."""

    port: int


@asynccontextmanager
async def scripted_smtp(
    *, after_dot: bytes = b"250 2.0.0 Ok", refuse: bytes = b"\0"
) -> AsyncIterator[ScriptedSmtp]:
    """A server for as long as the block lasts; recipients holding `refuse` are refused."""

    talks: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.current_task()
        assert talk is not None
        talks.add(talk)
        writer.write(b"220 scripted\r\n")
        while line := await reader.readline():
            word = line[:4].upper()
            if word == b"DATA":
                writer.write(b"354 go\r\n")
                await reader.readuntil(b"\r\n.\r\n")
                writer.write(after_dot + b"\r\n")
            elif word == b"RCPT" and refuse in line:
                writer.write(b"550 5.1.1 inconnu\r\n")
            elif word == b"QUIT":
                writer.write(b"221 bye\r\n")
                break
            else:
                writer.write(b"250 ok\r\n")
            await writer.drain()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(serve, LOOPBACK, 0)
    try:
        yield ScriptedSmtp(port=server.sockets[0].getsockname()[1])
    finally:
        server.close()
        # A talk ends when its client has hung up: nothing is left open behind the test.
        await asyncio.gather(*talks)
