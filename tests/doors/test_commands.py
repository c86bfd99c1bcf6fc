"""The command line as scripts use it: exit codes, JSON fields, French errors, acts of humans."""

import asyncio
import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from relance_mailer.__main__ import app
from relance_mailer.adapters.shipped import shipped
from relance_mailer.dossier.values import CreditorId
from relance_mailer.inward.glance import glance
from relance_mailer.ports import RawMessage
from relance_mailer.store.database import open_database
from relance_mailer.store.inbox import DatabaseInbox

LEDGER = (
    "dossier,debtor_id,debtor_name,siren,segment,language,contact_name,contact_role,"
    "contact_email,invoice_number,issued_on,due_on,amount,paid,currency,po_number\n"
    "BZ-1,C-1,Ateliers Kerlan,552100554,sme,fr,Anne Le Gall,comptable,compta@kerlan.example,"
    "FA-1,2026-08-31,2026-09-30,1500.00,0.00,EUR,\n"
    "BZ-2,C-2,Menuiserie Toullec,552100554,sme,fr,Yann Toullec,gérant,yann@toullec.example,"
    "FA-2,2026-08-31,2026-09-30,900.00,0.00,EUR,\n"
)


class Relance:
    """`relance -c settings.toml …` in a folder of the test's own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = folder / "settings.toml"
        assert self.run("init", str(folder), settings=False).exit_code == 0
        text = self.settings.read_text(encoding="utf-8")
        self.settings.write_text(text.replace("settable = false", "settable = true"))
        for name in ("smtp", "imap"):
            (folder / "secrets" / f"{name}.password").write_text("secret")
        (folder / "grand-livre" / "ledger.csv").write_text(LEDGER, encoding="utf-8")

    def run(self, *words: str, now: str = "2026-10-05T09:00", settings: bool = True) -> Any:
        before = ["-c", str(self.settings), "--now", now] if settings else []
        return CliRunner().invoke(app, [*before, *words])

    def said(self, *words: str, now: str = "2026-10-05T09:00") -> str:
        done = self.run(*words, now=now)
        assert done.exit_code == 0, done.output + done.stderr
        return str(done.stdout)

    def rows(self, *words: str, now: str = "2026-10-05T09:00") -> list[dict[str, Any]]:
        lines = self.said(*words, "--json", now=now).splitlines()
        return [json.loads(line) for line in lines]


@pytest.fixture
def relance(tmp_path: Path) -> Relance:
    return Relance(tmp_path / "etc")


WHO = ("--by", "Hélène", "--because", "vu avec le client")


def test_init_writes_all_that_is_needed_and_never_overwrites(relance: Relance) -> None:
    names = {path.name for path in relance.folder.iterdir()}
    assert {"settings.toml", "timelines.toml", "calendar.toml", "roles.toml", "secrets"} <= names
    assert (relance.folder / "secrets" / "token.key").stat().st_mode & 0o077 == 0
    again = relance.run("init", str(relance.folder), settings=False)
    assert again.exit_code == 1
    assert "existe déjà" in again.stderr


def test_check_says_a_line_for_each_thing_and_what_is_wrong(relance: Relance) -> None:
    done = relance.run("check")
    assert done.exit_code == 1
    lines = done.output.splitlines()
    assert any(line.startswith("✓ réglages") for line in lines)
    assert any(line.startswith("✓ modèles") for line in lines)
    assert any("2 lignes lues" in line for line in lines)
    assert any("aucun dossier de factures" in line for line in lines)
    assert any(line.startswith("✗ societe : envoi SMTP") and "connexion" in line for line in lines)
    assert any(line.startswith("✗ societe : boîte IMAP") for line in lines)


@pytest.mark.parametrize(
    "words, code, said",
    [
        (["status"], 2, "il manque -c"),
        (["-c", "/nulle/part.toml", "status"], 1, "introuvable"),
        (["understand"], 2, "--corpus"),
        (["demande"], 2, ""),
        (["--now", "hier", "status"], 2, "ISO"),
    ],
    ids=["sans réglages", "fichier absent", "sans message", "commande inconnue", "date illisible"],
)
def test_wrong_use_is_two_and_what_is_wrong_is_one(words: list[str], code: int, said: str) -> None:
    done = CliRunner().invoke(app, words)
    assert done.exit_code == code
    assert said in done.stderr + done.output


def test_now_is_refused_unless_the_clock_is_settable(relance: Relance) -> None:
    text = relance.settings.read_text(encoding="utf-8")
    relance.settings.write_text(text.replace("settable = true", "settable = false"))
    done = relance.run("status")
    assert done.exit_code == 2
    assert "settable" in done.stderr


def test_status_says_why_sending_waits(relance: Relance) -> None:
    row = relance.rows("status")[0]
    assert {
        "mode",
        "inbox_read_at",
        "ledger_synced_at",
        "sending",
        "waiting_because",
        "outbox",
        "unread",
        "set_aside",
    } <= set(row)
    assert row["mode"] == "shadow"
    assert row["sending"] is False
    assert any("jamais lue" in why for why in row["waiting_because"])


def test_the_ledger_comes_in_and_preview_shows_what_would_leave(relance: Relance) -> None:
    assert "2 dossiers changés" in relance.said("once", "sync-ledger")
    rows = relance.rows("preview", "--days", "45")
    assert {
        "on",
        "dossier",
        "debtor",
        "step",
        "to",
        "amount",
        "deadline",
        "announces",
        "refusals",
    } <= set(rows[0])
    first = [row for row in rows if row["dossier"] == "BZ-1"]
    assert [(row["on"], row["step"], row["deadline"]) for row in first] == [
        ("2026-10-05", "reminder_1", "2026-10-12"),
        ("2026-10-13", "reminder_2", "2026-10-20"),
        ("2026-10-21", "reminder_3", "2026-10-28"),
        ("2026-10-29", "formal_notice", "2026-11-10"),
    ]
    assert "mode_is_send" in {refusal["check"] for refusal in first[0]["refusals"]}
    assert first[0]["to"] == ["compta@kerlan.example"]
    kinds = [row["kind"] for row in relance.rows("dossier", "journal", "BZ-1")]
    assert kinds == ["DebtorDescribed", "InvoiceOpened"]


def test_a_dossier_is_found_by_number_debtor_address_or_invoice(relance: Relance) -> None:
    relance.said("once", "sync-ledger")
    for words in ("BZ-1", "kerlan", "compta@kerlan.example", "FA-1"):
        assert relance.rows("dossier", "show", words)[0]["dossier"] == "BZ-1"
    row = relance.rows("dossier", "show", "BZ-1")[0]
    assert {
        "dossier",
        "debtor",
        "creditor",
        "phase",
        "course",
        "level",
        "hold_until",
        "owed",
        "next",
        "contacts",
        "invoices",
    } <= set(row)
    assert row["next"] == {"step": "reminder_1", "on": "2026-10-05"}
    lost = relance.run("dossier", "show", "BZ-9")
    assert lost.exit_code == 1
    assert "BZ-9" in lost.stderr


def test_a_human_holds_hands_over_reopens_and_closes_with_name_and_reason(
    relance: Relance,
) -> None:
    relance.said("once", "sync-ledger")
    relance.said("dossier", "note", "BZ-1", "Parti en congés", "--by", "Hélène")
    relance.said("dossier", "hold", "BZ-1", "--until", "2026-10-20", *WHO)
    assert relance.rows("dossier", "show", "BZ-1")[0]["hold_until"] == "2026-10-20"
    relance.said("dossier", "hand-over", "BZ-1", *WHO)
    queued = relance.rows("queue", "legal")
    assert [(row["queue"], row["dossier"], row["amount"]) for row in queued] == [
        ("legal", "BZ-1", "1500.00")
    ]
    assert {"debtor", "currency", "reason", "since", "deadline", "last_message"} <= set(queued[0])
    relance.said(
        *("dossier", "reopen", "BZ-1", "--next", "reminder_1"),
        *("--not-before", "2026-10-06", *WHO),
    )
    assert relance.rows("dossier", "show", "BZ-1")[0]["phase"] == "running"
    refused = relance.run("dossier", "close", "BZ-1", *WHO)
    assert refused.exit_code == 1
    rows = relance.rows("dossier", "journal", "BZ-1")
    acts = [(row["kind"], row["by"], row["because"]) for row in rows if row["by"] != "machine"]
    assert ("HandedToLegal", "Hélène", "vu avec le client") in acts
    assert ("HumanReopened", "Hélène", "vu avec le client") in acts
    assert [row["seq"] for row in rows] == list(range(1, len(rows) + 1))


def test_the_paid_dossiers_of_a_queue_are_closed_in_one_act(relance: Relance) -> None:
    relance.said("once", "sync-ledger")
    for name in ("BZ-1", "BZ-2"):
        relance.said("dossier", "hand-over", name, *WHO)
    assert "Aucun dossier payé" in relance.said("close-paid", "legal", *WHO)
    ledger = relance.folder / "grand-livre" / "ledger.csv"
    ledger.write_text(LEDGER.replace("1500.00,0.00", "1500.00,1500.00"), encoding="utf-8")
    relance.said("once", "sync-ledger")
    assert "BZ-1 : serait clos" in relance.said("close-paid", "legal", "--dry-run", *WHO)
    assert relance.rows("close-paid", "legal", *WHO) == [
        {"dossier": "BZ-1", "closed": True, "because": None}
    ]
    assert relance.rows("dossier", "show", "BZ-1")[0]["phase"] == "settled"
    assert relance.rows("dossier", "show", "BZ-2")[0]["phase"] == "legal"
    wrong = relance.run("close-paid", "disputes", *WHO)
    assert wrong.exit_code == 2
    assert "legal ou review" in wrong.stderr


def test_an_act_without_a_reason_is_refused(relance: Relance) -> None:
    relance.said("once", "sync-ledger")
    done = relance.run("dossier", "hand-over", "BZ-1", "--by", "Hélène", "--because", " ")
    assert done.exit_code == 1
    assert "motif" in done.stderr


def test_stop_and_start_are_seen_at_once(relance: Relance) -> None:
    relance.said("stop", "--because", "audit")
    assert any("arrêté" in why for why in relance.rows("status")[0]["waiting_because"])
    relance.said("start")
    assert not any("arrêté" in why for why in relance.rows("status")[0]["waiting_because"])


def test_verify_and_rebuild_say_what_they_found(relance: Relance) -> None:
    relance.said("once", "sync-ledger")
    found = relance.rows("verify")[0]
    assert (found["pages"], found["entries"], found["broken"]) == (2, 4, [])
    assert relance.rows("rebuild")[0]["differed"] == []


def test_a_pass_that_fails_says_so_and_exits_one(relance: Relance) -> None:
    done = relance.run("once", "fetch-mail")
    assert done.exit_code == 1
    assert "127.0.0.1:993" in done.output
    assert "fetch-mail" in relance.rows("status")[0]["faults"]


def test_reminders_sent_before_are_taken_over_once(relance: Relance) -> None:
    relance.said("once", "sync-ledger")
    sent = relance.folder / "anciennes"
    sent.mkdir()
    (sent / "un.eml").write_text(
        "Message-ID: <vieux.1@relances.example>\nDate: Mon, 05 Oct 2026 08:40:00 +0200\n"
        "From: relances@exemple.fr\nTo: compta@kerlan.example\nSubject: Relance [BZ-1]\n"
        "X-Dossier: BZ-1\nX-Reminder-Level: 1\n\nVotre facture FA-1 reste due.\n"
    )
    (sent / "deux.eml").write_text(
        "Message-ID: <vieux.2@relances.example>\nDate: Mon, 05 Oct 2026 08:41:00 +0200\n"
        "From: relances@exemple.fr\nTo: inconnu@ailleurs.example\nSubject: Bonjour\n\nRien.\n"
    )
    first = relance.said("import-sent", str(sent))
    assert "1 relances reprises" in first
    assert "1 sans dossier" in first
    assert "0 relances reprises, 1 déjà connues" in relance.said("import-sent", str(sent))
    row = relance.rows("dossier", "show", "BZ-1")[0]
    assert row["level"] == "reminder_1"
    assert row["next"] == {"step": "reminder_2", "on": "2026-10-13"}


CRLF_MAIL = (
    "From: Client <client@kerlan.example>\r\nTo: relances@exemple.fr\r\n"
    "Date: Mon, 05 Oct 2026 10:00:00 +0200\r\nMessage-ID: <m1@kerlan.example>\r\n"
    "Subject: =?utf-8?q?R=C3=A9ponse?=\r\nContent-Type: text/plain; charset=utf-8\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\nPay=C3=A9 hier\x1b[2J\x07.\r\n"
)


def test_a_message_is_shown_decoded_and_commands_no_terminal(relance: Relance) -> None:
    async def keep() -> None:
        database = await open_database(f"sqlite:///{relance.folder}/relance.db")
        try:
            raw = CRLF_MAIL.encode()
            message = RawMessage(
                folder="INBOX",
                uidvalidity=1,
                uid=1,
                raw=raw,
                received_at=datetime(2026, 10, 5, 8, tzinfo=UTC),
            )
            scanned = [(message, glance(raw))]
            inbox = DatabaseInbox(database)
            await inbox.keep(
                CreditorId("societe"), "relances@exemple.fr", scanned, sent_folder=False
            )
        finally:
            await database.close()

    asyncio.run(keep())
    digest = sha256(CRLF_MAIL.encode()).hexdigest()[:12]
    shown = relance.said("message", "show", digest)
    assert "Objet : Réponse" in shown
    assert "Payé hier" in shown
    assert "\x1b" not in shown
    assert "Message-ID: <m1@kerlan.example>" in relance.said("message", "show", digest, "--raw")


def test_help_of_every_command_speaks_french_and_shows_its_options() -> None:
    for command in ("init", "check", "run", "once", "status", "preview", "queue", "understand"):
        done = CliRunner().invoke(app, [command, "--help"])
        assert done.exit_code == 0
        assert len(done.output.splitlines()) > 5


def test_the_shipped_folders_are_found() -> None:
    assert (shipped("templates") / "mail" / "fr").is_dir()
    assert (shipped("config") / "settings.toml").is_file()


def test_reckon_prints_every_figure_and_says_which_rate_is_missing(relance: Relance) -> None:
    relance.said("once", "sync-ledger")
    said = relance.said("reckon", "BZ-1", "--on", "2026-10-15").replace("\u00a0", " ")
    assert "01/10/2026 – 15/10/2026     15        1 500,00    12,40 %  2e semestre 2026" in said
    assert "Somme due au 15/10/2026 : 1 547,64 €" in said
    row = relance.rows("reckon", "BZ-1", "--on", "2026-10-15")[0]
    assert (row["principal"], row["interest"], row["fee"]) == ("1500.00", "7.64", "40.00")
    assert row["invoices"][0]["interest_exact"] == "7.643836"
    late = relance.run("reckon", "BZ-1", "--on", "2027-02-01")
    assert late.exit_code == 1
    assert "1er semestre 2027" in late.stderr


def test_notice_says_that_nothing_waits_to_be_posted(relance: Relance) -> None:
    relance.said("once", "sync-ledger")
    done = relance.run("dossier", "notice", "BZ-1")
    assert done.exit_code == 1
    assert "aucune lettre n'attend d'être postée" in done.stderr


def test_check_counts_the_invoices_that_have_their_document(relance: Relance) -> None:
    text = relance.settings.read_text(encoding="utf-8")
    relance.settings.write_text(text.replace('# documents = "factures"', 'documents = "factures"'))
    assert "dossier des factures introuvable" in relance.run("check").output
    folder = relance.folder / "factures"
    folder.mkdir()
    for name in ("FA-1.pdf", "Facture FA-2.pdf", "FA-2 copie.pdf"):
        (folder / name).write_bytes(b"%PDF-1.7")
    said = relance.run("check").output
    assert "! societe : documents : attention : 3 documents, 1 factures sur 2" in said
    assert "facture FA-2 : plusieurs documents (FA-2 copie.pdf, Facture FA-2.pdf)" in said
