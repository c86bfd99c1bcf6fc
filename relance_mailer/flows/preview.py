"""What would leave in the coming days, when, to whom, and what would keep it back; touches nothing.

The pure forecast steps all dossiers of a debtor forward as if nothing happened; today's letters are
also held against the gate as it stands now, those beyond a day's ceiling say so, and those of later
days say whose yes they wait for. Asked for, what is no letter stands there too: tasks, promises
that will be judged, dossiers that go to a human or to the legal queue.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import DossierKey
from relance_mailer.flows.drafts import why_it_waits
from relance_mailer.flows.facts_of import facts_of
from relance_mailer.flows.house import Creditor, House
from relance_mailer.flows.sight import Elsewhere, Eyes, open_eyes, sight_on, told_elsewhere
from relance_mailer.law.rates import UnknownSemester
from relance_mailer.outward.asked import Refusal
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.forecast import CALENDAR_ACTS, Foreseen, forecast_together
from relance_mailer.outward.gate import refusals
from relance_mailer.outward.missing import Missing, missing_data
from relance_mailer.outward.timeline import EventsStep, LetterStep
from relance_mailer.ports import IndexRow

BATCH = 200
AWAKE = (Phase.RUNNING, Phase.HELD, Phase.REVIEW)


ACTS: Mapping[type[e.Event], str] = {
    e.TaskOpened: "task",
    **CALENDAR_ACTS,
}
"""What stands in a preview besides letters, by the event that will be written."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Coming:
    """A letter that would leave; on today's, the refusals of the gate as it stands.

    `letter` is None for an act that is no letter: `step` names it, `what` says more in French.
    """

    on: date
    key: DossierKey
    debtor: str
    step: str
    to: tuple[str, ...]
    amount: Decimal
    deadline: date | None
    announces: str
    refusals: tuple[Refusal, ...] = ()
    missing: tuple[str, ...] = ()  # the data without which a rule is not applied
    waits_because: str = ""  # which yes it needs before it leaves
    letter: LetterStep | None = None
    what: str = ""


async def preview(
    house: House, creditor: Creditor, *, days: int, acts: bool = False
) -> list[Coming]:
    """The letters of the coming days, by day, the largest amounts first in each.

    With `acts`, what the calendar and people do stands among them.
    """
    today = house.clock.today()
    until = today + timedelta(days=days)
    rows = await house.lookup.index(creditor.id, AWAKE)
    eyes = await open_eyes(house, creditor)
    coming: list[Coming] = []
    for keys in _by_debtor(rows):
        opened = await house.journal.read([key.page for key in keys])
        dossiers = [one.dossier for one in opened.values() if one.dossier and one.dossier.debtor]
        told = await told_elsewhere(house, creditor, dossiers)
        debtors: dict[str, list[Dossier]] = {}
        for dossier in dossiers:
            assert dossier.debtor is not None, dossier.key
            debtors.setdefault(dossier.debtor.debtor_id, []).append(dossier)
        for theirs in debtors.values():
            for foreseen in forecast_together(theirs, creditor.timeline, today, until):
                elsewhere = told[foreseen.dossier.key]
                coming += await _of(house, creditor, eyes, foreseen, elsewhere)
                coming += _acts_of(foreseen) if acts else []
    coming.sort(key=lambda row: (row.on, -row.amount, row.key))
    return _under_ceilings(coming, creditor, eyes)


def _by_debtor(rows: Sequence[IndexRow]) -> Iterator[list[DossierKey]]:
    """Batches in which all dossiers of a debtor stand together."""
    batch: list[DossierKey] = []
    before = None
    for row in sorted(rows, key=lambda row: (row.debtor_id, row.key)):
        if len(batch) >= BATCH and row.debtor_id != before:
            yield batch
            batch = []
        batch.append(row.key)
        before = row.debtor_id
    if batch:
        yield batch


