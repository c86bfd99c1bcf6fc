"""What a flow asks of the world. A door implements one of these, a fake does too.

Errors come in three families: `Temporary` (again later, unchanged), `Permanent` (a human or a
configuration), `Overtaken` (another writer was first: read again, decide again).
"""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol, TypeVar

from relance_mailer.desk.blocks import Sheet
from relance_mailer.desk.queues import Queue
from relance_mailer.dossier.events import Entry, Event, Sort
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import (
    CreditorId,
    DebtorId,
    Digest,
    DossierKey,
    LedgerPayment,
    LedgerRow,
    MessageId,
    PageId,
    StepKey,
)
from relance_mailer.inward.glance import Glance
from relance_mailer.inward.link import Candidate, Clues
from relance_mailer.law.statement import Stated
from relance_mailer.outward.asked import ContactDay
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.enclosing import Shelf
from relance_mailer.outward.levels import Form


class Fault(Exception):
    """The world failed; the message is in French and says what to do."""


class Temporary(Fault):
    """Again later, unchanged."""


class Permanent(Fault):
    """A human or a configuration has to mend it."""


class Unreadable(Permanent):
    """A page holds an entry that this program can't read: damaged, or written by a newer one.

    Nothing is known of that page then, and nothing is decided, sent or written there; it is one
    page's trouble, and the others go on.
    """

    def __init__(self, page: PageId, because: str) -> None:
        super().__init__(because)
        self.page = page


class Overtaken(Fault):
    """Another writer was first: read again and decide again."""


class CutShort(RuntimeError):
    """Work that the system ended from outside, short of memory for one: it may be tried again."""


class Clock(Protocol):
    """Business time."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        ...

    def today(self) -> date:
        """The day in Europe/Paris."""
        ...


class OutboxState(StrEnum):
    """Where a letter stands on its way out."""

    QUEUED = "queued"
    LEAVING = "leaving"  # committed before DATA: the fate may be unknown
    SENT = "sent"
    UNSURE = "unsure"  # counts as sent
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    BOUNCED = "bounced"


class Fate(StrEnum):
    """What became of a raw message."""

    UNREAD = "unread"
    READ = "read"
    NOBODYS = "nobodys"  # concerns no dossier
    UNLINKED = "unlinked"  # a person wrote, nothing says whose it is: waits for a human
    CONTESTED = "contested"  # waits for a human
    SET_ASIDE = "set_aside"  # could not be processed; waits for a human


@dataclass(frozen=True, kw_only=True, slots=True)
class QueueLetter:
    """Put a letter in the outbox and take the debtor's contact of that day."""

    key: DossierKey
    debtor: DebtorId
    step: StepKey
    sort: Sort
    composed_for: date
    message_id: MessageId
    token: str
    envelope_from: str
    recipients: tuple[str, ...]
    subject: str
    mime: bytes
    digest: Digest
    amount: Decimal
    rank: int = 0  # the smaller, the sooner: announced levels, then first letters


@dataclass(frozen=True, kw_only=True, slots=True)
class MoveLetter:
    """Move a row of the outbox, if it stands in one of `expected`; else `Overtaken`."""

    key: DossierKey
    step: StepKey
    expected: frozenset[OutboxState]
    to: OutboxState
    reply: str = ""
    not_before: datetime | None = None  # a temporary refusal: try again from then on
    give_back_contact: bool = False
    take_back_try: bool = False  # it never was offered: our own fault is no try of the letter's


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeContact:
    """Take the debtor's contact of a day; when not `if_free`, one already taken is `Overtaken`."""

    creditor: CreditorId
    debtor: DebtorId
    day: date
    sort: Sort
    key: DossierKey
    step: str
    if_free: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class SettleMessage:
    """Say what became of a raw message; one that is no longer unread is `Overtaken`.

    `by_hand` lets a human settle one that waits for him. The same bytes may stand in mailboxes
    of several creditors: `creditor` settles his alone, None all of them.
    """

    message: Digest
    fate: Fate
    pages: tuple[PageId, ...] = ()
    by_hand: bool = False
    creditor: CreditorId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class KeepEvidence:
    """Keep bytes under their sha256: a paper that was printed; `Outbox.mime` reads them."""

    digest: Digest
    content: bytes


