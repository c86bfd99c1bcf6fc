"""Rows of any table as portable lines: read in bounded pieces, written back into either make.

A line is a JSON array in the order of its table's columns. What JSON does not know is text: bytes
in base64, days and moments in ISO 8601 (moments in UTC). The columns are those that stand in the
database, so that a database of an earlier schema is read as well as today's.
"""

import base64
import json
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from tortoise import fields
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.fields.base import Field
from tortoise.models import Model

from relance_mailer.store import tables
from relance_mailer.store.fields import Moment, Text

ROWS_AT_ONCE = 500
BYTES_AT_ONCE = 8 * 1024 * 1024
"""Bodies and raw messages read together; a larger one is read alone."""

MODELS: tuple[type[Model], ...] = tuple(
    one
    for one in vars(tables).values()
    if isinstance(one, type) and issubclass(one, Model) and one is not Model
)
"""Every table there is."""

ORDERS = {"journal": ("page", "seq")}
"""By which unique columns a table is read, where it is not the primary key: a page stands whole."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column and the kind of its values: text, integer, boolean, bytes, day or moment."""

    name: str
    kind: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """A table as it stands in a database or in an archive."""

    table: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def line(self) -> str:
        """The shape as the first line of its table's file."""
        columns = [[column.name, column.kind] for column in self.columns]
        return json.dumps({"table": self.table, "columns": columns}, ensure_ascii=False)


def shape_told(line: str) -> Shape:
    """The shape that a first line tells; another text raises `ValueError`."""
    try:
        told = json.loads(line)
        columns = tuple(Column(name=str(name), kind=str(kind)) for name, kind in told["columns"])
        shape = Shape(table=str(told["table"]), columns=columns)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError("ce n'est pas l'en-tête d'une table") from error
    unknown = {column.kind for column in columns} - _KINDS.keys()
    if unknown or shape.table not in _BY_TABLE:
        raise ValueError(f"table ou colonnes inconnues de ce programme : {line[:200]}")
    known = {name for name, _ in _fields(_BY_TABLE[shape.table])}
    if strange := set(shape.names) - known:
        raise ValueError(f"{shape.table} : colonnes inconnues {', '.join(sorted(strange))}")
    return shape


_BY_TABLE: dict[str, type[Model]] = {model._meta.db_table: model for model in MODELS}


def _fields(model: type[Model]) -> Iterator[tuple[str, Field[Any]]]:
    yield from model._meta.fields_map.items()


def _kind(field: Field[Any]) -> str:
    kinds: tuple[tuple[type, str], ...] = (
        (Text, "text"),
        (fields.BooleanField, "boolean"),
        (fields.BinaryField, "bytes"),
        (fields.DateField, "day"),
        (Moment, "moment"),
        (fields.BigIntField, "integer"),
        (fields.IntField, "integer"),
    )
    return next(kind for sort, kind in kinds if isinstance(field, sort))


async def shapes_in(client: BaseDBAsyncClient) -> tuple[Shape, ...]:
    """The tables that stand in the database, with those of their columns that we know."""
    found = []
    for table, model in _BY_TABLE.items():
        standing = await _columns_in(client, table)
        columns = tuple(
            Column(name=name, kind=_kind(field))
            for name, field in _fields(model)
            if name in standing
        )
        if columns:
            found.append(Shape(table=table, columns=columns))
    return tuple(found)


async def _columns_in(client: BaseDBAsyncClient, table: str) -> frozenset[str]:
    if is_postgres(client):
        rows = await client.execute_query_dict(
            "SELECT column_name AS name FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND table_name = $1",
            [table],
        )
    else:
        rows = await client.execute_query_dict(f'PRAGMA table_info("{table}")')
    return frozenset(str(row["name"]) for row in rows)


def is_postgres(client: BaseDBAsyncClient) -> bool:
    """Whether the connection is one to PostgreSQL."""
    return client.capabilities.dialect == "postgres"


async def migrations_in(client: BaseDBAsyncClient) -> tuple[str, ...]:
    """The migrations that were run on the database, in order; none on an empty one."""
    if not await _columns_in(client, "tortoise_migrations"):
        return ()
    rows = await client.execute_query_dict(
        "SELECT name FROM tortoise_migrations WHERE app = 'store' ORDER BY name"
    )
    return tuple(str(row["name"]) for row in rows)


async def count_of(client: BaseDBAsyncClient, table: str) -> int:
    """How many rows stand in a table."""
    rows = await client.execute_query_dict(f'SELECT COUNT(*) AS number FROM "{table}"')
    return int(rows[0]["number"])


async def lines_of(client: BaseDBAsyncClient, shape: Shape) -> AsyncIterator[tuple[str, ...]]:
    """All rows of a table as lines, in bounded lots; inside one transaction they fit together."""
    key = ORDERS.get(shape.table) or (_BY_TABLE[shape.table]._meta.db_pk_column,)
    columns = ", ".join(f'"{name}"' for name in shape.names)
    order = ", ".join(f'"{name}"' for name in key)
    after: tuple[Any, ...] = ()
    while True:
        ends = await _lots_after(client, shape, key, after)
        if not ends:
            return
        for end in ends:
            values: list[Any] = []
            where = [_compared(client, key, "<=", end, values)]
            if after:
                where.append(_compared(client, key, ">", after, values))
            rows = await client.execute_query_dict(
                f'SELECT {columns} FROM "{shape.table}" WHERE {" AND ".join(where)}'
                f" ORDER BY {order}",
                values,
            )
            yield tuple(_line(shape, row) for row in rows)
            after = end


