"""The only importer of segno: a SEPA transfer as a QR code (EPC069-12), for mails and papers.

The pattern that masks the code is fixed: trying all eight, as ISO/IEC 18004 advises for the best
contrast, takes longer than writing the letter, and every reader takes any of them. The picture is
written here, a row of modules at a time: segno's own writer goes pixel by pixel and took as long as
the code itself.
"""

import struct
import zlib
from collections.abc import Iterable

from segno import QRCode, make_qr

from relance_mailer.outward.transfer import Transfer

SCALE = 3  # pixels a module: about 150 pixels wide, shown at its own size
QUIET = 4  # modules left white around it (ISO/IEC 18004)
MASK = 2
VERSION_MAX = 13  # EPC069-12 §4
BYTES_MAX = 331  # EPC069-12 §4
LIGHT, DARK = "1" * SCALE, "0" * SCALE  # in a picture of one bit a pixel, 0 is black


def png(transfer: Transfer) -> bytes:
    """The code as a PNG picture, for a mail."""
    return _picture([bytes(row) for row in _code(transfer).matrix])


def svg(transfer: Transfer) -> str:
    """The code as an SVG drawing, for a paper."""
    return str(_code(transfer).svg_inline(border=0, omitsize=True))


def payload(transfer: Transfer) -> bytes:
    """The eleven lines of a SEPA transfer (EPC069-12 §3), in UTF-8."""
    lines = (
        "BCD",
        "002",  # version: the BIC may be left out
        "1",  # UTF-8
        "SCT",
        transfer.bic,
        transfer.name,
        transfer.iban,
        f"EUR{transfer.amount:.2f}",
        "",  # purpose
        "",  # structured reference
        transfer.remittance,
    )
    told = "\n".join(lines).encode("utf-8")
    assert len(told) <= BYTES_MAX, transfer
    return told


def _code(transfer: Transfer) -> QRCode:
    code = make_qr(payload(transfer), error="m", boost_error=False, mask=MASK, mode="byte")
    assert int(code.version) <= VERSION_MAX, transfer
    return code


def _picture(modules: list[bytes]) -> bytes:
    """A PNG (ISO/IEC 15948) of one grey bit a pixel; a module other than 0 is dark."""
    side = (len(modules) + 2 * QUIET) * SCALE
    blank = _line(LIGHT * (len(modules) + 2 * QUIET))
    quiet = LIGHT * QUIET
    drawn = (
        _line(quiet + "".join([DARK if dark else LIGHT for dark in row]) + quiet) * SCALE
        for row in modules
    )
    pixels = b"".join((blank * (QUIET * SCALE), *drawn, blank * (QUIET * SCALE)))
    head = struct.pack(">2I5B", side, side, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunks(parts))


def _line(bits: str) -> bytes:
    """A line of pixels, unfiltered (type 0), filled up to whole bytes."""
    width = -(-len(bits) // 8)
    return b"\0" + int(bits.ljust(8 * width, "0"), 2).to_bytes(width)


def _chunks(parts: Iterable[tuple[bytes, bytes]]) -> Iterable[bytes]:
    for kind, data in parts:
        yield (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )
