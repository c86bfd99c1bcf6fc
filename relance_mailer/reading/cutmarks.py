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

from relance_mailer.reading.attributions import attribution_at
from relance_mailer.reading.marks import Cut, Mark

_BLOCK_LINES_MAX = 14

# Every mark holds one of these; most lines of prose hold none.
_MAY_MARK = re.compile(r"[:\d@]|^[\s>]*[^\w\s>]|[-_=*—]{3}|\b[Mm]essage\b|[Ww]rote|[ée]crit")

_LABELS = {
    "from": r"de|du|from|von|da|exp[ée]diteur|émetteur|van|remitente|mittente|de la part de",
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
_BARE_LABEL = re.compile(
    r"^[\s>]{0,4}(?:de|from|von|da|[àa]|to|an|para|date|datum|fecha|data|objet|subject|betreff|as"
    r"unto"
    r"|oggetto|cc)\s+(?P<value>\S.*)$",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"@|\b\d{1,2}\s?[:h]\s?\d\d\b")
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
    r"|original message from [^=]{3,80}"
    r"|original(?:\s+(?:message|appointment|mail))?|forwarded\s+(?:message|by[^-]{0,60})|"
    r"forwarded\s+mail"
    r"|weitergeleitete\s+nachricht|urspr(?:ü|ue)ngliche\s+nachricht|mensaje\s+(?:original|"
    r"reenviado)"
    r"|messaggio\s+(?:originale|inoltrato)|réacheminé\s+par[^-]{0,80}|transféré\s+par[^-]{0,80}"
)
_PASSED_ON = re.compile(
    r"transf[ée]r|transmis|réexpédi|réachemin|forward|weitergeleit|reenvi|inoltr", re.IGNORECASE
)
_RULE = re.compile(
    rf"^[\s>]*[-_=*]{{2,}}\s*(?:{_RULE_WORDS})\s*:?\s*[-_=*]{{2,}}\s*$", re.IGNORECASE
)
# Yahoo's text without its line ends: "----- Mail transféré -----De : Paul <p@x.fr>À : a@y.fr".
_RUN_ON = re.compile(
    rf"^[\s>]*[-_=*]{{2,}}\s*(?:{_RULE_WORDS})\s*[-_=*]{{2,}}\s*(?:De|From)\s?:\s?"
    r"(?P<who>[^:]{3,160}?)\s*(?:À|To|Envoyé|Sent|Date|Cc)\s?:",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    r"^[\s>]*(?:début du (?:message|courriel|mail) (?:transféré|réexpédié)|begin forwarded message"
    r"|anfang der weitergeleiteten (?:e-?mail|nachricht)|inizio messaggio inoltrato"
    r"|inicio del mensaje reenviado|message transféré)\s*:?\s*$",
    re.IGNORECASE,
)
# Ticket systems print it above the letter that they send; the answer stands above it, or below
# where the desk's own notice opens the mail.
_ANSWER_ABOVE = re.compile(
    r"^[\s>]*[#=*\[(—–-]{1,4}-?.{0,60}\b(?:r[ée]pon\w+|reply|respon\w+|antwort\w*|rispo\w+)\b"
    r".{0,40}\b(?:au-dessus|ci-dessus|plus haut|above|oberhalb|encima|sopra)\b.{0,40}$",
    re.IGNORECASE,
)
_ORANGE = re.compile(r"^[\s>]*message du\s*:?\s*\d{1,2}/\d{1,2}/\d{2,4}", re.IGNORECASE)
PLAIN_RULE = re.compile(r"^\s*(?:_{8,}|-{8,}|={8,}|\*{8,}|—{3,})\s*$")


def mark_at(lines: Sequence[str], at: int) -> Mark | None:
    """The cut mark that begins at this line, or None."""
    line = lines[at]
    if not _MAY_MARK.search(line):
        return None
    if PLAIN_RULE.match(line):
        below = _next_filled(lines, at + 1)
        return _block(lines, at, below, labels_asked=3) or _entry(lines, at, below)
    if _RULE.match(line) or _INTRODUCED.match(line):
        return _ruled(lines, at)
    if run_on := _RUN_ON.match(line):
        return Mark(cut=Cut.HEADERS, start=at, end=at + 1, author=run_on["who"])
    if _ANSWER_ABOVE.match(line):
        return _ruled(lines, at) if any(above.strip() for above in lines[:at]) else None
    if _LABEL.match(line) or _ORANGE.match(line):
        return _block(lines, at, at, labels_asked=3)
    return _of_notes(lines, at) or attribution_at(lines, at)


# Notes prints the writer, the moment, then labels without a colon: "        A       Claire".
_NOTES_WRITER = re.compile(r"^\s{0,3}(?P<who>[^<>:]{0,90}<[\w.+-]+@[\w.-]+>)\s*$")
_NOTES_MOMENT = re.compile(
    r"^\s{0,12}\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?\s*$",
    re.IGNORECASE,
)
_NOTES_LABEL = re.compile(
    r"^\s{0,12}(?:À|A|To|An|Para|cc|Cc|Objet|Subject|Betreff|Asunto|Oggetto)(?:\s.{0,200})?$"
)
_NOTES_LINES_MAX = 7


