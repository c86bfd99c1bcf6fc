"""The journal's new entries as what a person would tell: one line for each thing that happened.

What follows from a message is told with it; what only prepares something (a letter queued, a hold
that ran out) is not told at all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from relance_mailer.demo.folder import OURS
from relance_mailer.desk import french
from relance_mailer.desk.chronicle import structured
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import PageId, StepKey, key_of_page
from relance_mailer.words import Kind, Outcome, Permanence
from relance_mailer.workdays import PARIS

QUOTED_MAX = 64
ANSWER_OWED = "réponse due : "
LEVELS = {
    "pre_due": "avant échéance",
    "reminder_1": "relance 1",
    "reminder_2": "relance 2",
    "reminder_3": "relance 3",
    "formal_notice": "mise en demeure",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurrence:
    """One thing that happened: `sign` is → out, ← in, € money, § legal, ? for a human, · other."""

    at: datetime  # in Europe/Paris
    sign: str
    kind: str  # the event's name in the journal
    dossier: str
    debtor: str
    what: str
    then: str = ""


@dataclass(slots=True)
class Teller:
    """Knows the debtors' names, and the letters that stand in the outbox."""

    names: Mapping[str, str]  # by dossier
    _queued: dict[tuple[PageId, StepKey], e.LetterQueued] = field(default_factory=dict)

    def told(self, entries: Sequence[e.Entry]) -> Iterator[Occurrence]:
        """What these entries of one page tell, in their order."""
        for group in _groups(entries):
            first = group[0]
            key = key_of_page(first.page)
            dossier = key.dossier if key else ""
            what = self._first(first, group[1:])
            if what is not None:
                sign, text, then = what
                yield Occurrence(
                    at=first.at.astimezone(PARIS),
                    sign=sign,
                    kind=first.kind,
                    dossier=dossier,
                    debtor=self.names.get(dossier, ""),
                    what=text,
                    then=then,
                )

    def _first(self, entry: e.Entry, then: Sequence[e.Entry]) -> tuple[str, str, str] | None:
        match entry.event:
            case e.LetterQueued() as queued:
                self._queued[entry.page, queued.step] = queued
                return None
            case e.LetterSent() as sent:
                return self._sent(entry.page, sent)
            case e.MessageRead() as read:
                return "←", _said(read), _consequences(read, then)
            case e.MessageIgnored() as ignored if ignored.sender == OURS:
                return None
            case e.MessageIgnored() as ignored if ignored.kind is Kind.UNRELATED:
                return "←", f"{ignored.sender} : « {ignored.subject} »", "sans rapport"
            case e.MessageIgnored() | e.MessageUnlinked() | e.MessageSetAside():
                return "←", structured(entry).what, entry.event.because
            case e.PaymentRecorded():
                return "€", *_paid([entry, *then])
            case e.Settled():
                return "€", "ne doit plus rien", ""
            case e.PromiseKept() | e.PromiseBroken():
                return "·", structured(entry).what, ""
            case e.HandedToLegal():
                return "§", structured(entry).what, ""
            case e.ReviewAsked() as asked:
                return "?", f"à examiner : {french.reason(asked.reason)}", asked.because
            case e.TaskOpened() as task:
                return "?", f"tâche : {clipped(task.what)}", ""
            case e.LetterRefused() as refused:
                again = "" if refused.permanent else "nouvel essai prévu"
                return "→", f"refusée : {refused.code} {refused.text}", again
            case e.LetterStayed() | e.LetterUnsure() | e.LetterWithdrawn() | e.PlanLost():
                return "·", structured(entry).what, entry.event.because
            case _:
                return None

    def _sent(self, page: PageId, sent: e.LetterSent) -> tuple[str, str, str]:
        queued = self._queued.get((page, sent.step))
        if sent.colleague or queued is None:
            return "→", "un collègue a écrit à la main", "compté comme contact"
        if queued.sort is e.Sort.ANSWER:
            template = french.ANSWERS.get(queued.template, queued.template)
            return "→", f"réponse : {template}", ""
        name = LEVELS.get(queued.template, queued.template)
        then = f"réponse attendue le {_short(queued.deadline_on)}" if queued.deadline_on else ""
        return "→", f"{name:<16} {french.amount(queued.amount):>12}", then


_FOLLOWING = (
    (e.Held | e.PromiseMade | e.ReviewAsked | e.HandedToLegal | e.ContactBounced | e.AnswerOwed)
    | (e.ContactProposed | e.ContactAbsent | e.DistressSeen | e.TaskOpened | e.PlanProposed)
    | e.CauseRecorded
)


