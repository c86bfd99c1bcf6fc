"""A dossier told day by day: events are folded as the journal does, letters leave at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from decimal import Decimal

from relance_mailer.dossier import events as e
from relance_mailer.dossier.fold import apply
from relance_mailer.dossier.state import Dossier
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
)
from relance_mailer.outward.adaptation import adapted
from relance_mailer.outward.levels import Timeline
from relance_mailer.outward.listing import announced, demanded
from relance_mailer.outward.timeline import EventsStep, LetterStep, Step, due, letter_dates
from relance_mailer.words import Intent, Kind, Outcome, Role, Segment
from relance_mailer.workdays import ONE_DAY, PARIS, is_business_day, zone_of

KEY = DossierKey(creditor=CreditorId("brezance"), dossier=DossierId("BZ-2003"))
CONTACT = Contact(email="compta@debiteur.example", name="Nadège Le Moal")
EVERYBODY = (
    CONTACT,
    Contact(email="chef@debiteur.example", role=Role.CHIEF_ACCOUNTANT),
    Contact(email="daf@debiteur.example", role=Role.CFO),
    Contact(email="gerant@debiteur.example", role=Role.LEGAL_REPRESENTATIVE),
)


def day(text: str) -> date:
    """The date of an ISO text."""
    return date.fromisoformat(text)


def digest(text: str) -> Digest:
    """A made-up digest of 64 signs."""
    return Digest(text.encode().hex().ljust(64, "0")[:64])


def debtor(segment: Segment = Segment.SME, **changes: object) -> Debtor:
    """A debtor of that segment."""
    known = Debtor(debtor_id=DebtorId("C1004"), name="Transports Le Moal", segment=segment)
    return replace(known, **changes)  # type: ignore[arg-type]


def invoice(
    number: str = "FA-1",
    due_on: str = "2026-09-30",
    amount: str = "1500.00",
    **changes: object,
) -> Invoice:
    """An open invoice."""
    known = Invoice(
        number=InvoiceNumber(number),
        issued_on=day(due_on) - 30 * ONE_DAY,
        due_on=day(due_on),
        amount=Decimal(amount),
    )
    return replace(known, **changes)  # type: ignore[arg-type]


@dataclass
class Story:
    """A dossier and what happens to it."""

    timeline: Timeline
    today: date
    dossier: Dossier = field(default_factory=lambda: Dossier(key=KEY))
    told: list[tuple[date, str]] = field(default_factory=list)

    def happens(self, *events: e.DossierEvent) -> None:
        """Fold the events in, at nine o'clock today."""
        for event in events:
            entry = e.Entry(
                page=KEY.page,
                seq=self.dossier.version + 1,
                at=datetime.combine(self.today, time(9, 0), tzinfo=PARIS),
                kind=type(event).__name__,
                event=event,
            )
            self.dossier = apply(self.dossier, entry)

    def due(self) -> Step | None:
        """What is due today."""
        return due(self.dossier, self.now, today=self.today)

    @property
    def now(self) -> Timeline:
        """The timeline as it is bent for this debtor today."""
        return adapted(self.timeline, self.dossier)

    def send(self, step: LetterStep, *, confirmed: str = "") -> None:
        """Queue and send the letter of a step, as compose would fill it."""
        is_level = step.level is not None
        zone = zone_of(self.dossier.debtor.postcode if self.dossier.debtor else None)
        deadline_on = next_on = None
        if step.level is not None:
            deadline_on, next_on = letter_dates(step.level, self.today, self.now, zone)
        self.happens(
            e.LetterQueued(
                because=step.because,
                step=step.key,
                template=step.level.template if step.level else step.key.template,
                sort=e.Sort.UNSOLICITED if is_level else e.Sort.ANSWER,
                message_id=MessageId(f"{step.key}@ours.example"),
                token="K7Q2M",
                to=(CONTACT.email,),
                cc=(),
                subject="Relance",
                amount=self.dossier.owed,
                invoices=tuple(one.number for one in self._listed(step)),
                composed_for=self.today,
                mime=digest(str(step.key)),
                deadline_on=deadline_on,
                next_on=next_on,
                announces=confirmed or (str(step.level.announces or "") if step.level else ""),
                announced_for_promise=bool(confirmed),
                answers=step.answer.message if step.answer else None,
            ),
            e.LetterLeaving(because="", step=step.key),
            e.LetterSent(
                because="",
                step=step.key,
                message_id=MessageId(f"{step.key}@ours.example"),
                sent_at=datetime.combine(self.today, time(9, 5), tzinfo=PARIS),
            ),
        )

    def _listed(self, step: LetterStep) -> Sequence[Invoice]:
        if step.level is None:
            return ()
        if step.level.template == "pre_due":
            return announced(self.dossier, self.today, step.level.offset_days)
        return demanded(self.dossier, step.level.template, self.today)

    def until(self, last: str) -> list[tuple[str, str]]:
        """Live day by day up to and including a day: what happened, as (ISO day, what)."""
        while self.today <= day(last):
            self._one_day()
            self.today += ONE_DAY
        return [(on.isoformat(), what) for on, what in self.told]

    def _one_day(self) -> None:
        sent = False
        for _ in range(10):
            step = self.due()
            is_letter = isinstance(step, LetterStep)
            if step is None or (is_letter and (sent or not is_business_day(self.today))):
                return
            if isinstance(step, EventsStep):
                self.happens(*step.events)
                self.told += [(self.today, type(event).__name__) for event in step.events]
            else:
                self.send(step)
                self.told.append((self.today, step.key.template))
                sent = True
        raise AssertionError("la journée ne finit pas")


