"""Two machines on one PostgreSQL; one dies, is frozen, loses the database or the mail server.

Counted at the servers: nothing twice, nothing lost, and the other takes over within half a minute.
The limits of time are generous: what is measured is printed.
"""

import asyncio
import re
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import monotonic

from chaos.books import books, dossier_of, key_of
from chaos.folder import CREDITOR, Debt, debts
from chaos.line import TAKEN
from chaos.machines import Machine, arrived, machines, watched_by, watcher
from chaos.replies import SAYINGS, reply
from chaos.service import until
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import LetterState
from relance_mailer.dossier.values import CreditorId
from relance_mailer.ports import Fate, OutboxState
from servers.dovecot import Dovecot
from servers.postfix import Postfix
from servers.postgres import Postgres

TAKEOVER_SECONDS_MAX = 30.0
"""What a busy machine may add that starts a daemon and runs these tests."""
HOSTILE = next(n for n, (_, phase) in enumerate(SAYINGS) if phase is Phase.LEGAL)


def made_up(number: int, first: int) -> tuple[Debt, ...]:
    """Debts of one test alone, in the order in which their letters leave: largest first."""
    rows = [Debt(number=first + debt.number, amount=debt.amount) for debt in debts(number)]
    return tuple(reversed(rows))


def sorted_out(both: Sequence[Machine], watching: int | None) -> tuple[Machine, Machine]:
    """The one that watches, and the other."""
    one, other = both
    assert watching in {one.pid, other.pid}, [machine.service.said() for machine in both]
    return (one, other) if watching == one.pid else (other, one)


async def somebody_sends(both: Sequence[Machine], *, letters: int) -> None:
    """Wait until one of them has handed over so many."""
    waiting = [asyncio.create_task(one.smtp.reaches(TAKEN, letters)) for one in both]
    done, rest = await asyncio.wait(waiting, timeout=180, return_when=asyncio.FIRST_COMPLETED)
    for one in rest:
        one.cancel()
    assert done, [one.service.said()[-2_000:] for one in both]


async def hostile_word(dovecot: Dovecot, machine: Machine, debt: Debt) -> None:
    """The debtor insults us."""
    mailbox = machine.folder.where.mailbox
    said = reply(debt, Random(debt.number), to=mailbox, at=machine.now(), which=HOSTILE)
    await asyncio.to_thread(dovecot.deliver, said.raw, mailbox, sender=debt.email)


async def phase_becomes(machine: Machine, debt: Debt, phase: Phase, *, seconds: float) -> None:
    """Wait until the dossier stands there."""
    async with books(machine.folder) as house:
        end = monotonic() + seconds
        while (dossier := await dossier_of(house, debt)) is None or dossier.phase is not phase:
            assert monotonic() < end, f"{debt.dossier} : {dossier and dossier.phase}"
            await machine.service.lives_for(0.2)


async def all_done(machine: Machine, *, seconds: float, for_later: int = 0) -> None:
    """Wait until what was fetched is read, and what was queued has left or was withdrawn.

    `for_later` letters were kept back by their handover: they are looked at again in minutes.
    """
    async with books(machine.folder) as house:
        end = monotonic() + seconds
        while (await house.inbox.counts()).get(Fate.UNREAD, 0) or (
            (await house.outbox.counts()).get(OutboxState.QUEUED, 0) > for_later
        ):
            assert monotonic() < end, machine.service.said()[-3_000:]
            await machine.service.lives_for(0.2)


_ROAD = re.compile(rb"^(?:Received|Message-ID|Subject|Date)[^\n]*(?:\n[ \t][^\n]*)*", re.MULTILINE)


def _roads(copies: Sequence[bytes]) -> list[str]:
    """By which road each copy came: one letter of the daemon's, or one that a server doubled."""
    kept = re.compile(
        rb"^(?:Received|Message-ID|Subject|Date|X-Reminder)[^\n]*(?:\n[ \t][^\n]*)*", re.M
    )
    return [b"\n".join(kept.findall(copy)).decode(errors="replace") for copy in copies]


def _said_of(machine: Machine, row: Debt) -> str:
    """What both daemons' logs have of a dossier."""
    logs = sorted(machine.folder.root.parent.rglob("*.log"))
    lines = [line for log in logs for line in log.read_text(errors="replace").splitlines()]
    return "\n".join(line for line in lines if row.dossier in line or row.email in line)[-3_000:]


