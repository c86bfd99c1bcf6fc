"""What the simulated world's judge asks, and what it must not ask."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import (
    Digest,
    Invoice,
    InvoiceNumber,
    LedgerRow,
    MessageId,
    PageId,
    StepKey,
)
from relance_mailer.ports import LedgerReading
from relance_mailer.simulate.case import Case, Level
from relance_mailer.simulate.ending import _of_the_look_alone, _unaccounted
from relance_mailer.simulate.judge import Judge
from relance_mailer.simulate.letters import Seen
from relance_mailer.simulate.truth import Acted, Agreed, Bill, Said, Stopped
from relance_mailer.simulate.visitors import Answer, _runs
from relance_mailer.simulate.world import World
from relance_mailer.words import Permanence
from relance_mailer.workdays import PARIS

STEP = StepKey(course=1, name="reminder_1")
DOSSIER = "SM-1001"
LATER = "SM-1002"
PAGE = PageId(f"dossier:imprimerie/{DOSSIER}")
MONDAY = datetime(2026, 3, 2, 8, 31, tzinfo=PARIS)
BILL = Invoice(
    number=InvoiceNumber("F20260"),
    issued_on=MONDAY.date(),
    due_on=MONDAY.date(),
    amount=Decimal("24.00"),
)
ASKED = "Content-Security-Policy".lower()


@pytest.fixture
def judge() -> Judge:
    return Judge(World(Case(seed=1, days=1, dossiers=1, level=Level.NONE)))


def level(at: datetime) -> Seen:
    return Seen(
        at=at.astimezone(UTC),
        told_at=at,
        to="a@maison-1.example",
        message_id="relance.x@imprimerie-simulee.example",
        subject="",
        text="",
        dossier=DOSSIER,
        level="reminder_1",
        is_answer=False,
        answers="",
        numbers=("F20260",),
        next_on=None,
        does="",
    )


def says(judge: Judge, what: str, at: datetime, **more: Any) -> Said:
    """Somebody wrote about the dossier; it stood in our mailbox from then on."""
    said = Said(
        at=at,
        what=what,
        raw=b"",
        message_id=f"{what}.{at}@maison-1.example",
        debtor=judge.debtor(level(MONDAY)),
        dossier=DOSSIER,
        **more,
    )
    judge._world.truth.said.append(said)
    return said


def promise(judge: Judge, at: datetime, until: datetime) -> None:
    says(judge, "promise", at, until=until)


def queued() -> e.LetterQueued:
    return e.LetterQueued(
        because="première relance",
        step=STEP,
        template="reminder_1",
        sort=e.Sort.UNSOLICITED,
        message_id=MessageId(level(MONDAY).message_id),
        token="X",
        to=("a@maison-1.example",),
        cc=(),
        subject="Facture F20260",
        amount=Decimal("24.00"),
        invoices=(InvoiceNumber("F20260"),),
        composed_for=MONDAY.date(),
        mime=Digest("0"),
    )


def returned() -> e.ContactBounced:
    return e.ContactBounced(
        because="non remis",
        email="a@maison-1.example",
        permanence=Permanence.PERMANENT,
        reason="adresse inconnue",
        message=Digest("1"),
        step=STEP,
    )


def entries(*events: e.Event) -> list[e.Entry]:
    return [
        e.Entry(page=PAGE, seq=seq, at=MONDAY, kind=type(one).__name__, event=one)
        for seq, one in enumerate(events, 1)
    ]


def test_a_letter_that_arrived_and_stands_nowhere_is_missed(judge: Judge) -> None:
    judge.seen.append(level(MONDAY))
    assert len(list(_unaccounted(entries(queued()), judge))) == 1


def test_its_report_of_non_delivery_is_its_fate(judge: Judge) -> None:
    """In doubt, and then the report that names it: nothing else is written of it."""
    judge.seen.append(level(MONDAY))
    assert list(_unaccounted(entries(queued(), returned()), judge)) == []


@pytest.mark.parametrize(
    ("days", "kept"),
    [((10,), False), ((10, 2), True), ((2, 10), True)],
    ids=["one promise", "a sooner day later on", "a later day later on"],
)
def test_a_promise_is_waited_for_until_the_soonest_day_named(
    judge: Judge, days: tuple[int, ...], *, kept: bool
) -> None:
    for place, day in enumerate(days):
        promise(judge, MONDAY + timedelta(hours=place), MONDAY + timedelta(days=day))
    told = list(judge._promised(level(MONDAY + timedelta(days=5))))
    assert (told == []) is kept, told


def two_dossiers_of_one_debtor() -> Judge:
    """SM-1001 is known from the first day, SM-1002 of the same debtor a month later."""
    judge = Judge(World(Case(seed=1, days=1, dossiers=2, level=Level.NONE)))
    first, second = (judge._world.cast[name] for name in (DOSSIER, LATER))
    judge._world.cast[LATER] = replace(second, debtor=first.debtor)
    return judge


def taken_in(judge: Judge, at: datetime, *dossiers: str) -> None:
    """The house says then that it has an export with these dossiers."""
    judge._world.clock.true = at
    owing = [judge._world.cast[name] for name in dossiers]
    rows = tuple(
        LedgerRow(key=one.key, debtor=one.debtor, contacts=one.contacts, invoice=BILL)
        for one in owing
    )
    reading = LedgerReading(
        rows=rows,
        payments=(),
        faults=(),
        refused=frozenset(),
        digest=Digest("0"),
        modified_at=at,
    )
    judge.took_in(reading)


@pytest.mark.parametrize(
    ("resumed", "kept"),
    [({}, False), ({DOSSIER: 5}, True), ({DOSSIER: 40}, False), ({LATER: 40}, True)],
    ids=["nobody did", "before the other came", "after the other came", "the other itself"],
)
def test_a_bar_that_a_human_lifted_before_a_dossier_came_bars_it_no_more(
    resumed: dict[str, int], *, kept: bool
) -> None:
    judge = two_dossiers_of_one_debtor()
    taken_in(judge, MONDAY, DOSSIER)
    taken_in(judge, MONDAY + timedelta(days=30), DOSSIER, LATER)
    says(judge, "opt_out", MONDAY)
    for dossier, day in resumed.items():
        judge._world.truth.acted.append(
            Acted(at=MONDAY + timedelta(days=day), what="Resume", dossier=dossier)
        )
    told = list(judge._barred(replace(level(MONDAY + timedelta(days=60)), dossier=LATER)))
    assert (told == []) is kept, told


@pytest.mark.parametrize(
    ("minutes", "kept"),
    [(-60, True), (10, True), (30, False), (90, True)],
    ids=["before", "on its way", "while it stands", "after somebody said go on"],
)
def test_nothing_arrives_while_all_sending_is_stopped(
    judge: Judge, minutes: int, *, kept: bool
) -> None:
    stop = Stopped(since=MONDAY, until=MONDAY + timedelta(minutes=60))
    judge._world.truth.stops.append(stop)
    told = list(judge._stopped(level(MONDAY + timedelta(minutes=minutes))))
    assert (told == []) is kept, told


@pytest.mark.parametrize(
    ("paid", "day", "kept"),
    [
        ({}, 5, False),
        ({}, 12, True),
        ({9: 12}, 12, False),
        ({9: 6}, 12, True),
        ({12: 12}, 14, True),
        ({9: 12, 19: 12}, 22, True),
        ({4: 24}, 5, True),
    ],
    ids=[
        "its first part is to come",
        "its first part did not come",
        "its second part is to come",
        "its first part came by half",
        "its first part came late",
        "all of it came",
        "all of it came before its days",
    ],
)
def test_an_agreed_plan_runs_while_each_part_comes_in_its_time(
    judge: Judge, paid: dict[int, int], day: int, *, kept: bool
) -> None:
    """Two parts of 12 euros, ten and twenty days later."""
    days = (MONDAY.date() + timedelta(days=after) for after in (10, 20))
    parts = tuple((on, Decimal(12)) for on in days)
    truth = judge._world.truth
    truth.plans.append(Agreed(at=MONDAY, dossier=DOSSIER, parts=parts))
    payments = [(MONDAY + timedelta(days=on), Decimal(amount)) for on, amount in paid.items()]
    bill = Bill(
        number="F20260",
        dossier=DOSSIER,
        debtor="C1001",
        due_at=MONDAY,
        amount=Decimal(24),
        paid=payments,
    )
    truth.bills[bill.number] = bill
    told = list(judge._plan_runs(level(MONDAY + timedelta(days=day))))
    assert (told == []) is kept, told


def came_back(judge: Judge, what: str) -> None:
    says(judge, what, MONDAY, address=level(MONDAY).to)


@pytest.mark.parametrize(
    ("what", "act", "address", "kept"),
    [
        ("bounce", "", "", False),
        ("bounce", "Resume", "", False),
        ("bounce", "KeepContact", "a@maison-1.example", True),
        ("bounce", "KeepContact", "nouvelle@maison-1.example", False),
        ("full", "", "", True),
        ("redirect", "", "", True),
    ],
)
def test_a_dead_address_is_written_to_no_more_unless_a_human_kept_it(
    judge: Judge, what: str, act: str, address: str, *, kept: bool
) -> None:
    came_back(judge, what)
    if act:
        at = MONDAY + timedelta(days=1)
        acted = Acted(at=at, what=act, dossier=DOSSIER, address=address)
        judge._world.truth.acted.append(acted)
    told = list(judge._dead_address(level(MONDAY + timedelta(days=2))))
    assert (told == []) is kept, told


@pytest.mark.parametrize("own", [True, False])
def test_only_its_own_report_excuses_a_letter(judge: Judge, *, own: bool) -> None:
    """The same step may leave again where it came back, not where another letter did."""
    first = level(MONDAY)
    judge._by_dossier[DOSSIER].append(first)
    failed = first.message_id if own else "une.autre@imprimerie-simulee.example"
    says(judge, "full", MONDAY + timedelta(minutes=3), address=first.to, failed=failed)
    again = replace(level(MONDAY + timedelta(days=1)), message_id="encore")
    assert bool(list(judge._once(again))) is not own


@pytest.mark.parametrize("kept", [True, False])
def test_what_was_read_before_a_colleague_deleted_it_still_bars(
    judge: Judge, *, kept: bool
) -> None:
    said = says(judge, "hostile", MONDAY - timedelta(days=3))
    judge._world.truth.withdrawn.add(said.message_id)
    if kept:
        judge.kept.add(said.message_id)
    assert bool(list(judge._barred(level(MONDAY)))) is kept


@pytest.mark.parametrize("asked", [True, False])
def test_no_answer_leaves_while_a_message_waits_for_a_human(judge: Judge, *, asked: bool) -> None:
    if asked:
        says(judge, "dispute", MONDAY - timedelta(hours=15))
    answer = replace(level(MONDAY), level="", is_answer=True, answers="promis@maison-1.example")
    assert bool(list(judge._for_a_human(answer))) is asked


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        ({}, False),
        ({"to": "e.kern@maison-1.example"}, True),
        ({"level": "", "is_answer": True}, True),
        ({"dossier": LATER}, True),
    ],
    ids=["the old address", "the new one", "an answer to him", "another dossier"],
)
def test_who_sends_us_to_somebody_else_gets_no_level_any_more(
    judge: Judge, changed: dict[str, object], *, kept: bool
) -> None:
    came_back(judge, "redirect")
    one = replace(level(MONDAY + timedelta(days=2)), **changed)  # type: ignore[arg-type]
    told = list(judge._sent_elsewhere(one))
    assert (told == []) is kept, told


@pytest.mark.parametrize(
    ("told", "alone"),
    [
        ("p : prochain examen valait « 24/09/2026 » au lieu de « 23/09/2026 »", True),
        ("p : prochain examen valait « rien » au lieu de « 2 », reste dû valait « 1,00 »", False),
        ("p : absent de l'index", False),
    ],
)
def test_a_look_that_rebuild_moved_is_judged_by_its_days(told: str, *, alone: bool) -> None:
    """A clock that was ahead looked at that day already."""
    assert _of_the_look_alone(told) is alone


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ('<script src="/static/desk.js"></script><a href="/dossier/x">ok</a>', 0),
        ("&lt;script src=//ailleurs.example/x.js&gt;", 0),
        ("<script src=//ailleurs.example/x.js></script>", 1),
        ("<script>alert(1)</script>", 1),
        ("<img src=x onerror=alert(1)>", 1),
        ("<img src=https://ailleurs.example/p.png>", 1),
        ("<iframe src=/message/1></iframe>", 1),
        ("<a href='javascript:alert(1)'>ici</a>", 1),
        ("<form action=https://ailleurs.example/>", 1),
        ("<meta http-equiv=refresh content='0;url=//ailleurs.example'>", 1),
    ],
)
def test_what_a_page_would_run_or_load_is_seen(markup: str, seen: int) -> None:
    headers = {ASKED: "default-src 'none'", "content-type": "text/html; charset=utf-8"}
    answer = Answer(status=200, headers=headers, body=markup.encode())
    assert len(list(_runs(answer))) == seen


def test_a_page_that_forbids_nothing_is_seen() -> None:
    answer = Answer(status=200, headers={"content-type": "text/html"}, body=b"")
    assert list(_runs(answer)) == ["rien n'interdit de charger"]
