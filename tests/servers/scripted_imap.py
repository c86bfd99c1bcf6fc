"""An IMAP server that says what a test wrote down: for faults that a real one won't make."""

import asyncio
import base64
import contextlib
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from servers.ports import LOOPBACK

STOP_SECONDS_MAX = 5.0
# Instead of an answer: hang up, or say nothing for ever.
CLOSE, SILENCE = b"<close>", b"<silence>"

USUAL = {
    "CAPABILITY": b"* CAPABILITY IMAP4rev1 AUTH=PLAIN IDLE\r\n{tag} OK done\r\n",
    "SELECT": b"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\n{tag} OK [READ-WRITE] done\r\n",
    "LIST": b'* LIST () "/" INBOX\r\n{tag} OK done\r\n',
    "LOGOUT": b"* BYE\r\n{tag} OK done\r\n",
    "UID SEARCH": b"* SEARCH 1\r\n{tag} OK done\r\n",
    "IDLE": b"+ idling\r\n",
    "DONE": b"{tag} OK done\r\n",
}


class ScriptedImap:
    """Answers by the name of the command, « UID FETCH 1:2 » before « UID FETCH » before « UID ».

    `say` sets one answer or several, given in turn, the last one for ever; `{tag}` the command's.
    A challenge to AUTHENTICATE (`+ …`) is followed by the rest once the client has answered it.
    `heard` holds what the client said, without tags, credentials decoded.
    """

    def __init__(self, *, greeting: bytes = b"* OK ready\r\n", tls: ssl.SSLContext | None = None):
        self.greeting = greeting
        self.heard: list[str] = []
        self._tls = tls
        self._answers = {name: [answer] for name, answer in USUAL.items()}
        self._server: asyncio.Server | None = None
        self._serving: set[asyncio.Task[None]] = set()
        self._writers: set[asyncio.StreamWriter] = set()
        self._idling = asyncio.Event()

    @property
    def port(self) -> int:
        assert self._server is not None
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    def say(self, name: str, *answers: bytes) -> None:
        """What to answer to a command from now on."""
        self._answers[name] = list(answers)

    async def push(self, data: bytes) -> None:
        """Say something unasked, once a client idles."""
        await self._idling.wait()
        for writer in self._writers:
            writer.write(data)

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._serve, LOOPBACK, 0, ssl=self._tls)

    async def stop(self) -> None:
        assert self._server is not None
        self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        if self._serving:
            await asyncio.wait(self._serving, timeout=STOP_SECONDS_MAX)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        serving = asyncio.current_task()
        assert serving is not None
        self._serving.add(serving)
        serving.add_done_callback(self._serving.discard)
        self._writers.add(writer)
        with contextlib.suppress(OSError, EOFError):
            if self.greeting != SILENCE:
                writer.write(self.greeting)
            while line := await reader.readline():
                if not await self._answer(line.decode().strip(), reader, writer):
                    break
        self._writers.discard(writer)
        writer.transport.abort()

    async def _answer(
        self, line: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        tag, _, command = line.partition(" ")
        if line == "DONE":
            tag, command = self._idle_tag, "DONE"
        self.heard.append(command)
        if command == "IDLE":
            self._idle_tag = tag
            self._idling.set()
        answer = self._answer_to(command)
        if answer == CLOSE:
            return False
        if command.startswith("AUTHENTICATE") and answer != SILENCE:
            writer.write(b"+ \r\n")
            self.heard.append(base64.b64decode(await reader.readline()).decode())
            if answer.startswith(b"+"):
                challenge, _, answer = answer.partition(b"\r\n")
                writer.write(challenge + b"\r\n")
                assert await reader.readline() == b"\r\n"
        if answer != SILENCE:
            writer.write(answer.replace(b"{tag}", tag.encode()))
            await writer.drain()
        return True

    def _answer_to(self, command: str) -> bytes:
        words = command.split(" ")
        for count in range(len(words), 0, -1):
            answers = self._answers.get(" ".join(words[:count]))
            if answers is not None:
                return answers.pop(0) if len(answers) > 1 else answers[0]
        return b"{tag} OK done\r\n"


@asynccontextmanager
async def running_scripted_imap(
    *, greeting: bytes = b"* OK ready\r\n", tls: ssl.SSLContext | None = None
) -> AsyncIterator[ScriptedImap]:
    """A scripted server for as long as the block lasts."""
    server = ScriptedImap(greeting=greeting, tls=tls)
    await server.start()
    try:
        yield server
    finally:
        await server.stop()
