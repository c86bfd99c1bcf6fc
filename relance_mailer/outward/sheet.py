"""A printed letter laid out for the lint: as it stands, as it is seen, and normalised.

Words that the debtor wrote and data that the ledger or the settings hold (names, mentions) are
taken out before words are looked for: a company called « Huissier & Fils » may be written to.
"""

import html as html_entities
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from relance_mailer.outward.compose import Letter

# What begins with a sign as it stands is leapt to: « \n\n* » is found sooner than « \n+ ».
_SENTENCE_END = re.compile(r"\.\s+|\?\s+|!\s+|;\s+|\n\n*")
_ACCENT = re.compile("[\u0300-\u036f]")
_BLANKS = re.compile("  +")
_LINES = re.compile("\n\n*")
_PLAIN_SIGNS = (
    ("’", "'"),
    ("ʼ", "'"),
    ("œ", "oe"),
    ("Œ", "oe"),
    ("\u2011", "-"),
    ("–", "-"),
    ("—", "-"),
    ("\t", " "),
)
_FIGURES = re.compile(r"\d\d*")
_TAG = re.compile(r"<[^>]+>")
_NOT_SHOWN = re.compile(r"<(style|script|head|title)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"</(?:p|li|td|th|tr|div|h\d|ul|table)\s*>|<br\s*/?>", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """A rule that the letter breaks, and how, in French."""

    id: str
    because: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The printed letter: as it stands, and normalised without anybody's own words."""

    letter: Letter
    text: str
    html: str
    subject: str
    printed: tuple[tuple[str, str], ...]
    shown: str  # what is seen of the HTML
    plain_text: str  # normalised
    plain_html: str
    own_text: str  # normalised, quotations and data taken out
    own_html: str
    own_subject: str
    words: tuple[str, ...]  # the sentences of all three, each once, figures made 0


def sheet_of(
    letter: Letter, text: str, html: str, subject: str, printed: tuple[tuple[str, str], ...]
) -> Sheet:
    """The printed letter laid out for the rules."""
    seen = shown(html)
    plain_text, plain_html = normalised(text), normalised(seen)
    data = _data(letter)
    own_text, own_html = _without(plain_text, data), _without(plain_html, data)
    own_subject = _without(normalised(subject), data)
    # Letters of one template say the same sentences: figures apart, each is looked through once.
    together = _FIGURES.sub("0", "\n".join((own_text, own_html, own_subject)))
    words = tuple(dict.fromkeys(sentences(together)))
    return Sheet(
        letter=letter,
        text=text,
        html=html,
        subject=subject,
        printed=printed,
        shown=seen,
        plain_text=plain_text,
        plain_html=plain_html,
        own_text=own_text,
        own_html=own_html,
        own_subject=own_subject,
        words=words,
    )


@lru_cache(maxsize=16384)
def bare(value: str) -> str:
    """A name, a number or a date, normalised; the same ones come again in every letter."""
    return normalised(value).strip()


def normalised(text: str) -> str:
    """Lower case without accents, apostrophes, dashes and blanks made plain; lines are kept."""
    for fancy, simple in _PLAIN_SIGNS:
        text = text.replace(fancy, simple)
    # NFKD makes plain blanks of the unbreakable ones.
    text = _ACCENT.sub("", unicodedata.normalize("NFKD", text)).casefold()
    return _single_blanks(text)


def _single_blanks(text: str) -> str:
    return _BLANKS.sub(" ", text) if "  " in text else text


def shown(html: str) -> str:
    """What a reader sees of an HTML part, a line for each paragraph, cell and item."""
    # Unbreakable blanks stay: the lint asks for them in amounts.
    text = _single_blanks(_NOT_SHOWN.sub(" ", html)).replace("\t", "\n").replace("\r", "\n")
    text = _LINES.sub(" ", text)
    text = _TAG.sub("", _BREAK.sub("\n", text))
    return html_entities.unescape(text)


def folded(text: str) -> str:
    """Normalised and on one line."""
    return " ".join(normalised(text).split())


def sentences(text: str) -> tuple[str, ...]:
    """The text cut at full stops, question marks, semicolons and line ends."""
    return tuple(part.strip() for part in _SENTENCE_END.split(text) if part.strip())


def around(text: str, value: str) -> list[str]:
    """The sentences in which the value stands."""
    lines = [line for line in text.split("\n") if value in line]
    return [s for line in lines for s in sentences(line) if value in s]


def values_of(sheet: Sheet, name: str) -> list[str]:
    """What a placeholder printed in a part: `txt.deadline`, `html.deadline`."""
    return [value for printed, value in sheet.printed if printed == name]


def unquoted(text: str, letter: Letter) -> str:
    """The text without the debtor's words and what the settings and the ledger hold."""
    sender = letter.sender
    for words in (
        *sender.mentions,
        sender.privacy,
        letter.past.words if letter.past else "",
        letter.past.who if letter.past else "",
        letter.debtor.name,
        letter.greeting,
    ):
        if words:
            text = text.replace(words, "¤")
    return text


def _data(letter: Letter) -> tuple[str, ...]:
    """Quoted words and data, the longest first so that a part never hides the whole."""
    sender, debtor = letter.sender, letter.debtor
    values = [
        letter.past.words if letter.past else "",
        letter.past.who if letter.past else "",
        letter.mark,
        letter.greeting,
        debtor.name,
        debtor.address or "",
        debtor.city or "",
        sender.creditor_name,
        sender.mailbox,
        sender.privacy,
        sender.person,
        sender.role,
        sender.mediator,
        *sender.mentions,
        *letter.attachments,
        *(line.number for line in letter.lines),
        *(line.po_number for line in letter.lines),
        *(line.order_ref for line in letter.lines),
    ]
    plain = {bare(value) for value in values}
    return tuple(sorted((value for value in plain if len(value) > 2), key=len, reverse=True))


def _without(text: str, data: tuple[str, ...]) -> str:
    for value in data:
        if value in text:
            text = masked(text, value)
    return text


def masked(text: str, value: str) -> str:
    """The text with the value as whole words taken out."""
    before, *rest = text.split(value)
    kept = [before]
    for after in rest:
        inside = kept[-1][-1:].isalnum() or after[:1].isalnum()
        kept += [value if inside else " ¤ ", after]
    return "".join(kept)
