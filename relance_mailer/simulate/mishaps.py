"""What goes wrong: the sorts of faults, how often each is drawn, how many really happened.

A fault of a moment is drawn where it may happen, between two steps or at a server's answer. A
spell is drawn for a day and lasts: hours of a server, days of a ledger. The draws come from one
chance of their own, so that a run with fewer faults draws the rest alike.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from random import Random

from relance_mailer.simulate.case import Case, Level


class Mishap(StrEnum):
    """A sort of fault."""

    CRASH = "crash"  # le processus meurt entre deux pas
    KILL_IN_COMMIT = "kill_in_commit"  # … au milieu d'une transaction
    POWER_CUT = "power_cut"  # la machine s'éteint : le non-synchronisé est perdu
    LOST_REPLY_TAKEN = "lost_reply_taken"  # réponse perdue après le point final, lettre prise
    LOST_REPLY_NOT_TAKEN = "lost_reply_not_taken"  # … lettre non prise
    SMTP_4XX = "smtp_4xx"
    SMTP_421 = "smtp_421"
    SMTP_5XX = "smtp_5xx"
    SMTP_ACCOUNT = "smtp_account"
    SMTP_SLOW = "smtp_slow"
    SMTP_SILENT = "smtp_silent"
    SMTP_DOWN = "smtp_down"
    IMAP_DOWN = "imap_down"
    IMAP_CUT = "imap_cut"
    IMAP_SLOW = "imap_slow"
    APPEND_REPLY_LOST = "append_reply_lost"
    DELIVERED_TWICE = "delivered_twice"
    OUT_OF_ORDER = "out_of_order"
    UIDVALIDITY = "uidvalidity"
    EXPUNGED = "expunged"
    LEDGER_STALE = "ledger_stale"
    LEDGER_BROKEN = "ledger_broken"
    LEDGER_ROLLED_BACK = "ledger_rolled_back"
    DISK_FULL = "disk_full"
    DATABASE_LOCKED = "database_locked"
    DATABASE_GONE = "database_gone"
    CLOCK_AHEAD = "clock_ahead"
    CLOCK_BEHIND = "clock_behind"
    TWO_DAEMONS = "two_daemons"
    LANES_TOGETHER = "lanes_together"
    OPERATOR_IN_PASS = "operator_in_pass"
    MAIL_IN_PASS = "mail_in_pass"
    LEDGER_IN_PASS = "ledger_in_pass"
    SUMMER_TIME = "summer_time"  # l'heure d'été commence ou finit ; jamais tirée, elle tombe


_OFTEN: Mapping[Mishap, float] = {
    # At each step between two calls of a port.
    Mishap.CRASH: 0.0004,
    Mishap.POWER_CUT: 0.0001,
    Mishap.DISK_FULL: 0.0004,
    Mishap.DATABASE_LOCKED: 0.0004,
    # At each commit.
    Mishap.KILL_IN_COMMIT: 0.01,
    # At each letter that is handed over.
    Mishap.LOST_REPLY_TAKEN: 0.05,
    Mishap.LOST_REPLY_NOT_TAKEN: 0.03,
    Mishap.SMTP_4XX: 0.06,
    Mishap.SMTP_421: 0.03,
    Mishap.SMTP_5XX: 0.02,
    Mishap.SMTP_ACCOUNT: 0.01,
    Mishap.SMTP_SLOW: 0.03,
    Mishap.SMTP_SILENT: 0.02,
    # At each answer of the mailbox.
    Mishap.IMAP_CUT: 0.002,
    Mishap.IMAP_SLOW: 0.001,
    Mishap.APPEND_REPLY_LOST: 0.04,
    # At each message that arrives.
    Mishap.DELIVERED_TWICE: 0.08,
    Mishap.OUT_OF_ORDER: 0.10,
    # At each pass.
    Mishap.TWO_DAEMONS: 0.05,
    Mishap.LANES_TOGETHER: 0.15,
    Mishap.OPERATOR_IN_PASS: 0.06,
    Mishap.MAIL_IN_PASS: 0.25,
    Mishap.LEDGER_IN_PASS: 0.04,
    # Each day.
    Mishap.SMTP_DOWN: 0.02,
    Mishap.IMAP_DOWN: 0.03,
    Mishap.UIDVALIDITY: 0.02,
    Mishap.EXPUNGED: 0.02,
    Mishap.LEDGER_STALE: 0.02,
    Mishap.LEDGER_BROKEN: 0.02,
    Mishap.LEDGER_ROLLED_BACK: 0.01,
    Mishap.DATABASE_GONE: 0.01,
    Mishap.CLOCK_AHEAD: 0.02,
    Mishap.CLOCK_BEHIND: 0.02,
    # In every story that passes such a night.
    Mishap.SUMMER_TIME: 1.0,
}
AT_THE_DOOR: Mapping[Mishap, float] = {Mishap.CRASH: 0.02, Mishap.POWER_CUT: 0.01}
"""At each letter, once its departure is committed and noted beside the database."""
FEW = 0.2
"""The share of the full rates that `few` draws."""

LASTS: Mapping[Mishap, tuple[timedelta, timedelta]] = {
    Mishap.SMTP_DOWN: (timedelta(minutes=30), timedelta(days=2)),
    Mishap.IMAP_DOWN: (timedelta(minutes=5), timedelta(days=2)),
    Mishap.LEDGER_STALE: (timedelta(hours=6), timedelta(days=5)),
    Mishap.LEDGER_BROKEN: (timedelta(hours=1), timedelta(days=3)),
    Mishap.LEDGER_ROLLED_BACK: (timedelta(hours=1), timedelta(days=2)),
    Mishap.DATABASE_GONE: (timedelta(minutes=5), timedelta(hours=8)),
    Mishap.CLOCK_AHEAD: (timedelta(minutes=20), timedelta(hours=30)),
    Mishap.CLOCK_BEHIND: (timedelta(minutes=20), timedelta(hours=30)),
}
"""How long a spell lasts, at least and at most."""

DAILY = (*LASTS, Mishap.UIDVALIDITY, Mishap.EXPUNGED)


class Chaos:
    """Draws faults and counts those that happened."""

    def __init__(self, case: Case) -> None:
        self.chance = Random(f"{case.seed}:faults")
        self._at_the_door = Random(f"{case.seed}:door")
        self.counts: Counter[Mishap] = Counter()
        self.seed = case.seed
        self.over = False  # nothing goes wrong any more: what is left is settled
        self._without = frozenset(case.without)
        self._rates = {**_OFTEN, **{Mishap(sort): rate for sort, rate in case.often}}
        self._at_most = case.faults_at_most
        self._share = {Level.NONE: 0.0, Level.FEW: FEW, Level.FULL: 1.0}[case.level]

    def strikes(self, sort: Mishap) -> bool:
        """Whether it happens here; then it is counted."""
        return self._drawn(sort, self.chance, self._rates[sort])

    def strikes_at_the_door(self, sort: Mishap) -> bool:
        """The same where a letter leaves: between its announcement and the server's last word."""
        return self._drawn(sort, self._at_the_door, AT_THE_DOOR[sort])

    def _drawn(self, sort: Mishap, chance: Random, rate: float) -> bool:
        drawn = chance.random()
        if self.over or drawn >= rate * self._share or sort in self._without:
            return False
        if self._at_most is not None and self.counts.total() >= self._at_most:
            return False
        self.counts[sort] += 1
        return True

    def may_befall(self, sort: Mishap) -> bool:
        """Whether what comes without being drawn may come in this run."""
        return bool(self._share) and sort not in self._without and self._at_most != 0

    def befell(self, sort: Mishap) -> None:
        """What comes without being drawn came."""
        self.counts[sort] += 1

    def span(self, sort: Mishap) -> timedelta:
        """How long such a spell lasts: short ones are frequent."""
        least, most = LASTS[sort]
        return least + (most - least) * self.chance.random() ** 2
