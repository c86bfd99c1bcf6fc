"""What every page of the desk works with, and how a page is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from gettext import NullTranslations
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse

from relance_mailer.desk import french
from relance_mailer.dossier.values import CreditorId, DossierKey
from relance_mailer.flows.drafts import told_of_money
from relance_mailer.flows.house import Creditor, House
from relance_mailer.ports import Colleague, Colleagues, DeskRole
from relance_mailer.web.wording import SOURCE, environment_of
from relance_mailer.workdays import PARIS

STATIC = Path(__file__).parent / "static"
SAID_MAX = 300  # it travels in the session's cookie
ROLES = {
    DeskRole.READER: "lecture",
    DeskRole.AGENT: "agent",
    DeskRole.MANAGER: "responsable",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """The house as the pages see it; `real_now` is the time of machines, for sessions."""

    house: House
    creditors: Mapping[CreditorId, Creditor]
    colleagues: Colleagues
    real_now: Callable[[], datetime]
    secret: str  # signs the sessions
    public_url: str
    session_hours: int = 12
    language: str = SOURCE
    words: NullTranslations = field(default_factory=NullTranslations)


def desk_of(request: Request) -> Desk:
    """The desk that serves this request."""
    found: Desk = request.app.state.desk
    return found


def who(request: Request) -> Colleague:
    """Who signed in; pages are only reached by somebody who did."""
    found: Colleague = request.state.colleague
    return found


def flash(request: Request, said: str) -> None:
    """A short confirmation for the next page that this person sees."""
    request.session["said"] = said[:SAID_MAX]


def page(request: Request, template: str, *, status: int = 200, **words: object) -> HTMLResponse:
    """A page in the house's frame; what stands in `words` is text, never markup."""
    colleague: Colleague | None = getattr(request.state, "colleague", None)
    done = request.session.pop("said", "") if colleague else ""
    text = request.app.state.pages.get_template(template).render(
        request=request,
        path=request.url.path,
        colleague=colleague,
        roles=ROLES,
        done=done,
        **words,
    )
    return HTMLResponse(text, status_code=status)


def path_of(key: DossierKey, room: str = "dossier") -> str:
    """Where a dossier stands; a ledger's number may hold any sign."""
    return f"/{room}/{quote(key.creditor)}/{quote(key.dossier)}"


def _size(count: int) -> str:
    return f"{count} octets" if count < 1024 else f"{round(count / 1024)} Kio"


def _amount(value: Decimal, currency: str = "EUR") -> str:
    return french.amount(value, currency)


def _day(value: date | None) -> str:
    return f"{value:%d/%m/%Y}" if value else "–"


def _moment(value: datetime | None) -> str:
    return f"{value.astimezone(PARIS):%d/%m/%Y %H:%M}" if value else "–"


_FILTERS: dict[str, Callable[..., Any]] = {
    "amount": _amount,
    "day": _day,
    "moment": _moment,
    "path": path_of,
    "size": _size,
    "reason": french.reason,
    "level": french.template,
    "told_of_money": told_of_money,
}


def pages_of(desk: Desk) -> Environment:
    """The templates of a desk, in its language."""
    return environment_of(desk.words, desk.language, _FILTERS)
