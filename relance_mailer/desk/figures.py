"""What the dunning amounts to: what is owed and how old it is, what was promised, what came in.

Every figure is over the dossiers that are given, in one currency. Periods end today and are counted
in calendar days.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import COUNTS_AS_SENT, Dossier, LetterKept
from relance_mailer.dossier.values import Digest, InvoiceKind, InvoiceNumber

ZERO = Decimal("0.00")
AGES: tuple[tuple[str, int, int | None], ...] = (
    ("à échoir", -100_000, 0),
    ("1 à 30 jours", 1, 30),
    ("31 à 60 jours", 31, 60),
    ("61 à 90 jours", 61, 90),
    ("plus de 90 jours", 91, None),
)
"""The aged balance's columns: name, first and last day after the due date."""
SALES_DAYS = 90
YEAR_DAYS = 365
MONTH_DAYS = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class Level:
    """What a level brought within a year: letters, how many were paid before the next act."""

    name: str
    sent: int
    paid: int  # every invoice of the letter closed by the day announced for the next act
    judged: int  # letters whose day has come: the others are too young to count
    recovered: Decimal  # came in for its invoices from its day to that one

    @property
    def share(self) -> Decimal | None:
        """Paid letters among the judged ones, in percent."""
        return _percent(self.paid, self.judged)


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """The dashboard of a creditor on a day."""

    on: date
    dossiers: int  # with something owed
    outstanding: Decimal
    overdue: Decimal
    aged: tuple[tuple[str, Decimal], ...]
    dso: int | None  # days; None without sales in the period
    promises_kept: int
    promises_broken: int
    promises_open: int
    recovered_month: Decimal  # came in for invoices after a first reminder, in 30 days
    recovered_year: Decimal
    levels: tuple[Level, ...]
    our_hours: float | None  # median from a debtor's message to our answer
    their_hours: float | None  # median from a letter to the debtor's first word

    @property
    def kept_share(self) -> Decimal | None:
        """Promises kept among those whose day has come, in percent."""
        return _percent(self.promises_kept, self.promises_kept + self.promises_broken)


