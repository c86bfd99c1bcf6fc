"""What ends a hold: the day has come, a promise is kept or broken, a plan is lost.

Several holds: the latest end counts, but an automaton's absence never moves the check of a promise.
Promises and plans are judged instalment by instalment, on what was paid since they were made; the
bank has its grace.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Answer, Digest, Invoice, MessageId
from relance_mailer.outward.days import Days

ABSENCE = "absence"
PAID = "paid"
INVOICE_REQUEST = "invoice_request"
PROOF_REQUEST = "proof_request"
ZERO = Decimal("0.00")


@dataclass(frozen=True, kw_only=True, slots=True)
class Patience:
    """The figures that end holds, in business days."""

    days: Days
    promise_grace_days: int = 2
    proof_business_days: int = 5
    invoice_request_days: int = 3

    def graced(self, day: date) -> date:
        """The day on which what was due on that day is judged: the bank has its grace."""
        return self.days.plus(day, self.promise_grace_days)


def settling(dossier: Dossier, today: date) -> tuple[e.DossierEvent, ...]:
    """The events of a running or held dossier that owes nothing any more, else none."""
    if dossier.phase not in (Phase.RUNNING, Phase.HELD) or dossier.owed > ZERO:
        return ()
    settled = e.Settled(because="plus rien n'est dû", settled_on=today)
    if dossier.promise is None:
        return (*_plan_kept(dossier, today), settled)
    promised_on = _instalments(dossier.promise)[-1].due_on
    kept = e.PromiseKept(because="tout ce qui était promis est payé", promised_on=promised_on)
    return (kept, _thanks(dossier, dossier.promise, today), settled)


def ending(dossier: Dossier, patience: Patience, today: date) -> tuple[e.DossierEvent, ...]:
    """What the calendar says today of holds, promise and plan; nothing while they last."""
    if over := _disputes_over(dossier, today):
        return over
    lost = _plan_judged(dossier, patience, today)
    if lost or dossier.phase is not Phase.HELD or plan_runs(dossier, patience, today):
        return lost
    if any(_end(held, dossier, patience) > today for held in _holds_of_people(dossier)):
        return ()
    asked = _proof_to_ask(dossier)
    if asked is not None:
        return _ask_for_proof(dossier, asked, patience, today)
    if dossier.promise is not None:
        judged = _promise_judged(dossier, dossier.promise, patience, today)
        if judged or _next_judgement(dossier.promise, patience, today) is not None:
            return judged
    if any(held.until > today for held in dossier.holds):
        return ()
    return (e.HoldEnded(because="le délai accordé est écoulé", ended_on=today),)


def ends_on(dossier: Dossier, patience: Patience, today: date) -> tuple[date, ...]:
    """Every later day on which `ending` may have something to say."""
    days = [_end(held, dossier, patience) for held in dossier.holds]
    days += [held.until for held in dossier.holds]
    if dossier.promise is not None:
        days += _judged_on(dossier.promise, patience)
    days += [patience.graced(one.due_on) for one in _plan(dossier)]
    days += [kept.resumes_on for kept in dossier.invoices if kept.resumes_on is not None]
    return tuple(day for day in days if day > today)


def plan_runs(dossier: Dossier, patience: Patience, today: date) -> bool:
    """Whether an agreed plan has an instalment still to be judged: no level leaves meanwhile."""
    return any(patience.graced(one.due_on) > today for one in _plan(dossier))


def _holds_of_people(dossier: Dossier) -> tuple[e.Held, ...]:
    """An automaton's absence never moves the check of a promise; without one it counts."""
    if dossier.promise is None:
        return dossier.holds
    return tuple(held for held in dossier.holds if held.reason != ABSENCE)


def _end(held: e.Held, dossier: Dossier, patience: Patience) -> date:
    """The duplicate's three days run from the day on which it left."""
    if held.reason != INVOICE_REQUEST or held.message is None:
        return held.until
    left = [
        patience.days.plus(letter.sent_on, patience.invoice_request_days)
        for letter in dossier.letters
        if letter.answers == held.message and letter.sent_on is not None
    ]
    return max([held.until, *left])


def _proof_to_ask(dossier: Dossier) -> e.Held | None:
    """A hold whose end owes a request for proof, if what it is about is still open (R: once)."""
    asked = {owed.message for owed in dossier.answers_owed if owed.answer is Answer.PROOF_REQUEST}
    asked |= {
        letter.answers
        for letter in dossier.letters
        if letter.answers and letter.template == Answer.PROOF_REQUEST
    }
    return next(
        (
            held
            for held in dossier.holds
            if held.then == PROOF_REQUEST
            and held.message is not None
            and held.message not in asked
            and _left(_scope(dossier, held.invoices, None)) > ZERO
        ),
        None,
    )


