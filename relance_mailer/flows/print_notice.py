"""The formal notice that waits to be posted, printed with the figures of its mail copy.

The paper is composed as if it were posted on a given day: the same letter is the mail copy once
that posting is recorded. It is printed only when the copy could leave: a dossier that was paid,
held or handed over meanwhile gets no notice, and a letter that the lint would block neither.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import COUNTS_AS_SENT, Dossier
from relance_mailer.dossier.values import Digest, DossierKey
from relance_mailer.flows.enclosing import proofread
from relance_mailer.flows.facts_of import facts_of
from relance_mailer.flows.house import Creditor, House, look_of
from relance_mailer.flows.record import Draft, record
from relance_mailer.flows.sight import open_eyes, sight_on
from relance_mailer.law.rates import UnknownSemester
from relance_mailer.law.statement import history_of
from relance_mailer.outward.asked import Refusal
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.enclosing import NOTICE
from relance_mailer.outward.gate import refusals
from relance_mailer.outward.steps import step_named
from relance_mailer.outward.timeline import LetterStep
from relance_mailer.ports import KeepEvidence, Permanent

POST = "post:"
OURS_ALONE = frozenset({"mode_is_send", "daily_ceiling", "working_hours_in_france"})
"""Checks about the sending of mails: a person prints and posts when he can."""
FRESHNESS = frozenset({"inbox_was_read_lately", "ledger_is_fresh"})
"""What a person can still look at before he posts."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Printed:
    """The notice as a PDF, the letter whose figures it has, and what to see to before posting."""

    letter: Letter
    pdf: bytes
    before_posting: tuple[Refusal, ...] = ()


async def print_notice(
    house: House, creditor: Creditor, key: DossierKey, *, posted_on: date | None = None
) -> Printed:
    """The notice of a dossier as it is posted on that day (today when none is given).

    Raises `Permanent`, saying why, when nothing is to be posted or the letter may not leave.
    """
    opened = await house.journal.read([key.page])
    dossier = opened[key.page].dossier
    if dossier is None or dossier.debtor is None:
        raise Permanent(f"le dossier {key.dossier} n'existe pas")
    on = posted_on or house.clock.today()
    if on < house.clock.today():
        raise Permanent(f"le {on:%d/%m/%Y} est passé : une lettre se date du jour de son envoi")
    step = _step_to_post(dossier, creditor, on)
    as_posted = _as_posted(dossier, step, on)
    waits = await _refused(house, creditor, as_posted, step, on)
    letter = _letter(house, creditor, as_posted, step, on)
    _lint(house, letter, as_posted)
    level = step.level
    assert level is not None, step
    history = history_of(dossier, frozenset(line.number for line in letter.lines))
    pdf = house.papers.notice(letter, history, reminders_of(dossier), level.form)
    await _kept(house, creditor, dossier, letter, pdf)
    return Printed(letter=letter, pdf=pdf, before_posting=waits)


async def tend_notices(
    house: House, creditor: Creditor, opened: Collection[DossierKey] = ()
) -> tuple[str, ...]:
    """Lay out what newly waits to be posted; renew or take back what lies there already.

    A paper bears its day: the next day it is printed anew. One whose dossier was paid, held or
    handed over meanwhile is taken back, so that nobody posts it. Answers what went wrong.
    """
    lying = house.papers.laid_out(creditor.id)
    rows = await house.lookup.index(creditor.id) if lying else ()
    keys = {row.key for row in rows if any(_is_of(row.key, name) for name in lying)}
    wrong: list[str] = []
    for key in sorted(keys | set(opened)):
        kept = ""
        try:
            kept = await _laid_out(house, creditor, key)
        except Permanent as error:
            if key in opened and key not in keys:
                wrong.append(f"mise en demeure non imprimée : {error}")
        for name in lying:
            if _is_of(key, name) and name != kept:
                house.papers.take_back(creditor.id, name)
    return tuple(wrong)


async def _laid_out(house: House, creditor: Creditor, key: DossierKey) -> str:
    """The name under which the notice of a dossier lies there; empty when none is to be posted."""
    dossier = (await house.journal.read([key.page]))[key.page].dossier
    if dossier is None or not to_post(dossier):
        return ""
    printed = await print_notice(house, creditor, key)
    name = paper_name(printed.letter)
    house.papers.keep_to_post(creditor.id, name, printed.pdf)
    return name


def paper_name(letter: Letter) -> str:
    """The file name of a notice: dossier and day."""
    return f"{_beginning(letter.key)}{letter.composed_for.isoformat()}.pdf"


