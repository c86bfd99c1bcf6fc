"""What every mailbox does: the fake, the simulated one, a folder and the servers answer alike."""

import asyncio
import contextlib
import imaplib
import itertools
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from contracts.simulated import Ordered
from fakes.mailbox import FakeMailbox
from relance_mailer.adapters.folder import FolderMailbox
from relance_mailer.adapters.imap import ImapMailbox
from relance_mailer.adapters.imap_account import ImapAccount
from relance_mailer.dossier.values import MessageId
from relance_mailer.ports import Mailbox, Permanent, Temporary
from relance_mailer.simulate.servers import Folders, SimulatedMailbox
from servers import cyrus as cyrus_servers
from servers.courier import Courier
from servers.cyrus import Cyrus
from servers.dovecot import PASSWORD, Dovecot
from servers.letters import MORNING, message
from servers.pymap_server import Pymap

SOON = 0.05
LONG = 20.0
_numbers = itertools.count(1)


@dataclass(frozen=True, kw_only=True)
class World:
    """A mailbox with an empty folder, and the hands of others in it."""

    mailbox: Mailbox
    folder: str
    arrive: Callable[[bytes], None]
    vanish: Callable[[int], None]
    pushes: bool = True


def _of_fake() -> World:
    fake = FakeMailbox()
    return World(mailbox=fake, folder="INBOX", arrive=fake.put, vanish=fake.take)


def _of_simulated() -> World:
    folders = Folders()

    def arrive(raw: bytes) -> None:
        folders.put(raw, at=MORNING)

    return World(
        mailbox=SimulatedMailbox("relance@example.net", folders, Ordered()),
        folder="INBOX",
        arrive=arrive,
        vanish=lambda uid: folders.take(uid) and None,
    )


def _of_folder(root: Path) -> World:
    names = (f"{number:04d}.eml" for number in itertools.count(1))

    def vanish(uid: int) -> None:
        sorted(root.glob("*.eml"))[uid - 1].unlink()

    return World(
        mailbox=FolderMailbox(root, address="relance@example.net"),
        folder="INBOX",
        arrive=lambda raw: (root / next(names)).write_bytes(raw) and None,
        vanish=vanish,
        pushes=False,
    )


@contextlib.contextmanager
def _of_imap(account: ImapAccount, folder: str) -> Iterator[World]:
    colleague = imaplib.IMAP4(account.host, account.port, timeout=LONG)
    if colleague.state == "NONAUTH":
        colleague.login(account.user, account.password)
    if folder != "INBOX":
        assert colleague.create(folder)[0] == "OK"

    def arrive(raw: bytes) -> None:
        assert colleague.append(folder, "", MORNING, raw)[0] == "OK"

    def vanish(uid: int) -> None:
        colleague.select(folder)
        colleague.uid("STORE", str(uid), "+FLAGS", r"(\Deleted)")
        assert colleague.expunge()[0] == "OK"

    mailbox = ImapMailbox("relance@example.net", account)
    yield World(mailbox=mailbox, folder=folder, arrive=arrive, vanish=vanish)
    colleague.shutdown()


def _in_clear(host: str, port: int, user: str, password: str) -> ImapAccount:
    return ImapAccount(host=host, port=port, security="none", user=user, password=password)


