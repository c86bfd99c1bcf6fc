"""What really was in the simulated world, written down beside what the house knows of it.

A letter is judged against this and never against the house's own journal.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from hashlib import sha256

from relance_mailer.workdays import PARIS

BARRING = frozenset({"hostile", "refusal", "insolvency", "opt_out"})
"""After these nothing at all leaves before a human resumes (P1)."""
FOR_A_HUMAN = frozenset({"dispute", "plan", "question", "stranger", "forged"})
"""These hold every level before a human has decided."""
LIFTING = frozenset(
    {"Resume", "Reopen", "Close", "DecideDispute", "OpenDispute", "OrderLetter", "Approve", "Link"}
    | {"AgreePlan"}
)
"""After these decisions of an operator letters may leave again."""
MACHINES = frozenset({"absence", "challenge", "receipt", "bounce", "full", "robot", "newsletter"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A message that stands in our mailbox from a moment on."""

    at: datetime  # true time of its delivery
    what: str
    raw: bytes
    message_id: str
    debtor: str = ""
    dossier: str = ""  # empty: about the debtor, or about nobody
    until: datetime | None = None  # the end of the promised day
    address: str = ""  # that failed, or whose owner sends us to somebody else
    failed: str = ""  # the Message-ID of the letter that came back

    @property
    def digest(self) -> str:
        """Under which the house keeps it."""
        return sha256(self.raw).hexdigest()

    @property
    def by_machine(self) -> bool:
        """Whether no person wrote it."""
        return self.what in MACHINES


@dataclass(frozen=True, kw_only=True, slots=True)
class Acted:
    """What an operator of ours did to a dossier; `what` is the class of his decision.

    `address` is the one that he kept or took in.
    """

    at: datetime
    what: str
    dossier: str
    address: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Contacted:
    """A colleague wrote to a debtor by hand; it stands in the Sent folder from then on."""

    at: datetime
    debtor: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreed:
    """A plan that an operator granted: the parts by their days."""

    at: datetime
    dossier: str
    parts: tuple[tuple[date, Decimal], ...]


@dataclass(kw_only=True, slots=True)
class Stopped:
    """All sending was stopped by hand; `until` is when somebody said to go on."""

    since: datetime
    until: datetime | None = None


@dataclass(slots=True)
class Bill:
    """An invoice as our books have it; `paid_at` are payments by the moment they were booked."""

    number: str
    dossier: str
    debtor: str
    due_at: datetime
    amount: Decimal
    paid: list[tuple[datetime, Decimal]] = field(default_factory=list)

    def left(self, at: datetime) -> Decimal:
        """What was still open then."""
        return self.amount - self.paid_by(at)

    def paid_by(self, at: datetime) -> Decimal:
        """What had come in then."""
        return sum((sum_ for when, sum_ in self.paid if when <= at), Decimal(0))


@dataclass(slots=True)
class Truth:
    """Everything that was drawn and done."""

    said: list[Said] = field(default_factory=list)
    acted: list[Acted] = field(default_factory=list)
    contacted: list[Contacted] = field(default_factory=list)
    plans: list[Agreed] = field(default_factory=list)
    stops: list[Stopped] = field(default_factory=list)
    bills: dict[str, Bill] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)  # Message-IDs of what a colleague deleted

    def heard(self, dossier: str, debtor: str) -> Iterator[Said]:
        """What was said of that dossier, or of its debtor."""
        for one in self.said:
            if one.dossier == dossier or (one.debtor == debtor and not one.dossier):
                yield one

    def acted_since(self, dossier: str, at: datetime, before: datetime | None = None) -> bool:
        """Whether an operator decided from that moment on that letters may leave again."""
        return any(
            one.dossier == dossier and one.at >= at and one.what in LIFTING
            for one in self.acted
            if before is None or one.at < before
        )

    def runs(self, plan: Agreed, at: datetime) -> bool:
        """Whether a plan has parts to come that day and every part until then came in its time.

        Where all of it came in before, it is over: what falls due later is none of its parts.
        """
        due, whole = _ZERO, sum((amount for _, amount in plan.parts), _ZERO)
        if self._paid(plan, at) >= whole:
            return False
        for day, amount in plan.parts:
            if day >= at.astimezone(PARIS).date():
                return True
            due += amount
            if self._paid(plan, datetime.combine(day, time.max, PARIS)) < due:
                return False
        return False

    def _paid(self, plan: Agreed, until: datetime) -> Decimal:
        agreed_on = datetime.combine(plan.at.astimezone(PARIS).date(), time.min, PARIS)
        own = [bill for bill in self.bills.values() if bill.dossier == plan.dossier]
        return sum((bill.paid_by(until) - bill.paid_by(agreed_on) for bill in own), _ZERO)


_ZERO = Decimal(0)
