"""Floods of reports and of old mails: each finds its dossier, and only what is grave moves one."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from flows.world import MAILBOX, World, paris, row
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.people.mails import Desk, Received, opened
from relance_mailer.ports import Fate

PEOPLE, EACH, ALL = 20, 15, 600


def address_of(number: int) -> str:
    return f"compta@c-bz-{number}.example"


async def written_to(people: int) -> tuple[World, dict[str, Received]]:
    """So many debtors whose first letter has left, and the letters as they got them."""
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [
        row(f"BZ-{n}", f"FA-{n}", email=address_of(n), debtor=f"C-{n}") for n in range(people)
    ]
    await world.works()
    while (await world.sends()).did_something:
        pass
    letters: dict[str, Received] = {}
    for sent in world.mailer.delivered:
        letters[sent.recipients[0]] = opened(sent.mime, world.clock.at)
    assert len(letters) == people
    return world, letters


async def test_a_flood_of_bounces_finds_its_dossiers_and_stops_their_letters() -> None:
    world, letters = await written_to(PEOPLE)
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


async def test_an_insult_in_the_middle_of_a_flood_is_acted_on() -> None:
    """Six hundred reports for one dossier, half of them for letters that never were ours."""
    world, letters = await written_to(PEOPLE)
    post, flooded = Desk(Random(2), MAILBOX), address_of(0)
    for number in range(ALL):
        at = world.clock.at + timedelta(seconds=number)
        letter = letters[flooded]
        if number % 2:
            letter = replace(letter, message_id=f"<{number}@brezance.example>")
        world.mailbox.put(post.bounce(flooded, letter, at, full=False), at=at)
        if number == ALL // 2:
            world.writes("Vous êtes des escrocs, allez vous faire foutre.", sender=address_of(1))
    world.goes_to("2026-10-05T11:00")
    await world.works()
    assert (await world.house.inbox.counts()).get(Fate.UNREAD, 0) == 0
    assert sum((await world.house.inbox.counts()).values()) == ALL + 1
    assert (await world.dossier("BZ-0")).phase is Phase.REVIEW
    assert (await world.dossier("BZ-1")).phase is Phase.LEGAL
    others = [(await world.dossier(f"BZ-{n}")).phase for n in range(2, PEOPLE)]
    assert set(others) == {Phase.RUNNING}
    for day in range(6, 31):
        world.goes_to(f"2026-10-{day:02}T10:00")
        await world.works()
    later = world.recipients()[PEOPLE:]
    assert set(later) == {address_of(n) for n in range(2, PEOPLE)}


GRAVE = {
    "hostile": "Vous êtes des escrocs et des voleurs, allez vous faire foutre.",
    "insolvency": "Notre société a été placée en liquidation judiciaire le 2 mars 2025.",
    "dispute": "Nous contestons cette facture : la moitié du lot est arrivée cassée.",
    "refusal": "Nous refusons de payer, vous n'aurez pas un centime.",
    "opt_out": "Je ne veux plus recevoir aucun courriel de votre part, supprimez mes données.",
}
PLAIN = (
    "Bonjour, nous réglerons cette facture le 20 mars 2025.",
    "Bonjour, le virement est parti hier.",
    "Bonjour, pouvez-vous m'envoyer un duplicata de la facture ?",
    "Bonjour, est-il possible de payer en trois fois ?",
    "Bonjour, bien reçu, je transmets à la comptabilité.",
    "Je suis absente jusqu'au 20 mars 2025.",
    "Je ne suis pas la bonne personne, adressez-vous à compta2@c-bz-1.example.",
)
OLD_MAILS, HOUSES = 2_000, 20


async def test_of_a_mailbox_of_old_mails_only_the_grave_ones_ask_for_a_review() -> None:
    """The first five dossiers have one grave mail each, of two thousand."""
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [
        row(f"BZ-{n}", f"FA-{n}", email=address_of(n), debtor=f"C-{n}") for n in range(HOUSES)
    ]
    world.creditor = replace(world.creditor, act_on_messages_since=date(2026, 9, 5))
    await world.syncs()
    begins, grave = paris("2024-01-01T10:00"), iter(GRAVE.values())
    for number in range(OLD_MAILS):
        at, n = begins + timedelta(hours=6 * number), number % HOUSES
        is_grave = number // HOUSES == OLD_MAILS // HOUSES // 2 and n < len(GRAVE)
        text = next(grave) if is_grave else PLAIN[number % len(PLAIN)]
        subject = f"Re: facture FA-{n}"
        world.writes(f"{text}\n\nNº {number}", sender=address_of(n), subject=subject, at=at)
    while (await world.fetches(full=True)).left:
        pass
    while (await world.reads()).more:
        pass
    assert await world.house.inbox.counts() == {Fate.READ: OLD_MAILS}
    for n in range(HOUSES):
        dossier, events = await world.dossier(f"BZ-{n}"), await world.events(f"BZ-{n}")
        read = [one for one in events if isinstance(one, e.MessageRead)]
        asked = [one for one in events if isinstance(one, e.ReviewAsked)]
        assert len(read) == OLD_MAILS // HOUSES
        assert all(one.moves_nothing for one in read)
        assert not dossier.answers_owed
        assert len(asked) == (1 if n < len(GRAVE) else 0), (n, asked)
        assert dossier.phase is (Phase.REVIEW if n < len(GRAVE) else Phase.RUNNING)
    await world.plans()
    while (await world.sends()).did_something:
        pass
    assert set(world.recipients()) == {address_of(n) for n in range(len(GRAVE), HOUSES)}
