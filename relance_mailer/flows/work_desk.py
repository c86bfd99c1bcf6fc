"""What humans see and decide: dossiers out, a verdict into the journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from relance_mailer.desk.call_sheet import CallSheet, call_sheet
from relance_mailer.desk.chronicle import Told, chronicle
from relance_mailer.desk.decisions import Call, Verdict
from relance_mailer.desk.possible import Impossible
from relance_mailer.desk.verdict import decide
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Digest, DossierKey
from relance_mailer.flows.house import Creditor, House, look_of
from relance_mailer.flows.record import Draft, record
from relance_mailer.flows.siblings import siblings_of
from relance_mailer.inward.heard import Heard, heard_in, heard_of_debtor
from relance_mailer.outward.courses import level_after
from relance_mailer.outward.forecast import CALENDAR_ACTS, forecast
from relance_mailer.outward.missing import Missing, missing_data
from relance_mailer.outward.timeline import LetterStep
from relance_mailer.ports import LastEntry, Permanent, TakeContact

FOUND_MAX = 100
"""Nobody reads further: whoever means another one says more of it."""
LOOK_AHEAD = timedelta(days=400)
CHANGED = "ce dossier a changé depuis que vous l'avez ouvert : relisez-le, puis décidez"


@dataclass(frozen=True, kw_only=True, slots=True)
class Next:
    """What comes next on a dossier, and when: an identifier, or why nothing does."""

    step: str
    on: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """A dossier as a human sees it."""

    dossier: Dossier
    last: LastEntry
    next: Next
    chronicle: tuple[Told, ...]
    missing: tuple[Missing, ...] = ()  # the data without which a rule is not applied


async def find_one(house: House, words: str) -> DossierKey:
    """The one dossier that an operator means; raises `Permanent` naming the others."""
    found = await house.lookup.find(words)
    if not found:
        raise Permanent(f"aucun dossier ne répond à « {words} »")
    if len(found) > 1:
        names = ", ".join(key.dossier for key in found[:10])
        raise Permanent(f"« {words} » désigne {len(found)} dossiers : {names}")
    return found[0]


async def find_all(house: House, words: str) -> tuple[Dossier, ...]:
    """The dossiers that an operator may mean, the largest amounts first; `FOUND_MAX` at most."""
    keys = await house.lookup.find(words, limit=FOUND_MAX)
    opened = await house.journal.read([key.page for key in keys])
    found = [one.dossier for one in opened.values() if one.dossier is not None]
    return tuple(sorted(found, key=lambda one: (-one.owed, one.key)))


async def show(house: House, creditor: Creditor, key: DossierKey) -> View:
    """A dossier with its next act and its chronicle."""
    opened = await house.journal.read([key.page])
    dossier = opened[key.page].dossier
    if dossier is None:
        raise Permanent(f"le dossier {key.dossier} n'existe pas")
    today = house.clock.today()
    return View(
        dossier=dossier,
        last=opened[key.page].last,
        next=_next_of(dossier, creditor, today),
        chronicle=chronicle(await house.journal.entries(key.page)),
        missing=missing_data(dossier, creditor.timeline(dossier), today),
    )


async def written_since(house: House, view: View, seen: LastEntry) -> tuple[Told, ...] | None:
    """What was written on a dossier since that entry; None when another stands at its place."""
    page = view.dossier.key.page
    stands = await house.journal.chains_at({page: seen.version})
    return view.chronicle[seen.version :] if stands.get(page) == seen.chain else None


def next_level_of(dossier: Dossier, creditor: Creditor) -> str:
    """The level by which a dossier goes on where it stood; empty: only a human can say."""
    return level_after(dossier, creditor.level_names(dossier))


async def sheet_of(house: House, creditor: Creditor, key: DossierKey) -> CallSheet:
    """The call sheet of a dossier, made now."""
    view = await show(house, creditor, key)
    return call_sheet(
        view.dossier, house.clock.today(), next_step=view.next.step, next_on=view.next.on
    )


NEXT_ACTS: Mapping[type[e.Event], str] = {
    **CALENDAR_ACTS,
    e.PromiseKept: "promise_check",
    e.Settled: "settled",
}
"""What may come next besides a letter, by its event; a task for a human is not one."""


def _next_of(dossier: Dossier, creditor: Creditor, today: date) -> Next:
    """R10: a dossier always has exactly one next act with a date, or waits for a named human."""
    waits_for_human = dossier.phase in {Phase.REVIEW, Phase.LEGAL} and not dossier.ordered
    timeline = creditor.timeline(dossier)
    if not waits_for_human:
        for foreseen in forecast(dossier, timeline, today, today + LOOK_AHEAD):
            step = foreseen.step
            if isinstance(step, LetterStep):
                name = step.level.name if step.level else step.key.template
                return Next(step=name, on=foreseen.on)
            for event in step.events:
                if type(event) in NEXT_ACTS:
                    return Next(step=NEXT_ACTS[type(event)], on=foreseen.on)
    human = waits_for_human or dossier.owed > 0
    return Next(step="human_decision" if human else "", on=None)


async def journal_of(house: House, key: DossierKey) -> tuple[e.Entry, ...]:
    """The entries of a dossier's page."""
    return await house.journal.entries(key.page)


