"""A whole daemon on a mailbox that is moved, emptied, frozen or closed to it under its eyes.

What was written is read once, whatever number it bears then; what left is counted at the servers:
nothing twice, nothing lost, and nothing takes a minute.
"""

import asyncio
from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random

from chaos.books import key_of
from chaos.folder import Debt
from chaos.lives import START, Life, each_once, insult, made_up, scene_of
from chaos.replies import newsletter
from relance_mailer.daemon.clockwork import Job
from relance_mailer.dossier.phases import Phase
from relance_mailer.ports import Fate
from servers.dovecot import Dovecot

OLD_MAILS = 3_000


async def test_a_mailbox_that_is_moved_is_numbered_anew_and_read_once(
    dovecot_to_break: Dovecot, tmp_path: Path
) -> None:
    """The provider moves it to another machine: other numbers, the same mails, one more."""
    rows = made_up(4, 96_000)
    before, meanwhile, after, silent = rows
    with scene_of(tmp_path, dovecot_to_break, rows) as scene:
        mailbox = scene.folder.where.mailbox
        async with scene.life(seconds=20) as life:
            await life.all_have_left(rows)
            await insult(dovecot_to_break, scene.folder, before)
            await life.phase(before, is_now=Phase.LEGAL)
            numbered = _uidvalidity(dovecot_to_break, mailbox)
            await insult(dovecot_to_break, scene.folder, meanwhile)
            await asyncio.to_thread(_moved, dovecot_to_break, mailbox)
            await life.phase(meanwhile, is_now=Phase.LEGAL)
            assert _uidvalidity(dovecot_to_break, mailbox) != numbered
            await insult(dovecot_to_break, scene.folder, after)
            await life.phase(after, is_now=Phase.LEGAL)
            assert await _read_once(life, rows) == each_once([before, meanwhile, after])
        assert scene.arrived() == each_once(rows)
        stands = {number: dossier.phase for number, dossier in (await scene.dossiers()).items()}
    assert stands[silent.number] is Phase.RUNNING
    assert len(dovecot_to_break.messages(mailbox)) == 3


def _uidvalidity(dovecot: Dovecot, mailbox: str) -> bytes:
    with dovecot.session(mailbox) as human:
        human.select("INBOX", readonly=True)
        _, (told,) = human.response("UIDVALIDITY")
    assert isinstance(told, bytes)
    return told


def _moved(dovecot: Dovecot, mailbox: str) -> None:
    """The mails come along; what the server itself wrote down of them does not."""
    dovecot.stop()
    for file in dovecot.maildir(mailbox).glob("dovecot*"):
        file.unlink()
    dovecot.start()


async def test_a_mailbox_that_is_emptied_under_the_watch_still_tells_what_comes(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    """Three thousand mails, all read before, go at once: nothing returns, what comes is heard."""
    rows = made_up(3, 97_000)
    with scene_of(tmp_path, dovecot, rows) as scene:
        mailbox, chance = scene.folder.where.mailbox, Random(97)
        dovecot.stock(
            mailbox,
            [
                newsletter(chance, to=mailbox, at=START - timedelta(hours=number))
                for number in range(OLD_MAILS)
            ],
        )
        async with scene.life(seconds=20) as life:
            await life.all_have_left(rows)
            await insult(dovecot, scene.folder, rows[0])
            await life.phase(rows[0], is_now=Phase.LEGAL)
            await asyncio.to_thread(_emptied, dovecot, mailbox)
            assert dovecot.messages(mailbox) == ()
            await insult(dovecot, scene.folder, rows[1])
            await life.phase(rows[1], is_now=Phase.LEGAL)
            assert await _read_once(life, rows) == each_once(rows[:2])
            # The copies of our own letters, in the Sent folder, are nobody's either.
            counts = await life.house.inbox.counts()
            assert counts == {Fate.NOBODYS: OLD_MAILS + len(rows), Fate.READ: 2}
        assert scene.arrived() == each_once(rows)


def _emptied(dovecot: Dovecot, mailbox: str) -> None:
    """A colleague clears up."""
    with dovecot.session(mailbox) as colleague:
        for answer, told in (
            colleague.select("INBOX"),
            colleague.store("1:*", "+FLAGS.SILENT", r"(\Deleted)"),
            colleague.expunge(),
        ):
            assert answer == "OK", told


async def test_a_mailbox_that_takes_our_password_no_more_is_read_when_it_does_again(
    dovecot_to_break: Dovecot, tmp_path: Path
) -> None:
    """Said at once, in the status too; what came meanwhile is read once it lets us in."""
    rows = made_up(3, 98_000)
    with scene_of(tmp_path, dovecot_to_break, rows) as scene:
        async with scene.life(seconds=20) as life:
            await life.all_have_left(rows)
            await asyncio.to_thread(dovecot_to_break.takes, "another")
            await life.fails(Job.FETCH_MAIL, "mot de passe")
            await insult(dovecot_to_break, scene.folder, rows[0])
        await asyncio.to_thread(dovecot_to_break.takes)
        async with scene.life(minutes=20) as life:
            await life.phase(rows[0], is_now=Phase.LEGAL)
            assert await _read_once(life, rows) == each_once(rows[:1])
        assert scene.arrived() == each_once(rows)


async def test_a_frozen_mailbox_is_read_when_it_goes_on(
    dovecot_to_break: Dovecot, tmp_path: Path
) -> None:
    """SIGSTOP under the watch, for less than any limit: what comes afterwards is heard as ever."""
    rows = made_up(2, 99_000)
    with scene_of(tmp_path, dovecot_to_break, rows) as scene:
        async with scene.life(seconds=20) as life:
            await life.all_have_left(rows)
            await life.says("action=fetch-all-mail")
            dovecot_to_break.freeze()
            try:
                await life.service.lives_for_its_own(8)
            finally:
                dovecot_to_break.thaw()
            await insult(dovecot_to_break, scene.folder, rows[0])
            await life.phase(rows[0], is_now=Phase.LEGAL)
            assert await _read_once(life, rows) == each_once(rows[:1])
        assert scene.arrived() == each_once(rows)


async def _read_once(life: Life, rows: tuple[Debt, ...]) -> Counter[int]:
    """How often a message was read into each dossier."""
    read: Counter[int] = Counter()
    for row in rows:
        entries = await life.house.journal.entries(key_of(row).page)
        read[row.number] = [entry.kind for entry in entries].count("MessageRead")
    return +read
