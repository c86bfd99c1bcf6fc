"""The only importer of aiosmtplib: a submission account that says exactly what it knows.

A letter is offered command by command, never by `sendmail`: between the server's 354 and the first
byte of the letter the caller commits that it is leaving, so that a crash finds the letter in doubt
and not lost. The server takes a letter with its final dot (RFC 5321 §4.1.1.4), which is held back
until all else has left: a line that breaks before it leaves no doubt, the letter stayed. After the
dot only a reply settles its fate; silence is `Unsure`.

A process may be frozen between any two instructions and wake when its letter is settled by another
daemon or forbidden by a reply. So time is looked at again, suspended time included, just before the
first byte, after every piece and just before the dot; too long a pause cuts the line.

TLS is verified and never opportunistic; a clear connection is accepted towards this machine only
(the settings refuse the rest). After any surprise the connection is closed: a transaction left
half open would refuse the next letter for no fault of its own (503 nested MAIL).
"""

import asyncio
import re
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import aiosmtplib
import structlog
from aiosmtplib import SMTP, SMTPResponseException
from aiosmtplib.errors import SMTPException, SMTPServerDisconnected
from aiosmtplib.protocol import SMTPProtocol
from aiosmtplib.response import SMTPResponse

from relance_mailer.adapters.clock import since_boot
from relance_mailer.ports import (
    FRESH_SECONDS,
    Handover,
    Permanent,
    Refused,
    Stayed,
    Taken,
    Temporary,
    Unsure,
)

log = structlog.get_logger()

