"""The renderer: bytes that every mail program reads, the same each time, and faults explained."""

import email
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relance_mailer.adapters import mime
from relance_mailer.adapters.letter_view import in_full, money
from relance_mailer.adapters.render import MailRenderer
from relance_mailer.dossier.values import Answer, Contact, MessageId
from relance_mailer.outward.compose import Letter
from relance_mailer.ports import Permanent
from values.letters import SHIPPED, answer_letter, level_letter

RENDERER = MailRenderer((SHIPPED,))


def message_of(letter: Letter, renderer: MailRenderer = RENDERER) -> EmailMessage:
    parsed = email.message_from_bytes(renderer.render(letter).mime, policy=default)
    assert isinstance(parsed, EmailMessage)
    assert not parsed.defects
    return parsed


def test_les_en_tetes_d_une_relance() -> None:
    letter = replace(
        level_letter("reminder_2"),
        cc=(Contact(email="chef@lemoal.example", name='Le Bris, "Yann"'),),
        in_reply_to=MessageId("un@brezance.example"),
        references=(MessageId("zero@brezance.example"), MessageId("un@brezance.example")),
    )
    message = message_of(letter)
    assert message["From"].addresses[0].display_name == "Hélène Sauvaget, Brézance Matériel"
    assert message["From"].addresses[0].addr_spec == "compta@brezance.example"
    assert message["To"].addresses[0].addr_spec == "compta@lemoal.example"
    assert message["Cc"].addresses[0].display_name == 'Le Bris, "Yann"'
    assert message["Reply-To"] == "compta@brezance.example"
    assert message["Date"].datetime.isoformat() == "2026-10-13T09:00:00+02:00"
    assert message["Message-ID"] == f"<{letter.message_id}>"
    assert message["In-Reply-To"] == "<un@brezance.example>"
    assert message["References"].split() == ["<zero@brezance.example>", "<un@brezance.example>"]
    assert message["X-Reminder-Level"] == "reminder_2"
    assert message["Auto-Submitted"] is None
    assert message["X-Auto-Response-Suppress"] is None
    assert message["Subject"].endswith(letter.mark)


def test_la_date_est_celle_que_donne_le_flux() -> None:
    letter = replace(
        level_letter("reminder_1"), dated_at=datetime(2026, 10, 5, 8, 45, 3, tzinfo=UTC)
    )
    assert message_of(letter)["Date"] == "Mon, 05 Oct 2026 10:45:03 +0200"


def test_une_reponse_se_dit_automatique_une_relance_si_on_le_veut() -> None:
    answer = message_of(answer_letter(Answer.DATE_REQUEST))
    assert answer["Auto-Submitted"] == "auto-replied"
    assert answer["X-Reminder-Level"] is None
    declared = message_of(replace(level_letter("reminder_1"), declare_automatic=True))
    assert declared["Auto-Submitted"] == "auto-generated"
    assert declared["X-Auto-Response-Suppress"] == "OOF, AutoReply"


def test_la_reference_se_lit_dans_l_objet_brut() -> None:
    # A bounce that shows our raw headers still names the dossier.
    letter = level_letter("reminder_1")
    head = RENDERER.render(letter).mime.split(b"\r\n\r\n")[0]
    assert letter.mark.encode() in head


def test_les_octets_sont_les_memes_chaque_fois() -> None:
    letter = level_letter("reminder_3", count=7)
    assert RENDERER.render(letter).mime == MailRenderer((SHIPPED,)).render(letter).mime


@pytest.mark.parametrize("template", ["reminder_1", "formal_notice"])
def test_les_lignes_finissent_par_crlf_et_restent_courtes(template: str) -> None:
    letter = level_letter(template, count=7)
    references = tuple(MessageId(f"{'x' * 40}{i}@brezance.example") for i in range(12))
    raw = RENDERER.render(replace(letter, references=references)).mime
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", raw)
    assert max(len(line) for line in raw.split(b"\r\n")) <= 78
    assert raw.isascii()


def test_texte_et_html_se_lisent_tels_qu_ils_furent_ecrits() -> None:
    letter = level_letter("reminder_1", count=7)
    rendered = RENDERER.render(letter)
    message = message_of(letter)
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert plain.get_content().splitlines() == rendered.text.splitlines()
    assert html.get_content().splitlines() == rendered.html.splitlines()
    assert message.get_content_type() == "multipart/alternative"


def test_les_styles_sont_dans_les_balises_et_rien_ne_se_charge() -> None:
    html = RENDERER.render(level_letter("reminder_1")).html
    assert '<td class="sum" style="' in html
    assert "@media" in html
    assert not re.search(r"<(img|link|script|iframe)|url\(|src=", html)


