"""Hostile material: mails with a structure, ledgers and settings, broken in the ways that hurt.

Everything comes from a `Random`, so that a seed gives the same bytes. What is whole is made first
and then broken: bytes without any structure seldom get past the first line of a parser.
"""

import base64
import quopri
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
SENTENCES = (
    "Bonjour, nous réglerons la facture FA-2026-00001 de 1 240,50 € le 28 octobre 2026.",
    "C'est payé depuis le 2 mars, par virement.",
    "Nous contestons : la moitié du lot est arrivée cassée.",
    "Pouvez-vous m'envoyer un duplicata de la facture ?",
    "Je suis absente jusqu'au lundi 26 octobre, écrivez à compta@debiteur1.example.",
    "Vous êtes des voleurs, je ne paierai jamais.",
    "Notre société est en liquidation judiciaire.",
    "Le ven. 30 janv. 2026 à 11:02, relances@example.net a écrit :",
    "> Votre facture reste impayée à ce jour : 1 240,00 €.",
    "De : Relances <relances@example.net>\nEnvoyé : lundi 2 mars 2026\nÀ : Anne\nObjet : Facture",
    "-----Message d'origine-----",
    "-- \nAnne Le Gall\nComptable\nTél. 02 97 00 10 10",
    "Envoyé de mon iPhone",
    "3 × 400 € les 5 de chaque mois, puis 200 € par mois en 4 fois.",
    "BZ-00001 K7Q2M ; SIREN 552 100 554 ; RIB, IBAN FR76 3000 6000 0112 3456 7890 189",
)
TOKENS: tuple[bytes, ...] = (
    b"\r\n",
    b"\n",
    b"\r",
    b"\0",
    b"--b",
    b"--b--",
    b"\r\n\r\n",
    b"=?utf-8?B?",
    b"?=",
    b"=?x?Q?",
    b"<",
    b">",
    b"<!--",
    b"<style",
    b"</p>",
    b"<blockquote>",
    b"display:none",
    b"&#1114112;",
    b"(",
    b")",
    b'"',
    b"\\",
    b";",
    b"boundary=",
    b"charset=utf-7",
    b"=\r\n",
    b"=C3",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"\xe2\x80\x8b",
    b"\xcc\x81" * 40,
    b"\xc2\xa0",
    b"\xf0\x9f\x92\xa9",
    b"Message-ID: <",
    b"References: ",
    b"Date: 32 Feb 99999",
    b"99999999999999999999",
    b"1e400",
    b"NaN",
    b"31/12/9999",
    b"29/02/2027",
    b"0,00 \xe2\x82\xac",
    b"le 31 f\xc3\xa9vrier",
    b"begin 644 a",
    b"\x1b[2J",
)
CHARSETS = ("utf-8", "iso-8859-1", "windows-1252", "utf-16", "utf-7", "x-inconnu", "idna", "hz", "")
KINDS = (
    "text/plain",
    "text/html",
    "multipart/mixed",
    "multipart/alternative",
    "multipart/report",
    "message/rfc822",
    "message/delivery-status",
    "application/ms-tnef",
    "application/pkcs7-mime",
    "text/calendar",
    "application/pdf",
    "text",
    "/",
    "multipart/",
    "message/global",
    "text/rfc822-headers",
)
HEADERS = (
    "From",
    "To",
    "Cc",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "Reply-To",
    "Auto-Submitted",
    "Received",
    "Return-Path",
    "Authentication-Results",
    "Precedence",
    "List-Id",
    "Content-Language",
    "X-Failed-Recipients",
)
VALUES = (
    "Anne Le Gall <compta@debiteur1.example>",
    "relances@example.net",
    "Re: facture FA-2026-00001",
    "Wed, 21 Oct 2026 08:00:00 +0200",
    "<a.1@debiteur1.example>",
    "=?utf-8?Q?R=C3=A9gl=C3=A9e?=",
    "auto-replied",
    "no",
    "bulk",
    "spf=pass; dkim=fail; dmarc=pass header.from=debiteur1.example",
    "from a by b; Wed, 21 Oct 2026 08:00:00 +0200",
    '"a\\"b" <@,@x.example:y@z.example>',
    "(((",
    "undisclosed-recipients:;",
    "Absence du bureau",
    "Undelivered Mail Returned to Sender",
    "\t",
    "",
)


@cache
def shelf() -> tuple[bytes, ...]:
    """Real mails to begin with."""
    folder = ROOT / "tests" / "corpus" / "own"
    return tuple(path.read_bytes() for path in sorted(folder.rglob("*.eml"))[:300])


