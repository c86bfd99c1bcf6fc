"""Who is away, and who has his work meanwhile: tasks, disputes and objections go to the deputy.

An absence stands in the register, where every pass looks it up, and as a note on every mailbox's
page, with author and reason (P9). Names are compared without case; an address is a name too.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from relance_mailer.dossier import events as e
from relance_mailer.flows.house import Creditor, House
from relance_mailer.flows.record import Draft, record

KEY = "absences"
DEPUTIES_MAX = 5
"""How far a chain of deputies is followed; a circle ends with its last one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Absence:
    """Somebody is away from one day to another, both included, and another has his work."""

    who: str
    deputy: str
    from_on: date
    until_on: date

    def covers(self, who: str, today: date) -> bool:
        """Whether it is his, and on that day."""
        return self.from_on <= today <= self.until_on and _same(self.who, who)


async def absences(house: House) -> tuple[Absence, ...]:
    """The absences that are known, the earliest first."""
    told = await house.register.get(KEY)
    rows = json.loads(told) if told else []
    found = [
        Absence(
            who=row["who"],
            deputy=row["deputy"],
            from_on=date.fromisoformat(row["from"]),
            until_on=date.fromisoformat(row["until"]),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (one.from_on, one.who)))


def in_charge(who: str, known: Iterable[Absence], today: date) -> str:
    """Who has somebody's work on that day: himself, else his deputy, else the deputy's."""
    all_known = tuple(known)
    seen = [who]
    while len(seen) <= DEPUTIES_MAX:
        absence = next((one for one in all_known if one.covers(seen[-1], today)), None)
        if absence is None or any(_same(absence.deputy, name) for name in seen):
            break
        seen.append(absence.deputy)
    return seen[-1]


async def away(
    house: House, creditors: Sequence[Creditor], absence: Absence, *, by: str, because: str
) -> str:
    """Write an absence down, in place of one of the same person that it overlaps.

    Answers why it cannot be, in French; empty: it is done.
    """
    wrong = _wrong(absence, house.clock.today())
    if wrong:
        return wrong
    others = [
        one
        for one in await absences(house)
        if not (_same(one.who, absence.who) and _overlap(one, absence))
    ]
    text = (
        f"{absence.who} absent du {absence.from_on:%d/%m/%Y} au {absence.until_on:%d/%m/%Y} : "
        f"{absence.deputy} le remplace"
    )
    await _noted(house, creditors, e.NoteWritten(by=by, because=because, text=text))
    await _kept(house, [*others, absence])
    return ""


async def back(
    house: House, creditors: Sequence[Creditor], who: str, *, by: str, because: str
) -> str:
    """Somebody is back, or will not be away. Answers why it cannot be; empty: it is done."""
    known = await absences(house)
    others = [one for one in known if not _same(one.who, who)]
    if len(others) == len(known):
        names = ", ".join(one.who for one in known) or "personne"
        return f"aucune absence de « {who} » (inscrits : {names})"
    await _noted(house, creditors, e.NoteWritten(by=by, because=because, text=f"{who} de retour"))
    await _kept(house, others)
    return ""


def _wrong(absence: Absence, today: date) -> str:
    if not absence.who.strip() or not absence.deputy.strip():
        return "une absence demande un nom et un remplaçant"
    if _same(absence.who, absence.deputy):
        return f"{absence.who} ne se remplace pas soi-même"
    if absence.until_on < absence.from_on or absence.until_on < today:
        return f"l'absence finit le {absence.until_on:%d/%m/%Y}, c'est passé ou avant son début"
    return ""


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _overlap(one: Absence, other: Absence) -> bool:
    return one.from_on <= other.until_on and other.from_on <= one.until_on


async def _kept(house: House, known: Sequence[Absence]) -> None:
    today = house.clock.today()
    rows = [
        {
            "who": one.who.strip(),
            "deputy": one.deputy.strip(),
            "from": one.from_on.isoformat(),
            "until": one.until_on.isoformat(),
        }
        for one in known
        if one.until_on >= today
    ]
    value = json.dumps(rows, ensure_ascii=False) if rows else None
    await house.register.set(KEY, value)


async def _noted(house: House, creditors: Iterable[Creditor], note: e.NoteWritten) -> None:
    pages = sorted({creditor.page for creditor in creditors})

    def decide(draft: Draft) -> None:
        for page in pages:
            draft.write(page, [note])

    await record(house.journal, pages, decide, at=house.clock.now(), look=lambda dossier: None)
