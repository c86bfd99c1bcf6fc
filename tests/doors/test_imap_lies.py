"""An IMAP server that says what it shouldn't: nothing is believed, nothing hangs."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from relance_mailer.adapters.imap import ImapMailbox
from relance_mailer.adapters.imap_account import ImapAccount, ImapLimits
from relance_mailer.ports import FolderView, Permanent, Temporary
from servers.ports import LOOPBACK
from servers.scripted_imap import CLOSE, SILENCE, ScriptedImap, running_scripted_imap

AT_ONCE = 5.0
QUIET = ImapLimits(quiet_seconds=0.2, poll_seconds=0.05, renew_seconds=0.1)
TINY = replace(
    QUIET, message_bytes=20_000, batch_bytes=1_000, whole_bytes=800, chunk_bytes=500, head_bytes=600
)
VIEW = FolderView(folder="INBOX", uidvalidity=7, uids=(1, 2))
DONE = b"{tag} OK done\r\n"
SIZES = (
    b'* 1 FETCH (UID 1 RFC822.SIZE 5 INTERNALDATE " 2-Mar-2026 10:00:00 +0100")\r\n'
    b'* 2 FETCH (INTERNALDATE "02-Mar-2026 09:00:00 +0000" RFC822.SIZE 5 UID 2)\r\n' + DONE
)
NINE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
async def script() -> AsyncIterator[ScriptedImap]:
    async with running_scripted_imap() as server:
        yield server


def _to(server: ScriptedImap, limits: ImapLimits = QUIET) -> ImapMailbox:
    account = ImapAccount(
        host=LOOPBACK, port=server.port, security="none", user="relance", password="x"
    )
    return ImapMailbox("relance@example.net", account, limits)


@pytest.mark.parametrize(
    "answer",
    [
        CLOSE,
        SILENCE,
        b"{tag} BAD what\r\n",
        b"Z99 OK somebody else's answer\r\n",
        b"+ go on\r\n{tag} OK\r\n",
        b"mumble\r\n{tag} OK\r\n",
        b"* BYE see you\r\n",
        b"* SEARCH 1 2 3",
        b"* OK {9999999}\r\nnever\r\n",
        b"{tag} MAYBE\r\n",
    ],
    ids=[
        "raccroche",
        "se tait",
        "BAD",
        "réponse d'un autre",
        "invite non demandée",
        "charabia",
        "BYE sans fermer",
        "ligne inachevée",
        "littéral inachevé",
        "ni OK ni NO",
    ],
)
async def test_une_reponse_douteuse_coupe_et_la_suite_marche(
    script: ScriptedImap, answer: bytes
) -> None:
    script.say("UID SEARCH", answer, b"* SEARCH 1 2\r\n" + DONE)
    mailbox = _to(script)
    async with asyncio.timeout(AT_ONCE):
        with pytest.raises(Temporary):
            await mailbox.look("INBOX")
        assert (await mailbox.look("INBOX")).uids == (1, 2)


@pytest.mark.parametrize(
    "answer, uids",
    [
        (b"* SEARCH 9 3 9 4 5 2\r\n", (5, 9)),
        (b"* SEARCH\r\n", ()),
        (b"", ()),
        (b"* 12 EXISTS\r\n* SEARCH 5\r\n* SEARCH 6 x -7 99999\r\n* 1 EXPUNGE\r\n", (5, 6, 99999)),
        (b"* search 5\r\n", (5,)),
    ],
    ids=["désordre et doublons", "rien", "pas de réponse", "bruit", "minuscules"],
)
async def test_seuls_les_numeros_demandes_sont_retenus(
    script: ScriptedImap, answer: bytes, uids: tuple[int, ...]
) -> None:
    script.say("UID SEARCH", answer + DONE)
    assert (await _to(script).look("INBOX", above=4)).uids == uids
    assert "UID SEARCH UID 5:*" in script.heard


async def test_une_seule_ligne_de_deux_cent_mille_numeros(script: ScriptedImap) -> None:
    numbers = " ".join(str(number) for number in range(1, 200_001))
    script.say("UID SEARCH", f"* SEARCH {numbers}\r\n".encode() + DONE)
    async with asyncio.timeout(AT_ONCE):
        assert len((await _to(script).look("INBOX")).uids) == 200_000


@pytest.mark.parametrize(
    "answer",
    [
        b"* 1 FETCH (UID 1 BODY[] {5}\r\nHi 1\n)\r\n* 2 FETCH (BODY[] {5}\r\nHi 2\n UID 2)\r\n",
        b"* 9 FETCH (FLAGS (\\Seen))\r\n* 2 FETCH (FLAGS () UID 2 BODY[] {5}\r\nHi 2\n)\r\n"
        b"* 1 FETCH (UID 1 FLAGS (\\Seen))\r\n* 1 FETCH (BODY[] {5}\r\nHi 1\n UID 1)\r\n",
        b'* 1 FETCH (UID 1 BODY[] "Hi 1\n")\r\n* 7 EXPUNGE\r\n'
        b"* 2 fetch (uid 2 body[] {5}\r\nHi 2\n)\r\n* 3 FETCH (UID 3 BODY[] {2}\r\nno)\r\n",
    ],
    ids=["UID avant ou après", "drapeaux entremêlés", "entre guillemets, minuscules, intrus"],
)
async def test_le_numero_est_lu_ou_qu_il_soit(script: ScriptedImap, answer: bytes) -> None:
    script.say("UID FETCH 1:2 (RFC822.SIZE", SIZES)
    script.say("UID FETCH 1:2 (BODY.PEEK[])", answer + DONE)
    found = await _to(script).fetch(VIEW, (2, 1))
    assert [(one.uid, one.raw, one.received_at) for one in found] == [
        (1, b"Hi 1\n", NINE),
        (2, b"Hi 2\n", NINE),
    ]


async def test_un_corps_vide_est_un_message_et_nil_n_en_est_pas_un(script: ScriptedImap) -> None:
    script.say("UID FETCH 1:2 (RFC822.SIZE", SIZES)
    bodies = b"* 1 FETCH (UID 1 BODY[] {0}\r\n)\r\n* 2 FETCH (UID 2 BODY[] NIL)\r\n"
    script.say("UID FETCH 1:2 (BODY.PEEK[])", bodies + DONE)
    (found,) = await _to(script).fetch(VIEW, (1, 2))
    assert (found.uid, found.raw) == (1, b"")


async def test_un_message_illisible_ne_cache_pas_les_autres(script: ScriptedImap) -> None:
    script.say("UID FETCH 1:2 (RFC822.SIZE", SIZES)
    script.say("UID FETCH 1:2 (BODY.PEEK[])", b"{tag} NO cannot be converted\r\n")
    script.say("UID FETCH 1 (BODY.PEEK[])", b"{tag} NO cannot be converted\r\n")
    script.say("UID FETCH 2 (BODY.PEEK[])", b"* 2 FETCH (UID 2 BODY[] {5}\r\nHi 2\n)\r\n" + DONE)
    assert [one.uid for one in await _to(script).fetch(VIEW, (1, 2))] == [2]


async def test_une_date_de_reception_impossible_laisse_celle_du_message(
    script: ScriptedImap,
) -> None:
    size = b'* 1 FETCH (UID 1 RFC822.SIZE 42 INTERNALDATE "31-Feb-2026 09:00:00 +0000")\r\n'
    body = b"Date: Mon, 2 Mar 2026 10:00:00 +0100\r\n\r\n"
    script.say("UID FETCH 1 (RFC822.SIZE", size + DONE)
    script.say(
        "UID FETCH 1 (BODY.PEEK[])", b"* 1 FETCH (UID 1 BODY[] {40}\r\n" + body + b")\r\n" + DONE
    )
    (found,) = await _to(script).fetch(VIEW, (1,))
    assert (found.raw, found.received_at) == (body, NINE)


async def test_une_taille_mensongere_est_arretee(script: ScriptedImap) -> None:
    script.say("UID FETCH 1 (RFC822.SIZE", b"* 1 FETCH (UID 1 RFC822.SIZE 5)\r\n" + DONE)
    flood = b"* 1 FETCH (UID 1 BODY[] {400000}\r\n" + b"x" * 400_000 + b")\r\n"
    script.say("UID FETCH 1 (BODY.PEEK[])", flood + DONE)
    with pytest.raises(Temporary, match="démesurée"):
        await _to(script, TINY).fetch(VIEW, (1,))


async def test_un_message_qui_disparait_entre_deux_morceaux_manque(script: ScriptedImap) -> None:
    script.say("UID FETCH 1 (RFC822.SIZE", b"* 1 FETCH (UID 1 RFC822.SIZE 900)\r\n" + DONE)
    piece = b"* 1 FETCH (UID 1 BODY[]<0> {500}\r\n" + b"x" * 500 + b")\r\n"
    script.say("UID FETCH 1 (BODY.PEEK[]<0.500>)", piece + DONE)
    script.say("UID FETCH 1 (BODY.PEEK[]<500.500>)", DONE)
    assert await _to(script, TINY).fetch(VIEW, (1,)) == ()


async def test_un_dossier_sans_validite(script: ScriptedImap) -> None:
    script.say("SELECT", b"* 1 EXISTS\r\n" + DONE)
    with pytest.raises(Temporary, match="UIDVALIDITY"):
        await _to(script).look("INBOX")


@pytest.mark.parametrize(
    "refusal, listed, fault",
    [
        (b"{tag} NO try later\r\n", b'* LIST () "/" INBOX\r\n', Temporary),
        (b"{tag} NO no such thing\r\n", b"", Permanent),
        (b"{tag} NO [UNAVAILABLE] disk\r\n", b"", Temporary),
        (b"{tag} NO [NOPERM] not yours\r\n", b'* LIST () "/" INBOX\r\n', Permanent),
        (b"{tag} NO [NONEXISTENT] gone\r\n", b'* LIST (\\Noselect) "/" INBOX\r\n', Permanent),
    ],
    ids=["pas maintenant", "inconnu", "en panne", "interdit", "sans contenu"],
)
async def test_un_dossier_refuse(
    script: ScriptedImap, refusal: bytes, listed: bytes, fault: type[Exception]
) -> None:
    script.say("SELECT", refusal)
    script.say("LIST", listed + DONE)
    with pytest.raises(fault, match="INBOX"):
        await _to(script).look("INBOX")


@pytest.mark.parametrize(
    "push, woken",
    [
        (b"* 2 EXISTS\r\n", True),
        (b"* 1 EXPUNGE\r\n", True),
        (b"* 1 FETCH (FLAGS (\\Seen))\r\n", True),
        (b"* OK Still here\r\n", False),
        (b"* OK Still here\r\n* 3 EXISTS\r\n", True),
    ],
)
async def test_ce_qui_reveille(script: ScriptedImap, push: bytes, woken: bool) -> None:
    mailbox = _to(script)
    await mailbox.wait_for_push("INBOX", seconds=1)
    waiting = asyncio.create_task(mailbox.wait_for_push("INBOX", seconds=0.25))
    await script.push(push)
    assert await waiting == woken
    # Without news it was renewed meanwhile.
    assert (script.heard.count("IDLE") > 1) != woken


@pytest.mark.parametrize("push", [b"* BYE shutting down\r\n", b"nonsense\r\n", b"A1 OK\r\n"])
async def test_ce_qui_met_fin_a_l_attente(script: ScriptedImap, push: bytes) -> None:
    mailbox = _to(script, ImapLimits())
    await mailbox.wait_for_push("INBOX", seconds=1)
    async with asyncio.timeout(AT_ONCE):
        waiting = asyncio.create_task(mailbox.wait_for_push("INBOX", seconds=60))
        await script.push(push)
        with pytest.raises(Temporary):
            await waiting


@pytest.mark.parametrize("answer", [b"{tag} NO not now\r\n", b"{tag} OK odd\r\n", CLOSE, SILENCE])
async def test_l_attente_refusee(script: ScriptedImap, answer: bytes) -> None:
    script.say("IDLE", answer)
    mailbox = _to(script)
    await mailbox.wait_for_push("INBOX", seconds=1)
    async with asyncio.timeout(AT_ONCE):
        with pytest.raises(Temporary):
            await mailbox.wait_for_push("INBOX", seconds=60)


async def test_sans_idle_on_demande_de_temps_en_temps(script: ScriptedImap) -> None:
    script.say("CAPABILITY", b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n" + DONE)
    script.say("NOOP", DONE, DONE, b"* 2 EXISTS\r\n" + DONE)
    mailbox = _to(script)
    await mailbox.wait_for_push("INBOX", seconds=1)
    async with asyncio.timeout(AT_ONCE):
        assert await mailbox.wait_for_push("INBOX", seconds=60)
    assert script.heard.count("NOOP") == 3
    assert "IDLE" not in script.heard


async def test_le_serveur_demande_deux_fois_la_copie(script: ScriptedImap) -> None:
    script.say("APPEND", b"+ go\r\n+ again\r\n" + DONE)
    with pytest.raises(Temporary):
        await _to(script).append("Sent", b"copie\r\n", at=NINE)


async def test_la_copie_refusee_faute_de_place(script: ScriptedImap) -> None:
    script.say("APPEND", b"{tag} NO [OVERQUOTA] full\r\n")
    with pytest.raises(Permanent, match="Sent"):
        await _to(script).append("Sent", b"copie\r\n", at=NINE)
    assert 'APPEND "Sent" (\\Seen) "02-Mar-2026 09:00:00 +0000" {7}' in script.heard
