"""One IMAP connection: one command at a time, given up at any doubt.

Whoever uses a session holds a lock on it. Every wait has a limit; a command that timed out, was
cancelled or was answered BAD leaves the connection in an unknown state, so it is cut.
"""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Sequence
from typing import NamedTuple

from aioimaplib.aioimaplib import AUTH, SELECTED, Command, IdleCommand

from relance_mailer.adapters.imap_account import (
    Denied,
    ImapAccount,
    ImapLimits,
    fault_of,
    without_secrets,
)
from relance_mailer.adapters.imap_names import encode_folder, quote
from relance_mailer.adapters.imap_protocol import ConnectionLost, HardenedProtocol
from relance_mailer.ports import Fault, Temporary

Lines = Sequence[bytes | bytearray]
CHATTER = re.compile(rb"OK\b", re.IGNORECASE)  # « * OK Still here » tells nothing new
TROUBLE = re.compile(rb"(NO|BAD)\b", re.IGNORECASE)


class Selected(NamedTuple):
    """The folder that is selected, and until when (loop time) its UIDVALIDITY is believed."""

    folder: str
    uidvalidity: int
    until: float

    def still_holds(self, folder: str, now: float) -> bool:
        """Whether that folder needs no SELECT."""
        return self.folder == folder and now < self.until


