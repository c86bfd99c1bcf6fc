"""One real hour of the daemon at a hundred times its ordinary load: is it the same at the end?

Ordinary is a house that sends 50 letters on a working day of ten hours and gets as many mails: five
of each an hour. So many times that, 500 letters and an answer to each, or 5 000 of them with
`--times 1000`, go through the real `relance run`, Dovecot and an SMTP server, with a ledger that
grows and is paid every minute and somebody who reads at the desk; how many times the ordinary load
passed is told. Every ten seconds the process is asked what it holds; a line is fitted through what
follows the warm-up. At the end the journal is verified and what the mail server took is counted.

Before the hour the same process sends `--before` letters as fast as it can, each of them answered:
what it remembers (32 MiB of the database's pages, ten thousand entries as objects, thousands of
words and phrases) has its full size when the hour begins, where a house takes weeks to fill it.

Flat is: the line rises by less than `FLAT_SHARE` of what the process holds in an hour, and not by
one descriptor in the time that it was looked at.
"""

import asyncio
import json
import statistics
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from time import monotonic

import psutil

from benchmarks.measure import Figure
from benchmarks.soak_load import Debtors, Reader, write_ledger
from chaos.folder import MORNING, Debt, Folder, Where, debts
from chaos.service import Service, asked, running, told, until
from servers.dovecot import Dovecot, running_dovecot
from servers.ports import free_port
from servers.process import answers
from servers.sink import Sink, running_sink

ORDINARY_A_DAY = 50
WORKING_HOURS = 10
TIMES = 100
FLAT_SHARE = 0.01
BEFORE = 5_000
UNPACED = 100_000
FILLING_SECONDS = 1_800.0
SAMPLE_SECONDS = 10.0
LEDGER_SECONDS = 60.0
LOOK_SECONDS = 2.0
WARM_UP = 0.25
"""The share of the time in which caches fill, and which no line is fitted through."""
DRAIN_SECONDS = 180.0
PASSWORD = "une phrase assez longue"
MIB = 1024.0 * 1024.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """What the process held at a moment, `second` after the hour began."""

    second: float
    rss_mib: float
    descriptors: int
    threads: int
    database_mib: float
    letters: int
    mails: int


async def run(
    minutes: float, journal: Path | None = None, *, times: float = TIMES, before: int = BEFORE
) -> list[Figure]:
    """`times` the ordinary load for so many minutes; samples go to `journal`, a JSON line each."""
    an_hour = ORDINARY_A_DAY / WORKING_HOURS * times
    letters = max(1, round(an_hour * minutes / 60))
    with (
        running_dovecot() as dovecot,
        running_sink() as sink,
        tempfile.TemporaryDirectory() as place,
    ):
        rows = debts(before + letters)
        folder = _folder(Path(place), dovecot, sink, rows)
        await _colleague(folder)
        debtors = Debtors(dovecot, sink.folder, folder.where.mailbox, Random(6))
        write_ledger(folder, rows[:before], set())
        async with running(folder, now=MORNING) as service:
            soak = _Soak(service, folder, debtors, rows, journal, an_hour, before)
            await soak.until_full(before)
            samples = await soak.whole(minutes * 60)
            assert await service.end() == 0, service.said()[-4_000:]
        return await _figures(folder, soak, samples)


def _folder(place: Path, dovecot: Dovecot, sink: Sink, rows: Sequence[Debt]) -> Folder:
    mailbox = dovecot.fresh_user()
    where = Where(mailbox=mailbox, smtp_port=sink.port, imap_port=dovecot.imap_port)
    folder = Folder(place, where, smtp={"letters_per_minute": UNPACED}).write(rows)
    with folder.settings.open("a", encoding="utf-8") as settings:
        settings.write(f'\n[desk]\nlisten = "127.0.0.1:{free_port()}"\n')
    return folder


def _desk_url(folder: Folder) -> str:
    return "http://" + folder.settings.read_text().rpartition('listen = "')[2].partition('"')[0]


async def _colleague(folder: Folder) -> None:
    words = ("user", "add", "Anne Roux", "--role", "manager", "--password-stdin")
    code, _, err = await asked(folder, *words, now=MORNING, said=PASSWORD)
    assert code == 0, err


