"""Whose turn it is, among any number of daemons on one database: no leader, no broker.

Two things are one daemon's at a time. A creditor's mailbox is kept for as long as its holder lives
and reaches it (`Watch`): he idles, fetches, files copies; when he dies, freezes or is cut off, the
lease runs out and another takes over, within half a minute. And passes over all dossiers follow
one another (`in_turn`), for two at once would only overtake each other.

Peace rests on this, not safety: a holder may be frozen at any instruction and go on when another
holds the lease. What must never happen twice is guarded by the journal's versions, by unique keys
and by the handover's own look at the time (`adapters/smtp`).
"""

import asyncio
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import structlog

from relance_mailer.adapters.clock import since_boot
from relance_mailer.ports import Fault, Leases

log = structlog.get_logger()

MAILBOX_LEASE = "mailbox"
LEASE_SECONDS = 20.0
RENEW_SECONDS = 5.0
"""How often a holder renews and the others try: a takeover takes 25 s and one look at most."""
ANSWER_SECONDS_MAX = 10.0
"""A database that does not answer for so long is no database; the lease runs out meanwhile."""
NO_ANSWER = f"la base de données ne répond pas en {ANSWER_SECONDS_MAX:.0f} s"


@dataclass(frozen=True, kw_only=True, slots=True)
class Turns:
    """The leases as one daemon takes them: under its name, over the heads of the dead."""

    leases: Leases
    me: str
    is_gone: Callable[[str], bool] = lambda name: False
    seconds: Callable[[], float] = since_boot

    async def take(self, name: str) -> bool:
        """Take or renew for `LEASE_SECONDS`; a holder of this machine that died is passed over."""
        asking = asyncio.create_task(self._take(name))
        try:
            # A statement that is cancelled is awaited by the library for as long as it may take.
            await asyncio.wait({asking}, timeout=ANSWER_SECONDS_MAX)
        finally:
            asking.cancel()
        if not asking.done():
            asking.add_done_callback(_let_go)
            raise TimeoutError
        return asking.result()

    async def _take(self, name: str) -> bool:
        holder = await self.leases.take(name, self.me, seconds=LEASE_SECONDS)
        if holder != self.me and self.is_gone(holder):
            await self.leases.give_back(name, holder)
            holder = await self.leases.take(name, self.me, seconds=LEASE_SECONDS)
        return holder == self.me

    async def give_back(self, name: str) -> None:
        """Let the others take it at once; without the database it runs out by itself."""
        try:
            async with asyncio.timeout(ANSWER_SECONDS_MAX):
                await self.leases.give_back(name, self.me)
        except Exception as error:
            _say("bail non rendu", name, error)

    @asynccontextmanager
    async def in_turn(self, name: str) -> AsyncIterator[bool]:
        """Hold it for as long as the block lasts; False while another does.

        Without the database the block runs: it fails by itself, and says why.
        """
        try:
            mine = await self.take(name)
        except Exception as error:
            _say("bail non pris", name, error)
            yield True
            return
        if not mine:
            yield False
            return
        renewing = asyncio.create_task(self._renew(name))
        try:
            yield True
        finally:
            renewing.cancel()
            await self.give_back(name)

    async def _renew(self, name: str) -> None:
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            try:
                await self.take(name)
            except Exception as error:
                _say("bail non renouvelé", name, error)


def _say(event: str, lease: str, error: Exception) -> None:
    """What fails about a lease is said and no more: peace is no reason to end a daemon."""
    if isinstance(error, Fault | TimeoutError):
        log.warning(event, lease=lease, because=str(error) or NO_ANSWER)
    else:
        trace = "".join(traceback.format_exception(error))
        log.error("erreur interne", action=event, lease=lease, trace=trace)


async def _within(seconds: float, event: asyncio.Event) -> None:
    """Wait for an event, so long at most.

    `asyncio.wait_for` of Python 3.11 forgets that it was cancelled when the event comes at the
    same moment: a daemon that gives way while it is stopped would watch on for ever.
    """
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()


class Watch:
    """A lease that is wanted for ever: kept while we can, left to others while we cannot."""

    def __init__(self, turns: Turns, name: str) -> None:
        self._turns = turns
        self._name = name
        self._ours_until = float("-inf")
        self._not_before = float("-inf")
        self._was_ours = False  # as the log has it: who gives way and comes back is no news
        self._is_new = False
        self._fault = ""  # why the database could not be asked, as the log has it
        self._changed = asyncio.Event()  # heard by the one task that waits for it
        self._hurry = asyncio.Event()

    @property
    def is_ours(self) -> bool:
        """Whether we hold it now, by our own time: who was frozen longer holds it no more."""
        return self._turns.seconds() < self._ours_until

    async def taken(self) -> bool:
        """Wait until we hold it; answers whether another may have held it since we did."""
        while not self.is_ours:
            self._changed.clear()
            await self._changed.wait()
        is_new, self._is_new = self._is_new, False
        return is_new

    async def lost(self) -> None:
        """Wait until we hold it no more."""
        while self.is_ours:
            self._changed.clear()
            left = self._ours_until - self._turns.seconds()
            await _within(left, self._changed)

    def give_way(self, seconds: float) -> None:
        """We can't do what it is for: let another try, and come back to it after a while.

        Long enough at least that whoever else waits for it asks once in between.
        """
        self._ours_until = float("-inf")
        self._not_before = self._turns.seconds() + max(seconds, RENEW_SECONDS + 1.0)
        self._changed.set()
        self._hurry.set()

    async def keep(self) -> None:
        """Take, renew, take again, until cancelled; what is held then is given back."""
        try:
            while True:
                await self._once()
                wait = RENEW_SECONDS
                if not self.is_ours:
                    back = self._not_before - self._turns.seconds()
                    wait = min(wait, back) if back > 0 else wait
                await _within(wait, self._hurry)
                self._hurry.clear()
        finally:
            await asyncio.shield(self._turns.give_back(self._name))

    async def _once(self) -> None:
        if self._turns.seconds() < self._not_before:
            await self._turns.give_back(self._name)
            return
        asked_at = self._turns.seconds()
        try:
            mine = await self._turns.take(self._name)
        except Exception as error:
            if repr(error) != self._fault:
                _say("bail non renouvelé", self._name, error)
            self._fault = repr(error)
            return
        if self._fault:
            log.info("base retrouvée", lease=self._name)
            self._fault = ""
        gave_way = asked_at < self._not_before
        # From before the question: the database began to count after that.
        self._ours_until = asked_at + LEASE_SECONDS if mine and not gave_way else float("-inf")
        if mine != self._was_ours and not gave_way:
            log.info("veille prise" if mine else "veille perdue", lease=self._name)
            self._was_ours = self._is_new = mine
        self._changed.set()


def _let_go(asking: "asyncio.Task[bool]") -> None:
    """What comes of a question that was given up is nobody's matter any more."""
    if not asking.cancelled():
        asking.exception()