def mail(chance: Random) -> bytes:
    """A mail: made, or taken from the shelf; then broken in a few places, or left whole."""
    whole = _message(chance, 0) if chance.random() < 0.6 else chance.choice(shelf())
    return broken(whole, chance, shelf())


def broken(raw: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """A few random wounds."""
    for _ in range(chance.choice((0, 1, 1, 2, 3, 8, 30))):
        raw = chance.choice(_WOUNDS)(raw, chance, others)
    return raw[:400_000]


def text(chance: Random) -> str:
    """Sentences as people write them, in any order and number."""
    number = chance.choice((0, 1, 3, 8, 40))
    return chance.choice(("\n", "\n\n", " ", "\r\n")).join(chance.choices(SENTENCES, k=number))


def _message(chance: Random, depth: int) -> bytes:
    lines = [
        f"{chance.choice(HEADERS)}: {chance.choice(VALUES)}" for _ in range(chance.randrange(9))
    ]
    return "\r\n".join([*lines, ""]).encode() + _part(chance, depth)


def _part(chance: Random, depth: int) -> bytes:
    """A part with its own headers: a leaf, or parts within it."""
    kind = chance.choice(KINDS)
    if kind.startswith("multipart/") and depth < 5:
        return _parts(chance, kind, depth)
    if kind.startswith("message/") and depth < 5:
        return f"Content-Type: {kind}\r\n\r\n".encode() + _message(chance, depth + 1)
    charset = chance.choice(CHARSETS)
    words = text(chance)
    if kind == "text/html":
        words = _page(words, chance)
    octets = words.encode("utf-8" if chance.random() < 0.5 else "cp1252", "replace")
    coding = chance.choice(("", "base64", "quoted-printable", "8bit", "x-uuencode", "BASE64 ", "?"))
    if coding.strip().lower() == "base64" and chance.random() < 0.9:
        octets = base64.encodebytes(octets)
    if coding == "quoted-printable":
        octets = quopri.encodestring(octets)
    name = chance.choice(
        ("", '; name="winmail.dat"', "; name*0*=utf-8''%41; name*1=b", "; format=flowed")
    )
    head = f"Content-Type: {kind}; charset={charset}{name}\r\n"
    head += f"Content-Transfer-Encoding: {coding}\r\n" if coding else ""
    head += chance.choice(("", "Content-Disposition: attachment; filename=../../a\r\n"))
    return head.encode("utf-8") + b"\r\n" + octets


def _parts(chance: Random, kind: str, depth: int) -> bytes:
    mark = chance.choice(("b", "b", f"b{depth}", "=_x", "", "b b", "(b)", "b" * 80))
    inside = b"".join(
        f"--{mark}\r\n".encode() + _part(chance, depth + 1) + b"\r\n"
        for _ in range(chance.randrange(5))
    )
    end = f"--{mark}--\r\n".encode() if chance.random() < 0.8 else b""
    return f'Content-Type: {kind}; boundary="{mark}"\r\n\r\n'.encode() + inside + end


def _page(words: str, chance: Random) -> str:
    tags = (
        "<p>",
        "</p>",
        "<div style='display:none'>",
        "<blockquote>",
        "</blockquote>",
        "<br>",
        "<style>p{color:#fff}</style>",
        "<!--[if mso]>",
        "<![endif]-->",
        "<table><tr><td>",
        "<font color=white>",
        "<pre>",
        "<o:p>",
        "&nbsp;",
        "<svg>",
        "<a href='mailto:x@y.example'>",
    )
    return "".join(chance.choice(tags) + word + " " for word in words.split(" "))


def _bytes_flipped(raw: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.randrange(1, 9)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut_out(raw: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    start, end = _stretch(raw, chance)
    return raw[:start] + raw[end:]


def _said_often(raw: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    start, end = _stretch(raw, chance)
    return raw[:start] + raw[start:end] * chance.choice((2, 3, 50)) + raw[end:]


def _token_put(raw: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + chance.choice(TOKENS) * chance.choice((1, 1, 2, 300)) + raw[at:]


def _crossed(raw: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    if not others:
        return raw
    other = chance.choice(others)
    return raw[: chance.randrange(len(raw) + 1)] + other[chance.randrange(len(other) + 1) :]


def _ends_early(raw: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    return raw[: chance.randrange(len(raw) + 1)]


def _stretch(raw: bytes, chance: Random) -> tuple[int, int]:
    start = chance.randrange(len(raw) + 1)
    return start, min(len(raw), start + chance.choice((1, 4, 40, 400)))


_WOUNDS: tuple[Callable[[bytes, Random, Sequence[bytes]], bytes], ...] = (
    _bytes_flipped,
    _cut_out,
    _said_often,
    _token_put,
    _token_put,
    _crossed,
    _ends_early,
)
