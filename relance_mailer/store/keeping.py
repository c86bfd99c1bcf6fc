"""Keeping the database in one archive, and proving an archive before it is believed.

What is kept is one moment of a database that others go on writing to: on SQLite its own backup
makes a copy, on PostgreSQL one read-only transaction sees one snapshot. Rows are streamed: a
database of any size takes the same memory.
"""

import asyncio
import hashlib
import json
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from tortoise.backends.base.client import BaseDBAsyncClient

from relance_mailer.dossier.values import PageId
from relance_mailer.ports import Permanent
from relance_mailer.store.archive import (
    HEADS,
    MANIFEST,
    ROWS,
    Archive,
    ArchiveWriter,
    Manifest,
    manifest_told,
    writing,
)
from relance_mailer.store.chain import Row, broken_anchors, broken_links
from relance_mailer.store.database import Database, connected, known_schema, make_private
from relance_mailer.store.faults import translated
from relance_mailer.store.portable import (
    Shape,
    count_of,
    is_postgres,
    lines_of,
    migrations_in,
    shape_told,
    shapes_in,
    values_of,
)

Progress = Callable[[str, int, int], None]
Heads = Mapping[PageId, tuple[int, str]]

SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
BROKEN_MAX = 50
"""Faults told of one archive: who has so many needs no more to know that it is damaged."""


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """What the caller knows of a backup that is made, and the files that go with it."""

    made_at: datetime
    software: str
    creditors: tuple[str, ...]
    key_mark: str
    files: Mapping[str, bytes]  # by their names in the archive


async def back_up(
    database: Database, target: Path, about: About, *, progress: Progress = lambda *_: None
) -> Manifest:
    """Keep the database as it is at this moment in an archive of that name.

    Raises `Permanent` when the name is taken or the disk refuses; nothing half is left.
    """
    with writing(target) as archive:
        for name, content in about.files.items():
            archive.put(name, content)
        async with _one_moment(database, target) as client:
            manifest = await _put_rows(client, archive, about, progress)
        archive.put(MANIFEST, manifest.text().encode("utf-8"))
        archive.put_sums()
    return manifest


