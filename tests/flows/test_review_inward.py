"""Whose fault, whose contact, whose words: what comes in is counted once, on the right page."""

from dataclasses import replace
from email.message import EmailMessage
from email.utils import format_datetime

import pytest

from flows.world import MAILBOX, US, World, paris, row
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import LetterState
from relance_mailer.dossier.values import DossierId, DossierKey, MessageId, StepKey
from relance_mailer.flows.house import look_of
from relance_mailer.flows.import_sent import TakenOver, import_sent
from relance_mailer.flows.read_mail.by_hand import link_by_hand
from relance_mailer.flows.record import record
from relance_mailer.ports import Fate

JOURNAL = "journal@archives.example"
NEEDS_INVOICE = "Bonjour, nous n'avons pas reçu la facture FA-1, merci de nous l'envoyer."
INSULT = (
    "Vous êtes des voleurs et des connards, allez vous faire foutre, arrêtez de nous harceler !"
)

REPORT = """\
From: MAILER-DAEMON@mx.example
To: {mailbox}
Subject: Undelivered Mail Returned to Sender
Date: {date}
Message-ID: <dsn.1@mx.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

This is the mail system. Your message could not be delivered.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

{blocks}

--B
Content-Type: message/rfc822

From: {mailbox}
Message-ID: <{letter}>
Subject: relance

x
--B--
"""
UNKNOWN = "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 user unknown"
FULL = "Action: failed\nStatus: 4.2.2\nDiagnostic-Code: smtp; 452 4.2.2 mailbox full: expired"
LATE = "Action: delayed\nStatus: 4.4.1\nDiagnostic-Code: smtp; connection timed out"


def key(name: str) -> DossierKey:
    return DossierKey(creditor=US, dossier=DossierId(name))


def comes_back(world: World, letter: MessageId, *failed: tuple[str, str]) -> None:
    """The server reports that these recipients of a letter were not reached."""
    blocks = "\n\n".join(f"Final-Recipient: rfc822; {who}\n{how}" for who, how in failed)
    text = REPORT.format(
        mailbox=MAILBOX,
        date=format_datetime(world.clock.at),
        blocks=blocks,
        letter=letter,
    )
    raw = text.replace("\n", "\r\n").encode()
    world.mailbox.put(raw, "INBOX", at=world.clock.at)


def colleague_sends(
    world: World,
    to: str,
    *,
    subject: str = "Votre compte",
    headers: tuple[tuple[str, str], ...] = (),
    message_id: str = "suivi-7@brezance.example",
    at: str = "",
    dated: bool = True,
) -> None:
    """A mail that did not leave from here stands in the Sent folder."""
    moment = paris(at) if at else world.clock.at
    mail = EmailMessage()
    mail["From"] = MAILBOX
    mail["To"] = to
    mail["Subject"] = subject
    if dated:
        mail["Date"] = format_datetime(moment)
    mail["Message-ID"] = f"<{message_id}>"
    for name, value in headers:
        mail[name] = value
    mail.set_content("Bonjour, merci de regarder où en est votre compte.")
    world.mailbox.put(mail.as_bytes(), "Sent", at=moment)


async def takes_over(world: World) -> TakenOver:
    return await import_sent(world.house, world.creditor, world.mailbox, "Sent")


async def reads_all(world: World) -> None:
    await world.fetches()
    await world.reads()


@pytest.fixture
async def journaled() -> World:
    """One letter has left, with a copy to our own journal address."""
    world = World(at=paris("2026-10-05T09:00"))
    world.creditor = replace(world.creditor, journal_address=JOURNAL, proof="journal")
    world.ledger.rows = [row()]
    await world.works()
    assert world.recipients() == ["compta@c-bz-1.example"]
    return world


@pytest.fixture
async def two_dossiers() -> World:
    """One debtor, two dossiers, nothing written yet."""
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [
        row(name, number, debtor="C1", email="compta@c1.example")
        for name, number in (("BZ-2", "FA-2"), ("BZ-1", "FA-1"))
    ]
    await world.syncs()
    return world


async def letter_of(world: World, name: str = "BZ-1") -> MessageId:
    return (await world.dossier(name)).letters[0].message_id


