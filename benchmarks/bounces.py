"""A flood of non-delivery reports: what it costs the daemon, and that not one letter follows it.

Real Dovecot, the real daemon as a process of its own. Every reader's server returns its letter
again and again, and as many reports come for letters that never left here (somebody writes in our
name). Each is read, the dossiers wait for a human, nothing answers, nothing more leaves.
"""

import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from time import monotonic

import psutil

from benchmarks.first_start import LOOK_SECONDS, MIB, counts
from benchmarks.measure import Figure
from chaos.folder import MORNING, Folder, Where, debts
from chaos.service import Service, running, told, until
from relance_mailer.people.mails import Desk, Received, opened
from servers.dovecot import Dovecot, running_dovecot
from servers.sink import running_sink

DEBTS = 100
FORGED_ONE_IN = 2
SECONDS_MAX = 3600.0


async def run(number: int) -> list[Figure]:
    """The letters leave, then so many reports arrive as fast as the server takes them."""
    with (
        running_dovecot() as dovecot,
        running_sink() as sink,
        tempfile.TemporaryDirectory() as place,
    ):
        mailbox = dovecot.fresh_user()
        where = Where(mailbox=mailbox, smtp_port=sink.port, imap_port=dovecot.imap_port)
        folder = Folder(Path(place), where).write(debts(DEBTS))
        async with running(folder, now=MORNING) as service:
            database = folder.root / "relance.db"
            await until(
                lambda: counts(database)[2] == DEBTS, seconds=SECONDS_MAX, what="the letters"
            )
            began = monotonic()
            flood = _reports(number, mailbox, [_letter(raw) for raw in sink.messages()])
            delivered = asyncio.create_task(asyncio.to_thread(_deliver, dovecot, flood, mailbox))
            rss = await _until_read(service, database, number)
            seconds = monotonic() - began
            await delivered
            assert await service.end() == 0, service.said()[-4_000:]
        assert len(sink.messages()) == DEBTS, "something left after the flood"
        rows = await told(folder, "queue", "review", now=MORNING)
        waiting = {row["dossier"] for row in rows if row["dossier"]}
        assert len(waiting) == DEBTS, rows
        [verified] = await told(folder, "verify", now=MORNING)
        assert not verified["broken"], verified
    return [
        Figure(name="reports", unit="", values=(float(number),)),
        Figure(name="from the first to the last one read", unit="s", values=(seconds,)),
        Figure(name="reports read", unit="an hour", values=(3600 * number / seconds,)),
        Figure(name="letters after the flood", unit="", values=(0.0,)),
        Figure(name="dossiers that wait for a human", unit="", values=(float(len(waiting)),)),
        Figure(name="memory of the daemon", unit="MiB", values=tuple(rss)),
    ]


async def _until_read(service: Service, database: Path, number: int) -> list[float]:
    """What the daemon held at each look, until every report was read."""
    process = psutil.Process(service.process.pid)
    held, began = [], monotonic()
    while True:
        await service.lives_for(LOOK_SECONDS)
        assert not service.has_ended, service.said()[-4_000:]
        assert monotonic() - began < SECONDS_MAX, counts(database)
        held.append(process.memory_info().rss / MIB)
        kept, unread, _ = counts(database)
        if kept >= number + DEBTS and not unread:
            return held


def _letter(raw: bytes) -> Received:
    return opened(raw, datetime.fromisoformat(MORNING))


def _reports(number: int, mailbox: str, letters: list[Received]) -> Iterator[bytes]:
    desk, chance = Desk(Random(7), mailbox), Random(8)
    at = datetime.fromisoformat(MORNING) + timedelta(minutes=1)
    for place in range(number):
        letter = letters[place // FORGED_ONE_IN % len(letters)]
        if place % FORGED_ONE_IN:
            forged = f"<{chance.getrandbits(64):016x}@{mailbox.rpartition('@')[2]}>"
            letter = replace(letter, message_id=forged)
            address = f"inconnu-{place}@ailleurs-{place % 97}.example"
        else:
            address = letter.to
        yield desk.bounce(address, letter, at, full=False)


def _deliver(dovecot: Dovecot, reports: Iterator[bytes], mailbox: str) -> None:
    for raw in reports:
        dovecot.deliver(raw, mailbox)
