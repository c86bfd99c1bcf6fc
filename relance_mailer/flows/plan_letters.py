"""Due dossiers → timeline → gate → compose → render → lint → outbox.

Announced levels come first, then first letters, the largest amounts first in each. The letter, its
row in the outbox and the debtor's contact of the day are one commit; what the calendar says
(ended holds, broken promises, hand-overs) is committed even where nothing may leave, but never on
stale knowledge (P2): a debtor whose answer lies unread in the mailbox is not a silent one. The
calendar turns every page that is due; the gate is asked in the order of the ranks until something
that is about us keeps all letters back. A dossier in which our own fault raises goes to a human,
and the others go on.
"""

import asyncio
import traceback
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Digest, DossierKey
from relance_mailer.flows.delays import because_of, delay_of
from relance_mailer.flows.enclosing import Proof, proofread
from relance_mailer.flows.facts_of import facts_of
from relance_mailer.flows.house import Creditor, House, look_of
from relance_mailer.flows.record import Draft, record
from relance_mailer.flows.sight import Eyes, open_eyes, sight_on, told_elsewhere
from relance_mailer.law.rates import UnknownSemester
from relance_mailer.outward.answering import NoLetter
from relance_mailer.outward.asked import Refusal, Sight
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.gate import KNOWLEDGE, refusals, waits_for_all
from relance_mailer.outward.tasks import rates_to_check
from relance_mailer.outward.timeline import EventsStep, LetterStep, due
from relance_mailer.ports import (
    Fault,
    Overtaken,
    Permanent,
    QueueLetter,
    Unreadable,
)

LOOKED_AT_MAX = 5_000
"""Keys that one question answers; a pass asks until it has them all."""
BATCH = 50
STEPS_MAX = 12
"""More calendar steps than this on one day would be a loop: our own fault."""
SHADOW = "mode_is_send"


@dataclass(frozen=True, kw_only=True, slots=True)
class Withheld:
    """A letter that is due and waits, with all refusals."""

    key: DossierKey
    step: LetterStep
    amount: Decimal
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Due:
    """A dossier for which a letter is due."""

    dossier: Dossier
    step: LetterStep


@dataclass(slots=True)
class _Turned:
    """What the calendar says of some pages."""

    letters: dict[DossierKey, _Due] = field(default_factory=dict)
    moved: list[tuple[DossierKey, str]] = field(default_factory=list)


Work = Callable[[Sequence[DossierKey]], Awaitable[None]]


@dataclass(slots=True)
class Planned:
    """What a pass did."""

    looked_at: int = 0
    stale: bool = False  # what we know is too old: the calendar waits, as the letters do
    queued: list[tuple[DossierKey, str]] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    moved: list[tuple[DossierKey, str]] = field(default_factory=list)  # calendar events by name
    blocked: list[tuple[DossierKey, str]] = field(default_factory=list)  # to review, with why
    template_faults: list[str] = field(default_factory=list)
    overtaken: list[DossierKey] = field(default_factory=list)
    broken: list[tuple[DossierKey, str]] = field(default_factory=list)  # our own fault, with why

    def counts(self) -> dict[str, int]:
        """What the pass did, in figures."""
        return {
            "looked_at": self.looked_at,
            "queued": len(self.queued),
            "withheld": len(self.withheld),
            "to_review": len(self.blocked),
        }


async def plan_letters(
    house: House, creditor: Creditor, *, only: Sequence[DossierKey] = ()
) -> Planned:
    """One pass over what is due today (or over the dossiers named)."""
    planned = Planned()
    today = house.clock.today()
    keys = tuple(only) or await _due_keys(house, creditor, today)
    planned.looked_at = len(keys)
    eyes = await open_eyes(house, creditor)
    planned.stale = any(one.check in KNOWLEDGE for one in _for_all(creditor, eyes))
    due_now = await _calendar(house, creditor, keys, today, planned)
    ranked = sorted(due_now, key=lambda key: _rank(due_now[key].step, due_now[key].dossier))

    async def queue(some: Sequence[DossierKey]) -> None:
        await _queue(house, creditor, eyes, some, planned)

    for start in range(0, len(ranked), BATCH):
        refused = _for_all(creditor, eyes)
        if any(one.check != SHADOW for one in refused):
            rest = [due_now[key] for key in ranked[start:]]
            await _hold_all_back(house, creditor, rest, refused, planned)
            break
        await _tried(house, ranked[start : start + BATCH], queue, planned)
    return planned


