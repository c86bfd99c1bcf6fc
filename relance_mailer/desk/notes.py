"""What colleagues write down and share out: notes, calls, causes, tasks, claims, objections.

No note, no contact (R9): a call is journaled with who, function, telephone, what was said and the
next date, or it is refused with what is missing. A contact that the dossier knows by name brings
his function and telephone himself.
"""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from relance_mailer.desk import french
from relance_mailer.desk.decisions import (
    Call,
    Claim,
    Entrust,
    FinishTask,
    Note,
    ObjectToLevel,
    RecordCause,
    Release,
)
from relance_mailer.desk.possible import (
    Decision,
    Impossible,
    cause_is_missing,
    cause_told,
    done,
    not_from,
)
from relance_mailer.dossier import events as e
from relance_mailer.dossier.disputes import DISPUTE
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Contact
from relance_mailer.workdays import add_business_days

CLAIM_BUSINESS_DAYS = 5
"""How long a claim lasts when nobody says."""
CLAIM_BUSINESS_DAYS_MAX = 20
"""As long as all holds of a level: a dossier is not forgotten under a name."""
CALL, NEXT = "call:", "next:"

Noted = Note | Call | RecordCause | FinishTask | Claim | Release | Entrust | ObjectToLevel


def noted(verdict: Noted, dossier: Dossier, today: date) -> Decision:
    """What follows from something written down or shared out."""
    by, because = verdict.by, verdict.because
    match verdict:
        case Note():
            if not verdict.text.strip():
                return Impossible(because="la note est vide")
            return (e.NoteWritten(by=by, because=because, text=verdict.text),)
        case Call():
            return _called(verdict, dossier, today)
        case RecordCause():
            return (e.CauseRecorded(because=because, by=by, cause=verdict.cause),)
        case FinishTask():
            return _finished(verdict, dossier)
        case Claim():
            return _claimed(verdict, dossier, today)
        case Release():
            if dossier.claimed_by is None:
                return Impossible(because="personne n'a pris ce dossier en charge")
            return (e.DossierReleased(by=by, because=because),)
        case Entrust():
            return _entrusted(verdict, dossier)
        case ObjectToLevel():
            return _objected(verdict, dossier, today)
        case _:
            assert_never(verdict)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Person:
    role: str
    phone: str


def _called(verdict: Call, dossier: Dossier, today: date) -> Decision:
    if verdict.on > today:
        return Impossible(because=f"l'appel du {french.day(verdict.on)} est à venir")
    person = _person(verdict, dossier)
    if missing := _missing(verdict, person):
        return Impossible(
            because=f"la note de l'appel est incomplète (R9), il manque : {french.many(missing)}"
        )
    if verdict.next_on is not None and verdict.next_on <= verdict.on:
        return Impossible(because=f"la suite, le {french.day(verdict.next_on)}, n'est pas à venir")
    asked = [task.task for task in dossier.tasks if task.task.startswith((CALL, NEXT))]
    unasked = cause_is_missing(
        verdict.cause, dossier, "clore l'appel demandé", is_exchange=bool(asked)
    )
    if unasked:
        return unasked
    logged = e.CallLogged(
        by=verdict.by,
        because=verdict.because,
        on=verdict.on,
        with_whom=verdict.with_whom,
        said=verdict.said,
        unsolicited=verdict.unsolicited,
        role=person.role,
        phone=person.phone,
        next_on=verdict.next_on,
        meeting=verdict.meeting,
        note=verdict.note,
    )
    known = cause_told(verdict.cause, dossier, verdict)
    closed = done(dossier, asked, verdict)
    return (logged, *known, *closed, *_next(verdict, dossier))


def _person(verdict: Call, dossier: Dossier) -> _Person:
    """Function and telephone as told, else as the dossier knows whoever bears that name."""
    words = verdict.with_whom.strip().casefold()
    known = [one for one in dossier.contacts if words and words in (one.name.casefold(), one.email)]
    contact = known[0] if known else Contact(email="")
    role = french.ROLES[contact.role] if known else ""
    return _Person(
        role=verdict.role.strip() or contact.title or role,
        phone=verdict.phone.strip() or contact.phone,
    )


