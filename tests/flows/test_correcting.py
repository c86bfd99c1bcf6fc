"""A human corrects a reading: the dossier follows his word, by the same table as the machine."""

from datetime import date
from decimal import Decimal

import pytest

from flows.world import World, paris, row
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.flows.read_mail.by_hand import link_by_hand
from relance_mailer.flows.read_mail.corrected import (
    confirm_by_hand,
    correct_by_hand,
    dossier_of,
)
from relance_mailer.flows.read_mail.decided import Told
from relance_mailer.inward.correction import Correction
from relance_mailer.ports import Fate, Kept, Permanent
from relance_mailer.words import Intent, Kind, Outcome

GIBBERISH = "Bonjour, la chouette vole bas ce soir sur le clocher. Voilà voilà."
NEEDS_INVOICE = "Bonjour, nous n'avons pas reçu la facture FA-1, merci de nous l'envoyer."
INSULT = "Vous êtes des voleurs et des connards, allez vous faire foutre, arrêtez !"
PROMISE = Correction(
    kind=Kind.HUMAN, intents=(Intent.PROMISE,), promise_dates=(date(2026, 10, 16),)
)
WHY = {"by": "Anne Roux", "because": "relu au téléphone"}


async def written_to() -> World:
    """The first reminder has left."""
    world = World(paris("2026-10-05T09:00"))
    world.ledger.rows = (row(),)
    await world.works()
    assert world.recipients() == ["compta@c-bz-1.example"]
    world.goes_to("2026-10-06T10:00")
    return world


async def reads(world: World, text: str) -> Kept:
    """A reply comes in and is read; the message as it is kept."""
    before = {kept.digest for kept in await world.house.inbox.waiting(Fate)}
    world.writes(text)
    await world.works()
    (kept,) = [one for one in await world.house.inbox.waiting(Fate) if one.digest not in before]
    return kept


async def corrects(world: World, kept: Kept, correction: Correction) -> Told:
    key = (await world.dossier()).key
    return await correct_by_hand(world.house, world.creditor, kept, key, correction, **WHY)


async def test_not_understood_but_a_promise_holds_until_its_day_and_goes_on_by_itself() -> None:
    """What the machine gave to a human is a promise: it is confirmed, watched, then broken."""
    world = await written_to()
    kept = await reads(world, GIBBERISH)
    assert (await world.dossier()).phase is Phase.REVIEW
    told = await corrects(world, kept, PROMISE)
    assert told.outcome is Outcome.HOLD_UNTIL
    dossier = await world.dossier()
    assert (dossier.phase, dossier.review_reasons) == (Phase.HELD, ())
    assert dossier.promise is not None
    assert dossier.promise.instalments[0].due_on == date(2026, 10, 16)
    for day in ("2026-10-06T11:00", "2026-10-07T09:30", "2026-10-23T09:30", "2026-10-26T09:30"):
        world.goes_to(day)
        await world.works()
    templates = [one.template for one in (await world.dossier()).letters]
    assert templates[:2] == ["reminder_1", "promise_confirmation"]
    assert (await world.dossier()).letters[-1].level == "reminder_2"


async def test_a_promise_that_was_a_dispute_goes_to_a_human_and_its_answer_is_not_sent() -> None:
    """What the machine drew from its wrong reading falls away before it leaves."""
    world = await written_to()
    kept = await reads(
        world, "Bonjour, virement fait le 16 octobre, c'est promis, je vous le verse."
    )
    assert (await world.dossier()).phase is Phase.HELD
    sent = len(world.recipients())
    await corrects(world, kept, Correction(kind=Kind.HUMAN, intents=(Intent.DISPUTE,)))
    dossier = await world.dossier()
    assert dossier.phase is Phase.REVIEW
    assert [asked.reason for asked in dossier.review_reasons] == ["dispute"]
    assert (dossier.promise, dossier.holds, dossier.answers_owed) == (None, (), ())
    for day in ("2026-10-07T09:30", "2026-10-20T09:30", "2026-10-30T09:30"):
        world.goes_to(day)
        await world.works()
    assert len(world.recipients()) == sent


async def test_a_copy_that_nobody_asked_for_is_not_sent() -> None:
    world = await written_to()
    world.ledger.rows = (row(document="FA-1.pdf"),)
    world.goes_to("2026-10-05T18:30")  # after hours: the answer waits for the morning
    kept = await reads(world, NEEDS_INVOICE)
    assert [one.answer.value for one in (await world.dossier()).answers_owed] == ["duplicate"]
    await corrects(world, kept, Correction(kind=Kind.HUMAN, intents=(Intent.ACK,)))
    dossier = await world.dossier()
    assert dossier.answers_owed == ()
    assert {held.reason for held in dossier.holds} == {"ack"}


async def test_a_plan_that_nobody_asked_for_is_no_longer_proposed() -> None:
    world = await written_to()
    asked = "Bonjour, pourrions-nous payer cette facture en 3 fois, 500 € par mois ?"
    kept = await reads(world, asked)
    proposed = (await world.dossier()).plan_proposed
    assert proposed is not None
    assert proposed.message == kept.digest
    await corrects(world, kept, Correction(kind=Kind.HUMAN, intents=(Intent.ACK,)))
    assert (await world.dossier()).plan_proposed is None


