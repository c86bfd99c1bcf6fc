"""What every submission account does: the simulated server and real SMTP conversations alike."""

import itertools
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from enum import Enum
from typing import Any

import pytest

from chaos.service import until
from contracts.simulated import Ordered
from relance_mailer.adapters.smtp import SmtpMailer
from relance_mailer.ports import Handover, Mailer, Overtaken, Refused, Taken, Temporary, Unsure
from relance_mailer.simulate import servers
from relance_mailer.simulate.mishaps import Mishap
from relance_mailer.simulate.servers import Arrived, PostOffice
from servers import postfix as postfix_server
from servers.accounts import account
from servers.dovecot import PASSWORD, Dovecot
from servers.exim import running_exim
from servers.ports import free_port
from servers.postfix import Postfix
from servers.proxy import Proxy, running_proxy
from servers.sink import Sink

RECIPIENT = "compta@debiteur.test"
LETTER = (
    b"From: relances@relance.test\r\nTo: %s\r\n"
    b"Message-ID: <un@relance.test>\r\nSubject: Facture\r\n\r\nBonjour,\r\n.point\r\n"
)


class Ill(Enum):
    """What a server does: the flags of smtp-sink, and the simulated fault."""

    NOTHING = ((), None)
    UNKNOWN = (("-f", "RCPT", "-B", "550 5.1.1 adresse inconnue"), Mishap.SMTP_5XX)
    LATER = (("-r", "RCPT", "-b", "450 4.2.1 boite occupee"), Mishap.SMTP_4XX)
    CONTENT = (("-f", ".", "-B", "554 5.6.0 contenu refuse"), Mishap.SMTP_5XX)
    FULL = (("-r", ".", "-b", "452 4.3.1 disque plein"), Mishap.SMTP_4XX)
    SILENCE = (("-q", "."), Mishap.LOST_REPLY_TAKEN)
    AWAY = (None, Mishap.SMTP_DOWN)


@dataclass
class Counter:
    """A submission server, and what arrived there."""

    mailer: Mailer
    arrived: Callable[[], list[bytes]]
    to: str = RECIPIENT
    leaving: int = 0
    at_leaving: Callable[[], None] = lambda: None

    async def note(self) -> None:
        self.leaving += 1
        self.at_leaving()

    async def offer(self, leaving: Callable[[], Awaitable[None]] | None = None) -> Handover:
        return await self.mailer.hand_over(
            LETTER % self.to.encode(),
            envelope_from="relances@relance.test",
            recipients=[self.to],
            envelope_id="K7Q2M",
            leaving=leaving or self.note,
        )


Open = Callable[[Ill], Awaitable[Counter]]


def whole(messages: Sequence[bytes]) -> list[bytes]:
    """The letters; smtp-sink keeps an empty file of one whose bytes never came."""
    return [one for one in messages if b"point" in one]


EXIM: Mapping[Ill, Mapping[str, str]] = {
    Ill.UNKNOWN: {"of_recipients": "deny message = 550 5.1.1 adresse inconnue"},
    Ill.LATER: {"of_recipients": "defer message = 450 4.2.1 boite occupee"},
    Ill.CONTENT: {"of_letters": "deny message = 554 5.6.0 contenu refuse"},
    Ill.FULL: {"of_letters": "defer message = 452 4.3.1 disque plein"},
}

POSTFIX: Mapping[Ill, str] = {
    Ill.UNKNOWN: postfix_server.UNKNOWN,
    Ill.LATER: postfix_server.BUSY,
    Ill.CONTENT: postfix_server.BAD_CONTENT,
    Ill.FULL: postfix_server.FULL_DISK,
}
"""To whom a letter is written that this Postfix refuses: one serves all tests."""

numbers = itertools.count(1)


@pytest.fixture(params=["simulated", "smtp-sink", "exim", "postfix"])
async def opened(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Open]:
    async with AsyncExitStack() as stack:
        match request.param:
            case "simulated":
                yield _simulated(monkeypatch)
            case "smtp-sink":
                yield _smtp_sink(request.getfixturevalue("smtp_sink"))
            case "exim":
                yield _exim(stack)
            case _:
                server = request.getfixturevalue("postfix")
                yield _postfix(stack, server, request.getfixturevalue("dovecot"))


def _simulated(monkeypatch: pytest.MonkeyPatch) -> Open:
    async def simulated(ill: Ill) -> Counter:
        _, mishap = ill.value
        office = PostOffice(Ordered([mishap] if mishap else []))
        taken: list[Arrived] = []
        office.deliver = taken.append
        after_the_dot = ill in {Ill.CONTENT, Ill.FULL}
        monkeypatch.setattr(servers, "BEFORE_DATA", 0.0 if after_the_dot else 1.0)
        return Counter(mailer=office, arrived=lambda: [one.raw for one in taken])

    return simulated


