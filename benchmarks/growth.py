"""What a letter with its answer leaves in memory: the soak's question without the soak's hour.

One process, the real sending and reading, a mail server that takes everything; debtors answer each
letter as in the soak. Every so many letters what the process holds is asked, after a collection of
garbage; a line is fitted through what follows the warm-up.
"""

import asyncio
import gc
import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random

import psutil

from benchmarks.measure import Figure
from benchmarks.soak_load import Debtors
from chaos.folder import CREDITOR, MORNING, Folder, Where, debts
from fakes.mailbox import FakeMailbox
from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.fetch_mail import fetch_mail
from relance_mailer.flows.house import inbox_read_key
from relance_mailer.flows.plan_letters import plan_letters
from relance_mailer.flows.read_mail.one_pass import read_mail
from relance_mailer.flows.send_letters import send_letters
from relance_mailer.flows.sync_ledger import sync_ledger
from relance_mailer.settings.loading import load
from relance_mailer.wiring.build import Relance, build
from servers.sink import running_sink

US = CreditorId(CREDITOR)
SAMPLE_LETTERS = 250
WARM_UP = 0.25
"""The share of the letters in which caches fill, and which no line is fitted through."""


@dataclass
class _Post:
    """Where the debtors' mails are delivered; the mailbox forgets what was fetched."""

    mailbox: FakeMailbox
    uids: list[int] = field(default_factory=list)

    def deliver(self, raw: bytes, to: str) -> None:
        self.uids.append(self.mailbox.put(raw))

    def fetched(self) -> None:
        while self.uids:
            self.mailbox.take(self.uids.pop())
        self.mailbox.calls.clear()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Sample:
    letters: int
    rss: int
    blocks: int


async def run(number: int) -> list[Figure]:
    """So many letters with their answers."""
    with running_sink() as sink, tempfile.TemporaryDirectory() as place:
        where = Where(mailbox="relances@example.net", smtp_port=sink.port, imap_port=1)
        folder = Folder(Path(place), where).write(debts(number))
        relance = await build(load(folder.settings), now=datetime.fromisoformat(MORNING))
        try:
            samples = await _answered(relance, sink.folder, number)
        finally:
            await relance.close()
    warm = [one for one in samples if one.letters >= number * WARM_UP]
    blocks = [(one.letters, one.blocks) for one in warm]
    memory = [(one.letters, one.rss / 1024) for one in warm]
    return [
        Figure(name="letters, each answered", unit="", values=(float(samples[-1].letters),)),
        Figure(name="memory", unit="MiB", values=tuple(one.rss / 1024 / 1024 for one in warm)),
        Figure(name="memory, a letter", unit="KiB", values=(_slope(memory),)),
        Figure(name="objects, a letter", unit="", values=(_slope(blocks),)),
    ]


async def _answered(relance: Relance, taken: Path, number: int) -> list[_Sample]:
    house, creditor, doors = relance.house, relance.creditors[US], relance.doors[US]
    mailbox = FakeMailbox(creditor.mailbox)
    post = _Post(mailbox)
    debtors = Debtors(post, taken, creditor.mailbox, Random(6))
    await sync_ledger(house, creditor, doors.ledger)
    await house.register.set(inbox_read_key(US), house.clock.now().isoformat())
    await plan_letters(house, creditor)
    samples: list[_Sample] = []
    sent = 0
    while len(samples) < number // SAMPLE_LETTERS:
        assert not await house.journal.went_back()
        posted = await send_letters(house, creditor, doors.mailer)
        sent += len(posted.sent)
        if posted.sent and sent < (len(samples) + 1) * SAMPLE_LETTERS:
            continue
        await asyncio.to_thread(debtors.answer, house.clock.now())
        await fetch_mail(house, creditor, mailbox, full=True)
        while (await read_mail(house, creditor)).more:
            pass
        post.fetched()
        samples.append(_sample(sent))
        if not posted.sent:
            break
    return samples


def _sample(letters: int) -> _Sample:
    gc.collect()
    rss = psutil.Process().memory_info().rss
    return _Sample(letters=letters, rss=rss, blocks=sys.getallocatedblocks())


def _slope(points: Sequence[tuple[float, float]]) -> float:
    return statistics.linear_regression(*zip(*points, strict=True)).slope
