"""From one version to the next, machine after machine, on one PostgreSQL: real programs of before.

A daemon of an earlier version sends and reads; today's starts beside it, migrates what is to be
migrated, and works; the earlier one ends in mid-sending or is killed there. And back: it comes up
again beside a newer one. Counted at the servers: each letter once, every reply read.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from time import monotonic

import asyncpg
import pytest

from chaos import tomorrow
from chaos.books import books, key_of
from chaos.line import FINAL_DOT, TAKEN
from chaos.machines import ANSWER_SECONDS, Machine, watched_by
from chaos.programs import WITH_LEASES, WITHOUT_LEASES, Earlier, unpacked
from chaos.scenes import (
    Scene,
    Story,
    all_done,
    hands_over,
    hostile_word,
    made_up,
    phase_becomes,
    play,
    read_once,
    settles_doubts,
    whole,
)
from chaos.service import PROGRAM, told
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import PageId
from relance_mailer.ports import Fate
from relance_mailer.store import folds
from servers.dovecot import Dovecot
from servers.postfix import Postfix
from servers.postgres import Postgres

LETTERS = 50
SLOW_SECONDS = 0.3
"""So late come a server's answers where letters shall last until another program has started."""
SCHEMA_OF_LEASES = "0004_leases"


async def asks(database: str, question: str, *words: object) -> list[asyncpg.Record]:
    """What the database says: no program of ours opens it, which would migrate it."""
    connection = await asyncpg.connect(database.replace("asyncpg:", "postgresql:"))
    try:
        return list(await connection.fetch(question, *words))
    finally:
        await connection.close()


async def written(scene: Scene, machine: Machine, kind: str, *, page: str = "%") -> None:
    """Wait until the journal has an entry of that kind, on a page of that name."""
    question, end = "SELECT 1 FROM journal WHERE kind = $1 AND page LIKE $2", monotonic() + 180
    while not await asks(scene.database, question, kind, page):
        assert monotonic() < end, f"{kind} : {machine.service.said()[-3_000:]}"
        await machine.service.lives_for(0.2)


async def checked(machine: Machine, *, module: str = PROGRAM) -> None:
    """The journal's chains are whole, and it tells what the indexes say."""
    now = machine.now().isoformat()
    (verified,) = await told(machine.folder, "verify", now=now, module=module)
    assert verified["entries"] > 0
    assert not verified["broken"]
    (rebuilt,) = await told(machine.folder, "rebuild", now=now, module=module)
    assert rebuilt == {"differed": [], "unreadable": []}


async def migrations(scene: Scene) -> set[str]:
    """Those that the database went through."""
    return {
        row["name"] for row in await asks(scene.database, "SELECT name FROM tortoise_migrations")
    }


async def the_next_version_takes_over(
    scene: Scene, *, earlier: Earlier, first: int, migrates: bool, killed: bool
) -> None:
    """The earlier program alone; today's beside it; the earlier one ends, and today's alone."""
    rows = made_up(LETTERS, first)
    async with scene.machines(rows, config=earlier.config) as (old, new):
        for one in (old, new):
            one.smtp.delay(SLOW_SECONDS)
        await old.start(program=earlier.program)
        await hands_over(old, 2)
        said = [await hostile_word(scene.dovecot, old, rows[-1])]
        await written(scene, old, "MessageRead")
        assert (SCHEMA_OF_LEASES not in await migrations(scene)) is migrates
        await new.start()
        await hands_over(new, 2)
        assert SCHEMA_OF_LEASES in await migrations(scene)
        said.append(await hostile_word(scene.dovecot, new, rows[-2]))
        await phase_becomes(new, rows[-2], Phase.LEGAL, seconds=180)
        await hands_over(old, 1, words=FINAL_DOT)
        if killed:
            await old.service.kill()
        else:
            assert await old.service.end() == 0, old.service.said()
        left = len(rows) - old.smtp.passed[TAKEN] - new.smtp.passed[TAKEN]
        took = await watched_by(scene.database, new, seconds=30)
        new.smtp.delay(ANSWER_SECONDS)
        said.append(await hostile_word(scene.dovecot, new, rows[0]))
        await phase_becomes(new, rows[0], Phase.LEGAL, seconds=180)
        await all_done(new, seconds=180)
        assert await new.service.end() == 0, new.service.said()
        await settles_doubts(new)
        await scene.settles()
        counts = await whole(new, rows, scene.dovecot)
        await read_once(new, said)
        await checked(new)
    assert left > 10, "rien ne restait à envoyer"
    assert counts.get("unsure", 0) <= 2 * killed, counts
    print(f"{scene.root.name} : {left} lettres restaient, veille après {took:.1f} s, {counts}")


