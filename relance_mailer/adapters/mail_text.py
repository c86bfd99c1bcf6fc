"""A stored mail as a person reads it on paper: headers, text, and the files that came with it.

For the eyes alone: nothing is decided on what is read here, the original stands beside it byte for
byte. So everything is taken as it comes, and what is damaged is shown as far as it goes.
"""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser
from unicodedata import category

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
TEXT_MAX = 60_000  # signs of one mail on paper; the original holds the rest
_UNPRINTED = frozenset({"script", "style", "head", "title"})
_ENDS_LINE = frozenset({"p", "div", "br", "tr", "li", "h1", "h2", "h3", "blockquote", "table"})
_BLANK_LINES = re.compile(r"\n[ \t]*(\n[ \t]*)+")


def readable(raw: bytes) -> Readable:
    """A mail as a person reads it; never raises."""
    mail = message_from_bytes(raw, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    text = _text(mail)
    if len(text) > TEXT_MAX:
        text = text[:TEXT_MAX] + "\n[suite dans l'original]"
    return Readable(
        headers=tuple((label, value) for label, name in HEADERS if (value := _header(mail, name))),
        text=text,
        files=tuple(_files(mail)),
    )


def _header(mail: EmailMessage, name: str) -> str:
    try:
        values = [str(value) for value in mail.get_all(name, [])]
    except (ValueError, IndexError, AttributeError, LookupError):  # the parser trips on odd ones
        values = [value for key, value in mail.raw_items() if key.lower() == name.lower()]
    return _printable(" ".join(" ".join(values).split()))


def _text(mail: EmailMessage) -> str:
    plain, html = [], []
    for part in mail.walk():
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        if part.get_content_type() == "text/plain":
            plain.append(_decoded(part))
        elif part.get_content_type() == "text/html":
            html.append(_of_html(_decoded(part)))
    told = "\n\n".join(plain) if any(one.strip() for one in plain) else "\n\n".join(html)
    return _BLANK_LINES.sub("\n\n", _printable(told.replace("\r\n", "\n"))).strip("\n")


def _decoded(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or "utf-8"
    try:
        return content.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return content.decode("utf-8", "replace")


def _files(mail: EmailMessage) -> list[Enclosure]:
    """What came as an attachment; pictures that only decorate the text are left in the original."""
    found = []
    for part in mail.walk():
        name = part.get_filename()
        if part.is_multipart() or not name or part.get_content_disposition() == "inline":
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload:
            found.append(Enclosure(name=_printable(name), content=payload))
    return found


def _printable(text: str) -> str:
    """Without signs that print nothing or turn the reading direction round; line ends stay."""
    kept = "".join(
        sign for sign in text if sign.isprintable() or sign in "\n\t" or category(sign) == "Zs"
    )
    return kept.encode("utf-8", "replace").decode("utf-8").replace("\t", "    ")


def _of_html(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = ("".join(reader.words)).splitlines()
    return "\n".join(" ".join(line.split()) for line in lines)


class _Reader(HTMLParser):
    """The words of an HTML mail, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNPRINTED:
            self._hidden += 1
        elif tag in _ENDS_LINE:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNPRINTED:
            self._hidden = max(self._hidden - 1, 0)
        elif tag in _ENDS_LINE:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(" ".join(data.split("\n")))
