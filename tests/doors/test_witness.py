"""What stands outside the database: whole lines, its owner's alone, never deleted."""

import json
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from relance_mailer.adapters.witness import (
    ANCHORS_READ,
    PIECE_BYTES,
    FileWitness,
    append_line,
    belongs_to,
)
from relance_mailer.dossier.values import MessageId, PageId
from relance_mailer.flows.keep_journal import Anchor
from relance_mailer.ports import Departure, Permanent, Temporary

AT = datetime(2026, 10, 20, 9, 0, tzinfo=UTC)
PAGE = PageId("dossier:acme/É-1")


def departure(number: int) -> Departure:
    """A letter about to leave."""
    return Departure(
        at=AT + timedelta(seconds=number),
        page=PAGE,
        seq=number,
        step="1/reminder_1/1",
        message_id=MessageId(f"relance.{number}@acme.example"),
    )


def anchors(*heads: int) -> list[str]:
    """Lines as the daemon anchors them, one a day."""
    return [json.dumps({"on": "2026-10-20", "heads": {PAGE: [one, "ab"]}}) for one in heads]


async def test_departures_are_told_as_they_were_noted(tmp_path: Path) -> None:
    file = tmp_path / "anchors.jsonl"
    witness = FileWitness(file, sees_all=True)
    assert (await witness.departures(), await witness.noted_from()) == ((), None)
    await witness.begin(AT)
    await witness.begin(AT + timedelta(days=1))
    for number in (1, 2):
        await witness.note(departure(number))
    again = FileWitness(file, sees_all=False)
    assert await again.departures() == (departure(1), departure(2))
    assert await again.noted_from() == AT
    assert stat.S_IMODE((tmp_path / "departs.jsonl").stat().st_mode) == 0o600


async def test_the_highest_anchor_of_a_page_counts(tmp_path: Path) -> None:
    file = tmp_path / "anchors.jsonl"
    for line in anchors(3, 9, 7):
        append_line(file, line)
    assert await FileWitness(file, sees_all=True).anchored() == {PAGE: (9, "ab")}


async def test_only_the_last_anchors_are_read_whatever_the_length_of_the_file(
    tmp_path: Path,
) -> None:
    """A line of this size is as long as several of the pieces that are read at once."""
    file = tmp_path / "anchors.jsonl"
    pages = {f"dossier:acme/É-{number:05}": [1, "a" * 64] for number in range(3000)}
    for day in range(1, 21):
        line = json.dumps({"on": f"2026-10-{day:02}", "heads": {**pages, PAGE: [day, "ab"]}})
        append_line(file, line)
    assert file.stat().st_size > 20 * 3 * PIECE_BYTES
    found = await FileWitness(file, sees_all=True).anchors_of_days()
    days = [f"2026-10-{day:02}" for day in range(20, 20 - ANCHORS_READ, -1)]
    assert [at.date().isoformat() for at, _ in found] == days
    assert [heads[PAGE][0] for _, heads in found] == list(range(20, 20 - ANCHORS_READ, -1))
    file.write_bytes(b"rien\n" + file.read_bytes())
    assert len(await FileWitness(file, sees_all=True).anchored()) == 3001


async def test_a_line_that_a_power_cut_left_half_is_taken_off(tmp_path: Path) -> None:
    """The next line would be glued to it, and be lost with it."""
    file = tmp_path / "anchors.jsonl"
    witness = FileWitness(file, sees_all=True)
    await witness.begin(AT)
    await witness.note(departure(1))
    for name in ("anchors.jsonl", "departs.jsonl"):
        with (tmp_path / name).open("a", encoding="utf-8") as half:
            half.write('["2026-10-')
    assert await witness.departures() == (departure(1),)
    await witness.begin(AT)
    await witness.note(departure(2))
    assert await witness.departures() == (departure(1), departure(2))
    assert await witness.anchored() == {}


async def test_an_unreadable_line_is_said_and_not_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "anchors.jsonl"
    append_line(file, anchors(3)[0])
    append_line(file, "[]")
    witness = FileWitness(file, sees_all=True)
    with pytest.raises(Permanent, match=r"anchors\.jsonl, ligne 2"):
        await witness.anchored()
    append_line(tmp_path / "departs.jsonl", '["hier"]')
    with pytest.raises(Permanent, match=r"departs\.jsonl, ligne 1"):
        await witness.departures()


async def test_a_lost_history_is_kept_under_another_name(tmp_path: Path) -> None:
    file = tmp_path / "anchors.jsonl"
    append_line(file, anchors(3)[0])
    witness = FileWitness(file, sees_all=True)
    await witness.begin(AT)
    await witness.note(departure(1))
    await witness.set_aside(AT + timedelta(days=1))
    assert (await witness.anchored(), await witness.departures()) == ({}, ())
    assert await witness.noted_from() == AT + timedelta(days=1)
    kept = sorted(one.name for one in tmp_path.glob("*.avant-*"))
    assert kept == [
        "anchors.jsonl.avant-20261021T090000000000",
        "departs.jsonl.avant-20261021T090000000000",
    ]


