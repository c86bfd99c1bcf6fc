"""Messages that are built to hurt whoever opens them: too deep, too many, too long, packed.

Each is the whole message as it would lie on the server; `BOMBS` names them all. They are made when
they are asked for: together they are some hundred megabytes.
"""

import base64
import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Mapping

HEAD = (
    b"From: Anne Le Gall <compta@debiteur0.example>\r\nTo: relances@example.net\r\n"
    b"Subject: Re: facture FA-2026-00000\r\nDate: Wed, 21 Oct 2026 08:00:00 +0200\r\n"
    b"Message-ID: <bombe@debiteur0.example>\r\n"
)
WORDS = "Bonjour, nous réglerons la facture FA-2026-00000 le 28 octobre 2026.".encode()
TEXT = b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + WORDS + b"\r\n"
MIME = b"MIME-Version: 1.0\r\n"


def _html(page: bytes) -> bytes:
    return HEAD + MIME + b"Content-Type: text/html; charset=utf-8\r\n\r\n" + page


def _mixed(*inside: bytes, boundary: bytes = b"b") -> bytes:
    kind = b'Content-Type: multipart/mixed; boundary="' + boundary + b'"\r\n\r\n'
    parts = b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in inside)
    return HEAD + MIME + kind + parts + b"--" + boundary + b"--\r\n"


def _attached(kind: bytes, name: bytes, octets: bytes) -> bytes:
    return (
        b"Content-Type: " + kind + b'; name="' + name + b'"\r\n'
        b'Content-Disposition: attachment; filename="' + name + b'"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(octets)
    )


def letters_in_letters(depth: int = 1_000) -> bytes:
    """A message in a message in a message …"""
    return HEAD + MIME + b"Content-Type: message/rfc822\r\n\r\n" * depth + TEXT


def letters_in_letters_with_parts(depth: int = 1_000) -> bytes:
    """The same with a multipart around each."""
    return HEAD + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n'
        b"Content-Type: message/rfc822\r\n\r\n" % (level, level)
        for level in range(depth)
    ) + TEXT  # fmt: skip


def parts_in_parts(depth: int = 10_000) -> bytes:
    """A multipart in a multipart …, each with its own boundary."""
    return HEAD + MIME + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (level, level)
        for level in range(depth)
    ) + TEXT  # fmt: skip


def one_boundary_for_all(depth: int = 5_000) -> bytes:
    """Every level has the same boundary, so that each line of it ends them all."""
    return HEAD + MIME + (
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n' * depth
    ) + TEXT + b"--b--\r\n" * depth  # fmt: skip


def parts_beside_parts(number: int = 100_000) -> bytes:
    """One multipart with very many small parts."""
    return _mixed(TEXT, *([b"\r\nx"] * number))


def boundary_of_a_megabyte() -> bytes:
    """A boundary that is as long as a book."""
    return _mixed(TEXT, boundary=b"b" * 1_000_000)


def lines_like_boundaries(number: int = 500_000) -> bytes:
    """A text of nothing but lines that could be boundaries."""
    return _mixed(TEXT + b"--\r\n" * number)


def a_header_of_ten_megabytes() -> bytes:
    """One header that never ends."""
    return HEAD + b"X-Long: " + b"a" * 10_000_000 + b"\r\n" + MIME + TEXT


def a_subject_of_ten_megabytes() -> bytes:
    """A subject in encoded words."""
    words = b" ".join([b"=?utf-8?B?UsOpZ2zDqWU=?="] * 400_000)
    return b"Subject: " + words + b"\r\n" + HEAD.replace(b"Subject", b"X-Subject") + MIME + TEXT


def a_folded_header(number: int = 300_000) -> bytes:
    """One header over very many lines."""
    return HEAD + b"X-Folded: a" + b"\r\n a" * number + b"\r\n" + MIME + TEXT


def very_many_headers(number: int = 100_000) -> bytes:
    """As many headers as a town has people."""
    return HEAD + b"".join(b"X-H%d: %d\r\n" % (one, one) for one in range(number)) + MIME + TEXT


def very_many_references(number: int = 50_000) -> bytes:
    """A thread that began with the universe."""
    ids = b"\r\n ".join(b"<%032d@debiteur0.example>" % one for one in range(number))
    return HEAD + b"References: " + ids + b"\r\n" + MIME + TEXT


def very_many_recipients(number: int = 100_000) -> bytes:
    """Everybody is written to."""
    names = b",\r\n ".join(b'"P %d" <p%d@x.example>' % (one, one) for one in range(number))
    return HEAD + b"Cc: " + names + b"\r\n" + MIME + TEXT


def nested_comments(depth: int = 100_000) -> bytes:
    """Comments within comments in an address."""
    return b"From: " + b"(" * depth + b" a@b.example\r\n" + HEAD[HEAD.index(b"To:") :] + MIME + TEXT