async def _due_keys(house: House, creditor: Creditor, today: date) -> tuple[DossierKey, ...]:
    """All of them before any is touched: what is committed would move the pages."""
    keys: dict[DossierKey, None] = {}
    while True:
        asked = len(keys)
        page = await house.lookup.due(creditor.id, today, limit=LOOKED_AT_MAX, offset=asked)
        keys.update(dict.fromkeys(page))
        if len(keys) == asked:
            return tuple(keys)


def _for_all(creditor: Creditor, eyes: Eyes) -> tuple[Refusal, ...]:
    """What keeps every letter back now, those queued in this pass counted in."""
    any_timeline = next(iter(creditor.timelines.values()))
    sight = replace(eyes.sight, sent_today=eyes.sight.sent_today + eyes.queued)
    return waits_for_all(sight, any_timeline)


async def _tried(
    house: House, keys: Sequence[DossierKey], work: Work, planned: Planned, *, last: bool = False
) -> None:
    """Do a batch; when anything fails in it, one by one; what fails alone is a human's."""
    alone = len(keys) == 1
    try:
        await work(keys)
        return
    except Overtaken:
        if alone:
            planned.overtaken.extend(keys)
            return
    except Unreadable as error:
        if alone:
            planned.broken.append((keys[0], str(error)))
            return
    except Fault:
        raise
    except Exception:
        if alone:
            because = f"préparation impossible : {traceback.format_exc().splitlines()[-1]}"[:300]
            planned.broken.append((keys[0], because))
            if not last:
                await _tried(house, keys, _to_a_human(house, because, planned), planned, last=True)
            return
    for key in keys:
        await _tried(house, [key], work, planned, last=last)


def _to_a_human(house: House, because: str, planned: Planned) -> Work:
    """The dossier waits in review; it is not looked at again until something happens there."""

    async def work(keys: Sequence[DossierKey]) -> None:
        def decide(draft: Draft) -> None:
            for key in keys:
                dossier = draft.dossier(key)
                if dossier is not None:
                    _ask(draft, dossier, "internal_error", because, planned)
                draft.looked_at(key.page)

        pages = [key.page for key in keys]
        await record(house.journal, pages, decide, at=house.clock.now(), look=lambda dossier: None)

    return work


async def _calendar(
    house: House,
    creditor: Creditor,
    keys: Sequence[DossierKey],
    today: date,
    planned: Planned,
) -> dict[DossierKey, _Due]:
    """Apply what the calendar says; answers the dossiers for which a letter is due."""
    found: dict[DossierKey, _Due] = {}

    async def turn(some: Sequence[DossierKey]) -> None:
        turned = await record(
            house.journal,
            [key.page for key in some],
            lambda draft: _turn_pages(draft, creditor, some, today, stale=planned.stale),
            at=house.clock.now(),
            look=look_of(creditor, today),
        )
        found.update(turned.letters)
        planned.moved += turned.moved

    for start in range(0, len(keys), BATCH):
        await _tried(house, keys[start : start + BATCH], turn, planned)
    return found


def _turn_pages(
    draft: Draft, creditor: Creditor, keys: Sequence[DossierKey], today: date, *, stale: bool
) -> _Turned:
    turned = _Turned()
    for key in keys:
        step = _calendar_of(draft, creditor, key, today, turned, stale=stale)
        dossier = draft.dossier(key)
        if step is not None and dossier is not None:
            turned.letters[key] = _Due(dossier=dossier, step=step)
        elif not stale:
            draft.looked_at(key.page)
    return turned


def _calendar_of(
    draft: Draft,
    creditor: Creditor,
    key: DossierKey,
    today: date,
    turned: _Turned,
    *,
    stale: bool,
) -> LetterStep | None:
    for _ in range(STEPS_MAX):
        dossier = draft.dossier(key)
        if dossier is None or dossier.debtor is None:
            return None
        step = due(dossier, creditor.timeline(dossier), today=today)
        if not isinstance(step, EventsStep):
            return step
        if stale:
            return None
        draft.write(key.page, step.events)
        turned.moved.extend((key, type(event).__name__) for event in step.events)
    raise AssertionError(f"{key} : plus de {STEPS_MAX} échéances le même jour")


def _rank(step: LetterStep, dossier: Dossier) -> tuple[int, Decimal, DossierKey]:
    """Answers owed and announced levels first, then first letters; the largest first in each."""
    announced = step.level is None or dossier.last_level is not None
    return (0 if announced else 1, -dossier.owed, dossier.key)


