"""What is kept is played in every run, and a share of new material is tried each time."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.long_run import CORPUS, kept_for
from fuzz.seeds import SEEDS
from fuzz.targets import TARGETS

KEPT = sorted(path for path in CORPUS.rglob("*.bin"))

CORPUS_BYTES_MAX = 300_000


@pytest.mark.parametrize("case", KEPT, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_is_kept_is_survived(case: Path) -> None:
    TARGETS[case.parent.name].survives(case.read_bytes())


def test_every_target_has_a_corpus_and_it_stays_small() -> None:
    assert {case.parent.name for case in KEPT} == set(TARGETS)
    assert sum(case.stat().st_size for case in KEPT) < CORPUS_BYTES_MAX


@pytest.mark.parametrize("target", sorted(SEEDS))
def test_what_was_written_by_hand_stands_in_the_corpus(target: str) -> None:
    """`python -m fuzz.seeds` writes it there."""
    for name, raw in SEEDS[target].items():
        assert (CORPUS / target / f"{name}.bin").read_bytes() == raw, name


@pytest.mark.parametrize("name", sorted(TARGETS))
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(min_value=0, max_value=2**48))
def test_a_share_of_new_material_is_survived(name: str, seed: int) -> None:
    """The seed is the case, with the corpus as it stands."""
    target = TARGETS[name]
    target.survives(target.material(Random(seed), kept_for(name)))


@pytest.mark.parametrize("name", sorted(TARGETS))
@settings(max_examples=25, deadline=None)
@given(raw=st.binary(max_size=4_000))
def test_any_bytes_at_all_are_survived(name: str, raw: bytes) -> None:
    TARGETS[name].survives(raw)
