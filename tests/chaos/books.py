"""What the database holds, read beside the daemon by the house's own doors."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from chaos.folder import CREDITOR, MORNING, Debt, Folder
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import CreditorId, DossierId, DossierKey
from relance_mailer.flows.house import House
from relance_mailer.settings.loading import load
from relance_mailer.wiring.build import build


def key_of(debt: Debt) -> DossierKey:
    """The dossier of a debt."""
    return DossierKey(creditor=CreditorId(CREDITOR), dossier=DossierId(debt.dossier))


@asynccontextmanager
async def books(folder: Folder, now: datetime | None = None) -> AsyncIterator[House]:
    """The house on the folder's database, for as long as the block lasts."""
    relance = await build(load(folder.settings), now=now or datetime.fromisoformat(MORNING))
    try:
        yield relance.house
    finally:
        await relance.close()


async def dossier_of(house: House, debt: Debt) -> Dossier | None:
    """A debt's dossier as the journal has it now."""
    page = key_of(debt).page
    return (await house.journal.read([page]))[page].dossier
