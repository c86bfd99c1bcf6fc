"""What the daemon does, and why sending waits: said at once, in one value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.house import (
    STOP_KEY,
    Creditor,
    House,
    alive_key,
    fault_key,
    inbox_left_key,
    inbox_read_key,
    ledger_synced_key,
    moment,
    told_key,
)
from relance_mailer.flows.left_closed import left_closed
from relance_mailer.flows.waiting import Held, causes_now, held_back
from relance_mailer.outward.causes import Cause, Nature, sentence
from relance_mailer.outward.causes import moment as in_words
from relance_mailer.outward.vigil import told_of_text, worth_a_line
from relance_mailer.ports import Fate, OutboxState

CLOSED_NAMED = 5
LEAVING_FOR = timedelta(minutes=2)
"""A letter that is on its way for longer than its server needs is in doubt."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Status:
    """A creditor's state, for people and for scripts."""

    creditor: CreditorId
    mode: str
    sentence: str  # whether letters leave, and if not why and since when
    inbox_read_at: datetime | None
    ledger_synced_at: datetime | None
    alive_at: datetime | None  # the daemon's last sign of life
    sending: bool
    waiting_because: tuple[str, ...]
    causes: tuple[Cause, ...]  # the same with since when and what to do
    held: Held
    apart: tuple[str, ...]  # what keeps back single letters, the others leave
    outbox: Mapping[OutboxState, int]
    to_fetch: int  # messages that a long mailbox still holds and that the next passes bring
    unread: int
    set_aside: int
    unlinked: int
    contested: int
    faults: Mapping[str, str]  # by job: since when and what goes wrong
    is_in_trouble: bool  # nothing leaves for a cause that somebody has to mend, or asked for
    operator_told_at: datetime | None = None  # of the present wait
    operator_untold: str = ""  # why the last mail to the operator could not leave


FAULTY_JOBS = (
    "sync-ledger",
    "fetch-mail",
    "read-mail",
    "plan-letters",
    "tell-managers",
    "send-letters",
    "file-copies",
    "tell-operator",
    "watch",
)


def mode_of(creditor: Creditor) -> str:
    """The mode as it is configured: shadow, approve or send."""
    if not creditor.mode_send:
        return "shadow"
    return "send" if creditor.approval is None else "approve"


async def status(house: House, creditor: Creditor) -> Status:
    """The state of one creditor's traffic, with every reason for which sending waits."""
    causes = await causes_now(house, creditor)
    counts = await house.inbox.counts(creditor.id)
    faults = {}
    for job in FAULTY_JOBS:
        fault = await house.register.get(fault_key(creditor.id, job))
        if fault:
            faults[job] = fault
    stop = await house.register.get(STOP_KEY)
    told = told_of_text(await house.register.get(told_key(creditor.id)))
    set_aside = counts.get(Fate.SET_ASIDE, 0)
    return Status(
        creditor=creditor.id,
        mode=mode_of(creditor),
        sentence=sentence(causes),
        inbox_read_at=await moment(house.register, inbox_read_key(creditor.id)),
        ledger_synced_at=await moment(house.register, ledger_synced_key(creditor.id)),
        alive_at=await moment(house.register, alive_key(creditor.id)),
        sending=creditor.mode_send and not stop and not causes,
        waiting_because=tuple(cause.because for cause in causes),
        causes=causes,
        held=await held_back(house, creditor),
        apart=await _apart(house, creditor, set_aside),
        outbox=await house.outbox.counts(creditor.id),
        to_fetch=int(await house.register.get(inbox_left_key(creditor.id)) or 0),
        unread=counts.get(Fate.UNREAD, 0),
        set_aside=set_aside,
        unlinked=counts.get(Fate.UNLINKED, 0),
        contested=counts.get(Fate.CONTESTED, 0),
        faults=faults,
        is_in_trouble=any(
            cause.nature is not Nature.USUAL for cause in worth_a_line(causes, house.clock.now())
        ),
        operator_told_at=told.told_at if told else None,
        operator_untold=told.untold if told else "",
    )


async def _apart(house: House, creditor: Creditor, set_aside: int) -> tuple[str, ...]:
    """What keeps back the letters of some debtors only."""
    found = []
    now = house.clock.now()
    closed = await left_closed(house, creditor.id)
    if closed is not None:
        names = ", ".join(key.dossier for key in sorted(closed.why)[:CLOSED_NAMED])
        found.append(
            f"{len(closed.why)} dossier(s) illisibles par cette version ({names}), à rapprocher de "
            "la boîte après la remise en état de la base : rien n'y part ; mettez le programme à "
            "jour"
        )
    leaving = await house.outbox.in_state(creditor.id, [OutboxState.LEAVING])
    doubtful = [row for row in leaving if now - row.changed_at >= LEAVING_FOR]
    if doubtful:
        found.append(
            f"{len(doubtful)} lettre(s) au sort inconnu depuis le "
            f"{in_words(doubtful[0].changed_at)} : une preuve est cherchée, un humain décide "
            f"{creditor.doubt_minutes} min après le départ ; rien d'autre ne part pour ces dossiers"
        )
    if set_aside:
        found.append(
            f"{set_aside} message(s) mis de côté : rien ne part pour les débiteurs qu'ils nomment "
            "(« relance queue set_aside »)"
        )
    return tuple(found)