class _Soak:
    """The hour itself: the load beside the daemon, and what is seen of it."""

    def __init__(
        self,
        service: Service,
        folder: Folder,
        debtors: Debtors,
        rows: Sequence[Debt],
        journal: Path | None,
        an_hour: float,
        before: int,
    ) -> None:
        self.service, self.folder, self.debtors, self._rows = service, folder, debtors, rows
        self._an_hour, self._before = an_hour, before
        self.reader = Reader(_desk_url(folder), "Anne Roux", PASSWORD, Random(7))
        self._journal = journal
        self._process = psutil.Process(service.process.pid)
        self._came_up = self._began = monotonic()
        self._samples: list[Sample] = []

    async def whole(self, seconds: float) -> list[Sample]:
        """Under load for so long, then until what is on its way has arrived."""
        port = int(self.reader.url.rpartition(":")[2])
        await until(lambda: answers(port), seconds=60, what="the desk")
        await asyncio.to_thread(self.reader.sign_in)
        self._began = monotonic()
        tasks = [
            asyncio.create_task(work)
            for work in (
                self._every(1.0, self._mails),
                self._every(LEDGER_SECONDS, self._ledger),
                self._every(
                    LOOK_SECONDS, lambda: self.reader.looks(self._rows[: max(1, self._before)])
                ),
                self._every(SAMPLE_SECONDS, self._sample),
            )
        ]
        try:
            done, _ = await asyncio.wait(
                tasks, timeout=seconds, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        await self._drained()
        return self._samples

    async def until_full(self, letters: int) -> None:
        """Until so many letters have left and each of them was answered and read."""
        end = monotonic() + FILLING_SECONDS
        while self.debtors.letters.total() < letters:
            assert not self.service.has_ended, self.service.said()[-4_000:]
            assert monotonic() < end, self.debtors.letters.total()
            await self._mails()
            await self.service.lives_for(1.0)
        await self._drained()

    async def _every(self, seconds: float, act: Callable[[], Awaitable[None]]) -> None:
        while True:
            began = monotonic()
            assert not self.service.has_ended, self.service.said()[-4_000:]
            await act()
            await self.service.lives_for(max(0.05, seconds - (monotonic() - began)))

    def _now(self) -> datetime:
        return datetime.fromisoformat(MORNING) + timedelta(seconds=monotonic() - self._came_up)

    async def _mails(self) -> None:
        await asyncio.to_thread(self.debtors.answer, self._now())

    async def _ledger(self) -> None:
        due = self._before + round(self._an_hour * (monotonic() - self._began) / 3600)
        rows, payers = self._rows[:due], set(self.debtors.payers)
        await asyncio.to_thread(write_ledger, self.folder, rows, payers)

    async def _sample(self) -> None:
        database = self.folder.root / "relance.db"
        sample = Sample(
            second=round(monotonic() - self._began, 1),
            rss_mib=self._process.memory_info().rss / MIB,
            descriptors=self._process.num_fds(),
            threads=self._process.num_threads(),
            database_mib=database.stat().st_size / MIB,
            letters=self.debtors.letters.total(),
            mails=self.debtors.mails.total(),
        )
        self._samples.append(sample)
        if self._journal is not None:
            with self._journal.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(sample)) + "\n")
        if sys.stderr.isatty():
            print(f"\r{_in_words(sample)}   ", end="", file=sys.stderr, flush=True)

    async def _drained(self) -> None:
        """Every mail that was delivered is read."""
        end = monotonic() + DRAIN_SECONDS
        while True:
            (status,) = await told(self.folder, "status", now=self._now().isoformat())
            if not status["unread"]:
                return
            assert monotonic() < end, status
            await self.service.lives_for(2.0)


def _in_words(sample: Sample) -> str:
    return (
        f"{sample.second / 60:5.1f} min · {sample.letters} letters · {sample.mails} mails · "
        f"{sample.rss_mib:.0f} MiB · {sample.descriptors} descriptors · {sample.threads} threads"
    )


async def _figures(folder: Folder, soak: _Soak, samples: list[Sample]) -> list[Figure]:
    code, out, err = await asked(folder, "verify", "--json", now=MORNING)
    verified = json.loads(out)
    assert code == 0, (verified, err)
    warm = [one for one in samples if one.second >= samples[-1].second * WARM_UP]
    twice = [name for name, times in soak.debtors.letters.items() if times > 1]
    assert not twice, twice
    hours = samples[-1].second / 3600
    rises = slope([(one.second, one.rss_mib) for one in warm])
    opens = slope([(one.second, float(one.descriptors)) for one in warm])
    held = statistics.median(one.rss_mib for one in warm)
    watched = (warm[-1].second - warm[0].second) / 3600
    return [
        _figure("load lasted", "min", samples[-1].second / 60),
        _figure("letters that left, each once", "letters/h", _left(samples) / hours),
        _figure(
            "mails that came, all read", "mails/h", (samples[-1].mails - samples[0].mails) / hours
        ),
        _figure(
            "times the ordinary load, letters",
            "",
            _rate_at_work(samples) / (ORDINARY_A_DAY / WORKING_HOURS),
        ),
        _figure("pages of the desk opened", "pages/h", soak.reader.opened.total() / hours),
        _figure("of which refused", "pages", float(len(soak.reader.troubles))),
        Figure(name="a page took", unit="s", values=tuple(soak.reader.seconds)),
        Figure(name="memory after warm-up", unit="MiB", values=tuple(one.rss_mib for one in warm)),
        _figure("memory, slope after warm-up", "MiB/h", rises),
        _figure("memory is flat (1: yes)", "", float(rises < held * FLAT_SHARE)),
        Figure(
            name="descriptors after warm-up",
            unit="",
            values=tuple(float(one.descriptors) for one in warm),
        ),
        _figure("descriptors, slope after warm-up", "/h", opens),
        _figure("descriptors are flat (1: yes)", "", float(opens * watched < 1)),
        Figure(
            name="threads after warm-up",
            unit="",
            values=tuple(float(one.threads) for one in warm),
        ),
        _figure("database at the end", "MiB", samples[-1].database_mib),
        _figure("journal verified, entries", "", float(verified["entries"])),
    ]


def _left(samples: Sequence[Sample]) -> int:
    return samples[-1].letters - samples[0].letters


def _rate_at_work(samples: Sequence[Sample]) -> float:
    """Letters an hour from the first one that left to the end: before it they are only planned."""
    first = next((one for one in samples if one.letters > samples[0].letters), samples[-1])
    seconds = samples[-1].second - first.second
    return (samples[-1].letters - first.letters) * 3600 / seconds if seconds else 0.0


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The line of least squares through (second, value), as a rise an hour."""
    if len(points) < 2:
        return 0.0
    line = statistics.linear_regression(*zip(*points, strict=True))
    return line.slope * 3600


def _figure(name: str, unit: str, value: float) -> Figure:
    return Figure(name=name, unit=unit, values=(value,))
