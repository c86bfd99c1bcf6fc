"""What every flow is given: the ports, and a creditor's part of the configuration as values."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from relance_mailer.desk.claimant import Claimant
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import CreditorId, MessageId, PageId, StepKey, mailbox_page
from relance_mailer.inward.holds import Holds
from relance_mailer.law.rates import RateTable, shipped_rates
from relance_mailer.outward.adaptation import adapted
from relance_mailer.outward.approving import Approval
from relance_mailer.outward.compose import Sender
from relance_mailer.outward.levels import Form, SenderRole, Timeline
from relance_mailer.outward.managing import Telling, notice_due
from relance_mailer.outward.timeline import next_look_on
from relance_mailer.outward.vigil import Operator
from relance_mailer.ports import (
    Alone,
    Clock,
    Crew,
    Inbox,
    Journal,
    Ledger,
    Lookup,
    Mailbox,
    Mailer,
    NoPapers,
    NoPress,
    NoWitness,
    Outbox,
    Papers,
    Press,
    Register,
    Renderer,
    Witness,
)
from relance_mailer.words import Segment


@dataclass(frozen=True, kw_only=True, slots=True)
class Creditor:
    """A creditor as the flows need him: figures, identity, signatories; no account, no secret

    but the key that signs references.
    """

    id: CreditorId
    mailbox: str  # the address that is watched and that letters come from
    timelines: Mapping[Segment, Timeline]
    holds: Holds
    senders: Mapping[SenderRole, Sender]
    token_key: bytes
    envelope_from: str
    journal_address: str | None = None
    proof: str = "none"  # journal, provider_sent, none
    folders: tuple[str, ...] = ("INBOX",)
    sent_folder: str | None = None
    file_sent_copy: bool = True
    own_domains: tuple[str, ...] = ()
    own_addresses: tuple[str, ...] = ()
    language_fallback: Mapping[str, str] = field(default_factory=dict)  # written to in another
    trusted_authserv_ids: tuple[str, ...] = ()
    unnamed_authserv_is_trusted: bool = False
    ledger_scope: str = "all"
    ledger_file_age_counts: bool = True  # not when the clock is settable
    mode_send: bool = False
    daily_ceiling: int = 200
    first_day_ceiling: int = 20
    send_from: str = "08:30"
    send_until: str = "17:30"
    inbox_minutes: int = 10
    doubt_minutes: int = 15
    declare_automatic: bool = False
    act_on_messages_since: date | None = None
    connections: int = 2
    rates: RateTable = field(default_factory=shipped_rates)
    claimant: Claimant = field(default_factory=Claimant)
    enclosed_bytes_max: int = 8 * 1024 * 1024  # documents in one mail
    approval: Approval | None = None  # which letters a human reads before they leave
    backlog_from: int = 500  # unread messages; fewer are not worth the seconds a crew takes to come
    telling: Telling | None = None  # before which level the account manager is told (S4)
    operator: Operator | None = None  # who is told when sending waits for long

    @property
    def page(self) -> PageId:
        """The mailbox's page of the journal."""
        return mailbox_page(self.mailbox)

    def timeline(self, dossier: Dossier) -> Timeline:
        """The timeline of a dossier: its segment's, bent by what is known of the debtor."""
        segment = dossier.debtor.segment if dossier.debtor else Segment.SME
        return adapted(self.timelines[segment], dossier)

    @property
    def habits_looked_at(self) -> int:
        """How many of a debtor's last paid invoices any timeline looks at."""
        return max(one.habits.looked_at for one in self.timelines.values())

    def level_names(self, dossier: Dossier) -> tuple[str, ...]:
        """The levels of a dossier's timeline in order, `pre_due` left out: rank 1 is the first."""
        return self.levels_of(dossier.debtor.segment if dossier.debtor else Segment.SME)

    def levels_of(self, segment: Segment) -> tuple[str, ...]:
        """The same for a segment; a call is no letter that was sent or that one resumes by."""
        dunning = self.timelines[segment].dunning
        return tuple(level.name for level in dunning if level.form is not Form.CALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class House:
    """The ports that the flows share."""

    clock: Clock
    journal: Journal
    outbox: Outbox
    inbox: Inbox
    lookup: Lookup
    register: Register
    renderer: Renderer
    papers: Papers = field(default_factory=NoPapers)
    press: Press = field(default_factory=NoPress)
    witness: Witness = field(default_factory=NoWitness)
    crew: Crew = field(default_factory=Alone)


@dataclass(frozen=True, kw_only=True, slots=True)
class Doors:
    """A creditor's own doors outward."""

    mailbox: Mailbox
    mailer: Mailer
    ledger: Ledger
    operator: Mailer | None = None  # an account of its own for mails to the operator
    probe: Callable[[], Awaitable[str]] | None = None  # signs in at the submission account


Look = Callable[[Dossier], date | None]


def look_of(creditor: Creditor, today: date) -> Look:
    """When a dossier is to be looked at next, once what was decided is folded in."""

    def look(dossier: Dossier) -> date | None:
        timeline = creditor.timeline(dossier)
        on = next_look_on(dossier, timeline, today=today)
        if on is None or on <= today:
            return on
        notice = notice_due(dossier, timeline, creditor.telling, today)
        return on if notice is None else min(on, max(notice.on, today))

    return look


def inbox_read_key(creditor: CreditorId) -> str:
    """The register's name for when this creditor's mailbox was last read whole."""
    return f"inbox_read_at:{creditor}"


def inbox_read_whole_key(creditor: CreditorId) -> str:
    """The register's name for when every UID of this creditor's folders was last compared."""
    return f"inbox_read_whole_at:{creditor}"


def inbox_left_key(creditor: CreditorId) -> str:
    """The register's name for how many messages a long mailbox still holds that nobody fetched."""
    return f"inbox_left:{creditor}"


def ledger_synced_key(creditor: CreditorId) -> str:
    """The register's name for when this creditor's ledger was last taken in."""
    return f"ledger_synced_at:{creditor}"


def account_key(creditor: CreditorId) -> str:
    """The register's name for why the account refuses everything, and until when we wait."""
    return f"account_paused:{creditor}"


def outage_key(creditor: CreditorId) -> str:
    """The register's name for the last day on which letters could not be handed over, and why."""
    return f"outage:{creditor}"


def fault_key(creditor: str, job: str) -> str:
    """The register's name for what goes wrong in a job, and since when."""
    return f"fault:{creditor}:{job}"


def halted_key(creditor: str, job: str) -> str:
    """The register's name for why a job's last pass did nothing at all, and since when."""
    return f"halted:{creditor}:{job}"


def server_key(creditor: CreditorId) -> str:
    """The register's name for since when no letter can be handed over, the last try, and why."""
    return f"server:{creditor}"


def silent_key(creditor: CreditorId) -> str:
    """The register's name for since when the server says of no letter whether it took it."""
    return f"server_silent:{creditor}"


def braked_key(creditor: CreditorId) -> str:
    """The register's name for the day on which no more letters leave into silence, and why."""
    return f"braked:{creditor}"


def alive_key(creditor: CreditorId) -> str:
    """The register's name for the daemon's last sign of life."""
    return f"alive:{creditor}"


def seen_key(creditor: CreditorId) -> str:
    """The register's name for the causes that hold sending back (`outward.vigil.Seen`)."""
    return f"waiting_seen:{creditor}"


def told_key(creditor: CreditorId) -> str:
    """The register's name for the last mail to the operator (`outward.vigil.Told`)."""
    return f"operator_told:{creditor}"


def digest_key(creditor: CreditorId) -> str:
    """The register's name for the day of the last summary to the operator."""
    return f"operator_digest:{creditor}"


STOP_KEY = "stop"
STOPPED_KEY = "stopped_at"  # since when, and by whom
FIRST_DAY_KEY = "first_day_of_sending"
STARTED_KEY = "started_on"
OPENED_KEY = "opened_on"
"""The day of the first command; that of the first who read mail or sent is `STARTED_KEY`.

Earlier programs noted the latter alone, and at any command.
"""


async def moment(register: Register, name: str) -> datetime | None:
    """A moment kept in the register."""
    return moment_of(await register.get(name))


def moment_of(value: str | None) -> datetime | None:
    """A moment as the register keeps it."""
    return datetime.fromisoformat(value) if value else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """Why a letter waits: a dossier and a step, and what refused it."""

    dossier: str
    step: StepKey
    amount: Decimal
    checks: tuple[str, ...]
    because: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """How a letter is known again: its token, its Message-ID, the reference that people see."""

    token: str
    message_id: MessageId
    visible: str
