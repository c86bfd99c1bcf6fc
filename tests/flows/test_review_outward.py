"""What falls due, lived through whole passes: promises, credits, orders, plans, strangers."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from html import unescape

from flows.world import MAILBOX, US, World, paris, row
from relance_mailer.desk.decisions import AgreePlan, Approve
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import (
    DossierId,
    DossierKey,
    InvoiceKind,
    InvoiceNumber,
    LedgerRow,
    StepKey,
)
from relance_mailer.flows.house import look_of
from relance_mailer.flows.record import Draft, record
from relance_mailer.flows.work_desk import act

KEY = DossierKey(creditor=US, dossier=DossierId("BZ-1"))
TWO = [row(), row(number="FA-2", amount="2500.00")]


def credit_note(amount: str) -> LedgerRow:
    """A credit note of the same dossier that no invoice has taken up."""
    known = row(number="AV-1", amount=amount)
    return replace(known, invoice=replace(known.invoice, kind=InvoiceKind.CREDIT_NOTE))


async def reminded(*rows: LedgerRow) -> World:
    """A debtor who got his first reminder on 5 October at nine."""
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = list(rows) or [row()]
    await world.works()
    assert len(world.mailer.delivered) == 1
    return world


async def lives(world: World, first: date, last: date) -> None:
    """Every day at nine, the daemon's passes."""
    while first <= last:
        world.goes_to(f"{first}T09:00")
        await world.works()
        first += timedelta(days=1)


async def levels_after_the_first(world: World) -> list[tuple[str | None, tuple[str, ...]]]:
    """The levels that left after 6 October and what they list."""
    letters = (await world.dossier()).letters
    return [
        (one.level, one.invoices)
        for one in letters
        if one.level and one.sent_on and one.sent_on > date(2026, 10, 6)
    ]


async def test_a_payment_that_never_comes_leaves_the_promise_of_the_other_invoice() -> None:
    """« FA-1 payée hier », then « FA-2 le 30 novembre »: FA-2 is not asked for before its day."""
    world = await reminded(*TWO)
    world.goes_to("2026-10-06T10:00")
    world.writes("Bonjour, la facture FA-1 a été payée hier par virement.")
    await world.works()
    world.goes_to("2026-10-06T11:00")
    world.writes("Bonjour, nous paierons la facture FA-2 le 30 novembre 2026.")
    await world.works()
    await lives(world, date(2026, 10, 7), date(2026, 11, 20))
    dossier = await world.dossier()
    assert dossier.promise is not None
    assert dossier.promise.invoices == ("FA-2",)
    assert await levels_after_the_first(world) == []
    assert [one.template for one in dossier.letters if one.template == "proof_request"]


async def test_a_promise_for_one_invoice_does_not_erase_that_for_another() -> None:
    """Both days hold; nothing is asked for before the later one."""
    world = await reminded(*TWO)
    world.goes_to("2026-10-06T10:00")
    world.writes("Bonjour, nous paierons la facture FA-1 le 30 novembre 2026.")
    await world.works()
    world.goes_to("2026-10-06T11:00")
    world.writes("Bonjour, nous paierons la facture FA-2 le 12 octobre 2026.")
    await world.works()
    await lives(world, date(2026, 10, 7), date(2026, 11, 20))
    assert await levels_after_the_first(world) == []


async def test_a_reminder_takes_an_open_credit_note_off_and_says_so() -> None:
    """1 000 € invoiced, a credit note of 900 € open: the letter asks for 100 €."""
    world = await reminded(row(amount="1000.00"), credit_note("900.00"))
    letter = (await world.dossier()).letters[0]
    assert letter.amount == Decimal("100.00")
    mail = message_from_bytes(world.mailer.delivered[0].mime, policy=policy.default)
    for form in ("plain", "html"):
        part = mail.get_body((form,))
        assert part is not None
        said = " ".join(unescape(part.get_content()).split())
        assert "AV-1" in said
        assert "-900,00 €" in said
        assert "régler 100,00 €" in said


async def test_a_credit_note_that_covers_what_is_due_keeps_the_letter_back() -> None:
    """Nothing to ask for today, something later: no letter, and no human is needed."""
    world = World(at=paris("2026-10-05T09:00"))
    later = row(number="FA-2", amount="5000.00", due_on=date(2026, 12, 31))
    world.ledger.rows = [row(amount="1000.00"), later, credit_note("1200.00")]
    await world.works()
    dossier = await world.dossier()
    assert (dossier.phase, dossier.letters) == (Phase.RUNNING, ())


