"""At the door: refusals told apart, doubts settled by evidence, never a second send."""

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes

import pytest

from flows.world import World, one_letter_ready, row
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import LetterState
from relance_mailer.flows.house import account_key
from relance_mailer.ports import OutboxState, Permanent, Refused, Temporary


@pytest.fixture
async def world() -> World:
    """A first letter stands in the outbox, ready to leave."""
    return await one_letter_ready()


async def state(world: World) -> LetterState:
    return (await world.dossier()).letters[0].state


async def test_what_is_about_to_be_done_is_committed_before_the_first_byte(world: World) -> None:
    await world.sends()
    kinds = await world.kinds()
    assert kinds[-3:] == ["LetterQueued", "LetterLeaving", "LetterSent"]
    assert len(world.mailer.delivered) == 1


async def test_a_second_pass_sends_nothing_more(world: World) -> None:
    await world.sends()
    await world.plans()
    await world.sends()
    assert len(world.mailer.delivered) == 1


async def test_a_temporary_refusal_waits_and_goes_later(world: World) -> None:
    world.mailer.answers = [Refused(code=450, text="4.2.1 occupée")]
    await world.sends()
    assert await state(world) is LetterState.QUEUED
    await world.sends()
    assert world.mailer.offered == 1
    world.goes_to("2026-10-05T09:09")
    await world.fetches()
    await world.sends()
    assert await state(world) is LetterState.SENT


async def test_a_refused_address_goes_to_a_human_and_frees_the_day(world: World) -> None:
    world.mailer.answers = [Refused(code=550, text="5.1.1 inconnue", permanent=True)]
    await world.sends()
    dossier = await world.dossier()
    assert dossier.phase is Phase.REVIEW
    assert [asked.reason for asked in dossier.review_reasons] == ["address_refused"]
    assert dossier.last_unsolicited_on is None


async def test_a_letter_too_large_goes_to_a_human_who_reads_why(world: World) -> None:
    world.mailer.answers = [
        Refused(code=552, text="5.3.4 message file too big", permanent=True, too_large=True)
    ]
    await world.sends()
    dossier = await world.dossier()
    (asked,) = dossier.review_reasons
    assert asked.reason == "letter_too_large"
    assert "pièces jointes" in asked.because


async def test_a_refused_account_pauses_everything_and_no_dossier(world: World) -> None:
    world.mailer.answers = [Refused(code=535, text="5.7.8 identifiants", account=True)]
    await world.sends()
    assert (await world.dossier()).phase is Phase.RUNNING
    posted = await world.sends()
    assert world.mailer.offered == 1
    assert "compte d'envoi refusé" in str(posted.faults[0])
    world.goes_to("2026-10-05T09:45")
    await world.fetches()
    await world.sends()
    assert len(world.mailer.delivered) == 1


async def test_a_server_out_of_reach_leaves_all_as_it_is(world: World) -> None:
    world.mailer.answers = [Temporary("injoignable")]
    posted = await world.sends()
    assert [str(fault) for fault in posted.faults] == ["injoignable"]
    assert await state(world) is LetterState.QUEUED
    await world.sends()
    assert await state(world) is LetterState.SENT


async def test_a_refused_password_is_not_tried_again_at_once(world: World) -> None:
    """Asking every minute would lock the account; `start`, after the mending, asks at once."""
    world.mailer.answers = [Permanent("identifiants refusés")]
    await world.sends()
    await world.sends()
    assert world.mailer.offered == 1
    await world.house.register.set(account_key(world.creditor.id), None)
    await world.sends()
    assert len(world.mailer.delivered) == 1


async def test_a_lost_reply_is_never_sent_again(world: World) -> None:
    """Nothing proves it: after fifteen minutes it counts as sent and a human looks (P3)."""
    world.mailer.answers = ["swallowed"]
    await world.sends()
    assert await state(world) is LetterState.LEAVING
    for minute in range(2, 40, 6):
        world.goes_to(f"2026-10-05T09:{minute:02}")
        await world.fetches()
        await world.plans()
        await world.sends()
    dossier = await world.dossier()
    assert dossier.letters[0].state is LetterState.UNSURE
    assert dossier.phase is Phase.REVIEW
    assert [asked.reason for asked in dossier.review_reasons] == ["letter_unsure"]
    assert len(world.mailer.delivered) == 1


