"""Where history begins: the lines by which mail programs introduce what somebody wrote before.

Two families. An *attribution* is a sentence ("Le 3 mars 2026 à 10:12, X a écrit :"), after which
quoted lines carry `>` or nothing. A *header block* is a group of labels ("De :", "Envoyé :",
"À :", "Objet :"), with or without a line of dashes above it. One label or a sentence that merely
resembles an attribution cuts nothing: losing the sender's words is worse than leaving a quote in.

Takes: "Le mar. 3 mars 2026 à 10:12, Paul <p@x.fr> a écrit :", "-----Message d'origine-----".
Leaves: "Le comptable m'a écrit : payez", "De : mémoire, c'est le 12".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_ATTRIBUTION_LINES_MAX = 5
_ATTRIBUTION_CHARACTERS_MAX = 420
_BLOCK_LINES_MAX = 14


class Cut(StrEnum):
    """What sort of mark stands at a line."""

    ATTRIBUTION = "attribution"
    HEADERS = "headers"
    RULE = "rule"  # a line of dashes with words, no headers below it


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A cut mark from line `start` up to, not including, line `end`; `author` as it was printed."""

    cut: Cut
    start: int
    end: int
    author: str = ""


_WROTE = (
    r"(?:a\s+[ée]crit|ont\s+[ée]crit|wrote|schrieb(?:\s[^:]{1,200})?|escribi[óo]|ha\s+scritto"
    r"|schreef(?:\s[^:]{1,200})?|escreveu|a\s+écrit\s+le\s[^:]{4,60}(?::\d\d)?)"
)
_OPENS_ATTRIBUTION = re.compile(
    r"^\W{0,4}(?:Le|On|Am|El|Il|Op|Em|A)\s.{0,60}\d|^\W{0,3}\d{4}-\d\d-\d\d|.{0,160}\sa écrit\b"
    r"|.{0,160}\swrote\b|^\W{0,3}Il giorno\b",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(
    rf"^\W{{0,4}}(?:Le|On|Am|El|Il|Op|Em|A)\s+(?P<rest>.{{4,380}}?\b{_WROTE})\s*:?\s*$",
    re.IGNORECASE,
)
_NAMED_ATTRIBUTION = re.compile(
    r"^\W{0,3}(?P<who>[^.!?]{2,120}?<?[\w.+-]+@[\w.-]+>?\)?)\s+(?:a\s+[ée]crit|"
    r"wrote)\b[^.!?]{0,60}:\s*$",
    re.IGNORECASE,
)
_OLD_GMAIL = re.compile(
    r"^\d{4}-\d\d-\d\d \d{1,2}:\d\d\S*(?: GMT\S*)? (?P<who>.{2,160}@.{2,80}>):?\s*$"
)
_HAS_DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}|\d{4}|\d{1,2}[:h]\d\d|\d{1,2}\s+[a-zéû]{3,9}\.?", re.IGNORECASE
)
_AUTHOR_OF_ATTRIBUTION = re.compile(
    r"(?:\d{1,2}[:h]\d\d(?::\d\d)?(?:\s*[AP]M)?(?:\s*(?:UTC|GMT|CES?T)\S*)?|"
    r"\d{4})[\s,)>]*(?:schrieb|schreef)?\s*"
    r"(?P<who>.+?)\s*(?:\ba\s+[ée]crit|\bont\s+[ée]crit|\bwrote|\bescribi[óo]|\bha\s+scritto|"
    r"\bescreveu|:?\s*$)",
    re.IGNORECASE,
)

_LABELS = {
    "from": r"de|from|von|da|expéditeur|expediteur|émetteur|van|remitente|mittente|de la part de",
    "date": r"envoy[ée]e?s?|envoy[ée] le|date|sent|gesendet|datum|enviado(?: el)?|fecha|inviato"
    r"|data"
    r"|date d'envoi|verzonden|message du|reçu le",
    "to": r"[àa]|to|an|para|destinataires?|pour|aan|destinatario|copie à|cc|cci|kopie|répondre à"
    r"|reply-to|répondre-à",
    "subject": r"objet|sujet|subject|betreff|asunto|oggetto|onderwerp|importance|priorité"
    r"|pi[èe]ces? jointes?|attachments?",
}  # fmt: skip
_LABEL = re.compile(
    r"^[\s>*_|]{0,8}(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
    + r")[\s*_]{0,4}:[\s*_]*(?P<value>.*)$",
    re.IGNORECASE,
)
_ONE_LINE_BLOCK = re.compile(
    r"^[\s>*]*(?:De|From|Von|Da)\s*:\s*(?P<who>.{3,160}?)\s*\b(?:Envoy[ée]|Sent|Date|Gesendet|"
    r"Enviado|Inviato)"
    r"[^:\n]{0,8}:.{6,120}?\b(?:À|A|To|An|Para)\s*:.{3,200}?\b(?:Objet|Subject|Betreff|Asunto|"
    r"Oggetto)\s*:",
    re.IGNORECASE,
)
_RULE_WORDS = (
    r"message\s+(?:d['’]\s?origine|original|transf[ée]r[ée]|transmis|initial|réexpédié|"
    r"pr[ée]c[ée]dent)"
    r"|mail\s+(?:original|transf[ée]r[ée]|d['’]origine)|e-?mail\s+(?:original|transf[ée]r[ée])"
    r"|courriel\s+(?:original|transf[ée]r[ée]|d['’]origine)"
    r"|original\s+(?:message|appointment|mail)|forwarded\s+(?:message|by[^-]{0,60})|"
    r"forwarded\s+mail"
    r"|weitergeleitete\s+nachricht|urspr(?:ü|ue)ngliche\s+nachricht|mensaje\s+(?:original|"
    r"reenviado)"
    r"|messaggio\s+(?:originale|inoltrato)|réacheminé\s+par[^-]{0,80}|transféré\s+par[^-]{0,80}"
    r"|reply\s+above\s+this\s+line"
)
_RULE = re.compile(
    rf"^[\s>]*[-_=*]{{2,}}\s*(?:{_RULE_WORDS})\s*:?\s*[-_=*]{{2,}}\s*$", re.IGNORECASE
)
_INTRODUCED = re.compile(
    r"^[\s>]*(?:début du (?:message|courriel|mail) (?:transféré|réexpédié)|begin forwarded message"
    r"|anfang der weitergeleiteten (?:e-?mail|nachricht)|inizio messaggio inoltrato"
    r"|inicio del mensaje reenviado|message transféré)\s*:?\s*$",
    re.IGNORECASE,
)
_ORANGE = re.compile(r"^[\s>]*message du\s*:?\s*\d{1,2}/\d{1,2}/\d{2,4}", re.IGNORECASE)
PLAIN_RULE = re.compile(r"^\s*(?:_{8,}|-{8,}|={8,}|\*{8,}|—{3,})\s*$")


