"""The nouns of the trade: who owes what to whom, and how a step is named.

Amounts are `Decimal` to the cent with their currency; dates are dates; every datetime is aware.
What the ledger did not say is None and is never guessed.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NewType

from stdnum import bic as bic_number
from stdnum import iban as iban_number
from stdnum.exceptions import ValidationError
from stdnum.fr import siren as siren_number

from relance_mailer.words import Role, Segment

CreditorId = NewType("CreditorId", str)
DossierId = NewType("DossierId", str)  # the ledger's own identifier, unique within a creditor
DebtorId = NewType("DebtorId", str)
InvoiceNumber = NewType("InvoiceNumber", str)
MessageId = NewType("MessageId", str)  # RFC 5322 §3.6.4, without the angle brackets
Digest = NewType("Digest", str)  # sha256 in hexadecimal: the name of a raw message or of a MIME
PageId = NewType("PageId", str)  # a page of the journal

CENT = Decimal("0.01")


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class DossierKey:
    """A dossier in the whole house: its creditor and its identifier there."""

    creditor: CreditorId
    dossier: DossierId

    @property
    def page(self) -> PageId:
        """The journal's page of this dossier."""
        return PageId(f"dossier:{self.creditor}/{self.dossier}")


def key_of_page(page: PageId) -> DossierKey | None:
    """The dossier that a page is about, or None for a mailbox's page."""
    sort, _, rest = page.partition(":")
    if sort != "dossier":
        return None
    creditor, _, dossier = rest.partition("/")
    return DossierKey(creditor=CreditorId(creditor), dossier=DossierId(dossier))


def mailbox_page(address: str) -> PageId:
    """The journal's page of a mailbox: what was ignored, contested, set aside or linked by hand."""
    return PageId(f"mailbox:{address.lower()}")


def to_cents(amount: Decimal) -> int:
    """The amount in whole cents; more than two decimals is our own fault and raises."""
    cents = amount * 100
    if cents != cents.to_integral_value():
        raise ValueError(f"montant {amount} : plus de deux décimales")
    return int(cents)


def from_cents(cents: int) -> Decimal:
    """The amount of so many cents."""
    return (Decimal(cents) / 100).quantize(CENT)


def to_the_cent(amount: Decimal) -> Decimal:
    """Rounded half up to the cent, as interest is."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, kw_only=True, slots=True)
class Money:
    """An amount with its currency (ISO 4217)."""

    amount: Decimal
    currency: str = "EUR"

    def __post_init__(self) -> None:
        to_cents(self.amount)

    def __add__(self, other: "Money") -> "Money":
        assert self.currency == other.currency, (self, other)
        return Money(amount=self.amount + other.amount, currency=self.currency)

    def __sub__(self, other: "Money") -> "Money":
        assert self.currency == other.currency, (self, other)
        return Money(amount=self.amount - other.amount, currency=self.currency)


class InvoiceKind(StrEnum):
    """What a ledger row is."""

    INVOICE = "invoice"  # facture
    CREDIT_NOTE = "credit_note"  # avoir
    DOWN_PAYMENT = "down_payment"  # acompte


@dataclass(frozen=True, kw_only=True, slots=True)
class Invoice:
    """One row of the ledger: what was invoiced, when it falls due, what was paid on it."""

    number: InvoiceNumber
    issued_on: date
    due_on: date
    amount: Decimal  # including VAT
    paid: Decimal = Decimal("0.00")
    credited: Decimal = Decimal("0.00")  # lowers the price itself, a payment does not
    currency: str = "EUR"
    kind: InvoiceKind = InvoiceKind.INVOICE
    po_number: str | None = None
    performed_on: date | None = None
    received_on: date | None = None
    agreed_rate: Decimal | None = None  # percent a year
    order_ref: str | None = None
    portal_id: str | None = None
    document: str | None = None  # file name of the invoice itself

    @property
    def left(self) -> Decimal:
        """What remains due, never below zero."""
        return max(self.amount - self.paid - self.credited, Decimal("0.00"))


@dataclass(frozen=True, kw_only=True, slots=True)
class PastInvoice:
    """An invoice that was paid: when it fell due, and the day of its last payment."""

    number: InvoiceNumber
    due_on: date
    paid_on: date

    @property
    def days_late(self) -> int:
        """Calendar days between the due date and the payment; below zero: paid ahead."""
        return (self.paid_on - self.due_on).days


@dataclass(frozen=True, kw_only=True, slots=True)
class Debtor:
    """Who owes: identity as the ledger gives it."""

    debtor_id: DebtorId
    name: str
    siren: str | None = None
    segment: Segment = Segment.SME
    language: str = "fr"
    legal_form: str | None = None
    trader: bool | None = None  # commerçant: decides the kind of court
    address: str | None = None
    postcode: str | None = None
    city: str | None = None
    country: str | None = None
    court: str | None = None
    sector: str | None = None
    payment_run_days: tuple[int, ...] = ()  # days of the month
    economic: bool | None = None  # association with an economic activity
    account_manager_email: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """Somebody at the debtor's to whom a letter may go."""

    email: str  # lower-cased; empty when only a telephone is known
    role: Role = Role.USUAL
    name: str = ""
    title: str = ""  # the ledger's own words for the role
    phone: str = ""

    @property
    def domain(self) -> str:
        """What stands after the @, or nothing."""
        return self.email.rpartition("@")[2]


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerRow:
    """One invoice of the ledger with its dossier and debtor."""

    key: DossierKey
    debtor: Debtor
    contacts: tuple[Contact, ...]
    invoice: Invoice
    cancelled: bool = False
    last_level: str | None = None
    last_contact_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerPayment:
    """A payment, credit note or refund on an invoice."""

    number: str
    paid_on: date
    amount: Decimal
    kind: str  # payment, credit_note, refund
    reference: str = ""


