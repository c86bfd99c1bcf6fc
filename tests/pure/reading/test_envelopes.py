"""What lies in the clear inside an opaque signature or a winmail.dat is read."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance_mailer.reading.envelopes import signed_inside, tnef_body
from relance_mailer.reading.kind import kind_of
from relance_mailer.reading.message import Incoming
from relance_mailer.reading.parse import parse

SIGNED = bytes.fromhex("06092a864886f70d010702")
DATA = bytes.fromhex("06092a864886f70d010701")
ENVELOPED = bytes.fromhex("06092a864886f70d010703")
INNER = b"Content-Type: text/plain; charset=utf-8\r\n\r\nNous paierons le 12 mars, promis.\r\n"


def tlv(tag: int, value: bytes) -> bytes:
    """An element with its length in the long form."""
    return bytes([tag, 0x83]) + len(value).to_bytes(3, "big") + value


def in_one_piece() -> bytes:
    content = tlv(0x30, DATA + tlv(0xA0, tlv(0x04, INNER)))
    return tlv(0x30, SIGNED + tlv(0xA0, tlv(0x30, b"\x02\x01\x01" + tlv(0x31, b"") + content)))


def in_pieces() -> bytes:
    """As programs stream it: lengths left open, the content cut into short strings."""
    pieces = b"".join(tlv(0x04, INNER[at : at + 20]) for at in range(0, len(INNER), 20))
    opened = b"\x30\x80" + DATA + b"\xa0\x80\x24\x80" + pieces + b"\0\0\0\0\0\0"
    return b"\x30\x80" + SIGNED + b"\xa0\x80\x30\x80\x02\x01\x01\x31\x00" + opened


def mail(octets: bytes, kind: str) -> Incoming:
    head = f"From: claire@perrin.example\nMIME-Version: 1.0\nContent-Type: {kind}\n"
    head += "Content-Transfer-Encoding: base64\n\n"
    return parse(head.encode() + base64.encodebytes(octets))


@pytest.mark.parametrize("octets", [in_one_piece(), in_pieces()])
@pytest.mark.parametrize("kind", ["pkcs7-mime; smime-type=signed-data", "x-pkcs7-mime"])
def test_an_opaque_signature_is_read_through(octets: bytes, kind: str) -> None:
    found = mail(octets, f"application/{kind}; name=smime.p7m")
    assert found.text == "Nous paierons le 12 mars, promis."
    assert found.oddities == ("message signé en bloc (S/MIME), signature non vérifiée",)
    assert kind_of(found).doubts == ()


def test_what_is_encrypted_waits_for_a_human() -> None:
    found = mail(tlv(0x30, ENVELOPED + b"\x00" * 40), "application/pkcs7-mime; name=smime.p7m")
    assert found.text == ""
    assert kind_of(found).doubts == ("encrypted",)


def attribute(name: int, value: bytes) -> bytes:
    return b"\x01" + name.to_bytes(4, "little") + len(value).to_bytes(4, "little") + value + b"\0\0"


def winmail(*attributes: bytes) -> bytes:
    return b"\x78\x9f\x3e\x22\x01\x00" + b"".join(attributes)


def test_the_body_of_a_winmail_is_read_where_there_is_no_other() -> None:
    octets = winmail(attribute(0x00018004, b"Facture\0"), attribute(0x0002800C, b"Pay\xe9 hier.\0"))
    found = mail(octets, "application/ms-tnef; name=winmail.dat")
    assert found.text == "Payé hier."


def test_a_winmail_without_words_waits_for_a_human() -> None:
    found = mail(winmail(), "application/ms-tnef; name=winmail.dat")
    assert kind_of(found).doubts == ("encrypted",)


@given(st.binary(max_size=200), st.integers(min_value=0, max_value=200))
def test_any_bytes_are_survived(noise: bytes, cut: int) -> None:
    for whole in (in_one_piece(), in_pieces(), winmail(attribute(0x0002800C, b"x"))):
        mangled = whole[:cut] + noise + whole[cut + len(noise) :]
        assert isinstance(signed_inside(mangled), bytes)
        assert isinstance(tnef_body(mangled), bytes)


def test_a_text_that_carries_a_file_name_is_read_where_there_is_no_other() -> None:
    raw = (
        "From: claire@perrin.example\nMIME-Version: 1.0\n"
        'Content-Type: text/plain; charset=utf-8; name="message.txt"\n\nRéglé hier.\n'
    )
    assert parse(raw.encode()).text == "Réglé hier."
