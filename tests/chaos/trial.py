"""A daemon brought through its deaths: what it works on, what kills it, and what is checked then.

What left is counted in the recipients' mailboxes, never in our own tables.
"""

import asyncio
import email
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from time import monotonic

from chaos.books import books, key_of
from chaos.folder import CREDITOR, MORNING, Debt, Folder
from chaos.line import DATA, FINAL_DOT, RECIPIENT, SENDER, TAKEN, SlowLine
from chaos.replies import Reply, reply
from chaos.service import BUSY_SECONDS_MAX, POLL_SECONDS, Service, running, told, until
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier, LetterState
from relance_mailer.dossier.values import CreditorId, Digest, MessageId, mailbox_page
from relance_mailer.flows.house import House
from relance_mailer.ports import Fate, Kept, OutboxState
from servers.dovecot import Dovecot
from servers.postfix import Postfix

PATIENCE_SECONDS = 8.0
"""A moment that does not come (all letters claimed by the dead) is taken as it is."""
CALM_SECONDS_MAX = 240.0
MOMENTS = (SENDER, RECIPIENT, DATA, FINAL_DOT, FINAL_DOT, TAKEN)


def in_flight_share(kills: int) -> int:
    """How many of so many deaths must come with letters on their way, for a trial to be one."""
    return max(1, kills // 3)


@dataclass(slots=True)
class Found:
    """What came twice and what was lost, each in a few words: counted, not only asserted."""

    twice: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, slots=True)
class Standstill:
    """How long nothing got done: in a daemon's own time, and on the wall."""

    own_seconds: float = 0.0
    wall_seconds: float = 0.0


