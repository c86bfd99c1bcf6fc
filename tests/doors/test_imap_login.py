"""The way into a mailbox: verified TLS or nothing, and clear words when it is closed."""

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from relance_mailer.adapters.imap import ImapMailbox
from relance_mailer.adapters.imap_account import ImapAccount, ImapLimits, TokenProvider
from relance_mailer.ports import Permanent, Temporary
from servers.certs import make_certificates
from servers.dovecot import PASSWORD, Dovecot
from servers.ports import LOOPBACK, free_port
from servers.scripted_imap import CLOSE, SILENCE, ScriptedImap, running_scripted_imap

ADDRESS = "relance@example.net"
SHORT = ImapLimits(connect_seconds=0.3, login_seconds=2.0, quiet_seconds=0.3)
WRONG = "motdepasse-faux"
AT_ONCE = 2.0  # less than any limit of the client's own


@pytest.fixture
async def script() -> AsyncIterator[ScriptedImap]:
    async with running_scripted_imap() as server:
        yield server


def _to(
    server: ScriptedImap, *, token: TokenProvider | None = None, password: str = "sésame"
) -> ImapMailbox:
    account = ImapAccount(
        host=LOOPBACK,
        port=server.port,
        security="none",
        user=ADDRESS,
        password=password,
        token=token,
    )
    return ImapMailbox(ADDRESS, account)


@pytest.mark.parametrize("host", ["localhost", LOOPBACK])
@pytest.mark.parametrize("security", ["tls", "starttls", "none"])
async def test_chaque_porte_de_dovecot_s_ouvre(dovecot: Dovecot, security: str, host: str) -> None:
    account = ImapAccount(
        host=host,
        port=dovecot.imaps_port if security == "tls" else dovecot.imap_port,
        security=security,
        user=dovecot.fresh_user(),
        password=PASSWORD,
        authority=dovecot.certificates.authority,
    )
    mailbox = ImapMailbox(ADDRESS, account)
    assert (await mailbox.look("INBOX")).uids == ()
    await mailbox.close()


