"""The first look into a mailbox that is years old: nobody is written to, nothing old moves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from email.message import EmailMessage
from email.utils import format_datetime

import pytest

from flows.world import MAILBOX, World, paris, row
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.flows.house import inbox_left_key, inbox_read_key
from relance_mailer.flows.status import status
from relance_mailer.ports import Fate

OLD, TODAY = "2025-03-03T10:00", "2026-10-05T09:00"


@pytest.fixture
async def world() -> World:
    world = World(at=paris(TODAY))
    world.ledger.rows = [row()]
    await world.syncs()
    world.creditor = replace(world.creditor, act_on_messages_since=date(2026, 9, 5))
    return world


def old_mail(
    text: str,
    *,
    at: str = OLD,
    sender: str = "compta@c-bz-1.example",
    subject: str = "Votre facture FA-1",
    stamped: str = "",
    headers: Sequence[tuple[str, str]] = (),
) -> bytes:
    """A mail dated so; `stamped` is when the last server took it."""
    mail = EmailMessage()
    if stamped:
        day = format_datetime(paris(stamped))
        mail["Received"] = f"from poste.example by mx.brezance.example; {day}"
    mail["From"] = sender
    mail["To"] = MAILBOX
    mail["Subject"] = subject
    mail["Date"] = format_datetime(paris(at))
    mail["Message-ID"] = f"<{abs(hash((text, sender, at, subject)))}@poste.example>"
    for name, value in headers:
        mail[name] = value
    mail.set_content(text)
    return mail.as_bytes()


async def takes_in(world: World, *raws: bytes, at: datetime | None = None) -> None:
    """These lie in the mailbox when it is looked at for the first time."""
    for raw in raws:
        world.mailbox.put(raw, at=at or world.clock.at)
    await world.fetches(full=True)
    while (await world.reads()).more:
        pass


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour, nous réglerons cette facture le 20 mars 2025.",
        "Bonjour, le virement est parti hier.",
        "Bonjour, pouvez-vous m'envoyer un duplicata de la facture ?",
        "Bonjour, est-il possible de payer en trois fois ?",
        "Bonjour, bien reçu, je transmets à la comptabilité.",
    ],
)
async def test_what_is_old_is_linked_and_shown_and_moves_nothing(world: World, text: str) -> None:
    await takes_in(world, old_mail(text))
    (read,) = [one for one in await world.events() if isinstance(one, e.MessageRead)]
    assert read.moves_nothing
    assert (await world.dossier()).phase is Phase.RUNNING
    assert not (await world.dossier()).answers_owed


@pytest.mark.parametrize(
    "text",
    [
        "Vous êtes des escrocs et des voleurs, allez vous faire foutre.",
        "Notre société a été placée en liquidation judiciaire le 2 mars 2025.",
        "Nous contestons cette facture : la moitié du lot est arrivée cassée.",
        "Nous refusons de payer, vous n'aurez pas un centime.",
        "Je ne veux plus recevoir aucun courriel de votre part, supprimez mes données.",
    ],
)
async def test_a_grave_word_asks_for_a_review_however_old_and_never_more(
    world: World, text: str
) -> None:
    await takes_in(world, old_mail(text))
    assert (await world.dossier()).phase is Phase.REVIEW


async def test_an_old_message_that_names_no_dossier_waits_for_nobody(world: World) -> None:
    stranger = "quelquun@ailleurs.example"
    plain = old_mail("Bonjour, quand livrez-vous ?", sender=stranger, subject="Livraison")
    grave = old_mail("Bande d'escrocs, voleurs !", sender=stranger, subject="Assez")
    await takes_in(world, plain, grave)
    counts = await world.house.inbox.counts()
    assert counts == {Fate.NOBODYS: 1, Fate.UNLINKED: 1}


async def test_an_old_message_of_one_of_two_dossiers_is_shown_on_both_and_asks_nobody(
    world: World,
) -> None:
    ours = {"debtor": "C-9", "email": "compta@c-9.example"}
    world.ledger.rows = [row("BZ-8", "FA-8", **ours), row("BZ-9", "FA-9", **ours)]
    await world.syncs()
    await takes_in(
        world, old_mail("Bonjour, bien reçu.", sender="compta@c-9.example", subject="Bonjour")
    )
    assert "LinkContested" in await world.kinds("BZ-8")
    assert "LinkContested" in await world.kinds("BZ-9")
    assert (await world.dossier("BZ-8")).phase is Phase.RUNNING
    assert await world.house.inbox.counts() == {Fate.READ: 1}


async def test_a_debtor_whose_clock_stands_in_2010_writes_today(world: World) -> None:
    mail = old_mail(
        "Bonjour, nous contestons la facture, il manque deux cartons.",
        at="2010-01-01T00:03",
        stamped=TODAY,
    )
    promise = old_mail("Nous réglerons le 20 octobre 2026.", at="2010-01-01T00:04", stamped=TODAY)
    await takes_in(world, promise)
    assert (await world.dossier()).phase is Phase.HELD
    await takes_in(world, mail)
    read = [one for one in await world.events() if isinstance(one, e.MessageRead)]
    assert not any(one.moves_nothing for one in read)


async def test_a_mailbox_that_moved_house_yesterday_is_as_old_as_it_was(world: World) -> None:
    """A copied mailbox may lose the server's own dates; what stands in the mails is older."""
    await takes_in(world, old_mail("Nous réglerons le 20 octobre 2026.", stamped=OLD))
    assert (await world.dossier()).phase is Phase.RUNNING


async def test_a_long_mailbox_comes_in_passes_and_nothing_leaves_before_its_end(
    world: World,
) -> None:
    for number in range(230):
        world.mailbox.put(old_mail(f"Message {number}"), at=paris(OLD))
    left, brought = [], []
    while not left or left[-1]:
        await world.plans()
        assert not (await world.sends()).sent
        assert await world.house.register.get(inbox_read_key(world.creditor.id)) is None
        fetched = await world.fetches(full=True, limit=100)
        left.append(fetched.left)
        brought.append(fetched.total)
        assert (await status(world.house, world.creditor)).to_fetch == fetched.left
    assert (left, brought) == ([130, 30, 0], [100, 100, 30])
    assert await world.house.register.get(inbox_left_key(world.creditor.id)) is None
    while (await world.reads()).more:
        pass
    await world.plans()
    assert len((await world.sends()).sent) == 1


async def test_a_pass_says_how_much_is_left_to_read(world: World) -> None:
    for number in range(120):
        world.mailbox.put(old_mail(f"Message {number}"), at=paris(OLD))
    await world.fetches(full=True)
    assert [(await world.reads()).left for _ in range(3)] == [70, 20, 0]


async def test_what_comes_during_the_first_look_is_not_skipped(world: World) -> None:
    """The high-water mark is set at the end only: a push in between skips nothing."""
    for number in range(150):
        world.mailbox.put(old_mail(f"Message {number}"), at=paris(OLD))
    assert (await world.fetches(full=True, limit=100)).left == 50
    world.writes("Nous contestons cette facture, la moitié du lot est arrivée cassée.")
    assert (await world.fetches()).total == 51
    while (await world.reads()).more:
        pass
    assert (await world.dossier()).phase is Phase.REVIEW