def _ask_for_proof(
    dossier: Dossier, held: e.Held, patience: Patience, today: date
) -> tuple[e.DossierEvent, ...]:
    assert held.message is not None
    because = "annoncé payé, toujours ouvert au grand livre"
    over = e.HoldEnded(because="le délai accordé est écoulé", ended_on=today)
    # A promise that runs goes on: only the day on which it is judged ends it.
    return (
        *(() if dossier.promise else (over,)),
        _answer_owed(dossier, Answer.PROOF_REQUEST, held.message, today, because),
        e.Held(
            because=f"{because} : preuve de paiement demandée",
            until=patience.days.plus(today, patience.proof_business_days),
            reason=PAID,
            message=held.message,
            invoices=held.invoices,
        ),
    )


def _thanks(dossier: Dossier, promise: e.PromiseMade, today: date) -> e.AnswerOwed:
    return _answer_owed(dossier, Answer.THANKS, promise.message, today, "promesse tenue (R21)")


def _answer_owed(
    dossier: Dossier, answer: Answer, message: Digest, today: date, because: str
) -> e.AnswerOwed:
    """Without a sender, when newer mail hides the message, it goes to the usual contact."""
    last = dossier.last_message
    known = last if last is not None and last.message == message else None
    return e.AnswerOwed(
        because=because,
        answer=answer,
        message=message,
        message_id=known.message_id if known else MessageId(""),
        sender=known.sender if known else "",
        subject=known.subject if known else "",
        received_on=known.sent_at.date() if known else today,
        not_before=today,
    )


def _instalments(promise: e.PromiseMade) -> tuple[e.Instalment, ...]:
    whole = e.Instalment(due_on=promise.until, amount=promise.amount)
    return tuple(sorted(promise.instalments, key=lambda one: one.due_on)) or (whole,)


def _judged_on(promise: e.PromiseMade, patience: Patience) -> list[date]:
    """The day on which each instalment is judged; a single one on the day the hold says."""
    instalments = _instalments(promise)
    if len(instalments) == 1:
        return [promise.until]
    return [patience.graced(one.due_on) for one in instalments]


def _next_judgement(promise: e.PromiseMade, patience: Patience, today: date) -> date | None:
    return next((day for day in _judged_on(promise, patience) if day > today), None)


def _promise_judged(
    dossier: Dossier, promise: e.PromiseMade, patience: Patience, today: date
) -> tuple[e.DossierEvent, ...]:
    """Broken at the first instalment that is missing; kept when the last one is there."""
    by = _owed_by(dossier, promise)
    scope = _scope(dossier, promise.invoices, by)
    paid = _paid_since(dossier, promise.invoices, promise.made_on)
    instalments = _instalments(promise)
    all_paid = _left(_of(dossier.open_invoices, promise.invoices, by)) == ZERO
    for number, day in enumerate(_judged_on(promise, patience), start=1):
        if day > today:
            return ()
        if all_paid or _enough(instalments[:number], paid, promise):
            continue
        if _left(scope) == ZERO:
            # Whoever answers the dispute has the word on it: nothing is thanked nor reproached.
            why = "promesse sur ce qui est contesté : ni tenue ni rompue"
            return (e.HoldEnded(because=why, ended_on=today),)
        return (_broken(promise, instalments[number - 1].due_on, max(paid, ZERO)),)
    return _kept(dossier, promise, instalments[-1].due_on, today)


def _owed_by(dossier: Dossier, promise: e.PromiseMade) -> date:
    """All that was due when it was made; when nothing was yet, all that is due by its last day."""
    was_due = any(
        kept.invoice.due_on <= promise.made_on
        for kept in dossier.invoices
        if kept.open or (kept.closed_on is not None and kept.closed_on >= promise.made_on)
    )
    return promise.made_on if was_due else _instalments(promise)[-1].due_on


def _enough(so_far: tuple[e.Instalment, ...], paid: Decimal, promise: e.PromiseMade) -> bool:
    """Whether what came in covers these instalments.

    One without an amount asks for something more than those before it; the last one asks for the
    promise's own amount, or for all the rest when nobody said how much.
    """
    known = sum((one.amount for one in so_far if one.amount is not None), ZERO)
    if so_far[-1].amount is not None:
        return paid >= known
    if len(so_far) < len(promise.instalments):
        return paid > known
    return promise.amount is not None and paid >= promise.amount and paid > known


