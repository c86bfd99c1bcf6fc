"""Bytes to `Incoming`: whatever comes, something that can be read, and what was odd about it.

Parsed with compat32, which alone never raised on hostile mail, behind limits on size, headers,
parts and depth. This file is the one door of html-text.
"""

import re
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import Message

import html_text

from relance_mailer.reading import bounds, envelopes, headers, letters, page, parts, reports
from relance_mailer.reading.bare_html import bare_words
from relance_mailer.reading.message import Attachment, DeliveryReport, Incoming, Mailbox
from relance_mailer.reading.tidy import tidied

PARTS_MAX = 300
BODY_BYTES_MAX = 600_000
HTML_CHARACTERS_MAX = 600_000
TAGS_MAX = 40_000
DEEP_TAGS_MIN = 200  # the parser follows some 250 levels
TEXT_CHARACTERS_MAX = 300_000

_CLIENT_CANNOT = re.compile(
    r"(?:messagerie|client|lecteur|logiciel)[^.\n]{0,60}(?:HTML|prend pas en charge)"
    r"|(?:does not|doesn't|cannot|unable to)[^.\n]{0,40}(?:HTML|display)",
    re.IGNORECASE,
)
_PGP_SIGNED = re.compile(
    r"-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z]+: [^\n]*\n)*\n?(.*?)"
    r"-----BEGIN PGP SIGNATURE-----.*?-----END PGP SIGNATURE-----",
    re.DOTALL,
)
_WORD = re.compile(r"\w{3,}")
_CALENDAR_WORDS = re.compile(r"^(?:SUMMARY|COMMENT|DESCRIPTION)[^:\n]*:(.*)$", re.MULTILINE)


_SIGNED_WHOLE = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_CLOSED = "message chiffré ou signé en bloc (S/MIME)"


@dataclass(slots=True)
class _Gathered:
    """What the walk over the parts has found so far."""

    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    calendar: list[str] = field(default_factory=list)
    forwarded: list[tuple[Mailbox, str]] = field(default_factory=list)
    originals: list[str] = field(default_factory=list)
    original_ids: list[str] = field(default_factory=list)
    reports: list[DeliveryReport] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    disposition: str = ""
    feedback_type: str = ""
    oddities: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    coloured: list[str] = field(default_factory=list)
    spare: list[str] = field(default_factory=list)
    letters_left: int = BODY_BYTES_MAX
    tags_left: int = TAGS_MAX

    def odd(self, remark: str) -> None:
        """Note a remark once."""
        if remark not in self.oddities:
            self.oddities.append(remark)


def parse(raw: bytes) -> Incoming:
    """What these bytes say; never raises, whatever they are (contract §3)."""
    gathered = _Gathered()
    raw = _bounded(raw, gathered)
    message = _message(raw, gathered)
    try:
        _walk(message, gathered)
    except parts.UNREADABLE as error:
        gathered.odd(f"structure illisible ({type(error).__name__})")
    return _incoming(message, gathered)


def _bounded(raw: bytes, gathered: _Gathered) -> bytes:
    raw, remarks = bounds.bounded(raw)
    for remark in remarks:
        gathered.odd(remark)
    return bounds.lightened(raw)


def _message(raw: bytes, gathered: _Gathered) -> "Message[str, str]":
    try:
        tidy = tidied(raw)
        return tidy if tidy is not None else message_from_bytes(raw, policy=policy.compat32)
    except parts.UNREADABLE as error:
        gathered.odd(f"structure illisible ({type(error).__name__})")
    head, _, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    simple: Message[str, str] = Message(policy.compat32)
    for line in re.sub(rb"\n[ \t]+", b" ", head).split(b"\n")[: headers.HEADERS_MAX]:
        name, colon, value = line.partition(b":")
        if colon and not name.lower().startswith((b"content-", b"mime-")):
            text = letters.decoded(value[: headers.HEADER_CHARACTERS_MAX], "utf-8")
            simple[letters.decoded(name[:80], "utf-8")] = text.strip()
    simple.set_payload(letters.decoded(body[:BODY_BYTES_MAX], "utf-8"))
    return simple


def _walk(message: "Message[str, str]", gathered: _Gathered) -> None:
    """Visit the parts in their order, without recursion, each once."""
    in_report = parts.type_of(message) == "multipart/report"
    stack: list[tuple[Message[str, str], int]] = [(message, 0)]
    visited = 0
    while stack:
        part, depth = stack.pop()
        visited += 1
        if visited > PARTS_MAX or depth > parts.DEPTH_MAX:
            gathered.odd("parties trop nombreuses ou trop imbriquées")
            return
        kind = parts.type_of(part)
        if kind.startswith("multipart/"):
            _note_envelope(kind, gathered)
            stack.extend((child, depth + 1) for child in reversed(parts.children_of(part)))
            if not part.is_multipart():
                _take_leaf(part, "text/plain", gathered)
        elif kind in reports.ORIGINALS or kind in ("message/rfc822", "message/global"):
            _take_message(part, kind, in_report=in_report, gathered=gathered)
        elif kind.startswith("message/") and _take_report(part, kind, gathered):
            continue
        else:
            _take_leaf(part, kind, gathered)


