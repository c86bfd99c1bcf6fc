"""The queues as people see them: how much waits in each, and the lines that are looked at.

The store counts and puts in order; only the dossiers of the lines that are shown are folded, and
their lines said as they are today.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from relance_mailer.desk.queues import (
    Queue,
    Waiting,
    letter_waiting,
    of_message,
    ranked,
    waiting_in,
)
from relance_mailer.dossier.values import PageId
from relance_mailer.flows.absences import Absence, absences, in_charge
from relance_mailer.flows.drafts import waiting_for_yes
from relance_mailer.flows.house import Creditor, House
from relance_mailer.flows.record import read_what_can_be
from relance_mailer.ports import Fate, Kept, QueuePlace
from relance_mailer.workdays import PARIS

BATCH = 200
ALL = 2**31 - 1

_MESSAGE_QUEUES = {
    Fate.UNLINKED: (Queue.UNLINKED, "rien ne dit pour quel dossier"),
    Fate.CONTESTED: (Queue.CONTESTED, "plusieurs dossiers possibles, ou expéditeur inconnu"),
    Fate.SET_ASIDE: (Queue.SET_ASIDE, "message impossible à traiter, conservé tel quel"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A queue, how much stands in it altogether, and the lines of it that were asked for."""

    queue: Queue
    count: int
    amount: Decimal
    lines: tuple[Waiting, ...]


async def queues(
    house: House,
    creditors: Iterable[Creditor],
    wanted: Queue | None = None,
    whose: str = "",
) -> tuple[Waiting, ...]:
    """The lines of all queues (or of one), each queue in the order of R12.

    The owner of a line is whoever has the work today: the absent one's deputy. `whose` keeps what
    is that person's: owned, claimed or taken over.
    """
    today = house.clock.today()
    of = tuple(creditors)
    asked = tuple(Queue) if wanted is None else (wanted,)
    lines = [*await _of_dossiers(house, of, asked, today), *await _of_others(house, of, asked)]
    away = await absences(house)
    if whose:
        lines = [line for line in lines if _is_of(line, whose, away, today)]
    mine = {queue: [line for line in lines if line.queue is queue] for queue in asked}
    return tuple(_held(line, away, today) for queue in asked for line in ranked(mine[queue]))


async def overview(house: House, creditors: Iterable[Creditor], first: int) -> tuple[Part, ...]:
    """Every queue, empty ones included, with its first lines."""
    return await _parts(house, tuple(creditors), tuple(Queue), first, 0)


async def part_of(
    house: House, creditors: Iterable[Creditor], queue: Queue, *, limit: int, offset: int = 0
) -> Part:
    """Some lines of one queue."""
    [part] = await _parts(house, tuple(creditors), (queue,), limit, offset)
    return part


async def _parts(
    house: House,
    creditors: Sequence[Creditor],
    asked: Sequence[Queue],
    limit: int,
    offset: int,
) -> tuple[Part, ...]:
    today = house.clock.today()
    away = await absences(house)
    sizes = await house.lookup.queue_sizes([one.id for one in creditors], today)
    count = {size.queue: (size.lines, size.amount) for size in sizes}
    lines = await _of_dossiers(house, creditors, asked, today, limit, offset)
    others = await _of_others(house, creditors, asked)
    found = []
    for queue in asked:
        mine = ranked(line for line in others if line.queue is queue)
        number, amount = count.get(queue, (0, Decimal("0.00")))
        some = (*(line for line in lines if line.queue is queue), *mine[offset : offset + limit])
        found.append(
            Part(
                queue=queue,
                count=number + len(mine),
                amount=sum((line.amount for line in mine), amount),
                lines=tuple(_held(line, away, today) for line in some),
            )
        )
    return tuple(found)


async def _of_dossiers(
    house: House,
    creditors: Sequence[Creditor],
    asked: Sequence[Queue],
    today: date,
    limit: int = ALL,
    offset: int = 0,
) -> list[Waiting]:
    """The lines of dossiers in the order of R12; one decided on since it was counted is left out.

    No dossier stands in the same queue as a message or a letter to approve.
    """
    places = await house.lookup.queue_places(
        [one.id for one in creditors], today, queues=asked, limit=limit, offset=offset
    )
    waiting = await _waiting_in(house, places, today)
    found = []
    for place in places:
        lines = waiting.get(place.key.page, ())
        line = lines[place.nth] if place.nth < len(lines) else None
        if line is not None and line.queue is place.queue:
            found.append(line)
    return found


async def _waiting_in(
    house: House, places: Sequence[QueuePlace], today: date
) -> dict[PageId, tuple[Waiting, ...]]:
    pages = list(dict.fromkeys(place.key.page for place in places))
    found = {}
    for start in range(0, len(pages), BATCH):
        # A page that a newer program wrote to is said by the passes; the others are worked on.
        opened, _ = await read_what_can_be(house.journal, pages[start : start + BATCH])
        for page, one in opened.items():
            if one.dossier is not None:
                found[page] = waiting_in(one.dossier, today)
    return found


async def _of_others(
    house: House, creditors: Sequence[Creditor], asked: Collection[Queue]
) -> list[Waiting]:
    """Letters that wait for a yes and messages without a dossier, in no order yet."""
    today = house.clock.today()
    lines = []
    if Queue.APPROVAL in asked:
        for creditor in creditors:
            lines += [
                letter_waiting(one.dossier, today, one.step.key, one.because)
                for one in await waiting_for_yes(house, creditor)
            ]
    fates = [fate for fate, (queue, _) in _MESSAGE_QUEUES.items() if queue in asked]
    if fates:
        ours = {creditor.id for creditor in creditors}
        waiting = await house.inbox.waiting(fates)
        lines += [_message_line(kept, today) for kept in waiting if kept.creditor in ours]
    return lines


def _held(line: Waiting, away: Iterable[Absence], today: date) -> Waiting:
    """The line with whoever has its work today."""
    owner = in_charge(line.owner, away, today)
    return line if owner == line.owner else replace(line, owner=owner)


def _is_of(line: Waiting, whose: str, away: Iterable[Absence], today: date) -> bool:
    wanted = whose.strip().casefold()
    owner = in_charge(line.owner, away, today)
    claimed = in_charge(line.claimed_by, away, today) if line.claimed_by else ""
    return wanted in {owner.strip().casefold(), claimed.strip().casefold()}


def _message_line(kept: Kept, today: date) -> Waiting:
    queue, because = _MESSAGE_QUEUES[kept.fate]
    return of_message(
        queue,
        message=kept.digest,
        sender=kept.glance.sender,
        subject=kept.digest[:12],
        received_on=kept.received_at.astimezone(PARIS).date(),
        because=because,
        today=today,
    )
