"""Rows in every table of some schema, written by the very code of that schema.

Run once for each new migration, with the code as it stood before it:

    git archive COMMIT | tar -x -C OLD
    PYTHONPATH=OLD:OLD/tests python tests/doors/schemas/fill.py sqlite:////tmp/old.db
    sqlite3 /tmp/old.db .dump > tests/doors/schemas/MIGRATION.sqlite.sql
    PYTHONPATH=OLD:OLD/tests python tests/doors/schemas/fill.py postgres://…/old
    pg_dump --inserts --no-owner --no-privileges …/old > tests/doors/schemas/MIGRATION.postgres.sql
"""

import asyncio
import importlib
import sys

from contracts.store_cases import ACME, AT, BOX, DAY, FIRST, key, letter, message, opening, record
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import mailbox_page
from relance_mailer.ports import (
    Commit,
    Fate,
    MoveLetter,
    OutboxState,
    SettleMessage,
    Write,
)
from relance_mailer.store.database import Database, open_database
from relance_mailer.store.inbox import DatabaseInbox, digest_of
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.store.register import DatabaseRegister


async def fill(database: Database) -> None:
    """Dossiers with letters in several states, messages, an erased body, accounts."""
    journal, inbox = DatabaseJournal(database), DatabaseInbox(database)
    for name in ("BZ-1", "BZ-2", "É-3"):
        task = e.TaskOpened(because="appel", task="t", what="Appeler", due_on=DAY)
        await record(journal, key(name), [*opening(name), task])
        queued, effect = letter(key(name))
        await record(journal, key(name), [queued], effects=[effect])
    move = MoveLetter(
        key=key("BZ-1"),
        step=FIRST,
        expected=frozenset({OutboxState.QUEUED}),
        to=OutboxState.LEAVING,
    )
    leaving = e.LetterLeaving(because="remise", step=FIRST)
    await record(journal, key("BZ-1"), [leaving], effects=[move])
    raw, glance = message(message_id="r1@poste.example", names=("relance.x@acme.example",))
    await inbox.keep(ACME, BOX, [(raw, glance)], sent_folder=False)
    other, seen = message("Autre.", uid=2, message_id="r2@poste.example")
    await inbox.keep(ACME, BOX, [(other, seen)], sent_folder=False)
    settled = SettleMessage(
        message=digest_of(raw.raw), fate=Fate.READ, pages=(key("BZ-1").page,), creditor=ACME
    )
    note = e.NoteWritten(because="vu", by="Anne", text="Rappelé")
    await record(journal, key("BZ-1"), [note], effects=[settled])
    page = mailbox_page(BOX)
    aside = e.MessageSetAside(because="illisible", message=digest_of(other.raw))
    await journal.commit([Commit(at=AT, writes=(Write(page=page, version=0, events=(aside,)),))])
    erased = e.BodyErased(because="demande", by="Anne", seq=1)
    erasing = Commit(at=AT, writes=(Write(page=page, version=1, events=(erased,)),))
    await journal.erase_body(page, 1, erasing)
    await DatabaseRegister(database).set("started_on", "2026-10-20")
    await _accounts(database)


async def _accounts(database: Database) -> None:
    """Those of the desk, where the schema has them."""
    try:
        store = importlib.import_module("relance_mailer.store.colleagues")
    except ImportError:
        return
    ports = importlib.import_module("relance_mailer.ports")
    line = ports.AccessLine(at=AT, who="anne", what="added")
    someone = ports.Colleague(name="anne", role=ports.DeskRole.AGENT, password="argon2")
    await store.DatabaseColleagues(database).add(someone, line)


async def main(url: str) -> None:
    """Fill the database of that URL."""
    database = await open_database(url)
    try:
        await fill(database)
    finally:
        await database.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
