"""What makes a dossier wait: holds and promises as the fold takes them."""

from dataclasses import replace
from datetime import date

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Move, Phase, after
from relance_mailer.dossier.state import Dossier, HoldTaken, PromiseTaken
from relance_mailer.dossier.values import InvoiceNumber

PLAN = "plan"
PROMISE = "promise"
"""Why a dossier waits for a promise that one for other invoices has replaced."""


def moved(dossier: Dossier, move: Move, day: date) -> Dossier:
    """The dossier after a move of the table; raises `IllegalMove` where the table has none."""
    phase = after(dossier.phase, move)
    if phase is dossier.phase:
        return dossier
    return replace(dossier, phase=phase, phase_since=day)


def held_by(dossier: Dossier, event: e.Held, day: date) -> Dossier:
    """The dossier with one more hold, where it can be held."""
    dossier = moved(dossier, Move.HELD, day)
    if dossier.phase is not Phase.HELD:
        return dossier
    last = dossier.last_level
    taken = HoldTaken(
        reason=event.reason,
        level=last.level if last else None,
        since=day,
        until=event.until,
        invoices=event.invoices,
    )
    # What the same message holds for the same reason goes on: a proof is asked for once.
    others = tuple(held for held in dossier.holds if not _goes_on(held, event))
    return replace(dossier, holds=(*others, event), holds_taken=(*dossier.holds_taken, taken))


def _goes_on(held: e.Held, event: e.Held) -> bool:
    same = (held.message, held.reason) == (event.message, event.reason)
    return same and held.message is not None and held.until <= event.until


def promised_by(dossier: Dossier, event: e.PromiseMade, day: date) -> Dossier:
    """A newer promise replaces the older one, for the invoices that both name.

    A promise for other invoices is judged no more by itself, but its days hold as they did.
    """
    taken = (*with_fate(dossier.promises, "replaced"), PromiseTaken(promise=event))
    before = dossier.promise
    holds = tuple(
        held
        for held in dossier.holds
        if held.reason != PROMISE or _apart(held.invoices, event.invoices)
    )
    if before is not None and _apart(before.invoices, event.invoices):
        holds = (*holds, _as_hold(before))
    dossier = moved(dossier, Move.HELD, day)
    if dossier.phase is not Phase.HELD:
        return dossier
    return replace(dossier, holds=holds, promise=event, promises=taken)


def _apart(some: tuple[InvoiceNumber, ...], others: tuple[InvoiceNumber, ...]) -> bool:
    return bool(some and others) and not set(some) & set(others)


def _as_hold(promise: e.PromiseMade) -> e.Held:
    days = [part.due_on for part in promise.instalments]
    grace = promise.until - min(days, default=promise.until)
    return e.Held(
        because=promise.because,
        until=max(days, default=promise.until) + grace,
        reason=PROMISE,
        message=promise.message,
        invoices=promise.invoices,
    )


def planless(dossier: Dossier) -> Dossier:
    """The dossier without its plan and without what held it for the plan."""
    holds = tuple(held for held in dossier.holds if held.reason != PLAN)
    return replace(dossier, plan=None, holds=holds)


def plan_lost(dossier: Dossier, event: e.PlanLost, day: date) -> Dossier:
    """A plan is a promise of its debtor: once lost, the next level comes at once and quotes it."""
    broken = e.PromiseBroken(
        because=event.because,
        promised_on=event.missed_on,
        made_by=dossier.debtor.name if dossier.debtor else "",
        made_on=dossier.plan_since or event.missed_on,
        of_plan=True,
    )
    return replace(planless(dossier), broken_promise=broken, broken_on=day)


def with_fate(promises: tuple[PromiseTaken, ...], fate: str) -> tuple[PromiseTaken, ...]:
    """The promises, those still open with the fate that they have met."""
    return tuple(replace(taken, fate=fate) if taken.fate == "open" else taken for taken in promises)
