"""The dashboard: what is owed and how old it is, what promises are worth, what the letters bring.

The figures are counted once an hour, beside the pages: nobody waits for them twice.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from starlette.requests import Request
from starlette.responses import Response

from relance_mailer.desk.figures import Figures
from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.figures import figures_of
from relance_mailer.web.desk import Desk, desk_of, page

FRESH = timedelta(hours=1)
WIDTH = 100  # of a chart, in percent of its place


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """A bar of a chart: its name, its figure and its length in percent of the longest."""

    name: str
    figure: Decimal
    length: int


@dataclass(slots=True)
class Counted:
    """The last figures of each creditor, and the count that is under way."""

    figures: dict[CreditorId, tuple[datetime, Figures]] = field(default_factory=dict)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


async def dashboard_page(request: Request) -> Response:
    """The figures of every creditor."""
    desk = desk_of(request)
    counted: Counted = request.app.state.counted
    shown = []
    for creditor in desk.creditors.values():
        at, figures = await _figures(desk, counted, creditor.id)
        shown.append((creditor.id, at, figures, bars(figures)))
    return page(request, "dashboard.html", shown=shown, width=WIDTH)


def bars(figures: Figures) -> tuple[Bar, ...]:
    """The aged balance as bars, the longest over the whole width."""
    most = max((amount for _, amount in figures.aged), default=Decimal(0))
    return tuple(
        Bar(name=name, figure=amount, length=int(amount / most * WIDTH) if most else 0)
        for name, amount in figures.aged
    )


async def _figures(desk: Desk, counted: Counted, creditor: CreditorId) -> tuple[datetime, Figures]:
    async with counted.lock:
        known = counted.figures.get(creditor)
        today = desk.house.clock.today()
        if known and known[1].on == today and desk.real_now() - known[0] < FRESH:
            return known
        figures = await figures_of(desk.house, desk.creditors[creditor])
        counted.figures[creditor] = (desk.real_now(), figures)
        return counted.figures[creditor]
