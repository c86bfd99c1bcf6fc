"""Planning and sending under pressure: several dossiers, a sudden stop, a fault of our own."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from flows.world import MAILBOX, US, World, paris, row
from relance_mailer.daemon.clockwork import Job
from relance_mailer.daemon.engine import Engine
from relance_mailer.desk.chronicle import chronicle
from relance_mailer.desk.decisions import Call
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import LetterState
from relance_mailer.dossier.values import DossierId, DossierKey, InvoiceNumber, mailbox_page
from relance_mailer.flows import plan_letters as planning
from relance_mailer.flows.house import STOP_KEY
from relance_mailer.flows.import_sent import import_sent
from relance_mailer.flows.preview import preview
from relance_mailer.flows.status import status
from relance_mailer.flows.stop import set_stop
from relance_mailer.flows.work_desk import act
from relance_mailer.ports import Refused, Temporary

ONE_DAY = timedelta(days=1)


def key(name: str) -> DossierKey:
    return DossierKey(creditor=US, dossier=DossierId(name))


def world_of(*rows: Any, at: str = "2026-10-05T09:00", **changes: Any) -> World:
    world = World(at=paris(at))
    world.creditor = replace(world.creditor, connections=1, **changes)
    world.ledger.rows = list(rows)
    return world


def siblings() -> list[Any]:
    """Two dossiers of one debtor."""
    return [row(f"BZ-{n}", f"FA-{n}", debtor="C1", email="compta@c1.example") for n in (1, 2)]


async def queue(world: World) -> None:
    await world.syncs()
    await world.fetches()
    await world.plans()


async def goes_through(world: World, first: str, last: str) -> None:
    """Every day at nine, all passes."""
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    while day <= end:
        world.goes_to(f"{day}T09:00")
        await world.works()
        day += ONE_DAY


async def call(world: World, name: str) -> None:
    called = Call(
        by="Zoé",
        because="appel",
        on=world.clock.today(),
        with_whom="Anne Le Gall",
        role="comptable",
        phone="02 97 00 00 00",
        said="elle rappelle",
        next_on=world.clock.today() + ONE_DAY,
    )
    await act(world.house, world.creditor, key(name), called)


# --- several dossiers of one debtor (P5)


async def test_a_reminder_taken_over_today_counts_in_the_debtors_other_dossier() -> None:
    world = world_of(*siblings(), sent_folder=None)
    await world.syncs()
    headers = [("X-Dossier", "BZ-1"), ("X-Reminder-Level", "1")]
    world.colleague_writes("compta@c1.example", subject="Relance", headers=headers)
    await import_sent(world.house, world.creditor, world.mailbox, "Sent")
    await world.works()
    assert world.recipients() == []


@pytest.mark.parametrize("called", ["BZ-1", "BZ-2"])
async def test_a_call_in_any_dossier_keeps_the_queued_letter_here(called: str) -> None:
    """The letter took the day's contact first; the call counts all the same."""
    world = world_of(*siblings())
    await queue(world)
    assert len((await world.dossier("BZ-1")).letters) == 1
    await call(world, called)
    posted = await world.sends()
    assert world.recipients() == []
    [(_, refused)] = posted.waiting
    assert "no_unsolicited_contact_today" in {refusal.check for refusal in refused}


async def test_a_colleagues_mail_in_one_dossier_keeps_the_letter_of_the_other() -> None:
    world = world_of(*siblings())
    await queue(world)
    world.colleague_writes("compta@c1.example", subject="[BZ-2] point de la semaine")
    await world.fetches()
    await world.reads()
    await world.sends()
    assert world.recipients() == []


async def test_two_dossiers_of_one_debtor_are_foreseen_on_days_of_their_own() -> None:
    world = world_of(*siblings(), row("BZ-3", "FA-3"), at="2026-10-01T09:00")
    await world.syncs()
    await world.fetches()
    coming = await preview(world.house, world.creditor, days=16)
    theirs = [(row.on.isoformat(), row.key.dossier) for row in coming if row.debtor.endswith("C1")]
    assert theirs == [("2026-10-05", "BZ-1"), ("2026-10-12", "BZ-2")]
    left = [row.on.isoformat() for row in coming if row.key.dossier == "BZ-3"]
    assert left == ["2026-10-05", "2026-10-13"]


