"""The only importer of segno: a SEPA transfer as a QR code (EPC069-12), for mails and papers.

The pattern that masks the code is fixed: trying all eight, as ISO/IEC 18004 advises for the best
contrast, takes longer than writing the letter, and every reader takes any of them.
"""

from io import BytesIO

from segno import QRCode, make_qr

from relance_mailer.outward.transfer import Transfer

SCALE = 3  # pixels a module: about 150 pixels wide, shown at its own size
QUIET = 4  # modules left white around it (ISO/IEC 18004)
MASK = 2
VERSION_MAX = 13  # EPC069-12 §4
BYTES_MAX = 331  # EPC069-12 §4


def png(transfer: Transfer) -> bytes:
    """The code as a PNG picture, for a mail."""
    out = BytesIO()
    _code(transfer).save(out, kind="png", scale=SCALE, border=QUIET)
    return out.getvalue()


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
