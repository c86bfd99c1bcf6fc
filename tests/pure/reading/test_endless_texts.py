"""Tens of kilobytes of one thing cost the reader no more than any long mail does."""

from time import process_time

import pytest

from relance_mailer.reading.parse import parse
from relance_mailer.reading.understand import understand

SIGNS = 20_000
SECONDS_MAX = 5.0
"""Several times what the slowest takes; what backtracked took sixteen."""
UNITS = (
    *("-", "_", "=", "*", ".", "1", "a", "é", "(", "[", "\u200b", "😀", "e\u0301"),
    *(" ", "\n", "\t\n", " \n", ">\n", "> ", "-\n", "=\n", "\r\n"),
    *("- . , ; ", ". ", ", ", "«»", "… ", "! ", "l'", "n'", "a-", "a.", "a@", "1,", "1 ", "_ "),
    *("ok ", "ok, ", "oui - ", "merci ; ", "et ", "donc ", "alors, ", "le reste ", "bien "),
    *("nous ne ", "ne pas ", "pas ", "je ne paierai ", "nous vous promettons ", "je paie le "),
    *("virement ", "payé ", "a été fait ", "bande de ", "voleurs ", "menace de ", "dès que "),
    *("contestons ", "pas d'accord ", "le 12/10/2026 ", "1 200,50 € ", "FA-1234567 ", "12 000 "),
    *(
        "De : a\n",
        "Le lun. 5 oct. 2026 à 10:00, ",
        "<a@b.fr> ",
        "<a ",
        "ABC DEF ",
        "https://a.fr/ ",
    ),
)
HEADS = {
    "une personne": "From: Anne <a@c.example>\r\nSubject: Re: relance\r\nContent-Type: text/plain",
    "un robot": "From: MAILER-DAEMON@c.example\r\nSubject: Undelivered\r\nContent-Type: text/plain",
    "du HTML": "From: Anne <a@c.example>\r\nSubject: Re: relance\r\nContent-Type: text/html",
}


@pytest.mark.parametrize("head", HEADS)
def test_no_text_of_one_thing_takes_the_reader_long(head: str) -> None:
    """Behind a word and before another: a pattern that fails at the end has tried everything."""
    slow = {}
    for unit in UNITS:
        text = f"nous {unit * (SIGNS // len(unit))} payer"
        raw = (
            f"{HEADS[head]}; charset=utf-8\r\nDate: Mon, 5 Oct 2026 09:00:00 +0200\r\n"
            f"Message-ID: <m@c.example>\r\n\r\n{text}"
        )
        began = process_time()
        understand(parse(raw.encode()), known_invoices=("FA-1",), own_domains=("brezance.example",))
        taken = process_time() - began
        if taken > SECONDS_MAX:
            slow[unit] = round(taken, 1)
    assert slow == {}
