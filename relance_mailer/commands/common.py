"""What every command shares: settings, the clock asked for, clear endings."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import typer

from relance_mailer.ports import Fault, Overtaken
from relance_mailer.settings.french import WrongSettings
from relance_mailer.settings.loading import Settings, load
from relance_mailer.wiring.build import Relance, build
from relance_mailer.workdays import PARIS

DONE, WRONG, WRONG_USE = 0, 1, 2

Answer = TypeVar("Answer")


@dataclass(slots=True)
class Asked:
    """The options that stand before the command."""

    settings: Path | None = None
    now: datetime | None = None


def fail(*lines: str, code: int = WRONG) -> NoReturn:
    """Say in French what is wrong and end with that exit code."""
    for line in lines:
        typer.echo(line, err=True)
    raise typer.Exit(code)


def settings_of(asked: Asked) -> Settings:
    """The settings named by -c; ends the command when they are missing or wrong."""
    if asked.settings is None:
        fail("il manque -c settings.toml (« relance init DOSSIER » en écrit un)", code=WRONG_USE)
    try:
        settings = load(asked.settings)
    except WrongSettings as error:
        fail(*error.faults)
    if asked.now is not None and not settings.table.clock.settable:
        fail("--now est refusé : il demande [clock] settable = true", code=WRONG_USE)
    return settings


def now_option(value: str | None) -> datetime | None:
    """An ISO moment; without an offset it is meant in Europe/Paris."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(
            f"« {value} » : une date et heure ISO était attendue, par exemple 2026-10-21T09:00"
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=PARIS)


def with_house(
    asked: Asked, work: Callable[[Relance], Awaitable[Answer]], *, starts: bool = False
) -> Answer:
    """Build the house, do the work, close everything; faults end the command in French.

    `starts`: the work is the service's own, see `build`.
    """
    settings = settings_of(asked)

    async def whole() -> Answer:
        relance = await build(settings, now=asked.now, starts=starts)
        try:
            return await work(relance)
        finally:
            await asyncio.shield(relance.close())

    return finished(whole())


def try_house(
    settings: Settings, asked: Asked, work: Callable[[Relance], Awaitable[Answer]]
) -> Answer | Fault:
    """The same, for a command that has its own words for a `Fault`."""

    async def whole() -> Answer | Fault:
        try:
            relance = await build(settings, now=asked.now, starts=False)
            try:
                return await work(relance)
            finally:
                await asyncio.shield(relance.close())
        except Fault as error:
            return error

    return asyncio.run(whole())


def finished(work: Coroutine[Any, Any, Answer]) -> Answer:
    """Run to the end; a `Fault` is said in French and the exit code is 1."""
    try:
        return asyncio.run(work)
    except Overtaken as error:
        fail(f"quelqu'un d'autre a changé ce dossier à l'instant ; recommencez ({error})")
    except Fault as error:
        fail(str(error))
    except KeyboardInterrupt:
        fail("interrompu", code=130)


def put_json(row: dict[str, Any]) -> None:
    """One object on one line."""
    typer.echo(json.dumps(row, ensure_ascii=False, default=plain))


def plain(value: object) -> object:
    """A value as JSON has it: amounts as strings, dates ISO, enums by value."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset | set | tuple):
        return list(value)
    return str(value)


def table(rows: Sequence[tuple[str, ...]], head: tuple[str, ...]) -> None:
    """Columns for a person's eyes; a wide terminal is not assumed."""
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    for row in [head, *rows]:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        typer.echo("  ".join(cells).rstrip())


def in_french(day: date | None) -> str:
    """A date as people write it here, nothing for None."""
    return f"{day:%d/%m/%Y}" if day else "–"


def at_in_french(moment: datetime | None) -> str:
    """A moment as people write it here, in Paris time."""
    return f"{moment.astimezone(PARIS):%d/%m/%Y %H:%M}" if moment else "jamais"


def harmless(text: str) -> str:
    """The text without signs that would command a terminal."""
    return "".join(sign for sign in text if sign.isprintable() or sign in "\n\t")


def is_terminal() -> bool:
    """Whether a person sits in front of it."""
    return sys.stdin.isatty() and sys.stdout.isatty()
