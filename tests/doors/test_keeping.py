"""One file that holds everything, proved before it is believed; all comes back, or nothing."""

import asyncio
import hashlib
import io
import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import zipfile
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from contracts.store_cases import ACME, AT, BOX, DAY, key, letter, message, opening, record
from doors.conftest import opened
from relance_mailer.dossier import events as e
from relance_mailer.flows.keep_journal import anchors_of
from relance_mailer.ports import (
    AccessLine,
    Colleague,
    DeskRole,
    Fate,
    OutboxState,
    Permanent,
    Rebuilt,
)
from relance_mailer.store import keeping
from relance_mailer.store.archive import MANIFEST, SUMS, Manifest, manifest_told, reading
from relance_mailer.store.bringing_back import assert_alone, bring_back, stands_empty
from relance_mailer.store.colleagues import DatabaseColleagues
from relance_mailer.store.database import Database
from relance_mailer.store.inbox import DatabaseInbox
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.store.keeping import About, Checked, back_up, checked
from relance_mailer.store.lookup import DatabaseLookup
from relance_mailer.store.outbox import DatabaseOutbox
from relance_mailer.store.portable import MODELS, count_of, lines_of, shapes_in
from relance_mailer.store.register import DatabaseRegister

ABOUT = About(
    made_at=AT,
    software="0.1.0",
    creditors=(ACME,),
    key_mark="k",
    files={"LISEZMOI.txt": b"Bonjour"},
)
TESTS = Path(__file__).parents[1]


async def fill(database: Database, *, dossiers: int = 3) -> None:
    """Rows in every table, odd ones too: an erased body, signs of all kinds, a large message."""
    journal = DatabaseJournal(database)
    for number in range(dossiers):
        where = key(f"BZ-{number}")
        task = e.TaskOpened(because="é « ☎ »\u2028\\", task="t", what="Appeler", due_on=DAY)
        await record(journal, where, [*opening(where.dossier), task])
        queued, effect = letter(where)
        await record(journal, where, [queued], effects=[effect])
    inbox = DatabaseInbox(database)
    raw, glance = message(sent_at=None)
    await inbox.keep(ACME, BOX, [(raw, glance)], sent_folder=False)
    await DatabaseRegister(database).set("inbox_read_at:acme", AT.isoformat())
    await DatabaseRegister(database).set("started_on", "2026-10-20")
    someone = Colleague(name="anne", role=DeskRole.AGENT, password="argon2")
    line = AccessLine(at=AT, who="anne", what="added")
    await DatabaseColleagues(database).add(someone, line)


async def content(database: Database) -> dict[str, list[str]]:
    """Every row of every table, as it is written in an archive."""
    with database.entered() as client:
        return {
            shape.table: sorted([line async for lot in lines_of(client, shape) for line in lot])
            for shape in await shapes_in(client)
        }


def proved(file: Path) -> Checked:
    """What proving an archive finds."""
    with reading(file) as archive:
        return checked(archive, anchors_of(()))


def faults_of(file: Path) -> tuple[str, ...]:
    """Why an archive is not believed, whether it can be read or not."""
    try:
        return proved(file).broken
    except Permanent as error:
        return (str(error),)


async def test_everything_comes_back_into_either_make(
    any_url: str, tmp_path: Path, postgres_url: str
) -> None:
    """From SQLite to PostgreSQL and back, from one to the same: row by row."""
    kept = tmp_path / "relance.zip"
    async with opened(any_url) as database:
        await fill(database)
        before = await content(database)
        manifest = await back_up(database, kept, ABOUT)
    assert set(before) == {model._meta.db_table for model in MODELS}
    empty = {table for table, rows in before.items() if not rows}
    assert empty <= {"inbox_pages", "inbox_names", "leases"}
    assert manifest.tables == {table: len(rows) for table, rows in before.items()}
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
    found = proved(kept)
    assert (found.broken, len(found.heads)) == ((), 3)
    other = postgres_url if any_url.startswith("sqlite") else f"sqlite://{tmp_path}/autre.db"
    with reading(kept) as archive:
        for url in (other, f"sqlite://{tmp_path}/neuve.db"):
            await bring_back(url, archive, found, {"restored": "oui"})
            await _is_as_before(url, before)
    assert list(tmp_path.glob("*.avant-*")) == []


