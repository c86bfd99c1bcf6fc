"""Yesterday's database put back, on real servers: nothing twice, nothing lost, then life goes on.

What left is counted in the debtors' mailboxes, never in our own tables.
"""

import shutil
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from chaos.books import books, dossier_of
from chaos.folder import CREDITOR, Debt, Folder, Where, debts
from chaos.replies import reply
from chaos.service import asked, told, until
from relance_mailer.daemon.clockwork import Job
from relance_mailer.daemon.engine import Engine
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.status import Status, status
from relance_mailer.settings.loading import load
from relance_mailer.wiring.build import build
from servers.dovecot import Dovecot
from servers.postfix import Postfix

DAY_1 = "2026-10-21T09:00:00+02:00"
DAY_2 = "2026-10-22T09:00:00+02:00"
EVERYTHING = (
    Job.SYNC_LEDGER,
    Job.FETCH_ALL_MAIL,
    Job.READ_MAIL,
    Job.PLAN_LETTERS,
    Job.SEND_LETTERS,
)


class Story:
    """An operator's folder, its mailbox, its debtors."""

    def __init__(
        self, dovecot: Dovecot, postfix: Postfix, root: Path, database: str, first: int
    ) -> None:
        self.dovecot = dovecot
        self.mailbox = dovecot.fresh_user()
        where = Where(
            mailbox=self.mailbox, smtp_port=postfix.plain_port, imap_port=dovecot.imap_port
        )
        self.debts = tuple(Debt(number=first + one.number, amount=one.amount) for one in debts(6))
        self.folder = Folder(root, where, database=database)
        name, _, domain = self.mailbox.partition("@")
        if database.startswith("postgres"):
            self.folder.smtp = {
                "proof": "journal",
                "journal_address": f"{name}+journal@{domain}",
                "file_sent_copy": False,
            }
        self.folder.write(self.debts[:3])

    async def works(self, now: str, *, minutes: int = 0) -> Status:
        """What a daemon does when it starts, until nothing calls for more."""
        at = datetime.fromisoformat(now) + timedelta(minutes=minutes)
        relance = await build(load(self.folder.settings), now=at)
        try:
            engine = Engine(relance=relance)
            for report in await engine.run_all(EVERYTHING):
                assert not report.fault, report
            return await status(relance.house, relance.creditors[CreditorId(CREDITOR)])
        finally:
            await relance.close()

    async def settles(self, number: int) -> None:
        """So many letters lie in the debtors' mailboxes, and our copies in ours."""
        await until(lambda: self.arrived().total() == number, seconds=30, what=f"{number} letters")
        folder = "INBOX" if self.folder.smtp else "Sent"
        ours = lambda: len(  # noqa: E731 - asked again and again
            [raw for raw in self.dovecot.messages(self.mailbox, folder) if b"X-Relance-Id" in raw]
        )
        await until(lambda: ours() >= number, seconds=30, what="our copies")

    def arrived(self) -> Counter[int]:
        """How many letters lie in each debtor's mailbox."""
        return Counter({one.number: len(self.dovecot.messages(one.email)) for one in self.debts})

    async def second_day(self) -> None:
        """Three more letters leave, a debtor promises, another refuses."""
        self.folder.write_ledger(self.debts)
        await self.works(DAY_2)
        await self.settles(6)
        for debt, which in ((self.debts[0], 0), (self.debts[4], 3)):
            at = datetime.fromisoformat(DAY_2)
            one = reply(debt, Random(which), to=self.mailbox, at=at, which=which)
            self.dovecot.deliver(one.raw, self.mailbox, sender=debt.email)
        await until(
            lambda: len(self.dovecot.messages(self.mailbox)) >= 2, seconds=20, what="the replies"
        )
        await self.works(DAY_2, minutes=30)
        await self.settles(7)  # the promise was confirmed

    async def dossiers(self, which: Sequence[Debt]) -> list[Dossier]:
        """As the journal has them."""
        async with books(self.folder) as house:
            found = [await dossier_of(house, one) for one in which]
        return [one for one in found if one is not None]

    async def comes_back(self, before: Sequence[Dossier]) -> None:
        """Nothing leaves before the mailbox was compared, nothing twice after it."""
        then = self.arrived()
        waits = await self.works(DAY_2, minutes=65)
        assert not waits.sending
        assert "base revenue à son état" in " ".join(waits.waiting_because)
        assert self.arrived() == then
        done = await self.works(DAY_2, minutes=85)
        assert not any("base revenue" in one for one in done.waiting_because)
        await self.works(DAY_2, minutes=90)
        assert self.arrived() == then
        after = await self.dossiers(self.debts)
        assert [one.phase for one in after] == [one.phase for one in before]
        assert [one.promise for one in after] == [one.promise for one in before]
        assert [one.last_level and one.last_level.step for one in after] == [
            one.last_level and one.last_level.step for one in before
        ]
        assert [one.contact_days for one in after] == [one.contact_days for one in before]
        await self.goes_on(after, then)

    async def goes_on(self, after: Sequence[Dossier], then: Counter[int]) -> None:
        """On the day that the first letters announced, the second ones leave, and no other."""
        first, promising, refusing = self.debts[1], self.debts[0], self.debts[4]
        last = after[1].last_level
        assert last is not None
        await self.works(f"{last.next_on}T09:30:00+01:00")
        await until(
            lambda: self.arrived()[first.number] == 2, seconds=30, what="the second reminder"
        )
        assert self.arrived()[refusing.number] == then[refusing.number]
        assert after[4].phase is Phase.LEGAL
        assert after[0].phase is Phase.HELD
        assert self.arrived()[promising.number] == then[promising.number]


async def test_yesterdays_backup_is_put_back_and_nothing_leaves_twice(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path, any_url: str
) -> None:
    on_sqlite = any_url.startswith("sqlite")
    database = "sqlite:///relance.db" if on_sqlite else any_url
    story = Story(dovecot, postfix, tmp_path, database, 51_000 if on_sqlite else 52_000)
    await story.works(DAY_1)
    await story.settles(3)
    (kept,) = await told(story.folder, "backup", now=DAY_1.replace("09:00", "20:00"))
    await story.second_day()
    before = await story.dossiers(story.debts)
    if on_sqlite:
        code, _, refused = await asked(story.folder, "restore", kept["file"], now=DAY_2)
        assert (code, "--replace" in refused) == (1, True)
    now = DAY_2.replace("09:00", "10:00")
    (done,) = await told(story.folder, "restore", kept["file"], "--replace", now=now)
    assert (done["broken"], done["pages"]) == ([], kept["pages"])
    (copy,) = await told(story.folder, "backup", "--verify", done["copy"], now=now)
    assert copy["entries"] > kept["entries"]
    await story.comes_back(before)


async def test_a_file_copied_over_the_database_is_found_out(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path
) -> None:
    """Nobody says that it was: what stands beside the database does."""
    story = Story(dovecot, postfix, tmp_path, "sqlite:///relance.db", 53_000)
    await story.works(DAY_1)
    await story.settles(3)
    file = tmp_path / "relance.db"
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(file, tmp_path / "copie-du-soir.db")
    await story.second_day()
    before = await story.dossiers(story.debts)
    for tail in ("-wal", "-shm"):
        file.with_name(file.name + tail).unlink(missing_ok=True)
    shutil.copy(tmp_path / "copie-du-soir.db", file)
    await story.comes_back(before)
    assert [one.name for one in tmp_path.glob("departs.jsonl.avant-*")]
