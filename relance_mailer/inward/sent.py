"""What a letter that was sent before or beside us says: whom it went to, for which dossier.

It serves the taking over of another program's reminders and the watched Sent folder; a sent mail
is a contact, never a reply.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from relance_mailer.dossier.events import DossierEvent, InvoiceListed, LetterSent
from relance_mailer.dossier.reference import marks_in
from relance_mailer.dossier.state import Dossier, LetterKept
from relance_mailer.dossier.values import Digest, DossierKey, InvoiceNumber, MessageId, StepKey
from relance_mailer.inward.link import Candidate, Clues
from relance_mailer.reading.parse import parse
from relance_mailer.workdays import PARIS

SUBJECT_MAX = 200

FORMAL_NOTICE = "formal_notice"
_RANK = re.compile(r"^\s*(?:reminder_)?(\d{1,2})\s*$")


@dataclass(frozen=True, kw_only=True, slots=True)
class SentMail:
    """A sent mail as far as dunning is concerned; addresses are lower-cased."""

    message_id: MessageId
    sender: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    sent_at: datetime | None
    subject: str
    text: str
    dossier: str  # the X-Dossier header, empty if none
    level: str  # the X-Reminder-Level header: a number or a level's name, empty if none
    answers: tuple[MessageId, ...]  # what it replies to


def sent_mail(raw: bytes) -> SentMail:
    """A raw sent mail read; whatever its bytes, an answer is given."""
    incoming = parse(raw)
    return SentMail(
        message_id=MessageId(incoming.message_id),
        sender=incoming.sender.address,
        to=tuple(box.address for box in incoming.to if box.address),
        cc=tuple(box.address for box in incoming.cc if box.address),
        sent_at=incoming.date,
        subject=incoming.subject,
        text=incoming.text,
        dossier=incoming.header("x-dossier").strip(),
        level=incoming.header("x-reminder-level").strip(),
        answers=tuple(MessageId(one) for one in (*incoming.in_reply_to, *incoming.references)),
    )


def clues_of_sent(mail: SentMail) -> Clues:
    """What to look up to know whose dossier a sent mail is about."""
    marks = marks_in(f"{mail.subject}\n{mail.text}")
    return Clues(
        message_ids=mail.answers,
        references=tuple(dict.fromkeys((mail.dossier.upper(), *marks.references))),
        invoices=marks.numbers,
        addresses=(*mail.to, *mail.cc),
    )


def dossier_of_sent(mail: SentMail, found: Sequence[Candidate]) -> DossierKey | None:
    """Whose dossier a sent mail is about: header, mark, thread, or the one address; no guess."""
    if mail.dossier:
        named = mail.dossier.upper()
        return next((one.key for one in found if one.key.dossier.upper() == named), None)
    hits = _hits(found)
    return hits[0].key if len(hits) == 1 else None


def contact_of_sent(mail: SentMail, found: Sequence[Candidate]) -> DossierKey | None:
    """The same for a bare contact: of one debtor's dossiers the first, since it counts for all."""
    key = dossier_of_sent(mail, found)
    if key is not None or mail.dossier:
        return key
    hits = _hits(found)
    same = len({one.debtor_id for one in hits}) == 1
    return min(one.key for one in hits) if same else None


def _hits(found: Sequence[Candidate]) -> list[Candidate]:
    """What the strongest evidence names, one or several."""
    for hits in (
        [one for one in found if one.by_reference],
        [one for one in found if one.by_message_id],
        [one for one in found if one.by_address and one.by_invoice],
        [one for one in found if one.by_address],
    ):
        if hits:
            return hits
    return []


def level_named(level: str, names: tuple[str, ...], subject: str = "") -> str | None:
    """The level that a header or a ledger names: by its name, or by its rank from 1.

    `names` are the levels of the dossier's timeline without `pre_due`, in order. A rank alone
    makes no formal notice: without the words in its subject the letter counts as the level
    before it, else a debtor would go to court without ever having had one.
    """
    if level in names or level == "pre_due":
        return level
    rank = _RANK.match(level)
    if not rank or not 1 <= int(rank[1]) <= len(names):
        return None
    ranked = names[int(rank[1]) - 1]
    if ranked != FORMAL_NOTICE or _is_formal_notice(subject):
        return ranked
    return next((name for name in reversed(names) if name != FORMAL_NOTICE), None)


def _is_formal_notice(subject: str) -> bool:
    words = " ".join(subject.lower().split())
    return "mise en demeure" in words and "avant mise en demeure" not in words


