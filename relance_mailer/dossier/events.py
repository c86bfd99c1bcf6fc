"""Every fact that the journal can hold: a closed union of frozen values, in the past tense.

Each carries `because`: for the machine the rule and the message that decided, for a human the
reason given. What a named human did carries `by`, and neither may be empty there. A new shape of
an event gets a new version in `store/codec.py`; the old one is read for ever. Facts are allowed in
every phase; moves only where `phases.MOVES` has them.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from relance_mailer.dossier.ordered import Says
from relance_mailer.dossier.values import (
    Answer,
    Contact,
    Debtor,
    Digest,
    Invoice,
    InvoiceNumber,
    MessageId,
    PageId,
    PastInvoice,
    StepKey,
)
from relance_mailer.words import Cause, Intent, Kind, Outcome, Permanence


class Sort(StrEnum):
    """What a contact with the debtor is for P5: nobody gets two unsolicited ones on a day."""

    UNSOLICITED = "unsolicited"
    ANSWER = "answer"


class Settlement(StrEnum):
    """How an invoice left the ledger."""

    PAID = "paid"  # payée
    CREDITED = "credited"  # annulée par avoir
    VANISHED = "vanished"  # sortie du grand livre (périmètre « open_items »)


@dataclass(frozen=True, kw_only=True, slots=True)
class Instalment:
    """A part of a promise or of a plan: an amount (None: the rest) on a day."""

    due_on: date
    amount: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Fact:
    because: str


@dataclass(frozen=True, kw_only=True, slots=True)
class _Act:
    """What a named human did: author and reason are never empty."""

    because: str
    by: str

    def __post_init__(self) -> None:
        if not self.by.strip() or not self.because.strip():
            raise ValueError("un acte demande un auteur et un motif")


@dataclass(frozen=True, kw_only=True, slots=True)
class DebtorDescribed(_Fact):
    """Who owes and whom to write to, as the ledger says from now on."""

    debtor: Debtor
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class HabitTold(_Fact):
    """When the debtor paid invoices that this page never saw open, as the ledger knows it."""

    invoices: tuple[PastInvoice, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class InvoiceOpened(_Fact):
    """A new invoice stands in the ledger. A move."""

    invoice: Invoice


@dataclass(frozen=True, kw_only=True, slots=True)
class InvoiceChanged(_Fact):
    """The ledger says something else of an invoice that is still open."""

    invoice: Invoice


@dataclass(frozen=True, kw_only=True, slots=True)
class InvoiceSettled(_Fact):
    """Nothing is left to pay on an invoice."""

    number: InvoiceNumber
    settled_on: date
    how: Settlement


@dataclass(frozen=True, kw_only=True, slots=True)
class InvoiceCancelled(_Fact):
    """The creditor cancelled an invoice."""

    number: InvoiceNumber
    cancelled_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class PaymentRecorded(_Fact):
    """Money came in for an invoice; a negative amount is a refund.

    Unless `day_is_known`, `paid_on` is only the day on which the ledger was seen to say so.
    """

    number: InvoiceNumber
    amount: Decimal
    paid_on: date
    reference: str = ""
    day_is_known: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class CreditNoteRecorded(_Fact):
    """The price itself was lowered."""

    number: InvoiceNumber
    amount: Decimal
    credited_on: date
    reference: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Settled(_Fact):
    """The dossier owes nothing any more. A move."""

    settled_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class EnclosedFile:
    """A file that goes with a letter: its name, and the sha256 of its bytes."""

    name: str
    digest: Digest


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterQueued(_Fact):
    """A letter was composed for one day and stands in the outbox.

    `announces` is the identifier of the act that the letter announces (empty: none) and `next_on`
    the day printed for it. `deadline_on` is the requirement's date.
    """

    step: StepKey
    template: str
    sort: Sort
    message_id: MessageId
    token: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    amount: Decimal
    invoices: tuple[InvoiceNumber, ...]
    composed_for: date
    mime: Digest
    deadline_on: date | None = None
    next_on: date | None = None
    announces: str = ""
    announced_for_promise: bool = False
    answers: Digest | None = None  # the message that it answers
    enclosed: tuple[EnclosedFile, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterLeaving(_Fact):
    """The bytes are about to be handed to the server: from here on the fate may be unknown."""

    step: StepKey


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterSent(_Fact):
    """A server took the letter, or another program or person sent it before we came.

    `imported` letters carry their own recipients, day and level (None: a contact only).
    """

    step: StepKey
    message_id: MessageId
    sent_at: datetime
    to: tuple[str, ...] = ()
    reply: str = ""  # what the server said, or which evidence settled a doubt
    imported: bool = False
    level: str | None = None
    subject: str = ""
    mime: Digest | None = None
    colleague: bool = False  # seen in the Sent folder, written by a person


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterRefused(_Fact):
    """The server said no; `permanent` refusals are not tried again."""

    step: StepKey
    code: int
    text: str
    permanent: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterStayed(_Fact):
    """It was about to leave and did not: the line was cut before its final dot (RFC 5321 §4.1.1.4).

    It is ready again, unless its doubt was settled meanwhile: then this only tells what was found.
    """

    step: StepKey


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterUnsure(_Fact):
    """Nothing settled the letter's fate in time: it counts as sent (P3)."""

    step: StepKey
    left_on: date | None = None  # the day on which its bytes went; None: the day of this entry


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterWithdrawn(_Fact):
    """The letter did not leave and will not: its step may be composed anew."""

    step: StepKey


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterDelayed(_Fact):
    """A level that was announced leaves later than it was: why (P6)."""

    step: StepKey
    due_on: date
    checks: tuple[str, ...]  # the gate's checks that keep it back