def mark_at(lines: Sequence[str], at: int) -> Mark | None:
    """The cut mark that begins at this line, or None."""
    line = lines[at]
    if not line.strip():
        return None
    if PLAIN_RULE.match(line):
        return _block(lines, at, _next_filled(lines, at + 1), labels_asked=3)
    if _RULE.match(line) or _INTRODUCED.match(line):
        return _ruled(lines, at)
    if _LABEL.match(line) or _ORANGE.match(line):
        return _block(lines, at, at, labels_asked=3)
    if _OPENS_ATTRIBUTION.match(line):
        return _attribution(lines, at)
    return None


def _ruled(lines: Sequence[str], at: int) -> Mark:
    """A line that says that history follows, with the headers or attribution below it if any."""
    below = _next_filled(lines, at + 1)
    block = _block(lines, at, below, labels_asked=2)
    if block:
        return block
    if below < len(lines):
        attributed = _attribution(lines, below)
        if attributed:
            return Mark(cut=Cut.HEADERS, start=at, end=attributed.end, author=attributed.author)
    return Mark(cut=Cut.RULE, start=at, end=at + 1)


def _next_filled(lines: Sequence[str], at: int) -> int:
    while at < len(lines) and not lines[at].strip(" >"):
        at += 1
    return at


def _block(lines: Sequence[str], start: int, at: int, *, labels_asked: int) -> Mark | None:
    """A header block whose first label stands at line `at`."""
    if at >= len(lines):
        return None
    if one_line := _ONE_LINE_BLOCK.match(" ".join(lines[at : at + 1])):
        return Mark(cut=Cut.HEADERS, start=start, end=at + 1, author=one_line["who"])
    seen: set[str] = set()
    author, end, blanks = "", at, 0
    for index in range(at, min(len(lines), at + _BLOCK_LINES_MAX)):
        label = _LABEL.match(lines[index])
        if label and label.lastgroup:
            name = next(key for key in _LABELS if label[key] is not None)
            if name == "from" and not author:
                author = label["value"].strip(" *_")
            seen.add(name)
            end, blanks = index + 1, 0
        elif _ORANGE.match(lines[index]):
            seen.add("date")
            end = index + 1
        elif not lines[index].strip(" >"):
            blanks += 1
            if blanks > 1 or len(seen) >= 3:
                break
        elif seen and "@" in lines[index]:
            end = index + 1
            if seen == {"from"} and "@" not in author:
                author = f"{author} {lines[index].strip()}"
        elif not seen or index > end:
            break
    enough = len(seen) >= labels_asked and "from" in seen
    return Mark(cut=Cut.HEADERS, start=start, end=end, author=author) if enough else None


def _attribution(lines: Sequence[str], at: int) -> Mark | None:
    """An attribution that may be wrapped over several lines, the following ones quoted or not."""
    joined = ""
    for count in range(_ATTRIBUTION_LINES_MAX):
        if at + count >= len(lines) or (count and not lines[at + count].strip(" >")):
            return None
        joined = f"{joined} {lines[at + count].strip(' >')}".strip()
        if len(joined) > _ATTRIBUTION_CHARACTERS_MAX:
            return None
        found = _ATTRIBUTION.match(joined)
        if found and _HAS_DATE.search(joined):
            who = _AUTHOR_OF_ATTRIBUTION.search(joined)
            author = who["who"].strip(" ,") if who else ""
            return Mark(cut=Cut.ATTRIBUTION, start=at, end=at + count + 1, author=author)
        named = _NAMED_ATTRIBUTION.match(joined) or _OLD_GMAIL.match(joined)
        if named:
            return Mark(cut=Cut.ATTRIBUTION, start=at, end=at + count + 1, author=named["who"])
    return None
