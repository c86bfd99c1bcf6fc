"""The index of dossiers, the queues they stand in, the traces that name them, as journaled.

A commit refreshes the lines of the dossiers that it changes; `rebuild` makes all of them anew and
says what differed, which should be nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.expressions import Q

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import DossierKey, PageId, from_cents, key_of_page, to_cents
from relance_mailer.ports import IndexRow, Write
from relance_mailer.store import queue_lines, tables
from relance_mailer.store.folds import Folded, Folds, Head
from relance_mailer.store.statements import put
from relance_mailer.store.traces import (
    REPLACED,
    Trace,
    folded_name,
    lasting_traces,
    named_by,
    standing_traces,
)

INDEX_COLUMNS = tuple(
    """creditor dossier version debtor debtor_name debtor_folded phase since owed_cents currency
    oldest_due_on next_look_on distress reason open_invoices""".split()
)

LOOK, VERSION = "next_look_on", "version"
FRENCH = {
    "creditor": "créancier",
    "dossier": "dossier",
    "version": "dernière écriture",
    "debtor": "débiteur",
    "debtor_name": "nom du débiteur",
    "debtor_folded": "nom pour la recherche",
    "phase": "état",
    "since": "état depuis",
    "owed_cents": "reste dû",
    "currency": "monnaie",
    "oldest_due_on": "plus ancienne échéance",
    LOOK: "prochain examen",
    "distress": "difficulté signalée",
    "reason": "motif",
    "open_invoices": "factures ouvertes",
}

IndexLine = dict[str, Any]  # the columns of a line, for the ORM and for comparing


def index_line(dossier: Dossier, next_look_on: date | None) -> IndexLine:
    """The index's columns for a dossier."""
    open_invoices = dossier.open_invoices
    return {
        "creditor": dossier.key.creditor,
        "dossier": dossier.key.dossier,
        "version": dossier.version,
        "debtor": dossier.debtor.debtor_id if dossier.debtor else "",
        "debtor_name": dossier.debtor.name if dossier.debtor else "",
        "debtor_folded": folded_name(dossier.debtor.name) if dossier.debtor else "",
        "phase": dossier.phase.value,
        "since": dossier.phase_since,
        "owed_cents": to_cents(dossier.owed),
        "currency": dossier.currency,
        "oldest_due_on": open_invoices[0].due_on if open_invoices else None,
        "next_look_on": next_look_on,
        "distress": dossier.distress is not None,
        "reason": reason_of(dossier),
        "open_invoices": len(open_invoices),
    }


def reason_of(dossier: Dossier) -> str:
    """Why the dossier stands where it stands: of review or legal, else of the hold."""
    if dossier.phase is Phase.LEGAL and dossier.legal:
        return dossier.legal.reason
    if dossier.phase is Phase.REVIEW and dossier.review_reasons:
        return dossier.review_reasons[-1].reason
    if dossier.phase is not Phase.HELD:
        return ""
    if dossier.promise:
        return "promise"
    return dossier.holds[-1].reason if dossier.holds else ""


def index_row(line: IndexLine) -> IndexRow:
    """The port's row of an index line."""
    return IndexRow(
        key=DossierKey(creditor=line["creditor"], dossier=line["dossier"]),
        debtor_id=line["debtor"],
        debtor_name=line["debtor_name"],
        phase=Phase(line["phase"]),
        since=line["since"],
        owed=from_cents(line["owed_cents"]),
        currency=line["currency"],
        oldest_due_on=line["oldest_due_on"],
        next_look_on=line["next_look_on"],
        distress=line["distress"],
        reason=line["reason"],
    )


