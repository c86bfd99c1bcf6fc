"""What the log says of a wait: one line when it begins, when its causes change, when it is over.

Kept in memory, for each daemon: whoever reads the log of one machine reads the whole story. A
fault is said when it comes, when it becomes another one, when it is gone, and every hour while it
lasts; in between it is silent.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from relance_mailer.dossier.values import CreditorId
from relance_mailer.outward.causes import Cause, Nature, moment
from relance_mailer.outward.vigil import worth_a_line

log = structlog.get_logger()

SAID_AGAIN_AFTER = timedelta(hours=1)
DATABASE = "database_is_readable"


@dataclass(slots=True)
class Wait:
    """A wait as this log told it."""

    checks: frozenset[str]
    since: datetime


@dataclass(slots=True)
class Voice:
    """What was said already, by creditor; waits are told by a daemon alone (`aloud`).

    A demonstration steps over the nights, and has its own way of telling.
    """

    aloud: bool = False
    waits: dict[CreditorId, Wait] = field(default_factory=dict)
    faults: dict[tuple[CreditorId, str], tuple[str, datetime]] = field(default_factory=dict)

    def tells(self, creditor: CreditorId, causes: tuple[Cause, ...], now: datetime) -> None:
        """Say what changed since the last look."""
        named = worth_a_line(causes, now)
        because = [one.because for one in named]
        checks = frozenset(one.check for one in named)
        known = [one.since for one in named if one.since is not None]
        is_serious = any(one.nature is not Nature.USUAL for one in named)
        self._turn(creditor, checks, because, min(known, default=now), now, is_serious=is_serious)

    def is_blind(self, creditor: CreditorId, because: str, now: datetime) -> None:
        """Say that not even the causes can be read: the database itself fails."""
        self._turn(creditor, frozenset({DATABASE}), [because], now, now, is_serious=True)

    def _turn(
        self,
        creditor: CreditorId,
        checks: frozenset[str],
        because: list[str],
        since: datetime,
        now: datetime,
        *,
        is_serious: bool,
    ) -> None:
        if not self.aloud:
            return
        before = self.waits.pop(creditor, None)
        if checks:
            began = min(since, before.since) if before else since
            self.waits[creditor] = Wait(checks=checks, since=began)
        say = log.warning if is_serious else log.info
        if before is None and checks:
            say("envoi en attente", creditor=creditor, since=moment(since), because=because)
        elif before is not None and not checks:
            minutes = int((now - before.since).total_seconds() // 60)
            log.info("envoi repris", creditor=creditor, waited_minutes=minutes)
        elif before is not None and checks != before.checks:
            gone = sorted(before.checks - checks)
            say("envoi en attente, causes changées", creditor=creditor, because=because, gone=gone)

    def tells_fault(
        self,
        key: tuple[CreditorId, str],
        job: str,
        fault: str,
        now: datetime,
        *,
        event: str = "échec",
    ) -> bool:
        """Say a fault that is new or gone; answers whether it is. `key` is shared by like jobs."""
        creditor = key[0]
        before, said_at = self.faults.get(key, ("", now))
        if not fault:
            if before:
                del self.faults[key]
                log.info("rétabli", action=job, creditor=creditor)
            return bool(before)
        is_new = _bare(fault) != _bare(before)
        if is_new or abs(now - said_at) >= SAID_AGAIN_AFTER:
            log.warning(event, action=job, creditor=creditor, because=fault)
            self.faults[key] = (fault, now)
        return is_new


def _bare(fault: str) -> str:
    """Without its figures: the same fault names another hour each time."""
    return re.sub(r"\d+", "", fault)
