"""A flood of non-delivery reports: each finds its dossier, and no dead address is written to."""

from datetime import timedelta
from random import Random

from flows.world import MAILBOX, World, paris, row
from relance_mailer.dossier.phases import Phase
from relance_mailer.people.mails import Desk, Received, opened
from relance_mailer.ports import Fate

PEOPLE, EACH = 20, 15


def address_of(number: int) -> str:
    return f"compta@c-bz-{number}.example"


async def test_a_flood_of_bounces_finds_its_dossiers_and_stops_their_letters() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [
        row(f"BZ-{n}", f"FA-{n}", email=address_of(n), debtor=f"C-{n}") for n in range(PEOPLE)
    ]
    await world.works()
    while (await world.sends()).did_something:
        pass
    letters: dict[str, Received] = {}
    for sent in world.mailer.delivered:
        letters[sent.recipients[0]] = opened(sent.mime, world.clock.at)
    assert len(letters) == PEOPLE
    post = Desk(Random(1), MAILBOX)
    for turn in range(EACH):
        at = world.clock.at + timedelta(minutes=turn)
        for address, letter in letters.items():
            world.mailbox.put(post.bounce(address, letter, at, full=False), at=at)
    world.goes_to("2026-10-05T11:00")
    await world.works()
    assert await world.house.inbox.counts() == {Fate.READ: PEOPLE * EACH}
    for number in range(PEOPLE):
        dossier = await world.dossier(f"BZ-{number}")
        assert dossier.phase is Phase.REVIEW
        assert address_of(number) in dossier.bounced
        assert len(dossier.messages) == EACH
    for day in range(6, 31):
        world.goes_to(f"2026-10-{day:02}T10:00")
        await world.works()
    assert len(world.mailer.delivered) == PEOPLE
