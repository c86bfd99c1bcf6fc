"""A mail that came in with its reading, a letter that went out: as text, so that nothing runs."""

from dataclasses import dataclass, field
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from relance_mailer.adapters.parts import pieces_of
from relance_mailer.desk import french
from relance_mailer.desk.chronicle import Told
from relance_mailer.dossier.values import Digest, DossierKey
from relance_mailer.flows.read_mail.corrected import dossier_of
from relance_mailer.flows.read_mail.explained import CLOSE, OPEN, explained
from relance_mailer.flows.read_mail.judged import judge_raw
from relance_mailer.flows.work_desk import View, show
from relance_mailer.inward.link import Contested, Link, Linked
from relance_mailer.inward.sent import sent_mail
from relance_mailer.ports import DeskRole, Fate, Kept, Permanent
from relance_mailer.web.access import may
from relance_mailer.web.desk import Desk, desk_of, page, who
from relance_mailer.web.dossiers import key_of
from relance_mailer.web.typed import Typed, as_seen
from relance_mailer.words import Intent

CANDIDATES_MAX = 8
ONE_CLICK = frozenset(
    {Intent.DISPUTE, Intent.PAID, Intent.PLAN_REQUEST, Intent.INVOICE_REQUEST}
    | {Intent.DISTRESS, Intent.ACK, Intent.QUESTION}
)
"""What one click may say: neither what needs a day or an address, nor what ends the amicable phase

or closes every door, which nobody says by a slip of the hand.
"""
WAITING = frozenset({Fate.UNLINKED, Fate.CONTESTED, Fate.SET_ASIDE})
SANDBOX = "default-src 'none'; sandbox"
FATES = {
    Fate.UNREAD: "pas encore lu",
    Fate.READ: "lu",
    Fate.NOBODYS: "sans dossier concerné",
    Fate.UNLINKED: "sans dossier : à rattacher",
    Fate.CONTESTED: "dossier incertain : à rattacher",
    Fate.SET_ASIDE: "mis de côté : illisible par la machine",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """A stretch of the debtor's text, marked where it decided."""

    text: str
    marked: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Judging:
    """What a human may say of a message here: what was typed before, and why it was refused."""

    typed: Typed = field(default_factory=lambda: Typed({}))
    wrong: str = ""
    since: tuple[Told, ...] = ()


async def message_page(request: Request) -> Response:
    """A message as its author wrote it, what was read in it, and why."""
    desk = desk_of(request)
    return await message_answer(request, desk, await kept_of(request, desk), Judging())


async def message_answer(
    request: Request, desk: Desk, kept: Kept, judging: Judging, *, status: int = 200
) -> Response:
    """The page of a message with what is being said of it."""
    raw = (await desk.house.inbox.raw([kept.digest]))[kept.digest]
    creditor = desk.creditors[kept.creditor]
    verdict = await judge_raw(desk.house, creditor, raw, trusts_topmost=False)
    told = explained(verdict)
    view = await read_on(desk, kept)
    return page(
        request,
        "mail.html",
        status=status,
        kept=kept,
        fate=FATES[kept.fate],
        told=told,
        words=stretches(told.text),
        whole=sent_mail(raw).text[:100_000],
        pieces=pieces_of(raw),
        key=view.dossier.key if view else None,
        judging=judging,
        dossier=view.dossier if view else None,
        version=as_seen(view.last) if view else "",
        candidates=await _named(desk, _candidates(verdict.link)) if kept.fate in WAITING else (),
        waits=kept.fate in WAITING,
        may_act=may(who(request), DeskRole.AGENT),
        intents=french.INTENTS,
        one_click=ONE_CLICK,
        kinds=french.KINDS,
        read=frozenset(one.value for one in verdict.reading.intents),
    )


def _candidates(link: Link) -> tuple[DossierKey, ...]:
    match link:
        case Contested():
            return link.candidates[:CANDIDATES_MAX]
        case Linked():
            return (link.key,)
        case _:
            return ()


async def _named(desk: Desk, keys: tuple[DossierKey, ...]) -> tuple[tuple[DossierKey, str], ...]:
    """The dossiers that a message may be for, with their debtors' names."""
    opened = await desk.house.journal.read([key.page for key in keys])
    found = ((key, opened[key.page].dossier) for key in keys)
    return tuple((key, one.debtor.name if one and one.debtor else "") for key, one in found)


async def read_on(desk: Desk, kept: Kept) -> View | None:
    """The dossier on which a message was read; None when it is on none."""
    key = await _dossier(desk, kept)
    return await show(desk.house, desk.creditors[kept.creditor], key) if key else None


async def piece(request: Request) -> Response:
    """A piece joined to a message, to be saved: its type is not believed, nothing of it runs."""
    desk = desk_of(request)
    kept = await kept_of(request, desk)
    raw = (await desk.house.inbox.raw([kept.digest]))[kept.digest]
    found = pieces_of(raw)
    number = int(request.path_params["number"])
    if not 0 <= number < len(found):
        raise Permanent("cette pièce n'existe pas")
    return download(found[number].name, found[number].data)


async def raw_message(request: Request) -> Response:
    """The message as it was received, to the byte."""
    desk = desk_of(request)
    kept = await kept_of(request, desk)
    raw = (await desk.house.inbox.raw([kept.digest]))[kept.digest]
    return download(f"{kept.digest[:16]}.eml", raw)


async def letter_page(request: Request) -> Response:
    """A letter as it went out."""
    desk = desk_of(request)
    key, creditor = key_of(request, desk)
    view = await show(desk.house, creditor, key)
    digest = Digest(request.path_params["letter"])
    letter = next((one for one in view.dossier.letters if one.mime == digest), None)
    if letter is None:
        raise Permanent("cette lettre n'est pas de ce dossier")
    mime = await desk.house.outbox.mime(digest)
    mail = sent_mail(mime)
    return page(
        request,
        "letter.html",
        key=key,
        debtor=view.dossier.debtor.name if view.dossier.debtor else key.dossier,
        letter=letter,
        mail=mail,
        pieces=pieces_of(mime),
    )


async def kept_of(request: Request, desk: Desk) -> Kept:
    """The message that the path names; raises `Permanent` when there is none."""
    kept = await desk.house.inbox.find(request.path_params["message"])
    if kept is None or kept.creditor not in desk.creditors:
        raise Permanent("ce message n'existe pas")
    return kept


async def _dossier(desk: Desk, kept: Kept) -> DossierKey | None:
    if kept.fate is not Fate.READ:
        return None
    try:
        return await dossier_of(desk.house, desk.creditors[kept.creditor], kept)
    except Permanent:
        return None


def stretches(text: str) -> tuple[Words, ...]:
    """The text cut at the marks of the explanation."""
    found: list[Words] = []
    rest = text
    while rest:
        before, opened, rest = rest.partition(OPEN)
        if before:
            found.append(Words(text=before, marked=False))
        inside, closed, after = rest.partition(CLOSE)
        if not opened or not closed:
            if rest:
                found.append(Words(text=rest, marked=False))
            break
        found.append(Words(text=inside, marked=True))
        rest = after
    return tuple(found)


def download(name: str, data: bytes) -> Response:
    """Bytes to be saved, whatever they are: never shown, never run."""
    return Response(
        data,
        media_type="application/octet-stream",
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "Content-Security-Policy": SANDBOX,
        },
    )