class Answer(StrEnum):
    """An answer owed to the debtor; the member is the template's name."""

    DUPLICATE = "duplicate"  # duplicata
    PROMISE_CONFIRMATION = "promise_confirmation"  # confirmation d'engagement
    DATE_REQUEST = "date_request"  # demande d'une date
    PROOF_REQUEST = "proof_request"  # demande de preuve de paiement
    THANKS = "thanks"  # remerciement
    DISPUTE_ACK = "dispute_ack"  # accusé de réception d'un litige
    DISPUTE_ANSWER = "dispute_answer"  # réponse à un litige
    PLAN_OFFER = "plan_offer"  # proposition d'échéancier
    PLAN_CONFIRMATION = "plan_confirmation"  # confirmation d'échéancier
    EXPLANATION = "explanation"  # explication : quoi, quand, comment payer


HUMAN_ANSWERS: frozenset[Answer] = frozenset(
    {
        Answer.DISPUTE_ACK,
        Answer.DISPUTE_ANSWER,
        Answer.PLAN_OFFER,
        Answer.PLAN_CONFIRMATION,
        Answer.EXPLANATION,
    }
)
"""Prepared by the machine, sent on a human's word only."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class StepKey:
    """A step: course / level, or answer with the message it answers / attempt.

    `name` is a level of the timeline (`reminder_1`) or `answer:duplicate:0f3a…` where the tail is
    the beginning of the answered message's digest, or of the order's identifier.
    """

    course: int
    name: str
    attempt: int = 1

    @property
    def is_answer(self) -> bool:
        """Whether the step answers a message instead of being a level."""
        return self.name.startswith("answer:")

    @property
    def template(self) -> str:
        """The template that a step is written with, unless the timeline names another."""
        return self.name.split(":")[1] if self.is_answer else self.name

    def __str__(self) -> str:
        return f"{self.course}/{self.name}/{self.attempt}"


def answer_step(course: int, answer: Answer, message: Digest, attempt: int = 1) -> StepKey:
    """The step of an answer owed to a message."""
    return StepKey(course=course, name=f"answer:{answer.value}:{message[:16]}", attempt=attempt)


FREE_MAIL_DOMAINS: frozenset[str] = frozenset(
    """gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr live.com live.fr
    msn.com yahoo.com yahoo.fr ymail.com icloud.com me.com mac.com orange.fr wanadoo.fr free.fr
    laposte.net sfr.fr neuf.fr bbox.fr numericable.fr aol.com gmx.com gmx.fr gmx.de web.de
    proton.me protonmail.com pm.me tutanota.com zoho.com mail.com aliceadsl.fr cegetel.net
    club-internet.fr dbmail.com netcourrier.com caramail.fr libero.it virgilio.it tiscali.it
    t-online.de hotmail.es hotmail.it hotmail.de hotmail.co.uk yahoo.es yahoo.it yahoo.de
    yahoo.co.uk telefonica.net btinternet.com skynet.be hey.com fastmail.com voila.fr
    """.split()
)
"""Domains on which anybody may have an address: they say nothing of whose employee writes."""


def own_domain(address: str) -> str | None:
    """The domain of an address when it is a company's own, None on free mail or no address."""
    _, at, domain = address.lower().rpartition("@")
    return domain if at and domain and domain not in FREE_MAIL_DOMAINS else None


def siren_is_sound(siren: str) -> bool:
    """Whether a SIREN has nine digits and a right check digit (Luhn)."""
    try:
        siren_number.validate(siren)
    except ValidationError:
        return False
    return True


def iban_is_sound(iban: str) -> bool:
    """Whether an IBAN has its country's length and right check digits (ISO 13616)."""
    try:
        iban_number.validate(iban)
    except ValidationError:
        return False
    return True


def bic_is_sound(bic: str) -> bool:
    """Whether a BIC has the form of one (ISO 9362)."""
    try:
        bic_number.validate(bic)
    except ValidationError:
        return False
    return True
