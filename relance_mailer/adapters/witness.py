"""What stands outside the database: anchors of the journal's heads, and the letters that left.

`anchors.jsonl` gets a line a day (`relance verify` reads it), `departs.jsonl` beside it a line for
each letter, on the disk before its bytes go. A database put back to an earlier state knows less
than these files, which is how it is found out. Lines are appended whole; one that a power cut
left unfinished at the end is passed over. The files are of one database, and say of which: another
one beside it (a trial, say) would be taken for the first one fallen back.
"""

import asyncio
import fcntl
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, BinaryIO

from relance_mailer.dossier.values import PageId
from relance_mailer.ports import Departure, Permanent, Temporary
from relance_mailer.settings.french import system_words
from relance_mailer.workdays import PARIS

ANCHORS_FILE, DEPARTURES_FILE = "anchors.jsonl", "departs.jsonl"
OWNER = '{"database"'
PIECE_BYTES = 65_536
ANCHORS_READ = 8
"""Days of anchors that a start compares with: each holds all that the ones before it do."""

Head = tuple[int, str]


class FileWitness:
    """Implements `ports.Witness` with two files in one folder."""

    def __init__(self, anchors: Path, *, sees_all: bool, database: str = "") -> None:
        """`database` is the name of the one that these files are of; empty: nobody asks."""
        self._anchors = anchors
        self._departures = departures_beside(anchors)
        self._sees_all = sees_all
        self._database = database

    @property
    def sees_all(self) -> bool:
        """Whether every letter leaves from this machine."""
        return self._sees_all

    async def anchored(self) -> Mapping[PageId, tuple[int, str]]:
        """The highest head of every page in the last anchors; see `anchors_of_days`."""
        heads: dict[PageId, Head] = {}
        for _, told in await self.anchors_of_days():
            for page, head in told.items():
                if heads.get(page, (0, ""))[0] < head[0]:
                    heads[page] = head
        return heads

    async def anchors_of_days(self) -> Sequence[tuple[datetime, Mapping[PageId, Head]]]:
        """The last anchors, newest first; an unreadable one raises `Permanent`.

        A line names every page: of a hundred thousand dossiers it takes ten megabytes, and the file
        gets one a day for years. The rest is read by `relance verify`.
        """
        return await asyncio.to_thread(self._read_anchors)

    def _read_anchors(self) -> list[tuple[datetime, dict[PageId, Head]]]:
        found = []
        for place, line in enumerate(_last_lines(self._anchors, ANCHORS_READ)):
            try:
                told = json.loads(line)
                rows = told["heads"].items()
                heads = {PageId(page): (int(seq), str(chain)) for page, (seq, chain) in rows}
                found.append((_moment_of(told), heads))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise _unreadable(self._anchors, _number_of(self._anchors) - place) from error
        return found

    async def departures(self) -> tuple[Departure, ...]:
        """The letters noted here, oldest first; an unreadable line raises `Permanent`."""
        return await asyncio.to_thread(self._read_departures)

    def _read_departures(self) -> tuple[Departure, ...]:
        found = []
        for number, line in _lines(self._departures):
            try:
                told = json.loads(line)
                if isinstance(told, list):
                    found.append(Departure.of(told))
            except (ValueError, TypeError) as error:
                raise _unreadable(self._departures, number) from error
        return tuple(found)

    async def noted_from(self) -> datetime | None:
        """The moment that the file begins with; None where nobody began to note."""
        return await asyncio.to_thread(self._begun)

    def _begun(self) -> datetime | None:
        # A restore on a new machine says first whose file it is.
        told = (one for one in _lines(self._departures) if not one[1].startswith(OWNER))
        number, line = next(told, (0, ""))
        if not number:
            return None
        try:
            return datetime.fromisoformat(json.loads(line)["noted_from"])
        except (ValueError, KeyError, TypeError) as error:
            raise _unreadable(self._departures, number) from error

    async def begin(self, now: datetime) -> None:
        """Start to note departures, where nobody did yet; ends of lines that were cut off go.

        Raises `Permanent` where the files are another database's.
        """
        await asyncio.to_thread(_mend, self._anchors, self._departures)
        if await self.noted_from() is None:
            line = json.dumps({"noted_from": now.isoformat()})
            await asyncio.to_thread(append_line, self._departures, line)
        if self._database:
            await asyncio.to_thread(self._assert_ours)

    def _assert_ours(self) -> None:
        told = _owner(self._departures)
        if told == "":
            belongs_to(self._anchors, self._database)
        elif told != self._database:
            raise Permanent(
                f"{self._departures.name} et {self._anchors.name} sont les témoins de la base "
                f"« {told} », et non de « {self._database} » : donnez à celle-ci les siens "
                '([files] anchors = "anchors-essai.jsonl", par exemple) ; si c\'est la même base '
                "sous un autre nom, « relance backup » puis « relance restore » le leur disent"
            )

    async def note(self, departure: Departure) -> None:
        """Note a letter; raises `Temporary` where the disk refuses."""
        line = json.dumps(departure.told(), ensure_ascii=False)
        await asyncio.to_thread(append_line, self._departures, line)

    async def set_aside(self, at: datetime) -> None:
        """Keep both files under other names; the next lines begin new ones."""
        await asyncio.to_thread(self._rename, f"avant-{at:%Y%m%dT%H%M%S%f}")
        await self.begin(at)

    def _rename(self, tail: str) -> None:
        try:
            for file in (self._anchors, self._departures):
                if file.exists():
                    file.rename(file.with_name(f"{file.name}.{tail}"))
        except OSError as error:
            raise Temporary(f"{self._anchors.parent} : {system_words(error)}") from error


