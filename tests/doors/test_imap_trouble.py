"""A mailbox on a bad day: cuts, freezes, restarts, folders that go, thousands of mails deleted.

Nothing may hang, nothing may be lost, and the next call works.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace

import pytest

from relance_mailer.adapters.imap import ImapMailbox
from relance_mailer.adapters.imap_account import ImapAccount, ImapLimits
from relance_mailer.dossier.values import MessageId
from relance_mailer.ports import Permanent, Temporary
from servers.dovecot import PASSWORD, Dovecot
from servers.letters import MORNING, message
from servers.ports import LOOPBACK
from servers.proxy import Proxy, running_proxy

LONG = 20.0
AT_ONCE = 5.0  # far less than the client's own limits
HASTY = ImapLimits(connect_seconds=1.0, login_seconds=1.0, quiet_seconds=0.3, renew_seconds=0.2)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A mailbox whose connection runs through a proxy."""

    mailbox: ImapMailbox
    proxy: Proxy
    user: str
    dovecot: Dovecot


def _account(dovecot: Dovecot, user: str, port: int | None = None) -> ImapAccount:
    return ImapAccount(
        host=LOOPBACK,
        port=port or dovecot.imap_port,
        security="none",
        user=user,
        password=PASSWORD,
    )


@pytest.fixture
async def line(dovecot: Dovecot) -> AsyncIterator[Line]:
    user = dovecot.fresh_user()
    dovecot.append(user, message(1), message(2))
    async with running_proxy(dovecot.imap_port) as proxy:
        mailbox = ImapMailbox(user, _account(dovecot, user, proxy.port))
        yield Line(mailbox=mailbox, proxy=proxy, user=user, dovecot=dovecot)
        await mailbox.close()


async def _listen(mailbox: ImapMailbox, folder: str = "INBOX") -> None:
    """A connection that is new says True at once: what follows is the server's word."""
    assert await mailbox.wait_for_push(folder, seconds=LONG)


async def test_trois_mille_mails_supprimes_pendant_l_attente(dovecot: Dovecot) -> None:
    user = dovecot.fresh_user()
    dovecot.stock(user, (message(number) for number in range(3_000)))
    mailbox = ImapMailbox(user, _account(dovecot, user))
    assert len((await mailbox.look("INBOX")).uids) == 3_000
    await _listen(mailbox)
    async with asyncio.timeout(LONG):
        waiting = asyncio.create_task(mailbox.wait_for_push("INBOX", seconds=LONG))
        await asyncio.to_thread(_empty, dovecot, user)
        assert await waiting
        assert (await mailbox.look("INBOX")).uids == ()
        # The watcher isn't deaf: what comes after wakes it too.
        await _quiet(mailbox)
        dovecot.deliver(message("après"), user)
        assert await mailbox.wait_for_push("INBOX", seconds=LONG)
    assert len((await mailbox.look("INBOX")).uids) == 1
    await mailbox.close()


def _empty(dovecot: Dovecot, user: str) -> None:
    with dovecot.session(user) as colleague:
        colleague.select("INBOX")
        colleague.store("1:*", "+FLAGS.SILENT", r"(\Deleted)")
        assert colleague.expunge()[0] == "OK"


async def _quiet(mailbox: ImapMailbox) -> None:
    while await mailbox.wait_for_push("INBOX", seconds=0.05):
        pass


@pytest.mark.parametrize(
    "words", [b"NOOP", b"IDLE", b"DONE"], ids=["avant", "au début", "à la fin"]
)
async def test_coupe_autour_de_l_attente(line: Line, words: bytes) -> None:
    await _listen(line.mailbox)
    line.proxy.cut_when_client_says(words)
    async with asyncio.timeout(AT_ONCE):
        with pytest.raises(Temporary):
            await line.mailbox.wait_for_push("INBOX", seconds=0.05)
        assert await line.mailbox.wait_for_push("INBOX", seconds=LONG)


async def test_coupe_pendant_l_attente(line: Line) -> None:
    await _listen(line.mailbox)
    async with asyncio.timeout(AT_ONCE):
        waiting = asyncio.create_task(line.mailbox.wait_for_push("INBOX", seconds=LONG))
        await line.proxy.client_said(b"IDLE")
        line.proxy.cut_now()
        with pytest.raises(Temporary):
            await waiting


async def test_un_message_arrive_puis_la_ligne_est_coupee_sur_la_reponse(line: Line) -> None:
    await _listen(line.mailbox)
    line.proxy.cut_when_client_says(b"DONE")
    async with asyncio.timeout(AT_ONCE):
        waiting = asyncio.create_task(line.mailbox.wait_for_push("INBOX", seconds=LONG))
        await line.proxy.client_said(b"IDLE")
        line.dovecot.deliver(message(3), line.user)
        assert await waiting
        assert len((await line.mailbox.look("INBOX")).uids) == 3


