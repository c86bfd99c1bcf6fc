"""The daemon's log of a wait: a line at its beginning, at each change, at its end; no other."""

from datetime import UTC, datetime, timedelta

import pytest
from structlog import reset_defaults
from structlog.testing import capture_logs

from relance_mailer.daemon.saying import Voice
from relance_mailer.dossier.values import CreditorId
from relance_mailer.outward.causes import Cause, Nature

US = CreditorId("brezance")
KEY = (US, "send-letters")
NINE = datetime(2026, 10, 21, 7, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def loud() -> None:
    """A simulation in this very process has silenced the log: here it is what is looked at."""
    reset_defaults()


def cause(check: str, *, since: int | None = 0, nature: Nature = Nature.TROUBLE) -> Cause:
    when = None if since is None else NINE + timedelta(minutes=since)
    return Cause(check=check, because=f"{check} !", remedy="", nature=nature, since=when)


INBOX, LEDGER = cause("inbox_was_read_lately"), cause("ledger_is_fresh")
NIGHT = cause("working_hours_in_france", nature=Nature.USUAL)


def said(*looks: tuple[Cause, ...]) -> list[tuple[str, str]]:
    voice = Voice(aloud=True)
    with capture_logs() as lines:
        for minute, causes in enumerate(looks):
            voice.tells(US, causes, NINE + timedelta(minutes=minute))
    return [(line["log_level"], line["event"]) for line in lines]


@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        ([()] * 3, []),
        ([(INBOX,)] * 60, [("warning", "envoi en attente")]),
        ([(INBOX,), ()], [("warning", "envoi en attente"), ("info", "envoi repris")]),
        (
            [(INBOX,), (INBOX, LEDGER), (LEDGER,)],
            [("warning", "envoi en attente")]
            + [("warning", "envoi en attente, causes changées")] * 2,
        ),
        ([(NIGHT,)] * 9, [("info", "envoi en attente")]),
        ([(cause("no_unread_word_from_debtor", since=0),), ()], []),
        (
            [(cause("no_unread_word_from_debtor", since=0),)] * 4,
            [("warning", "envoi en attente")],
        ),
        ([(cause("no_unread_word_from_debtor", since=None),)] * 2, []),
    ],
    ids=[
        "rien",
        "une heure",
        "début et fin",
        "deux changements",
        "la nuit",
        "un message vient d'arriver",
        "l'arriéré dure",
        "un message dont on ne sait rien",
    ],
)
def test_the_lines_of_a_wait(
    looks: list[tuple[Cause, ...]], expected: list[tuple[str, str]]
) -> None:
    assert said(*looks) == expected


def test_the_end_says_how_long_it_lasted_and_the_change_what_went() -> None:
    voice = Voice(aloud=True)
    with capture_logs() as lines:
        voice.tells(US, (INBOX, LEDGER), NINE)
        voice.tells(US, (LEDGER,), NINE + timedelta(minutes=5))
        voice.tells(US, (), NINE + timedelta(minutes=30))
    assert lines[0]["because"] == ["inbox_was_read_lately !", "ledger_is_fresh !"]
    assert lines[0]["since"] == "21/10/2026 à 09:00"
    assert lines[1]["gone"] == ["inbox_was_read_lately"]
    assert lines[2]["waited_minutes"] == 30


def test_a_database_that_fails_is_a_wait_too() -> None:
    voice = Voice(aloud=True)
    with capture_logs() as lines:
        for minute in range(3):
            voice.is_blind(US, "base occupée", NINE + timedelta(minutes=minute))
        voice.tells(US, (), NINE + timedelta(minutes=4))
    assert [line["event"] for line in lines] == ["envoi en attente", "envoi repris"]
    assert lines[0]["because"] == ["base occupée"]


def test_a_demonstration_is_silent() -> None:
    with capture_logs() as lines:
        Voice().tells(US, (INBOX,), NINE)
    assert lines == []


def test_a_fault_is_said_when_it_comes_changes_or_goes_and_every_hour() -> None:
    voice = Voice()
    with capture_logs() as lines:
        for minute in range(61):
            why = f"panne ; nouvel essai à 09:{minute:02}"
            new = voice.tells_fault(KEY, "send-letters", why, NINE + timedelta(minutes=minute))
            assert new is (minute == 0)
        assert voice.tells_fault(KEY, "send-letters", "autre chose", NINE + timedelta(minutes=62))
        assert voice.tells_fault(KEY, "send-letters", "", NINE + timedelta(minutes=63))
        assert not voice.tells_fault(KEY, "send-letters", "", NINE + timedelta(minutes=64))
    assert [line["event"] for line in lines] == ["échec", "échec", "échec", "rétabli"]
