"""The only importer of zint: a SEPA transfer as a QR code (EPC069-12), for mails and papers.

The pattern that masks the code is fixed: trying all eight, as ISO/IEC 18004 advises for the best
contrast, takes longer than all the rest, and every reader takes any of them. The payload goes in as
bytes: told as text, what Latin-1 lacks would put a mark of its character set before it, which
EPC069-12 has in its own third line and banks' readers do not look for.
"""

from zint import InputMode, OutputOptions, Symbol, Symbology

from relance_mailer.outward.transfer import Transfer

SCALE = 1.5  # 3 pixels a module: about 150 pixels wide, shown at its own size
MASK = 2
AS_THEY_ARE = InputMode(0)  # the bytes, of no character set
CORRECTION_M = 2  # zint's number of the level that EPC069-12 §4 asks for
MODULES_MAX = 69  # version 13, EPC069-12 §4
BYTES_MAX = 331  # EPC069-12 §4


def png(transfer: Transfer) -> bytes:
    """The code as a PNG picture, for a mail: four light modules around it (ISO/IEC 18004)."""
    return _drawn(transfer, "png", OutputOptions.BARCODE_QUIET_ZONES)


def svg(transfer: Transfer) -> str:
    """The code as an SVG drawing, for a paper."""
    return _drawn(transfer, "svg", OutputOptions.BARCODE_NO_QUIET_ZONES).decode("utf-8")


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


def _drawn(transfer: Transfer, form: str, around: OutputOptions) -> bytes:
    code = Symbol()
    code.symbology = Symbology.QRCODE
    code.input_mode = AS_THEY_ARE
    code.option_1 = CORRECTION_M
    code.option_3 = (MASK + 1) << 8
    code.show_text = False
    code.scale = SCALE
    code.output_options = OutputOptions.BARCODE_MEMORY_FILE | around
    code.outfile = f"memory.{form}"
    code.encode(payload(transfer))
    assert code.rows <= MODULES_MAX, transfer
    code.print()
    assert code.memfile is not None, transfer
    return bytes(code.memfile)
