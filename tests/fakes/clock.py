"""A clock that a test sets."""

from datetime import UTC, date, datetime, timedelta

from relance_mailer.workdays import PARIS

MONDAY_MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class FakeClock:
    """A `Clock` that stands still until it is told otherwise."""

    def __init__(self, at: datetime = MONDAY_MORNING) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at.astimezone(UTC)

    def today(self) -> date:
        return self.at.astimezone(PARIS).date()

    def advance(self, **span: float) -> None:
        """Go on by so many days, hours, minutes, seconds (as `timedelta` names them)."""
        self.at += timedelta(**span)
