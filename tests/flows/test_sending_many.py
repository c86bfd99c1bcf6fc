"""Many letters at the door: those that wait do not stand in the way of those behind them."""

from decimal import Decimal

from flows.world import World, paris, row
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import Digest
from relance_mailer.flows.send_letters import BATCH
from relance_mailer.ports import OutboxState


async def test_letters_that_wait_do_not_starve_the_ones_behind() -> None:
    """The largest debtors' new addresses are to be confirmed; the smallest one's letter leaves."""
    world = World(at=paris("2026-10-05T09:00"))
    many = BATCH + 2
    world.ledger.rows = [
        row(f"BZ-{n}", f"FA-2026-{n:04d}", amount=str(Decimal(2000 - n))) for n in range(many)
    ]
    await world.syncs()
    await world.fetches()
    await world.plans()
    for n in range(many - 1):
        proposed = e.ContactProposed(
            because="un message nomme une autre adresse",
            email=f"compta@siege-{n}.example",
            name="",
            message=Digest(f"{n:064x}"),
            taken_over=False,
        )
        await world.writes_down(f"BZ-{n}", proposed)
    posted = await world.sends()
    assert world.recipients() == [f"compta@c-bz-{many - 1}.example"]
    assert len(posted.waiting) == many - 1
    waiting = await world.house.outbox.claim(
        world.creditor.id, now=world.clock.now(), lease_seconds=1, limit=100
    )
    assert len(waiting) == many - 1, "ce qui attend reste à prendre"
    assert {one.state for one in waiting} == {OutboxState.QUEUED}
