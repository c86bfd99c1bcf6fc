"""The papers for a court: books of sheets set in type, or written for a word processor."""

import re
from pathlib import Path
from typing import Any, assert_never

from relance_mailer.adapters import mail_text
from relance_mailer.adapters.letter_view import in_full
from relance_mailer.adapters.odt import odt
from relance_mailer.adapters.typesetting import Typesetter
from relance_mailer.desk import blocks as b
from relance_mailer.ports import Book, Enclosure, Permanent, Readable

TEMPLATE = "legal"
_INDENT = re.compile(r"^ +", re.MULTILINE)
COMPANIONS = "legal"
"""The folder, beside `papers/` and `mail/`, of what goes with every file."""


class SetPress:
    """Implements `ports.Press` with the templates of some folders, the first one's before."""

    def __init__(self, press: Typesetter, template_folders: tuple[Path, ...]) -> None:
        self._press = press
        self._folders = template_folders

    def pdf(self, book: Book) -> bytes:
        """A book as a PDF: the same book gives the same bytes."""
        return self._press.render(TEMPLATE, _view(book), dated=book.dated)

    def odt(self, book: Book) -> bytes:
        """A book for a word processor."""
        return odt(book)

    def readable(self, raw: bytes) -> Readable:
        """A mail as a person reads it."""
        return mail_text.readable(raw)

    def companions(self) -> tuple[Enclosure, ...]:
        """How to check the file: a note and a script of its own."""
        found: dict[str, bytes] = {}
        for folder in reversed(self._folders):
            for path in sorted((folder / COMPANIONS).glob("*")):
                if path.is_file():
                    found[path.name] = path.read_bytes()
        if not found:
            raise Permanent(f"les modèles {COMPANIONS}/ manquent à l'installation")
        return tuple(Enclosure(name=name, content=found[name]) for name in sorted(found))


def _view(book: Book) -> dict[str, Any]:
    return {
        "language": "fr",
        "title": typeset(book.title),
        "author": typeset(book.author),
        "creditor": {"name": book.author, "mentions": [typeset(one) for one in book.mentions]},
        "reference": book.reference,
        "mark": typeset(book.mark),
        "dated": in_full(book.dated, weekday=False),
        "cover": _sheet(book.cover) if book.cover else None,
        "sheets": [_sheet(one) for one in book.sheets],
    }


def _sheet(sheet: b.Sheet) -> dict[str, Any]:
    return {"title": typeset(sheet.title), "blocks": [_block(one) for one in sheet.blocks]}


def _block(block: b.Block) -> dict[str, Any]:
    match block:
        case b.Heading(text=text):
            return {"is": "heading", "text": typeset(text)}
        case b.Paragraph(text=text, strong=strong, small=small):
            return {"is": "paragraph", "text": typeset(text), "strong": strong, "small": small}
        case b.Fields(rows=rows):
            return {"is": "fields", "rows": [[typeset(cell) for cell in row] for row in rows]}
        case b.Table():
            return {
                "is": "table",
                "head": [typeset(cell) for cell in block.head],
                "rows": [[typeset(cell) for cell in row] for row in block.rows],
                "figures": list(block.figures),
                "wide": list(block.wide),
                "totals": block.totals,
                "parts": list(block.parts),
            }
        case b.Points(items=items):
            return {"is": "points", "items": [typeset(item) for item in items]}
        case b.Verbatim(text=text):
            # Blanks at the beginning of a line would be swallowed: a quotation has its indent.
            kept = _INDENT.sub(lambda blanks: "\u00a0" * len(blanks[0]), text)
            return {"is": "verbatim", "text": kept}
        case b.Signature(place=place, lines=lines):
            return {
                "is": "signature",
                "place": typeset(place),
                "lines": [typeset(line) for line in lines],
            }
        case b.Turn():
            return {"is": "turn"}
        case _:
            assert_never(block)


def typeset(text: str) -> str:
    """Our own words, their apostrophes as a printer sets them."""
    return text.replace("'", "\u2019")
