"""Signing in and out, and who a request comes from.

A session is a signed cookie with a name, the account's epoch and when it began; at each request the
account is looked up, so that one that was disabled or changed is out at once.
"""

from datetime import timedelta

from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from relance_mailer.ports import AccessLine, Colleague, DeskRole
from relance_mailer.web.attempts import Attempts
from relance_mailer.web.desk import Desk, desk_of, page
from relance_mailer.web.passwords import is_right

SIGN_IN = "/entrer"
OPEN = (SIGN_IN, "/static/", "/favicon.svg", "/sante")
_LEVELS = tuple(DeskRole)


def may(colleague: Colleague, role: DeskRole) -> bool:
    """Whether somebody has that role or one above it."""
    return _LEVELS.index(colleague.role) >= _LEVELS.index(role)


class Doorman(BaseHTTPMiddleware):
    """Lets only those in who signed in; everybody else is shown the door, politely."""

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        path = request.url.path
        request.state.colleague = None
        if path.startswith(OPEN):
            return await call_next(request)
        colleague = await _signed_in(request)
        if colleague is None:
            request.session.clear()
            if "hx-request" in request.headers:
                return Response(status_code=401, headers={"HX-Redirect": SIGN_IN})
            return RedirectResponse(SIGN_IN, status_code=303)
        request.state.colleague = colleague
        return await call_next(request)


async def _signed_in(request: Request) -> Colleague | None:
    desk = desk_of(request)
    name, epoch = request.session.get("name"), request.session.get("epoch")
    since = request.session.get("since")
    if not isinstance(name, str) or not isinstance(since, int | float):
        return None
    if desk.real_now().timestamp() - since > timedelta(hours=desk.session_hours).total_seconds():
        return None
    colleague = await desk.colleagues.find(name)
    if colleague is None or colleague.disabled or colleague.epoch != epoch:
        return None
    return colleague


async def sign_in_page(request: Request) -> Response:
    """The form; on a desk without any account, how to make the first one."""
    first = not await desk_of(request).colleagues.all()
    return page(request, "sign_in.html", said="", name="", first=first)


async def sign_in(request: Request) -> Response:
    """Check name and password; wrong ones cost time, and every attempt leaves a line."""
    desk, attempts = desk_of(request), _attempts(request)
    form = await request.form()
    name = " ".join(str(form.get("name", "")).split())[:60]
    place = request.client.host if request.client else "?"
    keys = (f"name:{name.lower()}", f"place:{place}")
    wait = attempts.wait_for(*keys)
    if wait:
        minutes = max(1, round(wait.total_seconds() / 60))
        said = f"Trop d'essais : recommencez dans {minutes} min."
        return page(request, "sign_in.html", status=429, said=said, name=name, first=False)
    # Counted before the password is tried: many at once are many.
    attempts.failed(*keys)
    colleague = await desk.colleagues.find(name)
    usable = colleague if colleague and not colleague.disabled else None
    right = await is_right(str(form.get("password", "")), usable.password if usable else None)
    if usable is None or not right:
        await _note(desk, name or "?", "refused", place)
        said = "Nom ou mot de passe inconnu."
        return page(request, "sign_in.html", status=401, said=said, name=name, first=False)
    attempts.succeeded(*keys)
    request.session.clear()
    now = desk.real_now().timestamp()
    request.session.update(name=usable.name, epoch=usable.epoch, since=now)
    await _note(desk, usable.name, "signed_in", place)
    return RedirectResponse("/", status_code=303)


async def sign_out(request: Request) -> Response:
    """End this session."""
    desk = desk_of(request)
    colleague: Colleague = request.state.colleague
    request.session.clear()
    place = request.client.host if request.client else "?"
    await _note(desk, colleague.name, "signed_out", place)
    return RedirectResponse(SIGN_IN, status_code=303)


async def _note(desk: Desk, name: str, what: str, place: str) -> None:
    await desk.colleagues.note(AccessLine(at=desk.real_now(), who=name, what=what, where=place))


def _attempts(request: Request) -> Attempts:
    found: Attempts = request.app.state.attempts
    return found
