"""Letters a second, from due dossiers to journaled letters, against a bare sender of the same run.

The bare sender builds the same letters with the standard library's `EmailMessage`, hands them to
the same server over as many connections with aiosmtplib, and commits twice a letter to the same
sort of database, without an ORM: SQLite (WAL, synchronous=FULL), or a PostgreSQL that is set up
like ours. That is what nobody could leave out.
"""

import asyncio
import email
import email.policy
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, asynccontextmanager, closing, nullcontext
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from time import perf_counter
from typing import Protocol

import aiosmtplib
import asyncpg

from benchmarks.measure import Figure, peak_memory, ratio
from chaos.folder import CREDITOR, MORNING, Folder, Where, debts
from relance_mailer.adapters.collector import look_seldom
from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.house import inbox_read_key
from relance_mailer.flows.plan_letters import plan_letters
from relance_mailer.flows.send_letters import send_letters
from relance_mailer.flows.sync_ledger import sync_ledger
from relance_mailer.ports import OutboxState
from relance_mailer.settings.loading import load
from relance_mailer.wiring.build import Relance, build
from servers.postgres import running_postgres
from servers.sink import Sink, running_sink

US = CreditorId(CREDITOR)
CONNECTIONS = 2
POSTGRES, SQLITE = "postgres", "sqlite:///relance.db"
TABLE = "CREATE TABLE sent (id TEXT PRIMARY KEY, state TEXT)"
LEAVING = "INSERT INTO sent VALUES ($1, 'leaving')"
SENT = "UPDATE sent SET state = 'sent' WHERE id = $1"
Letter = tuple[str, str, bytes]  # sender, recipient, bytes


class Book(Protocol):
    """Where the bare sender writes what it is about to do and what it did."""

    async def commit(self, statement: str, name: str) -> None:
        """The statement about that letter, in a transaction of its own."""


async def run(number: int, runs: int, *, database: str) -> list[Figure]:
    """Both sides in turn, after a warm-up of each, each turn on fresh databases."""
    look_seldom()  # as the daemon does, for both sides
    ours: list[float] = []
    planning: list[float] = []
    bare: list[float] = []
    with ExitStack() as stack:
        sink = stack.enter_context(running_sink())
        postgres = stack.enter_context(running_postgres()) if database == POSTGRES else None
        for turn in range(runs + 1):
            some = number if turn else max(20, number // 10)
            with postgres.database() if postgres else nullcontext(SQLITE) as url:
                planned, sent, letters = await _whole_way(sink, some, url)
            with postgres.database() if postgres else nullcontext(SQLITE) as url:
                alone = await _bare(sink, letters, url)
            if turn:
                ours.append(some / (planned + sent))
                planning.append(some / planned)
                bare.append(some / alone)
    return [
        Figure(name="letters, the whole way", unit="letters/s", values=tuple(ours)),
        Figure(name="of which planned, rendered, queued", unit="letters/s", values=tuple(planning)),
        Figure(name="bare sender", unit="letters/s", values=tuple(bare)),
        ratio("letters, ratio", ours, bare),
        peak_memory(),
    ]


async def _whole_way(sink: Sink, number: int, database: str) -> tuple[float, float, list[Letter]]:
    with tempfile.TemporaryDirectory() as place:
        where = Where(mailbox="relances@example.net", smtp_port=sink.port, imap_port=1)
        folder = Folder(Path(place), where, database=database).write(debts(number))
        relance = await build(load(folder.settings), now=datetime.fromisoformat(MORNING))
        try:
            return await _timed(relance, number)
        finally:
            await relance.close()


async def _timed(relance: Relance, number: int) -> tuple[float, float, list[Letter]]:
    house, creditor, doors = relance.house, relance.creditors[US], relance.doors[US]
    await sync_ledger(house, creditor, doors.ledger)
    await house.register.set(inbox_read_key(US), house.clock.now().isoformat())
    began = perf_counter()
    planned = await plan_letters(house, creditor)
    between = perf_counter()
    while (await send_letters(house, creditor, doors.mailer)).did_something:
        pass
    ended = perf_counter()
    rows = await house.outbox.in_state(US, [OutboxState.SENT])
    assert len(planned.queued) == len(rows) == number, (len(planned.queued), len(rows))
    letters = [
        (row.envelope_from, row.recipients[0], await house.outbox.mime(row.digest)) for row in rows
    ]
    return between - began, ended - between, letters


async def _bare(sink: Sink, letters: Sequence[Letter], database: str) -> float:
    todo = [(sender, to, _parts(mime)) for sender, to, mime in letters]

    async def worker(book: Book) -> None:
        client = aiosmtplib.SMTP(hostname=sink.host, port=sink.port, start_tls=False)
        await client.connect()
        while todo:
            sender, to, (headers, text, html) = todo.pop()
            raw = _built(headers, text, html)
            name = headers["Message-ID"]
            await book.commit(LEAVING, name)
            await client.sendmail(sender, [to], raw)
            await book.commit(SENT, name)
        await client.quit()

    async with _in_sqlite() if database == SQLITE else _in_postgres(database) as books:
        began = perf_counter()
        async with asyncio.TaskGroup() as group:
            for book in books:
                group.create_task(worker(book))
        return perf_counter() - began


class _InSqlite:
    """One connection for all, as SQLite has one writer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    async def commit(self, statement: str, name: str) -> None:
        self._connection.execute(statement, {"1": name})


class _InPostgres:
    """A connection for each worker, or they would wait for one another."""

    def __init__(self, connection: "asyncpg.Connection[asyncpg.Record]") -> None:
        self._connection = connection

    async def commit(self, statement: str, name: str) -> None:
        await self._connection.execute(statement, name)


@asynccontextmanager
async def _in_sqlite() -> AsyncIterator[Sequence[Book]]:
    with tempfile.TemporaryDirectory() as place:
        opened = sqlite3.connect(Path(place) / "bare.db", isolation_level=None)
        with closing(opened) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute(TABLE)
            yield [_InSqlite(connection)] * CONNECTIONS


@asynccontextmanager
async def _in_postgres(url: str) -> AsyncIterator[Sequence[Book]]:
    where = url.replace("asyncpg:", "postgresql:")
    connections = [await asyncpg.connect(where) for _ in range(CONNECTIONS)]
    try:
        await connections[0].execute(TABLE)
        yield [_InPostgres(connection) for connection in connections]
    finally:
        for connection in connections:
            await connection.close()


def _parts(mime: bytes) -> tuple[dict[str, str], str, str]:
    """What the standard library is given: headers, text and HTML of the very letter."""
    mail = email.message_from_bytes(mime, policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    skipped = {"content-type", "mime-version", "content-transfer-encoding"}
    headers = {name: str(value) for name, value in mail.items() if name.lower() not in skipped}
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    return headers, text.get_content(), html.get_content() if html else ""


def _built(headers: dict[str, str], text: str, html: str) -> bytes:
    mail = EmailMessage(policy=email.policy.SMTP)
    for name, value in headers.items():
        mail[name] = value
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    return mail.as_bytes()
