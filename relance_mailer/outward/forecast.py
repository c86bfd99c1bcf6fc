"""What would leave on which day if nothing happened: the timeline stepped forward, nothing touched.

Every letter is taken to leave on its day and every letter to post to be posted on its day; what
the debtor or the ledger will say is not guessed, so a promise of today is foreseen as broken.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from relance_mailer.dossier import events as e
from relance_mailer.dossier.fold import apply
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Digest, DossierKey, Invoice, MessageId
from relance_mailer.outward.breach import broken_since_last
from relance_mailer.outward.levels import Timeline
from relance_mailer.outward.listing import PRE_DUE, announced, demanded
from relance_mailer.outward.steps import step_named
from relance_mailer.outward.timeline import (
    EventsStep,
    LetterStep,
    Step,
    days_of,
    due,
    letter_dates,
    next_contact_on,
    next_look_on,
)
from relance_mailer.workdays import ONE_DAY, PARIS

Contact = tuple[date, e.Sort]

FORESEEN = "prévision"
STEPS_A_DAY_MAX = 20

CALENDAR_ACTS: Mapping[type[e.Event], str] = {
    e.ReviewAsked: "review",
    e.HandedToLegal: "legal_queue",
    e.PromiseBroken: "promise_check",
    e.PlanLost: "plan_check",
    e.HoldEnded: "hold_end",
    e.DisputeEnded: "dispute_end",
}
"""What the calendar does besides letters and tasks, by the event that it will write."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Foreseen:
    """A step on the day on which it would be taken, and the dossier as it would stand before it."""

    on: date
    step: Step
    dossier: Dossier


def forecast(
    dossier: Dossier, timeline: Timeline, today: date, until: date
) -> tuple[Foreseen, ...]:
    """The steps of a dossier from today to a day included, if nothing happens."""
    return forecast_together([dossier], lambda _: timeline, today, until)


def forecast_together(
    dossiers: Sequence[Dossier],
    timeline_of: Callable[[Dossier], Timeline],
    today: date,
    until: date,
) -> tuple[Foreseen, ...]:
    """The steps of all dossiers of one debtor: a contact in one keeps the others back (P5, R6).

    Of two that are due on one day the announced level goes first, then the larger amount.
    """
    now = {dossier.key: dossier for dossier in dossiers}
    looks: dict[DossierKey, date | None] = dict.fromkeys(now, today)
    found: list[Foreseen] = []
    while True:
        day = min((on for on in looks.values() if on is not None), default=None)
        if day is None or day > until:
            return tuple(found)
        for key in sorted((key for key in now if looks[key] == day), key=lambda k: _rank(now[k])):
            timeline = timeline_of(now[key])
            others = [other for other in now.values() if other.key != key]
            elsewhere = [contact for other in others for contact in other.contact_days]
            for one in _steps_of(now[key], timeline, day, elsewhere):
                found.append(one)
                now[key] = _after(one, timeline)
            looked = next_look_on(now[key], timeline, today=day + ONE_DAY)
            looks[key] = None if looked is None else max(looked, day + ONE_DAY)


def _rank(dossier: Dossier) -> tuple[bool, Decimal, DossierKey]:
    return dossier.last_level is None, -dossier.owed, dossier.key


def _steps_of(
    dossier: Dossier, timeline: Timeline, day: date, elsewhere: Sequence[Contact] = ()
) -> Iterator[Foreseen]:
    """What would be done on one day: events at once, then one letter if a letter may leave."""
    for _ in range(STEPS_A_DAY_MAX):
        step = due(dossier, timeline, today=day)
        if step is None:
            return
        contacts = [*dossier.contact_days, *elsewhere]
        if isinstance(step, LetterStep) and not _may_leave(step, dossier, timeline, day, contacts):
            return
        one = Foreseen(on=day, step=step, dossier=dossier)
        yield one
        dossier = _after(one, timeline)
        if isinstance(step, LetterStep):
            return
    raise AssertionError(f"{dossier.key} : la journée du {day} ne finit pas")


def _may_leave(
    step: LetterStep,
    dossier: Dossier,
    timeline: Timeline,
    day: date,
    contacts: Sequence[Contact],
) -> bool:
    """The gate's checks that the calendar alone decides: business days and R6."""
    days = days_of(dossier, timeline)
    if not days.is_open(day):
        return False
    if step.key.is_answer:
        return (day, e.Sort.ANSWER) not in contacts
    if any(on == day for on, _ in contacts):
        return False
    unsolicited = [on for on, sort in contacts if sort is e.Sort.UNSOLICITED]
    if not unsolicited or broken_since_last(dossier) is not None:
        return True
    return next_contact_on(max(unsolicited), timeline, days) <= day


def _after(one: Foreseen, timeline: Timeline) -> Dossier:
    """The dossier once the step was taken."""
    if isinstance(one.step, EventsStep):
        events = [*one.step.events]
        events += [_posted(event, one) for event in one.step.events if _asks_posting(event)]
    else:
        events = _letter(one.step, one, timeline)
    dossier = one.dossier
    for event in events:
        entry = e.Entry(
            page=dossier.key.page,
            seq=dossier.version + 1,
            at=datetime.combine(one.on, time(9), tzinfo=PARIS),
            kind=type(event).__name__,
            event=event,
        )
        dossier = apply(dossier, entry)
    return dossier


def _asks_posting(event: e.DossierEvent) -> bool:
    return isinstance(event, e.TaskOpened) and event.task.startswith("post:")


def _posted(event: e.DossierEvent, one: Foreseen) -> e.PostingRecorded:
    assert isinstance(event, e.TaskOpened), event
    return e.PostingRecorded(
        because=FORESEEN,
        by=FORESEEN,
        step=step_named(event.task.removeprefix("post:")),
        posted_on=one.on,
        number="",
    )


def _letter(step: LetterStep, one: Foreseen, timeline: Timeline) -> list[e.DossierEvent]:
    level = step.level
    deadline_on = next_on = None
    if level is not None:
        zone = days_of(one.dossier, timeline).zone
        deadline_on, next_on = letter_dates(level, one.on, timeline, zone)
    message_id = MessageId("")
    return [
        e.LetterQueued(
            because=FORESEEN,
            step=step.key,
            template=level.template if level else step.key.template,
            sort=e.Sort.ANSWER if step.key.is_answer else e.Sort.UNSOLICITED,
            message_id=message_id,
            token="",
            to=(),
            cc=(),
            subject="",
            amount=one.dossier.owed,
            invoices=tuple(invoice.number for invoice in _listed(step, one)),
            composed_for=one.on,
            mime=Digest(""),
            deadline_on=deadline_on,
            next_on=next_on,
            announces=str(level.announces or "") if level else "",
            answers=step.answer.message if step.answer else None,
            enclosed=_enclosed(step, one),
        ),
        e.LetterSent(
            because=FORESEEN,
            step=step.key,
            message_id=message_id,
            sent_at=datetime.combine(one.on, time(9), tzinfo=PARIS),
        ),
    ]


def _enclosed(step: LetterStep, one: Foreseen) -> tuple[e.EnclosedFile, ...]:
    """The documents taken to go with it: a later letter does not enclose them again."""
    names = (i.document for i in _listed(step, one) if i.document and i.received_on is None)
    return tuple(e.EnclosedFile(name=name, digest=Digest("")) for name in names if name)


def _listed(step: LetterStep, one: Foreseen) -> tuple[Invoice, ...]:
    if step.level is None:
        return ()
    if step.level.template == PRE_DUE:
        return announced(one.dossier, one.on, step.level.offset_days)
    return demanded(one.dossier, step.level.template, one.on)
