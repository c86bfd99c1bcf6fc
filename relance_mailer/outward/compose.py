"""A letter as facts: recipient, template, thread, mark, deadlines, amounts; no prose.

Composing the same step of the same dossier on the same day gives the same letter: a second attempt
to queue it is seen. What cannot be written is a value (`NoLetter`), not an error.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from relance_mailer.dossier.events import Instalment, Sort
from relance_mailer.dossier.ordered import PlanConfirmation, PlanOffer, Words
from relance_mailer.dossier.state import COUNTS_AS_SENT, Dossier
from relance_mailer.dossier.values import (
    HUMAN_ANSWERS,
    Answer,
    Contact,
    Debtor,
    Digest,
    DossierKey,
    Invoice,
    MessageId,
    StepKey,
)
from relance_mailer.law.routes import Act, court_of
from relance_mailer.law.statement import Figures
from relance_mailer.outward import english, steps
from relance_mailer.outward.addressing import (
    addressee,
    greeting_name,
    ladder_of,
    reachable,
    writer,
)
from relance_mailer.outward.answering import NoLetter, answered
from relance_mailer.outward.levels import REGISTERED, Form, Level, SenderRole, Timeline
from relance_mailer.outward.listing import (
    PRE_DUE,
    RECKONED_AT,
    ZERO,
    Line,
    announced,
    credit_line,
    credits_beside,
    demanded,
    in_all,
    is_reckoned,
    less_credits,
    line_of,
    reckoned,
    with_contested,
)
from relance_mailer.outward.past import Past, past_of, past_of_answer, thread_of
from relance_mailer.outward.saying import said
from relance_mailer.outward.timeline import LetterStep, form_of, letter_dates
from relance_mailer.words import Cause, Role
from relance_mailer.workdays import zone_of

NAMES_THE_COURT = frozenset({Act.PAYMENT_ORDER, Act.OFFICER_OR_COURT, Act.INTERIM_PAYMENT})
# An invoice goes with the first letters, unless it is proved received; with a later one when it
# never went with any (a new invoice in mid-course, a document that came late).
ENCLOSES_INVOICES = frozenset({PRE_DUE, "reminder_1"})
STATEMENT_FROM = 3  # the level from which on the statement of account goes with the letter
_SIGNING = tuple(SenderRole)  # in rising order


@dataclass(frozen=True, kw_only=True, slots=True)
class Sender:
    """Who writes: the creditor's identity and the person who signs."""

    creditor_name: str
    mailbox: str  # From and reply address: the mailbox that is read
    mentions: tuple[str, ...]  # mandatory (C. com. R123-237), one line each
    privacy: str  # one line of data-protection information
    iban: str
    bic: str
    person: str
    role: str  # as it is printed, in French
    phone: str
    sender_role: SenderRole
    role_en: str = ""  # for letters in English; empty: what such a rank is usually called
    privacy_en: str = ""
    mediator: str = ""  # the consumer mediator (C. conso L616-1): name, address, site
    seat: str = ""  # the registered office on one line, for papers


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """All facts of one letter."""

    key: DossierKey
    debtor: Debtor
    step: StepKey
    template: str
    language: str
    tone: str
    sort: Sort
    to: tuple[Contact, ...]
    cc: tuple[Contact, ...]
    sender: Sender
    message_id: MessageId
    token: str
    mark: str  # the visible reference, [BZ-2003-K7Q2M]
    composed_for: date
    reckoned_on: date
    lines: tuple[Line, ...]  # the invoices, oldest due first, then the credits
    total: Decimal  # what is left of the listed invoices, the listed credits taken off
    currency: str
    deadline_on: date | None
    next_on: date | None
    announces: Act | None
    in_reply_to: MessageId | None = None
    references: tuple[MessageId, ...] = ()
    past: Past | None = None
    instalments: tuple[Instalment, ...] = ()  # what was promised, the earliest first
    promised_amount: Decimal | None = None
    received: Decimal | None = None  # `thanks`: what was paid
    check_on: date | None = None  # the day on which an answer's effect is looked at
    interest: Decimal | None = None
    fees: Decimal | None = None
    court: str = ""  # as it is printed, with its preposition
    answers: Digest | None = None
    copy_of_posted: bool = False
    posted_on: date | None = None
    attachments: tuple[str, ...] = ()  # file names of documents
    statement: str = ""  # the file name of the statement of account that goes with it
    declare_automatic: bool = False
    dated_at: datetime | None = None  # aware; the Date header
    greeting: str = ""  # the addressee's name, empty when no person is known
    next_role: Role | None = None  # whom the next level will reach besides these readers
    next_registered: bool = False  # the announced formal notice goes by registered post
    announced_for_promise: bool = False  # `announces` is for a promise that is not kept
    asks_cause: bool = True  # the cause of lateness is not known (R13)
    says: Words | None = None  # what a human said in an answer that he ordered
    asked_sender: SenderRole | None = None  # who the level wants to sign (R5)
    asked_reader: Role | None = None  # whom the level is meant for

    @property
    def demanded(self) -> Decimal:
        """The one amount of the requirement: principal, interest and fees."""
        return self.total + (self.interest or ZERO) + (self.fees or ZERO)

    @property
    def invoice_count(self) -> int:
        """How many invoices are listed; the credits beside them are not counted."""
        return sum(not line.is_credit for line in self.lines)

    @property
    def is_level(self) -> bool:
        """Whether the letter is a level of the timeline, not an answer."""
        return not self.step.is_answer

    @property
    def tells_of_interest(self) -> bool:
        """Whether a plan says what becomes of interest and fees: they are spoken of there too."""
        plan = isinstance(self.says, PlanOffer | PlanConfirmation) and self.says
        return bool(plan and (plan.accessories or plan.waived))


