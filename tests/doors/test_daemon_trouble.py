"""Bad input and bad days: each gives a clear error, and the rest goes on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from chaos.books import books
from chaos.folder import MORNING, Debt, Folder, Where
from chaos.replies import reply
from chaos.service import Service, running, told, until
from doors.test_daemon_service import made_up, morning
from relance_mailer.ports import Fate
from servers.dovecot import Dovecot
from servers.postfix import Postfix
from servers.small_disk import fill, mounted


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of four megabytes."""
    with mounted(4) as disk:
        yield disk


async def status_of(folder: Folder) -> dict[str, Any]:
    """What `relance status --json` says."""
    (status,) = await told(folder, "status", now=MORNING)
    return status


async def a_reply_is_read(service: Service, folder: Folder, dovecot: Dovecot, debt: Debt) -> None:
    """A message that comes now is kept and read: the rest goes on."""
    mailbox = folder.where.mailbox
    one = reply(debt, Random(debt.number), to=mailbox, at=morning())
    async with books(folder) as house:
        before = sum((await house.inbox.counts()).values())
    dovecot.deliver(one.raw, mailbox, sender=debt.email)
    await becomes_read(service, folder, before + 1)


async def becomes_read(service: Service, folder: Folder, number: int) -> None:
    """Wait until so many messages were kept and none is unread."""
    async with books(folder) as house:
        for _ in range(150):
            counts = await house.inbox.counts()
            if sum(counts.values()) >= number and not counts.get(Fate.UNREAD):
                return
            await service.lives_for(0.2)
    raise AssertionError(f"rien n'a été lu : {service.said()[-3_000:]}")


def folder_for(tmp_path: Path, dovecot: Dovecot, postfix: Postfix, **changes: Any) -> Folder:
    """A configuration of this test alone."""
    where = Where(
        mailbox=dovecot.fresh_user(), smtp_port=postfix.plain_port, imap_port=dovecot.imap_port
    )
    return Folder(tmp_path, where, **changes)


async def test_a_wrong_mailbox_password_is_said_and_nothing_leaves(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path
) -> None:
    """The ledger is read all the same; sending waits, because nobody can read the replies."""
    rows = made_up(2, 30_000)
    folder = folder_for(tmp_path, dovecot, postfix, password="faux").write(rows)
    async with running(folder, now=MORNING) as service:
        await service.says("mot de passe")  # by whichever tries first: the watch or the fetch
        await service.says("action=sync-ledger")
        assert await service.end() == 0
    assert "mot de passe" in service.said()
    status = await status_of(folder)
    assert "mot de passe" in " ".join(status["faults"].values())
    assert status["ledger_synced_at"] is not None
    assert status["sending"] is False
    assert "mot de passe" in " ".join(status["waiting_because"])
    assert not any(dovecot.messages(row.email) for row in rows)


async def test_a_wrong_smtp_password_is_said_and_replies_are_read(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path
) -> None:
    """Letters wait in the outbox; the inbox goes on."""
    rows = made_up(2, 31_000)
    folder = folder_for(tmp_path, dovecot, postfix)
    folder.smtp = {
        "port": postfix.submission_port,
        "security": "starttls",
        "user": folder.where.mailbox,
        "password_file": "secrets/smtp.password",
        "ca_file": str(dovecot.certificates.authority),
    }
    folder.write(rows)
    secret = tmp_path / "secrets" / "smtp.password"
    secret.touch(mode=0o600)
    secret.write_text("faux\n")
    async with running(folder, now=MORNING) as service:
        await service.says("identifiants refusés")
        await a_reply_is_read(service, folder, dovecot, rows[0])
        assert await service.end() == 0
    status = await status_of(folder)
    assert "identifiants refusés" in status["faults"]["send-letters"]
    assert any("refusé" in because for because in status["waiting_because"])
    assert status["outbox"]["queued"] >= 1
    assert not any(dovecot.messages(row.email) for row in rows)


