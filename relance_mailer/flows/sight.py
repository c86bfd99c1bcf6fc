"""Gathering what the gate sees: once for a pass, then the part that is about one debtor.

A debtor's contacts, and what he said of himself, are read from the pages of his dossiers. The table
of contacts only makes two letters of one day impossible: it knows nothing of what other programs
sent, and a call is not in it on a day that a queued letter took first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from relance_mailer.dossier.events import ReviewAsked
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import DebtorId, DossierKey
from relance_mailer.flows.house import (
    FIRST_DAY_KEY,
    STOP_KEY,
    Creditor,
    House,
    inbox_read_key,
    ledger_synced_key,
    moment_of,
)
from relance_mailer.flows.left_closed import left_closed_key, left_closed_told, waits_for_page
from relance_mailer.flows.restored import pending_in, pending_names
from relance_mailer.inward.heard_before import missed_by
from relance_mailer.outward.asked import ContactDay, Sight
from relance_mailer.ports import Opened


@dataclass(slots=True)
class Eyes:
    """What is the same for all letters of a pass; letters queued meanwhile are counted in."""

    sight: Sight
    anything_set_aside: bool
    queued: int = 0
    closed: Mapping[DossierKey, str] = field(default_factory=dict)  # not compared yet, with why


async def open_eyes(house: House, creditor: Creditor) -> Eyes:
    """Look at the world once: mode, stop, freshness, backlog, what left today."""
    today = house.clock.today()
    read_key, synced_key = inbox_read_key(creditor.id), ledger_synced_key(creditor.id)
    first_key = f"{FIRST_DAY_KEY}:{creditor.id}"
    closed_key = left_closed_key(creditor.id)
    asked = (STOP_KEY, read_key, synced_key, first_key, closed_key, *pending_names(creditor.id))
    known = await house.register.get_many(asked)
    waiting = await house.inbox.wait(creditor.id)
    restored = pending_in(known, creditor.id)
    sight = Sight(
        now=house.clock.now(),
        today=today,
        mode_send=creditor.mode_send,
        stopped=STOP_KEY in known,
        inbox_read_at=moment_of(known.get(read_key)),
        ledger_synced_at=moment_of(known.get(synced_key)),
        unread=waiting.unread,
        set_aside_names_debtor=False,
        contacts=(),
        sent_today=await house.outbox.queued_or_sent_on(creditor.id, today),
        daily_ceiling=_ceiling(creditor, known.get(first_key), today),
        templates=house.renderer.templates(),
        send_from=creditor.send_from,
        send_until=creditor.send_until,
        inbox_max_age_minutes=creditor.inbox_minutes,
        approval=creditor.approval,
        telling=creditor.telling,
        lost=restored.because if restored else "",
    )
    closed = left_closed_told(known.get(closed_key))
    return Eyes(
        sight=sight,
        anything_set_aside=waiting.set_aside > 0,
        closed=closed.why if closed else {},
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Elsewhere:
    """What a debtor's other dossiers tell of him."""

    contacts: tuple[ContactDay, ...] = ()
    missed: ReviewAsked | None = None


async def told_elsewhere(
    house: House, creditor: Creditor, dossiers: Sequence[Dossier]
) -> Mapping[DossierKey, Elsewhere]:
    """For each dossier what all others of its debtor tell, in one reading (P1, P5)."""
    debtors = {dossier.key: _debtor(dossier) for dossier in dossiers}
    known = await house.lookup.dossiers_of_many(creditor.id, sorted(set(debtors.values())))
    others = {
        key: [other for other in known.get(debtor, ()) if other != key]
        for key, debtor in debtors.items()
    }
    pages = {key.page for keys in others.values() for key in keys}
    opened = await house.journal.read(sorted(pages)) if pages else {}
    return {one.key: _told(one, [opened[key.page] for key in others[one.key]]) for one in dossiers}


def _debtor(dossier: Dossier) -> DebtorId:
    assert dossier.debtor is not None, dossier.key
    return dossier.debtor.debtor_id


def _told(dossier: Dossier, opened: Sequence[Opened]) -> Elsewhere:
    others = [one.dossier for one in opened if one.dossier is not None]
    return Elsewhere(
        contacts=tuple(
            ContactDay(day=day, sort=sort, key=other.key)
            for other in others
            for day, sort in other.contact_days
        ),
        missed=missed_by(dossier, others),
    )


async def sight_on(
    house: House,
    creditor: Creditor,
    eyes: Eyes,
    dossier: Dossier,
    elsewhere: Elsewhere | None = None,
) -> Sight:
    """What the gate sees for one dossier; `elsewhere` is what his others tell, when known."""
    if elsewhere is None:
        elsewhere = (await told_elsewhere(house, creditor, [dossier]))[dossier.key]
    set_aside = eyes.anything_set_aside and await house.lookup.set_aside_names(creditor.id, dossier)
    closed = eyes.closed.get(dossier.key)
    return replace(
        eyes.sight,
        lost=eyes.sight.lost or (waits_for_page(closed) if closed else ""),
        contacts=elsewhere.contacts,
        missed=elsewhere.missed,
        set_aside_names_debtor=set_aside,
        sent_today=eyes.sight.sent_today + eyes.queued,
    )


def _ceiling(creditor: Creditor, first: str | None, today: date) -> int:
    if first is None or date.fromisoformat(first) == today:
        return min(creditor.first_day_ceiling, creditor.daily_ceiling)
    return creditor.daily_ceiling
