"""A database brought back that wrote on before anybody compared it with what stands outside."""

from datetime import date, timedelta

import pytest

from flows.test_brought_back import Story, begun
from flows.world import US, paris
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import DossierId, DossierKey
from relance_mailer.flows.keep_journal import anchor
from relance_mailer.flows.restored import pending, restored_told

PAGE = DossierKey(creditor=US, dossier=DossierId("BZ-1")).page


async def anchors(story: Story) -> None:
    """The day's anchor; what was noted of departures goes, so that the anchors alone tell."""
    made = await anchor(story.world.house)
    story.witness.anchor(made.at, dict(made.heads))
    story.witness.noted.clear()


async def notes(story: Story, number: int, dossier: str = "BZ-1") -> None:
    """Somebody goes on working in it."""
    for one in range(number):
        note = e.NoteWritten(because="vu", by="Anne", text=f"Vu {one}")
        await story.world.writes_down(dossier, note)


@pytest.mark.parametrize("more", [0, 4])
async def test_a_history_of_its_own_is_seen_however_long_it_grew(more: int) -> None:
    """Where the anchor stands there is another entry: what the page had lost, nobody can know."""
    story = await begun("BZ-1", "BZ-2")
    world = story.world
    kept = story.keeps()
    await notes(story, 2)
    await story.works()
    await anchors(story)
    anchored = story.witness.heads[PAGE][0]
    story.puts_back(kept)
    stands = (await world.dossier()).version
    await notes(story, anchored - stands + more)
    await story.starts()
    restored = await pending(world.house, US)
    assert restored is not None
    assert [(one.page, one.forked) for one in restored.ahead if one.forked] == [(PAGE, True)]
    assert restored_told(restored.text()) == restored
    done = await story.reconciles()
    assert [key.dossier for key in done.lost] == ["BZ-1"]
    assert (await world.dossier("BZ-1")).review_reasons[-1].reason == "restored_lost"
    assert (await world.dossier("BZ-2")).phase is Phase.RUNNING
    await story.works()
    assert len(world.mailer.delivered) == 2


async def test_what_was_written_since_makes_up_for_nothing_that_is_lost() -> None:
    """Three decisions and a letter are gone, three new entries stand: the letter explains three."""
    story = await begun("BZ-1", "BZ-2")
    world = story.world
    kept = story.keeps()
    await notes(story, 3)
    await story.works()
    await anchors(story)
    story.puts_back(kept)
    world.clock.at += timedelta(minutes=1)
    await notes(story, 3)
    await story.starts()
    done = await story.reconciles()
    assert [key.dossier for key in done.lost] == ["BZ-1"]
    asked = (await world.dossier("BZ-1")).review_reasons[-1]
    assert (asked.reason, asked.because[:13]) == ("restored_lost", "3 écriture(s)")
    assert (await world.dossier("BZ-2")).phase is Phase.RUNNING


async def test_a_short_page_that_was_written_on_lost_nothing_but_its_letter() -> None:
    story = await begun("BZ-1")
    world = story.world
    kept = story.keeps()
    await story.works()
    await anchors(story)
    story.puts_back(kept)
    world.clock.at += timedelta(minutes=1)
    await notes(story, 1)
    await story.starts()
    done = await story.reconciles()
    assert (done.known_again, done.lost) == (1, [])
    assert (await world.dossier("BZ-1")).phase is Phase.RUNNING


@pytest.mark.parametrize("queued_before", [False, True])
async def test_a_letter_that_left_after_the_anchor_explains_nothing_of_it(
    queued_before: bool,
) -> None:
    """Two decisions stood there in the morning; the letter of the afternoon isn't them."""
    story = await begun("BZ-1")
    world = story.world
    if queued_before:
        await world.fetches()
        await world.plans()
    kept = story.keeps()
    await notes(story, 2)
    await anchors(story)
    world.clock.at += timedelta(hours=2)
    await story.works()
    assert len(world.mailer.delivered) == 1
    story.puts_back(kept)
    world.clock.at += timedelta(hours=1)
    await story.starts()
    done = await story.reconciles()
    assert done.known_again == 1
    assert [key.dossier for key in done.lost] == ["BZ-1"]
    asked = (await world.dossier("BZ-1")).review_reasons[-1]
    assert asked.because.startswith("2 écriture(s)")


@pytest.mark.parametrize("written", [1, 9], ids=["still shorter", "longer"])
async def test_what_left_is_looked_for_from_the_last_anchor_that_still_holds(
    written: int,
) -> None:
    """The mailbox was read since: the database's own last sign of life says nothing any more."""
    story = await begun("BZ-1")
    world = story.world
    await anchors(story)
    kept = story.keeps()
    await story.works()
    for _ in range(3):
        world.clock.at += timedelta(days=1)
        await anchors(story)
    story.puts_back(kept)
    world.clock.at += timedelta(minutes=1)
    await notes(story, written)
    world.mailbox.make("INBOX")
    await world.fetches()
    await story.starts()
    restored = await pending(world.house, US)
    assert restored is not None
    assert restored.since == paris("2026-10-20T00:00")


async def test_a_page_that_only_grew_since_its_anchor_is_no_alarm() -> None:
    story = Story("BZ-1")
    await story.starts()
    await story.works()
    await anchors(story)
    await notes(story, 3)
    await story.starts()
    assert await pending(story.world.house, US) is None
    assert story.witness.days[-1][0].date() == date(2026, 10, 20)
