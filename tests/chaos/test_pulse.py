"""What the signs of a daemon say of hanging, and of where it was killed."""

from collections import Counter
from pathlib import Path

import pytest

from chaos.killing import Tally
from chaos.pulse import (
    AFTER,
    BEFORE,
    BEGINS,
    ENDS,
    LEAVES,
    Pulse,
    Sign,
    doubts_of,
    longest_pass,
    longest_silence,
    on_the_wall,
    points_in,
    queued_seconds,
    signs_of,
)


def sign(at: float, side: str = BEFORE, name: str = "outbox.filed", queued: float = 0.0) -> Sign:
    return Sign(at=at, queued=queued, side=side, name=name)


def test_what_is_written_is_read_again_but_for_a_line_that_death_cut(tmp_path: Path) -> None:
    file = tmp_path / "pulse"
    pulse = Pulse(file)
    pulse.sign(BEFORE, "journal.commit[LetterSent]")
    pulse.sign(BEGINS, "send-letters")
    with file.open("ab") as other:
        other.write(b"12.3 0.1 aft")
    assert [(one.side, one.name) for one in signs_of(file)] == [
        (BEFORE, "journal.commit[LetterSent]"),
        (BEGINS, "send-letters"),
    ]


def test_who_never_wrote_gave_no_sign(tmp_path: Path) -> None:
    assert signs_of(tmp_path / "none") == []


def test_passes_are_no_points() -> None:
    signs = [sign(1.0), sign(2.0), sign(2.0, AFTER), sign(3.0, BEGINS, "send-letters")]
    signs.append(sign(4.0, LEAVES, "a@brezance"))
    assert points_in(signs) == Counter({"before outbox.filed": 2, "after outbox.filed": 1})


@pytest.mark.parametrize(
    "signs, seconds",
    [
        ((), 100.0),
        ((sign(10.0),), 90.0),
        ((sign(70.0),), 70.0),
        ((sign(10.0), sign(80.0), sign(90.0)), 70.0),
        ((sign(10.0), sign(80.0, queued=50.0), sign(90.0, queued=50.0)), 20.0),
    ],
)
def test_a_silence_lasts_from_sign_to_sign_less_the_wait_for_a_processor(
    signs: tuple[Sign, ...], seconds: float
) -> None:
    queued = signs[-1].queued if signs else 0.0
    end = sign(100.0, queued=queued)
    assert longest_silence(signs, born_at=0.0, end=end) == seconds


@pytest.mark.parametrize(
    "signs, seconds",
    [
        ((), 0.0),
        ((sign(1.0, BEGINS, "a"), sign(4.0, ENDS, "a")), 3.0),
        ((sign(1.0, BEGINS, "a"), sign(4.0, ENDS, "b")), 99.0),
        ((sign(1.0, BEGINS, "a"), sign(2.0, BEGINS, "b"), sign(9.0, ENDS, "a")), 98.0),
        ((sign(1.0, BEGINS, "a"), sign(9.0, ENDS, "a", queued=7.0)), 1.0),
    ],
)
def test_a_pass_lasts_until_its_end_or_until_death(signs: tuple[Sign, ...], seconds: float) -> None:
    assert longest_pass(signs, end=sign(100.0)) == seconds


def test_no_more_is_taken_off_a_silence_than_went_by_on_the_wall() -> None:
    signs, end = [sign(20.0, queued=60.0)], sign(90.0, queued=160.0)
    assert longest_silence(signs, born_at=0.0, end=end) == 0.0
    *walled, end = on_the_wall([*signs, end])
    assert longest_silence(walled, born_at=0.0, end=end) == 70.0


def test_threads_that_wait_beside_the_main_one_take_nothing_off(tmp_path: Path) -> None:
    for thread, waited in ((7, 2_000_000_000), (8, 3_000_000_000), (9, 4_000_000_000)):
        task = tmp_path / "7" / "task" / str(thread)
        task.mkdir(parents=True)
        (task / "schedstat").write_text(f"123 {waited} 45\n")
    assert queued_seconds(7, proc=tmp_path) == 2.0
    assert queued_seconds(6, proc=tmp_path) == 0.0


def test_a_doubt_is_of_the_life_that_handed_the_letter_over_last() -> None:
    sooner = [sign(1.0, LEAVES, "a"), sign(2.0, LEAVES, "b"), sign(3.0)]
    later = [sign(5.0, LEAVES, "b"), sign(6.0, LEAVES, "c"), sign(7.0)]
    found = doubts_of({"a", "b"}, [sooner, later])
    assert found.deaths == Counter({0: 1, 1: 1})
    assert not found.cuts


def test_what_a_cut_line_left_in_doubt_is_not_of_the_death_after_it() -> None:
    both = [sign(1.0, LEAVES, "a"), sign(2.0, LEAVES, "b"), sign(6.0, LEAVES, "c"), sign(9.0)]
    dead = [sign(3.0, LEAVES, "d"), sign(3.5)]
    found = doubts_of({"a", "b", "c", "d"}, [both, dead], cuts=[4.0, 20.0])
    assert found.cuts == Counter({(0, 0): 2})
    assert found.deaths == Counter({0: 1, 1: 1})


def test_a_doubt_that_no_dying_daemon_can_have_left_is_a_fault() -> None:
    with pytest.raises(AssertionError, match="no daemon"):
        doubts_of({"a"}, [[sign(1.0, LEAVES, "b")]])


def test_two_parts_make_one_tally_and_a_file_keeps_it() -> None:
    one = Tally(kills=3, neighbours=1, departures=7, silence_seconds=2.0, lost=1)
    one.unsure_of_a_kill = 2
    one.at_points["before outbox.filed"] += 2
    other = Tally(kills=2, unsure=1, silence_seconds=9.0, pass_seconds=1.0, lost=1, hung=1)
    other.unsure_of_a_kill = 1
    other.at_points["before outbox.filed"] += 1
    whole = Tally.of(one.row())
    whole.add(Tally.of(other.row()))
    assert whole.at_points == Counter({"before outbox.filed": 3})
    assert (whole.kills, whole.elsewhere, whole.neighbours) == (5, 1, 1)
    assert (whole.departures, whole.unsure) == (7, 1)
    assert (whole.silence_seconds, whole.pass_seconds) == (9.0, 1.0)
    assert (whole.lost, whole.hung, whole.unsure_of_a_kill) == (2, 1, 2)
