"""The journal in memory, with outbox, inbox and lookup as its commits leave them."""

import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from copy import copy
from dataclasses import fields, replace
from datetime import date, datetime
from typing import assert_never

from fakes.inbox import FakeInbox
from fakes.lookup import FakeLookup
from fakes.outbox import FakeOutbox, letter_id
from fakes.register import FakeRegister
from relance_mailer.dossier.events import Entry, Event, LetterQueued
from relance_mailer.dossier.fold import fold
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import PageId, key_of_page
from relance_mailer.ports import (
    Chained,
    Commit,
    Effect,
    KeepEvidence,
    MoveLetter,
    Opened,
    Overtaken,
    Permanent,
    QueueLetter,
    Rebuilt,
    SettleMessage,
    TakeContact,
    Unreadable,
    Verified,
    Write,
)
from relance_mailer.store.chain import (
    BEGINNING,
    Row,
    broken_anchors,
    broken_links,
    moment_text,
    next_row,
)
from relance_mailer.store.codec import CODEC, UnreadableEvent


class FakeJournal:
    """Implements `ports.Journal`. Every entry goes through the codec, as in the database."""

    def __init__(self, outbox: FakeOutbox, inbox: FakeInbox, lookup: FakeLookup) -> None:
        self.rows: dict[PageId, list[Row]] = {}
        self._outbox, self._inbox, self._lookup = outbox, inbox, lookup
        self._last: tuple[PageId, int, str] | None = None

    async def read(self, pages: Sequence[PageId]) -> Mapping[PageId, Opened]:
        """The pages as they stand, empty ones included."""
        found = {}
        for page in pages:
            dossier = _told(page, await self.entries(page)) if key_of_page(page) else None
            version, chain = self._head(page)
            found[page] = Opened(page=page, version=version, chain=chain, dossier=dossier)
        return found

    async def entries(self, page: PageId) -> tuple[Entry, ...]:
        """All entries of a page, oldest first."""
        return tuple(_entry(row) for row in self.rows.get(page, []))

    async def chained(self, page: PageId) -> tuple[Chained, ...]:
        """A page as it is chained."""
        return tuple(
            Chained(**{one.name: getattr(row, one.name) for one in fields(row)})
            for row in self._rows(page)
        )

    async def commit(self, commits: Sequence[Commit]) -> None:
        """Apply all commits, or none."""
        stores = (self, self._outbox, self._inbox, self._lookup)
        before = [{name: copy(value) for name, value in vars(store).items()} for store in stores]
        self.rows = {page: list(rows) for page, rows in self.rows.items()}
        try:
            for commit in commits:
                for write in commit.writes:
                    self._write(write, commit.at)
                for effect in commit.effects:
                    self._apply(effect, commit.at)
        except BaseException:
            for store, kept in zip(stores, before, strict=True):
                vars(store).update({name: kept[name] for name in kept if not name.startswith("_")})
            raise

    def _write(self, write: Write, at: datetime) -> None:
        rows = self.rows.setdefault(write.page, []) if write.events else self._rows(write.page)
        version, chain = self._head(write.page)
        if version != write.version or write.chain not in (None, chain):
            raise Overtaken(f"{write.page} : version {write.version} déjà dépassée")
        for event in write.events:
            after = rows[-1].chain if rows else BEGINNING
            encoded = CODEC.encode(event)
            salt = secrets.token_bytes(16)
            place = (write.page, len(rows) + 1, moment_text(at))
            rows.append(next_row(*place, encoded, salt=salt, after=after))
            self._last = (write.page, len(rows), rows[-1].chain)
        if write.after is not None:
            assert write.after.version == len(rows), write
            letters = [event for event in write.events if isinstance(event, LetterQueued)]
            self._lookup.keep(write.after, write.next_look_on, letters)

    def _head(self, page: PageId) -> tuple[int, str]:
        rows = self._rows(page)
        return (rows[-1].seq, rows[-1].chain) if rows else (0, BEGINNING)

    def _rows(self, page: PageId) -> list[Row]:
        return self.rows.get(page, [])

    def _apply(self, effect: Effect, at: datetime) -> None:
        match effect:
            case QueueLetter():
                self._outbox.queue(effect, at)
                self._lookup.take(_contact_of(effect), letter_id(effect.key, effect.step))
            case MoveLetter():
                self._outbox.move(effect, at)
                if effect.give_back_contact:
                    self._lookup.give_back(letter_id(effect.key, effect.step))
            case TakeContact():
                self._lookup.take(effect)
            case SettleMessage():
                self._inbox.settle(effect)
            case KeepEvidence():
                self._outbox.mimes[effect.digest] = effect.content
            case _:
                assert_never(effect)

    async def pages(self) -> tuple[PageId, ...]:
        """Every page that has an entry."""
        return tuple(sorted(self.rows))

    async def heads(self) -> Mapping[PageId, tuple[int, str]]:
        """The last (seq, chain) of every page."""
        return {page: (rows[-1].seq, rows[-1].chain) for page, rows in self.rows.items()}

    async def chains_at(self, places: Mapping[PageId, int]) -> Mapping[PageId, str]:
        """The chain of each page after that entry."""
        found = {page: self._rows(page)[seq - 1 : seq] for page, seq in places.items()}
        return {page: rows[0].chain for page, rows in found.items() if rows}

    async def written_after(
        self, moment: datetime, pages: Collection[PageId]
    ) -> Mapping[PageId, int]:
        """How many entries of each of these pages are later."""
        later = moment_text(moment)
        found = {page: sum(row.at > later for row in self._rows(page)) for page in pages}
        return {page: number for page, number in found.items() if number}

    async def went_back(self) -> bool:
        """Whether the last entry that was written is gone."""
        if self._last is None:
            return False
        page, seq, chain = self._last
        gone = (await self.chains_at({page: seq})).get(page) != chain
        self._last = None if gone else self._last
        return gone

    async def verify(self, anchors: Mapping[PageId, tuple[int, str]]) -> Verified:
        """Recompute every chain."""
        broken = [fault for rows in self.rows.values() for fault in broken_links(rows)]
        chains = {(row.page, row.seq): row.chain for rows in self.rows.values() for row in rows}
        broken.extend(broken_anchors(chains, anchors))
        entries = sum(map(len, self.rows.values()))
        return Verified(pages=len(self.rows), entries=entries, broken=tuple(broken))

    async def erase_body(self, page: PageId, seq: int, commit: Commit) -> None:
        """Erase salt and body of an entry and append the `BodyErased` of `commit`."""
        rows = self._rows(page)
        if not 1 <= seq <= len(rows) or rows[seq - 1].body is None:
            raise Permanent(f"{page}, entrée {seq} : aucun contenu à effacer")
        kept = rows[seq - 1]
        rows[seq - 1] = replace(kept, salt=None, body=None)
        try:
            fold(await self.entries(page)) if key_of_page(page) else None
            await self.commit([commit])
        except AssertionError as error:
            self.rows[page][seq - 1] = kept
            raise Permanent(f"{page}, entrée {seq} : la suite en dépend") from error

    async def rebuild(self, look: Callable[[Dossier], date | None]) -> Rebuilt:
        """Nothing is cached here: only the days of the next look are asked anew."""
        for page, (dossier, _) in list(self._lookup.dossiers.items()):
            self._lookup.dossiers[page] = (dossier, look(dossier))
        return Rebuilt()


