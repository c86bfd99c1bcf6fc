"""What falls due on a dossier, and when to look at it next.

Only the first offset is absolute: every later step chains on the one that really left, so that
what was announced is what happens, and an outage never makes a burst.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier, LetterKept, LetterState, Resume
from relance_mailer.dossier.values import Answer, StepKey
from relance_mailer.law.routes import Act
from relance_mailer.outward.breach import broken_since_last, leads_to_notice
from relance_mailer.outward.courses import (
    demandable_in,
    end_of_course,
    not_delivered,
    overdue_in,
)
from relance_mailer.outward.days import Days, next_run
from relance_mailer.outward.holding import Patience, ending, ends_on, plan_runs, settling
from relance_mailer.outward.levels import REGISTERED, End, Form, Level, Timeline
from relance_mailer.outward.limits import limitation_days, limitation_to_tell
from relance_mailer.outward.listing import (
    FORMAL_NOTICE,
    PRE_DUE,
    announced,
    asked_before,
    demanded,
    less_credits,
)
from relance_mailer.outward.owing import answer_to_give, owed_for
from relance_mailer.outward.steps import (
    has_left,
    level_in_french,
    level_step,
    ordered_step,
    posted_on,
)
from relance_mailer.outward.tasks import (
    call_task,
    call_to_make,
    calls_to_skip,
    has_deadline,
    letter_to_post,
    level_to_call,
    posting_late,
    reader_to_find,
)
from relance_mailer.workdays import ONE_DAY, Zone, zone_of


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterStep:
    """A letter is due: a level, an answer owed, or one that a human ordered."""

    key: StepKey
    due_on: date
    level: Level | None = None
    answer: e.AnswerOwed | None = None
    ordered: e.LetterOrdered | None = None
    because: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventsStep:
    """The calendar speaks: end of a hold, promise kept or broken, task, review, hand-over."""

    events: tuple[e.DossierEvent, ...]
    due_on: date


Step = LetterStep | EventsStep


@dataclass(frozen=True, kw_only=True, slots=True)
class _Next:
    """What the chain brings next if nothing happens."""

    level: Level | None  # None: its end
    on: date
    because: str
    review: str = ""  # why a human has to decide instead; empty at the regular end


def due(dossier: Dossier, timeline: Timeline, *, today: date) -> Step | None:
    """What falls due today: what the calendar says first, then one letter; asked until None."""
    if dossier.debtor is None:
        return None
    events = (
        settling(dossier, today)
        or calls_to_skip(dossier, today)
        or ending(dossier, patience_of(dossier, timeline), today)
    )
    if events:
        return EventsStep(events=events, due_on=today)
    if dossier.phase is Phase.LEGAL or dossier.barred_by:
        return None
    if dossier.on_its_way:
        return _answer(dossier, timeline, today) if _level_waits(dossier) else None
    return (
        _ordered(dossier, timeline, today)
        or _answer(dossier, timeline, today)
        or _approved(dossier, timeline, today)
        or _level(dossier, timeline, today)
    )


def next_look_on(dossier: Dossier, timeline: Timeline, *, today: date) -> date | None:
    """The next day on which `due` may answer something; None when only a human or a message can.

    Never too late: while nothing happens, `due` stays None until that day.
    """
    if due(dossier, timeline, today=today) is not None:
        return today
    if dossier.on_its_way:
        return today + ONE_DAY
    days = [owed.not_before for owed in dossier.answers_owed]
    if dossier.phase in (Phase.RUNNING, Phase.HELD):
        days += ends_on(dossier, patience_of(dossier, timeline), today)
    if dossier.phase is Phase.RUNNING:
        days += _level_days(dossier, timeline, today)
        days += limitation_days(dossier, today)
        days += [task.due_on + ONE_DAY for task in dossier.tasks if has_deadline(task.task)]
    return min((day for day in days if day > today), default=None)


def letter_dates(
    level: Level,
    sent_on: date,
    timeline: Timeline,
    zone: Zone,
) -> tuple[date | None, date | None]:
    """The deadline of a level that leaves on that day, and the day printed for what follows.

    What follows comes on the first business day after the deadline on which R6 allows a contact.
    Where the debtor has payment runs the first deadline is two business days after the next (R31).
    """
    if level.days is None:
        return None, None
    days = Days(zone=zone, closed=timeline.closed_days)
    deadline_on = days.moved(sent_on + timedelta(days=level.days))
    if timeline.run_days and level == timeline.dunning[0]:
        deadline_on = days.plus(next_run(sent_on, timeline.run_days), 2)
    return deadline_on, max(days.after(deadline_on), next_contact_on(sent_on, timeline, days))


def next_contact_on(last: date, timeline: Timeline, days: Days) -> date:
    """The first day on which R6 allows an unsolicited contact after one on `last`."""
    return days.contact_after(
        last, timeline.contact_every_business_days, timeline.contact_every_days
    )


def deadline_of(letter: LetterKept, timeline: Timeline, zone: Zone) -> date | None:
    """The deadline that a letter set: as printed, else that day and its level's days."""
    level = timeline.level(letter.level or "")
    if letter.deadline_on is not None or level is None or letter.sent_on is None:
        return letter.deadline_on
    return letter_dates(level, letter.posted_on or letter.sent_on, timeline, zone)[0]


