"""`rates.toml` → the table of rates: the shipped semesters, and later ones once published."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from relance_mailer.law.rates import RATES, Rates, RateTable, Semester, with_rows
from relance_mailer.settings.french import WrongSettings, faults_of
from relance_mailer.settings.model import Table

Percent = Annotated[Decimal, Field(ge=0, le=30, decimal_places=2)]


class SemesterTable(Table):
    """A semester, as it is written in the file; rates in percent a year."""

    year: int = Field(ge=2019, le=2099)
    half: int = Field(ge=1, le=2)
    refinancing: Percent
    legal_professional: Percent
    legal_private: Percent
    source: str = Field(min_length=5)


class RatesFile(Table):
    """The whole file."""

    semester: tuple[SemesterTable, ...] = ()


def rates_of(file: Path) -> RateTable:
    """The table of rates; without the file the shipped one. Raises `WrongSettings`."""
    if not file.is_file():
        return RATES
    try:
        table = RatesFile.model_validate(tomllib.loads(file.read_text(encoding="utf-8-sig")))
        return with_rows(_row(row) for row in table.semester)
    except ValidationError as error:
        raise WrongSettings(faults_of(error, file)) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WrongSettings((f"{file} : illisible : {error}",)) from error
    except ValueError as error:
        raise WrongSettings((f"{file} : {error}",)) from error


def _row(row: SemesterTable) -> Rates:
    return Rates(
        semester=Semester(year=row.year, half=row.half),
        refinancing=row.refinancing,
        legal_professional=row.legal_professional,
        legal_private=row.legal_private,
        source=row.source,
    )
