"""What the store keeps of pages in memory stays small, however many letters leave and come back."""

import gc
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from chaos.folder import CREDITOR, MORNING, Folder, Where, debts
from contracts.store_cases import AT, grown, key, letter, opening, record
from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import CreditorId, PageId, mailbox_page
from relance_mailer.flows.house import inbox_read_key
from relance_mailer.flows.plan_letters import plan_letters
from relance_mailer.flows.send_letters import send_letters
from relance_mailer.flows.sync_ledger import sync_ledger
from relance_mailer.ports import Opened
from relance_mailer.settings.loading import load
from relance_mailer.store.database import Database, open_database
from relance_mailer.store.folds import Folded, Folds
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.wiring.build import build
from servers.sink import Sink

OPEN_ENTRIES = 40
PAGES = 30
NOTE = e.NoteWritten(because="vu", by="Anne", text="rappelé")
KEYS = tuple(key(f"BZ-{number:04d}") for number in range(PAGES))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A SQLite file of its own."""
    fresh = await open_database(f"sqlite://{tmp_path}/r.db")
    try:
        yield fresh
    finally:
        await fresh.close()


def small() -> Folds:
    """A memory that holds a few dossiers as they are."""
    return Folds(open_entries=OPEN_ENTRIES)


def standing(besides: Collection[Dossier] = ()) -> list[Dossier]:
    """The dossiers that this process holds as objects."""
    gc.collect()
    others = {id(one) for one in besides}
    return [one for one in gc.get_objects() if type(one) is Dossier and id(one) not in others]


def entries_of(dossiers: Collection[Dossier]) -> int:
    return sum(one.version for one in dossiers)


async def filled(journal: DatabaseJournal) -> None:
    """Each dossier is opened and a letter queued in it, in turn."""
    for where in KEYS:
        await record(journal, where, opening(where.dossier))
    for where in KEYS:
        event, effect = letter(where)
        await record(journal, where, [event], effects=[effect])


async def told(journal: DatabaseJournal) -> Mapping[PageId, Opened]:
    """All dossiers as a journal tells them."""
    return await journal.read([where.page for where in KEYS])


async def test_dossiers_that_many_letters_left_stand_packed(
    tmp_path: Path, smtp_sink: Callable[..., Sink]
) -> None:
    """The real way of a letter: no more dossiers stand as objects after the last than the bound."""
    sink = smtp_sink()
    where = Where(mailbox="relances@example.net", smtp_port=sink.port, imap_port=1)
    folder = Folder(tmp_path, where).write(debts(PAGES))
    relance = await build(load(folder.settings), now=datetime.fromisoformat(MORNING))
    us = CreditorId(CREDITOR)
    house, creditor, doors = relance.house, relance.creditors[us], relance.doors[us]
    others = standing()
    try:
        house = replace(house, journal=DatabaseJournal(relance.database, folds=small()))
        await sync_ledger(house, creditor, doors.ledger)
        await house.register.set(inbox_read_key(us), house.clock.now().isoformat())
        planned = await plan_letters(house, creditor)
        sent = 0
        while (posted := await send_letters(house, creditor, doors.mailer)).did_something:
            sent += len(posted.sent)
        assert (len(planned.queued), sent) == (PAGES, PAGES)
        del planned, posted
        assert 0 < entries_of(standing(others)) <= OPEN_ENTRIES
    finally:
        await relance.close()


async def test_a_dossier_that_was_packed_is_the_one_that_was_folded(database: Database) -> None:
    journal = DatabaseJournal(database, folds=small())
    await filled(journal)
    for where in KEYS:
        await record(journal, where, [NOTE])
    anew = await told(DatabaseJournal(database))
    assert await told(journal) == anew
    assert await told(journal) == anew


async def test_what_another_process_wrote_is_folded_onto_the_packed_one(database: Database) -> None:
    journal, other = DatabaseJournal(database, folds=small()), DatabaseJournal(database)
    await filled(journal)
    for where in KEYS:
        await record(other, where, [NOTE])
    assert await told(journal) == await told(other)
    assert not await journal.went_back()


async def test_looking_at_all_of_them_in_turn_holds_no_more_of_them(database: Database) -> None:
    others = standing()
    journal = DatabaseJournal(database, folds=small())
    await filled(journal)
    for _ in range(3):
        await told(journal)
    assert entries_of(standing(others)) <= OPEN_ENTRIES


async def test_packed_dossiers_have_a_bound_too(database: Database) -> None:
    """Those that were used longest ago are read anew from the journal."""
    folds = Folds(open_entries=OPEN_ENTRIES, packed_bytes=4_000)
    journal = DatabaseJournal(database, folds=folds)
    await filled(journal)
    assert 0 < folds.packed_bytes <= 4_000
    assert await told(journal) == await told(DatabaseJournal(database))


async def test_the_queue_lines_of_a_packed_dossier_are_not_counted_again() -> None:
    folds, made = small(), []

    def lines_of(dossier: Dossier) -> tuple[str, ...]:
        made.append(dossier.key)
        return (dossier.key.dossier,)

    for where in KEYS:
        dossier = grown(where.page, None, opening(where.dossier), AT)
        folds.derived(dossier, lines_of)
        folds.keep(where.page, Folded(version=dossier.version, chain="c", dossier=dossier))
    assert len(made) == PAGES
    for where in KEYS:
        known = folds.at(where.page, (2, "c"))
        assert known is not None
        assert known.dossier is not None
        assert folds.derived(known.dossier, lines_of) == (where.dossier,)
    assert len(made) == PAGES


async def test_a_page_of_many_ignored_messages_displaces_no_dossier() -> None:
    """Of a mailbox's page only its last entry is kept."""
    folds = small()
    dossier = grown(KEYS[0].page, None, opening(KEYS[0].dossier), AT)
    folds.keep(KEYS[0].page, Folded(version=2, chain="c", dossier=dossier))
    folds.keep(mailbox_page("relances@example.net"), Folded(version=100_000, chain="m"))
    known = folds.at(KEYS[0].page, (2, "c"))
    assert known is not None
    assert known.dossier is dossier
