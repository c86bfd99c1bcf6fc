"""The submission account against a real Postfix, a sink that fails on demand, and a cut line."""

import asyncio
import gc
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest

from chaos.service import until
from relance_mailer.adapters.smtp import PIECE_BYTES, SmtpMailer
from relance_mailer.ports import (
    FRESH_SECONDS,
    Overtaken,
    Permanent,
    Refused,
    Stayed,
    Taken,
    Temporary,
    Unsure,
)
from servers.accounts import account
from servers.dovecot import PASSWORD, Dovecot
from servers.dripping_smtp import GREETING, dripping_smtp
from servers.exim import running_exim
from servers.postfix import Postfix
from servers.proxy import running_proxy
from servers.scripted_smtp import scripted_smtp
from servers.sink import Sink

LETTER = (
    b"From: relances@relance.test\r\nTo: compta@debiteur.test\r\n"
    b"Message-ID: <%s@relance.test>\r\nSubject: Facture\r\n\r\n"
    b"Bonjour,\r\n.ligne qui commence par un point\r\nfin\r\n"
)

Sinks = Callable[..., Sink]


class Journal:
    """What was committed, in order."""

    def __init__(self) -> None:
        self.leaving = 0

    async def note(self) -> None:
        self.leaving += 1


async def offer(mailer: SmtpMailer, journal: Journal, *, name: str = "un") -> object:
    return await mailer.hand_over(
        LETTER % name.encode(),
        envelope_from="relances@relance.test",
        recipients=["compta@debiteur.test"],
        envelope_id="K7Q2M=+é",
        leaving=journal.note,
    )


async def test_a_letter_is_taken_whole_and_its_dots_survive(smtp_sink: Sinks) -> None:
    sink, journal = smtp_sink(), Journal()
    mailer = SmtpMailer(account(sink.port))
    answer = await offer(mailer, journal)
    await mailer.close()
    assert isinstance(answer, Taken), answer
    assert journal.leaving == 1
    assert b".ligne qui commence par un point" in sink.messages()[0].replace(b"\n..", b"\n.")


@pytest.mark.parametrize(
    "flags, permanent, account_is_refused, left",
    [
        (["-r", "RCPT", "-b", "450 4.2.1 boite occupee"], False, False, 0),
        (["-f", "RCPT", "-B", "550 5.1.1 adresse inconnue"], True, False, 0),
        (["-f", "RCPT", "-B", "550 5.7.1 relais interdit"], False, True, 0),
        (["-f", "MAIL", "-B", "530 5.7.0 authentification exigee"], False, True, 0),
        (["-r", "DATA", "-b", "451 4.3.0 plus tard"], False, False, 0),
        (["-f", ".", "-B", "554 5.6.0 contenu refuse"], True, False, 1),
        (["-r", ".", "-b", "452 4.3.1 disque plein"], False, False, 1),
    ],
    ids=["plus tard", "inconnu", "politique", "sans identité", "DATA", "contenu", "disque"],
)
async def test_refusals_are_told_apart(
    smtp_sink: Sinks, flags: list[str], permanent: bool, account_is_refused: bool, left: int
) -> None:
    sink, journal = smtp_sink(*flags), Journal()
    mailer = SmtpMailer(account(sink.port))
    answer = await offer(mailer, journal)
    await mailer.close()
    assert isinstance(answer, Refused), answer
    assert (answer.permanent, answer.account, journal.leaving) == (
        permanent,
        account_is_refused,
        left,
    )


@pytest.mark.parametrize(
    "reply, expected",
    [
        (b"250 2.0.0 Ok", Taken),
        (b"252 je verrai", Taken),
        (b"354 encore", Unsure),
        (b"421 4.3.2 je ferme", Refused),
        (b"550 5.7.1 non", Refused),
    ],
    ids=lambda value: value.decode() if isinstance(value, bytes) else value.__name__,
)
async def test_what_is_said_after_the_dot_is_read_by_its_first_digit(
    reply: bytes, expected: type
) -> None:
    """A positive reply is a yes whatever its number: reading it as a no would send twice."""
    async with scripted_smtp(after_dot=reply) as server:
        mailer = SmtpMailer(account(server.port))
        answer = await offer(mailer, Journal())
        await mailer.close()
    assert isinstance(answer, expected), answer


