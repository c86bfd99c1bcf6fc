"""Papers as they come out of the press, read back: words, figures, bytes; the folder; the code."""

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from relance_mailer.adapters.documents import DocumentFolder
from relance_mailer.adapters.papers import PrintedPapers
from relance_mailer.adapters.transfer_code import payload, png, svg
from relance_mailer.adapters.typesetting import Typesetter
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import Contact, CreditorId
from relance_mailer.law.statement import Stated
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.levels import Form
from relance_mailer.outward.transfer import transfer, transfer_of
from relance_mailer.ports import Permanent
from relance_mailer.words import Role, Segment
from values.letters import SHIPPED, invoices_of, level_letter

PRESS = Typesetter((SHIPPED,))
PAPERS = PrintedPapers({}, PRESS)
REMINDERS = (date(2026, 10, 5), date(2026, 10, 13), date(2026, 10, 21))
MM = 72 / 25.4  # points


def seated(letter: Letter) -> Letter:
    sender = replace(letter.sender, seat="4 quai des Indes, 56100 Lorient")
    head = Contact(
        email="head@lemoal.example", name="Nadège Le Moal", role=Role.LEGAL_REPRESENTATIVE
    )
    return replace(letter, sender=sender, to=(head,), statement="releve-de-compte.pdf")


def history(count: int, segment: Segment) -> tuple[Stated, ...]:
    return tuple(Stated(invoice=one) for one in invoices_of(count, segment))


