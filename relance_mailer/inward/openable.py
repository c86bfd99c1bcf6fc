"""A raw message cut to what a program may open without harm: for whoever only shows it."""

from relance_mailer.reading.bare_html import bare_words
from relance_mailer.reading.bounds import bounded


def openable(raw: bytes) -> bytes:
    """The bytes that may be parsed, within the bounds that the reader keeps too."""
    cut, _ = bounded(raw)
    return cut


def words_of(html: str) -> str:
    """The words of an HTML source, a line for each block."""
    return bare_words(html)
