"""What a colleague wrote and what answers it, unread at once: linked as if read one by one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fakes.crew import FakeCrew
from flows.test_backlog import heap
from flows.world import World
from relance_mailer.dossier.events import MessageRead
from relance_mailer.flows.read_mail.one_pass import BATCH
from relance_mailer.ports import Fate

NOWHERE = "compta@ailleurs.example"
APART = [0, BATCH // 2, BATCH - 1, BATCH, BATCH + 10]
"""How many other messages lie between the two, which may part them into two batches."""


async def filled(between: int) -> World:
    """Other debtors' messages before, between and after; a colleague's mail and its answer."""
    world = heap(10, FakeCrew())
    await world.syncs()
    start = world.clock.at
    world.clock.at = start + timedelta(seconds=20)
    world.colleague_writes(NOWHERE, subject="Dossier BZ-3", headers=[("X-Dossier", "BZ-3")])
    for number in range(between):
        at = start + timedelta(seconds=30 + number)
        world.writes(f"Bonjour, bien reçu. {number}", sender="compta@c-bz-5.example", at=at)
    world.writes(
        "Bonjour,\n\nNous réglons le 30 octobre 2026.\n\nAnne Le Gall",
        sender=NOWHERE,
        subject="Re: Dossier",
        answers="main.0@brezance.example",
        at=start + timedelta(seconds=500),
    )
    world.clock.at = start + timedelta(seconds=900)
    await world.fetches()
    return world


@pytest.mark.parametrize("backlog_from", [1, 10**6])
@pytest.mark.parametrize("between", APART)
async def test_the_answer_to_a_colleagues_mail_finds_its_dossier(
    between: int, backlog_from: int
) -> None:
    """Nothing but the thread names it, and nobody knows its sender: a human of BZ-3 looks."""
    world = await filled(between)
    world.creditor = replace(world.creditor, backlog_from=backlog_from)
    while (await world.reads()).more:
        pass
    told = [one for one in await world.events("BZ-3") if isinstance(one, MessageRead)]
    assert "expéditeur est inconnu" in told[-1].because
    assert (await world.kinds("BZ-3"))[-3:] == ["LetterSent", "MessageRead", "ReviewAsked"]
    assert set(await world.house.inbox.counts()) == {Fate.READ}
