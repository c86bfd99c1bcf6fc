"""The rates of late payment, semester by semester, each with its source.

- C. com. L441-10 II: the first semester uses the rate in force on 1 January, the second the one on
  1 July; without an agreed rate the refinancing rate of the ECB plus 10 points, and an agreed one
  may not be under three times the legal rate. The floor binds *agreed* rates only: in 2024 it
  stood above the default.
- CCP R2192-31: for a public buyer the refinancing rate plus 8 points.
- CMF L313-2: two legal rates a semester, chosen by who the *creditor* is.

A semester that is not in the table raises: a rate is never extrapolated.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

B2B_POINTS = Decimal("10.00")  # C. com. L441-10 II
PUBLIC_POINTS = Decimal("8.00")  # CCP R2192-31
FLOOR_TIMES = 3  # C. com. L441-10 II


class UnknownSemester(LookupError):
    """No rate is known for that semester: a row has to be added before anything is reckoned."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Semester:
    """A half of a year: `half` is 1 (January to June) or 2 (July to December)."""

    year: int
    half: int

    @property
    def starts_on(self) -> date:
        """Its first day: the day whose rates hold for all of it."""
        return date(self.year, 1 if self.half == 1 else 7, 1)

    @property
    def ends_on(self) -> date:
        """Its last day."""
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)

    def __str__(self) -> str:
        return f"{'1er' if self.half == 1 else '2e'} semestre {self.year}"


def semester_of(day: date) -> Semester:
    """The semester that a day lies in."""
    return Semester(year=day.year, half=1 if day.month <= 6 else 2)


@dataclass(frozen=True, kw_only=True, slots=True)
class Rates:
    """What holds for a semester, in percent a year, and where it was read."""

    semester: Semester
    refinancing: Decimal  # BCE, opérations principales de refinancement
    legal_professional: Decimal  # taux légal, créancier professionnel
    legal_private: Decimal  # taux légal, créancier personne physique hors besoins professionnels
    source: str

    @property
    def b2b(self) -> Decimal:
        """Between professionals, when nothing else was agreed (C. com. L441-10 II)."""
        return self.refinancing + B2B_POINTS

    @property
    def public(self) -> Decimal:
        """Owed by a public buyer (CCP R2192-31)."""
        return self.refinancing + PUBLIC_POINTS

    @property
    def floor(self) -> Decimal:
        """The least that may be agreed between professionals (C. com. L441-10 II)."""
        return self.legal_professional * FLOOR_TIMES


_LEGIFISCAL = "legifiscal.fr, taux légal ; dates BCE : retout.fr/?p=12408"
_LEGIBASE = "commande-publique.collectivites.legibase.fr ; dates BCE : retout.fr/?p=12408"
_CEC = "cabinet-cec.fr (taux légal 2020) ; dates BCE : retout.fr/?p=12408"
_DANDREL = "dandrel-avocats.fr (taux légal 2021) ; dates BCE : retout.fr/?p=12408"
_DROIT_PRATIQUE = "droit-pratique.fr (taux légal) ; dates BCE : retout.fr/?p=12408"
_NOTAIRES = "notaires2normandie.com (taux légal) ; dates BCE : retout.fr/?p=12408"
_AVENCIA = "avencia-eca.fr (taux légal) ; dates BCE : retout.fr/?p=12408"
_ARRETE_2025 = "arrêté du 15 décembre 2025 et textes antérieurs (juriblio.fr) ; BCE : retout.fr"
_ARRETE_2026 = "arrêté du 15 décembre 2025 (juriblio.fr, legifiscal.fr) ; BCE : boursorama.com"
_SERVICE_PUBLIC = (
    "entreprendre.service-public.gouv.fr A15398 (30 juin 2026) ; BCE : décision du 11 juin 2026"
)

