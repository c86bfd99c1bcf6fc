"""What lies beside the telephone: whom to call, what was said last, what to ask, what to offer.

The sheet is made anew from the journal each time: nobody calls on what is paid, promised, planned
or contested (R34), nor twice a day (P5). It keeps the roles (R15): situation, requirement, proposal
(R16), a dated commitment of a person (R17), the cause of lateness (R13).
"""

from dataclasses import dataclass
from datetime import date

from relance_mailer.desk import french
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import COUNTS_AS_SENT, Dossier
from relance_mailer.dossier.values import Contact, DossierKey
from relance_mailer.words import Cause, Role, Segment
from relance_mailer.workdays import PARIS

SAID_MAX = 300
_RISING = tuple(Role)


@dataclass(frozen=True, kw_only=True, slots=True)
class ToCall:
    """Somebody at the debtor's with a number."""

    name: str
    role: str
    phone: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CallSheet:
    """A call sheet; `why_not` says why this debtor is not to be called today, all reasons."""

    key: DossierKey
    debtor: str
    why_not: tuple[str, ...]
    who: tuple[ToCall, ...]  # the one to ask for first
    without_number: tuple[str, ...]  # known by name, no telephone
    last_said: str
    situation: tuple[str, ...]
    requirement: str
    proposal: tuple[str, ...]
    cause: str  # the cause that is known, empty: to be asked
    task: str = ""  # the task that the call fulfils


def call_sheet(
    dossier: Dossier, today: date, *, next_step: str = "", next_on: date | None = None
) -> CallSheet:
    """The sheet of a dossier on that day; `next_step` comes on `next_on` if nothing happens."""
    name = dossier.debtor.name if dossier.debtor else dossier.key.dossier
    with_number = [one for one in dossier.contacts if one.phone]
    cause = dossier.cause
    return CallSheet(
        key=dossier.key,
        debtor=name,
        why_not=tuple(_why_not(dossier, today)),
        who=tuple(_to_call(one) for one in _in_order(with_number, dossier)),
        without_number=tuple(one.name for one in dossier.contacts if one.name and not one.phone),
        last_said=_last_said(dossier),
        situation=tuple(_situation(dossier, today)),
        requirement=_requirement(dossier, today),
        proposal=tuple(_proposal(dossier, next_step, next_on)),
        cause="" if cause in (None, Cause.UNKNOWN) else french.CAUSES[cause],
        task=next(
            (one.task for one in dossier.tasks if one.task.startswith(("call:", "next:"))), ""
        ),
    )


def _why_not(dossier: Dossier, today: date) -> list[str]:
    found = []
    if dossier.phase is Phase.LEGAL:
        found.append("dossier au contentieux : plus aucun contact amiable")
    if dossier.barred_by is not None:
        found.append(f"après « {french.INTENTS[dossier.barred_by]} », aucun contact (P1)")
    if dossier.phase is Phase.REVIEW:
        found.append("dossier à examiner : décidez d'abord")
    if not dossier.overdue(today):
        found.append("rien d'échu qui ne soit contesté")
    if dossier.promise is not None:
        found.append(f"une promesse court jusqu'au {french.day(dossier.promise.until)}")
    elif dossier.phase is Phase.HELD and dossier.hold_until:
        found.append(f"suspendu jusqu'au {french.day(dossier.hold_until)}")
    if dossier.plan is not None:
        found.append("un échéancier est en cours")
    if (today, e.Sort.UNSOLICITED) in dossier.contact_days:
        found.append("déjà contacté aujourd'hui (P5)")
    if who := dossier.claimed_on(today):
        found.append(f"{who} s'en occupe")
    return found


def _in_order(contacts: list[Contact], dossier: Dossier) -> list[Contact]:
    """From the third reminder on the highest first (R5); before, whoever knows the invoice."""
    last = dossier.last_level
    rising = last is not None and last.level in {"reminder_2", "reminder_3", "formal_notice"}
    return sorted(contacts, key=lambda one: _RISING.index(one.role), reverse=rising)


def _to_call(contact: Contact) -> ToCall:
    return ToCall(
        name=contact.name or contact.email or "standard",
        role=contact.title or french.ROLES[contact.role],
        phone=contact.phone,
    )


def _last_said(dossier: Dossier) -> str:
    """The latest word of the debtor, by mail or on the telephone."""
    told = []
    if dossier.calls:
        call = dossier.calls[-1]
        told.append((call.on, f"au téléphone, {call.with_whom} : « {_short(call.said)} »"))
    mail = dossier.last_message
    if mail is not None and mail.reply_text.strip():
        on = mail.sent_at.astimezone(PARIS).date()
        told.append((on, f"par courriel, {mail.sender} : « {_short(mail.reply_text)} »"))
    if not told:
        return "rien : aucune réponse à ce jour"
    on, words = max(told)
    return f"le {french.day(on)}, {words}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= SAID_MAX else flat[:SAID_MAX].rsplit(" ", 1)[0] + "…"


def _situation(dossier: Dossier, today: date) -> list[str]:
    lines = []
    for one in dossier.overdue(today):
        late = (today - one.due_on).days
        left = french.amount(one.left, one.currency)
        due = french.day(one.due_on)
        lines.append(f"{one.number}, échue le {due} ({late} jours) : reste {left}")
    lines.extend(
        f"{french.template(letter.level)} du {french.day(letter.sent_on)}"
        for letter in dossier.course_letters
        if letter.state in COUNTS_AS_SENT and letter.level and letter.sent_on
    )
    if dossier.broken_promise is not None:
        broken = dossier.broken_promise
        lines.append(
            f"promesse du {french.day(broken.made_on)} pour le "
            f"{french.day(broken.promised_on)}, non tenue"
        )
    if dossier.disputes:
        contested = french.many([number for one in dossier.disputes for number in one.invoices])
        lines.append(f"contesté, ne pas réclamer : {contested}")
    return lines


def _requirement(dossier: Dossier, today: date) -> str:
    overdue = dossier.overdue(today)
    if not overdue:
        return ""
    total = french.amount(sum((one.left for one in overdue), start=overdue[0].left * 0))
    since = french.day(overdue[0].due_on)
    return (
        f"{total} étaient dus le {since}. Qui valide ce paiement, combien, par quel moyen, "
        "quel jour ?"
    )


def _proposal(dossier: Dossier, next_step: str, next_on: date | None) -> list[str]:
    lines = ["une date ferme, confirmée par écrit le jour même (R20)"]
    segment = dossier.debtor.segment if dossier.debtor else None
    tight = dossier.cause is Cause.CASH_TROUBLE or dossier.distress is not None
    if tight or segment in {Segment.SOLE_TRADER, Segment.CONSUMER}:
        lines.append("un échéancier daté, s'il reconnaît la dette (R25)")
    if dossier.cause is Cause.NO_INVOICE:
        lines.append("le duplicata maintenant, contre une date de règlement (R16)")
    if next_step and next_on:
        step = french.template(next_step)
        told = ", comme annoncé" if dossier.last_level is not None else ""
        lines.append(f"sans date ferme : {step} le {french.day(next_on)}{told}")
    return lines
