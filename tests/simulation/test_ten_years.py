"""Ten years in five lives of two: what really left, judged from outside; and the judge itself.

Long runs: `PYTHONPATH=.:tests python -m simulation.long_run --lives 50 --years 5`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from simulation.french_days import after, easter, holidays, is_open
from simulation.life import Life, Posted, Said, header
from simulation.oracle import RANK, judged, seen

LIVES = (
    # seed, first year, with mishaps of ours
    (101, 2019, False),
    (102, 2020, True),
    (103, 2022, False),
    (104, 2023, True),
    (105, 2025, False),
)
LEAST_LETTERS = 40


async def a_life(seed: int, year: int, *, mishaps: bool, people: int = 6) -> Life:
    """Two years; the last one ends in December at the latest."""
    life = Life(
        seed=seed,
        start=date(year, 2, 1),
        end=min(date(year + 2, 1, 31), date(2026, 12, 31)),
        people=people,
        mishaps=mishaps,
    )
    await life.live()
    return life


@pytest.mark.parametrize(("seed", "year", "mishaps"), LIVES)
async def test_nothing_announced_is_missing_early_weaker_or_late_without_a_cause(
    seed: int, year: int, mishaps: bool
) -> None:
    life = await a_life(seed, year, mishaps=mishaps)
    assert len(life.mailer.posted) > LEAST_LETTERS
    assert {one.split(" ", 1)[1] for one in life.faults} <= {"illisible", "IMAP injoignable"}
    assert judged(life) == (), f"graine {seed}"


@pytest.fixture(scope="module")
def quiet_year() -> Life:
    """A year in which nobody answers and nothing fails: every date is the printed one."""
    import asyncio

    life = Life(seed=7, start=date(2021, 2, 1), end=date(2022, 1, 31), people=6)
    life.persons = [replace(person, answers=0.0, never=0.6) for person in life.persons]
    asyncio.run(life.live())
    assert judged(life) == ()
    return life


@dataclass(frozen=True)
class Tampered:
    """A life with other letters: what the oracle reads of a house that does wrong."""

    life: Life
    letters: list[Posted]

    def judged(self) -> tuple[str, ...]:
        kept = self.life.mailer.posted
        self.life.mailer.posted = sorted(self.letters, key=lambda one: one.at)
        try:
            return judged(self.life)
        finally:
            self.life.mailer.posted = kept


def _chained(life: Life) -> int:
    """The place of a second reminder that was announced."""
    return next(
        place
        for place, one in enumerate(life.mailer.posted)
        if header(one.mime, "X-Reminder-Level") == "reminder_2"
    )


def _moved(days: int) -> Callable[[Life], list[Posted]]:
    def move(life: Life) -> list[Posted]:
        letters, place = list(life.mailer.posted), _chained(life)
        at = letters[place].at
        letters[place] = replace(letters[place], at=at + timedelta(days=days))
        return letters

    return move


def _left_out(life: Life) -> list[Posted]:
    place = _chained(life)
    return [one for number, one in enumerate(life.mailer.posted) if number != place]


def _twice(life: Life) -> list[Posted]:
    return [*life.mailer.posted, life.mailer.posted[_chained(life)]]


def _weaker(life: Life) -> list[Posted]:
    letters, place = list(life.mailer.posted), _chained(life)
    mime = letters[place].mime.replace(
        b"X-Reminder-Level: reminder_2", b"X-Reminder-Level: reminder_1"
    )
    letters[place] = replace(letters[place], mime=mime)
    return letters


def _lower_reader(life: Life) -> list[Posted]:
    """A level goes to the usual contact after somebody above had the one before it."""
    letters = list(life.mailer.posted)
    for place, one in enumerate(letters):
        read = seen(one, life)
        above = [
            number
            for number, other in enumerate(letters[:place])
            if seen(other, life).dossier == read.dossier
            and RANK.get(seen(other, life).level, 9) < RANK.get(read.level, -1)
            and set(seen(other, life).numbers) & set(read.numbers)
        ]
        if above and seen(letters[above[-1]], life).reader != "usual":
            domain = one.to.partition("@")[2]
            letters[place] = replace(one, to=f"usual@{domain}")
            return letters
    raise AssertionError("personne au-dessus du contact habituel")


def _other_invoice(life: Life) -> list[Posted]:
    """The first formal notice lists an invoice that nobody ever asked for."""
    letters = list(life.mailer.posted)
    place = next(
        number
        for number, one in enumerate(letters)
        if header(one.mime, "X-Reminder-Level") == "formal_notice"
    )
    number = seen(letters[place], life).numbers[0]
    theirs = seen(letters[place], life).dossier
    foreign = next(n for n, row in life.rows.items() if row.key.dossier != theirs)
    mime = letters[place].mime.replace(number.encode(), foreign.encode())
    letters[place] = replace(letters[place], mime=mime)
    return letters


@pytest.mark.parametrize(
    ("tamper", "check"),
    [
        (_moved(-2), "what_was_announced"),
        (_moved(3), "what_was_announced"),
        (_left_out, "what_was_announced"),
        (_twice, "one_contact_a_day"),
        (_weaker, "what_was_announced"),
        (_other_invoice, "notice_only_on_what_was_asked"),
        (_lower_reader, "readers_rise"),
    ],
    ids=[
        "trop tôt",
        "trop tard",
        "jamais",
        "deux fois",
        "plus faible",
        "jamais relancée",
        "un lecteur plus bas",
    ],
)
def test_the_oracle_sees_what_goes_wrong(
    quiet_year: Life, tamper: Callable[[Life], list[Posted]], check: str
) -> None:
    found = Tampered(life=quiet_year, letters=tamper(quiet_year)).judged()
    assert any(fault.startswith(check) for fault in found), found


@pytest.mark.parametrize(
    ("what", "check"),
    [("dispute", "est contestée"), ("promise", "est promise"), ("hostile", "nothing_after_a_stop")],
)
def test_the_oracle_sees_a_letter_that_a_word_should_have_stopped(
    quiet_year: Life, what: str, check: str
) -> None:
    """The debtor said so, in truth, the day before a level that left all the same."""
    letter = seen(quiet_year.mailer.posted[_chained(quiet_year)], quiet_year)
    word = Said(
        at=letter.at - timedelta(days=1),
        what=what,
        dossier=letter.dossier,
        until=after(letter.on, 4) if what == "promise" else None,
        numbers=letter.numbers,
    )
    quiet_year.truth.said.insert(0, word)
    try:
        found = judged(quiet_year)
    finally:
        quiet_year.truth.said.remove(word)
    assert any(check in fault for fault in found), found


def test_the_oracle_sees_a_letter_on_a_paid_invoice(quiet_year: Life) -> None:
    letter = seen(quiet_year.mailer.posted[_chained(quiet_year)], quiet_year)
    number = letter.numbers[0]
    kept = list(quiet_year.truth.left[number])
    quiet_year.truth.left[number] = [(day, left * 0) for day, left in kept]
    try:
        found = judged(quiet_year)
    finally:
        quiet_year.truth.left[number] = kept
    assert any(f"{number} est payée" in fault for fault in found), found


def test_every_level_of_the_method_left_in_these_years(quiet_year: Life) -> None:
    left = {header(one.mime, "X-Reminder-Level") for one in quiet_year.mailer.posted}
    assert left == set(RANK)


def test_the_oracle_has_the_french_calendar() -> None:
    assert [easter(year) for year in (2019, 2024, 2027)] == [
        date(2019, 4, 21),
        date(2024, 3, 31),
        date(2027, 3, 28),
    ]
    assert len(holidays(2026)) == 11
    assert not is_open(date(2026, 11, 11))
    assert after(date(2026, 11, 10)) == date(2026, 11, 12)
