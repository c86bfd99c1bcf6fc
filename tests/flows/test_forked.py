"""A database brought back that wrote on before anybody compared it with what stands outside."""

from datetime import date, timedelta

import pytest

from flows.test_brought_back import Story, journal_proof
from flows.world import US, paris
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import DossierId, DossierKey
from relance_mailer.flows.keep_journal import anchor
from relance_mailer.flows.restored import pending, restored_told

PAGE = DossierKey(creditor=US, dossier=DossierId("BZ-1")).page


async def anchors(story: Story) -> None:
    """The day's anchor; what was noted of departures goes, so that the anchors alone tell."""
    heads = dict((await anchor(story.world.house)).heads)
    story.witness.anchor(story.world.clock.today(), heads)
    story.witness.noted.clear()


async def notes(story: Story, number: int, dossier: str = "BZ-1") -> None:
    """Somebody goes on working in it."""
    for one in range(number):
        note = e.NoteWritten(because="vu", by="Anne", text=f"Vu {one}")
        await story.world.writes_down(dossier, note)


@pytest.mark.parametrize("more", [0, 4])
async def test_a_history_of_its_own_is_seen_however_long_it_grew(more: int) -> None:
    """Where the anchor stands there is another entry: what the page had lost, nobody can know."""
    story = Story("BZ-1", "BZ-2")
    journal_proof(story)
    world = story.world
    await story.starts()
    await world.syncs()
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


async def test_what_left_is_looked_for_from_the_last_anchor_that_still_holds() -> None:
    """The mailbox was read since: the database's own last sign of life says nothing any more."""
    story = Story("BZ-1")
    journal_proof(story)
    world = story.world
    await story.starts()
    await world.syncs()
    await anchors(story)
    kept = story.keeps()
    await story.works()
    for _ in range(3):
        world.clock.at += timedelta(days=1)
        await anchors(story)
    story.puts_back(kept)
    await notes(story, 9)
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
    assert story.witness.days[-1][0] == date(2026, 10, 20)
