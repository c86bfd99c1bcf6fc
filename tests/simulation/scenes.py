"""Short stories, each made for a few breaks: who answers what, what goes wrong, for how long."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from pytest import MonkeyPatch  # noqa: PT013  # a type, not a fixture

from relance_mailer.simulate import cast, debtors, mishaps, operators, world
from relance_mailer.simulate.case import Case
from relance_mailer.simulate.mishaps import Mishap
from simulation.oddities import (
    answers_at_the_last_minute,
    bulk_mail,
    no_reply_address,
    second_folder,
    some_cannot_be_processed,
    successor_elsewhere,
)

Spell = tuple[timedelta, timedelta]
DAYS = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """A story in which only these faults happen, at these rates, among people of one sort."""

    seed: int
    days: int
    dossiers: int
    faults: Mapping[Mishap, float] = field(default_factory=dict)
    lasting: Mapping[Mishap, Spell] = field(default_factory=dict)
    answers: float = 0.0  # how often a letter is answered
    replies: Mapping[str, int] = field(default_factory=dict)  # what it is answered with
    robot: str = ""
    never: float = 0.7  # how often somebody does not pay of himself
    colleagues: float = 0.0  # letters of ours by hand, a day
    waits: tuple[int, ...] = (90, 600)  # minutes until an answer, at the latest
    bills: float = 4.0  # a month
    second_words: float = 0.0  # how often who answered writes again
    bounces: float = debtors.BOUNCES  # how often a letter comes back
    stops: float = 0.0  # how often all sending is stopped, at each look of an operator
    found_again: float = operators.FOUND_AGAIN  # another address for a dead one
    plans: float = operators.PLANS_GRANTED  # of those that are asked for
    keeps_plan: float = debtors.KEEPS_A_PLAN
    odd: Callable[[MonkeyPatch], None] | None = None  # what else is peculiar in this world

    @property
    def case(self) -> Case:
        """What is played."""
        return Case(
            seed=self.seed,
            days=self.days,
            dossiers=self.dossiers,
            without=tuple(sorted(sort.value for sort in Mishap if sort not in self.faults)),
            often=tuple(sorted((sort.value, rate) for sort, rate in self.faults.items())),
        )

    def set(self, patch: MonkeyPatch) -> None:
        """Make the world's people such."""
        temper = cast._temper
        mood = {"answers": self.answers, "never": self.never, "robot": self.robot}
        patch.setattr(cast, "_temper", lambda chance: replace(temper(chance), **mood))
        patch.setattr(cast, "BILLS_A_MONTH", self.bills)
        patch.setattr(world, "IN_THE_MIDST", 0.0)
        patch.setattr(debtors, "SECOND_WORDS", self.second_words)
        patch.setattr(debtors, "BOUNCES", self.bounces)
        patch.setattr(debtors, "KEEPS_A_PLAN", self.keeps_plan)
        patch.setattr(operators, "PLANS_GRANTED", self.plans)
        patch.setattr(operators, "FOUND_AGAIN", self.found_again)
        patch.setattr(operators, "STOPS", self.stops)
        patch.setattr(debtors, "COLLEAGUES_A_DAY", self.colleagues)
        patch.setattr(debtors, "COLLEAGUES_HOURS", (7,))
        patch.setattr(debtors, "WAITS", self.waits)
        if self.replies:
            patch.setattr(debtors, "REPLIES", self.replies)
        for sort, spell in self.lasting.items():
            patch.setitem(mishaps.LASTS, sort, spell)
        if self.odd is not None:
            self.odd(patch)


