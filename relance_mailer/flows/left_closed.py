"""Dossiers whose page could not be read when a database brought back was compared (P3).

A newer program wrote there, or the page is damaged. Nothing is known of what left for them, so
nothing leaves: they are compared once their page can be read, and the others wait for none of it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from relance_mailer.dossier.values import CreditorId, DossierKey, PageId, key_of_page
from relance_mailer.flows.house import House
from relance_mailer.flows.restored import Restored, joined, restored_told


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftClosed:
    """The mark that was answered without these dossiers, and why each of them can't be read."""

    restored: Restored
    why: Mapping[DossierKey, str] = field(default_factory=dict)

    def text(self) -> str:
        """As it stands in the register."""
        pages = {key.page: self.why[key] for key in sorted(self.why)}
        return json.dumps({"mark": self.restored.text(), "pages": pages}, ensure_ascii=False)


def left_closed_key(creditor: CreditorId) -> str:
    """The register's name for the dossiers of this creditor that still have to be compared."""
    return f"left_closed:{creditor}"


def left_closed_told(text: str | None) -> LeftClosed | None:
    """What the register has under `left_closed_key`; None where no dossier waits."""
    if text is None:
        return None
    told = json.loads(text)
    why = {key_of_page(PageId(page)): because for page, because in told["pages"].items()}
    return LeftClosed(
        restored=restored_told(told["mark"]),
        why={key: because for key, because in why.items() if key is not None},
    )


def waits_for_page(because: str) -> str:
    """Why nothing leaves for such a dossier."""
    return (
        "base revenue en arrière et dossier illisible par cette version : rien n'y part avant "
        f"qu'il soit rapproché de la boîte ({because})"
    )


async def left_closed(house: House, creditor: CreditorId) -> LeftClosed | None:
    """The dossiers that still have to be compared; None where there are none."""
    return left_closed_told(await house.register.get(left_closed_key(creditor)))


async def leave_closed(
    house: House,
    creditor: CreditorId,
    restored: Restored,
    *,
    closed: Mapping[DossierKey, str],
    compared: Iterable[DossierKey] = (),
) -> None:
    """Let these dossiers wait for their page; those that were compared wait no longer."""
    name = left_closed_key(creditor)
    while True:
        text = await house.register.get(name)
        before = left_closed_told(text)
        why = {**(before.why if before else {})}
        for key in compared:
            why.pop(key, None)
        why.update(closed)
        if not why and text is None:
            return
        both = joined(restored, before.restored.text()) if before else restored
        after = LeftClosed(restored=both, why=why).text() if why else None
        if await house.register.swap(name, text, after):
            return
