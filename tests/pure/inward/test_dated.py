"""A clock that is wrong by weeks: the last server's stamp is believed instead."""

from datetime import date, datetime

import pytest

from relance_mailer.inward.dated import REMARK, rightly_dated
from relance_mailer.reading.message import Incoming
from relance_mailer.reading.parse import parse

STAMP = "Tue, 3 Mar 2026 10:12:03 +0100"
STAMPED, TODAY = "2026-03-03T10:12:03+01:00", date(2026, 3, 3)


def dated(date: str, *, stamp: str = STAMP, today: date = TODAY) -> Incoming:
    """A mail of that Date, taken by our border at that moment, by another server long before."""
    head = f"Received: from a by b; {stamp}\nReceived: from c by d; 1 Jan 2001 00:00 +0000\n"
    return rightly_dated(parse(f"{head}Date: {date}\n\nx".encode()), today=today)


@pytest.mark.parametrize(
    ("date", "kept"),
    [
        ("Tue, 03 Mar 2026 10:12:00 +0100", "2026-03-03T10:12:00+01:00"),
        ("Fri, 27 Feb 2026 18:00:00 +0100", "2026-02-27T18:00:00+01:00"),
        ("Fri, 01 Jan 2010 00:03:00 +0100", STAMPED),
        ("hier", STAMPED),
    ],
)
def test_a_clock_that_is_wrong_by_weeks_is_not_believed(date: str, kept: str) -> None:
    found = dated(date)
    assert found.date == datetime.fromisoformat(kept)
    assert (REMARK in found.oddities) == (kept == STAMPED)


def test_a_stamp_that_cannot_be_read_leaves_the_date() -> None:
    found = dated("Fri, 01 Jan 2010 00:03:00 +0100", stamp="hier")
    assert found.date == datetime.fromisoformat("2010-01-01T00:03:00+01:00")


def test_a_stamp_of_the_future_leaves_the_date() -> None:
    """Business time may be set back: then the servers' own time says nothing."""
    found = dated("Sat, 10 Jan 2026 08:00:00 +0100", today=date(2026, 1, 10))
    assert found.date == datetime.fromisoformat("2026-01-10T08:00:00+01:00")
