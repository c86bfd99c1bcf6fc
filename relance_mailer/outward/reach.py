"""Whether somebody is there to read, and how often he was written to already."""

import re
from collections.abc import Iterable
from datetime import date

from relance_mailer.dossier.events import Sort
from relance_mailer.dossier.state import COUNTS_AS_SENT, ON_ITS_WAY, Dossier
from relance_mailer.dossier.values import Answer, StepKey

_AUTOMATON = re.compile(
    r"^(?:mailer-daemon|postmaster|bounces?|no-?_?reply|do-?_?not-?_?reply|ne-?_?pas-?_?repondre"
    r"|nepasrepondre|noresponse)\b",
    re.IGNORECASE,
)


def is_automaton(address: str) -> bool:
    """Whether an address names a program by convention (RFC 2142, RFC 3834 and usage)."""
    return _AUTOMATON.match(address) is not None


def first_reader_back_on(dossier: Dossier, addresses: Iterable[str], today: date) -> date:
    """The day on which one of these readers is there: today, a day of return, or never (max)."""
    away = dict(dossier.absent)  # the last word on an address counts
    days = [_back_on(address, away, today) for address in addresses]
    return min(days, default=date.max)


def _back_on(address: str, away: dict[str, date | None], today: date) -> date:
    until = away.get(address, today)
    return date.max if until is None else max(until, today)


def contacts_without(dossier: Dossier, step: StepKey) -> list[tuple[date, Sort]]:
    """The days of this dossier's contacts, that of the letter itself left out while it leaves."""
    days = list(dossier.contact_days)
    own = dossier.letter(step)
    if own is not None and own.state in ON_ITS_WAY and own.composed_for is not None:
        days.remove((own.composed_for, own.sort))
    return days


def thanked(dossier: Dossier, step: StepKey) -> bool:
    """Whether another letter of thanks left since the dossier stands where it stands."""
    since = dossier.phase_since or date.min
    return any(
        letter.template == Answer.THANKS
        and letter.state in COUNTS_AS_SENT
        and (letter.sent_on or date.min) >= since
        for letter in dossier.letters
        if letter.step != step
    )