def announced_deadline(dossier: Dossier, timeline: Timeline) -> date | None:
    """The deadline that stands: the last level's."""
    last = dossier.last_level
    return deadline_of(last, timeline, days_of(dossier, timeline).zone) if last else None


def announced_day(dossier: Dossier, timeline: Timeline) -> date | None:
    """The day printed for what follows the last level, else the first after its deadline (P6)."""
    last, deadline_on = dossier.last_level, announced_deadline(dossier, timeline)
    if last is not None and last.next_on is not None:
        return last.next_on
    return days_of(dossier, timeline).after(deadline_on) if deadline_on is not None else None


def days_of(dossier: Dossier, timeline: Timeline) -> Days:
    """The days on which this debtor may be written to."""
    postcode = dossier.debtor.postcode if dossier.debtor else None
    return Days(zone=zone_of(postcode), closed=timeline.closed_days)


def patience_of(dossier: Dossier, timeline: Timeline) -> Patience:
    """The figures that end this dossier's holds."""
    return Patience(
        days=days_of(dossier, timeline),
        promise_grace_days=timeline.promise_grace_days,
        proof_business_days=timeline.proof_business_days,
        invoice_request_days=timeline.invoice_request_days,
    )


def step_of(letter: LetterKept, dossier: Dossier, timeline: Timeline) -> LetterStep:
    """The step that a letter on its way is, to ask the gate again at the door."""
    owed = (
        one
        for one in dossier.answers_owed
        if one.message == letter.answers and one.answer == letter.template
    )
    names = {letter.template, letter.level}
    return LetterStep(
        key=letter.step,
        due_on=letter.composed_for or date.min,
        level=timeline.level(letter.level or ""),
        answer=next(owed, None),
        ordered=next((one for one in dossier.ordered if one.template in names), None),
    )


def _level_waits(dossier: Dossier) -> bool:
    """A level that the debtor's word holds at the door: his answer does not wait behind it."""
    return dossier.phase is Phase.HELD and all(
        letter.level is not None and letter.state is LetterState.QUEUED
        for letter in dossier.on_its_way
    )


def _ordered(dossier: Dossier, timeline: Timeline, today: date) -> LetterStep | None:
    """A letter that a named human ordered; it leaves in `review` too (P1)."""
    for one in dossier.ordered:
        level = timeline.level(one.template)
        if level is not None:
            key = level_step(dossier, level.name)
            stays = key.course == dossier.course or not dossier.course_runs
            if stays and dossier.overdue(today):
                return LetterStep(
                    key=key, due_on=today, level=level, ordered=one, because=one.because
                )
        elif one.template in set(Answer):
            key = ordered_step(dossier, one)
            if not has_left(dossier, key.name):
                owed = owed_for(dossier, one)
                return LetterStep(
                    key=key, due_on=today, answer=owed, ordered=one, because=one.because
                )
    return None