@asynccontextmanager
async def _one_moment(database: Database, target: Path) -> AsyncIterator[BaseDBAsyncClient]:
    """A connection on which the database stands still."""
    if database.sqlite_file is None:
        async with database.transaction() as client:
            await client.execute_query(SNAPSHOT)
            yield client
        return
    copy = target.with_name(f".{target.name}.copie")
    try:
        await asyncio.to_thread(copy_sqlite, database.sqlite_file, copy)
        still = await connected(f"sqlite://{quote(str(copy.absolute()))}")
        try:
            with still.entered() as client:
                yield client
        finally:
            await asyncio.shield(still.close())
    finally:
        remove_sqlite(copy)


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy with SQLite's own backup: one moment, with what the write-ahead log holds."""
    remove_sqlite(target)
    make_private(target)
    with (
        translated(),
        closing(sqlite3.connect(source)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)


def remove_sqlite(file: Path) -> None:
    """Remove a file and what SQLite keeps beside it."""
    for tail in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            file.with_name(file.name + tail).unlink()


async def _put_rows(
    client: BaseDBAsyncClient, archive: ArchiveWriter, about: About, progress: Progress
) -> Manifest:
    tables: dict[str, int] = {}
    heads: dict[str, tuple[int, str]] = {}
    schema = await migrations_in(client)
    for shape in await shapes_in(client):
        total, done = await count_of(client, shape.table), 0
        with archive.member(f"{ROWS}{shape.table}.jsonl") as member:
            member.write(f"{shape.line()}\n".encode())
            async for lines in lines_of(client, shape):
                member.write("".join(f"{line}\n" for line in lines).encode("utf-8"))
                done += len(lines)
                if shape.table == "journal":
                    heads.update(_heads(shape, lines))
                progress(shape.table, done, total)
        tables[shape.table] = done
    with archive.member(HEADS) as member:
        for page, (seq, chain) in sorted(heads.items()):
            line = json.dumps([page, seq, chain], ensure_ascii=False)
            member.write(f"{line}\n".encode())
    return Manifest(
        made_at=about.made_at,
        software=about.software,
        schema=schema,
        make="postgres" if is_postgres(client) else "sqlite",
        creditors=about.creditors,
        key_mark=about.key_mark,
        pages=len(heads),
        entries=tables.get("journal", 0),
        tables=tables,
    )


def _heads(shape: Shape, lines: tuple[str, ...]) -> Iterator[tuple[str, tuple[int, str]]]:
    page, seq, chain = (shape.names.index(name) for name in ("page", "seq", "chain"))
    for line in lines:
        told = json.loads(line)
        yield told[page], (told[seq], told[chain])


@dataclass(frozen=True, kw_only=True, slots=True)
class Checked:
    """What proving an archive found; `broken` says in French what is wrong with it."""

    manifest: Manifest
    heads: Heads
    broken: tuple[str, ...]


def checked(archive: Archive, anchors: Heads, *, progress: Progress = lambda *_: None) -> Checked:
    """Prove an archive: every sum, row, count and chain, its heads and `anchors`.

    Raises `Permanent` where it cannot even be read, or was made by a newer program.
    """
    manifest = manifest_told(archive.text(MANIFEST))
    assert_known(manifest)
    broken = list(archive.broken_sums())
    heads: dict[PageId, tuple[int, str]] = {}
    anchored: dict[tuple[PageId, int], str] = {}
    for table, number in manifest.tables.items():
        done = 0
        try:
            for shape, line in rows_of(archive, table):
                values = values_of(shape, line)
                done += 1
                if table == "evidence" and not _is_named_rightly(values):
                    broken.append(f"{table} : {values[0]} : ces octets ne sont pas les siens")
                if done % 1000 == 0 or done == number:
                    progress(table, done, number)
        except ValueError as error:
            broken.append(str(error))
        if done != number:
            broken.append(f"{table} : {number} lignes annoncées, {done} lues")
    for rows in _pages(archive) if not broken else ():
        broken.extend(broken_links(rows))
        last = rows[-1]
        heads[last.page] = (last.seq, last.chain)
        seq = anchors[last.page][0] if last.page in anchors else 0
        anchored.update({(row.page, row.seq): row.chain for row in rows if row.seq == seq})
    if not broken:
        broken.extend(broken_anchors(anchored, anchors))
        broken.extend(_other_heads(archive, heads, manifest))
    return Checked(manifest=manifest, heads=heads, broken=tuple(broken[:BROKEN_MAX]))


def assert_known(manifest: Manifest) -> None:
    """An archive of a newer program is refused: its tables are not ours."""
    known = known_schema()
    if not manifest.schema or set(manifest.schema) - set(known):
        told = manifest.schema[-1] if manifest.schema else "vide"
        raise Permanent(
            f"cette sauvegarde est au schéma {told} (version {manifest.software}), ce programme "
            f"ne connaît que {known[-1]} : installez la version qui l'a faite, ou une plus récente"
        )


def rows_of(archive: Archive, table: str) -> Iterator[tuple[Shape, str]]:
    """The lines of a table, each with the table's shape; raises `ValueError` at a strange one."""
    lines = archive.lines(f"{ROWS}{table}.jsonl")
    shape = shape_told(next(lines, ""))
    for line in lines:
        yield shape, line


def shape_of(archive: Archive, table: str) -> Shape:
    """The shape of a table; raises `ValueError`."""
    return shape_told(next(archive.lines(f"{ROWS}{table}.jsonl"), ""))


def register_value(archive: Archive, name: str) -> str | None:
    """What the register of an archive says under a name, None where it says nothing."""
    told = dict(values_of(shape, line) for shape, line in rows_of(archive, "register"))
    value = told.get(name)
    return None if value is None else str(value)


def _is_named_rightly(values: tuple[object, ...]) -> bool:
    digest, content = values
    return isinstance(content, bytes) and hashlib.sha256(content).hexdigest() == digest


def _pages(archive: Archive) -> Iterator[list[Row]]:
    """The journal's pages, each whole and in order, as the archive has them."""
    page: list[Row] = []
    for shape, line in rows_of(archive, "journal"):
        told = dict(zip(shape.names, values_of(shape, line), strict=True))
        row = Row(**{name: told[name] for name in Row.__dataclass_fields__})
        if page and page[-1].page != row.page:
            yield page
            page = []
        page.append(row)
    if page:
        yield page


def _other_heads(archive: Archive, heads: Heads, manifest: Manifest) -> Iterator[str]:
    told = {}
    for line in archive.lines(HEADS):
        page, seq, chain = json.loads(line)
        told[PageId(page)] = (int(seq), str(chain))
    for page in sorted(told.keys() | heads.keys()):
        if told.get(page) != heads.get(page):
            yield f"{page} : la tête de la page n'est pas celle qui a été notée"
    if len(heads) != manifest.pages:
        yield f"journal : {manifest.pages} pages annoncées, {len(heads)} lues"
