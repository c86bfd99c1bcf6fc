"""Ledger → journal: what opened, changed, was paid, credited, cancelled or vanished.

A dossier in which our own fault raises goes to a human, and the ledger of the others is taken in.
"""

import traceback
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from relance_mailer.dossier.events import DossierEvent, ReviewAsked
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import (
    DebtorId,
    DossierKey,
    LedgerPayment,
    LedgerRow,
    PastInvoice,
)
from relance_mailer.flows.house import Creditor, House, Look, ledger_synced_key, look_of
from relance_mailer.flows.known_debtor import OfDebtor, known_of_new
from relance_mailer.flows.record import Draft, record
from relance_mailer.outward.enclosing import with_documents
from relance_mailer.outward.reconcile import paid_invoices, reconcile
from relance_mailer.ports import Fault, Ledger, LedgerReading, Overtaken, RowFault, Unreadable
from relance_mailer.words import Segment

BATCH = 100
"""Dossiers a transaction."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Synced:
    """What a pass did."""

    rows: int
    dossiers: int
    changed: int  # dossiers in which something happened
    events: int
    faults: tuple[RowFault, ...]
    modified_at: datetime
    broken: tuple[tuple[DossierKey, str], ...] = ()  # our own fault, with why
    ambiguous: tuple[str, ...] = ()  # invoices with more than one document: none is taken

    def counts(self) -> dict[str, int]:
        """What the pass did, in figures."""
        return {
            "rows": self.rows,
            "changed": self.changed,
            "events": self.events,
            "refused_rows": len(self.faults),
        }


@dataclass(frozen=True, kw_only=True, slots=True)
class _Batch:
    rows: dict[DossierKey, list[LedgerRow]]
    payments: dict[str, list[LedgerPayment]]
    reading: LedgerReading
    scope: str
    today: date
    creditor: Creditor
    past: dict[DebtorId, tuple[PastInvoice, ...]]
    known: Mapping[DebtorId, OfDebtor] = field(default_factory=dict)
    broken: list[tuple[DossierKey, str]] = field(default_factory=list)

    def events(self, draft: Draft, key: DossierKey) -> tuple[DossierEvent, ...]:
        dossier = draft.dossier(key)
        rows = self.rows.get(key, [])
        numbers = {row.invoice.number for row in rows}
        if dossier:
            numbers |= {kept.invoice.number for kept in dossier.invoices}
        return reconcile(
            rows,
            dossier,
            [one for number in sorted(numbers) for one in self.payments.get(number, ())],
            scope=self.scope,
            refused=self.reading.refused,
            today=self.today,
            levels=self._levels(rows, dossier),
            past=self._past(rows, dossier),
        )

    def heard(self, before: Dossier | None, after: Dossier | None) -> tuple[DossierEvent, ...]:
        """What his other dossiers know of the debtor to whom this one has just come."""
        if after is None or after.debtor is None:
            return ()
        debtor = after.debtor.debtor_id
        if before is not None and before.debtor and before.debtor.debtor_id == debtor:
            return ()
        known = self.known.get(debtor)
        return known.heard_for(after) if known else ()

    def _past(self, rows: Sequence[LedgerRow], dossier: Dossier | None) -> tuple[PastInvoice, ...]:
        """How the debtor paid last, in whichever dossier."""
        debtor = rows[0].debtor if rows else dossier.debtor if dossier else None
        return self.past.get(debtor.debtor_id, ()) if debtor else ()

    def _levels(self, rows: Sequence[LedgerRow], dossier: Dossier | None) -> tuple[str, ...]:
        """The levels that a rank in the ledger's `last_level` counts."""
        debtor = rows[0].debtor if rows else dossier.debtor if dossier else None
        segment = debtor.segment if debtor else Segment.SME
        return self.creditor.levels_of(segment)


