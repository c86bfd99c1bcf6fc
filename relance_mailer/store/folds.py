"""Entries read and folded, and the folds kept in memory as long as their version still stands.

What is kept is never believed: every reading asks the table for the last entries first, so that a
second process may write to the same pages. Only entries that are new are loaded, and only where
their chain goes on from what is kept: a page that was put back and written again is read whole.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from tortoise.backends.base.client import BaseDBAsyncClient

from relance_mailer.dossier.events import BodyErased, Entry, Event
from relance_mailer.dossier.fold import apply
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import PageId, key_of_page
from relance_mailer.ports import Unreadable
from relance_mailer.store.chain import BEGINNING, header, link
from relance_mailer.store.codec import CODEC, UnreadableEvent
from relance_mailer.store.effects import chunks
from relance_mailer.store.packed import Packed
from relance_mailer.store.statements import asked, asked_at_length, places
from relance_mailer.store.tables import JournalRow

Made = TypeVar("Made")

OPEN_ENTRIES_MAX = 10_000
"""Entries of the folds that stand as objects, all together, at some nine hundred bytes each."""

PACKED_BYTES_MAX = 64 * 1024 * 1024
"""Some seventy thousand folds. More than a creditor's dossiers: passes read all of them in turn,
and a memory smaller than such a round would never hold what is asked next."""

MADE_MAX = 1_000

HEADS = """SELECT j.page, j.seq, j.chain FROM journal j
    JOIN (SELECT page, MAX(seq) AS seq FROM journal{where} GROUP BY page) h
    ON h.page = j.page AND h.seq = j.seq"""
LOADED = ("page", "seq", "at", "kind", "version", "body", "chain", "body_hash")

DAMAGED = (
    "« relance verify » dit ce qui a été changé ou retiré, « relance restore » remet une sauvegarde"
)

Head = tuple[int, str]
"""The number and the chain of a page's last entry."""

NOTHING: Head = (0, BEGINNING)
"""The head of an empty page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Folded:
    """A page as it stood at some version; a mailbox's page has no dossier and isn't loaded."""

    version: int = 0
    chain: str = BEGINNING
    dossier: Dossier | None = None


EMPTY = Folded()


@dataclass(kw_only=True, slots=True)
class _Kept:
    """A fold in memory, and what was made of its dossier."""

    folded: Folded
    made: Any = None

    @property
    def weight(self) -> int:
        """In entries that memory holds; of a mailbox's page it holds none."""
        return self.folded.version if self.folded.dossier else 1


class Folds:
    """The folds of the pages read last: a few as they are, all others packed."""

    def __init__(
        self,
        *,
        open_entries: int = OPEN_ENTRIES_MAX,
        packed_bytes: int = PACKED_BYTES_MAX,
    ) -> None:
        self._kept: Packed[_Kept] = Packed(
            lambda kept: kept.weight, open_max=open_entries, packed_bytes_max=packed_bytes
        )
        self._made: OrderedDict[PageId, tuple[Dossier, Any]] = OrderedDict()
        self.contradicted = False
        """Whether another entry stood where one was known: the database was put back."""

    def at(self, page: PageId, head: Head) -> Folded | None:
        """The fold of a page at exactly that entry, when it is known."""
        if head == NOTHING:
            return EMPTY
        known = self._known(page)
        return known if (known.version, known.chain) == head else None

    def keep(self, page: PageId, folded: Folded) -> None:
        """Remember a fold, packing those that were used longest ago."""
        dossier, made = self._made.pop(page, (None, None))
        made = made if dossier is folded.dossier else None
        self._kept.put(page, _Kept(folded=folded, made=made))

    @property
    def packed_bytes(self) -> int:
        """What the packed ones take."""
        return self._kept.packed_bytes

    def forget(self, page: PageId) -> None:
        """Drop what is known of a page."""
        self._kept.drop(page)
        self._made.pop(page, None)

    def forget_all(self) -> None:
        """Drop all that is known: the database was put back."""
        self._kept.clear()
        self._made.clear()
        self.contradicted = False

    def derived(self, dossier: Dossier, make: Callable[[Dossier], Made]) -> Made:
        """What `make` makes of a dossier, remembered of the last one of each page.

        Always asked with the same function: what stood before a commit was made by the one before.
        """
        page = dossier.key.page
        kept = self._kept.get(page)
        if kept is not None and kept.folded.dossier is dossier:
            if kept.made is None:
                kept.made = make(dossier)
            old: Made = kept.made
            return old
        made = make(dossier)
        # What a commit leaves is kept once it is committed; one that fails leaves nothing for long.
        self._made[page] = (dossier, made)
        if len(self._made) > MADE_MAX:
            self._made.popitem(last=False)
        return made

    def _known(self, page: PageId) -> Folded:
        kept = self._kept.get(page)
        return EMPTY if kept is None else kept.folded

    async def read(
        self, client: BaseDBAsyncClient, pages: Sequence[PageId]
    ) -> dict[PageId, Folded]:
        """The pages as they stand now, empty ones included."""
        asked = list(dict.fromkeys(pages))
        heads = await heads_of(client, asked)
        found = {page: self.at(page, heads.get(page, NOTHING)) for page in asked}
        stale = [page for page in asked if found[page] is None]
        for page in [page for page in stale if not key_of_page(page)]:
            stale.remove(page)
            found[page] = Folded(version=heads[page][0], chain=heads[page][1])
        if stale:
            loaded = await self._load(client, stale, heads)
            found.update(loaded)
            for page, folded in loaded.items():
                self.keep(page, folded)
        return {page: folded or EMPTY for page, folded in found.items()}

    async def _load(
        self, client: BaseDBAsyncClient, pages: list[PageId], heads: dict[PageId, Head]
    ) -> dict[PageId, Folded]:
        """Fold the entries that are new; pages never seen are loaded whole."""
        bases = {page: self._known(page) for page in pages}
        for page, base in bases.items():
            # At the same number it isn't the entry that was known; a lower one may have been
            # asked for before another task wrote on.
            self.contradicted |= base.version == heads[page][0]
            if base.version >= heads[page][0]:
                bases[page] = EMPTY
        rows: list[tuple[Any, ...]] = []
        for known in (False, True):
            part = [page for page in pages if bool(bases[page].version) is known]
            above = min((bases[page].version for page in part), default=0)
            rows.extend(await load(client, part, above=above))
        again = {row[0] for row in rows if _needs_the_whole_page(bases[row[0]], row)}
        if again:
            rows = [row for row in rows if row[0] not in again]
            whole = await load(client, sorted(again), above=0)
            self.contradicted |= any(_is_another(bases[row[0]], row) for row in whole)
            rows.extend(whole)
            bases.update(dict.fromkeys(again, EMPTY))
        return _folded(bases, rows)


