"""The order of R12, and why something stands where it stands in it.

First what a deadline ends within ten business days, soonest first; then the largest amounts, equal
ones by age, then by risk. What owes nothing any more stands last: it only has to be closed.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum

from relance_mailer.desk import french
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.words import Intent
from relance_mailer.workdays import add_business_days


@dataclass(frozen=True, kw_only=True, slots=True)
class Weights:
    """The figures of R12: `big_amount` in the dossier's currency, the horizon in business days."""

    big_amount: Decimal = Decimal("10000.00")
    horizon_business_days: int = 10


class Tier(IntEnum):
    """The first criterion of the order."""

    DEADLINE = 0
    BIG = 1
    REST = 2
    NOTHING_OWED = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Rank:
    """Why something stands where it stands; `reasons` are French, the heaviest first."""

    tier: Tier
    amount: Decimal
    days_late: int
    risk: int
    ends_on: date | None = None  # with `Tier.DEADLINE`
    reasons: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, int, Decimal, int, int]:
        """What a queue is sorted by: the smaller, the sooner."""
        ends = self.ends_on.toordinal() if self.ends_on else 0
        return (self.tier, ends, -self.amount, -self.days_late, -self.risk)


def rank(
    dossier: Dossier,
    today: date,
    weights: Weights,
    *,
    ends_on: date | None = None,
    what: str = "",
) -> Rank:
    """Where a dossier stands by R12; `ends_on` is the deadline that counts, `what` names it."""
    risks = _risks(dossier)
    days_late = _days_late(dossier, today)
    near = ends_on is not None and ends_on <= horizon(today, weights)
    big = dossier.owed >= weights.big_amount
    tier = Tier.DEADLINE if near else Tier.BIG if big else Tier.REST
    reasons = []
    if near and ends_on:
        reasons.append(f"{what or 'échéance'} le {french.day(ends_on)}")
    if dossier.owed <= 0:
        tier = tier if near else Tier.NOTHING_OWED
        reasons.append("plus rien n'est dû : à clore")
    if big:
        at_least = french.amount(weights.big_amount, dossier.currency)
        reasons.append(f"montant important (au moins {at_least})")
    if days_late > 0:
        reasons.append(f"{days_late} jour(s) de retard")
    return Rank(
        tier=tier,
        amount=dossier.owed,
        days_late=days_late,
        risk=len(risks),
        ends_on=ends_on if tier is Tier.DEADLINE else None,
        reasons=(*reasons, *risks),
    )


def horizon(today: date, weights: Weights) -> date:
    """The last day on which a deadline is near."""
    return add_business_days(today, weights.horizon_business_days)


def _days_late(dossier: Dossier, today: date) -> int:
    oldest = min((invoice.due_on for invoice in dossier.open_invoices), default=today)
    return max((today - oldest).days, 0)


def _risks(dossier: Dossier) -> tuple[str, ...]:
    """What makes a loss more likely, in French."""
    broken = any(taken.fate == "broken" for taken in dossier.promises)
    found = (
        (dossier.barred_by is Intent.INSOLVENCY, "procédure collective"),
        (dossier.paid_after_insolvency, "paiement reçu après l'ouverture d'une procédure"),
        (dossier.distress is not None, "signes de difficultés de trésorerie"),
        (broken, "promesse non tenue"),
        (dossier.times_legal > (dossier.phase is Phase.LEGAL), "déjà passé au contentieux"),
    )
    return tuple(told for holds, told in found if holds)
