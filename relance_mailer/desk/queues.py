"""What waits for a human: every queue of the desk, a line for each thing, its rank with reasons.

A dossier may stand in several: each line says what is asked of whom, since when, until when.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from relance_mailer.desk import french
from relance_mailer.desk.proposals import proposals
from relance_mailer.desk.rank import Rank, Tier, Weights, rank
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier, LetterState
from relance_mailer.dossier.values import Digest, DossierKey, StepKey
from relance_mailer.law import deadlines
from relance_mailer.law.limitation import WARN_AT_DAYS, limitations
from relance_mailer.law.routes import court_of
from relance_mailer.words import INTENT_ORDER
from relance_mailer.workdays import ONE_DAY, zone_of

NEAR_DAYS = (180, 90, 60, 30)
"""The warnings of limitation that stand among a line's reasons; a year is no reason to hurry."""
CLOCK_AHEAD = timedelta(days=60)
"""How far ahead a legal deadline is shown on a dossier that is neither in legal nor in review."""


_TIMELINES_CALL = re.compile(r"call:\d+/")
"""How a timeline names the call that belongs to a level; a colleague's own call is his."""


class Queue(StrEnum):
    """Where something waits."""

    LEGAL = "legal"  # contentieux
    APPROVAL = "approval"  # lettres à approuver
    REVIEW = "review"  # à examiner
    DISPUTES = "disputes"  # litiges ouverts, une réponse est attendue de nous
    PROMISES_BROKEN = "promises_broken"  # promesses non tenues
    TASKS = "tasks"  # tâches
    UNSURE = "unsure"  # lettres au sort inconnu
    BOUNCED = "bounced"  # adresses mortes
    UNLINKED = "unlinked"  # messages sans dossier
    CONTESTED = "contested"  # messages au dossier incertain
    SET_ASIDE = "set_aside"  # messages illisibles


NAMES: MappingProxyType[Queue, str] = MappingProxyType(
    {
        Queue.LEGAL: "contentieux",
        Queue.APPROVAL: "lettres à approuver",
        Queue.REVIEW: "à examiner",
        Queue.DISPUTES: "litiges ouverts",
        Queue.PROMISES_BROKEN: "promesses non tenues",
        Queue.TASKS: "tâches",
        Queue.UNSURE: "lettres au sort inconnu",
        Queue.BOUNCED: "adresses mortes",
        Queue.UNLINKED: "messages sans dossier",
        Queue.CONTESTED: "messages au dossier incertain",
        Queue.SET_ASIDE: "messages mis de côté",
    }
)
"""What people read where scripts get the identifier."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """One line of a queue. `reason` is an identifier, `because` the sentence in French.

    `since` and `deadline` are days; `subject` names the task, letter, address or message itself.
    A message that has no dossier yet has no `key`, and its sender stands for the debtor.
    """

    queue: Queue
    key: DossierKey | None
    debtor: str
    amount: Decimal
    currency: str
    reason: str
    because: str
    since: date | None
    deadline: date | None
    last_message: e.MessageRead | None
    rank: Rank
    subject: str = ""
    message: Digest | None = None
    claimed_by: str | None = None
    owner: str = ""  # whose it is; empty: whoever works the queue
    proposes: tuple[str, ...] = ()  # the letters prepared for a human's word


FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(9999, 12, 31)
"""Nobody looks at a queue before or after."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A legal deadline, and the days on which it is to be known, both included."""

    first_day: date
    last_day: date
    deadline: deadlines.Deadline


def letter_waiting(
    dossier: Dossier, today: date, step: StepKey, because: str, weights: Weights | None = None
) -> Waiting:
    """A letter that is due and waits for a human's yes."""
    name = step.template if step.is_answer else step.name
    lines = _Lines(dossier, today, weights or Weights())
    return lines.line(
        Queue.APPROVAL, name, because, since=None, subject=f"{french.step(step)} ({step})"
    )


