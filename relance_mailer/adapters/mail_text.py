"""A stored mail as a person reads it on paper: headers, text, and the files that came with it.

For the eyes alone: nothing is decided on what is read here, the original stands beside it byte for
byte. So everything is taken as it comes, and what is damaged is shown as far as it goes.
"""

import re
from collections.abc import Iterator, Sequence
from unicodedata import category

from relance_mailer.adapters.opened_mail import (
    Part,
    disposition_of,
    header_of,
    leaves,
    opened,
    text_of,
    type_of,
)
from relance_mailer.adapters.parts import pieces_in
from relance_mailer.inward.openable import words_of
from relance_mailer.ports import Enclosure, Readable

HEADERS = (
    ("De", "From"),
    ("À", "To"),
    ("Copie", "Cc"),
    ("Date", "Date"),
    ("Objet", "Subject"),
    ("Message-ID", "Message-ID"),
    ("En réponse à", "In-Reply-To"),
)
SOURCE_MAX = 600_000  # signs that are looked at for it
TEXT_MAX = 60_000  # signs of one mail on paper; the original holds the rest
_BLANK_LINES = re.compile(r"\n[ \t]*(\n[ \t]*)+")


def readable(raw: bytes) -> Readable:
    """A mail as a person reads it; never raises."""
    mail = opened(raw)
    parts = tuple(leaves(mail))
    text = _text(parts)
    if len(text) > TEXT_MAX:
        text = text[:TEXT_MAX] + "\n[suite dans l'original]"
    return Readable(
        headers=tuple((label, value) for label, name in HEADERS if (value := _header(mail, name))),
        text=text,
        files=tuple(_files(mail, parts)),
    )


def _header(mail: Part, name: str) -> str:
    return _printable(" ".join(header_of(mail, name).split()))


def _text(parts: Sequence[Part]) -> str:
    plain, html = [], []
    left = SOURCE_MAX
    for part in parts:
        kind = type_of(part)
        if kind not in ("text/plain", "text/html") or disposition_of(part) == "attachment":
            continue
        words = text_of(part)[: max(left, 0)]
        left -= len(words)
        if kind == "text/plain":
            plain.append(words)
        else:
            html.append(_of_html(words))
    told = "\n\n".join(plain) if any(one.strip() for one in plain) else "\n\n".join(html)
    return _BLANK_LINES.sub("\n\n", _printable(told.replace("\r\n", "\n"))).strip("\n")


def _files(mail: Part, parts: Sequence[Part]) -> Iterator[Enclosure]:
    """What was joined; pictures that only decorate the text are left in the original.

    A report of the post is its own exhibit: what it encloses is our letter.
    """
    if type_of(mail) == "multipart/report":
        return
    for piece in pieces_in(parts):
        if piece.data and not piece.decorates:
            yield Enclosure(name=_printable(piece.name), content=piece.data)


def _printable(text: str) -> str:
    """Without signs that print nothing or turn the reading direction round; line ends stay."""
    kept = "".join(
        sign for sign in text if sign.isprintable() or sign in "\n\t" or category(sign) == "Zs"
    )
    return kept.encode("utf-8", "replace").decode("utf-8").replace("\t", "    ")


def _of_html(html: str) -> str:
    """A line for each block: where the source itself ends a line says nothing."""
    words = words_of(html.replace("\r", " ").replace("\n", " "))
    return "\n".join(" ".join(line.split()) for line in words.splitlines())
