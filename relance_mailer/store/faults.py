"""What a database's failure means to the caller; the libraries' own errors stop here.

A unique key that was taken by somebody else is `Overtaken`, a database that is locked, full or
gone is `Temporary`, one that is damaged or of another make is `Permanent`.
"""

import errno
import importlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from tortoise.exceptions import BaseORMException, ConfigurationError, IntegrityError

from relance_mailer.ports import Fault, Overtaken, Permanent, Temporary


def _of_postgres(*names: str) -> tuple[type[Exception], ...]:
    """These exceptions of asyncpg, none when the extra `postgres` isn't installed."""
    try:
        exceptions = importlib.import_module("asyncpg.exceptions")
    except ImportError:
        return ()
    return tuple(getattr(exceptions, name) for name in names)


_POSTGRES = _of_postgres("PostgresError", "InterfaceError", "InternalClientError")
_OVERTAKEN = _of_postgres("UniqueViolationError", "DeadlockDetectedError", "SerializationError")
_INTEGRITY = _of_postgres("IntegrityConstraintViolationError")
_FULL = _of_postgres("DiskFullError")
_REFUSED = _of_postgres("InvalidAuthorizationSpecificationError", "InvalidCatalogNameError")

DISK_FULL = (
    "disque plein : la base de données ne peut plus écrire ; libérez de la place, "
    "le travail reprendra de lui-même"
)


def fault_of(error: Exception) -> Fault | None:
    """What the failure means in the house's words, None when it is our own fault."""
    cause = _root(error)
    words = str(cause) or "aucune réponse à temps"
    if _says_full(cause, words):
        return Temporary(DISK_FULL)
    if isinstance(cause, _OVERTAKEN) or _is_unique_violation(error, words):
        return Overtaken(f"un autre processus a écrit le premier ({words})")
    if isinstance(cause, (IntegrityError, sqlite3.IntegrityError, *_INTEGRITY)):
        return None
    if isinstance(cause, _REFUSED):
        return Permanent(f"base de données refusée : {words} ; vérifiez [database] url")
    if "locked" in words or "busy" in words:
        return Temporary("base de données occupée par un autre processus : nouvel essai prévu")
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(words)
    if isinstance(cause, (*_POSTGRES, OSError)):
        return Temporary(f"base de données injoignable : {words}")
    if isinstance(cause, ConfigurationError):
        return Permanent(f"base de données : {words} ; vérifiez [database] url")
    if isinstance(cause, BaseORMException):
        return Permanent(f"base de données : {words}")
    return None


def _root(error: Exception) -> Exception:
    """The library's own error below Tortoise's wrappings, which carry it as their argument."""
    while error.args and isinstance(error.args[0], Exception):
        error = error.args[0]
    return error


def _says_full(cause: Exception, words: str) -> bool:
    full = isinstance(cause, _FULL) or getattr(cause, "errno", None) in (errno.ENOSPC, errno.EDQUOT)
    return full or "database or disk is full" in words


def _is_unique_violation(error: Exception, words: str) -> bool:
    integrity = isinstance(error, IntegrityError | sqlite3.IntegrityError)
    return integrity and ("UNIQUE constraint" in words or "unique constraint" in words)


def _of_sqlite(words: str) -> Fault:
    if "unable to open" in words:
        return Permanent(
            "le fichier de la base de données ne peut pas être ouvert : "
            "vérifiez que son dossier existe et que vous pouvez y écrire"
        )
    if "readonly" in words:
        return Permanent("le fichier de la base de données est en lecture seule")
    if "malformed" in words or "not a database" in words:
        return Permanent(
            f"le fichier de la base de données est abîmé ({words}) : restaurez une sauvegarde"
        )
    if "no such" in words:
        return Permanent(
            f"la base de données ne correspond pas à cette version du programme ({words})"
        )
    return Temporary(f"la base de données ne répond pas comme prévu ({words})")


@contextmanager
def translated() -> Iterator[None]:
    """Whatever a library raises inside leaves as a `Fault`; our own faults pass unchanged."""
    try:
        yield
    except Exception as error:  # every library's family is sorted in one place
        raise_as_fault(error)


def raise_as_fault(error: Exception) -> NoReturn:
    """Raise what a failure means in the house's words; our own faults as they are."""
    fault = None if isinstance(error, Fault) else fault_of(error)
    if fault is None:
        raise error
    raise fault from error
