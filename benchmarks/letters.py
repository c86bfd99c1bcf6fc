"""Letters a second, from due dossiers to journaled letters, against a bare sender of the same run.

The bare sender builds the same letters with the standard library's `EmailMessage`, hands them to
the same server over as many connections with aiosmtplib, and commits twice a letter to SQLite
(WAL, synchronous=FULL): what nobody could leave out.
"""

import asyncio
import email
import email.policy
import sqlite3
import tempfile
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from time import perf_counter

import aiosmtplib

from benchmarks.measure import Figure, peak_memory, ratio
from chaos.folder import CREDITOR, MORNING, Folder, Where, debts
from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.house import inbox_read_key
from relance_mailer.flows.plan_letters import plan_letters
from relance_mailer.flows.send_letters import send_letters
from relance_mailer.flows.sync_ledger import sync_ledger
from relance_mailer.ports import OutboxState
from relance_mailer.settings.loading import load
from relance_mailer.wiring.build import Relance, build
from servers.sink import Sink, running_sink

US = CreditorId(CREDITOR)
CONNECTIONS = 2
Letter = tuple[str, str, bytes]  # sender, recipient, bytes


async def run(number: int, runs: int) -> list[Figure]:
    """Both sides in turn, after a warm-up of each."""
    ours: list[float] = []
    planning: list[float] = []
    bare: list[float] = []
    with running_sink() as sink:
        for turn in range(runs + 1):
            some = number if turn else max(20, number // 10)
            planned, sent, letters = await _whole_way(sink, some)
            alone = await _bare(sink, letters)
            if turn:
                ours.append(some / (planned + sent))
                planning.append(some / planned)
                bare.append(some / alone)
    return [
        Figure(name="letters, the whole way", unit="letters/s", values=tuple(ours)),
        Figure(name="of which planned, rendered, queued", unit="letters/s", values=tuple(planning)),
        Figure(name="bare sender", unit="letters/s", values=tuple(bare)),
        ratio("letters, ratio", ours, bare),
        peak_memory(),
    ]


async def _whole_way(sink: Sink, number: int) -> tuple[float, float, list[Letter]]:
    with tempfile.TemporaryDirectory() as place:
        where = Where(mailbox="relances@example.net", smtp_port=sink.port, imap_port=1)
        folder = Folder(Path(place), where).write(debts(number))
        relance = await build(load(folder.settings), now=datetime.fromisoformat(MORNING))
        try:
            return await _timed(relance, number)
        finally:
            await relance.close()


async def _timed(relance: Relance, number: int) -> tuple[float, float, list[Letter]]:
    house, creditor, doors = relance.house, relance.creditors[US], relance.doors[US]
    await sync_ledger(house, creditor, doors.ledger)
    await house.register.set(inbox_read_key(US), house.clock.now().isoformat())
    began = perf_counter()
    planned = await plan_letters(house, creditor)
    between = perf_counter()
    while (await send_letters(house, creditor, doors.mailer)).did_something:
        pass
    ended = perf_counter()
    rows = await house.outbox.in_state(US, [OutboxState.SENT])
    assert len(planned.queued) == len(rows) == number, (len(planned.queued), len(rows))
    letters = [
        (row.envelope_from, row.recipients[0], await house.outbox.mime(row.digest)) for row in rows
    ]
    return between - began, ended - between, letters


async def _bare(sink: Sink, letters: Sequence[Letter]) -> float:
    parts = [(sender, to, _parts(mime)) for sender, to, mime in letters]
    with tempfile.TemporaryDirectory() as place:
        database = sqlite3.connect(Path(place) / "bare.db", isolation_level=None)
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        database.execute("CREATE TABLE sent (id TEXT PRIMARY KEY, state TEXT)")
        began = perf_counter()
        todo = list(parts)

        async def worker() -> None:
            client = aiosmtplib.SMTP(hostname=sink.host, port=sink.port, start_tls=False)
            await client.connect()
            while todo:
                sender, to, (headers, text, html) = todo.pop()
                raw = _built(headers, text, html)
                name = headers["Message-ID"]
                database.execute("INSERT INTO sent VALUES (?, 'leaving')", (name,))
                await client.sendmail(sender, [to], raw)
                database.execute("UPDATE sent SET state = 'sent' WHERE id = ?", (name,))
            await client.quit()

        async with asyncio.TaskGroup() as group:
            for _ in range(CONNECTIONS):
                group.create_task(worker())
        spent = perf_counter() - began
        database.close()
    return spent


def _parts(mime: bytes) -> tuple[dict[str, str], str, str]:
    """What the standard library is given: headers, text and HTML of the very letter."""
    mail = email.message_from_bytes(mime, policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    skipped = {"content-type", "mime-version", "content-transfer-encoding"}
    headers = {name: str(value) for name, value in mail.items() if name.lower() not in skipped}
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    return headers, text.get_content(), html.get_content() if html else ""


def _built(headers: dict[str, str], text: str, html: str) -> bytes:
    mail = EmailMessage(policy=email.policy.SMTP)
    for name, value in headers.items():
        mail[name] = value
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    return mail.as_bytes()
