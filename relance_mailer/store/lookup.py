"""Questions over all dossiers, answered from the caches in a few statements each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.expressions import Q

from relance_mailer.desk.queues import Queue
from relance_mailer.dossier.events import Sort
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.reference import folded_number
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import CreditorId, DebtorId, DossierKey
from relance_mailer.inward.link import Candidate, Clues
from relance_mailer.outward.asked import ContactDay
from relance_mailer.ports import Fate, IndexRow, QueuePlace, QueueSize
from relance_mailer.store import queue_lines
from relance_mailer.store.caches import INDEX_COLUMNS, index_row
from relance_mailer.store.database import Database
from relance_mailer.store.effects import MAX_PARAMETERS, chunks
from relance_mailer.store.fields import storable
from relance_mailer.store.inbox import glance_of
from relance_mailer.store.statements import asked, asked_at_length, lines, places
from relance_mailer.store.tables import ContactTaken, DossierIndex, InboxMessage
from relance_mailer.store.tables import Trace as TraceRow
from relance_mailer.store.traces import (
    Known,
    Trace,
    TraceSort,
    Wanted,
    candidate,
    folded_mark,
    folded_name,
    glance_names,
    key_in,
    recent_subjects,
    says_something,
)

KEYS_MAX = 5000
"""Dossiers that one question may name."""

DUE = """SELECT dossier FROM dossier_index WHERE creditor = $1 AND next_look_on <= $2
    ORDER BY owed_cents DESC, dossier LIMIT $3 OFFSET $4"""
INDEX = "{where} ORDER BY owed_cents DESC, page"
OF_DEBTOR = """SELECT dossier FROM dossier_index WHERE creditor = $1 AND debtor = $2
    ORDER BY dossier LIMIT $3"""
OF_DEBTORS = """SELECT debtor, dossier FROM dossier_index
    WHERE creditor = $1 AND debtor IN ({debtors}) ORDER BY dossier"""

HITS = "SELECT sort, value, dossier, word FROM traces WHERE creditor = $1 AND value IN ({})"

SHOWN_TRACES = (TraceSort.INVOICE, TraceSort.ADDRESS, TraceSort.DOMAIN)


class DatabaseLookup:
    """Implements `ports.Lookup`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def due(
        self, creditor: CreditorId, on: date, *, limit: int, offset: int = 0
    ) -> tuple[DossierKey, ...]:
        """Dossiers to look at on that day, largest amounts first; `offset` pages through them."""
        with self._database.entered() as client:
            rows = await asked_at_length(client, DUE, [creditor, on, limit, offset])
        return tuple(key_in(creditor, row[0]) for row in rows)

    async def candidates(self, creditor: CreditorId, clues: Clues) -> tuple[Candidate, ...]:
        """The dossiers that these clues name."""
        return (await self.candidates_many(creditor, [clues]))[0]

    async def candidates_many(
        self, creditor: CreditorId, clues: Sequence[Clues]
    ) -> tuple[tuple[Candidate, ...], ...]:
        """The same for many messages at once, in three statements."""
        wanted = [Wanted(each) for each in clues]
        values = sorted({value for each in wanted for value in each.values})
        with self._database.entered() as client:
            hits = await _hits(client, creditor, values)
            dossiers = {dossier for named in hits.values() for dossier, _ in named}
            known = await _known(client, creditor, sorted(dossiers))
        return tuple(_candidates(each, hits, known) for each in wanted)

    async def dossiers_of(self, creditor: CreditorId, debtor: DebtorId) -> tuple[DossierKey, ...]:
        """All dossiers of a debtor."""
        with self._database.entered() as client:
            rows = await asked(client, OF_DEBTOR, [creditor, debtor, KEYS_MAX])
        return tuple(key_in(creditor, row[0]) for row in rows)

    async def dossiers_of_many(
        self, creditor: CreditorId, debtors: Sequence[DebtorId]
    ) -> Mapping[DebtorId, tuple[DossierKey, ...]]:
        """All dossiers of each of these debtors, in one statement."""
        found: defaultdict[DebtorId, list[DossierKey]] = defaultdict(list)
        with self._database.entered() as client:
            for part in chunks(sorted(set(debtors))):
                text = OF_DEBTORS.format(debtors=places(part, after=1))
                told = [creditor, *map(storable, part)]
                for debtor, dossier in await asked(client, text, told):
                    found[DebtorId(debtor)].append(key_in(creditor, dossier))
        return {debtor: tuple(keys[:KEYS_MAX]) for debtor, keys in found.items()}

    async def contacts(
        self, creditor: CreditorId, debtor: DebtorId, *, since: date
    ) -> tuple[ContactDay, ...]:
        """The contacts with a debtor since a day, in all his dossiers, oldest first."""
        with self._database.entered() as client:
            rows = ContactTaken.filter(creditor=creditor, debtor=debtor, day__gte=since)
            rows = rows.using_db(client).order_by("day", "sort")
            found = await rows.values_list("day", "sort", "dossier", "step")
        return tuple(
            ContactDay(day=day, sort=Sort(sort), key=key_in(creditor, dossier), step=step)
            for day, sort, dossier, step in found
        )

    async def set_aside_names(self, creditor: CreditorId, dossier: Dossier) -> bool:
        """Whether a message set aside names this debtor by its scan."""
        with self._database.entered() as client:
            rows = InboxMessage.filter(creditor=creditor, fate=Fate.SET_ASIDE.value)
            glances = await rows.using_db(client).values_list("glance")
        return any(glance_names(glance_of(text), dossier) for (text,) in glances)

    async def index(
        self, creditor: CreditorId | None = None, phases: Iterable[Phase] = ()
    ) -> tuple[IndexRow, ...]:
        """The index, all phases when none is named; largest amounts first."""
        told = [] if creditor is None else [str(creditor)]
        named = [phase.value for phase in phases]
        asked_for = ["creditor = $1"] if told else []
        if named:
            asked_for.append(f"phase IN ({places(named, after=len(told))})")
        where = f"WHERE {' AND '.join(asked_for)}" if asked_for else ""
        text = INDEX.format(where=where)
        with self._database.entered() as client:
            found = await lines(
                client,
                DossierIndex,
                text,
                [*told, *named],
                columns=INDEX_COLUMNS,
                at_length=True,
            )
        return tuple(map(index_row, found))

    async def invoice_numbers(self, keys: Sequence[DossierKey]) -> tuple[str, ...]:
        """The numbers of all invoices of these dossiers."""
        by_creditor: defaultdict[str, list[str]] = defaultdict(list)
        for key in keys:
            by_creditor[key.creditor].append(key.dossier)
        found: set[str] = set()
        with self._database.entered() as client:
            for creditor, dossiers in by_creditor.items():
                for part in chunks(dossiers):
                    rows = TraceRow.filter(creditor=creditor, dossier__in=part)
                    rows = rows.filter(sort=TraceSort.INVOICE.value).using_db(client)
                    found.update(word for (word,) in await rows.values_list("word"))
        return tuple(sorted(found))

    async def find(self, words: str, *, limit: int = KEYS_MAX) -> tuple[DossierKey, ...]:
        """The dossiers that an operator means: identifier, debtor, invoice, address or name.

        The first of these that names any decides; of a name, a part is enough. The largest amounts
        come first.
        """
        asked = words.strip().removeprefix("[").removesuffix("]")
        if not asked:
            return ()
        if named := await self._named(TraceSort.REFERENCE, folded_mark(asked), limit):
            return named
        if debtors := await self._largest(Q(debtor=asked), limit):
            return debtors
        if invoiced := await self._named(TraceSort.INVOICE, folded_number(asked), limit):
            return invoiced
        if addressed := await self._named(TraceSort.ADDRESS, asked.lower(), limit):
            return addressed
        name = folded_name(asked)
        return await self._largest(Q(debtor_folded__contains=name), limit) if name else ()

    async def _named(self, sort: TraceSort, value: str, limit: int) -> tuple[DossierKey, ...]:
        if not value:
            return ()
        with self._database.entered() as client:
            rows = TraceRow.filter(sort=sort.value, value=value).using_db(client)
            rows = rows.order_by("creditor", "dossier").limit(MAX_PARAMETERS)
            found = await rows.values_list("creditor", "dossier")
        keys = list(dict.fromkeys(key_in(*row) for row in found))
        if len(keys) < 2:
            return tuple(keys)
        return await self._largest(Q(page__in=[key.page for key in keys]), limit)

    async def _largest(self, wanted: Q, limit: int) -> tuple[DossierKey, ...]:
        with self._database.entered() as client:
            rows = DossierIndex.filter(wanted).using_db(client)
            rows = rows.order_by("-owed_cents", "creditor", "dossier").limit(limit)
            found = await rows.values_list("creditor", "dossier")
        return tuple(key_in(*row) for row in found)

    async def queue_sizes(self, creditors: Sequence[CreditorId], on: date) -> tuple[QueueSize, ...]:
        """The queues in which dossiers stand on that day; empty ones are left out."""
        with self._database.entered() as client:
            return await queue_lines.sizes(client, creditors, on)

    async def queue_places(
        self,
        creditors: Sequence[CreditorId],
        on: date,
        *,
        queues: Sequence[Queue],
        limit: int,
        offset: int = 0,
    ) -> tuple[QueuePlace, ...]:
        """Of each of these queues as many lines, in the order of R12 on that day."""
        with self._database.entered() as client:
            return await queue_lines.places(
                client, creditors, on, queues=queues, limit=limit, offset=offset
            )