async def _lots_after(
    client: BaseDBAsyncClient, shape: Shape, key: Sequence[str], after: tuple[Any, ...]
) -> list[tuple[Any, ...]]:
    """The last key of each of the next lots: so many rows at most, and so many bytes."""
    heavy = [column.name for column in shape.columns if column.kind == "bytes"]
    weight = " + ".join(f'COALESCE(LENGTH("{name}"), 0)' for name in heavy) or "0"
    values: list[Any] = []
    where = f"WHERE {_compared(client, key, '>', after, values)}" if after else ""
    order = ", ".join(f'"{name}"' for name in key)
    rows = await client.execute_query_dict(
        f'SELECT {order}, {weight} AS weight FROM "{shape.table}" {where}'
        f" ORDER BY {order} LIMIT {ROWS_AT_ONCE}",
        values,
    )
    ends: list[tuple[Any, ...]] = []
    size = 0
    for row in rows:
        place = tuple(row[name] for name in key)
        size += int(row["weight"])
        if ends and size <= BYTES_AT_ONCE:
            ends[-1] = place
        else:
            ends.append(place)
            size = int(row["weight"])
    return ends


def _compared(
    client: BaseDBAsyncClient,
    key: Sequence[str],
    sign: str,
    place: tuple[Any, ...],
    values: list[Any],
) -> str:
    """A comparison of the key with a place, its values put among the statement's."""
    marks = []
    for value in place:
        values.append(value)
        marks.append(f"${len(values)}" if is_postgres(client) else "?")
    names = ", ".join(f'"{name}"' for name in key)
    return f"({names}) {sign} ({', '.join(marks)})"


def _line(shape: Shape, row: dict[str, Any]) -> str:
    told = [_told(column.kind, row[column.name]) for column in shape.columns]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _told(kind: str, value: Any) -> Any:
    """The value as JSON has it, whichever way the database keeps it."""
    if value is None:
        return None
    match kind:
        case "bytes":
            return base64.b64encode(bytes(value)).decode("ascii")
        case "boolean":
            return bool(value)
        case "integer":
            return int(value)
        case "day":
            return value.isoformat() if isinstance(value, date) else str(value)
        case "moment":
            moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            return moment.astimezone(UTC).isoformat(timespec="microseconds")
        case _:
            return str(value)


def values_of(shape: Shape, line: str) -> tuple[Any, ...]:
    """The values of a line: None, text, integers, booleans, bytes, dates and moments.

    Raises `ValueError` where the line is not one of that table.
    """
    try:
        told = json.loads(line)
        if not isinstance(told, list) or len(told) != len(shape.columns):
            raise ValueError(f"{len(shape.columns)} valeurs attendues")
        pairs = zip(shape.columns, told, strict=True)
        return tuple(None if v is None else _KINDS[column.kind](v) for column, v in pairs)
    except (ValueError, TypeError) as error:
        raise ValueError(f"{shape.table} : ligne illisible ({error}) : {line[:80]}") from error


def _typed(*sorts: type) -> Any:
    def read(told: Any) -> Any:
        if type(told) not in sorts:
            raise TypeError(f"{sorts[0].__name__} attendu, lu {told!r:.60}")
        return told

    return read


_KINDS: dict[str, Any] = {
    "text": _typed(str),
    "integer": _typed(int),
    "boolean": _typed(bool),
    "bytes": lambda told: base64.b64decode(told, validate=True),
    "day": date.fromisoformat,
    "moment": datetime.fromisoformat,
}


async def put_rows(
    client: BaseDBAsyncClient, shape: Shape, rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows as they are, their identifiers too."""
    if not rows:
        return
    columns = ", ".join(f'"{name}"' for name in shape.names)
    count = range(1, len(shape.columns) + 1)
    marks = ", ".join(f"${n}" if is_postgres(client) else "?" for n in count)
    if not is_postgres(client):
        rows = [tuple(_for_sqlite(value) for value in row) for row in rows]
    query = f'INSERT INTO "{shape.table}" ({columns}) VALUES ({marks})'
    await client.execute_many(query, [list(row) for row in rows])


def _for_sqlite(value: Any) -> Any:
    """As Tortoise writes it there: filters compare the texts of days and moments."""
    match value:
        case bool():
            return int(value)
        case datetime():
            return value.astimezone(UTC).isoformat(" ")
        case date():
            return value.isoformat()
        case _:
            return value


async def go_on_counting(client: BaseDBAsyncClient, shape: Shape) -> None:
    """Let the identifiers that the database gives begin above those that were put in."""
    model = _BY_TABLE[shape.table]
    if not is_postgres(client) or not isinstance(model._meta.pk, fields.BigIntField):
        return
    await client.execute_query(
        f"SELECT setval(pg_get_serial_sequence('\"{shape.table}\"', 'id'),"
        f' (SELECT COALESCE(MAX("id"), 0) + 1 FROM "{shape.table}"), false)'
    )
