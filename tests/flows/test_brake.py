"""A server that says of no letter whether it took it gets no more of them that day."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from flows.test_operator import NOEMIE, lives, mails
from flows.world import World, paris, row
from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import LetterState
from relance_mailer.flows.status import status
from relance_mailer.flows.stop import set_stop
from relance_mailer.outward.vigil import Operator
from relance_mailer.ports import Commit, Overtaken, Refused, Temporary

DOSSIERS = 8
LOST = "swallowed"


async def world_of(connections: int = 1, **changes: Any) -> World:
    """Letters in the outbox, the first day's ceiling out of the way."""
    world = World(at=paris("2026-10-05T09:00"))
    world.creditor = replace(
        world.creditor, connections=connections, daily_ceiling=100, first_day_ceiling=100, **changes
    )
    world.ledger.rows = [row(f"BZ-{n}", f"FA-{n}") for n in range(1, DOSSIERS + 1)]
    await world.syncs()
    await world.fetches()
    await world.plans()
    return world


async def notes(world: World) -> list[e.NoteWritten]:
    entries = await world.house.journal.entries(world.creditor.page)
    return [entry.event for entry in entries if isinstance(entry.event, e.NoteWritten)]


async def states(world: World) -> list[LetterState]:
    return [
        (await world.dossier(f"BZ-{number}")).letters[-1].state for number in range(1, DOSSIERS + 1)
    ]


async def test_after_three_doubts_in_a_row_nothing_more_leaves_that_day() -> None:
    world = await world_of()
    world.mailer.answers = [LOST] * 9
    await world.sends()
    assert world.mailer.offered == 3
    for at in ("09:05", "09:20", "17:00"):
        world.goes_to(f"2026-10-05T{at}")
        await world.fetches()
        posted = await world.sends()
        assert "3 lettres de suite au sort inconnu" in str(posted.faults[0])
    assert world.mailer.offered == 3
    told = await status(world.house, world.creditor)
    [cause] = told.causes
    assert cause.check == "server_says_what_it_took"
    assert cause.since == paris("2026-10-05T09:00")
    for words in ("3 lettres de suite au sort inconnu", "arrêté pour la journée"):
        assert words in cause.because
    assert "« relance start »" in cause.remedy
    assert (told.sending, told.is_in_trouble) == (False, True)
    [note] = await notes(world)
    assert "arrêté pour la journée" in note.text
    assert "connexion perdue" in note.because


async def test_across_passes_and_connections_they_are_in_a_row_all_the_same() -> None:
    world = await world_of()
    for minute in range(3):
        world.goes_to(f"2026-10-05T09:0{minute}")
        world.mailer.answers = [LOST, Temporary("connexion refusée")]
        await world.sends()
    assert len(world.mailer.delivered) == 3
    world.goes_to("2026-10-05T09:04")
    world.mailer.answers = []
    await world.sends()
    assert len(world.mailer.delivered) == 3


async def test_a_letter_that_is_taken_in_between_ends_the_row() -> None:
    world = await world_of()
    hand_over, offered = world.mailer.hand_over, 0

    async def sometimes(mime: bytes, **words: Any) -> Any:
        nonlocal offered
        offered += 1
        world.mailer.answers = [LOST] if offered % 3 else []
        return await hand_over(mime, **words)

    world.mailer.hand_over = sometimes  # type: ignore[method-assign]
    for _ in range(4):
        await world.sends()
    assert world.mailer.offered == DOSSIERS
    assert await notes(world) == []


async def test_a_refusal_in_between_says_nothing_of_what_comes_after_the_dot() -> None:
    """An address is refused before it: the line still speaks there."""
    world = await world_of()
    unknown = Refused(code=550, text="5.1.1 inconnu", permanent=True)
    world.mailer.answers = [LOST, LOST, unknown, LOST, LOST]
    for _ in range(4):
        await world.sends()
    assert world.mailer.offered == 4
    assert len(await notes(world)) == 1


