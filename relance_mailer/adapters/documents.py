"""The folder of invoice documents: what stands in it, and the bytes of one of them.

A name never leads out of the folder, and only PDF and Factur-X data of a sane size are at hand.
"""

import os
from pathlib import Path

from relance_mailer.outward.enclosing import SUFFIXES, Shelf, shelf_of
from relance_mailer.ports import Enclosure, Permanent
from relance_mailer.settings.french import system_words

HEAD = 1024  # a PDF's mark stands within its first kilobyte (ISO 32000 annex H)
_INVOICE_DATA = (b"CrossIndustryInvoice", b"CrossIndustryDocument")  # Factur-X, ZUGFeRD 1


class DocumentFolder:
    """A folder of documents, listed again when it changed."""

    def __init__(self, folder: Path, *, bytes_max: int) -> None:
        self._folder = folder
        self._bytes_max = bytes_max
        self._listed: tuple[int, Shelf] = (-1, Shelf())

    def shelf(self) -> Shelf:
        """The files that may be enclosed; an absent folder is an empty shelf."""
        try:
            changed = self._folder.stat().st_mtime_ns
        except OSError:
            return Shelf()
        if self._listed[0] != changed:
            self._listed = (changed, shelf_of(self._sizes()))
        return self._listed[1]

    def read(self, name: str) -> Enclosure:
        """The document of that name; raises `Permanent` when it isn't one that may be sent."""
        path = self._folder / name
        if name not in self.shelf().sizes or path.name != name or not self._is_inside(path):
            raise Permanent(f"pièce jointe « {name} » : absente du dossier des documents")
        try:
            content = path.read_bytes()
        except OSError as error:
            raise Permanent(f"pièce jointe « {name} » illisible : {system_words(error)}") from error
        if len(content) > self._bytes_max:
            raise Permanent(f"pièce jointe « {name} » : plus lourde que permis")
        if not _is_what_it_says(name, content):
            raise Permanent(f"pièce jointe « {name} » : ni un PDF ni des données Factur-X")
        return Enclosure(name=name, content=content)

    def _sizes(self) -> dict[str, int]:
        sizes = {}
        with os.scandir(self._folder) as entries:
            for entry in entries:
                sound = entry.name.lower().endswith(SUFFIXES) and entry.is_file()
                if sound and self._is_inside(Path(entry.path)):
                    size = entry.stat().st_size
                    if 0 < size <= self._bytes_max:
                        sizes[entry.name] = size
        return sizes

    def _is_inside(self, path: Path) -> bool:
        """A link may not lead out of the folder."""
        return path.resolve().parent == self._folder.resolve()


def _is_what_it_says(name: str, content: bytes) -> bool:
    if name.lower().endswith(".pdf"):
        return b"%PDF-" in content[:HEAD]
    return any(mark in content for mark in _INVOICE_DATA)
