"""Two processes on one database: nobody believes his memory, nothing is taken twice."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from contracts.store_cases import ACME, AT, DAY, key, letter, opening, record, told
from doors.conftest import opened
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import DebtorId
from relance_mailer.ports import Outbox, Overtaken
from relance_mailer.store.database import Database
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.store.lookup import DatabaseLookup
from relance_mailer.store.outbox import DatabaseOutbox
from relance_mailer.store.tables import ContactTaken

PAGE = key().page


async def test_a_kept_fold_is_never_believed(any_url: str) -> None:
    """The other process writes: the next reading has it, from the new entries alone."""
    async with opened(any_url) as one, opened(any_url) as other:
        here, there = DatabaseJournal(one), DatabaseJournal(other)
        await record(here, key(), opening())
        for turn in range(3):
            note = e.NoteWritten(because="appel", by="Anne", text=str(turn))
            await record(there, key(), [note])
            read = (await here.read([PAGE]))[PAGE]
            assert (read.version, read.dossier) == (
                3 + turn,
                (await there.read([PAGE]))[PAGE].dossier,
            )


async def test_what_another_process_erased_is_forgotten_here(any_url: str) -> None:
    """The fold in memory held the erased words: it is made anew."""
    async with opened(any_url) as one, opened(any_url) as other:
        here, there = DatabaseJournal(one), DatabaseJournal(other)
        asked = e.ReviewAsked(because="il est malade", reason="health")
        await record(here, key(), [*opening(), asked])
        assert "malade" in repr((await here.read([PAGE]))[PAGE].dossier)
        erased = e.BodyErased(because="demande", by="Anne", seq=3)
        await there.erase_body(PAGE, 3, await told(there, key(), [erased]))
        assert "malade" not in repr((await here.read([PAGE]))[PAGE].dossier)


async def test_an_erased_body_is_gone_from_the_file(db_file: Path, sqlite_url: str) -> None:
    """Not only from the table: from its free pages and from the write-ahead log."""
    secret = "hospitalise-depuis-mardi"
    async with opened(sqlite_url) as database:
        journal = DatabaseJournal(database)
        note = e.NoteWritten(because="appel", by="Anne", text=secret)
        await record(journal, key(), [*opening(), note])
        erased = e.BodyErased(because="demande", by="Anne", seq=3)
        await journal.erase_body(PAGE, 3, await told(journal, key(), [erased]))
        for part in db_file.parent.glob("relance.db*"):
            assert secret.encode() not in part.read_bytes(), part.name


async def test_each_letter_goes_to_one_of_several_workers(any_url: str) -> None:
    """Three processes claim at the same moment."""
    async with opened(any_url) as one, opened(any_url) as two, opened(any_url) as three:
        journal = DatabaseJournal(one)
        for number in range(12):
            where = key(f"D-{number}")
            await record(journal, where, opening(where.dossier))
            event, effect = letter(where)
            await record(journal, where, [event], effects=[effect])

        async def worker(database: Database) -> list[str]:
            outbox: Outbox = DatabaseOutbox(database, real_now=lambda: AT)
            rows = await outbox.claim(ACME, now=AT, lease_seconds=60, limit=5)
            return [row.id for row in rows]

        taken = await asyncio.gather(*map(worker, (one, two, three)))
        all_taken = [place for places in taken for place in places]
        assert len(all_taken) == len(set(all_taken))


async def test_a_lease_that_ran_out_is_no_longer_ours_to_give_back(any_url: str) -> None:
    """The slow worker releases what the other has taken since: it stays taken."""
    real_now = datetime(2026, 1, 1, tzinfo=UTC)
    async with opened(any_url) as one, opened(any_url) as two:
        journal = DatabaseJournal(one)
        await record(journal, key(), opening())
        event, effect = letter(key())
        await record(journal, key(), [event], effects=[effect])
        slow = DatabaseOutbox(one, real_now=lambda: real_now)
        quick = DatabaseOutbox(two, real_now=lambda: real_now + timedelta(seconds=61))
        [row] = await slow.claim(ACME, now=AT, lease_seconds=60, limit=5)
        assert len(await quick.claim(ACME, now=AT, lease_seconds=60, limit=5)) == 1
        await slow.release([row.id])
        assert await quick.claim(ACME, now=AT, lease_seconds=60, limit=5) == ()
        await quick.release([row.id])
        assert len(await slow.claim(ACME, now=AT, lease_seconds=60, limit=5)) == 1


async def test_the_same_contact_is_taken_once_by_two_machines(any_url: str) -> None:
    """Both queue a letter for the same debtor at the same moment: one is overtaken."""
    async with opened(any_url) as one, opened(any_url) as two:
        journals = [DatabaseJournal(one), DatabaseJournal(two)]
        commits = []
        for name, journal in zip("AB", journals, strict=True):
            await record(journal, key(name), opening(name, debtor="MARTIN"))
            event, effect = letter(key(name), debtor="MARTIN")
            commits.append(await told(journal, key(name), [event], effects=[effect]))
        answers = await asyncio.gather(
            *(journal.commit([commit]) for journal, commit in zip(journals, commits, strict=True)),
            return_exceptions=True,
        )
        assert [type(answer) for answer in answers if answer] == [Overtaken]
        [contact] = await DatabaseLookup(one).contacts(ACME, DebtorId("MARTIN"), since=DAY)
        with one.entered() as client:
            assert await ContactTaken.all().using_db(client).count() == 1
        assert contact.day == DAY