def _under_ceilings(coming: Sequence[Coming], creditor: Creditor, eyes: Eyes) -> list[Coming]:
    """What is beyond a day's ceiling leaves later; today's has what left already."""
    today = eyes.sight.today
    left = Counter({today: eyes.sight.sent_today})
    told = []
    for row in coming:
        if row.letter is None:
            told.append(row)
            continue
        ceiling = eyes.sight.daily_ceiling if row.on == today else creditor.daily_ceiling
        if left[row.on] < ceiling:
            left[row.on] += not row.refusals
            told.append(row)
            continue
        because = f"au-delà du plafond du jour ({ceiling} lettres) : partira plus tard"
        more = Refusal(check="daily_ceiling", because=because, time_mends=True)
        known = any(one.check == more.check for one in row.refusals)
        told.append(row if known else replace(row, refusals=(*row.refusals, more)))
    return told


async def _of(
    house: House,
    creditor: Creditor,
    eyes: Eyes,
    foreseen: Foreseen,
    elsewhere: Elsewhere,
) -> list[Coming]:
    step, dossier = foreseen.step, foreseen.dossier
    if not isinstance(step, LetterStep):
        return []
    refused: tuple[Refusal, ...] = ()
    if foreseen.on == eyes.sight.today:
        sight = await sight_on(house, creditor, eyes, dossier, elsewhere)
        spoken = dossier.debtor.language if dossier.debtor else ""
        refused = refusals(
            step,
            dossier,
            sight,
            timeline=creditor.timeline(dossier),
            language=creditor.language_fallback.get(spoken, spoken),
        )
    row = _coming(house, creditor, foreseen, step, refused)
    return [replace(row, waits_because=why_it_waits(creditor, eyes, foreseen, step))]


def _acts_of(foreseen: Foreseen) -> list[Coming]:
    """What is done that day besides letters, as far as the calendar alone decides it."""
    if not isinstance(foreseen.step, EventsStep):
        return []
    dossier = foreseen.dossier
    return [
        Coming(
            on=foreseen.on,
            key=dossier.key,
            debtor=dossier.debtor.name if dossier.debtor else "",
            step=ACTS[type(event)],
            to=(),
            amount=dossier.owed,
            deadline=event.due_on if isinstance(event, e.TaskOpened) else None,
            announces="",
            what=event.what if isinstance(event, e.TaskOpened) else event.because,
        )
        for event in foreseen.step.events
        if type(event) in ACTS
    ]


def _coming(
    house: House,
    creditor: Creditor,
    foreseen: Foreseen,
    step: LetterStep,
    refused: tuple[Refusal, ...],
) -> Coming:
    dossier = foreseen.dossier
    assert dossier.debtor is not None
    try:
        letter = facts_of(house, creditor, dossier, step, foreseen.on)
    except UnknownSemester as error:
        unknown = Refusal(check="unknown_semester", because=str(error), time_mends=True)
        return _row(foreseen, step, (*refused, unknown))
    if not isinstance(letter, Letter):
        why = Refusal(check=letter.reason, because=letter.because, time_mends=False)
        return _row(foreseen, step, (*refused, why))
    missing = missing_data(dossier, creditor.timeline(dossier), foreseen.on)
    return _row(foreseen, step, refused, letter, missing)


def _row(
    foreseen: Foreseen,
    step: LetterStep,
    refused: tuple[Refusal, ...],
    letter: Letter | None = None,
    missing: tuple[Missing, ...] = (),
) -> Coming:
    dossier = foreseen.dossier
    assert dossier.debtor is not None
    return Coming(
        on=foreseen.on,
        key=dossier.key,
        debtor=dossier.debtor.name,
        step=step.level.name if step.level else step.key.template,
        to=tuple(contact.email for contact in letter.to) if letter else (),
        amount=letter.total if letter else dossier.owed,
        deadline=letter.deadline_on if letter else None,
        announces=letter.announces.value if letter and letter.announces else "",
        refusals=refused,
        missing=tuple(datum.datum for datum in missing),
        letter=step,
    )
