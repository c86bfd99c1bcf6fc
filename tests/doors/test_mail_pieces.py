"""What is joined to a mail, by one rule for the desk and for the legal file."""

from email.message import EmailMessage

import pytest

from relance_mailer.adapters.mail_text import readable
from relance_mailer.adapters.parts import Piece, pieces_of

PDF = b"%PDF-1.7 facture"
PNG = b"\x89PNG logo"


def mail(*parts: str, kind: str = "mixed") -> bytes:
    """A mail whose parts are written as they come over the wire."""
    edge = "bord"
    head = f'From: a@b.example\r\nContent-Type: multipart/{kind}; boundary="{edge}"\r\n\r\n'
    body = "".join(f"--{edge}\r\n{part}\r\n" for part in parts)
    return (head + body + f"--{edge}--\r\n").encode()


TEXT = "Content-Type: text/plain; charset=utf-8\r\n\r\nBonjour, voici la preuve."


def part(content_type: str, disposition: str, content: str, more: str = "") -> str:
    shown = f"Content-Disposition: {disposition}\r\n" if disposition else ""
    return f"Content-Type: {content_type}\r\n{shown}{more}\r\n{content}"


INLINE_PDF = part('application/pdf; name="preuve.pdf"', "inline; filename=preuve.pdf", "%PDF-1.7")
LOGO = part("image/png", "inline; filename=logo.png", "PNG", "Content-ID: <logo>\r\n")
RELATED_LOGO = part("image/png", "", "PNG", "Content-ID: <logo>\r\n")
PHOTO = part("image/jpeg", "attachment; filename=degats.jpg", "JPG")
TEXT_FILE = part("text/plain", "attachment; filename=releve.txt", "01/10 virement")
OUTLOOK = part(
    "application/pdf", 'attachment; filename="=?utf-8?q?re=C3=A7u_n=C2=B0_1.pdf?="', "%PDF"
)
EMPTY = part("application/pdf", "attachment; filename=vide.pdf", "")
ATTACHED_MAIL = "Content-Type: message/rfc822\r\n\r\nSubject: virement\r\n\r\nordre du 1er"


# part, the names that the desk shows, the names that the legal file takes
PARTS = {
    "un PDF dans le texte (Apple Mail)": (INLINE_PDF, ["preuve.pdf"], ["preuve.pdf"]),
    "un logo": (LOGO, ["logo.png"], []),
    "un logo sans nom": (RELATED_LOGO, ["piece-1"], []),
    "une photo jointe": (PHOTO, ["degats.jpg"], ["degats.jpg"]),
    "un texte joint": (TEXT_FILE, ["releve.txt"], ["releve.txt"]),
    "un nom codé": (OUTLOOK, ["reçu n° 1.pdf"], ["reçu n° 1.pdf"]),
    "rien dedans": (EMPTY, ["vide.pdf"], []),
    "un message joint": (ATTACHED_MAIL, ["message-1.eml"], ["message-1.eml"]),
}


@pytest.mark.parametrize(("joined", "shown", "exhibits"), PARTS.values(), ids=PARTS.keys())
def test_what_is_a_piece_and_what_only_decorates(
    joined: str, shown: list[str], exhibits: list[str]
) -> None:
    raw = mail(TEXT, joined)
    assert [one.name for one in pieces_of(raw)] == shown
    assert [one.name for one in readable(raw).files] == exhibits
    assert "voici la preuve" in readable(raw).text


def test_an_attached_message_is_one_exhibit_and_its_own_files_stay_in_it() -> None:
    inner = EmailMessage()
    inner["Subject"] = "ordre de virement"
    inner.set_content("ci-joint")
    inner.add_attachment(PDF, maintype="application", subtype="pdf", filename="ordre.pdf")
    outer = EmailMessage()
    outer.set_content("pour preuve")
    outer.add_attachment(inner)
    [one] = readable(outer.as_bytes()).files
    assert one.name.endswith(".eml")
    [inside] = pieces_of(one.content)
    assert inside == Piece(name="ordre.pdf", content_type="application/pdf", data=PDF)


def test_a_report_of_the_post_brings_no_exhibit_but_itself() -> None:
    status = "Content-Type: message/delivery-status\r\n\r\nAction: failed"
    raw = mail(TEXT, status, ATTACHED_MAIL, kind="report")
    assert readable(raw).files == ()


def test_what_is_no_mail_has_no_pieces() -> None:
    assert pieces_of(b"\xff\x00\xfe") == ()
    assert readable(b"\xff\x00\xfe").files == ()