def _needs_the_whole_page(base: Folded, row: tuple[Any, ...]) -> bool:
    """Whether the fold in memory holds what was erased since, or isn't what this entry follows."""
    page, seq, at, kind, version, _, chain, body_hash = row
    if not 0 < base.version < seq:
        return False
    if kind == BodyErased.__name__:
        return True
    follows = link(base.chain, header(page, seq, at, kind, version), body_hash)
    return bool(seq == base.version + 1 and follows != chain)


def _is_another(base: Folded, row: tuple[Any, ...]) -> bool:
    """Whether this entry stands where the one stood that was folded last."""
    _, seq, _, _, _, _, chain, _ = row
    return bool(seq == base.version and chain != base.chain)


def _folded(bases: dict[PageId, Folded], rows: Iterable[tuple[Any, ...]]) -> dict[PageId, Folded]:
    found = dict(bases)
    for row in rows:
        page, seq, chain = row[0], row[1], row[6]
        base = found[page]
        if seq > base.version:
            dossier = _applied(base.dossier, entry_of(row))
            found[page] = replace(base, version=seq, chain=chain, dossier=dossier)
    return found


def told_whole(rows: Iterable[tuple[Any, ...]]) -> tuple[list[Entry], Dossier | None]:
    """The entries of a whole page and the dossier that they tell; raises `Unreadable`."""
    entries = [entry_of(row) for row in rows]
    dossier = None
    for entry in entries:
        dossier = _applied(dossier, entry)
    return entries, dossier


def by_page(rows: Iterable[tuple[Any, ...]]) -> dict[PageId, list[tuple[Any, ...]]]:
    """The rows of each page, in their order."""
    found: defaultdict[PageId, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return found


def _applied(dossier: Dossier | None, entry: Entry) -> Dossier:
    """The dossier after one more entry; one that can't follow makes its page unreadable.

    It was sound when it was written: an entry before it is gone, or was changed.
    """
    try:
        return apply(dossier, entry)
    except AssertionError as error:
        raise Unreadable(
            entry.page,
            f"{entry.page}, entrée {entry.seq} ({entry.kind}) illisible : elle ne suit pas celles "
            f"qui la précèdent ({error}) ; {DAMAGED}",
        ) from error


async def heads_of(client: BaseDBAsyncClient, pages: Sequence[PageId]) -> dict[PageId, Head]:
    """The number and the chain of the last entry of each page; empty pages are left out."""
    found: dict[PageId, Head] = {}
    for part in chunks(pages):
        where = f" WHERE page IN ({places(part)})"
        rows = await asked(client, HEADS.format(where=where), part)
        found.update((row[0], (row[1], row[2])) for row in rows)
    return found


async def all_heads(client: BaseDBAsyncClient) -> dict[PageId, Head]:
    """The number and the chain of the last entry of every page."""
    rows = await asked_at_length(client, f"{HEADS.format(where='')} ORDER BY j.page")
    return {row[0]: (row[1], row[2]) for row in rows}


async def load(
    client: BaseDBAsyncClient, pages: Sequence[PageId], *, above: int
) -> list[tuple[Any, ...]]:
    """The columns `LOADED` of the entries of these pages above a number, in order."""
    found: list[tuple[Any, ...]] = []
    for part in chunks(pages):
        rows = JournalRow.filter(page__in=part).using_db(client).order_by("page", "seq")
        if above:
            rows = rows.filter(seq__gt=above)
        found.extend(await rows.values_list(*LOADED))
    return found


def entry_of(row: tuple[Any, ...]) -> Entry:
    """The entry that a row holds; raises `Unreadable` when this program can't read it."""
    page, seq, at, kind, version, body = row[:6]
    try:
        moment = datetime.fromisoformat(at)
    except ValueError as error:
        raise Unreadable(
            PageId(page),
            f"{page}, entrée {seq} illisible : date et heure ISO attendues, « {at[:40]} » trouvé ; "
            f"{DAMAGED}",
        ) from error
    return Entry(
        page=PageId(page),
        seq=seq,
        at=moment,
        kind=kind,
        event=None if body is None else _decoded(page, seq, kind, version, body),
    )


def _decoded(page: str, seq: int, kind: str, version: int, body: bytes) -> Event:
    try:
        event: Event = CODEC.decode(kind, version, bytes(body))
    except UnreadableEvent as error:
        raise Unreadable(
            PageId(page),
            f"{page}, entrée {seq} illisible : {error} ; si une version plus récente l'a écrite, "
            "mettez ce programme à jour",
        ) from error
    return event
