"""Machines on one PostgreSQL; one dies, is frozen, loses the database or the mail server.

Counted at the servers: nothing twice, nothing lost, and another takes over within half a minute.
The limits of time are generous: what is measured is printed.
"""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from chaos.books import books, key_of
from chaos.folder import CREDITOR, Debt
from chaos.line import TAKEN
from chaos.machines import ANSWER_SECONDS, Machine, arrived, watched_by, watcher
from chaos.scenes import (
    Scene,
    all_done,
    hands_over,
    hostile_word,
    made_up,
    phase_becomes,
    play,
    read_once,
    settles_doubts,
    somebody_sends,
    whole,
)
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import CreditorId
from relance_mailer.ports import OutboxState
from servers.dovecot import Dovecot
from servers.postfix import Postfix
from servers.postgres import Postgres

SLOW_SECONDS = 0.6
"""So late come a server's answers where letters shall last until each machine has looked for some,
which it does at full minutes, and until a frozen one wakes."""
LETTERS_ON_THEIR_WAY = 2
"""As many as a machine has connections."""
TAKEOVER_SECONDS_MAX = 30.0
"""What a busy machine may add that starts a daemon and runs these tests."""


def sorted_out(
    machines: Sequence[Machine], watching: int | None
) -> tuple[Machine, tuple[Machine, ...]]:
    """The one that watches, and the others."""
    others = tuple(one for one in machines if one.pid != watching)
    assert len(others) == len(machines) - 1, [machine.service.said() for machine in machines]
    return next(one for one in machines if one not in others), others


async def a_machine_dies(scene: Scene) -> None:
    """kill -9 of the one that watches, in mid-sending: the other sends the rest, and reads."""
    rows = made_up(40, 60_000)
    async with scene.machines(rows) as both:
        for one in both:
            await one.start()
        await somebody_sends(both, letters=4)
        dead, (left,) = sorted_out(both, await watcher(scene.database))
        await dead.service.kill()
        took = await watched_by(scene.database, left, seconds=TAKEOVER_SECONDS_MAX)
        print(f"une autre veille après {took:.1f} s")
        await arrived(scene.dovecot, rows, len(rows) - 2, seconds=180)
        last = rows[0]
        await hostile_word(scene.dovecot, left, last)
        await phase_becomes(left, last, Phase.LEGAL, seconds=180)
        await all_done(left, seconds=180)
        assert await left.service.end() == 0, left.service.said()
        await scene.settles()
        counts = await whole(left, rows, scene.dovecot)
    assert counts.get("queued", 0) == 0
    assert counts.get("leaving", 0) <= 2, counts
    assert took <= TAKEOVER_SECONDS_MAX


async def a_sender_is_frozen_and_wakes(scene: Scene) -> None:
    """Frozen between the commit that a letter is leaving and its first byte, woken after an insult.

    Its lease runs out, the other watches, reads the debtor's word and sends all the rest; when the
    first wakes, its letter does not leave, and the journal says so.
    """
    rows = made_up(24, 61_000)
    async with scene.machines(rows, connections=1) as (first, second):
        first.database.hold_after(b"LetterLeaving", b"COMMIT")
        await first.start()
        async with asyncio.timeout(180):
            await first.database.holds.wait()
        debt = await _leaving(second, rows)
        first.freeze()
        frozen_at = monotonic()
        first.database.let_go()
        await second.start()
        await watched_by(scene.database, second, seconds=TAKEOVER_SECONDS_MAX)
        took = monotonic() - frozen_at
        print(f"une autre veille {took:.1f} s après le gel")
        await hostile_word(scene.dovecot, second, debt)
        await phase_becomes(second, debt, Phase.LEGAL, seconds=180)
        await arrived(scene.dovecot, rows, len(rows) - 1, seconds=180)
        await second.service.lives_for(31.0 - (monotonic() - frozen_at))
        assert not scene.dovecot.messages(debt.email)
        first.wake()
        await _told(first, debt, "LetterStayed", seconds=180)
        assert await watcher(scene.database) == second.pid
        await all_done(second, seconds=180, for_later=1)
        assert (await first.service.end(), await second.service.end()) == (0, 0)
        await scene.settles()
        assert not scene.dovecot.messages(debt.email), "une lettre périmée est partie"
        counts = await whole(second, rows, scene.dovecot)
    assert counts["sent"] == len(rows) - 1, counts


async def _leaving(machine: Machine, rows: Sequence[Debt]) -> Debt:
    """The debt of which a letter is leaving, as the database has it."""
    creditor = CreditorId(CREDITOR)
    async with books(machine.folder) as house:
        end = monotonic() + 30
        while not (found := await house.outbox.in_state(creditor, [OutboxState.LEAVING])):
            assert monotonic() < end, "rien ne part"
    (row,) = found
    return next(one for one in rows if one.dossier == row.key.dossier)


async def _told(machine: Machine, debt: Debt, kind: str, *, seconds: float) -> None:
    """Wait until the dossier's page has an entry of that kind."""
    async with books(machine.folder) as house:
        end = monotonic() + seconds
        while kind not in {e.kind for e in await house.journal.entries(key_of(debt).page)}:
            assert monotonic() < end, machine.service.said()[-3_000:]
            await machine.service.lives_for(0.2)


