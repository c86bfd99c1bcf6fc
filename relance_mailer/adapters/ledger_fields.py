"""A cell of a ledger → a value, or a `Doubt` that says in French what was expected.

Strict on purpose: "1 234,5", "12/10/2026" and "oui ?" mean different things to different programs,
and a wrong amount in a letter costs more than a refused row.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from relance_mailer.words import Role

_POINT = re.compile(r"-?\d{1,13}(?:\.\d{1,2})?")
_COMMA = re.compile(r"-?\d{1,13}(?:[.,]\d{1,2})?")
_RATE = re.compile(r"\d{1,3}(?:[.,]\d{1,4})?")
_ADDRESS = re.compile(r"[^@\s<>,;:\"()\[\]\\]{1,64}@(?:[\w-]{1,63}\.)+[\w-]{2,63}")
_YES = frozenset({"true", "yes", "oui", "1", "vrai"})
_NO = frozenset({"false", "no", "non", "0", "faux"})
YEARS = range(1990, 2101)


class Doubt(Exception):
    """A cell that cannot be trusted; `column` is filled in by whoever knows it."""

    def __init__(self, because: str, column: str = "") -> None:
        super().__init__(because)
        self.because = because
        self.column = column


@lru_cache(maxsize=20_000)
def day(text: str) -> date:
    """An ISO date, 2026-10-31."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise Doubt(f"date « {text} » illisible : AAAA-MM-JJ attendu") from None
    if len(text) != 10 or found.year not in YEARS:
        raise Doubt(f"date « {text} » invraisemblable : AAAA-MM-JJ attendu")
    return found


def optional_day(text: str) -> date | None:
    """An ISO date, or nothing."""
    return day(text) if text else None


@lru_cache(maxsize=20_000)
def amount(text: str, *, comma: bool) -> Decimal:
    """An amount with at most two decimals, never negative."""
    if not (_COMMA if comma else _POINT).fullmatch(text):
        sign = "point ou virgule" if comma else "point"
        raise Doubt(f"montant « {text} » illisible : chiffres, {sign}, deux décimales au plus")
    found = Decimal(text.replace(",", ".")).quantize(Decimal("0.01"))
    if found < 0:
        raise Doubt(f"montant négatif : {text}")
    return found


def rate(text: str) -> Decimal | None:
    """A rate in percent a year, or nothing."""
    if not text:
        return None
    if not _RATE.fullmatch(text):
        raise Doubt(f"taux « {text} » illisible : un nombre en % par an attendu")
    return Decimal(text.replace(",", "."))


def address(text: str) -> str:
    """One e-mail address in lower case, or nothing."""
    if not text:
        return ""
    if not _ADDRESS.fullmatch(text):
        raise Doubt(f"adresse « {text[:80]} » mal formée : une seule adresse, nom@domaine.fr")
    return text.lower()


def yes_or_no(text: str) -> bool | None:
    """Yes, no, or unknown."""
    if not text:
        return None
    folded = text.lower()
    if folded in _YES:
        return True
    if folded in _NO:
        return False
    raise Doubt(f"« {text} » : oui ou non attendu")


def days_of_month(text: str) -> tuple[int, ...]:
    """Days of the month, however they are separated: "10 25", "10/25"."""
    found = tuple(sorted({int(part) for part in re.findall(r"\d+", text)}))
    if text and (not found or not set(found) <= set(range(1, 32))):
        raise Doubt(f"jours « {text} » : des jours du mois de 1 à 31 attendus")
    return found


def choice(text: str, known: Sequence[str], default: str = "") -> str:
    """One of the known words, in whichever case."""
    folded = text.lower() or default
    if folded not in known:
        told = f"« {text} » inconnu" if text else "valeur absente"
        raise Doubt(f"{told} : {', '.join(known)} attendu")
    return folded


@lru_cache(maxsize=5_000)
def fold(text: str) -> str:
    """Without case, accents and punctuation: how roles are compared."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(
        sign if sign.isalnum() else " " for sign in plain if not unicodedata.combining(sign)
    )
    return " ".join(kept.split())


def role_table(words: Mapping[str, Iterable[str]]) -> dict[str, Role]:
    """The table of `config/roles.toml`, role → words, turned round; raises `ValueError`."""
    table = {fold(word): Role(role) for role, several in words.items() for word in several}
    return table | {fold(role.value): role for role in Role}
