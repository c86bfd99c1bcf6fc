"""Gathering what the gate sees: once for a pass, then the part that is about one debtor."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import StepKey
from relance_mailer.flows.house import (
    FIRST_DAY_KEY,
    STOP_KEY,
    Creditor,
    House,
    inbox_read_key,
    ledger_synced_key,
    moment,
)
from relance_mailer.outward.gate import Sight
from relance_mailer.ports import Fate

CONTACTS_LOOKED_BACK = timedelta(days=40)


@dataclass(slots=True)
class Eyes:
    """What is the same for all letters of a pass; letters queued meanwhile are counted in."""

    sight: Sight
    anything_set_aside: bool
    queued: int = 0


async def open_eyes(house: House, creditor: Creditor) -> Eyes:
    """Look at the world once: mode, stop, freshness, backlog, what left today."""
    today = house.clock.today()
    counts = await house.inbox.counts(creditor.id)
    sight = Sight(
        now=house.clock.now(),
        today=today,
        mode_send=creditor.mode_send,
        stopped=await house.register.get(STOP_KEY) is not None,
        inbox_read_at=await moment(house.register, inbox_read_key(creditor.id)),
        ledger_synced_at=await moment(house.register, ledger_synced_key(creditor.id)),
        unread=counts.get(Fate.UNREAD, 0),
        set_aside_names_debtor=False,
        contacts=(),
        sent_today=await house.outbox.queued_or_sent_on(creditor.id, today),
        daily_ceiling=await _ceiling(house, creditor, today),
        templates=house.renderer.templates(),
        send_from=creditor.send_from,
        send_until=creditor.send_until,
        inbox_max_age_minutes=creditor.inbox_minutes,
    )
    return Eyes(sight=sight, anything_set_aside=counts.get(Fate.SET_ASIDE, 0) > 0)


async def sight_on(
    house: House, creditor: Creditor, eyes: Eyes, dossier: Dossier, own_step: StepKey | None = None
) -> Sight:
    """What the gate sees for one dossier; the contact that its own letter took is left out."""
    assert dossier.debtor is not None, dossier.key
    contacts = await house.lookup.contacts(
        creditor.id,
        dossier.debtor.debtor_id,
        since=eyes.sight.today - CONTACTS_LOOKED_BACK,
    )
    others = tuple(
        one
        for one in contacts
        if own_step is None or (one.key, one.step) != (dossier.key, str(own_step))
    )
    set_aside = eyes.anything_set_aside and await house.lookup.set_aside_names(creditor.id, dossier)
    return replace(
        eyes.sight,
        contacts=others,
        set_aside_names_debtor=set_aside,
        sent_today=eyes.sight.sent_today + eyes.queued,
    )


async def _ceiling(house: House, creditor: Creditor, today: date) -> int:
    first = await house.register.get(f"{FIRST_DAY_KEY}:{creditor.id}")
    if first is None or date.fromisoformat(first) == today:
        return min(creditor.first_day_ceiling, creditor.daily_ceiling)
    return creditor.daily_ceiling
