"""One IMAP connection: opened over verified TLS, one command at a time, given up at any doubt.

Whoever uses a session holds a lock on it. Every wait has a limit; a command that timed out, was
cancelled or was answered BAD leaves the connection in an unknown state, so it is cut.
"""

import asyncio
import base64
import contextlib
import re
import socket
import ssl
from collections.abc import AsyncIterator, Sequence

from aioimaplib.aioimaplib import AUTH, NONAUTH, SELECTED, Command, IdleCommand

from relance_mailer.adapters.imap_account import (
    PASSING_CODES,
    Denied,
    ImapAccount,
    ImapLimits,
    fault_of,
    is_loopback,
    tls_context,
    without_secrets,
)
from relance_mailer.adapters.imap_names import encode_folder, quote
from relance_mailer.adapters.imap_protocol import ConnectionLost, HardenedProtocol
from relance_mailer.ports import Fault, Permanent, Temporary

Lines = Sequence[bytes | bytearray]
CHATTER = re.compile(rb"OK\b", re.IGNORECASE)  # « * OK Still here » tells nothing new


class ImapSession:
    """An open connection."""

    def __init__(self, account: ImapAccount, limits: ImapLimits) -> None:
        self._account = account
        self._limits = limits
        self._loop = asyncio.get_running_loop()
        bytes_max = limits.message_bytes + 2 * limits.batch_bytes
        self._protocol = HardenedProtocol(self._loop, answer_bytes_max=bytes_max)
        self._capabilities: frozenset[str] = frozenset()
        self._used_at = self._loop.time()

    @classmethod
    async def open(cls, account: ImapAccount, limits: ImapLimits) -> "ImapSession":
        """Connect and log in. Raises Temporary, or Permanent when settings have to change."""
        session = cls(account, limits)
        try:
            async with asyncio.timeout(limits.connect_seconds):
                await session._connect()
            async with asyncio.timeout(limits.login_seconds):
                await session._log_in()
        except BaseException as error:
            session.abort()
            if isinstance(error, Exception):
                raise fault_of(error, account) from without_secrets(error)
            raise
        return session

    @property
    def host(self) -> str:
        """The server's name, for messages to the operator."""
        return self._account.host

    @property
    def alive(self) -> bool:
        """Whether it may be used again: open, and used lately."""
        unused = self._loop.time() - self._used_at
        return self._protocol.lost is None and unused < self._limits.unused_seconds

    @property
    def lost(self) -> bool:
        """Whether the connection is gone."""
        return self._protocol.lost is not None

    def abort(self) -> None:
        """Cut the connection without a word."""
        self._protocol.break_off()

    async def run(self, name: str, *words: str, by_uid: bool = False) -> Lines:
        """Run a command and give the lines of its answer, literals as bytearrays.

        Raises Denied on NO, Temporary on anything else; then the connection is cut.
        """
        prefix = "UID" if by_uid else ""
        command = Command(name, self._protocol.new_tag(), *words, prefix=prefix, loop=self._loop)
        async with self._guarded():
            result, lines = await self._protocol.execute(command)
            if result == "NO":
                raise Denied(_text(lines))
            if result != "OK":
                raise ConnectionLost(f"commande {name} refusée : {_text(lines)}")
        return list(lines)

    async def select(self, folder: str) -> int:
        """Select a folder afresh; its UIDVALIDITY. Raises Denied."""
        try:
            lines = await self.run("SELECT", encode_folder(folder))
        except Denied:
            # RFC 3501 §6.3.1: after a NO nothing is selected, whatever was before.
            self._protocol.state = AUTH
            raise
        self._protocol.state = SELECTED
        for line in lines:
            if found := re.search(rb"\[UIDVALIDITY (\d+)\]", line, re.IGNORECASE):
                return int(found[1])
        self.abort()
        raise Temporary(f"{self._account.host} : dossier « {folder} » sans UIDVALIDITY")

    async def append(self, folder: str, raw: bytes, *, date: str) -> None:
        """File a message as seen. Raises Denied."""
        self._protocol.literal_data = raw
        try:
            words = (encode_folder(folder), r"(\Seen)", quote(date), f"{{{len(raw)}}}")
            await self.run("APPEND", *words)
        finally:
            self._protocol.literal_data = None

    async def news(self) -> bool:
        """Whether the selected folder changed since the last command (NOOP)."""
        lines = await self.run("NOOP")
        return any(not CHATTER.match(line) for line in lines[:-1])

    async def idle(self, seconds: float) -> bool:
        """Whether the server pushed something within that time.

        Without IDLE on the server, asks from time to time.
        """
        if "IDLE" not in self._capabilities:
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
        protocol = self._protocol
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
                    push = await self._protocol.idle_queue.get()
                    if push is None or any(line.upper().startswith(b"BYE") for line in push):
                        raise self._protocol.lost or ConnectionLost(_text(push or []))
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
        command = self._protocol.pending_sync_command
        async with self._guarded():
            if command is None:
                raise self._protocol.lost or ConnectionLost("IDLE interrompu")
            self._protocol.send("DONE")
            await command.wait()
        self._drain_pushes()

    def _drain_pushes(self) -> None:
        while not self._protocol.idle_queue.empty():
            self._protocol.idle_queue.get_nowait()

    @contextlib.asynccontextmanager
    async def _guarded(self) -> AsyncIterator[None]:
        """Bound what waits on the server; a doubt cuts the connection."""
        self._protocol.begin_command()
        try:
            async with self._patience():
                if self._protocol.lost is not None:
                    raise self._protocol.lost
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

            self._protocol.on_data = wait_on
            try:
                yield
            finally:
                self._protocol.on_data = _nothing

    async def _connect(self) -> None:
        account = self._account
        if account.security == "none" and not is_loopback(account.host):
            raise Permanent(
                f'{account.host} : security = "none" n\'est permis que vers la machine elle-même ; '
                'choisir "tls" ou "starttls"'
            )
        context = await asyncio.to_thread(tls_context, account.authority)
        await self._loop.create_connection(
            lambda: self._protocol,
            account.host,
            account.port,
            ssl=context if account.security == "tls" else None,
        )
        _keep_alive(self._protocol.transport)
        await self._protocol.greeted
        if account.security == "starttls":
            await self._start_tls(context)

    async def _start_tls(self, context: ssl.SSLContext) -> None:
        protocol = self._protocol
        await self._ask_capabilities()
        # A PREAUTH greeting leaves no room for STARTTLS: someone may sit between (RFC 9051 §11.3).
        if protocol.state != NONAUTH or "STARTTLS" not in self._capabilities:
            raise Permanent(
                f"{self._account.host} n'offre pas STARTTLS : rien n'est envoyé en clair ; "
                "vérifier le port, ou choisir security = « tls »"
            )
        try:
            await self.run("STARTTLS")
        except Denied as error:
            raise Temporary(f"{self._account.host} refuse STARTTLS : {error}") from error
        if protocol.transport is None:
            raise ConnectionLost("connexion fermée avant TLS")
        protocol.transport = await self._loop.start_tls(
            protocol.transport, protocol, context, server_hostname=self._account.host
        )

    async def _log_in(self) -> None:
        await self._ask_capabilities()
        if self._protocol.state == NONAUTH:
            try:
                await self._offer_credentials(fresh_token=False)
            except Denied as error:
                if self._account.token is None or error.code in PASSING_CODES:
                    raise
                await self._offer_credentials(fresh_token=True)
        await self._ask_capabilities()

    async def _offer_credentials(self, *, fresh_token: bool) -> None:
        user = self._account.user
        if self._account.token is not None:
            token = await self._account.token(fresh_token)
            await self._authenticate("XOAUTH2", f"user={user}\1auth=Bearer {token}\1\1")
        elif "AUTH=PLAIN" in self._capabilities:
            await self._authenticate("PLAIN", f"\0{user}\0{self._account.password}")
        elif "LOGINDISABLED" in self._capabilities:
            raise Permanent(
                f"{self._account.host} n'accepte pas de mot de passe sur cette connexion"
            )
        else:
            await self.run("LOGIN", *self._quoted_credentials())
        self._protocol.state = AUTH

    async def _authenticate(self, mechanism: str, answer: str) -> None:
        self._protocol.sasl_answer = base64.b64encode(answer.encode())
        try:
            await self.run("AUTHENTICATE", mechanism)
        finally:
            self._protocol.sasl_answer = None

    def _quoted_credentials(self) -> tuple[str, str]:
        try:
            return quote(self._account.user), quote(self._account.password)
        except ValueError:
            raise Permanent(
                f"{self._account.host} n'accepte que des identifiants en ASCII (commande LOGIN)"
            ) from None

    async def _ask_capabilities(self) -> None:
        words = b" ".join(bytes(line) for line in (await self.run("CAPABILITY"))[:-1])
        self._capabilities = frozenset(words.decode("ascii", "replace").upper().split())


def _keep_alive(transport: asyncio.BaseTransport | None) -> None:
    """Let the kernel notice a peer that vanished without a word (two minutes)."""
    connection = transport.get_extra_info("socket") if transport is not None else None
    if connection is None:
        return
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 60)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 120_000)


def _text(lines: Lines) -> str:
    return bytes(lines[-1]).decode("utf-8", "replace") if lines else ""


def _nothing() -> None:
    return None