@dataclass(frozen=True, kw_only=True, slots=True)
class InvoiceListed(_Fact):
    """An invoice stood in a letter."""

    number: InvoiceNumber
    step: StepKey


@dataclass(frozen=True, kw_only=True, slots=True)
class NoticePrinted(_Fact):
    """A letter that people post was set in type; its bytes are kept as evidence.

    `dated_on` is the day of posting that the paper bears, `amount` all that it demands.
    """

    step: StepKey
    dated_on: date
    amount: Decimal
    paper: Digest
    deadline_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactBounced(_Fact):
    """A letter to this address came back."""

    email: str
    permanence: Permanence
    reason: str
    message: Digest
    step: StepKey | None = None  # the letter that came back, when known
    not_delivered: bool = True  # False: the bounce does not say that nothing was delivered


@dataclass(frozen=True, kw_only=True, slots=True)
class MessageRead(_Fact):
    """What a message of this dossier said, with the words that decided and the link's evidence."""

    message: Digest
    message_id: MessageId
    sender: str
    subject: str
    sent_at: datetime
    kind: Kind
    outcome: Outcome
    intents: tuple[Intent, ...] = ()
    spans: tuple[str, ...] = ()
    reply_text: str = ""
    promise_dates: tuple[date, ...] = ()
    promised_amount: Decimal | None = None
    invoices: tuple[InvoiceNumber, ...] = ()
    redirect_to: str | None = None
    returns_on: date | None = None
    bounce_permanence: Permanence | None = None
    evidence: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    moves_nothing: bool = False  # older than act_on_messages_since


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkContested(_Fact):
    """A message may belong to several dossiers, or comes from a stranger: a human decides."""

    message: Digest
    candidates: tuple[PageId, ...]
    sender: str
    subject: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DistressSeen(_Fact):
    """A hint of cash trouble: higher priority and a BODACC check (R14)."""

    message: Digest
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CauseRecorded(_Fact):
    """Why the debtor is late (R13); `by` is the human who found it out, when one did."""

    cause: Cause
    by: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerOwed(_Fact):
    """The debtor's message is owed an answer, at the earliest on `not_before`."""

    answer: Answer
    message: Digest
    message_id: MessageId
    sender: str
    subject: str
    received_on: date
    not_before: date
    references: tuple[MessageId, ...] = ()
    quoted: str = ""  # the debtor's words that the answer takes up


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactProposed(_Fact):
    """A new address was named; `taken_over` says that it is used without asking (contract §2)."""

    email: str
    name: str
    message: Digest
    taken_over: bool
    replaces: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactAbsent(_Fact):
    """Somebody is away until a day (exclusive), or his address is dead (`until` None)."""

    email: str
    until: date | None
    message: Digest


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanProposed(_Fact):
    """The debtor asks for instalments or time, in his words."""

    message: Digest
    words: str
    instalments: tuple[Instalment, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PromiseKept(_Fact):
    """What was promised by that day was paid."""

    promised_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanLost(_Fact):
    """An instalment of an agreed plan was missed: the unpaid rest is due at once."""

    missed_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanKept(_Fact):
    """Every instalment of an agreed plan came in; `ended_on` is the last one's day."""

    ended_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class DisputeEnded(_Fact):
    """The date given in the answer to a dispute has passed: these invoices are demanded again."""

    invoices: tuple[InvoiceNumber, ...]
    ended_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class ManagerTold(_Fact):
    """Our own account manager was told by mail of the level to come, and may object (S4)."""

    course: int
    level: str
    to: str
    message_id: MessageId
    told_on: date
    level_on: date  # the day on which the level is foreseen


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskOpened(_Fact):
    """Something for a human to do: `task` is an identifier, `what` French for people."""

    task: str
    what: str
    due_on: date
    owner: str = ""  # whose it is; empty: whoever works the queue


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskSkipped(_Fact):
    """A call that nobody made in time, or that has no object any more: the sequence goes on."""

    task: str
    due_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteWritten(_Act):
    """A note of a human."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CallLogged(_Act):
    """A telephone call or a meeting (R9). `unsolicited`: we called; it takes the day's contact."""

    on: date
    with_whom: str
    said: str
    unsolicited: bool = True
    role: str = ""  # in the debtor's house, as he says it
    phone: str = ""
    next_on: date | None = None  # the day of what comes next
    meeting: bool = False
    note: Digest | None = None  # what names this note where a message's digest names a mail


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskEntrusted(_Act):
    """A task (or `dispute`, the open disputes) has another owner from now on."""

    task: str
    owner: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ManagerObjected(_Act):
    """Whoever knows the customer objects to a level (S4); what follows is a move beside it."""

    level: str
    message: Digest | None = None  # his mail, when he objected by mail


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskDone(_Act):
    """A task was done, or is not to be done."""

    task: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PostingRecorded(_Act):
    """A registered letter was posted: its deadline starts that day."""

    step: StepKey
    posted_on: date
    number: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactChanged(_Act):
    """A human added, confirmed or replaced a contact; `removed` takes the address away."""

    contact: Contact
    removed: bool = False
    replaces: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanAgreed(_Act):
    """A payment plan was agreed; it is confirmed in writing (R20)."""

    instalments: tuple[Instalment, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DisputeOpened(_Act):
    """A human's verdict on what is contested (R22): that part is paused, the rest goes on."""

    invoices: tuple[InvoiceNumber, ...]
    amount: Decimal
    ground: str
    owner: str
    answer_by: date


@dataclass(frozen=True, kw_only=True, slots=True)
class DisputeDecided(_Act):
    """The contested part is decided: we were right (demanded again) or wrong (credited)."""

    invoices: tuple[InvoiceNumber, ...]
    creditor_at_fault: bool  # they stay out of the letters until the ledger is corrected (R23)
    correction: str = ""  # credit_note, corrected_invoice or new_due_date
    resumes_on: date | None = None  # demanded again from that day; None: at once


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterOrdered(_Act):
    """A named human orders a letter; it may leave in `review`, never in `legal` (P1).

    `says` is what only a human can say in it, for the templates that need it.
    """

    template: str
    message: Digest | None = None
    says: Says | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterApproved(_Act):
    """A prepared letter may leave.

    What stood in it when it was read: a letter that says something else is asked for again. None
    and empty: whatever it says (a letter of `review` that nobody has prepared yet).
    """

    step: StepKey
    amount: Decimal | None = None
    invoices: tuple[InvoiceNumber, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterRejected(_Act):
    """A prepared letter must not leave."""

    step: StepKey


@dataclass(frozen=True, kw_only=True, slots=True)
class DossierClaimed(_Act):
    """Somebody works on this dossier: the machine writes nothing of its own until that day passed.

    `until` is the last day of the claim; None: until it is released.
    """

    until: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DossierReleased(_Act):
    """Nobody works on this dossier any more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AcknowledgementConfirmed(_Act):
    """A human confirms that a message acknowledges the debt (C. civ. 2240)."""

    message: Digest
    acknowledged_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class LegalStepTaken(_Act):
    """A legal step: petition filed, order, service, objection, title, payment."""

    legal_step: str
    taken_on: date
    reference: str = ""


class DocumentSort(StrEnum):
    """What a document is that a person put into a dossier for the court."""

    COMPANY_EXTRACT = "company_extract"  # extrait K bis du débiteur
    CREDITOR_EXTRACT = "creditor_extract"  # le nôtre
    CONTRACT = "contract"  # contrat, devis signé, commande
    TERMS = "terms"  # conditions générales et leur acceptation
    DELIVERY = "delivery"  # bon de livraison, preuve d'exécution
    INVOICE = "invoice"  # facture
    SENDING = "sending"  # preuve d'envoi, statuts de la plateforme
    NOTICE = "notice"  # mise en demeure telle que signée
    POSTING = "posting"  # preuve de dépôt du recommandé
    RECEIPT = "receipt"  # avis de réception
    BODACC = "bodacc"  # consultation du BODACC
    POWER = "power"  # pouvoir du signataire
    OTHER = "other"  # autre pièce


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentAttached(_Act):
    """A document was put into the dossier; its bytes are kept under their sha256."""

    sort: DocumentSort
    name: str
    dated_on: date
    document: Digest


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentDetached(_Act):
    """A document does not belong to the dossier: it is shown to nobody any more."""

    document: Digest


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadingCorrected(_Act):
    """A human says what a message of this dossier said; what the machine drew from it falls away.

    The fields are those of `MessageRead`; `outcome` is what they lead to. A reading that was right
    is confirmed in the same way: then the fields are the machine's own.
    """

    message: Digest
    kind: Kind
    outcome: Outcome
    confirmed: bool = False
    intents: tuple[Intent, ...] = ()
    promise_dates: tuple[date, ...] = ()
    promised_amount: Decimal | None = None
    invoices: tuple[InvoiceNumber, ...] = ()
    redirect_to: str | None = None
    returns_on: date | None = None
    bounce_permanence: Permanence | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class BodyErased(_Act):
    """The body of an earlier entry was erased; the chain still verifies."""

    seq: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Held(_Fact):
    """No level until `until` (the day on which the sequence may go on). A move.

    `reason` is one of ack, paid, invoice_request, promise_undated, absence, temporary_bounce,
    plan, human, manager_objects. `then` names what is owed at the end: '' or 'proof_request'.
    """

    until: date
    reason: str
    message: Digest | None = None
    then: str = ""
    invoices: tuple[InvoiceNumber, ...] = ()  # what the hold is about; empty: all
    by: str = ""  # the human who asked for it, when one did


@dataclass(frozen=True, kw_only=True, slots=True)
class PromiseMade(_Fact):
    """A dated commitment; `until` is the day on which it is judged (date plus grace). A move."""

    instalments: tuple[Instalment, ...]
    invoices: tuple[InvoiceNumber, ...]  # empty: all that was owed
    until: date
    message: Digest
    made_on: date
    made_by: str
    amount: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewAsked(_Fact):
    """A human has to decide; `reason` is an identifier, `because` the sentence. A move."""

    reason: str
    message: Digest | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class HandedToLegal(_Fact):
    """The amicable phase is over. A move. `reason`: hostile, refusal, insolvency, silent, human."""

    reason: str
    message: Digest | None = None
    by: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class HoldEnded(_Fact):
    """The hold has run out. A move."""

    ended_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class PromiseBroken(_Fact):
    """The promised day and its grace have passed, unpaid or paid in part. A move."""

    promised_on: date
    made_by: str
    made_on: date
    received: Decimal = Decimal("0.00")  # what came in of it: kept in part
    of_plan: bool = False  # an agreed plan was lost


@dataclass(frozen=True, kw_only=True, slots=True)
class HumanResumed(_Act):
    """A human lets the sequence go on. A move."""

    next_step: str
    not_before: date


@dataclass(frozen=True, kw_only=True, slots=True)
class HumanReopened(_Act):
    """A human takes the dossier back from the legal queue. A move."""

    next_step: str
    not_before: date


@dataclass(frozen=True, kw_only=True, slots=True)
class HumanClosed(_Act):
    """A human closes the dossier: nothing is owed, or the rest is waived in writing. A move."""

    waiver: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class MessageIgnored(_Fact):
    """A message touches no dossier."""

    message: Digest
    kind: Kind
    sender: str
    subject: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MessageUnlinked(_Fact):
    """A person wrote and nothing says whose it is: a human links it."""

    message: Digest
    kind: Kind
    sender: str
    subject: str
    intents: tuple[Intent, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class MessageLinked(_Act):
    """A human said whose message it is."""

    message: Digest
    page: PageId


@dataclass(frozen=True, kw_only=True, slots=True)
class MessageSetAside(_Fact):
    """A message could not be processed; its bytes are kept and a human looks."""

    message: Digest
    names: tuple[PageId, ...] = ()  # the dossiers that its scan names


LedgerFact = (
    DebtorDescribed | InvoiceChanged | InvoiceSettled | InvoiceCancelled | PaymentRecorded
) | (CreditNoteRecorded | HabitTold)
PostFact = (
    LetterQueued | LetterLeaving | LetterSent | LetterRefused | LetterUnsure | LetterWithdrawn
) | (LetterStayed | LetterDelayed | InvoiceListed | NoticePrinted | ContactBounced)
MessageFact = (
    MessageRead | LinkContested | DistressSeen | CauseRecorded | AnswerOwed | ContactProposed
) | (ContactAbsent | PlanProposed)
CalendarFact = (PromiseKept | PlanLost | PlanKept | TaskSkipped) | (
    TaskOpened | DisputeEnded | ManagerTold
)
HumanFact = (
    NoteWritten | CallLogged | TaskDone | PostingRecorded | ContactChanged | PlanAgreed
) | (
    (TaskEntrusted | ManagerObjected)
    | (DisputeOpened | DisputeDecided | LetterOrdered | LetterApproved | LetterRejected)
    | (DossierClaimed | DossierReleased | AcknowledgementConfirmed | LegalStepTaken | BodyErased)
    | ReadingCorrected
    | (DocumentAttached | DocumentDetached)
)
MoveEvent = (
    (Held | PromiseMade | ReviewAsked | HandedToLegal | HoldEnded | PromiseBroken)
    | (HumanResumed | HumanReopened | HumanClosed)
    | (Settled | InvoiceOpened)
)
MailboxFact = MessageIgnored | MessageUnlinked | MessageLinked | MessageSetAside

Fact = LedgerFact | PostFact | MessageFact | CalendarFact | HumanFact
DossierEvent = Fact | MoveEvent
Event = DossierEvent | MailboxFact


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """An event as it stands in the journal: its place, its business time, its author.

    `event` is None where the body was erased later (`BodyErased` says when and why).
    """

    page: PageId
    seq: int  # from 1
    at: datetime
    kind: str  # the event's class name
    event: Event | None

    @property
    def by(self) -> str:
        """Who did it: a human's name or `machine`."""
        return getattr(self.event, "by", "") or "machine"
