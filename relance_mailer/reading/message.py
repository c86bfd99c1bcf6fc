"""What a message is once parsed (`Incoming`), and what it says once read (`Reading`)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from relance_mailer.words import Intent, Kind, Means, Permanence


@dataclass(frozen=True, kw_only=True, slots=True)
class Mailbox:
    """A display name and an address; the address is lower-cased and may be empty."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        """What stands after the @, or nothing."""
        return self.address.rpartition("@")[2]


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """A part that is not the body; the bytes stay in the raw.

    `size` in bytes, of what was opened: of a very heavy one that is the beginning.
    """

    name: str
    content_type: str
    size: int


@dataclass(frozen=True, kw_only=True, slots=True)
class DeliveryReport:
    """One recipient of a delivery-status part (RFC 3464 §2.3), fields as they came, lower-cased."""

    recipient: str
    action: str  # failed, delayed, relayed, delivered, expanded
    status: str  # enhanced code, RFC 3463
    diagnostic: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Incoming:
    """A message as a reader needs it: headers decoded and bounded, text as a person would see it.

    `text` is the whole body as text, quotes included; `forwarded` holds the text of attached
    messages (message/rfc822) that are not the returned original of a bounce. `headers` are all
    headers, names lower-cased, in order, values unfolded, undecoded and capped. `oddities` say
    what was strange (French, short).
    """

    sender: Mailbox
    reply_to: Mailbox | None
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...]
    subject: str
    date: datetime | None  # aware, with the offset that the header gave
    message_id: str  # without angle brackets, empty if none
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    text: str
    forwarded: tuple[str, ...] = ()
    hidden_text: str = ""  # in the HTML but not for human eyes: never the debtor's word
    headers: tuple[tuple[str, str], ...] = ()
    content_type: str = "text/plain"
    report_type: str = ""  # of multipart/report: delivery-status, disposition-notification …
    reports: tuple[DeliveryReport, ...] = ()
    original_message_ids: tuple[str, ...] = ()  # of the returned original, inside a bounce
    original_text: str = ""  # headers and text of the returned original
    attachments: tuple[Attachment, ...] = ()
    authentication_results: tuple[str, ...] = ()  # topmost first, above the first Received last
    language: str = ""  # ISO 639-1 guess on the new text, empty when unsure
    oddities: tuple[str, ...] = ()
    forwarded_from: tuple[Mailbox, ...] = ()  # who wrote each text of `forwarded`
    disposition: str = ""  # of a message/disposition-notification (RFC 8098 §3.2.6), lower-cased
    coloured: tuple[str, ...] = ()  # lines that the HTML shows in a colour of their own
    feedback_type: str = ""  # of a message/feedback-report (RFC 5965): abuse, fraud …

    def header(self, name: str) -> str:
        """The first header of that name, or an empty string."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key == wanted), "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """An intent and the words that decided it."""

    intent: Intent
    span: str
    rule: str
    strength: int = 2  # 1 a hint, 2 plain, 3 beyond doubt


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A part of what is promised: its day, and its amount where one is stated."""

    on: date
    amount: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Weighing:
    """How likely it is (0 to 1) that a human must see a text, once all alarms are weighed.

    From `bound` on it is doubted; `gave_way` are the doubts and intents that did not hold.
    """

    share: float
    bound: float
    gave_way: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What a message says (contract §3). `doubts` are reasons (identifiers) that ask for a human

    whatever the intents lead to: `changed_bank_details`, `unread_language`, `nothing_understood`,
    `address_dead`, `person_gone`, `complaint`, `amicable_proceeding`, `paid_elsewhere`,
    `hidden_text`, `third_party` …
    """

    kind: Kind
    intents: tuple[Intent, ...] = ()
    findings: tuple[Finding, ...] = ()
    reply_text: str = ""
    promise_dates: tuple[date, ...] = ()
    promised_amount: Decimal | None = None
    invoices: tuple[str, ...] = ()
    redirect_to: str | None = None
    returns_on: date | None = None
    bounce_permanence: Permanence | None = None
    bounce_expired: bool = False  # temporary, and the sending server has given up
    bounce_mailbox_full: bool = False
    bounced_recipients: tuple[str, ...] = ()
    bounce_reason: str = ""
    promise_parts: tuple[Part, ...] = ()  # the promised dates, each with its own amount
    paid_on: date | None = None  # the day of payment that a `paid` states
    paid_by: Means | None = None
    paid_amount: Decimal | None = None
    paid_partly: bool = False  # the payer says himself that it was not all
    officer: bool = False  # a court officer, trustee or liquidator writes
    mentions: tuple[
        str, ...
    ] = ()  # references and invoice-like tokens seen in own text and subject
    doubts: tuple[str, ...] = ()
    weighing: Weighing | None = None  # what all voices say together, where it was asked
    notes: tuple[str, ...] = field(default=())  # what was seen and may help a human, in French
