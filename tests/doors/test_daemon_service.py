"""The daemon on real servers: an orderly end, a quick pause, two of them on one database."""

import asyncio
from collections import Counter
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from random import Random
from time import monotonic

from chaos.books import books, dossier_of
from chaos.folder import MORNING, Debt, Folder, Where, debts
from chaos.line import DATA, TAKEN, slow_line
from chaos.replies import SAYINGS, reply
from chaos.service import running, told, until
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import PageId
from relance_mailer.flows.house import House
from relance_mailer.ports import Fate, OutboxState
from servers.dovecot import Dovecot
from servers.postfix import Postfix


def made_up(number: int, first: int) -> tuple[Debt, ...]:
    """Debts of this test alone: nobody else looks into these debtors' mailboxes."""
    return tuple(Debt(number=first + debt.number, amount=debt.amount) for debt in debts(number))


def arrived(dovecot: Dovecot, rows: tuple[Debt, ...]) -> Counter[int]:
    """How many letters lie in each debtor's mailbox."""
    return Counter({row.number: len(dovecot.messages(row.email)) for row in rows})


async def test_sigterm_in_the_middle_of_sending_leaves_no_doubt(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path
) -> None:
    """What is on its way is finished, what is not begun stays queued, the exit code is 0."""
    rows = made_up(40, 20_000)
    async with slow_line(postfix.plain_port, seconds=0.05) as line:
        where = Where(
            mailbox=dovecot.fresh_user(), smtp_port=line.port, imap_port=dovecot.imap_port
        )
        folder = Folder(tmp_path, where).write(rows)
        async with running(folder, now=MORNING) as service:
            async with asyncio.timeout(40):
                await line.reaches(DATA, 5)
            assert await service.end() == 0, service.said()
            assert "arrêt en ordre" in service.said()
        taken = line.passed[TAKEN]
    async with books(folder) as house:
        counts = await house.outbox.counts()
    assert counts.get(OutboxState.LEAVING, 0) == 0
    assert counts[OutboxState.SENT] == taken
    assert counts[OutboxState.QUEUED] == len(rows) - taken
    assert 5 <= taken < len(rows)
    await until(
        lambda: arrived(dovecot, rows).total() == taken, seconds=30, what="what was taken to arrive"
    )


async def test_a_reply_pauses_its_dossier_without_waiting_for_the_table(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path
) -> None:
    """The server's push wakes the daemon; the benchmark measures how soon."""
    (debt,) = made_up(1, 21_000)
    mailbox = dovecot.fresh_user()
    where = Where(mailbox=mailbox, smtp_port=postfix.plain_port, imap_port=dovecot.imap_port)
    folder = Folder(tmp_path, where).write([debt])
    # Twenty seconds after the minute: the table does not fetch before twenty more have passed.
    async with running(folder, now=MORNING.replace(":00:00", ":00:20")) as service:
        await until(lambda: bool(dovecot.messages(debt.email)), seconds=30, what="the letter")
        promise = SAYINGS.index(next(row for row in SAYINGS if row[1] is Phase.HELD))
        one = reply(debt, Random(1), to=mailbox, at=morning(), which=promise)
        dovecot.deliver(one.raw, mailbox, sender=debt.email)
        async with books(folder) as house:
            found = await _phase_becomes(house, debt, Phase.HELD)
        assert found is Phase.HELD, service.said()
        assert await service.end() == 0


async def test_two_daemons_on_one_database_send_nothing_twice(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path, any_url: str
) -> None:
    """On SQLite and on PostgreSQL; each letter is one daemon's, every reply is read once."""
    on_sqlite = any_url.startswith("sqlite")
    rows = made_up(40, 22_000 if on_sqlite else 23_000)
    database = "sqlite:///relance.db" if on_sqlite else any_url
    mailbox = dovecot.fresh_user()
    async with slow_line(postfix.plain_port, seconds=0.01) as line:
        where = Where(mailbox=mailbox, smtp_port=line.port, imap_port=dovecot.imap_port)
        folder = Folder(tmp_path, where, database=database).write(rows)
        async with (
            running(folder, now=MORNING, name="un") as one,
            running(folder, now=MORNING, name="deux") as other,
        ):
            async with asyncio.timeout(40):
                await line.reaches(TAKEN, 10)
            said = reply(rows[0], Random(2), to=mailbox, at=morning(), which=2)
            dovecot.deliver(said.raw, mailbox, sender=rows[0].email)
            async with books(folder) as house:
                await until(
                    lambda: arrived(dovecot, rows[1:]).total() >= len(rows) - 1,
                    seconds=90,
                    what="every letter",
                )
                found = await _phase_becomes(house, rows[0], Phase.LEGAL)
                assert found is Phase.LEGAL, one.said() + other.said()
            assert (await one.end(), await other.end()) == (0, 0), one.said() + other.said()
    assert max(arrived(dovecot, rows).values()) == 1
    async with books(folder) as house:
        counts = await house.outbox.counts()
        assert counts.get(OutboxState.LEAVING, 0) == 0
        # Copies of our own may have been fetched at the last moment: the next start reads them.
        assert all(one.sent_folder for one in await house.inbox.waiting([Fate.UNREAD]))
        read = await house.journal.entries(await _page(house, rows[0]))
        assert [entry.kind for entry in read].count("MessageRead") == 1


async def test_an_empty_mailbox_is_read_and_nothing_is_wrong(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path
) -> None:
    """No message, and nothing due yet: the inbox counts as read, nothing is at fault."""
    where = Where(
        mailbox=dovecot.fresh_user(), smtp_port=postfix.plain_port, imap_port=dovecot.imap_port
    )
    not_yet = Debt(number=24_000, due_on=date(2026, 12, 31))
    folder = Folder(tmp_path, where).write([not_yet])
    async with running(folder, now=MORNING) as service:
        await service.says("fetch-all-mail")
        assert await service.end() == 0
    (status,) = await told(folder, "status", now=MORNING)
    assert status["inbox_read_at"] is not None
    assert status["faults"] == {}
    assert status["sending"] is True


def morning() -> datetime:
    """When the daemon starts."""
    return datetime.fromisoformat(MORNING)


async def _page(house: House, debt: Debt) -> PageId:
    dossier = await dossier_of(house, debt)
    assert dossier is not None, debt
    return dossier.key.page


async def _phase_becomes(house: House, debt: Debt, phase: Phase) -> Phase | None:
    """The phase within fifteen seconds of real time, read every so often."""
    found: Phase | None = None
    end = monotonic() + 15.0
    never = asyncio.Event()
    while found is not phase and monotonic() < end:
        with suppress(TimeoutError):
            await asyncio.wait_for(never.wait(), 0.1)
        dossier = await dossier_of(house, debt)
        found = dossier.phase if dossier else None
    return found
