"""What the daemon does, and why sending waits: said at once, in one value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.house import (
    STOP_KEY,
    Creditor,
    House,
    account_key,
    inbox_left_key,
    inbox_read_key,
    ledger_synced_key,
    moment,
)
from relance_mailer.flows.sight import open_eyes
from relance_mailer.outward.gate import waits_for_all
from relance_mailer.ports import Fate, OutboxState


@dataclass(frozen=True, kw_only=True, slots=True)
class Status:
    """A creditor's state, for people and for scripts."""

    creditor: CreditorId
    mode: str
    inbox_read_at: datetime | None
    ledger_synced_at: datetime | None
    sending: bool
    waiting_because: tuple[str, ...]
    outbox: Mapping[OutboxState, int]
    to_fetch: int  # messages that a long mailbox still holds and that the next passes bring
    unread: int
    set_aside: int
    unlinked: int
    contested: int
    faults: Mapping[str, str]  # by job: what went wrong the last time


def fault_key(creditor: str, job: str) -> str:
    """The register's name for what went wrong in a job the last time."""
    return f"fault:{creditor}:{job}"


FAULTY_JOBS = (
    "sync-ledger",
    "fetch-mail",
    "read-mail",
    "plan-letters",
    "tell-managers",
    "send-letters",
    "file-copies",
    "watch",
)


def mode_of(creditor: Creditor) -> str:
    """The mode as it is configured: shadow, approve or send."""
    if not creditor.mode_send:
        return "shadow"
    return "send" if creditor.approval is None else "approve"


async def status(house: House, creditor: Creditor) -> Status:
    """The state of one creditor's traffic, with every reason for which sending waits."""
    eyes = await open_eyes(house, creditor)
    timeline = next(iter(creditor.timelines.values()))
    because = [refusal.because for refusal in waits_for_all(eyes.sight, timeline)]
    paused = await house.register.get(account_key(creditor.id))
    if paused:
        because.append(f"compte d'envoi refusé : {paused}")
    counts = await house.inbox.counts(creditor.id)
    faults = {}
    for job in FAULTY_JOBS:
        fault = await house.register.get(fault_key(creditor.id, job))
        if fault:
            faults[job] = fault
    stop = await house.register.get(STOP_KEY)
    return Status(
        creditor=creditor.id,
        mode=mode_of(creditor),
        inbox_read_at=await moment(house.register, inbox_read_key(creditor.id)),
        ledger_synced_at=await moment(house.register, ledger_synced_key(creditor.id)),
        sending=creditor.mode_send and not stop and not because,
        waiting_because=tuple(because),
        outbox=await house.outbox.counts(creditor.id),
        to_fetch=int(await house.register.get(inbox_left_key(creditor.id)) or 0),
        unread=counts.get(Fate.UNREAD, 0),
        set_aside=counts.get(Fate.SET_ASIDE, 0),
        unlinked=counts.get(Fate.UNLINKED, 0),
        contested=counts.get(Fate.CONTESTED, 0),
        faults=faults,
    )
