"""Patterns that are compiled when they are first asked: all can be, and answer as any other."""

import gc
import importlib
import pkgutil
import re

import pytest

import relance_mailer.reading
from relance_mailer.reading.compiled_later import (
    COMPILED_LATER,
    Later,
    compile_ahead,
    compiled_later,
)
from relance_mailer.reading.gates import Gated


def test_it_answers_as_the_pattern_does() -> None:
    pattern, words = compiled_later(r"\bd(?P<n>.)"), "deux dates"
    assert pattern.pattern == r"\bd(?P<n>.)"
    found = pattern.search(words)
    assert found is not None
    assert found["n"] == "e"
    assert [each["n"] for each in pattern.finditer(words)] == ["e", "a"]
    assert pattern.sub("t", words) == "tux ttes"
    assert pattern.groups == 1


def test_what_is_no_pattern_is_told_when_it_is_asked() -> None:
    with pytest.raises(re.error):
        compiled_later("(").search("")


def test_every_pattern_of_the_reader_is_one() -> None:
    home = relance_mailer.reading
    for module in pkgutil.walk_packages(home.__path__, f"{home.__name__}."):
        importlib.import_module(module.name)
    patterns = [each.pattern for each in gc.get_objects() if isinstance(each, Later)]
    assert len(patterns) > 300
    for pattern in patterns:
        re.compile(pattern)


def test_what_is_compiled_ahead_is_so_and_once() -> None:
    later, gated = compiled_later("a+"), Gated("un|deux")
    assert {later, gated} <= set(COMPILED_LATER)
    waiting = len(COMPILED_LATER)
    assert compile_ahead(1)
    assert len(COMPILED_LATER) == waiting - 1
    while compile_ahead(100):
        pass
    assert "search" in vars(later)
    assert sorted(gated._compiled) == [0, 1]
    assert not compile_ahead(100)
