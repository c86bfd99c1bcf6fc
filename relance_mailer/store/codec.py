"""Events ↔ JSON: what stands in the journal can be read for ever.

A body is an object with every field of the event. Dates and moments are ISO 8601 (moments with
their offset), decimals are strings, enums their value, tuples arrays, nested values objects.
Reading is strict: an unknown kind, version or field, a missing field without a default or a value
of another type raises `UnreadableEvent`. A field that is added with a default needs no new
version; any other change of shape gets one in `VERSIONS`, with the upgrade of old bodies in
`UPGRADES`.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from relance_mailer.dossier.events import Event

Body = dict[str, Any]  # JSON: this file is the door between it and the values
Read = Callable[[Any], Any]

VERSIONS: Mapping[str, int] = {}
"""The current version of each kind; 1 when it stands not here."""

UPGRADES: Mapping[tuple[str, int], Callable[[Body], Body]] = {}
"""(kind, old version) → how a body of that version becomes one of the next."""


class UnreadableEvent(Exception):
    """An entry that this program can't read: damaged, or written by a newer one."""


class Codec:
    """A closed set of event classes and how each is written and read."""

    def __init__(
        self,
        classes: Iterable[type],
        *,
        versions: Mapping[str, int] = VERSIONS,
        upgrades: Mapping[tuple[str, int], Callable[[Body], Body]] = UPGRADES,
    ) -> None:
        self.classes: Mapping[str, type] = {cls.__name__: cls for cls in classes}
        self._versions = versions
        self._upgrades = upgrades

    def version(self, kind: str) -> int:
        """The version in which a kind is written now."""
        return self._versions.get(kind, 1)

    def encode(self, event: object) -> tuple[str, int, bytes]:
        """Kind, version and body of an event; a naive datetime raises."""
        kind = type(event).__name__
        if self.classes.get(kind) is not type(event):
            raise TypeError(f"{kind} n'est pas un événement du journal")
        return kind, self.version(kind), canonical(_written(event))

    def decode(self, kind: str, version: int, body: bytes) -> Any:
        """The event of that body; raises `UnreadableEvent`."""
        cls = self.classes.get(kind)
        if cls is None:
            raise UnreadableEvent(f"événement {kind} inconnu de cette version du programme")
        if not 1 <= version <= self.version(kind):
            last = self.version(kind)
            raise UnreadableEvent(f"{kind} : version {version} inconnue, 1 à {last} attendues")
        try:
            told = json.loads(body)
            for old in range(version, self.version(kind)):
                told = self._upgrades[(kind, old)](told)
            return _reader(cls)(told)
        except (ValueError, TypeError, KeyError, InvalidOperation, RecursionError) as error:
            raise UnreadableEvent(f"{kind} (version {version}) : {error}") from error


def canonical(told: object) -> bytes:
    """JSON with sorted keys and no blanks, UTF-8; the same value gives the same bytes."""
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:  # lone surrogates of an odd mail: escaped, and so read back
        return json.dumps(told, sort_keys=True, separators=(",", ":")).encode("ascii")


def _written(value: object) -> Any:
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | str():
            return value
        case Decimal():
            return str(value)
        case datetime():
            if value.tzinfo is None:
                raise ValueError(f"datetime sans fuseau {value}")
            return value.isoformat()
        case date():
            return value.isoformat()
        case tuple():
            return [_written(item) for item in value]
        case _:
            assert is_dataclass(value), f"{type(value).__name__} ne s'écrit pas au journal"
            return {name: _written(getattr(value, name)) for name in _field_names(value.__class__)}


@cache
def _field_names(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


@cache
def _reader(wanted: Any) -> Read:
    """How a value of that type is read back from JSON."""
    if isinstance(wanted, NewType):
        return _reader(wanted.__supertype__)
    if get_origin(wanted) in (Union, UnionType):
        return _optional_reader(wanted)
    if get_origin(wanted) is tuple:
        return _tuple_reader(get_args(wanted))
    if is_dataclass(wanted):
        return _object_reader(wanted)
    if issubclass(wanted, Enum):
        return _member_of(wanted)
    if wanted in _SCALARS:
        return _SCALARS[wanted]
    raise TypeError(f"{wanted} ne se lit pas au journal")


def _member_of(members: type[Enum]) -> Read:
    return lambda told: members(told)


def _exactly(*types: type) -> Read:
    def read(told: Any) -> Any:
        if type(told) not in types:
            raise TypeError(f"{types[0].__name__} attendu, lu {told!r:.60}")
        return told

    return read


def _from_text(make: Callable[[str], Any]) -> Read:
    text = _exactly(str)
    return lambda told: make(text(told))


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"datetime sans fuseau {text}")
    return moment


_SCALARS: Mapping[type, Read] = {
    str: _exactly(str),
    int: _exactly(int),
    bool: _exactly(bool),
    Decimal: _from_text(Decimal),
    datetime: _from_text(_moment),
    date: _from_text(date.fromisoformat),
}


def _optional_reader(wanted: Any) -> Read:
    inner = [arg for arg in get_args(wanted) if arg is not NoneType]
    if len(inner) != 1 or len(inner) == len(get_args(wanted)):
        raise TypeError(f"{wanted} : une seule forme possible au journal, ou None")
    read = _reader(inner[0])
    return lambda told: None if told is None else read(told)


def _tuple_reader(items: tuple[Any, ...]) -> Read:
    array = _exactly(list)
    if len(items) == 2 and items[1] is Ellipsis:
        each = _reader(items[0])
        return lambda told: tuple(each(item) for item in array(told))
    readers = tuple(_reader(item) for item in items)
    return lambda told: tuple(read(item) for read, item in zip(readers, array(told), strict=True))


def _object_reader(cls: Any) -> Read:
    hints = get_type_hints(cls)
    readers = {name: _reader(hints[name]) for name in _field_names(cls)}
    needed = {
        field.name
        for field in fields(cls)
        if field.default is MISSING and field.default_factory is MISSING
    }
    told_object = _exactly(dict)

    def read(told: Any) -> Any:
        given = told_object(told)
        if unknown := given.keys() - readers.keys():
            raise ValueError(f"{cls.__name__} : champ inconnu {', '.join(sorted(unknown))}")
        if missing := needed - given.keys():
            raise ValueError(f"{cls.__name__} : champ absent {', '.join(sorted(missing))}")
        return cls(**{name: readers[name](value) for name, value in given.items()})

    return read


CODEC = Codec(get_args(Event))
"""The journal's own."""
