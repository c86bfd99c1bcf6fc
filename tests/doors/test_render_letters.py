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
from relance_mailer.adapters.letter_view import in_full, money, view
from relance_mailer.adapters.render import MailRenderer
from relance_mailer.adapters.transfer_code import png
from relance_mailer.dossier.values import Answer, Contact, MessageId
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.lint import faults
from relance_mailer.outward.transfer import picture_id, transfer_of
from relance_mailer.ports import Enclosed, Enclosure, Permanent
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


FILES = (
    Enclosure(name="F-1.pdf", content=b"%PDF-1.7 facture"),
    Enclosure(name="Reçu été.pdf", content=b"%PDF-1.7 re\xe7u"),
)


def test_les_documents_sont_joints() -> None:
    letter = replace(answer_letter(Answer.DUPLICATE), attachments=("F-1.pdf", "Reçu été.pdf"))
    rendered = RENDERER.render(letter, Enclosed(files=FILES))
    message = email.message_from_bytes(rendered.mime, policy=default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    assert message.get_content_type() == "multipart/mixed"
    found = [(part.get_filename(), part.get_content()) for part in message.iter_attachments()]
    assert found == [(one.name, one.content) for one in FILES]
    assert "F-1.pdf" in rendered.text


def test_le_releve_de_compte_est_nomme_dans_la_lettre() -> None:
    letter = replace(level_letter("reminder_3"), statement="releve-de-compte-2026-10-21.pdf")
    rendered = RENDERER.render(letter)
    said = " ".join(rendered.text.split())
    assert "En pièce jointe : releve-de-compte-2026-10-21.pdf." in said
    assert "releve-de-compte-2026-10-21.pdf" in rendered.html


def test_le_code_du_virement_accompagne_le_html_et_ne_charge_rien() -> None:
    letter = level_letter("reminder_1")
    code = png(transfer_of(letter) or pytest.fail("un virement était attendu"))
    rendered = RENDERER.render(letter, Enclosed(files=FILES, transfer_code=code))
    message = email.message_from_bytes(rendered.mime, policy=default)
    assert isinstance(message, EmailMessage)
    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
        "application/pdf",
        "application/pdf",
    ]
    assert not any(part.defects for part in message.walk())
    (picture,) = [part for part in message.walk() if part.get_content_type() == "image/png"]
    assert picture["Content-ID"] == f"<{picture_id(letter)}>"
    assert picture.get_content() == code
    assert rendered.html.count("<img") == 1
    assert not [
        fault
        for fault in faults(
            letter, rendered.text, rendered.html, rendered.subject, rendered.printed
        )
        if fault.id in {"L1", "L3", "L6"}
    ]


def test_une_autre_image_reste_refusee() -> None:
    letter = level_letter("reminder_1")
    rendered = RENDERER.render(letter, Enclosed(transfer_code=b"x"))
    for source in ("https://pixel.example/a.png", "cid:autre@relance"):
        html = rendered.html.replace(f"cid:{picture_id(letter)}", source)
        found = faults(letter, rendered.text, html, rendered.subject, rendered.printed)
        assert [fault.because for fault in found if fault.id == "L6"] == [
            "la partie HTML charge ou exécute quelque chose"
        ]


def test_sans_code_aucune_image() -> None:
    assert "<img" not in RENDERER.render(level_letter("reminder_1")).html


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


def test_un_modele_change_se_lit_au_prochain_demarrage(tmp_path: Path) -> None:
    """What a process compiled serves as long as the file says the same; HTML is escaped apart."""
    letter = level_letter("reminder_1")
    before = own_folder(tmp_path, "_greeting.j2", "Cher client & ami,\n")
    for renderer in (before, MailRenderer((tmp_path / "templates", SHIPPED))):
        assert "\n\nCher client & ami,\n" in renderer.render(letter).text
    file = tmp_path / "templates" / "mail" / "fr" / "_greeting.j2"
    file.write_text("{{ debtor }} & Cie,\n", encoding="utf-8")
    named = replace(letter, debtor=replace(letter.debtor, name="A < B"))
    changed = MailRenderer((tmp_path / "templates", SHIPPED)).render(named)
    assert "\n\nA < B & Cie,\n" in changed.text
    assert "A &lt; B &amp; Cie," in changed.html
    assert "\n\nCher client & ami,\n" in before.render(letter).text


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


def test_l_encadre_du_virement_a_la_place_de_son_code() -> None:
    environment = RENDERER._sheets_of("fr").html
    letter = level_letter("reminder_1")
    shown = environment.get_template("_payment.html.j2").render(
        view(letter, [], transfer_code="cid:virement@relance")
    )
    assert '<img src="cid:virement@relance" alt="' in shown
    none = environment.get_template("_payment.html.j2").render(view(letter, []))
    assert "<img" not in none
