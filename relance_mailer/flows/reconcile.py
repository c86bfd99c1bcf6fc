"""A database brought back learns again what left since; only then does anything leave (P3).

Gather: the mailbox was read whole since (received and sent), everything in it is read, the ledger
is of today. Decide: a copy that bears our own signed Message-ID is a letter that left; one that
this machine noted and that has no copy may have left. Apply: the letters are journaled as what
they were, and the dossiers of which nobody can say so go to `review`: those that lost entries,
and, where no evidence can be complete, those that a letter could have left for since. A dossier
whose page this program can't read is compared when it can be, and alone waits for that.
"""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from relance_mailer.dossier import events as e
from relance_mailer.dossier.fold import fold
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import CreditorId, DossierKey, PageId, key_of_page
from relance_mailer.flows.house import (
    Creditor,
    House,
    inbox_read_whole_key,
    ledger_synced_key,
    look_of,
    moment,
)
from relance_mailer.flows.known_again import Known, know_again
from relance_mailer.flows.left_closed import leave_closed, left_closed
from relance_mailer.flows.record import Draft, read_what_can_be, record
from relance_mailer.flows.restored import OTHER_KEY, Restored, answered, pending
from relance_mailer.outward.timeline import next_look_on
from relance_mailer.ports import Unreadable
from relance_mailer.workdays import PARIS

Answer = TypeVar("Answer")

LOST, UNKNOWN = "restored_lost", "restored_unknown"
BATCH = 100
AUTHOR = "relance"


@dataclass(slots=True)
class Reconciled:
    """What a pass did; `waits` says what has to happen first (empty: it is done, or not needed)."""

    waits: str = ""
    done: bool = False
    known_again: int = 0
    lost: list[DossierKey] = field(default_factory=list)
    unknown: list[DossierKey] = field(default_factory=list)
    closed: dict[DossierKey, str] = field(default_factory=dict)  # compared once they can be read
    complete: bool = True  # whether the evidence says of every letter that it left or did not

    def counts(self) -> dict[str, int]:
        """What the pass did, in figures."""
        return {
            "known_again": self.known_again,
            "lost": len(self.lost),
            "unknown": len(self.unknown),
            "closed": len(self.closed),
        }


async def reconcile(
    house: House,
    creditor: Creditor,
    creditors: Sequence[CreditorId],
    *,
    accepted: tuple[str, str] | None = None,
) -> Reconciled:
    """One pass over a database that was brought back; nothing where none was.

    `accepted` is who answers for it that nothing unknown left, and why: then nobody goes to
    `review` for that.
    """
    restored = await pending(house, creditor.id)
    if restored is None:
        return await _opened_since(house, creditor)
    waits = await what_comes_first(house, creditor, restored)
    if waits:
        return Reconciled(waits=waits)
    done = await _compared(house, creditor, restored, accepted)
    await _note(house, creditor, restored, done, accepted)
    await leave_closed(house, creditor.id, restored, closed=done.closed)
    await answered(house, creditor.id, restored, creditors)
    return done


async def _opened_since(house: House, creditor: Creditor) -> Reconciled:
    """Compare the dossiers whose page could not be read before and can be now."""
    left = await left_closed(house, creditor.id)
    if left is None:
        return Reconciled()
    opened, _ = await read_what_can_be(house.journal, [key.page for key in sorted(left.why)])
    only = frozenset(key for key in left.why if key.page in opened)
    if not only:
        return Reconciled()
    waits = await what_comes_first(house, creditor, left.restored)
    if waits:
        return Reconciled(waits=waits)
    done = await _compared(house, creditor, left.restored, None, only)
    await _note(house, creditor, left.restored, done, None)
    await leave_closed(house, creditor.id, left.restored, closed=done.closed, compared=only)
    return done


