"""`backup` and `restore` as an operator meets them: names, rotation, refusals, what is told."""

import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from doors.test_commands import Relance


@pytest.fixture
def relance(tmp_path: Path) -> Relance:
    """An operator's folder with two dossiers."""
    folder = Relance(tmp_path / "etc")
    folder.said("once", "sync-ledger")
    return folder


def test_a_backup_gets_a_dated_name_and_the_last_ones_are_kept(relance: Relance) -> None:
    files = []
    for day in ("01", "02", "03"):
        now = f"2026-10-{day}T20:00"
        (row,) = relance.rows("backup", "--keep", "2", now=now)
        files.append(Path(row["file"]))
    assert [one.name for one in files] == [
        f"relance-sauvegarde-202610{day}-200000.zip" for day in ("01", "02", "03")
    ]
    assert [one.exists() for one in files] == [False, True, True]
    assert files[0].parent == relance.folder / "sauvegardes"
    assert row["removed"] == [str(files[0])]
    again = relance.run("backup", now="2026-10-03T20:00")
    assert (again.exit_code, "existe déjà" in again.stderr) == (1, True)
    said = relance.said("backup", "--out", str(relance.folder / "à part.zip"))
    assert "clé des références" in said
    told = relance.said("backup", "--verify", str(relance.folder / "à part.zip"))
    assert "✓ entière" in told


def test_no_secret_is_in_it(relance: Relance) -> None:
    """The settings are, without passwords; the key that signs is known by a mark."""
    text = relance.settings.read_text(encoding="utf-8")
    relance.settings.write_text(text.replace("password_file", 'password = "s3cr3t-é" # ', 1))
    relance.settings.chmod(0o600)
    (row,) = relance.rows("backup")
    key = (relance.folder / "secrets" / "token.key").read_text().strip()
    with zipfile.ZipFile(row["file"]) as packed:
        names = packed.namelist()
        whole = b"".join(map(packed.read, names))
        settings = packed.read("config/settings.toml").decode()
        assert "clé qui signe" in packed.read("LISEZMOI.txt").decode()
        assert json.loads(packed.read("manifest.json"))["format"] == "relance-sauvegarde"
    assert key.encode() not in whole
    assert "s3cr3t-é".encode() not in whole
    assert 'password = "***"' in settings
    assert {"config/timelines.toml", "SHA256SUMS", "rows/journal.jsonl"} <= set(names)
    assert not any("secret" in name or name.endswith(".key") for name in names)


def test_restore_refuses_until_it_is_told_to_replace_and_keeps_what_stood(relance: Relance) -> None:
    (row,) = relance.rows("backup")
    relance.said("dossier", "note", "BZ-1", "--by", "Anne", "--because", "appel", "Rappelle lundi")
    refused = relance.run("restore", row["file"])
    assert (refused.exit_code, "--replace" in refused.stderr) == (1, True)
    done = relance.said("restore", row["file"], "--replace", now="2026-10-05T10:00")
    assert "l'ancienne base est gardée" in done
    copy = next(relance.folder.glob("relance-avant-remise-*.zip"))
    (kept,) = relance.rows("backup", "--verify", str(copy))
    assert kept["entries"] == row["entries"] + 1
    assert "Rappelle lundi" not in relance.said("dossier", "show", "BZ-1")
    status = relance.said("status", now="2026-10-05T10:00")
    assert "base revenue à son état du 05/10/2026" in status
    relance.said("restore", str(copy), "--replace", now="2026-10-05T11:00")
    assert "Rappelle lundi" in relance.said("dossier", "show", "BZ-1")


def test_a_damaged_database_is_put_aside_and_replaced(relance: Relance) -> None:
    (row,) = relance.rows("backup")
    file = relance.folder / "relance.db"
    file.write_bytes(b"ceci n'est pas une base" * 500)
    assert relance.run("status").exit_code == 1
    assert relance.run("restore", row["file"]).exit_code == 1
    relance.said("restore", row["file"], "--replace")
    assert len(list(relance.folder.glob("relance.db.abimee-*"))) == 1
    assert "✓ les chaînes" in relance.said("verify")