async def refresh(
    client: BaseDBAsyncClient, writes: Sequence[Write], heads: Mapping[PageId, Head], folds: Folds
) -> None:
    """Bring the caches of the dossiers written to in step; `folds` still hold what was before.

    `heads` are the last entries before these writes. A page on which only its next look is noted
    has its other lines already: on a server the entry that another commit appends meanwhile is
    later than the heads, and what it wrote would be taken back.
    """
    lines: dict[PageId, IndexLine] = {}
    last: dict[PageId, Dossier] = {}
    before: dict[PageId, Folded | None] = {}
    traces: list[tuple[DossierKey, Trace]] = []
    for write in writes:
        if write.after is None:
            continue
        lines[write.page] = index_line(write.after, write.next_look_on)
        if write.events:
            before.setdefault(write.page, folds.at(write.page, heads[write.page]))
            last[write.page] = write.after
            traces.extend((write.after.key, trace) for trace in lasting_traces(write.events))
    for page, after in last.items():
        added = await _standing_changes(client, before[page], after)
        traces.extend((after.key, trace) for trace in added)
    # In the order of all pages: two processes must not wait for each other in a circle.
    for only_looked_at, run in groupby(sorted(lines), key=lambda page: page not in last):
        above = VERSION if only_looked_at else ""
        await _put_lines(client, {page: lines[page] for page in run}, unless_above=above)
    await _put_traces(client, traces)
    stood = {page: folded.dossier if folded else None for page, folded in before.items()}
    await queue_lines.refresh(client, folds, stood, last)


async def _standing_changes(
    client: BaseDBAsyncClient, before: Folded | None, after: Dossier
) -> Iterable[Trace]:
    """Take away the traces that stand no more; answers the new ones."""
    known = before.dossier if before else None
    if known is not None and named_by(known) == named_by(after):
        return ()
    now = set(standing_traces(after))
    then = set(standing_traces(known)) if known is not None else set()
    rows = tables.Trace.filter(creditor=after.key.creditor, dossier=after.key.dossier)
    if before is None:
        await rows.filter(sort__in=REPLACED).using_db(client).delete()
    elif gone := then - now:
        await rows.filter(_any_of(gone)).using_db(client).delete()
    return now - then


def _any_of(traces: Iterable[Trace]) -> Q:
    wanted = [Q(sort=trace.sort.value, value=trace.value) for trace in traces]
    return Q(*wanted, join_type="OR")


async def _put_lines(
    client: BaseDBAsyncClient, lines: dict[PageId, IndexLine], *, unless_above: str = ""
) -> None:
    rows = [{"page": page, **line} for page, line in sorted(lines.items())]
    await put(
        client,
        tables.DossierIndex,
        rows,
        known=["page"],
        update=INDEX_COLUMNS,
        unless_above=unless_above,
    )


async def _put_traces(
    client: BaseDBAsyncClient, traces: Iterable[tuple[DossierKey, Trace]]
) -> None:
    # Of one trace told twice the later word counts (a subject's day). Sorted: two processes that
    # write the same traces must not wait for each other in a circle.
    told = {(key, trace.value, trace.sort): trace.word for key, trace in traces if trace.value}
    rows = [
        {
            "creditor": key.creditor,
            "sort": sort.value,
            "value": value,
            "dossier": key.dossier,
            "word": word,
        }
        for (key, value, sort), word in sorted(told.items())
    ]
    names = ("creditor", "value", "sort", "dossier")
    await put(client, tables.Trace, rows, known=names, update=["word"])


async def rebuilt(
    client: BaseDBAsyncClient,
    entries: dict[PageId, list[e.Entry]],
    dossiers: dict[PageId, Dossier],
    look: Callable[[Dossier], date | None],
) -> tuple[str, ...]:
    """Make the lines of these dossiers anew; says in French what differed."""
    found: list[str] = []
    lines = {page: index_line(d, look(d)) for page, d in dossiers.items()}
    kept_lines = await _kept_lines(client, list(lines))
    wrong_lines = {}
    for page, line in lines.items():
        kept = kept_lines.get(page)
        if kept != line:
            wrong_lines[page] = line
        if differences := _differences(kept, line):
            found.append(f"{page} : {differences}")
    await _put_lines(client, wrong_lines)
    for page, dossier in dossiers.items():
        events = [entry.event for entry in entries[page] if entry.event is not None]
        wanted = {*standing_traces(dossier), *lasting_traces(events)}
        found.extend(await _mended_traces(client, dossier.key, wanted))
    found.extend(await queue_lines.mended(client, dossiers))
    return tuple(found)