HOSTILE_NAMES = (
    "Le Moal\r\nBcc: autre@ailleurs.example",
    "Le Moal\nX-Mal: 1\n\ncorps",
    "\x00\x0b\x0c\u2028Le Moal",
    "=?utf-8?q?=0D=0ABcc:_x@y.example?=",
    'a" <x@y.example>, "b',
    "<script>alert(1)</script> {{ secret }}",
    "é" * 500,
)


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_un_nom_de_debiteur_ne_sort_pas_de_son_en_tete(name: str) -> None:
    letter = level_letter("formal_notice")
    hostile = replace(
        letter,
        debtor=replace(letter.debtor, name=name),
        to=(Contact(email="compta@lemoal.example", name=name),),
        greeting=name,
    )
    message = message_of(hostile)
    assert set(message.keys()) == set(message_of(letter).keys())
    assert [a.addr_spec for a in message["To"].addresses] == ["compta@lemoal.example"]
    rendered = RENDERER.render(hostile)
    assert "<script" not in rendered.html
    # No name begins a paragraph of its own.
    assert rendered.text.count("\n") == RENDERER.render(letter).text.count("\n")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_aucun_nom_n_ajoute_d_en_tete(name: str) -> None:
    value = mime.mailbox(name, "compta@lemoal.example")
    head = f"To: {value}\r\nSubject: {mime.unstructured(name)}\r\nX-Fin: oui\r\n\r\n"
    message = email.message_from_bytes(head.encode("ascii"), policy=default)
    assert message.keys() == ["To", "Subject", "X-Fin"]
    assert [a.addr_spec for a in message["To"].addresses] == ["compta@lemoal.example"]


@pytest.mark.parametrize(
    "address",
    [
        "compta@lemoal.example, autre@ailleurs.example",
        "compta@lemoal.example\r\nBcc: x@y.example",
        "compta",
        "@lemoal.example",
        "com pta@lemoal.example",
        "compta@lemoal.example>",
    ],
)
def test_une_adresse_qui_n_en_est_pas_une_est_refusee(address: str) -> None:
    letter = replace(level_letter("reminder_1"), to=(Contact(email=address),))
    with pytest.raises(Permanent, match="adresse illisible pour le dossier BZ-2003"):
        RENDERER.render(letter)


def test_un_nom_de_domaine_accentue_est_code() -> None:
    assert mime.mailbox("", "jo@hôtel.example") == "jo@xn--htel-vqa.example"


def test_les_documents_sont_joints(tmp_path: Path) -> None:
    (tmp_path / "F-1.pdf").write_bytes(b"%PDF-1.7 facture")
    (tmp_path / "Reçu été.pdf").write_bytes(b"%PDF-1.7 re\xe7u")
    renderer = MailRenderer((SHIPPED,), tmp_path)
    letter = replace(answer_letter(Answer.DUPLICATE), attachments=("F-1.pdf", "Reçu été.pdf"))
    message = message_of(letter, renderer)
    assert message.get_content_type() == "multipart/mixed"
    found = [(part.get_filename(), part.get_content()) for part in message.iter_attachments()]
    assert found == [
        ("F-1.pdf", b"%PDF-1.7 facture"),
        ("Reçu été.pdf", b"%PDF-1.7 re\xe7u"),
    ]
    assert "F-1.pdf" in renderer.render(letter).text


def test_les_documents_presents_sont_connus_de_nouveau_quand_le_dossier_change(
    tmp_path: Path,
) -> None:
    renderer = MailRenderer((SHIPPED,), tmp_path)
    assert renderer.documents() == frozenset()
    (tmp_path / "F-1.pdf").write_bytes(b"%PDF")
    (tmp_path / "sous-dossier").mkdir()
    assert renderer.documents() == {"F-1.pdf"}
    assert MailRenderer((SHIPPED,)).documents() == frozenset()


@pytest.mark.parametrize(
    "name, why",
    [
        ("../secret.pdf", "hors du dossier"),
        ("/etc/hostname", "hors du dossier"),
        ("n.pdf", "illisible"),
    ],
)
def test_une_piece_introuvable_ou_hors_du_dossier(tmp_path: Path, name: str, why: str) -> None:
    renderer = MailRenderer((SHIPPED,), tmp_path)
    letter = replace(answer_letter(Answer.DUPLICATE), attachments=(name,))
    with pytest.raises(Permanent, match=why):
        renderer.render(letter)


def own_folder(tmp_path: Path, name: str, words: str) -> MailRenderer:
    folder = tmp_path / "templates" / "mail" / "fr"
    folder.mkdir(parents=True)
    (folder / name).write_text(words, encoding="utf-8")
    return MailRenderer((tmp_path / "templates", SHIPPED))


