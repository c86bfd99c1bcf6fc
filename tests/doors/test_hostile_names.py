"""A debtor's name that turns what follows it, or that a spreadsheet would run."""

import asyncio
import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from doors.test_commands import LEDGER, Relance
from doors.test_commands_message import DIGEST, MAIL, WHO, receive
from doors.test_papers import PAPERS, seated, words_of
from doors.test_render_letters import message_of
from relance_mailer.dossier.values import Contact
from relance_mailer.outward.levels import Form
from values.letters import level_letter

TURNS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
TURNED = "Hôtel \u202exuevel\u202c \u2067seD\u2069 \u200fSARL\u0007"
FORMULAS = (
    '=HYPERLINK("https://mechant.example";"Payez ici")',
    "=cmd|' /C calc'!A0",
    "+33 2 97 00 00 00",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
)


@pytest.mark.parametrize("name", [TURNED, *FORMULAS])
def test_a_letter_shows_the_name_and_nothing_turns(name: str) -> None:
    letter = level_letter("reminder_2")
    debtor = replace(letter.debtor, name=name)
    to = (Contact(email="compta@lemoal.example", name=name),)
    message = message_of(replace(letter, debtor=debtor, to=to))
    parts = [part.get_content() for part in message.walk() if part.get_content_maintype() == "text"]
    assert len(parts) == 2
    for told in (*parts, str(message["Subject"]), str(message["To"])):
        assert not TURNS.search(told), ascii(told)
    assert message["To"].addresses[0].addr_spec == "compta@lemoal.example"


@pytest.mark.parametrize("name", [TURNED, *FORMULAS])
def test_a_paper_shows_the_name_and_nothing_turns(name: str) -> None:
    letter = seated(level_letter("formal_notice"))
    letter = replace(letter, debtor=replace(letter.debtor, name=name))
    said = words_of(PAPERS.notice(letter, (), (), Form.REGISTERED_LETTER))
    assert not TURNS.search(said)
    assert TURNS.sub("", name)[:12] in said


@pytest.mark.parametrize("name", [TURNED, FORMULAS[0], FORMULAS[2]])
def test_what_is_exported_and_listed_is_words(tmp_path: Path, name: str) -> None:
    """From the ledger to the terminal and to the cases that a controller opens in a spreadsheet."""
    made = Relance(tmp_path / "etc")
    ledger = made.folder / "grand-livre" / "ledger.csv"
    before = next(csv.DictReader(LEDGER.splitlines()))["debtor_name"]
    quoted = '"' + name.replace('"', '""') + '"'
    ledger.write_text(LEDGER.replace(before, quoted), encoding="utf-8")
    made.said("once", "sync-ledger")
    asyncio.run(receive(made, MAIL.encode()))
    made.said("message", "confirm", DIGEST, *WHO)
    made.said("message", "export", str(tmp_path / "cas"))
    with (tmp_path / "cas" / "ledger.csv").open(encoding="utf-8", newline="") as file:
        (row, *_) = csv.DictReader(file)
    assert row["debtor_name"].lstrip("'") == " ".join(TURNS.sub("", name).split())
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
    for words in (("queue", "review"), ("dossier", "show", "BZ-1"), ("dossier", "journal", "BZ-1")):
        told = made.said(*words)
        assert not TURNS.search(told), ascii(told)
