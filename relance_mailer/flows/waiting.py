"""Gathering why no letter leaves: what the gate sees, and what the house noted about itself."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import DossierKey
from relance_mailer.flows.brake import braked
from relance_mailer.flows.house import (
    FIRST_DAY_KEY,
    STOP_KEY,
    STOPPED_KEY,
    Creditor,
    House,
    account_key,
    alive_key,
    fault_key,
    halted_key,
    inbox_left_key,
    moment,
    seen_key,
    server_key,
    silent_key,
)
from relance_mailer.flows.sight import open_eyes
from relance_mailer.outward.causes import Cause, Fault, Marks, causes
from relance_mailer.outward.days import Days
from relance_mailer.outward.gate import waits_for_all
from relance_mailer.outward.vigil import Hours, known_since, seen_of_text
from relance_mailer.ports import OutboxState

LOOKED_AT_MAX = 100_000
"""More dossiers than this are due: the figure is said as it is then, too low."""

SILENT_FROM = 2
"""Letters in a row of which the server said nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """What waits: letters that are written, and dossiers whose next letter may be due.

    Amounts by currency: what the letters demand, and what is owed in those dossiers.
    """

    letters: int = 0
    amounts: Mapping[str, Decimal]
    dossiers: int = 0
    owed: Mapping[str, Decimal]


async def causes_now(house: House, creditor: Creditor) -> tuple[Cause, ...]:
    """Every reason for which nothing leaves now, with since when; none: letters leave."""
    sight = (await open_eyes(house, creditor)).sight
    refused = waits_for_all(sight, next(iter(creditor.timelines.values())))
    seen = seen_of_text(await house.register.get(seen_key(creditor.id)))
    known = known_since(seen, house.clock.now(), hours_of(creditor))
    return causes(refused, sight, await _marks(house, creditor), known)


def hours_of(creditor: Creditor) -> Hours:
    """When this creditor's letters may leave; Alsace-Moselle's two holidays more are left out."""
    closed = next(iter(creditor.timelines.values())).closed_days
    return Hours(
        days=Days(closed=closed), send_from=creditor.send_from, send_until=creditor.send_until
    )


async def held_back(house: House, creditor: Creditor) -> Held:
    """What would leave, or be looked at, if nothing kept it."""
    index = {row.key: row for row in await house.lookup.index(creditor.id)}
    queued = await house.outbox.in_state(creditor.id, [OutboxState.QUEUED])
    amounts: dict[str, Decimal] = defaultdict(Decimal)
    for row in queued:
        amounts[index[row.key].currency if row.key in index else "EUR"] += row.amount
    written = {row.key for row in queued}
    owed: dict[str, Decimal] = defaultdict(Decimal)
    due = [key for key in await _due(house, creditor) if key in index and key not in written]
    rows = [index[key] for key in due]
    rows = [row for row in rows if row.owed and row.phase in {Phase.RUNNING, Phase.HELD}]
    for one in rows:
        owed[one.currency] += one.owed
    return Held(letters=len(queued), amounts=dict(amounts), dossiers=len(rows), owed=dict(owed))


async def anything_is_held(house: House, creditor: Creditor) -> bool:
    """Whether any letter is written or may be due; asked every minute, so cheaply."""
    counts = await house.outbox.counts(creditor.id)
    if counts.get(OutboxState.QUEUED, 0):
        return True
    return bool(await house.lookup.due(creditor.id, house.clock.today(), limit=1))


async def server_fails(house: House, creditor: Creditor, why: str) -> None:
    """Note that a try to hand over failed now; the first one of a row stays known."""
    name, now = server_key(creditor.id), house.clock.now().isoformat()
    since = (await house.register.get(name) or now).partition(" ")[0]
    await house.register.set(name, f"{since} {now} {why}"[:500])


async def _due(house: House, creditor: Creditor) -> tuple[DossierKey, ...]:
    return await house.lookup.due(creditor.id, house.clock.today(), limit=LOOKED_AT_MAX)


async def _marks(house: House, creditor: Creditor) -> Marks:
    register, name = house.register, creditor.id
    first = await register.get(f"{FIRST_DAY_KEY}:{name}")
    server = await _server(house, creditor)
    fetch = await _fault(house, fault_key(name, "fetch-mail"))
    watch = await _fault(house, fault_key(name, "watch"))
    return Marks(
        stopped=await _stopped(house),
        account=_account(await register.get(account_key(name)), server, house.clock.now()),
        server=server,
        silent=_silent(await register.get(silent_key(name)), await braked(house, creditor)),
        plan=await _fault(house, halted_key(name, "plan-letters")),
        # Who cannot even watch a mailbox leaves it to others, and fetches nothing himself.
        fetch=fetch or watch,
        sync=await _fault(house, fault_key(name, "sync-ledger")),
        read=await _fault(house, fault_key(name, "read-mail")),
        alive_at=await moment(register, alive_key(name)),
        to_fetch=int(await register.get(inbox_left_key(name)) or 0),
        first_day=first is None or date.fromisoformat(first) == house.clock.today(),
    )


async def _stopped(house: House) -> Fault | None:
    because = await house.register.get(STOP_KEY)
    if because is None:
        return None
    at, _, by = (await house.register.get(STOPPED_KEY) or "").partition(" ")
    who = f"par {by} : " if by else ": "
    return Fault(since=datetime.fromisoformat(at) if at else None, because=f"{who}{because}")


async def _server(house: House, creditor: Creditor) -> Fault | None:
    value = await house.register.get(server_key(creditor.id))
    if not value:
        return None
    since, _, rest = value.partition(" ")
    return Fault(since=datetime.fromisoformat(since), because=rest.partition(" ")[2])


def _silent(value: str | None, braked: str) -> Fault | None:
    """One letter in doubt is that letter's trouble, said apart; several in a row the server's.

    The brake of the day stays though evidence settled them since.
    """
    since, number, why = (value or " 0 ").split(" ", 2)
    if int(number) < SILENT_FROM and not braked:
        return None
    because = braked or f"{number} lettres de suite au sort inconnu : {why}"
    return Fault(since=datetime.fromisoformat(since) if since else None, because=because)


def _account(value: str | None, server: Fault | None, now: datetime) -> Fault | None:
    """A pause that is over says nothing any more: the next letter tries the account."""
    until, _, why = (value or "").partition(" ")
    if not until or now >= datetime.fromisoformat(until):
        return None
    return Fault(since=server.since if server else None, because=why)


async def _fault(house: House, name: str) -> Fault | None:
    value = await house.register.get(name)
    if not value:
        return None
    at, _, why = value.partition(" ")
    try:
        return Fault(since=datetime.fromisoformat(at), because=why)
    except ValueError:  # the watcher notes its fault without a moment
        return Fault(since=None, because=value)