def _broken(promise: e.PromiseMade, promised_on: date, received: Decimal) -> e.PromiseBroken:
    """Kept in part is broken: what came in is told, the rest is demanded at once (R21)."""
    how = f"{received} reçus seulement" if received else "non payé"
    return e.PromiseBroken(
        because=f"promis pour le {promised_on:%d/%m/%Y}, {how} au terme du délai de banque",
        received=received,
        promised_on=promised_on,
        made_by=promise.made_by,
        made_on=promise.made_on,
    )


def _kept(
    dossier: Dossier, promise: e.PromiseMade, promised_on: date, today: date
) -> tuple[e.DossierEvent, ...]:
    kept = e.PromiseKept(because="ce qui était promis est payé", promised_on=promised_on)
    thanks = _thanks(dossier, promise, today)
    if any(held.until > today for held in dossier.holds):
        return (kept, thanks)
    ended = e.HoldEnded(because="promesse tenue, un reste est dû", ended_on=today)
    return (kept, thanks, ended)


def _plan(dossier: Dossier) -> tuple[e.Instalment, ...]:
    if dossier.plan is None:
        return ()
    return tuple(sorted(dossier.plan.instalments, key=lambda one: one.due_on))


def _plan_judged(dossier: Dossier, patience: Patience, today: date) -> tuple[e.DossierEvent, ...]:
    """Lost on one missed instalment, the unpaid rest due at once; kept when all have come in."""
    if dossier.phase not in (Phase.RUNNING, Phase.HELD) or dossier.plan is None:
        return ()
    paid = _paid_since(dossier, (), dossier.plan_since or today)
    all_paid = _left(dossier.open_invoices) == ZERO
    contested = _left(dossier.demandable) == ZERO  # all that is left: its dispute is awaited
    due = ZERO
    for instalment in _plan(dossier):
        if patience.graced(instalment.due_on) > today:
            return ()
        due += instalment.amount or ZERO
        missed = instalment.amount is None or paid < due
        if missed and not all_paid:
            return () if contested else _plan_events(dossier, instalment.due_on, today)
    return _plan_kept(dossier, today)


def _plan_kept(dossier: Dossier, today: date) -> tuple[e.DossierEvent, ...]:
    """Thanks are owed to whoever asked for the plan, as for a promise that was kept (R21)."""
    parts = _plan(dossier)
    if not parts:
        return ()
    kept = e.PlanKept(because="tous les versements sont reçus", ended_on=parts[-1].due_on)
    asked = dossier.plan_proposed
    if asked is None:
        return (kept,)
    thanks = _answer_owed(dossier, Answer.THANKS, asked.message, today, "échéancier tenu (R21)")
    return (kept, thanks)


def _disputes_over(dossier: Dossier, today: date) -> tuple[e.DossierEvent, ...]:
    """What was decided is demanded again once the date given in the answer has passed."""
    if dossier.phase not in (Phase.RUNNING, Phase.HELD):
        return ()
    numbers = tuple(
        kept.invoice.number
        for kept in dossier.invoices
        if kept.open and kept.resumes_on is not None and kept.resumes_on <= today
    )
    if not numbers:
        return ()
    because = "le délai donné dans la réponse au litige est passé"
    return (e.DisputeEnded(because=because, invoices=numbers, ended_on=today),)


def _plan_events(dossier: Dossier, missed_on: date, today: date) -> tuple[e.DossierEvent, ...]:
    because = f"versement du {missed_on:%d/%m/%Y} manquant : le reste est exigible"
    lost = e.PlanLost(because=because, missed_on=missed_on)
    if dossier.phase is not Phase.HELD or dossier.promise is not None:
        return (lost,)
    return (lost, e.HoldEnded(because="échéancier non tenu", ended_on=today))


def _scope(dossier: Dossier, numbers: tuple[str, ...], made_on: date | None) -> tuple[Invoice, ...]:
    """The invoices that a hold is about: those named, else all that was due that day."""
    return _of(dossier.demandable, numbers, made_on)


def _of(
    invoices: tuple[Invoice, ...], numbers: tuple[str, ...], made_on: date | None
) -> tuple[Invoice, ...]:
    if numbers:
        return tuple(invoice for invoice in invoices if invoice.number in numbers)
    return tuple(invoice for invoice in invoices if made_on is None or invoice.due_on <= made_on)


def _left(invoices: tuple[Invoice, ...]) -> Decimal:
    return sum((invoice.left for invoice in invoices), ZERO)


def _paid_since(dossier: Dossier, numbers: tuple[str, ...], since: date) -> Decimal:
    """What came in from that day on; a promise that names invoices counts on those alone."""
    return sum(
        (
            payment.amount
            for payment in dossier.payments
            if payment.paid_on >= since and (not numbers or payment.number in numbers)
        ),
        ZERO,
    )