async def test_a_disk_that_refuses_is_said(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("pas un dossier")
    witness = FileWitness(tmp_path / "fichier" / "anchors.jsonl", sees_all=True)
    with pytest.raises(Temporary, match="écriture impossible"):
        await witness.note(departure(1))


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file of this process grows beyond so many bytes, as on a disk that is about to be full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


async def test_a_line_that_only_half_fits_on_the_disk_is_no_line(tmp_path: Path) -> None:
    """The system writes what fits and reports no error; the next line must not be glued to it."""
    file = tmp_path / "anchors.jsonl"
    witness = FileWitness(file, sees_all=True)
    await witness.begin(AT)
    await witness.note(departure(1))
    size = (tmp_path / "departs.jsonl").stat().st_size
    with room_for(size + 20), pytest.raises(Temporary, match="écriture impossible"):
        await witness.note(departure(2))
    await witness.note(departure(3))
    assert await witness.departures() == (departure(1), departure(3))


async def test_a_file_that_a_power_cut_left_empty_is_begun_again(tmp_path: Path) -> None:
    witness = FileWitness(tmp_path / "anchors.jsonl", sees_all=True)
    (tmp_path / "departs.jsonl").write_text('{"noted_fr', encoding="utf-8")
    await witness.begin(AT)
    await witness.note(departure(1))
    assert (await witness.noted_from(), await witness.departures()) == (AT, (departure(1),))


async def test_two_databases_in_one_folder_each_have_their_own_witnesses(tmp_path: Path) -> None:
    """A trial beside the real one was taken for it, fallen back, and stopped all its letters."""
    file = tmp_path / "anchors.jsonl"
    real = FileWitness(file, sees_all=True, database="relance.db")
    await real.begin(AT)
    await real.note(departure(1))
    trial = FileWitness(file, sees_all=True, database="essai.db")
    with pytest.raises(Permanent, match=r"de la base « relance\.db », et non de « essai\.db »"):
        await trial.begin(AT)
    append_line(file, anchors(3)[0])
    other = FileWitness(tmp_path / "anchors-essai.jsonl", sees_all=True, database="essai.db")
    await other.begin(AT)
    assert (await other.departures(), await other.anchored()) == ((), {})
    await real.begin(AT)
    assert await real.departures() == (departure(1),)
    assert (tmp_path / "departs-essai.jsonl").exists()


async def test_files_of_old_names_are_read_and_marked_and_a_restore_may_rename(
    tmp_path: Path,
) -> None:
    """They had no database's name in them, and departs.jsonl beside whatever the anchors' name."""
    file = tmp_path / "temoins.jsonl"
    append_line(tmp_path / "departs.jsonl", json.dumps({"noted_from": AT.isoformat()}))
    append_line(tmp_path / "departs.jsonl", json.dumps(departure(1).told()))
    witness = FileWitness(file, sees_all=True, database="relance.db")
    await witness.begin(AT + timedelta(days=1))
    assert (await witness.departures(), await witness.noted_from()) == ((departure(1),), AT)
    belongs_to(file, "relance")
    await FileWitness(file, sees_all=False, database="relance").begin(AT)
    with pytest.raises(Permanent):
        await witness.begin(AT)


async def test_a_restore_on_a_new_machine_leaves_files_that_a_start_can_read(
    tmp_path: Path,
) -> None:
    """Whose files they are is written before anything was ever noted there."""
    file = tmp_path / "anchors.jsonl"
    belongs_to(file, "relance")
    witness = FileWitness(file, sees_all=True, database="relance")
    await witness.begin(AT)
    assert await witness.noted_from() == AT
    await witness.begin(AT + timedelta(days=1))
    assert await witness.noted_from() == AT
    assert await witness.departures() == ()


async def test_an_anchor_says_its_moment_and_an_earlier_one_the_end_of_its_day(
    tmp_path: Path,
) -> None:
    file = tmp_path / "anchors.jsonl"
    append_line(file, '{"on": "2026-10-19", "heads": {}}')
    made = Anchor(on=AT.date(), at=AT, heads={PAGE: (3, "ab")})
    append_line(file, made.line())
    witness = FileWitness(file, sees_all=True)
    (newest, heads), (earlier, _) = await witness.anchors_of_days()
    assert (newest, heads) == (AT, {PAGE: (3, "ab")})
    assert earlier.isoformat() == "2026-10-19T23:59:59.999999+02:00"
