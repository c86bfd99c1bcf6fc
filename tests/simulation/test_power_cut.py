"""What a power cut leaves of the files: all that was flushed, and of the rest anything."""

import os
from pathlib import Path
from random import Random

import pytest

from relance_mailer.simulate.disk import Disk
from relance_mailer.simulate.machine import flushes_commits
from relance_mailer.store.database import open_database


def append(file: Path, content: bytes, *, flushed: bool) -> None:
    with file.open("ab") as opened:
        opened.write(content)
        opened.flush()
        if flushed:
            os.fsync(opened.fileno())


def test_what_was_flushed_stays_and_what_was_not_may_go(tmp_path: Path) -> None:
    file, left = tmp_path / "departs.jsonl", set()
    for seed in range(40):
        file.unlink(missing_ok=True)
        disk = Disk(Random(seed))
        with disk.spinning():
            append(file, b"kept\n", flushed=True)
            append(file, b"lost\n", flushed=False)
        disk.loses_power(file)
        left.add(file.read_bytes())
    assert all(content.startswith(b"kept\n") for content in left)
    assert {b"kept\n", b"kept\nlost\n"} < left


def test_a_file_that_nobody_flushed_may_be_empty(tmp_path: Path) -> None:
    file = tmp_path / "departs.jsonl"
    append(file, b"lost\n", flushed=False)
    Disk(Random(3)).loses_power(file, tmp_path / "absent")
    assert len(file.read_bytes()) < len(b"lost\n")


@pytest.mark.parametrize(
    ("asked", "flushes"), [("", True), ("?synchronous=NORMAL", False), ("?synchronous=OFF", False)]
)
async def test_a_connection_says_whether_its_commits_are_flushed(
    asked: str, tmp_path: Path, *, flushes: bool
) -> None:
    database = await open_database(f"sqlite:///{tmp_path}/relance.db{asked}")
    try:
        assert await flushes_commits(database) is flushes
    finally:
        await database.close()
