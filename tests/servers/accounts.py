"""A submission account on loopback, without TLS or a password unless a test asks for them."""

from dataclasses import replace

from relance_mailer.adapters.smtp import Account
from servers.ports import LOOPBACK


def account(port: int, **changes: object) -> Account:
    """The account at a port, with what a test wants otherwise."""
    plain = Account(
        host=LOOPBACK,
        port=port,
        security="none",
        user="",
        password="",
        letters_per_minute=100_000,
        timeout_seconds=10.0,
        data_timeout_seconds=10.0,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]
