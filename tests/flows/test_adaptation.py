"""Timelines that adapt, as they are shipped: from the ledger's rows to what really left."""

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from flows.world import ROOT, US, World, paris, row
from relance_mailer.desk.decisions import Call, Close, RecordPosting
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import (
    Contact,
    DossierId,
    DossierKey,
    LedgerPayment,
    LedgerRow,
    StepKey,
)
from relance_mailer.flows.preview import preview
from relance_mailer.flows.work_desk import act, show
from relance_mailer.outward.levels import Form
from relance_mailer.settings.timelines import timelines_of
from relance_mailer.words import Cause, Role, Segment
from simulation.life import header

FILE = ROOT / "config" / "timelines.toml"
KEY = DossierKey(creditor=US, dossier=DossierId("BZ-1"))


@pytest.fixture
def world() -> World:
    made = World(at=paris("2026-09-01T09:00"))
    timelines, holds = timelines_of(
        tomllib.loads(FILE.read_text("utf-8")),
        FILE,
        min_amount=Decimal("30.00"),
        big_amount=Decimal("10000.00"),
        formal_notice_form=None,
    )
    made.creditor = replace(made.creditor, timelines=timelines, holds=holds)
    return made


async def until(world: World, last: str) -> list[tuple[str, str]]:
    """Every day's work until a day; (day, level) of what left."""
    left = []
    while world.clock.today() <= date.fromisoformat(last):
        before = len(world.mailer.delivered)
        await world.works()
        new = world.mailer.delivered[before:]
        today = f"{world.clock.today()}"
        left += [(today, header(one.mime, "X-Reminder-Level")) for one in new]
        world.goes_to(f"{world.clock.today() + timedelta(days=1)}T09:00")
    return left


def settled(number: str, due_on: date, late: int, dossier: str = "BZ-1") -> LedgerRow:
    """A paid row of the months before."""
    known = row(dossier, number, due_on=due_on, amount="100.00", paid="100.00", debtor="C-BZ-1")
    return replace(known, invoice=replace(known.invoice, issued_on=due_on - timedelta(days=30)))


def payment(number: str, on: date) -> LedgerPayment:
    return LedgerPayment(number=number, paid_on=on, amount=Decimal("100.00"), kind="payment")


def history(world: World, *late: int, dossier: str = "BZ-1") -> None:
    """So many invoices paid, each so many days after it was due, dated by the bank."""
    for place, days in enumerate(late):
        due_on = date(2026, 1, 31) + timedelta(days=30 * place)
        world.ledger.rows.append(settled(f"P-{place}", due_on, days, dossier))
        world.ledger.payments.append(payment(f"P-{place}", due_on + timedelta(days=days)))


async def test_a_habit_is_read_from_the_ledger_and_its_payments(world: World) -> None:
    history(world, 12, 20, 9)
    world.ledger.rows.append(row())
    assert await until(world, "2026-10-09") == [
        ("2026-09-25", "pre_due"),
        ("2026-10-02", "reminder_1"),
        ("2026-10-09", "reminder_2"),
    ]


async def test_a_habit_in_another_dossier_of_the_debtor_counts(world: World) -> None:
    history(world, 12, 20, 9, dossier="BZ-9")
    world.ledger.rows.append(row(debtor="C-BZ-1"))
    assert (await until(world, "2026-10-02"))[0] == ("2026-09-25", "pre_due")


async def test_the_same_habit_is_told_once(world: World) -> None:
    history(world, 12, 20, 9, dossier="BZ-9")
    world.ledger.rows.append(row(debtor="C-BZ-1"))
    await until(world, "2026-09-05")
    assert (await world.kinds()).count("HabitTold") == 1


async def test_a_good_payer_gets_three_days_more(world: World) -> None:
    history(world, 0, 1, -3)
    world.ledger.rows.append(row())
    assert await until(world, "2026-10-08") == [("2026-10-08", "reminder_1")]


async def test_payments_without_a_date_make_no_habit_and_the_dossier_says_so(world: World) -> None:
    history(world, 12, 20, 9)
    world.ledger.payments.clear()
    world.ledger.rows.append(row())
    assert await until(world, "2026-10-05") == [("2026-10-05", "reminder_1")]
    view = await show(world.house, world.creditor, KEY)
    assert "payment_history" in {one.datum for one in view.missing}
    coming = await preview(world.house, world.creditor, days=30)
    assert "payment_history" in coming[0].missing


