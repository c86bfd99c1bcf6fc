"""A letter that is too large for the server is that letter's affair, not the account's."""

import pytest

from doors.test_smtp import Journal, offer
from relance_mailer.adapters.smtp import SmtpMailer
from relance_mailer.ports import Refused
from servers.accounts import account
from servers.scripted_smtp import scripted_smtp


async def refused(reply: bytes) -> Refused:
    """What the mailer makes of a server that says so after the dot."""
    async with scripted_smtp(after_dot=reply) as server:
        mailer = SmtpMailer(account(server.port))
        answer = await offer(mailer, Journal())
        await mailer.close()
    assert isinstance(answer, Refused)
    return answer


@pytest.mark.parametrize(
    "reply",
    [
        b"552 5.3.4 Error: message file too big",
        b"552 Message size exceeds maximum permitted",
        b"552 5.2.3 Requested mail action aborted",
        b"554 Mail is too large",
    ],
    ids=["Postfix", "Exim", "number alone", "words alone"],
)
async def test_a_letter_too_large_is_refused_for_good_and_the_others_leave(reply: bytes) -> None:
    """What both say after the dot (RFC 3463: X.3.4), seen at both with message_size_limit."""
    answer = await refused(reply)
    assert (answer.permanent, answer.account, answer.too_large) == (True, False, True)


@pytest.mark.parametrize(
    "reply",
    [b"552 5.7.1 Sending quota exceeded", b"552 Requested mail action aborted: exceeded storage"],
)
async def test_a_quota_of_ours_is_the_accounts(reply: bytes) -> None:
    answer = await refused(reply)
    assert (answer.permanent, answer.account, answer.too_large) == (False, True, False)
