"""A letter of ours that the journal does not know: which step it stood for, and its events.

A database that was brought back, or rolled back with its disk, knows nothing of what left since.
The letters themselves do: their Message-ID carries a token that only our key makes of dossier and
step (`dossier/reference`). A token that fits is proof that we wrote the letter, for that step; its
copy in our mailbox, that it left. One that fits no step is no evidence of any.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from relance_mailer.dossier import events as e
from relance_mailer.dossier.reference import fits, marks_in, sign, token_in
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import (
    Answer,
    CreditorId,
    Digest,
    DossierId,
    DossierKey,
    Invoice,
    StepKey,
)
from relance_mailer.inward.sent import SUBJECT_MAX, SentMail
from relance_mailer.workdays import PARIS

_PLACE = re.compile(r"^<?relance\.[a-z0-9]{16}\.(\d{1,6})-(\d{1,6})@", re.IGNORECASE)
WORDS_MAX = 20_000
TWINS_MAX = 3
"""An order of the same answer to the same message more than so often is not looked for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Printed:
    """What a level printed on the day it left: its dates and what it announced."""

    deadline_on: date | None = None
    next_on: date | None = None
    announces: str = ""
    template: str = ""


def named_by_mark(
    message_id: str, words: str, secret: bytes, creditor: CreditorId
) -> DossierKey | None:
    """The dossier whose signed mark stands in the words of a letter with our own Message-ID."""
    token = token_in(message_id)
    if token is None:
        return None
    for mark in marks_in(words[:WORDS_MAX]).signed:
        key = DossierKey(creditor=creditor, dossier=DossierId(mark.dossier))
        if fits(secret, key, mark.five) and fits(secret, key, token[: len(mark.five)]):
            return key
    return None


def step_signed(
    message_id: str, level: str, secret: bytes, key: DossierKey, digests: Iterable[Digest]
) -> StepKey | None:
    """The step of that dossier for which the letter's token was made, None when none fits.

    `level` is what the letter's own header names. Where it is empty the letter is an answer: to one
    of the messages of `digests`, or one that a human ordered without a message.
    """
    token, place = token_in(message_id), _PLACE.match(message_id)
    if token is None or place is None:
        return None
    for name in _names(level, digests):
        step = StepKey(course=int(place[1]), name=name, attempt=int(place[2]))
        if sign(secret, key, step) == token:
            return step
    return None


def _names(level: str, digests: Iterable[Digest]) -> Iterator[str]:
    if level:
        yield level
        return
    for message in (*digests, Digest("ordered")):
        for answer in Answer:
            name = f"answer:{answer.value}:{message[:16]}"
            yield name
            yield from (f"{name}:{twin}" for twin in range(2, TWINS_MAX + 1))


def known_again(
    mail: SentMail,
    dossier: Dossier,
    step: StepKey,
    *,
    copy: Digest,
    left_at: datetime,
    printed: Printed,
) -> tuple[e.LetterQueued, e.LetterLeaving, e.LetterSent]:
    """What the journal would hold of a letter that left: composed, leaving, sent.

    Its invoices are those that its text names, its amount what was left of them.
    """
    because = (
        f"reconnue à son identifiant signé : partie le {left_at.astimezone(PARIS):%d/%m/%Y}, "
        "après l'état que cette base a retrouvé"
    )
    listed = _listed(mail, dossier)
    queued = e.LetterQueued(
        because=because,
        step=step,
        template=printed.template or step.template,
        sort=e.Sort.ANSWER if step.is_answer else e.Sort.UNSOLICITED,
        message_id=mail.message_id,
        token=token_in(mail.message_id) or "",
        to=mail.to,
        cc=mail.cc,
        subject=mail.subject[:SUBJECT_MAX],
        amount=sum((invoice.left for invoice in listed), dossier.owed - dossier.owed),
        invoices=tuple(invoice.number for invoice in listed),
        composed_for=left_at.astimezone(PARIS).date(),
        mime=copy,
        deadline_on=printed.deadline_on,
        next_on=printed.next_on,
        announces=printed.announces,
        answers=_answered(step, dossier),
    )
    leaving = e.LetterLeaving(because=because, step=step)
    sent = e.LetterSent(
        because=because,
        step=step,
        message_id=mail.message_id,
        sent_at=left_at,
        to=(*mail.to, *mail.cc),
        reply="preuve : copie retrouvée dans la boîte",
        subject=mail.subject[:SUBJECT_MAX],
        mime=copy,
    )
    return queued, leaving, sent


def _listed(mail: SentMail, dossier: Dossier) -> tuple[Invoice, ...]:
    words = f"{mail.subject}\n{mail.text}"
    invoices = [kept.invoice for kept in dossier.invoices]
    return tuple(invoice for invoice in invoices if _stands_in(words, invoice.number))


def _stands_in(words: str, number: str) -> bool:
    """FA-10 names no FA-1."""
    return re.search(rf"(?<![\w-]){re.escape(number)}(?![\w-])", words) is not None


def _answered(step: StepKey, dossier: Dossier) -> Digest | None:
    if not step.is_answer:
        return None
    tag = step.name.split(":")[2]
    return next((message for message in dossier.messages if message.startswith(tag)), None)