def ranked(waiting: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """The lines of one queue in the order of R12; equal ranks by waiting time, then by name."""
    return tuple(
        sorted(
            waiting,
            key=lambda line: (
                line.rank.order,
                line.since or date.max,
                line.key.page if line.key else line.message or "",
                line.subject,
            ),
        )
    )


def waiting_in(
    dossier: Dossier, today: date, weights: Weights | None = None
) -> tuple[Waiting, ...]:
    """Every queue that this dossier stands in on that day, a line for each thing that waits."""
    spans = legal_spans(dossier)
    moving = moved_by_days(dossier, today, weights or Weights(), spans)
    return (*moving, *on_every_day(dossier, today, weights or Weights()))


def moved_by_days(
    dossier: Dossier, today: date, weights: Weights, spans: tuple[Span, ...]
) -> tuple[Waiting, ...]:
    """The first of its lines: those that legal deadlines, its `spans`, bring and move."""
    lines = _Lines(dossier, today, weights, spans)
    return (*lines.legal(), *lines.review())


def on_every_day(dossier: Dossier, today: date, weights: Weights) -> tuple[Waiting, ...]:
    """The others: but for their rank, and who works on them, the same on any day."""
    lines = _Lines(dossier, today, weights)
    return (
        *lines.disputes(),
        *lines.promises_broken(),
        *lines.tasks(),
        *lines.unsure(),
        *lines.bounced(),
    )


def of_message(
    queue: Queue,
    *,
    message: Digest,
    sender: str,
    subject: str,
    received_on: date,
    because: str,
    today: date,
) -> Waiting:
    """A message that waits without a dossier (unlinked, contested, set aside): the oldest first."""
    waited = (today - received_on).days
    return Waiting(
        queue=queue,
        key=None,
        debtor=sender,
        amount=Decimal("0.00"),
        currency="EUR",
        reason=queue.value,
        because=because,
        since=received_on,
        deadline=None,
        last_message=None,
        rank=Rank(
            tier=Tier.REST,
            amount=Decimal("0.00"),
            days_late=waited,
            risk=0,
            reasons=(f"attend depuis {waited} jour(s)",),
        ),
        subject=subject,
        message=message,
    )


def legal_deadlines(dossier: Dossier, today: date) -> tuple[deadlines.Deadline, ...]:
    """What a court or the Code ends for this dossier, soonest first.

    Legal steps that were taken, and the limitation where it is a year away at most.
    """
    return known_on(legal_spans(dossier), today)


def known_on(spans: Iterable[Span], today: date) -> tuple[deadlines.Deadline, ...]:
    """Those of the deadlines that are to be known on a day, soonest first."""
    known = (span.deadline for span in spans if span.first_day <= today <= span.last_day)
    return tuple(sorted(known, key=lambda deadline: deadline.on))


def legal_spans(dossier: Dossier) -> tuple[Span, ...]:
    """Every legal deadline that this dossier will ever show as it stands, with its days."""
    dying = tuple(
        Span(
            first_day=found.known_on - timedelta(days=max(WARN_AT_DAYS)),
            last_day=found.known_on,
            deadline=deadlines.Deadline(
                on=found.known_on,
                what=f"prescription de la facture {invoice.number}",
                article=found.article,
                extended_to=found.known_on,
            ),
        )
        for invoice, found in limitations(dossier)
    )
    return (*_opened_by_steps(dossier), *dying)


def _opened_by_steps(dossier: Dossier) -> tuple[Span, ...]:
    if dossier.debtor is None or not dossier.legal_steps:
        return ()
    zone = zone_of(dossier.debtor.postcode)
    steps = [(step.legal_step, step.taken_on) for step in dossier.legal_steps]
    court = court_of(dossier.debtor).kind
    # A deadline that passed may give way to another one the day after.
    passed = {one.on + ONE_DAY for one in deadlines.running(steps, court, zone, today=FIRST_DAY)}
    begins = [FIRST_DAY, *sorted(passed)]
    ends = [day - ONE_DAY for day in begins[1:]]
    return tuple(
        Span(first_day=first_day, last_day=last_day, deadline=deadline)
        for first_day, last_day in zip(begins, [*ends, LAST_DAY], strict=True)
        for deadline in deadlines.running(steps, court, zone, today=first_day)
    )


class _Lines:
    """The lines of one dossier: all share its debtor, its amount and its legal deadlines."""

    def __init__(
        self,
        dossier: Dossier,
        today: date,
        weights: Weights,
        spans: tuple[Span, ...] = (),
    ) -> None:
        self.dossier = dossier
        self.spans = spans
        self.today = today
        self.weights = weights

    def line(
        self,
        queue: Queue,
        reason: str,
        because: str,
        *,
        since: date | None,
        deadline: deadlines.Deadline | None = None,
        subject: str = "",
        message: Digest | None = None,
        owner: str = "",
    ) -> Waiting:
        """A line of this dossier in a queue."""
        dossier = self.dossier
        ends_on = deadline.on if deadline else None
        return Waiting(
            queue=queue,
            key=dossier.key,
            debtor=dossier.debtor.name if dossier.debtor else dossier.key.dossier,
            amount=dossier.owed,
            currency=dossier.currency,
            reason=reason,
            because=because,
            since=since,
            deadline=ends_on,
            last_message=dossier.last_message,
            rank=rank(
                dossier,
                self.today,
                self.weights,
                ends_on=ends_on,
                what=deadline.what if deadline else "",
            ),
            subject=subject,
            message=message,
            claimed_by=dossier.claimed_on(self.today),
            owner=owner,
            proposes=self._proposed(queue),
        )

    def _proposed(self, queue: Queue) -> tuple[str, ...]:
        """The letters prepared for whoever looks at the dossier, each in one queue only."""
        in_review = self.dossier.phase is Phase.REVIEW
        if queue is not (Queue.REVIEW if in_review else Queue.TASKS):
            return ()
        return tuple(one.template.value for one in proposals(self.dossier, self.today))

    def _legal_deadline(self) -> deadlines.Deadline | None:
        return next(iter(known_on(self.spans, self.today)), None)

    def legal(self) -> tuple[Waiting, ...]:
        dossier = self.dossier
        if dossier.phase is not Phase.LEGAL:
            return self._clocks()
        handed = dossier.legal
        line = self.line(
            Queue.LEGAL,
            handed.reason if handed else "human",
            handed.because if handed else "",
            since=dossier.phase_since,
            deadline=self._legal_deadline(),
            message=handed.message if handed else None,
        )
        return (self._with_limitation(line),)

    def _clocks(self) -> tuple[Waiting, ...]:
        """What a court or the Code ends soon on a dossier that nobody handed over, or took back."""
        deadline = self._legal_deadline()
        if self.dossier.phase is Phase.REVIEW or deadline is None:
            return ()
        if deadline.on > self.today + CLOCK_AHEAD or self.dossier.owed <= 0:
            return ()
        because = f"{deadline.what} ({deadline.article})"
        return (self.line(Queue.LEGAL, "legal_deadline", because, since=None, deadline=deadline),)

    def review(self) -> tuple[Waiting, ...]:
        dossier = self.dossier
        if dossier.phase is not Phase.REVIEW:
            return ()
        asked = min(dossier.review_reasons, key=_weight, default=None)
        offered = _offer_ends(dossier)
        line = self.line(
            Queue.REVIEW,
            asked.reason if asked else "review",
            asked.because if asked else "",
            since=dossier.phase_since,
            deadline=self._legal_deadline() or offered,
            message=asked.message if asked else None,
        )
        return (self._with_limitation(line),)

    def _with_limitation(self, line: Waiting) -> Waiting:
        """Which invoices are limited or will be: whoever opens the dossier has to know first."""
        found = limitations(self.dossier)
        over = tuple(
            f"facture {invoice.number} prescrite depuis le {french.day(limit.at_the_latest_on)}"
            for invoice, limit in found
            if limit.is_over(self.today)
        )
        near = tuple(
            f"prescription de {invoice.number} à moins de {limit.known_warning(self.today)} jours"
            for invoice, limit in found
            if limit.known_warning(self.today) in NEAR_DAYS
        )
        told = (*over, *near)
        return replace(line, rank=replace(line.rank, reasons=(*line.rank.reasons, *told)))

    def disputes(self) -> tuple[Waiting, ...]:
        return tuple(
            self.line(
                Queue.DISPUTES,
                "dispute",
                f"{opened.ground} : {french.amount(opened.amount, self.dossier.currency)}",
                since=None,
                deadline=_plain(opened.answer_by, f"réponse attendue ({opened.owner})"),
                subject=french.many(numbers),
                owner=opened.owner,
            )
            for opened in self.dossier.disputes
            if (numbers := [one for one in opened.invoices if one in self.dossier.contested])
        )

    def promises_broken(self) -> tuple[Waiting, ...]:
        broken = self.dossier.broken_promise
        if broken is None or self.dossier.owed <= 0:
            return ()
        return (
            self.line(
                Queue.PROMISES_BROKEN,
                "promise_kept_in_part" if broken.received else "promise_broken",
                broken.because,
                since=broken.promised_on,
                subject=f"promise par {broken.made_by} le {french.day(broken.made_on)}",
            ),
        )

    def tasks(self) -> tuple[Waiting, ...]:
        opened = tuple(
            self.line(
                Queue.TASKS,
                task.task,
                f"{task.what} ({task.because})" if task.because else task.what,
                since=None,
                deadline=_plain(task.due_on, "tâche à faire"),
                subject=task.what,
                owner=task.owner,
            )
            for task in self.dossier.tasks
            if self.dossier.phase is not Phase.SETTLED and not self._calls_nobody(task)
        )
        return (*opened, *self._letters_to_write())

    def _calls_nobody(self, task: e.TaskOpened) -> bool:
        """R34: nobody calls on a paid, promised or disputed invoice, nor while a debtor waits."""
        return (
            _TIMELINES_CALL.match(task.task) is not None and self.dossier.phase is not Phase.RUNNING
        )

    def _letters_to_write(self) -> tuple[Waiting, ...]:
        """What was decided and is not yet said: in review it stands with the review itself."""
        if self.dossier.phase is Phase.REVIEW:
            return ()
        return tuple(
            self.line(
                Queue.TASKS,
                f"answer:{one.template.value}",
                f"{one.because}{f' ; à dire : {one.lacks}' if one.lacks else ''}",
                since=None,
                subject=french.ANSWERS[one.template],
            )
            for one in proposals(self.dossier, self.today)
        )

    def unsure(self) -> tuple[Waiting, ...]:
        return tuple(
            self.line(
                Queue.UNSURE,
                "letter_unsure",
                "ni preuve d'envoi ni preuve du contraire : seul un humain la renvoie",
                since=letter.sent_on,
                subject=f"{french.step(letter.step)} à {', '.join(letter.to)}",
            )
            for letter in self.dossier.letters
            if letter.state is LetterState.UNSURE
        )

    def bounced(self) -> tuple[Waiting, ...]:
        return tuple(
            self.line(
                Queue.BOUNCED,
                "bounced",
                "les lettres à cette adresse reviennent : un autre contact est à trouver",
                since=None,
                subject=email,
            )
            for email in self.dossier.bounced
        )


def _offer_ends(dossier: Dossier) -> deadlines.Deadline | None:
    """Until when the plan that we offered stands, while nobody has agreed to it."""
    offered = dossier.plan_offered
    words = offered.says.plan_offer if offered and offered.says else None
    if words is None or dossier.plan is not None:
        return None
    return _plain(words.answer_by, "offre d'échéancier")


def _plain(on: date, what: str) -> deadlines.Deadline:
    """A deadline of the house, that no article extends."""
    return deadlines.Deadline(on=on, what=what, article="", extended_to=on)


def _weight(asked: e.ReviewAsked) -> int:
    """The most protective reason is shown first, the others in their order."""
    names = [intent.value for intent in INTENT_ORDER]
    return names.index(asked.reason) if asked.reason in names else len(names)