async def test_a_mail_server_that_vanishes_is_missed_and_found_again(
    dovecot_to_break: Dovecot, tmp_path: Path
) -> None:
    """What came meanwhile is read when it is back, and the fault is taken away."""
    debt = Debt(number=32_000, due_on=date(2026, 12, 31))
    where = Where(
        mailbox=dovecot_to_break.fresh_user(),
        smtp_port=dovecot_to_break.lmtp_port,
        imap_port=dovecot_to_break.imap_port,
    )
    folder = Folder(tmp_path, where).write([debt])
    async with running(folder, now=MORNING) as service:
        await service.says("action=fetch-all-mail")
        dovecot_to_break.stop()
        await service.says("veille interrompue")
        assert "watch" in (await status_of(folder))["faults"]
        dovecot_to_break.start()
        await a_reply_is_read(service, folder, dovecot_to_break, debt)
        assert await service.end() == 0
    assert (await status_of(folder))["faults"] == {}


async def test_a_broken_ledger_is_said_and_replies_are_read(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path
) -> None:
    """A file broken as a whole changes nothing."""
    (debt,) = made_up(1, 33_000)
    folder = folder_for(tmp_path, dovecot, postfix).write([debt])
    folder.ledger.write_bytes(b"\x00\xff\xfe;;;\nceci n'est pas un grand livre\n")
    async with running(folder, now=MORNING) as service:
        await service.says("action=sync-ledger")
        await a_reply_is_read(service, folder, dovecot, debt)
        assert await service.end() == 0
    status = await status_of(folder)
    assert "ledger.csv" in status["faults"]["sync-ledger"]
    assert status["ledger_synced_at"] is None
    assert not dovecot.messages(debt.email)


async def test_a_template_with_a_typo_stops_its_letters_only(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path
) -> None:
    """The fault names the file; no dossier is sent to a human for it; replies are read."""
    rows = made_up(2, 34_000)
    folder = folder_for(tmp_path, dovecot, postfix).write(rows)
    template = tmp_path / "templates" / "mail" / "fr" / "reminder_1.txt.j2"
    template.write_text("Bonjour {{ lettre.salutation\n", encoding="utf-8")
    async with running(folder, now=MORNING) as service:
        await service.says("reminder_1")
        await a_reply_is_read(service, folder, dovecot, rows[0])
        assert await service.end() == 0
    status = await status_of(folder)
    assert "reminder_1.txt.j2" in status["faults"]["plan-letters"]
    waiting = {row["dossier"] for row in await told(folder, "queue", "review", now=MORNING)}
    assert rows[1].dossier not in waiting
    assert not any(dovecot.messages(row.email) for row in rows)


async def test_a_full_disk_is_said_and_work_resumes_when_there_is_room(
    dovecot: Dovecot, postfix: Postfix, small_disk: Path
) -> None:
    """The message that could not be kept stays on the server, and is read later."""
    rows = made_up(1, 35_000)
    folder = folder_for(small_disk, dovecot, postfix).write(rows)
    mailbox = folder.where.mailbox
    async with running(folder, now=MORNING) as service:
        await service.says("action=file-copies", seconds=60)
        filler = fill(small_disk, leave=16_384)
        one = reply(rows[0], Random(5), to=mailbox, at=morning())
        big = one.raw + b"\n" + b"Texte de plus.\n" * 20_000
        dovecot.deliver(big, mailbox, sender=rows[0].email)
        await service.says("disque plein")
        filler.unlink()
        async with books(folder) as house:
            before = sum((await house.inbox.counts()).values())
        await a_reply_is_read(service, folder, dovecot, rows[0])
        await becomes_read(service, folder, before + 1)
        assert await service.end() == 0
    assert "erreur interne" not in service.said()
    await until(postfix.queue_is_empty, seconds=30, what="Postfix to deliver all")
    assert len(dovecot.messages(rows[0].email)) >= 1
