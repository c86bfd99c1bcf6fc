"""Who comes to the desk's door in a simulated world: a stranger without a session, and an operator.

The desk is the real application, asked as a browser asks it. A stranger must see nothing of any
debtor; on the pages of an operator nothing of what strangers wrote may run, load or lead away.
"""

import re
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, Protocol
from urllib.parse import quote, urlencode

from relance_mailer.dossier.values import Digest
from relance_mailer.ports import AccessLine, Colleague, DeskRole
from relance_mailer.simulate.cast import Owing
from relance_mailer.simulate.process import Process
from relance_mailer.simulate.world import World
from relance_mailer.web.app import build_app
from relance_mailer.web.desk import Desk
from relance_mailer.web.passwords import hashed
from relance_mailer.wiring.desk import desk_of

NAME, PASSWORD = "Claire Morvan", "douze signes au moins, et variés"
PAGES_MAX = 3
"""How many messages of strangers are opened: each is read again for its page."""
LOADING = frozenset({"src", "srcset", "data", "poster", "background", "formaction", "action"})
NEVER = frozenset({"iframe", "object", "embed", "base", "applet", "frame"})
_ABROAD = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_RUNS = re.compile(r"\s*(?:javascript|data|vbscript):", re.IGNORECASE)
_PASSWORDS: dict[str, str] = {}


class App(Protocol):
    """An application of the asynchronous gateway interface (ASGI 3)."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request."""
        ...


@dataclass(slots=True)
class Answer:
    """What came back."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")


class Visitor:
    """Asks the application without a socket, and keeps the cookie that it gets."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._cookie = ""

    async def get(self, path: str) -> Answer:
        """Ask for a page."""
        return await self._ask("GET", path, b"", {})

    async def post(self, path: str, form: Mapping[str, str]) -> Answer:
        """Send a form from a page of the desk's own."""
        body = urlencode(form).encode()
        headers = {
            "content-type": "application/x-www-form-urlencoded",
            "content-length": str(len(body)),
            "sec-fetch-site": "same-origin",
        }
        return await self._ask("POST", path, body, headers)

    async def _ask(self, method: str, path: str, body: bytes, more: Mapping[str, str]) -> Answer:
        way, _, query = path.partition("?")
        headers = {"host": "127.0.0.1", **more}
        if self._cookie:
            headers["cookie"] = self._cookie
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": way,
            "raw_path": quote(way).encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
            "client": ("127.0.0.1", 40_000),
            "server": ("127.0.0.1", 80),
            "state": {},
        }
        answer = Answer()

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Mapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                answer.status = message["status"]
                for name, value in message["headers"]:
                    answer.headers[name.decode().lower()] = value.decode()
            else:
                answer.body += message.get("body", b"")

        await self._app(scope, receive, send)
        if "set-cookie" in answer.headers:
            self._cookie = answer.headers["set-cookie"].partition(";")[0]
        return answer


async def at_the_door(process: Process, world: World) -> AsyncIterator[str]:
    """Every breach of P10 that a look at the desk shows."""
    desk = desk_of(process.relance)
    app = build_app(desk)
    # What was not fetched yet, or deleted before it was, has no page.
    messages = [
        one.digest
        for one in world.truth.said
        if one.what in ("stranger", "forged") and await _has_a_page(process, one.digest)
    ]
    owing = next(iter(world.cast.values()))
    stranger = Visitor(app)
    for path in (*_rooms(owing), *_of_messages(messages[:1])):
        for told in _seen_outside(await stranger.get(path), world.cast.values()):
            yield f"{path} sans session : {told}"
    inside = await _signed_in(app, desk)
    for path in ("/", *_of_messages(messages[:PAGES_MAX])):
        for told in _runs(await inside.get(path)):
            yield f"{path} : {told}"


async def _has_a_page(process: Process, digest: str) -> bool:
    return await process.house.inbox.find(Digest(digest)) is not None


def _rooms(owing: Owing) -> tuple[str, ...]:
    place = f"{quote(owing.key.creditor)}/{quote(owing.key.dossier)}"
    return (
        "/",
        f"/dossier/{place}",
        f"/dossier/{place}/acte/note",
        f"/contentieux/{place}",
        f"/recherche?q={quote(owing.debtor.name)}",
        "/file/review",
        "/tableau",
        "/calendrier",
    )


def _of_messages(digests: Iterable[str]) -> Iterator[str]:
    for digest in digests:
        yield f"/message/{digest}"
        yield f"/message/{digest}/brut"


def _seen_outside(answer: Answer, people: Iterable[Owing]) -> Iterator[str]:
    if answer.status == 200:
        yield "la page s'ouvre"
    for owing in people:
        for word in (owing.debtor.name, owing.dossier, owing.usual.email):
            if word in answer.text:
                yield f"« {word} » se lit"


async def _signed_in(app: App, desk: Desk) -> Visitor:
    if NAME not in _PASSWORDS:
        _PASSWORDS[NAME] = await hashed(PASSWORD)
    if await desk.colleagues.find(NAME) is None:
        line = AccessLine(at=desk.real_now(), who=NAME, what="added", where="simulation")
        one = Colleague(name=NAME, role=DeskRole.MANAGER, password=_PASSWORDS[NAME])
        await desk.colleagues.add(one, line)
    visitor = Visitor(app)
    answer = await visitor.post("/entrer", {"name": NAME, "password": PASSWORD})
    assert answer.status == 303, (answer.status, answer.text)
    return visitor


def _runs(answer: Answer) -> Iterator[str]:
    """What on a page could run, load or lead elsewhere."""
    if "default-src 'none'" not in answer.headers.get("content-security-policy", ""):
        yield "rien n'interdit de charger"
    if not answer.headers.get("content-type", "").startswith("text/html"):
        return
    if answer.status != 200:
        yield f"réponse {answer.status}"
    page = _Page()
    page.feed(answer.text)
    yield from page.found


class _Page(HTMLParser):
    """Reads a page as a browser does and keeps what it would not only show."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element with its attributes."""
        told = {name: value or "" for name, value in attrs}
        if tag in NEVER or (tag == "script" and "src" not in told):
            self.found.append(f"<{tag}>")
        if tag == "meta" and "http-equiv" in told:
            self.found.append("<meta http-equiv>")
        for name, value in told.items():
            foreign = name in LOADING or (tag == "link" and name == "href")
            if name.startswith("on") or (foreign and _ABROAD.match(value)):
                self.found.append(f"<{tag} {name}>")
            if name == "href" and _RUNS.match(value):
                self.found.append(f"<{tag} {name}>")
