"""The letters that only people send, prepared: what they would say by default, and what lacks.

Nothing here is decided: a named human orders the letter, as it is proposed or with other words.
What no machine can know (what was found in a dispute) is left open and named.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from relance_mailer.desk import french
from relance_mailer.dossier import events as e
from relance_mailer.dossier.ordered import (
    DisputeAck,
    Explanation,
    PlanConfirmation,
    PlanOffer,
    PlanPart,
    Says,
    monthly,
)
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import COUNTS_AS_SENT, ON_ITS_WAY, Dossier
from relance_mailer.dossier.values import Answer, Digest, Invoice, InvoiceNumber
from relance_mailer.words import Intent
from relance_mailer.workdays import (
    add_business_days,
    add_months,
    business_day_from,
    zone_of,
)

ANSWER_BUSINESS_DAYS = 5
"""Within them we answer a dispute, and the debtor an offer."""
FIRST_PART_DAYS = 10
PARTS = 3
TEXT_MAX = 300
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_MONTHS_EN = "January February March April May June July August September October November December"

_BY_REASON = {
    Intent.DISPUTE.value: Answer.DISPUTE_ACK,
    Intent.PLAN_REQUEST.value: Answer.PLAN_OFFER,
    Intent.QUESTION.value: Answer.EXPLANATION,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """A letter prepared for a human's word; `says` is None where he has to find the words."""

    template: Answer
    because: str
    says: Says | None
    message: Digest | None = None
    lacks: str = ""  # what he has to say himself, in French


def proposals(dossier: Dossier, today: date, by: str = "") -> tuple[Proposal, ...]:
    """The letters that this dossier waits for; none where P1 leaves no template.

    `by` signs as the one who answers where nobody was named yet.
    """
    if dossier.phase is Phase.LEGAL or dossier.barred_by is not None or dossier.owed <= 0:
        return ()
    found = [*_asked_for(dossier, today, by), *_decided(dossier, today)]
    return tuple(one for one in found if not _is_said(one, dossier))


def proposal_of(template: str, dossier: Dossier, today: date, by: str = "") -> Proposal | None:
    """What a letter of that template would say by default, waited for or not."""
    waited = next((one for one in proposals(dossier, today, by) if one.template == template), None)
    if waited is not None or template not in set(Answer):
        return waited
    answer = Answer(template)
    says = _says(answer, dossier, None, today, by)
    return None if says is None else Proposal(template=answer, because="", says=says)


def _asked_for(dossier: Dossier, today: date, by: str) -> list[Proposal]:
    """What a message that a human looks at is answered with."""
    if dossier.phase is not Phase.REVIEW:
        return []
    found = {}
    for asked in dossier.review_reasons:
        answer = _BY_REASON.get(asked.reason)
        if answer is not None:
            found[answer] = Proposal(
                template=answer,
                because=asked.because,
                says=_says(answer, dossier, asked, today, by),
                message=asked.message,
            )
    return list(found.values())


def _decided(dossier: Dossier, today: date) -> list[Proposal]:
    """What was decided and is not yet said: an agreed plan, a dispute that was examined."""
    found = []
    if dossier.plan is not None:
        says = _confirmation(dossier, today)
        because = "échéancier accordé, à confirmer par écrit (R20)"
        found.append(Proposal(template=Answer.PLAN_CONFIRMATION, because=because, says=says))
    if dossier.decided is not None:
        found.append(
            Proposal(
                template=Answer.DISPUTE_ANSWER,
                because="litige tranché, à dire au débiteur (R23)",
                says=None,
                lacks="ce qui a été constaté, et l'avoir accordé ou les motifs du refus",
            )
        )
    return found


def _is_said(one: Proposal, dossier: Dossier) -> bool:
    """Whether it left or is ordered since the fact that calls for it."""
    if any(ordered.template == one.template for ordered in dossier.ordered):
        return True
    since = _since(one.template, dossier)
    return any(
        letter.template == one.template
        and (letter.state in ON_ITS_WAY or letter.state in COUNTS_AS_SENT)
        and (one.message is None or letter.answers in (None, one.message))
        and (since is None or (letter.sent_on or letter.composed_for or since) >= since)
        for letter in dossier.letters
    )


def _since(template: Answer, dossier: Dossier) -> date | None:
    if template is Answer.PLAN_CONFIRMATION:
        return dossier.plan_since
    if template is Answer.DISPUTE_ANSWER:
        return dossier.decided_on
    return dossier.phase_since if dossier.phase is Phase.REVIEW else None


def _says(
    answer: Answer, dossier: Dossier, asked: e.ReviewAsked | None, today: date, by: str
) -> Says | None:
    match answer:
        case Answer.DISPUTE_ACK:
            return _acknowledgement(dossier, asked, today, by)
        case Answer.PLAN_OFFER:
            return _offer(dossier, today)
        case Answer.PLAN_CONFIRMATION:
            return _confirmation(dossier, today)
        case Answer.EXPLANATION:
            return _explanation(dossier, today)
        case _:
            return None


