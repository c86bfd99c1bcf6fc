"""What a colleague wrote and what answers it, unread at once: linked as if read one by one."""

from dataclasses import replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

import pytest

from fakes.crew import FakeCrew
from flows.test_backlog import heap
from flows.world import MAILBOX, World
from relance_mailer.dossier.events import ContactBounced, MessageRead
from relance_mailer.flows.read_mail.one_pass import BATCH
from relance_mailer.ports import Fate
from relance_mailer.words import Permanence

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


async def reminded(between: int, sender: str = NOWHERE, reply_to: str = "") -> World:
    """Another program's reminder to an address of nobody, and a new mail from there."""
    world = await written_to(between)
    world.writes(
        "Bonjour,\n\nNous réglons le 30 octobre 2026.\n\nAnne Le Gall",
        sender=sender,
        subject="Règlement",
        at=world.clock.at - timedelta(seconds=400),
        headers=[("Reply-To", reply_to)] if reply_to else [],
    )
    await world.fetches()
    return world


async def written_to(between: int) -> World:
    """Another program's reminder to an address of nobody, and other debtors' messages."""
    world = heap(10, FakeCrew())
    await world.syncs()
    start = world.clock.at
    world.clock.at = start + timedelta(seconds=20)
    headers = [("X-Dossier", "BZ-3"), ("X-Reminder-Level", "1")]
    world.colleague_writes(f"Compta <{NOWHERE}>", subject="Relance", headers=headers)
    for number in range(between):
        at = start + timedelta(seconds=30 + number)
        world.writes(f"Bonjour, bien reçu. {number}", sender="compta@c-bz-5.example", at=at)
    world.clock.at = start + timedelta(seconds=900)
    return world


LINKED = ["LetterSent", "InvoiceListed", "MessageRead", "PromiseMade", "AnswerOwed"]


@pytest.mark.parametrize("backlog_from", [1, 10**6])
@pytest.mark.parametrize("between", APART)
async def test_whoever_another_program_wrote_to_is_known_for_what_comes_after(
    between: int, backlog_from: int
) -> None:
    """No thread: the address alone says whose it is, and the reminder alone made it known."""
    world = await reminded(between)
    world.creditor = replace(world.creditor, backlog_from=backlog_from)
    while (await world.reads()).more:
        pass
    assert (await world.kinds("BZ-3"))[-5:] == LINKED
    assert set(await world.house.inbox.counts()) == {Fate.READ}


async def test_so_is_another_person_of_that_house() -> None:
    world = await reminded(0, "anne@ailleurs.example")
    while (await world.reads()).more:
        pass
    assert (await world.kinds("BZ-3"))[-5:] == LINKED


async def test_whoever_asks_to_be_answered_there_is_a_stranger_to_look_at() -> None:
    world = await reminded(0, "anne@libre.example", NOWHERE)
    while (await world.reads()).more:
        pass
    assert (await world.kinds("BZ-3"))[-1] == "ReviewAsked"


async def test_a_colleagues_mail_to_that_address_is_a_contact_of_the_same_dossier() -> None:
    """Read in the same pass as the reminder, which alone says who that is."""
    world = await reminded(0)
    world.clock.at += timedelta(days=1)
    world.colleague_writes(NOWHERE, subject="Notre appel")
    await world.fetches()
    while (await world.reads()).more:
        pass
    assert (await world.kinds("BZ-3")).count("LetterSent") == 2


REFUSED = f"Hi. This is the qmail-send program at mx.relais.example.\n\
I'm afraid I wasn't able to deliver your message to the following addresses.\n\
This is a permanent error; I've given up. Sorry it didn't work out.\n\n\
<{NOWHERE}>:\nSorry, no mailbox here by that name. (#5.1.1)\n"
REPORT = f"Reporting-MTA: dns; mx.relais.example\n\n\
Final-Recipient: rfc822; {NOWHERE}\nAction: failed\nStatus: 5.1.1\n"


def bounce(text: str, sent_at: datetime, coding: str = "7bit", report: str = "") -> bytes:
    """A return that names nobody in its headers and brings nothing of the letter back."""
    said = EmailMessage()
    said.set_content(text, cte=coding)
    kind = "multipart/report; report-type=delivery-status" if report else "multipart/mixed"
    parts = [said.as_string()]
    if report:
        parts.append(f"Content-Type: message/delivery-status\n\n{report}")
    return "\n".join(
        [
            "From: MAILER-DAEMON@mx.relais.example",
            f"To: {MAILBOX}",
            "Subject: failure notice",
            f"Date: {format_datetime(sent_at)}",
            "Message-ID: <retour@mx.relais.example>",
            "Auto-Submitted: auto-replied",
            "MIME-Version: 1.0",
            f'Content-Type: {kind}; boundary="part"',
            "",
            *(f"--part\n{one}" for one in parts),
            "--part--",
        ]
    ).encode()


RETURNS = {
    "in its words": lambda at: bounce(REFUSED, at),
    "in words that are coded": lambda at: bounce(REFUSED, at, "base64"),
    "in its report": lambda at: bounce("It failed.\n", at, report=REPORT),
}


@pytest.mark.parametrize("backlog_from", [1, 10**6])
@pytest.mark.parametrize("told", RETURNS)
@pytest.mark.parametrize("between", [0, BATCH])
async def test_a_return_that_names_its_address_in_its_body_alone_finds_its_reminder(
    between: int, told: str, backlog_from: int
) -> None:
    """Another program's reminder made the address known, and both lie there unread."""
    world = await written_to(between)
    world.mailbox.put(RETURNS[told](world.clock.at), at=world.clock.at)
    await world.fetches()
    world.creditor = replace(world.creditor, backlog_from=backlog_from)
    while (await world.reads()).more:
        pass
    [returned] = [one for one in await world.events("BZ-3") if isinstance(one, ContactBounced)]
    assert (returned.email, returned.permanence) == (NOWHERE, Permanence.PERMANENT)