async def test_what_is_beyond_the_ceiling_is_said_in_the_preview() -> None:
    rows = [row(f"BZ-{n}", f"FA-{n}") for n in range(1, 5)]
    world = world_of(*rows, at="2026-10-01T09:00", daily_ceiling=3)
    await world.syncs()
    coming = await preview(world.house, world.creditor, days=5)
    checks = [[refusal.check for refusal in one.refusals] for one in coming]
    assert checks == [[], [], [], ["daily_ceiling"]]


# --- the world changes while a batch leaves


def meanwhile(world: World, happens: Callable[[], Awaitable[object]], *, before: bool) -> None:
    """Something happens while the server is spoken to: before its pace lets go, or after."""
    hand_over = world.mailer.hand_over

    async def slowly(mime: bytes, **words: Any) -> Any:
        if before:
            await happens()
        answer = await hand_over(mime, **words)
        if not before:
            await happens()
        return answer

    world.mailer.hand_over = slowly  # type: ignore[method-assign,assignment]


@pytest.mark.parametrize(("before", "leave"), [(False, 1), (True, 0)])
async def test_a_stop_holds_the_very_next_letter(before: bool, leave: int) -> None:
    world = world_of(*[row(f"BZ-{n}", f"FA-{n}") for n in range(1, 5)])
    await queue(world)
    meanwhile(
        world,
        lambda: set_stop(world.house, [world.creditor], "erreur de tarif", "Zoé"),
        before=before,
    )
    await world.sends()
    assert len(world.mailer.delivered) == leave
    states = [(await world.dossier(f"BZ-{n}")).letters[0].state for n in range(1, 5)]
    assert states.count(LetterState.QUEUED) == 4 - leave
    # A letter that was seen fit is stopped at the server's door; the others ask it for nothing.
    assert world.mailer.offered <= leave + 1


@pytest.mark.parametrize("connections", [1, 2])
async def test_a_stop_while_a_server_refuses_everything_spares_the_letters_behind(
    connections: int,
) -> None:
    """What was seen before counts for nothing when the letter before went wrong."""
    world = world_of(*[row(f"BZ-{n}", f"FA-{n}") for n in range(1, 8)])
    world.creditor = replace(world.creditor, connections=connections)
    await queue(world)
    relayed = Refused(code=554, text="5.7.1 relay access denied", permanent=True)
    world.mailer.answers = [relayed] * 7
    meanwhile(
        world,
        lambda: set_stop(world.house, [world.creditor], "le serveur refuse tout", "Zoé"),
        before=False,
    )
    await world.sends()
    phases = [(await world.dossier(f"BZ-{n}")).phase for n in range(1, 8)]
    assert 1 <= phases.count(Phase.REVIEW) == world.mailer.offered <= connections


@pytest.mark.parametrize(("before", "leave"), [(False, 1), (True, 0)])
async def test_a_message_kept_in_mid_batch_holds_the_next_letter(before: bool, leave: int) -> None:
    """It is in the database and not read yet: whose it is, nobody knows."""
    world = world_of(row("BZ-1", "FA-1", amount="9000.00"), row("BZ-2", "FA-2"))
    await queue(world)

    async def arrives() -> None:
        world.writes("Nous contestons la facture FA-2.", sender="compta@c-bz-2.example")
        await world.fetches()

    meanwhile(world, arrives, before=before)
    await world.sends()
    assert len(world.mailer.delivered) == leave
    assert (await world.dossier("BZ-2")).letters[0].state is LetterState.QUEUED