def test_another_key_would_know_none_of_our_letters(relance: Relance) -> None:
    (row,) = relance.rows("backup")
    key = relance.folder / "secrets" / "token.key"
    key.write_text("ab" * 32)
    refused = relance.run("restore", row["file"], "--replace")
    assert (refused.exit_code, "la clé" in refused.stderr) == (1, True)
    relance.said("restore", row["file"], "--replace", "--other-key")


def test_a_damaged_backup_touches_nothing(relance: Relance, tmp_path: Path) -> None:
    (row,) = relance.rows("backup")
    before = (relance.folder / "relance.db").read_bytes()
    cut = tmp_path / "coupee.zip"
    shutil.copy(row["file"], cut)
    with cut.open("r+b") as file:
        file.truncate(cut.stat().st_size // 2)
    for words in (("restore", str(cut), "--replace"), ("backup", "--verify", str(cut))):
        done = relance.run(*words)
        assert (done.exit_code, "prenez-en une autre" in done.stderr) == (1, True)
    assert (relance.folder / "relance.db").read_bytes() == before


def test_restore_into_an_empty_place_and_what_can_be_accepted(relance: Relance) -> None:
    """A new machine: settings and key were kept apart, the database is not there."""
    (row,) = relance.rows("backup")
    (relance.folder / "relance.db").unlink()
    (told,) = relance.rows("restore", row["file"])
    assert (told["copy"], told["broken"], told["ahead"]) == (None, [], [])
    assert relance.run("restore", "--accept").exit_code == 2
    early = relance.run("restore", "--accept", "--by", "Anne", "--because", "rien n'est parti")
    assert (early.exit_code, "pas encore" in early.stdout) == (1, True)
    with closing(sqlite3.connect(relance.folder / "relance.db")) as database:
        marks = dict(database.execute("SELECT name, value FROM register").fetchall())
    assert json.loads(marks["restored"])["how"] == "restore"


def test_restore_where_no_witness_stands_lets_the_service_start(relance: Relance) -> None:
    """A new machine has neither anchors nor departures; the backup brings the anchors."""
    with closing(sqlite3.connect(relance.folder / "relance.db")) as database:
        heads = database.execute("SELECT page, MAX(seq), chain FROM journal GROUP BY page")
        told = {page: [seq, chain] for page, seq, chain in heads}
    line = json.dumps({"on": "2026-10-05", "heads": told})
    (relance.folder / "anchors.jsonl").write_text(line + "\n")
    (row,) = relance.rows("backup")
    for name in ("relance.db", "anchors.jsonl", "departs.jsonl"):
        (relance.folder / name).unlink()
    (brought,) = relance.rows("restore", row["file"])
    assert (brought["broken"], brought["ahead"]) == ([], [])
    assert relance.run("once", "plan-letters").exit_code == 0


def test_help_teaches(relance: Relance) -> None:
    backup, restore = relance.said("backup", "--help"), relance.said("restore", "--help")
    assert "pendant que le service" in " ".join(backup.split())
    assert "rien ne part tant que" in " ".join(restore.split())


def test_a_backup_that_was_itself_brought_back_goes_on_waiting_for_what_it_had_lost(
    relance: Relance,
) -> None:
    """Taken before the mailbox had answered: what left before it was taken may be unknown to it."""
    (old,) = relance.rows("backup", now="2026-10-01T20:00")
    relance.said("restore", old["file"], "--replace", now="2026-10-05T10:00")
    (young,) = relance.rows("backup", now="2026-10-05T10:05")
    relance.said("restore", young["file"], "--replace", now="2026-10-08T10:00")
    status = relance.said("status", now="2026-10-08T10:00")
    assert "base revenue à son état du 01/10/2026" in status