async def act(
    house: House,
    creditor: Creditor,
    key: DossierKey,
    verdict: Verdict,
    *,
    heard: Heard | None = None,
    seen: LastEntry | None = None,
) -> tuple[e.DossierEvent, ...] | Impossible:
    """Carry out a human's decision, checked by the same rules as the machine's.

    `seen`, when given, is the last entry that he looked at: on a dossier that went on since, or
    that was put back and has another one at that number, nothing is decided.

    `heard` is what the debtor said in the call that the verdict journals: it has the effects of a
    mail, on his other dossiers too where it is about himself.
    """
    today = house.clock.today()
    siblings = await siblings_of(house, creditor, key) if heard else ()

    def decided(draft: Draft) -> tuple[e.DossierEvent, ...] | Impossible:
        dossier = draft.dossier(key)
        if dossier is None or dossier.debtor is None:
            return Impossible(because=f"le dossier {key.dossier} n'existe pas")
        if seen is not None and draft.last(key.page) != seen:
            return Impossible(because=CHANGED)
        names = creditor.level_names(dossier)
        events = decide(verdict, dossier, today=today, levels=names)
        if isinstance(events, Impossible):
            return events
        draft.write(key.page, events)
        if heard is not None:
            events = (*events, *_hear(draft, creditor, key, heard, siblings, today))
        if isinstance(verdict, Call) and verdict.unsolicited:
            draft.effect(
                TakeContact(
                    creditor=creditor.id,
                    debtor=dossier.debtor.debtor_id,
                    day=verdict.on,
                    sort=e.Sort.UNSOLICITED,
                    key=key,
                    step="",
                )
            )
        return events

    look = look_of(creditor, today)
    pages = [key.page, *(one.page for one in siblings)]
    return await record(house.journal, pages, decided, at=house.clock.now(), look=look)


def _hear(
    draft: Draft,
    creditor: Creditor,
    key: DossierKey,
    heard: Heard,
    siblings: tuple[DossierKey, ...],
    today: date,
) -> tuple[e.DossierEvent, ...]:
    called = draft.dossier(key)
    assert called is not None, key
    events = heard_in(heard, called, creditor.holds, today)
    draft.write(key.page, events)
    for one in siblings:
        other = draft.dossier(one)
        if other is not None:
            draft.write(one.page, heard_of_debtor(heard, called, other, today))
    return events


def note_of(key: DossierKey, on: date, who: str, said: str) -> Digest:
    """What names the note of a call where a message's digest names a mail."""
    return Digest(sha256(f"{key.page}|{on}|{who}|{said}".encode()).hexdigest())
