"""Many values in little memory: those of the last hours stand as they are, the others lie packed.

A dossier as objects takes ten times what it takes as packed bytes, and grows with every letter
and every answer. Opening a packed one takes a tenth of the time of reading its page anew. Bytes
never leave the process: another version of this program, or another's, is never asked to read them.
"""

import pickle
import zlib
from collections import OrderedDict
from collections.abc import Callable
from itertools import islice
from typing import Generic, TypeVar

Value = TypeVar("Value")

SAMPLES = 4
SAMPLE_BYTES_MAX = 32_768  # what zlib looks back upon
LEVEL = 1
PLACE_BYTES = 250
"""What a packed value takes beside its bytes: its name, its places in a dictionary."""


class Packed(Generic[Value]):
    """Values by name: as many stand open as weigh `open_max` together, the others in bytes.

    A value must not change its weight while it is kept. The packed bytes of one that stands open
    stay, so that what is only looked at is never packed again.
    """

    def __init__(
        self, weight: Callable[[Value], int], *, open_max: int, packed_bytes_max: int
    ) -> None:
        self._weight = weight
        self._open_max = open_max
        self._packed_bytes_max = packed_bytes_max
        self._open: OrderedDict[str, Value] = OrderedDict()
        self._packed: OrderedDict[str, bytes] = OrderedDict()
        self._open_weight = 0
        self._packed_bytes = 0
        self._sample: bytes | None = None

    @property
    def packed_bytes(self) -> int:
        """What lies packed, its places included."""
        return self._packed_bytes

    def get(self, name: str) -> Value | None:
        """The value of that name; it stands open from now on."""
        if name in self._open:
            self._open.move_to_end(name)
            return self._open[name]
        if name not in self._packed:
            return None
        self._packed.move_to_end(name)
        value = self._unpacked(self._packed[name])
        self._stand(name, value)
        return value

    def put(self, name: str, value: Value) -> None:
        """Keep a value in the place of the one of that name."""
        self.drop(name)
        self._stand(name, value)

    def drop(self, name: str) -> None:
        """Forget the value of that name."""
        if (value := self._open.pop(name, None)) is not None:
            self._open_weight -= self._weight(value)
        self._forget_bytes(name)

    def clear(self) -> None:
        """Forget all of them, and what they had in common."""
        self._open.clear()
        self._packed.clear()
        self._open_weight = self._packed_bytes = 0
        self._sample = None

    def _stand(self, name: str, value: Value) -> None:
        self._open[name] = value
        self._open_weight += self._weight(value)
        while self._open_weight > self._open_max and len(self._open) > 1:
            self._lay_away()

    def _lay_away(self) -> None:
        """Pack the value that was used longest ago, and forget the bytes of older ones."""
        if self._sample is None:
            self._sample = self._learnt()
        name, value = self._open.popitem(last=False)
        self._open_weight -= self._weight(value)
        if name not in self._packed:
            self._packed[name] = packed = _deflated(pickle.dumps(value), self._sample)
            self._packed_bytes += len(packed) + PLACE_BYTES
        while self._packed_bytes > self._packed_bytes_max:
            self._forget_bytes(next(iter(self._packed)))

    def _learnt(self) -> bytes:
        """What values have in common: names and turns that their bytes need not tell again."""
        some = islice(self._open.values(), SAMPLES)
        return b"".join(pickle.dumps(value) for value in some)[-SAMPLE_BYTES_MAX:]

    def _unpacked(self, packed: bytes) -> Value:
        assert self._sample is not None
        raw = zlib.decompressobj(zdict=self._sample).decompress(packed)
        value: Value = pickle.loads(raw)
        return value

    def _forget_bytes(self, name: str) -> None:
        packed = self._packed.pop(name, None)
        if packed is not None:
            self._packed_bytes -= len(packed) + PLACE_BYTES


def _deflated(raw: bytes, sample: bytes) -> bytes:
    pressing = zlib.compressobj(LEVEL, zdict=sample)
    return pressing.compress(raw) + pressing.flush()
