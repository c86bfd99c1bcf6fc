"""The queues as rows: what waits on each dossier, counted and put in the order of R12 by SQL.

Always what the journal says. A commit writes the rows of the dossiers that it changes; when the
program counts lines differently from the one that wrote them (`LINES`), the next start writes all
of them anew. What a line says is never kept: whoever shows it folds its dossier.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient

from relance_mailer.desk.queues import LAST_DAY, Queue
from relance_mailer.desk.rank import Weights, horizon
from relance_mailer.desk.standing import standings
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import CreditorId, PageId, from_cents, key_of_page, to_cents
from relance_mailer.ports import QueuePlace, QueueSize, Unreadable
from relance_mailer.store import statements
from relance_mailer.store.effects import chunks
from relance_mailer.store.fields import storable
from relance_mailer.store.folds import Folds, by_page, load, told_whole
from relance_mailer.store.tables import JournalRow, QueueLine, RegisterRow

LINES = "1"
"""Raise it when `standings` answers otherwise for the same dossier: the rows are written anew."""

KEY = "queue_lines"
"""Under this name the register says which `LINES` the rows are of."""

PAGES_AT_ONCE = 100

COLUMNS = tuple(
    """page creditor queue nth first_day last_day ends_on owed_cents oldest_due_on risk since
    subject""".split()
)

SIZES = """SELECT queue, COUNT(*) AS lines, SUM(owed_cents) AS cents FROM queue_lines
    WHERE creditor IN ({creditors}) AND first_day <= $1 AND last_day >= $1 GROUP BY queue"""

PLACES = """SELECT queue, page, nth FROM (
    SELECT queue, page, nth, ROW_NUMBER() OVER (PARTITION BY queue ORDER BY
        CASE WHEN ends_on <= $2 THEN ends_on ELSE $3 END,
        owed_cents DESC,
        CASE WHEN oldest_due_on < $1 THEN oldest_due_on ELSE $1 END,
        risk DESC,
        COALESCE(since, $3),
        page {exactly},
        subject {exactly},
        nth
    ) AS place FROM queue_lines
    WHERE creditor IN ({creditors}) AND queue IN ({queues}) AND first_day <= $1 AND last_day >= $1
    ) AS placed WHERE place > $4 AND place <= $5 ORDER BY queue {exactly}, place"""
"""The order of `desk.queues.ranked`: a near deadline, then amount, age and risk."""


async def sizes(
    client: BaseDBAsyncClient, creditors: Sequence[CreditorId], on: date
) -> tuple[QueueSize, ...]:
    """The queues in which dossiers stand on that day."""
    rows = await _asked(client, SIZES, [on], creditors=creditors)
    return tuple(
        QueueSize(
            queue=Queue(row["queue"]), lines=row["lines"], amount=from_cents(int(row["cents"]))
        )
        for row in sorted(rows, key=lambda row: str(row["queue"]))
    )


async def places(
    client: BaseDBAsyncClient,
    creditors: Sequence[CreditorId],
    on: date,
    *,
    queues: Sequence[Queue],
    limit: int,
    offset: int,
) -> tuple[QueuePlace, ...]:
    """The lines of these queues in the order of R12 on that day."""
    values = [on, horizon(on, Weights()), LAST_DAY, offset, offset + limit]
    rows = await _asked(client, PLACES, values, creditors=creditors, queues=queues)
    found = []
    for row in rows:
        key = key_of_page(PageId(row["page"]))
        assert key is not None, row
        found.append(QueuePlace(queue=Queue(row["queue"]), key=key, nth=row["nth"]))
    return tuple(found)


async def _asked(
    client: BaseDBAsyncClient, text: str, values: Sequence[object], **lists: Sequence[str]
) -> Sequence[Any]:
    """The rows of a question; each list takes the place of its name, a `$1` that of its value."""
    told = list(values)
    named = {}
    for name, words in lists.items():
        if not words:
            return []
        named[name] = statements.places(words, after=len(told))
        told.extend(map(str, words))
    postgres = client.capabilities.dialect == "postgres"
    text = text.format(**named, exactly='COLLATE "C"' if postgres else "")
    return await statements.asked_at_length(client, text, told)


Line = tuple[Any, ...]
"""The values of `COLUMNS`."""


def lines_of(dossier: Dossier) -> tuple[Line, ...]:
    """The rows of a dossier."""
    key = dossier.key
    return tuple(
        (
            key.page,
            key.creditor,
            one.queue.value,
            one.nth,
            one.first_day,
            one.last_day,
            one.ends_on,
            to_cents(one.amount),
            one.oldest_due_on,
            one.risk,
            one.since,
            storable(one.subject),
        )
        for one in standings(dossier)
    )


async def refresh(
    client: BaseDBAsyncClient,
    folds: Folds,
    before: Mapping[PageId, Dossier | None],
    after: Mapping[PageId, Dossier],
) -> None:
    """Write the rows of the dossiers whose rows change; of one not known before, all of them."""
    old = {page: folds.derived(one, lines_of) for page, one in before.items() if one is not None}
    new = {page: folds.derived(dossier, lines_of) for page, dossier in after.items()}
    await _put(client, {page: lines for page, lines in new.items() if old.get(page) != lines})


async def put(client: BaseDBAsyncClient, dossiers: Mapping[PageId, Dossier]) -> None:
    """Write the rows of these dossiers in the place of those that stand."""
    await _put(client, {page: lines_of(dossier) for page, dossier in dossiers.items()})


async def _put(client: BaseDBAsyncClient, told: Mapping[PageId, Sequence[Line]]) -> None:
    for part in chunks(sorted(told)):
        pages = statements.places(part)
        await statements.changed(client, f"DELETE FROM queue_lines WHERE page IN ({pages})", part)
    lines = [line for page in sorted(told) for line in told[page]]
    rows = (dict(zip(COLUMNS, line, strict=True)) for line in lines)
    await statements.put(client, QueueLine, rows)


async def mended(client: BaseDBAsyncClient, dossiers: Mapping[PageId, Dossier]) -> tuple[str, ...]:
    """Write the rows of those dossiers that have others; says in French which."""
    kept: defaultdict[str, set[Line]] = defaultdict(set)
    for part in chunks(list(dossiers)):
        rows = QueueLine.filter(page__in=part).using_db(client)
        for line in await rows.values_list(*COLUMNS):
            kept[line[0]].add(tuple(line))
    wrong = {page: one for page, one in dossiers.items() if kept[page] != set(lines_of(one))}
    await put(client, wrong)
    return tuple(f"{page} : lignes des files à refaire" for page in sorted(wrong))


async def filled(client: BaseDBAsyncClient) -> bool:
    """Whether the rows are those of this program."""
    mark = await RegisterRow.filter(name=KEY).using_db(client).values_list("value")
    return bool(mark) and mark[0][0] == LINES


async def fill(client: BaseDBAsyncClient) -> None:
    """Write all rows, unless they are of this program already; in the caller's transaction.

    A page that this program can't read keeps the rows that it has: the others must open.
    """
    if await filled(client):
        return
    strangers = "DELETE FROM queue_lines WHERE page NOT IN (SELECT page FROM journal)"
    await statements.changed(client, strangers)
    pages = await JournalRow.all().using_db(client).distinct().values_list("page")
    dossiers = sorted(PageId(page) for (page,) in pages if key_of_page(PageId(page)))
    for start in range(0, len(dossiers), PAGES_AT_ONCE):
        rows = await load(client, dossiers[start : start + PAGES_AT_ONCE], above=0)
        await put(client, _folded(rows))
    row = {"name": KEY, "value": LINES}
    await statements.put(client, RegisterRow, [row], known=["name"], update=["value"])


def _folded(rows: Iterable[tuple[Any, ...]]) -> dict[PageId, Dossier]:
    found: dict[PageId, Dossier] = {}
    for page, of_page in by_page(rows).items():
        with suppress(Unreadable):
            _, dossier = told_whole(of_page)
            found |= {page: dossier} if dossier else {}
    return found
