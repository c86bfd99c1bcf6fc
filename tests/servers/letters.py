"""Plain messages for tests of the doors: their bytes are what matters."""

from datetime import UTC, datetime
from email.utils import format_datetime

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def message(
    number: int | str = 1,
    *,
    body: bytes = b"Bonjour,\r\n\r\nbien re\xc3\xa7u.\r\n",
    at: datetime = MORNING,
) -> bytes:
    """A message named by its number: Message-ID <lettre-NUMBER@debiteur.example>."""
    headers = (
        f"From: Jeanne Petit <jeanne@debiteur.example>\r\n"
        f"To: relance@example.net\r\n"
        f"Date: {format_datetime(at)}\r\n"
        f"Message-ID: <lettre-{number}@debiteur.example>\r\n"
        f"Subject: Re: facture {number}\r\n"
        f"MIME-Version: 1.0\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return headers.encode() + body
