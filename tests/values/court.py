"""Dossiers on their way to court, for the file and the drafts: real events, folded."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from relance_mailer.desk.claimant import Claimant
from relance_mailer.desk.claimed import claimed
from relance_mailer.desk.legal_file import LegalFile, legal_file
from relance_mailer.dossier import events as e
from relance_mailer.dossier.events import Entry
from relance_mailer.dossier.fold import fold
from relance_mailer.dossier.values import (
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
from relance_mailer.law.rates import RATES
from relance_mailer.words import Segment

KEY = DossierKey(creditor=CreditorId("brezance"), dossier=DossierId("BZ-2003"))
TODAY = date(2026, 11, 20)
WHY, WHO = "parce que", "Anne Roux"
OURS = Claimant(
    name="Brézance Matériel",
    legal_form="SARL",
    capital="10 000 €",
    siren="732829320",
    rcs="Lorient",
    seat="3 rue du Port, 56100 Lorient",
    iban="FR7630006000011234567890189",
    bic="AGRIFRPP",
    represented_by="sa gérante, Mme Solène Kervarec",
    mentions=(
        "Brézance Matériel – SARL au capital de 10 000 €",
        "Siège : 3 rue du Port, 56100 Lorient – RCS Lorient 732 829 320",
    ),
)
DEBTORS = {
    Segment.SME: Debtor(
        debtor_id=DebtorId("C-1"),
        name="Transports Le Moal Frères",
        siren="552100554",
        legal_form="SAS",
        trader=True,
        address="12 rue des Forges",
        postcode="56600",
        city="Lanester",
        court="Lorient",
    ),
    Segment.SOLE_TRADER: Debtor(
        debtor_id=DebtorId("C-2"),
        name="Elouan Prigent",
        siren="552100554",
        segment=Segment.SOLE_TRADER,
        trader=True,
        address="2 place du Marché",
        postcode="67000",
        city="Strasbourg",
    ),
    Segment.ASSOCIATION: Debtor(
        debtor_id=DebtorId("C-3"),
        name="Comité des fêtes de Trébéron",
        segment=Segment.ASSOCIATION,
        address="Mairie",
        postcode="29160",
        city="Crozon",
    ),
    Segment.CONSUMER: Debtor(
        debtor_id=DebtorId("C-4"),
        name="Paul Guégan",
        segment=Segment.CONSUMER,
        address="8 rue de Brest",
        postcode="35000",
        city="Rennes",
        court="Rennes",
    ),
    Segment.PUBLIC: Debtor(
        debtor_id=DebtorId("C-5"),
        name="Commune de Saint-Aubin-la-Lande",
        siren="213500999",
        segment=Segment.PUBLIC,
        address="1 place de la Mairie",
        postcode="35500",
        city="Saint-Aubin-la-Lande",
    ),
}


def invoice(
    number: str = "FA-2026-118", *, amount: str = "1500.00", due_on: date = date(2026, 7, 31)
) -> Invoice:
    """An invoice issued a month before it fell due."""
    return Invoice(
        number=InvoiceNumber(number),
        issued_on=date(2026, 6, 30) if due_on > date(2026, 6, 30) else due_on,
        due_on=due_on,
        amount=Decimal(amount),
    )


def opened(segment: Segment = Segment.SME, *invoices: Invoice, **other: object) -> list[e.Event]:
    """A debtor and his invoices, as the ledger brings them."""
    debtor = replace(DEBTORS[segment], **other)  # type: ignore[arg-type]
    events: list[e.Event] = [e.DebtorDescribed(because=WHY, debtor=debtor, contacts=())]
    found = invoices or (invoice(),)
    return [*events, *(e.InvoiceOpened(because=WHY, invoice=one) for one in found)]


def letter(level: str, on: date, *numbers: str, mime: str = "", attempt: int = 1) -> list[e.Event]:
    """A level that left on a day."""
    step = StepKey(course=1, name=level, attempt=attempt)
    queued = e.LetterQueued(
        because=WHY,
        step=step,
        template=level,
        sort=e.Sort.UNSOLICITED,
        message_id=MessageId(f"{level}@brezance.example"),
        token="K7Q2M",
        to=("compta@lemoal.example",),
        cc=(),
        subject="Facture",
        amount=Decimal("1500.00"),
        invoices=tuple(InvoiceNumber(one) for one in numbers or ("FA-2026-118",)),
        composed_for=on,
        mime=Digest(mime or "ab" * 32),
    )
    at = datetime(on.year, on.month, on.day, 9, 0, tzinfo=UTC)
    sent = e.LetterSent(because=WHY, step=step, message_id=queued.message_id, sent_at=at)
    return [queued, sent]


def document(sort: e.DocumentSort, on: date, digest: str = "") -> e.DocumentAttached:
    """A document that a person put in."""
    return e.DocumentAttached(
        because=WHY,
        by=WHO,
        sort=sort,
        name=f"{sort.value}.pdf",
        dated_on=on,
        document=Digest(digest or sort.value.encode().hex().ljust(64, "0")[:64]),
    )


def step(name: str, on: date) -> e.LegalStepTaken:
    """A legal step that was taken."""
    return e.LegalStepTaken(because=WHY, by=WHO, legal_step=name, taken_on=on)


def entries_of(events: Iterable[e.Event]) -> tuple[Entry, ...]:
    """The events as a page of the journal, a minute apart."""
    return tuple(
        Entry(
            page=KEY.page,
            seq=seq,
            at=datetime(2026, 10, 1, 8, seq // 60, seq % 60, tzinfo=UTC),
            kind=type(event).__name__,
            event=event,
        )
        for seq, event in enumerate(events, 1)
    )


def file_of(events: Sequence[e.Event], *, on: date = TODAY, **other: object) -> LegalFile:
    """The file of a dossier with these events."""
    entries = entries_of(events)
    dossier = fold(entries)
    assert dossier is not None
    statement = claimed(dossier, on, RATES)
    return legal_file(dossier, entries, statement, on=on, **other)  # type: ignore[arg-type]