def _answer(dossier: Dossier, timeline: Timeline, today: date) -> LetterStep | None:
    found = answer_to_give(dossier, today, timeline.answer_days_max)
    if found is None:
        return None
    key, owed = found
    return LetterStep(key=key, due_on=owed.not_before, answer=owed, because=owed.because)


def _approved(dossier: Dossier, timeline: Timeline, today: date) -> LetterStep | None:
    """A level that waits in `review` and that a human let pass."""
    if dossier.phase is not Phase.REVIEW:
        return None
    for approved in dossier.approved:
        level = timeline.level(approved.name)
        key = level_step(dossier, approved.name)
        if level is not None and dossier.approves(key) and dossier.overdue(today):
            return LetterStep(key=key, due_on=today, level=level, because="lettre approuvée")
    return None


def _level(dossier: Dossier, timeline: Timeline, today: date) -> Step | None:
    if dossier.phase is not Phase.RUNNING:
        return None
    if plan_runs(dossier, patience_of(dossier, timeline), today):
        return None
    call = _call(dossier, timeline, today)
    told = (call,) if call is not None else limitation_to_tell(dossier, today)
    if told:
        return EventsStep(events=told, due_on=today)
    coming = _coming(dossier, timeline, today)
    if coming is None or coming.on > today:
        return None
    if coming.review:
        asked = e.ReviewAsked(because=coming.because, reason=coming.review)
        return EventsStep(events=(asked,), due_on=coming.on)
    if coming.level is None:
        to_review = timeline.end is End.REVIEW
        end = end_of_course(dossier, today, timeline.min_amount, to_review=to_review)
        return EventsStep(events=(end,), due_on=coming.on)
    return _carried_out(dossier, timeline, coming.level, coming, today)


def _level_days(dossier: Dossier, timeline: Timeline, today: date) -> list[date]:
    """Every day on which the chain may move, without asking which move it will be."""
    days = days_of(dossier, timeline)
    chained = _chained(dossier, timeline, today)
    found = [chained.on] if chained is not None else []
    firsts = [level for level in timeline.levels if level.offset_days is not None]
    for invoice in demandable_in(dossier, today):
        found.append(invoice.due_on + ONE_DAY)
        falls = [level.falls_on(invoice.due_on) for level in firsts]
        # The bare day too: a second invoice that comes near may make the first one's letter due.
        found += [*falls, *(days.moved(day) for day in falls)]
        found.append(_small_end(invoice.due_on, dossier, timeline))
    return found


def _coming(dossier: Dossier, timeline: Timeline, today: date) -> _Next | None:
    """The next level or the end, on its day; None when nothing can be demanded."""
    if dossier.last_level is None and dossier.resume is None:
        return _before_due(dossier, timeline, today) or _first(dossier, timeline, today)
    return _chained(dossier, timeline, today)


def _before_due(dossier: Dossier, timeline: Timeline, today: date) -> _Next | None:
    """A contact before the due date: for big amounts, and for whom it is known to help (R33)."""
    level = timeline.level(PRE_DUE)
    if level is None or level.offset_days is None or dossier.overdue(today):
        return None
    coming = [i for i in announced(dossier, today, level.offset_days) if i.due_on > today]
    asked = less_credits(coming, dossier)
    big = asked > timeline.big_amount
    known = timeline.contact_before_due and asked >= timeline.min_amount
    if not (big or known):
        return None
    on = days_of(dossier, timeline).moved(level.falls_on(coming[0].due_on))
    if on >= coming[0].due_on:
        return None
    why = "montant important" if big else "retards passés (R33)"
    return _Next(level=level, on=on, because=f"{why} : contact avant l'échéance")


def _first(dossier: Dossier, timeline: Timeline, today: date) -> _Next | None:
    invoices = demandable_in(dossier, today)
    if not invoices or not timeline.dunning:
        return None
    if overdue_in(dossier, today) < timeline.min_amount:
        on = _small_end(invoices[0].due_on, dossier, timeline)
        because = "petit montant resté seul jusqu'au terme de la chronologie"
        return _Next(level=None, on=on, because=because, review="write_off_or_group")
    level = timeline.dunning[0]
    on = days_of(dossier, timeline).moved(level.falls_on(invoices[0].due_on))
    because = f"première relance, échéance du {invoices[0].due_on:%d/%m/%Y}"
    return _Next(level=level, on=on, because=because)