@pytest.fixture(params=["fake", "simulated", "folder", "pymap", "courier", "cyrus", "dovecot"])
async def world(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[World]:
    match request.param:
        case "fake":
            made = contextlib.nullcontext(_of_fake())
        case "simulated":
            made = contextlib.nullcontext(_of_simulated())
        case "folder":
            made = contextlib.nullcontext(_of_folder(tmp_path))
        case "pymap":
            pymap: Pymap = request.getfixturevalue("pymap_server")
            account = _in_clear(pymap.host, pymap.port, pymap.user, pymap.password)
            made = _of_imap(account, f"Contrat-{next(_numbers)}")
        case "courier":
            courier: Courier = request.getfixturevalue("courier")
            account = _in_clear(courier.host, courier.port, "relance", "déjà entré")
            made = _of_imap(account, f"INBOX.Contrat-{next(_numbers)}")
        case "cyrus":
            cyrus: Cyrus = request.getfixturevalue("cyrus")
            account = _in_clear(cyrus.host, cyrus.port, cyrus.fresh_user(), cyrus_servers.PASSWORD)
            made = _of_imap(account, "INBOX")
        case _:
            dovecot: Dovecot = request.getfixturevalue("dovecot")
            user = dovecot.fresh_user()
            made = _of_imap(_in_clear(dovecot.host, dovecot.imap_port, user, PASSWORD), "INBOX")
    with made as here:
        yield here
        await here.mailbox.close()


async def test_un_dossier_vide_n_a_rien(world: World) -> None:
    view = await world.mailbox.look(world.folder)
    assert view.uids == ()
    assert view.uidvalidity > 0
    assert await world.mailbox.fetch(view, ()) == ()


async def test_les_messages_viennent_dans_l_ordre_octet_pour_octet(world: World) -> None:
    raws = [message(number) for number in range(1, 6)]
    for raw in raws:
        world.arrive(raw)
    view = await world.mailbox.look(world.folder)
    found = await world.mailbox.fetch(view, tuple(reversed(view.uids)))
    assert [one.raw for one in found] == raws
    assert [one.uid for one in found] == sorted(view.uids)
    assert {(one.folder, one.uidvalidity) for one in found} == {(world.folder, view.uidvalidity)}
    assert {one.received_at for one in found} == {MORNING}
    assert not any(one.truncated for one in found)


async def test_seul_ce_qui_est_au_dessus_est_montre(world: World) -> None:
    for number in range(3):
        world.arrive(message(number))
    uids = (await world.mailbox.look(world.folder)).uids
    assert (await world.mailbox.look(world.folder, above=uids[0])).uids == uids[1:]
    # « n:* » names the last message even when n is above it.
    assert (await world.mailbox.look(world.folder, above=uids[-1])).uids == ()
    world.arrive(message(4))
    assert len((await world.mailbox.look(world.folder, above=uids[-1])).uids) == 1


async def test_un_message_demande_deux_fois_vient_une_fois(world: World) -> None:
    world.arrive(message())
    view = await world.mailbox.look(world.folder)
    assert len(await world.mailbox.fetch(view, view.uids * 2)) == 1


async def test_ce_qu_un_collegue_a_supprime_manque_et_le_reste_vient(world: World) -> None:
    for number in range(1, 4):
        world.arrive(message(number))
    view = await world.mailbox.look(world.folder)
    world.vanish(view.uids[1])
    found = await world.mailbox.fetch(view, view.uids)
    assert [one.raw for one in found] == [message(1), message(3)]
    assert (await world.mailbox.look(world.folder)).uids == (view.uids[0], view.uids[2])


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"x" * 5_000 + b"\r\n",
        b"\xe9\xe8 latin-1\r\n",
        b") OK (\r\n* 9 FETCH (UID 9)\r\n{3}\r\n",
    ],
    ids=["corps vide", "ligne longue", "latin-1 non déclaré", "ressemble à de l'IMAP"],
)
async def test_des_octets_inhabituels_viennent_tels_quels(world: World, body: bytes) -> None:
    world.arrive(message(body=body))
    view = await world.mailbox.look(world.folder)
    (found,) = await world.mailbox.fetch(view, view.uids)
    assert found.raw == message(body=body)


async def test_un_message_se_retrouve_par_son_identifiant_entier(world: World) -> None:
    world.arrive(message(12))
    has = world.mailbox.has_message
    assert await has(world.folder, MessageId("lettre-12@debiteur.example"))
    assert not await has(world.folder, MessageId("lettre-1@debiteur.example"))
    assert not await has(world.folder, MessageId("lettre-12@debiteur"))


async def test_une_copie_deposee_est_la_meme_et_porte_sa_date(world: World) -> None:
    at = datetime(2026, 1, 31, 23, 59, 58, tzinfo=UTC)
    raw = message("copie", at=at, body=b"ligne\r\n" * 3_000)
    await world.mailbox.append(world.folder, raw, at=at.astimezone())
    view = await world.mailbox.look(world.folder)
    (found,) = await world.mailbox.fetch(view, view.uids)
    assert (found.raw, found.received_at) == (raw, at)
    assert await world.mailbox.has_message(world.folder, MessageId("lettre-copie@debiteur.example"))


async def test_un_dossier_inconnu_est_pour_un_humain(world: World) -> None:
    with pytest.raises(Permanent, match="Inconnu"):
        await world.mailbox.look("Inconnu")
    with pytest.raises(Permanent, match="Inconnu"):
        await world.mailbox.append("Inconnu", message(), at=MORNING)
    assert (await world.mailbox.look(world.folder)).uids == ()


async def test_une_vue_d_un_dossier_remplace_ne_sert_plus(world: World) -> None:
    world.arrive(message())
    view = await world.mailbox.look(world.folder)
    stale = replace(view, uidvalidity=view.uidvalidity + 1)
    with pytest.raises(Temporary, match="relire"):
        await world.mailbox.fetch(stale, view.uids)
    assert len(await world.mailbox.fetch(view, view.uids)) == 1


async def test_les_dossiers_sont_nommes(world: World) -> None:
    assert {"INBOX", world.folder} <= set(await world.mailbox.folders())


async def test_une_arrivee_reveille_et_le_calme_non(world: World) -> None:
    wait = world.mailbox.wait_for_push
    # A new connection can't know what came before it: its first word may be True.
    await wait(world.folder, seconds=SOON)
    assert not await wait(world.folder, seconds=SOON)
    if world.pushes:
        async with asyncio.timeout(LONG):
            waiting = asyncio.create_task(wait(world.folder, seconds=LONG))
            await asyncio.to_thread(world.arrive, message())
            assert await waiting
        assert len((await world.mailbox.look(world.folder)).uids) == 1


async def test_ce_qui_arrive_entre_deux_attentes_reveille_la_suivante(world: World) -> None:
    wait = world.mailbox.wait_for_push
    await wait(world.folder, seconds=SOON)
    world.arrive(message())
    assert await wait(world.folder, seconds=LONG if world.pushes else SOON) == world.pushes


async def test_fermer_puis_revenir(world: World) -> None:
    world.arrive(message())
    assert len((await world.mailbox.look(world.folder)).uids) == 1
    await world.mailbox.close()
    await world.mailbox.close()
    assert len((await world.mailbox.look(world.folder)).uids) == 1
    assert world.mailbox.address == "relance@example.net"
