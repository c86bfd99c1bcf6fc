"""A message cut at its boundaries is the one that the library parses, or none."""

from email import message_from_bytes, policy
from email.message import Message
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance_mailer.reading.tidy import tidied

PLAIN = (
    b"From: a@b.example\r\nSubject: =?utf-8?q?pay=C3=A9?=\r\n folded\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n\r\nPay\xc3\xa9 hier.\r\n"
)
PARTS = (
    b'From: a@b.example\nContent-Type: multipart/mixed;\n boundary="=_out"\n\nfor old programs\n'
    b"--=_out\nContent-Type: multipart/alternative; boundary=in\n\n"
    b"--in \n\nvu\n\n--in\nContent-Type: text/html\n\n<p>vu</p>\n--in--\n\n"
    b"--=_out\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nAAAA\n"
    b"--=_out--\nbehind\n"
)
LEFT_TO_THE_LIBRARY = (
    pytest.param(PARTS.replace(b"--=_out--\nbehind\n", b""), id="never closed"),
    pytest.param(
        PARTS.replace(b"--=_out\nContent-Type: app", b"--=_out\n--=_out\nC: app"), id="2x"
    ),
    pytest.param(PARTS.replace(b"\n--in\n", b"\n--in2\n"), id="another boundary that begins so"),
    pytest.param(PARTS.replace(b"application/pdf", b"message/rfc822"), id="a message within"),
    pytest.param(PARTS.replace(b"multipart/mixed", b"multipart/digest"), id="a digest"),
    pytest.param(PLAIN.replace(b"Subject:", b"no header\r\nSubject:"), id="words among headers"),
    pytest.param(PLAIN.replace(b" folded\r", b" folded\rX-Own: "), id="a lone return"),
    pytest.param(b"From x@y Mon\r\n" + PLAIN, id="a mailbox's own first line"),
)


def _tree(message: "Message[str, str]") -> Any:
    payload = message.get_payload() if message.is_multipart() else message._payload
    inside = [_tree(each) for each in payload] if isinstance(payload, list) else payload
    return list(message.raw_items()), message.get_content_type(), inside


def _parsed(raw: bytes) -> Any:
    return _tree(message_from_bytes(raw, policy=policy.compat32))


@pytest.mark.parametrize("raw", [PLAIN, PARTS, PARTS.replace(b"\n", b"\r\n"), b"\r\nvu\r\n"])
def test_what_programs_write_is_cut_as_the_library_would(raw: bytes) -> None:
    found = tidied(raw)
    assert found is not None
    assert _tree(found) == _parsed(raw)


@pytest.mark.parametrize("raw", LEFT_TO_THE_LIBRARY)
def test_what_is_written_otherwise_is_left_to_the_library(raw: bytes) -> None:
    assert tidied(raw) is None


LINES = st.sampled_from(
    (*PARTS.splitlines(keepends=True), *PLAIN.splitlines(keepends=True),
     b"\n", b"\r\n", b"--in\r\n", b"--in--", b"--=_out--\t\r\n", b" \n", b"\t: x\n", b"--\n")
)  # fmt: skip


@given(lines=st.lists(LINES, max_size=14), at=st.integers(min_value=0, max_value=18))
def test_no_order_of_lines_is_cut_in_another_way(lines: list[bytes], at: int) -> None:
    """Lines of a sound message, and others put somewhere between."""
    sound = PARTS.splitlines(keepends=True)
    raw = b"".join((*sound[:at], *lines, *sound[at:]))
    found = tidied(raw)
    assert found is None or _tree(found) == _parsed(raw)
