"""A letter that waits at the door when whom to write to changes: it is composed anew."""

import pytest

from flows.world import US, World, one_letter_ready
from relance_mailer.desk.decisions import KeepContact, RemoveContact, Verdict
from relance_mailer.desk.possible import Impossible
from relance_mailer.dossier.state import LetterState
from relance_mailer.dossier.values import Contact, DossierId, DossierKey
from relance_mailer.flows.work_desk import act

LEFT, STAYS = "compta@c-bz-1.example", "e.kern@c-bz-1.example"
SENT_ELSEWHERE = (
    "Bonjour,\n\nJe ne m'occupe plus des règlements. Merci de vous adresser désormais à ma "
    f"collègue Émilie Kern : {STAYS}.\n\nCordialement,"
)


@pytest.fixture
async def world() -> World:
    """A first letter to the accountant stands in the outbox."""
    return await one_letter_ready()


async def decides(world: World, verdict: Verdict) -> None:
    key = DossierKey(creditor=US, dossier=DossierId("BZ-1"))
    done = await act(world.house, world.creditor, key, verdict)
    assert not isinstance(done, Impossible), done


async def test_who_sends_us_to_a_colleague_gets_no_letter_that_was_ready(world: World) -> None:
    world.writes(SENT_ELSEWHERE, subject="Facture FA-1 [BZ-1]")
    await world.fetches()
    await world.reads()
    await world.sends()
    assert world.recipients() == []
    await world.plans()
    await world.sends()
    assert world.recipients() == [STAYS]


async def test_an_address_that_a_human_replaced_gets_no_letter_that_was_ready(
    world: World,
) -> None:
    new = Contact(email=STAYS, name="Émilie Kern")
    await decides(
        world, KeepContact(by="Claire", because="dit au téléphone", contact=new, replaces=LEFT)
    )
    await world.sends()
    assert world.recipients() == []
    await world.plans()
    await world.sends()
    assert world.recipients() == [STAYS]


async def test_an_address_that_a_human_took_away_gets_no_letter_that_was_ready(
    world: World,
) -> None:
    await decides(world, RemoveContact(by="Claire", because="partie", email=LEFT))
    await world.sends()
    assert world.recipients() == []
    (letter,) = (await world.dossier()).letters
    assert letter.state is LetterState.WITHDRAWN


async def test_one_more_contact_moves_no_letter_that_was_ready(world: World) -> None:
    more = Contact(email=STAYS, name="Émilie Kern")
    await decides(world, KeepContact(by="Claire", because="en copie", contact=more))
    await world.sends()
    assert world.recipients() == [LEFT]
