"""A running daemon, its debtors and its books; what arrived is counted at the servers."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from chaos.books import books, dossier_of, key_of
from chaos.folder import CREDITOR, MORNING, Debt, Folder, Where
from chaos.replies import SAYINGS, reply
from chaos.service import Service, running, told
from relance_mailer.daemon.clockwork import Job
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier, LetterState
from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.house import House, fault_key
from servers.dovecot import Dovecot
from servers.sink import Sink, running_sink

BREZANCE = CreditorId(CREDITOR)
HANG_SECONDS = 60.0
"""Nothing takes longer, the half minute for which a server thinks included."""
START = datetime.fromisoformat(MORNING)
HOSTILE = next(number for number, (_, phase) in enumerate(SAYINGS) if phase is Phase.LEGAL)
ENDS = b"-alt--"
"""The last line of a letter: smtp-sink keeps the beginning of one that was cut short."""


def made_up(number: int, first: int) -> tuple[Debt, ...]:
    """Debts of one test alone, in the order in which their letters leave: largest first."""
    return tuple(Debt(number=first + n, amount=Decimal(2000 - n)) for n in range(number))


@dataclass(frozen=True, slots=True)
class Life:
    """A running daemon, and its books read beside it."""

    service: Service
    house: House

    async def comes_to(self, happened: Callable[[], Awaitable[bool]], what: str) -> None:
        """Wait until it happened; a daemon that lets a minute of its own go by hangs."""
        began = self.service.own_time
        while not await happened():
            said = self.service.said()[-3_000:]
            assert not self.service.has_ended, said
            assert self.service.own_time - began < HANG_SECONDS, f"{what} : {said}"
            await self.service.lives_for(0.1)

    async def says(self, words: str) -> None:
        """Wait until its log has these words."""

        async def said() -> bool:
            return words in self.service.said()

        await self.comes_to(said, words)

    async def fails(self, job: Job, words: str) -> None:
        """Wait until the status says so of a job."""

        async def does() -> bool:
            return words in (await self.house.register.get(fault_key(BREZANCE, job)) or "")

        await self.comes_to(does, words)

    async def stand(self, row: Debt, *, state: LetterState) -> None:
        """Wait until the only letter of a dossier stands there."""

        async def stands() -> bool:
            return await states(self.house, row) == [state]

        await self.comes_to(stands, f"{row.dossier} {state}")

    async def all_have_left(self, rows: Iterable[Debt]) -> None:
        """Wait until the only letter of each dossier was taken."""
        for row in rows:
            await self.stand(row, state=LetterState.SENT)

    async def phase(self, row: Debt, *, is_now: Phase) -> None:
        """Wait until a dossier stands there."""

        async def stands() -> bool:
            dossier = await dossier_of(self.house, row)
            return dossier is not None and dossier.phase is is_now

        await self.comes_to(stands, f"{row.dossier} {is_now}")

    async def journaled(self, row: Debt, kind: str) -> None:
        """Wait until a dossier's page has an entry of that kind."""

        async def stands() -> bool:
            entries = await self.house.journal.entries(key_of(row).page)
            return kind in {entry.kind for entry in entries}

        await self.comes_to(stands, f"{row.dossier} {kind}")


@dataclass(frozen=True, slots=True)
class Scene:
    """The operator's folder, his debtors, and the sink to which the letters go."""

    folder: Folder
    rows: Sequence[Debt]
    sink: Sink

    @asynccontextmanager
    async def life(self, *, seconds: int = 0, minutes: int = 0) -> AsyncIterator[Life]:
        """A daemon that was started so much after nine, and ends well."""
        now = after_nine(seconds=seconds, minutes=minutes)
        begun = running(self.folder, now=now, name=f"apres-{minutes}-minutes")
        async with begun as service, books(self.folder) as house:
            yield Life(service, house)
            began = service.own_time
            assert await service.end() == 0, service.said()
            assert service.own_time - began < HANG_SECONDS
            assert "erreur interne" not in service.said()

    def arrived(self) -> Counter[int]:
        """How many whole letters to each debtor the sink saw, in all its lives."""
        seen = [raw for raw in self.sink.messages() if raw.rstrip().endswith(ENDS)]
        return Counter(row.number for row in self.rows for raw in seen if _is_to(row, raw))

    async def dossiers(self) -> dict[int, Dossier]:
        """How each dossier stands in the journal, which is whole."""
        async with books(self.folder) as house:
            assert not (await house.journal.verify({})).broken
            found = {row.number: await dossier_of(house, row) for row in self.rows}
        return {number: dossier for number, dossier in found.items() if dossier is not None}

    async def queued(self, name: str, *, minutes: int) -> set[int]:
        """The debtors whose dossiers wait in a queue of the desk."""
        lines = await told(self.folder, "queue", name, now=after_nine(minutes=minutes))
        names = {line["dossier"] for line in lines}
        return {row.number for row in self.rows if row.dossier in names}


def _is_to(row: Debt, raw: bytes) -> bool:
    return f"\nX-Rcpt-Args: <{row.email}>".encode() in raw


async def states(house: House, row: Debt) -> list[LetterState]:
    """How the letters of a dossier stand, in their order."""
    dossier = await dossier_of(house, row)
    return [letter.state for letter in dossier.letters] if dossier else []


def after_nine(*, seconds: int = 0, minutes: int = 0) -> str:
    """The daemon's clock, so much after nine."""
    return (START + timedelta(minutes=minutes, seconds=seconds)).isoformat()


def each_once(rows: Sequence[Debt]) -> Counter[int]:
    """A letter to each of them."""
    return Counter(row.number for row in rows)


@contextmanager
def scene_of(root: Path, dovecot: Dovecot, rows: Sequence[Debt], *flags: str) -> Iterator[Scene]:
    """Debtors of this test, and a sink that does what its flags say."""
    with running_sink(*flags) as sink:
        where = Where(
            mailbox=dovecot.fresh_user(), smtp_port=sink.port, imap_port=dovecot.imap_port
        )
        yield Scene(Folder(root, where).write(rows), rows, sink)


async def nobody_waits(scene: Scene) -> None:
    """All is as on any other day: every letter left, and no human has to look."""
    for name in ("unsure", "review"):
        assert not await scene.queued(name, minutes=30)
    for dossier in (await scene.dossiers()).values():
        assert dossier.phase is Phase.RUNNING
        assert [letter.state for letter in dossier.letters] == [LetterState.SENT]


async def insult(dovecot: Dovecot, folder: Folder, row: Debt) -> None:
    """The debtor says what closes his dossier for good."""
    mailbox = folder.where.mailbox
    said = reply(row, Random(row.number), to=mailbox, at=START, which=HOSTILE)
    await asyncio.to_thread(dovecot.deliver, said.raw, mailbox, sender=row.email)
