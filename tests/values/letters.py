"""Letters as values, for the tests of the renderer, the templates and the lint."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from relance_mailer.dossier.events import Instalment, Sort
from relance_mailer.dossier.reference import mark_of, message_id_for, sign
from relance_mailer.dossier.values import (
    Answer,
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
    answer_step,
)
from relance_mailer.law.reckoning import reckon
from relance_mailer.law.routes import Act, court_of
from relance_mailer.outward.compose import Letter, Sender
from relance_mailer.outward.levels import SenderRole
from relance_mailer.outward.listing import Line, in_all, line_of
from relance_mailer.outward.past import Past
from relance_mailer.words import Role, Segment

SHIPPED = Path(__file__).parents[2] / "templates"
KEY = DossierKey(creditor=CreditorId("brezance"), dossier=DossierId("BZ-2003"))
SECRET = b"une clef de test"

CLERK = Sender(
    creditor_name="Brézance Matériel",
    mailbox="compta@brezance.example",
    mentions=(
        "Brézance Matériel, SAS au capital de 120 000 €, 4 quai des Indes, 56100 Lorient",
        "SIREN 732 829 320, RCS Lorient",
    ),
    privacy="Données traitées pour le suivi de nos factures ; vos droits : dpo@brezance.example.",
    iban="FR7630001007941234567890185",
    bic="BDFEFRPPCCT",
    person="Hélène Sauvaget",
    role="Chargée de recouvrement",
    phone="02 97 00 10 10",
    sender_role=SenderRole.AR_CLERK,
)
MANAGER = replace(
    CLERK,
    person="Marc Daniel",
    role="Responsable du crédit clients",
    sender_role=SenderRole.CREDIT_MANAGER,
)
DIRECTOR = replace(
    CLERK,
    person="Solène Kervarec",
    role="Directrice générale",
    sender_role=SenderRole.MANAGEMENT,
)

DEBTORS = {
    Segment.SME: ("Transports Le Moal Frères", "Nadège Le Moal"),
    Segment.LARGE: ("Valmorel Industries", "Centre de services partagés"),
    Segment.SOLE_TRADER: ("Le Fournil d'Elouan", "Elouan Prigent"),
    Segment.ASSOCIATION: ("Comité des fêtes de Trébéron", "Yves Abgrall"),
    Segment.PUBLIC: ("Commune de Saint-Aubin-la-Lande", "Mme Hamonic"),
    Segment.CONSUMER: ("Paul Guégan", "Paul Guégan"),
}
GREETINGS = {
    Segment.LARGE: "",
    Segment.PUBLIC: "Madame Hamonic",
}


def debtor_of(segment: Segment) -> Debtor:
    """A debtor of that segment."""
    return Debtor(
        debtor_id=DebtorId("C1004"),
        name=DEBTORS[segment][0],
        siren=None if segment is Segment.CONSUMER else "732829320",
        segment=segment,
        address="12 rue du Port",
        postcode="29200",
        city="Brest",
    )


def invoices_of(count: int, segment: Segment = Segment.SME) -> tuple[Invoice, ...]:
    """So many invoices, all overdue by October 2026."""
    public, consumer = segment is Segment.PUBLIC, segment is Segment.CONSUMER
    return tuple(
        Invoice(
            number=InvoiceNumber(f"FA2026-08{71 + place}"),
            issued_on=date(2026, 7, 3) + timedelta(days=6 * place),
            due_on=date(2026, 8, 3) + timedelta(days=6 * place),
            amount=Decimal("1834.20") + 211 * place,
            paid=Decimal("334.20") if place == 1 else Decimal("0.00"),
            po_number="4500187332" if segment is Segment.LARGE else None,
            portal_id=f"CPP-88{place}412" if public else None,
            received_on=date(2026, 7, 4) if public else None,
            order_ref=f"W-55{place}" if consumer else None,
            performed_on=date(2026, 7, 2) if consumer else None,
            document=f"FA2026-08{71 + place}.pdf",
        )
        for place in range(count)
    )


def lines_of(
    invoices: tuple[Invoice, ...], segment: Segment, today: date, *, reckoned: bool
) -> tuple[Line, ...]:
    """The lines of a letter of that day."""
    lines = []
    for invoice in invoices:
        line = line_of(invoice, today)
        if reckoned:
            found = reckon(invoice, segment=segment, on=today)
            line = replace(
                line,
                interest=found.interest,
                fee=found.fee,
                rate=found.rate,
                ground=found.ground,
                parts=found.parts,
            )
        lines.append(line)
    return tuple(lines)


LEVELS = {
    # template: (send day, deadline, next, sender)
    "pre_due": (date(2026, 9, 25), None, None, CLERK),
    "reminder_1": (date(2026, 10, 5), date(2026, 10, 12), date(2026, 10, 13), CLERK),
    "reminder_2": (date(2026, 10, 13), date(2026, 10, 20), date(2026, 10, 21), CLERK),
    "reminder_3": (date(2026, 10, 21), date(2026, 10, 28), date(2026, 10, 29), MANAGER),
    "formal_notice": (date(2026, 10, 29), date(2026, 11, 10), date(2026, 11, 12), DIRECTOR),
}
B2B_ACTS = {
    "pre_due": None,
    "reminder_1": Act.FOLLOW_UP,
    "reminder_2": Act.INTEREST_AND_FEE,
    "reminder_3": Act.FORMAL_NOTICE,
    "formal_notice": Act.PAYMENT_ORDER,
}
ACTS = {
    Segment.CONSUMER: B2B_ACTS
    | {"reminder_2": Act.FORMAL_NOTICE, "formal_notice": Act.OFFICER_OR_COURT},
    Segment.ASSOCIATION: B2B_ACTS | {"reminder_2": Act.LETTER_TO_PRESIDENT},
    Segment.PUBLIC: B2B_ACTS
    | {
        "reminder_2": Act.LETTER_TO_PUBLIC_ACCOUNTANT,
        "reminder_3": Act.LETTER_TO_HEAD_OF_BODY,
        "formal_notice": Act.INTERIM_PAYMENT,
    },
}
RECKONED = {
    Segment.PUBLIC: frozenset({"reminder_2", "reminder_3", "formal_notice"}),
    Segment.CONSUMER: frozenset(),
    Segment.ASSOCIATION: frozenset(),
}


def level_letter(
    template: str = "reminder_1", segment: Segment = Segment.SME, count: int = 1
) -> Letter:
    """A level as `compose` would give it."""
    today, deadline, next_on, sender = LEVELS[template]
    reckoned = template in RECKONED.get(segment, frozenset({"reminder_3", "formal_notice"}))
    invoices = invoices_of(count, segment)
    if template == "pre_due":
        invoices = tuple(replace(i, due_on=date(2026, 9, 30)) for i in invoices)
    lines = lines_of(invoices, segment, today, reckoned=reckoned)
    announces = ACTS.get(segment, B2B_ACTS)[template]
    names_court = announces in {Act.PAYMENT_ORDER, Act.OFFICER_OR_COURT, Act.INTERIM_PAYMENT}
    past = None
    if template not in {"pre_due", "reminder_1"}:
        past = Past(on=today - timedelta(days=8), what="none")
    step = StepKey(course=1, name=template)
    token = sign(SECRET, KEY, step)
    debtor = debtor_of(segment)
    company = segment in {Segment.SME, Segment.LARGE}
    return Letter(
        key=KEY,
        debtor=debtor,
        step=step,
        template=template,
        language="fr",
        tone="neutral",
        sort=Sort.UNSOLICITED,
        to=(Contact(email="compta@lemoal.example", name=DEBTORS[segment][1]),),
        cc=(),
        sender=sender,
        message_id=message_id_for(token, step, "brezance.example"),
        token=token,
        mark=mark_of(KEY, token),
        composed_for=today,
        reckoned_on=today,
        lines=lines,
        total=sum((line.left for line in lines), Decimal("0.00")),
        currency="EUR",
        deadline_on=deadline,
        next_on=next_on,
        announces=announces,
        past=past,
        interest=in_all(line.interest for line in lines),
        fees=in_all(line.fee for line in lines),
        court=court_of(debtor).printed if names_court else "",
        greeting=GREETINGS.get(segment, DEBTORS[segment][1]),
        next_role=Role.CHIEF_ACCOUNTANT if template == "reminder_1" and company else None,
    )


def answer_letter(
    answer: Answer, segment: Segment = Segment.SME, count: int = 1, words: str = ""
) -> Letter:
    """An answer as `compose` would give it."""
    message = Digest("0f3a9c" * 10)
    step = answer_step(1, answer, message)
    token = sign(SECRET, KEY, step)
    level = level_letter("reminder_1", segment, count)
    letter = replace(
        level,
        step=step,
        template=answer.value,
        tone="answer",
        sort=Sort.ANSWER,
        message_id=message_id_for(token, step, "brezance.example"),
        token=token,
        mark=mark_of(KEY, token),
        deadline_on=None,
        next_on=None,
        announces=None,
        past=Past(on=date(2026, 10, 2), what="message", words=words),
        check_on=date(2026, 10, 8),
        in_reply_to=MessageId("abc123@lemoal.example"),
        references=(MessageId("abc123@lemoal.example"),),
        answers=message,
    )
    if answer is Answer.PROMISE_CONFIRMATION:
        return replace(
            letter,
            instalments=(Instalment(due_on=date(2026, 10, 16)),),
            promised_amount=letter.total,
            check_on=date(2026, 10, 20),
        )
    if answer is Answer.THANKS:
        return replace(letter, lines=(), total=Decimal("0.00"), received=Decimal("1834.20"))
    return letter
