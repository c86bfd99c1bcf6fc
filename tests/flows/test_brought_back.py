"""A database that was brought back: nothing leaves twice, what came is read again (P3, P6)."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import timedelta

import pytest

from fakes.journal import FakeStore
from fakes.witness import FakeWitness
from flows.world import MAILBOX, US, World, paris, row
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import LetterState
from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.keep_journal import anchor
from relance_mailer.flows.reconcile import Reconciled, reconcile
from relance_mailer.flows.restored import (
    OTHER_KEY,
    RESTORED_KEY,
    answered,
    look_for_rollback,
    mark,
    pending,
)
from relance_mailer.flows.status import status
from relance_mailer.ports import OutboxState, Refused

JOURNAL_BOX = "relances+journal@brezance.example"


class Story:
    """A world whose database can be put back to how it stood."""

    def __init__(self, *dossiers: str) -> None:
        self.world = World(paris("2026-10-20T09:00"))
        self.witness = FakeWitness()
        self.world.house = replace(self.world.house, witness=self.witness)
        self.world.ledger.rows = [row(one, f"FA-{one}") for one in dossiers]

    async def starts(self) -> None:
        """What the daemon asks before anything else."""
        await look_for_rollback(self.world.house, [US])

    async def works(self, *, files: bool = True) -> None:
        """A pass of everything, the letters' copies filed as the real servers have them."""
        world = self.world
        before = len(world.mailer.delivered)
        await world.works()
        for letter in world.mailer.delivered[before:]:
            if JOURNAL_BOX in letter.recipients:
                world.mailbox.put(letter.mime, at=world.clock.at)
        if files:
            await world.files()

    def keeps(self) -> FakeStore:
        """A backup."""
        return deepcopy(self.world.store)

    def puts_back(self, kept: FakeStore) -> None:
        """The database as it stood; the mailbox and what is outside stay as they are."""
        self.world.store = kept
        self.world.house = replace(
            self.world.house,
            journal=kept.journal,
            outbox=kept.outbox,
            inbox=kept.inbox,
            lookup=kept.lookup,
            register=kept.register,
        )

    async def reconciles(self) -> Reconciled:
        """The mailbox is read whole a while later, then compared."""
        world = self.world
        world.clock.at += timedelta(minutes=20)
        await world.syncs()
        await world.fetches(full=True)
        while (await world.reads()).more:
            pass
        return await reconcile(world.house, world.creditor, [US])


async def begun(*dossiers: str) -> Story:
    """A story whose letters take a copy, its daemon started and its ledger taken in."""
    story = Story(*dossiers)
    journal_proof(story)
    await story.starts()
    await story.world.syncs()
    return story


def journal_proof(story: Story) -> None:
    """Each letter takes a copy to an address of our own."""
    story.world.creditor = replace(
        story.world.creditor,
        proof="journal",
        journal_address=JOURNAL_BOX,
        own_addresses=(MAILBOX, JOURNAL_BOX),
        file_sent_copy=False,
    )


def own_copies(story: Story) -> None:
    """Our own copies in the Sent folder, and what this machine noted."""


WAYS = [journal_proof, own_copies]


@pytest.mark.parametrize("way", WAYS)
async def test_letters_that_left_are_known_again_and_the_timeline_goes_on(
    way: Callable[[Story], None],
) -> None:
    story = Story("BZ-1", "BZ-2")
    way(story)
    world = story.world
    await story.starts()
    await world.syncs()
    kept = story.keeps()
    await story.works()
    assert len(world.mailer.delivered) == 2
    first = (await world.dossier("BZ-1")).last_level
    world.goes_to("2026-10-21T09:00")
    story.puts_back(kept)
    await story.starts()
    assert "base revenue" in (await status(world.house, world.creditor)).waiting_because[0]
    await story.works()
    assert len(world.mailer.delivered) == 2
    done = await story.reconciles()
    assert (done.done, done.known_again, done.lost, done.unknown) == (True, 2, [], [])
    again = (await world.dossier("BZ-1")).last_level
    assert again is not None
    assert first is not None
    same = ("step", "state", "level", "template", "sort", "message_id", "to", "amount")
    for name in (*same, "invoices", "sent_on", "deadline_on", "next_on", "announces"):
        assert getattr(again, name) == getattr(first, name), name
    assert await pending(world.house, US) is None
    await story.works()
    assert len(world.mailer.delivered) == 2
    world.goes_to(f"{first.next_on}T09:30")
    await story.works()
    assert len(world.mailer.delivered) == 4
    last = (await world.dossier("BZ-1")).last_level
    assert last is not None
    assert last.level == "reminder_2"


