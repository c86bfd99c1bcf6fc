"""A connection that only listens to one folder, so that a fetch and a wait never meet.

Its view of the folder lasts from one wait to the next: what came between two waits is told by the
NOOP before the next IDLE, and a connection that is new says so, since it can't know.
"""

import asyncio

from relance_mailer.adapters.imap_account import ImapAccount, ImapLimits
from relance_mailer.adapters.imap_folder import open_folder
from relance_mailer.adapters.imap_login import open_session
from relance_mailer.adapters.imap_session import ImapSession


class Watcher:
    """Waits for pushes in one folder."""

    def __init__(self, account: ImapAccount, limits: ImapLimits, folder: str) -> None:
        self._account = account
        self._limits = limits
        self._folder = folder
        self._session: ImapSession | None = None
        self._lock = asyncio.Lock()

    async def wait(self, seconds: float) -> bool:
        """Whether something happened, or may have, within that time.

        Raises Temporary when the connection dies, Permanent when the folder is gone.
        """
        async with self._lock:
            if self._session is None or not await self._session.is_alive():
                self._session = await self._listen()
                return True
            return await self._idle(self._session, seconds)

    async def _listen(self) -> ImapSession:
        if self._session is not None:
            self._session.abort()
            self._session = None
        session = await open_session(self._account, self._limits)
        try:
            await open_folder(session, self._folder)
        except BaseException:
            session.abort()
            raise
        return session

    async def _idle(self, session: ImapSession, seconds: float) -> bool:
        """Idle in turns; each renewal is also how a server that froze is noticed."""
        end = asyncio.get_running_loop().time() + seconds
        if await session.news():
            return True
        while (left := end - asyncio.get_running_loop().time()) > 0:
            if await session.idle(min(left, self._limits.renew_seconds)):
                return True
        return False

    async def close(self) -> None:
        """Cut the connection; a wait that is under way ends with Temporary."""
        if self._session is not None:
            self._session.abort()
            self._session = None
