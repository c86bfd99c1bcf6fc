"""A mailbox reached by IMAP: IDLE only wakes, a search by UID finds, a fetch brings raw bytes.

Humans read, move and delete in the same mailbox: nothing here depends on flags or on positions, and
no flag is changed. A push is never believed in detail. At any doubt a connection is
cut and `Temporary` raised; the next call opens another one, and the caller decides when
(`retry_seconds`).
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import TypeVar

from relance_mailer.adapters.imap_account import Denied, ImapAccount, ImapLimits
from relance_mailer.adapters.imap_answers import (
    found_uids,
    internal_date,
    listed_folders,
)
from relance_mailer.adapters.imap_fetch import fetch_messages
from relance_mailer.adapters.imap_folder import open_folder, why_denied
from relance_mailer.adapters.imap_login import open_session
from relance_mailer.adapters.imap_names import quote
from relance_mailer.adapters.imap_session import ImapSession
from relance_mailer.adapters.imap_watch import Watcher
from relance_mailer.dossier.values import MessageId
from relance_mailer.ports import FolderView, RawMessage, Temporary

Answer = TypeVar("Answer")


def retry_seconds(
    failures: int, chance: Callable[[], float], *, first: float = 1.0, most: float = 300.0
) -> float:
    """How long to wait after so many failures in a row: full jitter, `chance` gives 0 to 1."""
    doublings = min(failures - 1, 32)
    return float(min(most, first * 2**doublings) * chance())


class ImapMailbox:
    """A `Mailbox`. One connection serves the questions, one each watched folder."""

    def __init__(
        self, address: str, account: ImapAccount, limits: ImapLimits | None = None
    ) -> None:
        self._address = address
        self._account = account
        self._limits = limits or ImapLimits()
        self._session: ImapSession | None = None
        self._lock = asyncio.Lock()
        self._watchers: dict[str, Watcher] = {}

    @property
    def address(self) -> str:
        """The mailbox's address."""
        return self._address

    async def look(self, folder: str, *, above: int = 0) -> FolderView:
        """The UIDs above a number that stand in the folder now, in their order."""

        async def ask(session: ImapSession) -> FolderView:
            uidvalidity = await open_folder(session, folder)
            lines = await session.run("SEARCH", f"UID {above + 1}:*", by_uid=True)
            # RFC 3501 §6.4.8: « n:* » always names the last message too.
            uids = sorted({uid for uid in found_uids(lines) if uid > above})
            return FolderView(folder=folder, uidvalidity=uidvalidity, uids=tuple(uids))

        return await self._asking(ask)

    async def fetch(self, view: FolderView, uids: Sequence[int]) -> tuple[RawMessage, ...]:
        """The raw messages in the order of their UIDs.

        UIDs that have vanished are left out, and messages that the server can't read out.
        """

        async def ask(session: ImapSession) -> tuple[RawMessage, ...]:
            if await open_folder(session, view.folder) != view.uidvalidity:
                raise Temporary(f"le dossier « {view.folder} » a été remplacé : le relire")
            return await fetch_messages(session, view, uids, self._limits)

        return await self._asking(ask)

    async def has_message(self, folder: str, message_id: MessageId) -> bool:
        """Whether a message with that Message-ID stands in the folder."""
        criterion = f"HEADER Message-ID {quote(f'<{message_id}>')}"

        async def ask(session: ImapSession) -> bool:
            await open_folder(session, folder)
            return any(found_uids(await session.run("SEARCH", criterion, by_uid=True)))

        return await self._asking(ask)

    async def append(self, folder: str, raw: bytes, *, at: datetime) -> None:
        """File a message, marked as seen."""

        async def ask(session: ImapSession) -> None:
            try:
                await session.append(folder, raw, date=internal_date(at))
            except Denied as error:
                raise await why_denied(session, folder, error) from error

        await self._asking(ask)

    async def wait_for_push(self, folder: str, *, seconds: float) -> bool:
        """Idle until something happened (True) or the time is over.

        True also when the connection is new: nobody knows what happened before it stood.
        """
        watcher = self._watchers.setdefault(folder, Watcher(self._account, self._limits, folder))
        return await watcher.wait(seconds)

    async def folders(self) -> tuple[str, ...]:
        """The decoded names of all folders that can be selected."""

        async def ask(session: ImapSession) -> tuple[str, ...]:
            return tuple(sorted(set(listed_folders(await session.run("LIST", '""', '"*"')))))

        return await self._asking(ask)

    async def close(self) -> None:
        """Log out everywhere."""
        async with self._lock:
            session, self._session = self._session, None
        watchers, self._watchers = self._watchers, {}
        async with asyncio.TaskGroup() as farewells:
            if session is not None:
                farewells.create_task(session.log_out())
            for watcher in watchers.values():
                farewells.create_task(watcher.close())

    async def _asking(self, ask: Callable[[ImapSession], Awaitable[Answer]]) -> Answer:
        async with self._lock:
            if self._session is None or not await self._session.is_alive():
                self._drop()
                self._session = await open_session(self._account, self._limits)
            try:
                return await ask(self._session)
            except Denied as error:
                raise Temporary(f"{self._account.host} refuse : {error}") from error

    def _drop(self) -> None:
        if self._session is not None:
            self._session.abort()
            self._session = None
