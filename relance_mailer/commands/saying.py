"""The words of a letter that a human orders: as they are proposed, or as he says them here."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from relance_mailer.commands.common import fail
from relance_mailer.desk.proposals import proposal_of
from relance_mailer.dossier.ordered import (
    DisputeAck,
    Explanation,
    PlanConfirmation,
    PlanOffer,
    PlanPart,
    Says,
)
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import HUMAN_ANSWERS, Answer, Digest

Value = TypeVar("Value")


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What the command line said; empty where nothing was said."""

    ground: str = ""
    amount: Decimal | None = None
    parts: tuple[PlanPart, ...] = ()
    answer_by: date | None = None
    pay_by: date | None = None
    about: str = ""
    points: tuple[str, ...] = ()
    waived: Decimal | None = None


def worded(make: Callable[[], Value]) -> Value:
    """The value, or a French ending where its words cannot be said."""
    try:
        return make()
    except ValueError as error:
        fail(str(error), code=2)


def words_of(
    template: str, dossier: Dossier, today: date, by: str, told: Told
) -> tuple[Says | None, Digest | None]:
    """The words of that letter and the message that it answers; ends the command when it lacks any.

    Letters that the machine writes need none.
    """
    if template not in {one.value for one in HUMAN_ANSWERS}:
        return None, None
    if template == Answer.DISPUTE_ANSWER:
        fail("une réponse à un litige s'écrit avec « relance dispute decide »", code=2)
    found = proposal_of(template, dossier, today, by)
    if found is None or found.says is None:
        fail(f"« {template} » : rien n'est à dire sur ce dossier qui le permette")
    says = found.says
    return worded(lambda: _changed(says, told)), found.message


def _changed(says: Says, told: Told) -> Says:
    match says.words:
        case DisputeAck() as ack:
            return Says(
                dispute_ack=replace(
                    ack,
                    ground=told.ground or ack.ground,
                    contested=ack.contested if told.amount is None else told.amount,
                    answer_on=told.answer_by or ack.answer_on,
                    rest_due_on=(told.pay_by or ack.rest_due_on) if ack.rest_due_on else None,
                )
            )
        case PlanOffer() as offer:
            return Says(
                plan_offer=replace(
                    offer,
                    instalments=told.parts or offer.instalments,
                    answer_by=told.answer_by or offer.answer_by,
                    waived=offer.waived if told.waived is None else told.waived,
                )
            )
        case PlanConfirmation() as confirmation:
            return Says(
                plan_confirmation=replace(
                    confirmation, answer_by=told.answer_by or confirmation.answer_by
                )
            )
        case Explanation() as explanation:
            return Says(
                explanation=replace(
                    explanation,
                    about=told.about or explanation.about,
                    points=told.points or explanation.points,
                    pay_by=told.pay_by or explanation.pay_by,
                )
            )
        case _:
            return says
