"""`export`, `draft` and `dossier attach` as people and scripts use them, on a real database."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from relance_mailer.__main__ import app

LEDGER = (
    "dossier,debtor_id,debtor_name,siren,segment,language,contact_name,contact_role,"
    "contact_email,invoice_number,issued_on,due_on,amount,paid,currency,po_number\n"
    "BZ-1,C-1,Ateliers Kerlan,552100554,sme,fr,Anne Le Gall,comptable,compta@kerlan.example,"
    "FA-1,2026-08-31,2026-09-30,1500.00,0.00,EUR,\n"
    "BZ-2,C-2,Commune de Saint-Aubin,552100554,public,fr,Anne Le Goff,,mairie@aubin.example,"
    "FA-2,2026-07-31,2026-08-31,900.00,0.00,EUR,\n"
)
WHO = ("--by", "Hélène", "--because", "avant la requête")
SETTABLE = ("settable = false", "settable = true")


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """A configuration as `init` writes it, its ledger taken in."""
    folder = tmp_path / "etc"
    file = folder / "settings.toml"
    assert CliRunner().invoke(app, ["init", str(folder)]).exit_code == 0
    file.write_text(file.read_text(encoding="utf-8").replace(*SETTABLE), encoding="utf-8")
    for name in ("smtp", "imap"):
        (folder / "secrets" / f"{name}.password").write_text("secret")
    (folder / "grand-livre" / "ledger.csv").write_text(LEDGER, encoding="utf-8")
    done = run(file, "once", "sync-ledger")
    assert done.exit_code == 0, done.output
    return file


def run(settings: Path, *words: str) -> Any:
    return CliRunner().invoke(app, ["-c", str(settings), "--now", "2026-10-06T09:00", *words])


def test_a_document_is_attached_listed_exported_and_detached(
    settings: Path, tmp_path: Path
) -> None:
    extract = tmp_path / "kbis.pdf"
    extract.write_bytes(b"%PDF-1.4 extrait")
    words = ("dossier", "attach", "BZ-1", str(extract), "--as", "company_extract")
    done = run(settings, *words, "--dated", "2026-10-01", *WHO)
    assert done.stdout == "pièce versée : extrait d'immatriculation du débiteur du 01/10/2026\n"
    again = run(settings, *words, "--dated", "2026-10-01", *WHO)
    assert again.stdout == "cette pièce est déjà au dossier\n"
    assert run(settings, *words, "--dated", "2026-10-09", *WHO).exit_code == 1
    listed = run(settings, "dossier", "documents", "BZ-1", "--json")
    assert json.loads(listed.stdout)["name"] == "kbis.pdf"
    out = tmp_path / "sortie"
    done = run(settings, "export", "BZ-1", "--out", str(out), "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    (number,) = [one["number"] for one in told["exhibits"] if one["item"] == 12]
    name = next(one["file"] for one in told["exhibits"] if one["number"] == number)
    assert (out / "pieces" / name).read_bytes() == b"%PDF-1.4 extrait"
    assert sorted(told["files"]) == sorted(
        path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()
    )
    assert all(path.stat().st_mode & 0o077 == 0 for path in out.rglob("*"))
    assert run(settings, "dossier", "detach", "BZ-1", "kbis.pdf", *WHO).exit_code == 0
    assert run(settings, "dossier", "detach", "BZ-1", "kbis.pdf", *WHO).exit_code == 1


def test_an_export_names_what_is_missing_and_overwrites_nothing(
    settings: Path, tmp_path: Path
) -> None:
    out = tmp_path / "sortie"
    done = run(settings, "export", "BZ-1", "--out", str(out))
    assert "manque :" in done.stdout
    assert "4. Factures : facture FA-1" in done.stdout
    again = run(settings, "export", "BZ-1", "--out", str(out))
    assert again.exit_code == 1
    assert "n'est pas vide" in again.stderr


def test_drafts_are_written_and_a_closed_road_is_said(settings: Path, tmp_path: Path) -> None:
    done = run(settings, "draft", "petition", "BZ-1", "--out", str(tmp_path), "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert [Path(one).suffix for one in told["files"]] == [".pdf", ".odt"]
    assert all(Path(one).stat().st_size for one in told["files"])
    assert any("représentée par" in one for one in told["to_complete"])
    closed = run(settings, "draft", "petition", "BZ-2", "--out", str(tmp_path))
    assert closed.exit_code == 1
    assert "CGPPP L2311-1" in closed.stderr
    row = run(settings, "draft", "petition", "BZ-2", "--out", str(tmp_path), "--json")
    assert row.exit_code == 1
    assert "CGPPP L2311-1" in json.loads(row.stdout)["closed"]
    none = run(settings, "draft", "proof-of-claim", "BZ-1", "--out", str(tmp_path))
    assert "L622-24" in none.stderr


def test_the_settings_tell_who_claims(settings: Path, tmp_path: Path) -> None:
    text = settings.read_text(encoding="utf-8")
    told = '\n[creditor.claimant]\nrepresented_by = "sa gérante, Mme Anne Roux"\n'
    settings.write_text(text + told, encoding="utf-8")
    done = run(settings, "draft", "petition", "BZ-1", "--out", str(tmp_path), "--json")
    assert done.exit_code == 0, done.output
    assert not any("représentée par" in one for one in json.loads(done.stdout)["to_complete"])
