"""A document goes into a dossier or out of it: its bytes are kept, the journal says who, why."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256

from relance_mailer.desk.documents import attached, detached, file_name
from relance_mailer.desk.possible import Impossible
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import Digest, DossierKey
from relance_mailer.flows.house import Creditor, House, look_of
from relance_mailer.flows.record import Draft, record
from relance_mailer.ports import KeepEvidence, Permanent

Attached = tuple[e.DocumentAttached, ...]
Detached = tuple[e.DocumentDetached, ...]


async def attach(
    house: House,
    creditor: Creditor,
    key: DossierKey,
    *,
    name: str,
    content: bytes,
    sort: e.DocumentSort,
    dated_on: date,
    by: str,
    because: str,
) -> Attached | Impossible:
    """Keep a document as evidence and write it down; empty when it stood there already."""
    document = e.DocumentAttached(
        by=by,
        because=because,
        sort=sort,
        name=file_name(name),
        dated_on=dated_on,
        document=Digest(sha256(content).hexdigest()),
    )
    today = house.clock.today()

    def decide(draft: Draft) -> Attached | Impossible:
        dossier = draft.dossier(key)
        if dossier is None:
            raise Permanent(f"le dossier {key.dossier} n'existe pas")
        found = attached(dossier, document, len(content), today=today)
        if not isinstance(found, Impossible) and found:
            draft.write(key.page, found)
            draft.effect(KeepEvidence(digest=document.document, content=content))
        return found

    look = look_of(creditor, today)
    return await record(house.journal, [key.page], decide, at=house.clock.now(), look=look)


async def detach(
    house: House, creditor: Creditor, key: DossierKey, beginning: str, *, by: str, because: str
) -> Detached | Impossible:
    """Take a document out: it stays in the journal and in the evidence, and is shown no more."""

    def decide(draft: Draft) -> Detached | Impossible:
        dossier = draft.dossier(key)
        if dossier is None:
            raise Permanent(f"le dossier {key.dossier} n'existe pas")
        found = detached(dossier, beginning, by=by, because=because)
        if not isinstance(found, Impossible):
            draft.write(key.page, found)
        return found

    look = look_of(creditor, house.clock.today())
    return await record(house.journal, [key.page], decide, at=house.clock.now(), look=look)


async def documents(house: House, key: DossierKey) -> Sequence[e.DocumentAttached]:
    """The documents that stand in a dossier."""
    opened = await house.journal.read([key.page])
    dossier = opened[key.page].dossier
    if dossier is None:
        raise Permanent(f"le dossier {key.dossier} n'existe pas")
    return dossier.documents
