"""One instance of every event, for the tests that each of them must pass: folded, told, coded."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import get_args

from relance_mailer.dossier import events as e
from relance_mailer.dossier import ordered as o
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
    PageId,
    PastInvoice,
    StepKey,
)
from relance_mailer.words import Cause, Intent, Kind, Outcome, Permanence

KEY = DossierKey(creditor=CreditorId("bz"), dossier=DossierId("BZ-2003"))
NUMBER = InvoiceNumber("F-2026-118")
DAY = date(2026, 10, 5)
AT = datetime(2026, 10, 5, 8, 30, tzinfo=UTC)
MESSAGE = Digest("5f" * 32)
STEP = StepKey(course=1, name="reminder_1")
INVOICE = Invoice(
    number=NUMBER, issued_on=date(2026, 8, 31), due_on=date(2026, 9, 30), amount=Decimal("1500.00")
)
DEBTOR = Debtor(debtor_id=DebtorId("C-77"), name="Menuiserie Ferrand")
WHY = "parce que"
WHO = "Anne Roux"

PARTS = (
    o.PlanPart(due_on=date(2026, 11, 5), amount=Decimal("750.00")),
    o.PlanPart(due_on=date(2026, 12, 7), amount=Decimal("750.00")),
)
EVERY_SAYING: tuple[o.Says, ...] = (
    o.Says(
        dispute_ack=o.DisputeAck(
            ground="quantité livrée inférieure à la quantité facturée",
            invoices=(NUMBER,),
            contested=Decimal("300.00"),
            answered_by="Claire Duval, responsable qualité",
            answer_on=date(2026, 10, 12),
            rest_due_on=date(2026, 10, 20),
            asks_for=("bon de livraison annoté",),
        )
    ),
    o.Says(
        dispute_answer=o.DisputeAnswer(
            ground="quantité livrée inférieure à la quantité facturée",
            invoices=(NUMBER,),
            contested=Decimal("300.00"),
            findings=("le bon de livraison porte 40 cartons sur 50",),
            remains=Decimal("1200.00"),
            due_on=date(2026, 10, 26),
            credit_note=o.CreditNote(
                number="A-2026-9", amount=Decimal("300.00"), issued_on=date(2026, 10, 12)
            ),
            exhibits=("bon-1187.pdf",),
        )
    ),
    o.Says(
        plan_offer=o.PlanOffer(
            instalments=PARTS, answer_by=date(2026, 10, 19), waived=Decimal("38.73")
        )
    ),
    o.Says(
        plan_confirmation=o.PlanConfirmation(
            instalments=PARTS,
            agreed_on=date(2026, 10, 15),
            agreed_by="Nadège Le Moal",
            answer_by=date(2026, 10, 22),
        )
    ),
    o.Says(
        explanation=o.Explanation(
            about="la pose de vos fenêtres, achevée le 31 août 2026",
            pay_by=date(2026, 10, 19),
            points=("l'acompte versé en juin a déjà été déduit",),
        )
    ),
)

EVERY_EVENT: tuple[e.Event, ...] = (
    e.DebtorDescribed(because=WHY, debtor=DEBTOR, contacts=(Contact(email="a@ferrand.example"),)),
    e.InvoiceOpened(because=WHY, invoice=INVOICE),
    e.InvoiceChanged(because=WHY, invoice=INVOICE),
    e.InvoiceSettled(because=WHY, number=NUMBER, settled_on=DAY, how=e.Settlement.PAID),
    e.InvoiceCancelled(because=WHY, number=NUMBER, cancelled_on=DAY),
    e.PaymentRecorded(because=WHY, number=NUMBER, amount=Decimal("200.00"), paid_on=DAY),
    e.CreditNoteRecorded(because=WHY, number=NUMBER, amount=Decimal("50.00"), credited_on=DAY),
    e.Settled(because=WHY, settled_on=DAY),
    e.LetterQueued(
        because=WHY,
        step=STEP,
        template="reminder_1",
        sort=e.Sort.UNSOLICITED,
        message_id=MessageId("t1@bz.example"),
        token="K7Q2M",
        to=("a@ferrand.example",),
        cc=(),
        subject="Facture F-2026-118",
        amount=Decimal("1500.00"),
        invoices=(NUMBER,),
        composed_for=DAY,
        mime=Digest("ab" * 32),
        deadline_on=date(2026, 10, 12),
        next_on=date(2026, 10, 13),
        announces="follow_up",
    ),
    e.LetterLeaving(because=WHY, step=STEP),
    e.LetterSent(because=WHY, step=STEP, message_id=MessageId("t1@bz.example"), sent_at=AT),
    e.LetterRefused(because=WHY, step=STEP, code=451, text="try later", permanent=False),
    e.LetterStayed(because=WHY, step=STEP),
    e.LetterUnsure(because=WHY, step=STEP),
    e.LetterWithdrawn(because=WHY, step=STEP),
    e.LetterDelayed(because=WHY, step=STEP, due_on=DAY, checks=("no_stop_is_set",)),
    e.InvoiceListed(because=WHY, number=NUMBER, step=STEP),
    e.NoticePrinted(
        because=WHY,
        step=STEP,
        dated_on=date(2026, 10, 29),
        amount=Decimal("1578.73"),
        paper=Digest("ab" * 32),
    ),
    e.ContactBounced(
        because=WHY,
        email="a@ferrand.example",
        permanence=Permanence.PERMANENT,
        reason="550 5.1.1",
        message=MESSAGE,
        step=STEP,
    ),
    e.MessageRead(
        because=WHY,
        message=MESSAGE,
        message_id=MessageId("r1@ferrand.example"),
        sender="a@ferrand.example",
        subject="RE: facture",
        sent_at=AT,
        kind=Kind.HUMAN,
        outcome=Outcome.HOLD_UNTIL,
        intents=(Intent.PROMISE, Intent.ACK),
        spans=("nous réglons vendredi",),
    ),
    e.LinkContested(
        because=WHY, message=MESSAGE, candidates=(KEY.page,), sender="x@y.example", subject="?"
    ),
    e.DistressSeen(because=WHY, message=MESSAGE, words="la trésorerie est tendue"),
    e.CauseRecorded(because=WHY, cause=Cause.CASH_TROUBLE),
    e.AnswerOwed(
        because=WHY,
        answer=Answer.DUPLICATE,
        message=MESSAGE,
        message_id=MessageId("r1@ferrand.example"),
        sender="a@ferrand.example",
        subject="facture ?",
        received_on=DAY,
        not_before=DAY,
    ),
    e.ContactProposed(
        because=WHY, email="b@ferrand.example", name="B", message=MESSAGE, taken_over=False
    ),
    e.ContactAbsent(
        because=WHY, email="a@ferrand.example", until=date(2026, 10, 20), message=MESSAGE
    ),
    e.PlanProposed(because=WHY, message=MESSAGE, words="en trois fois"),
    e.PromiseKept(because=WHY, promised_on=DAY),
    e.PlanLost(because=WHY, missed_on=DAY),
    e.PlanKept(because=WHY, ended_on=DAY),
    e.DisputeEnded(because=WHY, invoices=(NUMBER,), ended_on=DAY),
    e.ManagerTold(
        because=WHY,
        course=1,
        level="reminder_3",
        to="luc@bz.example",
        message_id=MessageId("m1@bz.example"),
        told_on=DAY,
        level_on=date(2026, 10, 21),
    ),
    e.TaskOpened(because=WHY, task="call", what="appeler le débiteur", due_on=DAY),
    e.TaskSkipped(because=WHY, task="call:1/reminder_2", due_on=DAY),
    e.HabitTold(because=WHY, invoices=(PastInvoice(number=NUMBER, due_on=DAY, paid_on=DAY),)),
    e.NoteWritten(because=WHY, by=WHO, text="le comptable rappelle jeudi"),
    e.CallLogged(because=WHY, by=WHO, on=DAY, with_whom="M. Ferrand", said="paiera"),
    e.TaskEntrusted(because=WHY, by=WHO, task="call", owner="Luc"),
    e.ManagerObjected(because=WHY, by=WHO, level="reminder_3", message=MESSAGE),
    e.TaskDone(because=WHY, by=WHO, task="call"),
    e.PostingRecorded(because=WHY, by=WHO, step=STEP, posted_on=DAY, number="1A 234"),
    e.ContactChanged(because=WHY, by=WHO, contact=Contact(email="c@ferrand.example")),
    e.PlanAgreed(
        because=WHY,
        by=WHO,
        instalments=(
            e.Instalment(due_on=DAY, amount=Decimal("500.00")),
            e.Instalment(due_on=date(2026, 11, 5)),
        ),
    ),
    e.DisputeOpened(
        because=WHY,
        by=WHO,
        invoices=(NUMBER,),
        amount=Decimal("300.00"),
        ground="quantité livrée",
        owner="le service commercial",
        answer_by=date(2026, 10, 12),
    ),
    e.DisputeDecided(because=WHY, by=WHO, invoices=(NUMBER,), creditor_at_fault=True),
    e.LetterOrdered(because=WHY, by=WHO, template="dispute_ack", message=MESSAGE),
    *(
        e.LetterOrdered(because=WHY, by=WHO, template=says.template, says=says)
        for says in EVERY_SAYING
    ),
    e.LetterApproved(because=WHY, by=WHO, step=STEP),
    e.LetterRejected(because=WHY, by=WHO, step=STEP),
    e.DossierClaimed(because=WHY, by=WHO),
    e.DossierReleased(because=WHY, by=WHO),
    e.AcknowledgementConfirmed(because=WHY, by=WHO, message=MESSAGE, acknowledged_on=DAY),
    e.LegalStepTaken(because=WHY, by=WHO, legal_step="petition_filed", taken_on=DAY),
    e.ReadingCorrected(
        because=WHY,
        by=WHO,
        message=MESSAGE,
        kind=Kind.HUMAN,
        outcome=Outcome.HOLD_UNTIL,
        intents=(Intent.PROMISE,),
        promise_dates=(date(2026, 11, 27),),
        promised_amount=Decimal("1200.00"),
        invoices=(InvoiceNumber("FA-1"),),
        redirect_to="compta@client.example",
        returns_on=date(2026, 11, 30),
        bounce_permanence=Permanence.TEMPORARY,
    ),
    e.BodyErased(because=WHY, by=WHO, seq=3),
    e.DocumentAttached(
        because=WHY,
        by=WHO,
        sort=e.DocumentSort.COMPANY_EXTRACT,
        name="kbis.pdf",
        dated_on=DAY,
        document=MESSAGE,
    ),
    e.DocumentDetached(because=WHY, by=WHO, document=MESSAGE),
    e.Held(because=WHY, until=date(2026, 10, 8), reason="ack", message=MESSAGE),
    e.PromiseMade(
        because=WHY,
        instalments=(e.Instalment(due_on=date(2026, 10, 9)),),
        invoices=(),
        until=date(2026, 10, 13),
        message=MESSAGE,
        made_on=DAY,
        made_by="a@ferrand.example",
    ),
    e.ReviewAsked(because=WHY, reason="question", message=MESSAGE),
    e.HandedToLegal(because=WHY, reason="hostile", message=MESSAGE),
    e.HoldEnded(because=WHY, ended_on=DAY),
    e.PromiseBroken(because=WHY, promised_on=DAY, made_by="a@ferrand.example", made_on=DAY),
    e.HumanResumed(because=WHY, by=WHO, next_step="reminder_2", not_before=DAY),
    e.HumanReopened(because=WHY, by=WHO, next_step="formal_notice", not_before=DAY),
    e.HumanClosed(because=WHY, by=WHO, waiver="accord du 2 octobre"),
    e.MessageIgnored(
        because=WHY, message=MESSAGE, kind=Kind.UNRELATED, sender="x@y.example", subject="promo"
    ),
    e.MessageUnlinked(
        because=WHY, message=MESSAGE, kind=Kind.HUMAN, sender="x@y.example", subject="bonjour"
    ),
    e.MessageLinked(because=WHY, by=WHO, message=MESSAGE, page=KEY.page),
    e.MessageSetAside(because=WHY, message=MESSAGE),
)


def classes_of(union: object) -> frozenset[type]:
    """The classes that a union is made of."""
    return frozenset(get_args(union))


def entry(
    event: e.Event | None, seq: int = 1, *, page: PageId = KEY.page, kind: str = ""
) -> e.Entry:
    """The event as an entry of the dossier's page."""
    return e.Entry(page=page, seq=seq, at=AT, kind=kind or type(event).__name__, event=event)
