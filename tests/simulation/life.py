"""Years of a creditor's life on fakes and a stepped clock: ledgers, replies, people, mishaps.

What is drawn is written down as the truth (`Truth`), beside what the house knows of it: the oracle
judges what the submission account got against that truth, never against the house's own reasons.
"""

import tomllib
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from fakes.journal import FakeJournal
from fakes.mailer import FakeMailer
from flows.world import ROOT, US, World, row
from relance_mailer.desk.decisions import (
    Close,
    DecideDispute,
    HandOver,
    OpenDispute,
    RecordCause,
    RecordPosting,
    Resume,
    Verdict,
)
from relance_mailer.dossier.events import Entry
from relance_mailer.dossier.fold import apply
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import (
    Contact,
    DossierId,
    DossierKey,
    InvoiceNumber,
    LedgerPayment,
    LedgerRow,
    PageId,
)
from relance_mailer.flows.house import STOP_KEY
from relance_mailer.flows.work_desk import act
from relance_mailer.outward.steps import step_named
from relance_mailer.people.voices import ABSENCE, in_words, spoken
from relance_mailer.ports import Fault, Opened, Temporary
from relance_mailer.settings.timelines import timelines_of
from relance_mailer.words import Cause, Role, Segment
from relance_mailer.workdays import PARIS
from simulation.french_days import ONE_DAY, after, is_open