async def test_a_queued_letter_that_left_is_not_sent_again() -> None:
    """It stood in the outbox when the backup was made."""
    story = await begun("BZ-1")
    world = story.world
    await world.fetches()
    await world.plans()
    kept = story.keeps()
    await story.works()
    assert len(world.mailer.delivered) == 1
    story.puts_back(kept)
    await mark(world.house, "restore", since=world.clock.at)
    await story.works()
    done = await story.reconciles()
    assert (done.known_again, done.unknown) == (1, [])
    letter = (await world.dossier()).letters[-1]
    assert letter.state is LetterState.SENT
    assert await world.house.outbox.counts(US) == {OutboxState.SENT: 1}
    await story.works()
    assert len(world.mailer.delivered) == 1


async def test_a_letter_that_was_leaving_is_settled_by_its_copy() -> None:
    """The backup is of the very moment: its departure stands in it, the server's word doesn't."""
    story = Story("BZ-1", "BZ-2")
    world = story.world
    await story.starts()
    await world.syncs()
    await world.fetches()
    await world.plans()
    world.mailer.answers = ["swallowed", "swallowed"]
    await world.sends()
    kept = story.keeps()
    for letter in world.mailer.delivered:
        world.mailbox.put(letter.mime, "Sent", at=world.clock.at)
    story.witness.heads = {
        page: (seq + 1, "") for page, (seq, _) in (await anchor(world.house)).heads.items()
    }
    story.puts_back(kept)
    await story.starts()
    done = await story.reconciles()
    assert (done.complete, done.known_again, done.lost, done.unknown) == (True, 2, [], [])
    assert [one.state for one in (await world.dossier()).letters] == [LetterState.SENT]
    await story.works()
    assert len(world.mailer.delivered) == 2


async def test_nothing_is_withdrawn_before_the_mailbox_was_looked_at() -> None:
    """The disk was put back: what stands queued of yesterday left, and would be composed anew."""
    story = await begun("BZ-1")
    world = story.world
    await world.fetches()
    await world.plans()
    kept = story.keeps()
    await story.works()
    story.puts_back(kept)
    world.goes_to("2026-10-21T09:00")
    world.house = replace(world.house, witness=FakeWitness())
    await world.sends()
    assert [one.state for one in (await world.dossier()).letters] == [LetterState.QUEUED]
    await story.works()
    assert len(world.mailer.delivered) == 1
    done = await story.reconciles()
    assert (done.known_again, done.unknown) == (1, [])
    assert [one.state for one in (await world.dossier()).letters] == [LetterState.SENT]
    await story.works()
    assert len(world.mailer.delivered) == 1


async def test_a_letter_withdrawn_here_that_left_all_the_same_is_a_humans() -> None:
    """Somebody's word withdrew it before anybody knew that the database was an older one."""
    story = Story("BZ-1")
    journal_proof(story)
    world = story.world
    await world.syncs()
    await world.fetches()
    await world.plans()
    kept = story.keeps()
    await story.works()
    copies = world.mailbox.raws("INBOX")
    story.puts_back(kept)
    world.mailbox.make("INBOX")
    world.goes_to("2026-10-21T09:00")
    await world.fetches()
    await world.sends()
    assert [one.state for one in (await world.dossier()).letters] == [LetterState.WITHDRAWN]
    for raw in copies:
        world.mailbox.put(raw, at=world.clock.at)
    await mark(world.house, "rolled_back", since=paris("2026-10-20T09:00"))
    done = await story.reconciles()
    assert (done.known_again, len(done.unknown)) == (1, 1)
    await story.works()
    assert len(world.mailer.delivered) == 1


async def test_a_rollback_that_nobody_announced_is_seen_by_a_copy_of_a_queued_letter() -> None:
    """Everything was put back with the disk, the files beside the database too."""
    story = Story("BZ-1", "BZ-2")
    journal_proof(story)
    world = story.world
    await world.syncs()
    await world.fetches()
    await world.plans()
    kept, outside = story.keeps(), deepcopy(story.witness)
    await story.works()
    assert len(world.mailer.delivered) == 2
    story.puts_back(kept)
    world.house = replace(world.house, witness=outside)
    await story.starts()
    await story.works()
    assert len(world.mailer.delivered) == 2
    assert (await story.reconciles()).known_again == 2
    await story.works()
    assert len(world.mailer.delivered) == 2


