"""SQL whose text is made once: what every letter and every message asks and writes.

The ORM builds the text of a statement anew each time that it is asked, which took longer than the
statement itself. Rarer questions stay with the ORM. In a text `$1` is the first value, and so on,
whatever the back end.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.fields.base import Field
from tortoise.models import Model

Values = Sequence[object]
Line = Mapping[str, object]
"""A row to write: its columns by name; a column that isn't named takes its default."""

_MARK = re.compile(r"\$(\d+)")


async def asked(client: BaseDBAsyncClient, text: str, values: Values = ()) -> Sequence[Any]:
    """The rows of a question by keys, each a sequence of its columns."""
    ask = getattr(client, "execute_here", client.execute_query)
    _, rows = await ask(_text(_dialect(client), text), list(values))
    return cast(Sequence[Any], rows)


async def asked_at_length(
    client: BaseDBAsyncClient, text: str, values: Values = ()
) -> Sequence[Any]:
    """The same of a question that reads through a table: other tasks go on meanwhile."""
    _, rows = await client.execute_query(_text(_dialect(client), text), list(values))
    return rows


async def lines(
    client: BaseDBAsyncClient,
    table: type[Model],
    condition: str,
    values: Values = (),
    *,
    columns: tuple[str, ...] = (),
    at_length: bool = False,
) -> list[dict[str, Any]]:
    """What a condition (`WHERE … ORDER BY … LIMIT …`) finds: columns by name, Python's values.

    Without `columns`, all of them. `at_length`: it may find many, see `asked_at_length`.
    """
    readers = _readers(table, columns)
    names = ", ".join(f'"{name}"' for name, _ in readers)
    text = f'SELECT {names} FROM "{table._meta.db_table}" {condition}'
    return [
        {name: read(value) for (name, read), value in zip(readers, row, strict=True)}
        for row in await (asked_at_length if at_length else asked)(client, text, values)
    ]


async def changed(client: BaseDBAsyncClient, text: str, values: Values = ()) -> int:
    """Run an UPDATE or a DELETE; answers how many rows it touched."""
    number, _ = await client.execute_query(_text(_dialect(client), text), list(values))
    return number


async def put(
    client: BaseDBAsyncClient,
    table: type[Model],
    lines: Iterable[Line],
    *,
    known: Sequence[str] = (),
    update: Sequence[str] = (),
    unless_above: str = "",
    skip_known: bool = False,
) -> None:
    """Insert rows; where a row of the same `known` columns stands, its `update` columns change.

    With `unless_above` they stay where the one that stands has more in that column: what another
    commit wrote since is seen here, even what the statements before could not see. With
    `skip_known` a row that breaks a unique key is left out in silence.
    """
    columns = _columns(table)
    rows = [[to_db(line.get(name, default)) for name, to_db, default in columns] for line in lines]
    if rows:
        names = tuple(name for name, _, _ in columns)
        where = (table._meta.db_table, names, tuple(known), tuple(update), unless_above, skip_known)
        await client.execute_many(_text(_dialect(client), _insert(*where)), rows)


def places(values: Sequence[object], *, after: int = 0) -> str:
    """The places of a list of values in an IN clause, behind `after` other values."""
    return _places(len(values), after)


@lru_cache(maxsize=256)
def _places(number: int, after: int) -> str:
    return ", ".join(f"${after + place}" for place in range(1, number + 1))


def _dialect(client: BaseDBAsyncClient) -> str:
    return client.capabilities.dialect


@lru_cache(maxsize=512)
def _text(dialect: str, text: str) -> str:
    return text if dialect == "postgres" else _MARK.sub(r"?\1", text)


Column = tuple[str, Callable[[Any], Any], Any]
"""A column's name, how a value of it is stored, and its default."""


@lru_cache(maxsize=64)
def _columns(table: type[Model]) -> tuple[Column, ...]:
    fields = [table._meta.fields_map[name] for name in table._meta.fields_db_projection]
    return tuple(_column(table, field) for field in fields if not field.generated)


def _column(table: type[Model], field: Field[Any]) -> Column:
    return field.model_field_name, lambda value: field.to_db_value(value, table), field.default


Reader = tuple[str, Callable[[Any], Any]]
"""A column's name, and what a stored value of it is in Python."""


@lru_cache(maxsize=64)
def _readers(table: type[Model], columns: tuple[str, ...]) -> tuple[Reader, ...]:
    names = columns or tuple(table._meta.fields_db_projection)
    return tuple((name, table._meta.fields_map[name].to_python_value) for name in names)


@lru_cache(maxsize=64)
def _insert(
    table: str,
    columns: tuple[str, ...],
    known: tuple[str, ...],
    update: tuple[str, ...],
    unless_above: str,
    skip_known: bool,
) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    text = f'INSERT INTO "{table}" ({names}) VALUES ({_places(len(columns), 0)})'
    if skip_known:
        return f"{text} ON CONFLICT DO NOTHING"
    if not update:
        return text
    keys = ", ".join(f'"{name}"' for name in known)
    told = ", ".join(f'"{name}" = excluded."{name}"' for name in update)
    above = (
        f' WHERE excluded."{unless_above}" >= "{table}"."{unless_above}"' if unless_above else ""
    )
    return f"{text} ON CONFLICT ({keys}) DO UPDATE SET {told}{above}"
