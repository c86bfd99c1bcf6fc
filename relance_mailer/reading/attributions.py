"""The sentence by which a mail program introduces what somebody wrote before.

Three shapes, in any layout and over up to five lines: a date, an author and a verb of writing at
the end; the same with the quoted words on the line itself; no verb at all, but an address, a date
with its hour and a colon, or a colon and quoted lines below. A program prints an hour or an
address: a date and a verb alone are what a person writes.

Takes: "Le mar. 3 mars 2026 à 10:12, Paul <p@x.fr> a écrit :", "Paul <p@x.fr> [2026-03-03 10:12]:".
Leaves: "Le 2 mars votre collègue nous a écrit : c'est soldé", "On Monday we wrote: the goods…".
"""

import re
from collections.abc import Sequence

from relance_mailer.reading.marks import Cut, Mark

_LINES_MAX = 5
_CHARACTERS_MAX = 420

# GroupWise: ">>> Paul <p@x.fr> 03/03/2026 10:12 >>>".
NAMED_IN_ANGLES = re.compile(r"^\s?(?:>>>|<<<)\s(?P<who>[^\n]{3,160}?\d)\s?>>>\s*$")
# Notes: "Comptabilité clients ---27/04/2026 08:39:01---Votre compte".
_IN_DASHES = re.compile(
    r"^\W{0,3}(?P<who>[^\n]{2,120}?)\s?-{2,4}\s?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\s\d{1,2}:\d\d"
    r"(?::\d\d)?(?:\s?[AP]M)?\s?-{2,4}"
)
_WROTE = (
    r"(?:a\s+[ée]crit|ont\s+[ée]crit|wrote|schrieb(?:\s[^:]{1,200})?|escribi[óo]|ha\s+scritto"
    r"|schreef(?:\s[^:]{1,200})?|escreveu|a\s+écrit\s+le\s[^:]{4,60}(?::\d\d)?)"
)
_OPENS = re.compile(
    r"^\W{0,6}(?:Le|On|Am|El|Il|Op|Em|A)\s.{0,60}\d|^\W{0,3}\d{4}-\d\d-\d\d|.{0,160}\sa écrit\b"
    r"|.{0,160}\swrote\b|^\W{0,3}Il giorno\b|.{0,240}:\s*$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    rf"^\W{{0,4}}(?:Le|On|Am|El|Il|Op|Em|A)\s+(?P<rest>.{{4,380}}?\b{_WROTE})\s*:?\s*$",
    re.IGNORECASE,
)
_WITH_WORDS = re.compile(
    r"^\W{0,4}(?:Le|On|El|Il)\s+.{4,200}?(?P<who>[^,]{0,80}<[\w.+-]+@[\w.-]+>),?\s+"
    r"(?:a\s+[ée]crit|wrote|escribi[óo]|ha\s+scritto)\s*:\s+\S",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^\W{0,3}(?P<who>[^.!?]{2,120}?<?[\w.+-]+@[\w.-]+>?\)?)\s+(?:a\s+[ée]crit|"
    r"wrote|escreveu|escribi[óo]|ha\s+scritto|schrieb|schreef)\b[^.!?]{0,60}:\s*$",
    re.IGNORECASE,
)
_BARE = re.compile(r"^(?P<all>[^!?]{8,240}):\s*$")
_DASHED = re.compile(r"^[\s>]*-{2,}\s*\S")
_HAS_DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}|\d{4}|\d{1,2}[:h]\d\d|\d{1,2}\s+[a-zéû]{3,9}\.?", re.IGNORECASE
)
_YEAR_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}[-/]\d\d[-/]\d\d\b"
    r"|\b\d{1,2}(?:er|st|nd|rd|th)?\.?\s+(?:de\s)?[a-zéèûäà]{3,9}\.?,?\s+(?:de\s)?\d{4}\b"
    r"|\b[a-zéû]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b|\b\d{4}年\d{1,2}月",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\b\d{1,2}\s?[:h]\s?\d\d\b")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_AUTHOR_OF_SENTENCE = re.compile(
    r"(?:\d{1,2}\s?[:h]\s?\d\d(?::\d\d)?(?:\s*[AP]M)?(?:\s*\(?(?:UTC|GMT|CES?T|Uhr)\S*)?"
    r"(?:\s*[+-]\d{4})?|\d{4})[\s,)>]*(?:schrieb|schreef)?\s*"
    r"(?P<who>.+?),?\s*(?:\ba\s+[ée]crit|\bont\s+[ée]crit|\bwrote|\bescribi[óo]|\bha\s+scritto|"
    r"\bescreveu|:?\s*$)",
    re.IGNORECASE,
)
_ENDS_A_SENTENCE = re.compile(r"[.!?;:…]\s*$")


def attribution_at(lines: Sequence[str], at: int) -> Mark | None:
    """The attribution that begins at this line, wrapped or not, quoted itself or not; or None."""
    if angled := NAMED_IN_ANGLES.match(lines[at]):
        return Mark(cut=Cut.HEADERS, start=at, end=at + 1, author=angled["who"])
    if "--" in lines[at] and (dashed := _IN_DASHES.match(lines[at])):
        return Mark(cut=Cut.HEADERS, start=at, end=at + 1, author=dashed["who"])
    if not _OPENS.match(lines[at]):
        return None
    joined = ""
    for count in range(min(_LINES_MAX, len(lines) - at)):
        line = lines[at + count].strip(" >-" if _DASHED.match(lines[at]) else " >")
        if not line or (count and _begins_anew(line, joined)):
            return None
        joined = f"{joined} {line}".strip()
        if len(joined) > _CHARACTERS_MAX:
            return None
        author = _author(joined, quotes_below=_quotes_below(lines, at + count + 1))
        if author is not None:
            return Mark(cut=Cut.ATTRIBUTION, start=at, end=at + count + 1, author=author)
    return None


def _begins_anew(line: str, above: str) -> bool:
    """Whether what stands above was a whole sentence, so that the line cannot go on with it."""
    return bool(_ENDS_A_SENTENCE.search(above)) and not line.lower().startswith(("a ", "écrit"))


def _author(text: str, *, quotes_below: bool) -> str | None:
    """Whom an attribution names, empty when it names nobody; None for any other text."""
    hour, address = _HOUR.search(text), _ADDRESS.search(text)
    if _SENTENCE.match(text) and _HAS_DATE.search(text) and (hour or address or quotes_below):
        who = _AUTHOR_OF_SENTENCE.search(text)
        return who["who"].strip(" ,") if who else ""
    if address and (named := _NAMED.match(text)):
        return named["who"]
    if address and hour and (said := _WITH_WORDS.match(text)):
        return said["who"].strip(" ,")
    bare = _BARE.match(text)
    if bare and address and quotes_below and f"<{address[0]}>" in text:
        return address[0]
    if bare and hour and _YEAR_DATE.search(text) and (address or quotes_below):
        return address[0] if address else _without_moment(bare["all"])
    return None


def _without_moment(text: str) -> str:
    """The text less its date and hour: what is left is a name."""
    return _HOUR.sub("", _YEAR_DATE.sub("", text)).strip(" ,*-–[]()")


def _quotes_below(lines: Sequence[str], at: int) -> bool:
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at < len(lines) and lines[at].lstrip(" ").startswith(">")
