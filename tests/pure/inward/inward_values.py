"""Values from which the cases of this room are made: one dossier, one message."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier, InvoiceKept, LetterKept, LetterState
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
    StepKey,
)
from relance_mailer.inward.arrival import Arrival
from relance_mailer.inward.authentication import Authentication
from relance_mailer.inward.link import Candidate, Link, Linked
from relance_mailer.reading.message import Finding, Incoming, Mailbox, Reading
from relance_mailer.words import Intent, Kind

# A Monday; 11 November 2026 is a holiday, a Wednesday.
TODAY = date(2026, 11, 2)
RECEIVED = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
MESSAGE = Digest("ab" * 32)
LETTER = MessageId("relance.aaaa@brezance.example")
HOUSE = frozenset({"recouvrement@brezance.example"})


def key(dossier: str = "BZ-2003") -> DossierKey:
    return DossierKey(creditor=CreditorId("brezance"), dossier=DossierId(dossier))


def invoice(number: str = "FA2026-0871", *, document: str | None = None) -> InvoiceKept:
    return InvoiceKept(
        invoice=Invoice(
            number=InvoiceNumber(number),
            issued_on=date(2026, 8, 5),
            due_on=date(2026, 9, 4),
            amount=Decimal("1834.20"),
            document=document,
        )
    )


def letter(message_id: MessageId = LETTER, level: str = "reminder_1") -> LetterKept:
    return LetterKept(
        step=StepKey(course=1, name=level),
        state=LetterState.SENT,
        level=level,
        template=level,
        sort=e.Sort.UNSOLICITED,
        message_id=message_id,
        to=("compta@lemoal.example",),
        invoices=(InvoiceNumber("FA2026-0871"), InvoiceNumber("FA2026-0902")),
        composed_for=date(2026, 10, 26),
        sent_on=date(2026, 10, 26),
    )


def dossier(phase: Phase = Phase.RUNNING, **changes: object) -> Dossier:
    """A dossier with two open invoices and one letter sent."""
    usual = Dossier(
        key=key(),
        phase=phase,
        debtor=Debtor(debtor_id=DebtorId("C1004"), name="Transports Le Moal Frères"),
        contacts=(Contact(email="compta@lemoal.example"),),
        invoices=(invoice(), invoice("FA2026-0902")),
        letters=(letter(),),
        course=1,
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


def incoming(address: str = "compta@lemoal.example", **fields: object) -> Incoming:
    usual = Incoming(
        sender=Mailbox(name="Nadège Le Moal", address=address),
        reply_to=None,
        to=(),
        cc=(),
        subject="Re: Facture en retard",
        date=datetime(2026, 11, 2, 8, 30, tzinfo=UTC),
        message_id="reponse@lemoal.example",
        in_reply_to=(),
        references=(),
        text="",
    )
    return replace(usual, **fields)  # type: ignore[arg-type]


def says(*intents: Intent, span: str = "les mots qui décident", **fields: object) -> Reading:
    """What a person says; the first intent is the one that decides."""
    findings = tuple(Finding(intent=intent, span=span, rule="essai") for intent in intents)
    usual = Reading(kind=Kind.HUMAN, intents=intents, findings=findings, reply_text=span)
    return replace(usual, **fields)  # type: ignore[arg-type]


def machine(kind: Kind, **fields: object) -> Reading:
    return replace(Reading(kind=kind), **fields)  # type: ignore[arg-type]


def linked(*, stranger: bool = False, named: bool = True) -> Linked:
    return Linked(
        key=key(), evidence=("répond à une lettre envoyée",), stranger=stranger, named=named
    )


def arrival(
    reading: Reading,
    *,
    link: Link | None = None,
    mail: Incoming | None = None,
    authentication: Authentication = Authentication.ABSENT,
    moves_nothing: bool = False,
) -> Arrival:
    return Arrival(
        message=MESSAGE,
        incoming=mail or incoming(),
        reading=reading,
        link=link or linked(),
        received_at=RECEIVED,
        today=TODAY,
        authentication=authentication,
        moves_nothing=moves_nothing,
    )


def candidate(name: str = "BZ-2003", **fields: object) -> Candidate:
    usual = Candidate(
        key=key(name),
        debtor_id=DebtorId(f"C-{name}"),
        debtor_name="Transports Le Moal Frères",
        known_addresses=("compta@lemoal.example", "nlemoal@gmail.com"),
        known_domains=("lemoal.example",),
    )
    return replace(usual, **fields)  # type: ignore[arg-type]