def parameters(number: int = 50_000) -> bytes:
    """A content type with very many continued parameters (RFC 2231)."""
    told = b"".join(b";\r\n name*%d*=utf-8''%%41" % one for one in range(number))
    return HEAD + MIME + b"Content-Type: text/plain" + told + b"\r\n\r\n" + WORDS


def a_line_of_forty_megabytes() -> bytes:
    """A base64 text on one line."""
    kind = b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return HEAD + MIME + kind + base64.b64encode(b"Bonjour. " * 3_300_000)[:39_900_000]


def an_attachment_of_forty_megabytes() -> bytes:
    """What a customer sends who scans his paper in colour: no trick, only weight."""
    return _mixed(TEXT, _attached(b"application/pdf", b"scan.pdf", bytes(range(256)) * 113_000))


def quoted_printable_without_end() -> bytes:
    """Twenty megabytes of soft line ends."""
    kind = b"Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    return HEAD + MIME + kind + b"=\r\n" * 500_000 + b"=C3" * 3_000_000


def uuencoded() -> bytes:
    """An encoding from before MIME."""
    kind = b"Content-Type: text/plain\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\n"
    return HEAD + MIME + kind + b"begin 644 a\n" + b"M" + b"`" * 60 + b"\n" * 500_000 + b"end\n"


def zip_of_zips() -> bytes:
    """A few kilobytes that would be a terabyte: archives are never opened."""
    inner = b"\0" * 50_000_000
    for level in range(3):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for number in range(10 if level else 1):
                archive.writestr(f"{number}.zip", inner)
        inner = packed.getvalue()
    return _mixed(TEXT, _attached(b"application/zip", b"facture.zip", inner))


def gzip_of_nothing() -> bytes:
    """A hundred megabytes of zeros, packed twice."""
    engine = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = b"".join(engine.compress(b"\0" * 10_000_000) for _ in range(10)) + engine.flush()
    packed = gzip.compress(packed, 9)
    kind = b"Content-Type: text/plain\r\nContent-Encoding: gzip\r\n"
    return _mixed(
        TEXT,
        _attached(b"application/gzip", b"releve.gz", packed),
        kind + b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(packed),
    )


def winmail_that_lies() -> bytes:
    """A winmail.dat whose attributes say that they are longer than the message."""
    attribute = b"\x02" + (0x00069003).to_bytes(4, "little") + (0x7FFFFFFF).to_bytes(4, "little")
    octets = b"\x78\x9f\x3e\x22\x01\x00" + attribute * 200_000
    return _mixed(TEXT, _attached(b"application/ms-tnef", b"winmail.dat", octets))


def winmail_that_unpacks() -> bytes:
    """A winmail.dat whose compressed text would be two gigabytes (MS-OXRTFCP)."""
    header = (b"\xff\xff\xff\x7f", b"\xff\xff\xff\x7f", b"LZFu", b"\0\0\0\0")
    text = b"".join(header) + b"\xff" * 4_000_000
    property_ = (0x10090102).to_bytes(4, "little") + b"\x01\0\0\0" + len(text).to_bytes(4, "little")
    properties = b"\x01\0\0\0" + property_ + text
    octets = (
        b"\x78\x9f\x3e\x22\x01\x00\x01\x03\x90\x06\x00"
        + len(properties).to_bytes(4, "little")
        + properties
        + b"\0\0"
    )
    return _mixed(TEXT, _attached(b"application/ms-tnef", b"winmail.dat", octets))


def signed_in_signed(depth: int = 50) -> bytes:
    """Opaque signatures (S/MIME) around one another, as far as anyone reads the outer ones."""
    inner = TEXT
    for _ in range(depth):
        inner = (
            b"Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n"
            b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(_der(inner))
        )
        if len(inner) > 20_000_000:
            break
    return HEAD + MIME + inner


def _der(content: bytes) -> bytes:
    """Content in the shape of a signed message (RFC 5652), without any signature."""

    def box(tag: int, inside: bytes) -> bytes:
        size = len(inside)
        length = bytes([0x84]) + size.to_bytes(4, "big")
        return bytes([tag]) + length + inside

    data, signed = b"\x06\x09*\x86H\x86\xf7\r\x01\x07\x01", b"\x06\x09*\x86H\x86\xf7\r\x01\x07\x02"
    inner = box(0x30, data + box(0xA0, box(0x04, content)))
    return box(0x30, signed + box(0xA0, box(0x30, b"\x02\x01\x01" + box(0x31, b"") + inner)))


def nested_tags(number: int = 1_000_000) -> bytes:
    """A million tags, none of them closed."""
    return _html(b"<div>" * number + WORDS)


