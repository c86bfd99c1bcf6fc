"""`relance templates`: what an operator sees of his own templates, sound, soft, and broken."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from relance_mailer.__main__ import app
from relance_mailer.adapters.render import MailRenderer
from relance_mailer.ports import Permanent
from values.letters import SHIPPED, level_letter

RUNNER = CliRunner()


def relance(*words: str) -> Result:
    return RUNNER.invoke(app, ["templates", *words])


def own(tmp_path: Path, name: str, text: str, language: str = "fr") -> str:
    """An operator's folder with one file of his own."""
    folder = tmp_path / "mail" / language
    folder.mkdir(parents=True)
    (folder / name).write_text(text, encoding="utf-8")
    return str(tmp_path)


def shipped(name: str, language: str = "fr") -> str:
    return (SHIPPED / "mail" / language / name).read_text("utf-8")


def test_the_shipped_templates_have_no_fault() -> None:
    done = relance("check")
    assert done.exit_code == 0
    assert re.fullmatch(r"\d{3} lettres essayées, 0 en faute\n", done.output)


def test_a_soft_word_of_ones_own_is_named_with_its_letter(tmp_path: Path) -> None:
    folder = own(tmp_path, "_closing.j2", "Réglez dès que possible.\n\nMalheureusement,\n")
    done = relance("check", "--templates", folder, "--language", "fr")
    assert done.exit_code == 1
    assert "✗ reminder_1, fr, sme, 1 facture\n" in done.output
    assert "    soft : « des que possible » affaiblit la demande\n" in done.output
    assert (
        "! pre_due, fr, large, 1 facture : « malheureusement » est une appréciation" in done.output
    )


def test_a_broken_file_is_named_with_its_line_and_the_rest_is_tried(tmp_path: Path) -> None:
    broken = shipped("_thanks.j2") + "\n{% if several %}\n"
    done = relance("check", "--templates", own(tmp_path, "_thanks.j2", broken), "--language", "fr")
    assert done.exit_code == 1
    assert re.search(
        r"✗ modèle mail/fr/_thanks\.j2, ligne \d+ : syntaxe : « {% if … %} » n'est pas fermé",
        done.output,
    )
    assert "✗ thanks, fr, sme, 1 facture" in done.output
    assert "✗ reminder_1" not in done.output
    assert ", 12 en faute, 1 fichier illisible" in done.output


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{{ deadlin }}",
            "_closing.j2, ligne 2 : « deadlin » n'est le nom d'aucune donnée ; peut-être",
        ),
        ("{{ total * 2 }}", "un modèle imprime, il ne calcule pas"),
        ("{{ ''.__class__ }}", "_closing.j2"),
        ("{{ past.words }}", "l'emplacement « past.words » est vide pour cette lettre"),
        ("{% fi %}", "syntaxe : la balise « fi » n'existe pas"),
        ("{{ total | euros }}", "syntaxe : le filtre « euros » n'existe pas"),
        ("{{ total euros }}", "syntaxe : un emplacement ou une condition est mal écrit"),
        ("{% include 'rien.j2' %}", "la partie « rien.j2 » n'existe pas"),
    ],
)
def test_each_kind_of_fault_says_where_and_what(tmp_path: Path, text: str, expected: str) -> None:
    folder = own(tmp_path, "_closing.j2", f"Cordialement,\n{{% if past %}}{text}{{% endif %}}\n")
    renderer = MailRenderer((Path(folder), SHIPPED))
    said = " ".join(renderer.broken())
    with pytest.raises(Permanent) as caught:
        renderer.printed(level_letter("reminder_2"))
    said += str(caught.value)
    assert expected in said
    assert "mail/fr/_closing.j2" in said


def test_json_gives_a_line_a_letter(tmp_path: Path) -> None:
    folder = own(tmp_path, "_closing.j2", "As soon as possible,\n", "en")
    done = relance("check", "--templates", folder, "--language", "en", "--json")
    rows = [json.loads(line) for line in done.output.splitlines()]
    assert done.exit_code == 1
    assert {row["language"] for row in rows} == {"en"}
    assert all(row["subject"] for row in rows)
    first = next(row for row in rows if row["letter"] == "reminder_2" and row["invoices"] == 7)
    assert first["faults"][0] == {
        "rule": "soft",
        "because": "« as soon as possible » affaiblit la demande",
    }


def test_the_gallery_is_written_and_loads_nothing(tmp_path: Path) -> None:
    done = relance("gallery", str(tmp_path / "g"), "--language", "en")
    assert done.exit_code == 0
    index = (tmp_path / "g" / "index.html").read_text("utf-8")
    links = re.findall(r'href="([^"]+)"', index)
    assert len(links) > 350
    for link in links:
        page = (tmp_path / "g" / link).read_text("utf-8")
        frames = re.findall(r'<iframe sandbox src="([^"]+)" width="(\d+)"', page)
        assert [width for _, width in frames] == ["680", "360"]
        letter = (tmp_path / "g" / frames[0][0]).read_text("utf-8")
        assert "Content-Security-Policy" in letter
        for text in (page, letter):
            assert not re.search(r"https?://|<script|url\(", text)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("check", "--language", "de"), "« fr » ou « en »"),
        (("check", "--templates", "/nulle/part"), "un dossier « mail » était attendu"),
    ],
)
def test_wrong_use_is_said(words: tuple[str, ...], expected: str) -> None:
    done = relance(*words)
    assert done.exit_code == 2
    assert expected in done.output


def test_the_operators_own_settings_timelines_and_templates_are_tried(tmp_path: Path) -> None:
    folder = tmp_path / "etc"
    assert RUNNER.invoke(app, ["init", str(folder)]).exit_code == 0
    for name in ("smtp", "imap"):
        (folder / "secrets" / f"{name}.password").write_text("secret")
    before = ["-c", str(folder / "settings.toml"), "templates", "check", "--language", "fr"]
    sound = RUNNER.invoke(app, before)
    assert sound.exit_code == 0
    assert "! societe : aucun médiateur de la consommation" in sound.output
    own_templates = folder / "templates" / "mail" / "fr"
    own_templates.mkdir(parents=True, exist_ok=True)
    (own_templates / "_closing.j2").write_text("Rapidement,\n", encoding="utf-8")
    spoiled = RUNNER.invoke(app, before)
    assert spoiled.exit_code == 1
    assert "soft : « rapidement » affaiblit la demande" in spoiled.output