def compose(
    step: LetterStep,
    dossier: Dossier,
    *,
    timeline: Timeline,
    today: date,
    senders: Mapping[SenderRole, Sender],
    token: str,
    mark: str,
    message_id: MessageId,
    language_fallback: Mapping[str, str] | None = None,
    declare_automatic: bool = False,
    written_at: datetime | None = None,
    documents: Collection[str] = (),
    figures: Figures | None = None,
) -> Letter | NoLetter:
    """The letter of a step on that day, or why none can be written.

    `documents` are the file names at hand, `figures` dated payments and rates. Raises
    `UnknownSemester` where interest is claimed and no rate is recorded.
    """
    debtor = dossier.debtor
    assert debtor is not None, dossier.key
    level = step.level or (timeline.level(step.ordered.template) if step.ordered else None)
    sender = signer(senders, level.sender if level else SenderRole.AR_CLERK)
    contacts = reachable(dossier, today, sender.mailbox)
    to = _reader(step, level, dossier, contacts, today, sender.mailbox)
    if to is None:
        return NoLetter(
            reason="no_recipient",
            because="aucune adresse utilisable : toutes sont inconnues, rejetées ou absentes",
        )
    language = (language_fallback or {}).get(debtor.language, debtor.language)
    blank = Letter(
        key=dossier.key,
        debtor=debtor,
        step=step.key,
        template=level.template if level else _template(step),
        language=language,
        tone=level.tone if level else "answer",
        sort=Sort.ANSWER if step.key.is_answer else Sort.UNSOLICITED,
        to=(to,),
        cc=(),
        sender=_speaking(sender, language),
        message_id=message_id,
        token=token,
        mark=mark,
        composed_for=today,
        reckoned_on=today,
        lines=(),
        total=ZERO,
        currency=dossier.currency,
        deadline_on=None,
        next_on=None,
        announces=None,
        declare_automatic=declare_automatic,
        dated_at=written_at,
        greeting=english.greeting(greeting_name(to)) if language == "en" else greeting_name(to),
        asks_cause=dossier.cause in {None, Cause.UNKNOWN},
        asked_sender=level.sender if level else None,
        asked_reader=level.recipient if level else None,
    )
    blank = _in_thread(blank, dossier, step)
    if level is None:
        return _answer(blank, step, dossier, timeline, documents)
    return _level(blank, level, dossier, timeline, contacts, documents, figures or Figures())


