"""When a wait of all letters has lasted enough for the operator to be told by mail, and how often.

Two small records are kept in the register. What was *seen*: which causes hold sending back, and
since when; a cause that goes and comes back within ten minutes goes on, so that a server that
flickers is one trouble. What was *told*: the mail that is owed, handed over or given up; whoever
claims it by a compare-and-set sends it, and a claim that nobody ended is taken over after ten
minutes, three times at most: a crash between the mail and its record never sends ten.

What has to be mended before the next working day is counted by the clock: a mailbox that cannot be
read at night is worth a mail at night. A stop, an old ledger or a pass that fails hold nothing
back while nothing would leave, so only hours of sending count for them. A day's ceiling is
business as usual until it was reached on three business days in a row.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from relance_mailer.dossier.values import own_domain
from relance_mailer.outward.causes import CEILING, LEDGER, PLANNED, STOP, UNREAD, Cause, Nature
from relance_mailer.outward.days import Days
from relance_mailer.workdays import ONE_DAY, PARIS

GRACE = timedelta(minutes=10)
"""How long a cause may be gone and still be the same one."""
CLAIM = timedelta(minutes=10)
"""After so long a mail that nobody ended, or that the server refused, is tried again."""
TRIES_MAX = 3
"""Tries of which nobody knows the end; a refusal that is known isn't counted."""
CEILING_DAYS = 2
"""Business days after the first one on which a ceiling was reached: then it lasts."""
PASSING = timedelta(minutes=2)
"""Mail that has just come is unread for a moment: no wait worth a line of the log."""
LOOKED_BACK_MAX = 60
"""Days over which hours of sending are added up."""