TALK = Scene(
    seed=411,
    days=5,
    dossiers=8,
    faults={Mishap.MAIL_IN_PASS: 0.3, Mishap.DELIVERED_TWICE: 0.2, Mishap.OUT_OF_ORDER: 0.1},
    answers=1.0,
    robot="robot",
)
TWICE = replace(TALK, seed=4)
HOSTILE = Scene(seed=3, days=14, dossiers=5, answers=1.0, replies={"hostile": 2, "refusal": 1})
PROMISES = Scene(seed=4, days=14, dossiers=5, answers=1.0, replies={"promise": 1})
DISPUTES = Scene(
    seed=5, days=14, dossiers=5, answers=1.0, replies={"dispute": 1, "question": 1, "plan": 1}
)
FORGERS = Scene(seed=6, days=8, dossiers=5, answers=1.0, replies={"stranger": 1, "forged": 1})
PAYERS = Scene(seed=7, days=14, dossiers=5, never=0.2)
BLIND = Scene(seed=1, days=6, dossiers=8, faults={Mishap.IMAP_DOWN: 0.6, Mishap.IMAP_CUT: 0.2})
STALE = Scene(
    seed=2,
    days=20,
    dossiers=5,
    faults={Mishap.LEDGER_STALE: 0.2},
    lasting={Mishap.LEDGER_STALE: (5 * DAYS, 9 * DAYS)},
)
LOST = Scene(seed=418, days=6, dossiers=8, faults={Mishap.LOST_REPLY_NOT_TAKEN: 0.6})
TAKEN = Scene(seed=418, days=3, dossiers=5, faults={Mishap.LOST_REPLY_TAKEN: 1.0})
DEATHS = Scene(seed=426, days=4, dossiers=12, faults={Mishap.KILL_IN_COMMIT: 0.25})
PAIRS = Scene(seed=414, days=6, dossiers=8, faults={Mishap.TWO_DAEMONS: 0.9})
CUTS = Scene(seed=415, days=8, dossiers=8, faults={Mishap.IMAP_CUT: 0.35}, answers=1.0)
NUMBERS = Scene(
    seed=421,
    days=10,
    dossiers=6,
    faults={Mishap.UIDVALIDITY: 0.6, Mishap.EXPUNGED: 0.5},
    answers=1.0,
)
COLLEAGUES = Scene(seed=417, days=4, dossiers=2, colleagues=1.0)
SHARED = Scene(seed=411, days=3, dossiers=10)
POWER = Scene(seed=1, days=8, dossiers=5, faults={Mishap.POWER_CUT: 0.004}, answers=1.0)
INSULTS = Scene(seed=1, days=11, dossiers=5, answers=1.0, replies={"hostile": 1})
REFUSERS = replace(INSULTS, replies={"refusal": 1})
OPPONENTS = replace(INSULTS, replies={"opt_out": 1})
RUINED = replace(INSULTS, replies={"insolvency": 1})
LEAVERS = Scene(seed=1, days=11, dossiers=8, answers=1.0, replies={"opt_out": 1})
KINDRED = Scene(seed=1, days=10, dossiers=8, answers=1.0, replies={"hostile": 1, "opt_out": 1})
QUARRELS = replace(DISPUTES, seed=3, days=11)
SECOND_WORDS = Scene(
    seed=1,
    days=6,
    dossiers=8,
    answers=1.0,
    second_words=0.7,
    replies={"promise": 1, "dispute": 1, "question": 1},
    waits=(1_100,),
)
LATE = Scene(
    seed=3,
    days=3,
    dossiers=8,
    faults={Mishap.SMTP_DOWN: 0.6},
    lasting={Mishap.SMTP_DOWN: (timedelta(hours=3), timedelta(hours=8))},
    never=0.0,
)
HELD = Scene(seed=2, days=11, dossiers=5, answers=1.0, replies={"promise": 1})
WORDY = Scene(seed=2, days=2, dossiers=3, answers=4.0, replies={"promise": 1}, waits=(60,))
SLOW = Scene(
    seed=2, days=14, dossiers=10, answers=1.0, replies={"promise": 1}, waits=(17_000,), never=1.0
)
UNREAD = Scene(
    seed=1,
    days=8,
    dossiers=6,
    answers=1.0,
    replies={"hostile": 1, "dispute": 1, "promise": 1},
    odd=some_cannot_be_processed,
)
ASIDE = Scene(
    seed=7,
    days=14,
    dossiers=8,
    answers=1.0,
    replies={"hostile": 1},
    never=1.0,
    odd=some_cannot_be_processed,
)
FOLDERS = Scene(seed=1, days=5, dossiers=6, answers=1.0, odd=second_folder)
ALONE = Scene(seed=1, days=20, dossiers=3, never=1.0)
ASLEEP = Scene(seed=1, days=56, dossiers=2, never=1.0, bills=0.0)
PORTALS = Scene(seed=1, days=4, dossiers=6, robot="robot", odd=no_reply_address)
BULK = replace(PORTALS, odd=bulk_mail)
STOPPED = Scene(seed=1, days=10, dossiers=8, stops=0.3)
INSTALMENTS = Scene(
    seed=2,
    days=13,
    dossiers=6,
    answers=1.0,
    replies={"plan": 1},
    never=1.0,
    plans=1.0,
    keeps_plan=1.0,
)
DEAD = Scene(seed=3, days=12, dossiers=8, never=1.0, bounces=0.5, found_again=0.0)
LEFT = Scene(seed=2, days=12, dossiers=6, answers=1.0, replies={"redirect": 1}, never=1.0)
PROPOSED = replace(LEFT, odd=successor_elsewhere)
OVERTAKEN = replace(
    LEFT,
    waits=(8 * 24 * 60 - 90,),  # the next letter is ready, and has not left
    faults={Mishap.SMTP_DOWN: 1.0},
    lasting={Mishap.SMTP_DOWN: (timedelta(hours=4), timedelta(hours=8))},
    odd=answers_at_the_last_minute,
)
