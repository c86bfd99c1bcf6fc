"""Reports of non-delivery as real servers write them, read by the reader that will meet them."""

import smtplib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from relance_mailer.reading.kind import KindReading, kind_of
from relance_mailer.reading.parse import parse
from relance_mailer.words import Kind, Permanence
from servers.dovecot import Dovecot
from servers.exim import NOBODY, NOWHERE, running_exim
from servers.ports import LOOPBACK
from servers.postfix import running_postfix
from servers.process import wait_until
from servers.sink import running_sink

ID = "FX-118.1@malterie.example"
LETTER = (
    f"Message-ID: <{ID}>\r\nFrom: {{us}}\r\nTo: {{them}}\r\nSubject: Facture FX-118\r\n"
    "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
    "Content-Transfer-Encoding: 8bit\r\n\r\nVotre facture est échue.\r\n"
)
# How the debtor's server behaves: flags of smtp-sink.
REFUSALS: Mapping[str, tuple[str, ...]] = {
    "unknown.test": ("-f", "RCPT", "-B", "550 5.1.1 <claire>: Recipient address rejected: User "
                                         "unknown"),
    "full.test": ("-f", "RCPT", "-B", "552 5.2.2 Boite pleine, mailbox full"),
    "policy.test": ("-f", ".", "-B", "554 5.7.1 Message refused by policy"),
    "large.test": ("-f", ".", "-B", "552 5.3.4 Message size exceeds fixed limit"),
    "later.test": ("-r", "RCPT", "-b", "451 4.3.0 Temporary lookup failure"),
}  # fmt: skip
WAIT_SECONDS = 60.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """What a report must be read as."""

    permanence: Permanence
    reason: str
    full: bool = False
    expired: bool = False


UNKNOWN = Story(permanence=Permanence.PERMANENT, reason="adresse inconnue")
STORIES = {
    "unknown.test": UNKNOWN,
    "full.test": Story(permanence=Permanence.TEMPORARY, reason="boîte pleine", full=True),
    "policy.test": Story(permanence=Permanence.PERMANENT, reason="filtre"),
    "large.test": Story(permanence=Permanence.PERMANENT, reason="volumineux"),
    # Exim gives no cause at all.
    NOWHERE: Story(permanence=Permanence.PERMANENT, reason=""),
}


def _send(port: int, us: str, domains: tuple[str, ...]) -> None:
    with smtplib.SMTP(LOOPBACK, port, timeout=20) as client:
        for domain in domains:
            them = f"claire@{domain}"
            client.sendmail(us, [them], LETTER.format(us=us, them=them).encode())


def _read(dovecot: Dovecot, us: str) -> dict[str, list[KindReading]]:
    """What the reader makes of each report, by the domain that it is about."""
    found: dict[str, list[KindReading]] = {}
    for raw in dovecot.messages(us):
        reading = kind_of(parse(raw))
        for recipient in reading.recipients or ("",):
            found.setdefault(recipient.partition("@")[2], []).append(reading)
    return found


@pytest.fixture(scope="module", params=["postfix", "exim"])
def reports(
    request: pytest.FixtureRequest, dovecot: Dovecot
) -> Iterator[dict[str, list[KindReading]]]:
    """All reports that one letter to each domain brings back, delay and end of the late one too."""
    us = dovecot.fresh_user()
    with ExitStack() as stack:
        ports = {
            domain: stack.enter_context(running_sink(*flags)).port
            for domain, flags in REFUSALS.items()
        }
        domains = (*ports, NOWHERE)
        if request.param == "postfix":
            transports = {domain: f"smtp:[127.0.0.1]:{port}" for domain, port in ports.items()}
            transports[NOWHERE] = "smtp:nowhere.invalid"
            postfix = stack.enter_context(running_postfix(dovecot, transports=transports))
            port, log = postfix.plain_port, postfix.log
        else:
            domains = (*domains, NOBODY)
            exim = stack.enter_context(running_exim(routes=ports, lmtp_port=dovecot.lmtp_port))
            port, log = exim.port, exim.log
        _send(port, us, domains)
        wait_until(
            lambda: (
                any(one.expired for one in _read(dovecot, us).get("later.test", ()))
                and len(_read(dovecot, us)) >= len(domains)
            ),
            seconds=WAIT_SECONDS,
            what=f"a report a domain: {sorted(_read(dovecot, us))} {log()}",
        )
        yield _read(dovecot, us)


@pytest.mark.parametrize("domain", STORIES)
def test_a_refusal_is_read_as_what_it_is(
    reports: dict[str, list[KindReading]], domain: str
) -> None:
    story, last = STORIES[domain], reports[domain][-1]
    assert (last.kind, last.permanence) == (Kind.BOUNCE, story.permanence)
    assert (last.mailbox_full, last.expired) == (story.full, story.expired)
    assert story.reason in last.reason
    assert last.recipients == (f"claire@{domain}",)
    assert last.original_message_ids == (ID,)


def test_a_late_letter_is_a_warning_first_and_given_up_at_last(
    reports: dict[str, list[KindReading]],
) -> None:
    told = reports["later.test"]
    assert {one.permanence for one in told} == {Permanence.TEMPORARY}
    assert {one.kind for one in told} == {Kind.BOUNCE}
    assert not told[0].expired
    assert told[-1].expired


def test_an_address_that_the_server_itself_does_not_know(
    reports: dict[str, list[KindReading]],
) -> None:
    for last in reports.get(NOBODY, [])[-1:]:
        assert (last.kind, last.permanence) == (Kind.BOUNCE, Permanence.PERMANENT)
        assert "adresse inconnue" in last.reason
