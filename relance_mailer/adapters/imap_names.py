"""Mailbox names and strings as IMAP wants them: quoted, in modified UTF-7 (RFC 3501 §5.1.3).

aioimaplib quotes nothing: an unquoted « Sent Items » selects « Sent » on Dovecot.
"""

import re
from base64 import b64decode, b64encode

_FOREIGN = re.compile(r"[^\x20-\x7e]+")
_SHIFTED = re.compile(r"&([^-]*)-")


def quote(text: str) -> str:
    """The quoted string of RFC 3501 §4.3; what can't stand in one is a ValueError."""
    if not text.isascii() or re.search(r"[\x00\r\n]", text):
        raise ValueError(f"{text!r} cannot stand in an IMAP quoted string")
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def encode_folder(name: str) -> str:
    """The quoted modified UTF-7 of a folder's name: « Envoyés » is "Envoy&AOk-s"."""
    return quote(_FOREIGN.sub(_shift, name.replace("&", "&-")))


def decode_folder(name: bytes) -> str:
    """The folder's name as a human reads it; one that is no modified UTF-7 is left as it came."""
    text = name.decode("utf-8", "replace")
    try:
        return _SHIFTED.sub(_unshift, text)
    except ValueError:
        return text


def unquote(text: bytes) -> bytes:
    """What stands between the quotes, escapes undone; an atom is returned as it is."""
    if len(text) >= 2 and text.startswith(b'"') and text.endswith(b'"'):
        return re.sub(rb"\\(.)", rb"\1", text[1:-1], flags=re.DOTALL)
    return text


def _shift(run: re.Match[str]) -> str:
    packed = b64encode(run[0].encode("utf-16-be")).rstrip(b"=").replace(b"/", b",")
    return f"&{packed.decode()}-"


def _unshift(run: re.Match[str]) -> str:
    if not run[1]:
        return "&"
    packed = run[1].replace(",", "/")
    padding = "=" * (-len(packed) % 4)
    return b64decode(packed + padding, validate=True).decode("utf-16-be")
