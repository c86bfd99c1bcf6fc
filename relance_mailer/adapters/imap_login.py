"""The way into a mailbox: connect, TLS that is verified or nothing, then the credentials.

aioimaplib knows no STARTTLS: the connection is upgraded under its protocol before anything is said.
"""

import asyncio
import base64
import socket
import ssl

from aioimaplib.aioimaplib import AUTH, NONAUTH

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
from relance_mailer.adapters.imap_names import quote
from relance_mailer.adapters.imap_protocol import ConnectionLost
from relance_mailer.adapters.imap_session import ImapSession
from relance_mailer.ports import Permanent, Temporary


async def open_session(account: ImapAccount, limits: ImapLimits) -> ImapSession:
    """Connect and log in. Raises Temporary, or Permanent when settings have to change."""
    session = ImapSession(account, limits)
    try:
        async with asyncio.timeout(limits.connect_seconds):
            await _connect(session, account)
        async with asyncio.timeout(limits.login_seconds):
            await _log_in(session, account)
    except BaseException as error:
        session.abort()
        if isinstance(error, Exception):
            raise fault_of(error, account) from without_secrets(error)
        raise
    return session


async def _connect(session: ImapSession, account: ImapAccount) -> None:
    if account.security == "none" and not is_loopback(account.host):
        raise Permanent(
            f"{account.host} : security = « none » n'est permis que vers la machine elle-même ; "
            "choisir « tls » ou « starttls »"
        )
    context = await asyncio.to_thread(tls_context, account.authority)
    await asyncio.get_running_loop().create_connection(
        lambda: session.protocol,
        account.host,
        account.port,
        ssl=context if account.security == "tls" else None,
    )
    _keep_alive(session.protocol.transport)
    await session.protocol.greeted
    if account.security == "starttls":
        await _start_tls(session, context)


async def _start_tls(session: ImapSession, context: ssl.SSLContext) -> None:
    protocol = session.protocol
    await session.ask_capabilities()
    # A PREAUTH greeting leaves no room for STARTTLS: someone may sit between (RFC 9051 §11.3).
    if protocol.state != NONAUTH or "STARTTLS" not in session.capabilities:
        raise Permanent(
            f"{session.host} n'offre pas STARTTLS : rien n'est envoyé en clair ; "
            "vérifier le port, ou choisir security = « tls »"
        )
    try:
        await session.run("STARTTLS")
    except Denied as error:
        raise Temporary(f"{session.host} refuse STARTTLS : {error}") from error
    # What was said in clear must not be read as if TLS had brought it (CVE-2011-0411).
    if protocol.transport is None or protocol.has_leftovers:
        raise ConnectionLost("connexion douteuse avant TLS")
    protocol.transport = await asyncio.get_running_loop().start_tls(
        protocol.transport, protocol, context, server_hostname=session.host
    )


async def _log_in(session: ImapSession, account: ImapAccount) -> None:
    await session.ask_capabilities()
    if session.protocol.state == NONAUTH:
        try:
            await _offer_credentials(session, account, fresh_token=False)
        except Denied as error:
            if account.token is None or error.code in PASSING_CODES:
                raise
            await _offer_credentials(session, account, fresh_token=True)
    # What a server offers after the login is often more than before.
    await session.ask_capabilities()


async def _offer_credentials(
    session: ImapSession, account: ImapAccount, *, fresh_token: bool
) -> None:
    if account.token is not None:
        token = await account.token(fresh_token)
        answer = f"user={account.user}\1auth=Bearer {token}\1\1"
        await _authenticate(session, "XOAUTH2", answer)
    elif "AUTH=PLAIN" in session.capabilities:
        await _authenticate(session, "PLAIN", f"\0{account.user}\0{account.password}")
    elif "LOGINDISABLED" in session.capabilities:
        raise Permanent(f"{account.host} n'accepte pas de mot de passe sur cette connexion")
    else:
        await session.run("LOGIN", *_quoted_credentials(account))
    session.protocol.state = AUTH


async def _authenticate(session: ImapSession, mechanism: str, answer: str) -> None:
    session.protocol.sasl_answer = base64.b64encode(answer.encode())
    try:
        await session.run("AUTHENTICATE", mechanism)
    finally:
        session.protocol.sasl_answer = None


def _quoted_credentials(account: ImapAccount) -> tuple[str, str]:
    try:
        return quote(account.user), quote(account.password)
    except ValueError:
        raise Permanent(
            f"{account.host} n'accepte que des identifiants en ASCII (commande LOGIN)"
        ) from None


def _keep_alive(transport: asyncio.BaseTransport | None) -> None:
    """Let the kernel notice a peer that vanished without a word (two minutes)."""
    connection = transport.get_extra_info("socket") if transport is not None else None
    if connection is None:
        return
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 60)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 120_000)
