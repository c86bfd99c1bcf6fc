"""A user's consent, given once in his browser: a code comes back, a refresh token is kept.

The authorization code with its proof key (RFC 6749 §4.1, RFC 7636), to a door on this machine that
stands open for one answer (RFC 8252 §7.3); where the browser is elsewhere the user brings the
address that it ended on.
"""

import base64
import hashlib
import html
import secrets
import urllib.parse
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from time import monotonic

from relance_mailer.adapters.oauth import OauthAccount, asked
from relance_mailer.ports import Permanent, Temporary
from relance_mailer.settings.french import system_words

LOOPBACK = "127.0.0.1"
PATIENCE_SECONDS = 600.0
ASKING_SECONDS = 10.0
"""For one browser to say what it wants; a connection that says nothing must not hold the door."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Consent:
    """A consent that is asked for: `url` is for the browser, the rest proves the answer is its."""

    account: OauthAccount
    url: str
    redirect: str
    state: str
    verifier: str


def consent_asked(
    account: OauthAccount, authorize_url: str, *, user: str, port: int, host: str = LOOPBACK
) -> Consent:
    """What to open in the browser so that `user` consents, the answer coming back to `port`.

    `host` names this machine as the provider knows it: Microsoft's pages take `localhost` alone.
    """
    state, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(48)
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    redirect = f"http://{host}:{port}"
    fields = {
        "response_type": "code",
        "client_id": account.client_id,
        "redirect_uri": redirect,
        "scope": account.scope,
        "state": state,
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii"),
        "code_challenge_method": "S256",
        # Google gives a refresh token only where both are said.
        "access_type": "offline",
        "prompt": "consent",
        "login_hint": user,
    }
    joint = "&" if "?" in authorize_url else "?"
    url = authorize_url + joint + urllib.parse.urlencode(fields)
    return Consent(account=account, url=url, redirect=redirect, state=state, verifier=verifier)


def code_in(consent: Consent, address: str) -> str:
    """The code in the address that the browser ended on.

    Raises `Permanent` when the user or the provider refused, or when it answers another asking.
    """
    query = urllib.parse.urlsplit(address.strip()).query
    said = {name: values[0] for name, values in urllib.parse.parse_qs(query).items()}
    if not secrets.compare_digest(said.get("state", "").encode(), consent.state.encode()):
        raise Permanent(
            "cette adresse ne répond pas à la demande en cours ; recopiez toute l'adresse à "
            "laquelle le navigateur est arrivé (http://127.0.0.1…?code=…&state=…), ou recommencez"
        )
    if "code" not in said:
        why = said.get("error_description") or said.get("error") or "aucun code"
        raise Permanent(f"le consentement n'a pas été donné : {why.splitlines()[0][:300]}")
    return said["code"]


async def refresh_token_for(consent: Consent, code: str) -> str:
    """The refresh token that the code is worth (RFC 6749 §4.1.3); raises as `oauth.asked` does."""
    answer = await asked(
        replace(consent.account, refresh_token_file=None),
        {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": consent.redirect,
            "code_verifier": consent.verifier,
        },
    )
    token = answer.get("refresh_token")
    if not isinstance(token, str) or not token:
        raise Permanent(
            "le fournisseur n'a pas donné de jeton de renouvellement : la portée (scope) doit "
            "l'autoriser (Microsoft : offline_access)"
        )
    return token


class Door:
    """A door on this machine for the one answer of a browser; close it with `with`."""

    def __init__(self, port: int = 0) -> None:
        self._answer = ""
        self.state = ""  # of the consent that is waited for; another's answer is none
        door = self

        class _Browser(BaseHTTPRequestHandler):
            timeout = ASKING_SECONDS

            def do_GET(self) -> None:
                said = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
                # Browsers also ask for an icon, and a page of anybody's may knock.
                known = bool(door.state) and said.get("state") == [door.state]
                if known:
                    door._answer = f"http://{LOOPBACK}{self.path}"
                self._say(_PAGE if known else "", 200 if known else 404)

            def _say(self, words: str, status: int) -> None:
                body = words.encode()
                self.send_response(status)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Nothing: the address holds the code."""

        try:
            self._server = HTTPServer((LOOPBACK, port), _Browser)
        except OSError as error:
            raise Temporary(
                f"{LOOPBACK}:{port} : port déjà pris ({system_words(error)})"
            ) from error
        self._server.timeout = 1.0

    def __enter__(self) -> "Door":
        return self

    def __exit__(self, *_: object) -> None:
        self._server.server_close()

    @property
    def port(self) -> int:
        """Where it stands open."""
        return int(self._server.server_address[1])

    def answer(self, patience: float = PATIENCE_SECONDS) -> str:
        """The address that the browser came with; raises `Temporary` when none came in time."""
        end = monotonic() + patience
        while not self._answer and monotonic() < end:
            self._server.handle_request()
        if not self._answer:
            raise Temporary(
                "aucune réponse du navigateur ; s'il est sur une autre machine, faites "
                "« relance oauth authorize … --paste »"
            )
        return self._answer


_PAGE = (
    "<!doctype html><html lang=fr><meta charset=utf-8><title>Relance Mailer</title>"
    f"<p>{html.escape('La réponse est arrivée. Vous pouvez fermer cette page.')}</p></html>"
)
