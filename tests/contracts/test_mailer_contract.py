"""What every submission account does: the simulated server and real SMTP conversations alike."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from enum import Enum
from typing import Any

import pytest

from contracts.simulated import Ordered
from relance_mailer.adapters.smtp import SmtpMailer
from relance_mailer.ports import Handover, Mailer, Overtaken, Refused, Taken, Temporary, Unsure
from relance_mailer.simulate import servers
from relance_mailer.simulate.mishaps import Mishap
from relance_mailer.simulate.servers import Arrived, PostOffice
from servers.accounts import account
from servers.exim import running_exim
from servers.ports import free_port
from servers.proxy import running_proxy
from servers.sink import Sink

LETTER = (
    b"From: relances@relance.test\r\nTo: compta@debiteur.test\r\n"
    b"Message-ID: <un@relance.test>\r\nSubject: Facture\r\n\r\nBonjour,\r\n.point\r\n"
)


class Ill(Enum):
    """What a server does: the flags of smtp-sink, and the simulated fault."""

    NOTHING = ((), None)
    UNKNOWN = (("-f", "RCPT", "-B", "550 5.1.1 adresse inconnue"), Mishap.SMTP_5XX)
    LATER = (("-r", "RCPT", "-b", "450 4.2.1 boite occupee"), Mishap.SMTP_4XX)
    CONTENT = (("-f", ".", "-B", "554 5.6.0 contenu refuse"), Mishap.SMTP_5XX)
    SILENCE = (("-q", "."), Mishap.LOST_REPLY_TAKEN)
    AWAY = (None, Mishap.SMTP_DOWN)


@dataclass
class Counter:
    """A submission server, and what arrived there."""

    mailer: Mailer
    arrived: Callable[[], list[bytes]]
    leaving: int = 0

    async def note(self) -> None:
        self.leaving += 1

    async def offer(self, leaving: Callable[[], Awaitable[None]] | None = None) -> Handover:
        return await self.mailer.hand_over(
            LETTER,
            envelope_from="relances@relance.test",
            recipients=["compta@debiteur.test"],
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
}


@pytest.fixture(params=["simulated", "smtp-sink", "exim"])
async def opened(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Open]:
    async with AsyncExitStack() as stack:
        yield _opening(request, monkeypatch, stack)


def _opening(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, stack: AsyncExitStack
) -> Open:
    if request.param == "simulated":

        async def simulated(ill: Ill) -> Counter:
            _, mishap = ill.value
            office = PostOffice(Ordered([mishap] if mishap else []))
            taken: list[Arrived] = []
            office.deliver = taken.append
            monkeypatch.setattr(servers, "BEFORE_DATA", 0.0 if ill is Ill.CONTENT else 1.0)
            return Counter(mailer=office, arrived=lambda: [one.raw for one in taken])

        return simulated
    if request.param == "exim":

        async def exim(ill: Ill) -> Counter:
            says = EXIM.get(ill, {})
            server = stack.enter_context(running_exim(routes={}, lmtp_port=1, keeps=True, **says))
            proxy = await stack.enter_async_context(running_proxy(server.port))
            if ill is Ill.AWAY:
                proxy.refuse()
            if ill is Ill.SILENCE:
                proxy.swallow_replies_after(b"\r\n.\r\n")
            mailer = SmtpMailer(account(proxy.port, data_timeout_seconds=2.0))
            return Counter(mailer=mailer, arrived=server.kept)

        return exim
    sinks: Callable[..., Sink] = request.getfixturevalue("smtp_sink")

    async def real(ill: Ill) -> Counter:
        flags: Any = ill.value[0]
        sink = None if flags is None else sinks(*flags)
        mailer = SmtpMailer(account(sink.port if sink else free_port()))
        return Counter(mailer=mailer, arrived=lambda: whole(sink.messages()) if sink else [])

    return real


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
    [(Ill.UNKNOWN, True, 0), (Ill.LATER, False, 0), (Ill.CONTENT, True, 1)],
    ids=["inconnu", "plus tard", "contenu"],
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
    assert len(server.arrived()) == 1


async def test_un_serveur_absent_n_a_rien_pris(opened: Open) -> None:
    server = await opened(Ill.AWAY)
    with pytest.raises(Temporary):
        await server.offer()
    assert server.leaving == 0
    await server.mailer.close()
    await server.mailer.close()
