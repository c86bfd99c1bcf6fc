"""The queues' contract: counts, sums and order are those of looking at every dossier that day."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest

from contracts.conftest import Store
from contracts.store_cases import ACME, AT, DAY, key, opening, record
from pure.dossier.every_event import EVERY_EVENT
from relance_mailer.desk.queues import Queue, Waiting, ranked, waiting_in
from relance_mailer.dossier import events as e
from relance_mailer.dossier.fold import fold
from relance_mailer.dossier.values import CreditorId, DossierKey, Invoice, InvoiceNumber
from relance_mailer.ports import QueuePlace, QueueSize, Rebuilt

OTHER = CreditorId("autre")
BOUNCE = next(event for event in EVERY_EVENT if isinstance(event, e.ContactBounced))
AMOUNTS = ("0.01", "80.00", "80.00", "1200.50", "9999.99", "10000.00", "250000.00")
LATER = (0, 1, 12, 200, 700, 1500)
ALL = 10_000


def happenings(chance: Random, where: DossierKey) -> list[e.DossierEvent]:
    """What leaves a dossier waiting in any of its queues, or in none."""
    hostile = e.HandedToLegal(because="« voleurs »", reason="hostile")
    filed = e.LegalStepTaken(
        because="dépôt", by="Anne", legal_step="petition_filed",
        taken_on=DAY - timedelta(days=chance.randrange(40)),
    )  # fmt: skip
    asked = e.ReviewAsked(because="?", reason=chance.choice(["question", "opt_out"]))
    tasks = [
        e.TaskOpened(
            because="",
            task=f"task:{number}",
            what=chance.choice(["Appeler", "Écrire", "à voir"]),
            due_on=DAY + timedelta(days=chance.randrange(40)),
            owner="Luc",
        )
        for number in range(chance.randrange(3))
    ]
    paid = e.InvoiceSettled(
        because="payée",
        number=InvoiceNumber(f"FA/{where.dossier}-01"),
        settled_on=DAY,
        how=e.Settlement.PAID,
    )
    told: list[e.DossierEvent] = [*tasks]
    told += [BOUNCE] if chance.random() < 0.3 else []
    told += chance.choice([[], [asked], [hostile], [hostile, filed]])
    return told + ([paid] if chance.random() < 0.15 else [])


def opened(chance: Random, where: DossierKey) -> list[e.DossierEvent]:
    """A dossier whose invoice is new, late or nearly limited, of an amount that others have too."""
    described, first = opening(where.dossier)
    due_on = chance.choice(
        [date(2021, 10, 25), date(2022, 3, 1), date(2026, 9, 1), date(2027, 1, 9)]
    )
    invoice = Invoice(
        number=first.invoice.number,
        issued_on=due_on,
        due_on=due_on,
        amount=Decimal(chance.choice(AMOUNTS)),
    )
    return [described, e.InvoiceOpened(because="", invoice=invoice)]


async def some_dossiers(store: Store, number: int, seed: int) -> None:
    """Dossiers of two creditors, written to in two goes."""
    chance = Random(seed)
    for one in range(number):
        where = key(f"{chance.choice('AaÉz')}-{one}", chance.choice([ACME, ACME, OTHER]))
        await record(store.journal, where, opened(chance, where))
        if told := happenings(chance, where):
            await record(store.journal, where, told)


async def looked_at(
    store: Store, creditors: list[CreditorId], on: date
) -> dict[Queue, list[Waiting]]:
    """Every dossier folded and asked, queue by queue in the order of R12."""
    lines: list[Waiting] = []
    for row in await store.lookup.index():
        dossier = fold(await store.journal.entries(row.key.page))
        if dossier is not None and dossier.key.creditor in creditors:
            lines += waiting_in(dossier, on)
    return {queue: list(ranked(x for x in lines if x.queue is queue)) for queue in Queue}


async def line_at(store: Store, place: QueuePlace, on: date) -> Waiting:
    dossier = fold(await store.journal.entries(place.key.page))
    assert dossier is not None
    return waiting_in(dossier, on)[place.nth]


@pytest.mark.parametrize("seed", range(3))
async def test_counts_sums_and_order_are_those_of_looking_at_all(store: Store, seed: int) -> None:
    """On the day itself and on days after which no entry was written."""
    await some_dossiers(store, 24, seed)
    for creditors in ([ACME], [ACME, OTHER]):
        for later in LATER:
            on = DAY + timedelta(days=later)
            wanted = await looked_at(store, creditors, on)
            assert await store.lookup.queue_sizes(creditors, on) == tuple(
                QueueSize(queue=queue, lines=len(lines), amount=sum(x.amount for x in lines))  # type: ignore[arg-type]
                for queue, lines in sorted(wanted.items())
                if lines
            )
            places = await store.lookup.queue_places(creditors, on, queues=tuple(Queue), limit=ALL)
            found = [await line_at(store, place, on) for place in places]
            assert found == [line for _, lines in sorted(wanted.items()) for line in lines]


async def test_a_page_of_a_queue_is_a_slice_of_it(store: Store) -> None:
    """The limit and the offset are those of each queue."""
    await some_dossiers(store, 40, 1)
    asked = (Queue.TASKS, Queue.REVIEW)
    whole = await store.lookup.queue_places([ACME], DAY, queues=asked, limit=ALL)
    for queue in asked:
        mine = [place for place in whole if place.queue is queue]
        assert len(mine) > 3, queue
        for offset in (0, 2, len(mine)):
            some = await store.lookup.queue_places(
                [ACME], DAY, queues=[queue], limit=3, offset=offset
            )
            assert list(some) == mine[offset : offset + 3]
    first = await store.lookup.queue_places([ACME], DAY, queues=asked, limit=1)
    assert [place.queue for place in first] == [Queue.REVIEW, Queue.TASKS]
    assert await store.lookup.queue_places([], DAY, queues=asked, limit=9) == ()
    assert await store.lookup.queue_places([ACME], DAY, queues=(), limit=9) == ()
    assert await store.lookup.queue_sizes([], DAY) == ()


async def test_what_waits_no_more_leaves_its_queue(store: Store) -> None:
    """In the commit that decides it."""
    await record(store.journal, key(), opening())
    task = e.TaskOpened(because="", task="t", what="Appeler", due_on=DAY, owner="Luc")
    await record(store.journal, key(), [task])
    assert [size.queue for size in await store.lookup.queue_sizes([ACME], DAY)] == [Queue.TASKS]
    done = e.TaskDone(because="fait", by="Luc", task="t")
    await record(store.journal, key(), [done], at=AT)
    assert await store.lookup.queue_sizes([ACME], DAY) == ()


async def test_the_rows_of_many_lives_are_what_rebuild_makes(store: Store) -> None:
    """Nothing to say after ordinary work."""
    await some_dossiers(store, 24, 11)
    assert await store.journal.rebuild(lambda dossier: DAY) == Rebuilt()
