"""The dashboard's figures, counted over all dossiers of a creditor; touches nothing."""

from relance_mailer.desk.figures import Figures, Tally
from relance_mailer.flows.house import Creditor, House
from relance_mailer.words import Segment

BATCH = 200


async def figures_of(house: House, creditor: Creditor) -> Figures:
    """What is owed, promised and recovered, today."""
    tally = Tally(on=house.clock.today(), level_names=creditor.levels_of(Segment.SME))
    keys = [row.key for row in await house.lookup.index(creditor.id)]
    for start in range(0, len(keys), BATCH):
        opened = await house.journal.read([key.page for key in keys[start : start + BATCH]])
        for page, one in opened.items():
            if one.dossier is None:
                continue
            spoken = bool(one.dossier.messages)
            tally.take(one.dossier, await house.journal.entries(page) if spoken else ())
    return tally.figures()
