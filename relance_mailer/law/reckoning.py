"""What is owed on a day for one invoice: principal, late-payment interest, flat fee.

The rules:
- interest = Σ (VAT-inclusive base × rate × days) / 365, from the day after the due date up to the
  day of payment or of reckoning, both inclusive; 365 in leap years too; rounded once per invoice,
  half up. Products are summed exactly and divided last: a split of the period changes nothing.
- between professionals each day bears its own semester's rate (C. com. L441-10 II), unless a rate
  was agreed; 40 € per invoice paid late, once (D441-5);
- a public buyer bears the rate of the semester in which the interest began to run, frozen (CCP
  R2192-32), and the 40 € (D2192-35); his due date is the end of his legal time (`terms`);
- a consumer bears the legal rate, and only from a formal notice (C. civ. 1231-6, 1344-1); no fee;
- an association bears nothing of this unless its activity is economic.

What the ledger doesn't know is decided for the debtor: a payment without a day, and every credit
note (it lowers the price itself), lower the base from the first day. When insolvency proceedings
open, `on` is at the latest the day before the judgment (C. com. L622-28).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import assert_never

from relance_mailer.dossier.values import Invoice, InvoiceNumber, to_the_cent
from relance_mailer.law.rates import (
    RATES,
    RateTable,
    Semester,
    rates_in_french,
    rates_on,
    semester_of,
    shipped_rates,
)
from relance_mailer.words import Segment
from relance_mailer.workdays import ONE_DAY

FLAT_FEE = Decimal("40.00")  # C. com. D441-5, CCP D2192-35
DAYS_A_YEAR = 365
ZERO = Decimal("0.00")


class Regime(StrEnum):
    """Whose rules the interest follows."""

    B2B_DEFAULT = "b2b_default"  # taux supplétif
    B2B_AGREED = "b2b_agreed"  # taux convenu
    PUBLIC = "public"  # intérêts moratoires, taux gelé
    LEGAL = "legal"  # intérêt légal depuis la mise en demeure
    NONE = "none"  # ni intérêt ni indemnité


GROUNDS = {
    Regime.B2B_DEFAULT: "taux de refinancement de la BCE majoré de 10 points, C. com. L441-10 II",
    Regime.B2B_AGREED: "taux convenu, C. com. L441-10 II",
    Regime.PUBLIC: "taux de refinancement de la BCE majoré de 8 points, CCP R2192-31",
    Regime.LEGAL: "intérêt légal depuis la mise en demeure, C. civ. 1231-6 et 1344-1",
    Regime.NONE: "",
}


class Imputation(StrEnum):
    """To what a payment goes first; the two are never mixed in one reckoning."""

    LEDGER = "ledger"  # au principal, comme le lettrage
    LEGAL = "legal"  # aux intérêts d'abord, C. civ. 1343-1


class Flag(StrEnum):
    """What a human should look at."""

    RATE_BELOW_FLOOR = "rate_below_floor"  # taux convenu sous le plancher : licéité à vérifier
    PAYMENT_UNDATED = "payment_undated"  # règlement sans date : compté comme fait à l'échéance


@dataclass(frozen=True, kw_only=True, slots=True)
class Payment:
    """Money that came in on a day; a negative amount is a refund."""

    paid_on: date
    amount: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """What decides the rules for an invoice besides who owes it.

    `agreed_rate` is in percent a year and gives way to the invoice's own; `formal_notice_on` is
    the proven day of the notice; `economic` is about an association's activity.
    """

    segment: Segment
    economic: bool = False
    agreed_rate: Decimal | None = None
    formal_notice_on: date | None = None
    imputation: Imputation = Imputation.LEDGER
    rates: RateTable = field(default_factory=shipped_rates)


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A run of days, both ends inclusive, on which base and rate did not change."""

    starts_on: date
    ends_on: date
    base: Decimal
    rate: Decimal
    semester: Semester  # the one whose rate is applied

    @property
    def days(self) -> int:
        """How many days bear interest."""
        return (self.ends_on - self.starts_on).days + 1

    @property
    def product(self) -> Decimal:
        """base × rate × days: exact, hence additive."""
        return self.base * self.rate * self.days

    @property
    def amount(self) -> Decimal:
        """The interest of this part to a hundredth of a cent, for display only."""
        return (self.product / (100 * DAYS_A_YEAR)).quantize(Decimal("0.0001"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Reckoning:
    """What is owed for one invoice on `on`."""

    number: InvoiceNumber
    on: date
    regime: Regime
    imputation: Imputation
    principal: Decimal  # still due
    interest: Decimal  # still due, rounded
    interest_paid: Decimal  # what payments already covered (legal imputation only)
    fee: Decimal
    parts: tuple[Part, ...]
    rate: str  # in French, each rate with its semesters; empty when no interest runs
    ground: str  # in French: where the rate comes from, with its article
    flags: frozenset[Flag]
    floor_interest: Decimal | None = None  # what the floor would give, with `rate_below_floor`

    @property
    def total(self) -> Decimal:
        """Principal, interest and fee together."""
        return self.principal + self.interest + self.fee


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """The sums of several reckonings of one dossier."""

    principal: Decimal
    interest: Decimal
    fee: Decimal

    @property
    def total(self) -> Decimal:
        """All that is owed."""
        return self.principal + self.interest + self.fee


def account(reckonings: Iterable[Reckoning]) -> Account:
    """What a dossier owes: each invoice rounded by itself, one fee an invoice (D441-5)."""
    kept = tuple(reckonings)
    return Account(
        principal=sum((r.principal for r in kept), ZERO),
        interest=sum((r.interest for r in kept), ZERO),
        fee=sum((r.fee for r in kept), ZERO),
    )


def reckon(
    invoice: Invoice,
    *,
    segment: Segment,
    economic: bool = False,
    agreed_rate: Decimal | None = None,
    on: date,
    formal_notice_on: date | None = None,
    payments: Iterable[Payment] = (),
    rates: RateTable = RATES,
) -> Reckoning:
    """What is owed for an invoice on a day, payments counted as the ledger matches them.

    `agreed_rate` gives way to the invoice's own. Raises `UnknownSemester`.
    """
    terms = Terms(
        segment=segment,
        economic=economic,
        agreed_rate=agreed_rate,
        formal_notice_on=formal_notice_on,
        rates=rates,
    )
    return reckon_by(terms, invoice, on=on, payments=payments)


def reckon_by(
    terms: Terms, invoice: Invoice, *, on: date, payments: Iterable[Payment] = ()
) -> Reckoning:
    """The same, with the terms as a value and the imputation chosen. Raises `UnknownSemester`."""
    payments = tuple(sorted(payments, key=lambda payment: payment.paid_on))
    undated = max(invoice.paid - sum((p.amount for p in payments), ZERO), ZERO)
    base = max(invoice.amount - invoice.credited - undated, ZERO)
    dated = tuple(payment for payment in payments if payment.paid_on <= on)
    clock = replace(_clock(terms, invoice), rates=terms.rates)
    walked = _walk(clock, base, dated, on, legally=terms.imputation is Imputation.LEGAL)
    flags, floor_interest = _floor(clock.regime, walked.parts, terms.rates)
    on_time = sum((p.amount for p in dated if p.paid_on <= invoice.due_on), ZERO)
    late = clock.regime in FEE_REGIMES and invoice.due_on < on and base > on_time
    return Reckoning(
        number=invoice.number,
        on=on,
        regime=clock.regime,
        imputation=terms.imputation,
        principal=walked.principal,
        interest=walked.interest,
        interest_paid=walked.interest_paid,
        fee=FLAT_FEE if late else ZERO,
        parts=walked.parts,
        rate=rates_in_french((part.rate, part.semester) for part in walked.parts),
        ground=GROUNDS[clock.regime] if walked.parts else "",
        flags=flags | ({Flag.PAYMENT_UNDATED} if undated > 0 else frozenset()),
        floor_interest=floor_interest,
    )


FEE_REGIMES = frozenset({Regime.B2B_DEFAULT, Regime.B2B_AGREED, Regime.PUBLIC})
"""Where the 40 € are owed: never by a consumer, nor by an association without trade."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Clock:
    """Under which rules interest runs, from which day (None: it doesn't), at which agreed rate."""

    regime: Regime
    since: date | None = None
    agreed_rate: Decimal = ZERO
    rates: RateTable = field(default_factory=shipped_rates)

    def rate_on(self, day: date) -> Decimal:
        """The rate that a day bears."""
        match self.regime:
            case Regime.B2B_DEFAULT:
                return rates_on(day, self.rates).b2b
            case Regime.B2B_AGREED:
                return self.agreed_rate
            case Regime.PUBLIC:
                return rates_on(self.since or day, self.rates).public
            case Regime.LEGAL:
                return rates_on(day, self.rates).legal_professional
            case Regime.NONE:
                return ZERO
            case _:
                assert_never(self.regime)


def _clock(terms: Terms, invoice: Invoice) -> _Clock:
    after_due = invoice.due_on + ONE_DAY
    match terms.segment:
        case Segment.CONSUMER:
            noticed = terms.formal_notice_on
            if noticed is None:
                return _Clock(regime=Regime.NONE)
            return _Clock(regime=Regime.LEGAL, since=max(after_due, noticed + ONE_DAY))
        case Segment.PUBLIC:
            return _Clock(regime=Regime.PUBLIC, since=after_due)
        case Segment.ASSOCIATION if not terms.economic:
            return _Clock(regime=Regime.NONE)
        case Segment.ASSOCIATION | Segment.LARGE | Segment.SME | Segment.SOLE_TRADER:
            agreed = terms.agreed_rate if invoice.agreed_rate is None else invoice.agreed_rate
            if agreed is None:
                return _Clock(regime=Regime.B2B_DEFAULT, since=after_due)
            return _Clock(regime=Regime.B2B_AGREED, since=after_due, agreed_rate=agreed)
        case _:
            assert_never(terms.segment)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Walked:
    principal: Decimal
    interest: Decimal
    interest_paid: Decimal
    parts: tuple[Part, ...]


def _walk(
    clock: _Clock, base: Decimal, payments: tuple[Payment, ...], on: date, *, legally: bool
) -> _Walked:
    """From payment to payment; interest rounds at each one under legal imputation (§4.2)."""
    parts: list[Part] = []
    principal, due, paid = base, ZERO, ZERO
    starts_on = clock.since
    for payment in payments:
        run = tuple(_parts(clock, principal, starts_on, payment.paid_on))
        parts += run
        to_principal = payment.amount
        if legally:
            due += to_the_cent(exact(run))
            to_interest = max(min(due, payment.amount), ZERO)
            due, paid = due - to_interest, paid + to_interest
            to_principal -= to_interest
        principal = max(principal - to_principal, ZERO)
        starts_on = starts_on and max(starts_on, payment.paid_on + ONE_DAY)
    last = tuple(_parts(clock, principal, starts_on, on))
    parts += last
    return _Walked(
        principal=principal,
        interest=due + to_the_cent(exact(last if legally else parts)),
        interest_paid=paid,
        parts=tuple(parts),
    )


def exact(parts: Iterable[Part]) -> Decimal:
    """The interest of these parts before rounding: additive over any split of their days."""
    return sum((part.product for part in parts), ZERO) / (100 * DAYS_A_YEAR)


def _parts(clock: _Clock, base: Decimal, starts_on: date | None, ends_on: date) -> Iterator[Part]:
    """The run cut at the ends of semesters; a frozen rate needs no cut."""
    while starts_on is not None and starts_on <= ends_on and base > 0:
        frozen = clock.regime is Regime.PUBLIC
        semester = semester_of(clock.since or starts_on) if frozen else semester_of(starts_on)
        stop = ends_on if frozen else min(ends_on, semester.ends_on)
        yield Part(
            starts_on=starts_on,
            ends_on=stop,
            base=base,
            rate=clock.rate_on(starts_on),
            semester=semester,
        )
        starts_on = stop + ONE_DAY


def _floor(
    regime: Regime, parts: tuple[Part, ...], rates: RateTable
) -> tuple[frozenset[Flag], Decimal | None]:
    """Whether an agreed rate lies under 3 × the legal rate in some semester, and what that gives.

    The agreed rate is reckoned all the same: whether it may be replaced is a human's question.
    """
    if regime is not Regime.B2B_AGREED:
        return frozenset(), None
    at_floor = tuple(replace(part, rate=rates_on(part.starts_on, rates).floor) for part in parts)
    if not any(part.rate < floor.rate for part, floor in zip(parts, at_floor, strict=True)):
        return frozenset(), None
    return frozenset({Flag.RATE_BELOW_FLOOR}), to_the_cent(exact(at_floor))