async def test_a_dead_address_in_copy_does_not_hold_the_letter_back() -> None:
    async with scripted_smtp(refuse=b"journal@") as server:
        mailer = SmtpMailer(account(server.port))
        answer = await mailer.hand_over(
            LETTER % b"copie",
            envelope_from="relances@relance.test",
            recipients=["compta@debiteur.test", "journal@relance.test"],
            envelope_id="A",
            leaving=Journal().note,
        )
        refused = await mailer.hand_over(
            LETTER % b"copie2",
            envelope_from="relances@relance.test",
            recipients=["journal@debiteur.test", "compta@debiteur.test"],
            envelope_id="B",
            leaving=Journal().note,
        )
        await mailer.close()
    assert isinstance(answer, Taken)
    assert answer.left_out == ("journal@relance.test (550 5.1.1 inconnu)",)
    assert isinstance(refused, Refused)
    assert refused.permanent


async def test_a_cut_after_the_final_dot_is_doubt_and_nothing_else(smtp_sink: Sinks) -> None:
    sink, journal = smtp_sink("-q", "."), Journal()
    mailer = SmtpMailer(account(sink.port))
    answer = await offer(mailer, journal)
    await mailer.close()
    assert isinstance(answer, Unsure), answer
    assert journal.leaving == 1


@pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA"])
async def test_a_cut_before_the_letter_is_temporary(smtp_sink: Sinks, command: str) -> None:
    sink, journal = smtp_sink("-q", command), Journal()
    mailer = SmtpMailer(account(sink.port))
    with pytest.raises(Temporary, match="serveur d'envoi"):
        await offer(mailer, journal)
    await mailer.close()
    assert journal.leaving == 0


async def test_a_reply_that_never_comes_is_doubt(smtp_sink: Sinks) -> None:
    """The server took the letter and said so; nobody heard it."""
    sink, journal = smtp_sink(), Journal()
    async with running_proxy(sink.port) as proxy:
        proxy.swallow_replies_after(b"\r\n.\r\n")
        mailer = SmtpMailer(account(proxy.port, data_timeout_seconds=0.3))
        answer = await offer(mailer, journal)
        await mailer.close()
    assert isinstance(answer, Unsure), answer
    assert len(sink.messages()) == 1


async def test_a_421_after_the_final_dot_is_a_no_for_now(smtp_sink: Sinks) -> None:
    """The server says that it closes, and closes: it took nothing (RFC 5321 §3.8)."""
    sink, journal = smtp_sink("-Q", "."), Journal()
    mailer = SmtpMailer(account(sink.port))
    answer = await offer(mailer, journal)
    await mailer.close()
    assert isinstance(answer, Refused), answer
    assert (answer.code, answer.permanent, answer.account) == (421, False, False)


async def test_a_server_that_thinks_long_before_the_letter_is_waited_for(smtp_sink: Sinks) -> None:
    """RFC 5321 §4.5.3.2.4 allows it two minutes to ask for the letter."""
    sink, journal = smtp_sink("-w", "2"), Journal()
    mailer = SmtpMailer(account(sink.port, timeout_seconds=60.0, data_timeout_seconds=60.0))
    answer = await offer(mailer, journal)
    await mailer.close()
    assert isinstance(answer, Taken), answer
    assert len(sink.messages()) == 1


