"""One page that can't be read: the other caches are made anew, its own stay, and it is named."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from contracts.store_cases import ACME, DAY, key, opening, record
from doors.conftest import opened
from doors.test_commands import Relance
from relance_mailer.desk.queues import Queue
from relance_mailer.dossier import events as e
from relance_mailer.ports import Unreadable
from relance_mailer.store import queue_lines
from relance_mailer.store.database import Database
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.store.lookup import DatabaseLookup

CACHES = {"dossier_index": "dossier", "traces": "dossier", "queue_lines": "page"}
DAMAGES = {
    "a newer program's event": "UPDATE journal SET kind = 'PostalStrikeSeen' {where} AND seq = 3",
    "a newer program's shape": "UPDATE journal SET version = 99 {where} AND seq = 3",
    "an entry is gone": "DELETE FROM journal {where} AND seq = 2",
    "the first entry is gone": "DELETE FROM journal {where} AND seq = 1",
    "a moment that is none": "UPDATE journal SET at = 'hier' {where} AND seq = 2",
    "a body that is none": "UPDATE journal SET body = salt {where} AND seq = 2",
}
WHERE = "WHERE page = 'dossier:acme/B'"


async def three_dossiers(database: Database) -> DatabaseJournal:
    journal = DatabaseJournal(database)
    task = e.TaskOpened(because="lettre", task="t", what="Appeler", due_on=DAY)
    for name in ("A", "B", "C"):
        await record(journal, key(name), [*opening(name), task])
    return journal


async def changed(database: Database, *changes: str) -> None:
    with database.entered() as client:
        for change in changes:
            await client.execute_query(change)


async def cached(database: Database) -> dict[str, list[Any]]:
    """What the caches hold of the page that can't be read."""
    with database.entered() as client:
        return {
            table: await client.execute_query_dict(
                f"SELECT * FROM {table} WHERE {column} LIKE '%B' ORDER BY 1, 2, 3"
            )
            for table, column in CACHES.items()
        }


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
async def test_the_other_dossiers_are_made_anew(any_url: str, damage: str) -> None:
    async with opened(any_url) as database:
        journal = await three_dossiers(database)
        index = await DatabaseLookup(database).index()
        lines = await DatabaseLookup(database).queue_places(
            [ACME], DAY, queues=tuple(Queue), limit=9
        )
        await changed(
            database,
            damage.format(where=WHERE),
            "UPDATE dossier_index SET phase = 'legal' WHERE dossier = 'A'",
            "DELETE FROM dossier_index WHERE dossier = 'C'",
            "DELETE FROM traces WHERE dossier = 'C'",
            "DELETE FROM queue_lines WHERE page = 'dossier:acme/A'",
        )
        before = await cached(database)
        journal = DatabaseJournal(database)
        found = await journal.rebuild(lambda dossier: DAY)
        assert [one.page for one in found.unreadable] == ["dossier:acme/B"]
        assert "illisible" in str(found.unreadable[0])
        assert {line.partition(" ")[0][-1] for line in found.differed} == {"A", "C"}
        assert await cached(database) == before
        assert await DatabaseLookup(database).index() == index
        again = await DatabaseLookup(database).queue_places(
            [ACME], DAY, queues=tuple(Queue), limit=9
        )
        assert again == lines
        assert (await journal.rebuild(lambda dossier: DAY)).differed == ()
        with pytest.raises(Unreadable):
            await journal.read([key("A").page, key("B").page])


async def test_a_program_that_counts_lines_otherwise_opens_all_the_same(any_url: str) -> None:
    """It writes the rows of the queues anew at its start: all but those of what it can't read."""
    async with opened(any_url) as database:
        await three_dossiers(database)
        lookup = DatabaseLookup(database)
        lines = await lookup.queue_places([ACME], DAY, queues=tuple(Queue), limit=9)
        await changed(
            database,
            DAMAGES["a newer program's shape"].format(where=WHERE),
            f"UPDATE register SET value = 'autre' WHERE name = '{queue_lines.KEY}'",
            "DELETE FROM queue_lines WHERE page = 'dossier:acme/A'",
            "UPDATE queue_lines SET page = 'dossier:acme/ZZ' WHERE page = 'dossier:acme/C'",
        )
    async with opened(any_url) as database:
        lookup = DatabaseLookup(database)
        again = await lookup.queue_places([ACME], DAY, queues=tuple(Queue), limit=9)
        assert again == lines


def test_the_command_names_it_and_ends_with_code_one(tmp_path: Path) -> None:
    relance = Relance(tmp_path / "etc")
    relance.said("once", "sync-ledger")
    database = sqlite3.connect(relance.folder / "relance.db")
    with database:
        page = "page LIKE '%/BZ-1'"
        database.execute(f"UPDATE journal SET version = 99 WHERE {page} AND seq = 2")
        database.execute("DELETE FROM dossier_index WHERE dossier = 'BZ-2'")
    database.close()
    done = relance.run("rebuild", "--json")
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert [line.partition(" ")[0][-4:] for line in told["differed"]] == ["BZ-2"]
    assert [one["page"][-5:] for one in told["unreadable"]] == ["/BZ-1"]
    done = relance.run("rebuild")
    assert done.exit_code == 1
    assert "index refaits ; 0 lignes différaient" in done.stdout
    assert "1 dossier(s) illisible(s) : index laissés tels quels" in done.stderr
    for words in ("BZ-1, entrée 2 illisible", "version 99 inconnue, 1", "mettez ce programme"):
        assert words in done.stderr
