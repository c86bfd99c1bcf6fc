"""A debtor's words read: as a plain mail of a Thursday in November, or by themselves."""

from datetime import UTC, datetime

from relance_mailer.inward.outcome import deciding_intent, intent_outcome
from relance_mailer.reading.message import Reading
from relance_mailer.reading.parse import parse
from relance_mailer.reading.understand import read_text, understand
from relance_mailer.words import Outcome


def read_plain_mail(text: str) -> Reading:
    """What is read of these words between a greeting and a formula."""
    at = datetime(2026, 11, 19, 9, tzinfo=UTC)
    head = (
        "From: anne@durand.example\r\nTo: relances@brezance.example\r\nSubject: Re: relance"
        f"\r\nDate: {at:%d %b %Y %H:%M:%S} +0000"
    )
    body = f"Bonjour,\r\n\r\n{text}\r\n\r\nCordialement,\r\n"
    raw = f"{head}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}"
    return understand(parse(raw.encode()), own_domains=("brezance.example",))


def outcome_of_words(text: str, sent_at: datetime) -> Outcome:
    """What follows from a person's own words, without a mail around them."""
    reading = read_text(text, sent_at=sent_at)
    first = deciding_intent(reading)
    if reading.doubts or first is None:
        return Outcome.REVIEW
    return intent_outcome(reading, first)