async def _compared(
    house: House,
    creditor: Creditor,
    restored: Restored,
    accepted: tuple[str, str] | None,
    only: Container[DossierKey] | None = None,
) -> Reconciled:
    """The mailbox compared with all dossiers, or with some."""
    known = await know_again(house, creditor, restored, only)
    done = Reconciled(done=True, known_again=len(known.letters), closed=known.closed)
    done.complete = _is_complete(house, creditor, restored, known)
    done.lost = await _ask(house, creditor, _lost(restored, known), LOST, known)
    if accepted is None:
        doubtful = {**known.doubtful}
        if not done.complete:
            doubtful.update(await _could_have_left(house, creditor, restored, known))
        done.unknown = await _ask(house, creditor, doubtful, UNKNOWN, known)
    return done


async def what_comes_first(house: House, creditor: Creditor, restored: Restored) -> str:
    """What has to be read before the mailbox can be believed, in French; empty: nothing."""
    whole = await moment(house.register, inbox_read_whole_key(creditor.id))
    # The server may still be delivering the copy of a letter that had just left.
    from_then = restored.marked_at + timedelta(minutes=creditor.doubt_minutes)
    if whole is None or whole < from_then:
        return (
            "lecture entière de la boîte et des envois attendue après le "
            f"{from_then.astimezone(PARIS):%d/%m/%Y à %H:%M}"
        )
    unread = (await house.inbox.wait(creditor.id)).unread
    if unread:
        return f"{unread} message(s) encore à lire"
    synced = await moment(house.register, ledger_synced_key(creditor.id))
    if synced is None or synced.date() < restored.since.date():
        return "le grand livre n'a pas été relu"
    return ""


def _is_complete(house: House, creditor: Creditor, restored: Restored, known: Known) -> bool:
    """Whether a letter of which nothing was found surely did not leave.

    The journal copy leaves with the letter and the provider's copy is his own; a copy that we file
    ourselves may be missing. What this machine noted is whole unless it was rolled back too.
    """
    if restored.how == OTHER_KEY:
        return False  # our own letters bear another signature than ours of today
    if creditor.proof == "journal" and creditor.journal_address:
        return True
    if creditor.proof == "provider_sent" and creditor.sent_folder and not creditor.file_sent_copy:
        return True
    begun = restored.witness_from
    noted = {one.message_id for one in restored.departures}
    saw_it = all(one.was_leaving or one.message_id in noted for one in known.letters)
    return house.witness.sees_all and begun is not None and begun <= restored.since and saw_it


def _lost(restored: Restored, known: Known) -> dict[DossierKey, str]:
    """Dossiers whose page went further than what is known of it again.

    A page of which only letters are missing is whole once they are known again. A letter that left
    after the anchor was made explains nothing of what stood there.
    """
    found = {}
    for one in restored.ahead:
        key = key_of_page(one.page)
        if key is None or not known.asks(key):
            continue
        again = sum(
            letter.entries
            for letter in known.letters
            if letter.key == key and (one.anchored_at is None or letter.left_at <= one.anchored_at)
        )
        missing = one.anchored - one.stands - again
        if one.forked and one.outgrown:
            found[key] = (
                f"après l'ancre à l'écriture {one.anchored}, la base a été remise à un état plus "
                "ancien puis a continué autrement : des écritures du dossier ont été perdues, une "
                "décision prise par quelqu'un peut en être"
            )
        elif missing > 0:
            found[key] = (
                f"{missing} écriture(s) du dossier ont été perdues avec la base (ancre à "
                f"{one.anchored}, retrouvé {one.stands}) : une décision prise par quelqu'un peut "
                "en être"
            )
    return found


async def _could_have_left(
    house: House, creditor: Creditor, restored: Restored, known: Known
) -> dict[DossierKey, str]:
    """The dossiers for which a letter could have left without leaving a trace that can be found."""
    found = {}
    until = restored.marked_at.astimezone(PARIS).date()
    rows = await house.lookup.index(creditor.id, [Phase.RUNNING, Phase.HELD, Phase.SETTLED])
    again = {letter.key for letter in known.letters}
    for row in rows:
        if not known.asks(row.key):
            continue
        try:
            before = await _as_restored(house, row.key, restored, again)
        except Unreadable as error:
            known.closed[row.key] = str(error)
            continue
        if before is None or _may_have_been_due(before, creditor, restored, until):
            found[row.key] = (
                "la base a été remise à un état plus ancien et rien ne dit si une lettre est "
                f"partie entre le {restored.since.astimezone(PARIS):%d/%m/%Y} et le "
                f"{until:%d/%m/%Y} : à vérifier avant toute lettre"
            )
    return found