THEIRS = f"kind = '{tomorrow.KIND}' AND version = {tomorrow.VERSION}"


async def closed(scene: Scene) -> dict[str, int]:
    """The pages in which tomorrow's program wrote what no earlier one can read, and their ends."""
    rows = await asks(
        scene.database,
        f"SELECT page, max(seq) AS seq FROM journal GROUP BY page HAVING bool_or({THEIRS})",
    )
    return {row["page"]: row["seq"] for row in rows}


async def the_earlier_one_comes_back(scene: Scene, *, earlier: Earlier, first: int) -> None:
    """Upgraded to a version that writes what this one can't read, and back in mid-sending, and on.

    The dossiers in which the newer one wrote get nothing from the earlier one, neither an entry nor
    a letter; a word of their debtors is set aside for a human. The others go on.
    """
    rows = made_up(LETTERS, first)
    async with scene.machines(rows, config=earlier.config) as (old, new):
        for one in (old, new):
            one.smtp.delay(SLOW_SECONDS)
        await old.start(program=earlier.program)
        await hands_over(old, 2)
        await new.start(module=tomorrow.MODULE)
        await hands_over(new, 2)
        assert await old.service.end() == 0, old.service.said()
        await hands_over(new, 2)
        await old.start(program=earlier.program)
        await hands_over(old, 2)
        assert await new.service.end() == 0, new.service.said()
        await watched_by(scene.database, old, seconds=30)
        theirs = await closed(scene)
        by_page = {key_of(row).page: row for row in rows}
        unread, later, *_ = (by_page[PageId(page)] for page in sorted(theirs))
        await hostile_word(scene.dovecot, old, unread)
        await written(scene, old, "MessageSetAside")
        said = [await hostile_word(scene.dovecot, old, rows[-1])]
        await phase_becomes(old, rows[-1], Phase.LEGAL, seconds=180)
        old.smtp.delay(ANSWER_SECONDS)
        await all_done(old, seconds=180)
        assert "illisible" in old.service.said()
        assert await old.service.end() == 0, old.service.said()
        assert await closed(scene) == theirs
        await new.start(module=tomorrow.MODULE)
        said.append(await hostile_word(scene.dovecot, new, later))
        await phase_becomes(new, later, Phase.LEGAL, seconds=180)
        await all_done(new, seconds=180)
        assert await new.service.end() == 0, new.service.said()
        await scene.settles()
        counts = await whole(new, rows, scene.dovecot)
        await read_once(new, said)
        await checked(new, module=tomorrow.MODULE)
        async with books(new.folder) as house:
            fates = await house.inbox.counts()
    assert fates.get(Fate.SET_ASIDE, 0) == 1, fates
    assert set(counts) <= {"sent", "withdrawn"}, counts
    print(f"{scene.root.name} : {len(theirs)} dossiers d'un programme plus récent, {counts}")


def stories(programs: Mapping[str, Earlier]) -> dict[str, Story]:
    """Every earlier program ends in order or is killed; the last one comes back."""
    told: dict[str, Story] = {}
    for number, (name, earlier) in enumerate(programs.items()):
        for killed in (False, True):
            told[f"{name}-{'killed' if killed else 'ended'}"] = partial(
                the_next_version_takes_over,
                earlier=earlier,
                first=70_000 + 1_000 * (2 * number + killed),
                migrates=name == WITHOUT_LEASES,
                killed=killed,
            )
    told["comes-back"] = partial(
        the_earlier_one_comes_back, earlier=programs[WITH_LEASES], first=75_000
    )
    return told


async def test_one_version_follows_another_while_letters_leave(
    dovecot: Dovecot,
    postfix: Postfix,
    tmp_path: Path,
    postgres: Postgres,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Five stories side by side: each has two machines and a database of its own."""
    monkeypatch.setattr(folds, "CODEC", tomorrow.CODEC_OF_TOMORROW)  # it reads what all wrote
    programs = unpacked(tmp_path / "programs")
    told = stories(programs)
    await play(told, tmp_path, dovecot=dovecot, postfix=postfix, postgres=postgres)
