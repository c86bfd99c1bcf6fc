"""Messages a second from a Dovecot backlog, kept, read and decided, against a bare fetch.

The corpus beside the checkout (else the project's own) is multiplied: each copy has a Message-ID
and bytes of its own. The bare fetch reads the same mailbox with aioimaplib, fifty a command, and
throws the bytes away.
"""

import asyncio
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

import aioimaplib

from benchmarks.measure import Figure, peak_memory, ratio
from chaos.folder import CREDITOR, ROOT, Folder, Where
from relance_mailer.adapters.collector import look_seldom
from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.fetch_mail import fetch_mail
from relance_mailer.flows.read_mail.one_pass import read_mail
from relance_mailer.flows.sync_ledger import sync_ledger
from relance_mailer.settings.loading import load
from relance_mailer.wiring.build import build
from servers.dovecot import PASSWORD, Dovecot, running_dovecot
from servers.postgres import running_postgres

US = CreditorId(CREDITOR)
CORPORA = (ROOT.parent / "shared" / "corpus" / "dev", ROOT / "tests" / "corpus" / "own")
READ_ON = "2026-10-21T09:00:00+02:00"
AT_ONCE = 50
POSTGRES, SQLITE = "postgres", "sqlite:///relance.db"
MESSAGE_ID = re.compile(rb"^(message-id:\s*<)", re.IGNORECASE | re.MULTILINE)


async def run(number: int, runs: int, *, database: str) -> list[Figure]:
    """A warm-up of a tenth, then both sides in turn on a fresh mailbox and a fresh database."""
    look_seldom()  # as the daemon does, for both sides
    corpus = next(folder for folder in CORPORA if folder.exists())
    kept: list[float] = []
    ours: list[float] = []
    bare: list[float] = []
    with ExitStack() as stack:
        dovecot = stack.enter_context(running_dovecot())
        postgres = stack.enter_context(running_postgres()) if database == POSTGRES else None
        for turn in range(runs + 1):
            some = number if turn else number // 10
            address = dovecot.fresh_user()
            dovecot.stock(address, islice(_copies(corpus, address), some))
            alone = await _bare(dovecot, address, some)
            with postgres.database() if postgres else nullcontext(SQLITE) as url:
                fetched, read = await _whole_way(dovecot, address, corpus, some, url)
            if turn:
                kept.append(some / fetched)
                ours.append(some / (fetched + read))
                bare.append(some / alone)
    return [
        Figure(name="messages fetched, kept, read, decided", unit="messages/s", values=tuple(ours)),
        Figure(name="of which fetched and kept", unit="messages/s", values=tuple(kept)),
        Figure(name="bare fetch", unit="messages/s", values=tuple(bare)),
        ratio("backlog, ratio", ours, bare),
        Figure(
            name="10 000 messages at that rate",
            unit="s",
            values=tuple(10_000 / rate for rate in ours),
        ),
        peak_memory(),
    ]


def _copies(corpus: Path, address: str) -> Iterator[bytes]:
    raws = [path.read_bytes() for path in sorted(corpus.rglob("*.eml"))]
    for number, raw in enumerate(cycle(raws)):
        head = f"X-Copy: {number} for {address}\r\n".encode()
        yield head + MESSAGE_ID.sub(rb"\g<1>%d." % number, raw, count=1)


async def _whole_way(
    dovecot: Dovecot, address: str, corpus: Path, number: int, database: str
) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as place:
        where = Where(mailbox=address, smtp_port=1, imap_port=dovecot.imap_port)
        folder = Folder(Path(place), where, database=database).write([])
        for table in corpus.rglob("*.csv"):
            shutil.copy(table, folder.ledger.parent / table.name)
        relance = await build(load(folder.settings), now=datetime.fromisoformat(READ_ON))
        try:
            house, creditor, doors = relance.house, relance.creditors[US], relance.doors[US]
            await sync_ledger(house, creditor, doors.ledger)
            began = perf_counter()
            fetched = await fetch_mail(house, creditor, doors.mailbox, full=True, limit=number)
            between = perf_counter()
            total, more = 0, True
            while more:
                done = await read_mail(house, creditor)
                total, more = total + done.total, done.more
            ended = perf_counter()
            assert fetched.total == total == number, (fetched.total, total, number)
            return between - began, ended - between
        finally:
            await relance.close()


async def _bare(dovecot: Dovecot, address: str, number: int) -> float:
    client = aioimaplib.IMAP4(dovecot.host, dovecot.imap_port, timeout=60)
    await client.wait_hello_from_server()
    await client.login(address, PASSWORD)
    await client.select("INBOX")
    began = perf_counter()
    for start in range(1, number + 1, AT_ONCE):
        uids = f"{start}:{min(start + AT_ONCE - 1, number)}"
        answer = await client.uid("fetch", uids, "(UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[])")
        assert answer.result == "OK", answer
    spent = perf_counter() - began
    await asyncio.wait_for(client.logout(), 10)
    return spent
