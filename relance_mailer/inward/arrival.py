"""A message as it is decided upon: parsed, read, linked, with the two moments that count."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Digest, InvoiceNumber
from relance_mailer.inward.authentication import Authentication
from relance_mailer.inward.holds import counted_from
from relance_mailer.inward.link import Link
from relance_mailer.inward.outcome import is_trusted
from relance_mailer.reading.message import Incoming, Reading
from relance_mailer.reading.understand import with_sums
from relance_mailer.words import Intent

GRAVE: tuple[Intent, ...] = (
    Intent.HOSTILE,
    Intent.REFUSAL,
    Intent.INSOLVENCY,
    Intent.DISPUTE,
    Intent.OPT_OUT,
)
"""Even an old message that says one of these asks for a human (`act_on_messages_since`)."""

BARRING: frozenset[Intent] = frozenset(GRAVE) - {Intent.DISPUTE}
"""After one of these no template exists until a human reopens or resumes (P1)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """A message as `decide` takes it: parsed, read, linked; `moves_nothing` marks an old one."""

    message: Digest
    incoming: Incoming
    reading: Reading
    link: Link
    received_at: datetime  # the server's receipt time, aware
    today: date
    authentication: Authentication = Authentication.ABSENT
    moves_nothing: bool = False
    own: frozenset[str] = frozenset()  # recipients of a bounce that are our own addresses

    @property
    def sent_at(self) -> datetime:
        """The message's Date bounded by its receipt."""
        told = self.incoming.date
        return min(told, self.received_at) if told else self.received_at

    @property
    def day(self) -> date:
        """The day in Paris from which its holds count."""
        return counted_from(self.incoming.date, self.received_at)

    @property
    def invoices(self) -> tuple[InvoiceNumber, ...]:
        """The invoices that it is about, none meaning all."""
        return tuple(InvoiceNumber(number) for number in self.reading.invoices)

    @property
    def trusted(self) -> bool:
        """Whether the words count as the debtor's own."""
        return is_trusted(self.link, self.authentication)


def named_by_sums(arrival: Arrival, dossier: Dossier) -> Arrival:
    """The arrival with the invoices of its dossier that it names by a sum: "celle de 480 €"."""
    return replace(arrival, reading=with_sums(arrival.reading, owed_on(dossier)))


def owed_on(dossier: Dossier) -> dict[str, tuple[Decimal, ...]]:
    """What was invoiced and what is left, for each open invoice."""
    return {str(each.number): (each.amount, each.left) for each in dossier.open_invoices}