async def test_a_doubt_that_evidence_settles_ends_the_row() -> None:
    world = await world_of(proof="journal", journal_address="relances+journal@brezance.example")
    world.mailer.answers = [LOST, LOST, Temporary("connexion refusée")]
    await world.sends()
    for letter in world.mailer.delivered:
        world.mailbox.put(letter.mime, at=world.clock.at)
    await world.fetches()
    await world.reads()
    world.goes_to("2026-10-05T09:05")
    world.mailer.answers = [LOST, LOST, Temporary("connexion refusée")]
    await world.sends()
    world.mailer.answers = []
    await world.sends()
    assert len(world.mailer.delivered) == DOSSIERS


async def test_the_next_day_tries_one_letter_and_goes_on_if_it_is_answered() -> None:
    world = await world_of()
    world.mailer.answers = [LOST] * 4
    await world.sends()
    world.goes_to("2026-10-06T09:00")
    for _ in range(3):
        await world.works()
    assert world.mailer.offered == 4
    assert (await status(world.house, world.creditor)).causes
    world.goes_to("2026-10-07T09:00")
    await world.works()
    await world.works()
    assert len(world.mailer.delivered) == DOSSIERS
    assert (await status(world.house, world.creditor)).causes == ()


async def test_letters_of_that_day_name_the_cause_when_they_are_composed_anew() -> None:
    """P6: what was announced comes later for a cause that the journal names."""
    world = await world_of()
    world.mailer.answers = [LOST] * 3
    await world.sends()
    world.goes_to("2026-10-06T09:00")
    await world.syncs()
    await world.fetches()
    await world.sends()
    events = [event for n in range(1, DOSSIERS + 1) for event in await world.events(f"BZ-{n}")]
    withdrawn = [event.because for event in events if isinstance(event, e.LetterWithdrawn)]
    assert withdrawn
    assert all("au sort inconnu" in because for because in withdrawn)


async def test_whoever_says_start_has_mended_it() -> None:
    world = await world_of()
    world.mailer.answers = [LOST] * 3
    await world.sends()
    await set_stop(world.house, [world.creditor], None, "Zoé")
    world.mailer.answers = [LOST]
    await world.sends()
    assert len(world.mailer.delivered) == DOSSIERS
    assert (await status(world.house, world.creditor)).causes == ()


async def test_the_operator_hears_of_it_by_mail() -> None:
    world = await world_of(operator=Operator(mail=(NOEMIE,)))
    world.mailer.answers = [LOST] * 3
    await world.sends()
    assert await lives(world, "2026-10-05T12:00") == ["05 10:00"]
    [mail] = mails(world)
    assert "3 lettres de suite au sort inconnu" in mail.get_content()
    assert "« relance start » le reprend aussitôt" in " ".join(mail.get_content().split())


async def test_connections_side_by_side_stop_too() -> None:
    """What others had begun to hand over is finished, no more than one letter each."""
    world = await world_of(connections=2)
    world.mailer.answers = [LOST] * 9
    await world.sends()
    assert 3 <= (offered := world.mailer.offered) <= 4
    await world.sends()
    assert world.mailer.offered == offered
    world.goes_to("2026-10-06T09:00")
    await world.syncs()
    await world.fetches()
    for _ in range(3):
        await world.plans()
        await world.sends()
    assert world.mailer.offered == offered + 1, "the next day tries one letter, not one each"


async def test_a_doubt_that_cannot_be_counted_tries_no_other_letter() -> None:
    """Others write on the mailbox's page all the time: the brake could not be journaled."""
    world = await world_of()
    world.mailer.answers = [LOST] * 9
    commit = world.store.journal.commit

    async def overtaken(commits: Sequence[Commit]) -> None:
        if any(write.page == world.creditor.page for one in commits for write in one.writes):
            raise Overtaken("page écrite entre-temps")
        await commit(commits)

    world.store.journal.commit = overtaken  # type: ignore[method-assign]
    await world.sends()
    assert world.mailer.offered == 3
