"""What is settled with the debtor: disputes opened and decided (R22, R23), plans agreed (R20).

A verdict on a dispute takes the contested part out and gives the rest back. A dossier that is
merely held keeps its hold: the rest may be promised. What is said to the debtor is ordered in the
same commit as the decision, and leaves by the same gate.
"""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import assert_never

from relance_mailer.desk import french
from relance_mailer.desk.decisions import AgreePlan, DecideDispute, OpenDispute, Resume
from relance_mailer.desk.orders import in_thread
from relance_mailer.desk.possible import (
    Decision,
    Impossible,
    cause_told,
    no_letter_at_all,
    not_from,
)
from relance_mailer.desk.returning import given_back
from relance_mailer.dossier import events as e
from relance_mailer.dossier.ordered import Says
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.law.waiving import void_waiver
from relance_mailer.words import Cause
from relance_mailer.workdays import add_business_days, zone_of

CREDIT_NOTE_BUSINESS_DAYS = 5  # R23: correct quickly
BANK_BUSINESS_DAYS = 2  # after the date given, as after a promise

_TO_DO = {
    "": "établir l'avoir ou la facture rectifiée",
    "credit_note": "établir l'avoir",
    "corrected_invoice": "établir la facture rectifiée et annuler l'ancienne",
    "new_due_date": "reporter l'échéance au grand livre",
}


def settled_with_debtor(
    verdict: OpenDispute | DecideDispute | AgreePlan,
    dossier: Dossier,
    today: date,
    levels: Collection[str],
) -> Decision:
    """What follows from a verdict on a dispute or from an agreed plan."""
    match verdict:
        case OpenDispute():
            return _dispute_opened(verdict, dossier, today, levels)
        case DecideDispute():
            return _dispute_decided(verdict, dossier, today)
        case AgreePlan():
            return _plan_agreed(verdict, dossier, today, levels)
        case _:
            assert_never(verdict)


def _ordered(
    says: Says | None,
    dossier: Dossier,
    verdict: OpenDispute | DecideDispute | AgreePlan,
    today: date,
) -> tuple[e.DossierEvent, ...]:
    """The letter of the decision, about the message that began it."""
    if says is None:
        return ()
    asked = [one.message for one in dossier.review_reasons if one.message is not None]
    ordered = e.LetterOrdered(
        by=verdict.by,
        because=verdict.because,
        template=says.template,
        message=asked[-1] if asked else None,
        says=says,
    )
    return in_thread(ordered, dossier, today)


def _dispute_opened(
    verdict: OpenDispute, dossier: Dossier, today: date, levels: Collection[str]
) -> Decision:
    if dossier.phase is Phase.LEGAL:
        return not_from(dossier, "ouvrir un litige")
    wrong = _wrong_dispute(verdict, dossier, today)
    if wrong:
        return wrong
    opened = e.DisputeOpened(
        by=verdict.by,
        because=verdict.because,
        invoices=verdict.invoices,
        amount=verdict.amount,
        ground=verdict.ground,
        owner=verdict.owner,
        answer_by=verdict.answer_by,
    )
    cause = () if dossier.cause else cause_told(Cause.DISPUTE, dossier, verdict)
    letter = _ordered(verdict.acknowledge, dossier, verdict, today)
    rest_on = _rest_on(verdict, dossier)
    if dossier.phase is not Phase.REVIEW:
        barred = no_letter_at_all(dossier) if letter else None
        return barred or (opened, *cause, *_until(rest_on, dossier, verdict), *letter)
    back = Resume(
        by=verdict.by,
        because=verdict.because,
        next_step=verdict.next_step,
        not_before=max(verdict.not_before, rest_on or verdict.not_before),
        cause=dossier.cause or Cause.DISPUTE,
    )
    resumed = given_back(back, dossier, today, levels)
    return resumed if isinstance(resumed, Impossible) else (opened, *resumed, *letter)


def _rest_on(verdict: OpenDispute, dossier: Dossier) -> date | None:
    """The first day on which the rest is demanded again: the letter gave it a date (P6)."""
    said = verdict.acknowledge.dispute_ack if verdict.acknowledge else None
    if said is None or said.rest_due_on is None:
        return None
    zone = zone_of(dossier.debtor.postcode if dossier.debtor else None)
    return add_business_days(said.rest_due_on, BANK_BUSINESS_DAYS, zone)


def _until(day: date | None, dossier: Dossier, verdict: OpenDispute) -> tuple[e.Held, ...]:
    if day is None or dossier.phase not in (Phase.RUNNING, Phase.HELD):
        return ()
    because = f"date donnée pour la part non contestée : {verdict.because}"
    return (e.Held(because=because, by=verdict.by, until=day, reason="human"),)


