"""Bytes to `Incoming`: what is read, what is noted as odd, and that nothing raises."""

import base64
import cProfile
import random
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relance_mailer.reading.message import Incoming, Mailbox
from relance_mailer.reading.parse import parse


def mail(body: bytes, *headers: str, kind: str = "text/plain; charset=utf-8") -> Incoming:
    head = "\r\n".join([*headers, "MIME-Version: 1.0", f"Content-Type: {kind}"])
    return parse(head.encode("utf-8", "surrogateescape") + b"\r\n\r\n" + body)


def multipart(*parts: str, kind: str = "mixed") -> Incoming:
    inner = "".join(f"--b\r\n{part}\r\n" for part in parts)
    return mail(f"{inner}--b--\r\n".encode(), kind=f'multipart/{kind}; boundary="b"')


@pytest.mark.parametrize(
    "charset, octets",
    [
        ("utf-8", "Réglée 120 €".encode()),
        ("iso-8859-1", "Réglée 120 €".encode("cp1252")),
        ("windows-1252", "Réglée 120 €".encode("cp1252")),
        ("us-ascii", "Réglée 120 €".encode("cp1252")),
        ("iso-8859-1", "Réglée 120 €".encode()),
        ("utf-8", "Réglée 120 €".encode("cp1252")),
        ("x-inconnu", "Réglée 120 €".encode()),
        ("x-inconnu", "Réglée 120 €".encode("cp1252")),
        ("iso-8859-15", "Réglée 120 €".encode("iso-8859-15")),
        ("utf-16", "Réglée 120 €".encode("utf-16")),
        ("punycode", "Réglée 120 €".encode()),
        ("utf-8", "Réglée 120 €".encode().decode("cp1252").encode()),
    ],
)
def test_the_words_come_out_whatever_the_charset_says(charset: str, octets: bytes) -> None:
    assert mail(octets, kind=f"text/plain; charset={charset}").text == "Réglée 120 €"


def test_no_charset_at_all_is_read_as_windows() -> None:
    assert mail("reçu, réglé".encode("latin-1"), kind="text/plain").text == "reçu, réglé"