def _beginning(key: DossierKey) -> str:
    """How a dossier's files begin; an identifier that no file name bears gets a mark of its own."""
    plain = re.sub(r"[^a-zA-Z0-9]+", "-", key.dossier).strip("-")
    if plain != key.dossier:
        plain = f"{plain}-{sha256(key.dossier.encode()).hexdigest()[:6]}".strip("-")
    return f"{NOTICE}{plain}-"


def _is_of(key: DossierKey, name: str) -> bool:
    return re.fullmatch(re.escape(_beginning(key)) + r"\d{4}-\d\d-\d\d\.pdf", name) is not None


def to_post(dossier: Dossier) -> bool:
    """Whether a letter of this dossier waits to be posted."""
    return any(task.task.startswith(POST) for task in dossier.tasks)


def reminders_of(dossier: Dossier) -> tuple[date, ...]:
    """The days of the levels of this course that left, each day once."""
    days = {
        letter.sent_on
        for letter in dossier.course_letters
        if letter.level is not None and letter.state in COUNTS_AS_SENT and letter.sent_on
    }
    return tuple(sorted(days))


async def _kept(
    house: House, creditor: Creditor, dossier: Dossier, letter: Letter, pdf: bytes
) -> None:
    """The paper is evidence: its bytes are kept, and the journal says what was printed when."""
    digest = Digest(sha256(pdf).hexdigest())
    if any(one.paper == digest for one in dossier.notices):
        return
    printed = e.NoticePrinted(
        because="à signer et à poster",
        step=letter.step,
        dated_on=letter.composed_for,
        deadline_on=letter.deadline_on,
        amount=letter.demanded,
        paper=digest,
    )
    page = letter.key.page

    def decide(draft: Draft) -> None:
        draft.write(page, [printed])
        draft.effect(KeepEvidence(digest=digest, content=pdf))

    today = house.clock.today()
    look = look_of(creditor, today)
    await record(house.journal, [page], decide, at=house.clock.now(), look=look)


def _step_to_post(dossier: Dossier, creditor: Creditor, on: date) -> LetterStep:
    name = next((task.task for task in dossier.tasks if task.task.startswith(POST)), None)
    if name is None:
        raise Permanent(f"dossier {dossier.key.dossier} : aucune lettre n'attend d'être postée")
    step = step_named(name.removeprefix(POST))
    level = creditor.timeline(dossier).level(step.name)
    if level is None:
        raise Permanent(f"« {step.name} » n'est plus un niveau de la chronologie")
    return LetterStep(key=step, due_on=on, level=level, because="à poster")


def _as_posted(dossier: Dossier, step: LetterStep, on: date) -> Dossier:
    """The dossier as it will be once the posting is recorded."""
    posting = e.PostingRecorded(
        by="relance", because="impression", step=step.key, posted_on=on, number="à poster"
    )
    return replace(dossier, postings=(*dossier.postings, posting))


async def _refused(
    house: House, creditor: Creditor, dossier: Dossier, step: LetterStep, on: date
) -> tuple[Refusal, ...]:
    """What is to be looked at before posting; anything else forbids it, as it would the copy."""
    eyes = await open_eyes(house, creditor)
    sight = replace(await sight_on(house, creditor, eyes, dossier), today=on)
    assert dossier.debtor is not None
    spoken = dossier.debtor.language
    found = refusals(
        step,
        dossier,
        sight,
        timeline=creditor.timeline(dossier),
        language=creditor.language_fallback.get(spoken, spoken),
    )
    kept = tuple(one for one in found if one.check not in OURS_ALONE)
    final = [one.because for one in kept if one.check not in FRESHNESS]
    if final:
        raise Permanent(f"dossier {dossier.key.dossier} : rien à poster : {' ; '.join(final)}")
    return kept


def _letter(
    house: House, creditor: Creditor, dossier: Dossier, step: LetterStep, on: date
) -> Letter:
    try:
        letter = facts_of(house, creditor, dossier, step, on)
    except UnknownSemester as error:
        raise Permanent(str(error)) from error
    if isinstance(letter, Letter):
        return letter
    raise Permanent(f"dossier {dossier.key.dossier} : rien à poster : {letter.because}")


def _lint(house: House, letter: Letter, dossier: Dossier) -> None:
    """What would block the mail copy must not be posted either."""
    wrong = proofread(house, letter, dossier).faults
    if wrong:
        told = " ; ".join(f"{fault.id} : {fault.because}" for fault in wrong)
        raise Permanent(f"dossier {letter.key.dossier} : lettre à poster bloquée : {told}")
