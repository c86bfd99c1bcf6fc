"""Open the pages, decide, commit; overtaken by another writer: read again, decide again.

A `Draft` lets one transaction serve many decisions: pages are read once, every decision sees what
the ones before it decided, and all is committed together or not at all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from relance_mailer.dossier.events import Entry, Event
from relance_mailer.dossier.fold import apply
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import DossierKey, PageId, key_of_page
from relance_mailer.flows.house import Look
from relance_mailer.ports import (
    Commit,
    Effect,
    Journal,
    LastEntry,
    Opened,
    Overtaken,
    Unreadable,
    Write,
)

TRIES = 3
Answer = TypeVar("Answer")


@dataclass(slots=True)
class _Sheet:
    base: Opened
    now: Opened
    events: list[Event]


class Draft:
    """What a pass is about to commit, page by page, decided upon one thing after another."""

    def __init__(self, opened: Mapping[PageId, Opened], *, at: datetime, look: Look) -> None:
        self._at = at
        self._look = look
        self._sheets = {page: _Sheet(base=one, now=one, events=[]) for page, one in opened.items()}
        self._effects: list[Effect] = []
        self._looked: set[PageId] = set()

    def dossier(self, key: DossierKey) -> Dossier | None:
        """The dossier as it stands with what was decided so far."""
        return self._sheets[key.page].now.dossier

    def last(self, page: PageId) -> LastEntry:
        """The last entry of the page as it was read, before anything was decided."""
        return self._sheets[page].base.last

    def write(self, page: PageId, events: Iterable[Event]) -> None:
        """Append events to a page; an illegal move raises at once."""
        sheet = self._sheets[page]
        for event in events:
            entry = Entry(
                page=page,
                seq=sheet.now.version + 1,
                at=self._at,
                kind=type(event).__name__,
                event=event,
            )
            is_dossier = key_of_page(page) is not None
            dossier = apply(sheet.now.dossier, entry) if is_dossier else None
            sheet.now = replace(sheet.now, version=entry.seq, dossier=dossier)
            sheet.events.append(event)

    def effect(self, *effects: Effect) -> None:
        """Add what changes beside the journal."""
        self._effects.extend(effects)

    def looked_at(self, page: PageId) -> None:
        """Bring the day of the next look up to date though nothing happened."""
        self._looked.add(page)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to commit."""
        written = any(sheet.events for sheet in self._sheets.values())
        return not (written or self._effects or self._looked)

    def commit(self) -> Commit:
        """All of it as one commit, pages in the order of their identifiers."""
        return Commit(
            at=self._at,
            writes=tuple(
                self._write(page, sheet)
                for page, sheet in sorted(self._sheets.items())
                if sheet.events or page in self._looked
            ),
            effects=tuple(self._effects),
        )

    def _write(self, page: PageId, sheet: _Sheet) -> Write:
        dossier = sheet.now.dossier
        return Write(
            page=page,
            version=sheet.base.version,
            chain=sheet.base.chain,
            events=tuple(sheet.events),
            after=dossier,
            next_look_on=self._look(dossier) if dossier else None,
        )


async def read_what_can_be(
    journal: Journal, pages: Sequence[PageId]
) -> tuple[Mapping[PageId, Opened], tuple[Unreadable, ...]]:
    """The pages that this program can read, and what is said of the others."""
    left = list(pages)
    closed: list[Unreadable] = []
    while True:
        try:
            return await journal.read(left), tuple(closed)
        except Unreadable as error:
            closed.append(error)
            left.remove(error.page)


async def record(
    journal: Journal,
    pages: Sequence[PageId],
    decide: Callable[[Draft], Answer],
    *,
    at: datetime,
    look: Look,
) -> Answer:
    """Read the pages, run the pure decision, commit what it drafted; answers what it answered.

    Raises `Overtaken` when three readings in a row were overtaken.
    """
    for attempt in range(TRIES):
        opened = await journal.read(sorted(set(pages)))
        draft = Draft(opened, at=at, look=look)
        answer = decide(draft)
        if draft.is_empty:
            return answer
        try:
            await journal.commit([draft.commit()])
        except Overtaken:
            if attempt + 1 == TRIES:
                raise
        else:
            return answer
    raise AssertionError("unreachable")
