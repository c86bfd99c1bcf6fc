"""Three hundred letters, a slow server, replies meanwhile, twenty kill -9: nothing lost or doubled.

What left is counted in the recipients' mailboxes, never in our own tables. The moments are chosen
by what passes on the line to the mail server; `RELANCE_TEST_SEED` plays the same choices again.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from random import Random, SystemRandom

from chaos.folder import Debt, Folder, Where, debts
from chaos.line import slow_line
from chaos.trial import (
    Trial,
    check_letters,
    check_mails,
    check_queues,
    check_replies,
    in_flight_share,
)
from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier, LetterState
from servers.dovecot import Dovecot
from servers.postfix import Postfix

CONNECTIONS = 2
ANSWER_SECONDS = 0.03


def _seed() -> int:
    return int(os.environ.get("RELANCE_TEST_SEED") or SystemRandom().randrange(1_000_000))


async def play(
    trial: Trial, kills: int, *, silent: Sequence[Debt]
) -> dict[int, tuple[Dossier, list[e.Event]]]:
    """The whole trial; answers how the dossiers stand at its end."""
    await trial.kill_often(kills, silent)
    await trial.work_in_peace()
    dossiers = await trial.dossiers()
    check_letters(trial, dossiers)
    check_replies(trial, dossiers)
    await check_mails(trial)
    unsure = await check_queues(trial, dossiers)
    begun = sum(
        isinstance(event, e.LetterLeaving) for _, events in dossiers.values() for event in events
    )
    wrote = len(trial.replies)
    print(
        f"{trial.kills} kills ({trial.in_flight} in flight), {begun} departures, "
        f"{unsure} in doubt, {wrote} replies"
    )
    assert unsure <= CONNECTIONS * trial.kills
    assert trial.in_flight >= in_flight_share(kills), (
        "trop peu de morts au milieu d'un envoi : rien d'éprouvé"
    )
    return dossiers


async def test_three_hundred_letters_survive_twenty_deaths(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path
) -> None:
    """On SQLite, without any proof of delivery: what is in doubt goes to a human."""
    seed = _seed()
    print(f"RELANCE_TEST_SEED={seed}")
    all_debts = debts(300)
    async with slow_line(postfix.plain_port, seconds=ANSWER_SECONDS) as line:
        where = Where(
            mailbox=dovecot.fresh_user(), smtp_port=line.port, imap_port=dovecot.imap_port
        )
        folder = Folder(tmp_path, where).write(all_debts)
        trial = Trial(folder, all_debts, dovecot, postfix, line, Random(seed))
        # The smallest debts are written to last: these debtors speak first.
        await play(trial, 20, silent=all_debts[:14])


async def test_a_journal_copy_settles_the_doubts(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path, postgres_url: str
) -> None:
    """On PostgreSQL, with a copy to ourselves: only what the server never took is unsure."""
    seed = _seed()
    print(f"RELANCE_TEST_SEED={seed}")
    all_debts = tuple(Debt(number=debt.number + 1000) for debt in debts(60))
    async with slow_line(postfix.plain_port, seconds=ANSWER_SECONDS) as line:
        mailbox = dovecot.fresh_user()
        where = Where(mailbox=mailbox, smtp_port=line.port, imap_port=dovecot.imap_port)
        name, _, domain = mailbox.partition("@")
        proof = {"proof": "journal", "journal_address": f"{name}+journal@{domain}"}
        folder = Folder(tmp_path, where, database=postgres_url, smtp=proof).write(all_debts)
        trial = Trial(folder, all_debts, dovecot, postfix, line, Random(seed))
        dossiers = await play(trial, 6, silent=all_debts[:4])
        for debt in all_debts:
            got = trial.received(debt)
            for letter in dossiers[debt.number][0].letters:
                if letter.state is LetterState.UNSURE:
                    assert f"<{letter.message_id}>" not in got, f"{debt.dossier} : preuve manquée"
