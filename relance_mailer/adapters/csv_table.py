"""A CSV file as a header and its rows: UTF-8 or latin-9, comma or semicolon, or refused whole."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from relance_mailer.ports import Permanent, Temporary
from relance_mailer.settings.french import system_words

BYTES_MAX = 100_000_000  # half a million invoices; in memory it takes a few times as much
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
FALLBACK = "iso8859-15"  # latin-9: what French accounting programs of Windows write


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A CSV file that was read: its columns, and its text from the first row on."""

    name: str
    raw: bytes
    modified_at: datetime  # aware
    delimiter: str
    columns: tuple[str, ...]
    text: str
    fell_back: bool  # not UTF-8: read as latin-9

    @property
    def comma_decimals(self) -> bool:
        """Whether amounts may be written with a comma: as French programs do beside `;`."""
        return self.delimiter == ";"

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Line number (of the row's last line) and cells; raises `Permanent` on broken quoting."""
        reader = csv.reader(_lines(self.text), delimiter=self.delimiter, strict=True)
        try:
            next(reader)
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield reader.line_num, cells
        except csv.Error as error:
            raise Permanent(
                f"{self.name}, ligne {reader.line_num} : guillemets mal fermés ou champ démesuré "
                f"({error}) ; le fichier entier est refusé"
            ) from error


def read_table(path: Path, required: Sequence[str]) -> Table:
    """The file as a table; raises `Permanent` when it is none, `Temporary` while it is written."""
    name = path.name
    raw, modified_at = _bytes(path)
    if not raw.strip():
        raise Permanent(f"{name} : fichier vide ; un en-tête et des lignes étaient attendus")
    if b"\0" in raw:
        raise Permanent(f"{name} : ce n'est pas du texte (octet nul) ; exportez en CSV, UTF-8")
    text, fell_back = _text(raw)
    first = next(_lines(text))
    delimiter = ";" if first.count(";") > first.count(",") else ","
    columns = _columns(name, text, delimiter)
    missing = [column for column in required if column not in columns]
    if missing:
        raise Permanent(
            f"{name} : colonne(s) absente(s) : {', '.join(missing)} ; l'en-tête lu est : "
            f"{', '.join(columns)[:200]}"
        )
    return Table(
        name=name,
        raw=raw,
        modified_at=modified_at,
        delimiter=delimiter,
        columns=columns,
        text=text,
        fell_back=fell_back,
    )


def _bytes(path: Path) -> tuple[bytes, datetime]:
    try:
        before = path.stat()
        if before.st_size > BYTES_MAX:
            size, most = before.st_size // 1_000_000, BYTES_MAX // 1_000_000
            raise Permanent(
                f"{path.name} : {size} Mo, alors que {most} Mo au plus étaient attendus ; est-ce "
                "bien le grand livre ? N'exportez que les factures encore suivies"
            )
        raw = path.read_bytes()
        after = path.stat()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError) as error:
        raise Permanent(f"{path} : illisible ou introuvable ({system_words(error)})") from error
    except OSError as error:
        raise Temporary(f"{path} : lecture impossible ({error}) ; nouvel essai prévu") from error
    if (before.st_size, before.st_mtime_ns) != (len(raw), after.st_mtime_ns):
        raise Temporary(f"{path.name} : en cours d'écriture ; nouvel essai prévu")
    return raw, datetime.fromtimestamp(after.st_mtime, tz=UTC)


def _text(raw: bytes) -> tuple[str, bool]:
    try:
        return raw.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return raw.decode(FALLBACK), True


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, one after another: a file object would hold four bytes a sign."""
    return (line[0] for line in _LINE.finditer(text))


def _columns(name: str, text: str, delimiter: str) -> tuple[str, ...]:
    try:
        header = next(csv.reader(_lines(text), delimiter=delimiter, strict=True))
    except (csv.Error, StopIteration) as error:
        raise Permanent(f"{name} : en-tête illisible") from error
    columns = tuple(cell.strip().lower() for cell in header)
    named = [column for column in columns if column]
    twice = sorted({column for column in named if named.count(column) > 1})
    if twice:
        raise Permanent(f"{name} : colonne(s) présente(s) deux fois : {', '.join(twice)}")
    return columns
