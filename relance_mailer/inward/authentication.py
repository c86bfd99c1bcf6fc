"""Who really sent it, as our own mail server reports it (RFC 8601; contract §4).

Only a failure has an effect: the dossier is kept and a human decides, whatever the message says.
The parser is tolerant, for Microsoft 365 writes no authserv-id; what it cannot read counts as
absent. Without a trusted id the header is ignored: anybody can write one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from relance_mailer.reading.message import Incoming

HEADER_MAX = 4_096
TOPMOST: Final = "topmost"

_METHOD = re.compile(r"\s*([\w-]+)(?:/\d+)?\s*=\s*([\w-]+)(.*)", re.DOTALL)
_PROPERTY = re.compile(r"([\w-]+)\s*\.\s*([\w-]+)\s*=\s*([^\s;]+)")
_SERVER = re.compile(r"\s*([^\s;=]+)(?:\s+\d+)?\s*$")
_FAILED = frozenset({"fail", "hardfail"})


class Authentication(StrEnum):
    """What our mail server found of the sender."""

    PASSED = "passed"  # authentifié
    FAILED = "failed"  # authentification échouée
    ABSENT = "absent"  # rien de dit, ou rien d'utilisable


@dataclass(frozen=True, kw_only=True, slots=True)
class _Result:
    """One method's result with the domains that it is about."""

    method: str
    result: str
    domains: tuple[str, ...]


def authentication(
    incoming: Incoming, *, trusted: tuple[str, ...] | Literal["topmost"]
) -> Authentication:
    """What the trusted results say of the From domain.

    `trusted` are authserv-ids; `TOPMOST` takes the first header without looking at its id
    (Microsoft 365, or a corpus). An empty tuple ignores all.
    """
    results = [result for value in _own_headers(incoming, trusted) for result in _results(value)]
    if _failed(results):
        return Authentication.FAILED
    domain = incoming.sender.domain
    passed = any(
        result.result == "pass" and any(_aligned(named, domain) for named in result.domains)
        for result in results
        if result.method in ("dmarc", "dkim", "spf")
    )
    return Authentication.PASSED if passed and domain else Authentication.ABSENT


def _own_headers(
    incoming: Incoming, trusted: tuple[str, ...] | Literal["topmost"]
) -> Iterator[str]:
    """The first trusted header and its neighbours, down to the next Received.

    Ours stand above that line; a copy that a stranger put into his mail lies below it.
    """
    if trusted == TOPMOST:
        yield from incoming.authentication_results[:1]
        return
    ids = {name.lower() for name in trusted}
    seen = False
    for name, value in incoming.headers:
        if name == "received" and seen:
            return
        if name == "authentication-results" and _server(value) in ids:
            seen = True
            yield value


def _server(value: str) -> str:
    found = _SERVER.match(_bare(value).partition(";")[0])
    return found[1].lower() if found else ""


def _results(value: str) -> Iterator[_Result]:
    for piece in _bare(value).split(";"):
        if found := _METHOD.fullmatch(piece):
            named = (told[3] for told in _PROPERTY.finditer(found[3]))
            yield _Result(
                method=found[1].lower(),
                result=found[2].lower(),
                domains=tuple(name.rpartition("@")[2].lower().rstrip(".") for name in named),
            )


def _bare(value: str) -> str:
    """The header without comments and quoted strings, in which strangers' words may stand."""
    kept: list[str] = []
    depth, quoted, escaped = 0, False, False
    for sign in value[:HEADER_MAX]:
        if escaped:
            escaped = False
        elif sign == "\\":
            escaped = True
        elif quoted:
            quoted = sign != '"'
        elif sign == '"' and not depth:
            quoted = True
        elif sign == "(":
            depth += 1
        elif sign == ")":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(sign)
    return "".join(kept)


def _failed(results: list[_Result]) -> bool:
    """dmarc failed, or spf and dkim both; one good signature among several is enough."""
    said = {
        method: {result.result for result in results if result.method == method}
        for method in ("dmarc", "compauth", "spf", "dkim")
    }
    if (said["dmarc"] | said["compauth"]) & _FAILED:
        return True
    return all(said[method] & _FAILED and "pass" not in said[method] for method in ("spf", "dkim"))


def _aligned(named: str, domain: str) -> bool:
    """The same domain, or one below the other (relaxed alignment, RFC 7489 §3.1)."""
    if "." not in named or not domain:
        return False
    return named == domain or named.endswith(f".{domain}") or domain.endswith(f".{named}")