CONFIG = ROOT / "config" / "timelines.toml"
REPLIES = {
    "promise": 6,
    "ack": 3,
    "paid": 3,
    "invoice_request": 3,
    "absence": 2,
    "dispute": 2,
    "plan": 1,
    "question": 1,
    "distress": 1,
    "hostile": 1,
    "refusal": 1,
}
MISHAPS = ("stopped", "ledger", "mailbox", "submission", "asleep")
READERS = {
    Segment.ASSOCIATION: (Role.USUAL, Role.TREASURER, Role.PRESIDENT),
    Segment.PUBLIC: (Role.USUAL, Role.PUBLIC_ACCOUNTANT, Role.HEAD_OF_BODY),
    Segment.CONSUMER: (Role.USUAL,),
    Segment.SOLE_TRADER: (Role.USUAL,),
}
COMPANY = (Role.USUAL, Role.CHIEF_ACCOUNTANT, Role.CFO, Role.LEGAL_REPRESENTATIVE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """Something true from a moment on: a reply, a human's act, or a mishap of ours (no dossier)."""

    at: datetime
    what: str
    dossier: str = ""
    until: date | None = None  # the last day of a mishap, or the promised day
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Posted:
    """A letter as the submission account got it."""

    at: datetime
    mime: bytes
    to: str


@dataclass
class Truth:
    """What really was, day by day."""

    said: list[Said] = field(default_factory=list)
    left: dict[str, list[tuple[date, Decimal]]] = field(default_factory=dict)  # of an invoice
    invoices: dict[str, LedgerRow] = field(default_factory=dict)

    def note_left(self, number: str, on: date, left: Decimal) -> None:
        self.left.setdefault(number, []).append((on, left))

    def left_on(self, number: str, on: date) -> Decimal:
        """What the ledger of that morning asked for."""
        known = [left for day, left in self.left[number] if day <= on]
        return known[-1] if known else Decimal(0)


class RememberingJournal(FakeJournal):
    """Folds what is new only: years of entries are not read again on every pass."""

    def __init__(self, journal: FakeJournal) -> None:
        super().__init__(journal._outbox, journal._inbox, journal._lookup)
        self.kept: dict[PageId, Dossier] = {}

    async def read(self, pages):  # type: ignore[no-untyped-def]
        found = {}
        for page in pages:
            rows = self.rows.get(page, [])
            kept = self.kept.get(page)
            if kept is None or kept.version > len(rows):
                found |= await super().read([page])
            else:
                for entry in await self.entries_after(page, kept.version):
                    kept = apply(kept, entry)
                version, chain = self._head(page)
                found[page] = Opened(page=page, version=version, chain=chain, dossier=kept)
            dossier = found[page].dossier
            if dossier is not None:
                self.kept[page] = dossier
        return found

    async def entries_after(self, page: PageId, version: int):  # type: ignore[no-untyped-def]
        whole = self.rows[page]
        self.rows[page] = whole[version:]
        try:
            return await self.entries(page)
        finally:
            self.rows[page] = whole


class TimedMailer(FakeMailer):
    """Notes when each letter left; fails for the time being while `down`."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.posted: list[Posted] = []
        self.down = False

    async def hand_over(self, mime, **rest):  # type: ignore[no-untyped-def]
        if self.down:
            raise Temporary("SMTP 421 : service indisponible")
        answer = await super().hand_over(mime, **rest)
        at = self.world.clock.at.astimezone(PARIS)
        self.posted.append(Posted(at=at, mime=mime, to=rest["recipients"][0]))
        return answer


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """A debtor: who he is, how late he pays, how often he answers."""

    dossier: str
    debtor: str
    segment: Segment
    lateness: tuple[int, int]  # days after the due date, at least and at most
    never: float  # how often he doesn't pay by himself
    answers: float
    big: float  # how often an invoice is over the big amount
    template: LedgerRow


@dataclass
class Life:
    """A creditor with some debtors, from a day to a day."""

    seed: int
    start: date
    end: date
    people: int = 6
    mishaps: bool = False
    world: World = field(init=False)
    truth: Truth = field(default_factory=Truth)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.world = World(at=datetime.combine(self.start, time(8), tzinfo=PARIS))
        journal = RememberingJournal(self.world.store.journal)
        self.world.store.journal = journal
        self.world.house = replace(self.world.house, journal=journal)
        self.world.mailer = self.mailer = TimedMailer(self.world)
        timelines, holds = timelines_of(
            tomllib.loads(CONFIG.read_text("utf-8")),
            CONFIG,
            min_amount=Decimal("30.00"),
            big_amount=Decimal("10000.00"),
            formal_notice_form=None,
        )
        self.world.creditor = replace(
            self.world.creditor,
            timelines=timelines,
            holds=holds,
            first_day_ceiling=200,
            language_fallback={},
        )
        self.persons = [self._person(place) for place in range(self.people)]
        self.rows: dict[str, LedgerRow] = {}
        self.payments: dict[date, list[tuple[str, Decimal]]] = {}
        self.credits: dict[date, list[str]] = {}
        self.replies: list[tuple[datetime, Person, str, str]] = []  # when, who, what, to which
        self.decisions: dict[date, list[tuple[str, tuple[str, ...]]]] = {}
        self.seen = 0
        self.trouble: tuple[str, date] | None = None
        self.faults: list[str] = []
        self.journals: dict[str, tuple[Entry, ...]] = {}

    def _person(self, place: int) -> Person:
        draw = self.chance
        segment = tuple(Segment)[(place - (place % 7 == 6)) % len(Segment)]
        dossier = f"D-{place}"
        # Two dossiers of one debtor share his contacts of the day.
        debtor = f"C-{place - 1}" if place % 7 == 6 else f"C-{place}"
        late = draw.choice(((-10, 2), (-5, 12), (3, 30), (15, 60)))
        template = row(
            dossier, "-", segment=segment, debtor=debtor, name=f"Société {debtor.replace('-', '')}"
        )
        roles = READERS.get(segment, COMPANY)
        known = [role for role in roles if role is Role.USUAL or draw.random() < 0.6]
        contacts = tuple(
            Contact(email=f"{role}@{debtor.lower()}.example", role=role, name="Anne Le Gall")
            for role in known
        )
        runs = (draw.choice((5, 10, 15)), 25) if segment is Segment.LARGE else ()
        template = replace(
            template,
            contacts=contacts,
            debtor=replace(template.debtor, payment_run_days=runs, trader=True),
        )
        return Person(
            dossier=dossier,
            debtor=debtor,
            segment=segment,
            lateness=late,
            never=draw.choice((0.05, 0.2, 0.5)),
            answers=draw.choice((0.1, 0.35, 0.6)),
            big=0.15 if segment in (Segment.LARGE, Segment.SME) else 0.02,
            template=template,
        )

    async def live(self) -> None:
        """Every day of these years."""
        day = self.start
        while day <= self.end:
            self._morning(day)
            if is_open(day):
                await self._pass(day, time(9))
                self._answered(day)
                await self._people_work(day)
                await self._pass(day, time(14))
                self._answered(day)
                await self._pass(day, time(17, 40))
            else:
                await self._pass(day, time(10))
            day += ONE_DAY
        for person in self.persons:
            page = DossierKey(creditor=US, dossier=DossierId(person.dossier)).page
            self.journals[person.dossier] = await self.world.house.journal.entries(page)

    def journal_of(self, dossier: str) -> tuple[Entry, ...]:
        """What stands on a dossier's page, oldest first."""
        return self.journals.get(dossier, ())

    def _morning(self, day: date) -> None:
        """What the ledger says from this morning on; whatever goes wrong begins and ends."""
        for person in self.persons:
            if self.chance.random() < 1 / 30:
                self._invoice(person, day)
        for number, amount in self.payments.pop(day, []):
            self._paid(number, amount, day)
        for number in self.credits.pop(day, []):
            known = self.rows[number]
            left = known.invoice.left
            self._tell(replace(known, invoice=replace(known.invoice, credited=left)), day)
        # A ledger is cut off at some point: what was settled long ago stands in it no more.
        old = day - timedelta(days=400)
        self.world.ledger.rows = [
            row
            for number, row in self.rows.items()
            if row.invoice.left > 0 or self.truth.left[number][-1][0] > old
        ]
        self.world.ledger.payments = [p for p in self.world.ledger.payments if p.paid_on > old]
        self._mishap(day)

    def _invoice(self, person: Person, day: date) -> None:
        draw = self.chance
        old = person.segment is Segment.CONSUMER and draw.random() < 0.3
        issued = day - timedelta(days=715) if old else day
        number = f"F{len(self.rows) + 1:05d}"
        big = draw.random() < person.big
        amount = Decimal(draw.randint(1_100_000, 4_000_000) if big else draw.randint(900, 600_000))
        due_on = issued + timedelta(days=30)
        self._tell(
            replace(
                person.template,
                invoice=replace(
                    person.template.invoice,
                    number=InvoiceNumber(number),
                    issued_on=issued,
                    due_on=due_on,
                    amount=(amount / 100).quantize(Decimal("0.01")),
                ),
            ),
            day,
        )
        if draw.random() < person.never:
            return
        paid_on = max(due_on, day) + timedelta(days=draw.randint(*person.lateness))
        self._will_pay(number, max(paid_on, day + ONE_DAY))

    def _will_pay(self, number: str, on: date) -> None:
        left = self.rows[number].invoice.amount
        if self.chance.random() < 0.15:
            part = (left / 3).quantize(Decimal("0.01"))
            self.payments.setdefault(on, []).append((number, part))
            on += timedelta(days=self.chance.randint(1, 25))
        self.payments.setdefault(on, []).append((number, left))

    def _paid(self, number: str, amount: Decimal, day: date) -> None:
        known = self.rows[number]
        amount = min(amount, known.invoice.left)
        if amount <= 0:
            return
        self.world.ledger.payments.append(
            LedgerPayment(number=number, paid_on=day, amount=amount, kind="payment")
        )
        invoice = replace(known.invoice, paid=known.invoice.paid + amount)
        self._tell(replace(known, invoice=invoice), day)

    def _tell(self, told: LedgerRow, day: date) -> None:
        number = told.invoice.number
        self.rows[number] = self.truth.invoices[number] = told
        self.truth.note_left(number, day, told.invoice.left)

    def _mishap(self, day: date) -> None:
        """Something of ours fails for some days, written down before it does."""
        if self.trouble is not None and self.trouble[1] < day:
            self.trouble = None
        begins = self.mishaps and self.trouble is None and self.chance.random() < 1 / 25
        if begins:
            what = self.chance.choice(MISHAPS)
            until = day + timedelta(days=self.chance.randint(0, 5))
            self.trouble = (what, until)
            self._say(day, what, until=until)

    def _say(
        self,
        day: date,
        what: str,
        dossier: str = "",
        *,
        until: date | None = None,
        at: time = time(8, 30),
        numbers: tuple[str, ...] = (),
    ) -> None:
        moment = datetime.combine(day, at, tzinfo=PARIS)
        self.truth.said.append(
            Said(at=moment, what=what, dossier=dossier, until=until, numbers=numbers)
        )

    async def _pass(self, day: date, at: time) -> None:
        self.world.clock.at = datetime.combine(day, at, tzinfo=PARIS)
        self._replies_arrive()
        trouble = self.trouble[0] if self.trouble else ""
        if trouble == "asleep":
            return
        await self.world.house.register.set(STOP_KEY, "essai" if trouble == "stopped" else None)
        self.world.ledger.broken = "illisible" if trouble == "ledger" else ""
        self.mailer.down = trouble == "submission"
        for work in (
            *((self.world.syncs,) if at == time(9) else ()),
            self._fetches,
            self._reads,
            self.world.plans,
            self.world.sends,
        ):
            try:
                done = await work()
            except Fault as error:
                self.faults.append(f"{day} {error}")
                continue
            self.faults += [f"{day} {one}" for one in getattr(done, "broken", ())]
            self.faults += [f"{day} {one}" for one in getattr(done, "template_faults", ())]

    async def _fetches(self) -> None:
        if self.trouble is not None and self.trouble[0] == "mailbox":
            self.world.mailbox.fail_next(Temporary("IMAP injoignable"))
        await self.world.fetches()

    async def _reads(self) -> None:
        while (await self.world.reads()).more:
            pass

    def _answered(self, day: date) -> None:
        """Whoever got a level may answer in the coming days."""
        for letter in self.mailer.posted[self.seen :]:
            level = header(letter.mime, "X-Reminder-Level")
            person = self._of(header(letter.mime, "Subject"), letter.to)
            if level and level != "pre_due" and self.chance.random() < person.answers:
                what = self.chance.choices(tuple(REPLIES), tuple(REPLIES.values()))[0]
                wait = timedelta(days=self.chance.randint(0, 5), hours=3)
                thread = header(letter.mime, "Message-ID").strip("<>")
                self.replies.append((letter.at + wait, person, what, thread))
        self.seen = len(self.mailer.posted)

    def _of(self, subject: str, to: str) -> Person:
        named = [person for person in self.persons if f"[{person.dossier}-" in subject]
        return named[0] if named else next(p for p in self.persons if p.debtor.lower() in to)

    def _replies_arrive(self) -> None:
        now = self.world.clock.at
        for reply in [one for one in self.replies if one[0] <= now]:
            self.replies.remove(reply)
            self._reply(*reply[1:])

    def _reply(self, person: Person, what: str, thread: str) -> None:
        at = self.world.clock.at.astimezone(PARIS)
        day = at.date()
        owing = [
            one.invoice
            for one in self.rows.values()
            if one.key.dossier == person.dossier and one.invoice.left > 0
        ]
        if not owing:
            return
        promised = after(day + timedelta(days=self.chance.randint(1, 20)))
        facts = {
            "jour": in_words(promised),
            "facture": owing[0].number,
            "montant": f"{sum(one.left for one in owing)} €",
            "reference": person.dossier,
            "domaine": f"{person.debtor.lower()}.example",
        }
        absent = what == "absence"
        text = ABSENCE.format(**facts) if absent else spoken(self.chance, what, facts)
        headers = (("Auto-Submitted", "auto-replied"),) if absent else ()
        self.world.writes(
            text,
            sender=f"usual@{person.debtor.lower()}.example",
            subject=f"{'Absence' if absent else 'Re'} : votre relance",
            answers=thread,
            headers=headers,
        )
        numbers = tuple(one.number for one in owing)
        until = promised if what in ("promise", "absence") else None
        self._say(day, what, person.dossier, until=until, at=at.time(), numbers=numbers)
        keeps = {"promise": 0.6, "paid": 0.5}.get(what, 0.0)
        if self.chance.random() < keeps:
            on = promised if what == "promise" else after(day)
            for number in numbers:
                self.payments.setdefault(max(on, day + ONE_DAY), []).append(
                    (number, self.rows[number].invoice.amount)
                )

    async def _people_work(self, day: date) -> None:
        """Colleagues at noon: letters to post, dossiers to decide upon, disputes to end."""
        self.world.clock.at = datetime.combine(day, time(12), tzinfo=PARIS)
        for person in self.persons:
            key = DossierKey(creditor=US, dossier=DossierId(person.dossier))
            dossier = (await self.world.house.journal.read([key.page]))[key.page].dossier
            if dossier is None or dossier.debtor is None:
                continue
            verdicts = self._verdicts(dossier, day)
            if any(isinstance(one, Close | Resume | DecideDispute) for one in verdicts):
                # R13: no exchange is closed without the cause of its lateness.
                told = RecordCause(by="Claire", because="dit au téléphone", cause=Cause.FORGOTTEN)
                verdicts = [told, *verdicts]
            for verdict in verdicts:
                done = await act(self.world.house, self.world.creditor, key, verdict)
                if isinstance(done, tuple) and not isinstance(verdict, RecordCause):
                    waived = isinstance(verdict, Close) and bool(verdict.waiver)
                    numbers = [one.number for one in dossier.open_invoices] if waived else []
                    self.credits.setdefault(day + timedelta(days=60), []).extend(numbers)
                    what = f"human:{type(verdict).__name__}"
                    self._say(day, what, person.dossier, at=time(12), numbers=tuple(numbers))

    def _verdicts(self, dossier: Dossier, day: date) -> list[Verdict]:
        who = {"by": "Claire", "because": "décidé au vu du dossier"}
        found: list[Verdict] = []
        slow = self.mishaps and self.chance.random() < 0.6
        for task in dossier.tasks:
            if task.task.startswith("post:"):
                if slow:
                    self._say(day, "posting_waits", dossier.key.dossier, at=time(12))
                    continue
                step = step_named(task.task.removeprefix("post:"))
                posted = any(one.step == step for one in dossier.postings)
                if not posted:
                    found.append(RecordPosting(**who, step=step, posted_on=day, number="2C 1"))
        waited = day - (dossier.phase_since or day)
        if dossier.dispute is not None and self.chance.random() < 0.15:
            numbers = tuple(sorted(dossier.disputed))
            wrong = self.chance.random() < 0.5
            found.append(DecideDispute(**who, invoices=numbers, creditor_at_fault=wrong))
            if wrong:
                self.credits.setdefault(day + ONE_DAY, []).extend(numbers)
        elif dossier.phase is Phase.REVIEW and waited >= timedelta(days=2):
            found.append(self._reviewed(dossier, day, who))
        elif dossier.phase is Phase.LEGAL and waited >= timedelta(days=40):
            found.append(Close(**who, waiver="abandon signé"))
        return found

    def _reviewed(self, dossier: Dossier, day: date, who: dict[str, str]) -> Verdict:
        reasons = {one.reason for one in dossier.review_reasons}
        if dossier.owed == 0:
            return Close(**who)
        if reasons & {"write_off_or_group", "nothing_left_to_pursue", "limitation_over"}:
            return Close(**who, waiver="abandon signé")
        names = self.world.creditor.level_names(dossier)
        last = dossier.last_level
        place = names.index(last.level) + 1 if last and last.level in names else 0
        if place >= len(names):
            return HandOver(**who)
        back = {"next_step": names[place], "not_before": after(day)}
        if "dispute" in reasons and dossier.open_invoices:
            contested = dossier.open_invoices[0]
            return OpenDispute(
                **who,
                **back,
                invoices=(contested.number,),
                amount=contested.left,
                ground="livraison",
                owner="Claire",
                answer_by=after(day, 5),
            )
        return Resume(**who, **back)


def header(mime: bytes, name: str) -> str:
    """A header of a letter, unfolded."""
    head = mime.partition(b"\r\n\r\n")[0].decode("ascii").replace("\r\n ", " ")
    lines = (line.partition(": ") for line in head.split("\r\n"))
    return next((value for key, _, value in lines if key.lower() == name.lower()), "")