async def _kept_lines(
    client: BaseDBAsyncClient, pages: Sequence[PageId]
) -> dict[PageId, IndexLine]:
    rows = tables.DossierIndex.filter(page__in=pages).using_db(client)
    lines = await rows.values("page", *INDEX_COLUMNS)
    return {line.pop("page"): line for line in lines}


def _differences(kept: IndexLine | None, line: IndexLine) -> str:
    """What was wrong in a line. A look that comes too early finds nothing to do: no fault."""
    if kept is None:
        return "absent de l'index"
    return ", ".join(
        f"{FRENCH[column]} valait {_told(column, kept[column])} au lieu de {_told(column, value)}"
        for column, value in line.items()
        if kept[column] != value and not (column == LOOK and _is_early(kept[column], value))
    )


def _is_early(kept: date | None, wanted: date | None) -> bool:
    return kept is not None and (wanted is None or kept < wanted)


def _told(column: str, value: object) -> str:
    """A value as an operator reads it."""
    match value:
        case None | "":
            return "« rien »"
        case bool():
            return "« oui »" if value else "« non »"
        case date():
            return f"« {value:%d/%m/%Y} »"
        case int() if column == "owed_cents":
            return f"« {from_cents(value)} »".replace(".", ",")
        case _:
            return f"« {value} »"


async def _mended_traces(
    client: BaseDBAsyncClient, key: DossierKey, wanted: set[Trace]
) -> Iterable[str]:
    rows = tables.Trace.filter(creditor=key.creditor, dossier=key.dossier).using_db(client)
    kept = {(sort, value) for sort, value in await rows.values_list("sort", "value")}
    named = {(trace.sort.value, trace.value): trace for trace in wanted if trace.value}
    missing = [trace for place, trace in named.items() if place not in kept]
    surplus = sorted(kept - named.keys())
    await _put_traces(client, [(key, trace) for trace in missing])
    if surplus:
        gone = [Q(sort=sort, value=value) for sort, value in surplus]
        await rows.filter(Q(*gone, join_type="OR")).delete()
    said = [f"{key.page} : trace {trace.sort} « {trace.word} » manquante" for trace in missing]
    return said + [f"{key.page} : trace {sort} « {value} » de trop" for sort, value in surplus]


async def forget_strangers(client: BaseDBAsyncClient) -> tuple[str, ...]:
    """Drop the lines of dossiers that have no page in the journal; says which."""
    pages = tables.JournalRow.all().using_db(client).distinct().values_list("page")
    known = {key_of_page(PageId(page)) for (page,) in await pages}
    lines = await tables.DossierIndex.all().using_db(client).values_list("creditor", "dossier")
    named = tables.Trace.all().using_db(client).distinct().values_list("creditor", "dossier")
    waiting = tables.QueueLine.all().using_db(client).distinct().values_list("page")
    standing = {key_of_page(PageId(page)) for (page,) in await waiting}
    keys = {(key.creditor, key.dossier) for key in standing if key is not None}
    found = []
    for creditor, dossier in sorted({*lines, *await named, *keys}):
        key = DossierKey(creditor=creditor, dossier=dossier)
        if key not in known:
            strangers = {"creditor": creditor, "dossier": dossier}
            await tables.DossierIndex.filter(**strangers).using_db(client).delete()
            await tables.Trace.filter(**strangers).using_db(client).delete()
            await tables.QueueLine.filter(page=key.page).using_db(client).delete()
            found.append(f"{key.page} : dans l'index, mais sans journal")
    return tuple(found)