_WITH_MONEY = e.PaymentRecorded | e.InvoiceChanged | e.InvoiceSettled | e.PromiseKept | e.Settled


def _groups(entries: Iterable[e.Entry]) -> Iterator[list[e.Entry]]:
    """Each entry alone, but what follows from a message or a payment together with it."""
    group: list[e.Entry] = []
    for entry in entries:
        if group and entry.at == group[0].at and _follows(group[0].event, entry.event):
            group.append(entry)
            continue
        if group:
            yield group
        group = [entry]
    if group:
        yield group


def _follows(first: e.Event | None, event: e.Event | None) -> bool:
    if isinstance(first, e.MessageRead):
        return isinstance(event, _FOLLOWING)
    return isinstance(first, e.PaymentRecorded) and isinstance(event, _WITH_MONEY)


def _paid(entries: Sequence[e.Entry]) -> tuple[str, str]:
    """How much came in at once, and what that settled."""
    events = [entry.event for entry in entries]
    total = sum((one.amount for one in events if isinstance(one, e.PaymentRecorded)), Decimal(0))
    then = [
        f"promesse du {_short(one.promised_on)} tenue"
        for one in events
        if isinstance(one, e.PromiseKept)
    ]
    if any(isinstance(one, e.Settled) for one in events):
        then.append("ne doit plus rien")
    return f"règle {french.amount(total)}", ", ".join(then)


def _said(read: e.MessageRead) -> str:
    if read.kind is Kind.HUMAN:
        return quoted(read.reply_text or read.subject, read.spans[0] if read.spans else "")
    return french.KINDS[read.kind]


def quoted(text: str, decisive: str = "") -> str:
    """The words on one line, without the greeting; of a long text, those around the decisive."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and len(lines[0]) < 30 and lines[0].lower().startswith(_GREETINGS):
        lines = lines[1:]
    flat = " ".join(lines)
    place = max(flat.find(" ".join(decisive.split())), 0)
    start = 0 if place + len(decisive) <= QUOTED_MAX else flat.rfind(" ", 0, place - 8) + 1
    shown = flat[start : start + QUOTED_MAX]
    before = "…" if start else ""
    after = "…" if start + QUOTED_MAX < len(flat) else ""
    if after:
        shown = shown.rpartition(" ")[0]
    return f"« {before}{shown}{after} »"


_GREETINGS = ("bonjour", "madame", "monsieur", "bonsoir")


def _consequences(read: e.MessageRead, then: Sequence[e.Entry]) -> str:
    told = [text for entry in then if (text := _consequence(entry.event))]
    if len(told) > 1:
        # The answer owed has its own line as soon as it leaves.
        told = [text for text in told if not text.startswith(ANSWER_OWED)]
    if not told and read.outcome is not Outcome.CONTINUE:
        told = [french.OUTCOMES[read.outcome]]
    return ", ".join(dict.fromkeys(told)) or french.OUTCOMES[Outcome.CONTINUE]


def _consequence(event: e.Event | None) -> str:
    match event:
        case e.PromiseMade():
            days = french.many([_short(part.due_on) for part in event.instalments])
            return f"promesse au {days}, suspendu jusqu'au {_short(event.until)}"
        case e.Held():
            return f"suspendu jusqu'au {_short(event.until)}"
        case e.ReviewAsked():
            return f"à examiner ({french.reason(event.reason)})"
        case e.HandedToLegal():
            return f"contentieux ({french.reason(event.reason)})"
        case e.AnswerOwed():
            return f"{ANSWER_OWED}{french.ANSWERS[event.answer]}"
        case e.ContactBounced():
            dead = event.permanence is Permanence.PERMANENT
            return f"{event.email} : {'adresse morte' if dead else 'non remis'}"
        case e.ContactProposed():
            state = "repris" if event.taken_over else "à confirmer"
            return f"nouveau contact {event.email} {state}"
        case e.TaskOpened():
            return f"tâche : {clipped(event.what)}"
        case e.DistressSeen():
            return "signes de difficultés"
        case _:
            return ""


def clipped(text: str) -> str:
    """The beginning of a long sentence, whole words."""
    return text if len(text) <= QUOTED_MAX else text[:QUOTED_MAX].rpartition(" ")[0] + "…"


def _short(day: date) -> str:
    return f"{day:%d/%m}"
