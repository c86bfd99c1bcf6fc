"""The outbox's contract: who may take a letter, in which order, and how it is found again."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from contracts.conftest import Store
from contracts.store_cases import ACME, AT, DAY, FIRST, digest, key, letter, opening, record
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import CreditorId, DossierKey
from relance_mailer.ports import MoveLetter, OutboxRow, OutboxState, Permanent

LEASE = 120


async def queued(
    store: Store, dossier: str, *, amount: str = "100.00", rank: int = 0, creditor: str = "acme"
) -> DossierKey:
    """A dossier with a letter in the outbox."""
    where = key(dossier, creditor)
    await record(store.journal, where, opening(dossier, amount=amount))
    event, effect = letter(where, amount=amount, rank=rank)
    await record(store.journal, where, [event], effects=[effect])
    return where


async def moved(
    store: Store,
    where: DossierKey,
    to: OutboxState,
    *,
    minutes: int = 0,
    wait: int = 0,
    take_back_try: bool = False,
) -> None:
    """Move the dossier's first letter, whatever its state."""
    at = AT + timedelta(minutes=minutes)
    effect = MoveLetter(
        key=where,
        step=FIRST,
        expected=frozenset(OutboxState),
        to=to,
        reply="250 OK",
        not_before=at + timedelta(minutes=wait) if wait else None,
        take_back_try=take_back_try,
    )
    note = e.NoteWritten(because="essai", by="Anne", text=to.value)
    await record(store.journal, where, [note], effects=[effect], at=at)


async def claimed(store: Store, *, limit: int = 50, minutes: int = 0) -> list[OutboxRow]:
    """What a worker gets now."""
    now = AT + timedelta(minutes=minutes)
    return list(await store.outbox.claim(ACME, now=now, lease_seconds=LEASE, limit=limit))


async def test_announced_levels_first_then_the_largest(store: Store) -> None:
    """Rank before amount; the limit cuts the rest off; another creditor's stay."""
    for dossier, amount, rank in (("A", "50", 1), ("B", "900", 1), ("C", "10", 0)):
        await queued(store, dossier, amount=amount, rank=rank)
    await queued(store, "Z", amount="5000", creditor="autre")
    assert [row.key.dossier for row in await claimed(store, limit=2)] == ["C", "B"]
    assert [row.key.dossier for row in await claimed(store)] == ["A"]


async def test_a_claimed_letter_carries_all_that_was_queued(store: Store) -> None:
    """Nothing has to be looked up elsewhere to send it."""
    where = await queued(store, "A", amount="1234.56", rank=3)
    _, effect = letter(where, amount="1234.56", rank=3)
    [row] = await claimed(store)
    assert (row.key, row.step, row.message_id, row.token) == (
        where,
        FIRST,
        effect.message_id,
        effect.token,
    )
    assert (row.recipients, row.envelope_from) == (effect.recipients, effect.envelope_from)
    assert (row.amount, row.rank, row.tries) == (Decimal("1234.56"), 3, 0)
    assert (row.changed_at, row.composed_for, row.filed) == (AT, DAY, False)
    assert await store.outbox.mime(row.digest) == effect.mime


async def test_a_lease_keeps_others_away_until_it_runs_out(store: Store) -> None:
    """Real time decides, business time does not."""
    await queued(store, "A")
    assert len(await claimed(store)) == 1
    assert await claimed(store, minutes=60 * 24) == []
    store.real_time.now += timedelta(seconds=LEASE + 1)
    assert len(await claimed(store)) == 1


async def test_a_released_letter_may_be_taken_at_once(store: Store) -> None:
    """The worker stops in order and gives back what it had not begun."""
    await queued(store, "A")
    [row] = await claimed(store)
    await store.outbox.release([row.id])
    assert [again.id for again in await claimed(store)] == [row.id]


async def test_a_letter_put_off_waits_in_business_time(store: Store) -> None:
    """A 451 came: again in half an hour, and the try is counted."""
    where = await queued(store, "A")
    await moved(store, where, OutboxState.QUEUED, wait=30)
    assert await claimed(store, minutes=29) == []
    [row] = await claimed(store, minutes=30)
    assert (row.tries, row.not_before) == (1, AT + timedelta(minutes=30))


async def test_a_try_that_began_is_counted_once(store: Store) -> None:
    """Leaving counts; falling back to the queue afterwards does not count again."""
    where = await queued(store, "A")
    await moved(store, where, OutboxState.LEAVING)
    await moved(store, where, OutboxState.QUEUED)
    [row] = await claimed(store)
    assert row.tries == 1


async def test_what_our_own_disk_kept_back_was_no_try(store: Store) -> None:
    """It began to leave and was never offered; a real try before it stays counted."""
    where = await queued(store, "A")
    await moved(store, where, OutboxState.QUEUED)
    for _ in range(3):
        await moved(store, where, OutboxState.LEAVING)
        await moved(store, where, OutboxState.QUEUED, take_back_try=True)
    [row] = await claimed(store)
    assert row.tries == 1


async def test_letters_are_found_by_state_oldest_change_first(store: Store) -> None:
    """Doubts are settled in the order in which they arose."""
    for minutes, dossier in ((5, "A"), (1, "B"), (3, "C")):
        where = await queued(store, dossier)
        await moved(store, where, OutboxState.LEAVING, minutes=minutes)
    await queued(store, "D")
    rows = await store.outbox.in_state(ACME, [OutboxState.LEAVING, OutboxState.UNSURE])
    assert [row.key.dossier for row in rows] == ["B", "C", "A"]
    assert await store.outbox.counts() == {OutboxState.LEAVING: 3, OutboxState.QUEUED: 1}


async def test_letters_are_counted_for_one_creditor_or_for_all(store: Store) -> None:
    """Each creditor's status tells his own letters."""
    await moved(store, await queued(store, "A"), OutboxState.SENT)
    await queued(store, "B")
    await queued(store, "Z", creditor="autre")
    assert await store.outbox.counts(ACME) == {OutboxState.SENT: 1, OutboxState.QUEUED: 1}
    assert await store.outbox.counts(CreditorId("autre")) == {OutboxState.QUEUED: 1}
    assert await store.outbox.counts() == {OutboxState.SENT: 1, OutboxState.QUEUED: 2}


async def test_sent_letters_are_filed_once(store: Store) -> None:
    """A copy goes to the Sent folder; those in doubt are not filed."""
    for dossier, state in (("A", OutboxState.SENT), ("B", OutboxState.UNSURE)):
        await moved(store, await queued(store, dossier), state)
    [row] = await store.outbox.to_file(ACME, limit=10)
    assert row.key.dossier == "A"
    await store.outbox.filed([row.id])
    assert await store.outbox.to_file(ACME, limit=10) == ()


async def test_the_daily_ceiling_counts_what_was_queued_or_left(store: Store) -> None:
    """A refused or withdrawn letter leaves room for another."""
    states = {
        "A": OutboxState.QUEUED,
        "B": OutboxState.SENT,
        "C": OutboxState.BOUNCED,
        "D": OutboxState.WITHDRAWN,
        "E": OutboxState.REFUSED,
    }
    for dossier, state in states.items():
        await moved(store, await queued(store, dossier), state)
    assert await store.outbox.queued_or_sent_on(ACME, DAY) == 3
    assert await store.outbox.queued_or_sent_on(ACME, date(2026, 10, 21)) == 0


async def test_bytes_that_are_not_kept_are_said_to_be_missing(store: Store) -> None:
    """A human has to look: there is nothing to send."""
    with pytest.raises(Permanent, match="manquent"):
        await store.outbox.mime(digest(b"never"))
