"""The house keeps its own rules: floors, types, style, sizes, what the project says of itself."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent


def run(*words: str) -> str:
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6_000:] + done.stderr[-3_000:]
    return done.stdout


def test_every_room_imports_only_what_lies_below_it() -> None:
    assert "0 broken" in run(str(BIN / "lint-imports"))


def test_the_package_is_typed_strictly() -> None:
    assert "no issues found" in run(str(BIN / "mypy"))


@pytest.mark.parametrize(
    "check", [["check", "."], ["format", "--check", "."]], ids=["règles", "forme"]
)
def test_the_style_is_one(check: list[str]) -> None:
    run(str(BIN / "ruff"), *check)


def test_declared_dependencies_are_those_imported() -> None:
    run(str(BIN / "deptry"), "relance_mailer")


def tracked(*patterns: str) -> list[Path]:
    names = run("git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns).split(
        "\n"
    )
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def test_the_pins_have_hashes_and_name_no_host() -> None:
    files = {"requirements.txt": 20, "requirements-build.txt": 3, "requirements-dev.txt": 20}
    for name, least in files.items():
        text = (ROOT / name).read_text()
        assert "://" not in text, name
        pins = re.findall(r"^[a-z0-9_.\[\]-]+==\S+", text, re.MULTILINE)
        assert len(pins) > least, name
        blocks = re.split(r"^(?=[a-z0-9_.\[\]-]+==)", text, flags=re.MULTILINE)[1:]
        assert all("--hash=sha256:" in block for block in blocks), name


def test_only_one_place_in_the_tests_may_skip() -> None:
    skipping = [
        path.relative_to(ROOT).as_posix()
        for path in tracked("tests/*.py", "tests/**/*.py")
        if re.search(r"pytest\.(mark\.)?(skip|xfail)", path.read_text()) and path != Path(__file__)
    ]
    assert set(skipping) <= {"tests/servers/require.py"}, skipping


def test_no_test_sleeps() -> None:
    sleeping = [
        path.relative_to(ROOT).as_posix()
        for path in tracked("tests/*.py", "tests/**/*.py")
        if re.search(r"\b(time|asyncio)\.sleep\(", path.read_text()) and path != Path(__file__)
    ]
    assert sleeping == []


def test_rooms_stay_small() -> None:
    """A budget, not a measure: long tables of cases and the closed union of events are named."""
    allowed = {
        "relance_mailer/dossier/events.py",
        "relance_mailer/ports.py",
        "relance_mailer/demo/cast.py",
    }
    swollen = {
        path.relative_to(ROOT).as_posix(): lines
        for path in tracked("relance_mailer/*.py", "relance_mailer/**/*.py")
        if (lines := len(path.read_text().splitlines())) > 520
    }
    assert set(swollen) <= allowed, swollen
