"""A timeline as it is configured: its levels, who signs, in which form, and where it ends."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from relance_mailer.law.routes import Act
from relance_mailer.outward.listing import PRE_DUE
from relance_mailer.words import Role, Segment


class SenderRole(StrEnum):
    """Who signs, in rising order (R5)."""

    CUSTOMER_SERVICE = "customer_service"  # service clients
    AR_CLERK = "ar_clerk"  # chargé de relance
    ACCOUNTS = "accounts"  # comptabilité clients
    CREDIT_MANAGER = "credit_manager"  # responsable crédit
    MANAGEMENT = "management"  # direction


class Form(StrEnum):
    """In which form a level is carried out."""

    MAIL = "mail"
    REGISTERED_LETTER = "registered_letter"  # LRAR: a task for a human, then the mail copy
    REGISTERED_EMAIL = "registered_email"  # LRE: the same
    CALL = "call"  # a telephone call: a task for a human, skipped when nobody made it in time


class End(StrEnum):
    """Where a dossier goes when its last level has run out."""

    LEGAL = "legal"
    REVIEW = "review"


@dataclass(frozen=True, kw_only=True, slots=True)
class Level:
    """One level of a timeline, as configured."""

    name: str  # pre_due, reminder_1 … formal_notice
    template: str
    tone: str
    sender: SenderRole
    recipient: Role
    announces: Act | None  # what the letter says will be done on the day after the deadline
    days: int | None  # calendar days from the send day to the deadline; None: no deadline
    offset_days: int | None = None  # from the due date; only the first levels have one
    form: Form = Form.MAIL
    cc_usual: bool = False  # the usual contact in copy

    def falls_on(self, due_on: date) -> date:
        """The day of a first level for an invoice due on that day, before it is moved."""
        return due_on + timedelta(days=self.offset_days or 0)


REGISTERED = frozenset({Form.REGISTERED_LETTER, Form.REGISTERED_EMAIL})


@dataclass(frozen=True, kw_only=True, slots=True)
class Pace:
    """How fast a habitual late payer is followed: days after the due date, days of a deadline."""

    offset_days: int
    days: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ShortCourse:
    """The one reminder of a debtor who already went to the legal queue, then what follows it."""

    level: str
    offset_days: int
    days: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Habits:
    """From which payments on a habit is a habit."""

    late_days: int = 5  # over so many calendar days an invoice was paid late
    looked_at: int = 6  # the last invoices that are looked at
    late_times: int = 3  # so many of them late: a habitual late payer
    good_times: int = 3  # so many known and none late: a good payer


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline:
    """The levels of a segment, in order, and where they end."""

    segment: Segment
    levels: tuple[Level, ...]
    end: End = End.LEGAL
    contact_every_business_days: int = 5  # R6
    contact_every_days: int | None = None  # a consumer: at most one contact a week
    min_amount: Decimal = Decimal("30.00")  # below it, an invoice is only grouped with others
    big_amount: Decimal = Decimal("10000.00")  # above it: contact before the due date, a call
    proof_business_days: int = 5
    promise_grace_days: int = 2
    invoice_request_days: int = 3
    answer_days_max: int = 30  # an answer to an older message is no answer any more
    posting_business_days: int = 3  # a letter to post is posted within them
    call_after: frozenset[str] = frozenset({"reminder_2"})  # a telephone task for big amounts
    closed_days: frozenset[date] = frozenset()  # the creditor's own
    call_business_days: int = 3  # a level that is a call is made within them
    notice_form_by_amount: bool = False  # over the big amount the formal notice is registered
    habits: Habits = Habits()
    habitual_late: Pace | None = None
    good_payer_days: int = 0  # the first offset of a good payer's first incident waits longer
    after_legal: ShortCourse | None = None
    contact_before_due: bool = False  # whatever the amount; set by what is known of the debtor
    run_days: tuple[int, ...] = ()  # the debtor's payment runs, days of the month (R31)

    @property
    def dunning(self) -> tuple[Level, ...]:
        """The levels after the due date."""
        return tuple(level for level in self.levels if level.template != PRE_DUE)

    def level(self, name: str) -> Level | None:
        """The level of that name."""
        return next((level for level in self.levels if level.name == name), None)