async def _hold_all_back(
    house: House,
    creditor: Creditor,
    rest: Sequence[_Due],
    refused: tuple[Refusal, ...],
    planned: Planned,
) -> None:
    """Something about us keeps all these back: nobody is asked, late ones have it noted (P6)."""
    planned.withheld += [
        Withheld(key=one.dossier.key, step=one.step, amount=one.dossier.owed, refusals=refused)
        for one in rest
    ]
    now, today = house.clock.now(), house.clock.today()

    def late(dossier: Dossier, step: LetterStep) -> e.LetterDelayed | None:
        return delay_of(step, dossier, refused, now=now, send_until=creditor.send_until)

    async def note(some: Sequence[DossierKey]) -> None:
        def decide(draft: Draft) -> None:
            for key in some:
                dossier = draft.dossier(key)
                step = due(dossier, creditor.timeline(dossier), today=today) if dossier else None
                if dossier is not None and isinstance(step, LetterStep):
                    noted = late(dossier, step)
                    draft.write(key.page, [noted] if noted else [])

        pages = [key.page for key in some]
        await record(house.journal, pages, decide, at=now, look=look_of(creditor, today))

    keys = [one.dossier.key for one in rest if late(one.dossier, one.step) is not None]
    for start in range(0, len(keys), BATCH):
        await _tried(house, keys[start : start + BATCH], note, planned)


async def _queue(
    house: House, creditor: Creditor, eyes: Eyes, keys: Sequence[DossierKey], planned: Planned
) -> None:
    """Ask the gate, compose, render, lint and queue, all dossiers in one commit."""
    today = eyes.sight.today
    opened = await house.journal.read([key.page for key in keys])
    draft = Draft(opened, at=house.clock.now(), look=look_of(creditor, today))
    described = [one.dossier for one in opened.values() if one.dossier and one.dossier.debtor]
    elsewhere = await told_elsewhere(house, creditor, described)
    pass_so_far = Planned()
    mine = replace(eyes)
    taken: set[str] = set()
    for key in keys:
        dossier = draft.dossier(key)
        if dossier is None or dossier.debtor is None:
            continue
        step = due(dossier, creditor.timeline(dossier), today=today)
        if not isinstance(step, LetterStep):
            continue
        if dossier.debtor.debtor_id in taken:
            # Another dossier of the same debtor got today's letter in this very commit.
            continue
        sight = await sight_on(house, creditor, mine, dossier, elsewhere[key])
        if _decide(house, creditor, draft, dossier, step, sight, pass_so_far):
            mine.queued += 1
            taken.add(dossier.debtor.debtor_id)
        # Rendering is work: whoever opens a page of the desk meanwhile has his turn in between.
        await asyncio.sleep(0)
    if not draft.is_empty:
        await house.journal.commit([draft.commit()])
    eyes.queued = mine.queued
    _add(planned, pass_so_far)


def _add(planned: Planned, more: Planned) -> None:
    planned.queued += more.queued
    planned.withheld += more.withheld
    planned.blocked += more.blocked
    planned.moved += more.moved
    planned.template_faults += more.template_faults


def _decide(
    house: House,
    creditor: Creditor,
    draft: Draft,
    dossier: Dossier,
    step: LetterStep,
    sight: Sight,
    planned: Planned,
) -> bool:
    """Whether a letter was queued; else it waits, or the dossier goes to a human."""
    timeline = creditor.timeline(dossier)
    assert dossier.debtor is not None
    spoken = dossier.debtor.language
    language = creditor.language_fallback.get(spoken, spoken)
    refused = refusals(step, dossier, sight, timeline=timeline, language=language)
    if refused:
        _withhold(creditor, draft, dossier, step, refused, sight, planned)
        return False
    letter = _composed(house, creditor, dossier, step, sight, planned)
    if letter is None:
        return False
    if not isinstance(letter, Letter):
        _no_letter(draft, dossier, step, letter, sight, planned)
        return False
    try:
        papers = () if step.ordered else dossier.notices
        proof = proofread(house, letter, dossier, papers=papers)
    except Permanent as error:
        # A faulty template is the operator's to mend: the letters wait, no dossier is moved.
        planned.template_faults.append(str(error))
        return False
    if proof.faults:
        why = " ; ".join(f"{fault.id} : {fault.because}" for fault in proof.faults)
        _ask(draft, dossier, "lint", f"lettre {letter.template} bloquée : {why}", planned)
        return False
    because = because_of(step, dossier, sight.now)
    step = replace(step, because=because)
    _put_in_outbox(creditor, draft, step, letter, proof, dossier)
    planned.queued.append((dossier.key, str(step.key)))
    return True