def _missing(verdict: Call, person: _Person) -> list[str]:
    needed = (
        ("à qui l'on a parlé (--with)", verdict.with_whom.strip()),
        ("sa fonction (--role)", person.role),
        ("son numéro (--phone)", person.phone or verdict.meeting),
        ("ce qui a été dit (--said)", verdict.said.strip()),
        ("la date de la suite (--next)", verdict.next_on or verdict.settles),
    )
    return [word for word, given in needed if not given]


def _next(verdict: Call, dossier: Dossier) -> tuple[e.TaskOpened, ...]:
    """R10: what was agreed to be the next act comes up on its day, with whoever called."""
    if verdict.next_on is None or verdict.settles or dossier.owed <= 0:
        return ()
    sort = "du rendez-vous" if verdict.meeting else "de l'appel"
    what = f"Suite {sort} du {french.day(verdict.on)} avec {verdict.with_whom}"
    return (
        e.TaskOpened(
            because=verdict.said[:160],
            task=f"{NEXT}{verdict.next_on}",
            what=what,
            due_on=verdict.next_on,
            owner=verdict.by,
        ),
    )


def _finished(verdict: FinishTask, dossier: Dossier) -> Decision:
    if all(task.task != verdict.task for task in dossier.tasks):
        known = french.many([task.task for task in dossier.tasks]) or "aucune"
        return Impossible(because=f"pas de tâche « {verdict.task} » (ouvertes : {known})")
    is_call = verdict.task.startswith(CALL)
    unasked = cause_is_missing(verdict.cause, dossier, "clore l'appel demandé", is_exchange=is_call)
    if unasked:
        return unasked
    finished = e.TaskDone(by=verdict.by, because=verdict.because, task=verdict.task)
    return (*cause_told(verdict.cause, dossier, verdict), finished)


def _claimed(verdict: Claim, dossier: Dossier, today: date) -> Decision:
    """One at a time; whoever has it may prolong it."""
    other = dossier.claimed_on(today)
    if other and other != verdict.by:
        return Impossible(because=f"le dossier est pris en charge par {other}")
    until = verdict.until or add_business_days(today, CLAIM_BUSINESS_DAYS)
    last = add_business_days(today, CLAIM_BUSINESS_DAYS_MAX)
    if not today <= until <= last:
        return Impossible(
            because=f"une prise en charge finit entre aujourd'hui et le {french.day(last)}"
        )
    return (e.DossierClaimed(by=verdict.by, because=verdict.because, until=until),)


def _entrusted(verdict: Entrust, dossier: Dossier) -> Decision:
    known = {task.task for task in dossier.tasks} | ({DISPUTE} if dossier.disputes else set())
    if verdict.task not in known:
        told = french.many(sorted(known)) or "rien"
        return Impossible(because=f"« {verdict.task} » : rien à confier sous ce nom ({told})")
    if not verdict.owner.strip():
        return Impossible(because="il faut dire à qui")
    given = e.TaskEntrusted(
        by=verdict.by, because=verdict.because, task=verdict.task, owner=verdict.owner.strip()
    )
    return (given,)


def _objected(verdict: ObjectToLevel, dossier: Dossier, today: date) -> Decision:
    """An objection moves a dossier that runs; a human has the word in the others already."""
    if dossier.phase not in (Phase.RUNNING, Phase.HELD):
        return not_from(dossier, "s'opposer à une relance")
    if verdict.until is not None and verdict.until <= today:
        return Impossible(because=f"le {french.day(verdict.until)} n'est pas à venir")
    by, because = verdict.by, verdict.because
    objected = e.ManagerObjected(by=by, because=because, level=verdict.level)
    if verdict.until is None:
        why = f"opposition de {by} à « {french.template(verdict.level)} » : {because}"
        return (objected, e.ReviewAsked(because=why, reason="manager_objects"))
    held = e.Held(because=because, by=by, until=verdict.until, reason="manager_objects")
    return (objected, held)
