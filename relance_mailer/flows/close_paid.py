"""The paid dossiers of a queue, closed in one act: each one checked as if it were closed alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from relance_mailer.desk.decisions import Close
from relance_mailer.desk.possible import Impossible
from relance_mailer.desk.queues import Queue, Waiting
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import CreditorId, DossierKey
from relance_mailer.flows.house import Creditor, House
from relance_mailer.flows.work_desk import act, show
from relance_mailer.ports import Overtaken, Unreadable
from relance_mailer.words import Cause

QUEUES = (Queue.LEGAL, Queue.REVIEW)
BATCH_MAX = 500
WHY = "payé : plus rien n'est dû"
_PHASES = (Phase.LEGAL, Phase.REVIEW)


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """A dossier as it was shown: by its last message, "" where there is none."""

    key: DossierKey
    message: str


@dataclass(slots=True)
class Closed:
    """What was closed, and what was left, each with why."""

    done: list[DossierKey] = field(default_factory=list)
    left: list[tuple[DossierKey, str]] = field(default_factory=list)


def paid(queue: Queue, lines: Iterable[Waiting]) -> tuple[Seen, ...]:
    """The dossiers of a queue on which nothing is owed, 500 at most."""
    if queue not in QUEUES:
        return ()
    found = (
        Seen(key=line.key, message=line.last_message.message if line.last_message else "")
        for line in lines
        if line.key is not None and line.amount == 0
    )
    return tuple(dict.fromkeys(found))[:BATCH_MAX]


async def close_paid(
    house: House,
    creditors: Mapping[CreditorId, Creditor],
    shown: Iterable[Seen],
    *,
    by: str,
    because: str = WHY,
) -> Closed:
    """Close all that were shown as paid; what changed meanwhile is left and named."""
    closed = Closed()
    for one in shown:
        creditor = creditors.get(one.key.creditor)
        why = "créancier inconnu"
        if creditor is not None:
            try:
                why = await _close(house, creditor, one, by, because)
            except Overtaken:
                why = "a changé depuis"
            except Unreadable as error:
                why = str(error)
        if why:
            closed.left.append((one.key, why))
        else:
            closed.done.append(one.key)
    return closed


async def _close(house: House, creditor: Creditor, seen: Seen, by: str, because: str) -> str:
    """Nothing when it was closed, else why not."""
    view = await show(house, creditor, seen.key)
    dossier = view.dossier
    last = dossier.last_message.message if dossier.last_message else ""
    if dossier.owed > 0 or last != seen.message or dossier.phase not in _PHASES:
        return "a changé depuis"
    cause = Cause.UNKNOWN if dossier.cause is None else None
    verdict = Close(by=by, because=because, cause=cause)
    done = await act(house, creditor, seen.key, verdict, seen=view.last)
    return done.because if isinstance(done, Impossible) else ""
