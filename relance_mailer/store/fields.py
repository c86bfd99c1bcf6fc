"""Columns that keep the house's rules: text that every back end takes, moments always in UTC."""

from datetime import UTC, datetime
from typing import Any

from tortoise.fields import DatetimeField
from tortoise.fields.base import Field
from tortoise.models import Model


def storable(text: str) -> str:
    """The text without what a database refuses: NUL (PostgreSQL) and lone surrogates (SQLite)."""
    if "\x00" in text:
        text = text.replace("\x00", "\ufffd")
    if text.isascii():
        return text
    return text.encode("utf-8", "replace").decode("utf-8")


def in_utc(moment: datetime | None) -> datetime | None:
    """The moment as it is stored; a naive one is our own fault and raises."""
    if moment is None:
        return None
    if moment.tzinfo is None:
        raise ValueError(f"datetime sans fuseau {moment}")
    return moment.astimezone(UTC)


class Text(Field[str]):
    """Text of any length, also as a key: `AlterField` on SQLite must never become necessary."""

    field_type = str
    SQL_TYPE = "TEXT"

    def to_db_value(self, value: Any, instance: type[Model] | Model) -> Any:
        """The text as every back end takes it."""
        return storable(str(value)) if isinstance(value, str) else value


class Moment(DatetimeField[datetime]):
    """An aware datetime, stored in UTC: on SQLite a filter compares text, offsets would lie."""

    def to_db_value(self, value: Any, instance: type[Model] | Model) -> Any:
        """The moment in UTC; a naive one is our own fault and raises."""
        if isinstance(value, datetime):
            if value.tzinfo is None:
                raise ValueError(f"{self.model_field_name} : datetime sans fuseau {value}")
            value = value.astimezone(UTC)
        return super().to_db_value(value, instance)