def story(
    timeline: Timeline,
    *invoices: Invoice,
    today: str = "2026-09-01",
    contacts: tuple[Contact, ...] = EVERYBODY,
    who: Debtor | None = None,
) -> Story:
    """A dossier just taken in from the ledger."""
    told = Story(timeline=timeline, today=day(today))
    told.happens(
        e.DebtorDescribed(
            because="grand livre", debtor=who or debtor(timeline.segment), contacts=contacts
        ),
        *(e.InvoiceOpened(because="grand livre", invoice=one) for one in invoices or (invoice(),)),
    )
    return told


def paid(whole: Invoice, amount: str, on: str) -> tuple[e.DossierEvent, ...]:
    """A payment as the ledger tells it, on the invoice as it stands before."""
    money = Decimal(amount)
    after = replace(whole, paid=whole.paid + money)
    events: list[e.DossierEvent] = [
        e.PaymentRecorded(
            because="grand livre", number=whole.number, amount=money, paid_on=day(on)
        ),
        e.InvoiceChanged(because="grand livre", invoice=after),
    ]
    if after.left == 0:
        events.append(
            e.InvoiceSettled(
                because="grand livre",
                number=whole.number,
                settled_on=day(on),
                how=e.Settlement.PAID,
            )
        )
    return tuple(events)


def heard(message: str, intent: Intent, outcome: Outcome, at: date) -> e.MessageRead:
    """A person's message was read."""
    return e.MessageRead(
        because=intent.value,
        message=digest(message),
        message_id=MessageId(f"{message}@debiteur.example"),
        sender=CONTACT.email,
        subject="Re: Relance",
        sent_at=datetime.combine(at, time(8, 0), tzinfo=PARIS),
        kind=Kind.HUMAN,
        outcome=outcome,
        intents=(intent,),
    )


def promised(
    message: str,
    made_on: str,
    *parts: tuple[str, str | None],
    until: str,
    numbers: tuple[str, ...] = (),
) -> e.PromiseMade:
    """A dated promise in parts (day, amount)."""
    return e.PromiseMade(
        because="promesse",
        instalments=tuple(
            e.Instalment(due_on=day(on), amount=Decimal(amount) if amount else None)
            for on, amount in parts
        ),
        invoices=tuple(InvoiceNumber(number) for number in numbers),
        until=day(until),
        message=digest(message),
        made_on=day(made_on),
        made_by=CONTACT.email,
    )


def owed(answer: Answer, message: str, on: str) -> e.AnswerOwed:
    """An answer owed to a message."""
    return e.AnswerOwed(
        because=answer.value,
        answer=answer,
        message=digest(message),
        message_id=MessageId(f"{message}@debiteur.example"),
        sender=CONTACT.email,
        subject="Re: Relance",
        received_on=day(on),
        not_before=day(on),
    )


def held(until: str, reason: str, message: str = "m", then: str = "") -> e.Held:
    """A hold until a day."""
    return e.Held(
        because=reason, until=day(until), reason=reason, message=digest(message), then=then
    )