def _wrong_dispute(verdict: OpenDispute, dossier: Dossier, today: date) -> Impossible | None:
    left = {invoice.number: invoice.left for invoice in dossier.open_invoices}
    unknown = [number for number in verdict.invoices if number not in left]
    if unknown or not verdict.invoices:
        named = french.many(unknown) or "aucune facture nommée"
        return Impossible(because=f"pas de facture ouverte à contester : {named}")
    contested = sum((left[number] for number in set(verdict.invoices)), Decimal(0))
    if not 0 < verdict.amount <= contested:
        at_most = french.amount(contested, dossier.currency)
        return Impossible(because=f"le montant contesté va jusqu'à {at_most}")
    if not verdict.ground.strip() or not verdict.owner.strip():
        return Impossible(because="un litige demande un motif et qui répond")
    if verdict.answer_by < today:
        return Impossible(because=f"le {french.day(verdict.answer_by)} est passé")
    return None


def _dispute_decided(verdict: DecideDispute, dossier: Dossier, today: date) -> Decision:
    foreign = [number for number in verdict.invoices if number not in dossier.contested]
    if foreign or not verdict.invoices:
        named = french.many(foreign) or "aucune facture nommée"
        return Impossible(because=f"pas de litige ouvert : {named}")
    wrong = _wrong_outcome(verdict, dossier, today)
    if wrong:
        return wrong
    zone = zone_of(dossier.debtor.postcode if dossier.debtor else None)
    pay_by = verdict.pay_by
    decided = e.DisputeDecided(
        by=verdict.by,
        because=verdict.because,
        invoices=verdict.invoices,
        creditor_at_fault=verdict.creditor_at_fault,
        correction=verdict.correction,
        resumes_on=add_business_days(pay_by, BANK_BUSINESS_DAYS, zone) if pay_by else None,
    )
    letter = _ordered(verdict.answer, dossier, verdict, today)
    task = (_correction(verdict, dossier, today),) if verdict.creditor_at_fault else ()
    return (decided, *task, *letter)


def _wrong_outcome(verdict: DecideDispute, dossier: Dossier, today: date) -> Impossible | None:
    if verdict.correction and (verdict.correction not in _TO_DO or not verdict.creditor_at_fault):
        known = french.many([one for one in _TO_DO if one])
        return Impossible(
            because=f"correction « {verdict.correction} » : une de {known}, si nous avons tort"
        )
    if verdict.pay_by is not None and verdict.pay_by <= today:
        return Impossible(because=f"le {french.day(verdict.pay_by)} n'est pas à venir")
    return no_letter_at_all(dossier) if verdict.answer else None


def _correction(verdict: DecideDispute, dossier: Dossier, today: date) -> e.TaskOpened:
    """Our own fault is mended by whoever answered for the dispute, quickly."""
    numbers = french.many(verdict.invoices)
    owner = next(
        (one.owner for one in dossier.disputes if set(one.invoices) & set(verdict.invoices)), ""
    )
    return e.TaskOpened(
        because=f"litige tranché en faveur du débiteur par {verdict.by} (R23)",
        task=f"credit_note:{verdict.invoices[0]}",
        what=f"{_TO_DO[verdict.correction]} : {numbers}",
        due_on=add_business_days(today, CREDIT_NOTE_BUSINESS_DAYS),
        owner=owner,
    )


def _plan_agreed(
    verdict: AgreePlan, dossier: Dossier, today: date, levels: Collection[str]
) -> Decision:
    if dossier.phase is Phase.LEGAL:
        return not_from(dossier, "accorder un échéancier")
    if wrong := _wrong_plan(verdict, dossier, today):
        return wrong
    agreed = e.PlanAgreed(by=verdict.by, because=verdict.because, instalments=verdict.instalments)
    letter = _ordered(verdict.confirm, dossier, verdict, today)
    if dossier.phase is not Phase.REVIEW or not verdict.next_step:
        barred = no_letter_at_all(dossier) if letter else None
        return barred or (agreed, *cause_told(verdict.cause, dossier, verdict), *letter)
    back = Resume(
        by=verdict.by,
        because=verdict.because,
        next_step=verdict.next_step,
        not_before=today,
        cause=verdict.cause,
    )
    resumed = given_back(back, dossier, today, levels)
    return resumed if isinstance(resumed, Impossible) else (agreed, *resumed, *letter)


def _gives_up(verdict: AgreePlan) -> bool:
    words = verdict.confirm.plan_confirmation if verdict.confirm else None
    return words is not None and words.waived > 0


def _wrong_plan(verdict: AgreePlan, dossier: Dossier, today: date) -> Impossible | None:
    if dossier.owed <= 0:
        return Impossible(because="rien n'est dû : pas d'échéancier à accorder")
    if dossier.debtor and (void := void_waiver(dossier.debtor.segment)) and _gives_up(verdict):
        return Impossible(because=void)
    days = [part.due_on for part in verdict.instalments]
    if not days or days != sorted(set(days)) or days[0] < today:
        return Impossible(because="un échéancier demande des dates à venir, dans l'ordre")
    stated = sum((part.amount or Decimal(0) for part in verdict.instalments), Decimal(0))
    if stated > dossier.owed + verdict.accessories or any(
        part.amount is not None and part.amount <= 0 for part in verdict.instalments
    ):
        return Impossible(
            because="les échéances dépassent ce qui est dû, ou l'une d'elles est nulle"
        )
    return None
