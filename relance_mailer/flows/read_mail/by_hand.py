"""A human says whose message it is, or that it is nobody's."""

import asyncio

from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import Digest, DossierKey, PageId
from relance_mailer.flows.house import Creditor, House, look_of
from relance_mailer.flows.read_mail.decided import Told, came_back, decide_siblings
from relance_mailer.flows.read_mail.gather import addresses_of
from relance_mailer.flows.record import Draft, record
from relance_mailer.flows.siblings import siblings_of
from relance_mailer.inward.arrival import Arrival, named_by_sums
from relance_mailer.inward.decide import (
    decide,
)
from relance_mailer.inward.link import Linked
from relance_mailer.ports import (
    Fate,
    Fault,
    Kept,
    SettleMessage,
)
from relance_mailer.reading.parse import parse
from relance_mailer.reading.understand import understand
from relance_mailer.words import Kind, Outcome


async def link_by_hand(
    house: House, creditor: Creditor, kept: Kept, key: DossierKey, *, by: str, because: str
) -> Told:
    """A human says whose message it is; it is decided upon as any other of that dossier.

    One that cannot be read by machine is shown on the dossier to the human who decides there.
    """
    try:
        evidence = f"rattaché à la main par {by} : {because}"
        arrival = await arrival_of(house, creditor, kept, key, evidence)
        return await _linked(house, creditor, arrival, key, by=by, because=because)
    except Fault:
        raise
    except Exception:  # whatever set it aside happens again (P4)
        return await _linked_unread(house, creditor, kept, key, by=by, because=because)


async def arrival_of(
    house: House, creditor: Creditor, kept: Kept, key: DossierKey, evidence: str
) -> Arrival:
    """A kept message read again as that dossier's, by a human's word that it is."""
    raws = await house.inbox.raw([kept.digest])
    incoming = await asyncio.to_thread(parse, raws[kept.digest])
    invoices = await house.lookup.invoice_numbers([key])
    reading = understand(incoming, known_invoices=invoices, own_domains=creditor.own_domains)
    return Arrival(
        message=kept.digest,
        incoming=incoming,
        reading=reading,
        link=Linked(key=key, evidence=(evidence,)),
        received_at=kept.received_at,
        today=house.clock.today(),
        own=addresses_of(creditor),
    )


async def _linked(
    house: House, creditor: Creditor, arrival: Arrival, key: DossierKey, *, by: str, because: str
) -> Told:
    siblings = await siblings_of(house, creditor, key)

    def decided(draft: Draft) -> Told:
        dossier = draft.dossier(key)
        assert dossier is not None, key
        linked = e.MessageLinked(because=because, by=by, message=arrival.message, page=key.page)
        draft.write(creditor.page, [linked])
        decision = decide(named_by_sums(arrival, dossier), dossier, creditor.holds)
        draft.write(key.page, decision.events)
        draft.effect(*came_back(dossier, draft.dossier(key)))
        pages = (key.page, *decide_siblings(draft, arrival, siblings))
        draft.effect(_settled(creditor, arrival.message, pages))
        return Told(
            message=arrival.message,
            outcome=decision.outcome,
            dossier=key,
            because=decision.because,
        )

    look = look_of(creditor, house.clock.today())
    pages = [creditor.page, key.page, *(one.page for one in siblings)]
    return await record(house.journal, pages, decided, at=house.clock.now(), look=look)


async def _linked_unread(
    house: House, creditor: Creditor, kept: Kept, key: DossierKey, *, by: str, because: str
) -> Told:
    why = f"message illisible par la machine, rattaché à la main par {by} : {because}"

    def decided(draft: Draft) -> Told:
        assert draft.dossier(key) is not None, key
        linked = e.MessageLinked(because=because, by=by, message=kept.digest, page=key.page)
        draft.write(creditor.page, [linked])
        asked = e.ReviewAsked(because=why, reason="set_aside_linked", message=kept.digest)
        draft.write(key.page, [asked])
        draft.effect(_settled(creditor, kept.digest, (key.page,)))
        return Told(message=kept.digest, outcome=Outcome.REVIEW, dossier=key, because=why)

    look = look_of(creditor, house.clock.today())
    pages = [creditor.page, key.page]
    return await record(house.journal, pages, decided, at=house.clock.now(), look=look)


def _settled(creditor: Creditor, message: Digest, pages: tuple[PageId, ...]) -> SettleMessage:
    return SettleMessage(
        message=message, fate=Fate.READ, pages=pages, by_hand=True, creditor=creditor.id
    )


async def dismiss_by_hand(
    house: House, creditor: Creditor, kept: Kept, *, by: str, because: str
) -> Told:
    """A human says that a waiting message concerns no dossier."""
    why = f"écarté par {by} : {because}"

    def decided(draft: Draft) -> Told:
        ignored = e.MessageIgnored(
            because=why,
            message=kept.digest,
            kind=Kind.UNRELATED,
            sender=kept.glance.sender,
            subject="",
        )
        draft.write(creditor.page, [ignored])
        draft.effect(
            SettleMessage(
                message=kept.digest, fate=Fate.NOBODYS, by_hand=True, creditor=creditor.id
            )
        )
        return Told(message=kept.digest, outcome=Outcome.IGNORE, dossier=None, because=why)

    look = look_of(creditor, house.clock.today())
    return await record(house.journal, [creditor.page], decided, at=house.clock.now(), look=look)