async def test_exim_takes_letters_as_postfix_does(dovecot: Dovecot) -> None:
    """Whole, dots and all, several on one line, and a big one in pieces."""
    user = dovecot.fresh_user()
    with running_exim(routes={"refuse.test": 1}, lmtp_port=dovecot.lmtp_port) as exim:
        mailer = SmtpMailer(account(exim.port, connections=1, data_timeout_seconds=60.0))
        answers = [
            await mailer.hand_over(
                LETTER % name + b"X" * 70 + b"\r\n" + line * lines,
                envelope_from="relances@relance.test",
                recipients=[user],
                envelope_id="A",
                leaving=Journal().note,
            )
            for name, line, lines in ((b"petite", b"", 0), (b"grande", b"0123456789\r\n", 40_000))
        ]
        await mailer.close()
        assert [type(answer) for answer in answers] == [Taken, Taken], (answers, exim.log())
        await until(lambda: len(dovecot.messages(user)) == 2, seconds=60, what=exim.log())
    got = sorted(dovecot.messages(user), key=len)
    assert all(b"\n.ligne qui commence par un point" in raw for raw in got)
    assert got[1].count(b"0123456789") == 40_000


async def test_a_commit_that_fails_keeps_the_letter_here(smtp_sink: Sinks) -> None:
    """Overtaken between 354 and the first byte: the server gets nothing, and the next one goes."""
    sink, journal = smtp_sink(), Journal()
    mailer = SmtpMailer(account(sink.port, connections=1))

    async def overtaken() -> None:
        raise Overtaken("un autre")

    with pytest.raises(Overtaken):
        await mailer.hand_over(
            LETTER % b"zero",
            envelope_from="relances@relance.test",
            recipients=["compta@debiteur.test"],
            envelope_id="A",
            leaving=overtaken,
        )
    answer = await offer(mailer, journal, name="suivante")
    await mailer.close()
    assert isinstance(answer, Taken)
    assert [b"zero@" in message for message in sink.messages()] == [False]


class Freezing:
    """Real time as a process sees it that is frozen just before it asks for the n-th time."""

    def __init__(self, before: int) -> None:
        self.asked = 0
        self._before = before

    def __call__(self) -> float:
        """Seconds since some moment."""
        self.asked += 1
        return 1_000.0 + (2 * FRESH_SECONDS if self.asked >= self._before else 0.0)