async def test_an_association_is_led_to_its_president_and_to_the_end(world: World) -> None:
    readers = (
        Contact(email="tresor@asso.example", role=Role.TREASURER, name="Yves Abgrall"),
        Contact(email="presidence@asso.example", role=Role.PRESIDENT, name="Odile Riou"),
    )
    known = row(segment=Segment.ASSOCIATION, name="Comité des fêtes")
    world.ledger.rows = [replace(known, contacts=readers)]
    assert await until(world, "2026-12-08") == [
        ("2026-10-05", "reminder_1"),
        ("2026-10-20", "reminder_2"),
        ("2026-11-03", "reminder_3"),
        ("2026-11-17", "formal_notice"),
    ]
    assert world.recipients() == [readers[0].email] * 2 + [readers[1].email] * 2
    assert (await world.dossier()).phase_since == date(2026, 12, 7)


async def test_a_public_buyer_is_late_from_the_receipt_on(world: World) -> None:
    """Received on 10 Sept by a hospital: due on 30 Oct, whatever the ledger reckoned."""
    known = row(segment=Segment.PUBLIC, name="Centre hospitalier")
    known = replace(
        known,
        debtor=replace(known.debtor, sector="hôpital"),
        invoice=replace(known.invoice, received_on=date(2026, 9, 10)),
    )
    world.ledger.rows = [known]
    left = await until(world, "2026-11-13")
    # The deadline would fall on a holiday, 11 Nov: it is the 12th, and the next level the 13th.
    assert left == [("2026-11-04", "reminder_1"), ("2026-11-13", "reminder_2")]
    assert (await world.dossier()).open_invoices[0].due_on == date(2026, 10, 30)


async def test_a_big_formal_notice_waits_for_the_post_and_its_copy_says_so(world: World) -> None:
    world.ledger.rows = [row(amount="12000.00")]
    left = await until(world, "2026-11-04")
    assert left[-1] == ("2026-10-21", "reminder_3")
    third = world.mailer.delivered[-1].mime.decode("utf-8", "replace").replace("=\r\n", "")
    assert "recommand" in third
    posted = RecordPosting(
        by="Claire",
        because="déposée",
        step=StepKey(course=1, name="formal_notice"),
        posted_on=date(2026, 11, 5),
        number="2C 123",
    )
    assert isinstance(await act(world.house, world.creditor, KEY, posted), tuple)
    assert (await until(world, "2026-11-05"))[-1] == ("2026-11-05", "formal_notice")
    assert (await world.dossier()).letters[-1].deadline_on == date(2026, 11, 17)


async def test_a_call_between_two_letters_is_made_or_skipped_and_nothing_is_late(
    world: World,
) -> None:
    sme = world.creditor.timelines[Segment.SME]
    before, first, *rest = sme.levels
    call = replace(first, name="call_1", template="", form=Form.CALL, announces=None, days=3)
    call = replace(call, offset_days=None)
    timelines = {**world.creditor.timelines}
    timelines[Segment.SME] = replace(sme, levels=(before, first, call, *rest))
    world.creditor = replace(world.creditor, timelines=timelines)
    world.ledger.rows = [row(), row("BZ-2", "FA-2")]
    await until(world, "2026-10-14")
    assert [task.task for task in (await world.dossier()).tasks] == ["call:1/call_1"]
    called = Call(
        by="Claire",
        because="relance",
        on=date(2026, 10, 15),
        with_whom="Mme Le Gall",
        role="comptable",
        phone="02 97 00 00 00",
        said="rien",
        next_on=date(2026, 10, 20),
        cause=Cause.UNKNOWN,
    )
    # The note of the call fulfils the task that asked for it.
    assert isinstance(await act(world.house, world.creditor, KEY, called), tuple)
    left = await until(world, "2026-10-22")
    assert left == [("2026-10-19", "reminder_2"), ("2026-10-22", "reminder_2")]
    assert "TaskSkipped" in await world.kinds("BZ-2")
    for name in ("BZ-1", "BZ-2"):
        assert "LetterDelayed" not in await world.kinds(name)


async def test_who_went_to_legal_before_gets_one_reminder_then_the_notice(world: World) -> None:
    world.goes_to("2026-03-02T09:00")
    world.ledger.rows = [row(number="FA-0", due_on=date(2026, 2, 27))]
    await until(world, "2026-04-20")
    assert (await world.dossier()).phase is Phase.LEGAL
    world.ledger.rows = [row(number="FA-0", due_on=date(2026, 2, 27), paid="1500.00")]
    await until(world, "2026-04-22")
    close = Close(by="Claire", because="réglé après l'assignation", cause=Cause.UNKNOWN)
    assert isinstance(await act(world.house, world.creditor, KEY, close), tuple)
    world.goes_to("2026-09-01T09:00")
    world.ledger.rows.append(row())
    assert await until(world, "2026-10-22") == [
        ("2026-09-25", "pre_due"),
        ("2026-10-02", "reminder_3"),
        ("2026-10-09", "formal_notice"),
    ]
    assert (await world.dossier()).phase_since == date(2026, 10, 22)
