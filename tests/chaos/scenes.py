"""What stories of several machines on one PostgreSQL share: their scene, and what is counted."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from time import monotonic

from chaos.books import books, dossier_of, key_of
from chaos.folder import CREDITOR, SHIPPED, Debt, debts
from chaos.line import TAKEN
from chaos.machines import Machine, machines
from chaos.replies import SAYINGS, Reply, reply
from chaos.service import PROGRAM, until
from relance_mailer.dossier.events import LetterLeaving, MessageRead
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import LetterState
from relance_mailer.dossier.values import CreditorId
from relance_mailer.ports import Fate, OutboxState
from servers.dovecot import Dovecot
from servers.postfix import Postfix
from servers.postgres import Postgres

HOSTILE = next(n for n, (_, phase) in enumerate(SAYINGS) if phase is Phase.LEGAL)
LATER = timedelta(minutes=20)


def made_up(number: int, first: int) -> tuple[Debt, ...]:
    """Debts of one test alone, in the order in which their letters leave: largest first."""
    rows = [Debt(number=first + debt.number, amount=debt.amount) for debt in debts(number)]
    return tuple(reversed(rows))


async def somebody_sends(both: Sequence[Machine], *, letters: int) -> None:
    """Wait until one of them has handed over so many."""
    waiting = [asyncio.create_task(one.smtp.reaches(TAKEN, letters)) for one in both]
    done, rest = await asyncio.wait(waiting, timeout=180, return_when=asyncio.FIRST_COMPLETED)
    for one in rest:
        one.cancel()
    assert done, [one.service.said()[-2_000:] for one in both]


async def hands_over(machine: Machine, more: int, *, words: bytes = TAKEN) -> None:
    """Wait until it has handed over so many letters more, or come so often to these words."""
    number = machine.smtp.passed[words] + more
    try:
        async with asyncio.timeout(180):
            await machine.smtp.reaches(words, number)
    except TimeoutError:
        said = machine.service.said()[-3_000:]
        raise TimeoutError(f"{machine.name} : {number} fois {words!r} : {said}") from None


async def hostile_word(dovecot: Dovecot, machine: Machine, debt: Debt) -> Reply:
    """The debtor insults us."""
    mailbox = machine.folder.where.mailbox
    said = reply(debt, Random(debt.number), to=mailbox, at=machine.now(), which=HOSTILE)
    await asyncio.to_thread(dovecot.deliver, said.raw, mailbox, sender=debt.email)
    return said


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


async def settles_doubts(machine: Machine, *, module: str = PROGRAM) -> None:
    """It starts again, so much later that what is in doubt is a human's and what stayed leaves."""
    creditor, open_ = CreditorId(CREDITOR), [OutboxState.QUEUED, OutboxState.LEAVING]
    async with books(machine.folder) as house:
        if not await house.outbox.in_state(creditor, open_):
            return
        await machine.start(later=LATER, module=module)
        end = monotonic() + 180
        while left := await house.outbox.in_state(creditor, open_):
            assert monotonic() < end, f"{left} : {machine.service.said()[-3_000:]}"
            await machine.service.lives_for(0.2)
    assert await machine.service.end() == 0, machine.service.said()


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
        if LetterState.UNSURE in states:
            assert dossier.phase in {Phase.REVIEW, Phase.LEGAL}, (row.dossier, dossier.phase)
    return counts


async def read_once(machine: Machine, replies: Sequence[Reply]) -> None:
    """Every reply was read, and no letter began to leave after it."""
    async with books(machine.folder) as house:
        for one in replies:
            entries = await house.journal.entries(key_of(one.debt).page)
            events = [entry.event for entry in entries if entry.event is not None]
            read = [
                place
                for place, event in enumerate(events)
                if isinstance(event, MessageRead) and event.message_id == one.message_id
            ]
            assert len(read) == 1, f"{one.debt.dossier} : réponse lue {len(read)} fois"
            late = [event for event in events[read[0] :] if isinstance(event, LetterLeaving)]
            assert not late, f"{one.debt.dossier} : {late}"


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a story takes place, beside others."""

    dovecot: Dovecot
    postfix: Postfix
    root: Path
    database: str
    ends: asyncio.Barrier

    def machines(
        self,
        rows: Sequence[Debt],
        *,
        connections: int = 2,
        names: Sequence[str] = ("un", "deux"),
        config: Path = SHIPPED,
    ) -> AbstractAsyncContextManager[tuple[Machine, ...]]:
        """Two machines on one database, or as many as are named."""
        return machines(
            self.root,
            rows,
            dovecot=self.dovecot,
            postfix=self.postfix,
            database=self.database,
            connections=connections,
            names=names,
            config=config,
        )

    async def settles(self) -> None:
        """Wait until nobody sends any more, and all that the server took has arrived."""
        await self.ends.wait()
        await until(self.postfix.queue_is_empty, seconds=90, what=self.postfix.log())


Story = Callable[[Scene], Awaitable[None]]


async def play(
    stories: Mapping[str, Story],
    root: Path,
    *,
    dovecot: Dovecot,
    postfix: Postfix,
    postgres: Postgres,
) -> None:
    """Stories side by side, for they mostly wait: each has machines and a database of its own."""
    ends = asyncio.Barrier(len(stories))
    async with AsyncExitStack() as stack, asyncio.TaskGroup() as group:
        for name, story in stories.items():
            folder = root / name
            folder.mkdir()
            database = stack.enter_context(postgres.database())
            scene = Scene(dovecot, postfix, folder, database, ends)
            group.create_task(story(scene), name=name)
