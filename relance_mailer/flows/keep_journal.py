"""The journal's own upkeep: verify the chains, anchor the heads, rebuild the caches."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import PageId
from relance_mailer.flows.house import Creditor, House, look_of
from relance_mailer.ports import Rebuilt, Verified


@dataclass(frozen=True, kw_only=True, slots=True)
class Anchor:
    """The heads of all pages at a moment, as a line of the anchor file."""

    on: date
    at: datetime
    heads: Mapping[PageId, tuple[int, str]]

    def line(self) -> str:
        """The anchor as a line of JSON: day and moment, and seq and chain of every page."""
        heads = {page: [seq, chain] for page, (seq, chain) in sorted(self.heads.items())}
        told = {"on": self.on.isoformat(), "at": self.at.isoformat(), "heads": heads}
        return json.dumps(told, ensure_ascii=False)


def anchors_of(lines: Iterable[str]) -> dict[PageId, tuple[int, str]]:
    """The highest anchored head of every page; a line that is no anchor raises `ValueError`."""
    heads: dict[PageId, tuple[int, str]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            rows = json.loads(line)["heads"].items()
            told = {PageId(page): (int(seq), str(chain)) for page, (seq, chain) in rows}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"ligne {number} : ce n'est pas une ancre") from error
        for page, head in told.items():
            if page not in heads or heads[page][0] < head[0]:
                heads[page] = head
    return heads


async def anchor(house: House) -> Anchor:
    """The heads of today, to be written where nobody can rewrite them."""
    on, heads = house.clock.today(), await house.journal.heads()
    # Afterwards: no entry that it holds is later than its moment.
    return Anchor(on=on, at=house.clock.now(), heads=heads)


async def verify(house: House, anchored: Mapping[PageId, tuple[int, str]]) -> Verified:
    """Check every chain, and that no anchored head has gone."""
    return await house.journal.verify(anchored)


async def rebuild(house: House, creditors: Mapping[str, Creditor]) -> Rebuilt:
    """Rebuild every cache from the journal, but for pages that can't be read.

    Those keep the caches that they have. Nothing leaves for them: who decides reads the page.
    """
    today = house.clock.today()

    def look(dossier: Dossier) -> date | None:
        creditor = creditors.get(dossier.key.creditor)
        if creditor is None:
            return None
        return look_of(creditor, today)(dossier)

    return await house.journal.rebuild(look)