HEAVY = LETTER % b"lourde" + b"X-fin: 0123456789\r\n" * (PIECE_BYTES // 6)
"""Several pieces."""


@pytest.mark.parametrize("frozen_before", range(2, 7))
async def test_a_letter_stays_when_we_were_frozen_at_any_point_of_its_handover(
    smtp_sink: Sinks, frozen_before: int
) -> None:
    """After the commit, between two pieces, just before the dot: the server gets no letter."""
    sink, freezing = smtp_sink(), Freezing(frozen_before)
    mailer = SmtpMailer(account(sink.port), seconds=freezing)
    answer = await mailer.hand_over(
        HEAVY,
        envelope_from="relances@relance.test",
        recipients=["compta@debiteur.test"],
        envelope_id="A",
        leaving=Journal().note,
    )
    assert isinstance(answer, Stayed), answer
    assert "service figé" in answer.text
    assert freezing.asked == frozen_before, "il reste des moments que rien n'éprouve"
    assert isinstance(await offer(mailer, Journal(), name="suivante"), Taken)
    await mailer.close()
    assert [b"lourde@" in message for message in sink.messages()] == [False]


async def test_time_is_asked_before_the_first_byte_after_each_piece_and_before_the_dot(
    smtp_sink: Sinks,
) -> None:
    """So the cases above are all of them: the sixth asking is the one before the dot."""
    sink, never = smtp_sink(), Freezing(1_000)
    mailer = SmtpMailer(account(sink.port), seconds=never)
    answer = await mailer.hand_over(
        HEAVY,
        envelope_from="relances@relance.test",
        recipients=["compta@debiteur.test"],
        envelope_id="A",
        leaving=Journal().note,
    )
    await mailer.close()
    assert isinstance(answer, Taken)
    assert never.asked == 6


async def test_a_line_cut_in_the_middle_of_a_letter_leaves_no_doubt(smtp_sink: Sinks) -> None:
    """Without its final dot no server takes a letter (RFC 5321 §4.1.1.4)."""
    sink, journal = smtp_sink(), Journal()
    async with running_proxy(sink.port) as proxy:
        proxy.cut_when_client_says(b"X-fin: 0123456789")
        mailer = SmtpMailer(account(proxy.port))
        answer = await mailer.hand_over(
            HEAVY * 20,
            envelope_from="relances@relance.test",
            recipients=["compta@debiteur.test"],
            envelope_id="A",
            leaving=journal.note,
        )
        await mailer.close()
    assert isinstance(answer, Stayed), answer
    assert journal.leaving == 1
    assert not any(sink.messages()), "au plus le fichier vide que le serveur avait ouvert"


async def test_letters_share_a_connection(smtp_sink: Sinks) -> None:
    sink, journal = smtp_sink(), Journal()
    async with running_proxy(sink.port) as proxy:
        mailer = SmtpMailer(account(proxy.port, connections=1))
        for number in range(5):
            assert isinstance(await offer(mailer, journal, name=f"n{number}"), Taken)
        await mailer.close()
        assert proxy.opened == 1
    assert len(sink.messages()) == 5


async def test_a_server_that_closed_an_idle_line_costs_nothing(smtp_sink: Sinks) -> None:
    sink, journal = smtp_sink(), Journal()
    async with running_proxy(sink.port) as proxy:
        mailer = SmtpMailer(account(proxy.port, connections=1))
        assert isinstance(await offer(mailer, journal, name="a"), Taken)
        proxy.cut_now()
        answers = []
        for name in ("b", "c"):
            try:
                answers.append(await offer(mailer, journal, name=name))
            except Temporary as error:
                answers.append(error)
        await mailer.close()
    assert isinstance(answers[-1], Taken), answers
    assert len(sink.messages()) == 1 + sum(isinstance(one, Taken) for one in answers)


@pytest.mark.parametrize("port", ["submission_port", "slow_port"])
async def test_submission_with_tls_and_a_password_reaches_the_mailbox(
    postfix: Postfix, dovecot: Dovecot, port: str
) -> None:
    """Who thinks after the dot is waited for, too (RFC 5321 §4.5.3.2.6 allows ten minutes)."""
    user, reader, journal = dovecot.fresh_user(), dovecot.fresh_user(), Journal()
    mailer = SmtpMailer(
        account(
            getattr(postfix, port),
            host="localhost",
            security="starttls",
            user=user,
            password=PASSWORD,
            ca_file=dovecot.certificates.authority,
        )
    )
    answer = await mailer.hand_over(
        LETTER % b"tls",
        envelope_from=user,
        recipients=[reader],
        envelope_id="K7Q2M",
        leaving=journal.note,
    )
    offers = await mailer.check()
    await mailer.close()
    assert isinstance(answer, Taken), answer
    assert "DSN" in offers


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"password": "faux"}, "identifiants refusés"),
        ({"ca_file": None}, "certificat refusé"),
        ({"security": "tls"}, "ne convient pas à ce port"),
    ],
    ids=["mot de passe faux", "autorité inconnue", "mauvais mode TLS"],
)
async def test_what_the_operator_must_mend_is_said_in_french(
    postfix: Postfix, dovecot: Dovecot, changes: dict[str, object], expected: str
) -> None:
    whole: dict[str, object] = {
        "host": "localhost",
        "security": "starttls",
        "user": dovecot.fresh_user(),
        "password": PASSWORD,
        "ca_file": dovecot.certificates.authority,
    }
    mailer = SmtpMailer(account(postfix.submission_port, **{**whole, **changes}))
    with pytest.raises(Permanent, match=expected):
        await mailer.check()
    await mailer.close()


async def test_a_line_that_is_given_up_closes_at_once(postfix: Postfix, dovecot: Dovecot) -> None:
    """TLS's farewell waits for the server's: a slow one would keep the line for half a minute."""
    async with running_proxy(postfix.submission_port) as proxy:
        proxy.delay(1.0)
        mailer = SmtpMailer(
            account(
                proxy.port,
                host="localhost",
                security="starttls",
                user=dovecot.fresh_user(),
                password="faux",
                ca_file=dovecot.certificates.authority,
            )
        )
        with pytest.raises(Permanent, match="identifiants refusés"):
            await mailer.check()
        await asyncio.to_thread(gc.collect)
        assert not _lines_to(proxy.port)
        await mailer.close()