def departures_beside(anchors: Path) -> Path:
    """The file of departures that stands beside these anchors.

    Whoever named his anchors otherwise had the common name all the same, and keeps it as long as no
    anchors of the common name stand there too.
    """
    own = anchors.with_name(anchors.name.replace("anchors", "departs", 1))
    if own == anchors:
        own = anchors.with_name(f"{anchors.stem}-{DEPARTURES_FILE}")
    common = anchors.with_name(DEPARTURES_FILE)
    alone = not anchors.with_name(ANCHORS_FILE).exists()
    return common if alone and common.exists() and not own.exists() else own


def belongs_to(anchors: Path, database: str) -> None:
    """Write down that these files are of that database from now on."""
    line = json.dumps({"database": database}, ensure_ascii=False)
    append_line(departures_beside(anchors), line)


def _moment_of(told: Mapping[str, Any]) -> datetime:
    """When an anchor was made; one of an earlier program says the day alone, and may be of its end.

    Raises `ValueError`, `KeyError` or `TypeError` where it is no anchor.
    """
    if "at" in told:
        return datetime.fromisoformat(told["at"])
    return datetime.combine(date.fromisoformat(told["on"]), time.max, PARIS)


def _owner(departures: Path) -> str:
    """The database that was last written down, empty when none was."""
    owner = ""
    for _, line in _lines(departures):
        if line.startswith(OWNER):
            owner = str(json.loads(line)["database"])
    return owner


def append_line(file: Path, line: str) -> None:
    """Append a line, on the disk when this returns; a file that it makes is its owner's alone.

    Raises `Temporary` where the disk refuses.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)  # until it is closed: two daemons may share a folder
            _whole(handle, f"{line}\n".encode())
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        raise Temporary(f"{file} : écriture impossible : {system_words(error)}") from error


def _whole(handle: int, line: bytes) -> None:
    """Write a line whole or not at all: a disk nearly full takes a part, and says nothing."""
    size = os.fstat(handle).st_size
    try:
        left = line
        while left:
            left = left[os.write(handle, left) :]
    except OSError:
        os.ftruncate(handle, size)
        raise


def _mend(*files: Path) -> None:
    """Take off what a power cut left of a last line, or the next one would be glued to it."""
    for file in files:
        try:
            with file.open("r+b") as told:
                fcntl.flock(told, fcntl.LOCK_EX)
                whole = _whole_lines(told)
                if whole < told.seek(0, os.SEEK_END):
                    told.truncate(whole)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise Temporary(f"{file} : {system_words(error)}") from error


def _whole_lines(told: BinaryIO) -> int:
    """How many bytes the whole lines take, looked for from the end: the file may be very long."""
    end = told.seek(0, os.SEEK_END)
    while end:
        start = max(end - PIECE_BYTES, 0)
        told.seek(start)
        found = told.read(end - start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    """The whole lines of a file, numbered; none where it is missing."""
    try:
        with file.open(encoding="utf-8") as told:
            for number, line in enumerate(told, 1):
                if line.strip() and line.endswith("\n"):
                    yield number, line
    except FileNotFoundError:
        return
    except (OSError, UnicodeDecodeError) as error:
        raise Permanent(f"{file} : illisible ({error})") from error


def _last_lines(file: Path, number: int) -> list[bytes]:
    """The last whole lines of a file that hold anything, newest first; it may be very long."""
    try:
        with file.open("rb") as told:
            end = _whole_lines(told)
            pieces: list[bytes] = []
            breaks = 0
            while end and breaks <= number:
                start = max(end - PIECE_BYTES, 0)
                told.seek(start)
                pieces.append(told.read(end - start))
                breaks += pieces[-1].count(b"\n")
                end = start
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Permanent(f"{file} : illisible ({error})") from error
    lines = b"".join(reversed(pieces)).split(b"\n")[:-1]
    whole = lines if not end else lines[1:]
    return [line for line in reversed(whole) if line.strip()][:number]


def _number_of(file: Path) -> int:
    """How many lines a file has."""
    with file.open("rb") as told:
        return sum(1 for _ in told)


def _unreadable(file: Path, number: int) -> Permanent:
    return Permanent(
        f"{file}, ligne {number} : illisible ; mettez ce fichier de côté (ne l'effacez pas) et "
        "relancez le service"
    )
