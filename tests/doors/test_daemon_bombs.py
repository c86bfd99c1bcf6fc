"""The real daemon, bombs in its mailbox: memory is bounded, all is kept, the queue goes on."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from random import Random

import psutil

from chaos.books import books, dossier_of
from chaos.folder import MORNING, Folder, Where, debts
from chaos.replies import reply
from chaos.service import running, until
from relance_mailer.dossier.phases import Phase
from relance_mailer.ports import Fate
from servers.dovecot import running_dovecot
from servers.sink import running_sink
from values.bombs import BOMBS

HEAVY = (
    "an_attachment_of_forty_megabytes",
    "a_line_of_forty_megabytes",
    "zero_bytes",
    "parts_in_parts",
    "very_many_headers",
    "nested_tags",
    "zip_of_zips",
    "reports_without_end",
)
MEBIBYTES_MAX = 400
"""Above the daemon at rest, whatever arrives."""
SECONDS_MAX = 240.0
PROMISE = 0


async def test_bombs_in_the_mailbox_are_kept_shown_and_passed(tmp_path: Path) -> None:
    raws = [BOMBS[name]().replace(b"<bombe@", b"<%s@" % name.encode()) for name in HEAVY]
    rows = debts(2)
    promised = rows[1]
    with running_dovecot() as dovecot, running_sink() as sink:
        where = Where(
            mailbox=dovecot.fresh_user(), smtp_port=sink.port, imap_port=dovecot.imap_port
        )
        folder = Folder(tmp_path, where).write(rows)
        async with running(folder, now=MORNING) as service:
            await service.says("action=file-copies", seconds=60)
            process = psutil.Process(service.process.pid)
            at_rest = process.memory_info().rss
            # From here on the peak is counted anew (proc(5)).
            Path(f"/proc/{process.pid}/clear_refs").write_text("5")
            dovecot.append(where.mailbox, *raws)
            at = datetime.fromisoformat(MORNING)
            last = reply(promised, Random(1), to=where.mailbox, at=at, which=PROMISE)
            dovecot.deliver(last.raw, where.mailbox, sender=promised.email)
            await until(
                lambda: _promised(folder, promised.dossier),
                seconds=SECONDS_MAX,
                what="the reply behind the bombs",
            )
            assert _peak(process.pid) - at_rest < MEBIBYTES_MAX * 1024 * 1024
            assert await service.end() == 0, service.said()[-4_000:]
            assert "erreur interne" not in service.said()
        async with books(folder) as house:
            counts = await house.inbox.counts()
            held = await dossier_of(house, promised)
            bombed = await dossier_of(house, rows[0])
    assert held is not None
    assert held.phase is Phase.HELD
    assert counts.get(Fate.UNREAD, 0) == 0
    # Our two letters' copies, the reply, and every bomb: none is lost.
    assert sum(counts.values()) >= len(HEAVY) + 1
    assert bombed is not None
    assert bombed.messages or bombed.phase is Phase.REVIEW


def _peak(pid: int) -> int:
    """The most that a process held, in bytes."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) * 1024


def _promised(folder: Folder, dossier: str) -> bool:
    """Whether the promise of a dossier stands in the journal."""
    asks = "SELECT count(*) FROM journal WHERE page LIKE ? AND kind = 'PromiseMade'"
    with closing(sqlite3.connect(folder.root / "relance.db")) as database:
        return bool(database.execute(asks, (f"%{dossier}",)).fetchone()[0])
