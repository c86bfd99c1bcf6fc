"""A debtor's words as a plain mail of a Thursday in November, read."""

from datetime import UTC, datetime

from relance_mailer.reading.message import Reading
from relance_mailer.reading.parse import parse
from relance_mailer.reading.understand import understand


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