def nested_quotes(number: int = 100_000) -> bytes:
    """History without end."""
    return _html(WORDS + b"<blockquote>" * number + b"x" + b"</blockquote>" * number)


def nested_tables(number: int = 50_000) -> bytes:
    """Tables in tables, with text in each."""
    return _html(b"<table><tr><td>x" * number + WORDS)


def a_huge_attribute() -> bytes:
    """A style of ten megabytes on one tag."""
    return _html(b'<p style="' + b"color:red;" * 1_000_000 + b'">' + WORDS + b"</p>")


def very_many_attributes(number: int = 200_000) -> bytes:
    """A tag with as many attributes as there are."""
    told = b"".join(b' a%d="1"' % one for one in range(number))
    return _html(b"<p" + told + b">" + WORDS + b"</p>")


def very_many_entities(number: int = 1_000_000) -> bytes:
    """References to characters, and a document type that would multiply them."""
    lol = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    head = b'<!DOCTYPE html [<!ENTITY l0 "lol">' + lol + b"]>"
    return _html(head + b"<p>&l9;" + b"&eacute;" * number + b"</p>" + WORDS)


def an_unclosed_comment() -> bytes:
    """Comments that open and never close."""
    return _html(WORDS + b"<!-- " * 600_000)


def angle_brackets() -> bytes:
    """Ten megabytes of `<`."""
    return _html(b"<" * 10_000_000 + WORDS)


def very_many_rules(number: int = 50_000) -> bytes:
    """A style sheet that hides everything, in as many rules as there are nodes."""
    rules = b"".join(b".c%d{display:none}" % one for one in range(number))
    nodes = b"".join(b'<i class="c%d">cache</i>' % one for one in range(number))
    return _html(b"<style>" + rules + b"</style>" + nodes + WORDS)


def hidden_in_hidden(number: int = 20_000) -> bytes:
    """Hidden text in hidden text in hidden text."""
    return _html(b'<span style="display:none">secret ' * number + b"</span>" * number + WORDS)


def a_data_picture() -> bytes:
    """A picture of twenty megabytes within the page."""
    picture = base64.b64encode(bytes(15_000_000))
    return _html(b'<img src="data:image/png;base64,' + picture + b'"><p>' + WORDS + b"</p>")


def reports_without_end(number: int = 100_000) -> bytes:
    """A non-delivery report about everybody."""
    one = b"Final-Recipient: rfc822; p%d@x.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
    status = b"Reporting-MTA: dns; x\r\n\r\n" + b"".join(one % number for number in range(number))
    parts = _mixed(TEXT, b"Content-Type: message/delivery-status\r\n\r\n" + status)
    return parts.replace(b"multipart/mixed;", b"multipart/report; report-type=delivery-status;", 1)


def zero_bytes() -> bytes:
    """Forty megabytes of nothing, as they came."""
    return HEAD + MIME + b"Content-Type: text/plain\r\n\r\n" + bytes(39_000_000)


def only_line_ends() -> bytes:
    """Ten million empty lines."""
    return HEAD + MIME + b"Content-Type: text/plain\r\n\r\n" + b"\n" * 10_000_000


def quoted_lines(number: int = 300_000) -> bytes:
    """A plain text of nothing but history, a hundred deep."""
    return (
        HEAD + MIME + TEXT + (b">" * 100 + b" Le 3 mars, X a \xc3\xa9crit :\r\n") * (number // 10)
    )


def one_word() -> bytes:
    """A text without a single blank."""
    return HEAD + MIME + b"Content-Type: text/plain\r\n\r\n" + b"a" * 3_000_000


def utf_7() -> bytes:
    """A charset in which shifts follow one another."""
    return HEAD + MIME + b"Content-Type: text/plain; charset=utf-7\r\n\r\n" + b"+AGE-" * 2_000_000


BOMBS: Mapping[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (
        letters_in_letters, letters_in_letters_with_parts, parts_in_parts, one_boundary_for_all,
        parts_beside_parts, boundary_of_a_megabyte, lines_like_boundaries,
        a_header_of_ten_megabytes, a_subject_of_ten_megabytes, a_folded_header, very_many_headers,
        very_many_references, very_many_recipients, nested_comments, parameters,
        a_line_of_forty_megabytes, an_attachment_of_forty_megabytes,
        quoted_printable_without_end, uuencoded, zip_of_zips,
        gzip_of_nothing, winmail_that_lies, winmail_that_unpacks, signed_in_signed, nested_tags,
        nested_quotes, nested_tables, a_huge_attribute, very_many_attributes, very_many_entities,
        an_unclosed_comment, angle_brackets, very_many_rules, hidden_in_hidden, a_data_picture,
        reports_without_end, zero_bytes, only_line_ends, quoted_lines, one_word, utf_7,
    )
}  # fmt: skip
