"""The front door tells the truth: its table of phases is the code's, its links lead on."""

import re
from pathlib import Path

from relance_mailer.dossier.phases import Move, Phase, after, permits

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_of_phases_is_the_one_in_the_code() -> None:
    block = README.split("<!-- phases -->")[1].split("<!-- /phases -->")[0].strip()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in block.splitlines()]
    head, body = rows[0], rows[2:]
    assert head[1:] == [move.value for move in Move]
    told = {
        (row[0].strip("`"), name): cell
        for row in body
        for name, cell in zip(head[1:], row[1:], strict=True)
    }
    real = {
        (phase.value, move.value): after(phase, move).value if permits(phase, move) else "–"
        for phase in Phase
        for move in Move
    }
    assert told == real


def links(page: Path) -> list[str]:
    found = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    return [target for target in found if "://" not in target]


def test_every_relative_link_of_the_documents_leads_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)} → {target}"
        for page in pages
        for target in links(page)
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_the_two_commands_are_shown() -> None:
    assert "make demo" in README
    assert "make test" in README
