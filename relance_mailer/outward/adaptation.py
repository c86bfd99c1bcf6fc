"""The timeline of one debtor: that of his segment, bent by what is known of him (§3.3).

A course goes on as it began: where its letters, a human's order or his next step name a level that
the bent timeline does not have, the segment's own holds.
"""

from dataclasses import replace

from relance_mailer.dossier.state import Dossier
from relance_mailer.outward.habits import Payer, habit_of, is_first_incident
from relance_mailer.outward.levels import Form, Level, Pace, ShortCourse, Timeline
from relance_mailer.outward.listing import FORMAL_NOTICE, PRE_DUE
from relance_mailer.outward.steps import level_step
from relance_mailer.outward.tasks import posting_task


def adapted(timeline: Timeline, dossier: Dossier) -> Timeline:
    """The timeline that this dossier follows now."""
    runs = dossier.debtor.payment_run_days if dossier.debtor else ()
    if runs:
        timeline = replace(timeline, run_days=runs)
    timeline = _as_begun(timeline, dossier)
    for bent in _bent(timeline, dossier):
        if _names_in_use(dossier, timeline) <= {level.name for level in bent.levels}:
            return bent
    return timeline


def went_to_legal_before(dossier: Dossier) -> bool:
    """Whether an earlier course than the one that runs, or comes, ended in the legal queue."""
    if not dossier.legal_in:
        return False
    coming = dossier.course if dossier.course_runs else dossier.course + 1
    return any(course < coming for course in dossier.legal_in)


def _as_begun(timeline: Timeline, dossier: Dossier) -> Timeline:
    """A formal notice whose posting was asked for is registered for whoever looks: paper, copy."""
    if not timeline.notice_form_by_amount:
        return timeline
    levels = tuple(
        replace(level, form=Form.REGISTERED_LETTER) if _is_posted(level, dossier) else level
        for level in timeline.levels
    )
    return timeline if levels == timeline.levels else replace(timeline, levels=levels)


def _is_posted(level: Level, dossier: Dossier) -> bool:
    if level.template != FORMAL_NOTICE or not dossier.tasks_ever:
        return False
    return posting_task(level_step(dossier, level.name)) in dossier.tasks_ever


def _bent(timeline: Timeline, dossier: Dossier) -> tuple[Timeline, ...]:
    """What may hold for this debtor, the strongest first; at most one is taken."""
    short, pace = timeline.after_legal, timeline.habitual_late
    payer = habit_of(dossier, timeline.habits).payer
    found: list[Timeline] = []
    if short is not None and went_to_legal_before(dossier):
        levels = _after_legal(timeline.levels, short)
        # His only reminder has its own short deadline: no run is waited for.
        found.append(replace(timeline, levels=levels, contact_before_due=True, run_days=()))
    if pace is not None and payer is Payer.HABITUAL_LATE:
        levels = tuple(_paced(level, timeline, pace) for level in timeline.levels)
        found.append(replace(timeline, levels=levels, contact_before_due=True))
    if timeline.good_payer_days and payer is Payer.GOOD and is_first_incident(dossier):
        levels = tuple(_later(level, timeline) for level in timeline.levels)
        found.append(replace(timeline, levels=levels))
    return tuple(found)


def _after_legal(levels: tuple[Level, ...], short: ShortCourse) -> tuple[Level, ...]:
    """Before the due date, one reminder, then what follows it: the formal notice."""
    place = [level.name for level in levels].index(short.level)
    only = replace(levels[place], offset_days=short.offset_days, days=short.days)
    before = tuple(level for level in levels if level.template == PRE_DUE)
    return (*before, only, *levels[place + 1 :])


def _paced(level: Level, timeline: Timeline, pace: Pace) -> Level:
    """A formal notice keeps its days: they are part of its effect, not of a habit (§5)."""
    if level.template in (PRE_DUE, FORMAL_NOTICE) or level.days is None:
        return level
    first = level == timeline.dunning[0]
    return replace(
        level, days=pace.days, offset_days=pace.offset_days if first else level.offset_days
    )


def _later(level: Level, timeline: Timeline) -> Level:
    if level != timeline.dunning[0] or level.offset_days is None:
        return level
    return replace(level, offset_days=level.offset_days + timeline.good_payer_days)


def _names_in_use(dossier: Dossier, timeline: Timeline) -> frozenset[str]:
    """The segment's levels that the course, or a human, counts on."""
    last, resume = dossier.last_level, dossier.resume
    names = {letter.level for letter in dossier.on_its_way}
    names |= {last.level if last else None, resume.next_step if resume else None}
    names |= {one.template for one in dossier.ordered}
    names |= {one.name for one in dossier.approved if one.course == dossier.course}
    return frozenset(name for name in names if name and timeline.level(name))
