"""How a mailbox is reached, how long one waits for it, and what its failures mean in French."""

import ipaddress
import re
import socket
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from relance_mailer.adapters.imap_protocol import ConnectionLost
from relance_mailer.ports import Fault, Permanent, Temporary

TokenProvider = Callable[[bool], Awaitable[str]]

# RFC 5530 §3: a refusal with one of these says nothing about the password.
PASSING_CODES = frozenset({"UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG"})


@dataclass(frozen=True, kw_only=True, slots=True)
class ImapAccount:
    """How to reach a mailbox.

    `token` gives an OAuth2 bearer token (True: the last one was refused, get a new one) and then
    stands for the password. `authority` is a file of trusted certificates, besides none other.
    """

    host: str
    port: int
    security: Literal["tls", "starttls", "none"]
    user: str
    password: str = ""
    token: TokenProvider | None = None
    authority: Path | None = None

    def __repr__(self) -> str:
        return f"ImapAccount({self.host}:{self.port}, {self.security})"


@dataclass(frozen=True, kw_only=True, slots=True)
class ImapLimits:
    """How long to wait, and for how much."""

    connect_seconds: float = 20.0
    login_seconds: float = 45.0  # Dovecot delays a refusal, more each time
    quiet_seconds: float = 60.0  # without a byte during a command
    command_seconds: float = 900.0
    renew_seconds: float = 540.0  # an IDLE: NAT forgets it, some servers cut at ten minutes
    poll_seconds: float = 60.0  # where the server has no IDLE
    unused_seconds: float = 60.0  # after that a connection is asked whether it lives
    probe_seconds: float = 5.0
    reselect_seconds: float = 600.0  # a SELECT costs Dovecot up to a second for 10,000 messages
    batch_messages: int = 50
    batch_bytes: int = 8 * 1024 * 1024
    whole_bytes: int = 5 * 1024 * 1024  # larger messages come in chunks
    chunk_bytes: int = 1024 * 1024
    message_bytes: int = 40 * 1024 * 1024  # of larger ones only the beginning comes
    head_bytes: int = 256 * 1024
    beginning_bytes: int = 64 * 1024


class Denied(Exception):
    """The server said NO, with a response code (RFC 5530) or without."""

    def __init__(self, text: str) -> None:
        code = re.match(r"\[([A-Z-]+)", text)
        self.code = code[1] if code else ""
        super().__init__(text[:200])


def is_loopback(host: str) -> bool:
    """Whether a host is this very machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def fault_of(error: Exception, account: ImapAccount) -> Fault:
    """What an error of a connection means for whoever waits, in French."""
    where = f"{account.host}:{account.port}"
    match error:
        case Fault():
            return error
        case ssl.SSLCertVerificationError():
            return Permanent(f"{where} : certificat refusé ({error.verify_message})")
        case ssl.SSLError(reason="WRONG_VERSION_NUMBER"):
            return Permanent(
                f'{where} ne parle pas TLS : choisir security = "starttls" ou le port 993'
            )
        case Denied() if error.code in PASSING_CODES:
            return Temporary(f"{where} refuse pour le moment : {error}")
        case Denied() if account.token is not None:
            return Permanent(
                f"{where} refuse le jeton OAuth2 de « {account.user} » : {error} ; l'application "
                "doit avoir accès à cette boîte (Microsoft 365 : IMAP.AccessAsApp, puis "
                "Add-MailboxPermission)"
            )
        case Denied():
            return Permanent(f"{where} refuse l'utilisateur ou son mot de passe : {error}")
        case TimeoutError():
            return Temporary(f"{where} ne répond plus")
        case ConnectionRefusedError():
            return Temporary(
                f"{where} : connexion refusée ; le serveur est-il en marche, hôte et port justes ?"
            )
        case socket.gaierror():
            return Temporary(f"{where} : nom de machine introuvable")
        case _:
            return Temporary(f"{where} : {error or type(error).__name__}")


def without_secrets(error: Exception) -> Exception | None:
    """The cause to keep: an exception of the library may show the command and its password."""
    return error if isinstance(error, OSError | TimeoutError | ConnectionLost | Denied) else None


def tls_context(authority: Path | None) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=str(authority) if authority else None)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
