"""A printed letter becomes bytes: RFC 5322 headers, multipart/alternative, CRLF, always the same.

The bytes are written here and not by the standard library's generator: folding non-ASCII headers is
what that one spends its time on, and its boundaries are random. What a debtor's name holds cannot
leave its header: control characters become blanks, and everything that is not plain ASCII is
encoded (RFC 2047). An address that is not one is refused.
"""

import re
from base64 import b64encode
from binascii import b2a_qp
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from functools import lru_cache

from relance_mailer.ports import Enclosure

ENCODED_BYTES_MAX = 39  # with the header's name a line stays below 76 signs (RFC 2047 §2)
LINE_MAX = 78

_CONTROL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+"
)
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DOMAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)+|localhost")
_MESSAGE_ID = re.compile(r"[^\s<>\x00-\x1f\x7f-\uffff]+@[^\s<>\x00-\x1f\x7f-\uffff]+")
_ATOM_PHRASE = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")


class NotAnAddress(ValueError):
    """Something else stands where an address should."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A PNG picture that the HTML part shows by its Content-ID (RFC 2392)."""

    content_id: str  # without brackets
    content: bytes


def letter_bytes(
    headers: Iterable[tuple[str, str]],
    *,
    text: str,
    html: str,
    enclosures: tuple[Enclosure, ...] = (),
    picture: Picture | None = None,
    boundary: str,
) -> bytes:
    """The whole message; header values are written as they are, already encoded."""
    body = _alternative(text, html, f"=_{boundary}-alt", picture)
    content_type = f'multipart/alternative; boundary="=_{boundary}-alt"'
    if enclosures:
        body = _mixed(content_type, body, enclosures, f"=_{boundary}-mix")
        content_type = f'multipart/mixed; boundary="=_{boundary}-mix"'
    head = "".join(f"{name}: {value}\r\n" for name, value in headers)
    head += f"MIME-Version: 1.0\r\nContent-Type: {content_type}\r\n\r\n"
    return head.encode("ascii") + body


def one_line(text: str) -> str:
    """The text without control characters: fit for a header."""
    return _CONTROL.sub(" ", text).strip()


def unstructured(text: str) -> str:
    """A header's text; the words that are not ASCII are encoded, a reference at the end stays."""
    plain = re.sub(r" {2,}", " ", one_line(text))
    if plain.isascii() and len(plain) < LINE_MAX - 10 and "=?" not in plain:
        return plain
    # The visible reference stays readable: a bounce that shows the raw header still names it.
    words, space, reference = plain.rpartition(" [")
    if not space or not reference.isascii() or "=?" in reference or len(reference) > LINE_MAX - 2:
        return _encoded(plain)
    return f"{_encoded(words)}\r\n [{reference}"


def mailbox(name: str, address: str) -> str:
    """A name and an address as they stand in From, To and Cc; raises `NotAnAddress`."""
    safe = _address(address)
    plain = re.sub(r"\s+", " ", one_line(name)).strip()
    if not plain:
        return safe
    if not plain.isascii() or "=?" in plain:
        return f"{_encoded(plain)}\r\n <{safe}>"
    if not _ATOM_PHRASE.fullmatch(plain):
        plain = '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"{plain} <{safe}>" if len(plain) < LINE_MAX - 12 else f"{plain}\r\n <{safe}>"


def mailboxes(people: Iterable[tuple[str, str]]) -> str:
    """Several names and addresses, one a line."""
    return ",\r\n ".join(mailbox(name, address) for name, address in people)


def message_ids(ids: Iterable[str]) -> str:
    """Message-IDs in their brackets, one a line; what is not one is left out (RFC 5322 §3.6.4)."""
    return "\r\n ".join(f"<{known}>" for known in ids if _MESSAGE_ID.fullmatch(known))


def day_and_hour(at: datetime) -> str:
    """The Date header (RFC 5322 §3.3); the moment is aware."""
    assert at.tzinfo is not None, at
    return format_datetime(at)


