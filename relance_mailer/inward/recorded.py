"""What is recorded of a message on its dossier, whatever the phase: facts and tasks."""

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier, LetterKept
from relance_mailer.dossier.values import MessageId, own_domain
from relance_mailer.inward.arrival import Arrival
from relance_mailer.inward.link import Linked
from relance_mailer.inward.outcome import Judged, quoted
from relance_mailer.inward.own_copies import failed_addresses
from relance_mailer.reading.message import Reading
from relance_mailer.words import Cause, Intent, Kind, Outcome, Permanence
from relance_mailer.workdays import business_day_after

WORDS_MAX = 500
RECIPIENTS_MAX = 10

_CAUSES: dict[Intent, Cause] = {
    Intent.HOSTILE: Cause.BAD_WILL,
    Intent.REFUSAL: Cause.BAD_WILL,
    Intent.INSOLVENCY: Cause.CASH_TROUBLE,
    Intent.DISPUTE: Cause.DISPUTE,
    Intent.DISTRESS: Cause.CASH_TROUBLE,
    Intent.PLAN_REQUEST: Cause.CASH_TROUBLE,
    Intent.INVOICE_REQUEST: Cause.NO_INVOICE,
}


def message_read(arrival: Arrival, judged: Judged) -> e.MessageRead:
    """What the message said, with the words that decided and the link's evidence."""
    reading, link = arrival.reading, arrival.link
    return e.MessageRead(
        because=judged.because,
        message=arrival.message,
        message_id=MessageId(arrival.incoming.message_id),
        sender=arrival.incoming.sender.address,
        subject=arrival.incoming.subject,
        sent_at=arrival.sent_at,
        kind=reading.kind,
        outcome=judged.outcome,
        intents=reading.intents,
        spans=tuple(finding.span for finding in reading.findings),
        reply_text=reading.reply_text,
        promise_dates=reading.promise_dates,
        promised_amount=reading.promised_amount,
        invoices=arrival.invoices,
        redirect_to=reading.redirect_to,
        returns_on=reading.returns_on,
        bounce_permanence=reading.bounce_permanence,
        evidence=link.evidence if isinstance(link, Linked) else (link.why,),
        doubts=reading.doubts,
        moves_nothing=arrival.moves_nothing,
    )


def facts(arrival: Arrival, judged: Judged, dossier: Dossier) -> tuple[e.DossierEvent, ...]:
    """What is recorded whatever the phase; a stranger's or a forged word records nothing.

    An officer who announces the insolvency is the one stranger who is believed.
    """
    if arrival.reading.kind is Kind.BOUNCE:
        return _bounces(arrival, judged, dossier)
    if not arrival.trusted and judged.outcome is not Outcome.LEGAL:
        return ()
    return (
        *_cause(arrival, judged, dossier),
        *_distress(arrival, judged),
        *_insolvency(arrival, judged),
        *_plan(arrival, judged),
        *_absence(arrival, judged),
        *_new_contact(arrival, judged, dossier),
    )


def _cause(arrival: Arrival, judged: Judged, dossier: Dossier) -> tuple[e.DossierEvent, ...]:
    """Why the debtor is late (R13): the first intent that tells, unless it is known already."""
    cause = next((_CAUSES[i] for i in arrival.reading.intents if i in _CAUSES), None)
    if cause is None or cause is dossier.cause:
        return ()
    return (e.CauseRecorded(because=judged.because, cause=cause),)


def _distress(arrival: Arrival, judged: Judged) -> tuple[e.DossierEvent, ...]:
    if Intent.DISTRESS not in arrival.reading.intents:
        return ()
    words = quoted(arrival.reading, Intent.DISTRESS) or arrival.reading.reply_text[:WORDS_MAX]
    seen = e.DistressSeen(because=judged.because, message=arrival.message, words=words)
    return (seen, _task(arrival, judged, "check_bodacc", "Vérifier au BODACC : R14"))


def _insolvency(arrival: Arrival, judged: Judged) -> tuple[e.DossierEvent, ...]:
    if Intent.INSOLVENCY not in arrival.reading.intents:
        return ()
    what = (
        "Vérifier au BODACC la date de publication du jugement et déclarer la créance "
        "dans le délai (C. com. L622-24)"
    )
    return (_task(arrival, judged, "declare_claim", what),)


def _plan(arrival: Arrival, judged: Judged) -> tuple[e.DossierEvent, ...]:
    reading = arrival.reading
    if Intent.PLAN_REQUEST not in reading.intents:
        return ()
    return (
        e.PlanProposed(
            because=judged.because,
            message=arrival.message,
            words=quoted(reading, Intent.PLAN_REQUEST) or reading.reply_text[:WORDS_MAX],
            instalments=tuple(e.Instalment(due_on=day) for day in reading.promise_dates),
        ),
    )


