"""A book as OpenDocument text: what a lawyer opens, completes and signs in his word processor.

An .odt is a zip of a few XML files whose first entry, stored and not deflated, is its type (ODF
1.3 part 2 §3.3). Everything is written as text, nothing that a debtor or a ledger said is mark-up,
and the moments in it are the paper's own day: the same book gives the same bytes.
"""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import assert_never
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from relance_mailer.adapters.letter_view import in_full
from relance_mailer.desk import blocks as b
from relance_mailer.ports import Book

PAGE_MM = 170  # what an A4 page leaves between its margins
TYPE = "application/vnd.oasis.opendocument.text"
_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{what}:1.0"'
    for name, what in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("meta", "meta"),
    )
)
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = re.compile(r"  +")


def odt(book: Book) -> bytes:
    """The bytes of the document."""
    parts = {
        "content.xml": _content(book),
        "styles.xml": _styles(book),
        "meta.xml": _meta(book),
        "META-INF/manifest.xml": _manifest(),
    }
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr(_entry("mimetype", book.dated), TYPE, ZIP_STORED)
        for name, text in parts.items():
            archive.writestr(_entry(name, book.dated), text.encode("utf-8"), ZIP_DEFLATED)
    return made.getvalue()


def _entry(name: str, dated: date) -> ZipInfo:
    return ZipInfo(name, date_time=(dated.year, dated.month, dated.day, 9, 0, 0))


