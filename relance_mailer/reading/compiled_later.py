"""Patterns that are compiled when they are first asked.

The reader has thousands; compiling all of them takes a process a third of a second, and most
commands read no message. Once asked, it is as fast as any pattern: its methods are the compiled
one's.
"""

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class Later:
    """Words that become a pattern as soon as a method of one is asked for."""

    def __init__(self, words: str) -> None:
        self.pattern = words

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compiled_later(words: str) -> re.Pattern[str]:
    """The pattern of these words, compiled when it is first asked.

    Raises re.error then, where the words are no pattern: a test asks all of them.
    """
    return cast(re.Pattern[str], Later(words))