def signer(senders: Mapping[SenderRole, Sender], asked: SenderRole) -> Sender:
    """Who signs: the asked role, else the next lower one, else the lowest there is."""
    lower = [role for role in _SIGNING[: _SIGNING.index(asked) + 1] if role in senders]
    return senders[lower[-1] if lower else min(senders, key=_SIGNING.index)]


def _speaking(sender: Sender, language: str) -> Sender:
    """The sender as a letter in that language names him."""
    if language != "en":
        return sender
    return replace(
        sender,
        role=sender.role_en or english.role(sender.sender_role.value),
        privacy=sender.privacy_en or english.privacy(sender.mailbox),
    )


def _court(letter: Letter) -> str:
    if letter.language == "en":
        return english.court(letter.debtor)
    return court_of(letter.debtor).printed


def _template(step: LetterStep) -> str:
    return step.ordered.template if step.ordered else step.key.template


def _reader(
    step: LetterStep,
    level: Level | None,
    dossier: Dossier,
    contacts: tuple[Contact, ...],
    today: date,
    ours: str,
) -> Contact | None:
    if level is not None:
        return addressee(contacts, level.recipient)
    owed = step.answer
    person = writer(dossier, owed.sender, today, ours) if owed else None
    return person or addressee(contacts, Role.USUAL)


def _in_thread(letter: Letter, dossier: Dossier, step: LetterStep) -> Letter:
    chain = thread_of(dossier, letter.step.course, step.answer)
    return replace(letter, in_reply_to=chain[-1] if chain else None, references=chain)


def _level(
    letter: Letter,
    level: Level,
    dossier: Dossier,
    timeline: Timeline,
    contacts: tuple[Contact, ...],
    documents: Collection[str],
    figures: Figures,
) -> Letter | NoLetter:
    today = letter.composed_for
    posted_on = steps.posted_on(dossier, letter.step)
    if level.form is not Form.MAIL and posted_on is None:
        return NoLetter(
            reason="not_posted", because="l'envoi recommandé de l'original n'est pas enregistré"
        )
    before_due = level.template == PRE_DUE
    if before_due:
        invoices = announced(dossier, today, level.offset_days)
    else:
        invoices = demanded(dossier, level.template, today)
    if not invoices:
        return NoLetter(reason="nothing_to_demand", because="aucune facture à demander ce jour")
    if less_credits(invoices, dossier) <= ZERO:
        because = "les avoirs ouverts couvrent ce que cette lettre demanderait"
        return NoLetter(reason="nothing_to_demand", because=because)
    deadline_on, next_on = letter_dates(
        level,
        posted_on or today,
        timeline,
        zone_of(letter.debtor.postcode),
    )
    usual = addressee(contacts, Role.USUAL) if level.cc_usual else None
    # The copy of a posted letter has the figures of the paper, reckoned on the day it was posted.
    letter = replace(letter, reckoned_on=posted_on or today)
    letter = replace(
        _listing(letter, invoices, dossier, figures),
        cc=(usual,) if usual and usual not in letter.to else (),
        deadline_on=deadline_on,
        next_on=next_on,
        announces=level.announces,
        past=None if before_due else past_of(dossier, letter.to[0]),
        court=_court(letter) if level.announces in NAMES_THE_COURT else "",
        copy_of_posted=level.form is not Form.MAIL,
        posted_on=posted_on,
    )
    if _has_statement(level, timeline):
        letter = replace(letter, statement=statement_name(letter.reckoned_on, letter.language))
    names = (line.document for line in letter.lines if line.received_on is None)
    kept = tuple(name for name in names if name and name in documents)
    if level.template not in ENCLOSES_INVOICES:
        kept = tuple(name for name in kept if name not in _enclosed_before(dossier))
    letter = replace(letter, attachments=kept)
    return _with_next(letter, level, dossier, timeline, contacts)