async def test_a_page_put_back_and_written_again_in_mid_letter_stops_it() -> None:
    """It has as many entries as before: the demand would be of an amount that is owed no more."""
    world = world_of(row("BZ-1", "FA-1", amount="900.00"))
    await queue(world)
    paid = e.PaymentRecorded(
        because="grand livre",
        number=InvoiceNumber("FA-1"),
        amount=Decimal("400.00"),
        paid_on=date(2026, 10, 5),
    )

    async def put_back() -> None:
        world.store.journal.rows[key("BZ-1").page].pop()
        await world.writes_down("BZ-1", paid)

    await world.writes_down("BZ-1", e.NoteWritten(because="appel", by="Anne", text="rappeler"))
    meanwhile(world, put_back, before=True)
    posted = await world.sends()
    assert world.mailer.delivered == []
    assert [one.key for one in posted.overtaken] == [key("BZ-1")]


async def test_an_answer_owed_takes_the_place_of_a_level_that_its_message_holds() -> None:
    world = world_of(row(), at="2026-10-05T08:31")
    await queue(world)
    world.goes_to("2026-10-05T08:33")
    world.writes("Bonjour, nous paierons la facture FA-1 le 16 octobre 2026.")
    await world.fetches()
    await world.reads()
    await world.sends()
    assert [one.state for one in (await world.dossier()).letters] == [LetterState.WITHDRAWN]
    world.goes_to("2026-10-05T08:59")
    await world.works()
    sent = [one for one in (await world.dossier()).letters if one.state is LetterState.SENT]
    assert [one.template for one in sent] == ["promise_confirmation"]


# --- many dossiers


async def test_a_small_announced_level_is_not_starved_by_large_first_letters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(planning, "LOOKED_AT_MAX", 5)
    small = row("BZ-1", "FA-1", amount="50.00")
    world = world_of(small, first_day_ceiling=2, daily_ceiling=2)
    await world.works()
    world.goes_to("2026-10-13T09:00")
    large = [row(f"BZ-{n}", f"FA-{n}", amount="5000.00") for n in range(2, 20)]
    world.ledger.rows = [small, *large]
    await world.works()
    assert [one.level for one in (await world.dossier()).letters] == ["reminder_1", "reminder_2"]


async def test_the_calendar_turns_every_page_that_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    """A promise is broken on its day, however many larger dossiers are due."""
    monkeypatch.setattr(planning, "LOOKED_AT_MAX", 5)
    small = row("BZ-1", "FA-1", amount="50.00")
    world = world_of(small, first_day_ceiling=1, daily_ceiling=1)
    await world.works()
    world.writes("Bonjour, nous réglons la facture FA-1 le 7 octobre 2026.")
    await world.works()
    large = [row(f"BZ-{n}", f"FA-{n}", amount="5000.00") for n in range(2, 20)]
    world.ledger.rows = [small, *large]
    world.goes_to("2026-10-13T09:00")
    await world.works()
    assert "PromiseBroken" in await world.kinds()


async def test_once_the_ceiling_is_reached_nobody_more_is_asked_nor_written() -> None:
    rows = [row(f"BZ-{n:03}", f"FA-{n}") for n in range(1, 131)]
    world = world_of(*rows, first_day_ceiling=3, daily_ceiling=3)
    await world.syncs()
    await world.fetches()
    planned = await world.plans()
    assert (len(planned.queued), len(planned.withheld)) == (3, 127)
    commits: list[int] = []
    commit = world.house.journal.commit

    async def counted(some: Any) -> None:
        commits.append(len(some))
        await commit(some)

    world.house.journal.commit = counted  # type: ignore[method-assign]
    again = await world.plans()
    assert (len(again.withheld), commits) == (127, [])
    assert {refusal.check for one in again.withheld for refusal in one.refusals} == {
        "daily_ceiling"
    }


# --- what keeps an announced level back stands in the journal (P6, P9)


def delays(events: list[e.Event]) -> list[e.LetterDelayed]:
    return [event for event in events if isinstance(event, e.LetterDelayed)]