class ImapSession:
    """A connection; `imap_login.open_session` makes one that is open and logged in."""

    def __init__(self, account: ImapAccount, limits: ImapLimits) -> None:
        self._account = account
        self._limits = limits
        self._loop = asyncio.get_running_loop()
        bytes_max = limits.message_bytes + 2 * limits.batch_bytes
        self.protocol = HardenedProtocol(self._loop, answer_bytes_max=bytes_max)
        self.capabilities: frozenset[str] = frozenset()
        self._used_at = self._loop.time()
        self._selected: Selected | None = None

    @property
    def host(self) -> str:
        """The server's name, for messages to the operator."""
        return self._account.host

    async def is_alive(self) -> bool:
        """Whether it may be used again; a connection long unused is asked."""
        if self.protocol.lost is not None:
            return False
        if self._loop.time() - self._used_at > self._limits.unused_seconds:
            with contextlib.suppress(TimeoutError, Fault, Denied):
                async with asyncio.timeout(self._limits.probe_seconds):
                    await self.run("NOOP")
        return self.protocol.lost is None

    def abort(self) -> None:
        """Cut the connection without a word."""
        self.protocol.break_off()

    async def run(self, name: str, *words: str, by_uid: bool = False) -> Lines:
        """Run a command and give the lines of its answer, literals as bytearrays.

        Raises Denied on NO, Temporary on anything else; then the connection is cut.
        """
        prefix = "UID" if by_uid else ""
        command = Command(name, self.protocol.new_tag(), *words, prefix=prefix, loop=self._loop)
        async with self._guarded():
            result, lines = await self.protocol.execute(command)
            if result == "NO":
                raise Denied(_text(lines))
            if result != "OK":
                raise ConnectionLost(f"commande {name} refusée : {_text(lines)}")
        return list(lines)

    async def ask_capabilities(self) -> None:
        """Ask what the server offers now; aioimaplib keeps an old answer after a login."""
        words = b" ".join(bytes(line) for line in (await self.run("CAPABILITY"))[:-1])
        self.capabilities = frozenset(words.decode("ascii", "replace").upper().split())

    async def select(self, folder: str) -> int:
        """Have a folder selected and its view up to date; its UIDVALIDITY. Raises Denied."""
        if self._selected is not None and self._selected.still_holds(folder, self._loop.time()):
            lines = await self.run("NOOP")
            # Dovecot answers so when the folder was deleted, and made again, under our feet.
            if not any(TROUBLE.match(line) for line in lines[:-1]):
                return self._selected.uidvalidity
        return await self._select_afresh(folder)

    async def _select_afresh(self, folder: str) -> int:
        self._selected = None
        try:
            lines = await self.run("SELECT", encode_folder(folder))
        except Denied:
            # RFC 3501 §6.3.1: after a NO nothing is selected, whatever was before.
            self.protocol.state = AUTH
            raise
        self.protocol.state = SELECTED
        for line in lines:
            if found := re.search(rb"\[UIDVALIDITY (\d+)\]", line, re.IGNORECASE):
                until = self._loop.time() + self._limits.reselect_seconds
                self._selected = Selected(folder, int(found[1]), until)
                return self._selected.uidvalidity
        self.abort()
        raise Temporary(f"{self._account.host} : dossier « {folder} » sans UIDVALIDITY")

    async def append(self, folder: str, raw: bytes, *, date: str) -> None:
        """File a message as seen. Raises Denied."""
        self.protocol.literal_data = raw
        try:
            words = (encode_folder(folder), r"(\Seen)", quote(date), f"{{{len(raw)}}}")
            await self.run("APPEND", *words)
        finally:
            self.protocol.literal_data = None

    async def news(self) -> bool:
        """Whether the selected folder changed since the last command (NOOP)."""
        lines = await self.run("NOOP")
        return any(not CHATTER.match(line) for line in lines[:-1])

    async def idle(self, seconds: float) -> bool:
        """Whether the server pushed something within that time.

        Without IDLE on the server, asks from time to time.
        """
        if "IDLE" not in self.capabilities:
            await asyncio.sleep(min(seconds, self._limits.poll_seconds))
            return await self.news()
        pushed = await self._idle_once(seconds)
        if not pushed:
            await self._end_idle()
            return False
        # The push is what counts: should the farewell fail, the session is cut and we still know.
        with contextlib.suppress(Temporary):
            await self._end_idle()
        return True

    async def log_out(self) -> None:
        """Say good-bye, if the server listens, and close."""
        with contextlib.suppress(Fault, Denied):
            async with asyncio.timeout(5):
                await self.run("LOGOUT")
        self.abort()

    async def _idle_once(self, seconds: float) -> bool:
        protocol = self.protocol
        async with self._guarded():
            self._drain_pushes()
            protocol._idle_event.clear()
            command = IdleCommand(protocol.new_tag(), protocol.idle_queue, loop=self._loop)
            protocol.pending_sync_command = command
            protocol.send(str(command))
            await protocol._idle_event.wait()
            if protocol.pending_sync_command is not command:
                raise protocol.lost or ConnectionLost("IDLE refusé")
        return await self._await_push(seconds)

    async def _await_push(self, seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                while True:
                    push = await self.protocol.idle_queue.get()
                    if push is None or any(line.upper().startswith(b"BYE") for line in push):
                        raise self.protocol.lost or ConnectionLost(_text(push or []))
                    if any(not CHATTER.match(line) for line in push):
                        return True
        except TimeoutError:
            return False
        except ConnectionLost as error:
            self.abort()
            raise fault_of(error, self._account) from error
        except BaseException:
            self.abort()
            raise

    async def _end_idle(self) -> None:
        """Leave IDLE; that the server answers shows that it lives."""
        command = self.protocol.pending_sync_command
        async with self._guarded():
            if command is None:
                raise self.protocol.lost or ConnectionLost("IDLE interrompu")
            self.protocol.send("DONE")
            await command.wait()
        self._drain_pushes()

    def _drain_pushes(self) -> None:
        while not self.protocol.idle_queue.empty():
            self.protocol.idle_queue.get_nowait()

    @contextlib.asynccontextmanager
    async def _guarded(self) -> AsyncIterator[None]:
        """Bound what waits on the server; a doubt cuts the connection."""
        self.protocol.begin_command()
        try:
            async with self._patience():
                if self.protocol.lost is not None:
                    raise self.protocol.lost
                yield
        except Denied:
            self._used_at = self._loop.time()
            raise
        except Exception as error:
            self.abort()
            raise fault_of(error, self._account) from without_secrets(error)
        except BaseException:
            self.abort()
            raise
        self._used_at = self._loop.time()

    @contextlib.asynccontextmanager
    async def _patience(self) -> AsyncIterator[None]:
        end = self._loop.time() + self._limits.command_seconds
        async with asyncio.timeout(self._limits.quiet_seconds) as limit:

            def wait_on() -> None:
                if not limit.expired():
                    limit.reschedule(min(end, self._loop.time() + self._limits.quiet_seconds))

            self.protocol.on_data = wait_on
            try:
                yield
            finally:
                self.protocol.on_data = _nothing


def _text(lines: Lines) -> str:
    return bytes(lines[-1]).decode("utf-8", "replace") if lines else ""


def _nothing() -> None:
    return None
