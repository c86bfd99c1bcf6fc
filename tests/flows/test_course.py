"""The main job on fakes: a debtor is reminded, answers, is paused, pays, or goes to legal."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from flows.world import World, paris, row
from relance_mailer.dossier.phases import Phase
from relance_mailer.ports import Fate, Permanent
from relance_mailer.words import Segment


@pytest.fixture
def world() -> World:
    return World(at=paris("2026-10-01T09:00"))


async def until(world: World, last: str, *, hour: str = "09:00") -> list[tuple[str, str]]:
    """Every day's work until a day; answers (day, level) of what left."""
    left = []
    day = world.clock.today()
    while day <= date.fromisoformat(last):
        world.goes_to(f"{day}T{hour}")
        before = len(world.mailer.delivered)
        await world.works()
        new = world.mailer.delivered[before:]
        left += [(str(day), _level(letter.mime)) for letter in new]
        day += timedelta(days=1)
    return left


def _level(mime: bytes) -> str:
    head = mime.decode("utf-8", "replace")
    for words, name in (
        ("Mise", "formal_notice"),
        ("avant mise", "reminder_3"),
        ("2e", "reminder_2"),
    ):
        if words in head.split("\n\n")[0].split("\r\n\r\n")[0]:
            return name
    return "other"


async def test_a_silent_debtor_gets_each_level_on_its_day_then_legal(world: World) -> None:
    """Between professionals: due 2026-09-30 → 10-05, 10-13, 10-21, 10-29, legal on 11-12."""
    world.ledger.rows = [row()]
    left = await until(world, "2026-11-13")
    assert [day for day, _ in left] == ["2026-10-05", "2026-10-13", "2026-10-21", "2026-10-29"]
    dossier = await world.dossier()
    assert dossier.phase is Phase.LEGAL
    assert dossier.phase_since == date(2026, 11, 12)
    assert dossier.legal is not None
    assert dossier.legal.reason == "silent"


async def test_a_consumer_gets_his_own_timeline(world: World) -> None:
    """A consumer: due 2026-09-30 → 10-08, 10-20, 11-02, legal on 11-18."""
    world.ledger.rows = [row(segment=Segment.CONSUMER, name="Julie Martin")]
    left = await until(world, "2026-11-19")
    assert [day for day, _ in left] == ["2026-10-08", "2026-10-20", "2026-11-02"]
    assert (await world.dossier()).phase_since == date(2026, 11, 18)


async def test_a_payment_stops_everything(world: World) -> None:
    world.ledger.rows = [row()]
    await until(world, "2026-10-06")
    world.ledger.rows = [row(paid="1500.00")]
    left = await until(world, "2026-12-01")
    assert left == []
    assert (await world.dossier()).phase is Phase.SETTLED


async def test_one_letter_lists_all_overdue_invoices(world: World) -> None:
    world.ledger.rows = [row(number=f"FA-{n}", amount="100.00") for n in range(1, 8)]
    left = await until(world, "2026-10-05")
    assert len(left) == 1
    text = world.mailer.delivered[0].mime.decode("utf-8", "replace")
    assert (await world.dossier()).letters[0].amount == Decimal("700.00")
    assert "7 factures" in text or "=37" in text or "?=" in text


async def test_a_promise_pauses_and_is_judged_on_its_day(world: World) -> None:
    world.ledger.rows = [row()]
    await until(world, "2026-10-06")
    first = (await world.dossier()).letters[0]
    world.goes_to("2026-10-06T11:00")
    world.writes(
        "Bonjour, nous réglons par virement vendredi 16 octobre.", answers=first.message_id
    )
    await world.works()
    dossier = await world.dossier()
    assert dossier.phase is Phase.HELD
    assert dossier.promise is not None
    assert [one.due_on for one in dossier.promise.instalments] == [date(2026, 10, 16)]
    # The confirmation left at once; then nothing until two business days after the 16th.
    assert [letter.template for letter in dossier.letters] == ["reminder_1", "promise_confirmation"]
    left = await until(world, "2026-10-26")
    assert [day for day, _ in left] == ["2026-10-21"]
    assert "PromiseBroken" in await world.kinds()
    assert (await world.dossier()).letters[-1].level == "reminder_2"


async def test_a_dispute_stops_the_sequence_until_a_human_decides(world: World) -> None:
    world.ledger.rows = [row()]
    await until(world, "2026-10-06")
    first = (await world.dossier()).letters[0]
    world.goes_to("2026-10-06T11:00")
    world.writes(
        "Nous contestons cette facture : la marchandise n'a jamais été livrée.",
        answers=first.message_id,
    )
    left = await until(world, "2026-12-31")
    assert left == []
    dossier = await world.dossier()
    assert dossier.phase is Phase.REVIEW
    assert [asked.reason for asked in dossier.review_reasons] == ["dispute"]


async def test_a_hostile_debtor_is_never_written_to_again(world: World) -> None:
    world.ledger.rows = [row(), row(dossier="BZ-2", number="FA-2", debtor="C-BZ-1")]
    await until(world, "2026-10-06")
    before = len(world.mailer.delivered)
    first = (await world.dossier()).letters
    second = (await world.dossier("BZ-2")).letters
    answered = (first or second)[0]
    world.goes_to("2026-10-06T11:00")
    world.writes("Bande d'escrocs, allez vous faire foutre.", answers=answered.message_id)
    await until(world, "2026-12-31")
    assert len(world.mailer.delivered) == before
    assert (await world.dossier("BZ-1")).phase is Phase.LEGAL
    assert (await world.dossier("BZ-2")).phase is Phase.LEGAL


