"""A dossier as people need it: what is owed, why it waits, what comes next, what happened."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from relance_mailer.desk import french
from relance_mailer.desk.chronicle import Told
from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import CreditorId, DossierId, DossierKey
from relance_mailer.flows.house import Creditor
from relance_mailer.flows.work_desk import View, find_all, journal_of, show
from relance_mailer.ports import Permanent
from relance_mailer.web.desk import Desk, desk_of, page, path_of, who
from relance_mailer.web.panel import (
    ACTS,
    Panel,
    form_of,
    letter_for,
    panel_of,
    scene_of,
    sightly,
    starting,
)
from relance_mailer.web.typed import Typed


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line of the chronicle with the mail that stands behind it, if any."""

    told: Told
    side: str  # in, out, human or machine
    message: str = ""
    letter: str = ""


async def dossier_page(request: Request) -> Response:
    """One dossier whole, with the form that the address names open in it."""
    desk = desk_of(request)
    key, creditor = key_of(request, desk)
    view = await show(desk.house, creditor, key)
    panel = await _panel(request, desk, creditor, view)
    return await dossier_answer(request, desk, view, panel)


async def _panel(request: Request, desk: Desk, creditor: Creditor, view: View) -> Panel:
    colleague = who(request)
    scene = scene_of(desk, creditor, view, colleague)
    panel = panel_of(scene, colleague)
    act = ACTS.get(request.query_params.get("acte", ""))
    if act is None or not any(act in acts for _, acts in panel.groups):
        return panel
    preset = Typed({name: request.query_params.getlist(name) for name in request.query_params})
    typed = starting(act, scene, preset)
    letter = await letter_for(desk, creditor, scene, act, sightly(typed))
    return replace(panel, form=form_of(act, scene, typed, letter=letter))


async def dossier_answer(
    request: Request, desk: Desk, view: View, panel: Panel, *, status: int = 200
) -> Response:
    """The page of a dossier with its panel as it stands."""
    entries = await journal_of(desk.house, view.dossier.key)
    lines = [_line(told, entry) for told, entry in zip(view.chronicle, entries, strict=False)]
    return page(
        request,
        "dossier.html",
        status=status,
        view=view,
        dossier=view.dossier,
        phase=french.PHASES[view.dossier.phase],
        next_step=french.act_to_come(view.next.step),
        lines=lines[::-1],
        overdue=_overdue(view.dossier, desk.house.clock.today()),
        today=desk.house.clock.today(),
        panel=panel,
        slugs=frozenset(act.slug for _, acts in panel.groups for act in acts),
    )


def key_of(request: Request, desk: Desk) -> tuple[DossierKey, Creditor]:
    """The dossier that the path names and its creditor; raises `Permanent` for another's."""
    creditor = desk.creditors.get(CreditorId(request.path_params["creditor"]))
    if creditor is None:
        raise Permanent("ce créancier n'est pas d'ici")
    dossier = DossierId(request.path_params["dossier"])
    return DossierKey(creditor=creditor.id, dossier=dossier), creditor


def _overdue(dossier: Dossier, today: date) -> Decimal:
    return sum((invoice.left for invoice in dossier.overdue(today)), Decimal("0.00"))


def _line(told: Told, entry: e.Entry) -> Line:
    match entry.event:
        case e.MessageRead() | e.LinkContested():
            return Line(told=told, side="in", message=entry.event.message)
        case e.LetterQueued():
            return Line(told=told, side="out", letter=entry.event.mime)
        case e.LetterSent():
            return Line(told=told, side="out", letter=entry.event.mime or "")
        case _:
            side = "machine" if entry.by == "machine" else "human"
            return Line(told=told, side=side)


async def search_page(request: Request) -> Response:
    """The dossiers that some words mean; one alone is opened at once."""
    desk = desk_of(request)
    words = request.query_params.get("q", "").strip()[:200]
    found = await find_all(desk.house, words)
    if len(found) == 1:
        return RedirectResponse(path_of(found[0].key), status_code=303)
    return page(request, "search.html", words=words, found=found, phases=french.PHASES)
