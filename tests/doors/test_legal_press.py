"""Papers for a court as they come off the press: read back by other programs than ours."""

import zipfile
from datetime import date
from email.message import EmailMessage
from io import BytesIO
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from relance_mailer.adapters.legal_press import SetPress
from relance_mailer.adapters.mail_text import readable
from relance_mailer.adapters.typesetting import Typesetter
from relance_mailer.desk.blocks import (
    Block,
    Fields,
    Heading,
    Paragraph,
    Points,
    Sheet,
    Signature,
    Table,
    Turn,
    Verbatim,
)
from relance_mailer.ports import Book
from values.letters import SHIPPED

PRESS = SetPress(Typesetter((SHIPPED,)), (SHIPPED,))
EVIL = '#read("/etc/passwd") *gras* <b>x</b> & $1$ \\ @x "]"'
EVERY_BLOCK: tuple[Block, ...] = (
    Heading(text="Partie"),
    Paragraph(text="Un paragraphe."),
    Paragraph(text="Fort.", strong=True),
    Paragraph(text="Petit.", small=True),
    Fields(rows=(("Nom", EVIL),)),
    Table(
        head=("A", "B"),
        rows=(("un", "1,00"), ("somme", "1,00")),
        figures=(1,),
        totals=1,
        parts=(0,),
    ),
    Points(items=("premier", EVIL)),
    Turn(),
    Verbatim(text=f"> {EVIL}\n\n  retrait\x00\x0b fin"),
    Signature(place="Lorient", lines=("Pour Brézance", "Signature :")),
)  # fmt: skip
WORDS = ("Partie", "Un paragraphe.", "Petit.", "somme", "premier", "retrait", "Pour Brézance")


def book(*blocks: Block, cover: bool = False) -> Book:
    """A book of one sheet."""
    return Book(
        title="Requête",
        author="Brézance",
        reference="BZ-1",
        dated=date(2026, 11, 20),
        sheets=(Sheet(title="Requête d'essai", blocks=blocks or EVERY_BLOCK),),
        cover=Sheet(title="Couverture", blocks=()) if cover else None,
        mark="PROJET – à relire et signer",
        mentions=("Brézance – SARL",),
    )


def pdf_text(content: bytes) -> str:
    """The words of all pages."""
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def odt_text(content: bytes) -> str:
    """The words of the document, XML well formed."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read("content.xml"))
    return "\n".join(
        "".join(one.itertext()) for one in root.iter() if one.tag.endswith(("}p", "}h"))
    )


def test_every_block_is_printed_and_nothing_is_read_as_mark_up() -> None:
    told = pdf_text(PRESS.pdf(book()))
    for word in (*WORDS, "/etc/passwd", "*gras*", "<b>x</b>"):
        assert word in told, word
    assert "root:" not in told


def test_every_page_bears_the_mark() -> None:
    pages = PdfReader(BytesIO(PRESS.pdf(book()))).pages
    assert len(pages) == 2
    assert all("PROJET" in page.extract_text() for page in pages)


def test_a_cover_comes_first_with_the_list_of_sheets() -> None:
    pages = PdfReader(BytesIO(PRESS.pdf(book(cover=True)))).pages
    assert "Couverture" in pages[0].extract_text()
    assert "Sommaire" in pages[1].extract_text()
    assert "Requête d’essai" in pages[1].extract_text()


def test_the_text_for_a_word_processor_is_sound_open_document() -> None:
    """ODF 1.3 part 2 §3.3: the type first and stored; every part well formed and listed."""
    with zipfile.ZipFile(BytesIO(PRESS.odt(book()))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        manifest = archive.read("META-INF/manifest.xml").decode()
        for name in archive.namelist():
            if name.endswith(".xml"):
                ElementTree.fromstring(archive.read(name))
                assert name in manifest or name.startswith("META-INF")
        used = set()
        defined = set()
        for one in ElementTree.fromstring(archive.read("content.xml")).iter():
            for key, value in one.attrib.items():
                if key.endswith("}style-name"):
                    used.add(value)
                if one.tag.endswith("}style") or one.tag.endswith("}list-style"):
                    defined.add(one.attrib[next(k for k in one.attrib if k.endswith("}name"))])
        assert used <= defined


def test_the_text_says_what_the_pdf_says() -> None:
    told = odt_text(PRESS.odt(book()))
    for word in (*WORDS, "<b>x</b> & $1$"):
        assert word in told, word


def test_every_page_of_the_text_bears_the_mark_too() -> None:
    with zipfile.ZipFile(BytesIO(PRESS.odt(book()))) as archive:
        header = archive.read("styles.xml").decode().partition("<style:header>")[2]
    assert "PROJET – à relire et signer" in header.partition("</style:header>")[0]


def test_the_same_book_gives_the_same_bytes() -> None:
    assert PRESS.pdf(book()) == PRESS.pdf(book())
    assert PRESS.odt(book()) == PRESS.odt(book())


def test_the_note_and_the_script_go_with_every_file() -> None:
    assert [one.name for one in PRESS.companions()] == ["LISEZMOI.txt", "verifier.py"]


def mail(text: str = "Bonjour", *, html: str = "") -> EmailMessage:
    """A mail as a client writes it."""
    made = EmailMessage()
    made["From"] = "Anne Le Gall <compta@lemoal.example>"
    made["Subject"] = "Règlement de 1 500 €"
    if text:
        made.set_content(text)
        if html:
            made.add_alternative(html, subtype="html")
    else:
        made.set_content(html, subtype="html")
    return made


def test_a_mail_is_read_with_its_headers_and_what_came_with_it() -> None:
    made = mail("Bonjour,\n\n\n\nà 1\u00a0500\u202f€.\n")
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="avis.pdf")
    found = readable(made.as_bytes())
    assert dict(found.headers)["Objet"] == "Règlement de 1 500 €"
    assert found.text == "Bonjour,\n\nà 1\u00a0500\u202f€."
    assert [(one.name, one.content) for one in found.files] == [("avis.pdf", b"%PDF-")]


def test_a_mail_of_html_alone_shows_its_words_and_not_its_scripts() -> None:
    html = "<style>p{}</style><p>Payé le 3.</p><script>x()</script><div>Anne &amp; Co</div>"
    assert readable(mail("", html=html).as_bytes()).text.split("\n\n") == [
        "Payé le 3.",
        "Anne & Co",
    ]


@pytest.mark.parametrize("raw", [
    b"",
    b"\xff\xfe\x00 nothing of a mail",
    b"Content-Type: text/plain; charset=no-such\r\n\r\n\xe9t\xe9",
    b"Content-Type: multipart/mixed\r\n\r\nno boundary",
    b"Content-Transfer-Encoding: base64\r\n\r\n%%%",
    b"From: =?utf-8?b?////?= <\r\nDate: never\r\nMessage-ID: <\r\n\r\nbonjour",
    b"Subject: \xe2\x80\xae gnirts\r\n\r\nvu",
])  # fmt: skip
def test_a_damaged_mail_is_shown_as_far_as_it_goes(raw: bytes) -> None:
    found = readable(raw)
    assert "\u202e" not in str(found.headers)
    assert found.files == ()
