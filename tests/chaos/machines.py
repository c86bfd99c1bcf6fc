"""Several machines on one PostgreSQL: each with lines of its own to everything, which may fail."""

import asyncio
import os
import re
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

from chaos.folder import SHIPPED, Debt, Folder, Where
from chaos.line import SlowLine, slow_line
from chaos.nursery import TODAY, Program
from chaos.service import PROGRAM, Service, running, until
from relance_mailer.daemon.turns import MAILBOX_LEASE
from relance_mailer.store.database import open_database
from relance_mailer.store.leases import DatabaseLeases
from servers.dovecot import Dovecot
from servers.postfix import Postfix
from servers.proxy import Proxy, _Said, running_proxy

ANSWER_SECONDS = 0.03
START = datetime.fromisoformat("2026-10-21T09:00:35+02:00")
"""Soon before a full minute, at which letters that a dead daemon had claimed are claimed again."""


class HoldingLine(Proxy):
    """Holds the server's answers back from the moment at which the client says some words."""

    def __init__(self, target_port: int) -> None:
        super().__init__(target_port)
        self._words: tuple[bytes, ...] = ()
        self._said: dict[object, int] = {}  # how many of them each connection said
        self._let_go = asyncio.Event()
        self._let_go.set()
        self.holds = asyncio.Event()

    def hold_after(self, *words: bytes) -> None:
        """Once the client has said these on one connection in this order, no answer comes."""
        self._words = words
        self._said.clear()

    def let_go(self) -> None:
        """What was held back arrives."""
        self._let_go.set()

    async def _client_says(self, said: _Said) -> bool:
        passes = await super()._client_says(said)
        connection = asyncio.current_task()
        number = self._said.get(connection, 0)
        if number < len(self._words) and said.has(self._words[number]):
            self._said[connection] = number + 1
            if number + 1 == len(self._words):
                self._let_go.clear()
                self.holds.set()
        return passes

    async def _server_says(self, said: _Said) -> bool:
        await self._let_go.wait()
        return await super()._server_says(said)


@dataclass(slots=True)
class Machine:
    """A daemon and its lines."""

    name: str
    folder: Folder
    database: HoldingLine
    imap: Proxy
    smtp: SlowLine
    began: float
    stack: AsyncExitStack
    service: Service = field(init=False)

    async def start(
        self,
        *,
        later: timedelta = timedelta(),
        module: str = PROGRAM,
        program: Program = TODAY,
    ) -> None:
        """Start the daemon, until the end of the block at the latest."""
        now = self.now(later=later).isoformat()
        service = running(self.folder, now=now, name=self.name, module=module, program=program)
        self.service = await self.stack.enter_async_context(service)

    @property
    def pid(self) -> int:
        return self.service.process.pid

    def freeze(self) -> None:
        """SIGSTOP: it neither runs nor ends."""
        os.kill(self.pid, signal.SIGSTOP)

    def wake(self) -> None:
        """SIGCONT."""
        os.kill(self.pid, signal.SIGCONT)

    def now(self, *, later: timedelta = timedelta()) -> datetime:
        """Business time of all machines."""
        passed = timedelta(seconds=monotonic() - self.began)
        return START + passed + later


@asynccontextmanager
async def machines(
    root: Path,
    rows: Sequence[Debt],
    *,
    dovecot: Dovecot,
    postfix: Postfix,
    database: str,
    connections: int = 2,
    names: Sequence[str] = ("un", "deux"),
    config: Path = SHIPPED,
) -> AsyncIterator[tuple[Machine, ...]]:
    """Daemons with one configuration, to be started; none outlives the block."""
    mailbox, began = dovecot.fresh_user(), monotonic()
    port = int(re.findall(r":(\d+)/", database)[-1])
    async with AsyncExitStack() as stack:

        async def machine(name: str) -> Machine:
            line = HoldingLine(port)
            await line.start()
            stack.push_async_callback(line.stop)
            imap = await stack.enter_async_context(running_proxy(dovecot.imap_port))
            smtp = await stack.enter_async_context(
                slow_line(postfix.plain_port, seconds=ANSWER_SECONDS)
            )
            home = root / name
            home.mkdir()
            where = Where(mailbox=mailbox, smtp_port=smtp.port, imap_port=imap.port)
            url = database.replace(f":{port}/", f":{line.port}/")
            smtp_table = {"connections": connections}
            folder = Folder(home, where, database=url, smtp=smtp_table, config=config)
            return Machine(name, folder.write(rows), line, imap, smtp, began, stack)

        yield tuple([await machine(name) for name in names])


@asynccontextmanager
async def leases_of(database: str) -> AsyncIterator[DatabaseLeases]:
    """The leases as the machines have them."""
    opened = await open_database(database)
    try:
        yield DatabaseLeases(opened)
    finally:
        await opened.close()


async def watcher(database: str) -> int | None:
    """The process that watches the mailbox, None when nobody does."""
    async with leases_of(database) as leases:
        return await _watches(leases)


async def _watches(leases: DatabaseLeases) -> int | None:
    held = await leases.held()
    names = [lease.holder for lease in held if lease.name.startswith(f"{MAILBOX_LEASE}:")]
    return int(names[0].split("/")[2]) if names else None


async def watched_by(database: str, machine: Machine, *, seconds: float) -> float:
    """Wait until that machine watches; answers after how many seconds of its own it did.

    Those in which it waits for a processor are not its own.
    """
    began = machine.service.own_time
    async with leases_of(database) as leases:
        while await _watches(leases) != machine.pid:
            passed = machine.service.own_time - began
            said = machine.service.said()[-3_000:]
            assert passed < seconds, f"{machine.name} ne veille pas : {said}"
            await machine.service.lives_for(0.2)
    return machine.service.own_time - began


async def arrived(dovecot: Dovecot, rows: Sequence[Debt], number: int, *, seconds: float) -> None:
    """Wait until so many letters lie in the debtors' mailboxes."""

    def all_there() -> bool:
        return sum(len(dovecot.messages(row.email)) for row in rows) >= number

    await until(all_there, seconds=seconds, what=f"{number} lettres", poll_seconds=0.5)