LETTERS_PER_CONNECTION = 100
PIECE_BYTES = 65_536
BODY_SECONDS_MAX = 300.0
"""A line that needs longer for a letter is no line; doubts are settled by others after that."""
FINAL_DOT = b"\r\n.\r\n"
IDLE_SECONDS_MAX = 30.0
ACCOUNT_CODES = frozenset({530, 534, 535, 538, 454, 432})
"""Replies about our own account, whichever letter was offered (RFC 4954 §6)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """Where letters are handed in, and how fast."""

    host: str
    port: int
    security: str  # tls, starttls, none
    user: str
    password: str
    ca_file: Path | None = None
    token: Callable[[bool], Awaitable[str]] | None = None  # see `oauth.Tokens`; no password then
    connections: int = 2
    letters_per_minute: int = 30
    timeout_seconds: float = 60.0  # MAIL, RCPT: RFC 5321 §4.5.3.2 allows 300
    data_timeout_seconds: float = 600.0  # the reply after the final dot: §4.5.3.2.6
    open_seconds: float | None = None  # until a line is signed in; None: twice `timeout_seconds`

    @property
    def opening_limit(self) -> float:
        """Seconds for connection, greeting, TLS and sign-in together.

        Each reply has a limit of its own, and a server that always uses it up would hold a
        connection for ten of them.
        """
        return 2 * self.timeout_seconds if self.open_seconds is None else self.open_seconds


@dataclass(slots=True)
class _Line:
    client: SMTP
    letters: int = 0
    used_at: float = 0.0
    abandoned: bool = False  # a cancelled caller left its letter to finish alone

    @property
    def is_fresh(self) -> bool:
        return (
            not self.abandoned
            and self.client.is_connected
            and self.letters < LETTERS_PER_CONNECTION
            and monotonic() - self.used_at < IDLE_SECONDS_MAX
        )


class SmtpMailer:
    """A pool of a few connections to one account, paced to the account's rate."""

    def __init__(self, account: Account, *, seconds: Callable[[], float] | None = None) -> None:
        """`seconds` tells how much real time passed since some moment, suspended time included."""
        self._account = account
        self._seconds = seconds or since_boot
        self._free: list[_Line] = []
        self._slots = asyncio.Semaphore(account.connections)
        self._pace = _Pace(account.letters_per_minute)

    async def hand_over(
        self,
        mime: bytes,
        *,
        envelope_from: str,
        recipients: Sequence[str],
        envelope_id: str,
        leaving: Callable[[], Awaitable[None]],
    ) -> Handover:
        """Offer a letter (RFC 5321); see `ports.Mailer`."""
        await self._pace.turn()
        async with self._line() as line:
            try:
                envelope = await self._envelope(line, envelope_from, recipients, envelope_id)
                if isinstance(envelope, Refused):
                    return envelope
            except (SMTPException, OSError, ValueError) as error:
                _cut(line.client)
                raise Temporary(f"serveur d'envoi {self._name} : {_said(error)}") from error
            except BaseException:
                _cut(line.client)
                raise
            answer = await self._letter(line, mime, leaving)
        if isinstance(answer, Taken) and envelope:
            told = " ; ".join(envelope)
            log.warning("copie refusée", action="smtp", because=told)
            reply = f"{answer.reply} ; sans copie : {told}"
            return Taken(reply=reply, left_out=tuple(envelope))
        return answer

    async def check(self) -> str:
        """Connect and sign in; answers what the server offers, raises a `Fault` otherwise."""
        async with self._line() as line:
            offers = sorted(line.client.esmtp_extensions)
            return ", ".join(offers).upper()

    async def close(self) -> None:
        """Leave politely; a connection that does not answer is cut."""
        lines, self._free = self._free, []
        for line in lines:
            await _leave(line.client)

    @property
    def _name(self) -> str:
        return f"{self._account.host}:{self._account.port}"

    @asynccontextmanager
    async def _line(self) -> AsyncIterator[_Line]:
        async with self._slots:
            line = await self._fresh_line()
            try:
                yield line
            finally:
                line.used_at = monotonic()
                if line.is_fresh:
                    self._free.append(line)
                elif not line.abandoned:
                    await _leave(line.client)

    async def _fresh_line(self) -> _Line:
        while self._free:
            line = self._free.pop()
            if line.is_fresh:
                return line
            await _leave(line.client)
        return _Line(client=await self._connect(), used_at=monotonic())

    async def _connect(self) -> SMTP:
        account = self._account
        client = SMTP(
            hostname=account.host,
            port=account.port,
            timeout=account.timeout_seconds,
            use_tls=account.security == "tls",
            start_tls=account.security == "starttls",
            tls_context=_context(account) if account.security != "none" else None,
        )
        limit = asyncio.timeout(account.opening_limit)
        try:
            # Before there is a line: the provider may take its time, and the server has none.
            token = await account.token(False) if account.token else ""
            async with limit:
                await _sign_in(client, account, token)
        except BaseException as error:
            _cut(client)
            if isinstance(error, TimeoutError) and limit.expired():
                raise Temporary(
                    f"serveur d'envoi {self._name} : connexion, accueil et identification pas "
                    f"terminés en {account.opening_limit:g} s ; il répond au compte-gouttes"
                ) from error
            _explain(error, account)
        return client

    async def _envelope(
        self, line: _Line, envelope_from: str, recipients: Sequence[str], envelope_id: str
    ) -> Refused | list[str]:
        """Name sender and recipients; the first recipient decides, refused copies are answered."""
        client = line.client
        dsn = client.supports_extension("dsn")
        mail_options = ["RET=HDRS", f"ENVID={_xtext(envelope_id)}"] if dsn else []
        try:
            await client.mail(envelope_from, options=mail_options)
            await client.rcpt(recipients[0], options=_notify(recipients[0], dsn=dsn))
        except SMTPResponseException as error:
            await _reset(client)
            return _refusal(error.code, error.message)
        left_out = []
        for copy in recipients[1:]:
            try:
                await client.rcpt(copy, options=_notify(copy, dsn=dsn))
            except SMTPResponseException as error:
                # A dead address in copy is not the debtor's: the letter leaves without it.
                left_out.append(f"{copy} ({error.code} {error.message})")
        return left_out

    async def _letter(
        self, line: _Line, mime: bytes, leaving: Callable[[], Awaitable[None]]
    ) -> Handover:
        client = line.client
        try:
            ready = await client.execute_command(b"DATA")
        except (SMTPException, OSError) as error:
            _cut(client)
            raise Temporary(f"serveur d'envoi {self._name} : {_said(error)}") from error
        if ready.code != 354:
            await _reset(client)
            return _refusal(ready.code, ready.message)
        fresh = _Freshness(self._seconds)
        try:
            await leaving()
        except BaseException:
            # The server waits for the letter: only cutting the line says that none will come.
            _cut(client)
            raise
        line.letters += 1
        sending = asyncio.ensure_future(self._bytes(client, _stuffed(mime), fresh))
        try:
            return await asyncio.shield(sending)
        except asyncio.CancelledError:
            line.abandoned = True
            sending.add_done_callback(lambda _: _cut(client))
            raise

    async def _bytes(self, client: SMTP, stuffed: bytes, fresh: "_Freshness") -> Handover:
        protocol = client.protocol
        if protocol is None:
            return Stayed(text="la connexion s'est fermée au moment de l'envoi")
        try:
            await _all_but_the_dot(protocol, stuffed, fresh)
            fresh.assert_still()
        except (SMTPException, OSError, TimeoutError, _Paused) as error:
            _cut(client)
            return Stayed(text=_said(error))
        except BaseException:
            _cut(client)
            raise
        try:
            protocol.write(FINAL_DOT)
            reply: SMTPResponse = await protocol.read_response(
                timeout=self._account.data_timeout_seconds
            )
        except (SMTPException, OSError, TimeoutError) as error:
            _cut(client)
            return Unsure(text=_said(error))
        except BaseException:
            _cut(client)
            raise
        if 200 <= reply.code < 300:
            return Taken(reply=f"{reply.code} {reply.message}")
        if reply.code == 421:
            _cut(client)
        if 400 <= reply.code < 600:
            return _refusal(reply.code, reply.message)
        # Neither yes nor no (RFC 5321 §4.2.1): only evidence can tell.
        _cut(client)
        return Unsure(text=f"réponse incompréhensible : {reply.code} {reply.message}")