async def sync_ledger(house: House, creditor: Creditor, ledger: Ledger) -> Synced:
    """Take the whole ledger in; doing it twice changes nothing.

    Raises `Permanent` when the ledger is broken as a whole: nothing was changed then, and its age
    goes on rising until sending waits.
    """
    reading = await ledger.read()
    rows, doubts = with_documents(reading.rows, house.papers.shelf(creditor.id))
    reading = replace(reading, rows=rows)
    batch = _sorted_out(reading, creditor, house.clock.today())
    index = await house.lookup.index(creditor.id)
    debtors = {key: rows[0].debtor.debtor_id for key, rows in batch.rows.items()}
    keys = sorted({row.key for row in index} | set(batch.rows))
    look = look_of(creditor, house.clock.today())
    changed = events = 0
    for start in range(0, len(keys), BATCH):
        some = keys[start : start + BATCH]
        told = {key: debtors[key] for key in some if key in debtors}
        known = await known_of_new(house, index, told)
        done = await _recorded(house, replace(batch, known=known), some, look)
        changed += sum(1 for count in done if count)
        events += sum(done)
    await house.register.set(ledger_synced_key(creditor.id), _age(house, creditor, reading))
    return Synced(
        rows=len(reading.rows),
        dossiers=len(batch.rows),
        changed=changed,
        events=events,
        faults=reading.faults,
        modified_at=reading.modified_at,
        broken=tuple(batch.broken),
        ambiguous=doubts,
    )


def _sorted_out(reading: LedgerReading, creditor: Creditor, today: date) -> _Batch:
    rows: dict[DossierKey, list[LedgerRow]] = defaultdict(list)
    debtors: dict[DebtorId, list[LedgerRow]] = defaultdict(list)
    for row in reading.rows:
        if row.key.creditor == creditor.id:
            rows[row.key].append(row)
            debtors[row.debtor.debtor_id].append(row)
    payments: dict[str, list[LedgerPayment]] = defaultdict(list)
    for payment in reading.payments:
        payments[payment.number].append(payment)
    past = {
        debtor: paid_invoices(theirs, payments, creditor.habits_looked_at)
        for debtor, theirs in debtors.items()
    }
    return _Batch(
        rows=dict(rows),
        payments=dict(payments),
        reading=reading,
        scope=creditor.ledger_scope,
        today=today,
        creditor=creditor,
        past=past,
    )


async def _recorded(
    house: House, batch: _Batch, keys: Sequence[DossierKey], look: Look
) -> list[int]:
    """How many events each dossier got; a batch that fails is done one by one."""

    def decide(draft: Draft) -> list[int]:
        counts = []
        for key in keys:
            before, events = draft.dossier(key), batch.events(draft, key)
            draft.write(key.page, events)
            heard = batch.heard(before, draft.dossier(key))
            draft.write(key.page, heard)
            counts.append(len(events) + len(heard))
        return counts

    def asleep(dossier: Dossier) -> None:
        """Nothing in it is asked until a human or a message moves it."""

    def to_a_human(draft: Draft) -> list[int]:
        because = batch.broken[-1][1]
        asked = ReviewAsked(reason="internal_error", because=because)
        dossier = draft.dossier(keys[0])
        known = dossier is None or asked.reason in {one.reason for one in dossier.review_reasons}
        draft.write(keys[0].page, [] if known else [asked])
        return [0 if known else 1]

    pages, now = [key.page for key in keys], house.clock.now()
    works: tuple[tuple[Callable[[Draft], list[int]], Look], ...]
    works = ((decide, look), (to_a_human, asleep))
    for work, next_look in works:
        try:
            return await record(house.journal, pages, work, at=now, look=next_look)
        except Overtaken:
            if len(keys) == 1:
                raise
            break
        except Unreadable as error:
            if len(keys) == 1:
                batch.broken.append((keys[0], str(error)))
                return [0]
            break
        except Fault:
            raise
        except Exception:
            if len(keys) > 1:
                break
            because = f"grand livre : {traceback.format_exc().splitlines()[-1]}"[:300]
            batch.broken.append((keys[0], because))
    else:
        return [0]
    return [count for key in keys for count in await _recorded(house, batch, [key], look)]


def _age(house: House, creditor: Creditor, reading: LedgerReading) -> str:
    """Business time of this pass, or the file's own day if that is older."""
    now = house.clock.now()
    if creditor.ledger_file_age_counts:
        now = min(now, reading.modified_at)
    return now.isoformat()
