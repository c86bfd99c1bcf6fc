"""Whoever changes history is found; caches changed by hand are mended."""

import sqlite3
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from contracts.store_cases import ACME, DAY, key, opening, record
from doors.conftest import opened
from relance_mailer.desk.queues import Queue
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import PageId
from relance_mailer.ports import Permanent, Rebuilt
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.store.lookup import DatabaseLookup
from relance_mailer.store.tables import JournalRow

PAGE = key().page


async def _tampered(sqlite_url: str, change: str) -> tuple[str, ...]:
    async with opened(sqlite_url) as database:
        journal = DatabaseJournal(database)
        await record(journal, key(), [*opening(), e.TaskOpened(**_TASK)])
        anchors = await journal.heads()
        with database.entered() as client:
            await client.execute_query(change)
        return (await DatabaseJournal(database).verify(anchors)).broken


_TASK: dict[str, Any] = {"because": "lettre", "task": "post", "what": "poster", "due_on": DAY}

CHANGES = [
    ("un montant corrigé", "UPDATE journal SET body = salt WHERE seq = 2"),
    ("une date reculée", "UPDATE journal SET at = '2026-01-01T00:00:00.000000+00:00' WHERE seq=2"),
    ("une entrée retirée", "DELETE FROM journal WHERE seq = 2"),
    ("la fin coupée", "DELETE FROM journal WHERE seq = 3"),
    ("tout retiré", "DELETE FROM journal"),
    ("sel effacé seul", "UPDATE journal SET salt = NULL WHERE seq = 1"),
    ("chaîne refaite sans l'ancre", "UPDATE journal SET chain = body_hash WHERE seq = 3"),
]


@pytest.mark.parametrize(("story", "change"), CHANGES, ids=[story for story, _ in CHANGES])
async def test_whoever_changes_history_is_found(sqlite_url: str, story: str, change: str) -> None:
    """Each way of rewriting it."""
    broken = await _tampered(sqlite_url, change)
    assert broken
    assert all(line.startswith(PAGE) for line in broken)


async def test_a_chain_may_be_checked_without_this_program(sqlite_url: str, db_file: Path) -> None:
    """The recipe of `store/chain.py`, written again from its words."""
    async with opened(sqlite_url) as database:
        await record(DatabaseJournal(database), key("É/1"), opening("É/1"))
    chain = "0" * 64
    rows = sqlite3.connect(db_file).execute(
        "SELECT page, seq, at, kind, version, salt, body, chain FROM journal ORDER BY seq"
    )
    for page, seq, at, kind, version, salt, body, stands in rows:
        header = f'["{page}",{seq},"{at}","{kind}",{version}]'
        chain = sha256((chain + header + sha256(salt + body).hexdigest()).encode()).hexdigest()
        assert chain == stands


async def test_rebuild_mends_caches_and_says_what_differed(any_url: str) -> None:
    """A line changed by hand, one lost, one of a stranger, traces lost and left over."""
    async with opened(any_url) as database:
        journal, lookup = DatabaseJournal(database), DatabaseLookup(database)
        task = e.TaskOpened(because="", task="t", what="Appeler", due_on=DAY)
        for name in ("A", "B", "C"):
            await record(journal, key(name), [*opening(name), task])
        before = await lookup.index()
        lines = await lookup.queue_places([ACME], DAY, queues=tuple(Queue), limit=9)
        with database.entered() as client:
            for change in (
                "UPDATE dossier_index SET phase = 'legal' WHERE dossier = 'A'",
                "DELETE FROM dossier_index WHERE dossier = 'B'",
                "DELETE FROM traces WHERE dossier = 'B' AND sort = 'invoice'",
                "UPDATE traces SET value = 'x@y.example' WHERE dossier = 'A' AND sort = 'address'",
                "INSERT INTO traces (creditor, sort, value, dossier, word)"
                " VALUES ('acme', 'reference', 'zz', 'ZZ', 'ZZ')",
                "UPDATE queue_lines SET owed_cents = 1 WHERE page = 'dossier:acme/A'",
                "DELETE FROM queue_lines WHERE page = 'dossier:acme/B'",
                "UPDATE queue_lines SET page = 'dossier:acme/YY' WHERE page = 'dossier:acme/C'",
            ):
                await client.execute_query(change)
        told_lines = (await journal.rebuild(lambda dossier: DAY)).differed
        assert len(told_lines) == 10
        assert "dossier:acme/B : lignes des files à refaire" in told_lines
        assert any("YY : dans l'index, mais sans journal" in line for line in told_lines)
        assert "dossier:acme/A : état valait « legal » au lieu de « running »" in told_lines
        assert any("ZZ : dans l'index, mais sans journal" in line for line in told_lines)
        assert await lookup.index() == before
        assert await lookup.queue_places([ACME], DAY, queues=tuple(Queue), limit=9) == lines
        assert await journal.rebuild(lambda dossier: DAY) == Rebuilt()


async def test_rebuild_tells_a_day_in_french_and_blames_no_look_that_comes_too_early(
    any_url: str,
) -> None:
    """A look too early costs a moment, one too late a letter: only that one was a fault."""
    later, earlier = DAY + timedelta(days=1), DAY - timedelta(days=1)
    async with opened(any_url) as database:
        journal, lookup = DatabaseJournal(database), DatabaseLookup(database)
        await record(journal, key("A"), opening("A"))
        await journal.rebuild(lambda dossier: DAY)
        assert await journal.rebuild(lambda dossier: later) == Rebuilt()
        assert [row.next_look_on for row in await lookup.index()] == [later]
        [told] = (await journal.rebuild(lambda dossier: earlier)).differed
        days = f"« {later:%d/%m/%Y} » au lieu de « {earlier:%d/%m/%Y} »"
        assert told == f"dossier:acme/A : prochain examen valait {days}"
        assert await journal.rebuild(lambda dossier: None) == Rebuilt()
        with database.entered() as client:
            await client.execute_query("UPDATE dossier_index SET owed_cents = 7, distress = true")
        [told] = (await journal.rebuild(lambda dossier: None)).differed
        assert "reste dû valait « 0,07 » au lieu de « 1200,50 »" in told
        assert "difficulté signalée valait « oui » au lieu de « non »" in told


async def test_an_entry_of_a_newer_program_is_named(sqlite_url: str) -> None:
    """The operator learns which, and that this program is too old for it."""
    async with opened(sqlite_url) as database:
        await record(DatabaseJournal(database), key(), opening())
        with database.entered() as client:
            await JournalRow.filter(seq=2).using_db(client).update(version=7)
        with pytest.raises(Permanent, match=r"BZ-2003, entrée 2 illisible .* version 7"):
            await DatabaseJournal(database).read([PageId(PAGE)])
