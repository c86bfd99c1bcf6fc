"""A database brought back in which a newer program wrote: only what it closed goes on waiting."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from fakes.witness import FakeWitness
from flows.test_brought_back import Story, own_copies
from flows.world import US
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import DossierId, DossierKey, PageId
from relance_mailer.flows.reconcile import reconcile
from relance_mailer.flows.restored import mark, pending
from relance_mailer.flows.status import status
from relance_mailer.store.chain import BEGINNING, Row, next_row
from relance_mailer.store.codec import CODEC

PAGE = DossierKey(creditor=US, dossier=DossierId("BZ-2")).page
NOTE = e.NoteWritten(because="vu", by="Anne", text="Vu")


def newer_program_writes(story: Story) -> None:
    """An entry that only the program of tomorrow can read."""
    _appended(story, PAGE, "PostalStrikeSeen")


def program_is_updated(story: Story) -> None:
    """The same entry can be read now."""
    story.world.store.journal.rows[PAGE].pop()
    _appended(story, PAGE, CODEC.encode(NOTE)[0])


def an_entry_is_lost(story: Story) -> None:
    """Somebody, or a disk, took it out of the table."""
    rows = story.world.store.journal.rows
    story.world.store.journal.rows = {**rows, PAGE: rows[PAGE][1:]}
    LOST[:] = rows[PAGE][:1]


def it_is_put_back(story: Story) -> None:
    """From a copy of the table."""
    rows = story.world.store.journal.rows
    rows[PAGE] = [*LOST, *rows[PAGE]]


LOST: list[Row] = []
TROUBLES = [(newer_program_writes, program_is_updated), (an_entry_is_lost, it_is_put_back)]


def _appended(story: Story, page: PageId, kind: str) -> None:
    rows = story.world.store.journal.rows[page]
    last = rows[-1]
    encoded = (kind, *CODEC.encode(NOTE)[1:])
    after = last.chain or BEGINNING
    rows.append(next_row(page, last.seq + 1, last.at, encoded, salt=b"s" * 16, after=after))


def no_evidence(story: Story) -> None:
    """No copy anywhere, and what this machine noted is gone."""
    story.world.creditor = replace(story.world.creditor, file_sent_copy=False)


@pytest.mark.parametrize("way", [own_copies, no_evidence])
@pytest.mark.parametrize(("breaks", "mends"), TROUBLES)
async def test_a_page_that_cannot_be_read_keeps_only_itself_waiting(
    breaks: Callable[[Story], None],
    mends: Callable[[Story], None],
    way: Callable[[Story], None],
) -> None:
    story = Story("BZ-1", "BZ-2", "BZ-3")
    way(story)
    evidence = way is own_copies
    world = story.world
    await story.starts()
    await world.syncs()
    kept = story.keeps()
    await story.works(files=evidence)
    assert len(world.mailer.delivered) == 3
    story.puts_back(kept)
    breaks(story)
    if not evidence:
        world.house = replace(world.house, witness=FakeWitness())
    world.clock.at += timedelta(minutes=1)
    await mark(world.house, "restore", since=world.clock.at)
    await story.starts()
    done = await story.reconciles()
    assert done.done
    assert [key.dossier for key in done.closed] == ["BZ-2"]
    assert await pending(world.house, US) is None
    told = await status(world.house, world.creditor)
    assert any("BZ-2" in one and "illisible" in one for one in told.apart), told.apart
    held = Phase.RUNNING if evidence else Phase.REVIEW
    assert (await world.dossier("BZ-1")).phase is held
    assert (await world.dossier("BZ-3")).phase is held
    # It is still closed: nothing is done twice, nothing is forgotten.
    assert not (await story.reconciles()).done
    mends(story)
    await story.works(files=evidence)
    assert len(world.mailer.delivered) == 3
    again = await story.reconciles()
    assert (again.done, again.closed, again.known_again) == (True, {}, 1 if evidence else 0)
    assert (await world.dossier("BZ-2")).phase is held
    assert bool((await world.dossier("BZ-2")).letters) is evidence
    assert not any("BZ-2" in one for one in (await status(world.house, world.creditor)).apart)
    await story.works(files=evidence)
    assert len(world.mailer.delivered) == 3
    assert not (await reconcile(world.house, world.creditor, [US])).done