def words_of(pdf: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").replace("’", "'").split())


def notice(segment: Segment = Segment.SME, count: int = 1, form: Form | None = None) -> bytes:
    letter = seated(level_letter("formal_notice", segment, count))
    return PAPERS.notice(letter, history(count, segment), REMINDERS, form or Form.REGISTERED_LETTER)


def statement(segment: Segment = Segment.SME, count: int = 1, language: str = "fr") -> bytes:
    letter = replace(seated(level_letter("reminder_3", segment, count)), language=language)
    return PAPERS.statement(letter, history(count, segment)).content


def test_une_mise_en_demeure_a_tout_ce_que_le_droit_et_l_usage_demandent() -> None:
    said = words_of(notice())
    for words in (
        "Lettre recommandée avec avis de réception",
        "Transports Le Moal Frères",
        "À l'attention de Nadège Le Moal",
        "Lorient, le 29 octobre 2026",
        "Objet : mise en demeure de payer",
        "SIREN du débiteur : 732 829 320",
        "Nos relances du 5 octobre 2026, du 13 octobre 2026 et du 21 octobre 2026",
        "je vous mets en demeure de payer la somme de 1 928,41 €, au plus tard le mardi 10",
        "en application de l'article 1344 du code civil",
        "articles L441-10 et D441-5 du code de commerce) ; leur calcul figure en annexe",
        "le jeudi 12 novembre 2026, j'engage la procédure d'injonction de payer",
        "devant le tribunal de commerce dans le ressort duquel se trouve votre siège",
        "FR76 3000 1007 9412 3456 7890 185",
        "Solène Kervarec Directrice générale, pour Brézance Matériel",
        "SAS au capital de 120 000 €",
        "RCS Lorient",
        "12,40 % (2e semestre 2026)",
        "article D441-5 du code de commerce",
        "Ces sommes ne sont pas soumises à la TVA.",
    ):
        assert words in said


@pytest.mark.parametrize("segment", list(Segment))
@pytest.mark.parametrize("count", [1, 7])
def test_les_chiffres_du_papier_sont_ceux_de_la_lettre(segment: Segment, count: int) -> None:
    letter = level_letter("formal_notice", segment, count)
    for said in (words_of(notice(segment, count)),):
        demanded = f"{letter.demanded:,.2f}".replace(",", " ").replace(".", ",")
        assert f"la somme de {demanded} €" in said
        for line in letter.lines:
            assert line.number in said
            for amount in (line.left, line.interest, line.fee):
                if amount:
                    assert f"{amount:,.2f} €".replace(",", " ").replace(".", ",") in said


@pytest.mark.parametrize("segment", [Segment.CONSUMER, Segment.ASSOCIATION])
def test_ni_pénalité_ni_indemnité_envers_qui_n_en_doit_pas(segment: Segment) -> None:
    for pdf in (notice(segment), statement(segment)):
        said = words_of(pdf).lower()
        assert not [word for word in ("pénalité", "indemnité", "40,00", "l441-10") if word in said]


def test_une_personne_publique_lit_ses_articles() -> None:
    said = words_of(notice(Segment.PUBLIC, 2))
    assert "R2192-31 à R2192-33 et D2192-35 du code de la commande publique" in said
    assert "référé-provision (article R541-1 du code de justice administrative)" in said
    assert "injonction" not in said


def test_le_recommandé_électronique_ne_se_dit_pas_papier() -> None:
    said = words_of(notice(form=Form.REGISTERED_EMAIL))
    assert "Lettre recommandée électronique" in said
    assert "avis de réception" not in said


def test_l_adresse_tient_dans_la_fenêtre_d_une_enveloppe_dl() -> None:
    """The window is 100 × 35 mm, 20 mm from the right and the bottom of 220 × 110 mm.

    A page folded in three (99 mm) slides in it by 11 mm: what is always seen lies 55 to 79 mm from
    the top of the page and 100 mm or more from its left edge.
    """
    page = PdfReader(io.BytesIO(notice())).pages[0]
    height = float(page.mediabox.height)
    places: dict[str, tuple[float, float]] = {}

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            x, y = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
            places.setdefault(text.strip(), (x / MM, (height - y) / MM))

    page.extract_text(visitor_text=visit)
    address = [place for text, place in places.items() if "Le Moal" in text or "Brest" in text]
    assert address
    assert all(x >= 100 and 55 <= y <= 79 for x, y in address), address
    others = [
        (text, place)
        for text, place in places.items()
        if place not in address and place[0] > 100 and 44 < place[1] < 90 and "Port" not in text
    ]
    assert others == []


def test_la_mise_en_demeure_d_une_facture_tient_sur_une_page_et_son_annexe() -> None:
    assert len(PdfReader(io.BytesIO(notice())).pages) == 2


def test_le_relevé_montre_factures_règlements_et_calcul() -> None:
    said = words_of(statement(count=7))
    for words in (
        "Relevé de compte au 21 octobre 2026",
        "FA2026-0872 Règlement, jour non connu −334,20 €",
        "04/08/2026 – 21/10/2026 79 1 834,20 € 12,40 % 49,2269 49,23 € 40,00 €",
        "Total restant dû 16 936,20 €",
        "Pour payer",
    ):
        assert words in said


def test_le_relevé_se_lit_en_anglais() -> None:
    said = words_of(statement(language="en"))
    assert "Statement of account on 21 October 2026" in said
    assert "Late-payment interest" in said


def test_nothing_of_an_english_statement_is_told_in_french() -> None:
    [known] = history(1, Segment.SME)
    told = replace(
        known,
        invoice=replace(known.invoice, paid=Decimal("150.00")),
        contested_part=Decimal("320.00"),
        payments=(
            e.PaymentRecorded(
                because="virement",
                number=known.invoice.number,
                amount=Decimal("100.00"),
                paid_on=date(2026, 10, 3),
                reference="VIR 12",
                day_is_known=True,
            ),
        ),
    )
    letter = replace(seated(level_letter("reminder_3", Segment.SME, 1)), language="en")
    said = words_of(PAPERS.statement(letter, (told,)).content)
    for words in (
        "Payment of 3 Oct 2026 (VIR 12)",
        "Payment, day not known",
        "Contested part, not included in the amount due",
        "79 €1,834.20 12.40% 49.2269 €49.23",
        "Yearly rate applied: 12.40% (second half of 2026) (ECB refinancing rate plus 10",
    ):
        assert words in said
    assert not {"règlement", "semestre", "taux"} & set(said.lower().split())


def test_les_mêmes_faits_donnent_les_mêmes_octets() -> None:
    assert notice() == notice()
    again = PrintedPapers({}, Typesetter((SHIPPED,)))
    letter = seated(level_letter("reminder_3"))
    first = PAPERS.statement(letter, history(1, Segment.SME))
    assert again.statement(letter, history(1, Segment.SME)) == first


def test_rien_de_ce_qu_un_débiteur_écrit_n_est_du_typst() -> None:
    name = '#read("/etc/passwd") *gras* $x$ #panic() </script> \u202e'
    letter = seated(level_letter("formal_notice"))
    letter = replace(letter, debtor=replace(letter.debtor, name=name))
    said = words_of(PAPERS.notice(letter, (), (), Form.REGISTERED_LETTER))
    assert '#read("/etc/passwd") *gras* $x$ #panic() </script>' in said
    assert "root:" not in said


def own_press(tmp_path: Path, words: str) -> Typesetter:
    folder = tmp_path / "templates" / "papers"
    folder.mkdir(parents=True)
    (folder / "statement.typ").write_text(words, encoding="utf-8")
    return Typesetter((tmp_path / "templates", SHIPPED))


def test_le_modèle_de_l_opérateur_passe_devant(tmp_path: Path) -> None:
    press = own_press(tmp_path, "Relevé maison : #json(bytes(sys.inputs.data)).total")
    assert words_of(press.render("statement", {"total": "12 €"}, dated=date(2026, 1, 2))) == (
        "Relevé maison : 12 €"
    )
    assert {"statement", "formal_notice"} <= press.templates()


def test_des_pages_et_des_pièces_entrent_dans_un_papier(tmp_path: Path) -> None:
    exhibit = notice()
    shown = '#image("files/piece-1.pdf", page: 2)'
    press = own_press(tmp_path, f'#import "_p.typ": *\n{shown}\n#pdf.attach("files/piece-1.pdf")')
    (tmp_path / "templates" / "papers" / "_p.typ").write_text("#let x = 1")
    made = press.render("statement", {}, dated=date(2026, 1, 2), files={"piece-1.pdf": exhibit})
    reader = PdfReader(io.BytesIO(made))
    assert "Annexe" in words_of(made)
    assert list(reader.attachments.values()) == [[exhibit]]
    again = press.render("statement", {}, dated=date(2026, 1, 2), files={"piece-1.pdf": exhibit})
    assert again == made
    with pytest.raises(AssertionError):
        press.render("statement", {}, dated=date(2026, 1, 2), files={"../x.pdf": exhibit})


@pytest.mark.parametrize(
    "words, why",
    [
        ("#unknown-name", "papers/statement.typ"),
        ('#import "@preview/x:1.0.0": y', "aucun paquet distant"),
        ('#read("../../secret.txt")', "papers/statement.typ"),
    ],
)
def test_un_modèle_faux_est_nommé(tmp_path: Path, words: str, why: str) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    press = own_press(tmp_path, words)
    with pytest.raises(Permanent, match=why):
        press.render("statement", {}, dated=date(2026, 1, 2))
    with pytest.raises(Permanent, match="aucun modèle papers/autre"):
        press.render("autre", {}, dated=date(2026, 1, 2))


def grey_rows(picture: bytes) -> tuple[int, int, bytes]:
    """Width, height and pixels of a PNG of two greys, by its specification (no library)."""
    data, greys, place = b"", b"", 8
    width = height = depth = 0
    while place < len(picture):
        (length,) = struct.unpack(">I", picture[place : place + 4])
        kind, body = picture[place + 4 : place + 8], picture[place + 8 : place + 8 + length]
        if kind == b"IHDR":
            width, height, depth = struct.unpack(">IIB", body[:9])
        data += body if kind == b"IDAT" else b""
        greys = body[::3] if kind == b"PLTE" else greys
        place += 12 + length
    assert (depth, set(greys)) == (1, {0, 255})
    raw, stride = zlib.decompress(data), (width + 7) // 8 + 1
    return width, height, bytes(greys[bit] for bit in _bits(raw, width, height, stride))


def _bits(raw: bytes, width: int, height: int, stride: int) -> Iterator[int]:
    above = bytes(stride - 1)
    for row in range(height):
        kind, line = raw[row * stride], raw[row * stride + 1 : (row + 1) * stride]
        assert kind in (0, 2), "un filtre PNG que ce lecteur ne connaît pas"
        if kind == 2:  # up
            line = bytes((one + over) % 256 for one, over in zip(line, above, strict=True))
        above = line
        yield from (line[x // 8] >> (7 - x % 8) & 1 for x in range(width))


def scanned(picture: bytes) -> str:
    width, height, pixels = grey_rows(picture)
    view = memoryview(pixels).cast("B", shape=[height, width])
    (found,) = zxingcpp.read_barcodes(view, formats=zxingcpp.BarcodeFormat.QRCode)
    # Of level M and with no mark of a character set, which would make it « ]Q2 » (ISO/IEC 15424).
    assert (found.ec_level, found.symbology_identifier) == ("M", "]Q1")
    return str(found.text)


def test_une_application_bancaire_relit_le_virement() -> None:
    asked = transfer_of(level_letter("reminder_3"))
    assert asked is not None
    lines = scanned(png(asked)).split("\n")
    assert lines[:7] == ["BCD", "002", "1", "SCT", "BDFEFRPPCCT", "Brézance Matériel", asked.iban]
    assert lines[7].startswith("EUR")
    assert Decimal(lines[7].removeprefix("EUR")) == asked.amount
    assert lines[8:] == ["", "", asked.remittance]
    without = scanned(png(replace(asked, bic="", amount=Decimal("1500.50")))).split("\n")
    assert (without[4], without[7]) == ("", "EUR1500.50")
    assert png(asked) == png(asked)
    assert "<svg" in svg(asked)


LETTERS = st.characters(min_codepoint=32, max_codepoint=0x17F, exclude_categories=["Cc", "Cs"])


@settings(max_examples=60, deadline=None)
@given(
    name=st.text(LETTERS, min_size=1, max_size=70),
    remittance=st.text(LETTERS, min_size=1, max_size=140),
    amount=st.decimals(min_value=Decimal("0.01"), max_value=Decimal("999999999.99"), places=2),
    bic=st.sampled_from(["", "BDFEFRPPCCT", "AGRIFRPP"]),
)
def test_tout_virement_qui_se_code_se_relit(
    name: str, remittance: str, amount: Decimal, bic: str
) -> None:
    asked = transfer(
        name=name,
        iban="FR76 3000 1007 9412 3456 7890 185",
        bic=bic,
        amount=amount,
        currency="EUR",
        remittance=remittance,
    )
    if asked is not None:
        assert scanned(png(asked)).encode("utf-8") == payload(asked)


def test_le_dossier_des_documents(tmp_path: Path) -> None:
    folder, away = tmp_path / "factures", tmp_path / "secret.pdf"
    folder.mkdir()
    away.write_bytes(b"%PDF secret")
    (folder / "FA-1.pdf").write_bytes(b"%PDF-1.7 facture")
    (folder / "FA-2.xml").write_bytes(b"<rsm:CrossIndustryInvoice/>")
    (folder / "FA-3.pdf").write_bytes(b"MZ not a pdf")
    (folder / "FA-4.docx").write_bytes(b"PK")
    (folder / "FA-5.pdf").write_bytes(b"%PDF" + b"x" * 200)
    (folder / "FA-6.pdf").write_bytes(b"")
    (folder / "FA-7.pdf").symlink_to(away)
    (folder / "FA-8.pdf").mkdir()
    documents = DocumentFolder(folder, bytes_max=100)
    assert set(documents.shelf().sizes) == {"FA-1.pdf", "FA-2.xml", "FA-3.pdf"}
    assert documents.read("FA-1.pdf").content == b"%PDF-1.7 facture"
    assert documents.read("FA-2.xml").media_type == "application/xml"
    for name, why in (
        ("../secret.pdf", "absente"),
        (str(away), "absente"),
        ("FA-7.pdf", "absente"),
        ("FA-5.pdf", "absente"),
        ("FA-9.pdf", "absente"),
        ("FA-3.pdf", "ni un PDF"),
    ):
        with pytest.raises(Permanent, match=why):
            documents.read(name)


def test_le_dossier_est_relu_quand_il_change(tmp_path: Path) -> None:
    documents = DocumentFolder(tmp_path / "factures", bytes_max=100)
    assert not documents.shelf().sizes
    (tmp_path / "factures").mkdir()
    (tmp_path / "factures" / "FA-1.pdf").write_bytes(b"%PDF")
    assert set(documents.shelf().sizes) == {"FA-1.pdf"}
    papers = PrintedPapers({CreditorId("a"): documents}, PRESS)
    assert set(papers.shelf(CreditorId("a")).sizes) == {"FA-1.pdf"}
    assert not papers.shelf(CreditorId("b")).sizes
    with pytest.raises(Permanent, match="aucun dossier"):
        papers.document(CreditorId("b"), "FA-1.pdf")


def test_ce_qui_est_à_poster_se_dépose_pour_ce_compte_seul(tmp_path: Path) -> None:
    us = CreditorId("a")
    papers = PrintedPapers({}, PRESS, {us: tmp_path / "a-poster"})
    path = Path(papers.keep_to_post(us, "../mise-en-demeure-BZ-1.pdf", b"%PDF"))
    assert path == tmp_path / "a-poster" / "mise-en-demeure-BZ-1.pdf"
    assert path.read_bytes() == b"%PDF"
    assert path.stat().st_mode & 0o077 == 0
    assert papers.keep_to_post(us, "mise-en-demeure-BZ-1.pdf", b"%PDF 2") == str(path)
    assert path.read_bytes() == b"%PDF 2"
    assert papers.laid_out(us) == ("mise-en-demeure-BZ-1.pdf",)
    papers.take_back(us, "../a-poster/mise-en-demeure-BZ-1.pdf")
    papers.take_back(us, "mise-en-demeure-BZ-1.pdf")
    assert papers.laid_out(us) == ()
    assert papers.laid_out(CreditorId("b")) == ()
    papers.take_back(CreditorId("b"), "x.pdf")
    assert papers.keep_to_post(CreditorId("b"), "x.pdf", b"%PDF") == ""
    (tmp_path / "fichier").write_bytes(b"")
    blocked = PrintedPapers({}, PRESS, {us: tmp_path / "fichier"})
    with pytest.raises(Permanent, match="écriture impossible"):
        blocked.keep_to_post(us, "x.pdf", b"%PDF")