async def test_a_level_kept_back_by_a_stop_says_so_once_and_in_the_letter() -> None:
    world = world_of(row())
    await world.works()
    await set_stop(world.house, [world.creditor], "audit des comptes", "Zoé")
    await goes_through(world, "2026-10-06", "2026-10-20")
    [noted] = delays(await world.events())
    assert (noted.due_on, noted.checks) == (date(2026, 10, 13), ("no_stop_is_set",))
    await set_stop(world.house, [world.creditor], None, "Zoé")
    await goes_through(world, "2026-10-21", "2026-10-21")
    queued = [event for event in await world.events() if isinstance(event, e.LetterQueued)]
    assert "annoncée pour le 13/10/2026, retardée : l'envoi est arrêté" in queued[-1].because
    assert (await world.dossier()).letters[-1].level == "reminder_2"


async def test_a_stop_said_after_the_letter_was_queued_is_noted_when_the_day_is_over() -> None:
    world = world_of(row())
    await world.works()
    world.goes_to("2026-10-13T09:00")
    await queue(world)
    await set_stop(world.house, [world.creditor], "audit des comptes", "Zoé")
    for hour in ("09:10", "17:40", "17:50"):
        world.goes_to(f"2026-10-13T{hour}")
        await world.fetches()
        await world.sends()
    assert [noted.checks for noted in delays(await world.events())] == [("no_stop_is_set",)]


@pytest.mark.parametrize(
    ("story", "changes", "checks"),
    [("plafond", {"daily_ceiling": 0}, [("daily_ceiling",)]), ("essai", {"mode_send": False}, [])],
)
async def test_a_ceiling_delays_and_the_shadow_mode_does_not(
    story: str, changes: dict[str, Any], checks: list[tuple[str, ...]]
) -> None:
    world = world_of(row())
    await world.works()
    world.creditor = replace(world.creditor, **changes)
    await goes_through(world, "2026-10-13", "2026-10-16")
    assert [noted.checks for noted in delays(await world.events())] == checks, story


async def test_a_first_letter_was_announced_by_nobody() -> None:
    world = world_of(row(), first_day_ceiling=0)
    await goes_through(world, "2026-10-05", "2026-10-08")
    assert delays(await world.events()) == []


async def test_a_week_in_which_the_service_stood_still_is_named() -> None:
    world = world_of(row())
    await world.works()
    await goes_through(world, "2026-10-20", "2026-10-20")
    queued = [event for event in await world.events() if isinstance(event, e.LetterQueued)]
    assert "annoncée pour le 13/10/2026, le service ne l'a pas" in queued[-1].because


async def test_a_server_out_of_reach_all_day_is_named_when_the_letter_is_withdrawn() -> None:
    world = world_of(row())
    await queue(world)
    world.mailer.answers = [Temporary("serveur d'envoi injoignable")]
    await world.sends()
    await goes_through(world, "2026-10-06", "2026-10-06")
    withdrawn = [one for one in await world.events() if isinstance(one, e.LetterWithdrawn)]
    assert [one.because for one in withdrawn] == [
        "composée pour le 05/10/2026, ce jour est passé : serveur d'envoi injoignable"
    ]


async def test_who_stopped_and_who_started_stands_on_the_mailboxs_page() -> None:
    world = world_of(row())
    await set_stop(world.house, [world.creditor], "erreur de tarif", "zoe")
    assert await world.house.register.get(STOP_KEY) == "erreur de tarif"
    await set_stop(world.house, [world.creditor], None, "marc")
    assert await world.house.register.get(STOP_KEY) is None
    told = chronicle(await world.house.journal.entries(mailbox_page(MAILBOX)))
    assert [(one.who, one.what, one.because) for one in told] == [
        ("zoe", "note : envoi arrêté", "erreur de tarif"),
        ("marc", "note : envoi repris", "demandé"),
    ]


# --- a fault of our own in one dossier


def poisons(real: Callable[..., Any], place: int) -> Callable[..., Any]:
    """The same function, that fails for the dossier BZ-2 in that argument."""

    def poisoned(*args: Any, **words: Any) -> Any:
        told = args[place]
        if told is not None and told.key.dossier == "BZ-2":
            raise ValueError("cas jamais vu")
        return real(*args, **words)

    return poisoned


