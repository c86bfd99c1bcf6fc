"""Passwords: hashed with argon2id, checked beside the loop, long enough to be worth it.

Twelve signs at least, of any kind: length is what counts (CNIL, délibération 2022-100, asks for
80 bits of guesses where nothing else protects; sign-in is slowed down besides).
"""

import asyncio
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from relance_mailer.ports import Permanent

LEAST_SIGNS = 12
MOST_SIGNS = 256

_HASHER = PasswordHasher()


@cache
def nobodys() -> str:
    """Checked when a name is unknown, so that the time taken says nothing of who works here.

    Made when the desk opens: it takes a fifth of a second, which no other command has to pay.
    """
    return _HASHER.hash("personne ne s'appelle ainsi")


async def hashed(password: str) -> str:
    """The hash to keep; raises `Permanent` in French for a password that is no good."""
    if not LEAST_SIGNS <= len(password) <= MOST_SIGNS:
        raise Permanent(f"un mot de passe de {LEAST_SIGNS} à {MOST_SIGNS} signes était attendu")
    if len(set(password)) < LEAST_SIGNS // 3:
        raise Permanent("un mot de passe moins monotone était attendu")
    return await asyncio.to_thread(_HASHER.hash, password)


async def is_right(password: str, kept: str | None) -> bool:
    """Whether the password fits the hash; with None it never does, after the same time."""
    if len(password) > MOST_SIGNS:
        return False
    try:
        return await asyncio.to_thread(_HASHER.verify, kept or nobodys(), password) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False