@pytest.mark.parametrize("how", [UNKNOWN, FULL])
async def test_a_refused_journal_copy_is_shown_and_blames_no_debtor(
    journaled: World, how: str
) -> None:
    comes_back(journaled, await letter_of(journaled), (JOURNAL, how))
    await reads_all(journaled)
    dossier = await journaled.dossier()
    assert (dossier.phase, dossier.bounced) == (Phase.RUNNING, ())
    assert dossier.letters[0].state is LetterState.SENT
    page = await journaled.house.journal.entries(journaled.creditor.page)
    [shown] = [entry.event for entry in page if isinstance(entry.event, e.MessageUnlinked)]
    assert shown.because.startswith(f"la copie de journal est refusée : {JOURNAL}")
    assert len(await journaled.house.inbox.waiting([Fate.UNLINKED])) == 1


async def test_the_box_behind_the_journal_address_is_ours_too(journaled: World) -> None:
    """The journal address forwards to another box of our domain, which is full."""
    comes_back(journaled, await letter_of(journaled), ("archives@brezance.example", FULL))
    await reads_all(journaled)
    assert (await journaled.dossier()).letters[0].state is LetterState.SENT
    assert len(await journaled.house.inbox.waiting([Fate.UNLINKED])) == 1


async def test_a_delayed_journal_copy_asks_nobody(journaled: World) -> None:
    comes_back(journaled, await letter_of(journaled), (JOURNAL, LATE))
    await reads_all(journaled)
    assert (await journaled.dossier()).phase is Phase.RUNNING
    assert await journaled.house.inbox.counts() == {Fate.NOBODYS: 1}


async def test_a_report_on_both_counts_for_the_debtor_alone(journaled: World) -> None:
    """The debtor's box is full, ours is gone: his address is not dead."""
    failed = (("compta@c-bz-1.example", FULL), (JOURNAL, UNKNOWN))
    comes_back(journaled, await letter_of(journaled), *failed)
    await reads_all(journaled)
    dossier = await journaled.dossier()
    assert (dossier.phase, dossier.bounced) == (Phase.HELD, ())
    assert dossier.letters[0].state is LetterState.BOUNCED
    told = [
        event.email for event in await journaled.events() if isinstance(event, e.ContactBounced)
    ]
    assert told == ["compta@c-bz-1.example"]


async def test_an_insult_linked_by_hand_moves_all_dossiers_of_the_debtor(
    two_dossiers: World,
) -> None:
    two_dossiers.writes(INSULT, sender="patron@gmail.com", subject="stop")
    await reads_all(two_dossiers)
    [kept] = await two_dossiers.house.inbox.waiting([Fate.UNLINKED, Fate.CONTESTED])
    house, creditor = two_dossiers.house, two_dossiers.creditor
    await link_by_hand(house, creditor, kept, key("BZ-1"), by="Zoé", because="c'est lui")
    assert (await two_dossiers.dossier("BZ-1")).phase is Phase.LEGAL
    assert (await two_dossiers.dossier("BZ-2")).phase is Phase.LEGAL


async def test_a_promise_linked_by_hand_stays_on_its_dossier(two_dossiers: World) -> None:
    text = "Bonjour, nous paierons le 16 octobre 2026."
    two_dossiers.writes(text, sender="anne@gmail.com", subject="paiement")
    await reads_all(two_dossiers)
    [kept] = await two_dossiers.house.inbox.waiting([Fate.UNLINKED, Fate.CONTESTED])
    house, creditor = two_dossiers.house, two_dossiers.creditor
    await link_by_hand(house, creditor, kept, key("BZ-2"), by="Zoé", because="comptable")
    assert (await two_dossiers.dossier("BZ-2")).phase is Phase.HELD
    assert (await two_dossiers.dossier("BZ-1")).phase is Phase.RUNNING


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"Received: from alias by mx.example; Tue, 6 Oct 2026 09:00:03 +0200\r\n", b""),
        (b"", b"\r\n"),
    ],
    ids=["deux boîtes la reçoivent", "un serveur ajoute une ligne"],
)
async def test_one_message_in_two_shapes_is_answered_once(before: bytes, after: bytes) -> None:
    world = World(at=paris("2026-10-06T09:00"))
    world.ledger.rows = [row(document="FA-1.pdf")]
    await world.works()
    raw = world.writes(NEEDS_INVOICE)
    await reads_all(world)
    world.mailbox.put(before + raw + after, "INBOX", at=world.clock.at)
    await reads_all(world)
    kinds = await world.kinds()
    assert (kinds.count("MessageRead"), kinds.count("AnswerOwed")) == (1, 1)


