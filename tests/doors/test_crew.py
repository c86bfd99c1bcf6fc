"""Real processes beside this one: in order, in time, and gone when they should be."""

import asyncio
import math
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

import pytest

from relance_mailer.adapters.crew import ProcessCrew
from relance_mailer.ports import CutShort
from servers.process import wait_until


@asynccontextmanager
async def crew(
    hands: int = 2,
    processor_seconds: float = 60.0,
    practise: Callable[[int], bool] | None = None,
) -> AsyncIterator[ProcessCrew]:
    one = ProcessCrew(hands, processor_seconds=processor_seconds, practise=practise)
    try:
        yield one
    finally:
        await one.rest()


async def test_chaque_réponse_à_sa_place_et_rien_ne_reste() -> None:
    async with crew() as hands:
        assert await hands.each(math.sqrt, []) == []
        assert await hands.each(math.sqrt, [n * n for n in range(50)]) == list(range(50))
        workers = set(await hands.each(partial(divmod, os.getpid()), [1]))
        assert workers == {(os.getpid(), 0)}
        pids = [one.pid for one in hands._hired]
        assert len(pids) == 2
        await hands.rest()
        for pid in pids:
            with pytest.raises(ProcessLookupError):
                os.kill(pid, 0)
        assert list(await hands.each(abs, [-1])) == [1]


async def test_une_erreur_revient_telle_quelle_et_l_équipe_continue() -> None:
    async with crew() as hands:
        with pytest.raises(ValueError, match="math domain error"):
            await hands.each(math.sqrt, [1, 4, -1, 9])
        assert await hands.each(math.sqrt, [16]) == [4]


async def test_qui_meurt_sur_son_travail_est_remplacé() -> None:
    async with crew() as hands:
        with pytest.raises(RuntimeError, match="arrêté au milieu"):
            await hands.each(os._exit, [3])
        assert await hands.each(math.sqrt, [1, 4, 9, 16]) == [1, 2, 3, 4]


def killed_by_the_system(number: int) -> None:
    os.kill(os.getpid(), number)


async def test_qui_est_tué_par_le_système_peut_recommencer_et_la_raison_est_dite() -> None:
    """Memory ran out, or somebody killed it: that says nothing of what it read."""
    async with crew(hands=1) as hands:
        with pytest.raises(CutShort, match=r"tué par le système \(SIGKILL\)"):
            await hands.each(killed_by_the_system, [signal.SIGKILL])
        with pytest.raises(RuntimeError, match="SIGSEGV") as error:
            await hands.each(killed_by_the_system, [signal.SIGSEGV])
        assert not isinstance(error.value, CutShort)
        assert await hands.each(abs, [-4]) == [4]


async def test_qui_ne_répond_pas_est_coupé() -> None:
    async with crew(hands=1) as hands:
        assert await hands.each(abs, [-2]) == [2]
        (pid,) = [one.pid for one in hands._hired]
        hands._seconds = 0.5
        with pytest.raises(RuntimeError, match="sans réponse"):
            await hands.each(partial(os.read, 0), [1])  # reads its own orders: none come
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


async def test_un_calcul_sans_fin_est_coupé_où_qu_il_soit() -> None:
    async with crew(hands=1, processor_seconds=1.0) as hands:
        with pytest.raises(RuntimeError, match="1 s de calcul"):
            await hands.each(math.factorial, [10**8])  # one call of the library, for hours
        assert await hands.each(math.factorial, [4]) == [24]


async def test_le_signal_d_arrêt_du_démon_ne_touche_pas_l_équipe() -> None:
    async with crew(hands=1) as hands:
        await hands.each(abs, [-2])
        (one,) = hands._hired
        for wanted in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            one.send_signal(wanted)
        assert await hands.each(abs, [-3]) == [3]
        assert [each.pid for each in hands._hired] == [one.pid]


async def test_sans_autre_processus_tout_se_fait_ici(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nulle/part/python")
    async with crew() as hands:
        assert await hands.each(math.sqrt, [1, 4]) == [1, 2]
        assert hands._hired == []


LEARNT: list[int] = []


def in_four_steps(step: int) -> bool:
    LEARNT.append(step)
    return step < 3


def learnt(_: int) -> tuple[int, list[int]]:
    return os.getpid(), LEARNT


def without_end(step: int) -> bool:
    return step >= 0


def never_done(_: int) -> bool:
    signal.pause()
    return True


def fails(step: int) -> bool:
    raise ValueError(step)


def spins(_: int) -> bool:
    return math.factorial(10**8) > 0


def kills(step: int) -> bool:
    os._exit(3 + step)


async def until_hired(hands: ProcessCrew, number: int) -> list[int]:
    def there() -> bool:
        return len(hands._hired) == number

    await asyncio.to_thread(wait_until, there, seconds=30, what="hands to come")
    return [one.pid for one in hands._hired]


async def test_qui_est_appelé_d_avance_est_prêt_avant_le_premier_travail() -> None:
    async with crew(practise=in_four_steps) as hands:
        hands.come()
        hands.come()
        assert hands._coming is not None
        await hands._coming
        told = await hands.each(learnt, range(20))
        assert {pid for pid, _ in told} == {one.pid for one in hands._hired}
        assert [steps for _, steps in told] == [[0, 1, 2, 3]] * 20
        assert len(hands._hired) == 2
        hands.come()  # who is there need not come
        assert hands._coming.done()
        await hands.rest()
        # Whoever is hired when there is work begins with it.
        assert [steps for _, steps in await hands.each(learnt, [0])] == [[]]


async def test_qui_a_du_travail_ne_s_exerce_plus() -> None:
    async with crew(practise=without_end) as hands:
        hands.come()
        pids = await until_hired(hands, 2)
        assert await hands.each(math.sqrt, [1, 4]) == [1, 2]
        assert [one.pid for one in hands._hired] == pids
        await hands.rest()
        hands.come()
        assert await hands.each(abs, [-1]) == [1]  # it had not even begun


async def test_un_arrêt_n_attend_pas_qui_s_exerce() -> None:
    async with crew(practise=never_done) as hands:
        hands.come()
        await hands.rest()
        assert hands._hired == []
        hands.come()
        pids = await until_hired(hands, 2)
        async with asyncio.timeout(3):
            await hands.rest()
        for pid in pids:
            with pytest.raises(ProcessLookupError):
                os.kill(pid, 0)


@pytest.mark.parametrize("practise", [fails, kills])
async def test_un_exercice_qui_échoue_ne_change_rien(practise: Callable[[int], bool]) -> None:
    async with crew(practise=practise) as hands:
        hands.come()
        assert hands._coming is not None
        await hands._coming
        assert await hands.each(math.sqrt, [1, 4, 9]) == [1, 2, 3]


async def test_un_exercice_sans_fin_est_coupé() -> None:
    async with crew(hands=1, processor_seconds=0.5, practise=spins) as hands:
        hands.come()
        assert hands._coming is not None
        async with asyncio.timeout(60):
            await hands._coming
        assert hands._hired == []
        assert await hands.each(abs, [-4]) == [4]


async def test_sans_autre_processus_personne_ne_vient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nulle/part/python")
    async with crew(practise=fails) as hands:
        hands.come()
        assert hands._coming is not None
        await hands._coming
        assert await hands.each(math.sqrt, [1, 4]) == [1, 2]
