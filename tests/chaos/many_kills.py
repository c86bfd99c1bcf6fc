"""Hundreds of kill -9 at every commit point by name: `python -m chaos.many_kills --kills 300`.

A first life without a death tells the points that exist (`chaos.doomed`); each is then killed
before and after, in turn, as often as there are kills to spend, at its first, second or third
passage. Between two deaths new debts fall due and debtors write. With two daemons the other one
works on beside the dying, and is killed itself now and then. A last start works in peace, and what
is counted is counted at the servers: 0 lost, 0 twice, 0 hung, doubts at most one a connection and
kill, each in review.

Runs from the project's root with `PYTHONPATH=.:tests nice -n 10 python -m chaos.many_kills`.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random, SystemRandom
from time import monotonic

from chaos.folder import ROOT, Debt, Folder, Where, debts
from chaos.line import SlowLine, slow_line
from chaos.service import Service, running
from chaos.trial import Trial, check_letters, check_queues, check_replies
from relance_mailer.dossier import events as e
from servers.dovecot import Dovecot, running_dovecot
from servers.postfix import Postfix, running_postfix
from servers.postgres import running_postgres

CONNECTIONS = 2
ANSWER_SECONDS = 0.02
DEBTS_A_LIFE = 4
FIRST_LIFE_SECONDS = 180.0
HUNG_SECONDS = 60.0
PATIENCE_SECONDS = 20.0
"""A point that is not reached by then is not reached in this life: the kill comes as it is."""
NTH_MAX = 3
MISSED_MAX = 2
NEIGHBOUR_DIES_EVERY = 7


@dataclass(slots=True)
class Tally:
    """What the kills were."""

    kills: int = 0
    at_points: Counter[str] = field(default_factory=Counter)
    elsewhere: int = 0  # the point was not reached in that life
    neighbours: int = 0
    longest_seconds: float = 0.0
    unsure: int = 0
    departures: int = 0
    points: tuple[str, ...] = ()


@asynccontextmanager
async def life(trial: Trial, point: str, *, nth: int, trace: Path | None) -> AsyncIterator[Service]:
    """A daemon that dies at a point, or with the block."""
    when, _, name = point.partition(" ")
    plan = {
        "settings": str(trial.folder.settings),
        "now": trial.now().isoformat(),
        "point": name,
        "when": when,
        "nth": nth,
        "trace": str(trace) if trace else "",
    }
    log = trial.folder.root / "doomed.log"
    with log.open("ab") as sink:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "chaos.doomed",
            json.dumps(plan),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=sink,
            stderr=sink,
            env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"},
        )
    service = Service(process, log)
    try:
        yield service
    finally:
        await service.kill()


class Killing:
    """A trial whose debts grow, and whose daemons die at names."""

    def __init__(
        self, trial: Trial, tally: Tally, *, patience_seconds: float = PATIENCE_SECONDS
    ) -> None:
        self.trial, self.tally = trial, tally
        self._patience_seconds = patience_seconds
        self._silent: list[Debt] = []
        self._base = 100_000

    def begins_with(self, number: int) -> None:
        """The number of the first debtor: nobody else looks into these mailboxes."""
        self._base = number

    async def first_life(self) -> tuple[str, ...]:
        """Live and end in order; answers the points that were passed."""
        trace = self.trial.folder.root / "points"
        await self._more()
        async with life(self.trial, "", nth=0, trace=trace) as service:
            await self._passes(service, trace, "LetterSent", "mailbox.append")
            await self.trial.somebody_writes([])
            await self._passes(service, trace, "inbox.keep", "MessageRead")
            assert await service.end() == 0, service.said()[-2_000:]
        self.tally.points = _told(trace)
        return self.tally.points

    async def _passes(self, service: Service, trace: Path, *names: str) -> None:
        end = monotonic() + FIRST_LIFE_SECONDS
        while not all(any(name in one for one in _told(trace)) for name in names):
            assert monotonic() < end, f"{_told(trace)} : {service.said()[-2_000:]}"
            assert not service.has_ended, service.said()[-2_000:]
            await service.lives_for(0.2)

    async def kill(
        self, points: Sequence[str], kills: int, *, neighbour: bool, until: float
    ) -> None:
        """So many deaths, point after point; the other daemon lives on beside them.

        A point that was missed twice is left out: some are passed in a first life only.
        """
        missed: Counter[str] = Counter()
        async with AsyncExitStack() as beside:
            other = await self._beside(beside) if neighbour else None
            number = 0
            while self.tally.kills < kills and monotonic() < until:
                left = [point for point in points if missed[point] < MISSED_MAX] or list(points)
                point = left[number % len(left)]
                nth = 1 + (number // len(points)) % NTH_MAX
                number += 1
                await self._more()
                missed[point] = 0 if await self._one(point, nth) else missed[point] + 1
                if other is not None and number % NEIGHBOUR_DIES_EVERY == NEIGHBOUR_DIES_EVERY - 1:
                    assert not other.has_ended, other.said()[-3_000:]
                    await other.kill()
                    self.tally.neighbours += 1
                    self.tally.kills += 1
                    other = await self._beside(beside)

    async def _beside(self, stack: AsyncExitStack) -> Service:
        now = self.trial.now().isoformat()
        return await stack.enter_async_context(running(self.trial.folder, now=now, name="voisin"))

    async def _one(self, point: str, nth: int) -> bool:
        """One life; whether it ended at its point."""
        began = monotonic()
        async with life(self.trial, point, nth=nth, trace=None) as service:
            await self._somebody_writes()
            await service.lives_for(self._patience_seconds)
            if service.has_ended:
                assert service.process.returncode == -9, service.said()[-3_000:]
                self.tally.at_points[point] += 1
                reached = True
            else:
                self.tally.elsewhere += 1
                reached = False
        self.tally.kills += 1
        self.trial.kills += 1
        self.tally.longest_seconds = max(self.tally.longest_seconds, monotonic() - began)
        if self.tally.kills % 10 == 0:
            print(f"{self.tally.kills} kills, {len(self.trial.debts)} dossiers", flush=True)
        return reached

    async def _more(self) -> None:
        """New invoices fall due: the next life has letters to send."""
        known = list(self.trial.debts)
        base = known[0].number if known else self._base
        new = [
            Debt(number=base + len(known) + one.number, amount=one.amount)
            for one in debts(DEBTS_A_LIFE)
        ]
        self._silent.append(new[0])
        self.trial.debts = (*known, *new)
        self.trial.folder.write_ledger(self.trial.debts)

    async def _somebody_writes(self) -> None:
        # Of a debt that is older than the last lives: of the newest the daemon may not know yet,
        # and what an unknown debtor writes waits for a human.
        early = self._silent[-4:-3] if len(self._silent) % 3 == 0 else []
        await self.trial.somebody_writes(early)

    async def judge(self) -> None:
        """Work in peace, then count."""
        await self.trial.work_in_peace()
        dossiers = await self.trial.dossiers()
        check_letters(self.trial, dossiers)
        check_replies(self.trial, dossiers)
        self.tally.unsure = await check_queues(self.trial, dossiers)
        self.tally.departures = sum(
            isinstance(event, e.LetterLeaving)
            for _, events in dossiers.values()
            for event in events
        )
        assert self.tally.unsure <= CONNECTIONS * self.tally.kills
        allowed = HUNG_SECONDS + self._patience_seconds
        assert self.tally.longest_seconds < allowed, self.tally


def _told(trace: Path) -> tuple[str, ...]:
    lines = trace.read_text().split("\n") if trace.exists() else []
    return tuple(sorted({line for line in lines if line}))


def trial_of(
    root: Path, database: str, dovecot: Dovecot, postfix: Postfix, line: SlowLine, seed: int
) -> Trial:
    """A folder without any debt yet."""
    where = Where(mailbox=dovecot.fresh_user(), smtp_port=line.port, imap_port=dovecot.imap_port)
    folder = Folder(root, where, database=database).write(())
    return Trial(folder, (), dovecot, postfix, line, Random(seed))


async def main(kills: int, database: str, daemons: int, seed: int, minutes: float) -> Tally:
    """The whole command; after so many minutes no more are killed, and what there is is judged."""
    tally, until = Tally(), monotonic() + minutes * 60.0
    async with AsyncExitStack() as stack:
        dovecot = stack.enter_context(running_dovecot())
        postfix = stack.enter_context(running_postfix(dovecot))
        line = await stack.enter_async_context(
            slow_line(postfix.plain_port, seconds=ANSWER_SECONDS)
        )
        url = "sqlite:///relance.db"
        if database == "postgres":
            url = stack.enter_context(stack.enter_context(running_postgres()).database())
        root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="relance-kills-")))
        killing = Killing(trial_of(root, url, dovecot, postfix, line, seed), tally)
        points = list(await killing.first_life())
        print(f"{len(points)} points", flush=True)
        Random(seed).shuffle(points)
        await killing.kill(points, kills, neighbour=daemons > 1, until=until)
        await killing.judge()
    return tally


def report(tally: Tally, seconds: float) -> str:
    """What a person reads at the end."""
    never = [point for point in tally.points if not tally.at_points[point]]
    return "\n".join(
        (
            f"{tally.kills} kills in {seconds:.0f} s: {tally.at_points.total()} at "
            f"{len(tally.at_points)} of {len(tally.points)} points, {tally.elsewhere} elsewhere, "
            f"{tally.neighbours} of the neighbour",
            f"{tally.departures} departures, {tally.unsure} in doubt (each in review), 0 twice, "
            f"0 lost, longest life {tally.longest_seconds:.1f} s",
            *(f"never reached: {point}" for point in never),
        )
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--daemons", type=int, choices=(1, 2), default=1)
    parser.add_argument("--minutes", type=float, default=240.0)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(1_000_000))
    asked = parser.parse_args()
    print(f"--seed {asked.seed}", flush=True)
    started = monotonic()
    done = asyncio.run(main(asked.kills, asked.database, asked.daemons, asked.seed, asked.minutes))
    print(report(done, monotonic() - started))