@dataclass
class Trial:
    """One run of the daemon through its deaths."""

    folder: Folder
    debts: Sequence[Debt]
    dovecot: Dovecot
    postfix: Postfix
    line: SlowLine
    chance: Random
    replies: list[Reply] = field(default_factory=list)
    mails: list[str] = field(default_factory=list)  # Message-IDs of all that was delivered
    found: Found = field(default_factory=Found)
    began: float = field(default_factory=monotonic)
    skipped: timedelta = timedelta()
    kills: int = 0
    in_flight: int = 0  # deaths at the moment that was chosen, letters on their way

    def now(self, *, later: timedelta = timedelta()) -> datetime:
        """Business time goes on while the daemon is dead."""
        passed = timedelta(seconds=monotonic() - self.began)
        return datetime.fromisoformat(MORNING) + passed + self.skipped + later

    def skips(self, time: timedelta) -> None:
        """So much business time goes by at once, while no daemon lives."""
        self.skipped += time

    async def kill_often(self, kills: int, silent: Sequence[Debt]) -> None:
        """Start, let it work until some moment, kill; debtors write meanwhile.

        What the dead had claimed leaves a life later: too few deaths at a moment call for more.
        """
        early = list(silent)
        moments = [*MOMENTS] * kills
        self.chance.shuffle(moments)
        for number, moment in enumerate(moments):
            if number >= kills and self.in_flight >= in_flight_share(kills):
                break
            async with running(self.folder, now=self.now().isoformat()) as service:
                if number:
                    await self.somebody_writes(early)
                await self._moment(service, moment, first=number == 0)
                assert not service.has_ended, service.said()
                await service.kill()
                self.kills += 1
                print(f"{self.line.passed[TAKEN]} taken, then kill {self.kills}")

    async def _moment(self, service: Service, words: bytes, *, first: bool) -> None:
        kind = self.chance.random()
        if kind < 0.15 and not first:
            await service.lives_for(self.chance.uniform(0.0, 2.0))
            return
        letters = self.chance.randrange(1, 14)
        limit = PATIENCE_SECONDS * (3 if first else 1)
        if await self._reaches(service, words, letters, seconds=limit):
            self.in_flight += 1
        if kind > 0.6:
            await service.lives_for(self.chance.uniform(0.0, 0.06))

    async def _reaches(
        self, service: Service, words: bytes, letters: int, *, seconds: float
    ) -> bool:
        """Whether so many letters come to these words within the time; see `pulse`."""
        coming = asyncio.ensure_future(self.line.reaches(words, self.line.passed[words] + letters))
        began, end = service.own_time, monotonic() + BUSY_SECONDS_MAX
        while service.own_time - began < seconds and monotonic() < end:
            done, _ = await asyncio.wait({coming}, timeout=POLL_SECONDS)
            if done or service.has_ended:
                break
        return not coming.cancel()

    async def somebody_writes(self, early: list[Debt], *, which: int | None = None) -> None:
        """A debtor who heard nothing yet, and one who has a letter before him.

        `which` of the sayings the second one takes; any, when not told.
        """
        if early:
            await self._write(early.pop(), "")
        if debt := self.who_heard():
            await self._write(debt, self.received(debt)[0], which)

    def somebody_pays(self) -> None:
        """A debtor who has a letter before him and said nothing pays all."""
        if debt := self.who_heard():
            paid = replace(debt, is_paid=True)
            self.debts = [paid if one is debt else one for one in self.debts]
            self.folder.write_ledger(self.debts)

    def who_heard(self) -> Debt | None:
        """A debtor who has a letter before him, and neither wrote nor paid."""
        answered = {one.debt.number for one in self.replies}
        for debt in self.chance.sample(self.debts, len(self.debts)):
            if debt.is_paid or debt.is_refused or debt.number in answered:
                continue
            if self.received(debt):
                return debt
        return None

    async def comes(self, raw: bytes) -> None:
        """A mail that no debtor wrote."""
        await self._delivered(raw, sender="")

    async def _delivered(self, raw: bytes, *, sender: str) -> None:
        mailbox = self.folder.where.mailbox
        await asyncio.to_thread(self.dovecot.deliver, raw, mailbox, sender=sender)
        self.mails.append(_bare(str(email.message_from_bytes(raw)["Message-ID"])))

    async def _write(self, debt: Debt, answers: str, which: int | None = None) -> None:
        mailbox = self.folder.where.mailbox
        one = reply(debt, self.chance, to=mailbox, at=self.now(), answers=answers, which=which)
        await self._delivered(one.raw, sender=debt.email)
        self.replies.append(one)

    def received(self, debt: Debt) -> list[str]:
        """The Message-IDs that lie in a debtor's mailbox, each as often as it lies there.

        Of one whom the server refuses: in the mailbox at which an operator found him again.
        """
        address = debt.found_again if debt.is_refused else debt.email
        return [
            str(email.message_from_bytes(raw)["Message-ID"])
            for raw in self.dovecot.messages(address)
        ]

    async def work_in_peace(self) -> Standstill:
        """A last start, late enough for doubts to be settled, until nothing is left to do.

        Answers for how long, at most, nothing of what was left got done.
        """
        later = timedelta(minutes=20)
        now = self.now(later=later).replace(second=37)
        async with running(self.folder, now=now.isoformat()) as service:
            await until(
                lambda: service.said().count("send-letters") > 0, seconds=120, what="un passage"
            )
            standstill = await self._until_done(service, now)
            assert await service.end() == 0, service.said()
        await until(self.postfix.queue_is_empty, seconds=90, what=f"Postfix : {self.postfix.log()}")
        return standstill

    async def _until_done(self, service: Service, now: datetime) -> Standstill:
        longest, wall, before = 0.0, 0.0, list[str]()
        since, since_on_the_wall = service.own_time, monotonic()
        async with books(self.folder, now) as house:
            while busy := await self._busy(house):
                if busy != before:  # it gets on: what piled up over many deaths takes its time
                    since, since_on_the_wall, before = service.own_time, monotonic(), busy
                longest = max(longest, service.own_time - since)
                wall = max(wall, monotonic() - since_on_the_wall)
                some = f"{len(busy)} : {', '.join(busy[:5])}"
                assert longest < CALM_SECONDS_MAX, f"encore {some} : {service.said()[-3_000:]}"
                await service.lives_for(1.0)
        return Standstill(own_seconds=longest, wall_seconds=wall)

    async def _busy(self, house: House) -> list[str]:
        """What is still to be done; letters to debtors who promised wait for another day."""
        unread = await house.inbox.counts()
        written = [MessageId(name) for name in self.mails]
        fetched = await house.inbox.known_message_ids(written, sent_folder=False)
        rows = await house.outbox.in_state(
            CreditorId(CREDITOR), [OutboxState.QUEUED, OutboxState.LEAVING]
        )
        pages = {debt: key_of(debt).page for debt in self.debts}
        opened = await house.journal.read([*(row.key.page for row in rows), *pages.values()])
        busy = [f"{unread[Fate.UNREAD]} non lus"] if unread.get(Fate.UNREAD) else []
        for row in rows:
            dossier = opened[row.key.page].dossier
            held = dossier is not None and dossier.phase is Phase.HELD
            if row.state is OutboxState.LEAVING or not held:
                busy.append(str(row.key))
        busy += [f"message {name} pas encore relevé" for name in sorted(set(written) - fetched)]
        for debt, page in pages.items():
            dossier = opened[page].dossier
            if dossier is None or (dossier.phase is Phase.RUNNING and not dossier.letters):
                busy.append(f"{debt.dossier} sans lettre")
        return busy

    async def dossiers(self) -> dict[int, tuple[Dossier, list[e.Event]]]:
        """Every dossier as the journal has it, with its events."""
        async with books(self.folder, self.now()) as house:
            pages = {debt.number: key_of(debt).page for debt in self.debts}
            opened = await house.journal.read(list(pages.values()))
            found = {}
            for number, page in pages.items():
                dossier = opened[page].dossier
                assert dossier is not None, page
                events = [entry.event for entry in await house.journal.entries(page) if entry.event]
                found[number] = (dossier, events)
            return found


