"""The servers of the simulated world: SMTP, IMAP and the ledger, without a socket.

They answer as the real ones do (the contract suites ask both) and stand outside every process of
ours: what a server took stays taken, whoever died meanwhile.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.parser import BytesHeaderParser
from enum import Enum
from random import Random

from relance_mailer.dossier.values import MessageId
from relance_mailer.ports import (
    FolderView,
    Handover,
    LedgerReading,
    Permanent,
    RawMessage,
    Refused,
    Stayed,
    Taken,
    Temporary,
    Unsure,
)
from relance_mailer.simulate.mishaps import Mishap
from relance_mailer.simulate.weather import Weather

INBOX, SENT = "INBOX", "Sent"
SILENCE = timedelta(minutes=5)  # RFC 5321 §4.5.3.2
BEFORE_DATA = 0.6
"""How many refusals come at RCPT; the others come after the final dot."""
FIRST_UIDVALIDITY = 1_700_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrived:
    """A letter that the submission server took: what its readers get, and when."""

    at: datetime  # true time
    told_at: datetime  # what our own clock said
    recipients: tuple[str, ...]
    raw: bytes
    answered: bool = True  # whether the server's yes came back to us


class _End(Enum):
    """How a server that took the addresses gives up."""

    CUT = "before the final dot"
    BUSY = "instead of a yes"
    SILENT_TAKEN = "behind the final dot, with the letter"
    SILENT_NOT_TAKEN = "behind the final dot, without it"


class PostOffice:
    """The submission server; `deliver` is told of every letter that it takes."""

    def __init__(self, weather: Weather) -> None:
        self.weather = weather
        self.deliver: Callable[[Arrived], None] = lambda letter: None
        self.greylisted: set[str] = set()
        self.in_hand = 0  # letters that are being handed over
        self._late = Random(f"{weather.chaos.seed}:late")

    async def hand_over(
        self,
        mime: bytes,
        *,
        envelope_from: str,
        recipients: Sequence[str],
        envelope_id: str,
        leaving: Callable[[], Awaitable[None]],
    ) -> Handover:
        """Take a letter, or not: everything that a server does between MAIL and its last word."""
        assert envelope_from, envelope_id
        self.in_hand += 1
        try:
            return await self._handed_over(mime, recipients, leaving)
        finally:
            self.in_hand -= 1

    async def _handed_over(
        self, mime: bytes, recipients: Sequence[str], leaving: Callable[[], Awaitable[None]]
    ) -> Handover:
        ends = self._reachable()
        refused = self._refusal(recipients)
        if refused is not None and self.weather.chaos.chance.random() < BEFORE_DATA:
            return refused
        await leaving()
        if refused is not None:
            return refused
        if ends is _End.CUT:
            return Stayed(text="421 4.3.2 service indisponible, avant le point final")
        if ends is _End.BUSY:
            return Refused(code=421, text="4.3.2 service indisponible")
        weather, clock = self.weather, self.weather.clock
        if weather.strikes(Mishap.SMTP_SLOW):
            clock.go_on(clock.true + timedelta(minutes=9))
        if weather.strikes(Mishap.LOST_REPLY_NOT_TAKEN):
            return Unsure(text="connexion perdue avant la réponse")
        if ends is _End.SILENT_NOT_TAKEN:
            clock.go_on(clock.true + SILENCE)
            return Unsure(text="aucune réponse en 300 s")
        lost = weather.strikes(Mishap.LOST_REPLY_TAKEN) or ends is _End.SILENT_TAKEN
        letter = Arrived(
            at=clock.true,
            told_at=clock.now(),
            recipients=tuple(recipients),
            raw=mime,
            answered=not lost,
        )
        self.deliver(letter)
        return Unsure(text="connexion perdue") if lost else Taken(reply="250 2.0.0 Ok: queued")

    async def close(self) -> None:
        """Nothing to give back."""

    def _reachable(self) -> "_End | None":
        """Whether the server can be spoken to, and how it will give up later on."""
        if self.weather.lasts(Mishap.SMTP_DOWN):
            raise Temporary("serveur d'envoi : connexion refusée")
        if self.weather.strikes(Mishap.SMTP_421):
            end = self._late.choice((None, _End.CUT, _End.BUSY))
            if end is not None:
                return end
            raise Temporary("serveur d'envoi : 421 4.3.2 service indisponible")
        if self.weather.strikes(Mishap.SMTP_SILENT):
            end = self._late.choice((None, _End.SILENT_TAKEN, _End.SILENT_NOT_TAKEN))
            if end is not None:
                return end
            clock = self.weather.clock
            clock.go_on(clock.true + SILENCE)
            raise Temporary("serveur d'envoi : aucune réponse en 60 s")
        return None

    def _refusal(self, recipients: Sequence[str]) -> Refused | None:
        for sort, answer in _REFUSALS.items():
            if self.weather.strikes(sort):
                return answer
        if recipients[0] in self.greylisted:
            self.greylisted.discard(recipients[0])
            return Refused(code=451, text="4.7.1 Greylisted, try again later")
        return None


_REFUSALS = {
    Mishap.SMTP_4XX: Refused(code=450, text="4.2.0 mailbox busy"),
    Mishap.SMTP_5XX: Refused(code=550, text="5.1.1 user unknown", permanent=True),
    Mishap.SMTP_ACCOUNT: Refused(code=454, text="4.7.0 temporary auth failure", account=True),
}


@dataclass(slots=True)
class _Folder:
    uidvalidity: int
    next_uid: int = 1
    messages: dict[int, tuple[bytes, datetime]] = field(default_factory=dict)
    pushed: asyncio.Event = field(default_factory=asyncio.Event)


class Folders:
    """The mailbox on its server: folders of messages, and the hands of others in them."""

    def __init__(self, *names: str) -> None:
        self._count = FIRST_UIDVALIDITY
        self._folders: dict[str, _Folder] = {}
        self.looked_at: dict[str, datetime] = {}  # true time of the last look at each
        for name in names or (INBOX, SENT):
            self.make(name)

    def make(self, name: str) -> None:
        """Make an empty folder."""
        self._count += 1
        self._folders[name] = _Folder(uidvalidity=self._count)

    def put(self, raw: bytes, *, at: datetime, folder: str = INBOX) -> int:
        """A message arrives; its UID."""
        box = self._folders[folder]
        uid, box.next_uid = box.next_uid, box.next_uid + 1
        box.messages[uid] = (raw, at)
        box.pushed.set()
        return uid

    def take(self, uid: int, folder: str = INBOX) -> bytes:
        """Somebody deletes a message; its bytes."""
        box = self._folders[folder]
        box.pushed.set()
        return box.messages.pop(uid)[0]

    def number_anew(self, folder: str) -> None:
        """The server lost its index: the same messages under another UIDVALIDITY (RFC 3501)."""
        kept = [self._folders[folder].messages[uid] for uid in self.uids(folder)]
        self.make(folder)
        for raw, at in kept:
            self.put(raw, at=at, folder=folder)

    def uids(self, folder: str) -> tuple[int, ...]:
        """The UIDs that stand there, in order."""
        return tuple(sorted(self._folders[folder].messages))

    def named(self, folder: str) -> _Folder:
        """A folder; raises `Permanent` when there is none of that name."""
        if folder not in self._folders:
            raise Permanent(f"dossier « {folder} » introuvable")
        return self._folders[folder]

    def names(self) -> tuple[str, ...]:
        """All folders."""
        return tuple(self._folders)


class SimulatedMailbox:
    """Implements `ports.Mailbox` over `Folders`, through the weather."""

    def __init__(self, address: str, folders: Folders, weather: Weather) -> None:
        self._address = address
        self._folders = folders
        self._weather = weather

    @property
    def address(self) -> str:
        """Names the mailbox's page of the journal."""
        return self._address

    async def look(self, folder: str, *, above: int = 0) -> FolderView:
        """The UIDs above a number."""
        self._reachable()
        box = self._folders.named(folder)
        self._folders.looked_at[folder] = self._weather.clock.true
        uids = tuple(uid for uid in self._folders.uids(folder) if uid > above)
        return FolderView(folder=folder, uidvalidity=box.uidvalidity, uids=uids)

    async def fetch(self, view: FolderView, uids: Sequence[int]) -> tuple[RawMessage, ...]:
        """The messages, in the order of their UIDs."""
        self._reachable()
        box = self._folders.named(view.folder)
        if box.uidvalidity != view.uidvalidity:
            raise Temporary(f"le dossier « {view.folder} » a été remplacé : le relire")
        return tuple(
            RawMessage(
                folder=view.folder,
                uidvalidity=view.uidvalidity,
                uid=uid,
                raw=box.messages[uid][0],
                received_at=box.messages[uid][1],
            )
            for uid in sorted(set(uids))
            if uid in box.messages
        )

    async def has_message(self, folder: str, message_id: MessageId) -> bool:
        """Whether a message with that Message-ID stands in the folder."""
        self._reachable()
        kept = self._folders.named(folder).messages.values()
        return any(message_id_of(raw) == message_id for raw, _ in kept)

    async def append(self, folder: str, raw: bytes, *, at: datetime) -> None:
        """File a message; its answer may get lost on the way back."""
        self._reachable()
        self._folders.named(folder)
        self._folders.put(raw, at=at, folder=folder)
        if self._weather.strikes(Mishap.APPEND_REPLY_LOST):
            raise Temporary("boîte aux lettres : connexion perdue après le dépôt")

    async def wait_for_push(self, folder: str, *, seconds: float) -> bool:
        """Idle until something arrives or goes."""
        self._reachable()
        pushed = self._folders.named(folder).pushed
        try:
            async with asyncio.timeout(seconds):
                await pushed.wait()
        except TimeoutError:
            return False
        pushed.clear()
        return True

    async def folders(self) -> tuple[str, ...]:
        """The names of all folders."""
        self._reachable()
        return self._folders.names()

    async def close(self) -> None:
        """Nothing to give back."""

    def _reachable(self) -> None:
        if self._weather.lasts(Mishap.IMAP_DOWN):
            raise Temporary("boîte aux lettres : serveur injoignable")
        if self._weather.strikes(Mishap.IMAP_CUT):
            raise Temporary("boîte aux lettres : connexion coupée")
        if self._weather.strikes(Mishap.IMAP_SLOW):
            clock = self._weather.clock
            clock.go_on(clock.true + timedelta(minutes=4))


class SimulatedLedger:
    """Implements `ports.Ledger`: reads the last export of the books, if there is one to read."""

    def __init__(self, export: Callable[[], LedgerReading], weather: Weather) -> None:
        self._export = export
        self._weather = weather
        self.given: LedgerReading | None = None  # what was read last

    async def read(self) -> LedgerReading:
        """The whole ledger; raises `Permanent` when it is broken as a whole."""
        if self._weather.lasts(Mishap.LEDGER_BROKEN):
            raise Permanent("ledger.csv, ligne 1 : en-tête illisible")
        self.given = self._export()
        return self.given


def message_id_of(raw: bytes) -> str:
    """The Message-ID of a mail without its brackets, empty when it has none."""
    found = BytesHeaderParser().parsebytes(raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n")
    return str(found.get("Message-ID", "")).strip().strip("<>")
