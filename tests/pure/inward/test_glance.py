"""The scan of raw bytes: it names whom it can, and never raises."""

from base64 import encodebytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance_mailer.inward.glance import Boxes, Glance, addresses_named, boxes, glance

REPLY = (
    b"Received: from mx.example\r\n"
    b"From: =?UTF-8?Q?Nad=C3=A8ge?= <Compta@LeMoal.example>\r\n"
    b"Date: Mon, 2 Nov 2026 09:30:00 +0100\r\n"
    b"Message-ID: <reponse@lemoal.example>\r\n"
    b"In-Reply-To: <relance.aaaa@brezance.example>\r\n"
    b"References: <premiere@brezance.example>\r\n"
    b"\t<relance.aaaa@brezance.example>\r\n"
    b"Subject: Re: =?utf-8?B?RmFjdHVyZSBbQlotMjAwMy1LN1EyTV0=?=\r\n"
    b"\r\n"
    b"Bonjour, la facture FA2026-0871 part vendredi.\r\n"
)


def test_a_reply_names_sender_thread_reference_and_invoice() -> None:
    seen = glance(REPLY)
    assert seen.sender == "compta@lemoal.example"
    assert seen.message_id == "reponse@lemoal.example"
    assert seen.sent_at == "2026-11-02T08:30:00+00:00"
    assert seen.names == ("relance.aaaa@brezance.example", "premiere@brezance.example")
    assert "BZ-2003-K7Q2M" in seen.marks
    assert "FA2026-0871" in seen.invoices


def test_the_letter_returned_in_a_bounce_is_named() -> None:
    raw = (
        b"From: <>\r\nSubject: Undelivered\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n"
        b"Subject: Relance\r\nMessage-Id: <relance.bbbb@brezance.example>\r\n\r\ntexte\r\n"
    )
    assert glance(raw).names == ("relance.bbbb@brezance.example",)


def test_a_reference_cut_by_quoted_printable_is_put_together() -> None:
    raw = b"Subject: x\n\nR=C3=A9f=C3=A9rence : BZ-20=\n03 merci\n"
    assert "BZ-2003" in glance(raw).marks


def test_the_addresses_of_a_reminder_are_seen_and_that_it_names_its_dossier() -> None:
    raw = (
        b"From: relances@brezance.example\r\nTo: =?utf-8?Q?Anne_Le_Ga=C3=ABl?=\r\n"
        b" <Anne@Kerlan.example>, b@kerlan.example\r\nCC: <c@kerlan.example>\r\n"
        b"Reply-To: d@brezance.example\r\nX-Dossier: BZ-1\r\n\r\nTo: pas@ici.example\r\n"
    )
    seen = boxes(raw)
    assert seen.to == {f"{name}@kerlan.example" for name in ("anne", "b", "c")}
    assert (seen.reply_to, seen.names_dossier) == ({"d@brezance.example"}, True)
    assert boxes(raw.replace(b"X-Dossier", b"X-Autre")).names_dossier is False
    assert boxes(b"") == boxes(b"\r\n\r\nTo: a@b.fr") == Boxes()


def coded(text: str) -> bytes:
    return encodebytes(text.encode())


@pytest.mark.parametrize(
    ("story", "body"),
    [
        ("entre chevrons", b"<Anne@Kerlan.example>:\n550 no such user\n"),
        ("dans un rapport", b"Final-Recipient: rfc822;anne@kerlan.example\nAction: failed\n"),
        ("en fin de phrase", b"Nobody reads anne@kerlan.example.\n"),
        ("coup\u00e9 par quoted-printable", b"R=C3=A9ponse de anne@kerlan.exa=\nmple\n"),
        ("en base64", coded("We could not deliver to <anne@kerlan.example>. " * 9)),
        ("en base64, seule ligne", coded("<anne@kerlan.example>")),
    ],
)  # fmt: skip
def test_whom_a_return_names_in_its_body_is_seen(story: str, body: bytes) -> None:
    assert "anne@kerlan.example" in addresses_named(b"From: <>\n\n" + body), story


def test_whom_a_return_names_in_a_header_is_seen() -> None:
    raw = b"X-Failed-Recipients: a@kerlan.example,\r\n b@kerlan.example\r\n\r\nx"
    assert addresses_named(raw) == {"a@kerlan.example", "b@kerlan.example"}


@given(raw=st.binary(max_size=3000))
def test_any_bytes_name_addresses_or_nobody(raw: bytes) -> None:
    assert all("@" in one for one in addresses_named(raw))


@pytest.mark.parametrize(
    ("story", "raw", "expected"),
    [
        ("rien du tout", b"", Glance()),
        ("corps seul", b"\r\n\r\nbonjour", Glance()),
        ("date illisible", b"Date: hier soir\r\n\r\n", Glance()),
        ("nom qui imite une adresse", b'From: "a@b.fr" <x@y.fr>\n\n', Glance(sender="x@y.fr")),
        ("fins de ligne nues", b"From: x@y.fr\nMessage-ID: <a@b>\n\nok",
         Glance(sender="x@y.fr", message_id="a@b")),
        ("mot codé cassé", b"Subject: =?utf-8?B?%%%?=\n\n", Glance()),
    ],
)  # fmt: skip
def test_odd_bytes_have_an_answer(story: str, raw: bytes, expected: Glance) -> None:
    assert glance(raw) == expected, story


@given(raw=st.binary(max_size=3000))
def test_any_bytes_are_scanned(raw: bytes) -> None:
    assert isinstance(glance(raw).sender, str)


@given(
    name=st.sampled_from([b"From", b"Date", b"Message-ID", b"References", b"Subject"]),
    value=st.binary(max_size=300),
    body=st.binary(max_size=300),
)
def test_any_header_is_scanned(name: bytes, value: bytes, body: bytes) -> None:
    seen = glance(name + b": " + value + b"\r\n\r\n" + body)
    assert len(seen.names) <= 70


def test_a_huge_header_is_bounded() -> None:
    ids = b"".join(b"\r\n <%d@x.example>" % number for number in range(5000))
    seen = glance(b"References:" + ids + b"\r\n\r\n" + b"A1 " * 100_000)
    assert len(seen.names) <= 70
    assert len(seen.marks) <= 40
