"""The gates of the reader's own patterns as they were read out beforehand, unpacked once.

Reading them out of some three thousand patterns takes a process more than a second before its first
message. A pattern that is not in the table is read when it is asked for: what a process was spared
is time and nothing else.
"""

import base64
import json
import sys
import zlib
from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b

from relance_mailer.reading.gate_table import PACKED

Gates = tuple[frozenset[int], ...]


def kept_gates(words: str, flags: int) -> Gates | None:
    """The gates of a pattern with these flags; None where the table has none of it."""
    return _table().get(digest_of(words, flags))


def digest_of(words: str, flags: int) -> str:
    """Under which a pattern stands in the table."""
    return blake2b(f"{int(flags)} {words}".encode(), digest_size=6).hexdigest()


def packed(gates: Mapping[str, Gates]) -> str:
    """A table as it is written down, by `digest_of`; the same gates give the same text."""
    rows = {digest: [sorted(each) for each in gates[digest]] for digest in sorted(gates)}
    octets = json.dumps(rows, separators=(",", ":")).encode()
    return base64.b64encode(zlib.compress(octets, 9)).decode()


def unpacked(text: str) -> dict[str, Gates]:
    """A table that was written down."""
    if not text.strip():
        return {}
    rows = json.loads(zlib.decompress(base64.b64decode(text)))
    return {digest: tuple(map(frozenset, gates)) for digest, gates in rows.items()}


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Gates]:
    # Strings of signs are numbers in the byte order of the machine that wrote them down.
    return unpacked(PACKED) if sys.byteorder == "little" else {}