def test_le_dossier_de_l_exploitant_passe_avant(tmp_path: Path) -> None:
    renderer = own_folder(tmp_path, "_greeting.j2", "Cher client,\n")
    rendered = renderer.render(level_letter("reminder_1"))
    assert "\n\nCher client,\n" in rendered.text
    assert "<p>Cher client,</p>" in re.sub(r' style="[^"]*"', "", rendered.html)


@pytest.mark.parametrize(
    "words, expected",
    [
        ("Bonjour,\n{{ dedline }}\n", "ligne 2 : l'emplacement « dedline » n'existe pas ; vouliez"),
        ("{{ first.numbr }}", "l'emplacement « numbr » n'existe pas"),
        ("Bonjour\n\n{% if total %}", "ligne 3 : syntaxe"),
        ("{{ total", "ligne 1 : syntaxe"),
        ("{{ posted_on }}", "« posted_on » est vide pour cette lettre"),
        ("{{ total.__class__ }}", "opération interdite"),
        ("{{ total.__class__.__mro__ }}", "opération interdite"),
        ("{{ total * 2 }}", "un modèle imprime, il ne calcule pas"),
        ("{{ total|upper }}", "upper"),
        ("{% include '_absente.j2' %}", "la partie « _absente.j2 » n'existe pas"),
        ("{{ range(9) }}", "l'emplacement « range » n'existe pas"),
    ],
)
def test_une_faute_de_modele_nomme_fichier_ligne_et_attendu(
    tmp_path: Path, words: str, expected: str
) -> None:
    renderer = own_folder(tmp_path, "_greeting.j2", words)
    with pytest.raises(Permanent) as caught:
        renderer.render(level_letter("reminder_1"))
    assert "modèle mail/fr/_greeting.j2" in str(caught.value)
    assert expected in str(caught.value)


def test_un_modele_qui_manque_est_nomme() -> None:
    with pytest.raises(Permanent, match="aucun modèle « reminder_1 » en langue « de »"):
        RENDERER.render(replace(level_letter("reminder_1"), language="de"))


def test_un_modele_incomplet_n_est_pas_propose(tmp_path: Path) -> None:
    renderer = own_folder(tmp_path, "mine.txt.j2", "Bonjour,\n")
    assert ("fr", "mine") not in renderer.templates()
    assert ("fr", "reminder_1") in renderer.templates()


def test_ce_que_chaque_emplacement_a_imprime() -> None:
    printed = RENDERER.render(level_letter("reminder_1")).printed
    assert [value for name, value in printed if name == "txt.deadline"] == ["lundi 12 octobre 2026"]
    assert [value for name, value in printed if name == "html.deadline"] == [
        "lundi 12 octobre 2026"
    ]
    assert ("txt.demanded", "1\u202f834,20\u00a0€") in printed
    assert any(name == "subject.line.due_on|short" for name, _ in printed)


@pytest.mark.parametrize(
    "day, expected",
    [
        (date(2027, 3, 1), "lundi 1er mars 2027"),
        (date(2027, 3, 2), "mardi 2 mars 2027"),
        (date(2027, 3, 11), "jeudi 11 mars 2027"),
        (date(2026, 8, 1), "samedi 1er août 2026"),
    ],
)
def test_les_dates_s_ecrivent_en_toutes_lettres(day: date, expected: str) -> None:
    assert in_full(day) == expected


@pytest.mark.parametrize(
    "amount, expected",
    [
        ("1234567.50", "1\u202f234\u202f567,50\u00a0€"),
        ("40.00", "40,00\u00a0€"),
        ("0.05", "0,05\u00a0€"),
    ],
)
def test_les_montants_ont_des_espaces_insecables(amount: str, expected: str) -> None:
    assert money(Decimal(amount)) == expected


PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)


def test_le_code_du_virement_voyage_avec_la_lettre() -> None:
    letter = level_letter("reminder_1")
    message = message_of(letter, MailRenderer((SHIPPED,), qr=lambda _: PNG))
    page, picture = message.get_body(("html",)), None
    for part in message.walk():
        if part.get_content_type() == "image/png":
            picture = part
    assert page is not None
    assert picture is not None
    assert picture.get_content() == PNG
    cid = str(picture["Content-ID"]).strip("<>")
    assert f'src="cid:{cid}"' in page.get_content()
    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == [
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
    ]


def test_sans_code_rien_ne_change() -> None:
    letter = level_letter("reminder_1")
    none = MailRenderer((SHIPPED,), qr=lambda _: b"").render(letter)
    assert none.mime == RENDERER.render(letter).mime
    assert "cid:" not in none.html
