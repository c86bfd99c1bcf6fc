"""What is asked after each pass, of the database's own file and of the world beside it.

The journal is read as a stranger would read it, row by row from the file: its chains hold, nothing
that was written goes away, every entry says why, every letter that arrived was announced before its
bytes went, and none is said to have left that did not arrive. Mail that a look brought is kept, and
what waits is said. What takes longer is asked of a copy, the caches made anew once a week, the
desk's doors once a month.
"""

import json
import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path

from relance_mailer.adapters.witness import departures_beside
from relance_mailer.daemon.clockwork import Job
from relance_mailer.daemon.engine import Report
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import Digest, PageId, StepKey
from relance_mailer.flows.waiting import causes_now
from relance_mailer.outward.causes import INBOX as STALE_INBOX
from relance_mailer.outward.causes import LEDGER as STALE_LEDGER
from relance_mailer.ports import Fate, OutboxState
from relance_mailer.simulate.cast import CREDITOR
from relance_mailer.simulate.clock import RIGHT
from relance_mailer.simulate.ending import books, forgotten, is_kept
from relance_mailer.simulate.estate import DOUBT_MINUTES
from relance_mailer.simulate.judge import FRESH, SLOW, Breach, Judge
from relance_mailer.simulate.mishaps import Mishap
from relance_mailer.simulate.process import Process
from relance_mailer.simulate.servers import INBOX
from relance_mailer.simulate.truth import Said
from relance_mailer.simulate.visitors import at_the_door
from relance_mailer.simulate.world import World
from relance_mailer.store.chain import BEGINNING, hash_of_body, header, link
from relance_mailer.store.codec import CODEC
from relance_mailer.workdays import PARIS, business_day_before

ROWS = (
    "SELECT id, page, seq, at, kind, version, salt, body, body_hash, chain"
    " FROM journal WHERE id > ? ORDER BY id"
)
IN_DOUBT_AT_MOST = timedelta(days=1, minutes=DOUBT_MINUTES)
"""By then a pass that could send has put every doubt to a human."""
WEEKS_BETWEEN_VISITS = 4
"""To look at a password takes longer than a simulated day, and has to."""
Head = tuple[int, str]
Found = tuple[str, str]
"""A promise, and what breaks it."""


@dataclass(slots=True)
class _Told:
    """What the journal told so far."""

    last: int = 0  # id of the row
    heads: dict[str, Head] = field(default_factory=dict)
    latest: dict[PageId, datetime] = field(default_factory=dict)
    queued: dict[str, tuple[str, StepKey]] = field(default_factory=dict)  # by Message-ID
    announced: set[tuple[str, StepKey]] = field(default_factory=set)


