"""The first start on a mailbox that is years old: how long until the first letter, in what memory.

Real Dovecot, the real daemon as a process of its own. The mails are a corpus, multiplied and dated
over the last five years, one in fifty of the last month; the house's debts are due. Nothing may
leave before all is read (P2).
"""

import re
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from itertools import cycle
from pathlib import Path
from random import Random
from time import monotonic

import psutil

from benchmarks.measure import Figure
from chaos.folder import MORNING, ROOT, Folder, Where, debts
from chaos.service import Service, running
from servers.dovecot import running_dovecot
from servers.sink import running_sink

CORPORA = (ROOT.parent / "shared" / "corpus" / "dev", ROOT / "tests" / "corpus" / "own")
YEARS = 5
RECENT_ONE_IN = 50
DEBTS = 50
SECONDS_MAX = 4 * 3600.0
LOOK_SECONDS = 1.0
MIB = 1024.0 * 1024.0
_NAME = re.compile(rb"^(message-id:\s*<)", re.IGNORECASE | re.MULTILINE)
_DATE = re.compile(rb"^(date:)[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_STAMP = re.compile(rb"^received:[^\n]*(?:\n[ \t][^\n]*)*\n", re.IGNORECASE | re.MULTILINE)


@dataclass
class _Seen:
    """When what happened, in seconds after the start, and what the process held at most."""

    at: dict[str, float] = field(default_factory=dict)
    rss_mib: list[float] = field(default_factory=list)

    def note(self, name: str, seconds: float) -> None:
        self.at.setdefault(name, seconds)


async def run(number: int) -> list[Figure]:
    """One start on so many messages."""
    with (
        running_dovecot() as dovecot,
        running_sink() as sink,
        tempfile.TemporaryDirectory() as place,
    ):
        mailbox = dovecot.fresh_user()
        dovecot.stock(mailbox, _old(number, mailbox))
        where = Where(mailbox=mailbox, smtp_port=sink.port, imap_port=dovecot.imap_port)
        folder = Folder(Path(place), where).write(debts(DEBTS))
        async with running(folder, now=MORNING) as service:
            seen = await _watched(service, folder, number)
            left = len(sink.messages())
            assert await service.end() == 0, service.said()[-4_000:]
            assert "left=" in service.said(), "the log says nothing of the backlog"
    return [
        *(Figure(name=name, unit="s", values=(seconds,)) for name, seconds in seen.at.items()),
        Figure(name="messages", unit="", values=(float(number),)),
        Figure(
            name="fetched, kept, read, decided",
            unit="messages/s",
            values=(number / seen.at["all read"],),
        ),
        Figure(name="letters that left after it", unit="", values=(float(left),)),
        Figure(name="memory of the daemon", unit="MiB", values=tuple(seen.rss_mib)),
    ]


async def _watched(service: Service, folder: Folder, number: int) -> _Seen:
    seen = _Seen()
    process = psutil.Process(service.process.pid)
    database = folder.root / "relance.db"
    began = monotonic()

    await service.says("en service")
    while "first letter" not in seen.at:
        await service.lives_for(LOOK_SECONDS)
        now = monotonic() - began
        assert not service.has_ended, service.said()[-4_000:]
        assert now < SECONDS_MAX, seen
        seen.rss_mib.append(process.memory_info().rss / MIB)
        kept, unread, sent = counts(database)
        if kept >= number:
            seen.note("all fetched", now)
            if not unread:
                seen.note("all read", now)
        if sent:
            assert "all read" in seen.at, "a letter left while messages were unread"
            seen.note("first letter", now)
    return seen


def counts(database: Path) -> tuple[int, int, int]:
    """Messages kept, messages unread and letters that left, by the database of a daemon."""
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as books:
            (kept,) = books.execute("SELECT count(*) FROM inbox").fetchone()
            (unread,) = books.execute("SELECT count(*) FROM inbox WHERE fate='unread'").fetchone()
            (sent,) = books.execute("SELECT count(*) FROM outbox WHERE state='sent'").fetchone()
            return kept, unread, sent
    except sqlite3.OperationalError:
        return 0, 0, 0


def _old(number: int, address: str) -> Iterator[bytes]:
    """Mails of five years, the oldest first, each with a name and a day of its own."""
    corpus = next(folder for folder in CORPORA if folder.exists())
    raws = cycle([path.read_bytes() for path in sorted(corpus.rglob("*.eml"))])
    chance = Random(6)
    today = datetime.fromisoformat(MORNING)
    for place in range(number):
        recent = place >= number - number // RECENT_ONE_IN
        ago = 30 * (number - place) / number * RECENT_ONE_IN if recent else 0
        days = ago if recent else 31 + (YEARS * 365 - 31) * (1 - place / number)
        day = today - timedelta(days=days, seconds=chance.randrange(3600))
        head = f"X-Copy: {place} for {address}\r\n".encode()
        raw = _STAMP.sub(b"", _NAME.sub(rb"\g<1>%d." % place, next(raws), count=1))
        yield head + _DATE.sub(rb"\g<1> " + format_datetime(day).encode(), raw, count=1)
