"""The paid dossiers of a queue, closed in one act: each one checked as if it were closed alone."""

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from relance_mailer.desk.decisions import Close
from relance_mailer.desk.possible import Impossible
from relance_mailer.desk.queues import Queue, Waiting
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import CreditorId, DossierId, DossierKey
from relance_mailer.flows.work_desk import act, show
from relance_mailer.ports import DeskRole, Permanent
from relance_mailer.web.access import may
from relance_mailer.web.deciding import not_yours
from relance_mailer.web.desk import Desk, desk_of, flash, who
from relance_mailer.web.typed import Typed, typed_in
from relance_mailer.words import Cause

QUEUES = (Queue.LEGAL, Queue.REVIEW)
NAMED_MAX = 5
BATCH_MAX = 500
_PHASES = (Phase.LEGAL, Phase.REVIEW)


def paid(queue: Queue, lines: Iterable[Waiting]) -> tuple[str, ...]:
    """The dossiers of a queue on which nothing is owed, with the last message that was seen."""
    if queue not in QUEUES:
        return ()
    found = []
    for line in lines:
        if line.key is not None and line.amount == 0:
            last = line.last_message.message if line.last_message else ""
            found.append(f"{line.key.creditor}/{line.key.dossier}@{last}")
    return tuple(dict.fromkeys(found))[:BATCH_MAX]


async def close_page(request: Request) -> Response:
    """Close all that were shown as paid; what changed meanwhile is left and named."""
    desk, colleague = desk_of(request), who(request)
    name = request.path_params["name"]
    if name not in set(QUEUES):
        raise Permanent("cette file n'a pas de dossiers payés à clore")
    if not may(colleague, DeskRole.AGENT):
        return not_yours(request, "Clore des dossiers")
    typed = await typed_in(request)
    closed, left = 0, []
    for one in typed.many("dossiers")[:BATCH_MAX]:
        why = await _closed(desk, one, typed, colleague.name)
        closed += not why
        left += [why] if why else []
    flash(request, _told(closed, left))
    return RedirectResponse(f"/file/{name}", status_code=303)


async def _closed(desk: Desk, told: str, typed: Typed, by: str) -> str:
    """Nothing when it was closed, else which dossier was left and why."""
    where, _, message = told.partition("@")
    creditor_id, _, dossier_id = where.partition("/")
    creditor = desk.creditors.get(CreditorId(creditor_id))
    if creditor is None:
        return f"{dossier_id} (créancier inconnu)"
    key = DossierKey(creditor=creditor.id, dossier=DossierId(dossier_id))
    dossier = (await show(desk.house, creditor, key)).dossier
    last = dossier.last_message.message if dossier.last_message else ""
    if dossier.owed > 0 or last != message or dossier.phase not in _PHASES:
        return f"{key.dossier} (a changé depuis)"
    cause = Cause.UNKNOWN if dossier.cause is None else None
    because = typed.text("because") or "payé : plus rien n'est dû"
    verdict = Close(by=by, because=because, cause=cause)
    done = await act(desk.house, creditor, key, verdict, seen=dossier.version)
    return f"{key.dossier} ({done.because})" if isinstance(done, Impossible) else ""


def _told(closed: int, left: list[str]) -> str:
    words = "1 dossier clos." if closed == 1 else f"{closed} dossiers clos."
    if not left:
        return words
    more = f" et {len(left) - NAMED_MAX} autres" if len(left) > NAMED_MAX else ""
    return f"{words} Laissé : {', '.join(left[:NAMED_MAX])}{more}."