async def _is_as_before(url: str, before: dict[str, list[str]]) -> None:
    """The rows, the chains, the caches; what was read lately is forgotten; work goes on."""
    assert not await stands_empty(url)
    async with opened(url) as database:
        after = await content(database)
        told = dict(json.loads(line) for line in after.pop("register"))
        assert (told["restored"], told["started_on"]) == ("oui", "2026-10-20")
        assert "inbox_read_at:acme" not in told
        assert after == {table: rows for table, rows in before.items() if table != "register"}
        journal = DatabaseJournal(database)
        assert (await journal.verify(await journal.heads())).broken == ()
        assert await journal.rebuild(lambda dossier: DAY) == Rebuilt()
        outbox = DatabaseOutbox(database, real_now=lambda: AT)
        assert await outbox.counts() == {OutboxState.QUEUED: 3}
        claimed = await outbox.claim(ACME, now=AT, lease_seconds=20, limit=10)
        assert len(claimed) == 3
        fresh = key("BZ-neuf")
        await record(journal, fresh, opening(fresh.dossier))
        raw, glance = message("Autre chose.", uid=2, sent_at=None)
        await DatabaseInbox(database).keep(ACME, BOX, [(raw, glance)], sent_folder=False)
        assert (await DatabaseInbox(database).counts())[Fate.UNREAD] == 2
        assert len(await DatabaseLookup(database).index(ACME)) == 4


async def test_a_backup_is_of_one_moment_while_others_write(any_url: str, tmp_path: Path) -> None:
    """Each commit is in it whole or not at all, and nobody waits for it."""
    kept = tmp_path / "relance.zip"
    async with opened(any_url) as database, opened(any_url) as writer:
        await fill(database, dossiers=60)
        stop = asyncio.Event()

        async def go_on() -> int:
            number = 0
            while not stop.is_set():
                where = key(f"W-{number}")
                queued, effect = letter(where)
                await record(
                    DatabaseJournal(writer),
                    where,
                    [*opening(where.dossier), queued],
                    effects=[effect],
                )
                number += 1
            return number

        writing = asyncio.create_task(go_on())
        manifest = await back_up(database, kept, ABOUT)
        stop.set()
        assert await writing > 0
    found = proved(kept)
    assert found.broken == ()
    began = sum("W-" in page for page in found.heads)
    assert manifest.tables["outbox"] == 60 + began
    assert manifest.tables["dossier_index"] == len(found.heads)


async def test_nothing_is_written_over_and_nothing_half_is_left(
    sqlite_url: str, tmp_path: Path
) -> None:
    kept = tmp_path / "relance.zip"
    kept.write_text("déjà là")
    async with opened(sqlite_url) as database:
        with pytest.raises(Permanent, match="existe déjà"):
            await back_up(database, kept, ABOUT)
        with pytest.raises(Permanent, match="écriture impossible"):
            await back_up(database, tmp_path / "absent" / "r.zip", ABOUT)
    assert kept.read_text() == "déjà là"
    assert [one.name for one in tmp_path.glob(".*")] == []


def rewritten(file: Path, name: str, content: bytes, *, sums: bool) -> Path:
    """The archive with another content of one member, its sum put right or not."""
    new = file.with_name("changee.zip")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as packed:
        listed = old.read(SUMS).decode()
        for member in old.namelist():
            told = content if member == name else old.read(member)
            if member == SUMS and sums:
                before = hashlib.sha256(old.read(name)).hexdigest()
                told = listed.replace(before, hashlib.sha256(content).hexdigest()).encode()
            packed.writestr(member, told)
    return new


