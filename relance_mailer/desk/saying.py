"""The words of a letter that a human orders, from what he said and what the dossier knows.

The command line and the desk say the same with the same answers. `ValueError`, in French, where a
value cannot be said in a letter.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from relance_mailer.desk.proposals import planned_total
from relance_mailer.dossier.events import Instalment
from relance_mailer.dossier.ordered import (
    CreditNote,
    DisputeAck,
    DisputeAnswer,
    Explanation,
    PlanConfirmation,
    PlanOffer,
    PlanPart,
    Says,
    monthly,
)
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import InvoiceNumber
from relance_mailer.workdays import add_months, business_day_from

ZERO = Decimal("0.00")


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What somebody wants said otherwise than it is proposed; empty where nothing was said."""

    ground: str = ""
    amount: Decimal | None = None
    parts: tuple[PlanPart, ...] = ()
    answer_by: date | None = None
    pay_by: date | None = None
    about: str = ""
    points: tuple[str, ...] = ()
    waived: Decimal | None = None


def reworded(says: Says, told: Told) -> Says:
    """The proposed words with what was told in their place."""
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


def left_of(dossier: Dossier, numbers: tuple[InvoiceNumber, ...]) -> Decimal:
    """What is left to pay on these invoices."""
    return sum((one.left for one in dossier.open_invoices if one.number in numbers), ZERO)


def acknowledgement(
    dossier: Dossier,
    today: date,
    *,
    numbers: tuple[InvoiceNumber, ...],
    contested: Decimal,
    ground: str,
    owner: str,
    answer_by: date,
    asks_for: tuple[str, ...] = (),
) -> Says:
    """The letter that says that a dispute was opened; the rest that is late has the same day."""
    late = [one.left for one in dossier.overdue(today)]
    rest = sum(late, ZERO) - (contested if late else ZERO)
    return Says(
        dispute_ack=DisputeAck(
            ground=ground,
            invoices=numbers,
            contested=contested,
            answered_by=owner,
            answer_on=answer_by,
            rest_due_on=answer_by if rest > 0 else None,
            asks_for=asks_for,
        )
    )


def dispute_answer(
    dossier: Dossier,
    *,
    numbers: tuple[InvoiceNumber, ...],
    ground: str,
    findings: tuple[str, ...],
    reasons: tuple[str, ...],
    note: CreditNote | None,
    pay_by: date | None,
    exhibits: tuple[str, ...] = (),
) -> Says:
    """The letter that answers a dispute; `ground` serves where none was opened."""
    opened = next((one for one in dossier.disputes if set(one.invoices) & set(numbers)), None)
    left = left_of(dossier, numbers)
    remains = max(left - (note.amount if note else ZERO), ZERO)
    return Says(
        dispute_answer=DisputeAnswer(
            ground=opened.ground if opened else ground,
            invoices=numbers,
            contested=opened.amount if opened else left,
            findings=findings,
            remains=remains,
            due_on=pay_by if remains else None,
            credit_note=note,
            reasons=reasons,
            exhibits=exhibits,
        )
    )


def agreed_parts(
    dossier: Dossier,
    parts: tuple[Instalment, ...],
    months: int | None,
    first: date | None,
    accessories: Decimal,
) -> tuple[PlanPart, ...]:
    """The parts as told, equal monthly ones, or those that we offered last; none: nothing known."""
    total = planned_total(dossier) + accessories
    if parts:
        known = sum((one.amount for one in parts if one.amount is not None), ZERO)
        return tuple(
            PlanPart(due_on=one.due_on, amount=total - known if one.amount is None else one.amount)
            for one in parts
        )
    if months and first:
        days = tuple(business_day_from(add_months(first, count)) for count in range(months))
        return monthly(total, days)
    offered = dossier.plan_offered
    if offered is None or offered.says is None or offered.says.plan_offer is None:
        return ()
    return offered.says.plan_offer.instalments