def imported(mail: SentMail, dossier: Dossier, levels: tuple[str, ...]) -> tuple[DossierEvent, ...]:
    """The events of a reminder that was sent before we came; none when it is known already.

    One that stands as a bare contact, its level unread, is taken over with its level; what was
    sent beside our own letters never brings our sequence back.
    """
    assert mail.sent_at is not None, mail
    level = level_named(mail.level, levels, mail.subject)
    ours = dossier.last_level
    beside = ours is not None and not ours.imported and not _is_before(mail.sent_at, ours)
    if level and beside and not _goes_on(dossier, level, levels):
        level = None
    if _is_known(mail, dossier, level):
        return ()
    return _of_another_program(mail, dossier, level, "envoyée avant la mise en service")


def _of_another_program(
    mail: SentMail, dossier: Dossier, level: str | None, told: str
) -> tuple[DossierEvent, ...]:
    assert mail.sent_at is not None, mail
    sent_on = mail.sent_at.astimezone(PARIS).date()
    listed = _listed(mail, dossier, sent_on)
    step = _level_step(dossier, level, listed) if level else _contact_step(mail, dossier)
    because = f"{told}, le {sent_on:%d/%m/%Y} : {mail.subject[:80]}"
    sent = LetterSent(
        because=because,
        step=step,
        message_id=mail.message_id,
        sent_at=mail.sent_at,
        to=(*mail.to, *mail.cc),
        imported=True,
        level=level,
        subject=mail.subject[:SUBJECT_MAX],
    )
    if level is None:
        return (sent,)
    named = "figure dans cette lettre"
    return (sent, *(InvoiceListed(because=named, number=one, step=step) for one in listed))


def colleagues(
    mail: SentMail, dossier: Dossier, levels: tuple[str, ...]
) -> tuple[DossierEvent, ...]:
    """The events of a mail that did not leave from here: a contact, whatever it says.

    Another program's reminder names dossier and level in its headers and counts as that level,
    unless the sequence is further already.
    """
    assert mail.sent_at is not None, mail
    level = level_named(mail.level, levels, mail.subject) if mail.dossier else None
    if level and not _goes_on(dossier, level, levels):
        level = None
    if _is_known(mail, dossier, level):
        return ()
    if level:
        return _of_another_program(mail, dossier, level, "relance d'un autre programme")
    return (
        LetterSent(
            because=f"écrit à la main par un collègue : {mail.subject[:80]}",
            step=_contact_step(mail, dossier),
            message_id=mail.message_id,
            sent_at=mail.sent_at,
            to=(*mail.to, *mail.cc),
            colleague=True,
            subject=mail.subject[:SUBJECT_MAX],
        ),
    )


def _goes_on(dossier: Dossier, level: str, levels: tuple[str, ...]) -> bool:
    """Whether the level comes after the last one sent in the running course."""
    last = dossier.last_level
    if last is None or last.level not in levels:
        return True
    return level in levels and levels.index(level) > levels.index(last.level)


def _is_before(sent_at: datetime, letter: LetterKept) -> bool:
    return letter.sent_on is not None and sent_at.astimezone(PARIS).date() < letter.sent_on


def _is_known(mail: SentMail, dossier: Dossier, level: str | None) -> bool:
    """Whether the mail stands in the dossier; as a bare contact it is not known by its level."""
    return any(
        _is_of(letter, mail) and not (level and letter.colleague and letter.level is None)
        for letter in dossier.letters
    )


def _is_of(letter: LetterKept, mail: SentMail) -> bool:
    """Whether the letter is that mail: by its Message-ID, else by day, readers and subject."""
    if mail.message_id or mail.sent_at is None:
        return letter.message_id == mail.message_id
    told = (letter.message_id, letter.sent_on, letter.to, letter.subject)
    day = mail.sent_at.astimezone(PARIS).date()
    return told == ("", day, (*mail.to, *mail.cc), mail.subject[:SUBJECT_MAX])


def _listed(mail: SentMail, dossier: Dossier, sent_on: date) -> tuple[InvoiceNumber, ...]:
    """The invoices that the letter names; when it names none, those overdue that day."""
    words = f"{mail.subject}\n{mail.text}"
    all_of_them = [kept.invoice for kept in dossier.invoices]
    named = tuple(invoice.number for invoice in all_of_them if invoice.number in words)
    return named or tuple(invoice.number for invoice in all_of_them if invoice.due_on < sent_on)


def _contact_step(mail: SentMail, dossier: Dossier) -> StepKey:
    tag = Digest(mail.message_id or f"{mail.sent_at:%Y%m%d%H%M%S}")[:40]
    return StepKey(course=dossier.course, name=f"contact:{tag}")


def _level_step(dossier: Dossier, level: str, listed: Sequence[InvoiceNumber]) -> StepKey:
    goes_on = dossier.course_runs or not listed
    course = max(1, dossier.course if goes_on else dossier.course + 1)
    taken = [
        letter.step.attempt
        for letter in dossier.letters
        if (letter.step.course, letter.step.name) == (course, level)
    ]
    return StepKey(course=course, name=level, attempt=max(taken, default=0) + 1)
