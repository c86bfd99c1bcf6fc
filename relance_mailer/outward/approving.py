"""Which letters a human reads before they leave, and what he said yes to (`send = "approve"`).

A yes is given to a letter as it stood: invoices and amount. One that would say something else is
asked for again; so is one after which the debtor wrote.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from relance_mailer.dossier.state import COUNTS_AS_SENT, Dossier
from relance_mailer.dossier.values import InvoiceNumber
from relance_mailer.outward.levels import Timeline
from relance_mailer.outward.listing import PRE_DUE, announced, demanded, less_credits
from relance_mailer.outward.steps import level_in_french
from relance_mailer.outward.timeline import LetterStep
from relance_mailer.words import LEVELS_IN_FRENCH


@dataclass(frozen=True, kw_only=True, slots=True)
class Approval:
    """Which letters wait for a yes; with nothing set all do, answers included.

    Several set: a letter that meets one of them waits. Answers are no levels: they wait by amount
    and for new debtors.
    """

    from_level: str | None = None
    above: Decimal | None = None  # what the letter asks for, in the dossier's currency
    first_letters: int | None = None  # of each dossier

    @property
    def asks_for_all(self) -> bool:
        """Whether every letter waits."""
        return self.from_level is None and self.above is None and self.first_letters is None

    def why(self, step: LetterStep, dossier: Dossier, timeline: Timeline, today: date) -> str:
        """Why this letter waits for a yes, in French; empty: it needs none."""
        if self.asks_for_all:
            return "toute lettre est approuvée avant de partir"
        if self.from_level and step.level and _reaches(step.level.name, self.from_level, timeline):
            return f"approbation dès « {level_in_french(self.from_level)} »"
        amount = said_now(step, dossier, today).amount
        if self.above is not None and amount > self.above:
            return f"montant au-dessus de {self.above}"
        if self.first_letters is not None and _left(dossier) < self.first_letters:
            return f"une des {self.first_letters} premières lettres à ce débiteur"
        return ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What a letter asks for: the invoices and what they come to, credits taken off."""

    invoices: tuple[InvoiceNumber, ...]
    amount: Decimal


def said_now(step: LetterStep, dossier: Dossier, today: date) -> Said:
    """What the letter of that step would ask for on that day."""
    if step.level is None:
        numbers = tuple(invoice.number for invoice in dossier.open_invoices)
        return Said(invoices=numbers, amount=dossier.owed)
    if step.level.template == PRE_DUE:
        invoices = announced(dossier, today, step.level.offset_days)
    else:
        invoices = demanded(dossier, step.level.template, today)
    return Said(
        invoices=tuple(invoice.number for invoice in invoices),
        amount=less_credits(invoices, dossier),
    )


def _reaches(name: str, threshold: str, timeline: Timeline) -> bool:
    """Whether a level stands at the threshold or after it; one of unknown place does."""
    for names in ([level.name for level in timeline.levels], list(LEVELS_IN_FRENCH)):
        if threshold in names and name in names:
            return names.index(name) >= names.index(threshold)
    return True


def _left(dossier: Dossier) -> int:
    return sum(
        letter.state in COUNTS_AS_SENT and not letter.colleague for letter in dossier.letters
    )