def _composed(
    house: House,
    creditor: Creditor,
    dossier: Dossier,
    step: LetterStep,
    sight: Sight,
    planned: Planned,
) -> Letter | NoLetter | None:
    """The facts of the letter, or why there is none; None: a rate is missing, the letter waits."""
    try:
        return facts_of(house, creditor, dossier, step, sight.today, written_at=sight.now)
    except UnknownSemester as error:
        planned.template_faults.append(str(error))
        return None


def _no_letter(
    draft: Draft,
    dossier: Dossier,
    step: LetterStep,
    missing: NoLetter,
    sight: Sight,
    planned: Planned,
) -> None:
    """An answer whose document is not at hand becomes a task; anything else is a human's."""
    if missing.reason != "no_document":
        _ask(draft, dossier, missing.reason, missing.because, planned)
        return
    task = e.TaskOpened(
        because=missing.because,
        task=step.key.name,
        what="envoyer le duplicata demandé : son document n'est pas dans le dossier des factures",
        due_on=sight.today,
    )
    draft.write(dossier.key.page, [task])
    planned.moved.append((dossier.key, "TaskOpened"))


def _withhold(
    creditor: Creditor,
    draft: Draft,
    dossier: Dossier,
    step: LetterStep,
    refused: tuple[Refusal, ...],
    sight: Sight,
    planned: Planned,
) -> None:
    """What time mends waits where it is, its cause noted; it is due until it has left."""
    planned.withheld.append(
        Withheld(key=dossier.key, step=step, amount=dossier.owed, refusals=refused)
    )
    for refusal in refused:
        if not refusal.time_mends:
            reason = refusal.reason or refusal.check
            _ask(draft, dossier, reason, refusal.because, planned, refusal.message)
            return
    late = delay_of(step, dossier, refused, now=sight.now, send_until=sight.send_until)
    draft.write(dossier.key.page, [late] if late else [])


def _ask(
    draft: Draft,
    dossier: Dossier,
    reason: str,
    because: str,
    planned: Planned,
    message: Digest | None = None,
) -> None:
    """Hand the dossier to a human, once for the same reason."""
    if any(asked.reason == reason for asked in dossier.review_reasons):
        return
    draft.write(dossier.key.page, [e.ReviewAsked(reason=reason, because=because, message=message)])
    planned.blocked.append((dossier.key, because))


def _put_in_outbox(
    creditor: Creditor,
    draft: Draft,
    step: LetterStep,
    letter: Letter,
    proof: Proof,
    dossier: Dossier,
) -> None:
    assert dossier.debtor is not None
    rendered = proof.rendered
    digest = Digest(sha256(rendered.mime).hexdigest())
    to = tuple(contact.email for contact in letter.to)
    cc = tuple(contact.email for contact in letter.cc)
    journal = (creditor.journal_address,) if creditor.journal_address else ()
    queued = e.LetterQueued(
        because=step.because,
        step=step.key,
        template=letter.template,
        sort=letter.sort,
        message_id=letter.message_id,
        token=letter.token,
        to=to,
        cc=cc,
        subject=rendered.subject,
        amount=letter.total,
        invoices=tuple(line.number for line in letter.lines if not line.is_credit),
        composed_for=letter.composed_for,
        mime=digest,
        deadline_on=letter.deadline_on,
        next_on=letter.next_on,
        announces=letter.announces.value if letter.announces else "",
        announced_for_promise=letter.announced_for_promise,
        answers=letter.answers,
        enclosed=tuple(
            e.EnclosedFile(name=one.name, digest=Digest(sha256(one.content).hexdigest()))
            for one in proof.enclosed.files
        ),
    )
    checks = rates_to_check(letter.lines, dossier, letter.composed_for)
    draft.write(dossier.key.page, [queued, *checks])
    draft.effect(
        QueueLetter(
            key=dossier.key,
            debtor=dossier.debtor.debtor_id,
            step=step.key,
            sort=letter.sort,
            composed_for=letter.composed_for,
            message_id=letter.message_id,
            token=letter.token,
            envelope_from=creditor.envelope_from,
            recipients=(*to, *cc, *journal),
            subject=rendered.subject,
            mime=rendered.mime,
            digest=digest,
            amount=letter.total,
            rank=_rank(step, dossier)[0],
        )
    )
