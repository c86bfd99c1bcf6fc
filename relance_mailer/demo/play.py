"""Ninety days of the real flows: debtors read what really arrived, and the clock steps on.

Everything below is the house itself, with its database, its SMTP and its IMAP; only the clock and
the people are invented. Each debtor has his own seeded chance: the same seed tells the same story.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from relance_mailer.adapters.clock import SteppedClock
from relance_mailer.daemon.clockwork import Job, jobs_since
from relance_mailer.daemon.engine import Engine, Report
from relance_mailer.daemon.service import AT_START
from relance_mailer.demo.agenda import Agenda, Deed, day_after, moment_of, on
from relance_mailer.demo.behaviour import ColleagueWrites, Cue, Debtor, Machine, Pays, Writes
from relance_mailer.demo.folder import (
    OURS,
    PASSWORD,
    Account,
    DemoFolder,
    Payment,
    accounts_of,
)
from relance_mailer.demo.servers import INBOX, SENT, Servers, Taken, running_servers
from relance_mailer.desk.french import amount as in_euros
from relance_mailer.desk.queues import Waiting
from relance_mailer.dossier.events import Entry
from relance_mailer.dossier.values import PageId
from relance_mailer.flows.keep_journal import anchors_of, verify
from relance_mailer.flows.queue_pages import queues
from relance_mailer.people import voices
from relance_mailer.people.mails import Desk, Received, first_address, opened
from relance_mailer.ports import Fate, IndexRow, Verified
from relance_mailer.settings.loading import load
from relance_mailer.wiring.build import Relance, build
from relance_mailer.workdays import PARIS, business_day_from

FIRST_DAY = date(2026, 9, 15)
NEWSLETTER_DAYS = (9, 37)
CENT = Decimal("0.01")
_REFERENCE = re.compile(r"\[(RM-\d{4})-")

News = Callable[[Sequence[Entry]], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ended:
    """All that a story left behind."""

    debtors: tuple[Debtor, ...]
    accounts: tuple[Account, ...]
    payments: tuple[Payment, ...]
    taken: tuple[Taken, ...]
    delivered: int
    entries: tuple[Entry, ...]
    queues: tuple[Waiting, ...]
    verified: Verified
    unread: int
    index: tuple[IndexRow, ...]
    faults: tuple[str, ...]
    ended_at: datetime
    steps: int


async def play(
    folder: DemoFolder, *, days: int, seed: int, debtors: Sequence[Debtor], news: News
) -> Ended:
    """The whole story in that folder; `news` is told what the journal got, moment by moment."""
    clock = SteppedClock(datetime.combine(FIRST_DAY, time(8, 0), PARIS))
    accounts = accounts_of(debtors, FIRST_DAY)
    folder.prepare()
    greylisted = {one.people[0].email for one in debtors if one.greylisting}
    async with running_servers(
        user=OURS, password=PASSWORD, now=clock.now, greylisted=greylisted
    ) as servers:
        folder.configure(
            Random(f"{seed}:key"), smtp_port=servers.smtp_port, imap_port=servers.imap_port
        )
        folder.write_ledger(accounts, ())
        folder.write_contacts(debtors)
        folder.write_invoices(accounts)
        relance = await build(load(folder.settings, environment={}), clock=clock)
        try:
            stage = _Stage(
                folder=folder,
                servers=servers,
                relance=relance,
                clock=clock,
                debtors={one.dossier: one for one in debtors},
                accounts=accounts,
                agenda=Agenda(FIRST_DAY, days),
                seed=seed,
                news=news,
            )
            return await stage.run()
        finally:
            await relance.close()


@dataclass(slots=True)
class _Stage:
    """The world while the story runs."""

    folder: DemoFolder
    servers: Servers
    relance: Relance
    clock: SteppedClock
    debtors: dict[str, Debtor]
    accounts: list[Account]
    agenda: Agenda
    seed: int
    news: News
    payments: list[Payment] = field(default_factory=list)
    chances: dict[str, Random] = field(default_factory=dict)
    heard: dict[tuple[str, Cue], int] = field(default_factory=dict)
    read_so_far: int = 0
    delivered: int = 0
    told: dict[PageId, int] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    async def run(self) -> Ended:
        """Every moment: people act, the jobs that are due run, people read their mail."""
        engine = Engine(relance=self.relance, on_report=self._note)
        self._cue_the_days()
        await engine.run_all(AT_START)
        last, steps = self.clock.now(), 0
        for at, deeds in self.agenda.moments():
            self.clock.step_to(at)
            for deed in deeds:
                await self._do(deed)
            pushed = (Job.FETCH_MAIL,) if deeds else ()
            await engine.run_all((*jobs_since(last, at), *pushed))
            self._read_letters()
            await self._tell()
            last, steps = at, steps + 1
        return await self._ended(steps)

    def _note(self, report: Report) -> None:
        if report.fault:
            self.faults.append(f"{self.clock.now():%d/%m %H:%M} {report.job} : {report.fault}")

    def _chance(self, name: str) -> Random:
        return self.chances.setdefault(name, Random(f"{self.seed}:{name}"))

    def _cue_the_days(self) -> None:
        for debtor in self.debtors.values():
            for beat in debtor.beats:
                if beat.cue is Cue.DAY:
                    day = day_after(FIRST_DAY, beat.number)
                    at = on(debtor, beat.act, day, self._chance(debtor.dossier))
                    self.agenda.add(at, Deed(debtor=debtor, act=beat.act))
        for number in NEWSLETTER_DAYS:
            at = datetime.combine(day_after(FIRST_DAY, number), time(9, 12), PARIS)
            self.agenda.add(at, Deed(debtor=None, act=None))

    def _read_letters(self) -> None:
        """Every debtor opens what came for him and makes up his mind."""
        new = self.servers.taken[self.read_so_far :]
        self.read_so_far += len(new)
        letters = [opened(one.raw, one.at) for one in new]
        for one, letter in sorted(zip(new, letters, strict=True), key=lambda row: row[1].subject):
            found = _REFERENCE.search(letter.subject)
            dossier = found[1] if found else ""
            self._save(self.folder.sent, dossier or "sans-reference", one.raw)
            if dossier in self.debtors:
                self._react(self.debtors[dossier], letter)

    def _react(self, debtor: Debtor, letter: Received) -> None:
        cue = Cue.ANSWER if letter.is_answer else Cue.LETTER
        number = self.heard[debtor.dossier, cue] = self.heard.get((debtor.dossier, cue), 0) + 1
        chance = self._chance(debtor.dossier)
        for beat in debtor.beats:
            if (beat.cue, beat.number) == (cue, number):
                at = moment_of(debtor, beat.act, beat.after, self.clock.now(), chance)
                self.agenda.add(at, Deed(debtor=debtor, act=beat.act, letter=letter))

    async def _do(self, deed: Deed) -> None:
        debtor, letter = deed.debtor, deed.letter
        match deed.act:
            case Pays() as pays if debtor:
                self._pay(debtor, pays.share)
            case Writes() as writes if debtor and letter:
                await self._write(debtor, writes, letter)
            case Machine() as machine if debtor and letter:
                await self._answer_by_itself(debtor, machine, letter)
            case ColleagueWrites() if debtor:
                await self._colleague(debtor)
            case _:
                raw = self._desk("~").newsletter(voices.NEWSLETTER, self.clock.now())
                await self._deliver(raw, "lettre")

    def _desk(self, name: str) -> Desk:
        return Desk(self._chance(name), OURS)

    def _pay(self, debtor: Debtor, share: Decimal) -> None:
        """He pays what is due by now, or what he has if nothing is."""
        today = self.clock.today()
        own = [one for one in self.accounts if one.debtor == debtor and one.left > 0]
        for one in [one for one in own if one.due_on <= today] or own:
            amount = (one.left * share).quantize(CENT)
            one.paid += amount
            self.payments.append(Payment(number=one.number, paid_on=today, amount=amount))
        self.folder.write_ledger(self.accounts, self.payments)

    async def _write(self, debtor: Debtor, writes: Writes, letter: Received) -> None:
        chance, now = self._chance(debtor.dossier), self.clock.now()
        promised = business_day_from(self.clock.today() + timedelta(days=writes.promise_in or 7))
        facts = self._facts(debtor, promised)
        text = voices.spoken(chance, writes.voice, facts)
        address = first_address(letter.to)
        person = next((one for one in debtor.people if one.email == address), None)
        name = person.name if person else address.partition("@")[0].replace(".", " ").title()
        sender = writes.sender or f"{name} <{address}>"
        desk = self._desk(debtor.dossier)
        if writes.fresh or writes.sender:
            raw = desk.fresh(sender, f"Dossier {facts['reference']}", text, now)
        else:
            signed = f"{name}\n{debtor.name}"
            raw = desk.reply(sender, text, signed, letter, now, writes.client)
        await self._deliver(raw, debtor.dossier)
        if writes.keeps:
            pays = Pays()
            self.agenda.add(on(debtor, pays, promised, chance), Deed(debtor=debtor, act=pays))

    def _facts(self, debtor: Debtor, promised: date) -> dict[str, str]:
        own = [one for one in self.accounts if one.debtor == debtor and one.left > 0]
        return {
            "jour": voices.in_words(promised),
            "facture": own[0].number if own else "",
            "montant": in_euros(sum((one.left for one in own), Decimal("0.00"))),
            "reference": debtor.dossier,
            "domaine": debtor.people[0].email.partition("@")[2],
        }

    async def _answer_by_itself(self, debtor: Debtor, machine: Machine, letter: Received) -> None:
        desk, now = self._desk(debtor.dossier), self.clock.now()
        person = debtor.people[0]
        sender = f"{person.name} <{person.email}>"
        if machine.what == "absence":
            back = self.clock.today() + timedelta(days=machine.back_in)
            text = voices.ABSENCE.format(jour=voices.in_words(back))
            raw = desk.absence(sender, text, letter, now)
        elif machine.what == "challenge":
            raw = desk.challenge(sender, voices.CHALLENGE, letter, now)
        elif machine.what == "receipt":
            raw = desk.receipt(sender, letter, now)
        else:
            raw = desk.bounce(person.email, letter, now, full=machine.what == "full")
        await self._deliver(raw, debtor.dossier)

    async def _colleague(self, debtor: Debtor) -> None:
        person = debtor.people[0]
        facts = self._facts(debtor, self.clock.today())
        raw = self._desk(debtor.dossier).by_hand(
            f"{person.name} <{person.email}>",
            f"Notre facture {facts['facture']}",
            voices.COLLEAGUE.format(**facts),
            self.clock.now(),
        )
        await self._deliver(raw, debtor.dossier, folder=SENT)

    async def _deliver(self, raw: bytes, name: str, *, folder: str = INBOX) -> None:
        await self.servers.deliver(raw, at=self.clock.now(), folder=folder)
        self.delivered += 1
        self._save(self.folder.received, name if folder == INBOX else f"{name}-collegue", raw)

    def _save(self, where: Path, name: str, raw: bytes) -> None:
        day = self.clock.today().isoformat()
        number = sum(1 for _ in where.glob(f"{day}-{name}*")) + 1
        tail = "" if number == 1 else f"-{number}"
        (where / f"{day}-{name}{tail}.eml").write_bytes(raw)

    async def _tell(self) -> None:
        """What the journal got since the last moment, a page after the other."""
        journal = self.relance.house.journal
        for page, (seq, _) in sorted((await journal.heads()).items()):
            known = self.told.get(page, 0)
            if seq > known:
                new = [one for one in await journal.entries(page) if one.seq > known]
                self.told[page] = seq
                self.entries += new
                self.news(new)

    async def _ended(self, steps: int) -> Ended:
        house = self.relance.house
        counts = await house.inbox.counts()
        lines = self.relance.anchors.read_text(encoding="utf-8").splitlines()
        return Ended(
            debtors=tuple(self.debtors.values()),
            accounts=tuple(self.accounts),
            payments=tuple(self.payments),
            taken=tuple(self.servers.taken),
            delivered=self.delivered,
            entries=tuple(self.entries),
            queues=await queues(house, self.relance.creditors.values()),
            verified=await verify(house, anchors_of(lines)),
            unread=counts.get(Fate.UNREAD, 0),
            index=await house.lookup.index(),
            faults=tuple(self.faults),
            ended_at=self.clock.now(),
            steps=steps,
        )
