"""A database that goes away under a working daemon and comes back: nobody starts it anew.

Real daemons, each on a database of its own, counted at the mail server. What was on its way when
the database went is in doubt at most; while it is away nothing more leaves, and the log says why;
when it is back the rest leaves, what debtors wrote meanwhile is read, and the journal verifies.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from chaos.books import books, dossier_of, key_of
from chaos.folder import Debt, Folder, Where
from chaos.line import DATA, FINAL_DOT, slow_line
from chaos.replies import reply
from chaos.scenes import HOSTILE, made_up
from chaos.service import Service, running, until
from doors.test_daemon_service import morning
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import LetterState
from relance_mailer.flows.house import House
from relance_mailer.ports import Fate, OutboxState
from servers.dovecot import Dovecot
from servers.postfix import Postfix
from servers.postgres import KEEPS_ITS_WORD, running_postgres
from servers.process import work_folder
from servers.small_disk import fill, mounted

START = "2026-10-21T09:01:38+02:00"
"""Soon before the minute of the next fetch and the next sending: the outage is over then."""
ANSWER_SECONDS = 0.3
"""Between one word of the mail server and the next: a letter takes longer than a fall."""
LETTERS, CONNECTIONS = 16, 2
NOT_RENEWED, FOUND_AGAIN = "bail non renouvelé", "base retrouvée"
IN_DOUBT = {LetterState.LEAVING, LetterState.UNSURE}


@dataclass(frozen=True, kw_only=True, slots=True)
class Outage:
    """A database, how it goes and comes back, and what the log says of it."""

    url: str
    goes: Callable[[], object]
    comes_back: Callable[[], None]
    said: str


@contextmanager
def stopped() -> Iterator[Outage]:
    """PostgreSQL falls, and is started again."""
    with running_postgres(KEEPS_ITS_WORD) as one:
        yield Outage(url=one.create(), goes=one.fall, comes_back=one.start, said="injoignable")


@contextmanager
def frozen() -> Iterator[Outage]:
    """PostgreSQL stands still for longer than a statement may take.

    What it was told and did not answer in time is done when it wakes, behind our back.
    """
    with running_postgres(KEEPS_ITS_WORD) as one:
        url = f"{one.create()}?command_timeout=3&timeout=3"
        yield Outage(url=url, goes=one.freeze, comes_back=one.wake, said="injoignable")


@contextmanager
def locked() -> Iterator[Outage]:
    """Another program holds SQLite's file for longer than anybody waits."""
    with work_folder("verrou") as folder, ExitStack() as stack:
        file = folder / "relance.db"

        def hold() -> None:
            holder = stack.enter_context(closing(sqlite3.connect(file, check_same_thread=False)))
            holder.execute("BEGIN IMMEDIATE")

        yield Outage(url=f"sqlite:///{file}", goes=hold, comes_back=stack.close, said="occupée")


@contextmanager
def full() -> Iterator[Outage]:
    """The disk under SQLite's file is full, until somebody makes room."""
    with mounted(16) as disk:
        file = disk / "relance.db"
        yield Outage(
            url=f"sqlite:///{file}",
            goes=partial(fill, disk),
            comes_back=(disk / "plein").unlink,
            said="disque plein",
        )


FIRST = {
    outage: 65_000 + 100 * place for place, outage in enumerate((stopped, frozen, locked, full))
}
"""Whose debts are whose: nobody else looks into these debtors' mailboxes."""


@pytest.mark.parametrize("outages", [[stopped, frozen], [locked, full]], ids=["postgres", "sqlite"])
async def test_a_database_that_was_away_is_found_again(
    outages: Sequence[Callable[[], AbstractContextManager[Outage]]],
    dovecot: Dovecot,
    postfix: Postfix,
    tmp_path: Path,
) -> None:
    """Side by side, for they mostly wait."""
    with ExitStack() as stack:
        both = [stack.enter_context(outage()) for outage in outages]
        async with asyncio.TaskGroup() as group:
            for number, outage in enumerate(both):
                root = tmp_path / str(number)
                root.mkdir()
                rows = made_up(LETTERS, FIRST[outages[number]])
                group.create_task(_lives_through(outage, rows, root, dovecot, postfix))


