"""A wait on real servers: the mailbox's server is gone, two daemons see it, one mail arrives."""

from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from chaos.folder import MORNING, Debt, Folder, Where
from chaos.service import asked, running, told, until
from servers.dovecot import Dovecot
from servers.postfix import Postfix

STARTED = datetime.fromisoformat(MORNING)


def later(**after: int) -> str:
    """Two seconds before a minute is over: the table looks again at once."""
    return (STARTED + timedelta(**after) - timedelta(seconds=2)).isoformat()


def mails(dovecot: Dovecot, address: str) -> list[EmailMessage]:
    found = [message_from_bytes(raw, policy=policy.default) for raw in dovecot.messages(address)]
    return [one for one in found if isinstance(one, EmailMessage)]


async def state(folder: Folder, now: str) -> dict[str, Any]:
    (row,) = await told(folder, "status", now=now)
    return row


async def test_two_daemons_tell_one_wait_once_and_its_end_once(
    dovecot: Dovecot, dovecot_to_break: Dovecot, postfix: Postfix, tmp_path: Path
) -> None:
    """Status and log say it at once, the operator's mailbox gets one mail, then one at the end."""
    watched = dovecot_to_break.fresh_user()
    noemie = f"noemie.{watched}"
    where = Where(
        mailbox=watched, smtp_port=postfix.plain_port, imap_port=dovecot_to_break.imap_port
    )
    folder = Folder(tmp_path, where).write([Debt(number=41_000)])
    operator = f'\n[operator]\nmail = ["{noemie}"]\n'
    folder.settings.write_text(folder.settings.read_text(encoding="utf-8") + operator)

    async with running(folder, now=MORNING, name="avant") as service:
        await service.says("action=fetch-all-mail")
        assert await service.end() == 0
    dovecot_to_break.stop()

    stale = later(hours=2)
    async with (
        running(folder, now=stale, name="un") as one,
        running(folder, now=stale, name="deux") as other,
    ):
        await one.says("envoi en attente")
        await other.says("envoi en attente")
        await until(lambda: bool(mails(dovecot, noemie)), seconds=30, what="the mail")
        row = await state(folder, stale)
        code, said, _ = await asked(folder, "status", "--exit-code", now=stale)
        await until(
            lambda: "action=tell-operator" in one.said() + other.said(), seconds=30, what=""
        )
        assert (await one.end(), await other.end()) == (0, 0)
    for log in (one.said(), other.said()):
        assert log.count("envoi en attente ") == 1, log
        assert "boîte de réception lue il y a" in log
    assert (row["sending"], row["in_trouble"]) == (False, True)
    assert row["operator_told_at"] is not None
    [cause] = [one for one in row["causes"] if one["check"] == "inbox_was_read_lately"]
    began = STARTED + timedelta(minutes=10)
    since = datetime.fromisoformat(cause["since"])
    assert timedelta() <= since - began < timedelta(minutes=1)
    assert code == 3
    first = said.splitlines()[0]
    assert "Aucune lettre ne part depuis le 21/10/2026 à 09:1" in first
    [mail] = mails(dovecot, noemie)
    assert mail["Auto-Submitted"] == "auto-generated"
    assert "Aucune lettre ne part depuis le 21/10/2026" in str(mail["Subject"])
    assert "À faire :" in mail.get_content()

    dovecot_to_break.start()
    again = later(hours=2, minutes=30)
    async with running(folder, now=again, name="apres") as service:
        await until(lambda: len(mails(dovecot, noemie)) == 2, seconds=30, what="the end")
        assert await service.end() == 0
    assert "Les lettres partent à nouveau" in str(mails(dovecot, noemie)[1]["Subject"])
    assert (await state(folder, again))["operator_told_at"] is None
    assert not dovecot_to_break.messages(noemie)


async def test_a_trial_reaches_the_operator_and_says_what_the_server_said(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path
) -> None:
    mailbox = dovecot.fresh_user()
    noemie = f"essai.{mailbox}"
    where = Where(mailbox=mailbox, smtp_port=postfix.plain_port, imap_port=dovecot.imap_port)
    folder = Folder(tmp_path, where).write([])
    operator = f'\n[operator]\nmail = ["{noemie}"]\n'
    folder.settings.write_text(folder.settings.read_text(encoding="utf-8") + operator)
    code, out, err = await asked(folder, "operator", "test", now=MORNING)
    assert (code, err) == (0, "")
    assert "✓ brezance : 250" in out
    await until(lambda: bool(mails(dovecot, noemie)), seconds=30, what="the trial")
    [mail] = mails(dovecot, noemie)
    assert "Ceci est un essai" in mail.get_content()
    _, out, _ = await asked(folder, "check", now=MORNING)
    assert f"✓ exploitant : {noemie}" in out