@dataclass(slots=True)
class Tally:
    """The figures while dossier after dossier is counted."""

    on: date
    level_names: Sequence[str] = ()
    dossiers: int = 0
    outstanding: Decimal = ZERO
    overdue: Decimal = ZERO
    sales: Decimal = ZERO
    kept: int = 0
    broken: int = 0
    open: int = 0
    month: Decimal = ZERO
    year: Decimal = ZERO
    aged: dict[str, Decimal] = field(default_factory=dict)
    levels: dict[str, list[Decimal]] = field(default_factory=dict)
    ours: list[float] = field(default_factory=list)
    theirs: list[float] = field(default_factory=list)

    def take(self, dossier: Dossier, entries: Iterable[e.Entry] = ()) -> None:
        """Count one dossier; `entries` are its journal, for the times of reaction."""
        self.dossiers += dossier.owed > 0
        self.outstanding += dossier.owed
        for invoice in dossier.open_invoices:
            name = age_of(invoice.due_on, self.on)
            self.aged[name] = self.aged.get(name, ZERO) + invoice.left
            self.overdue += invoice.left if invoice.due_on < self.on else ZERO
        since = self.on - timedelta(days=SALES_DAYS)
        for kept in dossier.invoices:
            if (
                kept.invoice.kind is InvoiceKind.INVOICE
                and since < kept.invoice.issued_on <= self.on
            ):
                self.sales += kept.invoice.amount - kept.invoice.credited
        self._promises(dossier)
        self._letters(dossier)
        ours, theirs = reactions(entries)
        self.ours += ours
        self.theirs += theirs

    def figures(self) -> Figures:
        """What was counted."""
        dso = None
        if self.sales > 0:
            days = self.outstanding / self.sales * SALES_DAYS
            dso = int(days.quantize(Decimal(1), rounding=ROUND_HALF_UP))
        names = [name for name in self.level_names if name in self.levels]
        names += sorted(set(self.levels) - set(names))
        return Figures(
            on=self.on,
            dossiers=self.dossiers,
            outstanding=self.outstanding,
            overdue=self.overdue,
            aged=tuple((name, self.aged.get(name, ZERO)) for name, _, _ in AGES),
            dso=dso,
            promises_kept=self.kept,
            promises_broken=self.broken,
            promises_open=self.open,
            recovered_month=self.month,
            recovered_year=self.year,
            levels=tuple(_level(name, self.levels[name]) for name in names),
            our_hours=median(self.ours) if self.ours else None,
            their_hours=median(self.theirs) if self.theirs else None,
        )

    def _promises(self, dossier: Dossier) -> None:
        since = self.on - timedelta(days=YEAR_DAYS)
        for taken in dossier.promises:
            if taken.promise.made_on <= since:
                continue
            self.kept += taken.fate == "kept"
            self.broken += taken.fate == "broken"
            self.open += taken.fate == "open"

    def _letters(self, dossier: Dossier) -> None:
        since = self.on - timedelta(days=YEAR_DAYS)
        sent = [
            letter
            for letter in dossier.letters
            if letter.level and letter.state in COUNTS_AS_SENT and letter.sent_on
        ]
        first = _first_reminded(sent)
        for payment in dossier.payments:
            reminded_on = first.get(payment.number)
            if reminded_on is None or payment.paid_on < reminded_on or payment.paid_on <= since:
                continue
            self.year += payment.amount
            if payment.paid_on > self.on - timedelta(days=MONTH_DAYS):
                self.month += payment.amount
        for letter in sent:
            if letter.sent_on and letter.sent_on > since:
                self._level(letter, dossier)

    def _level(self, letter: LetterKept, dossier: Dossier) -> None:
        assert letter.level is not None
        assert letter.sent_on is not None
        row = self.levels.setdefault(letter.level, [ZERO, ZERO, ZERO, ZERO])
        until = letter.next_on or letter.deadline_on
        row[0] += 1
        if until is None or until > self.on:
            return
        closed = [dossier.invoice(number) for number in letter.invoices]
        paid = all(kept and kept.closed_on and kept.closed_on <= until for kept in closed)
        row[1] += bool(closed) and paid
        row[2] += 1
        row[3] += sum(
            (
                payment.amount
                for payment in dossier.payments
                if payment.number in letter.invoices and letter.sent_on <= payment.paid_on <= until
            ),
            ZERO,
        )


def age_of(due_on: date, on: date) -> str:
    """The column of the aged balance in which an invoice stands."""
    late = (on - due_on).days
    return next(
        name for name, least, most in AGES if least <= late and (most is None or late <= most)
    )


def reactions(entries: Iterable[e.Entry]) -> tuple[list[float], list[float]]:
    """Hours from each message to its answer, and from each letter to the debtor's next word."""
    written: dict[Digest, float] = {}
    ours: list[float] = []
    theirs: list[float] = []
    last_letter: float | None = None
    answers: dict[object, Digest] = {}
    for entry in entries:
        match entry.event:
            case e.MessageRead() as read:
                at = read.sent_at.timestamp()
                written[read.message] = at
                if last_letter is not None and at >= last_letter:
                    theirs.append((at - last_letter) / 3600)
                    last_letter = None
            case e.LetterQueued() as queued if queued.answers is not None:
                answers[queued.step] = queued.answers
            case e.LetterSent() as sent if not sent.imported:
                answered = answers.get(sent.step)
                if answered is not None and answered in written:
                    ours.append(max(0.0, sent.sent_at.timestamp() - written[answered]) / 3600)
                last_letter = sent.sent_at.timestamp()
            case _:
                pass
    return ours, theirs


def _first_reminded(sent: Sequence[LetterKept]) -> Mapping[InvoiceNumber, date]:
    found: dict[InvoiceNumber, date] = {}
    for letter in sent:
        for number in letter.invoices:
            if letter.sent_on and (number not in found or letter.sent_on < found[number]):
                found[number] = letter.sent_on
    return found


def _level(name: str, row: Sequence[Decimal]) -> Level:
    return Level(
        name=name, sent=int(row[0]), paid=int(row[1]), judged=int(row[2]), recovered=row[3]
    )


def _percent(part: int, whole: int) -> Decimal | None:
    if not whole:
        return None
    return (Decimal(part) / whole * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)