def _enclosed_before(dossier: Dossier) -> frozenset[str]:
    """The documents that went with a letter that counts as sent."""
    sent = (letter for letter in dossier.letters if letter.state in COUNTS_AS_SENT)
    return frozenset(name for letter in sent for name in letter.enclosed)


def _has_statement(level: Level, timeline: Timeline) -> bool:
    """The statement of account goes with the third level and with all that come after it."""
    names = [one.name for one in timeline.dunning]
    third = level.name in names and names.index(level.name) >= STATEMENT_FROM - 1
    return third or level.template in RECKONED_AT


def statement_name(on: date, language: str) -> str:
    """The file name of a statement of account."""
    word = "statement-of-account" if language == "en" else "releve-de-compte"
    return f"{word}-{on.isoformat()}.pdf"


def _listing(
    letter: Letter,
    invoices: tuple[Invoice, ...],
    dossier: Dossier,
    figures: Figures,
) -> Letter:
    today = letter.reckoned_on
    if letter.is_level and is_reckoned(letter.template, letter.debtor.segment):
        lines = reckoned(invoices, dossier, today, figures)
    else:
        lines = tuple(line_of(invoice, today) for invoice in invoices)
    if letter.is_level:
        lines = tuple(with_contested(line, dossier) for line in lines)
    credits = dossier.open_credits if letter.is_level else credits_beside(invoices, dossier)
    lines = (*lines, *(credit_line(credit) for credit in credits))
    return replace(
        letter,
        lines=lines,
        total=sum((line.left for line in lines), ZERO),
        interest=in_all(line.interest for line in lines),
        fees=in_all(line.fee for line in lines),
    )


def _with_next(
    letter: Letter,
    level: Level,
    dossier: Dossier,
    timeline: Timeline,
    contacts: tuple[Contact, ...],
) -> Letter:
    """What is known of the level that is announced: its form, and whom it will reach (R3)."""
    names = [known.name for known in timeline.levels]
    rest = timeline.levels[names.index(level.name) + 1 :] if level.name in names else ()
    if not rest:
        # Nothing is configured after this level: a human decides, no contact is promised (R3).
        announces = None if letter.announces is Act.FOLLOW_UP else letter.announces
        return replace(letter, announces=announces)
    following = rest[0]
    reader = addressee(contacts, following.recipient)
    known = reader is not None and reader.role in ladder_of(following.recipient)
    newcomer = reader if known and reader not in letter.to + letter.cc else None
    return replace(
        letter,
        next_role=newcomer.role if newcomer else None,
        next_registered=form_of(following, dossier, timeline, letter.composed_for) in REGISTERED,
    )


def _answer(
    letter: Letter,
    step: LetterStep,
    dossier: Dossier,
    timeline: Timeline,
    documents: Collection[str],
) -> Letter | NoLetter:
    try:
        answer = Answer(letter.template)
    except ValueError:
        return NoLetter(reason="unknown_template", because=f"modèle inconnu : {letter.template}")
    owed, today = step.answer, letter.composed_for
    if answer in HUMAN_ANSWERS:
        says = step.ordered.says if step.ordered else None
        facts = said(letter.template, says, dossier, today=today, documents=documents)
    else:
        facts = answered(answer, owed, dossier, timeline=timeline, today=today, documents=documents)
    if isinstance(facts, NoLetter):
        return facts
    return replace(
        _listing(letter, facts.invoices, dossier, Figures()),
        answers=owed.message if owed else None,
        past=past_of_answer(owed, dossier, letter.to[0]) if owed else None,
        check_on=facts.check_on,
        attachments=facts.attachments,
        instalments=facts.instalments,
        promised_amount=facts.promised_amount,
        received=facts.received,
        announces=Act.FORMAL_NOTICE if facts.announces_notice else None,
        announced_for_promise=facts.announces_notice,
        next_registered=facts.notice_registered,
        says=facts.says,
    )
