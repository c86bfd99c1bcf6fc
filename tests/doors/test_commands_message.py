"""A controller sees why a message was read so, corrects it, and exports what he corrected."""

import asyncio
import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

from doors.test_commands import Relance
from relance_mailer.__main__ import app
from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.read_mail.one_pass import read_mail
from relance_mailer.inward.glance import glance
from relance_mailer.ports import RawMessage
from relance_mailer.settings.loading import load
from relance_mailer.wiring.build import build

NOW = datetime(2026, 10, 5, 9, tzinfo=UTC)
WHO = ("--by", "Anne Roux", "--because", "relu au téléphone")
MAIL = (
    "From: Anne Le Gall <compta@kerlan.example>\r\nTo: relances@exemple.fr\r\n"
    "Date: Mon, 05 Oct 2026 10:00:00 +0200\r\nMessage-ID: <m1@kerlan.example>\r\n"
    "Subject: Votre relance BZ-1\r\nContent-Type: text/plain; charset=utf-8\r\n"
    "Content-Transfer-Encoding: 8bit\r\n\r\n"
    "Bonjour,\r\nLa facture FA-1 : les palettes sont arrivées cassées, je conteste.\r\n"
)
DIGEST = sha256(MAIL.encode()).hexdigest()[:12]


@pytest.fixture
def relance(tmp_path: Path) -> Relance:
    """A house whose ledger was taken in and that has read one reply."""
    made = Relance(tmp_path / "etc")
    made.said("once", "sync-ledger")
    asyncio.run(receive(made, MAIL.encode()))
    return made


async def receive(made: Relance, raw: bytes) -> None:
    relance = await build(load(made.settings), now=NOW)
    try:
        kept = RawMessage(folder="INBOX", uidvalidity=1, uid=1, raw=raw, received_at=NOW)
        creditor = relance.creditors[CreditorId("societe")]
        await relance.house.inbox.keep(
            creditor.id, creditor.mailbox, [(kept, glance(raw))], sent_folder=False
        )
        await read_mail(relance.house, creditor)
    finally:
        await relance.close()


def test_it_is_told_with_the_words_the_evidence_and_the_checks(relance: Relance) -> None:
    told = relance.said("message", "explain", DIGEST)
    assert "je conteste⟧" in told
    assert "contestation" in told
    assert "dossier BZ-1" in told
    assert "référence du dossier BZ-1" in told
    assert "✓ l'expéditeur est connu du dossier" in told
    assert "Suite : à examiner" in told
    (row,) = relance.rows("message", "explain", DIGEST)
    assert row["outcome"] == "review"
    assert row["checks"]["known_sender"] is True


def test_a_correction_moves_the_dossier_stands_in_its_journal_and_is_exported(
    relance: Relance, tmp_path: Path
) -> None:
    words = ("--intent", "promise", "--date", "2026-10-16", "--amount", "1 500,00")
    told = relance.said("message", "correct", DIGEST, *words, "--invoice", "FA-1", *WHO)
    assert told.startswith("hold_until")
    assert "lecture corrigée" in relance.said("dossier", "journal", "BZ-1")
    folder = tmp_path / "cas"
    assert "1 message(s) de 1 dossier(s)" in relance.said("message", "export", str(folder))
    (gold,) = map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines())
    assert gold["intents"] == ["promise"]
    assert gold["promise_dates"] == ["2026-10-16"]
    assert gold["promised_amount"] == "1500.00"
    assert (gold["dossier"], gold["outcome"]) == ("BZ-1", "hold_until")
    assert gold["reply_text"].startswith("Bonjour,")
    assert "relu au téléphone" in gold["note"]
    assert (folder / "inbox" / gold["file"]).read_bytes() == MAIL.encode()
    read = CliRunner().invoke(app, ["understand", "--corpus", str(folder)])
    assert read.exit_code == 0, read.output
    assert json.loads(read.stdout)["dossier"] == "BZ-1"


def test_a_confirmed_reading_is_exported_as_it_was(relance: Relance, tmp_path: Path) -> None:
    assert "lecture confirmée" in relance.said("message", "confirm", DIGEST, *WHO)
    relance.said("message", "export", str(tmp_path / "cas"))
    gold = json.loads((tmp_path / "cas" / "gold.jsonl").read_text("utf-8"))
    assert (gold["intents"], gold["outcome"]) == (["dispute"], "review")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--intent", "promise", "--date", "2026-10-04"), "le message est du 05/10/2026"),
        (("--kind", "bounce", "--intent", "paid"), "seule une personne"),
        ((), "au moins une intention"),
    ],
    ids=["promis avant d'écrire", "un automate ne paie pas", "rien de dit"],
)
def test_what_no_message_can_say_is_refused(
    relance: Relance, words: tuple[str, ...], said: str
) -> None:
    done = relance.run("message", "correct", DIGEST, *words, *WHO)
    assert done.exit_code == 1
    assert said in done.stderr


def test_a_folder_with_something_in_it_is_left_alone(relance: Relance, tmp_path: Path) -> None:
    (tmp_path / "plein").mkdir()
    (tmp_path / "plein" / "a").write_text("b")
    done = relance.run("message", "export", str(tmp_path / "plein"))
    assert done.exit_code == 1
    assert "n'est pas vide" in done.stderr


def test_a_file_is_explained_without_any_settings(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(MAIL.encode())
    done = CliRunner().invoke(app, ["understand", "--explain", str(tmp_path / "a.eml")])
    assert done.exit_code == 0
    assert "je conteste⟧" in done.stdout
    assert "supposé connu" in done.stdout
