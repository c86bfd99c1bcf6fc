"""A database brought back: marked, so that nothing leaves before it knows what left since (P3).

The mark stands in the register; `reconcile` ends it,
mailbox by mailbox. What stands outside the database (`ports.Witness`) tells of a rollback that
nobody announced: a disk put back, a file copied over.
"""

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from relance_mailer.dossier.values import CreditorId, PageId
from relance_mailer.flows.house import OPENED_KEY, STARTED_KEY, House, inbox_read_key, moment
from relance_mailer.flows.record import read_what_can_be
from relance_mailer.ports import Departure, OutboxRow
from relance_mailer.workdays import PARIS

RESTORED_KEY = "restored"
OTHER_KEY = "restore_other_key"
NOWHERE = (0, "")  # the head of a page that has no entry
LAST_DEPARTURES = 200
DEPARTURES_MAX = 20_000
"""More letters than a creditor sends in a season: who lost so many asks a human for all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ahead:
    """A page that went further than the database now knows: to `anchored`, from `stands`.

    Where it `forked` it was put back and wrote on. As long as it is shorter than it was, `stands`
    leaves out what was written since; beyond, another entry stands where the anchor was.
    """

    page: PageId
    anchored: int
    stands: int
    forked: bool = False
    anchored_at: datetime | None = None  # None: nobody wrote it down

    @property
    def outgrown(self) -> bool:
        """Whether nobody can say any more from where on it was lost."""
        return self.stands >= self.anchored

    def told(self) -> list[str | int]:
        """As JSON has it."""
        at = self.anchored_at.isoformat() if self.anchored_at else ""
        return [self.page, self.anchored, self.stands, "fork" if self.forked else "", at]

    @staticmethod
    def of(told: Sequence[str | int]) -> "Ahead":
        """Of its JSON; an earlier program wrote the first three, or four."""
        page, anchored, stands, forked, at = (*told, "", "")[:5]
        return Ahead(
            page=PageId(str(page)),
            anchored=int(anchored),
            stands=int(stands),
            forked=bool(forked),
            anchored_at=datetime.fromisoformat(str(at)) if at else None,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Restored:
    """What is known of a database that lost what happened after `since`."""

    since: datetime
    marked_at: datetime
    how: str  # restore, restore_other_key, rolled_back, letters
    ahead: tuple[Ahead, ...] = ()
    departures: tuple[Departure, ...] = ()  # letters that this machine saw leave since
    witness_from: datetime | None = None  # since when it noted them, None: no such notes

    def text(self) -> str:
        """As it stands in the register."""
        return json.dumps(
            {
                "since": self.since.isoformat(),
                "marked_at": self.marked_at.isoformat(),
                "how": self.how,
                "ahead": [one.told() for one in self.ahead],
                "departures": [one.told() for one in self.departures],
                "witness_from": self.witness_from.isoformat() if self.witness_from else None,
            },
            ensure_ascii=False,
        )

    @property
    def because(self) -> str:
        """Why sending waits."""
        when = f"{self.since.astimezone(PARIS):%d/%m/%Y à %H:%M}"
        return (
            f"base revenue à son état du {when} : rapprochement avec la boîte (reçus et envois) "
            "avant tout envoi"
        )


def restored_told(text: str) -> Restored:
    """The mark as the register has it."""
    told = json.loads(text)
    begun = told["witness_from"]
    return Restored(
        since=datetime.fromisoformat(told["since"]),
        marked_at=datetime.fromisoformat(told["marked_at"]),
        how=told["how"],
        ahead=tuple(map(Ahead.of, told["ahead"])),
        departures=tuple(Departure.of(one) for one in told["departures"]),
        witness_from=datetime.fromisoformat(begun) if begun else None,
    )


def reconciled_key(creditor: CreditorId) -> str:
    """The register's name for which mark of a restored database this mailbox has answered."""
    return f"reconciled:{creditor}"


async def pending(house: House, creditor: CreditorId) -> Restored | None:
    """The mark that this mailbox has not answered yet; None: sending need not wait for it."""
    return pending_in(await house.register.get_many(pending_names(creditor)), creditor)


def pending_names(creditor: CreditorId) -> tuple[str, str]:
    """What `pending_in` has to know of the register."""
    return RESTORED_KEY, reconciled_key(creditor)