async def test_a_plan_asked_for_before_is_still_known_when_another_message_is_corrected() -> None:
    world = await written_to()
    kept = await reads(world, "Bonjour, pourrions-nous payer cette facture en 3 fois ?")
    world.goes_to("2026-10-07T10:00")
    other = await reads(world, GIBBERISH)
    await corrects(world, other, Correction(kind=Kind.HUMAN, intents=(Intent.ACK,)))
    proposed = (await world.dossier()).plan_proposed
    assert proposed is not None
    assert proposed.message == kept.digest


async def test_hostile_after_all_reaches_every_dossier_of_the_debtor() -> None:
    world = World(paris("2026-10-05T09:00"))
    world.ledger.rows = (
        row(debtor="C-7", email="compta@c-bz-1.example"),
        row("BZ-2", "FA-2", debtor="C-7", email="compta@c-bz-1.example"),
    )
    await world.works()
    world.goes_to("2026-10-06T10:00")
    world.writes(GIBBERISH, subject="Re: [BZ-1]", headers=())
    await world.works()
    (kept,) = await world.house.inbox.waiting(Fate)
    if kept.fate is not Fate.READ:
        key = (await world.dossier()).key
        await link_by_hand(world.house, world.creditor, kept, key, **WHY)
    await corrects(world, kept, Correction(kind=Kind.HUMAN, intents=(Intent.HOSTILE,)))
    assert (await world.dossier("BZ-1")).phase is Phase.LEGAL
    assert (await world.dossier("BZ-2")).phase is Phase.LEGAL


async def test_a_correction_never_takes_a_dossier_out_of_the_legal_queue() -> None:
    """That needs an act of its own, and the answer says so."""
    world = await written_to()
    kept = await reads(world, INSULT)
    assert (await world.dossier()).phase is Phase.LEGAL
    told = await corrects(world, kept, PROMISE)
    dossier = await world.dossier()
    assert dossier.phase is Phase.LEGAL
    assert dossier.promise is None
    assert "reopen" in told.because


async def test_what_another_message_asked_keeps_the_dossier_in_review() -> None:
    world = await written_to()
    first = await reads(world, GIBBERISH)
    world.goes_to("2026-10-06T15:00")
    await reads(world, "La marchandise livrée était cassée, je conteste cette facture.")
    told = await corrects(world, first, PROMISE)
    dossier = await world.dossier()
    assert dossier.phase is Phase.REVIEW
    assert {asked.reason for asked in dossier.review_reasons} == {"dispute"}
    assert "reste à examiner" in told.because


async def test_a_confirmed_reading_moves_nothing() -> None:
    world = await written_to()
    kept = await reads(world, GIBBERISH)
    before = await world.dossier()
    await confirm_by_hand(world.house, world.creditor, kept, before.key, **WHY)
    after = await world.dossier()
    assert after.corrected == (kept.digest,)
    assert (after.phase, after.review_reasons) == (before.phase, before.review_reasons)
    written = (await world.events())[-1]
    assert isinstance(written, e.ReadingCorrected)
    assert (written.confirmed, written.outcome) == (True, Outcome.REVIEW)


async def test_a_paid_dossier_that_a_correction_gives_back_is_settled() -> None:
    world = await written_to()
    kept = await reads(world, GIBBERISH)
    world.ledger.rows = (row(paid="1500.00"),)
    await world.syncs()
    await corrects(world, kept, Correction(kind=Kind.HUMAN, intents=(Intent.ACK,)))
    assert (await world.dossier()).phase is Phase.SETTLED


@pytest.mark.parametrize(
    ("correction", "told"),
    [
        (Correction(kind=Kind.HUMAN), "au moins une intention"),
        (Correction(kind=Kind.BOUNCE, intents=(Intent.PAID,)), "seule une personne"),
        (
            Correction(
                kind=Kind.HUMAN, intents=(Intent.PROMISE,), promise_dates=(date(2026, 10, 5),)
            ),
            "05/10/2026 : le message est du 06/10/2026",
        ),
        (
            Correction(kind=Kind.HUMAN, intents=(Intent.ACK,), promised_amount=Decimal(5)),
            "demande l'intention",
        ),
        (
            Correction(kind=Kind.HUMAN, intents=(Intent.ACK,), invoices=("FA-9",)),
            "facture FA-9 inconnue",
        ),
        (
            Correction(kind=Kind.HUMAN, intents=(Intent.REDIRECT,), redirect_to="Jean"),
            "n'est pas une adresse",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_what_no_message_can_say_is_refused(correction: Correction, told: str) -> None:
    world = await written_to()
    kept = await reads(world, GIBBERISH)
    before = await world.kinds()
    with pytest.raises(Permanent, match=told):
        await corrects(world, kept, correction)
    assert await world.kinds() == before


async def test_the_dossier_of_a_message_is_found_and_a_message_of_none_is_refused() -> None:
    world = await written_to()
    kept = await reads(world, GIBBERISH)
    assert await dossier_of(world.house, world.creditor, kept) == (await world.dossier()).key
    world.writes("Bonjour, où en est-on ?", sender="personne@ailleurs.example", subject="Bonjour")
    await world.works()
    (stray,) = await world.house.inbox.waiting([Fate.UNLINKED])
    with pytest.raises(Permanent, match="rattachez-le d'abord"):
        await dossier_of(world.house, world.creditor, stray)
