"""The package as people install it: the wheel in an environment that has nothing of the clone."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from servers.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "corpus" / "own"
SECONDS_MAX = 240


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """How a command ended, and all that it said."""

    code: int
    said: str
    complained: str

    def lines(self, beginning: str) -> list[str]:
        """The lines that begin so."""
        return [line for line in self.said.splitlines() if line.startswith(beginning)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Environment:
    """A virtual environment with the wheel in it; its commands run in a folder of their own."""

    wheel: Path
    bin: Path
    folder: Path

    def run(self, command: str, *words: str) -> Done:
        """Run one of its programs, knowing nothing of the clone."""
        foreign = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
        done = subprocess.run(
            [str(self.bin / command), *words],
            cwd=self.folder,
            env={name: value for name, value in os.environ.items() if name not in foreign},
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS_MAX,
        )
        return Done(code=done.returncode, said=done.stdout, complained=done.stderr[-4_000:])


def called(*words: str) -> None:
    done = subprocess.run(
        words, cwd=ROOT, capture_output=True, text=True, check=False, timeout=SECONDS_MAX
    )
    assert done.returncode == 0, done.stdout[-3_000:] + done.stderr[-3_000:]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """The wheel, built and installed without an index.

    The dependencies are those that the tests run with: a path file lends them. The clone's own
    editable install is not lent, since path files are read in an environment's own folder alone.
    """
    work = tmp_path_factory.mktemp("roue")
    called(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(work / "dist"))
    (wheel,) = (work / "dist").glob("*.whl")
    home = work / "env"
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check")
    # Before the path file: pip must not see the clone's install and think it in its way.
    called(*pip, "install", "--quiet", "--no-index", "--no-deps", str(wheel))
    (packages,) = (home / "lib").glob("python*/site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    (work / "ailleurs").mkdir()
    return Environment(wheel=wheel, bin=home / "bin", folder=work / "ailleurs")


def test_the_package_comes_from_the_wheel(installed: Environment) -> None:
    said = installed.run("python", "-c", "import relance_mailer; print(relance_mailer.__file__)")
    assert Path(said.said.strip()).is_relative_to(installed.bin.parent), said


def test_the_wheel_carries_templates_and_configuration_and_no_tests(installed: Environment) -> None:
    with zipfile.ZipFile(installed.wheel) as wheel:
        names = set(wheel.namelist())
        for room in ("templates", "config"):
            files = [file for file in (ROOT / room).rglob("*") if file.is_file()]
            assert files, room
            for file in files:
                inside = f"relance_mailer/_shipped/{file.relative_to(ROOT).as_posix()}"
                assert wheel.read(inside) == file.read_bytes(), inside
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"relance_mailer"}


def test_init_then_check_says_what_works_and_what_does_not(installed: Environment) -> None:
    begun = installed.run("relance", "init", "reglages")
    assert begun.code == 0, begun
    settings = installed.folder / "reglages" / "settings.toml"
    text = settings.read_text(encoding="utf-8")
    # Nobody listens there, whatever else runs on this machine.
    for port in ("587", "993"):
        text = text.replace(f"port = {port}", f"port = {free_port()}", 1)
    settings.write_text(text, encoding="utf-8")
    for name in ("smtp", "imap"):
        (settings.parent / "secrets" / f"{name}.password").write_text("secret\n")
    shutil.copy(CORPUS / "ledger.csv", settings.parent / "grand-livre" / "ledger.csv")

    checked = installed.run("relance", "-c", "reglages/settings.toml", "check")
    assert checked.code == 1, checked
    sound = checked.lines("✓")
    begins = (
        "réglages : ",
        "mode : ",
        "modèles : ",
        "base de données : ",
        "societe : grand livre",
        "societe : documents",
    )
    assert len(sound) == len(begins), sound
    assert all(line.startswith(f"✓ {b}") for line, b in zip(sound, begins, strict=True)), sound
    wrong = checked.lines("✗")
    assert len(wrong) == 2, wrong
    assert wrong[0].startswith("✗ societe : envoi SMTP : "), wrong
    assert wrong[1].startswith("✗ societe : boîte IMAP : "), wrong
    assert all("127.0.0.1" in line for line in wrong), wrong
    assert "Traceback" not in checked.said + checked.complained


def test_understand_reads_a_message(installed: Environment) -> None:
    done = installed.run("relance", "understand", str(CORPUS / "inbox" / "003.eml"))
    assert done.code == 0, done
    (row,) = map(json.loads, done.said.splitlines())
    assert (row["file"], row["kind"], row["intents"]) == ("003.eml", "human", ["promise"])
    assert (row["outcome"], row["promise_dates"]) == ("hold_until", ["2026-09-24"])


def test_the_demonstration_plays_ten_days(installed: Environment) -> None:
    done = installed.run("relance", "demo", "--days", "10", "--out", "demonstration")
    assert done.code == 0, done
    assert "✗" not in done.said, done.said
    assert "Traceback" not in done.said + done.complained
    played = installed.folder / "demonstration"
    assert list(played.glob("mails/*/*.eml"))
    verified = installed.run("relance", "-c", str(played / "settings.toml"), "verify", "--json")
    assert json.loads(verified.said)["broken"] == [], verified
