"""The table of rules stays true: every rule has its row, every test that it names exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))


def test_every_rule_of_the_method_has_a_row_with_a_test() -> None:
    rows = dict(re.findall(r"^\| ([RS]\d+) \|.*\| (.+) \|$", PAGE, re.MULTILINE))
    assert list(rows) == [f"R{number}" for number in range(1, 36)] + ["S4"]
    assert all("`tests/" in shown for shown in rows.values())


@pytest.mark.parametrize("file", sorted({file for file, _ in NAMED}))
def test_every_test_that_the_page_names_exists(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    names = [name for where, name in NAMED if where == file]
    assert [name for name in names if not re.search(rf"^(async )?def {name}\(", text, re.M)] == []
