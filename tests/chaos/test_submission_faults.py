"""A whole daemon on a submission server that cuts, closes or thinks long, and on a heavy mailbox.

What arrived is counted at the servers: nothing twice, nothing lost, and nothing takes a minute.
What is in doubt is a human's; the server then becomes an ordinary one on the same port, and what
may still leave leaves once.
"""

import asyncio
import email
from contextlib import AsyncExitStack
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from pathlib import Path
from random import Random

from chaos.books import books, key_of
from chaos.folder import Folder, Where
from chaos.line import DATA, slow_line
from chaos.lives import (
    HANG_SECONDS,
    HOSTILE,
    START,
    Life,
    after_nine,
    each_once,
    insult,
    made_up,
    nobody_waits,
    scene_of,
    states,
)
from chaos.replies import reply
from chaos.service import asked, running, told, until
from relance_mailer.daemon.clockwork import Job
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import LetterState
from relance_mailer.flows.brake import BRAKE_AFTER, BRAKED
from relance_mailer.ports import Fate
from servers.dovecot import Dovecot
from servers.postfix import running_postfix

CONNECTIONS = 2
SLOW_SECONDS = 30
MEGABYTE = 1024 * 1024


async def test_what_a_server_took_before_it_cut_is_not_sent_again(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    """`-q .`: it took each letter and never says so; a human hears of them, and of nothing else."""
    rows = made_up(7, 90_000)
    with scene_of(tmp_path, dovecot, rows, "-q", ".") as scene:
        async with scene.life() as life:
            await life.says(BRAKED)
        took = scene.arrived()
        assert BRAKE_AFTER <= took.total() < BRAKE_AFTER + CONNECTIONS
        doubted = [row for row in rows if row.number in took]
        scene.sink.becomes()
        async with scene.life(minutes=20) as life:
            for row in doubted:
                await life.stand(row, state=LetterState.UNSURE)
        assert scene.arrived() == took == each_once(doubted)
        code, _, complaint = await asked(scene.folder, "start", now=after_nine(minutes=25))
        assert code == 0, complaint
        async with scene.life(minutes=25) as life:
            for row in rows:
                if row not in doubted:
                    await life.stand(row, state=LetterState.SENT)
        assert scene.arrived() == each_once(rows)
        assert await scene.queued("unsure", minutes=30) == set(took)
        assert await scene.queued("review", minutes=30) == set(took)
        for number, dossier in (await scene.dossiers()).items():
            unsure = number in took
            assert dossier.phase is (Phase.REVIEW if unsure else Phase.RUNNING)
            [letter] = dossier.letters
            assert letter.state is (LetterState.UNSURE if unsure else LetterState.SENT)


async def test_a_421_after_the_dot_is_tried_again_and_nobody_doubts(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    """`-Q .`: it says that it took none of them; five minutes later each leaves once."""
    rows = made_up(4, 91_000)
    with scene_of(tmp_path, dovecot, rows, "-Q", ".") as scene:
        async with scene.life() as life:
            for row in rows:
                await life.journaled(row, "LetterRefused")
        refused = scene.arrived()
        assert refused == each_once(rows)
        scene.sink.becomes()
        async with scene.life(minutes=6) as life:
            await life.all_have_left(rows)
        assert scene.arrived() - refused == each_once(rows)
        await nobody_waits(scene)


async def test_a_server_that_cuts_at_data_gets_the_letters_when_it_is_well(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    """`-q data`: nothing left, so nothing is in doubt; the same daemon sends them at the minute."""
    rows = made_up(4, 92_000)
    with scene_of(tmp_path, dovecot, rows, "-q", "data") as scene:
        async with scene.life(seconds=50) as life:
            await life.fails(Job.SEND_LETTERS, "connexion perdue")
            assert not scene.arrived()
            scene.sink.becomes()
            await life.all_have_left(rows)
        assert scene.arrived() == each_once(rows)
        await nobody_waits(scene)


async def test_half_a_minute_is_waited_for(dovecot: Dovecot, tmp_path: Path) -> None:
    """Before the letter or after its dot, side by side, for both only wait."""
    async with asyncio.TaskGroup() as group:
        for story in (it_thinks_before_the_letter, it_thinks_after_the_dot):
            root = tmp_path / story.__name__
            root.mkdir()
            group.create_task(story(dovecot, root), name=story.__name__)


async def it_thinks_before_the_letter(dovecot: Dovecot, root: Path) -> None:
    """`-w 30`: who insults us meanwhile gets no letter.

    The third letter is on its way when the server ends, and leaves by the one that follows.
    """
    rows = insulting, patient, last = made_up(3, 93_000)
    async with AsyncExitStack() as stack:
        scene = stack.enter_context(scene_of(root, dovecot, rows, "-w", str(SLOW_SECONDS)))
        line = await stack.enter_async_context(slow_line(scene.sink.port, seconds=0.0))
        scene.folder.where = replace(scene.folder.where, smtp_port=line.port)
        scene.folder.configure()
        async with scene.life(seconds=20) as life:
            async with asyncio.timeout(HANG_SECONDS):
                await line.reaches(DATA, CONNECTIONS)
            await insult(dovecot, scene.folder, insulting)
            await life.phase(insulting, is_now=Phase.LEGAL)
            assert not scene.arrived()
            await life.stand(patient, state=LetterState.SENT)
            assert scene.arrived() == each_once([patient])
            scene.sink.becomes()
            await life.stand(last, state=LetterState.SENT)
        assert scene.arrived() == each_once([patient, last])
        assert not await scene.queued("unsure", minutes=30)
        dossier = (await scene.dossiers())[insulting.number]
    assert dossier.phase is Phase.LEGAL
    assert not [one for one in dossier.letters if one.state is not LetterState.WITHDRAWN]


async def it_thinks_after_the_dot(dovecot: Dovecot, root: Path) -> None:
    """A Postfix that ponders each letter for thirty seconds took it: an insult comes too late."""
    rows = made_up(2, 94_000)
    insulting = rows[0]
    with running_postfix(dovecot, slow_seconds=SLOW_SECONDS) as postfix:
        mailbox = dovecot.fresh_user()
        where = Where(
            mailbox=mailbox,
            smtp_port=postfix.slow_port,
            imap_port=dovecot.imap_port,
            security="starttls",
            user=mailbox,
            ca_file=str(dovecot.certificates.authority),
        )
        folder = Folder(root, where).write(rows)
        now = after_nine(seconds=20)
        async with running(folder, now=now) as service, books(folder) as house:
            life = Life(service, house)
            for row in rows:
                await life.stand(row, state=LetterState.LEAVING)
            await insult(dovecot, folder, insulting)
            await life.phase(insulting, is_now=Phase.LEGAL)
            for row in rows:
                assert await states(house, row) == [LetterState.LEAVING]
            await life.all_have_left(rows)
            assert await service.end() == 0, service.said()
        await until(postfix.queue_is_empty, seconds=HANG_SECONDS, what=postfix.log())
        assert [len(dovecot.messages(row.email)) for row in rows] == [1, 1]
    assert await told(folder, "queue", "unsure", now=after_nine(minutes=30)) == []


async def test_a_mail_of_25_megabytes_is_read_like_any_other(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    """It comes first, an insult stands in it: its debtor gets no letter, the others one each."""
    rows = made_up(3, 95_000)
    heavy = rows[0]
    with scene_of(tmp_path, dovecot, rows) as scene:
        mailbox = scene.folder.where.mailbox
        said = reply(heavy, Random(95), to=mailbox, at=START, which=HOSTILE)
        raw = with_attachment(said.raw, 25 * MEGABYTE)
        dovecot.stock(mailbox, [raw])
        for minutes in (0, 5):
            async with scene.life(minutes=minutes) as life:
                await life.says("action=fetch-all-mail")
                await life.phase(heavy, is_now=Phase.LEGAL)
                await life.all_have_left(rows[1:])
                kept = [one for one in await life.house.inbox.waiting(Fate) if not one.sent_folder]
                assert [one.fate for one in kept] == [Fate.READ]
                [whole] = (await life.house.inbox.raw([kept[0].digest])).values()
                assert whole == raw
                entries = await life.house.journal.entries(key_of(heavy).page)
                assert [entry.kind for entry in entries].count("MessageRead") == 1
        assert scene.arrived() == each_once(rows[1:])
        assert dovecot.messages(mailbox) == (raw,)
        assert not await scene.queued("unsure", minutes=30)


def with_attachment(raw: bytes, size: int) -> bytes:
    """The same mail with a delivery note beside it, so large in all."""
    mail = email.message_from_bytes(raw, policy=policy.SMTP)
    assert isinstance(mail, EmailMessage)
    note = bytes(size * 57 // 78)  # base64 makes a line of 78 octets of so many
    mail.add_attachment(note, maintype="application", subtype="pdf", filename="bon.pdf")
    return mail.as_bytes()
