"""The one file of a backup: what stands in it, how it is written, and how it is proved whole.

It is a ZIP that any computer opens. `rows/TABLE.jsonl` hold the database (see `portable`),
`anchors.jsonl` and `heads.jsonl` what the journal's chains must end with, `config/` the settings
as they stood, `manifest.json` when, by which program, of which schema and how much, `SHA256SUMS`
the sum of everything before it (`sha256sum -c` checks an unpacked archive). It is written under
another name, for its owner alone, and gets its own name when it is whole and on the disk.
"""

import hashlib
import io
import json
import os
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from relance_mailer.ports import Permanent
from relance_mailer.settings.french import system_words

FORMAT = "relance-sauvegarde"
VERSION = 1
MANIFEST, SUMS, HEADS, ANCHORS = "manifest.json", "SHA256SUMS", "heads.jsonl", "anchors.jsonl"
ROWS, CONFIG = "rows/", "config/"
CHUNK = 1024 * 1024
SMALL_MEMBER_BYTES = 256 * 1024 * 1024
"""More is no manifest, no anchors and no settings of ours."""


_DAMAGE = (zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, UnicodeDecodeError)


@dataclass(frozen=True, kw_only=True, slots=True)
class Manifest:
    """What a backup says of itself."""

    made_at: datetime
    software: str
    schema: tuple[str, ...]  # the migrations that were run, in order
    make: str  # sqlite or postgres
    creditors: tuple[str, ...]
    key_mark: str  # of the key that signs our letters: the same key gives the same mark
    pages: int
    entries: int
    tables: Mapping[str, int]  # how many rows each has

    def text(self) -> str:
        """The manifest as it stands in the archive."""
        told = {**asdict(self), "made_at": self.made_at.isoformat()}
        told = {"format": FORMAT, "format_version": VERSION, **told}
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def manifest_told(text: str) -> Manifest:
    """The manifest of an archive; raises `Permanent` where it is none that we can read."""
    try:
        told: dict[str, Any] = json.loads(text)
        if told.pop("format") != FORMAT:
            raise ValueError(f"« {FORMAT} » était attendu")
        version = told.pop("format_version")
        if version != VERSION:
            raise ValueError(f"format {version} inconnu de cette version du programme")
        return Manifest(
            **{
                **told,
                "made_at": datetime.fromisoformat(told["made_at"]),
                "schema": tuple(told["schema"]),
                "creditors": tuple(told["creditors"]),
            }
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Permanent(f"{MANIFEST} : ce n'est pas le manifeste d'une sauvegarde ({error})") from (
            error
        )


class ArchiveWriter:
    """A backup that is being written; `writing` makes one."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self._sums: list[tuple[str, str]] = []

    @contextmanager
    def member(self, name: str) -> Iterator["Member"]:
        """A file of the archive, written piece by piece; one at a time."""
        with self._packed.open(name, "w", force_zip64=True) as out:
            member = Member(out)
            yield member
        self._sums.append((name, member.sum.hexdigest()))

    def put(self, name: str, content: bytes) -> None:
        """A small file, whole."""
        with self.member(name) as member:
            member.write(content)

    def put_sums(self) -> None:
        """The sums of all that was written so far: the archive's last file."""
        text = "".join(f"{total}  {name}\n" for name, total in self._sums)
        self._packed.writestr(SUMS, text)


class Member:
    """A file of the archive and its growing sum."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self.sum = hashlib.sha256()

    def write(self, content: bytes) -> None:
        """The next bytes."""
        self.sum.update(content)
        self._out.write(content)


@contextmanager
def writing(target: Path) -> Iterator[ArchiveWriter]:
    """Write an archive that bears its name only when it is whole and on the disk.

    Raises `Permanent` when a file of that name stands already, or when the disk refuses. A process
    that is killed leaves a hidden file `.NAME.partiel`, which the next backup of that name clears.
    """
    if target.exists():
        raise Permanent(f"{target} existe déjà : rien n'a été écrit")
    partial = target.with_name(f".{target.name}.partiel")
    try:
        with suppress(FileNotFoundError):
            partial.unlink()
        handle = os.open(partial, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
                    yield ArchiveWriter(packed)
                file.flush()
                os.fsync(file.fileno())
            _name_for_good(partial, target)
        finally:
            with suppress(FileNotFoundError):
                partial.unlink()
    except OSError as error:
        raise Permanent(f"{target} : écriture impossible : {system_words(error)}") from error


def _name_for_good(partial: Path, target: Path) -> None:
    """Unlike a rename, a link never takes the place of a file that came meanwhile."""
    try:
        os.link(partial, target)
    except FileExistsError as error:
        raise Permanent(f"{target} existe déjà : rien n'a été écrit") from error
    except OSError:
        os.rename(partial, target)  # a file system without links
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """A file's new name is on the disk too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Archive:
    """A backup that is read; `reading` opens one."""

    def __init__(self, packed: zipfile.ZipFile, path: Path) -> None:
        self._packed = packed
        self.path = path

    @property
    def members(self) -> tuple[str, ...]:
        """The names of its files."""
        return tuple(self._packed.namelist())

    def text(self, name: str) -> str:
        """A small file as text."""
        with self._whole(name):
            if self._packed.getinfo(name).file_size > SMALL_MEMBER_BYTES:
                raise Permanent(f"{self.path} : {name} est trop grand pour en être")
            return self._packed.read(name).decode("utf-8")

    def lines(self, name: str) -> Iterator[str]:
        """The lines of a file, one after another."""
        with self._whole(name), self._packed.open(name) as file:
            for line in io.TextIOWrapper(file, encoding="utf-8", newline="\n"):
                yield line.rstrip("\n")

    def broken_sums(self) -> tuple[str, ...]:
        """Which files are not those that were written: missing, changed, or come since."""
        told = dict(self._sums())
        found = [f"{name} : absent de l'archive" for name in told.keys() - set(self.members)]
        strangers = set(self.members) - told.keys() - {SUMS}
        found += [f"{name} : sans somme, n'est pas de la sauvegarde" for name in strangers]
        for name in self.members:
            if name in told and self._sum(name) != told[name]:
                found.append(f"{name} : la somme ne correspond pas")
        return tuple(sorted(found))

    def _sums(self) -> Iterator[tuple[str, str]]:
        for line in self.text(SUMS).splitlines():
            total, blanks, name = line.partition("  ")
            if not blanks or len(total) != 64:
                raise Permanent(f"{self.path} : {SUMS} est illisible")
            yield name, total

    def _sum(self, name: str) -> str:
        total = hashlib.sha256()
        with self._whole(name), self._packed.open(name) as file:
            while piece := file.read(CHUNK):
                total.update(piece)
        return total.hexdigest()

    @contextmanager
    def _whole(self, name: str) -> Iterator[None]:
        try:
            yield
        except _DAMAGE as error:
            raise Permanent(f"{self.path} : {name} est abîmé ou absent ({error})") from error


@contextmanager
def reading(path: Path) -> Iterator[Archive]:
    """An archive to read; raises `Permanent` when the file is missing, cut off or none of ours."""
    try:
        packed = zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise Permanent(f"{path} : ce fichier n'existe pas") from error
    except (zipfile.BadZipFile, OSError) as error:
        raise Permanent(
            f"{path} : ce n'est pas une sauvegarde entière ({error}) ; prenez-en une autre"
        ) from error
    with packed:
        yield Archive(packed, path)
