"""What must hold of every letter that really left, judged from outside by a small mind of its own.

It reads what people read (a header, a subject, the French text) and what was true that day; it
knows no timeline, no gate and no calendar of the house. From the journal it takes only the causes
of a delay and the day of a hand-over, which no letter shows.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from email import message_from_bytes, policy
from itertools import pairwise

from relance_mailer.dossier.values import Invoice
from relance_mailer.words import Segment
from relance_mailer.workdays import PARIS
from simulation.french_days import ONE_DAY, after, is_open
from simulation.life import Life, Posted, Said, header

MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
DAY = re.compile(rf"\b(\d{{1,2}})(?:er)?[  ]({'|'.join(MONTHS)})[  ](\d{{4}})")
AT_THE_LATEST = re.compile(r"[^.]*?au[  ]plus[  ]tard")
OTHERWISE = re.compile(r"(?:À défaut|Sans règlement)[^.]*\.", re.DOTALL)
NUMBER = re.compile(r"\bF\d{5}\b")
MARK = re.compile(r"\[(D-\d+)-")

ACTS = (
    # What the sentence of the consequence says, and which level does it.
    (re.compile(r"injonction de payer|référé-provision|commissaire de justice"), "legal"),
    (re.compile(r"mise en demeure"), "formal_notice"),
    (re.compile(r"comptable public"), "reminder_3"),
    (re.compile(r"courrier est adressé à la présidence"), "reminder_3"),
    (re.compile(r"courrier est adressé au représentant"), "formal_notice"),
    (re.compile(r"indemnité forfaitaire|pénalités"), "reminder_3"),
    (re.compile(r"reprends contact|reviens vers|vous recontacte"), "reminder_2"),
)
LADDER = (
    ("usual",),
    ("chief_accountant", "treasurer", "public_accountant"),
    ("cfo", "president", "head_of_body"),
    ("legal_representative",),
)
RANK = {"pre_due": 0, "reminder_1": 1, "reminder_2": 2, "reminder_3": 3, "formal_notice": 4}
BARRING = frozenset({"hostile", "refusal", "insolvency", "opt_out"})
STOPPING = frozenset({"dispute", "plan", "question"}) | BARRING
MOVES = frozenset(
    """Held PromiseMade PromiseBroken ReviewAsked HandedToLegal HoldEnded LetterDelayed Settled
    HumanResumed HumanReopened HumanClosed TaskOpened DisputeOpened PlanAgreed""".split()
)
PAYERS_PATIENCE = timedelta(days=21)  # the latest day of a first letter, a holiday bridge included


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """A letter as its reader has it."""

    at: datetime
    dossier: str
    debtor: str
    segment: Segment
    level: str  # empty: an answer
    reader: str  # the role that the life gave to this address
    numbers: tuple[str, ...]
    deadline_on: date | None
    next_on: date | None
    does: str  # the level that was announced

    @property
    def on(self) -> date:
        return self.at.date()

    @property
    def name(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.dossier} {self.level or 'réponse'}"


def judged(life: Life) -> tuple[str, ...]:
    """Every breach, in French, with its letter; empty when all held."""
    case = _Case(life)
    checks = (
        case.hours,
        case.one_contact_a_day,
        case.apart,
        case.nothing_on_what_is_not_owed,
        case.nothing_after_a_stop,
        case.printed_dates,
        case.what_was_announced,
        case.crescendo,
        case.notice_only_on_what_was_asked,
        case.readers_rise,
        case.nobody_is_forgotten,
    )
    return tuple(f"{check.__name__} : {fault}" for check in checks for fault in check())


def seen(letter: Posted, life: Life) -> Seen:
    """The letter read as a person reads it."""
    mail = message_from_bytes(letter.mime, policy=policy.default)
    text = " ".join(mail.get_body(("plain",)).get_content().split())
    level = header(letter.mime, "X-Reminder-Level")
    marked = MARK.search(str(mail["Subject"])) or MARK.search(text)
    assert marked, text
    person = next(one for one in life.persons if one.dossier == marked[1])
    latest = AT_THE_LATEST.search(text)
    consequence = OTHERWISE.search(text)
    said = consequence[0] if consequence else ""
    return Seen(
        at=letter.at,
        dossier=person.dossier,
        debtor=person.debtor,
        segment=person.segment,
        level=level,
        reader=letter.to.partition("@")[0],
        numbers=tuple(dict.fromkeys(NUMBER.findall(text))),
        deadline_on=_last_day(latest[0]) if latest and level else None,
        next_on=_first_day(said) if level else None,
        does=next((does for words, does in ACTS if words.search(said)), "") if level else "",
    )


def _days(text: str) -> list[date]:
    return [
        date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
        for found in DAY.finditer(text)
    ]


def _first_day(text: str) -> date | None:
    return next(iter(_days(text)), None)


def _last_day(text: str) -> date | None:
    return next(reversed(_days(text)), None)


class _Case:
    """All letters of a life, and what was true."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self.letters = [seen(letter, life) for letter in life.mailer.posted]
        self.levels = [one for one in self.letters if one.level]
        self.by_dossier: dict[str, list[Seen]] = defaultdict(list)
        for one in self.levels:
            self.by_dossier[one.dossier].append(one)
        self.said: dict[str, list[Said]] = defaultdict(list)
        for one in life.truth.said:
            self.said[one.dossier].append(one)

    def hours(self) -> Iterator[str]:
        for one in self.letters:
            if not is_open(one.on) or not time(8, 30) <= one.at.time() <= time(17, 30):
                yield one.name

    def one_contact_a_day(self) -> Iterator[str]:
        levels = Counter((one.debtor, one.on) for one in self.levels)
        answers = Counter(
            (one.debtor, one.dossier, one.on) for one in self.letters if not one.level
        )
        yield from (f"{who} {on} : {n} niveaux" for (who, on), n in levels.items() if n > 1)
        yield from (f"{who} {on} : {n} réponses" for (who, _, on), n in answers.items() if n > 1)
        for one in self.letters:
            order = [other for other in self.letters if other.on == one.on]
            if one.level and any(
                not other.level and other.dossier == one.dossier and other.at <= one.at
                for other in order
                if other is not one
            ):
                yield f"{one.name} : après une réponse du même jour"

    def apart(self) -> Iterator[str]:
        """R6: the fifth business day, a week for a consumer; a broken promise is excepted."""
        last: dict[str, Seen] = {}
        for one in self.levels:
            before = last.get(one.debtor)
            last[one.debtor] = one
            if before is None or self._promised_between(before, one):
                continue
            soonest = after(before.on, 5)
            if one.segment is Segment.CONSUMER:
                soonest = max(soonest, before.on + timedelta(days=7))
            if one.on < soonest:
                yield f"{one.name} : {before.name} la précède de trop près"

    def nothing_on_what_is_not_owed(self) -> Iterator[str]:
        """Nothing on a paid, promised, disputed or limited invoice."""
        truth = self.life.truth
        for one in self.levels:
            for number in one.numbers:
                if truth.left_on(number, one.on) <= 0:
                    yield f"{one.name} : {number} est payée"
                if self._waived(number, one):
                    yield f"{one.name} : {number} a été abandonnée par écrit"
                if self._limited(number, one):
                    yield f"{one.name} : {number} est prescrite"
                if self._promised(number, one):
                    yield f"{one.name} : {number} est promise"
                if self._contested(number, one):
                    yield f"{one.name} : {number} est contestée"

    def _waived(self, number: str, letter: Seen) -> bool:
        return any(
            said.what == "human:Close" and number in said.numbers and said.at < letter.at
            for said in self.said[letter.dossier]
        )

    def _limited(self, number: str, letter: Seen) -> bool:
        invoice = self.life.truth.invoices[number].invoice
        return letter.on > self._dies_on(invoice, letter)

    def _dies_on(self, invoice: Invoice, letter: Seen) -> date:
        """Two years against a consumer, five otherwise, from the first of its days."""
        years = 2 if letter.segment is Segment.CONSUMER else 5
        start = min(invoice.issued_on, invoice.due_on)
        if (start.month, start.day) == (2, 29):
            start -= ONE_DAY  # CPC 641: the last day of a month that has no such day
        return start.replace(year=start.year + years)

    def _promised(self, number: str, letter: Seen) -> bool:
        """The last dated promise still runs, its two days of grace included."""
        told = self._before(letter, ("promise",))
        if told is None or number not in told.numbers or told.until is None:
            return False
        return letter.on < after(told.until, 2) and not self._human_since(told, letter)

    def _contested(self, number: str, letter: Seen) -> bool:
        """From the dispute on, until a human gave his verdict; then the part that he took out."""
        told = self._before(letter, ("dispute",))
        if told is None or number not in told.numbers:
            return False
        return not self._human_since(told, letter)

    def _human_since(self, told: Said, letter: Seen) -> bool:
        return any(
            one.what.startswith("human:") and told.at < one.at <= letter.at
            for one in self.said[letter.dossier]
        )

    def _before(self, letter: Seen, what: Sequence[str]) -> Said | None:
        """The last word of that sort that the house can have read: its mailbox was open since."""
        known = [
            one for one in self.said[letter.dossier] if one.what in what and one.at <= letter.at
        ]
        return known[-1] if known else None

    def _promised_between(self, before: Seen, one: Seen) -> bool:
        return any(
            said.what == "promise"
            and said.at <= one.at
            and after(said.until or one.on, 4) >= before.on
            for dossier in (before.dossier, one.dossier)
            for said in self.said[dossier]
        )

    def nothing_after_a_stop(self) -> Iterator[str]:
        """After words that stop the machine, no level before a human's act (P1, R24)."""
        for one in self.levels:
            told = self._before(one, tuple(STOPPING))
            if told is not None and not self._human_since(told, one):
                yield f"{one.name} : après « {told.what} » du {told.at:%Y-%m-%d}"
        for one in self.letters:
            told = self._before(one, tuple(BARRING))
            if told is not None and not self._human_since(told, one):
                yield f"{one.name} : après « {told.what} » du {told.at:%Y-%m-%d}"

    def printed_dates(self) -> Iterator[str]:
        """R1: a deadline, then what follows right after it or as R6 allows, on business days."""
        for one in self.levels:
            if one.level == "pre_due":
                continue
            if one.deadline_on is None or one.next_on is None or not one.does:
                yield f"{one.name} : pas de date limite ou pas de suite"
                continue
            soonest = max(after(one.deadline_on), after(one.on, 5))
            if one.segment is Segment.CONSUMER:
                week = one.on + timedelta(days=7)
                soonest = max(soonest, week if is_open(week) else after(week))
            if not is_open(one.deadline_on) or one.next_on != soonest:
                yield f"{one.name} : limite {one.deadline_on}, suite {one.next_on}, non {soonest}"

    def what_was_announced(self) -> Iterator[str]:
        """Never missing, early or weaker; late only with a cause that is known and journaled."""
        for letters in self.by_dossier.values():
            for place, one in enumerate(letters):
                if one.next_on is None or one.next_on >= self.life.end:
                    continue
                follows = letters[place + 1] if place + 1 < len(letters) else None
                yield from self._kept(one, follows)

    def _kept(self, one: Seen, follows: Seen | None) -> Iterator[str]:
        assert one.next_on is not None
        legal_on = self._handed_over(one)
        done_on = follows.on if follows and one.does != "legal" else legal_on
        goes_on = follows is not None and bool(set(follows.numbers) & set(one.numbers))
        human = self._human_between(one, done_on or self.life.end)
        if goes_on and follows and not human and follows.on < one.next_on:
            yield f"{one.name} : annoncé pour le {one.next_on}, fait le {follows.on}"
        if goes_on and follows and not human and RANK[follows.level] <= RANK[one.level]:
            yield f"{one.name} : suivi de {follows.name}, plus faible"
        if self._over_by(one, self._able_on(one.next_on)):
            return
        as_told = done_on == one.next_on and (
            follows is None or one.does in (follows.level, "legal")
        )
        if as_told:
            return
        until = done_on or self.life.end
        if not self._cause(one, until):
            yield f"{one.name} : « {one.does} » annoncé pour le {one.next_on}, fait : {done_on}"
        elif (done_on is None or done_on > one.next_on) and not self._journaled(one, until):
            yield f"{one.name} : en retard sans cause au journal"

    def _able_on(self, day: date) -> date:
        """The first day from that one on which nothing of ours kept the house from acting."""
        while True:
            ends = [
                said.until or said.at.date()
                for said in self.said[""]
                if said.at.date() <= day <= (said.until or said.at.date())
            ]
            if not ends and is_open(day):
                return day
            day = max(ends, default=day) + ONE_DAY

    def _over_by(self, one: Seen, on: date) -> bool:
        """Nothing of that letter is left that the next one may demand."""
        truth = self.life.truth
        left = [truth.left_on(n, on) for n in one.numbers if not self._limited_on(n, one, on)]
        return sum(left) < 30

    def _limited_on(self, number: str, letter: Seen, on: date) -> bool:
        invoice = self.life.truth.invoices[number].invoice
        # From two months before it is a human's.
        return on > self._dies_on(invoice, letter) - timedelta(days=61)

    def _cause(self, one: Seen, until: date) -> bool:
        """Something that really happened between the letter and what should have followed it."""
        until = max(until, one.next_on or until)
        theirs = [said for said in self.said[one.dossier] if one.at < said.at]
        if any(said.at.date() <= until and said.what != "human:RecordPosting" for said in theirs):
            return True
        # A word or an act from before may still hold: a promise, a plan, a dossier in review.
        if any(said.until and said.until >= one.on for said in self.said[one.dossier]):
            return True
        if self._mishap(one.next_on or one.on, until):
            return True
        elsewhere = [x for x in self.letters if x.debtor == one.debtor and x.dossier != one.dossier]
        near = timedelta(days=12)
        return any(one.next_on and one.next_on - near <= x.on <= until for x in elsewhere)

    def _mishap(self, begins: date, ends: date) -> bool:
        return any(
            said.at.date() <= ends and (said.until or said.at.date()) >= begins - ONE_DAY
            for said in self.said[""]
        )

    def _journaled(self, one: Seen, until: date) -> bool:
        """A cause stands in the journal: a move, a task, a delay, or the letter's own because."""
        rows = self.life.journal_of(one.dossier)
        start = bisect_right(rows, one.at, key=lambda row: row.at)
        for entry in rows[start:]:
            if entry.at.astimezone(PARIS).date() > until + ONE_DAY:
                return False
            if entry.kind in MOVES:
                return True
            if entry.kind == "LetterQueued" and "annoncée pour" in entry.event.because:
                return True
            if entry.kind == "LetterWithdrawn":
                return True
        return False

    def _human_between(self, one: Seen, until: date) -> bool:
        return any(
            said.what.startswith("human:") and said.what != "human:RecordPosting"
            for said in self.said[one.dossier]
            if one.at < said.at and said.at.date() <= until
        )

    def _handed_over(self, one: Seen) -> date | None:
        for entry in self.life.journal_of(one.dossier):
            if entry.kind == "HandedToLegal" and entry.at > one.at:
                return entry.at.astimezone(PARIS).date()
        return None

    def crescendo(self) -> Iterator[str]:
        """While an invoice of the course is open no level comes back, unless a human says so."""
        truth = self.life.truth
        for letters in self.by_dossier.values():
            listed: set[str] = set()
            highest = ""
            before: Seen | None = None
            for one in letters:
                runs = any(truth.left_on(number, one.on) > 0 for number in listed)
                human = before is not None and self._human_between(before, one.on)
                if not runs or human:
                    listed, highest = set(), ""
                if highest and RANK[one.level] <= RANK[highest]:
                    yield f"{one.name} : après {highest}"
                listed |= set(one.numbers)
                highest = max(highest, one.level, key=lambda name: RANK.get(name, -1))
                before = one

    def notice_only_on_what_was_asked(self) -> Iterator[str]:
        """No severe level for an invoice that did not stand in a milder letter."""
        for letters in self.by_dossier.values():
            asked: set[str] = set()
            for one in letters:
                new = set(one.numbers) - asked
                if one.level == "formal_notice" and new:
                    yield f"{one.name} : {', '.join(sorted(new))} jamais relancée"
                asked |= set(one.numbers)

    def readers_rise(self) -> Iterator[str]:
        """R5: in a course the reader never falls back, unless somebody is away."""
        height = {role: place for place, roles in enumerate(LADDER) for role in roles}
        for letters in self.by_dossier.values():
            for before, one in pairwise(letters):
                same = RANK[one.level] > RANK[before.level] and set(before.numbers) & set(
                    one.numbers
                )
                away = self._before(one, ("absence",)) is not None
                if same and not away and height[one.reader] < height[before.reader]:
                    yield f"{one.name} : à {one.reader}, après {before.reader}"

    def nobody_is_forgotten(self) -> Iterator[str]:
        """R4: an invoice of some size that nobody pays is asked for soon, if nothing holds it."""
        for number, row in self.life.truth.invoices.items():
            person = next(p for p in self.life.persons if p.dossier == row.key.dossier)
            told_on = self.life.truth.left[number][0][0]
            asked_by = max(row.invoice.due_on, told_on) + PAYERS_PATIENCE
            if asked_by >= self.life.end or row.invoice.amount < 30:
                continue
            if self.life.truth.left_on(number, asked_by) <= 0:
                continue
            theirs = self.by_dossier[person.dossier]
            if any(number in one.numbers and one.on <= asked_by for one in theirs):
                continue
            window = row.invoice.due_on - timedelta(days=60)
            quiet = not any(
                window <= said.at.date() <= asked_by for said in self.said[person.dossier]
            )
            course = any(window <= one.on <= asked_by for one in theirs)
            elsewhere = any(
                one.debtor == person.debtor and one.dossier != person.dossier for one in self.levels
            )
            if quiet and not course and not elsewhere and not self._mishap(window, asked_by):
                due_on = row.invoice.due_on
                yield f"{number} de {person.dossier}, échue le {due_on} : jamais relancée"
