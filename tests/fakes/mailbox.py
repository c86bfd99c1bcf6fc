"""A mailbox in memory that does what a test tells it, failures included."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from relance_mailer.dossier.values import MessageId
from relance_mailer.ports import Fault, FolderView, Permanent, RawMessage, Temporary

ANY_MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass
class FakeFolder:
    """One folder: messages by UID."""

    uidvalidity: int
    next_uid: int = 1
    messages: dict[int, tuple[bytes, datetime, bool]] = field(default_factory=dict)


class FakeMailbox:
    """A `Mailbox`. `fail_next` makes the next call raise; `calls` tells what was asked."""

    def __init__(self, address: str = "relance@example.net", *folders: str) -> None:
        self._address = address
        self._uidvalidity = 1_000
        self._folders: dict[str, FakeFolder] = {}
        self._pushes: dict[str, asyncio.Event] = {}
        self._faults: list[Fault] = []
        self.calls: list[str] = []
        self.closed = False
        for name in folders or ("INBOX", "Sent"):
            self.make(name)

    def make(self, folder: str) -> None:
        """Make a folder, or delete it and make it again."""
        self._uidvalidity += 1
        self._folders[folder] = FakeFolder(uidvalidity=self._uidvalidity)

    def remove(self, folder: str) -> None:
        """Delete a folder."""
        del self._folders[folder]

    def put(
        self,
        raw: bytes,
        folder: str = "INBOX",
        *,
        at: datetime = ANY_MORNING,
        truncated: bool = False,
    ) -> int:
        """A message arrives; its UID."""
        box = self._folders[folder]
        uid, box.next_uid = box.next_uid, box.next_uid + 1
        box.messages[uid] = (raw, at, truncated)
        self._push(folder)
        return uid

    def take(self, uid: int, folder: str = "INBOX") -> None:
        """A human deletes a message, or moves it away."""
        del self._folders[folder].messages[uid]
        self._push(folder)

    def raws(self, folder: str) -> tuple[bytes, ...]:
        """The bytes that stand in a folder."""
        return tuple(raw for raw, _, _ in self._folders[folder].messages.values())

    def fail_next(self, *faults: Fault) -> None:
        """The next calls raise these, in turn."""
        self._faults += faults

    @property
    def address(self) -> str:
        return self._address

    async def look(self, folder: str, *, above: int = 0) -> FolderView:
        box = self._box("look", folder)
        uids = tuple(uid for uid in sorted(box.messages) if uid > above)
        return FolderView(folder=folder, uidvalidity=box.uidvalidity, uids=uids)

    async def fetch(self, view: FolderView, uids: Sequence[int]) -> tuple[RawMessage, ...]:
        box = self._box("fetch", view.folder)
        if box.uidvalidity != view.uidvalidity:
            raise Temporary(f"le dossier « {view.folder} » a été remplacé : le relire")
        return tuple(
            RawMessage(
                folder=view.folder,
                uidvalidity=view.uidvalidity,
                uid=uid,
                raw=box.messages[uid][0],
                received_at=box.messages[uid][1],
                truncated=box.messages[uid][2],
            )
            for uid in sorted(set(uids))
            if uid in box.messages
        )

    async def has_message(self, folder: str, message_id: MessageId) -> bool:
        self._box("has_message", folder)
        header = re.compile(
            rb"^Message-ID:\s*<" + re.escape(message_id.encode()) + rb">", re.I | re.M
        )
        return any(header.search(raw.partition(b"\r\n\r\n")[0]) for raw in self.raws(folder))

    async def append(self, folder: str, raw: bytes, *, at: datetime) -> None:
        self._box("append", folder)
        self.put(raw, folder, at=at)

    async def wait_for_push(self, folder: str, *, seconds: float) -> bool:
        self._box("wait_for_push", folder)
        event = self._pushes.setdefault(folder, asyncio.Event())
        try:
            async with asyncio.timeout(seconds):
                await event.wait()
        except TimeoutError:
            return False
        event.clear()
        return True

    async def folders(self) -> tuple[str, ...]:
        self._fail("folders")
        return tuple(self._folders)

    async def close(self) -> None:
        self.closed = True

    def _push(self, folder: str) -> None:
        self._pushes.setdefault(folder, asyncio.Event()).set()

    def _box(self, call: str, folder: str) -> FakeFolder:
        self._fail(call)
        if folder not in self._folders:
            raise Permanent(f"dossier « {folder} » introuvable")
        return self._folders[folder]

    def _fail(self, call: str) -> None:
        self.calls.append(call)
        if self._faults:
            raise self._faults.pop(0)