async def test_a_debtor_with_two_dossiers_gets_one_letter_a_day(world: World) -> None:
    world.ledger.rows = [row(), row(dossier="BZ-2", number="FA-2", debtor="C-BZ-1")]
    left = await until(world, "2026-10-30")
    days = [day for day, _ in left]
    assert len(days) == len(set(days)), days


async def test_shadow_mode_shows_and_sends_nothing(world: World) -> None:
    world.creditor = replace(world.creditor, mode_send=False)
    world.ledger.rows = [row()]
    await until(world, "2026-10-20")
    assert world.mailer.offered == 0
    planned = await world.plans()
    assert {refusal.check for refusal in planned.withheld[0].refusals} == {"mode_is_send"}


async def test_nothing_leaves_while_a_message_is_unread(world: World) -> None:
    world.ledger.rows = [row()]
    world.goes_to("2026-10-05T09:00")
    await world.syncs()
    world.writes("Bonjour", sender="quelquun@ailleurs.example")
    await world.fetches()
    planned = await world.plans()
    checks = {refusal.check for one in planned.withheld for refusal in one.refusals}
    assert "no_unread_word_from_debtor" in checks
    assert planned.queued == []
    await world.reads()
    assert (await world.plans()).queued != []


async def test_nothing_leaves_on_a_stale_inbox_or_ledger(world: World) -> None:
    world.ledger.rows = [row()]
    world.goes_to("2026-10-05T09:00")
    await world.syncs()
    await world.fetches()
    await world.plans()
    world.goes_to("2026-10-05T09:30")
    posted = await world.sends()
    assert posted.sent == []
    checks = {refusal.check for _, refused in posted.waiting for refusal in refused}
    assert checks == {"inbox_was_read_lately"}
    await world.fetches()
    assert len((await world.sends()).sent) == 1


async def test_an_outage_makes_no_burst_and_skips_no_level(world: World) -> None:
    """Three weeks off after the first letter: the next level comes alone, with its own dates."""
    world.ledger.rows = [row()]
    await until(world, "2026-10-06")
    world.goes_to("2026-10-30T09:00")
    left = await until(world, "2026-11-20")
    assert [day for day, _ in left] == ["2026-10-30", "2026-11-09", "2026-11-17"]
    second = (await world.dossier()).letters[1]
    assert second.level == "reminder_2"
    assert second.deadline_on == date(2026, 11, 6)


async def test_a_broken_ledger_changes_nothing(world: World) -> None:
    world.ledger.rows = [row()]
    await world.syncs()
    world.ledger.broken = "ledger.csv : vide"
    with pytest.raises(Permanent):
        await world.syncs()
    assert (await world.dossier()).owed == Decimal("1500.00")


async def test_the_ledger_twice_changes_nothing(world: World) -> None:
    world.ledger.rows = [row(), row(dossier="BZ-2", number="FA-2")]
    assert (await world.syncs()).changed == 2
    assert (await world.syncs()).events == 0


async def test_a_debtor_whose_language_has_no_templates_goes_to_review(world: World) -> None:
    world.ledger.rows = [row(language="de")]
    left = await until(world, "2026-10-06")
    assert left == []
    dossier = await world.dossier()
    assert dossier.phase is Phase.REVIEW
    assert [asked.reason for asked in dossier.review_reasons] == ["no_template_language"]


async def test_a_colleagues_mail_is_the_contact_of_that_day(world: World) -> None:
    world.ledger.rows = [row()]
    world.goes_to("2026-10-05T08:45")
    await world.syncs()
    world.writes(
        "Bonjour, pouvez-vous me rappeler ?",
        sender="relances@brezance.example",
        to="compta@c-bz-1.example",
        subject="Facture FA-1",
        folder="Sent",
    )
    left = await until(world, "2026-10-13", hour="09:00")
    assert [day for day, _ in left] == ["2026-10-12"]
    assert "LetterSent" in await world.kinds()


async def test_the_first_day_has_its_own_ceiling(world: World) -> None:
    world.creditor = replace(world.creditor, first_day_ceiling=3, daily_ceiling=10)
    world.ledger.rows = [
        row(dossier=f"BZ-{n}", number=f"FA-{n}", amount=f"{100 * n}.00") for n in range(1, 9)
    ]
    left = await until(world, "2026-10-06")
    assert [day for day, _ in left] == ["2026-10-05"] * 3 + ["2026-10-06"] * 5
    # The largest first.
    assert world.recipients()[:3] == [f"compta@c-bz-{n}.example" for n in (8, 7, 6)]


async def test_a_poisoned_message_is_set_aside_and_the_next_one_is_read(world: World) -> None:
    world.ledger.rows = [row()]
    await until(world, "2026-10-06")
    first = (await world.dossier()).letters[0]
    world.goes_to("2026-10-06T11:00")
    world.writes("Je règle demain.", answers=first.message_id)
    await world.fetches()
    waiting = await world.house.inbox.unread(world.creditor.id, limit=10)
    # Bytes that cannot be found any more stand for whatever cannot be processed.
    world.writes("poison", sender="x@y.example", at=paris("2026-10-06T10:00"))
    await world.fetches()
    poison = [
        kept
        for kept in await world.house.inbox.unread(world.creditor.id, limit=10)
        if kept.digest not in {one.digest for one in waiting}
    ]
    del world.store.inbox.raws[poison[0].digest]
    done = await world.reads()
    assert [one.message for one in done.set_aside] == [poison[0].digest]
    assert len(done.told) == 1
    counts = await world.house.inbox.counts()
    assert counts[Fate.SET_ASIDE] == 1
    assert (await world.dossier()).phase is Phase.HELD
