"""What every answer carries and every request must pass, whoever asks (P10).

Nothing of another origin is loaded, framed, sent to or read; a request that changes something must
come from a page of ours. Names and mails of strangers are text on our pages: were one to slip
through as markup, the policy still lets nothing of it run or load.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "X-Robots-Tag": "noindex, nofollow",
}
SECURE = {"Strict-Transport-Security": "max-age=31536000"}
BODY_MAX = 2_000_000  # bytes of a form; attachments have their own limit
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """Middleware: headers on every answer, and no act from a foreign page.

    `Sec-Fetch-Site` is what browsers say and pages can't change; one that sends none must send an
    `Origin` that is our own.
    """

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self._app = app
        self._headers = {**HEADERS, **(SECURE if secure else {})}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    # A download locks itself up harder than a page.
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/"):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        refusal = _refusal(scope)
        app = PlainTextResponse(refusal[1], status_code=refusal[0]) if refusal else self._app
        await app(scope, receive, with_headers)


def _refusal(scope: Scope) -> tuple[int, str] | None:
    if scope["method"] in _SAFE:
        return None
    headers = Headers(scope=scope)
    if not _is_ours(headers):
        return 403, "Cette action vient d'une autre page : elle est refusée."
    length = headers.get("content-length", "0")
    if not length.isdigit() or int(length) > BODY_MAX or "transfer-encoding" in headers:
        return 413, "Envoi trop grand ou sans longueur annoncée."
    return None


def _is_ours(headers: Headers) -> bool:
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc == headers.get("host")
