"""The journal in the database: one commit is one transaction over pages, outbox and caches.

Safe with other processes writing to the same tables: a page's next number is unique, the entry that
it follows is compared by its chain, a letter moves by compare-and-set, and whoever comes second
gets `Overtaken` and has changed nothing.
"""

import secrets
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from tortoise.backends.base.client import BaseDBAsyncClient

from relance_mailer.dossier.events import Entry
from relance_mailer.dossier.fold import fold
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import PageId, key_of_page
from relance_mailer.ports import (
    Chained,
    Commit,
    Opened,
    Overtaken,
    Permanent,
    Rebuilt,
    Unreadable,
    Verified,
    Write,
)
from relance_mailer.store import caches
from relance_mailer.store.chain import (
    BEGINNING,
    SALT_BYTES,
    Row,
    broken_anchors,
    broken_links,
    moment_text,
    next_row,
)
from relance_mailer.store.codec import CODEC
from relance_mailer.store.database import Database
from relance_mailer.store.effects import apply_effects, chunks
from relance_mailer.store.fields import storable
from relance_mailer.store.folds import (
    NOTHING,
    Folded,
    Folds,
    Head,
    all_heads,
    by_page,
    entry_of,
    heads_of,
    load,
    told_whole,
)
from relance_mailer.store.statements import asked, places, put
from relance_mailer.store.tables import JournalRow

PAGES_AT_ONCE = 100
"""Pages verified or rebuilt together."""

KNOWN_MAX = 10_000
"""Own commits that are looked for: a desk without a daemon never asks, and must not grow."""

COLUMNS = ("page", "seq", "at", "kind", "version", "salt", "body", "body_hash", "chain")
AFTER = "SELECT page, COUNT(*) FROM journal WHERE at > $1 AND page IN ({pages}) GROUP BY page"
CHAINS = "SELECT page, seq, chain FROM journal WHERE page IN ({pages}) AND seq IN ({seqs})"
NEWEST = "SELECT page, seq, chain FROM journal ORDER BY id DESC LIMIT 1"

Place = tuple[PageId, int, str]
"""An entry: its page, its number there, its chain."""