def _chained(dossier: Dossier, timeline: Timeline, today: date) -> _Next | None:
    """What follows the last level of the course, or what a human asked for."""
    last = dossier.last_level
    if dossier.resume is not None:
        coming = _resumed(dossier.resume, dossier, timeline)
    elif last is not None:
        coming = _after(last, dossier, timeline, today)
    else:
        return None
    coming = _past_calls(coming, dossier, timeline)
    demandable = demandable_in(dossier, today)
    if coming.level is not None and coming.level.template == FORMAL_NOTICE:
        asked = asked_before(dossier)
        if demandable and not any(invoice.number in asked for invoice in demandable):
            because = "rien de ce qui a été relancé ne peut être mis en demeure"
            coming = replace(coming, level=None, because=because, review="nothing_left_to_pursue")
        else:
            demandable = tuple(i for i in demandable if i.number in asked)
    if not demandable:
        return None
    first_late = days_of(dossier, timeline).moved(demandable[0].due_on + ONE_DAY)
    return replace(coming, on=max(coming.on, first_late))


def _after(last: LetterKept, dossier: Dossier, timeline: Timeline, today: date) -> _Next:
    days = days_of(dossier, timeline)
    sent_on = last.sent_on or date.min
    level = timeline.level(last.level or "")
    if level is None:
        because = (
            f"« {level_in_french(last.level or '')} » n'est pas un niveau de cette chronologie"
        )
        return _Next(level=None, on=sent_on, because=because, review="unknown_level")
    following = _following(level, timeline)
    broken = broken_since_last(dossier)
    if broken is not None:
        return _after_breach(broken, following, dossier, timeline)
    on = last.next_on or letter_dates(level, last.posted_on or sent_on, timeline, days.zone)[1]
    if on is None:
        on = next_contact_on(sent_on, timeline, days)
        demandable = demandable_in(dossier, today)
        if following is not None and demandable:
            on = max(on, following.falls_on(demandable[0].due_on))
    return _Next(
        level=following,
        on=days.moved(on),
        because=f"suit l'étape « {level_in_french(level.name)} »",
    )


def _past_calls(coming: _Next, dossier: Dossier, timeline: Timeline) -> _Next:
    """Past every call that was made or skipped: a call never stands in the way of a letter (§5)."""
    over, days = dict(dossier.tasks_over), days_of(dossier, timeline)
    while coming.level is not None and coming.level.form is Form.CALL:
        over_on = over.get(call_task(level_step(dossier, coming.level.name)))
        if over_on is None and dossier.broken_promise is None:
            return coming
        on = max(coming.on, days.after(over_on)) if over_on else coming.on
        # A call that was made is a contact: the letter after it keeps R6's distance by itself.
        if over_on and dossier.last_unsolicited_on:
            on = max(on, next_contact_on(dossier.last_unsolicited_on, timeline, days))
        coming = replace(coming, level=_following(coming.level, timeline), on=on)
    return coming


def _after_breach(
    broken: e.PromiseBroken, following: Level | None, dossier: Dossier, timeline: Timeline
) -> _Next:
    """The next business day, but never before the day that was printed last (P6)."""
    days, told_on = days_of(dossier, timeline), announced_day(dossier, timeline)
    if following is not None and leads_to_notice(broken, dossier):
        following = timeline.level(FORMAL_NOTICE) or following
    on = days.after(dossier.broken_on or dossier.phase_since or broken.promised_on)
    return _Next(
        level=following,
        on=max(on, told_on) if told_on else on,
        because=f"promesse du {broken.promised_on:%d/%m/%Y} non tenue",
    )