async def test_mot_de_passe_faux(dovecot: Dovecot, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    account = ImapAccount(
        host=LOOPBACK,
        port=dovecot.imap_port,
        security="none",
        user=dovecot.fresh_user(),
        password=WRONG,
    )
    with pytest.raises(Permanent, match="mot de passe") as caught:
        await ImapMailbox(ADDRESS, account).look("INBOX")
    told = "".join(traceback.format_exception(caught.value)) + caplog.text + repr(account)
    assert WRONG not in told


@pytest.mark.parametrize("security", ["tls", "starttls"])
async def test_autorite_inconnue(dovecot: Dovecot, security: str) -> None:
    account = ImapAccount(
        host="localhost",
        port=dovecot.imaps_port if security == "tls" else dovecot.imap_port,
        security=security,
        user=ADDRESS,
        password=PASSWORD,
    )
    with pytest.raises(Permanent, match="certificat refusé"):
        await ImapMailbox(ADDRESS, account).look("INBOX")


async def test_certificat_d_un_autre_serveur(tmp_path: Path) -> None:
    certificates = make_certificates(tmp_path)
    context = certificates.server_context(wrong_host=True)
    async with running_scripted_imap(tls=context) as server:
        account = ImapAccount(
            host="localhost",
            port=server.port,
            security="tls",
            user=ADDRESS,
            password=PASSWORD,
            authority=certificates.authority,
        )
        with pytest.raises(Permanent, match="certificat refusé"):
            await ImapMailbox(ADDRESS, account).look("INBOX")
        assert server.heard == []


async def test_tls_vers_une_porte_en_clair(dovecot: Dovecot) -> None:
    account = ImapAccount(host=LOOPBACK, port=dovecot.imap_port, security="tls", user=ADDRESS)
    with pytest.raises(Permanent, match="ne parle pas TLS"):
        await ImapMailbox(ADDRESS, account).look("INBOX")


@pytest.mark.parametrize("host", ["imap.example.net", "192.0.2.7", "localhost.example.net"])
async def test_rien_en_clair_hors_de_la_machine(host: str) -> None:
    account = ImapAccount(host=host, port=143, security="none", user=ADDRESS, password=PASSWORD)
    with pytest.raises(Permanent, match="machine elle-même"):
        await ImapMailbox(ADDRESS, account).look("INBOX")


@pytest.mark.parametrize("greeting", [b"* OK ready\r\n", b"* PREAUTH welcome\r\n"])
async def test_sans_starttls_rien_n_est_dit(greeting: bytes) -> None:
    async with running_scripted_imap(greeting=greeting) as server:
        account = ImapAccount(host=LOOPBACK, port=server.port, security="starttls", user=ADDRESS)
        with pytest.raises(Permanent, match="STARTTLS"):
            await ImapMailbox(ADDRESS, account).look("INBOX")
        assert server.heard == ["CAPABILITY"]


async def test_rien_de_ce_qui_precede_tls_n_est_lu_apres(script: ScriptedImap) -> None:
    script.say("CAPABILITY", b"* CAPABILITY IMAP4rev1 STARTTLS\r\n{tag} OK done\r\n")
    script.say("STARTTLS", b"{tag} OK begin\r\n* CAPABILITY IMAP4rev1 AUTH=PL")
    account = ImapAccount(host=LOOPBACK, port=script.port, security="starttls", user=ADDRESS)
    with pytest.raises(Temporary, match="avant TLS"):
        await ImapMailbox(ADDRESS, account).look("INBOX")


async def test_personne_n_ecoute() -> None:
    account = ImapAccount(host=LOOPBACK, port=free_port(), security="none", user=ADDRESS)
    with pytest.raises(Temporary):
        await ImapMailbox(ADDRESS, account).look("INBOX")


@pytest.mark.parametrize(
    "greeting",
    [b"", b"* BYE too many connections\r\n", b"HTTP/1.1 400 Bad Request\r\n", b"* OK"],
    ids=["rien", "BYE", "un serveur web", "ligne coupée"],
)
async def test_accueil_puis_porte_fermee(greeting: bytes) -> None:
    async def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(greeting)
        writer.close()

    async with asyncio.timeout(AT_ONCE), await asyncio.start_server(hang_up, LOOPBACK, 0) as server:
        port = server.sockets[0].getsockname()[1]
        account = ImapAccount(host=LOOPBACK, port=port, security="none", user=ADDRESS)
        with pytest.raises(Temporary):
            await ImapMailbox(ADDRESS, account).look("INBOX")


async def test_accueil_qui_ne_vient_pas() -> None:
    async with running_scripted_imap(greeting=SILENCE) as server:
        account = ImapAccount(host=LOOPBACK, port=server.port, security="none", user=ADDRESS)
        with pytest.raises(Temporary, match="ne répond plus"):
            await ImapMailbox(ADDRESS, account, SHORT).look("INBOX")


async def test_un_mot_de_passe_accentue_passe_par_plain(script: ScriptedImap) -> None:
    await _to(script).look("INBOX")
    assert f"\0{ADDRESS}\0sésame" in script.heard


async def test_sans_plain_le_mot_de_passe_est_entre_guillemets(script: ScriptedImap) -> None:
    script.say("CAPABILITY", b"* CAPABILITY IMAP4rev1\r\n{tag} OK done\r\n")
    await _to(script, password='a "b" \\c').look("INBOX")
    assert rf'LOGIN "{ADDRESS}" "a \"b\" \\c"' in script.heard
    with pytest.raises(Permanent, match="ASCII"):
        await _to(script).look("INBOX")


async def test_le_mot_de_passe_de_login_n_est_jamais_montre(script: ScriptedImap) -> None:
    script.say("CAPABILITY", b"* CAPABILITY IMAP4rev1\r\n{tag} OK done\r\n")
    script.say("LOGIN", b"Z9 OK that was not asked\r\n")
    with pytest.raises(Temporary) as caught:
        await _to(script, password=WRONG).look("INBOX")
    assert WRONG not in "".join(traceback.format_exception(caught.value))


async def test_le_serveur_refuse_les_mots_de_passe(script: ScriptedImap) -> None:
    script.say("CAPABILITY", b"* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n{tag} OK done\r\n")
    with pytest.raises(Permanent, match="mot de passe"):
        await _to(script).look("INBOX")


async def test_un_refus_passager_n_accuse_pas_le_mot_de_passe(script: ScriptedImap) -> None:
    script.say("AUTHENTICATE", b"{tag} NO [UNAVAILABLE] directory is down\r\n")
    with pytest.raises(Temporary, match="pour le moment"):
        await _to(script).look("INBOX")


async def test_coupe_pendant_l_authentification(script: ScriptedImap) -> None:
    script.say("AUTHENTICATE", CLOSE)
    async with asyncio.timeout(AT_ONCE):
        with pytest.raises(Temporary):
            await _to(script).look("INBOX")


async def test_un_jeton_perime_est_renouvele_une_fois(script: ScriptedImap) -> None:
    # RFC 7628 §3.2.3 and XOAUTH2: the refusal is a challenge that wants an empty answer first.
    challenge = b"+ eyJzdGF0dXMiOiI0MDEifQ==\r\n{tag} NO refused\r\n"
    script.say("AUTHENTICATE XOAUTH2", challenge, b"{tag} OK done\r\n")
    asked: list[bool] = []

    async def token(fresh: bool) -> str:
        asked.append(fresh)
        return "frais" if fresh else "périmé"

    await _to(script, token=token).look("INBOX")
    assert asked == [False, True]
    assert f"user={ADDRESS}\1auth=Bearer frais\1\1" in script.heard


async def test_un_jeton_refuse_deux_fois_est_pour_un_humain(script: ScriptedImap) -> None:
    script.say("AUTHENTICATE XOAUTH2", b"{tag} NO [AUTHENTICATIONFAILED] no\r\n")

    async def token(fresh: bool) -> str:
        return "refusé"

    with pytest.raises(Permanent):
        await _to(script, token=token).look("INBOX")
