"""The page on architecture stays complete: every file of the package is on it."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_file_stands_on_the_page() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    package = ROOT / "relance_mailer"
    files = [path.relative_to(package).as_posix() for path in package.rglob("*.py")]
    named = [name for name in files if not name.endswith("__init__.py")]
    assert [name for name in named if f"`{name}`" not in page] == []
