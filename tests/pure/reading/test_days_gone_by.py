"""A day of this month that has passed does not carry the day that follows into the next month."""

from datetime import UTC, date, datetime

import pytest

from relance_mailer.reading.understand import read_text

TUESDAY = datetime(2026, 10, 6, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Je devais payer le 2, ce sera le 16.", [16]),
        ("Je devais payer le 6, ce sera le 16.", [16]),
        ("J'avais dit le 6, ce sera finalement le 16.", [16]),
        ("Échéance le 6, virement le 20.", [20]),
        ("On est le 6, je vire le 20.", [20]),
        ("La paie est tombée le 5, virement le 10.", [10]),
        ("J'étais absent le 5, virement le 12.", [12]),
        ("Virement le 15, le solde le 30.", [15, 30]),
    ],
)
def test_the_day_that_follows_one_gone_by_is_of_this_month(text: str, days: list[int]) -> None:
    found = read_text(text, sent_at=TUESDAY).promise_dates
    assert found == tuple(date(2026, 10, day) for day in days)


def test_two_days_to_come_stay_together() -> None:
    found = read_text("200 € le 2 et 200 € le 16.", sent_at=TUESDAY).promise_dates
    assert found == (date(2026, 11, 2), date(2026, 11, 16))
