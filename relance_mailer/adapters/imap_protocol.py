"""aioimaplib's protocol, hardened: whatever the server does, a command ends.

Stock 2.0.3 hangs for ever or loses data in situations that a mailbox meets every week. What is
other here, and must stay when the library moves:

- responses are read in a loop, not by recursion: 3 000 lines in one packet are 3 000 lines;
- a lost connection ends the pending command, the greeting and IDLE at once;
- exactly one command is in flight (the session's lock sees to it), so every untagged line is its;
- a response goes on after a literal until a line ends without one: no counting of parentheses;
- only the leading star of a line is cut off: « Relances * 2026 » keeps its name;
- a challenge to AUTHENTICATE is answered: first with the credentials, then with an empty line,
  after which the server says NO (RFC 4959, XOAUTH2's error challenge). The credentials never stand
  in a command, so no exception nor log can show them;
- what doesn't fit the grammar, or is larger than was asked for, ends the connection.
"""

import asyncio
import logging
import re
from collections.abc import Callable
from typing import Any

from aioimaplib.aioimaplib import (
    AUTH,
    CONNECTED,
    LOGOUT,
    NONAUTH,
    Command,
    IMAP4ClientProtocol,
)

CRLF = b"\r\n"
LINE_BYTES_MAX = 16 * 1024 * 1024  # a UID SEARCH over two million messages is one line
_LITERAL = re.compile(rb"\{(\d{1,18})\}$")
_TAGGED = re.compile(rb"[A-Za-z0-9]+ (OK|NO|BAD)\b", re.IGNORECASE)

# At DEBUG the library prints whole messages and bearer tokens.
logging.getLogger("aioimaplib").setLevel(logging.INFO)


class ConnectionLost(Exception):
    """The connection is gone, or what came over it can't be trusted any more."""


# The library has no annotations: what mypy infers from its `= None` is wrong.
_Stock: Any = IMAP4ClientProtocol


