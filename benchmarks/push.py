"""How long after the mail server took a reply its dossier is paused, with the real daemon.

From LMTP's "saved" to the committed pause, read in the database; half a second of it is Dovecot's
own, which gathers changes before it tells them.
"""

import asyncio
import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from random import Random
from time import perf_counter

from benchmarks.measure import Figure
from chaos.folder import MORNING, Folder, Where, debts
from chaos.replies import reply
from chaos.service import running
from servers.dovecot import Dovecot, running_dovecot
from servers.sink import running_sink

PROMISE = 0
SECONDS_MAX = 20.0
POLL_SECONDS = 0.005
PAUSED = "SELECT count(*) FROM journal WHERE page LIKE ? AND kind IN ('Held', 'PromiseMade')"


async def run(number: int) -> list[Figure]:
    """So many replies, one after another, after a first one that warms up."""
    rows = debts(number + 1)
    with (
        running_dovecot() as dovecot,
        running_sink() as sink,
        tempfile.TemporaryDirectory() as place,
    ):
        where = Where(
            mailbox=dovecot.fresh_user(), smtp_port=sink.port, imap_port=dovecot.imap_port
        )
        folder = Folder(Path(place), where).write(rows)
        async with running(folder, now=MORNING) as service:
            await service.says("action=file-copies")
            seconds = [await _paused_after(folder, dovecot, row.number) for row in rows]
            assert await service.end() == 0, service.said()
    milliseconds = tuple(1000 * one for one in seconds[1:])
    return [Figure(name="reply taken → dossier paused", unit="ms", values=milliseconds)]


async def _paused_after(folder: Folder, dovecot: Dovecot, number: int) -> float:
    debt = debts(number + 1)[number]
    at = datetime.fromisoformat(MORNING)
    mailbox = folder.where.mailbox
    one = reply(debt, Random(number), to=mailbox, at=at, which=PROMISE)
    dovecot.deliver(one.raw, mailbox, sender=debt.email)
    began = perf_counter()
    never = asyncio.Event()
    with closing(sqlite3.connect(folder.root / "relance.db")) as database:
        while perf_counter() - began < SECONDS_MAX:
            if database.execute(PAUSED, (f"%{debt.dossier}",)).fetchone()[0]:
                return perf_counter() - began
            try:
                await asyncio.wait_for(never.wait(), POLL_SECONDS)
            except TimeoutError:
                continue
    raise TimeoutError(f"{debt.dossier} is not paused after {SECONDS_MAX} s")