def _absence(arrival: Arrival, judged: Judged) -> tuple[e.DossierEvent, ...]:
    """The writer is away until his return, or his address is dead."""
    reading, sender = arrival.reading, arrival.incoming.sender.address
    gone = {"address_dead", "person_gone"} & set(reading.doubts)
    if not sender or not (gone or reading.returns_on):
        return ()
    until = None if gone else reading.returns_on
    message = arrival.message
    return (e.ContactAbsent(because=judged.because, email=sender, until=until, message=message),)


def _new_contact(arrival: Arrival, judged: Judged, dossier: Dossier) -> tuple[e.DossierEvent, ...]:
    """An address to write to from now on; taken over where contract §2 `redirect` lets it be."""
    email = (arrival.reading.redirect_to or "").lower()
    sender = arrival.incoming.sender.address
    if not email or judged.outcome is Outcome.LEGAL or not _may_redirect(arrival, dossier):
        return ()
    known = {contact.email for contact in dossier.contacts}
    taken_over = _is_known(email, dossier) and judged.outcome is not Outcome.REVIEW
    proposed = e.ContactProposed(
        because=judged.because,
        email=email,
        name="",
        message=arrival.message,
        taken_over=taken_over,
        replaces=sender if sender in known and sender != email else "",
    )
    if taken_over or judged.outcome is Outcome.REVIEW:
        return (proposed,)
    what = f"Confirmer le nouvel interlocuteur {email} avant la prochaine lettre"
    return (proposed, _task(arrival, judged, "confirm_contact", what))


def _may_redirect(arrival: Arrival, dossier: Dossier) -> bool:
    """A person, or the automaton of a known address that announces no return (no stand-in)."""
    reading = arrival.reading
    if reading.kind is Kind.AUTO_REPLY:
        return reading.returns_on is None and _is_known(arrival.incoming.sender.address, dossier)
    return reading.kind is Kind.HUMAN


def _is_known(address: str, dossier: Dossier) -> bool:
    """Whether a letter went there, it is a contact, or it is on the debtor's own domain."""
    domain = own_domain(address)
    return address in dossier.known_addresses or (
        domain is not None and domain in _domains(dossier)
    )


def _domains(dossier: Dossier) -> frozenset[str]:
    named = (own_domain(address) for address in dossier.known_addresses)
    return frozenset(domain for domain in named if domain)


def _task(arrival: Arrival, judged: Judged, task: str, what: str) -> e.TaskOpened:
    due_on = business_day_after(arrival.today)
    return e.TaskOpened(because=judged.because, task=task, what=what, due_on=due_on)


def _bounces(arrival: Arrival, judged: Judged, dossier: Dossier) -> tuple[e.DossierEvent, ...]:
    """The addresses that failed, and the letter that came back when the report names it.

    A mere delay says nothing of the address. The letter is given back once, and only when the
    address to which it was written is the one that failed: a dead copy leaves it delivered.
    """
    reading = arrival.reading
    if judged.outcome is Outcome.CONTINUE or not arrival.trusted:
        return ()
    named = set(arrival.incoming.original_message_ids) | set(arrival.incoming.in_reply_to)
    returned = [kept for kept in dossier.letters if kept.message_id in named]
    # One mail may stand as a contact first, then taken over with its level: the level counts.
    letter = max(returned, key=lambda kept: kept.level is not None, default=None)
    failed = _failed(arrival, letter)
    main = [email for email in failed if letter and (email in letter.to or not letter.to)]
    given_back = main[0] if main else None
    return tuple(
        e.ContactBounced(
            because=judged.because,
            email=email,
            permanence=_permanence(reading),
            reason=reading.bounce_reason,
            message=arrival.message,
            step=letter.step if letter and email == given_back else None,
            not_delivered=_says_not_delivered(arrival),
        )
        for email in failed
    )


def _failed(arrival: Arrival, letter: LetterKept | None) -> tuple[str, ...]:
    """The addresses that failed; a forwarding one that we never wrote to stands for ours."""
    told = failed_addresses(arrival.incoming, arrival.reading)
    failed = tuple(address for address in told if address not in arrival.own)[:RECIPIENTS_MAX]
    if told and not failed:
        return ()
    if letter and len(letter.to) == 1 and not set(failed) & set(letter.to + letter.cc):
        return letter.to
    return failed


def _permanence(reading: Reading) -> Permanence:
    """A full mailbox is temporary whatever its code; what is not said counts as permanent."""
    if reading.bounce_mailbox_full:
        return Permanence.TEMPORARY
    return reading.bounce_permanence or Permanence.PERMANENT


def _says_not_delivered(arrival: Arrival) -> bool:
    actions = {report.action for report in arrival.incoming.reports}
    return arrival.reading.bounce_expired or "failed" in actions or "delayed" not in actions
