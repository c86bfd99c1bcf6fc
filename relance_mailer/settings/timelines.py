"""`timelines.toml` → timelines and holds, refused where the law or the method closes them."""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, create_model

from relance_mailer.inward.holds import Holds
from relance_mailer.law.routes import Act, why_closed
from relance_mailer.outward.levels import End, Form, Level, SenderRole, Timeline
from relance_mailer.settings.french import WrongSettings, faults_of
from relance_mailer.settings.model import Table
from relance_mailer.words import Role, Segment


class LevelTable(Table):
    """A level, as it is written in the file."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")
    template: str = Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")
    tone: str
    sender: SenderRole
    recipient: Role
    announces: Act | None = None
    days: int | None = Field(default=None, ge=1, le=120)
    offset_days: int | None = Field(default=None, ge=-60, le=365)
    form: Form = Form.MAIL
    cc_usual: bool = False


class TimelineTable(Table):
    """The timeline of a segment, as it is written in the file."""

    level: tuple[LevelTable, ...] = Field(min_length=1)
    end: End = End.LEGAL
    contact_every_business_days: int = Field(default=5, ge=1, le=30)
    contact_every_days: int | None = Field(default=None, ge=1, le=60)
    proof_business_days: int = Field(default=5, ge=1, le=30)


HoldsTable = create_model(
    "HoldsTable",
    __base__=Table,
    **{f.name: (int, Field(default=f.default, ge=0, le=365)) for f in fields(Holds)},  # type: ignore[call-overload]
)


class TimelinesFile(Table):
    """The whole file: holds and one timeline for each segment."""

    holds: HoldsTable = HoldsTable()  # type: ignore[valid-type]
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
    timelines = {
        segment: Timeline(
            segment=segment,
            levels=tuple(_level(level, formal_notice_form) for level in rows.level),
            end=rows.end,
            contact_every_business_days=rows.contact_every_business_days,
            contact_every_days=rows.contact_every_days,
            proof_business_days=rows.proof_business_days,
            min_amount=min_amount,
            big_amount=big_amount,
            promise_grace_days=holds.promise_grace_days,
            invoice_request_days=holds.invoice_request_days,
            closed_days=closed_days,
        )
        for segment, rows in table.timeline.items()
    }
    for segment, timeline in timelines.items():
        faults += [f"{file} : timeline.{segment}.{why}" for why in contradictions(timeline)]
    if faults:
        raise WrongSettings(tuple(faults))
    return timelines, holds


def _level(row: LevelTable, formal_notice_form: str | None) -> Level:
    form = row.form
    if row.name == "formal_notice" and formal_notice_form:
        form = Form(formal_notice_form)
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


NEXT_OF: dict[Act, frozenset[str]] = {
    Act.FOLLOW_UP: frozenset({"reminder_2", "reminder_3"}),
    Act.INTEREST_AND_FEE: frozenset({"reminder_3"}),
    Act.FORMAL_NOTICE: frozenset({"formal_notice"}),
}
"""The level that carries out what was announced; the other acts are a human's, at the end."""


def contradictions(timeline: Timeline) -> list[str]:
    """What a timeline contradicts: names twice, acts that nothing carries out, closed acts."""
    faults: list[str] = []
    names = [level.name for level in timeline.levels]
    faults += [f"{name} : ce niveau figure deux fois" for name in names if names.count(name) > 1]
    dunning = [level for level in timeline.levels if level.name != "pre_due"]
    if dunning and dunning[0].offset_days is None:
        faults.append(f"{dunning[0].name} : le premier niveau demande offset_days")
    for index, level in enumerate(dunning):
        following = dunning[index + 1].name if index + 1 < len(dunning) else None
        faults += _level_contradictions(level, following, timeline)
    return faults


def _level_contradictions(level: Level, following: str | None, timeline: Timeline) -> list[str]:
    faults = []
    if level.days is None:
        faults.append(f"{level.name} : days manque (R1 : toute relance porte une date précise)")
    if level.announces is None:
        faults.append(f"{level.name} : announces manque (R1 : toute relance dit la suite)")
        return faults
    closed = why_closed(level.announces, timeline.segment)
    if closed:
        faults.append(f"{level.name} : announces = « {level.announces} » : {closed}")
    carriers = NEXT_OF.get(level.announces)
    if carriers is not None and following is not None and following not in carriers:
        faults.append(
            f"{level.name} : annonce « {level.announces} », mais le niveau suivant est "
            f"« {following} » (R3 : ce qui est annoncé est ce qui suit)"
        )
    if carriers is not None and following is None and timeline.end is End.LEGAL:
        faults.append(
            f"{level.name} : annonce « {level.announces} », mais aucun niveau ne suit "
            "(R3) ; ajoutez-le ou mettez end = « review »"
        )
    return faults
