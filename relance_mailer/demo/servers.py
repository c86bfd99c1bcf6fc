"""The two mail servers of the demonstration: real protocols on free loopback ports, one process.

What is handed in by SMTP stays here as it came, with the stepped clock's own moment; what debtors
write is put into the IMAP mailbox as a mail server would deliver it.
"""

import asyncio
import logging
import socket
from argparse import Namespace
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from pymap.backend.dict import Config, DictBackend, Login
from pymap.backend.dict.filter import FilterSet
from pymap.backend.dict.mailbox import MailboxSet
from pymap.imap import IMAPService
from pymap.parsing.message import AppendMessage
from pymap.user import Passwords, UserMetadata

# It warns of its own old interface at every login.
logging.getLogger("mail.log").setLevel(logging.ERROR)

LOOPBACK = "127.0.0.1"
INBOX, SENT = "INBOX", "Sent"
ANY_FREE_PORT = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """A letter that arrived by SMTP: its envelope, its bytes, the moment of business time."""

    at: datetime
    recipients: tuple[str, ...]
    raw: bytes


@dataclass(slots=True)
class Servers:
    """Both servers while they run."""

    smtp_port: int
    imap_port: int
    post: "_Post"
    boxes: MailboxSet

    @property
    def taken(self) -> list[Taken]:
        """Every letter that arrived, in its order."""
        return self.post.taken

    async def deliver(self, raw: bytes, *, at: datetime, folder: str = INBOX) -> None:
        """Put a message into the mailbox; `at` becomes its INTERNALDATE."""
        box = await self.boxes.get_mailbox(folder)
        await box.append(AppendMessage(raw, at), recent=True)


@dataclass(slots=True)
class _Post:
    """The handler of the SMTP server; recipients in `greylisted` are refused once (451)."""

    user: str
    password: str
    now: Callable[[], datetime]
    greylisted: set[str]
    taken: list[Taken] = field(default_factory=list)

    def authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: object
    ) -> AuthResult:
        known = isinstance(data, LoginPassword) and (data.login, data.password) == (
            self.user.encode(),
            self.password.encode(),
        )
        return AuthResult(success=known, handled=False)

    async def handle_RCPT(  # the name that aiosmtpd calls
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.greylisted:
            self.greylisted.discard(address)
            return "451 4.7.1 Greylisting in action, please come back later"
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 Ok"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        raw = envelope.content
        assert isinstance(raw, bytes), type(raw)
        self.taken.append(Taken(at=self.now(), recipients=tuple(envelope.rcpt_tos), raw=raw))
        return f"250 2.0.0 Ok: queued as DEMO{len(self.taken):05d}"


@asynccontextmanager
async def running_servers(
    *, user: str, password: str, now: Callable[[], datetime], greylisted: set[str]
) -> AsyncIterator[Servers]:
    """Both servers for as long as the block lasts; they know one account."""
    post = _Post(user=user, password=password, now=now, greylisted=greylisted)
    async with AsyncExitStack() as stack:
        smtp = await stack.enter_async_context(await _smtp_server(post))
        smtp_port: int = smtp.sockets[0].getsockname()[1]
        imap_port = _free_port()
        boxes = await _start_imap(stack, imap_port, user, password)
        yield Servers(smtp_port=smtp_port, imap_port=imap_port, post=post, boxes=boxes)


async def _smtp_server(post: _Post) -> asyncio.Server:
    loop = asyncio.get_running_loop()

    def session() -> SMTP:
        return SMTP(
            post,
            hostname="localhost",
            ident="demonstration",
            authenticator=post.authenticate,
            auth_require_tls=False,
            command_call_limit=None,
            loop=loop,
        )

    return await loop.create_server(session, LOOPBACK, ANY_FREE_PORT)


async def _start_imap(stack: AsyncExitStack, port: int, user: str, password: str) -> MailboxSet:
    """pymap with one account and its mailbox in memory, until the stack is left."""
    arguments = Namespace(passlib_cfg=None, proxy_protocol=None, inherited_sockets=None)
    config = Config(
        arguments,
        demo_data=False,
        demo_user=user,
        demo_password=password,
        host=LOOPBACK,
        port=port,
        tls_enabled=False,
    )
    config.apply_context()
    login = Login(config)
    hashed = await Passwords(config).hash_password(password)
    await login.demo_user_identity.set(UserMetadata(config, user, password=hashed))
    boxes = MailboxSet()
    await boxes.add_mailbox(SENT)
    config.set_cache[user] = (boxes, FilterSet())
    await IMAPService(DictBackend(login, config), config).start(stack)
    return boxes


def _free_port() -> int:
    """A port that nobody listens on; pymap does not tell which one it was given."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, ANY_FREE_PORT))
        port: int = probe.getsockname()[1]
        return port