def check_letters(trial: Trial, dossiers: dict[int, tuple[Dossier, list[e.Event]]]) -> None:
    """No letter twice; whoever got none is in doubt or was stopped by his own words."""
    wrote = {one.debt.number for one in trial.replies}
    twice, lost = trial.found.twice, trial.found.lost
    for debt in trial.debts:
        got = Counter(trial.received(debt))
        dossier, events = dossiers[debt.number]
        for sent in events:
            if isinstance(sent, e.LetterSent):
                assert sent.reply.startswith(("2", "preuve")), f"partie sans preuve : {sent}"
        twice += [f"{debt.dossier} : {name} {n} fois" for name, n in got.items() if n > 1]
        ours = {f"<{letter.message_id}>": letter for letter in dossier.letters}
        assert set(got) <= set(ours), f"{debt.dossier} : inconnue au journal : {got}"
        levels = [name for name in got if ours[name].level is not None]
        if len(levels) > 1:
            twice.append(f"{debt.dossier} : deux relances le même jour : {levels}")
        for name, letter in ours.items():
            if letter.state in {LetterState.SENT, LetterState.BOUNCED}:
                if name not in got:
                    lost.append(f"{debt.dossier} : tenue pour partie, jamais arrivée")
            elif letter.state is LetterState.WITHDRAWN:
                assert name not in got, f"{debt.dossier} : tenue pour retirée, arrivée"
            elif letter.state is LetterState.QUEUED:
                assert name not in got, f"{debt.dossier} : tenue pour prête, arrivée"
                if dossier.phase is not Phase.HELD:
                    lost.append(f"{debt.dossier} : prête, jamais partie")
            else:
                assert letter.state is LetterState.UNSURE, (debt.dossier, letter.state)
                assert dossier.phase in {Phase.REVIEW, Phase.LEGAL}, debt.dossier
        unsure = any(letter.state is LetterState.UNSURE for letter in dossier.letters)
        refused = any(isinstance(event, e.LetterRefused) for event in events)
        stopped = refused or debt.is_paid or debt.number in wrote
        if not (levels or unsure or stopped):
            lost.append(f"{debt.dossier} : lettre perdue")
    _nothing(trial.found)


