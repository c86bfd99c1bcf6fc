"""The file for a court from the desk: what the command line writes, in one archive."""

import hashlib
import io
import zipfile
from collections.abc import AsyncIterator

import pytest

from doors.desk_seat import Seat, seated, words
from relance_mailer.ports import DeskRole

FILE = "/contentieux/brezance/BZ-1"


@pytest.fixture
async def desk(sqlite_url: str) -> AsyncIterator[Seat]:
    """Somebody at the desk, before one late dossier."""
    async with seated(sqlite_url) as made:
        yield made


async def test_everything_is_in_it_and_its_sums_are_right(desk: Seat) -> None:
    assert f'href="{FILE}"' in (await desk.get()).text
    answer = await desk.get(FILE)
    assert answer.status_code == 200, words(answer)
    assert answer.headers["content-type"] == "application/octet-stream"
    assert "dossier-BZ-1.zip" in answer.headers["content-disposition"]
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    names = set(archive.namelist())
    assert {"dossier.pdf", "journal.jsonl", "SHA256SUMS", "verifier.py"} <= names
    sums = archive.read("SHA256SUMS").decode().splitlines()
    assert {line.split("  ", 1)[1] for line in sums} == names - {"SHA256SUMS"}
    for line in sums:
        digest, name = line.split("  ", 1)
        assert hashlib.sha256(archive.read(name)).hexdigest() == digest
    assert (await desk.get(FILE)).content == answer.content


async def test_nobody_without_a_session_gets_it_and_an_unknown_dossier_is_said(desk: Seat) -> None:
    unknown = await desk.get("/contentieux/brezance/NUL-9")
    assert unknown.status_code == 422
    assert "NUL-9" in words(unknown)
    await desk.enters("Yann", DeskRole.READER)
    assert (await desk.get(FILE)).status_code == 200
    await desk.sends("/sortir")
    assert (await desk.get(FILE)).status_code == 303
