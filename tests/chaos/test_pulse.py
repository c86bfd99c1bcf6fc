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
    Pulse,
    Sign,
    longest_pass,
    longest_silence,
    points_in,
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


def test_two_parts_make_one_tally_and_a_file_keeps_it() -> None:
    one = Tally(kills=3, neighbours=1, departures=7, silence_seconds=2.0)
    one.at_points["before outbox.filed"] += 2
    other = Tally(kills=2, unsure=1, silence_seconds=9.0, pass_seconds=1.0)
    other.at_points["before outbox.filed"] += 1
    whole = Tally.of(one.row())
    whole.add(Tally.of(other.row()))
    assert whole.at_points == Counter({"before outbox.filed": 3})
    assert (whole.kills, whole.elsewhere, whole.neighbours) == (5, 1, 1)
    assert (whole.departures, whole.unsure) == (7, 1)
    assert (whole.silence_seconds, whole.pass_seconds) == (9.0, 1.0)