class _Paused(Exception):
    """Too long a pause since the gate looked: this process was frozen, or the line is dead."""


class _Freshness:
    """Whether time went on without a long pause since the gate looked."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._began = self._last = seconds()

    def assert_still(self) -> None:
        """Note that we are awake; a pause since the last note, or too long a body, raises."""
        now = self._seconds()
        pause, self._last = now - self._last, now
        if pause > FRESH_SECONDS or now - self._began > BODY_SECONDS_MAX:
            raise _Paused(
                f"{pause:.0f} s sans avancer, {now - self._began:.0f} s en tout : service figé "
                "ou ligne bloquée, ce que le contrôle a vu n'est plus sûr"
            )


async def _all_but_the_dot(protocol: SMTPProtocol, stuffed: bytes, fresh: _Freshness) -> None:
    """Write the letter without its final dot, until nothing of it is left on this side."""
    transport = protocol.transport
    if not isinstance(transport, asyncio.WriteTransport):
        raise SMTPServerDisconnected("Connection lost")
    transport.set_write_buffer_limits(high=0)
    body = memoryview(stuffed)[: -len(FINAL_DOT)]
    for start in range(0, len(body), PIECE_BYTES):
        fresh.assert_still()
        protocol.write(bytes(body[start : start + PIECE_BYTES]))
        async with asyncio.timeout(FRESH_SECONDS):
            # What asyncio's own StreamWriter.drain waits for; the library offers no other name.
            await protocol._drain_helper()


class _Pace:
    """Spaces letters evenly below a rate; the wait is real time, never business time."""

    def __init__(self, letters_per_minute: int) -> None:
        self._gap = 60.0 / letters_per_minute
        self._burst = max(1.0, letters_per_minute / 30.0)  # two seconds' worth at once
        self._credit = self._burst
        self._seen_at = monotonic()
        self._lock = asyncio.Lock()

    async def turn(self) -> None:
        async with self._lock:
            now = monotonic()
            self._credit = min(self._burst, self._credit + (now - self._seen_at) / self._gap)
            self._seen_at = now
            if self._credit < 1.0:
                wait = (1.0 - self._credit) * self._gap
                await asyncio.sleep(wait)
                self._seen_at = monotonic()
                self._credit = 1.0
            self._credit -= 1.0


async def _sign_in(client: SMTP, account: Account, token: str) -> None:
    await client.connect()
    if account.security == "none":
        await client.ehlo()
    if account.token is not None:
        await _show_token(client, account.user, token, account.token)
    elif account.user:
        await client.login(account.user, account.password)


async def _show_token(
    client: SMTP, user: str, token: str, another: Callable[[bool], Awaitable[str]]
) -> None:
    """XOAUTH2; a token that is refused may have been withdrawn before its end: once a new one."""
    try:
        await client.auth_xoauth2(user, token)
    except aiosmtplib.SMTPAuthenticationError:
        await client.auth_xoauth2(user, await another(True))


def _context(account: Account) -> ssl.SSLContext:
    try:
        context = ssl.create_default_context()
        if account.ca_file is not None:
            context.load_verify_locations(cafile=str(account.ca_file))
    except OSError as error:
        raise Permanent(f"autorité {account.ca_file} illisible : {error}") from error
    return context


def _explain(error: BaseException, account: Account) -> None:
    """Raise what the operator can act upon in place of a library's exception."""
    where = f"serveur d'envoi {account.host}:{account.port}"
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        remedy = (
            "l'application doit pouvoir envoyer pour cette boîte (Microsoft 365 : SMTP.SendAsApp, "
            "SMTP authentifié permis pour la boîte)"
            if account.token
            else "vérifiez user et password_file"
        )
        raise Permanent(
            f"{where} : identifiants refusés pour « {account.user} » ({error.code} "
            f"{error.message}) ; {remedy}"
        ) from error
    if isinstance(error, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY" in str(error):
        raise Permanent(
            f"{where} : certificat refusé ({_said(error)}) ; donnez l'autorité par ca_file "
            "si elle est privée"
        ) from error
    if "WRONG_VERSION_NUMBER" in str(error) or "STARTTLS" in str(error):
        raise Permanent(
            f"{where} : security = « {account.security} » ne convient pas à ce port "
            f"({_said(error)})"
        ) from error
    if isinstance(error, Permanent | Temporary):
        raise error
    if isinstance(error, SMTPException | OSError | TimeoutError | ValueError):
        raise Temporary(f"{where} : {_said(error)}") from error
    raise error


def _refusal(code: int, text: str) -> Refused:
    """A reply of 4xx or 5xx sorted by what it is about: recipient, size, or our account."""
    too_large = code in {552, 554} and _TOO_LARGE.search(text) is not None
    account = not too_large and (code in ACCOUNT_CODES or _about_our_account(code, text))
    return Refused(
        code=code,
        text=text,
        permanent=code >= 500 and not account,
        account=account,
        too_large=too_large,
    )


_TOO_LARGE = re.compile(
    r"\b5\.(?:3\.4|2\.3)\b"
    r"|(?:message|mail|file)\W+(?:(?:size|length|file|is|was)\W+)?(?:too\W+(?:big|large)|exceed)",
    re.IGNORECASE,
)
"""RFC 3463 §3.3 and §3.4, "message too big for system" and "message length exceeds"; servers that
say no such number say it in words."""


def _about_our_account(code: int, text: str) -> bool:
    """5.7.x policy, our own quota, or Microsoft 365's limits on a sender (5.2.0, 5.2.2)."""
    if code == 552 and "5.2.2" not in text:
        return True
    if code == 554 and any(mark in text for mark in ("5.2.0", "5.2.2", "5.2.252")):
        return True
    return code in {450, 451, 550, 553, 554} and (text.startswith("5.7.") or "5.1.8" in text[:8])


def _said(error: BaseException) -> str:
    if isinstance(error, SMTPResponseException):
        return f"{error.code} {error.message}"
    if isinstance(error, SMTPServerDisconnected):
        return f"connexion perdue ({error})"
    if isinstance(error, TimeoutError):
        return "pas de réponse dans le délai"
    if isinstance(error.__cause__, ConnectionRefusedError):
        return "connexion refusée ; le serveur est-il en marche, hôte et port justes ?"
    if isinstance(error.__cause__, socket.gaierror):
        return "nom de machine introuvable"
    return str(error) or type(error).__name__


async def _reset(client: SMTP) -> None:
    try:
        await client.rset()
    except (SMTPException, OSError):
        _cut(client)


async def _leave(client: SMTP) -> None:
    transport = client.transport
    try:
        if client.is_connected:
            await client.quit(timeout=2)
    except (SMTPException, OSError):
        _cut(client)
    _abort(transport)


def _cut(client: SMTP) -> None:
    """Close a line at once, without TLS's farewell: that waits for a server which may be dead."""
    transport = client.transport
    client.close()
    _abort(transport)


def _abort(transport: asyncio.BaseTransport | None) -> None:
    if isinstance(transport, asyncio.WriteTransport):
        transport.abort()


def _notify(recipient: str, *, dsn: bool) -> list[str]:
    """What to report about a recipient (RFC 3461 §4.1), where the server reports at all."""
    return ["NOTIFY=FAILURE,DELAY", f"ORCPT=rfc822;{_xtext(recipient)}"] if dsn else []


def _xtext(words: str) -> str:
    """xtext of RFC 3461 §4: printable ASCII but + and =, the rest as +XX."""
    return "".join(
        chr(byte) if 33 <= byte <= 126 and byte not in b"+=" else f"+{byte:02X}"
        for byte in words.encode("utf-8")
    )


def _stuffed(mime: bytes) -> bytes:
    """The letter with CRLF lines, leading dots doubled, and the final dot (RFC 5321 §4.5.2)."""
    lines = mime.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    if lines and not lines[-1]:
        lines.pop()
    return b"".join(
        (b"." + line if line.startswith(b".") else line) + b"\r\n" for line in lines
    ) + (b".\r\n")
