"""What the gate is asked and answers: a step, a dossier, what is seen of the world, a refusal."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from relance_mailer.dossier.events import ReviewAsked, Sort
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Digest, DossierKey
from relance_mailer.outward.approving import Approval
from relance_mailer.outward.days import Days
from relance_mailer.outward.levels import Timeline
from relance_mailer.outward.managing import Telling
from relance_mailer.outward.timeline import LetterStep, days_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """A check said no: its name, why in French, and whether time mends it."""

    check: str
    because: str
    time_mends: bool  # False: only a human does, and the dossier goes to `review`
    again_on: date | None = None  # the first day on which asking again makes sense
    reason: str = ""  # what the dossier is in `review` for: the check's name, or more exactly why
    message: Digest | None = None  # whose word it is, where a message says no


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactDay:
    """A contact with the debtor on some day, whichever dossier it was for."""

    day: date
    sort: Sort
    key: DossierKey | None = None
    step: str = ""  # the step that took it, empty for a call or a colleague's mail


@dataclass(frozen=True, kw_only=True, slots=True)
class Sight:
    """All that the gate sees of the world at one moment."""

    now: datetime  # aware
    today: date  # in Europe/Paris
    mode_send: bool
    stopped: bool
    inbox_read_at: datetime | None
    ledger_synced_at: datetime | None
    unread: int  # fetched messages of this creditor's mailbox not yet read
    set_aside_names_debtor: bool
    contacts: tuple[ContactDay, ...]  # of this debtor, in all dossiers, the last 40 days
    sent_today: int  # letters queued or sent today by this creditor
    daily_ceiling: int
    templates: frozenset[tuple[str, str]]  # (language, template) that exist
    send_from: str = "08:30"
    send_until: str = "17:30"
    inbox_max_age_minutes: int = 10
    approval: Approval | None = None  # which letters a human reads first; None: none
    telling: Telling | None = None  # before which level the account manager is told
    missed: ReviewAsked | None = None  # what he said of himself that never reached this dossier
    lost: str = ""  # why the database, brought back, does not know yet what left; empty: it does


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What a check is asked about: a step of a dossier, and the letter as far as it is written."""

    step: LetterStep
    dossier: Dossier
    sight: Sight
    timeline: Timeline
    template: str = ""
    language: str = ""
    to: tuple[str, ...] = ()  # empty: not written yet
    composed_for: date | None = None  # None: not written yet

    @property
    def is_level(self) -> bool:
        """Whether it is a level of the timeline; everything else answers the debtor."""
        return not self.step.key.is_answer

    @property
    def days(self) -> Days:
        """The days on which this debtor may be written to."""
        return days_of(self.dossier, self.timeline)


@dataclass(frozen=True, kw_only=True, slots=True)
class Objection:
    """Why a check says no; `reason` names it in the queue where the check's own name would not."""

    because: str
    time_mends: bool = True
    again_on: date | None = None
    reason: str = ""
    message: Digest | None = None


Check = Callable[[Asked], Objection | None]
