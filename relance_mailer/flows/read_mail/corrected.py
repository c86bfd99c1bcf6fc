"""A human corrects what the machine read, or confirms it; the dossier follows his word at once."""

from dataclasses import replace

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import DossierKey
from relance_mailer.flows.house import Creditor, House, look_of
from relance_mailer.flows.read_mail.by_hand import arrival_of
from relance_mailer.flows.read_mail.decided import Told, came_back, decide_siblings
from relance_mailer.flows.record import Draft, record
from relance_mailer.flows.siblings import siblings_of
from relance_mailer.inward.arrival import Arrival
from relance_mailer.inward.correction import (
    Correction,
    corrected_reading,
    faults_in,
    reading_confirmed,
    reading_corrected,
    stopped_by,
)
from relance_mailer.inward.decide import decide
from relance_mailer.inward.link import Linked
from relance_mailer.outward.courses import level_after
from relance_mailer.ports import Kept, LastEntry, Overtaken, Permanent
from relance_mailer.words import Outcome

GOES_ON = frozenset({Outcome.CONTINUE, Outcome.HOLD, Outcome.HOLD_UNTIL, Outcome.IGNORE})


async def dossier_of(house: House, creditor: Creditor, kept: Kept) -> DossierKey:
    """The dossier on which a kept message was read; raises `Permanent` when it is on none."""
    opened = await house.journal.read(await house.inbox.led_to(kept.digest))
    found = [
        one.dossier
        for one in opened.values()
        if one.dossier is not None
        and one.dossier.key.creditor == creditor.id
        and kept.digest in one.dossier.messages
    ]
    if found:
        return min(found, key=lambda dossier: (-dossier.owed, dossier.key.page)).key
    raise Permanent(
        f"le message {kept.digest[:12]} n'est lu sur aucun dossier : rattachez-le d'abord "
        "(relance message link)"
    )


async def confirm_by_hand(
    house: House,
    creditor: Creditor,
    kept: Kept,
    key: DossierKey,
    *,
    by: str,
    because: str,
    seen: LastEntry | None = None,
) -> Told:
    """Write that a human finds the machine's reading right; nothing moves.

    Raises `Permanent` when the message was not read on that dossier, `Overtaken` when the dossier
    is no more at the entry `seen`.
    """
    read = await _as_read(house, key, kept)
    fact = reading_confirmed(read, by=by, because=because)

    def decided(draft: Draft) -> Told:
        _as_seen(draft, key, seen)
        draft.write(key.page, [fact])
        because = "lecture confirmée"
        return Told(message=kept.digest, outcome=fact.outcome, dossier=key, because=because)

    look = look_of(creditor, house.clock.today())
    return await record(house.journal, [key.page], decided, at=house.clock.now(), look=look)


async def correct_by_hand(
    house: House,
    creditor: Creditor,
    kept: Kept,
    key: DossierKey,
    correction: Correction,
    *,
    by: str,
    because: str,
    seen: LastEntry | None = None,
) -> Told:
    """Write what a human says that the message said, and what follows from it.

    Raises `Permanent` when the message was not read on that dossier, or when the correction says
    nothing that a message can say; `Overtaken` when the dossier is no more at the entry `seen`.
    """
    await _as_read(house, key, kept)
    machine = await arrival_of(house, creditor, kept, key, f"lecture corrigée par {by}")
    known = await house.lookup.invoice_numbers([key])
    if faults := faults_in(correction, sent_on=machine.day, known=known):
        raise Permanent(" ; ".join(faults))
    reading = corrected_reading(machine.reading, correction, by=by)
    arrival = replace(machine, reading=reading)
    fact = reading_corrected(arrival, by=by, because=because)
    siblings = await siblings_of(house, creditor, key)

    def decided(draft: Draft) -> Told:
        _as_seen(draft, key, seen)
        return _corrected(draft, creditor, arrival, fact, siblings)

    look = look_of(creditor, house.clock.today())
    pages = [key.page, *(one.page for one in siblings)]
    return await record(house.journal, pages, decided, at=house.clock.now(), look=look)


def _as_seen(draft: Draft, key: DossierKey, seen: LastEntry | None) -> None:
    if seen is not None and draft.last(key.page) != seen:
        raise Overtaken("ce dossier a changé depuis que vous l'avez ouvert : relisez")


async def _as_read(house: House, key: DossierKey, kept: Kept) -> e.MessageRead:
    for entry in reversed(await house.journal.entries(key.page)):
        if isinstance(entry.event, e.MessageRead) and entry.event.message == kept.digest:
            return entry.event
    raise Permanent(f"le message {kept.digest[:12]} n'est pas lu sur le dossier {key.dossier}")


def _corrected(
    draft: Draft,
    creditor: Creditor,
    arrival: Arrival,
    fact: e.ReadingCorrected,
    siblings: tuple[DossierKey, ...],
) -> Told:
    assert isinstance(arrival.link, Linked), arrival.link
    key = arrival.link.key
    before = draft.dossier(key)
    assert before is not None, key
    page = key.page
    draft.write(page, [fact])
    if fact.outcome in GOES_ON and stopped_by(before, arrival.message):
        draft.write(page, _given_back(creditor, before, arrival, fact))
    now = draft.dossier(key)
    assert now is not None, key
    decision = decide(arrival, now, creditor.holds)
    draft.write(page, [one for one in decision.events if not isinstance(one, e.MessageRead)])
    draft.effect(*came_back(now, draft.dossier(key)))
    decide_siblings(draft, arrival, siblings)
    return Told(
        message=arrival.message,
        outcome=fact.outcome,
        dossier=key,
        because=f"corrigé par {fact.by} : {decision.because}{_left(draft, before)}",
    )


def _given_back(
    creditor: Creditor, dossier: Dossier, arrival: Arrival, fact: e.ReadingCorrected
) -> tuple[e.DossierEvent, ...]:
    """The dossier that this message alone had stopped goes on with the level that follows."""
    following = level_after(dossier, creditor.level_names(dossier))
    because = f"lecture corrigée : {fact.because}"
    if not following:
        why = f"{because} ; aucun niveau ne suit : un humain dit la suite"
        return (e.ReviewAsked(because=why, reason="human", message=arrival.message),)
    resumed = e.HumanResumed(
        because=because, by=fact.by, next_step=following, not_before=arrival.today
    )
    if dossier.owed > 0:
        return (resumed,)
    settled = e.Settled(because="plus rien n'est dû sur ce dossier", settled_on=arrival.today)
    return (resumed, settled)


def _left(draft: Draft, before: Dossier) -> str:
    """What the correction leaves to an act of its own."""
    now = draft.dossier(before.key)
    assert now is not None, before.key
    if now.phase is Phase.LEGAL and before.phase is Phase.LEGAL:
        return " ; le dossier reste au contentieux : « relance dossier reopen » le reprend"
    if now.phase is Phase.REVIEW and before.phase is Phase.REVIEW:
        reasons = ", ".join(dict.fromkeys(asked.reason for asked in now.review_reasons))
        return f" ; le dossier reste à examiner ({reasons})"
    return ""