# Semester, refinancing rate on its first day, legal rate (professional, private person), source.
_TABLE = (
    (2019, 1, "0.00", "0.86", "3.40", _LEGIFISCAL),
    (2019, 2, "0.00", "0.87", "3.26", _LEGIBASE),
    (2020, 1, "0.00", "0.87", "3.15", _CEC),
    (2020, 2, "0.00", "0.84", "3.11", _CEC),
    (2021, 1, "0.00", "0.79", "3.14", _DANDREL),
    (2021, 2, "0.00", "0.76", "3.12", _DANDREL),
    (2022, 1, "0.00", "0.76", "3.13", _DROIT_PRATIQUE),
    (2022, 2, "0.00", "0.77", "3.15", _NOTAIRES),
    (2023, 1, "2.50", "2.06", "4.47", _NOTAIRES),
    (2023, 2, "4.00", "4.22", "6.82", _NOTAIRES),
    (2024, 1, "4.50", "5.07", "8.01", _AVENCIA),
    (2024, 2, "4.25", "4.92", "8.16", _ARRETE_2025),
    (2025, 1, "3.15", "3.71", "7.21", _ARRETE_2025),
    (2025, 2, "2.15", "2.76", "6.65", _ARRETE_2025),
    (2026, 1, "2.15", "2.62", "6.67", _ARRETE_2026),
    (2026, 2, "2.40", "2.75", "6.84", _SERVICE_PUBLIC),
)

RateTable = Mapping[Semester, Rates]
RATES: RateTable = MappingProxyType(
    {
        Semester(year=year, half=half): Rates(
            semester=Semester(year=year, half=half),
            refinancing=Decimal(refinancing),
            legal_professional=Decimal(professional),
            legal_private=Decimal(private),
            source=source,
        )
        for year, half, refinancing, professional, private, source in _TABLE
    }
)


def shipped_rates() -> RateTable:
    """The table that comes with the program."""
    return RATES


def with_rows(rows: Iterable[Rates]) -> RateTable:
    """The shipped table and later semesters that an operator adds.

    Raises `ValueError`, in French, for a row that contradicts a shipped one or leaves a gap.
    """
    table = dict(RATES)
    for row in sorted(rows, key=lambda one: one.semester):
        known = table.get(row.semester)
        if known is None and row.semester != following(max(table)):
            raise ValueError(f"{row.semester} : il manque le {following(max(table))}")
        figures = (row.refinancing, row.legal_professional, row.legal_private)
        if known and figures != (
            known.refinancing,
            known.legal_professional,
            known.legal_private,
        ):
            raise ValueError(f"{row.semester} : contredit la table livrée ({known.source})")
        table.setdefault(row.semester, row)
    return MappingProxyType(table)


def following(semester: Semester) -> Semester:
    """The semester after that one."""
    if semester.half == 1:
        return Semester(year=semester.year, half=2)
    return Semester(year=semester.year + 1, half=1)


def rates_on(day: date, table: RateTable = RATES) -> Rates:
    """The rates of the semester that a day lies in; raises `UnknownSemester`, never guesses."""
    semester = semester_of(day)
    try:
        return table[semester]
    except KeyError:
        raise UnknownSemester(
            f"taux du {semester} inconnus : la table va du {min(table)} au {max(table)} ; ajoutez "
            f"à rates.toml un [[semester]] avec year = {semester.year}, half = {semester.half}, "
            "refinancing = le taux de refinancement de la BCE au "
            f"{semester.starts_on:%d/%m/%Y}, legal_professional et legal_private = les taux "
            "légaux du semestre, source = où ils se lisent"
        ) from None


def percent_in_french(rate: Decimal) -> str:
    """A rate as it is printed: two decimals, a comma, a no-break space before the sign."""
    return f"{rate:.2f}".replace(".", ",") + "\u00a0%"


def rates_in_french(applied: Iterable[tuple[Decimal, Semester]]) -> str:
    """« 12,15 % (2e semestre 2025 et 1er semestre 2026), 12,40 % (2e semestre 2026) »."""
    told: list[tuple[Decimal, list[Semester]]] = []
    for rate, semester in applied:
        if not told or told[-1][0] != rate:
            told.append((rate, []))
        if semester not in told[-1][1]:
            told[-1][1].append(semester)
    return ", ".join(
        f"{percent_in_french(rate)} ({_semesters_in_french(semesters)})" for rate, semesters in told
    )


def _semesters_in_french(semesters: list[Semester]) -> str:
    match semesters:
        case [only]:
            return str(only)
        case [first, last]:
            return f"{first} et {last}"
        case _:
            return f"du {semesters[0]} au {semesters[-1]}"
