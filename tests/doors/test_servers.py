"""The tests' own counterparts do what the other tests rely on."""

import asyncio
import smtplib
import ssl
from collections.abc import Callable

import asyncpg
import pytest
from _pytest.outcomes import Failed, Skipped

from servers.dovecot import DOMAIN, PASSWORD, Dovecot
from servers.letters import message
from servers.ports import free_port
from servers.postfix import Postfix
from servers.process import wait_until
from servers.proxy import running_proxy
from servers.require import require
from servers.sink import Sink

FINAL_DOT = b"\r\n.\r\n"
US = f"relance@{DOMAIN}"


@pytest.mark.parametrize("name, value", [("CI", "true"), ("RELANCE_REQUIRE_SERVERS", "1")])
def test_un_serveur_qui_manque_est_un_echec_la_ou_il_est_du(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(Failed, match="apt-get install paquet"):
        require("programme-absent", "paquet")


def test_un_serveur_qui_manque_ailleurs_est_dit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("RELANCE_REQUIRE_SERVERS", raising=False)
    with pytest.raises(Skipped, match="apt-get install paquet"):
        require("programme-absent", "paquet")


def test_deux_ports_ne_sont_jamais_les_memes() -> None:
    ports = [free_port() for _ in range(50)]
    assert len(set(ports)) == 50


async def test_chaque_base_est_vide(postgres_url: str) -> None:
    connection = await asyncpg.connect(postgres_url.replace("asyncpg:", "postgresql:"))
    tables = await connection.fetch("SELECT 1 FROM pg_tables WHERE schemaname = 'public'")
    await connection.close()
    assert tables == []


def _submit(postfix: Postfix, port: int, to: str, *, seconds: float = 20.0) -> None:
    authority = str(postfix.certificates.authority)
    context = ssl.create_default_context(cafile=authority)
    with smtplib.SMTP("localhost", port, timeout=seconds) as client:
        client.starttls(context=context)
        client.login(US, PASSWORD)
        client.sendmail(US, [to], message())


def test_une_lettre_soumise_arrive(postfix: Postfix, dovecot: Dovecot) -> None:
    to = dovecot.fresh_user()
    _submit(postfix, postfix.submission_port, to)
    wait_until(lambda: len(dovecot.messages(to)) == 1, seconds=10, what=postfix.log())
    wait_until(postfix.queue_is_empty, seconds=10, what="the queue to be empty")


def test_sans_mot_de_passe_rien_ne_part(postfix: Postfix, dovecot: Dovecot) -> None:
    with (
        smtplib.SMTP("localhost", postfix.submission_port, timeout=20) as client,
        pytest.raises(smtplib.SMTPException),
    ):
        client.sendmail(US, [dovecot.fresh_user()], message())


async def test_la_reponse_avalee_une_lettre_arrive_quand_meme(
    postfix: Postfix, dovecot: Dovecot
) -> None:
    to = dovecot.fresh_user()
    async with running_proxy(postfix.plain_port) as proxy:
        proxy.swallow_replies_after(FINAL_DOT)

        def send() -> None:
            with smtplib.SMTP("localhost", proxy.port, timeout=20) as client:
                client.sendmail(US, [to], message())

        sending = asyncio.create_task(asyncio.to_thread(send))
        await proxy.swallowed.wait()
        proxy.cut_now()
        with pytest.raises(smtplib.SMTPServerDisconnected):
            await sending
    wait_until(lambda: len(dovecot.messages(to)) == 1, seconds=10, what=postfix.log())


@pytest.mark.parametrize(
    "flags, error",
    [
        (("-q", "."), smtplib.SMTPServerDisconnected),
        (("-Q", "."), smtplib.SMTPResponseException),
        (("-r", "RCPT"), smtplib.SMTPRecipientsRefused),
        (("-f", "MAIL"), smtplib.SMTPSenderRefused),
    ],
    ids=["coupe après le point", "421 après le point", "destinataire différé", "expéditeur refusé"],
)
def test_un_puits_echoue_comme_on_le_demande(
    smtp_sink: Callable[..., Sink], flags: tuple[str, ...], error: type[Exception]
) -> None:
    sink = smtp_sink(*flags)
    with (
        pytest.raises(error),
        smtplib.SMTP(sink.host, sink.port, timeout=20) as client,
    ):
        client.sendmail(US, ["debiteur@example.org"], message())


def test_un_puits_garde_ce_qu_il_prend(smtp_sink: Callable[..., Sink]) -> None:
    sink = smtp_sink()
    with smtplib.SMTP(sink.host, sink.port, timeout=20) as client:
        client.sendmail(US, ["debiteur@example.org"], message())
    (taken,) = sink.messages()
    assert b"X-Rcpt-Args: <debiteur@example.org>" in taken
    assert b"lettre-1@debiteur.example" in taken