async def test_a_reminder_first_seen_as_a_contact_is_taken_over_with_its_level() -> None:
    """The Sent folder was read before the other program's mark was known to be one."""
    world = World(at=paris("2026-10-20T09:00"))
    world.ledger.rows = [row()]
    await world.syncs()
    known = e.LetterSent(
        because="écrit à la main par un collègue",
        step=StepKey(course=0, name="contact:1"),
        message_id=MessageId("suivi-7@brezance.example"),
        sent_at=paris("2026-10-05T10:00"),
        to=("compta@c-bz-1.example",),
        colleague=True,
    )
    await record(
        world.house.journal,
        [key("BZ-1").page],
        lambda draft: draft.write(key("BZ-1").page, [known]),
        at=world.clock.now(),
        look=look_of(world.creditor, world.clock.today()),
    )
    headers = (("X-Dossier", "BZ-1"), ("X-Reminder-Level", "1"))
    colleague_sends(world, "compta@c-bz-1.example", headers=headers, at="2026-10-05T10:00")
    assert (await takes_over(world)).imported == 1
    level = (await world.dossier()).last_level
    assert level is not None
    assert (level.level, level.imported) == ("reminder_1", True)
    again = await takes_over(world)
    assert (again.imported, again.known) == (0, 1)


async def test_another_programs_reminder_in_the_sent_folder_counts_with_its_level() -> None:
    world = World(at=paris("2026-10-20T09:00"))
    world.ledger.rows = [row()]
    await world.syncs()
    headers = (("X-Dossier", "BZ-1"), ("X-Reminder-Level", "2"))
    colleague_sends(world, "compta@c-bz-1.example", headers=headers, at="2026-10-20T08:00")
    await reads_all(world)
    level = (await world.dossier()).last_level
    assert level is not None
    assert (level.level, level.imported, level.colleague) == ("reminder_2", True, False)
    assert (await takes_over(world)).known == 1
    await world.plans()
    await world.sends()
    assert world.mailer.delivered == []


async def test_another_program_does_not_bring_the_sequence_back() -> None:
    """It still sends its first level after our second: a contact, no new beginning."""
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    await world.works()
    world.goes_to("2026-10-13T09:00")
    await world.works()
    world.goes_to("2026-10-14T09:00")
    headers = (("X-Dossier", "BZ-1"), ("X-Reminder-Level", "1"))
    colleague_sends(world, "compta@c-bz-1.example", headers=headers)
    await reads_all(world)
    dossier = await world.dossier()
    assert dossier.last_level is not None
    assert dossier.last_level.level == "reminder_2"
    assert dossier.letters[-1].colleague


async def test_a_colleagues_mail_to_a_debtor_with_two_dossiers_is_a_contact(
    two_dossiers: World,
) -> None:
    colleague_sends(two_dossiers, "compta@c1.example", at="2026-10-05T08:45")
    await two_dossiers.works()
    assert "LetterSent" in await two_dossiers.kinds("BZ-1")
    assert "LetterSent" not in await two_dossiers.kinds("BZ-2")
    assert two_dossiers.mailer.delivered == []


async def test_a_reminder_that_names_no_dossier_is_taken_over_by_none_of_two(
    two_dossiers: World,
) -> None:
    """The contact counts, but whose level it was is not guessed."""
    headers = (("X-Reminder-Level", "1"),)
    colleague_sends(two_dossiers, "compta@c1.example", headers=headers, at="2026-10-05T08:45")
    await reads_all(two_dossiers)
    assert [letter.level for letter in (await two_dossiers.dossier("BZ-1")).letters] == [None]
    assert len((await takes_over(two_dossiers)).unplaced) == 1


