"""Messages that are built to hurt: whatever opens mail survives them, in bounded memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

from relance_mailer.adapters.parts import pieces_of
from relance_mailer.reading.parse import parse
from values.bombs import BOMBS, gzip_of_nothing, winmail_that_unpacks, zip_of_zips

TESTS = Path(__file__).resolve().parents[1]
MEBIBYTES_MAX = 400
"""Above what the process held before, whatever came; the heaviest messages have forty megabytes."""

SECONDS_MAX = 300


def test_every_bomb_is_opened_by_everything_that_opens_mail() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "values.bomb_range"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS.parent), str(TESTS)))},
        capture_output=True,
        text=True,
        timeout=SECONDS_MAX,
    )
    assert run.returncode == 0, run.stderr[-3_000:]
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    assert {row["bomb"] for row in rows} == set(BOMBS)
    assert {row["made"] for row in rows if row["opener"] == "read"} == {"Reading"}
    heavy = [row for row in rows if row["mebibytes"] > MEBIBYTES_MAX]
    assert not heavy


def test_archives_are_named_and_never_opened() -> None:
    """The bytes of a piece are those that came: nothing is unpacked to look into it."""
    for make in (zip_of_zips, gzip_of_nothing, winmail_that_unpacks):
        raw = make()
        pieces = pieces_of(raw)
        assert pieces
        assert all(len(piece.data) < len(raw) for piece in pieces), make.__name__
        read = parse(raw)
        assert read.text.startswith("Bonjour, nous réglerons")
        assert all(one.size < len(raw) for one in read.attachments)
