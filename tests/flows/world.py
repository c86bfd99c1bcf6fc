"""A small world for the flows: fakes behind the ports, a creditor, a ledger, replies."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from fakes.clock import FakeClock
from fakes.journal import FakeStore
from fakes.ledger import FakeLedger
from fakes.mailbox import FakeMailbox
from fakes.mailer import FakeMailer
from fakes.papers import FakePapers
from relance_mailer.adapters.render import MailRenderer
from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import (
    Contact,
    CreditorId,
    Debtor,
    DebtorId,
    DossierId,
    DossierKey,
    Invoice,
    InvoiceNumber,
    LedgerRow,
)
from relance_mailer.flows.fetch_mail import PASS_MESSAGES, Fetched, fetch_mail
from relance_mailer.flows.file_copies import file_copies
from relance_mailer.flows.house import Creditor, House, look_of
from relance_mailer.flows.plan_letters import Planned, plan_letters
from relance_mailer.flows.read_mail.one_pass import Read, read_mail
from relance_mailer.flows.record import Draft, record
from relance_mailer.flows.send_letters import Posted, send_letters
from relance_mailer.flows.sync_ledger import Synced, sync_ledger
from relance_mailer.inward.holds import Holds
from relance_mailer.outward.compose import Sender
from relance_mailer.outward.levels import SenderRole
from relance_mailer.words import Segment
from relance_mailer.workdays import PARIS
from values.timelines import CONSUMER, SME

ROOT = Path(__file__).resolve().parents[2]
US = CreditorId("brezance")
MAILBOX = "relances@brezance.example"
SENDER = Sender(
    creditor_name="Brézance Matériel",
    mailbox=MAILBOX,
    mentions=(
        "Brézance Matériel – SARL au capital de 10 000 €",
        "Siège : Lorient – RCS 732 829 320",
    ),
    privacy="Vos données servent au recouvrement de nos factures ; vos droits : à cette adresse.",
    iban="FR7630006000011234567890189",
    bic="AGRIFRPP",
    person="Hélène Sauvaget",
    role="Chargée de relance",
    phone="02 97 00 10 10",
    sender_role=SenderRole.AR_CLERK,
)


def row(
    dossier: str = "BZ-1",
    number: str = "FA-1",
    *,
    due_on: date = date(2026, 9, 30),
    amount: str = "1500.00",
    paid: str = "0.00",
    segment: Segment = Segment.SME,
    email: str = "",
    debtor: str = "",
    document: str | None = None,
    language: str = "fr",
    name: str = "",
) -> LedgerRow:
    """A ledger row; each dossier is another debtor with his own domain unless told otherwise."""
    who = debtor or f"C-{dossier}"
    return LedgerRow(
        key=DossierKey(creditor=US, dossier=DossierId(dossier)),
        debtor=Debtor(
            debtor_id=DebtorId(who),
            name=name or f"Société {who}",
            siren="552100554",
            segment=segment,
            language=language,
        ),
        contacts=(Contact(email=email or f"compta@{who.lower()}.example", name="Anne Le Gall"),),
        invoice=Invoice(
            number=InvoiceNumber(number),
            issued_on=date(2026, 8, 31),
            due_on=due_on,
            amount=Decimal(amount),
            paid=Decimal(paid),
            document=document,
        ),
    )


def paris(text: str) -> datetime:
    """A moment in Paris."""
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


@dataclass
class World:
    """Everything a pass touches; each method is one pass or one act of the outside."""

    at: datetime
    ledger: FakeLedger = field(default_factory=FakeLedger)
    clock: FakeClock = field(init=False)
    store: FakeStore = field(init=False)
    mailbox: FakeMailbox = field(default_factory=lambda: FakeMailbox(MAILBOX))
    mailer: FakeMailer = field(default_factory=FakeMailer)
    papers: FakePapers = field(default_factory=FakePapers)
    house: House = field(init=False)
    creditor: Creditor = field(init=False)

    def __post_init__(self) -> None:
        self.clock = FakeClock(self.at)
        self.store = FakeStore(real_now=self.clock.now)
        self.house = House(
            clock=self.clock,
            journal=self.store.journal,
            outbox=self.store.outbox,
            inbox=self.store.inbox,
            lookup=self.store.lookup,
            register=self.store.register,
            renderer=MailRenderer((ROOT / "templates",)),
            papers=self.papers,
        )
        timelines = {segment: replace(SME, segment=segment) for segment in Segment}
        timelines[Segment.CONSUMER] = CONSUMER
        self.creditor = Creditor(
            id=US,
            mailbox=MAILBOX,
            timelines=timelines,
            holds=Holds(),
            senders={role: replace(SENDER, sender_role=role) for role in SenderRole},
            token_key=b"une clef de seize octets",
            envelope_from=MAILBOX,
            sent_folder="Sent",
            own_domains=("brezance.example",),
            own_addresses=(MAILBOX,),
            ledger_file_age_counts=False,
            mode_send=True,
        )

    def goes_to(self, text: str) -> None:
        """Business time goes on to a moment in Paris."""
        self.clock.at = paris(text)

    async def syncs(self) -> Synced:
        return await sync_ledger(self.house, self.creditor, self.ledger)

    async def plans(self) -> Planned:
        return await plan_letters(self.house, self.creditor)

    async def sends(self) -> Posted:
        return await send_letters(self.house, self.creditor, self.mailer)

    async def fetches(self, *, full: bool = False, limit: int = PASS_MESSAGES) -> Fetched:
        return await fetch_mail(self.house, self.creditor, self.mailbox, full=full, limit=limit)

    async def reads(self) -> Read:
        return await read_mail(self.house, self.creditor)

    async def files(self) -> int:
        return await file_copies(self.house, self.creditor, self.mailbox)

    async def works(self) -> None:
        """Everything once, in the daemon's order."""
        await self.syncs()
        await self.fetches()
        while (await self.reads()).more:
            pass
        await self.plans()
        await self.sends()

    async def dossier(self, name: str = "BZ-1") -> Dossier:
        """The dossier as the journal has it."""
        key = DossierKey(creditor=US, dossier=DossierId(name))
        found = (await self.house.journal.read([key.page]))[key.page].dossier
        assert found is not None, name
        return found

    async def kinds(self, name: str = "BZ-1") -> list[str]:
        """The names of a dossier's events, in order."""
        key = DossierKey(creditor=US, dossier=DossierId(name))
        return [entry.kind for entry in await self.house.journal.entries(key.page)]

    async def events(self, name: str = "BZ-1") -> list[e.Event]:
        """A dossier's events, in order."""
        key = DossierKey(creditor=US, dossier=DossierId(name))
        entries = await self.house.journal.entries(key.page)
        return [entry.event for entry in entries if entry.event]

    async def writes_down(self, name: str, *events: e.Event) -> None:
        """Something happens in a dossier that no flow of the test has to bring about."""
        key = DossierKey(creditor=US, dossier=DossierId(name))
        look = look_of(self.creditor, self.clock.today())

        def decide(draft: Draft) -> None:
            draft.write(key.page, events)

        await record(self.house.journal, [key.page], decide, at=self.clock.now(), look=look)

    def colleague_writes(
        self, to: str, *, subject: str, headers: Sequence[tuple[str, str]] = ()
    ) -> None:
        """A mail that somebody sent by hand lies in the Sent folder."""
        mail = EmailMessage()
        mail["From"] = MAILBOX
        mail["To"] = to
        mail["Subject"] = subject
        mail["Date"] = format_datetime(self.clock.at)
        mail["Message-ID"] = f"<main.{len(self.mailbox.raws('Sent'))}@brezance.example>"
        for name, value in headers:
            mail[name] = value
        mail.set_content("Bonjour, merci de faire le point sur ce dossier.")
        self.mailbox.put(mail.as_bytes(), "Sent", at=self.clock.at)

    def recipients(self) -> list[str]:
        """To whom letters really went, in order."""
        return [letter.recipients[0] for letter in self.mailer.delivered]

    def writes(
        self,
        text: str,
        *,
        sender: str = "compta@c-bz-1.example",
        subject: str = "Re: votre relance",
        answers: str = "",
        folder: str = "INBOX",
        at: datetime | None = None,
        to: str = MAILBOX,
        headers: Sequence[tuple[str, str]] = (),
    ) -> bytes:
        """A person's mail arrives."""
        moment = at or self.clock.at
        mail = EmailMessage()
        mail["From"] = sender
        mail["To"] = to
        mail["Subject"] = subject
        mail["Date"] = format_datetime(moment)
        mail["Message-ID"] = f"<{abs(hash((text, sender, moment)))}@poste.example>"
        if answers:
            mail["In-Reply-To"] = f"<{answers}>"
        for name, value in headers:
            mail[name] = value
        mail.set_content(text)
        self.mailbox.put(mail.as_bytes(), folder, at=moment)
        return mail.as_bytes()


async def one_letter_ready() -> World:
    """On a Monday morning, a first letter stands in the outbox, ready to leave."""
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    await world.syncs()
    await world.fetches()
    await world.plans()
    return world
