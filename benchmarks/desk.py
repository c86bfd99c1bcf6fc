"""Pages of the desk on a database of many dossiers, against a bare SELECT of the rows they show.

Every twentieth dossier waits for a human, and one has five hundred entries. The pages are asked of
the application itself, signed in, with no network between. `cold` is a program that was just
started and has read no dossier yet; elsewhere each page was asked once before.
"""

import sqlite3
import statistics
import tempfile
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from benchmarks.measure import Figure, peak_memory
from contracts.store_cases import DAY, digest, grown, key, message, opening
from doors.desk_browser import Browser, browsing
from flows.world import US, World, paris
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import DossierKey
from relance_mailer.ports import Commit, Fate, SettleMessage, Write
from relance_mailer.store.database import Database, open_database
from relance_mailer.store.inbox import DatabaseInbox
from relance_mailer.store.journal import DatabaseJournal

AT_ONCE = 500
LONG = 500
MAILS = 200
NOW = paris("2026-10-20T09:00")
BIG = key("B-0", US)

ROWS = """SELECT j.page, j.body FROM journal j JOIN (
    SELECT page FROM queue_lines WHERE queue = 'tasks' ORDER BY owed_cents DESC LIMIT 100
    ) q ON q.page = j.page"""


async def run(number: int, runs: int) -> list[Figure]:
    """Build the database, then ask every page `runs` times."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "desk.db"
        began = perf_counter()
        database = await open_database(f"sqlite://{file}")
        try:
            await _build(database, number)
        finally:
            await database.close()
        built = perf_counter() - began
        figures = [Figure(name=f"{number} dossiers built", unit="s", values=(built,))]
        for name, path in _pages(number).items():
            figures += await _measured(file, name, path, runs)
        bare = _bare(file, runs)
        figures.append(Figure(name="bare SELECT of a page's entries", unit="ms", values=bare))
        queue = next(one for one in figures if one.name == "queue, first page")
        values = tuple(one / statistics.median(bare) for one in queue.values)
        figures.append(Figure(name="queue, ratio", unit="of the baseline", values=values))
    return [*figures, peak_memory()]


def _pages(number: int) -> dict[str, str]:
    some = f"B-{number // 2 + 1}"
    return {
        "today": "/",
        "queue, first page": "/file/tasks",
        "queue, tenth page": "/file/tasks?page=10",
        "queue of messages": "/file/unlinked",
        "dossier": f"/dossier/{US}/{some}",
        f"dossier of {LONG} entries": f"/dossier/{US}/{BIG.dossier}",
        "search by reference": f"/recherche?q={some}",
        "search by invoice": f"/recherche?q=FA/{some}-01",
        "search by address": f"/recherche?q=compta-{some}@{some}.example".lower(),
        "search by debtor's number": f"/recherche?q=C-{some}",
        "search by a part of the name": f"/recherche?q=zenith {number // 2 + 1}",
        "search by a word of all names": "/recherche?q=zenith",
        "search, nothing found": "/recherche?q=introuvable",
    }


async def _build(database: Database, number: int) -> None:
    journal = DatabaseJournal(database)
    for start in range(0, number, AT_ONCE):
        some = range(start, min(start + AT_ONCE, number))
        await journal.commit([_commit(key(f"B-{one}", US), _told(one)) for one in some])
    inbox = DatabaseInbox(database)
    mails = [message(f"Bonjour {one}", uid=one + 1, message_id=f"{one}@x") for one in range(MAILS)]
    await inbox.keep(US, "relances@brezance.example", mails, sent_folder=False)
    settled = [SettleMessage(message=digest(raw.raw), fate=Fate.UNLINKED) for raw, _ in mails]
    await journal.commit([Commit(at=NOW, writes=(), effects=tuple(settled))])


def _commit(where: DossierKey, events: list[e.DossierEvent]) -> Commit:
    after = grown(where.page, None, events, NOW)
    look = DAY + timedelta(days=30)
    write = Write(page=where.page, version=0, events=tuple(events), after=after, next_look_on=look)
    return Commit(at=NOW, writes=(write,))


def _told(one: int) -> list[e.DossierEvent]:
    """An invoice, calls that were noted, and for every twentieth something that waits."""
    where = f"B-{one}"
    told: list[e.DossierEvent] = [
        *opening(
            where,
            name=f"Boulangerie Zénith {one}",
            email=f"compta-{where}@{where}.example".lower(),
            amount=f"{100 + one * 7 % 20_000}.50",
        )
    ]
    calls = LONG - 3 if one == 0 else 5
    told += [
        e.NoteWritten(because="appel", by="Anne", text=f"la comptable rappelle, note {number}")
        for number in range(calls)
    ]
    if one % 20 == 0:
        told += _waits(one // 20)
    return told


def _waits(one: int) -> list[e.DossierEvent]:
    due_on = date(2026, 10, 1) + timedelta(days=one % 90)
    if one % 10 < 6:
        what = f"Appeler le gérant ({one})"
        return [e.TaskOpened(because="sans réponse", task=f"t{one}", what=what, due_on=due_on)]
    if one % 10 < 9:
        return [e.ReviewAsked(because="il demande un RIB", reason="question")]
    return [e.HandedToLegal(because="quatre lettres sans réponse", reason="silent")]


async def _measured(file: Path, name: str, path: str, runs: int) -> list[Figure]:
    """The page of a program that was just started, then again and again."""
    database = await open_database(f"sqlite://{file}")
    try:
        creditor = World(NOW).creditor
        async with browsing(database, creditors={US: creditor}) as browser:
            await _signs_in(browser)
            cold = await _spent(lambda: _asked(browser, path))
            spent = tuple([await _spent(lambda: _asked(browser, path)) for _ in range(runs)])
    finally:
        await database.close()
    worst = sorted(spent)[max(int(len(spent) * 0.99) - 1, 0)]
    return [
        Figure(name=name, unit="ms", values=spent),
        Figure(name=f"{name}, p99", unit="ms", values=(worst,)),
        Figure(name=f"{name}, cold", unit="ms", values=(cold,)),
    ]


async def _signs_in(browser: Browser) -> None:
    if await browser.people.find("Anne") is None:
        await browser.has("Anne")
    assert (await browser.signs_in("Anne")).status_code == 303
    await browser.client.get("/entrer")  # the templates are read


async def _asked(browser: Browser, path: str) -> None:
    answer = await browser.client.get(path)
    assert answer.status_code in {200, 303}, (path, answer.status_code)


async def _spent(work: Callable[[], Awaitable[None]]) -> float:
    began = perf_counter()
    await work()
    return (perf_counter() - began) * 1000


def _bare(file: Path, runs: int) -> tuple[float, ...]:
    found = []
    connection = sqlite3.connect(file)
    for turn in range(runs + 1):
        began = perf_counter()
        rows = connection.execute(ROWS).fetchall()
        spent = (perf_counter() - began) * 1000
        assert rows
        if turn:
            found.append(spent)
    connection.close()
    return tuple(found)