@pytest.mark.parametrize("sums", [False, True])
@pytest.mark.parametrize(
    ("member", "old", "new"),
    [
        ("rows/journal.jsonl", b"DebtorDescribed", b"DebtorInvented1"),
        ("rows/journal.jsonl", b'"dossier:acme/BZ-1",2', b'"dossier:acme/BZ-1",7'),
        ("rows/outbox.jsonl", b'{"table"', b'{"tables"'),
        ("rows/inbox.jsonl", b'"columns": [["id", "integer"]', b'"columns": [["id", "nombre"]'),
        ("rows/traces.jsonl", b'","', b'",,"'),
        ("heads.jsonl", b'"dossier:acme/BZ-1", 4', b'"dossier:acme/BZ-1", 3'),
        (MANIFEST, b'"traces": ', b'"traces": 9'),
    ],
)
async def test_an_archive_that_was_changed_is_refused(
    sqlite_url: str, tmp_path: Path, member: str, old: bytes, new: bytes, sums: bool
) -> None:
    """By its sums, and where somebody puts those right, by what the sums cannot mend."""
    kept = tmp_path / "relance.zip"
    async with opened(sqlite_url) as database:
        await fill(database)
        await back_up(database, kept, ABOUT)
    with zipfile.ZipFile(kept) as packed:
        whole = packed.read(member)
    assert old in whole
    changed = rewritten(kept, member, whole.replace(old, new, 1), sums=sums)
    assert faults_of(changed)


async def test_evidence_bears_its_own_name(sqlite_url: str, tmp_path: Path) -> None:
    """Bytes that are not those of their digest are no evidence."""
    kept = tmp_path / "relance.zip"
    async with opened(sqlite_url) as database:
        await fill(database)
        with database.entered() as client:
            await client.execute_query("UPDATE evidence SET content = X'00'")
        await back_up(database, kept, ABOUT)
    assert any("octets" in one for one in proved(kept).broken)


