"""A mailbox that is a folder of .eml files: for tests, and to take over mail that was sent before.

The folder itself is INBOX, its sub-folders are the mailbox's other folders. Nothing is written but
what `append` files. UIDs follow the order of names; a file that joins while the program runs gets
the next one. UIDVALIDITY is made of all names: should they change between two runs, it changes too,
and a reader rescans and knows the bytes that he has seen.
"""

import asyncio
import os
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from zlib import crc32

from relance_mailer.adapters.imap_answers import UNKNOWN_DATE, received_at
from relance_mailer.dossier.values import MessageId
from relance_mailer.ports import FolderView, Permanent, RawMessage, Temporary
from relance_mailer.settings.french import system_words

INBOX = "INBOX"
SUFFIX = ".eml"
MESSAGE_BYTES_MAX = 40 * 1024 * 1024
HEADERS_BYTES_MAX = 256 * 1024
_MESSAGE_ID = re.compile(rb"^Message-ID:\s*<([^>\r\n]*)>", re.IGNORECASE | re.MULTILINE)


class FolderMailbox:
    """A `Mailbox` on the disk."""

    def __init__(
        self, root: Path, *, address: str, message_bytes_max: int = MESSAGE_BYTES_MAX
    ) -> None:
        self._root = root
        self._address = address
        self._message_bytes_max = message_bytes_max
        self._numbered: dict[str, _Numbering] = {}

    @property
    def address(self) -> str:
        """The mailbox's address."""
        return self._address

    async def look(self, folder: str, *, above: int = 0) -> FolderView:
        """The UIDs above a number that stand in the folder now; Permanent when there is none."""
        return await asyncio.to_thread(self._look, folder, above)

    async def fetch(self, view: FolderView, uids: Sequence[int]) -> tuple[RawMessage, ...]:
        """The raw messages; those whose file has vanished are left out."""
        return await asyncio.to_thread(self._fetch, view, uids)

    async def has_message(self, folder: str, message_id: MessageId) -> bool:
        """Whether a message with that Message-ID stands in the folder."""
        return await asyncio.to_thread(self._has_message, folder, message_id)

    async def append(self, folder: str, raw: bytes, *, at: datetime) -> None:
        """Write a message into the folder as a file of that moment."""
        await asyncio.to_thread(self._append, folder, raw, at)

    async def wait_for_push(self, folder: str, *, seconds: float) -> bool:
        """A folder pushes nothing: False at once."""
        return False

    async def folders(self) -> tuple[str, ...]:
        """INBOX and the sub-folders."""
        return await asyncio.to_thread(self._folders)

    async def close(self) -> None:
        """There is nothing to close."""

    def _path(self, folder: str) -> Path:
        path = self._root if folder.upper() == INBOX else self._root / folder
        inside = path.resolve().is_relative_to(self._root.resolve())
        if not inside or not path.is_dir():
            raise Permanent(f"{path} : ce dossier n'existe pas")
        return path

    def _look(self, folder: str, above: int) -> FolderView:
        names = _names(self._path(folder))
        numbering = self._numbered.setdefault(folder, _Numbering(names))
        uids = sorted(numbering.uid_of(name) for name in names)
        return FolderView(
            folder=folder,
            uidvalidity=numbering.uidvalidity,
            uids=tuple(uid for uid in uids if uid > above),
        )

    def _fetch(self, view: FolderView, uids: Sequence[int]) -> tuple[RawMessage, ...]:
        path = self._path(view.folder)
        numbering = self._numbered.get(view.folder)
        if numbering is None or numbering.uidvalidity != view.uidvalidity:
            raise Temporary(f"le dossier « {view.folder} » a été remplacé : le relire")
        messages = (
            self._read(view, uid, path / name)
            for uid in sorted(set(uids))
            if (name := numbering.name_of(uid)) is not None
        )
        return tuple(message for message in messages if message is not None)

    def _read(self, view: FolderView, uid: int, path: Path) -> RawMessage | None:
        try:
            with path.open("rb") as file:
                raw = file.read(self._message_bytes_max)
                truncated = bool(file.read(1))
                changed_at = datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Temporary(f"{path} : lecture impossible ({system_words(error)})") from error
        written_at = received_at("", raw)
        return RawMessage(
            folder=view.folder,
            uidvalidity=view.uidvalidity,
            uid=uid,
            raw=raw,
            received_at=changed_at if written_at == UNKNOWN_DATE else written_at,
            truncated=truncated,
        )

    def _has_message(self, folder: str, message_id: MessageId) -> bool:
        path = self._path(folder)
        return any(_message_id(path / name) == message_id for name in _names(path))

    def _append(self, folder: str, raw: bytes, at: datetime) -> None:
        path = self._path(folder)
        stem = f"{at.astimezone(UTC):%Y%m%dT%H%M%S}-{crc32(raw):08x}"
        number = 0
        while (file := path / f"{stem}-{number}{SUFFIX}").exists():
            number += 1
        try:
            file.write_bytes(raw)
            os.utime(file, (at.timestamp(), at.timestamp()))
        except OSError as error:
            raise Temporary(f"{file} : écriture impossible ({system_words(error)})") from error

    def _folders(self) -> tuple[str, ...]:
        root = self._path(INBOX)
        below = (path for path in root.rglob("*") if path.is_dir())
        return (INBOX, *sorted(path.relative_to(root).as_posix() for path in below))


class _Numbering:
    """The UIDs that the files of a folder have while the program runs."""

    def __init__(self, names: Sequence[str]) -> None:
        self.uidvalidity = crc32("\n".join(names).encode("utf-8", "surrogateescape")) or 1
        self._names = list(names)
        self._uids = {name: uid for uid, name in enumerate(names, start=1)}

    def uid_of(self, name: str) -> int:
        if name not in self._uids:
            self._names.append(name)
            self._uids[name] = len(self._names)
        return self._uids[name]

    def name_of(self, uid: int) -> str | None:
        return self._names[uid - 1] if 0 < uid <= len(self._names) else None


def _names(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.iterdir() if entry.suffix.lower() == SUFFIX)


def _message_id(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            head = file.read(HEADERS_BYTES_MAX)
    except OSError:
        return None
    headers = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    found = _MESSAGE_ID.search(headers)
    return found[1].decode("ascii", "replace") if found else None
