"""The other dossiers of a debtor: a word about himself is a word about all of them."""

from relance_mailer.dossier.values import DossierKey
from relance_mailer.flows.house import Creditor, House


async def siblings_of(house: House, creditor: Creditor, key: DossierKey) -> tuple[DossierKey, ...]:
    """The debtor's other dossiers; none where the dossier or its debtor is unknown."""
    dossier = (await house.journal.read([key.page]))[key.page].dossier
    if dossier is None or dossier.debtor is None:
        return ()
    all_of_them = await house.lookup.dossiers_of(creditor.id, dossier.debtor.debtor_id)
    return tuple(one for one in all_of_them if one != key)
