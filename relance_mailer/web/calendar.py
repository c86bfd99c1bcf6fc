"""The calendar of what will leave, day by day, and what would keep it back."""

from datetime import date
from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response

from relance_mailer.flows.preview import Coming, preview
from relance_mailer.web.desk import desk_of, page

DAYS = 35
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


async def calendar_page(request: Request) -> Response:
    """The letters of the coming weeks, if nothing happens until then."""
    desk = desk_of(request)
    coming: list[Coming] = []
    for creditor in desk.creditors.values():
        coming += await preview(desk.house, creditor, days=DAYS)
    coming.sort(key=lambda row: (row.on, -row.amount, row.key))
    days = [_day(on, list(rows)) for on, rows in groupby(coming, key=lambda row: row.on)]
    sends = all(creditor.mode_send for creditor in desk.creditors.values())
    return page(
        request, "calendar.html", days=days, total=len(coming), weeks=DAYS // 7, sends=sends
    )


def _day(on: date, rows: list[Coming]) -> tuple[str, date, list[Coming], tuple[str, ...]]:
    """The day of the week and the day, its letters, and what keeps all of them back: said once."""
    first, *others = ([one.because for one in row.refusals] for row in rows)
    shared = tuple(one for one in first if others and all(one in its for its in others))
    return WEEKDAYS[on.weekday()], on, rows, shared
