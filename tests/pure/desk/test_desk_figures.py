"""The dashboard's figures, reckoned by hand on a few dossiers."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from relance_mailer.desk.figures import Tally, age_of, reactions
from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import (
    Dossier,
    InvoiceKept,
    LetterKept,
    LetterState,
    PromiseTaken,
)
from relance_mailer.dossier.values import (
    CreditorId,
    Digest,
    DossierId,
    DossierKey,
    Invoice,
    InvoiceNumber,
    MessageId,
    StepKey,
)
from relance_mailer.words import Intent, Kind, Outcome

TODAY = date(2026, 11, 12)
KEY = DossierKey(creditor=CreditorId("bz"), dossier=DossierId("BZ-1"))


def invoice(
    number: str, due_on: date, amount: str, *, closed_on: date | None = None
) -> InvoiceKept:
    one = Invoice(
        number=InvoiceNumber(number),
        issued_on=date(2026, 9, 1),
        due_on=due_on,
        amount=Decimal(amount),
        paid=Decimal(amount) if closed_on else Decimal("0.00"),
    )
    return InvoiceKept(invoice=one, open=closed_on is None, closed_on=closed_on)


def letter(level: str, sent_on: date, next_on: date, *numbers: str) -> LetterKept:
    return LetterKept(
        step=StepKey(course=1, name=level),
        state=LetterState.SENT,
        level=level,
        template=level,
        sort=e.Sort.UNSOLICITED,
        message_id=MessageId("x@y.example"),
        to=("a@b.example",),
        sent_on=sent_on,
        next_on=next_on,
        invoices=tuple(InvoiceNumber(one) for one in numbers),
    )


def paid(number: str, amount: str, on: date) -> e.PaymentRecorded:
    return e.PaymentRecorded(
        because="x", number=InvoiceNumber(number), amount=Decimal(amount), paid_on=on
    )


def promise(made_on: date, fate: str) -> PromiseTaken:
    made = e.PromiseMade(
        because="x",
        instalments=(),
        invoices=(),
        until=made_on,
        message=Digest("0" * 64),
        made_on=made_on,
        made_by="a@b.example",
    )
    return PromiseTaken(promise=made, fate=fate)


@pytest.mark.parametrize(
    ("due_on", "name"),
    [
        (date(2026, 12, 1), "à échoir"),
        (TODAY, "à échoir"),
        (date(2026, 11, 11), "1 à 30 jours"),
        (date(2026, 10, 13), "1 à 30 jours"),
        (date(2026, 10, 12), "31 à 60 jours"),
        (date(2026, 9, 12), "61 à 90 jours"),
        (date(2026, 8, 13), "plus de 90 jours"),
    ],
    ids=str,
)
def test_an_invoice_stands_in_the_column_of_its_age(due_on: date, name: str) -> None:
    assert age_of(due_on, TODAY) == name


def test_what_is_owed_promised_and_recovered() -> None:
    """1 000 € open and late, 500 € paid eight days after the first reminder, one promise kept."""
    owing = Dossier(
        key=KEY,
        invoices=(
            invoice("A", date(2026, 10, 1), "1000.00"),
            invoice("B", date(2026, 10, 1), "500.00", closed_on=date(2026, 10, 20)),
        ),
        letters=(
            letter("reminder_1", date(2026, 10, 6), date(2026, 10, 14), "A", "B"),
            letter("reminder_2", date(2026, 10, 14), date(2026, 10, 22), "B"),
            letter("reminder_3", date(2026, 11, 9), date(2026, 11, 18), "A"),
        ),
        payments=(
            paid("B", "200.00", date(2026, 10, 1)),  # before any letter
            paid("B", "300.00", date(2026, 10, 20)),
        ),
        promises=(
            promise(date(2026, 10, 1), "kept"),
            promise(date(2026, 10, 2), "broken"),
            promise(date(2026, 10, 3), "kept"),
            promise(date(2025, 10, 3), "broken"),  # more than a year ago
            promise(date(2026, 11, 3), "open"),
            promise(date(2026, 11, 3), "replaced"),
        ),
    )
    tally = Tally(on=TODAY, level_names=("reminder_1", "reminder_2", "reminder_3"))
    tally.take(owing)
    tally.take(replace(owing, invoices=(), letters=(), payments=(), promises=()))
    found = tally.figures()
    assert (found.dossiers, found.outstanding, found.overdue) == (1, Decimal(1000), Decimal(1000))
    assert dict(found.aged)["31 à 60 jours"] == Decimal(1000)
    assert found.dso == 60  # 1 000 of 1 500 sold in 90 days
    assert (found.promises_kept, found.promises_broken, found.promises_open) == (2, 1, 1)
    assert found.kept_share == Decimal(67)
    assert (found.recovered_month, found.recovered_year) == (Decimal(300), Decimal(300))
    first, second, third = found.levels
    assert (first.sent, first.judged, first.paid, first.share) == (1, 1, 0, Decimal(0))
    assert (second.sent, second.paid, second.recovered) == (1, 1, Decimal(300))
    assert (third.sent, third.judged, third.share) == (1, 0, None)


def test_nothing_sold_and_nothing_judged_gives_no_ratio() -> None:
    found = Tally(on=TODAY).figures()
    assert (found.dso, found.kept_share, found.our_hours, found.their_hours) == (None,) * 4


def test_reactions_are_counted_from_the_journal() -> None:
    """The debtor writes 30 hours after the letter; we answer two hours later."""
    step, answer = StepKey(course=1, name="reminder_1"), StepKey(course=1, name="answer")
    message = Digest("1" * 64)

    def entry(seq: int, event: e.Event) -> e.Entry:
        at = datetime(2026, 10, 8, tzinfo=UTC)
        return e.Entry(page=KEY.page, seq=seq, at=at, kind=type(event).__name__, event=event)

    def sent(of: StepKey, day: int, hour: int) -> e.LetterSent:
        at = datetime(2026, 10, day, hour, tzinfo=UTC)
        return e.LetterSent(because="x", step=of, message_id=MessageId("m"), sent_at=at)

    read = e.MessageRead(
        because="x",
        message=message,
        message_id=MessageId("r"),
        sender="a@b.example",
        subject="",
        sent_at=datetime(2026, 10, 7, 14, tzinfo=UTC),
        kind=Kind.HUMAN,
        outcome=Outcome.HOLD,
        intents=(Intent.ACK,),
    )
    queued = e.LetterQueued(
        because="x",
        step=answer,
        template="duplicate",
        sort=e.Sort.ANSWER,
        message_id=MessageId("q"),
        token="t",
        to=(),
        cc=(),
        subject="",
        amount=Decimal(0),
        invoices=(),
        composed_for=date(2026, 10, 7),
        mime=Digest("2" * 64),
        answers=message,
    )
    told = [sent(step, 6, 8), read, queued, sent(answer, 7, 16)]
    ours, theirs = reactions(entry(seq, event) for seq, event in enumerate(told, 1))
    assert (ours, theirs) == ([2.0], [30.0])
