"""A limit to the processor time of a piece of work: whatever hangs ends, and is a fault."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


class TooSlow(BaseException):
    """No `Exception`: what is fed must not take it for a fault of its own and go on."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise `TooSlow` in the block once it took so much processor time (main thread only).

    The matcher of regular expressions listens to signals: one that tries for ever ends, too.
    """

    def end(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
