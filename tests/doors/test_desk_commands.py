"""What colleagues do from the command line: calls, claims, tasks, absences, approvals."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from doors.test_commands import Relance as Plain
from relance_mailer.__main__ import app

HEAD = (
    "dossier,debtor_id,debtor_name,siren,segment,language,contact_name,contact_role,"
    "contact_email,invoice_number,issued_on,due_on,amount,paid,currency,po_number,contact_phone\n"
)
LEDGER = HEAD + (
    "BZ-1,C-1,Ateliers Kerlan,552100554,sme,fr,Anne Le Gall,comptable,compta@kerlan.example,"
    "FA-1,2026-08-31,2026-09-30,1500.00,0.00,EUR,,02 97 11 22 33\n"
    "BZ-2,C-2,Menuiserie Toullec,552100554,sme,fr,Yann Toullec,gérant,yann@toullec.example,"
    "FA-2,2026-08-31,2026-09-30,900.00,0.00,EUR,,\n"
)
WHO = ("--by", "Hélène", "--because", "vu avec le client")
CALL = ("dossier", "call", "BZ-1", "--by", "Hélène", "--on", "2026-10-05")


@pytest.fixture
def relance(tmp_path: Path) -> Plain:
    """Two dossiers, letters approved before they leave."""
    one = Plain(tmp_path / "etc")
    text = one.settings.read_text(encoding="utf-8")
    one.settings.write_text(text.replace('send = "shadow"', 'send = "approve"', 1))
    (one.folder / "grand-livre" / "ledger.csv").write_text(LEDGER, encoding="utf-8")
    one.said("once", "sync-ledger")
    return one


def journal(relance: Plain, name: str = "BZ-1") -> list[dict[str, Any]]:
    return relance.rows("dossier", "journal", name)


def kinds(relance: Plain, name: str = "BZ-1") -> list[str]:
    return [row["kind"] for row in journal(relance, name)]


# --- calls


def test_an_incomplete_call_is_refused_with_what_is_missing(relance: Plain) -> None:
    done = relance.run(*CALL, "--with", "M. Le Bras", "--said", "il regarde")
    assert done.exit_code == 1
    for missing in ("sa fonction (--role)", "son numéro (--phone)", "la suite (--next)"):
        assert missing in done.stderr
    assert "CallLogged" not in kinds(relance)


def test_a_known_contact_brings_function_and_number_and_the_next_date_is_a_task(
    relance: Plain,
) -> None:
    relance.said(*CALL, "--with", "Anne Le Gall", "--said", "elle rappelle", "--next", "2026-10-08")
    [row] = [row for row in journal(relance) if row["kind"] == "CallLogged"]
    assert (row["role"], row["phone"]) == ("comptable", "02 97 11 22 33")
    [task] = relance.rows("task", "list")
    assert (task["task"], task["due_on"], task["owner"]) == (
        "next:2026-10-08",
        "2026-10-08",
        "Hélène",
    )


def test_a_promise_heard_holds_the_dossier_and_its_confirmation_is_owed(relance: Plain) -> None:
    rows = relance.rows(
        *(*CALL, "--with", "Anne Le Gall", "--said", "virement vendredi"),
        *("--heard", "promise", "--part", "2026-10-09=500", "--part", "2026-10-23=1000,00"),
        *("--cause", "forgotten"),
    )
    assert [row["kind"] for row in rows] == [
        "CallLogged",
        "CauseRecorded",
        "PromiseMade",
        "AnswerOwed",
    ]
    one = relance.rows("dossier", "show", "BZ-1")[0]
    assert one["phase"] == "held"
    assert [part["amount"] for part in one["promise"]["instalments"]] == ["500.00", "1000.00"]
    assert one["cause"] == "forgotten"


def test_an_insult_hands_the_dossier_to_legal_with_the_callers_name(relance: Plain) -> None:
    words = ("--said", "il crie et raccroche", "--heard", "hostile")
    relance.said(*CALL, "--with", "Anne Le Gall", *words)
    [row] = [row for row in journal(relance) if row["kind"] == "HandedToLegal"]
    assert (row["by"], row["reason"]) == ("Hélène", "hostile")
    assert relance.rows("dossier", "show", "BZ-1")[0]["phase"] == "legal"


def test_the_call_sheet_says_whom_what_and_whether_not_to_call(relance: Plain) -> None:
    sheet = relance.said("call-sheet", "BZ-1")
    assert "02 97 11 22 33  Anne Le Gall, comptable" in sheet
    assert "Cause à demander" in sheet
    assert "NE PAS APPELER" not in sheet
    relance.said(*CALL, "--with", "Anne Le Gall", "--said", "elle rappelle", "--next", "2026-10-08")
    again = relance.rows("call-sheet", "BZ-1")[0]
    assert again["why_not"] == ["déjà contacté aujourd'hui (P5)"]
    assert "elle rappelle" in again["last_said"]


# --- claims, causes, closing


def test_a_claim_has_a_last_day_and_keeps_the_letter(relance: Plain) -> None:
    relance.said("dossier", "claim", "BZ-1", "--by", "Luc", "--until", "2026-10-07")
    refused = relance.run("dossier", "claim", "BZ-1", *WHO)
    assert "Luc" in refused.stderr
    [row] = [
        row for row in relance.rows("preview", "--dossier", "BZ-1") if row["on"] == "2026-10-05"
    ]
    assert "no_colleague_works_on_it" in [one["check"] for one in row["refusals"]]
    one = relance.rows("dossier", "show", "BZ-1")[0]
    assert (one["claimed_by"], one["claimed_until"]) == ("Luc", "2026-10-07")
    relance.said("dossier", "release", "BZ-1", "--by", "Luc")
    assert relance.rows("dossier", "show", "BZ-1")[0]["claimed_by"] is None


def test_the_cause_is_recorded_with_its_author(relance: Plain) -> None:
    relance.said("dossier", "cause", "BZ-1", "payment_run", *WHO)
    [row] = [row for row in journal(relance) if row["kind"] == "CauseRecorded"]
    assert (row["cause"], row["by"]) == ("payment_run", "Hélène")
    assert "Cause du retard : campagne de règlement" in relance.said("dossier", "show", "BZ-1")


# --- letters to approve


def test_a_letter_waits_is_shown_approved_and_leaves_the_list(
    relance: Plain, tmp_path: Path
) -> None:
    rows = relance.rows("letter", "waiting", "--html", str(tmp_path / "pages"))
    assert [(row["dossier"], row["name"], row["amount"]) for row in rows] == [
        ("BZ-1", "reminder_1", "1500.00"),
        ("BZ-2", "reminder_1", "900.00"),
    ]
    assert "Je vous demande de régler" in rows[0]["text"]
    assert "<html" in Path(rows[0]["html"]).read_text(encoding="utf-8").lower()
    assert {row["queue"] for row in relance.rows("queue", "approval")} == {"approval"}
    relance.said("letter", "approve", "BZ-1", "--by", "Hélène")
    assert [row["dossier"] for row in relance.rows("letter", "waiting")] == ["BZ-2"]
    [row] = [row for row in journal(relance) if row["kind"] == "LetterApproved"]
    assert (row["by"], row["amount"], row["invoices"]) == ("Hélène", "1500.00", ["FA-1"])


def test_a_yes_falls_when_the_amount_changes(relance: Plain) -> None:
    relance.said("letter", "approve", "BZ-1", "--by", "Hélène")
    ledger = relance.folder / "grand-livre" / "ledger.csv"
    ledger.write_text(LEDGER.replace("1500.00,0.00", "1500.00,200.00"), encoding="utf-8")
    relance.said("once", "sync-ledger")
    [one, _] = relance.rows("letter", "waiting")
    assert (one["dossier"], one["amount"]) == ("BZ-1", "1300.00")
    assert "à approuver de nouveau" in one["waits"]


def test_a_yes_to_another_amount_is_refused(relance: Plain) -> None:
    done = relance.run("letter", "approve", "BZ-1", "--by", "Hélène", "--amount", "1400,00")
    assert done.exit_code == 1
    assert "pas 1 400,00 €. Demande 1 500,00 €" in done.stderr.replace("\u00a0", " ")
    assert "LetterApproved" not in kinds(relance)


def test_a_letter_is_refused_for_a_human_or_until_a_day(relance: Plain) -> None:
    relance.said("letter", "reject", "BZ-1", *WHO)
    relance.said("letter", "reject", "BZ-2", *WHO, "--until", "2026-10-12")
    assert relance.rows("dossier", "show", "BZ-1")[0]["review_reasons"] == ["letter_rejected"]
    assert relance.rows("dossier", "show", "BZ-2")[0]["hold_until"] == "2026-10-12"
    assert relance.rows("letter", "waiting") == []


def test_the_next_letter_is_shown_as_it_will_look(relance: Plain, tmp_path: Path) -> None:
    page = tmp_path / "lettre.html"
    shown = relance.said("letter", "show", "BZ-2", "reminder_2", "--html", str(page))
    assert "Le 13/10/2026, à yann@toullec.example" in shown
    assert page.exists()
    missing = relance.run("letter", "show", "BZ-2", "ultimatum")
    assert missing.exit_code == 1


def test_what_a_letter_asks_for_is_told_apart_from_its_principal(relance: Plain) -> None:
    shown = relance.said("letter", "show", "BZ-1", "reminder_3").replace("\u00a0", " ")
    [asked] = [line for line in shown.splitlines() if line.startswith("Demande ")]
    assert asked.startswith("Demande 1 5")
    assert ": reste dû 1 500,00 €, intérêts " in asked
    assert asked.endswith("indemnités 40,00 €")
    [row] = relance.rows("letter", "show", "BZ-1", "reminder_3")
    sums = [Decimal(row[name]) for name in ("demanded", "amount", "interest", "fees")]
    assert sums[0] == sum(sums[1:])
    assert row["amount"] == "1500.00"


# --- objections, absences, tasks


def test_whoever_knows_the_customer_objects(relance: Plain) -> None:
    relance.said("dossier", "object", "BZ-1", "--by", "Luc", "--because", "salon en cours")
    one = relance.rows("dossier", "show", "BZ-1")[0]
    assert (one["phase"], one["review_reasons"]) == ("review", ["manager_objects"])


def test_an_absent_colleagues_tasks_go_to_his_deputy(relance: Plain) -> None:
    relance.said(*CALL, "--with", "Anne Le Gall", "--said", "elle rappelle", "--next", "2026-10-08")
    away = ("absence", "add", "Hélène", "--deputy", "Zoé", "--until", "2026-10-16", "--by", "Zoé")
    relance.said(*away)
    [task] = relance.rows("task", "list", "--for", "Zoé")
    assert (task["task"], task["owner"]) == ("next:2026-10-08", "Zoé")
    assert relance.rows("task", "list", "--for", "Hélène") == []
    [known] = relance.rows("absence", "list")
    assert (known["who"], known["deputy"], known["until_on"]) == ("Hélène", "Zoé", "2026-10-16")
    relance.said("absence", "back", "Hélène", "--by", "Zoé")
    assert [row["owner"] for row in relance.rows("task", "list")] == ["Hélène"]


@pytest.mark.parametrize(
    "words",
    [
        ("absence", "add", "Zoé", "--deputy", "Zoé", "--until", "2026-10-16", "--by", "Zoé"),
        ("absence", "add", "Zoé", "--deputy", "Luc", "--until", "2026-10-01", "--by", "Zoé"),
        ("absence", "back", "Zoé", "--by", "Zoé"),
    ],
    ids=["soi-même", "passée", "pas absente"],
)
def test_an_absence_that_makes_no_sense_is_refused(relance: Plain, words: tuple[str, ...]) -> None:
    assert relance.run(*words).exit_code == 1


def test_a_task_is_entrusted_shown_and_done(relance: Plain) -> None:
    relance.said(*CALL, "--with", "Anne Le Gall", "--said", "elle rappelle", "--next", "2026-10-08")
    relance.said("task", "entrust", "BZ-1", "next:2026-10-08", "--to", "Luc", *WHO)
    shown = relance.said("task", "show", "BZ-1", "next:2026-10-08")
    assert "à Luc" in shown
    assert "FICHE D'APPEL" in shown
    relance.said("task", "done", "BZ-1", "next:2026-10-08", *WHO)
    assert relance.rows("task", "list") == []


# --- the rest of what people decide


def test_a_contact_gets_a_number_and_an_address_is_taken_away(relance: Plain) -> None:
    relance.said(
        *("dossier", "contact", "BZ-2", "Daf@Toullec.example", "--name", "Ronan Toullec"),
        *("--role", "cfo", "--phone", "0297000000", *WHO),
    )
    relance.said("dossier", "contact", "BZ-2", "yann@toullec.example", "--remove", *WHO)
    [contact] = relance.rows("dossier", "show", "BZ-2")[0]["contacts"]
    assert (contact["email"], contact["phone"]) == ("daf@toullec.example", "0297000000")


def test_a_legal_step_is_written_down_with_its_reference(relance: Plain) -> None:
    relance.said("dossier", "hand-over", "BZ-1", *WHO)
    step = ("dossier", "legal-step", "BZ-1", "petition_filed", "--on", "2026-10-05")
    relance.said(*step, "--reference", "RG 26/118", *WHO)
    assert "requête déposée le 05/10/2026 (RG 26/118)" in relance.said("dossier", "show", "BZ-1")


@pytest.mark.parametrize(
    "words",
    [
        ("dossier", "call", "BZ-1", "--by", "H", "--on", "demain"),
        ("dossier", "call", "BZ-1", "--by", "H", "--on", "2026-10-05", "--part", "2026-10-09=x"),
        ("dossier", "call", "BZ-1", "--by", "H", "--on", "2026-10-05", "--part", "2026-10-09=5"),
        ("dossier", "call", "BZ-1", "--by", "H", "--on", "2026-10-05", "--heard", "colère"),
        ("dossier", "posted", "BZ-1", "notice", "--number", "1", "--on", "2026-10-05", "--by", "H"),
        ("plan", "agree", "BZ-1", "--by", "H", "--because", "x"),
        ("letter", "order", "BZ-1", "dispute_answer", "--by", "H", "--because", "x"),
    ],
)
def test_what_cannot_be_understood_is_wrong_use_and_writes_nothing(
    relance: Plain, words: tuple[str, ...]
) -> None:
    before = kinds(relance)
    assert relance.run(*words).exit_code == 2
    assert kinds(relance) == before


GROUPS = {
    "dossier": "call claim release object cause hold resume close contact order legal-step",
    "letter": "waiting show order approve reject",
    "dispute": "open decide",
    "plan": "agree",
    "task": "list show done entrust",
    "absence": "add list back",
}


@pytest.mark.parametrize("group", GROUPS)
def test_help_teaches_every_command_of_a_group(group: str) -> None:
    for command in GROUPS[group].split():
        done = CliRunner().invoke(app, [group, command, "--help"])
        assert done.exit_code == 0, (group, command)
        assert len(done.output.splitlines()) > 6


def test_every_act_speaks_json(relance: Plain) -> None:
    rows = relance.rows("dossier", "note", "BZ-1", "Parti en congés", "--by", "Hélène")
    assert json.loads(json.dumps(rows))[0]["kind"] == "NoteWritten"