def _lines_to(port: int) -> list[socket.socket]:
    """The sockets of this process that are connected to a port."""
    found = []
    for one in gc.get_objects():
        if isinstance(one, socket.socket) and one.fileno() >= 0:
            with suppress(OSError):
                if one.getpeername()[1:2] == (port,):
                    found.append(one)
    return found


async def test_no_password_leaves_where_starttls_is_missing(smtp_sink: Sinks) -> None:
    sink = smtp_sink()
    mailer = SmtpMailer(account(sink.port, security="starttls", user="u", password="p"))
    with pytest.raises(Permanent, match="starttls"):
        await mailer.check()
    await mailer.close()


async def test_a_server_that_is_not_there_is_temporary() -> None:
    mailer = SmtpMailer(account(1))
    with pytest.raises(Temporary, match=r"127\.0\.0\.1:1"):
        await mailer.check()
    await mailer.close()


async def test_a_cancelled_pass_leaves_the_letter_to_finish_alone(smtp_sink: Sinks) -> None:
    """A stop in mid-DATA must not cut the line: the server would take half a letter or none."""
    sink = smtp_sink()
    gone = asyncio.Event()

    async def note() -> None:
        gone.set()

    async with running_proxy(sink.port) as proxy:
        proxy.delay(0.3)
        mailer = SmtpMailer(account(proxy.port, connections=1))
        task = asyncio.create_task(
            mailer.hand_over(
                LETTER % b"annulee",
                envelope_from="relances@relance.test",
                recipients=["compta@debiteur.test"],
                envelope_id="A",
                leaving=note,
            )
        )
        await gone.wait()
        await asyncio.wait({task}, timeout=0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        answer = await offer(mailer, Journal(), name="apres")
        await mailer.close()
    assert isinstance(answer, Taken)
    assert sorted(b"annulee@" in message for message in sink.messages()) == [False, True]


@pytest.mark.parametrize("at", [GREETING, "EHLO", "AUTH"])
async def test_a_server_that_drips_its_answers_does_not_hold_the_line(at: str) -> None:
    """Each reply has its own limit, and it never ends: all of the opening has one as well."""
    async with dripping_smtp(at) as server:
        slow = account(server.port, user="u", password="p", timeout_seconds=60.0, open_seconds=0.3)
        mailer, journal = SmtpMailer(replace(slow, connections=1)), Journal()
        with pytest.raises(Temporary, match=r"pas terminés en 0\.3 s .* compte-gouttes"):
            await offer(mailer, journal)
        assert journal.leaving == 0
        server.at = ""
        # The place of its only connection is free again.
        assert isinstance(await offer(mailer, journal), Taken)
        assert (server.lines, journal.leaving) == (2, 1)
        await mailer.close()


@pytest.mark.parametrize("security", ["tls", "starttls"])
async def test_a_handshake_that_never_ends_is_given_up_too(security: str) -> None:
    """The server takes the connection, or the word STARTTLS, and then says nothing."""

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talks.add(asyncio.current_task())
        if security == "starttls":
            writer.write(b"220 ok\r\n")
            await reader.readline()
            writer.write(b"250-muet.test\r\n250 STARTTLS\r\n")
            await reader.readline()
            writer.write(b"220 go\r\n")
        while await reader.read(1000):
            pass
        writer.close()

    talks: set[asyncio.Task[object] | None] = set()
    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    try:
        port = server.sockets[0].getsockname()[1]
        slow = account(port, security=security, timeout_seconds=60.0, open_seconds=0.3)
        with pytest.raises(Temporary, match="compte-gouttes"):
            await SmtpMailer(slow).check()
    finally:
        server.close()
        await asyncio.gather(*(talk for talk in talks if talk))


def test_the_opening_has_twice_the_time_of_one_reply_unless_it_is_said() -> None:
    """A server that needs its time is given it: what is set for a reply counts."""
    assert account(1, timeout_seconds=60.0).opening_limit == 120.0
    assert account(1, timeout_seconds=300.0).opening_limit == 600.0
    assert account(1, open_seconds=5.0).opening_limit == 5.0