async def _lives_through(
    outage: Outage, rows: Sequence[Debt], root: Path, dovecot: Dovecot, postfix: Postfix
) -> None:
    mailbox, insulted = dovecot.fresh_user(), rows[-1]
    async with slow_line(postfix.plain_port, seconds=ANSWER_SECONDS) as line:
        where = Where(mailbox=mailbox, smtp_port=line.port, imap_port=dovecot.imap_port)
        smtp = {"connections": CONNECTIONS}
        folder = Folder(root, where, database=outage.url, smtp=smtp).write(rows)
        async with running(folder, now=START) as service:
            async with asyncio.timeout(120):
                await line.reaches(DATA, 3)
            before = line.passed[FINAL_DOT]
            await asyncio.to_thread(outage.goes)
            word = reply(insulted, Random(1), to=mailbox, at=morning(), which=HOSTILE)
            dovecot.deliver(word.raw, mailbox, sender=insulted.email)
            await service.says(NOT_RENEWED)
            await service.says(outage.said)
            assert line.passed[FINAL_DOT] <= before + CONNECTIONS, line.passed
            await asyncio.to_thread(outage.comes_back)
            await service.says(FOUND_AGAIN, seconds=120)
            assert "Traceback" not in service.said(), service.said()[-6_000:]
            async with books(folder) as house:
                await _all_done(service, house, insulted)
            assert await service.end() == 0, service.said()
        await until(postfix.queue_is_empty, seconds=60, what="Postfix to deliver all")
    assert "erreur interne" not in service.said()
    assert service.said().count("en service") == 1
    async with books(folder) as house:
        await _each_letter_once(house, rows, dovecot)


async def _all_done(service: Service, house: House, insulted: Debt) -> None:
    """Wait until all is read, all has left or was withdrawn, and the insult was heard."""
    end = monotonic() + 200.0
    while True:
        dossier = await dossier_of(house, insulted)
        queued = (await house.outbox.counts()).get(OutboxState.QUEUED, 0)
        unread = (await house.inbox.counts()).get(Fate.UNREAD, 0)
        if not queued and not unread and dossier and dossier.phase is Phase.LEGAL:
            return
        assert not service.has_ended, service.said()[-4_000:]
        assert monotonic() < end, (queued, unread, service.said()[-4_000:])
        await service.lives_for(0.2)


async def _each_letter_once(house: House, rows: Sequence[Debt], dovecot: Dovecot) -> None:
    """At the debtors' servers; a connection leaves one letter in doubt at most."""
    assert not (await house.journal.verify({})).broken
    opened = await house.journal.read([key_of(row).page for row in rows])
    doubts = 0
    for row in rows:
        dossier = opened[key_of(row).page].dossier
        assert dossier is not None, row
        states = [letter.state for letter in dossier.letters]
        in_doubt = any(state in IN_DOUBT for state in states)
        copies = len(dovecot.messages(row.email))
        assert copies <= 1, (row.dossier, copies)
        assert copies or in_doubt or dossier.phase is Phase.LEGAL, (row.dossier, states)
        assert not copies or in_doubt or LetterState.SENT in states, (row.dossier, states)
        doubts += in_doubt
    assert doubts <= CONNECTIONS, opened


async def test_a_database_that_stands_still_is_said_within_half_a_minute(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path
) -> None:
    """A statement that was given up is not waited for: its library may take a minute to end it."""
    rows = made_up(4, 69_000)
    with running_postgres(KEEPS_ITS_WORD) as postgres:
        where = Where(
            mailbox=dovecot.fresh_user(), smtp_port=postfix.plain_port, imap_port=dovecot.imap_port
        )
        folder = Folder(tmp_path, where, database=postgres.create()).write(rows)
        async with running(folder, now=START) as service:
            await service.says("action=send-letters")
            await asyncio.to_thread(postgres.freeze)
            await service.says(NOT_RENEWED, seconds=30)
            await asyncio.to_thread(postgres.wake)
            await service.says(FOUND_AGAIN, seconds=120)
            assert "injoignable : \n" not in service.said()
