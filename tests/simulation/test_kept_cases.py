"""What the simulation once found: the shortest run of each fails again without its fix."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from relance_mailer.daemon.logs import log_nothing
from relance_mailer.outward import gate
from relance_mailer.simulate import visitors
from relance_mailer.simulate.case import Case, case_of
from relance_mailer.simulate.ending import forgotten
from relance_mailer.simulate.many import played
from relance_mailer.simulate.run import BROKEN
from relance_mailer.simulate.watching import Watcher
from simulation.breaks import Break
from simulation.layers import new_dossiers_do_not_hear

CASES = {file.stem: file for file in (Path(__file__).parent / "cases").glob("*.json")}


def pages_of_what_was_never_fetched(patch: pytest.MonkeyPatch) -> None:
    """The judge asks the desk for messages too that the house does not hold (yet)."""

    async def always(*_: Any) -> bool:
        return True

    patch.setattr(visitors, "_has_a_page", always)


def looks_of_tomorrow_count(patch: pytest.MonkeyPatch) -> None:
    """A look at the inbox or the ledger that lies in the future counts as fresh."""
    patch.setattr(gate, "CLOCKS_DIFFER_BY", timedelta(days=400))


def asks_without_a_database(patch: pytest.MonkeyPatch) -> None:
    """The judge asks in the morning who is forgotten though the database is gone."""

    async def asks(watcher: Any, process: Any) -> Any:
        assert not [one async for one in forgotten(process, watcher._world, watcher._told.latest)]
        return []

    patch.setattr(Watcher, "of_the_day", asks)


FIXES: dict[str, tuple[str, Break]] = {
    "interne-base-absente-le-matin": (BROKEN, asks_without_a_database),
    "p1-dossier-ouvert-apres-une-insulte": ("P1", new_dossiers_do_not_hear),
    "p2-horloge-en-avance": ("P2", looks_of_tomorrow_count),
    "p10-message-supprime-avant-lecture": ("P10", pages_of_what_was_never_fetched),
}
"""What is taken back of the fix that each case belongs to, and the promise that then breaks."""


@pytest.fixture(autouse=True)
def quiet() -> None:
    log_nothing()


def kept(name: str) -> Case:
    return case_of(CASES[name].read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(CASES))
def test_what_is_kept_holds(name: str) -> None:
    case = kept(name)
    row = played(case)
    assert row["broken"] == [], case.command()
    assert {sort for sort, _ in case.often} <= set(row["injected"]), row["injected"]


@pytest.mark.parametrize("name", sorted(CASES))
def test_without_its_fix_it_fails_again(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    promise, taken_back = FIXES[name]
    taken_back(monkeypatch)
    named = {one["promise"] for one in played(kept(name))["broken"]}
    assert promise in named
    assert promise == BROKEN or BROKEN not in named