Effect = QueueLetter | MoveLetter | TakeContact | SettleMessage | KeepEvidence


@dataclass(frozen=True, kw_only=True, slots=True)
class Write:
    """Events to append to a page that stands at `version`, and when to look at it next.

    With no events only the caches are brought up to date (the day of the next look). `chain` is
    that of the entry read last: one that was put back and written again has another at the same
    version. None follows whatever stands there (a second write of one batch).
    """

    page: PageId
    version: int
    events: tuple[Event, ...]
    chain: str | None = None
    after: Dossier | None = None  # the dossier once these are folded in; None on a mailbox's page
    next_look_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Commit:
    """All that one decision changes: it is done whole or not at all."""

    at: datetime
    writes: tuple[Write, ...]
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class LastEntry:
    """The last entry of a page: its number, and the chain that tells it from another's there."""

    version: int
    chain: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """A page as it was read: its version (0: empty), its chain and, for a dossier, its fold."""

    page: PageId
    version: int
    chain: str | None  # of the last entry; None: whoever read it cannot tell
    dossier: Dossier | None

    @property
    def last(self) -> LastEntry:
        """By what a page that went on, or was put back and written again, is told from this."""
        return LastEntry(version=self.version, chain=self.chain)


@dataclass(frozen=True, kw_only=True, slots=True)
class Verified:
    """What checking the chain of a page found: `broken` says where and how, in French."""

    pages: int
    entries: int
    broken: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Chained:
    """An entry as it stands in the table, hashes and all; an erased one has no salt and no body."""

    page: PageId
    seq: int
    at: str
    kind: str
    version: int
    salt: bytes | None
    body: bytes | None
    body_hash: str
    chain: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Rebuilt:
    """What making the caches anew found: what differed, in French, and what could not be read."""

    differed: tuple[str, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


class Journal(Protocol):
    """The append-only truth."""

    async def read(self, pages: Sequence[PageId]) -> Mapping[PageId, Opened]:
        """The pages as they stand, empty ones included."""
        ...

    async def entries(self, page: PageId) -> tuple[Entry, ...]:
        """All entries of a page, oldest first."""
        ...

    async def commit(self, commits: Sequence[Commit]) -> None:
        """Apply all commits in one transaction; raises `Overtaken` and changes nothing then."""
        ...

    async def chained(self, page: PageId) -> tuple[Chained, ...]:
        """A page as it is chained, for whoever checks it without this program; oldest first."""
        ...

    async def pages(self) -> tuple[PageId, ...]:
        """Every page that has an entry, in the order of their identifiers."""
        ...

    async def verify(self, anchors: Mapping[PageId, tuple[int, str]]) -> Verified:
        """Recompute every chain; `anchors` are heads written down earlier (seq, chain)."""
        ...

    async def heads(self) -> Mapping[PageId, tuple[int, str]]:
        """The last (seq, chain) of every page."""
        ...

    async def chains_at(self, places: Mapping[PageId, int]) -> Mapping[PageId, str]:
        """The chain of each page after that entry; a page that has no such entry is left out."""
        ...

    async def written_after(
        self, moment: datetime, pages: Collection[PageId]
    ) -> Mapping[PageId, int]:
        """How many entries of each of these pages are later; pages without one are left out."""
        ...

    async def went_back(self) -> bool:
        """Whether what this process knew to be the last entry is gone, or another: said once.

        The database was put back under a running program then; nothing that it kept in memory is
        believed any more.
        """
        ...

    async def erase_body(self, page: PageId, seq: int, commit: Commit) -> None:
        """Erase salt and body of an entry and append the `BodyErased` of `commit`."""
        ...

    async def rebuild(self, look: Callable[[Dossier], date | None]) -> Rebuilt:
        """Rebuild every cache from the journal; pages that can't be read keep theirs."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class OutboxRow:
    """A letter in the outbox."""

    id: str
    key: DossierKey
    step: StepKey
    state: OutboxState
    sort: Sort
    composed_for: date
    message_id: MessageId
    token: str
    envelope_from: str
    recipients: tuple[str, ...]
    subject: str
    digest: Digest
    amount: Decimal
    rank: int
    tries: int
    changed_at: datetime  # when the row last changed state
    not_before: datetime | None
    filed: bool  # a copy stands in the Sent folder


class Outbox(Protocol):
    """Letters on their way out."""

    async def claim(
        self, creditor: CreditorId, *, now: datetime, lease_seconds: int, limit: int
    ) -> tuple[OutboxRow, ...]:
        """Take queued letters that may leave now, sooner ranks and larger amounts first.

        A claim is a lease: after `lease_seconds` of real time another worker may take it.
        """
        ...

    async def release(self, ids: Sequence[str]) -> None:
        """Give claimed letters back unchanged."""
        ...

    async def in_state(
        self, creditor: CreditorId, states: Iterable[OutboxState]
    ) -> tuple[OutboxRow, ...]:
        """All letters in these states, oldest change first."""
        ...

    async def mime(self, digest: Digest) -> bytes:
        """The bytes of a letter."""
        ...

    async def to_file(self, creditor: CreditorId, *, limit: int) -> tuple[OutboxRow, ...]:
        """Sent letters of which no copy stands in the Sent folder yet."""
        ...

    async def filed(self, ids: Sequence[str]) -> None:
        """A copy of these stands in the Sent folder."""
        ...

    async def counts(self, creditor: CreditorId | None = None) -> Mapping[OutboxState, int]:
        """How many letters stand in each state, of one creditor or of all."""
        ...

    async def queued_or_sent_on(self, creditor: CreditorId, day: date) -> int:
        """How many letters of that day were queued or left: the daily ceiling."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class RawMessage:
    """A message as the server handed it over."""

    folder: str
    uidvalidity: int
    uid: int
    raw: bytes
    received_at: datetime  # INTERNALDATE, aware
    truncated: bool = False  # too large: headers and the beginning only


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A raw message in the database, without its bytes."""

    digest: Digest
    creditor: CreditorId
    mailbox: str
    folder: str
    sent_folder: bool
    received_at: datetime
    sent_at: datetime | None  # the Date header as the scan read it
    size: int
    glance: Glance
    fate: Fate
    truncated: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """How many messages of a creditor nobody has read yet, and how many were set aside."""

    unread: int
    set_aside: int


class Inbox(Protocol):
    """Raw messages, their scan and their fate."""

    async def keep(
        self,
        creditor: CreditorId,
        mailbox: str,
        messages: Sequence[tuple[RawMessage, Glance]],
        *,
        sent_folder: bool,
    ) -> int:
        """Commit raw bytes; those already kept (same bytes, or same folder and UID) are left.

        Of one with the Message-ID, Date and sender of another only bytes and place are kept.

        Answers how many were new.
        """
        ...

    async def known_uids(
        self, mailbox: str, folder: str, uidvalidity: int, *, above: int = 0
    ) -> frozenset[int]:
        """The UIDs of that folder, above a number, that were kept already."""
        ...

    async def unread(self, creditor: CreditorId, *, limit: int) -> tuple[Kept, ...]:
        """Unread messages in the order of their Date."""
        ...

    async def raw(self, digests: Sequence[Digest]) -> Mapping[Digest, bytes]:
        """The bytes of messages."""
        ...

    async def waiting(self, fates: Iterable[Fate]) -> tuple[Kept, ...]:
        """Messages with one of these fates, oldest first."""
        ...

    async def find(self, digest_prefix: str) -> Kept | None:
        """The message whose digest begins so, None when there is none or more than one."""
        ...

    async def led_to(self, digest: Digest) -> tuple[PageId, ...]:
        """The pages of the journal to which a message led when it was settled."""
        ...

    async def counts(self, creditor: CreditorId | None = None) -> Mapping[Fate, int]:
        """How many messages have each fate."""
        ...

    async def wait(self, creditor: CreditorId) -> Waiting:
        """How many messages are unread, and how many are set aside: asked before each letter."""
        ...

    async def known_message_ids(
        self, ids: Sequence[MessageId], *, sent_folder: bool
    ) -> frozenset[MessageId]:
        """Which of these Message-IDs a kept message bears, in the Sent folder or in the others.

        In the others it is a journal copy; in the Sent folder it is the provider's own copy.
        """
        ...

    async def naming(self, message_ids: Sequence[MessageId]) -> Mapping[MessageId, Digest]:
        """Kept messages of others that name one of these Message-IDs: proof that it arrived."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class IndexRow:
    """A line of the index of dossiers: a cache of the fold."""

    key: DossierKey
    debtor_id: DebtorId
    debtor_name: str
    phase: Phase
    since: date | None
    owed: Decimal
    currency: str
    oldest_due_on: date | None
    next_look_on: date | None
    distress: bool
    reason: str  # of review or legal, else of the hold


@dataclass(frozen=True, kw_only=True, slots=True)
class QueueSize:
    """How many lines of dossiers stand in a queue, and what is owed on them altogether."""

    queue: Queue
    lines: int
    amount: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class QueuePlace:
    """A line of a queue: the `nth` of what waits on a dossier (`desk.queues.waiting_in`)."""

    queue: Queue
    key: DossierKey
    nth: int


class Lookup(Protocol):
    """Questions over all dossiers, answered from caches that the journal can rebuild."""

    async def due(
        self, creditor: CreditorId, on: date, *, limit: int, offset: int = 0
    ) -> tuple[DossierKey, ...]:
        """Dossiers to look at on that day, largest amounts first; `offset` pages through them."""
        ...

    async def candidates(self, creditor: CreditorId, clues: Clues) -> tuple[Candidate, ...]:
        """The dossiers that these clues name."""
        ...

    async def candidates_many(
        self, creditor: CreditorId, clues: Sequence[Clues]
    ) -> tuple[tuple[Candidate, ...], ...]:
        """The same for many messages at once, in their order."""
        ...

    async def dossiers_of(self, creditor: CreditorId, debtor: DebtorId) -> tuple[DossierKey, ...]:
        """All dossiers of a debtor."""
        ...

    async def dossiers_of_many(
        self, creditor: CreditorId, debtors: Sequence[DebtorId]
    ) -> Mapping[DebtorId, tuple[DossierKey, ...]]:
        """The same for many debtors at once; one without any dossier is not in it."""
        ...

    async def contacts(
        self, creditor: CreditorId, debtor: DebtorId, *, since: date
    ) -> tuple[ContactDay, ...]:
        """The contacts with a debtor since a day, in all his dossiers."""
        ...

    async def set_aside_names(self, creditor: CreditorId, dossier: Dossier) -> bool:
        """Whether a message set aside names this debtor by its scan."""
        ...

    async def index(
        self, creditor: CreditorId | None = None, phases: Iterable[Phase] = ()
    ) -> tuple[IndexRow, ...]:
        """The index, all phases when none is named."""
        ...

    async def invoice_numbers(self, keys: Sequence[DossierKey]) -> tuple[str, ...]:
        """The numbers of all invoices of these dossiers."""
        ...

    async def find(self, words: str, *, limit: int = 5000) -> tuple[DossierKey, ...]:
        """The dossiers that an operator means: identifier, debtor, invoice, address or name.

        The largest amounts come first.
        """
        ...

    async def queue_sizes(self, creditors: Sequence[CreditorId], on: date) -> tuple[QueueSize, ...]:
        """The queues in which dossiers stand on that day; empty ones are left out."""
        ...

    async def queue_places(
        self,
        creditors: Sequence[CreditorId],
        on: date,
        *,
        queues: Sequence[Queue],
        limit: int,
        offset: int = 0,
    ) -> tuple[QueuePlace, ...]:
        """Of each of these queues as many lines, in the order of R12 on that day.

        Queue after queue, by their names; `offset` lines of each are passed over.
        """
        ...


class Register(Protocol):
    """Small facts about the daemon itself: stop, first day, when what was last read."""

    async def get(self, name: str) -> str | None:
        """The value, None when never set."""
        ...

    async def get_many(self, names: Sequence[str]) -> Mapping[str, str]:
        """The values of these names in one question; those never set are left out."""
        ...

    async def set(self, name: str, value: str | None) -> None:
        """Set or, with None, take away."""
        ...

    async def swap(self, name: str, expected: str | None, value: str | None) -> bool:
        """Set if the value is still the expected one; False: another was first, nothing changed."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Lease:
    """What one of several daemons does at a time, and which of them."""

    name: str
    holder: str


class Leases(Protocol):
    """Who of several daemons on one database does what only one of them should.

    Seconds are real time, never business time. Nothing that must not happen twice rests on a lease
    alone: its holder may be frozen and wake when another has taken over.
    """

    async def take(self, name: str, holder: str, *, seconds: float) -> str:
        """Take it, or renew it, when it is free, ours or run out; answers who holds it now."""
        ...

    async def give_back(self, name: str, holder: str) -> None:
        """Let others take it at once; what another holds is left."""
        ...

    async def held(self) -> tuple[Lease, ...]:
        """The leases that have not run out, by name."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Departure:
    """A letter that was about to leave, as it is noted outside the database."""

    at: datetime
    page: PageId
    seq: int  # of the entry that says so
    step: str
    message_id: MessageId

    def told(self) -> list[str | int]:
        """As JSON has it."""
        return [self.at.isoformat(), self.page, self.seq, self.step, self.message_id]

    @staticmethod
    def of(told: Sequence[str | int]) -> "Departure":
        """Of its JSON; another shape raises `ValueError`."""
        at, page, seq, step, message_id = told
        return Departure(
            at=datetime.fromisoformat(str(at)),
            page=PageId(str(page)),
            seq=int(seq),
            step=str(step),
            message_id=MessageId(str(message_id)),
        )


class Witness(Protocol):
    """What stands outside the database and outlives its rollback. Raises `Permanent`."""

    @property
    def sees_all(self) -> bool:
        """Whether every letter leaves from this machine: what it did not see leave, did not."""
        ...

    async def anchored(self) -> Mapping[PageId, tuple[int, str]]:
        """The highest head (seq, chain) of every page that was anchored here."""
        ...

    async def anchors_of_days(self) -> Sequence[tuple[datetime, Mapping[PageId, tuple[int, str]]]]:
        """The last anchors, each with its moment (or the end of its day), newest first."""
        ...

    async def departures(self) -> tuple[Departure, ...]:
        """The letters that were noted here, oldest first."""
        ...

    async def noted_from(self) -> datetime | None:
        """Since when every departure is noted here; None: none ever was."""
        ...

    async def begin(self, now: datetime) -> None:
        """From now on every departure is noted here, where nobody did yet."""
        ...

    async def note(self, departure: Departure) -> None:
        """Note a letter whose bytes are about to go; it is on the disk when this returns."""
        ...

    async def set_aside(self, at: datetime) -> None:
        """What stands here is of a history that the database lost: keep it under another name."""
        ...


class NoWitness:
    """Nothing stands outside the database."""

    sees_all = False

    async def anchored(self) -> Mapping[PageId, tuple[int, str]]:
        """No head was written down."""
        return {}

    async def anchors_of_days(self) -> Sequence[tuple[datetime, Mapping[PageId, tuple[int, str]]]]:
        """No head was written down."""
        return ()

    async def departures(self) -> tuple[Departure, ...]:
        """No letter was noted."""
        return ()

    async def noted_from(self) -> datetime | None:
        """Never."""
        return None

    async def begin(self, now: datetime) -> None:
        """Nowhere to."""

    async def note(self, departure: Departure) -> None:
        """Nowhere to."""

    async def set_aside(self, at: datetime) -> None:
        """Nothing to."""


class DeskRole(StrEnum):
    """What somebody may do on the desk: each role may do what the one before it may."""

    READER = "reader"  # lit
    AGENT = "agent"  # consigne : notes, appels, lectures, tâches
    MANAGER = "manager"  # accorde, rouvre, abandonne


@dataclass(frozen=True, kw_only=True, slots=True)
class Colleague:
    """Somebody who may sign in. `password` is an argon2 hash; `epoch` rises with every change of

    password, role or state, and ends the sessions that were begun before.
    """

    name: str
    role: DeskRole
    password: str
    disabled: bool = False
    epoch: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class AccessLine:
    """What happened at the door of the desk: sign-ins, refusals, changes of accounts."""

    at: datetime
    who: str
    what: str  # identifier: signed_in, refused, signed_out, added, role, password, disabled …
    where: str = ""  # the address of the browser, or the command line
    because: str = ""


class Colleagues(Protocol):
    """Who may sign in at the desk, and what happened at its door."""

    async def find(self, name: str) -> Colleague | None:
        """The colleague of that name, disabled or not."""
        ...

    async def all(self) -> tuple[Colleague, ...]:
        """All of them, by name."""
        ...

    async def add(self, colleague: Colleague, line: AccessLine) -> None:
        """A new one; a name that is taken raises `Permanent`."""
        ...

    async def change(self, colleague: Colleague, line: AccessLine) -> None:
        """Put in the place of the one of that name whose epoch is one less, else `Overtaken`."""
        ...

    async def note(self, line: AccessLine) -> None:
        """Keep a line; none is ever changed."""
        ...

    async def lines(self, *, limit: int) -> tuple[AccessLine, ...]:
        """The last lines, newest first."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class FolderView:
    """A folder as the server shows it."""

    folder: str
    uidvalidity: int
    uids: tuple[int, ...]


class Mailbox(Protocol):
    """A mailbox that is watched. Every method raises `Temporary` or `Permanent`."""

    @property
    def address(self) -> str:
        """The mailbox's address: names its page of the journal."""
        ...

    async def look(self, folder: str, *, above: int = 0) -> FolderView:
        """The UIDs above a number that stand in the folder now."""
        ...

    async def fetch(self, view: FolderView, uids: Sequence[int]) -> tuple[RawMessage, ...]:
        """The raw messages; UIDs that have vanished meanwhile are left out."""
        ...

    async def has_message(self, folder: str, message_id: MessageId) -> bool:
        """Whether a message with that Message-ID stands in the folder."""
        ...

    async def append(self, folder: str, raw: bytes, *, at: datetime) -> None:
        """File a message, marked as seen."""
        ...

    async def wait_for_push(self, folder: str, *, seconds: float) -> bool:
        """Idle until the server says that something happened (True) or the time is over."""
        ...

    async def folders(self) -> tuple[str, ...]:
        """The names of all folders (decoded)."""
        ...

    async def close(self) -> None:
        """Log out and give the connections back."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """The server took the letter after the final dot.

    `left_out` are addresses in copy that it refused: the letter left without them.
    """

    reply: str
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Refused:
    """The server said no, and the letter did not leave.

    `permanent` is about this recipient, or this letter where it is `too_large`; `account` means
    that the account or its policy is refused and everything has to wait (5.7.x, 530, 535, 552 …).
    """

    code: int
    text: str
    permanent: bool = False
    account: bool = False
    too_large: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Unsure:
    """The connection broke after the final dot: nobody knows."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Stayed:
    """The line was cut before the final dot: the letter surely did not leave (RFC 5321 §4.1.1.4).

    It broke by itself, or we cut it because too long had passed since `leaving` was awaited: what
    the gate saw then is no longer known to be true.
    """

    text: str


Handover = Taken | Refused | Stayed | Unsure


FRESH_SECONDS = 30.0
"""How long what the gate saw counts while the letter is handed over, in real seconds."""


class Mailer(Protocol):
    """A submission account."""

    async def hand_over(
        self,
        mime: bytes,
        *,
        envelope_from: str,
        recipients: Sequence[str],
        envelope_id: str,
        leaving: Callable[[], Awaitable[None]],
    ) -> Handover:
        """Offer a letter; `leaving` is awaited just before the bytes go, and may raise to stop.

        The final dot follows `leaving` without a pause of more than `FRESH_SECONDS`, a process that
        was frozen included, else the letter stays. Raises `Temporary` when the server cannot be
        reached before that point.
        """
        ...

    async def close(self) -> None:
        """Give the connections back."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Enclosure:
    """A document that goes with a letter."""

    name: str
    content: bytes

    @property
    def media_type(self) -> str:
        """Its type, by the end of its name."""
        ends = {"pdf": "application/pdf", "xml": "application/xml"}
        return ends.get(self.name.rpartition(".")[2].lower(), "application/octet-stream")


@dataclass(frozen=True, kw_only=True, slots=True)
class Enclosed:
    """What goes with a letter: files, and the picture of the transfer (PNG, may be empty)."""

    files: tuple[Enclosure, ...] = ()
    transfer_code: bytes = b""


class Papers(Protocol):
    """Documents at hand and papers that are printed. What cannot be made raises `Permanent`."""

    def shelf(self, creditor: CreditorId) -> Shelf:
        """The documents of a creditor that are at hand."""
        ...

    def document(self, creditor: CreditorId, name: str) -> Enclosure:
        """One of them."""
        ...

    def statement(self, letter: Letter, history: Sequence[Stated]) -> Enclosure:
        """The statement of account that goes with a letter."""
        ...

    def notice(
        self, letter: Letter, history: Sequence[Stated], reminders: Sequence[date], form: Form
    ) -> bytes:
        """The formal notice as a PDF to sign and post."""
        ...

    def transfer_code(self, letter: Letter) -> bytes:
        """The picture of the transfer that pays a letter; empty when it asks for none."""
        ...

    def keep_to_post(self, creditor: CreditorId, name: str, content: bytes) -> str:
        """Lay a paper where people find what they have to post; its path, empty: no such place."""
        ...

    def laid_out(self, creditor: CreditorId) -> tuple[str, ...]:
        """The names of the papers that lie there."""
        ...

    def take_back(self, creditor: CreditorId, name: str) -> None:
        """Take a paper away that must not be posted any more."""
        ...


Item = TypeVar("Item")
Answer = TypeVar("Answer")


class Crew(Protocol):
    """Hands that do pure work on many values at once, where this process would take long alone."""

    def come(self) -> None:
        """There will be much to do: make ready beside whatever is done meanwhile.

        Returns at once and never raises; `each` takes it as far as it came, `rest` takes it back.
        """
        ...

    @property
    def hired(self) -> bool:
        """Whether hands are kept ready: work that would not be worth their coming is worth it."""
        ...

    async def each(self, work: Callable[[Item], Answer], items: Sequence[Item]) -> Sequence[Answer]:
        """The work done on each item, in their order; raises what the work raises.

        `work` is a function of a module, or one given some of its arguments: other processes are
        told it by name. Raises `RuntimeError` when one of them dies over it or takes too long: it
        is not tried in this process then; `CutShort` when the system killed it.
        """
        ...

    async def rest(self) -> None:
        """There is no more to do for now: nothing is kept ready."""
        ...


class Alone:
    """A crew of nobody: all is done in this process."""

    hired = False

    def come(self) -> None:
        """Nobody to come."""

    async def each(self, work: Callable[[Item], Answer], items: Sequence[Item]) -> Sequence[Answer]:
        """The work done on each item, in their order."""
        return [work(item) for item in items]

    async def rest(self) -> None:
        """Nobody to let go."""


class NoPapers:
    """Where nothing is sent, nothing is at hand and nothing is printed."""

    def shelf(self, creditor: CreditorId) -> Shelf:
        """An empty shelf."""
        return Shelf()

    def document(self, creditor: CreditorId, name: str) -> Enclosure:
        """None is at hand."""
        raise Permanent(f"pièce jointe « {name} » : aucun dossier de documents n'est réglé")

    def statement(self, letter: Letter, history: Sequence[Stated]) -> Enclosure:
        """None is printed."""
        raise Permanent("aucun papier ne s'imprime ici")

    def notice(
        self, letter: Letter, history: Sequence[Stated], reminders: Sequence[date], form: Form
    ) -> bytes:
        """None is printed."""
        raise Permanent("aucun papier ne s'imprime ici")

    def transfer_code(self, letter: Letter) -> bytes:
        """No picture."""
        return b""

    def keep_to_post(self, creditor: CreditorId, name: str, content: bytes) -> str:
        """No place."""
        return ""

    def laid_out(self, creditor: CreditorId) -> tuple[str, ...]:
        """Nothing lies anywhere."""
        return ()

    def take_back(self, creditor: CreditorId, name: str) -> None:
        """Nothing to take."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Book:
    """A paper of one sheet or of many, as it is printed or written for a word processor.

    `cover` stands first with the list of sheets; `mark` is on every page (« PROJET … »).
    """

    title: str
    author: str
    reference: str
    dated: date
    sheets: tuple[Sheet, ...]
    cover: Sheet | None = None
    mark: str = ""
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Readable:
    """A mail as people read it: its headers in French, its text, the names of what goes with it."""

    headers: tuple[tuple[str, str], ...]
    text: str
    files: tuple[Enclosure, ...] = ()


class Press(Protocol):
    """Prints what goes to a court. What cannot be made raises `Permanent`."""

    def pdf(self, book: Book) -> bytes:
        """A book as a PDF: the same book gives the same bytes."""
        ...

    def odt(self, book: Book) -> bytes:
        """A book for a word processor (OpenDocument text), to be completed there."""
        ...

    def readable(self, raw: bytes) -> Readable:
        """A mail as a person reads it; a damaged one as far as it goes, never an error."""
        ...

    def companions(self) -> tuple[Enclosure, ...]:
        """What goes with every file: how to check it without this program."""
        ...


class NoPress:
    """Where nothing is printed for a court."""

    def pdf(self, book: Book) -> bytes:
        """None is printed."""
        raise Permanent("aucun papier ne s'imprime ici")

    def odt(self, book: Book) -> bytes:
        """None is written."""
        raise Permanent("aucun papier ne s'imprime ici")

    def readable(self, raw: bytes) -> Readable:
        """Nothing is read."""
        raise Permanent("aucun papier ne s'imprime ici")

    def companions(self) -> tuple[Enclosure, ...]:
        """Nothing goes with it."""
        return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Rendered:
    """A letter as it will look, and what each placeholder printed (for the lint)."""

    mime: bytes
    subject: str
    text: str
    html: str
    printed: tuple[tuple[str, str], ...] = ()


class Renderer(Protocol):
    """Facts become a letter."""

    def render(self, letter: Letter, enclosed: Enclosed = ...) -> Rendered:
        """The MIME of a letter; raises `Permanent` naming file and line of a faulty template."""
        ...

    def templates(self) -> frozenset[tuple[str, str]]:
        """The (language, template) that exist."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class RowFault:
    """A row that was refused: file, line, column, and why in French."""

    file: str
    line: int
    column: str
    because: str

    def __str__(self) -> str:
        where = f", colonne « {self.column} »" if self.column else ""
        return f"{self.file}, ligne {self.line}{where} : {self.because}"


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerReading:
    """The ledger as its source tells it; `faults` name refused rows, left untouched."""

    rows: tuple[LedgerRow, ...]
    payments: tuple[LedgerPayment, ...]
    faults: tuple[RowFault, ...]
    refused: frozenset[str]  # invoice numbers that stand in a faulty row: nothing is known of them
    digest: Digest  # of all source bytes: the same digest needs no second pass
    modified_at: datetime  # of the oldest source file, aware


class Ledger(Protocol):
    """Where the invoices come from."""

    async def read(self) -> LedgerReading:
        """The whole ledger; raises `Permanent` when it is broken as a whole."""
        ...