@pytest.mark.parametrize(
    "written, seen",
    [
        ("1\u00a0200\u202f€\u2009!", "1 200 € !"),
        ("pa\u200bye\u00adr", "payer"),
        ("p\u0430yé hier", "payé hier"),
        ("Привет", "Привет"),
        ("ｐａｙé", "payé"),
        ("e\u0301te\u0301", "été"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
    ],
)
def test_letters_are_folded_for_reading(written: str, seen: str) -> None:
    assert mail(written.encode()).text == seen


def test_borrowed_letters_and_invisible_ones_are_noted() -> None:
    oddities = mail("pаyé \u200b\u200b\u200b hier".encode()).oddities
    assert "caractères invisibles dans le texte" in oddities
    assert "lettres d'un autre alphabet à l'intérieur de mots" in oddities


@pytest.mark.parametrize(
    "header, sender",
    [
        ("Claire <c@x.example>", Mailbox(name="Claire", address="c@x.example")),
        ('"Perrin, Claire" <C@X.Example>', Mailbox(name="Perrin, Claire", address="c@x.example")),
        ("c@x.example", Mailbox(name="", address="c@x.example")),
        (
            "=?utf-8?Q?H=C3=A9l=C3=A8ne?= <h@x.example>",
            Mailbox(name="Hélène", address="h@x.example"),
        ),
        ("=?utf-8?B?SMOpbMOobmU=?= <h@x.example>", Mailbox(name="Hélène", address="h@x.example")),
        ("Hélène <h@x.example>", Mailbox(name="Hélène", address="h@x.example")),
        ("Le service comptable", Mailbox(name="Le service comptable", address="")),
        ("(" * 5000 + " a@b.example", Mailbox(name="(" * 200, address="")),
    ],
)
def test_the_sender(header: str, sender: Mailbox) -> None:
    assert mail(b"x", f"From: {header}").sender == sender


@pytest.mark.parametrize(
    "raw, seen",
    [
        ("=?iso-8859-1?Q?R=E9f=E9rence?= 12", "Référence 12"),
        ("=?utf-8?Q?coup=C3?= =?utf-8?Q?=A9?=", "coupé"),
        ("Réf brute", "Réf brute"),
        ("=?x-inconnu?Q?caf=E9?=", "café"),
        ("=?utf-8?B?pas du base64", "=?utf-8?B?pas du base64"),
        ("=?utf-8?B?UsOpZ2zDqWU?= hier", "Réglée hier"),
        ("=?utf-8?B?UsOpZ2zDqWUhh?=", "Réglée!"),
        ("plié\r\n\t sur deux", "plié sur deux"),
        ("", ""),
    ],
)
def test_the_subject(raw: str, seen: str) -> None:
    assert mail(b"x", f"Subject: {raw}").subject == seen


@pytest.mark.parametrize(
    "header, moment",
    [
        ("Tue, 03 Mar 2026 10:12:00 +0100",
         datetime(2026, 3, 3, 10, 12, tzinfo=timezone(timedelta(hours=1)))),
        ("3 Mar 2026 10:12 -0000", datetime(2026, 3, 3, 10, 12, tzinfo=UTC)),
        ("mar., 3 mars 2026 10:12:00 +0100",
         datetime(2026, 3, 3, 10, 12, tzinfo=timezone(timedelta(hours=1)))),
        ("hier soir", None),
        ("Tue, 99 Mar 2026 10:12:00 +0100", None),
        ("Tue, 03 Mar 2026 10:12:00 +9999", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_date_in_its_own_offset(header: str, moment: datetime | None) -> None:
    found = mail(b"x", f"Date: {header}").date
    assert found == moment
    assert moment is None or (found is not None and found.utcoffset() == moment.utcoffset())


def test_a_mail_without_date_has_none() -> None:
    assert mail(b"x", "From: a@b.example").date is None


def test_threads_without_their_brackets() -> None:
    found = mail(b"x", "In-Reply-To: <1@a>", "References: <0@a>\r\n <1@a>", "Message-ID: <2@b>")
    assert (found.message_id, found.in_reply_to, found.references) == (
        "2@b",
        ("1@a",),
        ("0@a", "1@a"),
    )


def test_flowed_paragraphs_are_put_together() -> None:
    text = b"Le virement part \r\nvendredi.\r\n\r\n> cite \r\n> suite\r\n-- \r\nClaire\r\n"
    found = mail(text, kind="text/plain; charset=utf-8; format=flowed")
    assert found.text == "Le virement part vendredi.\n\n> cite suite\n-- \nClaire"


@pytest.mark.parametrize(
    "hidden",
    [
        '<span style="display:none">caché ici</span>',
        '<span style="font-size:0px">caché ici</span>',
        '<font color="#ffffff">caché ici</font>',
        '<span style="color:white">caché ici</span>',
        '<p style="visibility:hidden">caché ici</p>',
        '<div style="background:#000;color:#000">caché ici</div>',
        '<div class="z">caché ici</div>',
        '<div hidden="hidden">caché ici</div>',
        '<div style="color:#fff"><b>caché ici</b></div>',
        '<div style="color:#fff"><b></b>caché ici</div>',
        '<span style="color: rgb(254, 254, 254)">caché ici</span>',
        '<div style="opacity:0">caché ici</div>',
        '<div style="position:absolute;left:-9999px">caché ici</div>',
        '<div style="max-height:0px;overflow:hidden">caché ici</div>',
    ],
)
def test_what_a_person_cannot_see_is_not_the_text(hidden: str) -> None:
    style = "<style>.z{display:none}</style>"
    page = f"<html><head>{style}</head><body><p>visible</p>{hidden}</body></html>"
    found = mail(page.encode(), kind="text/html; charset=utf-8")
    assert (found.text, found.hidden_text) == ("visible", "caché ici")
    assert "texte caché dans la version HTML" in found.oddities


@pytest.mark.parametrize(
    "shown",
    [
        '<div style="background-color:#003366"><span style="color:#fff">vu</span></div>',
        '<td bgcolor="#003366"><font color="white">vu</font></td>',
        '<span style="color:#777">vu</span>',
        '<span style="font-size:10px">vu</span>',
        '<b onclick="x()">vu</b><script>pas vu</script><style>p{}</style><!-- rien -->',
    ],
)
def test_what_a_person_sees_is_the_text(shown: str) -> None:
    found = mail(f"<html><body>{shown}</body></html>".encode(), kind="text/html")
    assert (found.text, found.hidden_text) == ("vu", "")


def test_what_our_own_quoted_letter_hides_is_no_trick_of_the_debtor() -> None:
    preview = '<span style="display:none">aperçu</span>'
    quote = f"<p>Oui.</p><blockquote type='cite'>{preview}<p>Payez</p></blockquote>"
    block = (
        f"<p>Oui.</p><p>De : R &lt;r@x.example&gt;<br>Envoyé : lundi 2 mars 2026<br>À : C<br>"
        f"Objet : FX</p>{preview}<p>Payez</p>"
    )
    for page in (quote, block):
        found = mail(page.encode(), kind="text/html; charset=utf-8")
        assert (found.hidden_text, found.oddities) == ("", ())
        assert "aperçu" not in found.text


def test_plain_is_preferred_and_a_stub_of_it_is_not() -> None:
    html = (
        "Content-Type: text/html; charset=utf-8\r\n\r\n<p>"
        + "Je conteste la facture. " * 30
        + "</p>"
    )
    same = "Content-Type: text/plain\r\n\r\n" + "Je conteste la facture. " * 30
    stub = "Content-Type: text/plain\r\n\r\nVotre messagerie ne prend pas en charge le HTML."
    other = "Content-Type: text/plain\r\n\r\nTout va bien, virement parti hier depuis notre banque."
    assert not multipart(same, html, kind="alternative").text.startswith("<")
    assert multipart(stub, html, kind="alternative").text.startswith("Je conteste")
    found = multipart(other, html, kind="alternative")
    assert found.text.startswith("Je conteste")
    assert "la version texte ne dit pas la même chose que la version affichée" in found.oddities


def test_quoted_blocks_of_html_get_their_mark() -> None:
    page = (
        "<div>oui</div><blockquote "
        "type='cite'><p>payez</p><blockquote>vite</blockquote></blockquote><p>non</p>"
    )
    lines = mail(page.encode(), kind="text/html").text.split("\n")
    assert [line for line in lines if line.strip(" >")] == ["oui", "> payez", "> > vite", "non"]


def test_attachments_are_named_and_not_read() -> None:
    found = multipart(
        "Content-Type: text/plain\r\n\r\nVoir la pièce",
        'Content-Type: text/plain; name="note.txt"\r\n'
        "Content-Disposition: attachment\r\n\r\nsecret",
        "Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nxx",
    )
    assert found.text == "Voir la pièce"
    assert [one.name for one in found.attachments] == ["note.txt", "winmail.dat"]
    assert "pièce winmail.dat (format propre à Outlook)" in found.oddities


@pytest.mark.parametrize(
    "kind, remark",
    [
        (
            "application/pkcs7-mime; smime-type=enveloped-data",
            "message chiffré ou signé en bloc (S/MIME)",
        ),
        ("multipart/encrypted; boundary=b", "message chiffré (PGP)"),
    ],
)
def test_closed_messages_are_noted(kind: str, remark: str) -> None:
    assert remark in mail(b"--b\r\n\r\nx\r\n--b--", kind=kind).oddities


def test_a_signed_pgp_text_is_read_without_its_armour() -> None:
    text = (
        b"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nPaye hier.\n"
        b"-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n"
    )
    assert mail(text).text == "Paye hier."


def test_an_attached_message_is_forwarded() -> None:
    found = multipart(
        "Content-Type: text/plain\r\n\r\nVoir dessous",
        "Content-Type: message/rfc822\r\n\r\nFrom: Paul <p@x.example>\r\nSubject: oui\r\n"
        "\r\nOn paie.",
    )
    assert (found.text, found.forwarded) == ("Voir dessous", ("On paie.",))
    assert found.forwarded_from == (Mailbox(name="Paul", address="p@x.example"),)


STATUS = (
    "Reporting-MTA: dns; mx.example\r\nX-Original-Message-ID: <7@us.example>\r\n\r\n"
    "Final-Recipient: rfc822; Claire@X.example\r\nAction: Failed\r\nStatus: 5.1.1 (bad)\r\n"
    "Diagnostic-Code: smtp; 550 5.1.1\r\n user unknown\r\n"
)


@pytest.mark.parametrize("encoded", [False, True])
def test_a_delivery_report_is_read_also_when_a_gateway_encoded_it(encoded: bool) -> None:
    part = "Content-Type: message/delivery-status\r\n"
    if encoded:
        part += (
            "Content-Transfer-Encoding: base64\r\n\r\n"
            f"{base64.encodebytes(STATUS.encode()).decode()}"
        )
    else:
        part += f"\r\n{STATUS}"
    found = multipart(
        "Content-Type: text/plain\r\n\r\nnon remis",
        part,
        "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <8@us.example>\r\nSubject: x",
        kind="report",
    )
    [report] = found.reports
    assert (report.recipient, report.action, report.status) == (
        "claire@x.example",
        "failed",
        "5.1.1",
    )
    assert report.diagnostic == "smtp; 550 5.1.1 user unknown"
    assert found.original_message_ids == ("7@us.example", "8@us.example")
    assert found.text == "non remis"


def test_a_read_receipt_and_a_complaint_are_told() -> None:
    receipt = multipart(
        "Content-Type: message/disposition-notification\r\n\r\nOriginal-Message-ID: <7@us>\r\n"
        "Disposition: manual-action/MDN-sent-manually; displayed\r\n",
        kind="report",
    )
    assert receipt.disposition.endswith("displayed")
    assert receipt.original_message_ids == ("7@us",)
    complaint = multipart(
        "Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n", kind="report"
    )
    assert complaint.feedback_type == "abuse"


def _nested(depth: int) -> bytes:
    lines = [b"From: a@b.example", b"Content-Type: multipart/mixed; boundary=b0", b""]
    for level in range(depth):
        lines += [
            b"--b%d" % level,
            b"Content-Type: multipart/mixed; boundary=b%d" % (level + 1),
            b"",
        ]
    return b"\r\n".join([*lines, b"--b%d" % depth, b"", b"fond"])


def _many_words(size: int) -> bytes:
    chance = random.Random(7)
    return b" ".join(b"mot%d" % chance.randrange(9999) for _ in range(size // 8))


HOSTILE = {
    "rien": b"",
    "des zéros": b"\0" * 3_000_000,
    "du bruit": random.Random(1).randbytes(3_000_000),
    "une ligne": b"a" * 3_000_000,
    "trois Mo de texte": b"From: a@b.example\r\n\r\n" + _many_words(3_000_000),
    "un seul en-tête": b"Subject: " + b"=?utf-8?Q?=C3=A9?= " * 160_000 + b"\r\n\r\nx",
    "cent mille en-têtes": b"X-A: b\r\n" * 375_000 + b"\r\nx",
    "vingt mille adresses": b"To: " + b"aaa@bbb.example, " * 170_000 + b"\r\n\r\nx",
    "des parenthèses": b"From: " + b"(" * 100_000 + b"\r\n\r\nx",
    "des parties vides": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    + b"--b\r\n\r\n" * 400_000,
    "des parties emboîtées": _nested(3_000),
    "des balises emboîtées": b"Content-Type: text/html\r\n\r\n" + b"<div>" * 500_000 + b"x",
    "des citations emboîtées": b"Content-Type: text/html\r\n\r\n"
    + b"<blockquote>" * 200_000
    + b"x",
    "des balises plates": b"Content-Type: text/html\r\n\r\n"
    + b"<p style='color:red'>x</p>" * 110_000,
    "des chevrons": b"From: a@b.example\r\n\r\n" + b"> " * 1_000_000 + b"\r\n" + b">\r\n" * 100_000,
    "des rfc822 emboîtés": b"Content-Type: message/rfc822\r\n\r\n" * 2_000 + b"x",
    "un en-tête sans fin": b"References: " + b"<a@b>\r\n " * 300_000,
    "base64 cassé": b"Content-Transfer-Encoding: base64\r\n\r\n" + b"====a" * 500_000,
    "dates cassées": b"Date: " + b"Mon, " * 10_000 + b"\r\nFrom: =?utf-8?B?////?=\r\n\r\nx",
}


CALLS_MAX = 6_000_000
"""Work is counted in calls, which a busy machine doesn't change; seconds are measured elsewhere."""


@pytest.mark.parametrize("story", HOSTILE)
def test_three_megabytes_of_anything_take_bounded_work(story: str) -> None:
    profile = cProfile.Profile()
    found = profile.runcall(parse, HOSTILE[story])
    assert len(found.text) <= 600_000
    assert sum(row.callcount for row in profile.getstats()) < CALLS_MAX


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=2_000))
def test_any_bytes_give_an_incoming(raw: bytes) -> None:
    assert isinstance(parse(raw), Incoming)


HEADS = st.sampled_from(
    [b"From", b"To", b"Date", b"Subject", b"Content-Type", b"Content-Transfer-Encoding",
     b"References", b"Content-Disposition", b"MIME-Version", b"Message-ID"]
)  # fmt: skip
VALUES = st.one_of(
    st.binary(max_size=60),
    st.sampled_from(
        [b"multipart/mixed; boundary=b",
         b"multipart/report; report-type=delivery-status; boundary=b",
         b"message/rfc822", b"message/delivery-status", b"text/html; charset=utf-8",
         b"text/plain; charset=utf-7; format=flowed", b"text/calendar; method=REPLY",
         b"message/disposition-notification", b"base64", b"quoted-printable", b"x-uuencode",
         b"=?utf-8?B?w6k?= <a@b", b"attachment; filename*=utf-8''%E9%", b"message/external-body"]
    ),
)  # fmt: skip
BODIES = st.lists(
    st.one_of(
        st.binary(max_size=80),
        st.sampled_from([b"--b", b"--b--", b"", b"Content-Type: text/html", b"<p hidden>x", b"> x",
                         b"Content-Type: message/rfc822", b"begin 644 x", b"Action: failed"]),
    ),
    max_size=20,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(HEADS, VALUES), max_size=8), BODIES)
def test_any_structure_gives_an_incoming(
    head: list[tuple[bytes, bytes]], body: list[bytes]
) -> None:
    raw = b"\r\n".join([*(b"%s: %s" % pair for pair in head), b"", *body])
    assert isinstance(parse(raw), Incoming)


@pytest.mark.parametrize(
    "charset, octets",
    [
        ("x-mac-roman", "Réglée".encode("mac-roman")),
        ("cp-850", "Réglée".encode("cp850")),
        ("IBM 850", "Réglée".encode("cp850")),
        ("utf-8", "Réglé".encode() + b"e"),
    ],
)
def test_charsets_by_names_that_no_registry_knows(charset: str, octets: bytes) -> None:
    assert mail(octets, kind=f'text/plain; charset="{charset}"').text == "Réglée"


def test_words_in_one_charset_and_a_footer_in_another() -> None:
    octets = "Réglée à l'échéance, 120 €\n\n".encode() + "Envoyé".encode("cp1252")
    assert mail(octets).text == "Réglée à l'échéance, 120 €\n\nEnvoyé"


@pytest.mark.parametrize("encoding", ["Quoted-Printable ", "quoted-printable; x=y"])
def test_a_transfer_encoding_that_is_badly_written(encoding: str) -> None:
    assert mail(b"pay=C3=A9", f"Content-Transfer-Encoding: {encoding}").text == "payé"


@pytest.mark.parametrize(
    "header",
    ["Claire Perrin c@x.example", "=?utf-8?Q?Claire_Perrin_=3Cc=40x.example=3E?=",
     "Claire Perrin <c@x.example.>", "Claire Perrin <mailto:c@x.example>"],
)  # fmt: skip
def test_a_sender_that_is_badly_written(header: str) -> None:
    sender = mail(b"x", f"From: {header}").sender
    assert (sender.name, sender.address) == ("Claire Perrin", "c@x.example")


def test_a_page_that_the_parser_gives_up_on_is_read_in_one_walk() -> None:
    """Each comment or style that never closes was looked for to the end of the page."""
    source = "<div>" * 300 + "<!-- <style>" * 15_000 + "Je conteste la facture " + "x" * 200_000
    profile = cProfile.Profile()
    found = profile.runcall(mail, source.encode(), kind="text/html; charset=utf-8")
    assert "Je conteste la facture" in found.text
    searched = sum(entry.callcount for entry in profile.getstats() if "search" in str(entry.code))
    assert searched < 20_000


def test_a_part_in_a_charset_that_the_library_trips_over_hides_no_other() -> None:
    """Asking such a leaf what it holds raised, and the parts behind it were never read."""
    found = multipart(
        "Content-Type: multipart/mixed; charset=idna\r\n\r\n\xe9t\xe9",
        "Content-Type: text/plain; charset=utf-8\r\n\r\nNous contestons la facture.",
    )
    assert "Nous contestons la facture." in found.text
    assert found.oddities == ()