def _resumed(resume: Resume, dossier: Dossier, timeline: Timeline) -> _Next:
    """The step that a human named comes next, not before his day nor the one that was printed."""
    days = days_of(dossier, timeline)
    on = days.moved(resume.not_before)
    deadline_on, told_on = announced_deadline(dossier, timeline), announced_day(dossier, timeline)
    if deadline_on is not None:
        on = max(on, days.after(deadline_on), told_on or on)
    level = timeline.level(resume.next_step)
    if level is None:
        because = (
            f"« {level_in_french(resume.next_step)} » n'est pas un niveau de cette chronologie"
        )
        return _Next(level=None, on=on, because=because, review="unknown_step")
    return _Next(level=level, on=on, because="reprise décidée par un humain")


def _carried_out(
    dossier: Dossier, timeline: Timeline, level: Level, coming: _Next, today: date
) -> Step | None:
    """The letter, or what has to happen before it: a human's look, a task, the posting."""
    key = level_step(dossier, level.name)
    if level.form is Form.CALL:
        call = level_to_call(key, dossier, _called_by(level, dossier, timeline, today))
        return EventsStep(events=(call,), due_on=today) if call else None
    review = not_delivered(dossier, key)
    if review is not None:
        return EventsStep(events=(review,), due_on=today)
    level = replace(level, form=form_of(level, dossier, timeline, today))
    posted = posted_on(dossier, key)
    task = reader_to_find(level.recipient, level.name, dossier, today)
    to_post = level.form in REGISTERED and posted is None
    if task is None and to_post:
        last_day = days_of(dossier, timeline).plus(today, timeline.posting_business_days)
        task = letter_to_post(key, dossier, last_day)
    late = posting_late(key, dossier, coming.on, today) if to_post else None
    if task is not None or late is not None:
        return EventsStep(events=tuple(one for one in (task, late) if one), due_on=today)
    on = max(coming.on, posted or coming.on)
    return None if to_post else LetterStep(key=key, due_on=on, level=level, because=coming.because)


def _called_by(level: Level, dossier: Dossier, timeline: Timeline, today: date) -> date:
    """The last day on which a level that is a call may be made."""
    days = days_of(dossier, timeline)
    if level.days is not None:
        return days.moved(today + timedelta(days=level.days))
    return days.plus(today, timeline.call_business_days)


def form_of(level: Level, dossier: Dossier, timeline: Timeline, today: date) -> Form:
    """The form of a level: a formal notice on a big amount is registered unless one says so (§5).

    What the letter before it asked for counts too: a part payment never weakens what was announced
    (nor what was begun: `adaptation` keeps the form of a posting that was asked for).
    """
    if level.template != FORMAL_NOTICE or not timeline.notice_form_by_amount:
        return level.form
    if level.form in REGISTERED:
        return level.form
    last = dossier.last_level
    if last is not None and last.announces == Act.FORMAL_NOTICE:
        amount = max(last.amount, less_credits(demanded(dossier, FORMAL_NOTICE, today), dossier))
    else:
        amount = overdue_in(dossier, today)
    return Form.REGISTERED_LETTER if amount > timeline.big_amount else level.form


def _call(dossier: Dossier, timeline: Timeline, today: date) -> e.TaskOpened | None:
    """The call's day leaves the next letter's date alone (R6)."""
    last = dossier.last_level
    if last is None or last.level not in timeline.call_after or last.imported:
        return None
    if overdue_in(dossier, today) <= timeline.big_amount:
        return None
    called_on = days_of(dossier, timeline).after(last.sent_on or today)
    return call_to_make(last.step, dossier, called_on)


def _following(level: Level, timeline: Timeline) -> Level | None:
    """The level after that one, None after the last."""
    place = [one.name for one in timeline.levels].index(level.name) + 1
    return timeline.levels[place] if place < len(timeline.levels) else None


def _small_end(due_on: date, dossier: Dossier, timeline: Timeline) -> date:
    """The day on which the chain would be over had every level left on its day."""
    days = days_of(dossier, timeline)
    on = days.moved(timeline.dunning[0].falls_on(due_on)) if timeline.dunning else due_on
    for level in timeline.dunning:
        on = letter_dates(level, on, timeline, days.zone)[1] or on
    return on