async def _as_restored(
    house: House, key: DossierKey, restored: Restored, again: Iterable[DossierKey]
) -> Dossier | None:
    """The dossier as it was found, or with the letters that are known again; None: opened since.

    Raises `Unreadable`: only of a page that makes sense as a whole a part does too.
    """
    await house.journal.read([key.page])
    entries = await house.journal.entries(key.page)
    if key not in set(again):
        entries = tuple(one for one in entries if one.at < restored.marked_at)
    return fold(entries) if entries else None


def _may_have_been_due(
    dossier: Dossier, creditor: Creditor, restored: Restored, until: date
) -> bool:
    if dossier.debtor is None or dossier.barred_by or dossier.phase in (Phase.REVIEW, Phase.LEGAL):
        return False
    day = restored.since.astimezone(PARIS).date()
    on = next_look_on(dossier, creditor.timeline(dossier), today=day)
    return on is not None and on <= until


async def _ask(
    house: House, creditor: Creditor, because: dict[DossierKey, str], reason: str, known: Known
) -> list[DossierKey]:
    """Send these dossiers to `review`, each once; those of nobody in the database are left out."""
    keys = sorted(because)
    asked: list[DossierKey] = []
    for start in range(0, len(keys), BATCH):
        some = await _readable(house, keys[start : start + BATCH], known)

        def decide(draft: Draft, some: Sequence[DossierKey] = some) -> list[DossierKey]:
            moved = []
            for key in some:
                dossier = draft.dossier(key)
                if dossier is None or reason in {one.reason for one in dossier.review_reasons}:
                    continue
                draft.write(key.page, [e.ReviewAsked(reason=reason, because=because[key])])
                moved.append(key)
            return moved

        asked += await _recorded(house, creditor, [key.page for key in some], decide)
    return asked


async def _readable(house: House, keys: Sequence[DossierKey], known: Known) -> list[DossierKey]:
    """Those whose page can be read; the others are noted as closed."""
    _, faults = await read_what_can_be(house.journal, [key.page for key in keys])
    why = {fault.page: str(fault) for fault in faults}
    known.closed.update({key: why[key.page] for key in keys if key.page in why})
    return [key for key in keys if key.page not in why]


async def _recorded(
    house: House, creditor: Creditor, pages: Sequence[PageId], decide: Callable[[Draft], Answer]
) -> Answer:
    look = look_of(creditor, house.clock.today())
    return await record(house.journal, pages, decide, at=house.clock.now(), look=look)


async def _note(
    house: House,
    creditor: Creditor,
    restored: Restored,
    done: Reconciled,
    accepted: tuple[str, str] | None,
) -> None:
    """What was found, on the mailbox's page (P9)."""
    by, because = accepted or (AUTHOR, restored.because)
    text = (
        f"base revenue à son état du {restored.since.astimezone(PARIS):%d/%m/%Y %H:%M} : "
        f"{done.known_again} lettre(s) reconnue(s), {len(done.lost)} dossier(s) aux écritures "
        f"perdues, {len(done.unknown)} dossier(s) à vérifier"
        f"{_closed_words(done)}"
    )
    note = e.NoteWritten(because=because, by=by, text=text)

    def decide(draft: Draft) -> None:
        draft.write(creditor.page, [note])

    await _recorded(house, creditor, [creditor.page], decide)


def _closed_words(done: Reconciled) -> str:
    if not done.closed:
        return ""
    return f", {len(done.closed)} dossier(s) illisibles à rapprocher plus tard"