class HardenedProtocol(_Stock):  # type: ignore[misc]  # see _Stock
    """One connection's reader and writer; `answer_bytes_max` bounds what one command may bring."""

    transport: asyncio.WriteTransport | None
    state: str
    literal_data: bytes | None
    pending_sync_command: Command | None
    pending_async_commands: dict[str, Command]
    idle_queue: asyncio.Queue[list[bytes] | None]  # None: the connection is lost

    def __init__(self, loop: asyncio.AbstractEventLoop, *, answer_bytes_max: int) -> None:
        super().__init__(loop)
        self.greeted: asyncio.Future[bytes] = loop.create_future()
        self.lost: ConnectionLost | None = None
        self.farewell = b""
        self.sasl_answer: bytes | None = None
        self.on_data: Callable[[], None] = lambda: None
        self._answer_bytes_max = answer_bytes_max
        self._answer_bytes = 0
        self._buffer = bytearray()
        self._scanned = 0
        self._literal: bytearray | None = None
        self._literal_size = 0
        self._continued = False
        self._open: Command | None = None

    @property
    def in_flight(self) -> Command | None:
        """The command that waits for its answer."""
        if self.pending_sync_command is not None:
            return self.pending_sync_command
        return next(iter(self.pending_async_commands.values()), None)

    @property
    def has_leftovers(self) -> bool:
        """Whether something came that is not read yet."""
        return bool(self._buffer)

    def begin_command(self) -> None:
        """A new command may bring as much as the last one."""
        self._answer_bytes = 0

    def data_received(self, data: bytes) -> None:
        """Take what came; anything unexpected ends the connection."""
        self._buffer += data
        self._answer_bytes += len(data)
        self.on_data()
        try:
            if self._answer_bytes > self._answer_bytes_max:
                raise ConnectionLost("réponse démesurée du serveur")
            self._take_buffer()
        except Exception as error:
            # Inside a callback of the loop an exception would reach nobody.
            self.break_off(error)

    def _take_buffer(self) -> None:
        while self._take_literal() and (line := self._next_line()) is not None:
            self._take_line(line)
        if self.pending_sync_command is not None:
            self.pending_sync_command.flush()

    def _take_literal(self) -> bool:
        """Whether no literal is awaited any more."""
        if self._literal is None:
            return True
        missing = self._literal_size - len(self._literal)
        self._literal += self._buffer[:missing]
        del self._buffer[:missing]
        if len(self._literal) < self._literal_size:
            return False
        if self._open is not None:
            self._open.append_to_resp(self._literal)  # type: ignore[arg-type]  # as the library
        self._literal = None
        return True

    def _next_line(self) -> bytes | None:
        end = self._buffer.find(CRLF, self._scanned)
        if end < 0:
            if len(self._buffer) > LINE_BYTES_MAX:
                raise ConnectionLost("ligne sans fin")
            self._scanned = max(0, len(self._buffer) - 1)
            return None
        line = bytes(self._buffer[:end])
        del self._buffer[: end + len(CRLF)]
        self._scanned = 0
        return line

    def _take_line(self, line: bytes) -> None:
        if self._continued:
            command = self._open
            if command is not None:
                command.append_to_resp(line)
        else:
            command = self._begin(line)
        size = _LITERAL.search(line)
        self._continued = size is not None
        self._open = command if size else None
        if size:
            self._literal, self._literal_size = bytearray(), int(size[1])

    def _begin(self, line: bytes) -> Command | None:
        """Take the first line of a response; the command that it answers."""
        if self.state == CONNECTED:
            self._greet(line)
        elif line.startswith(b"* "):
            return self._untagged_response(line)
        elif line.startswith(b"+"):
            self._continuation(line)
        elif _TAGGED.match(line):
            self._response_done(line)
        elif line:
            raise ConnectionLost("réponse incompréhensible du serveur")
        return None

    def _greet(self, line: bytes) -> None:
        if line.startswith(b"* PREAUTH"):
            self.state = AUTH
        elif line.startswith(b"* OK"):
            self.state = NONAUTH
        else:
            raise ConnectionLost(f"accueil refusé : {line[:200].decode('utf-8', 'replace')}")
        if not self.greeted.done():
            self.greeted.set_result(line)

    def _untagged_response(self, line: bytes) -> Command | None:
        text = line[2:]
        if text.upper().startswith(b"BYE"):
            self.farewell = text
        command = self.in_flight
        if command is not None:
            command.append_to_resp(text)
        return command

    def _response_done(self, line: bytes) -> None:
        tag, _, answer = line.partition(b" ")
        command = self.in_flight
        # The message doesn't show the command: a LOGIN holds a password.
        if command is None or command.tag != tag.decode("ascii", "replace"):
            raise ConnectionLost("réponse du serveur à une commande qui n'a pas été faite")
        self._forget_commands()
        result, _, text = answer.partition(b" ")
        command.close(text, result=result.decode().upper())
        self._idle_event.set()

    def _continuation(self, line: bytes) -> None:
        command = self.in_flight
        if command is None or command.name not in {"AUTHENTICATE", "APPEND", "IDLE"}:
            raise ConnectionLost("le serveur demande une suite que personne n'a annoncée")
        if command.name == "AUTHENTICATE":
            answer, self.sasl_answer = self.sasl_answer or b"", None
            self._write(answer + CRLF)
        elif command.name == "APPEND" and self.literal_data is None:
            raise ConnectionLost("le serveur demande deux fois le même message")
        else:
            super()._continuation(line)

    def _write(self, data: bytes) -> None:
        if self.transport is not None:
            self.transport.write(data)

    def connection_lost(self, exc: Exception | None) -> None:
        """End whatever waits."""
        words = self.farewell[:200].decode("utf-8", "replace") or str(
            exc or "fermée par le serveur"
        )
        self._lose(ConnectionLost(f"connexion perdue ({words})"))

    def break_off(self, error: Exception | None = None) -> None:
        """Cut the connection without a word and end whatever waits."""
        if isinstance(error, ConnectionLost):
            self._lose(error)
        else:
            self._lose(ConnectionLost(f"connexion abandonnée ({error or 'par nous'})"))
        if self.transport is not None:
            self.transport.abort()

    def _lose(self, error: ConnectionLost) -> None:
        if self.lost is not None:
            return
        self.lost = error
        self.state = LOGOUT
        command = self.in_flight
        self._forget_commands()
        if command is not None:
            command._exception = error  # type: ignore[assignment]  # see _Stock
            command.close(b"", "KO")
        if not self.greeted.done():
            self.greeted.set_exception(error)
            self.greeted.exception()  # whoever waits is told; nobody may be waiting
        self._idle_event.set()
        self.idle_queue.put_nowait(None)

    def _forget_commands(self) -> None:
        self.pending_sync_command = None
        self.pending_async_commands.clear()
