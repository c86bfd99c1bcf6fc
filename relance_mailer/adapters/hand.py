"""What a process of the crew does: read what to do, do it, say what came out, until the pipe ends.

The signals that stop the daemon are not for it: the daemon ends its pipe once it has done its pass,
and a daemon that died has ended it by that.
"""

import gc
import os
import pickle
import signal
import struct
import sys
from typing import BinaryIO

HEAD = struct.Struct(">Q")
SPARED = 20_000
"""Values made before the collector looks for cycles among them."""


def framed(what: object) -> bytes:
    """Anything as bytes behind their number."""
    told = pickle.dumps(what, pickle.HIGHEST_PROTOCOL)
    return HEAD.pack(len(told)) + told


def main(processor_seconds: float) -> None:
    """Work until nothing more comes; a portion that takes longer than that kills the process.

    No handler is set for the signal: it ends whatever the library does, a search that never ends
    for one, which a handler in Python would wait for.
    """
    for wanted in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(wanted, signal.SIG_IGN)
    # Reading leaves few cycles, and much that stays: looking for them so often is in vain.
    gc.set_threshold(SPARED, 50, 50)
    # What a library may print must not stand between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    work_on(sys.stdin.buffer, answers, processor_seconds)


def work_on(asked: BinaryIO, answers: BinaryIO, processor_seconds: float) -> None:
    """Answer each portion of work in its turn."""
    while len(head := asked.read(HEAD.size)) == HEAD.size:
        (length,) = HEAD.unpack(head)
        told = asked.read(length)
        signal.setitimer(signal.ITIMER_PROF, processor_seconds)
        answer = framed(_done(told))
        signal.setitimer(signal.ITIMER_PROF, 0)
        answers.write(answer)
        answers.flush()


def _done(told: bytes) -> list[object] | None:
    """What came out; None when the work raised: it is done again where its error can be told."""
    try:
        work, items = pickle.loads(told)
        return [work(item) for item in items]
    except Exception:
        return None
