"""What an answer to a debtor's message contains: documents, commitments, the day of the check.

An answer keeps the roles (R15): sending a document is never the whole of it, a dated commitment is
asked for in the same letter. What cannot be written is a value, not an error.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from relance_mailer.dossier import events as e
from relance_mailer.dossier.ordered import Words
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Answer, Invoice
from relance_mailer.outward.levels import REGISTERED, Timeline
from relance_mailer.outward.listing import (
    FORMAL_NOTICE,
    ZERO,
    credits_beside,
    in_all,
    received,
)
from relance_mailer.outward.timeline import form_of
from relance_mailer.workdays import add_business_days

CHECK_AFTER = {Answer.PROOF_REQUEST: 5}  # business days
CHECK_AFTER_OTHERS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class NoLetter:
    """The letter cannot be written: an identifier of the reason, and why in French.

    Reasons: `no_recipient`, `nothing_to_demand`, `no_document`, `nothing_to_confirm`,
    `not_posted`, `unknown_template`, `not_said`.
    """

    reason: str
    because: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """The facts of an answer."""

    invoices: tuple[Invoice, ...]
    check_on: date | None  # None: nothing is left to look at
    attachments: tuple[str, ...] = ()
    instalments: tuple[e.Instalment, ...] = ()
    promised_amount: Decimal | None = None
    received: Decimal | None = None
    announces_notice: bool = False
    notice_registered: bool = False
    says: Words | None = None  # what a human said in it


def answered(
    answer: Answer,
    owed: e.AnswerOwed | None,
    dossier: Dossier,
    *,
    timeline: Timeline,
    today: date,
    documents: Collection[str],
) -> Answered | NoLetter:
    """What the answer says, or why it cannot be given by the machine."""
    facts = Answered(
        invoices=_invoices(answer, owed, dossier, today),
        check_on=_check_on(answer, dossier, today),
    )
    match answer:
        case Answer.THANKS:
            return replace(facts, received=received(dossier))
        case Answer.PROMISE_CONFIRMATION:
            return _with_promise(facts, dossier, timeline, today)
        case Answer.DUPLICATE:
            return _with_documents(facts, documents)
        case _:
            if facts.invoices:
                return facts
            return NoLetter(reason="nothing_to_demand", because="plus rien n'est dû ce jour")


def _invoices(
    answer: Answer, owed: e.AnswerOwed | None, dossier: Dossier, today: date
) -> tuple[Invoice, ...]:
    """The invoices that message or promise name and that are open, else all that are due."""
    named: frozenset[str] = frozenset()
    last = dossier.last_message
    if answer is Answer.PROMISE_CONFIRMATION and dossier.promise:
        named = frozenset(dossier.promise.invoices)
    elif owed is not None and last is not None and last.message == owed.message:
        named = frozenset(last.invoices)
    found = tuple(i for i in dossier.open_invoices if i.number in named)
    found = found or dossier.overdue(today) or dossier.open_invoices
    if dossier.owed == ZERO:
        return () if answer is Answer.THANKS else found
    # Credits that come to more than these invoices are shown beside all that is open.
    return found if _net(found, dossier) > ZERO else dossier.open_invoices


def _net(invoices: tuple[Invoice, ...], dossier: Dossier) -> Decimal:
    left = sum((invoice.left for invoice in invoices), ZERO)
    return left - sum((one.left for one in credits_beside(invoices, dossier)), ZERO)


def _with_documents(facts: Answered, documents: Collection[str]) -> Answered | NoLetter:
    """The invoices asked for are attached, all of them or none: half a duplicate invites delay."""
    names = tuple(i.document for i in facts.invoices if i.document and i.document in documents)
    if not names or len(names) < len(facts.invoices):
        return NoLetter(
            reason="no_document",
            because="le document demandé n'est pas disponible : envoyez le duplicata à la main",
        )
    return replace(facts, attachments=names)


def _with_promise(
    facts: Answered, dossier: Dossier, timeline: Timeline, today: date
) -> Answered | NoLetter:
    promise = dossier.promise
    if promise is None:
        return NoLetter(reason="nothing_to_confirm", because="aucun engagement n'est en cours")
    parts = tuple(sorted(promise.instalments, key=lambda part: part.due_on))
    total = _net(facts.invoices, dossier)
    stated = in_all(part.amount for part in parts)
    whole = all(part.amount is not None for part in parts)
    facts = replace(
        facts,
        instalments=parts,
        promised_amount=promise.amount or (stated if whole and stated else total),
        check_on=promise.until,
    )
    # The second broken promise leads to the formal notice only if its confirmation said so, and
    # only where the timeline has one that has not left yet.
    broke_one = any(taken.fate == "broken" for taken in dossier.promises)
    notice = timeline.level(FORMAL_NOTICE)
    last = dossier.last_level
    if not broke_one or notice is None or (last is not None and last.level == FORMAL_NOTICE):
        return facts
    registered = form_of(notice, dossier, timeline, today) in REGISTERED
    return replace(facts, announces_notice=True, notice_registered=registered)


def _check_on(answer: Answer, dossier: Dossier, today: date) -> date:
    """The day on which the answer's effect is looked at: the hold's own end when one runs."""
    until = dossier.hold_until
    if answer is Answer.DATE_REQUEST and until is not None and until > today:
        return until
    return add_business_days(today, CHECK_AFTER.get(answer, CHECK_AFTER_OTHERS))
