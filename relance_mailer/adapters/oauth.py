"""Access tokens for accounts that take no password any more (OAuth 2.0, RFC 6749).

A token is asked for when none is at hand that lives five minutes more, or when a mail server has
refused the last one; whoever else needs it meanwhile waits for the same answer. What a provider
says when it refuses is told in French with what to do; secrets and tokens never stand in an error.
"""

import asyncio
import http.client
import json
import os
import ssl
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

import structlog

from relance_mailer.adapters.clock import since_boot
from relance_mailer.adapters.imap_account import is_loopback
from relance_mailer.ports import Permanent, Temporary
from relance_mailer.settings.french import system_words

log = structlog.get_logger()

ANSWER_BYTES_MAX = 256 * 1024
ANSWER_SECONDS = 30.0
SPARE_SECONDS = 300.0
"""A token that ends sooner is not offered any more: a login may take its time."""
LIFE_SECONDS = 3600.0
"""Where the provider says no `expires_in`, which is allowed (RFC 6749 §5.1)."""
TOKEN_FILE_MODE = 0o600

MEANINGS = {
    "invalid_client": "l'application ou son secret ne sont pas acceptés ; vérifiez client_id et "
    "client_secret_file (un secret a une date de fin)",
    "unauthorized_client": "cette application n'a pas ce droit ; un administrateur doit accorder "
    "IMAP.AccessAsApp et SMTP.SendAsApp, ou le type d'accès demandé",
    "invalid_grant": "l'autorisation n'est plus valable (retirée, expirée, mot de passe changé) ; "
    "refaites « relance oauth authorize »",
    "invalid_scope": "la portée demandée n'existe pas pour cette application ; vérifiez scope",
    "invalid_request": "la demande n'est pas comprise ; vérifiez provider, tenant et token_url",
}
"""The refusals of RFC 6749 §5.2 that only a human can lift."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OauthAccount:
    """An application that is registered with a provider, and what it may ask for.

    With `refresh_token_file` it acts for the one user who consented (RFC 6749 §6), otherwise for
    itself (§4.4).
    """

    name: str
    token_url: str
    client_id: str
    scope: str
    client_secret: str = field(default="", repr=False)
    refresh_token_file: Path | None = None


class Tokens:
    """The access tokens of one application: call it for one, with True when it was refused."""

    def __init__(
        self, account: OauthAccount, *, seconds: Callable[[], float] | None = None
    ) -> None:
        """`seconds` tells how much real time passed since some moment, suspended time included."""
        self._account = account
        self._seconds = seconds or since_boot
        self._token = ""
        self._ends = 0.0
        self._unwritten = ""  # a refresh token that its file did not take
        self._asking = asyncio.Lock()
        self._renewing = threading.Lock()

    async def __call__(self, refused: bool) -> str:
        """A token that lives; raises `Permanent` when a human has to act, else `Temporary`."""
        known = self._token
        async with self._asking:
            alive = self._token and self._seconds() < self._ends
            # Another caller may have got a new one while this one waited with the refused one.
            if alive and not (refused and self._token == known):
                return self._token
            answer = await self._granted()
            self._token = str(answer["access_token"])
            self._ends = self._seconds() + _life(answer) - SPARE_SECONDS
            return self._token

    async def _granted(self) -> Mapping[str, Any]:
        # In one piece, away from here: who is cancelled meanwhile (a stop, a login that took too
        # long) must not lose the refresh token that the provider gave in place of the kept one.
        return await asyncio.to_thread(self._granted_alone)

    def _granted_alone(self) -> Mapping[str, Any]:
        file = self._account.refresh_token_file
        if file is None:
            return asked_now(self._account, {"grant_type": "client_credentials"})
        with self._renewing:
            kept = self._unwritten or self._from_file()
            try:
                answer = self._renewed(kept)
            except Permanent:
                # Another process may have been given a new one, which ended this.
                meanwhile = self._from_file()
                if meanwhile == kept:
                    raise
                kept, answer = meanwhile, self._renewed(meanwhile)
            self._keep(file, kept, str(answer.get("refresh_token") or kept))
            return answer

    def _from_file(self) -> str:
        return _kept(self._account)

    def _renewed(self, kept: str) -> Mapping[str, Any]:
        grant = {"grant_type": "refresh_token", "refresh_token": kept}
        return asked_now(self._account, grant)

    def _keep(self, file: Path, before: str, after: str) -> None:
        """Lay a new refresh token down; a full disk must not end the access that was given."""
        if after == before and not self._unwritten:
            return
        try:
            keep(file, after)
            self._unwritten = ""
        except Temporary as error:
            self._unwritten = after
            log.error("jeton de renouvellement non gardé", action="oauth", because=str(error))


_IN_USE: "WeakValueDictionary[OauthAccount, Tokens]" = WeakValueDictionary()


def tokens_for(account: OauthAccount) -> Tokens:
    """The one holder of an application's tokens in this process: mailbox and submission share it.

    Two would renew beside each other, and a provider that takes a refresh token used twice for a
    theft (RFC 9700 §4.14.2) would end both.
    """
    return _IN_USE.setdefault(account, Tokens(account))


def _life(answer: Mapping[str, Any]) -> float:
    """Seconds that a token lives; some providers write the number as text."""
    try:
        return float(answer.get("expires_in") or LIFE_SECONDS)
    except (TypeError, ValueError):
        return LIFE_SECONDS


async def asked(account: OauthAccount, grant: Mapping[str, str]) -> Mapping[str, Any]:
    """What the provider answers to a grant, an access token in it.

    Raises `Permanent` when the provider refuses what a human has to set right, and `Temporary`
    when it cannot be reached, is overloaded or says what nobody understands.
    """
    return await asyncio.to_thread(asked_now, account, grant)


def asked_now(account: OauthAccount, grant: Mapping[str, str]) -> Mapping[str, Any]:
    """The same, for a thread of its own."""
    fields = {"client_id": account.client_id, "scope": account.scope, **grant}
    if account.client_secret:
        fields["client_secret"] = account.client_secret
    status, said = _posted(account, fields)
    if status == 200 and isinstance(said.get("access_token"), str) and said["access_token"]:
        return said
    raise _refusal(account, status, said)


def _refusal(account: OauthAccount, status: int, said: Mapping[str, Any]) -> Exception:
    where = f"jeton OAuth2 « {account.name} » ({_host(account.token_url)})"
    code = str(said.get("error") or "")
    # A description of Microsoft goes on with numbers of its own logs.
    told = str(said.get("error_description") or "").splitlines()[:1]
    detail = f" [{code or status}{' : ' + told[0][:200] if told else ''}]"
    if code in MEANINGS:
        return Permanent(f"{where} refusé : {MEANINGS[code]}{detail}")
    if status in {400, 401, 403, 404}:
        return Permanent(f"{where} refusé : vérifiez token_url, client_id et le secret{detail}")
    if status == 200:
        return Temporary(f"{where} : la réponse ne contient pas de jeton")
    return Temporary(f"{where} : le fournisseur ne répond pas comme prévu{detail}")


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A secret is said to the address that was configured, and to no other."""

    def redirect_request(self, *_: object) -> None:
        return None