class FakeStore:
    """All five, wired together."""

    def __init__(self, real_now: Callable[[], datetime] | None = None) -> None:
        self.outbox = FakeOutbox(real_now)
        self.inbox = FakeInbox()
        self.lookup = FakeLookup(self.inbox)
        self.journal = FakeJournal(self.outbox, self.inbox, self.lookup)
        self.register = FakeRegister()


def _told(page: PageId, entries: Sequence[Entry]) -> Dossier | None:
    try:
        return fold(entries)
    except AssertionError as error:
        raise Unreadable(page, f"{page} illisible : {error}") from error


def _entry(row: Row) -> Entry:
    event = None if row.body is None else _decoded(row, row.body)
    at = datetime.fromisoformat(row.at)
    return Entry(page=row.page, seq=row.seq, at=at, kind=row.kind, event=event)


def _decoded(row: Row, body: bytes) -> Event:
    try:
        event: Event = CODEC.decode(row.kind, row.version, body)
    except UnreadableEvent as error:
        raise Unreadable(row.page, f"{row.page}, entrée {row.seq} illisible : {error}") from error
    return event


def _contact_of(letter: QueueLetter) -> TakeContact:
    return TakeContact(
        creditor=letter.key.creditor,
        debtor=letter.debtor,
        day=letter.composed_for,
        sort=letter.sort,
        key=letter.key,
        step=str(letter.step),
        if_free=False,
    )