@pytest.mark.parametrize(("name", "place"), [("facts_of", 2), ("due", 0)])
async def test_a_dossier_that_cannot_be_planned_is_a_humans_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, name: str, place: int
) -> None:
    world = world_of(*[row(f"BZ-{n}", f"FA-{n}") for n in range(1, 5)])
    await world.syncs()
    await world.fetches()
    monkeypatch.setattr(planning, name, poisons(getattr(planning, name), place))
    planned = await world.plans()
    assert [key.dossier for key, _ in planned.broken] == ["BZ-2"]
    await world.sends()
    assert len(world.mailer.delivered) == 3
    dossier = await world.dossier("BZ-2")
    assert dossier.phase is Phase.REVIEW
    [asked] = dossier.review_reasons
    assert (asked.reason, "cas jamais vu" in asked.because) == ("internal_error", True)
    assert (await world.plans()).broken == []


async def test_a_letter_that_cannot_be_judged_at_the_door_lets_the_others_leave(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from relance_mailer.flows import send_letters as sending

    world = world_of(*[row(f"BZ-{n}", f"FA-{n}") for n in range(1, 5)])
    await queue(world)
    monkeypatch.setattr(sending, "refusals", poisons(sending.refusals, 1))
    posted = await world.sends()
    assert [one.key.dossier for one, _ in posted.broken] == ["BZ-2"]
    assert len(world.mailer.delivered) == 3
    assert (await world.dossier("BZ-2")).phase is Phase.REVIEW


async def test_a_ledger_row_that_breaks_its_dossier_leaves_the_others_fresh(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from relance_mailer.flows import sync_ledger as syncing

    world = world_of(*[row(f"BZ-{n}", f"FA-{n}") for n in range(1, 4)])
    await world.syncs()
    monkeypatch.setattr(syncing, "reconcile", poisons(syncing.reconcile, 1))
    world.ledger.rows = [row(f"BZ-{n}", f"FA-{n}", paid="500.00") for n in range(1, 4)]
    synced = await world.syncs()
    assert [key.dossier for key, _ in synced.broken] == ["BZ-2"]
    assert (await world.dossier("BZ-2")).phase is Phase.REVIEW
    assert (await world.dossier("BZ-3")).owed == 1000


async def test_bytes_that_are_lost_are_this_letters_trouble_alone() -> None:
    world = world_of(*[row(f"BZ-{n}", f"FA-{n}") for n in range(1, 4)])
    await queue(world)
    lost = (await world.dossier("BZ-2")).letters[0].mime
    assert lost is not None
    del world.store.outbox.mimes[lost]
    await world.sends()
    await world.sends()
    assert len(world.mailer.delivered) == 2
    dossier = await world.dossier("BZ-2")
    assert (dossier.phase, dossier.letters[0].state) == (Phase.REVIEW, LetterState.WITHDRAWN)


# --- the day on which a letter in doubt left


async def test_a_letter_proved_days_later_left_on_its_own_day() -> None:
    world = world_of(row(), proof="journal", at="2026-10-05T17:20")
    await queue(world)
    world.mailer.answers = ["swallowed"]
    await world.sends()
    world.mailbox.put(world.mailer.delivered[0].mime, at=world.clock.at)
    world.goes_to("2026-10-08T09:00")
    await world.fetches()
    await world.reads()
    await world.sends()
    [letter] = (await world.dossier()).letters
    assert (letter.state, letter.sent_on) == (LetterState.SENT, date(2026, 10, 5))


async def test_a_letter_that_nothing_proves_counts_on_its_own_day() -> None:
    world = world_of(row(), at="2026-10-05T17:20")
    await queue(world)
    world.mailer.answers = ["swallowed"]
    await world.sends()
    world.goes_to("2026-10-08T09:00")
    await world.works()
    [letter] = (await world.dossier()).letters
    assert (letter.state, letter.sent_on) == (LetterState.UNSURE, date(2026, 10, 5))


# --- what the daemon asks for


async def test_a_message_has_its_own_dossier_planned_and_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = world_of(*[row(f"BZ-{n}", f"FA-{n}") for n in range(1, 4)])
    await world.works()
    world.goes_to("2026-10-06T09:00")
    await world.syncs()
    await world.plans()
    world.writes("Bonjour, nous paierons la facture FA-2 le 16 octobre.", sender="a@c-bz-2.example")
    await world.fetches()
    engine = engine_of(world)
    read = await engine.run(Job.READ_MAIL, US)
    assert read.then == (Job.PLAN_ANSWERS,)
    planned = await engine.run(Job.PLAN_ANSWERS, US)
    assert isinstance(planned.result, planning.Planned)
    assert planned.result.looked_at == 1
    assert [key.dossier for key, _ in planned.result.queued] == ["BZ-2"]
    assert planned.then == (Job.SEND_LETTERS,)


async def test_what_waited_for_the_reading_is_planned_whole_after_it() -> None:
    """A plan made while a message lay unread withheld everybody: it is made again at once."""
    world = world_of(*[row(f"BZ-{n}", f"FA-{n}") for n in range(1, 4)])
    await world.syncs()
    world.writes("Bonjour, bien reçu.", sender="a@ailleurs.example", subject="Bonjour")
    await world.fetches()
    engine = engine_of(world)
    assert (await engine.run(Job.PLAN_LETTERS, US)).then == ()
    assert (await engine.run(Job.READ_MAIL, US)).then == (Job.PLAN_LETTERS,)
    assert (await engine.run(Job.PLAN_LETTERS, US)).then == (Job.SEND_LETTERS,)


async def test_a_whole_look_is_followed_by_a_reading_even_where_nothing_came() -> None:
    """A database that was put back is compared after the reading: it waits for no table."""
    engine = engine_of(world_of(row()))
    assert Job.READ_MAIL in (await engine.run(Job.FETCH_ALL_MAIL, US)).then
    assert Job.READ_MAIL not in (await engine.run(Job.FETCH_MAIL, US)).then


async def test_letters_that_waited_for_the_reading_leave_after_it() -> None:
    """They were ready when a message came in: they leave when it is read, not a minute later."""
    world = world_of(row())
    await queue(world)
    world.writes("Bonjour, bien reçu.", sender="a@ailleurs.example", subject="Bonjour")
    await world.fetches()
    engine = engine_of(world)
    assert (await engine.run(Job.SEND_LETTERS, US)).then == ()
    assert (await engine.run(Job.READ_MAIL, US)).then == (Job.SEND_LETTERS,)
    await engine.run(Job.SEND_LETTERS, US)
    assert len(world.mailer.delivered) == 1
    world.writes("Bonjour, bien noté.", sender="b@ailleurs.example", subject="Bonjour")
    await world.fetches()
    assert (await engine.run(Job.READ_MAIL, US)).then == ()


async def test_letters_that_waited_for_a_reading_that_ended_meanwhile_are_offered_again() -> None:
    """The message was read between the look that kept the letter and the end of that pass."""
    world = world_of(row())
    await queue(world)
    world.writes("Bonjour, bien reçu.", sender="a@ailleurs.example", subject="Bonjour")
    await world.fetches()
    engine, outbox = engine_of(world), world.store.outbox
    released = outbox.release

    async def read_first(ids: Sequence[str]) -> None:
        outbox.release = released  # type: ignore[method-assign]
        await engine.run(Job.READ_MAIL, US)
        await released(ids)

    outbox.release = read_first  # type: ignore[method-assign]
    assert (await engine.run(Job.SEND_LETTERS, US)).then == (Job.SEND_LETTERS,)
    await engine.run(Job.SEND_LETTERS, US)
    assert len(world.mailer.delivered) == 1


def engine_of(world: World) -> Engine:
    doors = SimpleNamespace(mailbox=world.mailbox, mailer=world.mailer, ledger=world.ledger)
    relance = SimpleNamespace(house=world.house, creditors={US: world.creditor}, doors={US: doors})
    return Engine(relance=relance)  # type: ignore[arg-type]


async def test_the_status_counts_one_creditors_letters() -> None:
    world = world_of(row())
    await queue(world)
    other = replace(world.creditor, id="autre")  # type: ignore[arg-type]
    assert dict((await status(world.house, world.creditor)).outbox) == {"queued": 1}
    assert dict((await status(world.house, other)).outbox) == {}