def pending_in(known: Mapping[str, str], creditor: CreditorId) -> Restored | None:
    """The same, of what the register says under `pending_names`."""
    text, done = known.get(RESTORED_KEY), known.get(reconciled_key(creditor))
    if text is None:
        return None
    restored = restored_told(text)
    # Equal, not later: the clock may have been set back since an earlier mark was answered.
    return None if done == restored.marked_at.isoformat() else restored


async def mark(
    house: House,
    how: str,
    *,
    since: datetime,
    ahead: Iterable[Ahead] = (),
    departures: Iterable[Departure] = (),
    witness_from: datetime | None = None,
) -> Restored:
    """Let sending wait in all mailboxes; what an earlier mark says and nobody answered is kept."""
    new = Restored(
        since=since,
        marked_at=house.clock.now(),
        how=how,
        ahead=tuple(ahead),
        departures=tuple(departures)[-DEPARTURES_MAX:],
        witness_from=witness_from,
    )
    while True:
        text = await house.register.get(RESTORED_KEY)
        both = joined(new, text)
        if await house.register.swap(RESTORED_KEY, text, both.text()):
            return both


async def answered(
    house: House, creditor: CreditorId, restored: Restored, creditors: Iterable[CreditorId]
) -> None:
    """This mailbox knows again what the database had lost; after the last one the mark goes.

    A mark that came meanwhile stays, and has to be answered for itself.
    """
    mine = restored.marked_at.isoformat()
    await house.register.set(reconciled_key(creditor), mine)
    told = await house.register.get_many([reconciled_key(one) for one in creditors])
    if all(told.get(reconciled_key(one)) == mine for one in creditors):
        await house.register.swap(RESTORED_KEY, restored.text(), None)


def joined(new: Restored, text: str | None) -> Restored:
    """Both marks as one: the earlier moment, all that either of them lost.

    `text` is the earlier one as the register has it. A mailbox that answered it at this very
    moment has to answer again.
    """
    if text is None:
        return new
    before = restored_told(text)
    pages = {one.page: one for one in (*before.ahead, *new.ahead)}
    left = {one.message_id: one for one in (*before.departures, *new.departures)}
    begun = [one.witness_from for one in (new, before) if one.witness_from is not None]
    same = new.marked_at == before.marked_at
    return replace(
        new,
        marked_at=new.marked_at + timedelta(microseconds=1) if same else new.marked_at,
        since=min(new.since, before.since),
        how=next(how for how in (OTHER_KEY, "restore", new.how) if how in (new.how, before.how)),
        ahead=tuple(pages[page] for page in sorted(pages)),
        departures=tuple(left.values())[-DEPARTURES_MAX:],
        witness_from=min(begun, default=None),
    )


async def last_sign_of_life(house: House, creditors: Iterable[CreditorId]) -> datetime:
    """When the database, as it stands, was last at work: what came later it does not know."""
    read = [await moment(house.register, inbox_read_key(one)) for one in creditors]
    known = [one for one in read if one is not None]
    if known:
        return min(known)
    register = house.register
    opened = await register.get(OPENED_KEY) or await register.get(STARTED_KEY)
    day = datetime.fromisoformat(opened) if opened else house.clock.now()
    return day if day.tzinfo else day.replace(tzinfo=PARIS)


async def look_for_rollback(
    house: House, creditors: Iterable[CreditorId], *, surely: bool = False
) -> Restored | None:
    """Compare what stands outside the database with it; one that knows less is marked.

    Nothing is marked where nothing was written outside (a first start, another machine), unless it
    is known `surely` that the database was put back.
    """
    await house.witness.begin(house.clock.now())
    anchored = await house.witness.anchored()
    departures = await house.witness.departures()
    if not anchored and not departures and not surely:
        return None
    heads = await house.journal.heads()
    ahead = await _ahead(house, anchored, heads)
    unknown = [one for one in departures if heads.get(one.page, NOWHERE)[0] < one.seq]
    behind = set(unknown)
    unknown += await _forgotten(house, [one for one in departures if one not in behind])
    text = await house.register.get(RESTORED_KEY)
    before = restored_told(text) if text is not None else None
    seen = surely or ahead or unknown
    if not seen and (before is None or before.witness_from is not None):
        return None  # nothing was lost, or it was looked at before and nothing is new
    began = await last_sign_of_life(house, creditors) if before is None else before.since
    restored = await mark(
        house,
        "rolled_back" if before is None else before.how,
        since=await _since(house, began, ahead, unknown),
        ahead=ahead,
        departures=unknown,
        witness_from=await house.witness.noted_from(),
    )
    await house.witness.set_aside(restored.marked_at)
    return restored