class DatabaseJournal:
    """Implements `ports.Journal`."""

    def __init__(self, database: Database, *, folds: Folds | None = None) -> None:
        self._database = database
        self._folds = folds or Folds()
        self._known: list[Place] = []  # the newest entry that was seen, and our own since then

    async def read(self, pages: Sequence[PageId]) -> Mapping[PageId, Opened]:
        """The pages as they stand, empty ones included."""
        with self._database.entered() as client:
            folded = await self._folds.read(client, pages)
        return {
            page: Opened(page=page, version=kept.version, chain=kept.chain, dossier=kept.dossier)
            for page, kept in folded.items()
        }

    async def entries(self, page: PageId) -> tuple[Entry, ...]:
        """All entries of a page, oldest first."""
        with self._database.entered() as client:
            return tuple(entry_of(row) for row in await load(client, [page], above=0))

    async def chained(self, page: PageId) -> tuple[Chained, ...]:
        """A page as it is chained, for whoever checks it without this program; oldest first."""
        rows = (await self._rows([page])).get(page, [])
        return tuple(Chained(**{name: getattr(row, name) for name in COLUMNS}) for row in rows)

    async def commit(self, commits: Sequence[Commit]) -> None:
        """Apply all commits in one transaction; raises `Overtaken` and changes nothing then."""
        if not commits:
            return
        with self._database.entered() as client:
            rows, folded = await self._prepared(client, commits)
        async with self._database.transaction() as client:
            await self._write(client, commits, rows)
        for page, kept in folded.items():
            self._folds.keep(page, kept)
        if rows:
            self._known.append((rows[-1].page, rows[-1].seq, rows[-1].chain))
            del self._known[1:-KNOWN_MAX]

    async def _prepared(
        self, client: BaseDBAsyncClient, commits: Sequence[Commit]
    ) -> tuple[list[Row], dict[PageId, Folded]]:
        """The rows to insert and the folds that they leave; outside the transaction."""
        heads = await self._chains_before(client, commits)
        rows: list[Row] = []
        folded: dict[PageId, Folded] = {}
        for commit in commits:
            for write in commit.writes:
                _assert_sound(write)
                chain = heads[write.page]
                if write.page in folded:
                    _check_follows(write, (folded[write.page].version, chain))
                for seq, event in enumerate(write.events, write.version + 1):
                    row = next_row(
                        write.page,
                        seq,
                        moment_text(commit.at),
                        CODEC.encode(event),
                        salt=secrets.token_bytes(SALT_BYTES),
                        after=chain,
                    )
                    rows.append(row)
                    chain = row.chain
                heads[write.page] = chain
                version = write.version + len(write.events)
                folded[write.page] = Folded(version=version, chain=chain, dossier=write.after)
        return rows, folded

    async def _chains_before(
        self, client: BaseDBAsyncClient, commits: Sequence[Commit]
    ) -> dict[PageId, str]:
        """The chain that each page's first write follows; whether it stands is asked later."""
        first = _first_writes(write for commit in commits for write in commit.writes)
        found = {page: write.chain for page, write in first.items() if write.chain is not None}
        unknown = {page: write.version for page, write in first.items() if write.chain is None}
        if not unknown:
            return found
        stands = await _chains_at(client, unknown)
        for page, version in unknown.items():
            if version and page not in stands:
                raise Overtaken(f"{page} : l'entrée {version} n'existe pas")
        return {**dict.fromkeys(unknown, BEGINNING), **stands, **found}

    async def _write(
        self, client: BaseDBAsyncClient, commits: Sequence[Commit], rows: Sequence[Row]
    ) -> None:
        writes = [write for commit in commits for write in commit.writes]
        heads = await self._standing(client, _first_writes(writes))
        if rows:
            await put(client, JournalRow, map(_line, rows))
        await apply_effects(client, commits)
        await caches.refresh(client, writes, heads, self._folds)

    async def _standing(
        self, client: BaseDBAsyncClient, first: Mapping[PageId, Write]
    ) -> dict[PageId, Head]:
        """The last entries of the pages written to, which must be those that were decided upon.

        The unique key would stop a second entry of the same number, and nothing else: neither one
        that follows what is gone, nor a line of the index for a page that grew meanwhile.
        """
        heads = await heads_of(client, list(first))
        for page, write in first.items():
            head = heads.setdefault(page, NOTHING)
            try:
                _check_follows(write, head)
            except Overtaken:
                # Pages only grow: one that was read further, or otherwise, was put back since.
                self._folds.contradicted |= write.chain is not None and write.version >= head[0]
                raise
        return heads

    async def pages(self) -> tuple[PageId, ...]:
        """Every page that has an entry, in the order of their identifiers."""
        with self._database.entered() as client:
            rows = JournalRow.all().using_db(client).distinct()
            found = await rows.values_list("page")
        return tuple(sorted(PageId(page) for (page,) in found))

    async def heads(self) -> Mapping[PageId, tuple[int, str]]:
        """The last (seq, chain) of every page."""
        with self._database.entered() as client:
            return await all_heads(client)

    async def chains_at(self, places: Mapping[PageId, int]) -> Mapping[PageId, str]:
        """The chain of each page after that entry; a page that has no such entry is left out."""
        with self._database.entered() as client:
            return await _chains_at(client, places)

    async def written_after(
        self, moment: datetime, pages: Collection[PageId]
    ) -> Mapping[PageId, int]:
        """How many entries of each of these pages are later; pages without one are left out."""
        found: dict[PageId, int] = {}
        with self._database.entered() as client:
            for part in chunks(sorted(pages)):
                text = AFTER.format(pages=places(part, after=1))
                rows = await asked(client, text, [moment_text(moment), *part])
                found.update((PageId(page), number) for page, number in rows)
        return found

    async def went_back(self) -> bool:
        """Whether an entry that this process knew is gone; see `ports.Journal`.

        Few questions by keys, whatever the journal's length: asked before every pass. Each of our
        own commits since is looked for: one made after the fall says nothing of those before.
        """
        known = tuple(self._known)
        with self._database.entered() as client:
            chains = await _chains_of(client, [(page, seq) for page, seq, _ in known])
            newest = await asked(client, NEWEST)
        gone = self._folds.contradicted
        gone |= any(chains.get((page, seq)) != chain for page, seq, chain in known)
        # What was committed during the questions is looked for the next time.
        self._known[: len(known)] = [(PageId(page), seq, chain) for page, seq, chain in newest]
        if gone:
            self._folds.forget_all()
        return gone

    async def verify(self, anchors: Mapping[PageId, tuple[int, str]]) -> Verified:
        """Recompute every chain; `anchors` are heads written down earlier (seq, chain)."""
        pages = await self.pages()
        entries = 0
        broken: list[str] = []
        anchored: dict[tuple[PageId, int], str] = {}
        for start in range(0, len(pages), PAGES_AT_ONCE):
            for page, rows in (await self._rows(pages[start : start + PAGES_AT_ONCE])).items():
                entries += len(rows)
                broken.extend(broken_links(rows))
                seq = anchors[page][0] if page in anchors else 0
                anchored.update({(page, row.seq): row.chain for row in rows if row.seq == seq})
        broken.extend(broken_anchors(anchored, anchors))
        return Verified(pages=len(pages), entries=entries, broken=tuple(broken))

    async def _rows(self, pages: Sequence[PageId]) -> dict[PageId, list[Row]]:
        found: defaultdict[PageId, list[Row]] = defaultdict(list)
        with self._database.entered() as client:
            rows = JournalRow.filter(page__in=pages).using_db(client).order_by("page", "seq")
            for values in await rows.values_list(*COLUMNS):
                row = Row(**dict(zip(COLUMNS, values, strict=True)))
                found[row.page].append(row)
        return found

    async def erase_body(self, page: PageId, seq: int, commit: Commit) -> None:
        """Erase salt and body of an entry and append the `BodyErased` of `commit`.

        Raises `Permanent` when there is nothing to erase, or when the dossier could not be told
        without it (an invoice, say: later entries are about it).
        """
        await self._assert_erasable(page, seq)
        self._folds.forget(page)
        with self._database.entered() as client:
            rows, _ = await self._prepared(client, [commit])
        async with self._database.transaction() as client:
            erased = JournalRow.filter(page=page, seq=seq, body__isnull=False).using_db(client)
            if await erased.update(salt=None, body=None) != 1:
                raise Permanent(f"{page}, entrée {seq} : aucun contenu à effacer")
            await self._write(client, [commit], rows)
        self._folds.forget(page)
        await self._database.checkpoint()

    async def _assert_erasable(self, page: PageId, seq: int) -> None:
        if key_of_page(page) is None:
            return
        entries = [
            Entry(page=page, seq=entry.seq, at=entry.at, kind=entry.kind, event=None)
            if entry.seq == seq
            else entry
            for entry in await self.entries(page)
        ]
        try:
            fold(entries)
        except AssertionError as error:
            raise Permanent(
                f"{page}, entrée {seq} : la suite du dossier en dépend, effacement refusé"
            ) from error

    async def rebuild(self, look: Callable[[Dossier], date | None]) -> Rebuilt:
        """Rebuild every cache from the journal; pages that can't be read keep theirs."""
        pages = await self.pages()
        dossiers = [page for page in pages if key_of_page(page) is not None]
        found: list[str] = []
        closed: list[Unreadable] = []
        for start in range(0, len(dossiers), PAGES_AT_ONCE):
            part = dossiers[start : start + PAGES_AT_ONCE]
            async with self._database.transaction() as client:
                entries: dict[PageId, list[Entry]] = {}
                known: dict[PageId, Dossier] = {}
                for page, rows in by_page(await load(client, part, above=0)).items():
                    try:
                        entries[page], dossier = told_whole(rows)
                    except Unreadable as error:
                        closed.append(error)
                    else:
                        known |= {page: dossier} if dossier else {}
                found.extend(await caches.rebuilt(client, entries, known, look))
        async with self._database.transaction() as client:
            found.extend(await caches.forget_strangers(client))
        return Rebuilt(differed=tuple(found), unreadable=tuple(closed))


