"""Real processes beside this one: in order, in time, and gone when they should be."""

import math
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import pytest

from relance_mailer.adapters.crew import ProcessCrew
from relance_mailer.ports import CutShort


@asynccontextmanager
async def crew(hands: int = 2, processor_seconds: float = 60.0) -> AsyncIterator[ProcessCrew]:
    one = ProcessCrew(hands, processor_seconds=processor_seconds)
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
