"""Every earlier schema, with rows that its own code wrote, becomes today's: copied first, whole.

The databases are dumps of `schemas/`, made as `schemas/fill.py` says.
"""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest

from contracts.store_cases import ACME, AT, DAY, FIRST, key
from doors.conftest import opened
from relance_mailer.desk.queues import Queue
from relance_mailer.dossier.values import mailbox_page
from relance_mailer.flows.keep_journal import anchors_of
from relance_mailer.ports import Fate, OutboxState, Rebuilt
from relance_mailer.store.archive import reading
from relance_mailer.store.bringing_back import bring_back
from relance_mailer.store.database import Database, connected, known_schema, open_database
from relance_mailer.store.inbox import DatabaseInbox
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.store.keeping import About, back_up, checked
from relance_mailer.store.lookup import DatabaseLookup
from relance_mailer.store.outbox import DatabaseOutbox
from relance_mailer.store.portable import count_of, migrations_in, shapes_in
from relance_mailer.store.register import DatabaseRegister

SCHEMAS = Path(__file__).parent / "schemas"
EARLIER = known_schema()[:-1]
TESTS = Path(__file__).parents[1]
BOX_PAGE = mailbox_page("compta@acme.example")


def dump(schema: str, make: str) -> str:
    """The rows of that schema as SQL."""
    return (SCHEMAS / f"{schema}.{make}.sql").read_text(encoding="utf-8")


def test_every_earlier_schema_has_its_rows() -> None:
    """A new migration comes with a dump of what it changes."""
    named = {(schema, make) for schema in EARLIER for make in ("sqlite", "postgres")}
    kept = {tuple(one.name.removesuffix(".sql").split(".")) for one in SCHEMAS.glob("*.sql")}
    assert named <= kept


@pytest.fixture(params=EARLIER)
async def old(request: pytest.FixtureRequest, any_url: str, db_file: Path) -> str:
    """A database of an earlier schema; its URL is that of `any_url`."""
    schema: str = request.param
    if any_url.startswith("sqlite"):
        with closing(sqlite3.connect(db_file)) as connection:
            connection.executescript(dump(schema, "sqlite"))
        return schema
    connection = await asyncpg.connect(any_url.replace("asyncpg://", "postgres://"))
    try:
        await connection.execute(dump(schema, "postgres"))
    finally:
        await connection.close()
    return schema


async def stands(url: str) -> tuple[tuple[str, ...], dict[str, int], dict[str, tuple[int, str]]]:
    """The schema, how many rows each table has, and the journal's heads; nothing is migrated."""
    database = await connected(url)
    try:
        async with database.transaction() as client:
            shapes = await shapes_in(client)
            rows = {shape.table: await count_of(client, shape.table) for shape in shapes}
            schema = await migrations_in(client)
        heads = await DatabaseJournal(database).heads()
        return schema, rows, dict(heads)
    finally:
        await database.close()


async def is_whole(
    database: Database, rows: Mapping[str, int], heads: Mapping[str, tuple[int, str]]
) -> None:
    """All rows, the same chains, caches that need no mending, and what the rows meant."""
    journal = DatabaseJournal(database)
    assert await journal.heads() == heads
    verified = await journal.verify(anchors_of(()) | dict(heads))  # type: ignore[arg-type]
    assert verified.broken == ()
    with database.entered() as client:
        assert await migrations_in(client) == known_schema()
        for table, number in rows.items():
            if table not in {"queue_lines", "register"}:
                assert await count_of(client, table) == number, table
    assert await journal.rebuild(lambda dossier: DAY) == Rebuilt()
    outbox = DatabaseOutbox(database, real_now=lambda: AT)
    assert await outbox.counts(ACME) == {OutboxState.QUEUED: 2, OutboxState.LEAVING: 1}
    (leaving,) = await outbox.in_state(ACME, [OutboxState.LEAVING])
    assert (leaving.key, leaving.step, leaving.tries) == (key("BZ-1"), FIRST, 1)
    assert (await outbox.mime(leaving.digest)).startswith(b"Subject: relance")
    assert await DatabaseInbox(database).counts() == {Fate.READ: 1, Fate.UNREAD: 1}
    erased = (await journal.entries(BOX_PAGE))[0]
    assert (erased.kind, erased.event) == ("MessageSetAside", None)
    assert await DatabaseRegister(database).get("started_on") == "2026-10-20"
    sizes = {
        one.queue: one.lines for one in await DatabaseLookup(database).queue_sizes([ACME], DAY)
    }
    assert sizes[Queue.TASKS] == 3


async def test_an_earlier_schema_becomes_todays(old: str, any_url: str, db_file: Path) -> None:
    """What stood is copied first: beside the file, or by whoever keeps a server's database."""
    schema, rows, heads = await stands(any_url)
    assert schema[-1] == old
    assert [table for table, number in rows.items() if not number] == []
    kept: list[tuple[str, tuple[str, ...]]] = []

    async def keep(database: Database, migration: str) -> None:
        with database.entered() as client:
            kept.append((migration, await migrations_in(client)))

    first = known_schema()[known_schema().index(old) + 1]
    database = await open_database(any_url, keep=keep)
    try:
        await is_whole(database, rows, heads)
    finally:
        await database.close()
    if any_url.startswith("sqlite"):
        copy = db_file.with_name(f"{db_file.name}.avant-{first}")
        assert await stands(f"sqlite://{copy}") == (schema, rows, heads)
        assert kept == []
    else:
        assert kept == [(first, schema)]
    async with opened(any_url) as again:
        await is_whole(again, rows, heads)


CHILD = """
import asyncio, sys
from relance_mailer.store import queue_lines
from relance_mailer.store.database import open_database

async def stuck(client):
    print("tables faites", flush=True)
    await asyncio.Event().wait()

queue_lines.fill = stuck
asyncio.run(open_database(sys.argv[1]))
"""


def kill_while_it_migrates(url: str) -> None:
    """kill -9 when all tables stand and nothing is committed."""
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, url],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": f"{TESTS}:{TESTS.parent}"},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "tables faites\n"
        process.send_signal(signal.SIGKILL)
        process.wait()


async def test_a_killed_migration_leaves_the_old_schema(old: str, any_url: str) -> None:
    """At its very end; the next start does it all."""
    before = await stands(any_url)
    kill_while_it_migrates(any_url)
    assert await stands(any_url) == before
    async with opened(any_url) as database:
        await is_whole(database, before[1], before[2])


async def test_a_backup_of_an_earlier_schema_is_brought_to_todays(
    old: str, any_url: str, tmp_path: Path, postgres_url: str
) -> None:
    """Made before a migration, brought back by a newer program into the other make."""
    schema, rows, heads = await stands(any_url)
    database = await connected(any_url)
    kept = tmp_path / "avant.zip"
    about = About(made_at=AT, software="0", creditors=(ACME,), key_mark="", files={})
    try:
        manifest = await back_up(database, kept, about)
    finally:
        await database.close()
    assert (manifest.schema, manifest.tables) == (schema, rows)
    other = postgres_url if any_url.startswith("sqlite") else f"sqlite://{tmp_path}/autre.db"
    with reading(kept) as archive:
        found = checked(archive, anchors_of(()))
        assert found.broken == ()
        await bring_back(other, archive, found, {"restored": "oui"})
    async with opened(other) as brought:
        await is_whole(brought, rows, heads)