def _address(address: str) -> str:
    local, at, domain = address.rpartition("@")
    try:
        domain = domain.encode("idna").decode("ascii") if not domain.isascii() else domain
    except UnicodeError as error:
        raise NotAnAddress(address) from error
    sound = at and _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain) and len(address) <= 254
    if not sound:
        raise NotAnAddress(address)
    return f"{local}@{domain}"


@lru_cache(maxsize=1024)
def _encoded(text: str) -> str:
    """Encoded words, none cut inside a character (RFC 2047 §5)."""
    words, chunk = [], b""
    for sign in text:
        raw = sign.encode("utf-8", "replace")
        if len(chunk) + len(raw) > ENCODED_BYTES_MAX:
            words.append(chunk)
            chunk = b""
        chunk += raw
    words.append(chunk)
    return "\r\n ".join(f"=?utf-8?b?{b64encode(word).decode('ascii')}?=" for word in words)


def _alternative(text: str, html: str, boundary: str, picture: Picture | None) -> bytes:
    if picture is None:
        shown = _text_part("html", html, boundary)
    else:
        shown = _related(html, picture, boundary)
    end = f"--{boundary}--\r\n".encode("ascii")
    return b"".join((_text_part("plain", text, boundary), shown, end))


def _related(html: str, picture: Picture, boundary: str) -> bytes:
    """The HTML part with the picture that it shows (RFC 2387)."""
    inner = f"{boundary}-rel"
    head = (
        f"--{boundary}\r\n"
        f'Content-Type: multipart/related; type="text/html"; boundary="{inner}"\r\n\r\n'
    )
    image = (
        f"--{inner}\r\n"
        'Content-Type: image/png; name="virement.png"\r\n'
        f"Content-ID: <{picture.content_id}>\r\n"
        'Content-Disposition: inline; filename="virement.png"\r\n'
        "Content-Transfer-Encoding: base64\r\n\r\n"
    )
    return b"".join(
        (
            head.encode("ascii"),
            _text_part("html", html, inner),
            image.encode("ascii"),
            _base64(picture.content),
            f"\r\n--{inner}--\r\n".encode("ascii"),
        )
    )


def _text_part(subtype: str, text: str, boundary: str) -> bytes:
    head = (
        f"--{boundary}\r\nContent-Type: text/{subtype}; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    lines = text.rstrip("\n").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    return head.encode("ascii") + b2a_qp(lines.encode("utf-8", "replace")) + b"\r\n"


def _mixed(
    content_type: str, body: bytes, enclosures: tuple[Enclosure, ...], boundary: str
) -> bytes:
    parts = [f"--{boundary}\r\nContent-Type: {content_type}\r\n\r\n".encode("ascii"), body]
    parts += [_enclosed(enclosure, boundary) for enclosure in enclosures]
    parts.append(f"--{boundary}--\r\n".encode("ascii"))
    return b"".join(parts)


def _enclosed(enclosure: Enclosure, boundary: str) -> bytes:
    head = (
        f"--{boundary}\r\n"
        f"Content-Type: {enclosure.media_type}\r\n"
        f"Content-Disposition: attachment; {_file_name(enclosure.name)}\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\n"
    )
    return head.encode("ascii") + _base64(enclosure.content) + b"\r\n"


def _base64(content: bytes) -> bytes:
    coded = b64encode(content)
    return b"\r\n".join(coded[i : i + 76] for i in range(0, len(coded), 76))


def _file_name(name: str) -> str:
    plain = one_line(name)
    if plain.isascii() and '"' not in plain and "\\" not in plain:
        return f'filename="{plain}"'
    coded = "".join(
        chr(byte)
        if (chr(byte).isascii() and chr(byte).isalnum()) or byte in b"-_."
        else f"%{byte:02X}"
        for byte in plain.encode("utf-8", "replace")
    )
    return f"filename*=utf-8''{coded}"