@pytest.mark.parametrize("words", [b"CAPABILITY", b"AUTHENTICATE", b"SELECT", b"SEARCH"])
async def test_coupe_pendant_un_premier_regard(line: Line, words: bytes) -> None:
    line.proxy.cut_when_client_says(words)
    async with asyncio.timeout(AT_ONCE):
        with pytest.raises(Temporary):
            await line.mailbox.look("INBOX")
        assert len((await line.mailbox.look("INBOX")).uids) == 2


@pytest.mark.parametrize("words", [b"NOOP", b"SEARCH"])
async def test_coupe_pendant_un_second_regard(line: Line, words: bytes) -> None:
    await line.mailbox.look("INBOX")
    line.proxy.cut_when_client_says(words)
    async with asyncio.timeout(AT_ONCE):
        with pytest.raises(Temporary):
            await line.mailbox.look("INBOX")
        assert len((await line.mailbox.look("INBOX")).uids) == 2


@pytest.mark.parametrize("words", [b"RFC822.SIZE", b"BODY.PEEK"])
async def test_coupe_pendant_une_lecture(line: Line, words: bytes) -> None:
    view = await line.mailbox.look("INBOX")
    line.proxy.cut_when_client_says(words)
    async with asyncio.timeout(AT_ONCE):
        with pytest.raises(Temporary):
            await line.mailbox.fetch(view, view.uids)
        found = await line.mailbox.fetch(view, view.uids)
    assert [one.raw for one in found] == [message(1), message(2)]


async def test_reponse_avalee_au_milieu_d_une_lecture(line: Line) -> None:
    hasty = ImapMailbox(line.user, _account(line.dovecot, line.user, line.proxy.port), HASTY)
    view = await hasty.look("INBOX")
    line.proxy.swallow_replies_after(b"BODY.PEEK")
    with pytest.raises(Temporary, match="ne répond plus"):
        await hasty.fetch(view, view.uids)
    line.proxy.mend()
    assert len(await hasty.fetch(view, view.uids)) == 2
    await hasty.close()


async def test_le_reseau_gele(line: Line) -> None:
    hasty = ImapMailbox(line.user, _account(line.dovecot, line.user, line.proxy.port), HASTY)
    await hasty.look("INBOX")
    await _listen(hasty)
    line.proxy.freeze()
    with pytest.raises(Temporary, match="ne répond plus"):
        await hasty.look("INBOX")
    with pytest.raises(Temporary, match="ne répond plus"):
        await hasty.wait_for_push("INBOX", seconds=LONG)
    line.proxy.mend()
    assert len((await hasty.look("INBOX")).uids) == 2
    await hasty.close()


async def test_le_serveur_se_fige_pendant_l_attente(dovecot_to_break: Dovecot) -> None:
    user = dovecot_to_break.fresh_user()
    hasty = ImapMailbox(user, _account(dovecot_to_break, user), HASTY)
    await _listen(hasty)
    dovecot_to_break.freeze()
    async with asyncio.timeout(AT_ONCE):
        with pytest.raises(Temporary, match="ne répond plus"):
            await hasty.wait_for_push("INBOX", seconds=LONG)
    dovecot_to_break.thaw()
    assert (await hasty.look("INBOX")).uids == ()
    await hasty.close()


async def test_le_serveur_redemarre_pendant_l_attente(dovecot_to_break: Dovecot) -> None:
    user = dovecot_to_break.fresh_user()
    async with running_proxy(dovecot_to_break.imap_port) as proxy:
        mailbox = ImapMailbox(user, _account(dovecot_to_break, user, proxy.port))
        await mailbox.look("INBOX")
        await _listen(mailbox)
        async with asyncio.timeout(3 * LONG):
            waiting = asyncio.create_task(mailbox.wait_for_push("INBOX", seconds=LONG))
            await proxy.client_said(b"IDLE")
            await asyncio.to_thread(dovecot_to_break.stop)
            with pytest.raises(Temporary):
                await waiting
            with pytest.raises(Temporary):
                await mailbox.look("INBOX")
            await asyncio.to_thread(dovecot_to_break.start)
            dovecot_to_break.deliver(message(), user)
            assert len((await mailbox.look("INBOX")).uids) == 1
            assert await mailbox.wait_for_push("INBOX", seconds=LONG)
        await mailbox.close()