async def test_an_answer_does_not_wait_behind_a_level_that_the_same_word_holds() -> None:
    """A level stands ready at 8:31, a promise comes at 8:32: its confirmation leaves that day."""
    world = World(at=paris("2026-10-05T08:31"))
    world.ledger.rows = [row()]
    await world.syncs()
    await world.fetches()
    await world.plans()
    world.goes_to("2026-10-05T08:32")
    world.writes("Bonjour, nous paierons la facture FA-1 le 16 octobre 2026.")
    for minute in (33, 34, 45):
        world.goes_to(f"2026-10-05T08:{minute}")
        await world.works()
    sent = [one.template for one in (await world.dossier()).letters if one.sent_on]
    assert sent == ["promise_confirmation"]


async def test_a_letter_approved_in_review_leaves_the_day_after_if_its_day_went_by() -> None:
    """The human said yes to the letter, not to a date."""
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    await world.syncs()
    await world.fetches()

    def decide(draft: Draft) -> None:
        draft.write(KEY.page, [e.ReviewAsked(because="une question", reason="question")])

    look = look_of(world.creditor, world.clock.today())
    await record(world.house.journal, [KEY.page], decide, at=world.clock.now(), look=look)
    step = StepKey(course=1, name="reminder_1")
    await act(world.house, world.creditor, KEY, Approve(by="Zoé", because="oui", step=step))
    await world.plans()
    assert (await world.dossier()).on_its_way
    world.goes_to("2026-10-06T09:00")
    await world.works()
    await world.works()
    assert world.recipients() == ["compta@c-bz-1.example"]


async def test_what_was_paid_before_a_plan_is_no_instalment_of_it() -> None:
    """500 € on 7 October, a plan agreed on the 8th: its first 500 € are still to come."""
    world = await reminded()
    world.goes_to("2026-10-07T09:00")
    partly = replace(row().invoice, paid=Decimal("500.00"))
    world.ledger.rows = [replace(row(), invoice=partly)]
    await world.works()
    world.goes_to("2026-10-08T09:00")
    parts = tuple(
        e.Instalment(due_on=day, amount=Decimal("500.00"))
        for day in (date(2026, 10, 15), date(2026, 11, 16))
    )
    plan = AgreePlan(by="Zoé", because="accord", instalments=parts)
    await act(world.house, world.creditor, KEY, plan)
    await lives(world, date(2026, 10, 9), date(2026, 10, 23))
    assert "PlanLost" in await world.kinds()


async def test_whom_a_colleague_puts_in_copy_does_not_speak_for_the_debtor() -> None:
    """An expert's word about the dossier is a human's to judge (P8)."""
    world = await reminded()
    world.goes_to("2026-10-06T09:00")
    mail = EmailMessage()
    mail["From"], mail["To"] = MAILBOX, "compta@c-bz-1.example"
    mail["Cc"], mail["Subject"] = "expert@cabinet.example", "[BZ-1] point"
    mail["Date"], mail["Message-ID"] = format_datetime(world.clock.at), "<point@poste.example>"
    mail.set_content("Bonjour, voici le point sur votre dossier.")
    world.mailbox.put(mail.as_bytes(), "Sent", at=world.clock.at)
    await world.works()
    world.writes(
        "Bonjour, la facture FA-1 sera réglée le 30 novembre 2026.",
        sender="expert@cabinet.example",
        subject="Re: [BZ-1] point",
    )
    await world.works()
    dossier = await world.dossier()
    assert (dossier.phase, dossier.promise) == (Phase.REVIEW, None)


async def test_a_dossier_settled_by_a_credit_note_that_owes_again_is_dunned_again() -> None:
    """The price rises after the settlement: the rest is asked for."""
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row(), credit_note("1500.00")]
    await world.works()
    assert world.mailer.delivered == []
    dearer = replace(row().invoice, amount=Decimal("2000.00"))
    world.ledger.rows = [replace(row(), invoice=dearer), credit_note("1500.00")]
    await lives(world, date(2026, 10, 6), date(2026, 10, 7))
    dossier = await world.dossier()
    assert (dossier.phase, dossier.letters[0].amount) == (Phase.RUNNING, Decimal("500.00"))
    assert InvoiceNumber("FA-1") in dossier.letters[0].invoices