async def test_the_copy_of_a_letter_that_was_refused_once_before_it_left_tells_as_much() -> None:
    """The backup is of the half hour between a 451 and the second try, which was taken."""
    story = Story("BZ-1", "BZ-2")
    journal_proof(story)
    world = story.world
    await world.syncs()
    await world.fetches()
    await world.plans()
    busy = Refused(code=451, text="4.3.2 plus tard", permanent=False, account=False)
    world.mailer.answers = [busy, busy]
    await world.sends()
    kept = story.keeps()
    world.clock.at += timedelta(minutes=45)
    await story.works()
    assert len(world.mailer.delivered) == 2
    story.puts_back(kept)
    world.house = replace(world.house, witness=FakeWitness())
    await story.works()
    assert len(world.mailer.delivered) == 2
    assert (await story.reconciles()).known_again == 2
    await story.works()
    assert len(world.mailer.delivered) == 2


async def test_a_rollback_that_nobody_announced_is_seen_by_a_letter_that_nobody_knows() -> None:
    story = Story("BZ-1")
    world = story.world
    await world.syncs()
    kept = story.keeps()
    await story.works()
    story.puts_back(kept)
    world.house = replace(world.house, witness=FakeWitness())
    world.goes_to("2026-10-20T10:00")
    await story.works()
    assert len(world.mailer.delivered) == 1
    restored = await pending(world.house, US)
    assert restored is not None
    assert restored.how == "letters"
    done = await story.reconciles()
    assert (done.known_again, done.complete) == (1, False)


async def test_replies_that_were_read_since_are_read_again_and_answers_are_not_given_twice() -> (
    None
):
    story = Story("BZ-1")
    journal_proof(story)
    world = story.world
    await story.starts()
    await story.works()
    kept = story.keeps()
    world.goes_to("2026-10-22T09:00")
    letter = world.mailer.delivered[0]
    message_id = (await world.dossier()).letters[0].message_id
    assert letter.recipients[0] == "compta@c-bz-1.example"
    world.writes("Bonjour,\n\nNous réglons le 30 octobre 2026.\n\nAnne Le Gall", answers=message_id)
    await story.works()
    world.goes_to("2026-10-22T11:00")
    await story.works()
    delivered = len(world.mailer.delivered)
    assert delivered == 2  # the reminder, and the confirmation of the promise
    before = await world.dossier()
    story.puts_back(kept)
    await story.starts()
    done = await story.reconciles()
    assert (done.known_again, done.lost, done.unknown) == (1, [], [])
    after = await world.dossier()
    assert after.phase is before.phase is Phase.HELD
    assert after.promise == before.promise
    assert after.answers_owed == before.answers_owed == ()
    world.goes_to("2026-10-23T09:30")
    await story.works()
    assert len(world.mailer.delivered) == delivered


async def test_where_no_evidence_can_come_a_human_decides() -> None:
    """No journal copy, no copy in Sent, and this machine's own notes are gone."""
    story = Story("BZ-1", "BZ-2")
    world = story.world
    world.creditor = replace(world.creditor, file_sent_copy=False)
    await story.starts()
    await world.syncs()
    kept = story.keeps()
    await story.works(files=False)
    assert len(world.mailer.delivered) == 2
    story.puts_back(kept)
    world.house = replace(world.house, witness=FakeWitness())
    await mark(world.house, "restore", since=world.clock.at)
    await story.starts()
    done = await story.reconciles()
    assert not done.complete
    assert [key.dossier for key in done.unknown] == ["BZ-1", "BZ-2"]
    assert (await world.dossier()).phase is Phase.REVIEW
    await story.works()
    assert len(world.mailer.delivered) == 2


async def test_somebody_may_answer_for_it_that_nothing_left() -> None:
    story = Story("BZ-1")
    world = story.world
    world.creditor = replace(world.creditor, file_sent_copy=False)
    await world.syncs()
    await mark(world.house, "restore", since=world.clock.at)
    await world.fetches()
    early = await reconcile(world.house, world.creditor, [US], accepted=("Anne", "rien parti"))
    assert early.waits.startswith("lecture entière de la boîte")
    world.clock.at += timedelta(minutes=20)
    await world.fetches(full=True)
    done = await reconcile(world.house, world.creditor, [US], accepted=("Anne", "rien parti"))
    assert (done.done, done.unknown) == (True, [])
    await story.works()
    assert len(world.mailer.delivered) == 1
    notes = [one.event for one in await world.house.journal.entries(world.creditor.page)]
    assert any(isinstance(one, e.NoteWritten) and one.by == "Anne" for one in notes)