async def test_a_cut_or_foreign_file_is_refused_in_words(sqlite_url: str, tmp_path: Path) -> None:
    kept = tmp_path / "relance.zip"
    async with opened(sqlite_url) as database:
        await fill(database)
        await back_up(database, kept, ABOUT)
    whole = kept.read_bytes()
    for name, raw in (("coupee", whole[:-200]), ("vide", b""), ("autre", b"bonjour" * 99)):
        (tmp_path / name).write_bytes(raw)
        with pytest.raises(Permanent, match="sauvegarde entière"):
            proved(tmp_path / name)
    with pytest.raises(Permanent, match="n'existe pas"):
        proved(tmp_path / "nulle-part.zip")
    flipped = bytearray(whole)
    flipped[len(whole) // 3] ^= 0x10
    (tmp_path / "bit.zip").write_bytes(flipped)
    assert faults_of(tmp_path / "bit.zip")
    stranger = io.BytesIO()
    with zipfile.ZipFile(stranger, "w") as packed:
        packed.writestr("lettre.txt", "bonjour")
    (tmp_path / "zip.zip").write_bytes(stranger.getvalue())
    with pytest.raises(Permanent, match=r"manifest\.json"):
        proved(tmp_path / "zip.zip")


async def test_an_archive_of_a_newer_program_is_refused(sqlite_url: str, tmp_path: Path) -> None:
    kept = tmp_path / "relance.zip"
    async with opened(sqlite_url) as database:
        await back_up(database, kept, ABOUT)
    told = proved(kept).manifest
    newer = Manifest(
        **{name: getattr(told, name) for name in Manifest.__slots__}
        | {"schema": (*told.schema, "9999_later")}
    )
    assert manifest_told(newer.text()) == newer
    with pytest.raises(Permanent, match="installez la version"):
        keeping.assert_known(newer)
    with pytest.raises(Permanent, match="format 2 inconnu"):
        manifest_told(newer.text().replace('"format_version": 1', '"format_version": 2'))


async def test_whoever_uses_the_database_is_seen(any_url: str) -> None:
    """A daemon holds its connection: nothing is put in its place."""
    async with opened(any_url) as database:
        await record(DatabaseJournal(database), key(), opening())
        with pytest.raises(Permanent, match="arrêtez le service"):
            await assert_alone(any_url)
    assert not await stands_empty(any_url)
    await assert_alone(any_url)


async def test_an_anchor_that_the_archive_does_not_reach_is_told(
    sqlite_url: str, tmp_path: Path
) -> None:
    kept = tmp_path / "relance.zip"
    async with opened(sqlite_url) as database:
        await fill(database)
        await back_up(database, kept, ABOUT)
    with reading(kept) as archive:
        page = key("BZ-1").page
        assert "fin coupée" in checked(archive, {page: (9, "0" * 64)}).broken[0]


WRITER = """
import asyncio, sys
from pathlib import Path
from doors.test_keeping import ABOUT, proved
from relance_mailer.store.archive import reading
from relance_mailer.store.bringing_back import bring_back
from relance_mailer.store.database import connected
from relance_mailer.store.keeping import back_up

async def main(url: str, work: str, file: str) -> None:
    def said(table, done, total):
        print(table, done, flush=True)
        sys.stdin.readline()  # goes on when it is told to: a kill comes before its next step
    if work == "backup":
        database = await connected(url)
        await back_up(database, Path(file), ABOUT, progress=said)
        await database.close()
    else:
        with reading(Path(file)) as archive:
            await bring_back(url, archive, proved(Path(file)), {}, progress=said)
    print("fini", flush=True)

asyncio.run(main(*sys.argv[1:]))
"""


def killed(url: str, work: str, file: Path, at: str) -> str:
    """Let a process work until it says that word, then kill -9; the last thing it said."""
    said = ""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, url, work, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": f"{TESTS}:{TESTS.parent}"},
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for line in process.stdout:
            said = line.strip()
            if said.startswith(at):
                process.send_signal(signal.SIGKILL)
                break
            with suppress(BrokenPipeError):
                print(file=process.stdin, flush=True)
        process.wait()
    return said


async def test_a_kill_in_the_middle_leaves_nothing_half(any_url: str, tmp_path: Path) -> None:
    """Of a backup no file of that name, of a restore what stood before; the next try succeeds."""
    kept, other = tmp_path / "relance.zip", tmp_path / "autre.zip"
    async with opened(any_url) as database:
        await fill(database, dossiers=2)
        await back_up(database, other, ABOUT)
        await fill_more(database)
        before = await content(database)
    assert killed(any_url, "backup", kept, "journal").startswith("journal")
    assert not kept.exists()
    for table in ("journal", "desk_access"):
        assert killed(any_url, "restore", other, table).startswith(table)
        async with opened(any_url) as database:
            assert await content(database) == before
    async with opened(any_url) as database:
        await back_up(database, kept, ABOUT)
    with reading(other) as archive:
        await bring_back(any_url, archive, proved(other), {})
    async with opened(any_url) as database:
        assert len(await DatabaseJournal(database).pages()) == 2
    assert [one.name for one in tmp_path.glob(".*")] == []


async def fill_more(database: Database) -> None:
    """A day later."""
    where = key("BZ-demain")
    at = datetime.fromisoformat(AT.isoformat()) + timedelta(days=1)
    await record(DatabaseJournal(database), where, opening(where.dossier), at=at)


async def test_large_messages_are_read_a_few_at_a_time(
    sqlite_url: str,
) -> None:
    """Lots are bounded in bytes: none holds two messages when each fills one."""
    async with opened(sqlite_url) as database:
        for number in range(7):
            raw, glance = message(str(number) * 9_000_000, uid=number, sent_at=None)
            await DatabaseInbox(database).keep(ACME, BOX, [(raw, glance)], sent_folder=False)
        with database.entered() as client:
            shape = next(one for one in await shapes_in(client) if one.table == "evidence")
            lots = [len(lines) async for lines in lines_of(client, shape)]
            assert await count_of(client, "evidence") == 7
    assert lots == [1] * 7


async def test_an_erased_body_stays_erased(db_file: Path, sqlite_url: str, tmp_path: Path) -> None:
    """Its chain verifies in the archive as in the database."""
    kept = tmp_path / "relance.zip"
    async with opened(sqlite_url) as database:
        await fill(database)
        with closing(sqlite3.connect(db_file)) as plain:
            plain.execute("UPDATE journal SET salt = NULL, body = NULL WHERE seq = 3")
            plain.commit()
        await back_up(database, kept, ABOUT)
    assert proved(kept).broken == ()
