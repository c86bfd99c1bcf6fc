"""What lies in the clear inside an envelope that only one sort of program opens.

An opaquely signed S/MIME message (RFC 8551 §3.5.2) holds the whole MIME message between its
signature's fields, in one piece or in many; Outlook's winmail.dat holds the body as text. Neither
needs a key to be read. What is encrypted stays closed.
"""

ELEMENTS_MAX = 20_000
BODY_BYTES_MAX = 600_000

_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
_DATA = bytes.fromhex("06092a864886f70d010701")
_OCTETS, _CONSTRUCTED, _CONTEXT_0 = 0x04, 0x20, 0xA0
_TNEF_SIGNATURE = b"\x78\x9f\x3e\x22"
_TNEF_BODY = 0x0002800C


def signed_inside(octets: bytes) -> bytes:
    """The message inside opaquely signed data (CMS, RFC 5652 §5.2); nothing for any other bytes."""
    if _SIGNED_DATA not in octets[:64]:
        return b""
    start = octets.find(_DATA, octets.find(_SIGNED_DATA))
    if not 0 <= start < 400:
        return b""
    content = _element(octets, start + len(_DATA))
    if content is None or content[0] != _CONTEXT_0:
        return b""
    return b"".join(_pieces(octets, content[1], content[2]))[:BODY_BYTES_MAX]


def _element(octets: bytes, at: int) -> tuple[int, int, int] | None:
    """Tag, first byte and end of the value of the element at a place; an open end is the file's."""
    if at + 2 > len(octets):
        return None
    tag, length = octets[at], octets[at + 1]
    if length == 0x80:
        return tag, at + 2, len(octets)
    if length < 0x80:
        return tag, at + 2, min(at + 2 + length, len(octets))
    size = length & 0x7F
    if size > 4:
        return None
    value = int.from_bytes(octets[at + 2 : at + 2 + size], "big")
    return tag, at + 2 + size, min(at + 2 + size + value, len(octets))


def _pieces(octets: bytes, at: int, end: int) -> list[bytes]:
    """The octet strings from a place on, those inside others too, to an end-of-contents mark."""
    found: list[bytes] = []
    for _ in range(ELEMENTS_MAX):
        element = _element(octets, at) if at < end else None
        if element is None or octets[at : at + 2] == b"\0\0":
            return found
        tag, first, last = element
        if tag == _OCTETS:
            found.append(octets[first:last])
            at = last
        elif tag == _OCTETS | _CONSTRUCTED:
            at = first
        else:
            return found
    return found


def tnef_body(octets: bytes) -> bytes:
    """The plain text that a winmail.dat holds (MS-OXTNEF, attBody), or nothing."""
    if octets[:4] != _TNEF_SIGNATURE:
        return b""
    at = 6
    for _ in range(ELEMENTS_MAX):
        if at + 9 > len(octets):
            return b""
        name = int.from_bytes(octets[at + 1 : at + 5], "little")
        size = int.from_bytes(octets[at + 5 : at + 9], "little")
        if name == _TNEF_BODY:
            return octets[at + 9 : at + 9 + size][:BODY_BYTES_MAX].rstrip(b"\0")
        at += 9 + size + 2
    return b""
