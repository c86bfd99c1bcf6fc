"""The shapes in which events stand in journals: none may change without a new version.

`event_shapes.json` holds, for each kind and version, its fields and their types. A field added
with a default is welcome (add it to the file); anything else needs a new version in
`store/codec.py` with an upgrade of the old bodies. Before the first release, and only then, the
file may be written anew from `shapes()`.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from relance_mailer.store.codec import CODEC

FILE = Path(__file__).with_name("event_shapes.json")


def shapes() -> dict[str, dict[str, str]]:
    """Kind (with its version) or nested value → field → type, with "?" where it has a default."""
    found: dict[str, dict[str, str]] = {}
    for kind, cls in CODEC.classes.items():
        found[f"{kind} {CODEC.version(kind)}"] = _shape(cls)
        for nested in _nested(cls):
            found[f"({nested.__name__})"] = _shape(nested)
    return dict(sorted(found.items()))


def _shape(cls: type) -> dict[str, str]:
    hints = get_type_hints(cls)
    return {
        field.name: _told(hints[field.name]) + ("" if field.default is MISSING else " ?")
        for field in fields(cls)
    }


def _told(hint: Any) -> str:
    if isinstance(hint, type) and not get_args(hint):
        return hint.__name__
    return str(hint).replace("relance_mailer.", "").replace("datetime.", "")


def _nested(cls: Any) -> Iterator[type]:
    for hint in get_type_hints(cls).values():
        for inner in (hint, *get_args(hint)):
            if is_dataclass(inner) and isinstance(inner, type):
                yield inner
                yield from _nested(inner)


def _faults(kept: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for field, told in kept.items():
        if now.get(field, "").removesuffix(" ?") != told.removesuffix(" ?"):
            yield f"{field} : {told} → {now.get(field, 'disparu')}"
    for field in now.keys() - kept.keys():
        if not now[field].endswith(" ?"):
            yield f"{field} : ajouté sans valeur par défaut"


def test_no_shape_has_changed_without_a_new_version() -> None:
    """What was written once is read for ever."""
    now = shapes()
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    faults = {
        name: list(_faults(shape, now[name]))
        for name, shape in kept.items()
        if name in now and list(_faults(shape, now[name]))
    }
    assert faults == {}


def test_every_shape_is_written_down() -> None:
    """A new kind or version is added to the file; none is ever taken out."""
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    assert set(shapes()) - set(kept) == set()
    for name in kept.keys() - set(shapes()):
        kind, _, version = name.partition(" ")
        assert kind in CODEC.classes, name
        assert int(version) < CODEC.version(kind), name


def test_a_changed_shape_is_noticed() -> None:
    """The guard itself."""
    kept = {"a": "str", "b": "int ?"}
    assert list(_faults(kept, {"a": "str", "b": "int", "c": "str ?"})) == []
    assert list(_faults(kept, {"a": "int", "b": "int"})) == ["a : str → int"]
    assert list(_faults(kept, {"b": "int"})) == ["a : str → disparu"]
    assert list(_faults(kept, {"a": "str", "b": "int", "c": "str"})) == [
        "c : ajouté sans valeur par défaut"
    ]
