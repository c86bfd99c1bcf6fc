"""A human says whose message it is, or that it is nobody's."""

import asyncio

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import LetterState
from relance_mailer.dossier.values import (
    DossierKey,
)
from relance_mailer.flows.house import Creditor, House, look_of
from relance_mailer.flows.read_mail.decided import Told, came_back
from relance_mailer.flows.record import Draft, record
from relance_mailer.inward.arrival import Arrival
from relance_mailer.inward.decide import (
    decide,
)
from relance_mailer.inward.link import Linked
from relance_mailer.ports import (
    Fate,
    Kept,
    SettleMessage,
)
from relance_mailer.reading.parse import parse
from relance_mailer.reading.understand import understand
from relance_mailer.words import Kind, Outcome

GONE = frozenset({LetterState.LEAVING, LetterState.SENT, LetterState.UNSURE})


async def link_by_hand(
    house: House, creditor: Creditor, kept: Kept, key: DossierKey, *, by: str, because: str
) -> Told:
    """A human says whose message it is; it is decided upon as any other of that dossier."""
    raws = await house.inbox.raw([kept.digest])
    incoming = await asyncio.to_thread(parse, raws[kept.digest])
    invoices = await house.lookup.invoice_numbers([key])
    reading = understand(incoming, known_invoices=invoices, own_domains=creditor.own_domains)
    arrival = Arrival(
        message=kept.digest,
        incoming=incoming,
        reading=reading,
        link=Linked(key=key, evidence=(f"rattaché à la main par {by} : {because}",)),
        received_at=kept.received_at,
        today=house.clock.today(),
    )

    def decided(draft: Draft) -> Told:
        dossier = draft.dossier(key)
        assert dossier is not None, key
        linked = e.MessageLinked(because=because, by=by, message=kept.digest, page=key.page)
        draft.write(creditor.page, [linked])
        decision = decide(arrival, dossier, creditor.holds)
        draft.write(key.page, decision.events)
        draft.effect(*came_back(dossier, draft.dossier(key)))
        draft.effect(
            SettleMessage(
                message=kept.digest,
                fate=Fate.READ,
                pages=(key.page,),
                by_hand=True,
                creditor=creditor.id,
            )
        )
        return Told(
            message=kept.digest,
            outcome=decision.outcome,
            dossier=key,
            because=decision.because,
        )

    look = look_of(creditor, house.clock.today())
    pages = [creditor.page, key.page]
    return await record(house.journal, pages, decided, at=house.clock.now(), look=look)


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