async def _ahead(
    house: House,
    anchored: Mapping[PageId, tuple[int, str]],
    heads: Mapping[PageId, tuple[int, str]],
) -> list[Ahead]:
    """The pages that no longer hold what was anchored of them, however long they grew since."""
    grown = {page: seq for page, (seq, _) in anchored.items() if heads.get(page, NOWHERE)[0] > seq}
    chains = await house.journal.chains_at(grown)
    found = []
    for page, (seq, chain) in sorted(anchored.items()):
        stands, last = heads.get(page, NOWHERE)
        if stands < seq:
            found.append(Ahead(page=page, anchored=seq, stands=stands))
        elif (chains.get(page) if stands > seq else last) != chain:
            found.append(Ahead(page=page, anchored=seq, stands=stands, forked=True))
    return await _dated(house, found, anchored)


async def _dated(
    house: House, ahead: Sequence[Ahead], anchored: Mapping[PageId, tuple[int, str]]
) -> list[Ahead]:
    """When each of them was anchored last, and what of a short one was only written since.

    What stood there before the anchor is no later than it, and what was written after the database
    was put back is: their moments tell which is which, though their numbers are the same.
    """
    moments: dict[PageId, datetime] = {}
    pages = {one.page for one in ahead}
    for at, heads in await house.witness.anchors_of_days() if ahead else ():
        for page in pages & heads.keys():
            if heads[page] == anchored[page]:
                moments.setdefault(page, at)
    since: dict[PageId, int] = {}
    for at in set(moments.values()):
        short = [one.page for one in ahead if moments.get(one.page) == at and not one.outgrown]
        since.update(await house.journal.written_after(at, short))
    return [
        replace(
            one,
            stands=one.stands - since.get(one.page, 0),
            forked=one.forked or one.page in since,
            anchored_at=moments.get(one.page),
        )
        for one in ahead
    ]


async def _since(
    house: House, began: datetime, ahead: Sequence[Ahead], unknown: Sequence[Departure]
) -> datetime:
    """From when on letters have to be looked for.

    A database that wrote on gave signs of life since: the last anchor that still holds for all
    pages that forked, or else the beginning of what was noted, counts then.
    """
    moments = [began, *(one.at for one in unknown)]
    forked = {one.page for one in ahead if one.forked}
    if forked:
        agreed = await _agreed_on(house, forked) or await house.witness.noted_from()
        moments += [agreed] if agreed else []
    return min(moments)


async def _agreed_on(house: House, pages: Set[PageId]) -> datetime | None:
    for at, heads in await house.witness.anchors_of_days():
        told = {page: head for page, head in heads.items() if page in pages}
        chains = await house.journal.chains_at({page: seq for page, (seq, _) in told.items()})
        if all(chains.get(page) == chain for page, (_, chain) in told.items()):
            return datetime.combine(at.astimezone(PARIS).date(), time(0), PARIS)
    return None


async def _forgotten(house: House, departures: Sequence[Departure]) -> list[Departure]:
    """Of the last letters that left those of which their page knows nothing.

    A page on which somebody wrote after the rollback is as long as it was. What is lost is lost
    from one moment on, so that the last letters tell of it.
    """
    last = departures[-LAST_DEPARTURES:]
    opened, closed = await read_what_can_be(house.journal, sorted({one.page for one in last}))
    known = {
        letter.message_id
        for page in opened.values()
        for letter in (page.dossier.letters if page.dossier else ())
    }
    unreadable = {one.page for one in closed}
    return [one for one in last if one.message_id not in known and one.page not in unreadable]


async def left_already(house: House, rows: Sequence[OutboxRow]) -> bool:
    """Whether a copy of a queued letter stands in the mailbox: the database was rolled back.

    Then nothing more leaves before it knows again what did.
    """
    ids = [row.message_id for row in rows]
    copies = {*await house.inbox.known_message_ids(ids, sent_folder=True)}
    copies |= await house.inbox.known_message_ids(ids, sent_folder=False)
    left = [row for row in rows if row.message_id in copies]
    if left:
        await mark(house, "letters", since=min(row.changed_at for row in left))
    return bool(left)