class Watcher:
    """Looks at the house after each pass, and remembers what stood there before."""

    def __init__(self, world: World, judge: Judge, file: Path) -> None:
        self._world = world
        self._judge = judge
        self._file = file
        self._told = _Told()
        self._known: dict[str, Head] = {}  # the heads of the last pass: they must stand
        self._arrived = 0  # so many letters were looked up
        self._due: list[Said] = []  # mail that is not known to be kept yet
        self._said = 0
        self._kept: list[Said] = []  # kept at the end of an earlier pass, perhaps unread
        self._noted: set[str] = set()
        self._noted_bytes = 0
        self._fetched: datetime | None = None  # the last look that brought all
        self._did: set[Job] = set()  # without a fault, in this pass

    def reported(self, report: Report) -> None:
        """A job of this pass ended."""
        if report.fault:
            return
        self._did.add(report.job)
        if report.job in (Job.FETCH_MAIL, Job.FETCH_ALL_MAIL):
            self._fetched = self._world.folders.looked_at.get(INBOX)

    def died(self) -> None:
        """Another process reads the files that were left: all of them are read again."""
        self._told = _Told()
        self._noted.clear()
        self._noted_bytes = self._arrived = 0
        self._did.clear()

    async def after_a_pass(self, process: Process) -> list[Breach]:
        """Every breach that this pass shows."""
        if self._world.weather.lasts(Mishap.DATABASE_GONE):
            self._did.clear()
            return []
        found = [
            *self._journal(),
            *[("P3", told) for told in self._letters(process)],
            *[("P4", told) async for told in self._mail(process)],
            *[("P3", told) async for told in self._doubts(process)],
            *[("P2", told) async for told in self._silence(process)],
        ]
        self._did.clear()
        return _breaches(found)

    async def of_the_day(self, process: Process) -> list[Breach]:
        """Nobody is forgotten; without a database nobody can be asked."""
        if self._world.weather.lasts(Mishap.DATABASE_GONE):
            return []
        told = forgotten(process, self._world, self._told.latest)
        return _breaches([("P6", one) async for one in told])

    async def of_the_week(self, copy: Process, week: int) -> list[Breach]:
        """The caches, and once a month the doors, of a copy: who asks changes what he asks."""
        found = [("P9", told) async for told in books(copy, self._world)]
        if week % WEEKS_BETWEEN_VISITS == 0:
            found += [("P10", told) async for told in at_the_door(copy, self._world)]
        return _breaches(found)

    def _journal(self) -> Iterator[Found]:
        """P9: what was written stays, each entry follows the one before it and says why."""
        told = self._told
        with closing(sqlite3.connect(self._file)) as opened:
            rows = opened.execute(ROWS, (told.last,)).fetchall()
        for number, page, seq, *rest in rows:
            told.last = number
            yield from self._entry(page, seq, *rest)
        for page, (seq, _) in self._known.items():
            if told.heads.get(page, (0, ""))[0] < seq:
                yield "P9", f"{page} : l'entrée {seq}, écrite, n'est plus là"
        self._known = dict(told.heads)

    def _entry(
        self,
        page: str,
        seq: int,
        at: str,
        kind: str,
        version: int,
        salt: bytes,
        body: bytes,
        body_hash: str,
        chain: str,
    ) -> Iterator[Found]:
        told, where = self._told, f"{page}, entrée {seq}"
        before, previous = told.heads.get(page, (0, BEGINNING))
        if seq != before + 1:
            yield "P9", f"{where} : suit l'entrée {before}"
        if hash_of_body(salt, body) != body_hash:
            yield "P9", f"{where} : le contenu n'est pas celui de l'empreinte"
        if link(previous, header(page, seq, at, kind, version), body_hash) != chain:
            yield "P9", f"{where} : la chaîne est rompue"
        if page in self._known and self._known[page][0] == seq and self._known[page][1] != chain:
            yield "P9", f"{where} : n'est plus celle qui était écrite"
        told.heads[page] = (seq, chain)
        told.latest[PageId(page)] = datetime.fromisoformat(at)
        event = CODEC.decode(kind, version, body)
        if not event.because.strip():
            yield "P9", f"{where} : {kind} sans motif"
        match event:
            case e.LetterQueued(message_id=message_id, step=step):
                told.queued[str(message_id)] = (page, step)
            case e.LetterLeaving(step=step):
                told.announced.add((page, step))
            case e.LetterSent(message_id=message_id, colleague=False, imported=False):
                if str(message_id) not in self._judge.ids:
                    yield "P3", f"{where} : {message_id} partie, jamais arrivée"

    def _letters(self, process: Process) -> Iterator[str]:
        """P3: what arrived was announced in the journal, and beside it, before its bytes went."""
        new = self._judge.seen[self._arrived :]
        self._arrived += len(new)
        if new:
            self._read_departures(process.relance.anchors)
        for one in new:
            if self._told.queued.get(one.message_id) not in self._told.announced:
                yield f"{one.name} : arrivée, sans que le journal l'ait annoncée"
            if one.message_id not in self._noted:
                yield f"{one.name} : arrivée, sans être notée hors de la base"

    def _read_departures(self, anchors: Path) -> None:
        content = departures_beside(anchors).read_bytes()
        for line in content[self._noted_bytes :].splitlines():
            with suppress(ValueError):  # a torn line tells nothing
                told = json.loads(line)
                if isinstance(told, list):
                    self._noted.add(str(told[-1]))
        self._noted_bytes = len(content)

    async def _mail(self, process: Process) -> AsyncIterator[str]:
        """P4: what a look brought is kept; what was kept before a pass of reading is read."""
        truth = self._world.truth
        self._due += truth.said[self._said :]
        self._said = len(truth.said)
        looked, due = self._fetched, self._due
        self._due = [one for one in due if looked is None or one.at >= looked]
        if Job.READ_MAIL in self._did:
            for said in self._kept:
                kept = await process.house.inbox.find(Digest(said.digest))
                if kept is not None and kept.fate is Fate.UNREAD:
                    yield f"« {said.what} » de {said.dossier} : gardé avant, pas lu"
            self._kept = []
        for said in due:
            if looked is None or said.at >= looked or said.message_id in truth.withdrawn:
                continue
            if await is_kept(process, said):
                self._kept.append(said)
                self._judge.kept.add(said.message_id)
            else:
                yield f"« {said.what} » de {said.dossier or 'personne'} : relevé, jamais gardé"

    async def _doubts(self, process: Process) -> AsyncIterator[str]:
        """P3: a letter does not stay in doubt while letters leave."""
        clock = self._world.clock
        if Job.SEND_LETTERS not in self._did or clock.skew != RIGHT:
            return
        for row in await process.house.outbox.in_state(CREDITOR, [OutboxState.LEAVING]):
            if clock.true - row.changed_at > IN_DOUBT_AT_MOST:
                yield f"{row.key.dossier} {row.step} : en doute depuis le {row.changed_at:%d/%m}"

    async def _silence(self, process: Process) -> AsyncIterator[str]:
        """P2: who could not read the inbox or the ledger says so."""
        clock, looks = self._world.clock, self._world.folders.looked_at
        if clock.skew != RIGHT:
            return
        now = clock.true
        stale = {}
        if any(looks.get(one, _NEVER) < now - FRESH - SLOW for one in self._world.folders.names()):
            stale[STALE_INBOX] = "la boîte n'est plus relevée"
        noon = datetime.combine(business_day_before(now.astimezone(PARIS).date()), time(12), PARIS)
        ledger = self._judge.ledger
        if ledger is None or ledger.modified_at < noon - SLOW:
            stale[STALE_LEDGER] = "le grand livre est vieux"
        if not stale:
            return
        creditor = process.relance.creditors[CREDITOR]
        said = {cause.check for cause in await causes_now(process.house, creditor)}
        for check, what in stale.items():
            if check not in said:
                yield f"{what}, et l'état ne le dit pas ({', '.join(sorted(said)) or 'rien'})"


_NEVER = datetime.min.replace(tzinfo=PARIS)


def _breaches(found: Iterable[Found]) -> list[Breach]:
    return [Breach(promise=promise, told=told) for promise, told in found]
