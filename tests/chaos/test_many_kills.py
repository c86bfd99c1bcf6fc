"""What `many_kills` takes up of its results, counts at the end and says of it."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from chaos.killing import Tally
from chaos.results import Row, fingerprint, keep, report_of, taken_up
from chaos.trial import Found, count_mails
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import CreditorId, Digest
from relance_mailer.inward.glance import Glance
from relance_mailer.ports import Fate, Kept
from relance_mailer.words import Kind

ASKED: Row = {"program": "5a5a", "database": "postgres", "daemons": 2, "a_part": 30, "only": []}
IGNORED = Kept(
    digest=Digest("d" * 64),
    creditor=CreditorId("brezance"),
    mailbox="relance@brezance.example",
    folder="INBOX",
    sent_folder=False,
    received_at=datetime(2026, 10, 21, 7, 0, tzinfo=UTC),
    sent_at=None,
    size=400,
    glance=Glance(message_id="one@salon.example"),
    fate=Fate.NOBODYS,
    truncated=False,
)
TOLD = e.MessageIgnored(
    because="aucune créance", message=IGNORED.digest, kind=Kind.UNRELATED, sender="", subject=""
)


def row(number: int, *, failed: str = "", tally: Tally | None = None, **other: object) -> Row:
    shown = (tally or Tally(kills=30)).row()
    base = {"part": number, "seed": 40 + number, "failed": failed, "seconds": 60.0}
    return {**base, **ASKED, **shown, **other}


def test_the_same_command_on_the_same_program_takes_up_its_parts(tmp_path: Path) -> None:
    file = tmp_path / "results.jsonl"
    for number in range(3):
        keep(file, row(number))
    rows, aside = taken_up(file, ASKED, 40)
    assert ([one["part"] for one in rows], aside) == ([0, 1, 2], 0)
    assert taken_up(tmp_path / "none", ASKED, None) == ([], 0)
    assert taken_up(None, ASKED, None) == ([], 0)


@pytest.mark.parametrize(
    "other",
    [
        {"program": "an earlier one"},
        {"database": "sqlite"},
        {"daemons": 1},
        {"a_part": 10},
        {"only": ["outbox"]},
        {"seed": 7},
    ],
    ids=lambda other: next(iter(other)),
)
def test_a_row_of_anything_else_is_left_aside(tmp_path: Path, other: Row) -> None:
    file = tmp_path / "results.jsonl"
    keep(file, row(0))
    keep(file, row(1, **other))
    rows, aside = taken_up(file, ASKED, None)
    assert ([one["part"] for one in rows], aside) == ([0], 1)


def test_old_rows_and_torn_lines_are_left_aside(tmp_path: Path) -> None:
    file = tmp_path / "results.jsonl"
    old = {name: value for name, value in row(0).items() if name not in ASKED}
    file.write_text(f"{json.dumps(old)}\n{json.dumps(row(1))}\n12\n{json.dumps(row(2))[:50]}")
    rows, aside = taken_up(file, ASKED, None)
    assert ([one["part"] for one in rows], aside) == ([1], 3)


def test_whatever_drives_a_trial_changes_its_fingerprint(tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "chaos"
    folder.mkdir(parents=True)
    (folder / "killing.py").write_text("KILLS = 1\n")
    one = fingerprint.__wrapped__(tmp_path)
    (folder / "test_pulse.py").write_text("assert True\n")
    assert fingerprint.__wrapped__(tmp_path) == one
    (folder / "killing.py").write_text("KILLS = 2\n")
    assert fingerprint.__wrapped__(tmp_path) != one
    assert len(one) == 12


def test_the_last_words_count_what_the_parts_counted() -> None:
    one = Tally(kills=30, unsure=3, unsure_of_a_kill=2, silence_seconds=5.0)
    one.silence_wall_seconds = 8.0
    said = report_of([row(0, tally=one), row(1)])
    assert "60 kills in 120 s" in said
    assert "0 twice, 0 lost, 0 hung" in said
    assert "at most 2 of one kill" in said
    assert "longest silence 5.0 s (8.0 s on the wall)" in said
    assert "not shown" not in said
    assert "2 twice, 1 lost, 0 hung" in report_of([row(0, tally=Tally(twice=2, lost=1))])


def test_where_a_part_failed_no_zero_is_shown() -> None:
    lost = Tally(kills=12, lost=4)
    said = report_of([row(0), row(1, failed="AssertionError: 4 de perdus", tally=lost)])
    assert (
        "twice not shown, at least 4 lost, hung not shown: part 1 (seed 41) failed"
        in said.splitlines()
    )
    assert "42 kills" in said
    assert "0 twice" not in said


@pytest.mark.parametrize(
    "kept, told, twice, lost",
    [
        ([IGNORED], [TOLD], 0, 0),
        ([replace(IGNORED, fate=Fate.READ)], [], 0, 0),
        ([IGNORED, replace(IGNORED, digest=Digest("s" * 64), sent_folder=True)], [TOLD], 0, 0),
        ([], [], 0, 1),
        ([replace(IGNORED, glance=Glance(message_id="other@x.example"))], [TOLD], 0, 1),
        ([replace(IGNORED, fate=Fate.UNREAD)], [], 0, 1),
        ([IGNORED], [], 0, 1),
        ([IGNORED], [TOLD, TOLD], 1, 0),
        ([IGNORED, replace(IGNORED, fate=Fate.READ)], [TOLD], 1, 0),
    ],
    ids=[
        "ignored",
        "read on a dossier",
        "a copy in Sent is another mail",
        "never kept",
        "another one is kept",
        "never read",
        "its fate says so, the journal does not",
        "told twice",
        "kept twice",
    ],
)
def test_each_mail_is_known_exactly_once(
    kept: list[Kept], told: list[e.Event], twice: int, lost: int
) -> None:
    found = Found()
    count_mails(found, ["one@salon.example"], kept, told)
    assert (len(found.twice), len(found.lost)) == (twice, lost)