def _smtp_sink(sinks: Callable[..., Sink]) -> Open:
    async def smtp_sink(ill: Ill) -> Counter:
        flags: Any = ill.value[0]
        sink = None if flags is None else sinks(*flags)
        mailer = SmtpMailer(account(sink.port if sink else free_port()))
        return Counter(mailer=mailer, arrived=lambda: whole(sink.messages()) if sink else [])

    return smtp_sink


def _exim(stack: AsyncExitStack) -> Open:
    async def exim(ill: Ill) -> Counter:
        says = EXIM.get(ill, {})
        server = stack.enter_context(running_exim(routes={}, lmtp_port=1, keeps=True, **says))
        proxy = await _line(stack, server.port, ill)
        mailer = SmtpMailer(account(proxy.port, **_patience(ill)))
        return _counter(mailer, server.kept, proxy, ill)

    return exim


def _postfix(stack: AsyncExitStack, server: Postfix, dovecot: Dovecot) -> Open:
    """As a provider has it: TLS, and a sign-in that Dovecot judges."""

    async def postfix(ill: Ill) -> Counter:
        proxy = await _line(stack, server.submission_port, ill)
        to = POSTFIX.get(ill, f"compta{next(numbers)}@{postfix_server.KEEPING}")
        signed_in = account(
            proxy.port,
            security="starttls",
            user=dovecot.fresh_user(),
            password=PASSWORD,
            ca_file=dovecot.certificates.authority,
            **_patience(ill),
        )
        counter = _counter(SmtpMailer(signed_in), lambda: server.kept(to), proxy, ill)
        counter.to = to
        return counter

    return postfix


async def _line(stack: AsyncExitStack, port: int, ill: Ill) -> Proxy:
    proxy = await stack.enter_async_context(running_proxy(port))
    if ill is Ill.AWAY:
        proxy.refuse()
    return proxy


def _patience(ill: Ill) -> dict[str, object]:
    return {"data_timeout_seconds": 1.0} if ill is Ill.SILENCE else {}


def _counter(mailer: Mailer, arrived: Callable[[], list[bytes]], proxy: Proxy, ill: Ill) -> Counter:
    """What is said of a letter that is leaving never comes back, where the line is ill."""
    counter = Counter(mailer=mailer, arrived=arrived)
    if ill is Ill.SILENCE:
        counter.at_leaving = proxy.swallow_replies
    return counter


async def test_une_lettre_prise_est_annoncee_avant_et_arrive_entiere(opened: Open) -> None:
    server = await opened(Ill.NOTHING)
    answer = await server.offer()
    await server.mailer.close()
    assert isinstance(answer, Taken)
    assert server.leaving == 1
    (raw,) = server.arrived()
    assert b"Message-ID: <un@relance.test>" in raw
    assert b".point" in raw


async def test_ce_qui_arrete_au_depart_arrete_vraiment(opened: Open) -> None:
    server = await opened(Ill.NOTHING)

    async def overtaken() -> None:
        raise Overtaken("un message est arrivé")

    with pytest.raises(Overtaken):
        await server.offer(overtaken)
    assert server.arrived() == []
    # The next one finds no transaction left half open.
    assert isinstance(await server.offer(), Taken)
    await server.mailer.close()


@pytest.mark.parametrize(
    ("ill", "permanent", "leaving"),
    [
        (Ill.UNKNOWN, True, 0),
        (Ill.LATER, False, 0),
        (Ill.CONTENT, True, 1),
        (Ill.FULL, False, 1),
    ],
    ids=["inconnu", "plus tard", "contenu", "disque"],
)
async def test_un_refus_dit_s_il_est_definitif(
    opened: Open, ill: Ill, permanent: bool, leaving: int
) -> None:
    server = await opened(ill)
    answer = await server.offer()
    await server.mailer.close()
    assert isinstance(answer, Refused)
    assert (answer.permanent, answer.account, server.leaving) == (permanent, False, leaving)


async def test_une_reponse_perdue_laisse_le_doute_et_la_lettre_est_arrivee(opened: Open) -> None:
    server = await opened(Ill.SILENCE)
    answer = await server.offer()
    await server.mailer.close()
    assert isinstance(answer, Unsure)
    assert server.leaving == 1
    # A server may still be busy with what we gave up waiting for.
    await until(lambda: len(server.arrived()) > 0, seconds=30.0, what="the letter")
    assert len(server.arrived()) == 1


async def test_un_serveur_absent_n_a_rien_pris(opened: Open) -> None:
    server = await opened(Ill.AWAY)
    with pytest.raises(Temporary):
        await server.offer()
    assert server.leaving == 0
    await server.mailer.close()
    await server.mailer.close()