def _of_notes(lines: Sequence[str], at: int) -> Mark | None:
    """The block above an older letter in Notes: three lines at least of its four."""
    writer = _NOTES_WRITER.match(lines[at])
    if writer is None or at + 1 >= len(lines) or not _NOTES_MOMENT.match(lines[at + 1]):
        return None
    end, labels = at + 2, 0
    for index in range(end, min(len(lines), at + _NOTES_LINES_MAX)):
        if _NOTES_LABEL.match(lines[index]):
            end, labels = index + 1, labels + 1
        elif lines[index].strip():
            break
    return Mark(cut=Cut.HEADERS, start=at, end=end, author=writer["who"]) if labels else None


# "Comptabilité clients - Brescou, 12 févr. 2026 08:35", "Accounts, Feb 12, 2026, 08:35 GMT+1".
_ENTRY = re.compile(
    r"^(?P<who>[^,:;!?]{2,90}),\s(?:le\s)?(?:(?:lun|mar|mer|jeu|ven|sam"
    r"|dim)\w*\.?,?\s)?(?:\d{1,2}\s[a-zéû]"
    r"{3,9}\.?\s\d{4}|[a-z]{3,9}\s\d{1,2},?\s\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d)"
    r",?\s(?:à\s|at\s)?\d{1,2}\s?[:h]\s?\d\d(?::\d\d)?(?:\s?[AP]M)?(?:\s\(?(?:GMT|UTC|CES?T)\S*)?$",
    re.IGNORECASE,
)


def _entry(lines: Sequence[str], at: int, below: int) -> Mark | None:
    """An earlier entry of a ticket: a rule, then who wrote it, with day and hour."""
    found = _ENTRY.match(lines[below].strip()) if below < len(lines) else None
    if found is None:
        return None
    return Mark(cut=Cut.HEADERS, start=at, end=below + 1, author=found["who"])


def _ruled(lines: Sequence[str], at: int) -> Mark:
    """A line that says that history follows, with the headers or attribution below it if any."""
    below = _next_filled(lines, at + 1)
    block = _block(lines, at, below, labels_asked=2) or _bare_block(lines, at, below)
    if block:
        return block
    if below < len(lines):
        attributed = attribution_at(lines, below)
        if attributed:
            return Mark(cut=Cut.HEADERS, start=at, end=attributed.end, author=attributed.author)
    cut = Cut.FORWARDED if _PASSED_ON.search(lines[at]) else Cut.ORIGINAL
    return Mark(cut=cut, start=at, end=at + 1)


def _next_filled(lines: Sequence[str], at: int) -> int:
    while at < len(lines) and not lines[at].strip(" >"):
        at += 1
    return at


def _block(lines: Sequence[str], start: int, at: int, *, labels_asked: int) -> Mark | None:
    """A header block whose first label stands at line `at`.

    Without a line of dashes above it, it must show an hour, an address or all four labels:
    "Objet : FX-118, De : Perrin, Date : 3 mars" is what a person writes.
    """
    if at >= len(lines):
        return None
    if one_line := _ONE_LINE_BLOCK.match(lines[at]):
        return Mark(cut=Cut.HEADERS, start=start, end=at + 1, author=one_line["who"])
    seen: set[str] = set()
    author, end, blanks = "", at, 0
    for index in range(at, min(len(lines), at + _BLOCK_LINES_MAX)):
        line = lines[index]
        name, value = _label(line)
        if name == "from" and name in seen:
            break
        if name:
            author = author or (value.strip(" *_") if name == "from" else "")
            seen.add(name)
            end, blanks = index + 1, 0
        elif not line.strip(" >"):
            blanks += 1
            if blanks > 1 or len(seen) >= 3:
                break
        elif seen and "@" in line:
            end = index + 1
            if seen == {"from"} and "@" not in author:
                author = f"{author} {line.strip()}"
        elif not seen or index > end or not _goes_on(lines, index, seen):
            break
    shown = start < at or len(seen) == len(_LABELS) or _SHOWN.search("\n".join(lines[at:end]))
    enough = len(seen) >= labels_asked and "from" in seen and bool(shown)
    return Mark(cut=Cut.HEADERS, start=start, end=end, author=author) if enough else None


def _label(line: str) -> tuple[str, str]:
    """The sort of label that a line begins with and its value; two empty strings without one."""
    if found := _LABEL.match(line):
        return next(key for key in _LABELS if found[key] is not None), found["value"]
    return ("date", "") if _ORANGE.match(line) else ("", "")


def _goes_on(lines: Sequence[str], at: int, seen: set[str]) -> bool:
    """Whether a line without label is the rest of a long one: a label not yet seen follows."""
    below = _label(lines[at + 1])[0] if at + 1 < len(lines) else ""
    return bool(below) and below != "from" and below not in seen


def _bare_block(lines: Sequence[str], start: int, at: int) -> Mark | None:
    """Labels without their colon, as one program prints them below its line of dashes."""
    found = [_BARE_LABEL.match(line) for line in lines[at : at + 4]]
    labels = [label for label in found if label]
    if len(labels) < 3 or not found[0]:
        return None
    return Mark(cut=Cut.HEADERS, start=start, end=at + len(labels), author=found[0]["value"])