Hits = dict[tuple[TraceSort, str], list[tuple[str, str]]]
"""(sort, folded value) → (dossier, word) of every dossier that it names."""


async def _hits(client: BaseDBAsyncClient, creditor: CreditorId, values: Sequence[str]) -> Hits:
    found: defaultdict[tuple[TraceSort, str], list[tuple[str, str]]] = defaultdict(list)
    for part in chunks(values):
        rows = await asked(client, HITS.format(places(part, after=1)), [creditor, *part])
        for sort, value, dossier, word in rows:
            found[(TraceSort(sort), value)].append((dossier, word))
    return found


async def _known(
    client: BaseDBAsyncClient, creditor: CreditorId, dossiers: Sequence[str]
) -> dict[str, Known]:
    found: dict[str, Known] = {}
    sorts = [sort.value for sort in SHOWN_TRACES]
    for part in chunks(dossiers):
        traces: defaultdict[str, list[Trace]] = defaultdict(list)
        rows = TraceRow.filter(creditor=creditor, dossier__in=part, sort__in=sorts)
        told = await rows.using_db(client).values_list("dossier", "sort", "value", "word")
        for dossier, sort, value, word in told:
            traces[dossier].append(Trace(TraceSort(sort), value, word))
        lines = DossierIndex.filter(creditor=creditor, dossier__in=part).using_db(client)
        for line in await lines.values("dossier", "debtor", "debtor_name", "open_invoices"):
            found[line["dossier"]] = Known(
                key=key_in(creditor, line["dossier"]),
                debtor_id=line["debtor"],
                debtor_name=line["debtor_name"],
                open_invoices=line["open_invoices"],
                traces=traces[line["dossier"]],
            )
    return found


def _candidates(wanted: Wanted, hits: Hits, known: dict[str, Known]) -> tuple[Candidate, ...]:
    mine: defaultdict[str, list[Trace]] = defaultdict(list)
    for sort, value in wanted.words:
        named = hits.get((sort, value), [])
        if sort is TraceSort.SUBJECT:
            named = recent_subjects(named)
        for dossier, word in named:
            mine[dossier].append(Trace(sort, value, word))
    told = sorted(mine.keys() & known.keys())
    found = (candidate(known[dossier], mine[dossier], wanted) for dossier in told)
    return tuple(filter(says_something, found))
