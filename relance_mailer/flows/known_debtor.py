"""The other dossiers of the debtors to whom a dossier comes: their word about themselves holds."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relance_mailer.dossier.events import DossierEvent
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import DebtorId, DossierKey
from relance_mailer.flows.house import House
from relance_mailer.flows.record import read_what_can_be
from relance_mailer.inward.heard_before import heard_before
from relance_mailer.ports import IndexRow


@dataclass(frozen=True, kw_only=True, slots=True)
class OfDebtor:
    """A debtor's dossiers that stood before this pass, and those of them that cannot be read."""

    dossiers: tuple[Dossier, ...] = ()
    unreadable: tuple[DossierKey, ...] = ()

    def heard_for(self, opened: Dossier) -> tuple[DossierEvent, ...]:
        """What a dossier that has just come to him takes over."""
        others = [one for one in self.dossiers if one.key != opened.key]
        return heard_before(opened, others, self.unreadable)


async def known_of_new(
    house: House, index: Sequence[IndexRow], told: Mapping[DossierKey, DebtorId]
) -> Mapping[DebtorId, OfDebtor]:
    """What stands of each debtor who gets a dossier that was not his: `told` by the ledger now.

    Only debtors whom the house knows already are looked at: at a first start there are none.
    """
    before = {row.key: row.debtor_id for row in index}
    getting = {debtor for key, debtor in told.items() if before.get(key) != debtor}
    theirs = {row.key: row.debtor_id for row in index if row.debtor_id in getting}
    if not theirs:
        return {}
    opened, closed = await read_what_can_be(house.journal, [key.page for key in theirs])
    unread = {error.page for error in closed}
    found: defaultdict[DebtorId, list[Dossier]] = defaultdict(list)
    illegible: defaultdict[DebtorId, list[DossierKey]] = defaultdict(list)
    for key, debtor in theirs.items():
        if key.page in unread:
            illegible[debtor].append(key)
        elif (dossier := opened[key.page].dossier) is not None:
            found[debtor].append(dossier)
    return {
        debtor: OfDebtor(dossiers=tuple(found[debtor]), unreadable=tuple(illegible[debtor]))
        for debtor in set(theirs.values())
    }
