"""A backlog read by a crew: the same journal as without, and no message takes others with it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from corpus.folders import ORBISE
from fakes.crew import FakeCrew
from fakes.ledger import FakeLedger
from flows.world import US, World, paris, row
from relance_mailer.adapters.crew import ProcessCrew
from relance_mailer.adapters.ledger_csv import CsvLedger
from relance_mailer.dossier.events import Entry, MessageRead
from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.read_mail.one_pass import BATCH, BATCHES_A_PASS
from relance_mailer.inward.link import Clues
from relance_mailer.ports import Alone, Crew, Fate, Lookup

MORNING = "2026-10-21T09:00"


async def told_by(crew: Crew) -> list[Entry]:
    """Every entry that the corpus leads to, its messages all unread at once."""
    world = World(paris(MORNING))
    ledger = await CsvLedger(path=ORBISE / "ledger.csv", creditor=US, roles={}).read()
    world.ledger = FakeLedger(list(ledger.rows))
    world.house = replace(world.house, crew=crew)
    backlog_from = 10**6 if isinstance(crew, Alone) else BATCH + 1
    world.creditor = replace(world.creditor, backlog_from=backlog_from)
    await world.syncs()
    for number, path in enumerate(sorted((ORBISE / "inbox").glob("*.eml"))):
        world.mailbox.put(path.read_bytes(), at=world.clock.at + timedelta(seconds=number))
    await world.fetches()
    while (await world.reads()).more:
        pass
    await crew.rest()
    assert set(await world.house.inbox.counts(US)) <= {Fate.READ, Fate.NOBODYS, Fate.UNLINKED,
                                                       Fate.CONTESTED}  # fmt: skip
    pages = await world.house.journal.pages()
    return [entry for page in pages for entry in await world.house.journal.entries(page)]


def but_evidence(entries: Sequence[Entry]) -> list[Entry]:
    """Without what named the dossier: which addresses are known changes from batch to batch."""
    return [
        replace(entry, event=replace(entry.event, evidence=()))
        if isinstance(entry.event, MessageRead)
        else entry
        for entry in entries
    ]


async def test_d_autres_processus_lisent_comme_celui_ci() -> None:
    here = await told_by(FakeCrew())
    assert len(here) > 400
    assert await told_by(ProcessCrew(2)) == here
    # Without a crew the dossiers are looked up one batch later.
    assert but_evidence(await told_by(Alone())) == but_evidence(here)


def heap(messages: int, crew: FakeCrew) -> World:
    """Debtors who all wrote before we looked."""
    world = World(paris(MORNING))
    world.ledger = FakeLedger([row(f"BZ-{n}", f"FA-{n}") for n in range(8)])
    world.house = replace(world.house, crew=crew)
    world.creditor = replace(world.creditor, backlog_from=2 * BATCH)
    for n in range(messages):
        text = f"Bonjour, nous payons la facture FA-{n % 8} vendredi. Cordialement, {n}."
        sender = f"compta@c-bz-{n % 8}.example"
        world.writes(text, sender=sender, at=world.clock.at + timedelta(seconds=n))
    return world


async def test_un_message_qui_tue_est_mis_de_côté_et_lui_seul() -> None:
    crew = FakeCrew(deadly="Cordialement, 77.")
    world = heap(2 * BATCH + 20, crew)
    await world.syncs()
    await world.fetches()
    read = await world.reads()
    assert (len(read.told), len(read.set_aside)) == (2 * BATCH + 19, 1)
    assert "arrêté au milieu" in read.set_aside[0].because
    counts = await world.house.inbox.counts(US)
    assert counts[Fate.SET_ASIDE] == 1
    assert Fate.UNREAD not in counts


@pytest.mark.parametrize(("kills", "set_aside"), [(3, 0), (4, 1)])
async def test_un_message_sur_lequel_le_système_tue_est_relu_une_fois_seul(
    kills: int, set_aside: int
) -> None:
    """Memory ran out while it was read: in the pass, in its batch, alone, and alone once more."""
    crew = FakeCrew(deadly="Cordialement, 77.", kills=kills, spares=True)
    world = heap(2 * BATCH + 20, crew)
    await world.syncs()
    await world.fetches()
    read = await world.reads()
    assert (crew.kills, crew.rested) == (0, 1)  # the others' memory is free for it
    assert (len(read.told), len(read.set_aside)) == (2 * BATCH + 20 - set_aside, set_aside)
    assert all("tué par le système" in one.because for one in read.set_aside)


async def test_une_passe_est_bornée_et_l_équipe_se_repose_ensuite() -> None:
    crew = FakeCrew()
    world = heap(BATCH * BATCHES_A_PASS + 30, crew)
    await world.syncs()
    await world.fetches()
    first = await world.reads()
    assert (first.total, first.more) == (BATCH * BATCHES_A_PASS, True)
    assert crew.portions == [BATCH * BATCHES_A_PASS] + [BATCH] * BATCHES_A_PASS + [0]
    assert crew.rested == 0
    last = await world.reads()
    assert (last.total, last.more, crew.rested) == (30, False, 1)


async def test_la_fin_d_un_arriéré_est_lue_par_l_équipe_qui_est_là() -> None:
    """What is left is fewer than an arrear takes to begin, and more than a batch."""
    crew = FakeCrew()
    rest = 2 * BATCH - 10
    world = heap(BATCH * BATCHES_A_PASS + rest, crew)
    await world.syncs()
    await world.fetches()
    assert (await world.reads()).more
    asked = len(crew.portions)
    last = await world.reads()
    assert (last.total, last.more) == (rest, False)
    assert crew.portions[asked:] == [rest, BATCH, rest - BATCH, 0]
    assert (await world.reads()).total == 0
    assert (crew.rested, crew.hired) == (1, False)


@pytest.mark.parametrize(("messages", "called"), [(2 * BATCH - 1, False), (2 * BATCH, True)])
async def test_l_équipe_vient_pendant_que_l_arriéré_arrive(messages: int, called: bool) -> None:
    crew = FakeCrew()
    world = heap(messages, crew)
    await world.syncs()
    await world.fetches()
    assert bool(crew.called) is called
    crew.called = 0
    await world.fetches()
    assert crew.called == 0  # nothing came


class Refusing:
    """A lookup that cannot be asked for one message."""

    def __init__(self, inner: Lookup, word: str) -> None:
        self._inner, self._word = inner, word

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    async def candidates_many(self, creditor: CreditorId, clues: Sequence[Clues]) -> Any:
        """As the lookup, unless the word stands among the clues."""
        if any(self._word in repr(each) for each in clues):
            raise ValueError("one clue cannot be asked for")
        return await self._inner.candidates_many(creditor, clues)


@pytest.mark.parametrize("where", [7, BATCH + 27])
async def test_what_cannot_be_looked_up_is_set_aside_and_it_alone(where: int) -> None:
    world = heap(0, FakeCrew())
    for n in range(2 * BATCH + 20):
        invoice = "FA-9999" if n == where else "FA-1"
        text = f"Bonjour, nous payons la facture {invoice} vendredi. {n}"
        at = world.clock.at + timedelta(seconds=n)
        world.writes(text, sender="compta@c-bz-1.example", at=at)
    world.house = replace(world.house, lookup=Refusing(world.house.lookup, "FA9999"))
    await world.syncs()
    await world.fetches()
    read = await world.reads()
    assert (len(read.told), len(read.set_aside)) == (2 * BATCH + 19, 1)