async def _chains_at(client: BaseDBAsyncClient, places: Mapping[PageId, int]) -> dict[PageId, str]:
    found = await _chains_of(client, places.items())
    return {page: chain for (page, seq), chain in found.items() if places[page] == seq}


async def _chains_of(
    client: BaseDBAsyncClient, entries: Iterable[tuple[PageId, int]]
) -> dict[tuple[PageId, int], str]:
    """The chains after these entries; others of the same pages may be among them."""
    found: dict[tuple[PageId, int], str] = {}
    for part in chunks(list(entries)):
        pages, seqs = (sorted({one[place] for one in part}) for place in (0, 1))
        text = CHAINS.format(pages=places(pages), seqs=places(seqs, after=len(pages)))
        told = await asked(client, text, [*pages, *seqs])
        found.update({(PageId(page), seq): chain for page, seq, chain in told})
    return found


def _assert_sound(write: Write) -> None:
    """What must hold when events are written: the fold is of this page and has these events."""
    assert storable(write.page) == write.page, write.page
    is_dossier = key_of_page(write.page) is not None
    assert is_dossier == (write.after is not None), f"{write.page} : fold manquant ou de trop"
    if write.after is not None:
        assert write.after.key.page == write.page, (write.page, write.after.key)
        expected = write.version + len(write.events)
        assert write.after.version == expected, (write.page, write.after.version, expected)


def _first_writes(writes: Iterable[Write]) -> dict[PageId, Write]:
    """The first write of each page: those after it follow what it leaves."""
    found: dict[PageId, Write] = {}
    for write in writes:
        found.setdefault(write.page, write)
    return found


def _check_follows(write: Write, head: Head) -> None:
    """Raises `Overtaken` when the page's last entry isn't the one that was decided upon."""
    version, chain = head
    if version != write.version:
        raise Overtaken(f"{write.page} : version {write.version} déjà dépassée")
    if write.chain not in (None, chain):
        raise Overtaken(f"{write.page} : l'entrée {version} n'est plus celle qui a été lue")


def _line(row: Row) -> dict[str, object]:
    key = key_of_page(row.page)
    told: dict[str, object] = {name: getattr(row, name) for name in COLUMNS}
    return {**told, "creditor": key.creditor if key else ""}
