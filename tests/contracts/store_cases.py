"""Stories that every store suite begins with: a dossier with an invoice, a letter, a message."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256

from relance_mailer.dossier import events as e
from relance_mailer.dossier.events import Entry, Event, Sort
from relance_mailer.dossier.fold import apply
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import (
    Contact,
    CreditorId,
    Debtor,
    DebtorId,
    Digest,
    DossierId,
    DossierKey,
    Invoice,
    InvoiceNumber,
    MessageId,
    PageId,
    StepKey,
)
from relance_mailer.inward.glance import Glance
from relance_mailer.ports import Commit, Effect, Journal, QueueLetter, RawMessage, Write

AT = datetime(2026, 10, 20, 8, 30, tzinfo=UTC)
DAY = date(2026, 10, 20)
FIRST = StepKey(course=1, name="reminder_1")
ACME = CreditorId("acme")
BOX = "compta@acme.example"


def key(dossier: str = "BZ-2003", creditor: str = "acme") -> DossierKey:
    """A dossier's key."""
    return DossierKey(creditor=CreditorId(creditor), dossier=DossierId(dossier))


def opening(
    dossier: str = "BZ-2003",
    *,
    name: str = "Boulangerie Zénith SARL",
    email: str = "compta@zenith-pain.example",
    amount: str = "1200.50",
    debtor: str = "",
) -> tuple[e.DebtorDescribed, e.InvoiceOpened]:
    """The ledger tells a debtor and one invoice, numbered after the dossier."""
    invoice = Invoice(
        number=InvoiceNumber(f"FA/{dossier}-01"),
        issued_on=date(2026, 8, 1),
        due_on=date(2026, 9, 1),
        amount=Decimal(amount),
    )
    return (
        e.DebtorDescribed(
            because="grand livre",
            debtor=Debtor(debtor_id=DebtorId(debtor or f"C-{dossier}"), name=name),
            contacts=(Contact(email=email),),
        ),
        e.InvoiceOpened(because="grand livre", invoice=invoice),
    )


def grown(page: PageId, dossier: Dossier | None, events: Sequence[Event], at: datetime) -> Dossier:
    """The dossier once these events are folded in."""
    for event in events:
        seq = (dossier.version if dossier else 0) + 1
        dossier = apply(dossier, Entry(page=page, seq=seq, at=at, kind="", event=event))
    assert dossier is not None
    return dossier


async def told(
    journal: Journal,
    where: DossierKey,
    events: Sequence[Event],
    *,
    effects: Sequence[Effect] = (),
    at: datetime = AT,
    look: date | None = DAY,
) -> Commit:
    """Read the page and make the commit of these events; it is not committed yet."""
    opened = (await journal.read([where.page]))[where.page]
    after = grown(where.page, opened.dossier, events, at) if events else opened.dossier
    write = Write(
        page=where.page,
        version=opened.version,
        chain=opened.chain,
        events=tuple(events),
        after=after,
        next_look_on=look,
    )
    return Commit(at=at, writes=(write,), effects=tuple(effects))


async def record(
    journal: Journal,
    where: DossierKey,
    events: Sequence[Event],
    *,
    effects: Sequence[Effect] = (),
    at: datetime = AT,
    look: date | None = DAY,
) -> None:
    """Read the page, fold, commit."""
    await journal.commit([await told(journal, where, events, effects=effects, at=at, look=look)])


def letter(
    where: DossierKey,
    step: StepKey = FIRST,
    *,
    debtor: str = "",
    day: date = DAY,
    sort: Sort = Sort.UNSOLICITED,
    amount: str = "1200.50",
    rank: int = 0,
) -> tuple[e.LetterQueued, QueueLetter]:
    """A letter, as the event and the effect that queue it."""
    name = f"{where.creditor}.{where.dossier}.{step.course}.{step.name}.{step.attempt}"
    mime = f"Subject: relance {name}\r\n\r\nBonjour".encode()
    digest = Digest(sha256(mime).hexdigest())
    message_id = MessageId(f"relance.{name}@acme.example")
    token = f"TOKEN{name}"
    event = e.LetterQueued(
        because="échéance passée",
        step=step,
        template=step.template,
        sort=sort,
        message_id=message_id,
        token=token,
        to=("compta@zenith-pain.example",),
        cc=("direction@zenith-pain.example",),
        subject="Votre facture",
        amount=Decimal(amount),
        invoices=(InvoiceNumber(f"FA/{where.dossier}-01"),),
        composed_for=day,
        mime=digest,
    )
    effect = QueueLetter(
        key=where,
        debtor=DebtorId(debtor or f"C-{where.dossier}"),
        step=step,
        sort=sort,
        composed_for=day,
        message_id=message_id,
        token=token,
        envelope_from=BOX,
        recipients=event.to + event.cc,
        subject=event.subject,
        mime=mime,
        digest=digest,
        amount=event.amount,
        rank=rank,
    )
    return event, effect


def message(
    text: str = "Bonjour, c'est payé.",
    *,
    uid: int = 1,
    folder: str = "INBOX",
    uidvalidity: int = 7,
    sent_at: datetime | None = AT,
    received_at: datetime = AT + timedelta(minutes=1),
    message_id: str = "",
    names: tuple[str, ...] = (),
    sender: str = "compta@zenith-pain.example",
    marks: tuple[str, ...] = (),
    invoices: tuple[str, ...] = (),
    truncated: bool = False,
) -> tuple[RawMessage, Glance]:
    """A raw message with its scan."""
    raw = f"From: {sender}\r\nMessage-ID: <{message_id}>\r\n\r\n{text}".encode()
    scan = Glance(
        sender=sender,
        message_id=message_id,
        sent_at=sent_at.isoformat() if sent_at else "",
        names=names,
        marks=marks,
        invoices=invoices,
    )
    seen = RawMessage(
        folder=folder,
        uidvalidity=uidvalidity,
        uid=uid,
        raw=raw,
        received_at=received_at,
        truncated=truncated,
    )
    return seen, scan


def digest(text: bytes) -> Digest:
    """The name of bytes."""
    return Digest(sha256(text).hexdigest())