_IN_HOURS = frozenset({STOP, LEDGER, PLANNED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Operator:
    """Who is told, after how many minutes, and whether a summary comes every morning."""

    mail: tuple[str, ...]
    after_minutes: int = 60
    digest: str = ""  # "08:00"; empty: none
    sender: str = ""  # where his mails leave by an account of their own; empty: the mailbox
    desk: str = ""  # where people work, for the mail to say


@dataclass(frozen=True, kw_only=True, slots=True)
class Hours:
    """When letters may leave: open days, and the hours of sending in Paris."""

    days: Days = field(default_factory=Days)
    send_from: str = "08:30"
    send_until: str = "17:30"

    def are_open(self, now: datetime) -> bool:
        """Whether letters may leave at that moment."""
        local = now.astimezone(PARIS)
        hours = (self.send_from, self.send_until)
        return self.days.closed_until(local.date(), f"{local:%H:%M}", hours) is None

    def between(self, since: datetime, now: datetime) -> timedelta:
        """How much of that time letters might have left."""
        day = max(since.astimezone(PARIS).date(), now.date() - LOOKED_BACK_MAX * ONE_DAY)
        opens, ends = time.fromisoformat(self.send_from), time.fromisoformat(self.send_until)
        total = timedelta()
        while day <= now.astimezone(PARIS).date():
            if self.days.is_open(day):
                first = max(since, datetime.combine(day, opens, PARIS))
                last = min(now, datetime.combine(day, ends, PARIS))
                total += max(last - first, timedelta())
            day += ONE_DAY
        return total


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """A cause that holds sending back, or did a moment ago."""

    check: str
    because: str
    nature: Nature
    since: datetime
    last_at: datetime


class Kind(StrEnum):
    """What a mail to the operator says of a wait."""

    BEGUN = "begun"
    REMINDER = "reminder"
    OVER = "over"


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """The last mail about a wait: claimed at `at`, and what became of it."""

    since: datetime  # the wait's beginning
    kind: Kind
    at: datetime
    causes: tuple[str, ...]  # why, for the mail that says that it is over
    done: bool = False
    tries: int = 1
    told_at: datetime | None = None  # the last mail that was handed over
    untold: str = ""  # why the last try failed


def known_since(seen: Iterable[Seen], now: datetime, hours: Hours) -> Mapping[str, datetime]:
    """Since when each cause is known to hold sending back, if it still does."""
    return {one.check: one.since for one in seen if _goes_on(one, now, hours)}


def looked(
    seen: Iterable[Seen], found: Iterable[Cause], now: datetime, hours: Hours
) -> tuple[Seen, ...]:
    """What is seen from now on; `found` are the causes of this moment."""
    known = known_since(seen, now, hours)
    now_seen = {
        cause.check: Seen(
            check=cause.check,
            because=cause.because,
            nature=cause.nature,
            since=min(cause.since or now, known.get(cause.check, now)),
            last_at=now,
        )
        for cause in found
    }
    gone = [one for one in seen if one.check not in now_seen and _goes_on(one, now, hours)]
    return (*now_seen.values(), *gone)


def is_news(before: Iterable[Seen], after: Iterable[Seen]) -> bool:
    """Whether the register has to be told: another cause, or the same one after a while."""
    old, new = {one.check: one for one in before}, {one.check: one for one in after}
    if old.keys() != new.keys():
        return True
    return any(abs(new[name].last_at - old[name].last_at) >= GRACE / 3 for name in new)


def is_of_house(address: str, mailbox: str, domains: Iterable[str], ours: Iterable[str]) -> bool:
    """Whether an address is one of our own house: our mailbox, or a mailbox on our own domain."""
    if address.lower() in {mailbox.lower(), *(one.lower() for one in ours)}:
        return True
    domain = own_domain(address)
    return domain is not None and domain in {*(d.lower() for d in domains), own_domain(mailbox)}


def _goes_on(one: Seen, now: datetime, hours: Hours) -> bool:
    if one.check == CEILING:
        today = now.astimezone(PARIS).date()
        return hours.days.before(today) <= one.last_at.astimezone(PARIS).date() <= today
    return abs(now - one.last_at) <= GRACE


def is_serious(one: Seen) -> bool:
    """Whether a wait for this may come to last, and is over only when it is gone."""
    return one.nature is not Nature.USUAL or one.check == CEILING


def lasts(one: Seen, now: datetime, operator: Operator, hours: Hours) -> bool:
    """Whether it holds sending back, and has for so long that the operator has to know."""
    if one.last_at != now:
        return False
    after = timedelta(minutes=operator.after_minutes)
    if one.check == CEILING:
        first, today = one.since.astimezone(PARIS).date(), now.astimezone(PARIS).date()
        return hours.days.plus(first, CEILING_DAYS) <= today
    if one.nature is Nature.USUAL:
        return False
    if one.check in _IN_HOURS:
        return hours.between(one.since, now) >= after
    return now - one.since >= after


def worth_a_line(found: Iterable[Cause], now: datetime) -> tuple[Cause, ...]:
    """The causes that the log names: what passes by itself within two minutes is left out."""
    return tuple(
        one
        for one in found
        if one.check != UNREAD or (one.since is not None and now - one.since >= PASSING)
    )


def mail_due(
    told: Told | None,
    seen: tuple[Seen, ...],
    now: datetime,
    operator: Operator,
    hours: Hours,
) -> Told | None:
    """The mail that is owed now, as it is claimed; None: none, or somebody is at it."""
    if told is not None and not told.done and abs(now - told.at) < CLAIM:
        return None
    lasting = [one for one in seen if lasts(one, now, operator, hours)]
    kind = _kind(told, seen, lasting, now, hours)
    if kind is None:
        return None
    if told is None:
        return Told(
            since=min(one.since for one in lasting),
            kind=kind,
            at=now,
            causes=tuple(one.because for one in lasting),
        )
    again = not told.done and told.kind is kind
    return replace(
        told,
        kind=kind,
        at=now,
        done=False,
        causes=told.causes if kind is Kind.OVER else tuple(one.because for one in lasting),
        tries=told.tries + 1 if again else 1,
    )


def _kind(
    told: Told | None, seen: Iterable[Seen], lasting: list[Seen], now: datetime, hours: Hours
) -> Kind | None:
    if told is None:
        return Kind.BEGUN if lasting else None
    if not any(is_serious(one) for one in seen):
        return Kind.OVER
    if told.told_at is None:
        return Kind.BEGUN if lasting else None
    today = now.astimezone(PARIS).date()
    if lasting and told.told_at.astimezone(PARIS).date() < today and hours.are_open(now):
        return Kind.REMINDER
    return None


def is_given_up(claim: Told) -> bool:
    """Whether so many tries ended without a word that another one would only repeat the mail."""
    return claim.tries > TRIES_MAX


def handed_over(claim: Told, now: datetime) -> Told | None:
    """The record once the mail left (or counts as left); None: the wait is over and told."""
    if claim.kind is Kind.OVER:
        return None
    return replace(claim, done=True, told_at=now, untold="")


def not_handed_over(claim: Told, because: str) -> Told:
    """The record after a try that is known to have failed: it isn't counted."""
    return replace(claim, tries=0, untold=because[:300])


def seen_as_text(seen: Iterable[Seen]) -> str | None:
    """As the register keeps it; nothing seen is nothing kept."""
    rows = [
        {
            "check": one.check,
            "because": one.because[:300],
            "nature": one.nature.value,
            "since": one.since.isoformat(),
            "last_at": one.last_at.isoformat(),
        }
        for one in seen
    ]
    return json.dumps(rows, ensure_ascii=False) if rows else None


def seen_of_text(text: str | None) -> tuple[Seen, ...]:
    """What `seen_as_text` wrote."""
    return tuple(
        Seen(
            check=row["check"],
            because=row["because"],
            nature=Nature(row["nature"]),
            since=datetime.fromisoformat(row["since"]),
            last_at=datetime.fromisoformat(row["last_at"]),
        )
        for row in json.loads(text or "[]")
    )


def told_as_text(told: Told | None) -> str | None:
    """As the register keeps it."""
    if told is None:
        return None
    row = {
        "since": told.since.isoformat(),
        "kind": told.kind.value,
        "at": told.at.isoformat(),
        "causes": [one[:300] for one in told.causes],
        "done": told.done,
        "tries": told.tries,
        "told_at": told.told_at.isoformat() if told.told_at else None,
        "untold": told.untold,
    }
    return json.dumps(row, ensure_ascii=False)


def told_of_text(text: str | None) -> Told | None:
    """What `told_as_text` wrote."""
    if not text:
        return None
    row = json.loads(text)
    return Told(
        since=datetime.fromisoformat(row["since"]),
        kind=Kind(row["kind"]),
        at=datetime.fromisoformat(row["at"]),
        causes=tuple(row["causes"]),
        done=row["done"],
        tries=row["tries"],
        told_at=datetime.fromisoformat(row["told_at"]) if row["told_at"] else None,
        untold=row["untold"],
    )