def _content(book: Book) -> str:
    body = "".join(_body(book))
    columns = "".join(_columns(book))
    return (
        f'{_HEAD}<office:document-content {_NAMES} office:version="1.3">'
        f"<office:automatic-styles>{_AUTOMATIC}{columns}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def _body(book: Book) -> Iterator[str]:
    for place, sheet in enumerate(_sheets(book)):
        style = "Title" if place == 0 else "TitleTurned"
        yield f'<text:h text:style-name="{style}" text:outline-level="1">{_t(sheet.title)}</text:h>'
        for number, block in enumerate(sheet.blocks):
            yield from _block(block, f"T{place}-{number}", book.dated)


def _sheets(book: Book) -> tuple[b.Sheet, ...]:
    return (*((book.cover,) if book.cover else ()), *book.sheets)


def _columns(book: Book) -> Iterator[str]:
    """The width of every column: what its longest cell needs, the rest to the wide ones."""
    for place, sheet in enumerate(_sheets(book)):
        for number, block in enumerate(sheet.blocks):
            for column, width in enumerate(_widths(block)):
                yield (
                    f'<style:style style:name="T{place}-{number}-{column}" '
                    'style:family="table-column"><style:table-column-properties '
                    f'style:column-width="{width}mm"/></style:style>'
                )


def _widths(block: b.Block) -> list[int]:
    if isinstance(block, b.Fields):
        return [50, PAGE_MM - 50]
    if not isinstance(block, b.Table) or not block.head:
        return []
    needs = [
        min(max(len(cell) for cell in cells) * 2 + 5, PAGE_MM // 2)
        for cells in zip(block.head, *block.rows, strict=True)
    ]
    wide = [place for place in block.wide if place < len(needs)] or [0]
    rest = PAGE_MM - sum(need for place, need in enumerate(needs) if place not in wide)
    share = max(rest // len(wide), PAGE_MM // 5)
    return [share if place in wide else need for place, need in enumerate(needs)]


def _block(block: b.Block, name: str, dated: date) -> Iterator[str]:
    match block:
        case b.Heading(text=text):
            yield f'<text:h text:style-name="Part" text:outline-level="2">{_t(text)}</text:h>'
        case b.Paragraph(text=text, strong=stressed, small=small):
            yield _p("Strong" if stressed else "Small" if small else "Body", text)
        case b.Fields(rows=rows):
            yield from _table(name, b.Table(head=(), rows=rows, wide=(1,)))
        case b.Table():
            yield from _table(name, block)
        case b.Points(items=items):
            points = "".join(
                f'<text:list-item><text:p text:style-name="Body">{_t(item)}</text:p>'
                "</text:list-item>"
                for item in items
            )
            yield f'<text:list text:style-name="Points">{points}</text:list>'
        case b.Verbatim(text=text):
            for line in text.splitlines():
                yield _p("Verbatim", line)
        case b.Signature(place=place, lines=lines):
            told = f"{place}, le " if place else "Le "
            yield _p("Body", f"{told}…………………… (projet du {in_full(dated, weekday=False)})")
            for line in lines:
                yield _p("Body", line)
            yield from (_p("Body", "") for _ in range(3))
        case b.Turn():
            yield _p("Turned", "")
        case _:
            assert_never(block)


def _table(name: str, table: b.Table) -> Iterator[str]:
    """A table; one without a head has as many columns as its first row."""
    columns = len(table.head) if table.head else len(table.rows[0]) if table.rows else 0
    if not columns:
        return
    last = len(table.rows) - 1 if table.totals else -1
    yield f'<table:table table:name="{name}" table:style-name="Table">'
    for place in range(columns):
        yield f'<table:table-column table:style-name="{name}-{place}"/>'
    if table.head:
        told = _row(table.head, table.figures, "Head")
        yield f"<table:table-header-rows>{told}</table:table-header-rows>"
    for number, row in enumerate(table.rows):
        strong = number == last or number in table.parts
        yield _row(row, table.figures, "Strong" if strong else "Cell")
    yield "</table:table>"


def _row(cells: tuple[str, ...], figures: tuple[int, ...], style: str) -> str:
    told = "".join(
        '<table:table-cell table:style-name="Lined" office:value-type="string">'
        f"{_p(style + ('Right' if place in figures else ''), cell)}</table:table-cell>"
        for place, cell in enumerate(cells)
    )
    return f"<table:table-row>{told}</table:table-row>"


def _p(style: str, text: str) -> str:
    return f'<text:p text:style-name="{style}">{_t(text)}</text:p>'


def _t(text: str) -> str:
    """Text as XML: signs that XML has not are left out, runs of spaces kept."""
    plain = escape(_NOT_XML.sub("", text).replace("'", "\u2019"))
    lines = plain.replace("\t", "    ").splitlines() or [""]
    spaced = [
        _SPACES.sub(lambda run: f' <text:s text:c="{len(run[0]) - 1}"/>', line) for line in lines
    ]
    return "<text:line-break/>".join(spaced)


def _styles(book: Book) -> str:
    head = f"<style:header>{_p('Mark', book.mark)}</style:header>" if book.mark else ""
    foot = " – ".join([*book.mentions, book.reference])
    return (
        f'{_HEAD}<office:document-styles {_NAMES} office:version="1.3"><office:styles>'
        '<style:default-style style:family="paragraph"><style:text-properties '
        'fo:font-size="11pt" fo:language="fr" fo:country="FR"/></style:default-style>'
        '<style:style style:name="Footer" style:family="paragraph"><style:text-properties '
        'fo:font-size="7.5pt" fo:color="#5f5f5f"/></style:style>'
        '<style:style style:name="Mark" style:family="paragraph"><style:paragraph-properties '
        'fo:text-align="end" fo:margin-bottom="3mm"/><style:text-properties fo:color="#9c1c1c" '
        'fo:font-weight="bold"/></style:style></office:styles>'
        '<office:automatic-styles><style:page-layout style:name="A4">'
        '<style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" '
        'fo:margin-top="18mm" fo:margin-bottom="15mm" fo:margin-left="20mm" '
        'fo:margin-right="20mm"/><style:header-style/><style:footer-style/></style:page-layout>'
        "</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="A4">'
        f"{head}<style:footer>"
        f'<text:p text:style-name="Footer">{_t(foot)} – page <text:page-number/></text:p>'
        "</style:footer></style:master-page></office:master-styles></office:document-styles>"
    )


def _meta(book: Book) -> str:
    return (
        f'{_HEAD}<office:document-meta {_NAMES} {_DC} office:version="1.3"><office:meta>'
        f"<dc:title>{_t(book.title)}</dc:title><dc:creator>{_t(book.author)}</dc:creator>"
        f"<dc:language>fr-FR</dc:language><dc:date>{book.dated.isoformat()}T09:00:00</dc:date>"
        "</office:meta></office:document-meta>"
    )


def _manifest() -> str:
    files = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in (
            ("/", TYPE),
            ("content.xml", "text/xml"),
            ("styles.xml", "text/xml"),
            ("meta.xml", "text/xml"),
        )
    )
    return (
        f'{_HEAD}<manifest:manifest manifest:version="1.3" '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f"{files}</manifest:manifest>"
    )


def _style(name: str, text: str = "", paragraph: str = "") -> str:
    inner = f"<style:paragraph-properties {paragraph}/>" if paragraph else ""
    inner += f"<style:text-properties {text}/>" if text else ""
    return f'<style:style style:name="{name}" style:family="paragraph">{inner}</style:style>'


_GAP = 'fo:margin-bottom="2.5mm"'
_BOLD = 'fo:font-weight="bold"'
_TITLE = 'fo:font-size="15pt" fo:font-weight="bold"'
_RIGHT = 'fo:text-align="end"'
_AUTOMATIC = "".join(
    (
        _style("Title", _TITLE, 'fo:margin-bottom="4mm"'),
        _style("TitleTurned", _TITLE, 'fo:margin-bottom="4mm" fo:break-before="page"'),
        _style("Turned", "", 'fo:break-before="page"'),
        _style(
            "Part", f'{_BOLD} fo:font-size="12pt"', 'fo:margin-top="4mm" fo:margin-bottom="2mm"'
        ),
        _style("Body", "", _GAP),
        _style("Strong", _BOLD, _GAP),
        _style("StrongRight", _BOLD, f"{_GAP} {_RIGHT}"),
        _style("Small", 'fo:font-size="9pt"', _GAP),
        _style("Verbatim", 'fo:font-size="9.5pt"'),
        _style("Cell", 'fo:font-size="10pt"'),
        _style("CellRight", 'fo:font-size="10pt"', _RIGHT),
        _style("Head", 'fo:font-size="9pt" fo:color="#5f5f5f"'),
        _style("HeadRight", 'fo:font-size="9pt" fo:color="#5f5f5f"', _RIGHT),
        '<style:style style:name="Table" style:family="table"><style:table-properties '
        'style:width="170mm" fo:margin-bottom="3mm" table:align="left"/></style:style>',
        '<style:style style:name="Lined" style:family="table-cell">'
        '<style:table-cell-properties fo:padding="1mm" fo:border-bottom="0.3pt solid #969696"/>'
        "</style:style>",
        '<text:list-style style:name="Points"><text:list-level-style-bullet text:level="1" '
        'text:bullet-char="–"><style:list-level-properties text:space-before="4mm" '
        'text:min-label-width="4mm"/></text:list-level-style-bullet></text:list-style>',
    )
)
