"""An SMTP server that begins an answer at a step of a test's choice, and never comes to its end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from servers.ports import LOOPBACK

DRIP_SECONDS = 0.01
GREETING = "accueil"
ANSWERS = {
    GREETING: b"220",
    "EHLO": b"250-goutte.test\r\n250-AUTH PLAIN LOGIN\r\n250-STARTTLS\r\n250",
    "STARTTLS": b"220",
    "AUTH": b"235",
    "MAIL": b"250",
    "RCPT": b"250",
    "DATA": b"354",
    "QUIT": b"221",
}


@dataclass
class DrippingSmtp:
    """Where it listens; with `at` empty it answers everything at once."""

    port: int
    at: str
    lines: int = 0  # connections that were opened


@asynccontextmanager
async def dripping_smtp(at: str) -> AsyncIterator[DrippingSmtp]:
    """A server for as long as the block lasts."""
    talks: set[asyncio.Task[None]] = set()

    async def says(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, step: str) -> None:
        answer = ANSWERS.get(step, b"250")
        while step == told.at:
            writer.write(answer[:3] + b"-encore\r\n")
            with suppress(TimeoutError):
                async with asyncio.timeout(DRIP_SECONDS):
                    if not await reader.read(1):
                        raise ConnectionResetError
        writer.write(answer + b" ok\r\n")
        await writer.drain()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.current_task()
        assert talk is not None
        talks.add(talk)
        told.lines += 1
        with suppress(ConnectionError):
            await says(reader, writer, GREETING)
            while line := await reader.readline():
                step = line.split()[0].decode("ascii", "replace").upper()
                await says(reader, writer, step)
                if step == "DATA":
                    await reader.readuntil(b"\r\n.\r\n")
                    await says(reader, writer, "taken")
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    server = await asyncio.start_server(serve, LOOPBACK, 0)
    told = DrippingSmtp(port=server.sockets[0].getsockname()[1], at=at)
    try:
        yield told
    finally:
        server.close()
        # A talk ends when its client has hung up: nothing is left open behind the test.
        await asyncio.gather(*talks)
