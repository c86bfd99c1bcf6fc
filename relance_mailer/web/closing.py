"""The paid dossiers of a queue, closed from its page in one act."""

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from relance_mailer.desk.queues import Queue, Waiting
from relance_mailer.dossier.values import CreditorId, DossierId, DossierKey
from relance_mailer.flows.close_paid import BATCH_MAX, QUEUES, WHY, Closed, Seen, close_paid, paid
from relance_mailer.ports import DeskRole, Permanent
from relance_mailer.web.access import may
from relance_mailer.web.deciding import not_yours
from relance_mailer.web.desk import desk_of, flash, who
from relance_mailer.web.typed import typed_in

NAMED_MAX = 5


def told_paid(queue: Queue, lines: Iterable[Waiting]) -> tuple[str, ...]:
    """The paid dossiers of a queue as its form has them, each with the last message seen."""
    rows = paid(queue, lines)
    return tuple(f"{one.key.creditor}/{one.key.dossier}@{one.message}" for one in rows)


async def close_page(request: Request) -> Response:
    """Close all that were shown as paid; what changed meanwhile is left and named."""
    desk, colleague = desk_of(request), who(request)
    name = request.path_params["name"]
    if name not in set(QUEUES):
        raise Permanent("cette file n'a pas de dossiers payés à clore")
    if not may(colleague, DeskRole.AGENT):
        return not_yours(request, "Clore des dossiers")
    typed = await typed_in(request)
    shown = [_seen(one) for one in typed.many("dossiers")[:BATCH_MAX]]
    because = typed.text("because") or WHY
    closed = await close_paid(desk.house, desk.creditors, shown, by=colleague.name, because=because)
    flash(request, _told(closed))
    return RedirectResponse(f"/file/{name}", status_code=303)


def _seen(told: str) -> Seen:
    where, _, message = told.partition("@")
    creditor, _, dossier = where.partition("/")
    key = DossierKey(creditor=CreditorId(creditor), dossier=DossierId(dossier))
    return Seen(key=key, message=message)


def _told(closed: Closed) -> str:
    words = "1 dossier clos." if len(closed.done) == 1 else f"{len(closed.done)} dossiers clos."
    if not closed.left:
        return words
    named = [f"{key.dossier} ({why})" for key, why in closed.left[:NAMED_MAX]]
    others = len(closed.left) - NAMED_MAX
    return f"{words} Laissé : {', '.join(named)}{f' et {others} autres' if others > 0 else ''}."
