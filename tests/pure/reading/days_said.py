"""What a sentence is to promise, and the question whether it is read so."""

from datetime import datetime
from decimal import Decimal

from relance_mailer.reading.understand import read_text

ANY = "any"
"""Whatever sum is read: the case is about the days."""


def assert_promised(sent_at: datetime, text: str, days: str, amount: str | None) -> None:
    """The days as ISO dates with a blank between them, none for an empty text, and the sum."""
    found = read_text(text, sent_at=sent_at)
    assert " ".join(day.isoformat() for day in sorted(found.promise_dates)) == days
    if amount != ANY:
        assert found.promised_amount == (Decimal(amount) if amount else None)
