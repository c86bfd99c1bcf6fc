"""*Today*: whether letters leave, the queues with counts and amounts, one queue page by page."""

from starlette.requests import Request
from starlette.responses import Response

from relance_mailer.desk.queues import NAMES, Queue
from relance_mailer.flows.queue_pages import overview, part_of
from relance_mailer.flows.waiting import causes_now
from relance_mailer.outward.causes import sentence
from relance_mailer.ports import DeskRole
from relance_mailer.web.access import may
from relance_mailer.web.closing import told_paid
from relance_mailer.web.desk import desk_of, page, who

SHOWN_FIRST = 3
A_PAGE = 100
"""Lines of a queue on one page."""


async def today_page(request: Request) -> Response:
    """Why no letter leaves, what is waiting, how much is at stake, the first of each queue."""
    desk = desk_of(request)
    parts = await overview(desk.house, desk.creditors.values(), SHOWN_FIRST)
    waits = {name: await causes_now(desk.house, one) for name, one in desk.creditors.items()}
    return page(
        request,
        "today.html",
        tiles=[part for part in parts if part.count],
        empty=[NAMES[part.queue] for part in parts if not part.count],
        names=NAMES,
        total=sum(part.count for part in parts),
        today=desk.house.clock.today(),
        waits={name: (sentence(causes), causes) for name, causes in waits.items() if causes},
        several=len(waits) > 1,
    )


async def queue_page(request: Request) -> Response:
    """A page of one queue; a number that no page has is the first or the last."""
    desk = desk_of(request)
    name = request.path_params["name"]
    if name not in set(Queue):
        return page(request, "message.html", status=404, title="File inconnue", said=f"« {name} »")
    queue, creditors = Queue(name), desk.creditors.values()
    number = _number(request.query_params.get("page", ""))
    offset = (number - 1) * A_PAGE
    part = await part_of(desk.house, creditors, queue, limit=A_PAGE, offset=offset)
    pages = max(-(-part.count // A_PAGE), 1)
    if number > pages:
        number, offset = pages, (pages - 1) * A_PAGE
        part = await part_of(desk.house, creditors, queue, limit=A_PAGE, offset=offset)
    return page(
        request,
        "queue.html",
        tile=part,
        paid=told_paid(queue, part.lines) if may(who(request), DeskRole.AGENT) else (),
        name=NAMES[queue],
        number=number,
        pages=pages,
        first=offset + 1,
    )


def _number(asked: str) -> int:
    return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
