"""`relance status` for people and for monitoring: its first line, its keys, its exit codes."""

import asyncio
import json
import sqlite3
from pathlib import Path

import pytest

from doors.test_commands import Relance
from relance_mailer.store.database import open_database
from relance_mailer.store.leases import DatabaseLeases

KEYS = {
    "creditor",
    "mode",
    "sentence",
    "inbox_read_at",
    "ledger_synced_at",
    "alive_at",
    "watched_by",
    "sending",
    "in_trouble",
    "waiting_because",
    "causes",
    "held",
    "apart",
    "outbox",
    "to_fetch",
    "unread",
    "set_aside",
    "unlinked",
    "contested",
    "faults",
    "operator_told_at",
    "operator_untold",
}
"""Scripts read these: one that goes breaks somebody's monitoring."""

AT = "2026-10-05T09:00:00+02:00"


@pytest.fixture
def relance(tmp_path: Path) -> Relance:
    return Relance(tmp_path / "etc")


def register(relance: Relance, name: str, value: str) -> None:
    """What the daemon would have noted."""
    with sqlite3.connect(relance.folder / "relance.db") as database:
        database.execute("INSERT OR REPLACE INTO register VALUES (?, ?)", (name, value))
    database.close()


def all_was_read(relance: Relance) -> None:
    relance.said("once", "sync-ledger")
    register(relance, "inbox_read_at:societe", AT)


def test_the_keys_are_stable(relance: Relance) -> None:
    [row] = relance.rows("status")
    assert set(row) == KEYS
    assert set(row["causes"][0]) == {
        "check",
        "nature",
        "because",
        "since",
        "again_at",
        "remedy",
    }
    assert set(row["held"]) == {"letters", "amounts", "dossiers", "owed"}


async def watches(relance: Relance, holder: str, *, seconds: float) -> None:
    """What a daemon does that keeps the mailbox."""
    database = await open_database(f"sqlite:///{relance.folder}/relance.db")
    try:
        await DatabaseLeases(database).take("mailbox:societe", holder, seconds=seconds)
        await DatabaseLeases(database).take("mailbox:autre", "loin/b.1/7/9", seconds=seconds)
    finally:
        await database.close()


def test_the_status_says_which_daemon_watches_the_mailbox(relance: Relance) -> None:
    [row] = relance.rows("status")
    assert row["watched_by"] is None
    assert "boîte surveillée par : personne" in relance.said("status")
    asyncio.run(watches(relance, "facture2/a.1/4711/99", seconds=60.0))
    [row] = relance.rows("status")
    assert row["watched_by"] == "facture2 (processus 4711)"
    assert "boîte surveillée par : facture2 (processus 4711)" in relance.said("status")


def test_a_daemon_that_gives_no_sign_any_more_watches_nothing(relance: Relance) -> None:
    relance.said("status")
    asyncio.run(watches(relance, "facture2/a.1/4711/99", seconds=-1.0))
    [row] = relance.rows("status")
    assert row["watched_by"] is None


def test_the_first_line_says_whether_letters_leave(relance: Relance) -> None:
    said = relance.said("status")
    assert said.splitlines()[0] == (
        "societe – Aucune lettre ne part pour l'instant : boîte de réception jamais lue "
        "(et 1 autre cause)."
    )
    assert "à faire : vérifiez le compte de réception" in said
    all_was_read(relance)
    text = relance.settings.read_text(encoding="utf-8")
    relance.settings.write_text(text.replace('send = "shadow"', 'send = "send"'))
    assert relance.said("status").splitlines()[0] == "societe – Les lettres partent."


def test_exit_codes_are_for_monitoring_and_only_when_asked_for(relance: Relance) -> None:
    assert relance.run("status").exit_code == 0
    assert relance.run("status", "--exit-code").exit_code == 3, "boîte jamais lue"
    all_was_read(relance)
    assert relance.run("status", "--exit-code").exit_code == 0, "« shadow » est voulu"
    register(relance, "fault:societe:file-copies", f"{AT} panne")
    assert relance.run("status", "--exit-code").exit_code == 4
    relance.said("stop", "--because", "vacances", "--by", "Zoé")
    assert relance.run("status", "--exit-code").exit_code == 3
    assert "envoi arrêté par Zoé : vacances" in relance.said("status")


@pytest.mark.parametrize("broken", ["illisible", "occupée"])
def test_a_database_out_of_reach_is_said_in_the_same_words(relance: Relance, broken: str) -> None:
    relance.said("status")
    file = relance.folder / "relance.db"
    holder = sqlite3.connect(file, isolation_level=None)
    if broken == "occupée":
        holder.execute("BEGIN IMMEDIATE")  # reading goes on, and nothing can be noted
        text = relance.settings.read_text(encoding="utf-8")
        url = "sqlite:///relance.db"
        relance.settings.write_text(text.replace(url, f"{url}?busy_timeout=50"))
    else:
        holder.close()
        for name in ("relance.db-wal", "relance.db-shm"):
            (relance.folder / name).unlink(missing_ok=True)
        file.write_bytes(b"ceci n'est pas une base" * 400)
    done = relance.run("status", "--exit-code")
    assert done.exit_code == 1
    assert done.stderr.startswith("Aucune lettre ne part : ")
    done = relance.run("status", "--json")
    assert done.exit_code == 1
    row = json.loads(done.stdout)
    assert (row["creditor"], row["sending"]) == ("societe", False)
    assert row["waiting_because"]
    holder.close()


def test_who_is_told_is_checked_tried_and_shown(relance: Relance) -> None:
    assert "! exploitant : attention : [operator] mail est vide" in relance.run("check").output
    done = relance.run("operator", "test")
    assert (done.exit_code, done.stderr) == (1, "[operator] mail : aucune adresse n'est réglée\n")
    text = relance.settings.read_text(encoding="utf-8")
    relance.settings.write_text(text.replace("mail = []", 'mail = ["noemie@exemple.fr"]'))
    assert "✓ exploitant : noemie@exemple.fr, après 60 min" in relance.run("check").output
    done = relance.run("operator", "test")
    assert done.exit_code == 1
    assert "✗ societe : serveur d'envoi" in done.stdout
    said = relance.said("operator", "preview")
    assert said.startswith("Objet : [Relance Mailer] Aucune lettre ne part depuis le 05/10/2026")
    assert "boîte de réception jamais lue" in said
    [row] = relance.rows("operator", "preview")
    assert set(row) == {"creditor", "subject", "text"}
    assert "2 courriels" not in relance.said("once", "tell-operator")
