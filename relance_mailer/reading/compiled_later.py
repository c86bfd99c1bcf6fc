"""Patterns that are compiled when they are first asked.

The reader has thousands; compiling all of them takes a process a third of a second, and most
commands read no message. Once asked, it is as fast as any pattern: its methods are the compiled
one's.
"""

import re
from typing import Any, Protocol, cast
from weakref import WeakSet

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class Compilable(Protocol):
    """What can be asked to compile before it has to."""

    def compile_now(self) -> None:
        """Compile whatever would be compiled later."""


COMPILED_LATER: WeakSet[Compilable] = WeakSet()
"""All of this process that nobody asked to compile ahead."""


class Later:
    """Words that become a pattern as soon as a method of one is asked for."""

    def __init__(self, words: str) -> None:
        self.pattern = words
        COMPILED_LATER.add(self)

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def compile_now(self) -> None:
        """Compile, unless it is."""
        self.search  # noqa: B018 (asking for the method compiles)


def compiled_later(words: str) -> re.Pattern[str]:
    """The pattern of these words, compiled when it is first asked.

    Raises re.error then, where the words are no pattern: a test asks all of them.
    """
    return cast(re.Pattern[str], Later(words))


def compile_ahead(most: int) -> bool:
    """Compile so many of those that nobody asked for ahead; whether there are others."""
    for _ in range(min(most, len(COMPILED_LATER))):
        COMPILED_LATER.pop().compile_now()
    return bool(COMPILED_LATER)
