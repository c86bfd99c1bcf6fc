"""A provider of access tokens on loopback: gives them, tells whose they are, takes them back.

It speaks RFC 6749 to the program and RFC 7662 to the mail server, as Microsoft and Google do to
theirs; what a real provider answers when it refuses can be laid ready.
"""

import base64
import hashlib
import json
import secrets
import threading
import urllib.parse
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from servers.ports import LOOPBACK

CLIENT, SECRET, SCOPE = "application-1", "s3cr3t", "boite.ouvrir"


class TokenGiver:
    """`user` is whose mailbox a token opens; `asked` keeps the fields of every asking."""

    def __init__(self) -> None:
        self.user = ""
        self.refresh_token = "renouvellement-0"
        self.rotates = False
        self.life: object = 3600
        self.asked: list[dict[str, str]] = []
        self.answers: deque[tuple[int, bytes]] = deque()
        self._alive: set[str] = set()
        self._codes: dict[str, dict[str, str]] = {}
        self._lock = threading.Lock()
        self._decided, self._may_answer = threading.Event(), threading.Event()
        self._may_answer.set()
        giver = self

        class _Asked(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._say(*giver.consented(self.path))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                fields = dict(urllib.parse.parse_qsl(body))
                answer = giver.told if self.path == "/introspect" else giver.given
                said = answer(fields)
                giver._decided.set()
                giver._may_answer.wait(10)
                self._say(*said)

            def _say(self, status: int, body: bytes) -> None:
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", body.decode())
                    body = b""
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Nothing."""

        self._server = ThreadingHTTPServer((LOOPBACK, 0), _Asked)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Where it stands."""
        return f"http://{LOOPBACK}:{self._server.server_address[1]}"

    @property
    def token_url(self) -> str:
        """Where tokens are asked for."""
        return f"{self.url}/token"

    @contextmanager
    def slow(self) -> Iterator[threading.Event]:
        """It decides at once, which sets the event, and answers at the end of the block."""
        self._decided.clear()
        self._may_answer.clear()
        try:
            yield self._decided
        finally:
            self._may_answer.set()

    def withdraw(self) -> None:
        """No token that was given is worth anything any more."""
        with self._lock:
            self._alive.clear()

    def given(self, fields: dict[str, str]) -> tuple[int, bytes]:
        """The answer to an asking for a token."""
        with self._lock:
            self.asked.append(fields)
            if self.answers:
                return self.answers.popleft()
            if (fields.get("client_id"), fields.get("client_secret")) != (CLIENT, SECRET):
                return 401, _refused("invalid_client", "AADSTS7000215: Invalid client secret.")
            if fields["grant_type"] == "authorization_code":
                if not self._code_is_right(fields):
                    return 400, _refused("invalid_grant", "code")
            elif fields["grant_type"] == "refresh_token":
                if fields["refresh_token"] != self.refresh_token:
                    return 400, _refused("invalid_grant", "AADSTS700082: expired.\r\nTrace ID: 1")
                if self.rotates:
                    self.refresh_token = f"renouvellement-{len(self.asked)}"
            return 200, self._token(with_refresh=fields["grant_type"] != "client_credentials")

    def told(self, fields: dict[str, str]) -> tuple[int, bytes]:
        """Whose a token is, for the mail server."""
        with self._lock:
            alive = fields.get("token") in self._alive
        said = {"active": alive, **({"username": self.user} if alive else {})}
        return 200, json.dumps(said).encode()

    def consented(self, path: str) -> tuple[int, bytes]:
        """A browser whose user consents: it is sent back with a code."""
        parts = urllib.parse.urlsplit(path)
        asked = dict(urllib.parse.parse_qsl(parts.query))
        code = secrets.token_urlsafe(8)
        with self._lock:
            self._codes[code] = asked
        back = urllib.parse.urlencode({"code": code, "state": asked["state"]})
        return 302, f"{asked['redirect_uri']}?{back}".encode()

    def stop(self) -> None:
        """Close the door."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def _code_is_right(self, fields: dict[str, str]) -> bool:
        asked = self._codes.pop(fields["code"], None)
        if asked is None or asked["redirect_uri"] != fields["redirect_uri"]:
            return False
        digest = hashlib.sha256(fields["code_verifier"].encode()).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == asked["code_challenge"]

    def _token(self, *, with_refresh: bool) -> bytes:
        token = secrets.token_urlsafe(24)
        self._alive.add(token)
        said: dict[str, object] = {
            "token_type": "Bearer",
            "access_token": token,
            "expires_in": self.life,
        }
        if with_refresh:
            said["refresh_token"] = self.refresh_token
        return json.dumps(said).encode()


def _refused(code: str, described: str) -> bytes:
    return json.dumps({"error": code, "error_description": described}).encode()


@contextmanager
def running_token_giver() -> Iterator[TokenGiver]:
    """A provider for as long as the block lasts."""
    giver = TokenGiver()
    try:
        yield giver
    finally:
        giver.stop()
