"""What a human says of a message: read right, read wrong, whose it is, nobody's.

The same flows as from the command line; a message that somebody else settled meanwhile, or whose
dossier went on, is shown again with what was typed.
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from relance_mailer.desk.chronicle import Told
from relance_mailer.dossier.values import CreditorId, DossierId, DossierKey
from relance_mailer.flows.read_mail import by_hand, corrected
from relance_mailer.flows.work_desk import View, find_one, written_since
from relance_mailer.inward.correction import Correction
from relance_mailer.ports import DeskRole, Fault, Kept, Overtaken, Permanent
from relance_mailer.web.access import may
from relance_mailer.web.deciding import REPLACED, STALE, not_yours
from relance_mailer.web.desk import Desk, desk_of, flash, who
from relance_mailer.web.mails import ONE_CLICK, WAITING, Judging, kept_of, message_answer, read_on
from relance_mailer.web.panel import in_words
from relance_mailer.web.typed import Mistyped, Typed, typed_in
from relance_mailer.words import Intent, Kind

Judge = Callable[[Desk, Kept, Typed, str], Awaitable[str]]


async def _confirm(desk: Desk, kept: Kept, typed: Typed, by: str) -> str:
    view = await _on_its_dossier(desk, kept)
    await corrected.confirm_by_hand(
        desk.house,
        desk.creditors[kept.creditor],
        kept,
        view.dossier.key,
        by=by,
        because=typed.text("because") or "lecture juste",
        seen=typed.seen(),
    )
    return "Lecture confirmée."


async def _correct(desk: Desk, kept: Kept, typed: Typed, by: str) -> str:
    view = await _on_its_dossier(desk, kept)
    told = await corrected.correct_by_hand(
        desk.house,
        desk.creditors[kept.creditor],
        kept,
        view.dossier.key,
        _correction(typed),
        by=by,
        because=typed.text("because") or f"lu par {by}",
        seen=typed.seen(),
    )
    return f"Lecture corrigée : {told.because}."


async def _link(desk: Desk, kept: Kept, typed: Typed, by: str) -> str:
    _still_waits(kept, typed)
    key = await _meant(desk, typed)
    because = typed.text("because") or "reconnu à la lecture"
    creditor = desk.creditors[key.creditor]
    if key.creditor != kept.creditor:
        raise Permanent("ce dossier est d'un autre créancier que ce message")
    told = await by_hand.link_by_hand(desk.house, creditor, kept, key, by=by, because=because)
    return f"Message rattaché à {key.dossier} : {told.because}."


async def _dismiss(desk: Desk, kept: Kept, typed: Typed, by: str) -> str:
    _still_waits(kept, typed)
    because = typed.text("because")
    if not because:
        raise Mistyped("because", "écarter un message demande un motif")
    creditor = desk.creditors[kept.creditor]
    await by_hand.dismiss_by_hand(desk.house, creditor, kept, by=by, because=because)
    return "Message écarté."


JUDGES: dict[str, Judge] = {
    "confirmer": _confirm,
    "corriger": _correct,
    "rattacher": _link,
    "ecarter": _dismiss,
}


async def judge_page(request: Request) -> Response:
    """Carry out what is said of a message, or show it again with why not."""
    desk = desk_of(request)
    judge = JUDGES.get(request.path_params["act"])
    if judge is None:
        raise Permanent("cet acte n'existe pas")
    if request.method != "POST":  # a refused form that is loaded anew
        return RedirectResponse(f"/message/{request.path_params['message']}", status_code=303)
    if not may(who(request), DeskRole.AGENT):
        return not_yours(request, "Se prononcer sur un message")
    kept, typed = await kept_of(request, desk), await typed_in(request)
    try:
        done = await judge(desk, kept, typed, who(request).name)
    except Overtaken:
        return await _overtaken(request, desk, kept, typed)
    except (Mistyped, Fault) as fault:
        judging = Judging(typed=typed, wrong=in_words(str(fault)))
        return await message_answer(request, desk, kept, judging, status=422)
    flash(request, done)
    return RedirectResponse(f"/message/{kept.digest}", status_code=303)


async def _overtaken(request: Request, desk: Desk, kept: Kept, typed: Typed) -> Response:
    """What others wrote meanwhile, beside the words that were typed."""
    view = await read_on(desk, kept)
    since: tuple[Told, ...] | None = ()
    if view is not None:
        with suppress(Mistyped):  # whose message it is, is said without a look at a dossier
            since = await written_since(desk.house, view, typed.seen())
    wrong = REPLACED if since is None else STALE
    judging = Judging(typed=typed, wrong=wrong, since=since or ())
    return await message_answer(request, desk, kept, judging, status=409)


def _correction(typed: Typed) -> Correction:
    """One click says one intent alone; else the whole of what was ticked and typed."""
    alone = typed.text("seul")
    told = (alone,) if alone else typed.many("intents")
    kind = typed.text("kind") or Kind.HUMAN
    if not set(told) <= set(ONE_CLICK if alone else Intent) or kind not in set(Kind):
        raise Mistyped("intents", "ce qui est dit n'est pas de la liste")
    intents = tuple(Intent(one) for one in told)
    redirect = typed.text("redirect_to").lower()
    return Correction(
        kind=Kind(kind),
        intents=intents if kind == Kind.HUMAN else (),
        promise_dates=_days(typed),
        promised_amount=typed.money("amount"),
        invoices=typed.lines("invoices"),
        redirect_to=redirect or None,
        returns_on=typed.day("returns_on"),
    )


def _days(typed: Typed) -> tuple[date, ...]:
    found = (Typed({"dates": [one]}).day("dates") for one in typed.many("dates"))
    return tuple(one for one in found if one is not None)


def _still_waits(kept: Kept, typed: Typed) -> None:
    if kept.fate not in WAITING or typed.text("fate") != kept.fate:
        raise Overtaken("quelqu'un s'est déjà prononcé sur ce message")


async def _meant(desk: Desk, typed: Typed) -> DossierKey:
    """The dossier of the button that was pressed, else the one that the words mean."""
    creditor, _, dossier = typed.text("dossier").partition("/")
    if dossier and CreditorId(creditor) in desk.creditors:
        return DossierKey(creditor=CreditorId(creditor), dossier=DossierId(dossier))
    words = typed.text("words")
    if not words:
        raise Mistyped("words", "il faut dire à quel dossier : nom, numéro, facture ou adresse")
    return await find_one(desk.house, words[:200])


async def _on_its_dossier(desk: Desk, kept: Kept) -> View:
    view = await read_on(desk, kept)
    if view is None:
        raise Permanent("ce message n'est lu sur aucun dossier : rattachez-le d'abord")
    return view
