"""How long one message takes from its bytes to what it says, on one core.

Ours parses, cuts the history off, tells the kind, reads intents, dates, sums, invoices and hears
the second opinion. The baseline does what a house would build from the libraries that there are:
the standard library parses, flufl.bounce looks for failed recipients, quotequail cuts the quotes
and dateparser looks for dates in what is left; it knows neither kinds nor intents nor sums.
Both read all messages, one after the other, as a daemon does; processor time is counted, so that
another process on the machine disturbs the figure less.
"""

import csv
import email
import email.policy
import statistics
import time
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from typing import Any

import quotequail
from dateparser.search import search_dates
from flufl.bounce import all_failures

from benchmarks.measure import Figure, peak_memory, ratio
from corpus.folders import corpora
from relance_mailer.reading import dates, gate_signs, gates, language, promises
from relance_mailer.reading.intents import gist, phrases
from relance_mailer.reading.parse import parse
from relance_mailer.reading.understand import understand

_TEXT_CACHES = (
    dates.in_figures,
    phrases.sentences,
    phrases.in_brief,
    gate_signs.grams_of,
    gates.passing,
    gist.gist_of,
    promises.pledge_in,
    language.language_of,
)


async def run(runs: int) -> list[Figure]:
    """Median and 99th percentile in milliseconds, ours and the baseline's, and the ratio."""
    messages = list(_messages())
    for raw, known in messages[:20]:
        _ours(raw, known)
        _baseline(raw)
    ours, bare = [], []
    for _ in range(runs):
        # A message is read once in its life: nothing may be remembered of the pass before.
        for cache in _TEXT_CACHES:
            cache.cache_clear()
        ours.append([_spent(partial(_ours, raw, known)) for raw, known in messages])
        bare.append([_spent(partial(_baseline, raw)) for raw, _ in messages])
    return [
        Figure(name=f"{len(messages)} messages read, median", unit="ms", values=_medians(ours)),
        Figure(name="99th percentile", unit="ms", values=_percentiles(ours)),
        Figure(name="baseline, median", unit="ms", values=_medians(bare)),
        Figure(name="baseline, 99th percentile", unit="ms", values=_percentiles(bare)),
        ratio("ours to the baseline, median", _medians(ours), _medians(bare)),
        peak_memory(),
    ]


def _messages() -> Iterator[tuple[bytes, tuple[str, ...]]]:
    """Every message of the corpora at hand, with the invoice numbers of its ledger."""
    for folder in corpora().values():
        if not (folder / "ledger.csv").is_file():
            continue
        known = _numbers(folder / "ledger.csv")
        for path in sorted((folder / "inbox").glob("*.eml")):
            yield path.read_bytes(), known


def _numbers(ledger: Path) -> tuple[str, ...]:
    with ledger.open(encoding="utf-8", newline="") as lines:
        return tuple(row["invoice_number"] for row in csv.DictReader(lines))


def _ours(raw: bytes, known: tuple[str, ...]) -> object:
    return understand(parse(raw), known_invoices=known)


def _spent(read: Callable[[], Any]) -> float:
    """Milliseconds of processor time."""
    start = time.process_time_ns()
    read()
    return (time.process_time_ns() - start) / 1e6


def _baseline(raw: bytes) -> tuple[object, ...]:
    message = email.message_from_bytes(raw, _class=EmailMessage, policy=email.policy.default)
    failures = all_failures(message)
    body = message.get_body(("plain", "html"))
    if body is None:
        return failures, None
    text = body.get_content()
    if body.get_content_type() == "text/html":
        unwrapped = quotequail.unwrap_html(text)
        return failures, unwrapped
    kept = "\n".join(part for shown, part in quotequail.quote(text) if shown)
    return failures, search_dates(kept[:6_000], languages=["fr", "en"])


def _medians(passes: list[list[float]]) -> tuple[float, ...]:
    return tuple(statistics.median(values) for values in passes)


def _percentiles(passes: list[list[float]]) -> tuple[float, ...]:
    return tuple(sorted(values)[int(len(values) * 0.99)] for values in passes)