async def test_un_dossier_supprime_puis_refait_change_de_validite(line: Line) -> None:
    with line.dovecot.session(line.user) as colleague:
        colleague.create("Clients")
        colleague.append("Clients", "", MORNING, message("avant"))
        before = await line.mailbox.look("Clients")
        colleague.delete("Clients")
        colleague.create("Clients")
        colleague.append("Clients", "", MORNING, message("après"))
    with pytest.raises(Temporary, match="relire"):
        await line.mailbox.fetch(before, before.uids)
    after = await line.mailbox.look("Clients")
    assert after.uidvalidity != before.uidvalidity
    (found,) = await line.mailbox.fetch(after, after.uids)
    assert found.raw == message("après")


async def test_un_dossier_supprime_est_pour_un_humain(line: Line) -> None:
    with line.dovecot.session(line.user) as colleague:
        colleague.create("Clients")
        view = await line.mailbox.look("Clients")
        await _listen(line.mailbox, "Clients")
        colleague.delete("Clients")
    for ask in (
        lambda: line.mailbox.look("Clients"),
        lambda: line.mailbox.fetch(view, view.uids),
        lambda: line.mailbox.wait_for_push("Clients", seconds=0.05),
    ):
        with pytest.raises(Permanent, match="Clients"):
            await _asked_again(ask)
    assert len((await line.mailbox.look("INBOX")).uids) == 2


async def _asked_again(ask: Callable[[], Awaitable[object]]) -> None:
    """A connection may first say that it was cut; the next one knows why."""
    for _ in range(3):
        try:
            await ask()
        except Temporary:
            continue


@pytest.mark.parametrize(
    "name",
    ["Sent Items", "Éléments envoyés", "Relances * 2026", 'à "suivre" \\ ici', "R&D", "客户 100 %"],
)
async def test_les_noms_de_dossiers_des_gens(line: Line, name: str) -> None:
    line.dovecot.create_folder(line.user, name)
    # Unquoted, « Sent Items » would select « Sent ».
    await line.mailbox.append(name, message("copie"), at=MORNING)
    assert name in await line.mailbox.folders()
    view = await line.mailbox.look(name)
    (found,) = await line.mailbox.fetch(view, view.uids)
    assert (found.folder, found.raw) == (name, message("copie"))
    assert (await line.mailbox.look("Sent")).uids == ()


async def test_dix_questions_a_la_fois(line: Line) -> None:
    async with asyncio.timeout(LONG):
        looks = [line.mailbox.look("INBOX") for _ in range(10)]
        finds = [
            line.mailbox.has_message("INBOX", MessageId("lettre-1@debiteur.example"))
            for _ in range(10)
        ]
        views, found = await asyncio.gather(asyncio.gather(*looks), asyncio.gather(*finds))
    assert {view.uids for view in views} == {views[0].uids}
    assert all(found)
    assert line.proxy.opened == 1


async def test_abandonner_une_question_n_abime_pas_la_suivante(line: Line) -> None:
    view = await line.mailbox.look("INBOX")
    line.proxy.freeze()
    asking = asyncio.create_task(line.mailbox.look("INBOX"))
    await line.proxy.client_said(b"NOOP")
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    line.proxy.mend()
    assert await line.mailbox.look("INBOX") == view


async def test_abandonner_l_attente(line: Line) -> None:
    await _listen(line.mailbox)
    waiting = asyncio.create_task(line.mailbox.wait_for_push("INBOX", seconds=LONG))
    await line.proxy.client_said(b"IDLE")
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await line.mailbox.wait_for_push("INBOX", seconds=LONG)


async def test_une_connexion_morte_sans_rien_dire_est_refaite(line: Line) -> None:
    wary = replace(ImapLimits(), unused_seconds=0.0, probe_seconds=0.2)
    mailbox = ImapMailbox(line.user, _account(line.dovecot, line.user, line.proxy.port), wary)
    await mailbox.look("INBOX")
    await mailbox.look("INBOX")
    assert line.proxy.opened == 1
    # A router that forgot the connection: what is said is lost, new connections pass.
    line.proxy.forget()
    async with asyncio.timeout(AT_ONCE):
        assert len((await mailbox.look("INBOX")).uids) == 2
    assert line.proxy.opened == 2
    await mailbox.close()


async def test_les_drapeaux_ne_sont_jamais_touches(line: Line) -> None:
    view = await line.mailbox.look("INBOX")
    await line.mailbox.fetch(view, view.uids)
    with line.dovecot.session(line.user) as colleague:
        colleague.select("INBOX")
        assert colleague.search(None, "UNSEEN") == ("OK", [b"1 2"])
