"""`check` finds a template that would fail, before any letter needs it."""

import shutil
from pathlib import Path

import pytest

from relance_mailer.adapters.letter_view import NAMES, view
from relance_mailer.adapters.render import MailRenderer
from relance_mailer.ports import Permanent
from values.letters import level_letter

SHIPPED = Path(__file__).resolve().parents[2] / "templates"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An operator's copy of one letter."""
    folder = tmp_path / "mail" / "fr"
    folder.mkdir(parents=True)
    for part in ("subject", "txt", "html"):
        name = f"reminder_1.{part}.j2"
        shutil.copy(SHIPPED / "mail" / "fr" / name, folder / name)
    return tmp_path


def test_the_shipped_templates_pass() -> None:
    assert MailRenderer((SHIPPED,)).check() > 40


def test_the_names_are_those_that_a_letter_has() -> None:
    assert set(view(level_letter("reminder_1"), [])) == NAMES


@pytest.mark.parametrize(
    "text, expected",
    [
        ("{{ deadlin }}", r"reminder_1\.subject\.j2.*deadlin.*« deadline »"),
        ("{% if several %}", r"reminder_1\.subject\.j2"),
        ("{{ total | monnaie }}", r"reminder_1\.subject\.j2.*monnaie"),
    ],
    ids=["nom mal écrit", "condition jamais close", "filtre inconnu"],
)
def test_a_typo_names_file_and_word(own: Path, text: str, expected: str) -> None:
    file = own / "mail" / "fr" / "reminder_1.subject.j2"
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
    with pytest.raises(Permanent, match=expected):
        MailRenderer((own, SHIPPED)).check()
