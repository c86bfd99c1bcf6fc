"""The only importer of segno: a SEPA transfer as a QR code (EPC069-12), for mails and papers."""

from io import BytesIO

from segno import QRCode
from segno.helpers import make_epc_qr

from relance_mailer.outward.transfer import Transfer

SCALE = 4  # pixels a module: about 180 pixels wide, sharp when printed at 3 cm
QUIET = 4  # modules left white around it (ISO/IEC 18004)


def png(transfer: Transfer) -> bytes:
    """The code as a PNG picture, for a mail."""
    out = BytesIO()
    _code(transfer).save(out, kind="png", scale=SCALE, border=QUIET)
    return out.getvalue()


def svg(transfer: Transfer) -> str:
    """The code as an SVG drawing, for a paper."""
    return str(_code(transfer).svg_inline(border=0, omitsize=True))


def _code(transfer: Transfer) -> QRCode:
    return make_epc_qr(
        name=transfer.name,
        iban=transfer.iban,
        bic=transfer.bic or None,
        amount=transfer.amount,
        text=transfer.remittance,
        encoding="utf-8",
    )