async def a_machine_loses_the_database(scene: Scene) -> None:
    """In the middle of a transaction, packets vanish: its locks are not kept, its letters leave.

    When the line comes back, it works again, beside the one that took over.
    """
    rows = made_up(24, 62_000)
    async with scene.machines(rows, connections=1) as (first, second):
        await first.start()
        await first.database.client_said(b"LetterLeaving")
        first.database.freeze()
        cut_at = monotonic()
        await second.start()
        await watched_by(scene.database, second, seconds=TAKEOVER_SECONDS_MAX)
        print(f"une autre veille {monotonic() - cut_at:.1f} s après la coupure")
        await arrived(scene.dovecot, rows, len(rows), seconds=240)
        first.database.cut_now()
        first.database.mend()
        assert await watcher(scene.database) == second.pid
        await second.service.kill()
        await watched_by(scene.database, first, seconds=TAKEOVER_SECONDS_MAX)
        await all_done(first, seconds=180)
        assert await first.service.end() == 0, first.service.said()
        await scene.settles()
        await whole(first, rows, scene.dovecot)


async def a_machine_loses_the_mail_servers(scene: Scene) -> None:
    """Mailbox and submission refuse the one that watches: the other reads and sends everything."""
    rows = made_up(24, 63_000)
    async with scene.machines(rows) as (first, second):
        await first.start()
        await watched_by(scene.database, first, seconds=180)
        for line in (first.imap, first.smtp):
            line.refuse()
            line.cut_now()
        cut_at = monotonic()
        await second.start()
        await watched_by(scene.database, second, seconds=TAKEOVER_SECONDS_MAX)
        print(f"l'autre veille {monotonic() - cut_at:.1f} s après la coupure")
        await arrived(scene.dovecot, rows, len(rows) - 2, seconds=240)
        await hostile_word(scene.dovecot, second, rows[0])
        await phase_becomes(second, rows[0], Phase.LEGAL, seconds=180)
        await all_done(second, seconds=180, for_later=1)
        assert (await first.service.end(), await second.service.end()) == (0, 0)
        await scene.settles()
        await whole(second, rows, scene.dovecot)


async def one_dies_and_one_is_frozen(scene: Scene) -> None:
    """Of three that all send, the one that watches is frozen and another one is killed.

    The third watches once the frozen one's lease has run out, reads and goes on sending; the
    frozen one wakes beside it, hands over what is left to hand over, and watches when it ends.
    """
    rows = made_up(120, 64_000)
    async with scene.machines(rows, names=("un", "deux", "trois")) as three:
        for one in three:
            one.smtp.delay(SLOW_SECONDS)
            await one.start()
        for one in three:
            await hands_over(one, 2)
        frozen, others = sorted_out(three, await watcher(scene.database))
        dead, left = others
        frozen.freeze()
        frozen_at = monotonic()
        await dead.service.kill()
        took = await watched_by(scene.database, left, seconds=TAKEOVER_SECONDS_MAX)
        print(f"la troisième veille après {took:.1f} s")
        said = [await hostile_word(scene.dovecot, left, rows[-1])]
        await phase_becomes(left, rows[-1], Phase.LEGAL, seconds=180)
        await left.service.lives_for(21.5 - (monotonic() - frozen_at))
        frozen.wake()
        await hands_over(frozen, 2)
        for one in (frozen, left):
            one.smtp.delay(ANSWER_SECONDS)
        lost = LETTERS_ON_THEIR_WAY * 2
        await arrived(scene.dovecot, rows, len(rows) - 1 - lost, seconds=180)
        assert await left.service.end() == 0, left.service.said()
        await watched_by(scene.database, frozen, seconds=TAKEOVER_SECONDS_MAX)
        said.append(await hostile_word(scene.dovecot, frozen, rows[0]))
        await phase_becomes(frozen, rows[0], Phase.LEGAL, seconds=180)
        await all_done(frozen, seconds=180, for_later=LETTERS_ON_THEIR_WAY)
        assert await frozen.service.end() == 0, frozen.service.said()
        await settles_doubts(frozen)
        await scene.settles()
        counts = await whole(frozen, rows, scene.dovecot)
        await read_once(frozen, said)
    assert not counts.get("queued"), counts
    assert counts.get("unsure", 0) <= LETTERS_ON_THEIR_WAY, counts
    print("lettres remises :", *(one.smtp.passed[TAKEN] for one in three))


STORIES = (
    a_machine_dies,
    a_sender_is_frozen_and_wakes,
    a_machine_loses_the_database,
    a_machine_loses_the_mail_servers,
    one_dies_and_one_is_frozen,
)


async def test_whatever_happens_to_some_machines_the_others_do_their_work(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path, postgres: Postgres
) -> None:
    """Five stories side by side: each has two machines of its own, or three."""
    stories = {story.__name__: story for story in STORIES}
    await play(stories, tmp_path, dovecot=dovecot, postfix=postfix, postgres=postgres)
