"""kill -9 between any two statements: what was answered is there, what is there is whole."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from contracts.store_cases import ACME, DAY, key
from doors.conftest import opened
from relance_mailer.dossier.events import LetterQueued
from relance_mailer.dossier.values import key_of_page
from relance_mailer.ports import OutboxState, Rebuilt
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.store.lookup import DatabaseLookup
from relance_mailer.store.outbox import DatabaseOutbox

WRITER = """
import asyncio, sys
from contracts.store_cases import key, letter, opening, record
from relance_mailer.store.database import open_database
from relance_mailer.store.journal import DatabaseJournal

async def main(url: str, name: str) -> None:
    journal = DatabaseJournal(await open_database(url))
    for number in range(100_000):
        where = key(f"{name}-{number}")
        await record(journal, where, opening(where.dossier))
        event, effect = letter(where)
        await record(journal, where, [event], effects=[effect])
        print(where.dossier, flush=True)

asyncio.run(main(*sys.argv[1:]))
"""
TESTS = Path(__file__).parents[1]


def killed(url: str, name: str, after: int) -> list[str]:
    """Let a writer work, kill it after so many answers; what it had answered till the end."""
    command = [sys.executable, "-c", WRITER, url, name]
    path = f"{TESTS}:{TESTS.parent}"
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": path}
    ) as writer:
        assert writer.stdout is not None
        answered = [writer.stdout.readline().strip() for _ in range(after)]
        writer.send_signal(signal.SIGKILL)
        answered.extend(writer.stdout.read().split())
    return answered


@pytest.mark.parametrize("back_end", ["sqlite", "postgres"])
async def test_what_was_answered_survives_a_kill(
    request: pytest.FixtureRequest, sqlite_url: str, back_end: str
) -> None:
    """Journal, outbox, contacts and caches agree after each kill."""
    url = sqlite_url if back_end == "sqlite" else request.getfixturevalue("postgres_url")
    answered = [place for turn in (1, 4, 9) for place in killed(url, f"K{turn}", turn)]
    async with opened(url) as database:
        journal, lookup = DatabaseJournal(database), DatabaseLookup(database)
        outbox = DatabaseOutbox(database, real_now=lambda: pytest.fail("no lease here"))
        pages = await journal.pages()
        assert {key(place).page for place in answered} <= set(pages)
        assert (await journal.verify(await journal.heads())).broken == ()
        assert await journal.rebuild(lambda dossier: DAY) == Rebuilt()
        queued = {row.key for row in await outbox.in_state(ACME, [OutboxState.QUEUED])}
        for page in pages:
            events = [entry.event for entry in await journal.entries(page)]
            where = key_of_page(page)
            assert where is not None
            told = any(isinstance(event, LetterQueued) for event in events)
            assert (where in queued) is told
            debtor = (await journal.read([page]))[page].dossier.debtor  # type: ignore[union-attr]
            assert debtor is not None
            contacts = await lookup.contacts(ACME, debtor.debtor_id, since=DAY)
            assert bool(contacts) is told