async def whole(machine: Machine, rows: Sequence[Debt], dovecot: Dovecot) -> dict[str, int]:
    """Nothing is twice, nothing is queued nor unread; how many letters stand where."""
    async with books(machine.folder, machine.now()) as house:
        pages = {row.number: key_of(row).page for row in rows}
        opened = await house.journal.read(list(pages.values()))
        counts = {str(state): n for state, n in (await house.outbox.counts()).items()}
        verified = await house.journal.verify({})
    assert not verified.broken
    for row in rows:
        copies = dovecot.messages(row.email)
        got = len(copies)
        dossier = opened[pages[row.number]].dossier
        assert dossier is not None, row
        assert got <= 1, f"{row.dossier} : {_roads(copies)}\n{_said_of(machine, row)}"
        states = {letter.state for letter in dossier.letters}
        if got == 0:
            in_doubt = states & {LetterState.LEAVING, LetterState.UNSURE}
            assert in_doubt or dossier.phase is Phase.LEGAL, (row.dossier, states)
        else:
            known = states & {LetterState.SENT, LetterState.LEAVING, LetterState.UNSURE}
            assert known, (row.dossier, states)
    return counts


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a story takes place, beside others."""

    dovecot: Dovecot
    postfix: Postfix
    root: Path
    database: str
    ends: asyncio.Barrier

    def machines(
        self, rows: Sequence[Debt], *, connections: int = 2
    ) -> AbstractAsyncContextManager[tuple[Machine, Machine]]:
        """Two machines on one database."""
        return machines(
            self.root,
            rows,
            dovecot=self.dovecot,
            postfix=self.postfix,
            database=self.database,
            connections=connections,
        )

    async def settles(self) -> None:
        """Wait until nobody sends any more, and all that the server took has arrived."""
        await self.ends.wait()
        await until(self.postfix.queue_is_empty, seconds=90, what=self.postfix.log())


async def a_machine_dies(scene: Scene) -> None:
    """kill -9 of the one that watches, in mid-sending: the other sends the rest, and reads."""
    rows = made_up(40, 60_000)
    async with scene.machines(rows) as both:
        for one in both:
            await one.start()
        await somebody_sends(both, letters=4)
        dead, left = sorted_out(both, await watcher(scene.database))
        await dead.service.kill()
        took = await watched_by(scene.database, left, seconds=TAKEOVER_SECONDS_MAX)
        print(f"une autre veille après {took:.1f} s")
        await arrived(scene.dovecot, rows, len(rows) - 2, seconds=180)
        last = rows[0]
        await hostile_word(scene.dovecot, left, last)
        await phase_becomes(left, last, Phase.LEGAL, seconds=180)
        await all_done(left, seconds=180)
        assert await left.service.end() == 0, left.service.said()
        await scene.settles()
        counts = await whole(left, rows, scene.dovecot)
    assert counts.get("queued", 0) == 0
    assert counts.get("leaving", 0) <= 2, counts
    assert took <= TAKEOVER_SECONDS_MAX


async def a_sender_is_frozen_and_wakes(scene: Scene) -> None:
    """Frozen between the commit that a letter is leaving and its first byte, woken after an insult.

    Its lease runs out, the other watches, reads the debtor's word and sends all the rest; when the
    first wakes, its letter does not leave, and the journal says so.
    """
    rows = made_up(24, 61_000)
    async with scene.machines(rows, connections=1) as (first, second):
        first.database.hold_after(b"LetterLeaving", b"COMMIT")
        await first.start()
        async with asyncio.timeout(180):
            await first.database.holds.wait()
        debt = await _leaving(second, rows)
        first.freeze()
        frozen_at = monotonic()
        first.database.let_go()
        await second.start()
        await watched_by(scene.database, second, seconds=TAKEOVER_SECONDS_MAX)
        took = monotonic() - frozen_at
        print(f"une autre veille {took:.1f} s après le gel")
        await hostile_word(scene.dovecot, second, debt)
        await phase_becomes(second, debt, Phase.LEGAL, seconds=180)
        await arrived(scene.dovecot, rows, len(rows) - 1, seconds=180)
        await second.service.lives_for(31.0 - (monotonic() - frozen_at))
        assert not scene.dovecot.messages(debt.email)
        first.wake()
        await _told(first, debt, "LetterStayed", seconds=180)
        assert await watcher(scene.database) == second.pid
        await all_done(second, seconds=180, for_later=1)
        assert (await first.service.end(), await second.service.end()) == (0, 0)
        await scene.settles()
        assert not scene.dovecot.messages(debt.email), "une lettre périmée est partie"
        counts = await whole(second, rows, scene.dovecot)
    assert counts["sent"] == len(rows) - 1, counts


async def _leaving(machine: Machine, rows: Sequence[Debt]) -> Debt:
    """The debt of which a letter is leaving, as the database has it."""
    creditor = CreditorId(CREDITOR)
    async with books(machine.folder) as house:
        end = monotonic() + 30
        while not (found := await house.outbox.in_state(creditor, [OutboxState.LEAVING])):
            assert monotonic() < end, "rien ne part"
    (row,) = found
    return next(one for one in rows if one.dossier == row.key.dossier)


async def _told(machine: Machine, debt: Debt, kind: str, *, seconds: float) -> None:
    """Wait until the dossier's page has an entry of that kind."""
    async with books(machine.folder) as house:
        end = monotonic() + seconds
        while kind not in {e.kind for e in await house.journal.entries(key_of(debt).page)}:
            assert monotonic() < end, machine.service.said()[-3_000:]
            await machine.service.lives_for(0.2)