def _note_envelope(kind: str, gathered: _Gathered) -> None:
    if kind == "multipart/encrypted":
        gathered.odd("message chiffré (PGP)")


def _take_message(
    part: "Message[str, str]", kind: str, *, in_report: bool, gathered: _Gathered
) -> None:
    """A returned original inside a report, a forwarded message elsewhere."""
    if in_report or kind in reports.ORIGINALS:
        text = reports.source(part)
        gathered.originals.append(text[:TEXT_CHARACTERS_MAX])
        gathered.original_ids.extend(reports.ids_in(text))
        return
    for inner in parts.children_of(part)[:1]:
        if len(gathered.forwarded) >= 10:
            return
        below = _Gathered(letters_left=gathered.letters_left)
        # One level is read; what is attached deeper is history that nobody here wrote anew.
        for leaf in parts.leaves_of(inner):
            _take_leaf(leaf, parts.type_of(leaf), below)
        text = _text(below)
        gathered.forwarded.append((headers.mailbox(parts.header_of(inner, "from")), text))
        gathered.attachments.append(
            Attachment(
                name=headers.plain(parts.header_of(inner, "subject"))[:200],
                content_type="message/rfc822",
                size=len(text),
            )
        )


def _take_report(part: "Message[str, str]", kind: str, gathered: _Gathered) -> bool:
    """Read a machine-readable report part; False for one that is of no known sort."""
    if kind in ("message/delivery-status", "message/global-delivery-status"):
        found, ids = reports.delivery_reports(part)
        gathered.reports.extend(found)
    elif kind in ("message/disposition-notification", "message/global-disposition-notification"):
        gathered.disposition, ids = reports.disposition(part)
    elif kind == "message/feedback-report":
        gathered.feedback_type, ids = reports.feedback(part)
    else:
        return False
    gathered.original_ids.extend(ids)
    return True


def _take_leaf(part: "Message[str, str]", kind: str, gathered: _Gathered) -> None:
    name = parts.file_name_of(part)
    attached = parts.disposition_of(part) == "attachment" or (name and kind != "text/html")
    readable = kind in ("text/plain", "text/html", "text/enriched") or (
        kind.startswith("text/") and not name and kind != "text/calendar"
    )
    if readable and not attached:
        _take_text(part, kind, gathered)
        return
    octets = parts.octets_of(part)
    if readable and parts.disposition_of(part) != "attachment":
        gathered.spare.append(letters.decoded(octets[:BODY_BYTES_MAX], parts.charset_of(part)))
    gathered.attachments.append(Attachment(name=name or kind, content_type=kind, size=len(octets)))
    _note_attachment(kind, name, gathered)
    _open_envelope(octets, kind, name, gathered)
    if kind == "text/calendar":
        words = letters.decoded(octets[:50_000], parts.charset_of(part)).replace("\r\n ", "")
        gathered.calendar.extend(found.strip() for found in _CALENDAR_WORDS.findall(words))


def _open_envelope(octets: bytes, kind: str, name: str, gathered: _Gathered) -> None:
    """Read what an opaque signature or a winmail.dat holds in the clear."""
    if kind in _SIGNED_WHOLE and (inside := envelopes.signed_inside(octets)):
        gathered.oddities.remove(_CLOSED)
        gathered.odd("message signé en bloc (S/MIME), signature non vérifiée")
        for leaf in parts.leaves_of(_message(_bounded(inside, gathered), gathered)):
            # A second envelope in the first is left closed.
            if parts.type_of(leaf) not in _SIGNED_WHOLE:
                _take_leaf(leaf, parts.type_of(leaf), gathered)
    elif _is_winmail(kind, name) and (inside := envelopes.tnef_body(octets)):
        gathered.spare.append(letters.decoded(inside, "cp1252"))


def _is_winmail(kind: str, name: str) -> bool:
    return kind == "application/ms-tnef" or name.lower() == "winmail.dat"


def _note_attachment(kind: str, name: str, gathered: _Gathered) -> None:
    if _is_winmail(kind, name):
        gathered.odd("pièce winmail.dat (format propre à Outlook)")
    elif kind in _SIGNED_WHOLE:
        gathered.odd(_CLOSED)
    elif kind == "application/pgp-encrypted":
        gathered.odd("message chiffré (PGP)")
    elif kind == "text/calendar":
        gathered.odd("élément d'agenda")


def _take_text(part: "Message[str, str]", kind: str, gathered: _Gathered) -> None:
    octets = parts.octets_of(part)
    if len(octets) > gathered.letters_left:
        gathered.odd("texte tronqué : trop long")
        octets = octets[: max(0, gathered.letters_left)]
    gathered.letters_left -= len(octets)
    text = letters.decoded(octets, parts.charset_of(part))
    if kind == "text/plain" and parts.parameter_of(part, "format") == "flowed":
        text = letters.unflowed(
            text.replace("\r\n", "\n"), delete_space=parts.parameter_of(part, "delsp") == "yes"
        )
    (gathered.plain if kind == "text/plain" else gathered.html).append(text)


