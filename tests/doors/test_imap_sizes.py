"""Large messages: whole and with bounded memory, giants in part, thousands in batches."""

import tracemalloc
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import replace

import pytest

from relance_mailer.adapters.imap import ImapMailbox
from relance_mailer.adapters.imap_account import ImapAccount, ImapLimits
from servers.dovecot import PASSWORD, Dovecot
from servers.letters import message
from servers.ports import LOOPBACK

MEGABYTE = 1024 * 1024
LINES = (b"A" * 74 + b"\r\n") * (MEGABYTE // 76 + 1)


Opener = Callable[..., ImapMailbox]


@pytest.fixture
async def mailbox_of(dovecot: Dovecot) -> AsyncIterator[Opener]:
    """Opens the mailbox of a user, with limits."""
    async with AsyncExitStack() as closing:

        def open_it(user: str, limits: ImapLimits | None = None) -> ImapMailbox:
            account = ImapAccount(
                host=LOOPBACK, port=dovecot.imap_port, security="none", user=user, password=PASSWORD
            )
            mailbox = ImapMailbox(user, account, limits)
            closing.push_async_callback(mailbox.close)
            return mailbox

        yield open_it


async def test_vingt_cinq_megaoctets_viennent_entiers_sans_prendre_la_memoire(
    dovecot: Dovecot, mailbox_of: Opener
) -> None:
    user = dovecot.fresh_user()
    raw = message(body=LINES * 25)
    dovecot.stock(user, [raw])
    mailbox = mailbox_of(user)
    view = await mailbox.look("INBOX")
    tracemalloc.start()
    (found,) = await mailbox.fetch(view, view.uids)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.raw == raw
    assert not found.truncated
    # The message itself, room to grow it, and a few chunks.
    assert peak < 2.5 * len(raw)


async def test_d_un_geant_ne_vient_que_le_debut(dovecot: Dovecot, mailbox_of: Opener) -> None:
    user = dovecot.fresh_user()
    dovecot.stock(user, [message(1), message(2, body=LINES * 3), message(3)])
    mailbox = mailbox_of(user, replace(ImapLimits(), message_bytes=2 * MEGABYTE))
    view = await mailbox.look("INBOX")
    first, giant, last = await mailbox.fetch(view, view.uids)
    assert (first.raw, last.raw) == (message(1), message(3))
    assert (first.truncated, giant.truncated, last.truncated) == (False, True, False)
    headers, _, body = giant.raw.partition(b"\r\n\r\n")
    assert message(2, body=LINES).startswith(headers)
    assert len(body) == 64 * 1024


async def test_petits_et_grands_meles_en_ordre(dovecot: Dovecot, mailbox_of: Opener) -> None:
    user = dovecot.fresh_user()
    small, large = b"court\r\n", LINES[:40_000]
    raws = [message(number, body=large if number % 7 == 3 else small) for number in range(130)]
    dovecot.stock(user, raws)
    limits = replace(ImapLimits(), whole_bytes=20_000, chunk_bytes=16_384, batch_bytes=4_000)
    mailbox = mailbox_of(user, limits)
    view = await mailbox.look("INBOX")
    assert [one.raw for one in await mailbox.fetch(view, view.uids)] == raws


@pytest.mark.parametrize("extra", [-1, 0, 1])
async def test_au_bord_d_un_morceau(dovecot: Dovecot, mailbox_of: Opener, extra: int) -> None:
    user = dovecot.fresh_user()
    head = len(message(body=b""))
    raw = message(body=b"x" * (3 * 1024 - head + extra - 2) + b"\r\n")
    dovecot.stock(user, [raw])
    mailbox = mailbox_of(user, replace(ImapLimits(), whole_bytes=1_000, chunk_bytes=1024))
    view = await mailbox.look("INBOX")
    (found,) = await mailbox.fetch(view, view.uids)
    assert found.raw == raw
