"""What a course may demand, and where it ends when its last deadline is over."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier, LetterState
from relance_mailer.dossier.values import Invoice, StepKey
from relance_mailer.law.limitation import limited_in
from relance_mailer.outward.breach import broken_since_last, leads_to_notice
from relance_mailer.outward.holding import ZERO
from relance_mailer.outward.listing import (
    FORMAL_NOTICE,
    PRE_DUE,
    asked_before,
    less_credits,
    pursued,
)
from relance_mailer.outward.steps import bounced_twice, level_in_french, tries_of


def demandable_in(dossier: Dossier, today: date) -> tuple[Invoice, ...]:
    """What nobody contests of open invoices that are not limited, oldest due first, due or not."""
    limited = limited_in(dossier, today)
    return tuple(invoice for invoice in dossier.demandable if invoice.number not in limited)


def overdue_in(dossier: Dossier, today: date) -> Decimal:
    """What is left of the overdue invoices that nobody contests, open credits taken off."""
    return max(less_credits(pursued(dossier, today), dossier), ZERO)


def end_of_course(
    dossier: Dossier, today: date, min_amount: Decimal, *, to_review: bool
) -> e.ReviewAsked | e.HandedToLegal:
    """Where a dossier goes when its last deadline is over: a queue for people, whichever it is."""
    overdue = overdue_in(dossier, today)
    if overdue < min_amount:
        because = f"{overdue} restent dus au terme : abandon ou regroupement à décider"
        return e.ReviewAsked(because=because, reason="write_off_or_group")
    if not {invoice.number for invoice in pursued(dossier, today)} & asked_before(dossier):
        because = "rien de ce qui a été relancé ne reste à recouvrer"
        return e.ReviewAsked(because=because, reason="nothing_left_to_pursue")
    last = dossier.last_level
    assert last is not None, dossier.key
    name = level_in_french(last.level or "")
    because = f"{name} du {last.sent_on:%d/%m/%Y} sans règlement au terme du délai"
    if to_review:
        return e.ReviewAsked(because=because, reason="timeline_over")
    return e.HandedToLegal(because=because, reason="silent")


def not_delivered(dossier: Dossier, step: StepKey) -> e.ReviewAsked | None:
    """A level that the reader's server refused, or that came back twice, waits for a human."""
    if dossier.resume is not None:
        return None
    if tries_of(dossier, step, LetterState.REFUSED):
        because = f"{level_in_french(step.name)} : refusée par le serveur du destinataire"
        return e.ReviewAsked(because=because, reason="letter_refused")
    if bounced_twice(dossier, step):
        because = f"{level_in_french(step.name)} : revenue deux fois sans être remise"
        return e.ReviewAsked(because=because, reason="bounced_twice")
    return None


def levels_that_may_follow(dossier: Dossier, names: Sequence[str]) -> frozenset[str]:
    """Which of a timeline's levels, in their order, may leave next: none skipped, none repeated."""
    last = dossier.last_level
    dunning = [name for name in names if name != PRE_DUE]
    if last is None:
        return frozenset({PRE_DUE, *dunning[:1]})
    if last.level not in names:
        return frozenset()
    place = names.index(last.level) + 1
    broken = broken_since_last(dossier)
    notice = {FORMAL_NOTICE} if broken and leads_to_notice(broken, dossier) else set()
    return frozenset({*names[place : place + 1], *notice})


def level_after(dossier: Dossier, names: Sequence[str]) -> str:
    """The level by which a dossier goes on where it stood; empty: only a human can say.

    `names` are the timeline's levels in order, `pre_due` left out. A last level that is none of
    them (the timeline changed, another program sent it) says nothing of what comes next: to begin
    again would repeat a demand.
    """
    last = dossier.last_level
    if last is None or last.level == PRE_DUE:
        return next(iter(names), "")
    if last.level not in names:
        return ""
    return next(iter(names[names.index(last.level) + 1 :]), "")