def _acknowledgement(
    dossier: Dossier, asked: e.ReviewAsked | None, today: date, by: str
) -> Says | None:
    """An open dispute as it was examined, else the debtor's own words on what he names."""
    opened = dossier.dispute
    answer_on = _days_on(dossier, today, ANSWER_BUSINESS_DAYS)
    numbers = opened.invoices if opened else _named(dossier, asked)
    contested = _left(dossier, numbers)
    if not numbers or contested <= 0:
        return None
    late = sum((one.left for one in dossier.overdue(today)), Decimal("0.00"))
    rest = late - (Decimal("0.00") if opened else contested)
    return Says(
        dispute_ack=DisputeAck(
            ground=opened.ground if opened else _words(dossier, asked),
            invoices=numbers,
            contested=opened.amount if opened else contested,
            answered_by=(opened.owner if opened else by) or _somebody(dossier),
            answer_on=opened.answer_by if opened else answer_on,
            rest_due_on=answer_on if rest > 0 else None,
        )
    )


def _somebody(dossier: Dossier) -> str:
    return "notre service clients" if _is_french(dossier) else "our customer service"


def _named(dossier: Dossier, asked: e.ReviewAsked | None) -> tuple[InvoiceNumber, ...]:
    last = dossier.last_message
    named = last.invoices if last and asked and last.message == asked.message else ()
    still_open = [one.number for one in dossier.open_invoices]
    return tuple(n for n in still_open if n in named) or tuple(still_open)


def _words(dossier: Dossier, asked: e.ReviewAsked | None) -> str:
    last = dossier.last_message
    unsaid = "contestation reçue de votre part" if _is_french(dossier) else "the dispute you raised"
    if last is None or asked is None or last.message != asked.message:
        call = next((one for one in dossier.calls if asked and one.note == asked.message), None)
        return _said(call.said) if call and call.said else unsaid
    return _said(last.spans[0] if last.spans else last.reply_text) or unsaid


def _said(words: str) -> str:
    """The debtor's words on one line, without quotation marks and full stop of their own."""
    return " ".join(words.split())[:TEXT_MAX].strip(' «»"“”.')


def _left(dossier: Dossier, numbers: tuple[InvoiceNumber, ...]) -> Decimal:
    left = (one.left for one in dossier.open_invoices if one.number in numbers)
    return sum(left, Decimal("0.00"))


def _offer(dossier: Dossier, today: date) -> Says | None:
    """The days that the debtor named, else equal monthly parts; None where all is contested."""
    total = planned_total(dossier)
    if total <= 0:
        return None
    asked = dossier.plan_proposed
    days = [one.due_on for one in asked.instalments if one.due_on > today] if asked else []
    first = today + timedelta(days=FIRST_PART_DAYS)
    days = sorted(set(days)) or [add_months(first, month) for month in range(PARTS)]
    zone = zone_of(dossier.debtor.postcode if dossier.debtor else None)
    on = tuple(dict.fromkeys(business_day_from(day, zone) for day in days))
    answer_by = min(_days_on(dossier, today, ANSWER_BUSINESS_DAYS), on[0])
    parts = monthly(total, on)
    return Says(plan_offer=PlanOffer(instalments=parts, answer_by=answer_by))


def planned_total(dossier: Dossier) -> Decimal:
    """What a plan is about: all that is owed, but what is contested."""
    return min(sum((one.left for one in dossier.demandable), Decimal("0.00")), dossier.owed)


def _confirmation(dossier: Dossier, today: date) -> Says | None:
    """The agreed parts; the one without an amount takes the rest of what is owed."""
    plan = dossier.plan
    if plan is None:
        return None
    known = sum((one.amount for one in plan.instalments if one.amount), Decimal("0.00"))
    rest = planned_total(dossier) - known
    if sum(one.amount is None for one in plan.instalments) > 1 or (
        rest <= 0 and any(one.amount is None for one in plan.instalments)
    ):
        return None
    parts = tuple(
        PlanPart(due_on=one.due_on, amount=one.amount or rest) for one in plan.instalments
    )
    return Says(
        plan_confirmation=PlanConfirmation(
            instalments=parts,
            agreed_on=dossier.plan_since or today,
            answer_by=_days_on(dossier, today, ANSWER_BUSINESS_DAYS),
        )
    )


def _explanation(dossier: Dossier, today: date) -> Says | None:
    invoices = dossier.overdue(today) or dossier.open_invoices
    if not invoices:
        return None
    return Says(
        explanation=Explanation(
            about=_about(invoices, dossier), pay_by=_days_on(dossier, today, ANSWER_BUSINESS_DAYS)
        )
    )


def _about(invoices: tuple[Invoice, ...], dossier: Dossier) -> str:
    if not _is_french(dossier):
        told = [f"{one.number} of {_long(one.issued_on, _MONTHS_EN)}" for one in invoices[:8]]
        return f"invoice {told[0]}" if len(told) == 1 else f"invoices {', '.join(told)}"
    told = [f"{one.number} du {_long(one.issued_on, _MONTHS)}" for one in invoices[:8]]
    return f"la facture {told[0]}" if len(told) == 1 else f"les factures {french.many(told)}"


def _is_french(dossier: Dossier) -> bool:
    return dossier.debtor is None or dossier.debtor.language == "fr"


def _long(on: date, months: str) -> str:
    """A date in words: a letter writes none in figures outside of its table."""
    first = on.day == 1 and months is _MONTHS
    return f"{'1er' if first else on.day} {months.split()[on.month - 1]} {on.year}"


def _days_on(dossier: Dossier, today: date, count: int) -> date:
    zone = zone_of(dossier.debtor.postcode if dossier.debtor else None)
    return add_business_days(today, count, zone)