async def test_what_this_machine_noted_settles_what_has_no_copy() -> None:
    """It saw one of the two letters leave: that dossier is a human's, the other one goes on."""
    story = Story("BZ-1", "BZ-2")
    world = story.world
    world.creditor = replace(world.creditor, file_sent_copy=False, first_day_ceiling=1)
    await story.starts()
    await world.syncs()
    kept = story.keeps()
    await story.works(files=False)
    assert len(world.mailer.delivered) == 1
    gone = world.mailer.delivered[0].recipients[0]
    story.puts_back(kept)
    await story.starts()
    done = await story.reconciles()
    assert done.complete
    assert [key.dossier for key in done.unknown] == [gone.split("@c-")[1].split(".")[0].upper()]
    await story.works(files=False)
    assert sorted(world.recipients()) == ["compta@c-bz-1.example", "compta@c-bz-2.example"]


async def test_decisions_that_were_lost_are_told_and_a_human_looks() -> None:
    """The anchor file went further than the database: by more than a letter explains."""
    story = await begun("BZ-1", "BZ-2")
    world = story.world
    kept = story.keeps()
    await story.works()
    note = e.NoteWritten(because="au téléphone", by="Anne", text="Ne plus relancer : accord oral")
    await world.writes_down("BZ-1", note)
    story.witness.heads = dict((await anchor(world.house)).heads)
    story.puts_back(kept)
    await story.starts()
    done = await story.reconciles()
    assert [key.dossier for key in done.lost] == ["BZ-1"]
    assert (await world.dossier("BZ-1")).review_reasons[-1].reason == "restored_lost"
    assert (await world.dossier("BZ-2")).phase is Phase.RUNNING


async def test_with_another_key_no_letter_is_known_again_and_humans_decide() -> None:
    """The key that signed them was lost with the machine."""
    story = await begun("BZ-1")
    world = story.world
    kept = story.keeps()
    await story.works()
    story.puts_back(kept)
    world.creditor = replace(world.creditor, token_key=b"une autre clef de seize octets")
    await mark(world.house, OTHER_KEY, since=world.clock.at)
    await story.starts()
    done = await story.reconciles()
    assert (done.complete, done.known_again, len(done.unknown)) == (False, 0, 1)
    await story.works()
    assert len(world.mailer.delivered) == 1


async def test_each_mailbox_answers_for_itself_and_the_last_one_takes_the_mark_away() -> None:
    story = Story("BZ-1")
    world = story.world
    other = CreditorId("autre")
    await world.syncs()
    await mark(world.house, "restore", since=world.clock.at)
    world.clock.at += timedelta(minutes=20)
    await world.fetches(full=True)
    assert (await reconcile(world.house, world.creditor, [US, other])).done
    assert await pending(world.house, US) is None
    restored = await pending(world.house, other)
    assert restored is not None
    await answered(world.house, other, restored, [US, other])
    assert await world.house.register.get(RESTORED_KEY) is None


async def test_a_first_start_and_another_machine_are_no_false_alarm() -> None:
    story = Story("BZ-1")
    world = story.world
    await story.starts()
    assert await pending(world.house, US) is None
    await story.works()
    await story.starts()
    story.witness.heads = dict((await anchor(world.house)).heads)
    await world.writes_down("BZ-1", e.NoteWritten(because="vu", by="Anne", text="Vu"))
    await story.starts()
    other = FakeWitness()
    world.house = replace(world.house, witness=other)
    await story.starts()
    assert await pending(world.house, US) is None
    assert (other.put_aside, story.witness.put_aside) == ([], [])


async def test_an_empty_database_beside_old_anchors_sends_nothing_before_it_looked() -> None:
    """Somebody deleted the file: every dossier would get its first letter again."""
    story = Story("BZ-1")
    world = story.world
    await story.starts()
    await story.works()
    story.witness.heads = dict((await anchor(world.house)).heads)
    story.puts_back(FakeStore(real_now=world.clock.now))
    await story.starts()
    await story.works()
    assert len(world.mailer.delivered) == 1
    done = await story.reconciles()
    assert done.known_again == 1
    await story.works()
    assert len(world.mailer.delivered) == 1


async def test_a_debtor_cannot_stop_all_sending_with_the_mark_of_his_dossier() -> None:
    """He forges our address and a Message-ID like ours: its signature does not fit."""
    story = Story("BZ-1")
    world = story.world
    await story.works()
    subject = (await world.dossier()).letters[0].subject
    token = (await world.dossier()).letters[0].message_id.split(".")[1]
    world.writes(
        "Bonjour",
        sender=MAILBOX,
        subject=subject,
        headers=[("X-Reminder-Level", "reminder_2")],
    )
    raw = world.mailbox.raws("INBOX")[-1]
    forged = raw.replace(b"Message-ID: <", f"Message-ID: <relance.{token}.1-1@".encode())
    world.mailbox.put(forged.replace(b"@poste.example>", b"x>"), at=world.clock.at)
    await story.works()
    assert await pending(world.house, US) is None
