"""Checks of the gate about our own people: who works on it, who reads it first, who knows him.

Time mends them all: a claim runs out, a yes is given, a manager is told. What a named human
ordered passes: he has the word (P1).
"""

from relance_mailer.dossier.phases import Phase
from relance_mailer.outward.approving import said_now
from relance_mailer.outward.asked import Asked, Objection
from relance_mailer.outward.holding import plan_runs
from relance_mailer.outward.managing import was_told
from relance_mailer.outward.timeline import patience_of
from relance_mailer.workdays import ONE_DAY


def no_colleague_works_on_it(asked: Asked) -> Objection | None:
    """While somebody works on a dossier the machine writes nothing of its own."""
    who = asked.dossier.claimed_on(asked.sight.today)
    if who is None or asked.step.ordered is not None:
        return None
    until = asked.dossier.claimed_until
    if until is None:
        return Objection(because=f"{who} s'en occupe")
    because = f"{who} s'en occupe jusqu'au {until:%d/%m/%Y}"
    return Objection(because=because, again_on=asked.days.moved(until + ONE_DAY))


def no_plan_is_running(asked: Asked) -> Objection | None:
    """An agreed plan suspends the levels until its last instalment is judged."""
    if not asked.is_level or asked.dossier.plan is None:
        return None
    patience = patience_of(asked.dossier, asked.timeline)
    if not plan_runs(asked.dossier, patience, asked.sight.today):
        return None
    return Objection(because="un échéancier accordé est en cours")


def a_human_approved_it(asked: Asked) -> Objection | None:
    """A yes to this very letter, its invoices and amount: in review, and where all are read."""
    rule, step, today = asked.sight.approval, asked.step, asked.sight.today
    if step.ordered is not None:
        return None
    why = rule.why(step, asked.dossier, asked.timeline, today) if rule else ""
    if not why and asked.dossier.phase is not Phase.REVIEW:
        return None
    yes = asked.dossier.approval(step.key)
    if yes is None:
        return Objection(because=f"attend une approbation ({why})") if why else None
    said = said_now(step, asked.dossier, today)
    if yes.amount is None or (yes.amount, set(yes.invoices)) == (said.amount, set(said.invoices)):
        return None
    return Objection(
        because=f"approuvée pour {yes.amount}, elle dirait {said.amount} : à approuver de nouveau"
    )


def account_manager_was_told(asked: Asked) -> Objection | None:
    """Who knows the customer was told the day before at the latest, and did not object (S4)."""
    telling, level, debtor = asked.sight.telling, asked.step.level, asked.dossier.debtor
    if telling is None or level is None or level.name != telling.level:
        return None
    if debtor is None or not debtor.account_manager_email or asked.step.ordered is not None:
        return None
    today = asked.sight.today
    if was_told(asked.dossier, telling, today):
        return None
    return Objection(
        because="le responsable du compte n'est pas encore prévenu, ou seulement aujourd'hui",
        again_on=asked.days.after(today),
    )