async def test_an_imported_reminder_of_today_is_the_debtors_contact_of_today(
    two_dossiers: World,
) -> None:
    """His other dossier writes to him another day."""
    headers = (("X-Dossier", "BZ-1"), ("X-Reminder-Level", "1"))
    colleague_sends(two_dossiers, "compta@c1.example", headers=headers, at="2026-10-05T08:00")
    assert (await takes_over(two_dossiers)).imported == 1
    two_dossiers.creditor = replace(two_dossiers.creditor, sent_folder=None)
    await two_dossiers.works()
    assert two_dossiers.mailer.delivered == []


async def test_a_colleagues_mail_without_a_date_counts_on_the_day_it_came() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    await world.syncs()
    colleague_sends(world, "compta@c-bz-1.example", dated=False)
    await world.works()
    [letter] = (await world.dossier()).letters
    assert (letter.colleague, letter.sent_on) == (True, world.clock.today())
    assert world.mailer.delivered == []


@pytest.mark.parametrize(
    ("sender", "message_id"),
    [
        ("compta@c-bz-1.example", "relance.aaaaaaaaaaaaaaaa.1-1@c-bz-1.example"),
        ("compta@c-bz-1.example", ""),
        (MAILBOX, "relance.aaaaaaaaaaaaaaaa.1-1@brezance.example"),
    ],
    ids=["la forme de nos noms", "le nom de notre lettre, d'une autre main", "jamais envoyée"],
)
async def test_only_what_we_sent_is_taken_for_our_own_copy(sender: str, message_id: str) -> None:
    world = World(at=paris("2026-10-06T09:00"))
    world.ledger.rows = [row()]
    await world.works()
    name = message_id or await letter_of(world)
    text = "[BZ-1] Nous contestons la facture FA-1 : marchandise jamais livrée."
    world.mailbox.make("ailleurs")
    raw = world.writes(text, sender=sender, subject="contestation", folder="ailleurs")
    own = raw.split(b"Message-ID: ")[1].split(b"\n")[0]
    world.mailbox.put(raw.replace(own, f"<{name}>".encode()), "INBOX", at=world.clock.at)
    await reads_all(world)
    ignored = [
        entry.event.because
        for entry in await world.house.journal.entries(world.creditor.page)
        if isinstance(entry.event, e.MessageIgnored)
    ]
    assert "copie d'une lettre partie d'ici" not in ignored
    if sender != MAILBOX:
        assert (await world.dossier()).phase is Phase.REVIEW


async def test_the_copy_of_a_letter_that_left_from_here_is_nobodys() -> None:
    world = World(at=paris("2026-10-06T09:00"))
    world.ledger.rows = [row()]
    await world.works()
    world.mailbox.put(world.mailer.delivered[0].mime, "INBOX", at=world.clock.at)
    await reads_all(world)
    page = await world.house.journal.entries(world.creditor.page)
    [ignored] = [entry.event for entry in page if isinstance(entry.event, e.MessageIgnored)]
    assert ignored.because == "copie d'une lettre partie d'ici"


async def test_a_message_set_aside_is_linked_by_hand_all_the_same() -> None:
    """It cannot be read by machine; the human who read it says whose it is."""
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    await world.syncs()
    world.writes("Je conteste la facture FA-1.")
    await world.fetches()
    [kept] = await world.house.inbox.unread(US, limit=1)
    del world.store.inbox.raws[kept.digest]  # nobody can parse what is not there
    await world.reads()
    [kept] = await world.house.inbox.waiting([Fate.SET_ASIDE])
    told = await link_by_hand(
        world.house, world.creditor, kept, key("BZ-1"), by="Zoé", because="lu à l'écran"
    )
    dossier = await world.dossier()
    assert dossier.phase is Phase.REVIEW
    [asked] = dossier.review_reasons
    assert asked.reason == "set_aside_linked"
    assert "Zoé" in asked.because
    assert told.because == asked.because
    assert await world.house.inbox.waiting([Fate.SET_ASIDE]) == ()
