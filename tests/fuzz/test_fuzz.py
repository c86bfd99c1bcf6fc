"""What was found once is played again for ever, and a share of new material is tried each time."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.long_run import CORPUS
from fuzz.targets import TARGETS

FOUND = sorted(path for path in CORPUS.rglob("*.bin"))


@pytest.mark.parametrize("case", FOUND, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_was_found_is_survived(case: Path) -> None:
    TARGETS[case.parent.name].survives(case.read_bytes())


def test_the_corpus_is_not_empty() -> None:
    assert FOUND
    assert {case.parent.name for case in FOUND} <= set(TARGETS)


@pytest.mark.parametrize("name", sorted(TARGETS))
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(min_value=0, max_value=2**48))
def test_a_share_of_new_material_is_survived(name: str, seed: int) -> None:
    """The seed is the case: `TARGETS[name].makes(Random(seed))` gives the same bytes."""
    target = TARGETS[name]
    target.survives(target.makes(Random(seed)))


@pytest.mark.parametrize("name", sorted(TARGETS))
@settings(max_examples=25, deadline=None)
@given(raw=st.binary(max_size=4_000))
def test_any_bytes_at_all_are_survived(name: str, raw: bytes) -> None:
    TARGETS[name].survives(raw)
