"""`timelines.toml` → timelines and holds, refused where the law or the method closes them."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, create_model

from relance_mailer.inward.holds import Holds
from relance_mailer.law.routes import Act
from relance_mailer.outward.levels import (
    End,
    Form,
    Habits,
    Level,
    Pace,
    SenderRole,
    ShortCourse,
    Timeline,
)
from relance_mailer.outward.listing import FORMAL_NOTICE
from relance_mailer.settings.contradictions import contradictions
from relance_mailer.settings.french import WrongSettings, faults_of
from relance_mailer.settings.model import Table
from relance_mailer.words import Role, Segment

BY_AMOUNT = "by_amount"
"""A formal notice by mail up to the big amount, registered above (§5)."""


class LevelTable(Table):
    """A level, as it is written in the file."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")
    template: str = Field(default="", pattern=r"^([a-z][a-z0-9_]{1,39})?$")
    tone: str = ""
    sender: SenderRole
    recipient: Role
    announces: Act | None = None
    days: int | None = Field(default=None, ge=1, le=120)
    offset_days: int | None = Field(default=None, ge=-60, le=365)
    form: Form = Form.MAIL
    cc_usual: bool = False


class PaceTable(Table):
    """How fast a habitual late payer is followed."""

    offset_days: int = Field(ge=1, le=365)
    days: int = Field(ge=1, le=120)


class ShortCourseTable(PaceTable):
    """The one reminder of a debtor who already went to the legal queue."""

    level: str


class TimelineTable(Table):
    """The timeline of a segment, as it is written in the file."""

    level: tuple[LevelTable, ...] = Field(min_length=1)
    end: End = End.LEGAL
    contact_every_business_days: int = Field(default=5, ge=1, le=30)
    contact_every_days: int | None = Field(default=None, ge=1, le=60)
    proof_business_days: int = Field(default=5, ge=1, le=30)
    call_after: tuple[str, ...] = ("reminder_2",)
    call_business_days: int = Field(default=3, ge=1, le=30)
    posting_business_days: int = Field(default=3, ge=1, le=30)
    good_payer_days: int = Field(default=0, ge=0, le=60)
    habitual_late: PaceTable | None = None
    after_legal: ShortCourseTable | None = None


HabitsTable = create_model(
    "HabitsTable",
    __base__=Table,
    **{f.name: (int, Field(default=f.default, ge=1, le=365)) for f in fields(Habits)},  # type: ignore[call-overload]
)
HoldsTable = create_model(
    "HoldsTable",
    __base__=Table,
    **{f.name: (int, Field(default=f.default, ge=0, le=365)) for f in fields(Holds)},  # type: ignore[call-overload]
)


class TimelinesFile(Table):
    """The whole file: holds and one timeline for each segment."""

    holds: HoldsTable = HoldsTable()  # type: ignore[valid-type]
    habits: HabitsTable = HabitsTable()  # type: ignore[valid-type]
    timeline: dict[Segment, TimelineTable]


def timelines_of(
    data: dict[str, Any],
    file: Path,
    *,
    min_amount: Decimal,
    big_amount: Decimal,
    formal_notice_form: str | None,
    closed_days: frozenset[date] = frozenset(),
) -> tuple[dict[Segment, Timeline], Holds]:
    """The timelines and the holds of a file; raises `WrongSettings` naming key, level, article."""
    try:
        table = TimelinesFile.model_validate(data)
    except ValidationError as error:
        raise WrongSettings(faults_of(error, file)) from error
    faults = [
        f"{file} : timeline.{segment} : ce segment n'a pas de chronologie ; ajoutez-en une"
        for segment in Segment
        if segment not in table.timeline
    ]
    holds = Holds(**dict(table.holds))
    habits = Habits(**dict(table.habits))
    timelines = {
        segment: replace(
            _timeline(segment, rows, formal_notice_form),
            min_amount=min_amount,
            big_amount=big_amount,
            promise_grace_days=holds.promise_grace_days,
            invoice_request_days=holds.invoice_request_days,
            closed_days=closed_days,
            habits=habits,
        )
        for segment, rows in table.timeline.items()
    }
    for segment, timeline in timelines.items():
        faults += [f"{file} : timeline.{segment}.{why}" for why in contradictions(timeline)]
    if faults:
        raise WrongSettings(tuple(faults))
    return timelines, holds


def _timeline(segment: Segment, rows: TimelineTable, form: str | None) -> Timeline:
    pace, short = rows.habitual_late, rows.after_legal
    by_amount = form in (None, BY_AMOUNT)
    return Timeline(
        segment=segment,
        levels=tuple(_level(level, segment, None if by_amount else form) for level in rows.level),
        end=rows.end,
        contact_every_business_days=rows.contact_every_business_days,
        contact_every_days=rows.contact_every_days,
        proof_business_days=rows.proof_business_days,
        call_after=frozenset(rows.call_after),
        call_business_days=rows.call_business_days,
        posting_business_days=rows.posting_business_days,
        notice_form_by_amount=by_amount,
        good_payer_days=rows.good_payer_days,
        habitual_late=Pace(**dict(pace)) if pace else None,
        after_legal=ShortCourse(**dict(short)) if short else None,
    )


def _level(row: LevelTable, segment: Segment, formal_notice_form: str | None) -> Level:
    form = row.form
    if row.name == FORMAL_NOTICE and formal_notice_form:
        form = Form(formal_notice_form)
        # A creditor's own choice; without the consumer's consent it is a letter (CPCE-postes L100).
        if form is Form.REGISTERED_EMAIL and segment is Segment.CONSUMER:
            form = Form.REGISTERED_LETTER
    return Level(
        name=row.name,
        template=row.template,
        tone=row.tone,
        sender=row.sender,
        recipient=row.recipient,
        announces=row.announces,
        days=row.days,
        offset_days=row.offset_days,
        form=form,
        cc_usual=row.cc_usual,
    )
