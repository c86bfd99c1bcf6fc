"""How much of a raw message is opened at all: size, lines, headers and parts are bounded.

They are cut before the standard library sees them: what costs nothing to send (a hundred thousand
headers, a boundary as long as a book) costs it seconds and hundreds of megabytes.
"""

import re

RAW_BYTES_MAX = 40_000_000
LINES_MAX = 600_000
BOUNDARY_LINES_MAX = 2_000
HEADER_LINES_MAX = 4_000
HEADER_LINE_BYTES_MAX = 65_536
PART_BYTES_MAX = 2_000_000  # three times the longest text that is read, encoded
LINE_BYTES_MAX = 4_000_000  # RFC 5322 §2.1.1 allows 998
LONG_BOUNDARY_BYTES_MIN = 200_000  # in a smaller message no boundary does harm

_ENDLESS_LINE = re.compile(rb"[^\n]{%d}" % LINE_BYTES_MAX)
# RFC 2046 §5.1.1 allows 70 characters; the library makes a pattern of them.
_LONG_BOUNDARY = re.compile(rb'(boundary\s{0,9}=\s{0,9}"?[^";\r\n]{1000})[^";\r\n]+', re.IGNORECASE)


def bounded(raw: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The bytes that may be parsed, and in French what was left out of them."""
    remarks: list[str] = []
    if len(raw) > RAW_BYTES_MAX:
        remarks.append("message tronqué : trop long")
        raw = raw[:RAW_BYTES_MAX]
    if raw.count(b"\n") > LINES_MAX:
        remarks.append("message tronqué : trop de lignes")
        raw = b"\n".join(raw.split(b"\n", LINES_MAX)[:LINES_MAX])
    raw = _fewer_headers(raw, remarks)
    if len(raw) > LINE_BYTES_MAX:
        # The library keeps an unfinished line at four bytes a sign.
        raw = _ENDLESS_LINE.sub(rb"\g<0>\r\n", raw)
    if len(raw) > LONG_BOUNDARY_BYTES_MIN:
        raw = _LONG_BOUNDARY.sub(rb"\1", raw)
    at = -1
    for _ in range(BOUNDARY_LINES_MAX):
        at = raw.find(b"\n--", at + 1)
        if at < 0:
            return raw, tuple(remarks)
    remarks.append("message tronqué : trop de parties")
    return raw[:at], tuple(remarks)


def lightened(raw: bytes) -> bytes:
    """A heavy message without what nobody reads of it: the rest of each very long part.

    A scan of forty megabytes would cost eight times its size to take to pieces.
    """
    if len(raw) <= PART_BYTES_MAX:
        return raw
    kept: list[bytes] = []
    start = 0
    while start < len(raw):
        end = raw.find(b"\n--", start + 1)
        end = len(raw) if end < 0 else end
        kept.append(raw[start : min(end, start + PART_BYTES_MAX)])
        start = end
    return b"".join(kept)


def _fewer_headers(raw: bytes, remarks: list[str]) -> bytes:
    """The message with its first header lines only; the library needs a second for 100 000."""
    end = re.search(rb"\r?\n\r?\n", raw)
    head = raw[: end.start()] if end else raw
    lines = head.split(b"\n", HEADER_LINES_MAX)
    too_long = len(head) > HEADER_LINE_BYTES_MAX and any(map(_is_long, lines))
    if len(lines) <= HEADER_LINES_MAX and not too_long:
        return raw
    remarks.append("en-têtes tronqués : trop nombreux ou trop longs")
    kept = (line[:HEADER_LINE_BYTES_MAX] for line in lines[:HEADER_LINES_MAX])
    return b"\n".join(kept) + (raw[end.start() :] if end else b"")


def _is_long(line: bytes) -> bool:
    return len(line) > HEADER_LINE_BYTES_MAX