def check_replies(trial: Trial, dossiers: dict[int, tuple[Dossier, list[e.Event]]]) -> None:
    """Every reply was read exactly once, and no level left after it."""
    for one in trial.replies:
        dossier, events = dossiers[one.debt.number]
        read = [
            place
            for place, event in enumerate(events)
            if isinstance(event, e.MessageRead) and event.message_id == one.message_id
        ]
        _once(trial.found, len(read), f"{one.debt.dossier} : réponse lue {len(read)} fois")
        if not read:
            continue
        begun = [
            event.step
            for event in events[read[0] :]
            if isinstance(event, e.LetterLeaving) and event.step.name.startswith("reminder")
        ]
        assert not begun, f"{one.debt.dossier} : relance partie après la réponse"
        if any(isinstance(event, e.HumanClosed) for event in events[read[0] :]):
            continue
        lowest = [Phase.RUNNING, Phase.HELD, Phase.REVIEW, Phase.LEGAL]
        assert lowest.index(dossier.phase) >= lowest.index(one.leads_to), (
            f"{one.debt.dossier} : {dossier.phase} après « {one.leads_to} »"
        )
    _nothing(trial.found)


async def check_mails(trial: Trial) -> None:
    """The house knows every mail that was delivered exactly once, a stranger's like a debtor's."""
    async with books(trial.folder, trial.now()) as house:
        kept = await house.inbox.waiting(list(Fate))
        page = mailbox_page(trial.folder.where.mailbox)
        told = [entry.event for entry in await house.journal.entries(page) if entry.event]
    count_mails(trial.found, trial.mails, kept, told)
    _nothing(trial.found)


def count_mails(
    found: Found, mails: Sequence[str], kept: Sequence[Kept], told: Sequence[e.Event]
) -> None:
    """Each mail is kept once and not unread; what concerns no dossier is told of once."""
    of_name = defaultdict[str, list[Kept]](list)
    for one in kept:
        if not one.sent_folder:
            of_name[_bare(one.glance.message_id)].append(one)
    settled = Counter[Digest](
        event.message for event in told if isinstance(event, e.MessageIgnored | e.MessageUnlinked)
    )
    for name in mails:
        rows = of_name[name]
        _once(found, len(rows), f"message {name} gardé {len(rows)} fois")
        for row in rows:
            if row.fate is Fate.UNREAD:
                found.lost.append(f"message {name} jamais lu")
            elif row.fate in {Fate.NOBODYS, Fate.UNLINKED}:
                times = settled[row.digest]
                _once(found, times, f"message {name} réglé {times} fois")


def _bare(name: str) -> str:
    return name.strip().strip("<>")


def _once(found: Found, times: int, what: str) -> None:
    if times != 1:
        (found.twice if times else found.lost).append(what)


def _nothing(found: Found) -> None:
    assert not found.twice, f"{len(found.twice)} en double : {found.twice[:10]}"
    assert not found.lost, f"{len(found.lost)} de perdus : {found.lost[:10]}"


async def check_queues(trial: Trial, dossiers: dict[int, tuple[Dossier, list[e.Event]]]) -> int:
    """Letters in doubt are listed, their dossiers wait in review; the journal is whole."""
    now = trial.now(later=timedelta(minutes=25)).isoformat()
    unsure = {
        dossier.key.dossier
        for dossier, _ in dossiers.values()
        if any(letter.state is LetterState.UNSURE for letter in dossier.letters)
    }
    listed = {row["dossier"] for row in await told(trial.folder, "queue", "unsure", now=now)}
    assert listed == unsure
    waiting = {row["dossier"] for row in await told(trial.folder, "queue", now=now)}
    assert unsure <= waiting
    (verified,) = await told(trial.folder, "verify", now=now)
    assert not verified["broken"], verified
    return len(unsure)