async def test_a_lost_reply_is_settled_by_the_journal_copy(world: World) -> None:
    world.creditor = replace(world.creditor, proof="journal")
    world.mailer.answers = ["swallowed"]
    await world.sends()
    world.mailbox.put(world.mailer.delivered[0].mime, at=world.clock.at)
    await world.fetches()
    await world.reads()
    posted = await world.sends()
    assert [why for _, why in posted.settled] == ["preuve : copie de journal reçue"]
    assert await state(world) is LetterState.SENT


async def test_our_own_copy_in_sent_proves_nothing(world: World) -> None:
    world.mailer.answers = ["swallowed"]
    await world.sends()
    world.mailbox.put(world.mailer.delivered[0].mime, "Sent", at=world.clock.at)
    await world.fetches()
    await world.reads()
    posted = await world.sends()
    assert posted.settled == []
    assert await state(world) is LetterState.LEAVING


async def test_a_lost_reply_is_settled_by_the_debtors_answer(world: World) -> None:
    world.mailer.answers = ["swallowed"]
    await world.sends()
    letter = (await world.dossier()).letters[0]
    world.writes("Bien reçu, je transmets à la comptabilité.", answers=letter.message_id)
    await world.fetches()
    posted = await world.sends()
    assert len(posted.settled) == 1
    assert await state(world) is LetterState.SENT


async def test_a_letter_of_yesterday_is_withdrawn_and_composed_anew(world: World) -> None:
    world.goes_to("2026-10-05T18:30")
    await world.fetches()
    assert (await world.sends()).sent == []
    world.goes_to("2026-10-06T09:00")
    await world.works()
    dossier = await world.dossier()
    assert [letter.state for letter in dossier.letters] == [LetterState.WITHDRAWN]
    await world.works()
    dossier = await world.dossier()
    assert [(one.step.attempt, one.state) for one in dossier.letters] == [
        (1, LetterState.WITHDRAWN),
        (2, LetterState.SENT),
    ]
    assert dossier.letters[1].sent_on is not None
    assert dossier.letters[1].deadline_on == dossier.letters[1].sent_on + timedelta(days=7)


async def test_a_payment_seen_before_the_door_withdraws_the_letter(world: World) -> None:
    world.ledger.rows = [row(paid="500.00")]
    await world.syncs()
    await world.sends()
    assert world.mailer.offered == 0
    assert await state(world) is LetterState.WITHDRAWN
    await world.plans()
    await world.sends()
    assert (await world.dossier()).letters[-1].amount == 1000


async def test_a_word_that_comes_between_the_gate_and_the_first_byte_stops_the_letter(
    world: World,
) -> None:
    """Another writer changes the dossier while the server is being spoken to."""
    hand_over = world.mailer.hand_over

    async def meanwhile(mime: bytes, **words: object) -> object:
        world.writes("Je conteste, rien n'a été livré.", answers="", subject="Facture FA-1 [BZ-1]")
        await world.fetches()
        await world.reads()
        return await hand_over(mime, **words)  # type: ignore[arg-type]

    world.mailer.hand_over = meanwhile  # type: ignore[method-assign,assignment]
    posted = await world.sends()
    assert posted.sent == []
    assert world.mailer.delivered == []
    assert (await world.dossier()).phase is Phase.REVIEW


async def test_a_copy_is_filed_once_in_the_sent_folder(world: World) -> None:
    await world.sends()
    assert await world.files() == 1
    assert await world.files() == 0
    copies = world.mailbox.raws("Sent")
    assert len(copies) == 1
    assert message_from_bytes(copies[0])["Message-ID"] == (
        f"<{(await world.dossier()).letters[0].message_id}>"
    )
    await world.fetches()
    read = await world.reads()
    assert [told.dossier for told in read.told] == [None]
    assert len((await world.dossier()).contact_days) == 1


async def test_a_stop_keeps_everything_here(world: World) -> None:
    await world.house.register.set("stop", "essai")
    assert (await world.sends()).sent == []
    await world.house.register.set("stop", None)
    assert len((await world.sends()).sent) == 1


async def test_counts_of_the_outbox_tell_where_letters_stand(world: World) -> None:
    assert (await world.house.outbox.counts())[OutboxState.QUEUED] == 1
    await world.sends()
    assert (await world.house.outbox.counts())[OutboxState.SENT] == 1