def _text(gathered: _Gathered) -> str:
    """The body as a person sees it: the plain version, or the HTML one where it says more."""
    plain = _cleaned("\n".join(gathered.plain), gathered)
    html = _cleaned("\n".join(_visible(source, gathered) for source in gathered.html), gathered)
    if not plain:
        return html or _cleaned("\n".join(gathered.spare or gathered.calendar), gathered)
    return html if _html_is_truer(plain, html, gathered) else plain


def _html_is_truer(plain: str, html: str, gathered: _Gathered) -> bool:
    """Whether the plain version is a stub, or says something else than what is shown."""
    if not html:
        return False
    if len(plain) < 400 < len(html) and _CLIENT_CANNOT.search(plain):
        return True
    ours, shown = set(_WORD.findall(plain.lower())), set(_WORD.findall(html.lower()))
    if len(ours & shown) * 2 >= min(len(ours), len(shown)):
        return len(shown) > 10 * len(ours)
    gathered.odd("la version texte ne dit pas la même chose que la version affichée")
    return True


def _visible(source: str, gathered: _Gathered) -> str:
    source = _fewer_tags(page.unmarked(source[:HTML_CHARACTERS_MAX]), gathered)
    try:
        tree = html_text.parse_html(letters.without_controls(source))
        hidden = page.make_visible(tree)
        marked = page.with_line_ends(html_text.etree_to_text(tree))
        shown = page.quoted_lines(marked)
        gathered.coloured.extend(letters.folded(line) for line in page.coloured_lines(marked))
    except parts.UNREADABLE as error:
        gathered.odd(f"HTML illisible ({type(error).__name__})")
        return bare_words(source, between=" ").strip()
    told = [words for words in hidden[: page.hidden_above(marked)] if words not in shown]
    deep = not shown.strip() and not hidden and source.count("<") > DEEP_TAGS_MIN
    if deep and (bare := bare_words(source, between=" ").strip()):
        # The parser gives up below some hundred levels, and what stands there would be lost.
        gathered.odd("HTML lu sans sa mise en forme : balises trop emboîtées")
        return bare
    if told:
        gathered.hidden.extend(told)
        gathered.odd("texte caché dans la version HTML")
    return shown


def _fewer_tags(source: str, gathered: _Gathered) -> str:
    """The source with its first tags only, over all the pages of the message."""
    many = source.count("<")
    if many > gathered.tags_left:
        gathered.odd("HTML tronqué : trop de balises")
        source = "<".join(source.split("<", gathered.tags_left + 1)[: gathered.tags_left + 1])
    gathered.tags_left = max(0, gathered.tags_left - many)
    return source


def _cleaned(text: str, gathered: _Gathered) -> str:
    text = text[:TEXT_CHARACTERS_MAX]
    for remark in letters.tricks(text):
        gathered.odd(remark)
    text = letters.folded(text)
    if "-----BEGIN PGP " in text:
        text = _PGP_SIGNED.sub(r"\1", text)
        if "-----BEGIN PGP MESSAGE-----" in text:
            gathered.odd("message chiffré (PGP)")
    return text.strip("\n")


def _incoming(message: "Message[str, str]", gathered: _Gathered) -> Incoming:
    kept = headers.bounded(message.raw_items())
    first: dict[str, str] = {}
    for name, value in kept:
        first.setdefault(name, value)
    reply_to = headers.mailboxes(first.get("reply-to", ""))
    ids = headers.message_ids(first.get("message-id", ""))
    text = _text(gathered)
    return Incoming(
        sender=headers.mailbox(first.get("from", "") or first.get("sender", "")),
        reply_to=reply_to[0] if reply_to else None,
        to=_all_mailboxes(kept, "to"),
        cc=_all_mailboxes(kept, "cc"),
        subject=headers.plain(first.get("subject", "")),
        date=headers.sent_at(first.get("date", "")),
        message_id=ids[0] if ids else "",
        in_reply_to=headers.message_ids(first.get("in-reply-to", "")),
        references=headers.message_ids(first.get("references", "")),
        text=text,
        forwarded=tuple(words for _, words in gathered.forwarded),
        forwarded_from=tuple(author for author, _ in gathered.forwarded),
        hidden_text="\n".join(gathered.hidden)[:20_000],
        headers=kept,
        content_type=parts.type_of(message),
        report_type=parts.parameter_of(message, "report-type"),
        reports=tuple(gathered.reports[:100]),
        original_message_ids=tuple(dict.fromkeys(gathered.original_ids)),
        original_text=letters.folded("\n".join(gathered.originals)[:TEXT_CHARACTERS_MAX]),
        attachments=tuple(gathered.attachments),
        coloured=tuple(gathered.coloured[:500]),
        authentication_results=tuple(
            value for name, value in kept if name == "authentication-results"
        ),
        disposition=gathered.disposition,
        feedback_type=gathered.feedback_type,
        oddities=tuple(gathered.oddities),
    )


def _all_mailboxes(kept: tuple[tuple[str, str], ...], name: str) -> tuple[Mailbox, ...]:
    joined = ", ".join(value for key, value in kept if key == name)
    return headers.mailboxes(joined)
