"""*Today*: the queues with their counts and amounts, and one queue whole, in the order of R12."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from starlette.requests import Request
from starlette.responses import Response

from relance_mailer.desk.queues import NAMES, Queue, Waiting
from relance_mailer.flows.work_desk import queues
from relance_mailer.ports import DeskRole
from relance_mailer.web.access import may
from relance_mailer.web.closing import paid
from relance_mailer.web.desk import desk_of, page, who

SHOWN_FIRST = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Tile:
    """A queue on the first page."""

    queue: Queue
    name: str
    count: int
    amount: Decimal
    first: tuple[Waiting, ...]  # the most pressing ones


async def today_page(request: Request) -> Response:
    """What is waiting, how much is at stake, and the first of each queue."""
    desk = desk_of(request)
    lines = await queues(desk.house, desk.creditors.values())
    tiles = [_tile(queue, lines) for queue in Queue]
    return page(
        request,
        "today.html",
        tiles=[tile for tile in tiles if tile.count],
        empty=[tile.name for tile in tiles if not tile.count],
        total=len(lines),
        today=desk.house.clock.today(),
    )


async def queue_page(request: Request) -> Response:
    """One queue whole."""
    desk = desk_of(request)
    name = request.path_params["name"]
    if name not in set(Queue):
        return page(request, "message.html", status=404, title="File inconnue", said=f"« {name} »")
    queue = Queue(name)
    lines = await queues(desk.house, desk.creditors.values(), queue)
    return page(
        request,
        "queue.html",
        tile=_tile(queue, lines),
        lines=lines,
        paid=paid(queue, lines) if may(who(request), DeskRole.AGENT) else (),
    )


def _tile(queue: Queue, lines: Sequence[Waiting]) -> Tile:
    mine = [line for line in lines if line.queue is queue]
    return Tile(
        queue=queue,
        name=NAMES[queue],
        count=len(mine),
        amount=sum((line.amount for line in mine), Decimal("0.00")),
        first=tuple(mine[:SHOWN_FIRST]),
    )