def _posted(account: OauthAccount, fields: Mapping[str, str]) -> tuple[int, Mapping[str, Any]]:
    """Status and JSON object of the answer, an empty one where there is none."""
    request = urllib.request.Request(
        account.token_url,
        data=urllib.parse.urlencode(fields).encode(),
        headers={"Accept": "application/json", "User-Agent": "relance-mailer"},
        method="POST",
    )
    handlers: list[urllib.request.BaseHandler] = [
        _NoRedirect(),
        urllib.request.HTTPSHandler(context=ssl.create_default_context()),
    ]
    if is_loopback(urllib.parse.urlsplit(account.token_url).hostname or ""):
        handlers.append(urllib.request.ProxyHandler({}))
    where = f"jeton OAuth2 « {account.name} » ({_host(account.token_url)})"
    try:
        with urllib.request.build_opener(*handlers).open(request, timeout=ANSWER_SECONDS) as answer:
            return answer.status, _object(answer.read(ANSWER_BYTES_MAX))
    except urllib.error.HTTPError as error:
        with error:
            body = b""
            with suppress(OSError, http.client.HTTPException):
                body = error.read(ANSWER_BYTES_MAX)
            return error.code, _object(body)
    except urllib.error.URLError as error:
        if isinstance(error.reason, ssl.SSLCertVerificationError):
            raise Permanent(
                f"{where} : certificat refusé ({error.reason.verify_message})"
            ) from None
        raise Temporary(f"{where} : pas de liaison ({error.reason})") from None
    except (OSError, http.client.HTTPException) as error:
        raise Temporary(f"{where} : {str(error) or type(error).__name__}") from None


def _object(body: bytes) -> Mapping[str, Any]:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _host(url: str) -> str:
    return urllib.parse.urlsplit(url).netloc.rpartition("@")[2]


def _kept(account: OauthAccount) -> str:
    file = account.refresh_token_file
    assert file is not None
    try:
        kept = file.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        kept = ""
    except (OSError, UnicodeDecodeError) as error:
        raise Permanent(f"{file} : jeton de renouvellement illisible : {error}") from None
    if not kept:
        raise Permanent(
            f"{file} : aucune autorisation n'y est gardée ; faites « relance oauth authorize "
            f"{account.name} »"
        )
    return kept


def keep(file: Path, refresh_token: str) -> None:
    """Lay a refresh token down, for nobody else to read; the old one stays until the new stands.

    Raises `Temporary` when it cannot be written.
    """
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, TOKEN_FILE_MODE)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(refresh_token + "\n")
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise Temporary(
            f"{file} : le nouveau jeton ne peut y être écrit ({system_words(error)}) ; "
            "le dossier doit être inscriptible par le service"
        ) from None