async def a_machine_loses_the_database(scene: Scene) -> None:
    """In the middle of a transaction, packets vanish: its locks are not kept, its letters leave.

    When the line comes back, it works again, beside the one that took over.
    """
    rows = made_up(24, 62_000)
    async with scene.machines(rows, connections=1) as (first, second):
        await first.start()
        await first.database.client_said(b"LetterLeaving")
        first.database.freeze()
        cut_at = monotonic()
        await second.start()
        await watched_by(scene.database, second, seconds=TAKEOVER_SECONDS_MAX)
        print(f"une autre veille {monotonic() - cut_at:.1f} s après la coupure")
        await arrived(scene.dovecot, rows, len(rows), seconds=240)
        first.database.cut_now()
        first.database.mend()
        assert await watcher(scene.database) == second.pid
        await second.service.kill()
        await watched_by(scene.database, first, seconds=TAKEOVER_SECONDS_MAX)
        await all_done(first, seconds=180)
        assert await first.service.end() == 0, first.service.said()
        await scene.settles()
        await whole(first, rows, scene.dovecot)


async def a_machine_loses_the_mail_servers(scene: Scene) -> None:
    """Mailbox and submission refuse the one that watches: the other reads and sends everything."""
    rows = made_up(24, 63_000)
    async with scene.machines(rows) as (first, second):
        await first.start()
        await watched_by(scene.database, first, seconds=180)
        for line in (first.imap, first.smtp):
            line.refuse()
            line.cut_now()
        cut_at = monotonic()
        await second.start()
        await watched_by(scene.database, second, seconds=TAKEOVER_SECONDS_MAX)
        print(f"l'autre veille {monotonic() - cut_at:.1f} s après la coupure")
        await arrived(scene.dovecot, rows, len(rows) - 2, seconds=240)
        await hostile_word(scene.dovecot, second, rows[0])
        await phase_becomes(second, rows[0], Phase.LEGAL, seconds=180)
        await all_done(second, seconds=180, for_later=1)
        assert (await first.service.end(), await second.service.end()) == (0, 0)
        await scene.settles()
        await whole(second, rows, scene.dovecot)


STORIES = (
    a_machine_dies,
    a_sender_is_frozen_and_wakes,
    a_machine_loses_the_database,
    a_machine_loses_the_mail_servers,
)


async def test_whatever_happens_to_one_machine_the_other_does_its_work(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path, postgres: Postgres
) -> None:
    """Four stories side by side, for they mostly wait: each has two machines of its own."""
    ends = asyncio.Barrier(len(STORIES))
    async with AsyncExitStack() as stack, asyncio.TaskGroup() as group:
        for story in STORIES:
            root = tmp_path / story.__name__
            root.mkdir()
            database = stack.enter_context(postgres.database())
            scene = Scene(dovecot, postfix, root, database, ends)
            group.create_task(story(scene), name=story.__name__)
